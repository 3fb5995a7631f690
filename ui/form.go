package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// form asks fields one below the other. Enter takes what is there and goes to the next, so
// that a newcomer who presses nothing else gets to the end. A huh.Form holds the rows and
// knows which is in hand; the form reads them from the plan, lays them out in its area,
// scrolls, and answers to the mouse.
type form struct {
	*desk
	fields   func() []field
	refusals map[string]refusal // by field: the text stays until it is mended or dropped
	huh      *huh.Form
	rows     []*row
	then     func() tea.Cmd // to be opened once what was typed has been read
	area     image.Rectangle
	width    int // of a row
	top      int
	labelW   int
}

func newForm(d *desk, fields func() []field) form {
	return form{desk: d, fields: fields, refusals: map[string]refusal{}}
}

// sync reads the fields from the plan. The huh.Form is made anew only when others are asked
// than before; the row in hand stays the one it was.
func (f *form) sync() {
	fields := f.fields()
	same := len(fields) == len(f.rows)
	for i := 0; same && i < len(fields); i++ {
		same = f.rows[i].id == fields[i].id
	}
	if same {
		for i, x := range fields {
			f.rows[i].field = x
		}
		return
	}
	f.rebuild(fields)
}

func (f *form) rebuild(fields []field) {
	was, at := map[string]*row{}, 0
	hand, open := f.hand(), f.open()
	for i, r := range open {
		was[r.id] = r
		if r == hand {
			at = i
		}
	}
	f.rows = f.rows[:0:0]
	for _, x := range fields {
		r := was[x.id]
		if r == nil || x.isHeading() {
			r = &row{form: f}
		}
		r.field, r.inHand = x, false
		f.rows = append(f.rows, r)
	}
	f.huh = newHuhForm(f.rows)
	if open = f.open(); len(open) == 0 {
		return
	}
	target := open[min(at, len(open)-1)]
	for _, r := range open {
		if r == hand {
			target = r
		}
	}
	f.goTo(target.id)
}

// open are the rows that can be taken in hand.
func (f *form) open() []*row {
	var open []*row
	for _, r := range f.rows {
		if !r.isHeading() {
			open = append(open, r)
		}
	}
	return open
}

// hand is the row in hand; nil before there is one.
func (f *form) hand() *row {
	if f.huh == nil {
		return nil
	}
	if r, ok := f.huh.GetFocusedField().(*row); ok && r.inHand {
		return r
	}
	return nil
}

// current is the field in hand and its place among those that can be chosen.
func (f *form) current() (field, int, []field) {
	if f.huh == nil {
		f.sync()
	}
	at, x := 0, field{}
	var open []field
	for _, r := range f.rows {
		switch {
		case r.isHeading():
			continue
		case r.inHand:
			at, x = len(open), r.field
		}
		open = append(open, r.field)
	}
	return x, at, open
}

// move goes on by rows, as far as there are any. What was being typed is taken.
func (f *form) move(by int) tea.Cmd {
	_, at, open := f.current()
	by = min(max(at+by, 0), len(open)-1) - at
	if by == 0 || len(open) == 0 {
		if r := f.hand(); r != nil {
			return r.leave()
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

// goTo takes a field in hand.
func (f *form) goTo(id string) tea.Cmd {
	_, at, open := f.current()
	for i, x := range open {
		if x.id == id && i != at {
			return f.move(i - at)
		}
	}
	return nil
}

// tellHuh hands a message to huh, which gives it to the row in hand. The commands that come
// of it are those of the rows, which come back to them.
func (f *form) tellHuh(msg tea.Msg) tea.Cmd {
	_, cmd := f.huh.Update(msg)
	return cmd
}

// hear hands the result of a command to the row from which it came.
func (f *form) hear(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(rowMsg); ok && m.to.form == f {
		return m.to.hear(m.msg)
	}
	return nil
}

// answered takes what was found on the disk, or says why it was not taken, and goes back to
// the row unless something else is being typed by now.
func (f *form) answered(r *row, found answer) tea.Cmd {
	if found.of != r.readings {
		return nil
	}
	r.reading = ""
	if found.err == nil {
		found.err = found.apply()
	}
	if found.err == nil {
		delete(f.refusals, r.key())
		then := f.then
		if f.then = nil; then != nil {
			return then()
		}
		return nil
	}
	f.then = nil
	r.refused(found.text, found.err)
	if hand := f.hand(); hand != nil && hand.writing {
		f.refuse(f.refusals[r.key()].why)
		return nil
	}
	cmd := f.goTo(r.id)
	r.begin("")
	r.selected = true
	return cmd
}

// opening opens something, once what was typed has been read; asked twice, at once.
func (f *form) opening(open func() tea.Cmd) func() tea.Cmd {
	return func() tea.Cmd {
		for _, r := range f.rows {
			if r.reading != "" && f.then == nil {
				f.then = open
				return nil
			}
		}
		f.then = nil
		return open()
	}
}

func (f *form) formCommands() []command {
	say := &f.say.App
	x, i, open := f.current()
	next := func() tea.Cmd { return f.move(1) }
	enter := command{scope: moves, keys: []string{"enter"}, name: say.GoOn, bar: true, do: next}
	if x.plain && !x.passing && x.open != nil {
		enter.name, enter.do = say.Go, f.opening(x.open)
	}
	return append([]command{
		enter,
		{scope: moves, keys: []string{"down", "tab"}, name: say.Down, off: unless(i < len(open)-1, say.LastField), do: next},
		{scope: moves, keys: []string{"up", "shift+tab"}, name: say.Up, off: unless(i > 0, say.FirstField), do: func() tea.Cmd { return f.move(-1) }},
	}, f.valueCommands(x)...)
}

// valueCommands are what can be done with the value in hand.
func (f *form) valueCommands(x field) []command {
	say := &f.say.App
	var list []command
	if x.turn != nil {
		next := command{scope: moves, keys: []string{"right", "space"}, name: say.NextValue, bar: true, do: func() tea.Cmd { x.turn(1); return nil }}
		if x.open != nil {
			next.keys = []string{"right"}
			list = append(list, command{scope: here, keys: []string{"space"}, name: say.OpenField, bar: true, do: x.open})
		}
		list = append(list, next,
			command{scope: moves, keys: []string{"left"}, name: say.PreviousValue, do: func() tea.Cmd { x.turn(-1); return nil }})
	} else if x.open != nil {
		name := say.OpenField
		if x.plain {
			name = say.Go
		}
		list = append(list, command{scope: here, keys: []string{"space", "right"}, name: name, bar: !x.plain || x.passing, do: f.opening(x.open)})
	}
	if x.typable() {
		list = append(list, command{scope: here, keys: []string{"backspace"}, name: say.EditField, bar: true, do: func() tea.Cmd { f.begin(); return nil }})
	}
	return list
}

// begin opens the line of the row in hand.
func (f *form) begin() {
	if r := f.hand(); r != nil {
		r.begin("")
	}
}

func (f *form) typing() bool {
	r := f.hand()
	return r != nil && r.writing
}

// pastes reports whether a text that is pasted begins the typing.
func (f *form) pastes() bool {
	r := f.hand()
	return r != nil && r.typable()
}

func (f *form) key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	r := f.hand()
	if r == nil {
		return nil, false
	}
	if !r.writing {
		if msg.Text == "" || !r.typable() && r.write == nil {
			return nil, false
		}
		return f.tellHuh(msg), true
	}
	switch msg.String() {
	case "ctrl+c", "ctrl+q", "ctrl+s", "pgup", "pgdown", "f1":
		return r.leave(), false
	}
	cmd := f.tellHuh(msg)
	if by := r.step; by != 0 {
		r.step = 0
		cmd = tea.Batch(cmd, f.move(by))
	}
	return cmd, true
}

func (f *form) paste(text string) { f.tellHuh(tea.PasteMsg{Content: text}) }

func (f *form) cursor() *tea.Cursor {
	r := f.hand()
	if r == nil {
		return nil
	}
	return placedCursor(&r.input, image.Pt(f.area.Min.X+2+f.labelW, f.area.Min.Y+r.y-f.top))
}
