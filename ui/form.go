package ui

import (
	"image"
	"strings"

	"arringa/model"
	"arringa/ui/draw"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// field is one thing that is asked. Fields are made anew from the plan each time they
// are needed; what is being typed, and what was refused, is kept by the form.
type field struct {
	id     string
	label  string
	help   string             // what it is, where to find it, what happens when it is left out
	value  string             // as shown
	typed  string             // as put into the line when typing begins; empty: value
	origin model.Origin       // empty: the figure is a choice, not an assumption
	set    func(string) error // takes what was typed; nil: nothing can be typed
	turn   func(by int)       // goes to the next or the one before of a few values; nil: none
	values []string           // those values, where they can be listed
	at     int                // the one in force; -1: none of them
	open   func() tea.Cmd     // what space or a click opens; nil: nothing
	write  func(first string) // what typing a letter opens, with it; nil: nothing
	reword func(string)       // takes a longer text; nil: the value is none
	draft  bool               // the value was written by the program
	plain  bool               // a line to read, with a sign before it; the value does not show
	sign   string
	block  bool // the value stands below the label, on as many lines as it needs
	lines  int  // how many lines of the value are shown; 0 is one
}

// heading parts a form; nothing can be typed into it.
func heading(label string) field { return field{label: label} }

// onward is the last line of a form: enter goes on from there.
func onward(label string, do func() tea.Cmd) field {
	return field{id: "onward", label: label, open: do, plain: true, sign: "→"}
}

func (f field) isHeading() bool { return f.id == "" }

// form asks fields one below the other. Enter takes what is there and goes to the next.
type form struct {
	*desk
	fields   func() []field
	at       string // id of the field in hand
	input    textinput.Model
	writing  bool
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
	list := []command{
		{keys: []string{"enter"}, name: say.GoOn, bar: true, do: func() tea.Cmd {
			if x.id == "onward" || x.set == nil && x.turn == nil && x.open != nil {
				return x.open()
			}
			f.move(1)
			return nil
		}},
		{keys: []string{"down", "tab"}, name: say.Down, off: unless(!last, say.LastField), do: func() tea.Cmd { f.move(1); return nil }},
		{keys: []string{"up", "shift+tab"}, name: say.Up, off: unless(i > 0, say.FirstField), do: func() tea.Cmd { f.move(-1); return nil }},
	}
	if x.turn != nil {
		list = append(list,
			command{keys: []string{"right", "space"}, name: say.NextValue, bar: true, do: func() tea.Cmd { x.turn(1); return nil }},
			command{keys: []string{"left"}, name: say.PreviousValue, do: func() tea.Cmd { x.turn(-1); return nil }})
	} else if x.open != nil {
		list = append(list, command{keys: []string{"space", "right"}, name: say.OpenField, bar: true, do: x.open})
	}
	if x.set != nil {
		list = append(list, command{keys: []string{"backspace"}, name: say.EditField, bar: true, do: func() tea.Cmd { f.begin(x, ""); return nil }})
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
	f.writing = true
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
		why := f.explain(err, text)
		f.refusals[x.id] = refusal{text, why}
		f.refuse(why)
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
		var cmd tea.Cmd
		f.input, cmd = f.input.Update(msg)
		return cmd, true
	}
	return nil, true
}

func (f *form) paste(text string) {
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

// layoutForm places the fields in an area; the field in hand stays in sight.
func (f *form) layoutForm(area image.Rectangle) {
	f.area = area
	f.labelW = min(max(area.Dx()*2/5, area.Dx()-2-originW-1-leastValueW), 34)
	f.rows = f.rows[:0]
	x, _, _ := f.current()
	y, at, h := 0, 0, 1
	for _, e := range f.fields() {
		lines := f.height(e)
		if e.isHeading() && y > 0 {
			y++
		}
		if e.id == x.id {
			at, h = y, lines
		}
		f.rows = append(f.rows, placedField{e, y, lines})
		y += lines
	}
	if at <= 1 {
		at, h = 0, at+h
	}
	f.top = scrolled(f.top, at, area.Dy(), y)
	f.top = scrolled(f.top, at+h-1, area.Dy(), y)
	f.input.SetWidth(max(f.valueWidth()-1, 4))
}

// height is how many lines a field takes: a block only as many as its text, and one for
// the label.
func (f *form) height(x field) int {
	if x.plain {
		return max(len(draw.Wrap(x.label, f.area.Dx()-4)), 1)
	}
	if x.block {
		return 1 + min(max(len(draw.Wrap(x.value, f.area.Dx()-4)), 1), max(x.lines, 1))
	}
	return max(x.lines, 1)
}

// originW is the width of the mark that says where a figure comes from.
const originW = 12

// leastValueW is the room that a value keeps where the labels are long.
const leastValueW = 18

func (f *form) valueWidth() int { return max(f.area.Dx()-2-f.labelW-originW-1, 8) }

func (f *form) drawForm() draw.Block {
	b := draw.Blank(f.area.Dx(), f.area.Dy())
	for _, row := range f.rows {
		for i, line := range f.drawField(row) {
			if y := row.y + i - f.top; y >= 0 && y < f.area.Dy() {
				b.Lines[y] = line
			}
		}
	}
	return b
}

func (f *form) drawField(row placedField) []string {
	w := f.area.Dx()
	if row.isHeading() {
		return []string{f.look.strong.Paint(draw.Fit(row.label, w))}
	}
	chosen := row.id == f.at
	on := func(k draw.Ink) draw.Ink { return f.on(chosen, k) }
	cursor := "  "
	if chosen {
		cursor = "▸ "
	}
	switch {
	case row.block:
		return f.drawBlock(row, cursor)
	case row.plain:
		return f.drawPlain(row, cursor)
	}
	valueW, originW := f.valueWidth(), w-2-f.labelW-f.valueWidth()
	if row.origin == "" { // no mark: its room goes to the value
		valueW, originW = valueW+originW, 0
	}
	refused, isRefused := f.refusals[row.id]
	ink, text := f.look.plain, row.value
	switch {
	case isRefused:
		ink, text = f.look.bad, refused.text
	case row.draft:
		ink = f.look.draft
	case text == "":
		ink, text = f.look.dim, f.say.App.NotTold
	}
	if row.turn != nil && chosen {
		text = "‹ " + text + " ›"
	}
	lines := draw.Wrap(text, valueW)
	if len(lines) > row.h {
		lines = append(lines[:row.h-1:row.h-1], draw.Fit(strings.Join(lines[row.h-1:], " "), valueW))
	}
	out := make([]string, row.h)
	for i := range out {
		label, origin, value := cursor+row.label, "", ""
		if i > 0 {
			label = "  "
		} else if row.origin != "" {
			origin = f.desk.origin(row.origin)
		}
		if i < len(lines) {
			value = lines[i]
		}
		shown := on(ink).Paint(draw.Fit(value, valueW))
		if chosen && f.writing && i == 0 {
			shown = f.look.field.Paint(draw.Fit(f.input.View(), valueW))
		}
		mark := f.look.dim
		if row.origin == model.Own {
			mark = f.look.good
		}
		out[i] = on(f.look.dim).Paint(draw.Fit(label, f.labelW+1)+" ") + shown + on(mark).Paint(draw.FitRight(origin, originW))
	}
	return out
}

// drawPlain draws a line that is only there to be read, or to go somewhere from.
func (f *form) drawPlain(row placedField, cursor string) []string {
	w, chosen := f.area.Dx(), row.id == f.at
	ink := f.look.plain
	switch {
	case row.sign == "→":
		ink = f.look.title
	case chosen:
		ink = f.look.strong
	}
	var out []string
	for i, line := range draw.Wrap(row.label, w-4) {
		before := cursor + draw.Fit(row.sign, 2)
		if i > 0 {
			before = "    "
		}
		out = append(out, f.on(chosen, ink).Paint(draw.Fit(before+line, w)))
	}
	return out
}

// drawBlock draws a longer text below its label.
func (f *form) drawBlock(row placedField, cursor string) []string {
	w, chosen := f.area.Dx(), row.id == f.at
	ink, mark := f.look.plain, ""
	if row.draft {
		ink, mark = f.look.draft, f.say.App.Draft
	}
	out := []string{f.on(chosen, f.look.dim).Paint(draw.Fit(cursor+row.label, w-draw.Width(mark)) + mark)}
	lines := draw.Wrap(row.value, w-4)
	for i := range row.h - 1 {
		text := ""
		if i < len(lines) {
			text = lines[i]
		}
		if i == row.h-2 && len(lines) > row.h-1 {
			text = draw.Fit(strings.Join(lines[i:], " "), w-4)
		}
		out = append(out, f.on(chosen, ink).Paint(draw.Fit("    "+text, w)))
	}
	return out
}

// helpText is the line under the form: why a text was refused, or what the field is.
func (f *form) helpText() (string, draw.Ink) {
	x, _, _ := f.current()
	if r, ok := f.refusals[x.id]; ok {
		return r.why, f.look.bad
	}
	return x.help, f.look.dim
}

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
