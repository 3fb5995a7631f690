package ui

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// faulty is a screen of the program gone wrong.
type faulty struct{ desk.Screen }

func (faulty) Hear(msg tea.Msg) tea.Cmd {
	switch msg {
	case "in Update":
		var none []int
		_ = none[len(none)]
	case "in a command":
		return func() tea.Msg { panic(errors.New("macchine: 345000")) }
	}
	return nil
}

// A panic of the program's own, in Update or in a command, loses nothing: what was on the
// screen is saved, and a report that holds nothing of the plan says what to do.
func TestAPanicLosesNothingAndLeavesAReport(t *testing.T) {
	for _, where := range []string{"in Update", "in a command"} {
		t.Run(where, func(t *testing.T) {
			r := sit(t, 80, 24).example("macchine", "budget").savesNever()
			r.on(edited).types(editedTo)
			r.app.Screens[0] = faulty{r.app.Screens[0]}
			func() {
				defer func() {
					if recover() == nil {
						t.Fatal("no panic")
					}
				}()
				r.gets(where)
			}()
			if err := r.app.LastSave(); err != nil {
				t.Fatal(err)
			}
			if got := amountIn(r, "macchine.plan"); got != model.Euro(9000) {
				t.Errorf("%d on the disk, not 9.000 €", got)
			}
			text, err := os.ReadFile(r.app.Report())
			if err != nil {
				t.Fatal(err)
			}
			for _, wanted := range []string{"macchine.plan", "si riapre da lì", "crash_test.go"} {
				if !strings.Contains(string(text), wanted) {
					t.Errorf("the report does not say %q:\n%s", wanted, text)
				}
			}
			for _, secret := range []string{"345000", "9000", r.plan().Company.Name} {
				if strings.Contains(string(text), secret) {
					t.Errorf("the report says %q:\n%s", secret, text)
				}
			}
		})
	}
}

// What was being typed when the program went wrong is kept too.
func TestAPanicLosesNoTextInHand(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget").savesNever()
	r.on(edited).types("'9000'")
	r.app.Screens[0] = faulty{r.app.Screens[0]}
	func() {
		defer func() { _ = recover() }()
		r.gets("in Update")
	}()
	var said bytes.Buffer
	r.app.LastWords(&said)
	if kept := file.WrittenDown("macchine.plan"); len(kept) != 1 || kept[0].Text != "9000" {
		t.Errorf("kept: %+v", kept)
	}
	if !strings.Contains(said.String(), "è tenuto da parte") {
		t.Errorf("said: %q", said.String())
	}
}

// broken is an output that takes nothing.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, os.ErrClosed }

// A result that could not be printed is no success.
func TestWhatCannotBePrintedIsNotDone(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("ARRINGA_HOME", t.TempDir())
	var out, errs bytes.Buffer
	if got := Main([]string{"example", "macchine", "m.plan"}, strings.NewReader(""), &out, &errs); got != 0 {
		t.Fatal(errs.String())
	}
	for _, args := range []string{"forecast m.plan", "forecast m.plan --json", "check m.plan", "cuts m.plan",
		"optimise m.plan", "example", "version", "compare m.plan m.plan", "help"} {
		errs.Reset()
		if got := Main(strings.Fields(args), strings.NewReader(""), broken{}, &errs); got != 3 || errs.Len() == 0 {
			t.Errorf("arringa %s to a closed output: status %d, %q", args, got, errs.String())
		}
	}
}
