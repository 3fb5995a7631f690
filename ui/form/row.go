// A row of a form: a field of huh on one line.

package form

import (
	"io"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// row is a field in a form: the huh.Field that huh focuses, blurs and hands its keys. What
// it shows is read from the plan anew at each layout, so that undo stays live; what is being
// typed is its own.
type row struct {
	Field
	form     *Form
	y, h     int // lines of the whole form, before scrolling
	inHand   bool
	input    textinput.Model
	writing  bool
	touched  bool   // something was typed or taken away since the line was opened
	selected bool   // the text was refused: what is typed next takes its place
	reading  string // what is being looked for on the disk; empty: nothing
	readings int    // how often it was: only the last answer counts
	step     int    // where the key that ended the typing goes: to the next, or the one before
	text     string // as it was drawn last
	took     string // the text that was taken last
	taken    bool   // one was
}

// refusal is a text that was not taken, why, and in which field it stays.
type refusal struct{ text, why, label string }

// rowMsg is the result of a command of a row, which comes back to that row alone.
type rowMsg struct {
	to  *row
	msg tea.Msg
}

// answer is what a reader found.
type answer struct {
	of    int // the reading
	text  string
	apply func() error
	err   error
}

// begin opens the line: with the text as it is, or with the first characters typed in its
// place.
func (r *row) begin(first string) {
	r.input = NewInput(r.form.Look)
	r.input.SetWidth(max(r.form.valueWidth()-1, 4))
	text := r.Typed
	if text == "" {
		text = r.Value
	}
	if kept, ok := r.form.refusals[r.Key()]; ok {
		text = kept.text
	}
	if first != "" {
		text = first
	}
	r.input.SetValue(text)
	r.input.CursorEnd()
	r.writing, r.selected = true, false
	r.touched = first != "" || text != r.Typed && text != r.Value
	if r.form.Work != nil {
		r.form.Work.Seal()
	}
}

// Key tells the fields of one channel from those of another.
func (r *row) Key() string { return r.ID + " " + r.Of }

// Update takes a key or what was pasted, while the row is in hand.
func (r *row) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return r, r.press(msg)
	case tea.PasteMsg:
		r.Paste(msg.Content)
	}
	return r, nil
}

func (r *row) press(msg tea.KeyPressMsg) tea.Cmd {
	if !r.writing {
		switch {
		case msg.Text == "":
		case r.typable():
			r.begin(msg.Text)
		case r.Write != nil:
			r.Write(msg.Text)
		}
		return nil
	}
	switch msg.String() {
	case "enter", "tab":
		cmd, taken := r.take()
		if taken {
			r.step = 1
		}
		return cmd
	case "down":
		r.step = 1
	case "up", "shift+tab":
		r.step = -1
	case "esc":
		delete(r.form.refusals, r.Key())
		r.writing = false
	default:
		if r.selected && msg.Text != "" {
			r.input.SetValue("")
		}
		r.selected, r.touched = false, true
		var cmd tea.Cmd
		r.input, cmd = r.input.Update(msg)
		return r.own(cmd)
	}
	return nil
}

func (r *row) Paste(text string) {
	switch {
	case !r.writing && r.Write != nil:
		r.Write(text)
		return
	case !r.writing:
		r.begin(strings.Join(strings.Fields(text), " "))
		return
	case r.selected:
		r.input.SetValue("")
		r.selected = false
	}
	PasteInto(&r.input, text)
	r.touched = true
}

// take hands over what was typed; false when it was refused. What is on the disk is looked
// for by the command: until it is found, it counts as taken.
func (r *row) take() (tea.Cmd, bool) {
	text := strings.TrimSpace(r.input.Value())
	if read := r.Read; read != nil {
		r.writing = false
		r.readings++
		r.reading = text
		of := r.readings
		return r.own(func() tea.Msg {
			apply, err := read(text)
			return answer{of, text, apply, err}
		}), true
	}
	if r.Set != nil && r.touched { // what was only looked at is not rounded, nor made one's own
		if err := r.Set(text); err != nil {
			r.refused(text, err)
			return nil, false
		}
		r.took, r.taken = text, true
	}
	delete(r.form.refusals, r.Key())
	r.writing = false
	return nil, true
}

// refused keeps a text that was not taken; why is said where the help stands.
func (r *row) refused(text string, err error) {
	r.form.refusals[r.Key()] = refusal{text, r.form.Explain(err, text), r.Label}
	r.selected = true
}

// Leave ends the typing: a refused text stays in its field, marked.
func (r *row) Leave() tea.Cmd {
	if !r.writing {
		return nil
	}
	cmd, _ := r.take()
	r.writing = false
	return cmd
}

// Hear takes the result of a command of its own.
func (r *row) Hear(msg tea.Msg) tea.Cmd {
	if found, ok := msg.(answer); ok {
		return r.form.answered(r, found)
	}
	if !r.writing {
		return nil
	}
	var cmd tea.Cmd
	r.input, cmd = r.input.Update(msg)
	return r.own(cmd)
}

// own makes the result of a command come back to this row.
func (r *row) own(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case nil, rowMsg: // nothing, or what is a row's already
			return msg
		case tea.BatchMsg:
			for i, c := range msg {
				msg[i] = r.own(c)
			}
			return msg
		default:
			return rowMsg{r, msg}
		}
	}
}

// The rest of huh.Field. Size, keys and looks come from the form, which is the frame's; a
// refusal is no error to huh, because nobody is kept in a field.

// Init does nothing: a row is ready when it is made.
func (r *row) Init() tea.Cmd { return nil }

// View is the row as it was drawn last, line by line.
func (r *row) View() string { return r.text }

// Focus takes the row in hand.
func (r *row) Focus() tea.Cmd { r.inHand = true; return nil }

// Blur lets it go; what was being typed is taken.
func (r *row) Blur() tea.Cmd { r.inHand = false; return r.Leave() }

// Skip says that headings are passed over.
func (r *row) Skip() bool { return r.isHeading() }

// Zoom says that no row fills the form alone.
func (r *row) Zoom() bool { return false }

// Error is always nil.
func (r *row) Error() error { return nil }

// Run is for a field outside a program; a row asks in words there.
func (r *row) Run() error { return nil }

// RunAccessible asks the row in words, in the language of the screen; see voice.ask.
func (r *row) RunAccessible(w io.Writer, in io.Reader) error { return NewVoice(w, in).ask(r) }

// KeyBinds are none: the form's commands are its keys.
func (r *row) KeyBinds() []key.Binding { return nil }

// WithTheme changes nothing.
func (r *row) WithTheme(huh.Theme) huh.Field { return r }

// WithKeyMap changes nothing.
func (r *row) WithKeyMap(*huh.KeyMap) huh.Field { return r }

// WithWidth changes nothing.
func (r *row) WithWidth(int) huh.Field { return r }

// WithHeight changes nothing.
func (r *row) WithHeight(int) huh.Field { return r }

// WithPosition changes nothing.
func (r *row) WithPosition(huh.FieldPosition) huh.Field { return r }

// GetKey is the id of the field.
func (r *row) GetKey() string { return r.ID }

// GetValue is the value as it is shown.
func (r *row) GetValue() any { return r.Value }
