package ui

import (
	"image"
	"strings"

	"arringa/model"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// field is one thing that is asked. Fields are made anew from the plan each time they
// are needed; what is being typed, and what was refused, is kept by the form.
type field struct {
	id      string
	label   string
	help    string             // what it is, where to find it, what happens when it is left out
	value   string             // as shown
	brief   string             // the same, where there is no room; empty: it is cut
	typed   string             // as put into the line when typing begins; empty: value
	origin  model.Origin       // empty: the figure is a choice, not an assumption
	set     func(string) error // takes what was typed; nil: nothing can be typed
	turn    func(by int)       // goes to the next or the one before of a few values; nil: none
	values  []string           // those values, where they can be listed
	at      int                // the one in force; -1: none of them
	open    func() tea.Cmd     // what space or a click opens; nil: nothing
	write   func(first string) // what typing a letter opens, with it; nil: nothing
	reword  func(string)       // takes a longer text; nil: the value is none
	draft   bool               // the value was written by the program
	plain   bool               // a line with a sign before it, and no value: enter does what it says
	sign    string
	passing bool // enter passes over such a line; space does what it says
	block   bool // the value stands below the label, on as many lines as it needs
	lines   int  // how many lines of the value are shown; 0 is one
}

// heading parts a form; nothing can be typed into it.
func heading(label string) field { return field{label: label} }

// onward is the last line of a form: enter goes on from there.
func onward(label string, do func() tea.Cmd) field {
	return field{id: "onward", label: label, open: do, plain: true, sign: "→"}
}

func (f field) isHeading() bool { return f.id == "" }

// form asks fields one below the other. Enter takes what is there and goes to the next, so
// that a newcomer who presses nothing else gets to the end.
type form struct {
	*desk
	fields   func() []field
	at       string // id of the field in hand
	input    textinput.Model
	writing  bool
	selected bool               // the text was refused: what is typed next takes its place
	refusals map[string]refusal // by field: the text stays until it is mended or dropped
	area     image.Rectangle
	rows     []placedField
	top      int
	labelW   int
}

// refusal is a text that was not taken, and why.
type refusal struct{ text, why string }

type placedField struct {
	field
	y, h int // lines of the whole form, before scrolling
}

func newForm(d *desk, fields func() []field) form {
	return form{desk: d, fields: fields, refusals: map[string]refusal{}}
}

// current is the field in hand and its place among those that can be chosen.
func (f *form) current() (field, int, []field) {
	var open []field
	for _, x := range f.fields() {
		if !x.isHeading() {
			open = append(open, x)
		}
	}
	for i, x := range open {
		if x.id == f.at {
			return x, i, open
		}
	}
	if len(open) == 0 {
		return field{}, 0, nil
	}
	f.at = open[0].id
	return open[0], 0, open
}

func (f *form) move(by int) {
	_, i, open := f.current()
	if len(open) > 0 {
		f.at = open[min(max(i+by, 0), len(open)-1)].id
	}
}

func (f *form) formCommands() []command {
	say := &f.say.App
	x, i, open := f.current()
	last := i == len(open)-1
	enter := command{scope: moves, keys: []string{"enter"}, name: say.GoOn, bar: true, do: func() tea.Cmd { f.move(1); return nil }}
	if x.plain && !x.passing && x.open != nil {
		enter.name, enter.do = say.Go, x.open
	}
	list := []command{
		enter,
		{scope: moves, keys: []string{"down", "tab"}, name: say.Down, off: unless(!last, say.LastField), do: func() tea.Cmd { f.move(1); return nil }},
		{scope: moves, keys: []string{"up", "shift+tab"}, name: say.Up, off: unless(i > 0, say.FirstField), do: func() tea.Cmd { f.move(-1); return nil }},
	}
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
		list = append(list, command{scope: here, keys: []string{"space", "right"}, name: name, bar: !x.plain || x.passing, do: x.open})
	}
	if x.set != nil {
		list = append(list, command{scope: here, keys: []string{"backspace"}, name: say.EditField, bar: true, do: func() tea.Cmd { f.begin(x, ""); return nil }})
	}
	return list
}

// begin opens the line of a field: with the text as it is, or with the first character
// typed in its place.
func (f *form) begin(x field, first string) {
	f.input = newInput(f.look)
	text := x.typed
	if text == "" {
		text = x.value
	}
	if r, ok := f.refusals[x.id]; ok {
		text = r.text
	}
	if first != "" {
		text = first
	}
	f.input.SetValue(text)
	f.input.CursorEnd()
	f.writing, f.selected = true, false
	f.work.Seal()
}

// take hands what was typed to the field; false when it was refused.
func (f *form) take() bool {
	x, _, _ := f.current()
	text := strings.TrimSpace(f.input.Value())
	if x.set == nil {
		f.writing = false
		return true
	}
	if err := x.set(text); err != nil {
		f.refusals[x.id] = refusal{text, f.explain(err, text)} // said where the help stands
		f.selected = true
		return false
	}
	delete(f.refusals, x.id)
	f.writing = false
	return true
}

func (f *form) typing() bool { return f.writing }

func (f *form) key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if !f.writing {
		x, _, _ := f.current()
		switch {
		case msg.Text == "":
		case x.set != nil:
			f.begin(x, msg.Text)
			return nil, true
		case x.write != nil:
			x.write(msg.Text)
			return nil, true
		}
		return nil, false
	}
	switch msg.String() {
	case "enter", "tab":
		if f.take() {
			f.move(1)
		}
	case "down", "up", "shift+tab":
		by := -1
		if msg.String() == "down" {
			by = 1
		}
		f.take()
		f.writing = false // a refused text stays in its field, marked
		f.move(by)
	case "esc":
		x, _, _ := f.current()
		delete(f.refusals, x.id)
		f.writing = false
	case "ctrl+c", "ctrl+q", "ctrl+s", "pgup", "pgdown", "f1":
		f.take()
		f.writing = false
		return nil, false
	default:
		if f.selected && msg.Text != "" {
			f.input.SetValue("")
		}
		f.selected = false
		var cmd tea.Cmd
		f.input, cmd = f.input.Update(msg)
		return cmd, true
	}
	return nil, true
}

func (f *form) paste(text string) {
	if f.selected {
		f.input.SetValue("")
		f.selected = false
	}
	f.input.SetValue(f.input.Value() + strings.Join(strings.Fields(text), " "))
	f.input.CursorEnd()
}

func (f *form) cursor() *tea.Cursor {
	for _, row := range f.rows {
		if row.id == f.at {
			at := image.Pt(f.area.Min.X+2+f.labelW, f.area.Min.Y+row.y-f.top)
			return placedCursor(&f.input, at)
		}
	}
	return nil
}

// originW is the width of the mark that says where a figure comes from.
const originW = 12

// leastValueW is the room that a value keeps where the labels are long.
const leastValueW = 18

func (f *form) formMouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if !image.Pt(m.X, m.Y).In(f.area) {
			return nil
		}
		for _, row := range f.rows {
			y := f.area.Min.Y + row.y - f.top
			if row.isHeading() || m.Y < y || m.Y >= y+row.h {
				continue
			}
			if f.writing && row.id != f.at {
				f.take()
				f.writing = false
			}
			again := row.id == f.at
			f.at = row.id
			switch {
			case row.id == "onward":
				return row.open()
			case row.turn != nil && again:
				row.turn(1)
			case row.open != nil && again:
				return row.open()
			case row.set != nil && again && !f.writing:
				f.begin(row.field, "")
			}
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			f.move(-1)
		} else {
			f.move(1)
		}
	}
	return nil
}

// answerable reports whether a line of text can answer a field.
func (f field) answerable() bool {
	return !f.isHeading() && (f.set != nil || f.turn != nil || f.reword != nil)
}
