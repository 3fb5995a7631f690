// The mouse on forms; huh has none.

package form

import (
	"image"
	"strings"

	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// FormMouse takes the row under the mouse in hand; what looks like a button does what it
// says at one click, another row at a second one. The wheel moves.
func (f *Form) FormMouse(msg tea.MouseMsg) tea.Cmd {
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
func (f *Form) rowAt(at image.Point) *row {
	if !at.In(f.area) {
		return nil
	}
	for _, r := range f.Rows {
		if y := f.area.Min.Y + r.y - f.top; at.Y >= y && at.Y < y+r.h && !r.isHeading() {
			return r
		}
	}
	return nil
}

// click takes a row in hand, or does what a row in hand does, x cells from the left.
func (f *Form) click(r *row, x int) tea.Cmd {
	again := r == f.Hand()
	cmd := f.GoTo(r.ID)
	switch {
	case r.isButton():
		return tea.Batch(cmd, f.opening(r.Open)())
	case !again:
	case r.Turn != nil && x == f.labelW+2 && strings.HasPrefix(draw.Cut(r.plainText(), x, x+1), "‹"):
		r.Turn(-1)
	case r.Turn != nil:
		r.Turn(1)
	case r.Open != nil:
		return r.Open()
	case r.typable() && !r.writing:
		r.begin("")
	}
	return cmd
}
