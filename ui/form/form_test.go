package form

import (
	"os"
	"strings"
	"testing"

	"arringa/templates"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// A line in words is broken at words; what goes on stands under the text of a number, and a
// path stays whole.
func TestLinesInWordsAreBrokenAtWords(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("parola ", n)) }
	path := "Il piano è in /" + strings.Repeat("cartella/", 9) + "x.plan"
	for _, c := range []struct{ line, want string }{
		{words(13), words(11) + "\n" + words(2)}, {"  3. " + words(12), "  3. " + words(10) + "\n     " + words(2)},
		{path, path}, {"  in  colonne", "  in  colonne"},
	} {
		if got := spoken(c.line); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}

// The person's own editor gets the text, and what it leaves is the text; where none is told,
// it is said.
func TestTheTextInTheEditor(t *testing.T) {
	say := templates.Language("it")
	taken := ""
	d := &desk.Desk{Stage: &desk.Stage{Say: say, Look: &desk.Theme{}}}
	p := NewProse(d, "claim", "Testo", "", "Com'era.", false, func(text string) { taken = text })
	command := func() desk.Command {
		c, ok := desk.Find("ctrl+e", p.Commands())
		if !ok {
			t.Fatal("no key for the editor")
		}
		return c
	}
	t.Setenv("VISUAL", "")
	t.Setenv("EDITOR", "")
	if c := command(); c.Off != say.App.NoEditor || c.Bar {
		t.Errorf("without an editor: %+v", c)
	}
	t.Setenv("EDITOR", "vi -c startinsert")
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	if c := command(); c.Off != "" || !c.Bar {
		t.Errorf("with an editor: %+v", c)
	}
	ready := command().Do()().(proseMsg)
	text, err := os.ReadFile(ready.msg.(editing).path)
	if err != nil || string(text) != "Com'era." {
		t.Errorf("the editor gets %q, %v", text, err)
	}
	if p.Hear(ready) == nil {
		t.Error("the editor is not started")
	}
	p.Hear(proseMsg{p, rewritten{"", os.ErrNotExist}})
	if p.text != "Com'era." || !strings.Contains(d.Wants.Note.Text, "L'editor non si è aperto") {
		t.Errorf("after a failure %q: %q", p.text, d.Wants.Note.Text)
	}
	other := NewProse(d, "claim", "Testo", "", "Altro.", false, func(string) {})
	other.Hear(proseMsg{p, rewritten{"Riscritto.\n", nil}})
	p.Hear(proseMsg{p, rewritten{"Riscritto.\n", nil}})
	if other.text != "Altro." {
		t.Errorf("another text became %q", other.text)
	}
	enter, _ := desk.Find("enter", p.Commands())
	if enter.Do(); taken != "Riscritto." {
		t.Errorf("taken %q", taken)
	}
}

// A command's result comes back to the row that asked, even in a batch, and to no other form.
func TestResultsComeBackToTheirRow(t *testing.T) {
	d := &desk.Desk{Stage: &desk.Stage{Say: templates.Language("it"), Look: &desk.Theme{}}}
	folder := ""
	read := func(text string) (func() error, error) {
		if text == "manca" {
			return nil, os.ErrNotExist
		}
		return func() error { folder = text; return nil }, nil
	}
	made := func() *Form {
		f := New(d, func() []Field {
			return []Field{{ID: "where", Label: "Dove", Value: folder, Read: read},
				{ID: "b"}}
		})
		f.current()
		return &f
	}
	f, other := made(), made()
	r := f.Rows[0]
	r.input = NewInput(d.Look)
	r.writing = true
	r.input.SetValue("qui")
	cmd, _ := r.take()
	msg := r.own(tea.Batch(cmd, func() tea.Msg { return nil }))()
	batch, ok := msg.(tea.BatchMsg)
	if !ok || folder != "" {
		t.Fatalf("%T, read at once: %q", msg, folder)
	}
	for _, c := range batch {
		was, found := folder, c()
		if other.Hear(found); folder != was {
			t.Error("another form took the answer")
		}
		f.Hear(found)
	}
	if folder != "qui" || r.reading != "" {
		t.Errorf("folder %q, still reading %q", folder, r.reading)
	}
}
