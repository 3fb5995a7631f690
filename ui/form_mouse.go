package ui

import (
	"image"
	"strings"

	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// formMouse takes the row under the mouse in hand; what looks like a button does what it
// says at one click, another row at a second one. The wheel moves.
func (f *form) formMouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if r := f.rowAt(image.Pt(m.X, m.Y)); r != nil {
			return f.click(r, m.X-f.area.Min.X)
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			return f.move(-1)
		}
		return f.move(1)
	}
	return nil
}

// rowAt is the row that stands at a cell of the frame; nil for none, or a heading.
func (f *form) rowAt(at image.Point) *row {
	if !at.In(f.area) {
		return nil
	}
	for _, r := range f.rows {
		if y := f.area.Min.Y + r.y - f.top; at.Y >= y && at.Y < y+r.h && !r.isHeading() {
			return r
		}
	}
	return nil
}

// click takes a row in hand, or does what a row in hand does, x cells from the left.
func (f *form) click(r *row, x int) tea.Cmd {
	again := r == f.hand()
	cmd := f.goTo(r.id)
	switch {
	case r.isButton():
		return tea.Batch(cmd, f.opening(r.open)())
	case !again:
	case r.turn != nil && x == f.labelW+2 && strings.HasPrefix(draw.Cut(r.plainText(), x, x+1), "‹"):
		r.turn(-1)
	case r.turn != nil:
		r.turn(1)
	case r.open != nil:
		return r.open()
	case r.typable() && !r.writing:
		r.begin("")
	}
	return cmd
}
