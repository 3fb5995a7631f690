//go:build unix

package file_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"testing"

	"arringa/model"
	"arringa/plan/file"
)

func init() {
	children["adding"] = addAnEvent
	children["amending"] = amendWithAnEvent
}

// with is a plan with one more event, of that name.
func with(p model.Plan, name string) model.Plan {
	p = p.Clone()
	p.Events = append(p.Events, model.Event{Month: p.Start, Kind: model.ReviewEvent, What: name})
	return p
}

// addAnEvent does what an import does: it opens a plan, adds to it and saves it, and says
// whether it could.
func addAnEvent() {
	f, p, err := file.Open(os.Getenv("ARRINGA_TEST_PATH"))
	if err != nil {
		panic(err)
	}
	switch err := f.Save(with(p, os.Getenv("ARRINGA_TEST_NAME"))); {
	case err == nil:
		fmt.Print("saved")
	case errors.Is(err, file.ErrChanged):
		fmt.Print("refused")
	default:
		panic(err)
	}
}

func amendWithAnEvent() {
	_, err := file.Amend(os.Getenv("ARRINGA_TEST_PATH"), func(_ *file.File, p model.Plan) (model.Plan, error) {
		return with(p, os.Getenv("ARRINGA_TEST_NAME")), nil
	})
	if err != nil {
		panic(err)
	}
	fmt.Print("saved")
}

// pair runs two programs at once on one plan, and returns what each said.
func pair(t *testing.T, what, path, a, b string) [2]string {
	t.Helper()
	var said [2]chan string
	for i, name := range []string{a, b} {
		c := child(t, what, path)
		c.Env = append(c.Env, "ARRINGA_TEST_NAME="+name)
		said[i] = make(chan string, 1)
		go func() {
			out, err := c.Output()
			if err != nil {
				out = []byte(err.Error())
			}
			said[i] <- string(out)
		}()
	}
	return [2]string{<-said[0], <-said[1]}
}

func has(p model.Plan, name string) bool {
	return slices.ContainsFunc(p.Events, func(e model.Event) bool { return e.What == name })
}

// Of two programs that change a plan at once neither loses its change in silence: it is in
// the file, or its program said that it is not.
func TestOfTwoImportsAtOnceNoneIsLostInSilence(t *testing.T) {
	path := place(t)
	for i := range often(25) {
		_ = os.Remove(path)
		create(t, path, example(t, "insieme"))
		a, b := fmt.Sprint("a", i), fmt.Sprint("b", i)
		said := pair(t, "adding", path, a, b)
		_, p := open(t, path)
		for k, name := range []string{a, b} {
			if !slices.Contains([]string{"saved", "refused"}, said[k]) || has(p, name) != (said[k] == "saved") {
				t.Fatalf("%s said %q; in the file: %v", name, said[k], has(p, name))
			}
		}
		if said[0] == "refused" && said[1] == "refused" {
			t.Fatal("both were refused")
		}
		alone(t, path)
	}
	figure(t, "pairs of programs that save the same plan at once", often(25), "0 changes lost in silence")
}

// Where each reads and writes in one go, both changes are there.
func TestOfTwoAmendmentsAtOnceBothAreMade(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "insieme"))
	for i := range often(25) {
		a, b := fmt.Sprint("a", i), fmt.Sprint("b", i)
		if said := pair(t, "amending", path, a, b); said != [2]string{"saved", "saved"} {
			t.Fatalf("said %q", said)
		}
		_, p := open(t, path)
		if !has(p, a) || !has(p, b) || len(p.Events) != 2*(i+1)+len(example(t, "").Events) {
			t.Fatalf("round %d: %d events", i, len(p.Events))
		}
	}
	alone(t, path)
	figure(t, "pairs of imports into the same plan at once", often(25), "0 lost, 0 refused")
}
