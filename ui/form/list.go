// A dialog in which one of a few things is chosen.

package form

import (
	"image"

	"arringa/ui/desk"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// Choice is a line of a list, and what choosing it does.
type Choice struct {
	Label string
	Do    func() tea.Cmd
}

// List is a dialog in which one of a few things is chosen; choosing closes it.
type List struct {
	*desk.Desk
	name, heading, text string
	Choices             []Choice
	At, top             int
	Once                bool // choosing changes the plan, so the way through it is not gone again
	area                image.Rectangle
	first               int // line of the first choice within the area
}

// NewList is a list to choose from; see List.
func NewList(d *desk.Desk, name, heading, text string, choices ...Choice) *List {
	return &List{Desk: d, name: name, heading: heading, text: text, Choices: choices}
}

// ID implements desk.Screen.
func (l *List) ID() string { return l.name }

// Title implements desk.Screen.
func (l *List) Title() string { return l.heading }

// Commands implements desk.Screen.
func (l *List) Commands() []desk.Command {
	say := &l.Say.App
	to := func(at int) func() tea.Cmd { return func() tea.Cmd { l.At = at; return nil } }
	last := len(l.Choices) - 1
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: say.Choose, Bar: true,
			Do: func() tea.Cmd { return l.Pick(l.At) }},
		{Scope: desk.Moves, Keys: []string{"up", "k", "shift+tab"}, Name: say.Up, Do: to(max(l.At-1, 0))},
		{Scope: desk.Moves, Keys: []string{"down", "j", "tab"}, Name: say.Down, Do: to(min(l.At+1, last))},
		{Scope: desk.Moves, Keys: []string{"home"}, Name: say.First, Do: to(0)},
		{Scope: desk.Moves, Keys: []string{"end"}, Name: say.Last, Do: to(last)},
	}
}

// Pick takes the i-th choice and closes the list.
func (l *List) Pick(i int) tea.Cmd {
	if i < 0 || i >= len(l.Choices) {
		return nil
	}
	l.Close()
	return l.Choices[i].Do()
}

// Size implements desk.Dialog.
func (l *List) Size(room image.Point) image.Point {
	w := min(64, room.X)
	for _, c := range l.Choices {
		w = min(max(w, draw.Width(c.Label)+2), room.X)
	}
	h := len(l.Choices)
	if l.text != "" {
		h += len(draw.Wrap(l.text, w)) + 1
	}
	return image.Pt(w, min(h, room.Y))
}

// Layout implements desk.Screen.
func (l *List) Layout(area image.Rectangle) {
	l.area, l.first = area, 0
	if l.text != "" {
		l.first = len(draw.Wrap(l.text, area.Dx())) + 1
	}
	rows := max(area.Dy()-l.first, 1)
	l.top = Scrolled(l.top, l.At, rows, len(l.Choices))
}

// Scrolled is the first line to show so that line at is among the rows shown.
func Scrolled(top, at, rows, n int) int {
	if at < top {
		top = at
	}
	if at >= top+rows {
		top = at - rows + 1
	}
	return max(min(top, n-rows), 0)
}

// Mouse implements desk.Screen.
func (l *List) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	row := m.Y - l.area.Min.Y - l.first + l.top
	switch msg.(type) {
	case tea.MouseClickMsg:
		if m.Y >= l.area.Min.Y+l.first && m.Y < l.area.Max.Y && row < len(l.Choices) {
			l.At = row
			return l.Pick(row)
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			l.At = max(l.At-1, 0)
		} else {
			l.At = min(l.At+1, len(l.Choices)-1)
		}
	}
	return nil
}

// Draw implements desk.Screen.
func (l *List) Draw() draw.Block {
	w := l.area.Dx()
	b := draw.Block{W: w}
	if l.text != "" {
		b = draw.Stack(draw.Paragraph(w, l.Look.Plain, l.text), draw.Blank(w, 1))
	}
	for i := l.top; i < len(l.Choices) && len(b.Lines) < l.area.Dy(); i++ {
		cursor, ink := "  ", l.Look.Plain
		if i == l.At {
			cursor, ink = "▸ ", l.Look.Title
		}
		b.Lines = append(b.Lines, l.On(i == l.At, ink).Paint(draw.Fit(cursor+l.Choices[i].Label, w)))
	}
	return b.Tall(l.area.Dy())
}
