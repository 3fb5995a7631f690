// The sliders: the mouse on them.

package budget

import (
	"arringa/model"
	"arringa/ui/desk"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

func (b *budget) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	row := -1
	switch {
	case m.Y == b.totalY:
		row = 0
	case m.Y >= b.list.Min.Y && m.Y < b.list.Max.Y:
		row = m.Y - b.list.Min.Y + b.top + 1
	}
	x := m.X - b.area.Min.X - b.cols.sliderX
	switch msg.(type) {
	case tea.MouseClickMsg:
		if row < 0 || row > b.Onward() || m.X >= b.area.Min.X+b.tableWidth() {
			return nil
		}
		if _, left := b.Leave(); !left {
			return nil
		}
		if row == b.Onward() {
			b.Visit(desk.AtBudget.Next())
			return nil
		}
		again := row == b.Row
		b.choose(row)
		switch {
		case x >= 0 && x < b.cols.slider:
			b.drag = row
			b.dragTo(x)
		case again && x >= b.cols.slider:
			b.begin(b.Say.Typed(b.Amount()), false)
		}
	case tea.MouseMotionMsg:
		if b.drag >= 0 {
			b.dragTo(x)
		}
	case tea.MouseReleaseMsg:
		if b.drag >= 0 {
			b.dragTo(x)
			b.drag = -1
			b.Work.Seal()
		}
	case tea.MouseWheelMsg:
		if row < 0 || row >= b.Onward() {
			return nil
		}
		if _, left := b.Leave(); !left {
			return nil
		}
		b.choose(row)
		if m.Button == tea.MouseWheelUp {
			b.nudge(1)
		} else {
			b.nudge(-1)
		}
	}
	return nil
}

// dragTo gives the dragged row what stands under cell x of its slider, in whole steps.
func (b *budget) dragTo(x int) {
	full := b.full[min(b.Row, 1)]
	want := model.Money(draw.SliderAt(x, b.cols.slider, int64(full)))
	fine := max(nice(full/model.Money(4*b.cols.slider)), 100)
	b.Set("drag", (want+fine/2)/fine*fine)
}
