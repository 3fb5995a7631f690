package ui

import (
	"bytes"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// sitBefore starts the program with a copy of an example on a step. The plan is saved with
// ctrl+s alone: a test that looks at the screen need not wait for the disk.
func sitBefore(t testing.TB, w, h int, example, step string) *robot {
	t.Helper()
	r := sit(t, w, h)
	r.app.Saver.Pause = -1
	return r.example(example, step)
}

// resizes gives the terminal another size.
func (r *robot) resizes(w, h int) *robot {
	r.gets(tea.WindowSizeMsg{Width: w, Height: h})
	return r
}

// putsIn pastes a text as the terminal hands it over: in one piece.
func (r *robot) putsIn(text string) *robot {
	r.gets(tea.PasteMsg{Content: text})
	return r
}

// spells types a text letter by letter, whatever its letters, and takes it with enter.
func (r *robot) spells(text string) *robot {
	for _, letter := range text {
		r.gets(tea.KeyPressMsg{Code: letter, Text: string(letter)})
	}
	return r.types("enter")
}

// front is the part of the screen that gets the keys: the box of the dialog in front, or
// all of it.
func (r *robot) front() []string {
	lines := strings.Split(r.screen(), "\n")
	for top, line := range lines {
		before, _, boxed := strings.Cut(line, "╭")
		if !boxed {
			continue
		}
		from := ansi.StringWidth(before)
		to := ansi.StringWidth(line[:strings.LastIndex(line, "╮")]) + 1
		var box []string
		for _, line := range lines[top:] {
			box = append(box, ansi.Cut(line, from, to))
			if strings.HasPrefix(box[len(box)-1], "╰") {
				return box
			}
		}
	}
	return lines
}

// inHand is the line on which the cursor stands.
func (r *robot) inHand() string {
	for _, line := range r.front() {
		if _, rest, found := strings.Cut(line, "▸ "); found {
			return rest
		}
	}
	return ""
}

// standsOn goes with the arrows to the line that begins with a text.
func (r *robot) standsOn(text string) *robot {
	r.t.Helper()
	at := r.inHand()
	for _, key := range []string{"down", "up"} {
		for was := ""; at != was; at = r.inHand() {
			if strings.HasPrefix(at, text) {
				return r
			}
			was = at
			r.types(key)
		}
	}
	r.t.Fatalf("no line begins with %q:\n%s", text, r.screen())
	return r
}

// putsInto opens the line in hand, pastes a text in the place of what is there, and takes it.
func (r *robot) putsInto(text string) *robot {
	return r.types("backspace ctrl+u").putsIn(text).types("enter")
}

// lineWith is the line in front that holds a text.
func (r *robot) lineWith(text string) string {
	r.t.Helper()
	for _, line := range r.front() {
		if strings.Contains(line, text) {
			return strings.Join(strings.Fields(line), " ")
		}
	}
	r.t.Fatalf("no line holds %q:\n%s", text, r.screen())
	return ""
}

// reads checks what stands on the line of a label.
func (r *robot) reads(label string, values ...string) *robot {
	r.t.Helper()
	line := r.lineWith(label)
	for _, v := range values {
		if !strings.Contains(line, v) {
			r.t.Errorf("%q is not on the line %q", v, line)
		}
	}
	return r
}

// says checks that the dialog or the step in front says something, however it is broken into
// lines.
func (r *robot) says(texts ...string) *robot {
	r.t.Helper()
	var lines []string
	for _, line := range r.front() {
		line = strings.TrimSuffix(line, "│")
		if _, after, railed := strings.Cut(line, "│"); railed {
			line = after
		}
		lines = append(lines, strings.Fields(line)...)
	}
	all := strings.Join(lines, " ")
	for _, text := range texts {
		if !strings.Contains(all, text) {
			r.t.Fatalf("nothing in front says %q:\n%s", text, r.screen())
		}
	}
	return r
}

// twiceOn clicks twice on the same place of a text.
func (r *robot) twiceOn(text string) *robot {
	r.t.Helper()
	x, y := r.at(text)
	return r.clicks(x, y).clicks(x, y)
}

// keeps saves, leaves, comes back and checks that the file holds the very plan.
func (r *robot) keeps(path string) model.Plan {
	r.t.Helper()
	want := encoded(r.t, r.plan())
	r.types("ctrl+s").misses("non salvato", "da salvare")
	again := restart(r.t, 80, 24, "it").opens(path, "budget")
	if got := encoded(r.t, again.plan()); !bytes.Equal(got, want) {
		r.t.Errorf("%s, opened again, is another plan:\n%s\nnot\n%s", path, got, want)
	}
	return again.plan()
}

// undoes takes back the last thing done and checks that the plan is the one before.
func (r *robot) undoes(was model.Plan) *robot {
	r.t.Helper()
	r.types("ctrl+z")
	if !bytes.Equal(encoded(r.t, r.plan()), encoded(r.t, was)) {
		r.t.Errorf("one undo does not lead back:\n%s", r.screen())
	}
	return r
}

func encoded(t testing.TB, p model.Plan) []byte {
	t.Helper()
	data, err := file.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// same checks that two plans are one, to the byte.
func same(t testing.TB, got, want model.Plan) {
	t.Helper()
	if !bytes.Equal(encoded(t, got), encoded(t, want)) {
		t.Errorf("the plans differ:\n%s\nand\n%s", encoded(t, got), encoded(t, want))
	}
}

// writes puts a text into a field, in the place of what stands there, and takes it.
func (r *robot) writes(label, text string) *robot {
	r.t.Helper()
	return r.standsOn(label).putsInto(text)
}

// mouse is one message of the left button on a cell: a click, a motion or a release.
func mouse(x, y int, what string) tea.Msg {
	m := tea.Mouse{X: x, Y: y, Button: tea.MouseLeft}
	switch what {
	case "click":
		return tea.MouseClickMsg(m)
	case "motion":
		return tea.MouseMotionMsg(m)
	}
	return tea.MouseReleaseMsg(m)
}
