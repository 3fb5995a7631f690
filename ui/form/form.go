// Package form asks: forms whose rows are fields of huh, and the dialogs that are lists, pages and sheets. It knows no
// plan.
package form

import (
	"image"

	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// Form asks fields one below the other. Enter takes what is there and goes to the next, so
// that a newcomer who presses nothing else gets to the end. A huh.Form holds the rows and
// knows which is in hand; the form reads them from the plan, lays them out in its area,
// scrolls, and answers to the mouse.
type Form struct {
	*desk.Desk
	Fields   func() []Field
	refusals map[string]refusal // by field: the text stays until it is mended or dropped
	huh      *huh.Form
	Rows     []*row
	then     func() tea.Cmd // to be opened once what was typed has been read
	area     image.Rectangle
	width    int // of a row
	top      int
	labelW   int
}

// New is a form of fields that are made anew whenever they are asked for.
func New(d *desk.Desk, fields func() []Field) Form {
	return Form{Desk: d, Fields: fields, refusals: map[string]refusal{}}
}

// Sync reads the fields from the plan. The huh.Form is made anew only when others are asked
// than before; the row in hand stays the one it was.
func (f *Form) Sync() {
	fields := f.Fields()
	same := len(fields) == len(f.Rows)
	for i := 0; same && i < len(fields); i++ {
		same = f.Rows[i].ID == fields[i].ID
	}
	if same {
		for i, x := range fields {
			f.Rows[i].Field = x
		}
		return
	}
	f.rebuild(fields)
}

func (f *Form) rebuild(fields []Field) {
	was, at := map[string]*row{}, 0
	hand, open := f.Hand(), f.open()
	for i, r := range open {
		was[r.ID] = r
		if r == hand {
			at = i
		}
	}
	f.Rows = f.Rows[:0:0]
	for _, x := range fields {
		r := was[x.ID]
		if r == nil || x.isHeading() {
			r = &row{form: f}
		}
		r.Field, r.inHand = x, false
		f.Rows = append(f.Rows, r)
	}
	f.huh = newHuhForm(f.Rows)
	if open = f.open(); len(open) == 0 {
		return
	}
	target := open[min(at, len(open)-1)]
	for _, r := range open {
		if r == hand {
			target = r
		}
	}
	f.GoTo(target.ID)
}

// open are the rows that can be taken in hand.
func (f *Form) open() []*row {
	var open []*row
	for _, r := range f.Rows {
		if !r.isHeading() {
			open = append(open, r)
		}
	}
	return open
}

// Hand is the row in hand; nil before there is one.
func (f *Form) Hand() *row {
	if f.huh == nil {
		return nil
	}
	if r, ok := f.huh.GetFocusedField().(*row); ok && r.inHand {
		return r
	}
	return nil
}

// current is the field in hand and its place among those that can be chosen.
func (f *Form) current() (Field, int, []Field) {
	if f.huh == nil {
		f.Sync()
	}
	at, x := 0, Field{}
	var open []Field
	for _, r := range f.Rows {
		switch {
		case r.isHeading():
			continue
		case r.inHand:
			at, x = len(open), r.Field
		}
		open = append(open, r.Field)
	}
	return x, at, open
}

// move goes on by rows, as far as there are any. What was being typed is taken.
func (f *Form) move(by int) tea.Cmd {
	_, at, open := f.current()
	by = min(max(at+by, 0), len(open)-1) - at
	if by == 0 || len(open) == 0 {
		if r := f.Hand(); r != nil {
			return r.Leave()
		}
		return nil
	}
	var cmds []tea.Cmd
	for ; by > 0; by-- {
		cmds = append(cmds, f.tellHuh(huh.NextField()))
	}
	for ; by < 0; by++ {
		cmds = append(cmds, f.tellHuh(huh.PrevField()))
	}
	return tea.Batch(cmds...)
}

// GoTo takes a field in hand.
func (f *Form) GoTo(id string) tea.Cmd {
	_, at, open := f.current()
	for i, x := range open {
		if x.ID == id && i != at {
			return f.move(i - at)
		}
	}
	return nil
}

// tellHuh hands a message to huh, which gives it to the row in hand. The commands that come
// of it are those of the rows, which come back to them.
func (f *Form) tellHuh(msg tea.Msg) tea.Cmd {
	_, cmd := f.huh.Update(msg)
	return cmd
}

// Hear hands the result of a command to the row from which it came.
func (f *Form) Hear(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(rowMsg); ok && m.to.form == f {
		return m.to.Hear(m.msg)
	}
	return nil
}

// answered takes what was found on the disk, or says why it was not taken, and goes back to
// the row unless something else is being typed by now.
func (f *Form) answered(r *row, found answer) tea.Cmd {
	if found.of != r.readings {
		return nil
	}
	r.reading = ""
	if found.err == nil {
		found.err = found.apply()
	}
	if found.err == nil {
		delete(f.refusals, r.Key())
		then := f.then
		if f.then = nil; then != nil {
			return then()
		}
		return nil
	}
	f.then = nil
	r.refused(found.text, found.err)
	if hand := f.Hand(); hand != nil && hand.writing {
		f.Refuse(f.refusals[r.Key()].why)
		return nil
	}
	cmd := f.GoTo(r.ID)
	r.begin("")
	r.selected = true
	return cmd
}

// opening opens something, once what was typed has been read; asked twice, at once.
func (f *Form) opening(open func() tea.Cmd) func() tea.Cmd {
	return func() tea.Cmd {
		for _, r := range f.Rows {
			if r.reading != "" && f.then == nil {
				f.then = open
				return nil
			}
		}
		f.then = nil
		return open()
	}
}

// Typing implements desk.Typist.
func (f *Form) Typing() bool {
	r := f.Hand()
	return r != nil && r.writing
}

// Pastes reports whether a text that is pasted begins the typing.
func (f *Form) Pastes() bool {
	r := f.Hand()
	return r != nil && (r.typable() || r.Write != nil)
}

// Leave ends the typing; a refused text stays in its field, marked.
func (f *Form) Leave() (tea.Cmd, bool) {
	if r := f.Hand(); r != nil {
		return r.Leave(), true
	}
	return nil, true
}

// Key implements desk.Typist.
func (f *Form) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	r := f.Hand()
	if r == nil {
		return nil, false
	}
	if !r.writing {
		if msg.Text == "" || !r.typable() && r.Write == nil {
			return nil, false
		}
		return f.tellHuh(msg), true
	}
	if Ends(msg) {
		return r.Leave(), false
	}
	cmd := f.tellHuh(msg)
	if by := r.step; by != 0 {
		r.step = 0
		f.Sync() // what was taken may have brought lines of its own, before those that were next
		cmd = tea.Batch(cmd, f.move(by))
	}
	return cmd, true
}

// Paste implements desk.Typist.
func (f *Form) Paste(text string) { f.tellHuh(tea.PasteMsg{Content: text}) }

// Cursor implements desk.Typist.
func (f *Form) Cursor() *tea.Cursor {
	r := f.Hand()
	if r == nil {
		return nil
	}
	return PlacedCursor(&r.input, image.Pt(f.area.Min.X+2+f.labelW, f.area.Min.Y+r.y-f.top))
}
