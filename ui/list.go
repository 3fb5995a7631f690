package ui

import (
	"image"

	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// choice is a line of a list, and what choosing it does.
type choice struct {
	label string
	do    func() tea.Cmd
}

// list is a dialog in which one of a few things is chosen; choosing closes it.
type list struct {
	*desk
	name, heading, text string
	choices             []choice
	at, top             int
	area                image.Rectangle
	first               int // line of the first choice within the area
}

func newList(d *desk, name, heading, text string, choices ...choice) *list {
	return &list{desk: d, name: name, heading: heading, text: text, choices: choices}
}

func (l *list) id() string    { return l.name }
func (l *list) title() string { return l.heading }

func (l *list) commands() []command {
	say := &l.say.App
	return []command{
		{scope: moves, keys: []string{"enter"}, name: say.Choose, bar: true, do: func() tea.Cmd { return l.choose(l.at) }},
		{scope: moves, keys: []string{"up", "k", "shift+tab"}, name: say.Up, do: func() tea.Cmd { l.at = max(l.at-1, 0); return nil }},
		{scope: moves, keys: []string{"down", "j", "tab"}, name: say.Down, do: func() tea.Cmd { l.at = min(l.at+1, len(l.choices)-1); return nil }},
		{scope: moves, keys: []string{"home"}, name: say.First, do: func() tea.Cmd { l.at = 0; return nil }},
		{scope: moves, keys: []string{"end"}, name: say.Last, do: func() tea.Cmd { l.at = len(l.choices) - 1; return nil }},
	}
}

func (l *list) choose(i int) tea.Cmd {
	if i < 0 || i >= len(l.choices) {
		return nil
	}
	l.close()
	return l.choices[i].do()
}

func (l *list) size(room image.Point) image.Point {
	w := min(64, room.X)
	for _, c := range l.choices {
		w = min(max(w, draw.Width(c.label)+2), room.X)
	}
	h := len(l.choices)
	if l.text != "" {
		h += len(draw.Wrap(l.text, w)) + 1
	}
	return image.Pt(w, min(h, room.Y))
}

func (l *list) layout(area image.Rectangle) {
	l.area, l.first = area, 0
	if l.text != "" {
		l.first = len(draw.Wrap(l.text, area.Dx())) + 1
	}
	rows := max(area.Dy()-l.first, 1)
	l.top = scrolled(l.top, l.at, rows, len(l.choices))
}

// scrolled is the first line to show so that line at is among the rows shown.
func scrolled(top, at, rows, n int) int {
	if at < top {
		top = at
	}
	if at >= top+rows {
		top = at - rows + 1
	}
	return max(min(top, n-rows), 0)
}

func (l *list) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	row := m.Y - l.area.Min.Y - l.first + l.top
	switch msg.(type) {
	case tea.MouseClickMsg:
		if m.Y >= l.area.Min.Y+l.first && m.Y < l.area.Max.Y && row < len(l.choices) {
			l.at = row
			return l.choose(row)
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			l.at = max(l.at-1, 0)
		} else {
			l.at = min(l.at+1, len(l.choices)-1)
		}
	}
	return nil
}

func (l *list) draw() draw.Block {
	w := l.area.Dx()
	b := draw.Block{W: w}
	if l.text != "" {
		b = draw.Stack(draw.Paragraph(w, l.look.plain, l.text), draw.Blank(w, 1))
	}
	for i := l.top; i < len(l.choices) && len(b.Lines) < l.area.Dy(); i++ {
		cursor, ink := "  ", l.look.plain
		if i == l.at {
			cursor, ink = "▸ ", l.look.title
		}
		b.Lines = append(b.Lines, l.on(i == l.at, ink).Paint(draw.Fit(cursor+l.choices[i].label, w)))
	}
	return b.Tall(l.area.Dy())
}
