// Package calendar is the step that says when.
package calendar

import (
	"image"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/form"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// calendar is the step that says when the money is spent: a row a channel, a column a
// month of the plan's first twelve, and the days to remember.
type calendar struct {
	*desk.Desk
	row, col int
	top      int // first channel shown
	typed    bool
	was      string // what stood in the line when it was opened
	input    textinput.Model
	area     image.Rectangle
	list     image.Rectangle // the channels' rows
	nameW    int
	monthW   int
}

// New is the step that says when.
func New(d *desk.Desk) *calendar { return &calendar{Desk: d} }

func (c *calendar) ID() string    { return string(desk.AtCalendar) }
func (c *calendar) Title() string { return c.Say.Calendar.Title }

func (c *calendar) Visited() tea.Cmd {
	c.row = min(c.row, max(len(c.Plan().Channels)-1, 0))
	return nil
}

func (c *calendar) month() model.Month { return c.Plan().Start + model.Month(c.col) }

func (c *calendar) Commands() []desk.Command {
	say, p := &c.Say.Calendar, c.Plan()
	none := desk.Unless(len(p.Channels) > 0, c.Say.Budget.NoChannels)
	spread := func(kind model.CalendarKind) func() tea.Cmd {
		return func() tea.Cmd {
			c.Edit("", say.Spread, func(p model.Plan) model.Plan { return plan.SetCalendar(p, c.row, kind) })
			ch := c.Plan().Channels[c.row]
			c.Tell(say.SpreadNow.With("channel", c.Name(ch), "how", c.spreadOf(ch)))
			return nil
		}
	}
	move := func(rows, cols int) func() tea.Cmd { return func() tea.Cmd { c.move(rows, cols); return nil } }
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: c.Say.App.GoOn, Bar: true,
			Do: func() tea.Cmd { c.Visit(desk.AtCalendar.Next()); return nil }},
		{Scope: desk.Moves, Keys: []string{"right"}, Name: c.Say.App.NextValue, Do: move(0, 1)},
		{Scope: desk.Moves, Keys: []string{"left"}, Name: c.Say.App.PreviousValue, Do: move(0, -1)},
		{Scope: desk.Moves, Keys: []string{"down"}, Name: c.Say.App.Down, Do: move(1, 0)},
		{Scope: desk.Moves, Keys: []string{"up"}, Name: c.Say.App.Up, Do: move(-1, 0)},
		{Scope: desk.Moves, Keys: []string{"home"}, Name: c.Say.App.First, Do: move(0, -12)},
		{Scope: desk.Moves, Keys: []string{"end"}, Name: c.Say.App.Last, Do: move(0, 12)},
		{Keys: []string{"e"}, Name: say.Even, Off: none, Bar: true, Do: spread(model.Even)},
		{Keys: []string{"s"}, Name: say.Season, Off: none, Bar: true, Do: spread(model.BySeason)},
		{Scope: desk.Here, Keys: []string{"backspace"}, Name: say.TypeMonth, Off: none,
			Do: func() tea.Cmd { c.begin(""); return nil }},
		{Keys: []string{"n"}, Name: say.AddEvent, Bar: true,
			Do: func() tea.Cmd { c.Show(ask.Event(c.Desk, c.month(), c.channel(), -1)); return nil }},
		{Keys: []string{"v"}, Name: say.Events, Off: desk.Unless(len(p.Events) > 0, say.NoEvents), Bar: true,
			Do: func() tea.Cmd { c.Show(ask.Events(c.Desk)); return nil }},
	}
}

// channel is the channel in hand; none when there is none.
func (c *calendar) channel() model.ChannelID {
	if p := c.Plan(); c.row < len(p.Channels) {
		return p.Channels[c.row].ID
	}
	return ""
}

func (c *calendar) move(rows, cols int) {
	c.row = min(max(c.row+rows, 0), max(len(c.Plan().Channels)-1, 0))
	c.col = min(max(c.col+cols, 0), 11)
}

func (c *calendar) Layout(area image.Rectangle) {
	c.area = area
	c.monthW = min(max((area.Dx()-15)/12, 4), 9)
	c.nameW = min(area.Dx()-12*c.monthW, 36)
	first := area.Min.Y + 3
	rows := max(area.Dy()-3-7, 1)
	n := len(c.Plan().Channels)
	c.list = image.Rect(area.Min.X, first, area.Max.X, first+min(rows, n))
	c.top = form.Scrolled(c.top, c.row, rows, n)
}

// spreadOf is how a channel's year is spread.
func (c *calendar) spreadOf(ch model.Channel) string {
	switch ch.Calendar.Kind {
	case model.BySeason:
		return c.Say.Budget.CalendarSeason
	case model.Typed:
		return c.Say.Budget.CalendarTyped
	}
	return c.Say.Budget.CalendarEven
}

func (c *calendar) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if _, left := c.Leave(); !left {
			return nil
		}
		if !image.Pt(m.X, m.Y).In(c.list) {
			return nil
		}
		row, col := m.Y-c.list.Min.Y+c.top, (m.X-c.area.Min.X-c.nameW)/c.monthW
		again := row == c.row && col == c.col
		c.row = row
		if m.X >= c.area.Min.X+c.nameW && col < 12 {
			c.col = col
			if again {
				c.begin("")
			}
		}
	case tea.MouseWheelMsg:
		if _, left := c.Leave(); !left {
			return nil
		}
		if m.Button == tea.MouseWheelUp {
			c.move(-1, 0)
		} else {
			c.move(1, 0)
		}
	}
	return nil
}
