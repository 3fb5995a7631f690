// Package calendar is the step that says when.
package calendar

import (
	"image"
	"math"
	"strings"

	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/form"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"

	"charm.land/bubbles/v2/textinput"
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

// cell writes an amount in a month's width: thousands where the room is small.
func (c *calendar) cell(v float64) string {
	switch {
	case v == 0:
		return "·"
	case c.monthW >= 7:
		return c.Say.Short(v)
	}
	k := v / 1e5
	if k < 9.95 && k > -0.05 {
		return c.Say.Number(k, 1)
	}
	return c.Say.Number(k, 0)
}

func (c *calendar) Draw() draw.Block {
	say, p, w := &c.Say.Calendar, c.Plan(), c.area.Dx()
	unit := say.InEuro
	if c.monthW < 7 {
		unit = say.InThousands
	}
	head := c.Look.Title.Paint(draw.Fit(say.Question, w-draw.Width(unit)-1)) + " " + c.Look.Dim.Paint(unit)
	out := draw.Text(w, head, "", c.months())
	var totals [12]float64
	var most model.Money = 1
	for i := range p.Channels {
		for m, v := range plan.MonthsOf(p, i) {
			totals[m] += float64(v)
			most = max(most, v)
		}
	}
	for y := c.list.Min.Y; y < c.list.Max.Y; y++ {
		out.Lines = append(out.Lines, draw.Fit(c.channelRow(y-c.list.Min.Y+c.top, most), w))
	}
	if len(p.Channels) == 0 {
		out = draw.Stack(out, draw.Paragraph(w, c.Look.Dim, c.Say.Budget.NoChannels))
	}
	o := c.Outlook()
	var cash [12]float64
	for m := range cash {
		cash[m] = o.Back[m] - o.Paid[m]
	}
	out = draw.Stack(out, draw.Text(w, c.MoreRule(c.nameW+12*c.monthW, len(p.Channels), c.top, c.list.Dy()),
		c.sums(say.Total, totals, c.Look.Strong), c.cash(cash), c.eventRow()))
	return draw.Stack(out, draw.Within(w, 3, c.Look.Dim, c.about())).Tall(c.area.Dy())
}

func (c *calendar) months() string {
	line := draw.Spaces(c.nameW)
	for m := range 12 {
		ink := c.Look.Dim
		if m == c.col {
			ink = c.Look.Title
		}
		line += ink.Paint(draw.FitRight(c.Say.ShortMonth(c.Plan().Start+model.Month(m)), c.monthW))
	}
	return line
}

// channelRow is a channel's months, the fuller the stronger.
func (c *calendar) channelRow(row int, most model.Money) string {
	p := c.Plan()
	ch := p.Channels[row]
	chosen := row == c.row
	ink := c.Look.Plain
	cursor := "  "
	if chosen {
		ink, cursor = c.Look.Strong, "▸ "
	}
	var b strings.Builder
	b.Grow(1024)
	c.On(chosen, ink).To(&b, cursor+draw.Fit(c.ShortName(ch), c.nameW-2))
	for m, v := range plan.MonthsOf(p, row) {
		level := min(int(float64(v)/float64(most)*float64(len(c.Look.Heat))), len(c.Look.Heat)-1)
		cell := c.Look.Heat[level]
		if v == 0 {
			cell = c.Look.Dim
		}
		if chosen && m == c.col {
			cell = c.Look.ChosenCell
		}
		cell.To(&b, draw.FitRight(c.cell(float64(v)), c.monthW))
	}
	if chosen && c.typed {
		line := b.String()
		x := c.inputX()
		return draw.Cut(line, 0, x) + c.Look.Field.Paint(draw.Fit(" "+c.input.View(), 14)) + draw.Cut(line, x+14,
			c.nameW+12*c.monthW)
	}
	return b.String()
}

func (c *calendar) sums(label string, months [12]float64, ink draw.Ink) string {
	line := ink.Paint(draw.Fit("  "+label, c.nameW))
	for _, v := range months {
		at := ink
		if v < 0 {
			at = c.Look.Warn
		}
		line += at.Paint(draw.FitRight(c.cell(v), c.monthW))
	}
	return line
}

// cash writes how the cash stands: every second month where the columns are too narrow.
func (c *calendar) cash(months [12]float64) string {
	say := &c.Say.Calendar
	if c.monthW >= 7 {
		crowded := false
		for _, v := range months {
			crowded = crowded || draw.Width(c.cell(v)) >= c.monthW
		}
		if !crowded {
			return c.sums(say.Cash, months, c.Look.Dim)
		}
		for m := range months {
			months[m] = math.Round(months[m]/1e5) * 100
		}
		return c.sums(say.CashInThousands, months, c.Look.Dim)
	}
	short := true
	for _, v := range months {
		short = short && draw.Width(c.cell(v)) < c.monthW
	}
	if short {
		return c.sums(say.Cash, months, c.Look.Dim)
	}
	line := c.Look.Dim.Paint(draw.Fit("  "+say.Cash, c.nameW))
	for m := 1; m < len(months); m += 2 {
		ink := c.Look.Dim
		if months[m] < 0 {
			ink = c.Look.Warn
		}
		line += ink.Paint(draw.FitRight(c.cell(months[m]), 2*c.monthW))
	}
	return line
}

// eventRow marks the months with something to remember.
func (c *calendar) eventRow() string {
	line := c.Look.Dim.Paint(draw.Fit("  "+c.Say.Calendar.Events, c.nameW))
	for m := range 12 {
		sign := ""
		for _, e := range c.Plan().Events {
			if e.Month == c.Plan().Start+model.Month(m) {
				sign = "◆"
			}
		}
		line += c.Look.Money.Paint(draw.FitRight(sign, c.monthW))
	}
	return line
}

// about is what there is to know of the cell in hand.
func (c *calendar) about() string {
	say, p := &c.Say.Calendar, c.Plan()
	var parts []string
	if c.row < len(p.Channels) {
		ch := p.Channels[c.row]
		parts = append(parts, say.CellIs.With("channel", c.Name(ch), "month", c.Say.Month(c.month()), "amount",
			c.Say.Exact(plan.MonthsOf(p, c.row)[c.col]), "how", c.spreadOf(ch)))
	}
	for _, e := range p.Events {
		if e.Month == c.month() {
			parts = append(parts, "◆ "+ask.EventText(c.Desk, e))
		}
	}
	back := c.Payback()
	if p.Months > 12 {
		back += "; " + say.EveryYear
	}
	back = strings.ToUpper(back[:1]) + back[1:] + "."
	return strings.Join(append([]string{back}, parts...), "  ")
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
