package ui

import (
	"image"
	"math"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"

	"charm.land/bubbles/v2/textinput"
)

// calendar is the step that says when the money is spent: a row a channel, a column a
// month of the plan's first twelve, and the days to remember.
type calendar struct {
	*desk
	row, col int
	top      int // first channel shown
	typed    bool
	input    textinput.Model
	area     image.Rectangle
	list     image.Rectangle // the channels' rows
	nameW    int
	monthW   int
}

func newCalendar(d *desk) *calendar { return &calendar{desk: d} }

func (c *calendar) id() string    { return string(atCalendar) }
func (c *calendar) title() string { return c.say.Calendar.Title }

func (c *calendar) visited() tea.Cmd {
	c.row = min(c.row, max(len(c.plan().Channels)-1, 0))
	return nil
}

func (c *calendar) month() model.Month { return c.plan().Start + model.Month(c.col) }

func (c *calendar) commands() []command {
	say, p := &c.say.Calendar, c.plan()
	none := unless(len(p.Channels) > 0, c.say.Budget.NoChannels)
	spread := func(kind model.CalendarKind) func() tea.Cmd {
		return func() tea.Cmd {
			c.edit("", say.Spread, func(p model.Plan) model.Plan { return plan.SetCalendar(p, c.row, kind) })
			ch := c.plan().Channels[c.row]
			c.tell(say.SpreadNow.With("channel", c.name(ch), "how", c.spreadOf(ch)))
			return nil
		}
	}
	move := func(rows, cols int) func() tea.Cmd { return func() tea.Cmd { c.move(rows, cols); return nil } }
	return []command{
		{scope: moves, keys: []string{"enter"}, name: c.say.App.GoOn, bar: true, do: func() tea.Cmd { c.visit(atRole); return nil }},
		{scope: moves, keys: []string{"right"}, name: c.say.App.NextValue, do: move(0, 1)},
		{scope: moves, keys: []string{"left"}, name: c.say.App.PreviousValue, do: move(0, -1)},
		{scope: moves, keys: []string{"down"}, name: c.say.App.Down, do: move(1, 0)},
		{scope: moves, keys: []string{"up"}, name: c.say.App.Up, do: move(-1, 0)},
		{scope: moves, keys: []string{"home"}, name: c.say.App.First, do: move(0, -12)},
		{scope: moves, keys: []string{"end"}, name: c.say.App.Last, do: move(0, 12)},
		{keys: []string{"e"}, name: say.Even, off: none, bar: true, do: spread(model.Even)},
		{keys: []string{"s"}, name: say.Season, off: none, bar: true, do: spread(model.BySeason)},
		{scope: here, keys: []string{"backspace"}, name: say.TypeMonth, off: none, do: func() tea.Cmd { c.begin(""); return nil }},
		{keys: []string{"n"}, name: say.AddEvent, bar: true, do: func() tea.Cmd { c.show(newEvent(c.desk, c.month(), c.channel(), -1)); return nil }},
		{keys: []string{"v"}, name: say.Events, off: unless(len(p.Events) > 0, say.NoEvents), bar: true, do: func() tea.Cmd { c.show(newEvents(c.desk)); return nil }},
	}
}

// channel is the channel in hand; none when there is none.
func (c *calendar) channel() model.ChannelID {
	if p := c.plan(); c.row < len(p.Channels) {
		return p.Channels[c.row].ID
	}
	return ""
}

func (c *calendar) move(rows, cols int) {
	c.row = min(max(c.row+rows, 0), max(len(c.plan().Channels)-1, 0))
	c.col = min(max(c.col+cols, 0), 11)
}

func (c *calendar) begin(text string) {
	c.input = newInput(c.look)
	if text == "" {
		text = c.say.Typed(plan.MonthsOf(c.plan(), c.row)[c.col])
	}
	c.input.SetValue(text)
	c.input.CursorEnd()
	c.input.SetWidth(12)
	c.typed = true
	c.work.Seal()
}

func (c *calendar) typing() bool { return c.typed }

func (c *calendar) key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if !c.typed {
		if len(c.plan().Channels) > 0 && strings.ContainsAny(msg.Text, "0123456789€") {
			c.begin(msg.Text)
			return nil, true
		}
		return nil, false
	}
	switch msg.String() {
	case "esc":
		c.typed = false
	case "enter", "tab", "down", "up":
		if c.take() {
			rows := map[string]int{"down": 1, "up": -1}[msg.String()]
			c.move(rows, 1-rows*rows)
		}
	case "ctrl+c", "ctrl+q", "ctrl+s", "pgup", "pgdown":
		return nil, !c.take()
	default:
		var cmd tea.Cmd
		c.input, cmd = c.input.Update(msg)
		return cmd, true
	}
	return nil, true
}

// take gives the month what was typed; false when it was not understood.
func (c *calendar) take() bool {
	text := strings.TrimSpace(c.input.Value())
	want, err := model.ParseMoney(text)
	if err != nil {
		c.refuse(c.explain(err, text))
		return false
	}
	c.typed = false
	ch := c.plan().Channels[c.row]
	if want > ch.Amount {
		c.tell(c.say.Calendar.MoreThanYear.With("channel", c.name(ch), "amount", c.say.Exact(ch.Amount)))
	}
	if c.edit("", c.name(ch), func(p model.Plan) model.Plan { return plan.SetMonth(p, c.row, c.col, want) }); want <= ch.Amount {
		c.tell(c.say.Calendar.MonthSet.With("channel", c.name(ch), "amount", c.say.Exact(ch.Amount)))
	}
	return true
}

func (c *calendar) paste(text string) {
	c.input.SetValue(c.input.Value() + strings.TrimSpace(text))
	c.input.CursorEnd()
}

func (c *calendar) cursor() *tea.Cursor {
	return placedCursor(&c.input, image.Pt(c.area.Min.X+c.inputX()+1, c.list.Min.Y+c.row-c.top))
}

// inputX is where the line for typing begins: at its month, as far as there is room.
func (c *calendar) inputX() int {
	return min(c.nameW+c.col*c.monthW, c.area.Dx()-14)
}

func (c *calendar) layout(area image.Rectangle) {
	c.area = area
	c.monthW = min(max((area.Dx()-15)/12, 4), 9)
	c.nameW = min(area.Dx()-12*c.monthW, 36)
	first := area.Min.Y + 3
	rows := max(area.Dy()-3-7, 1)
	n := len(c.plan().Channels)
	c.list = image.Rect(area.Min.X, first, area.Max.X, first+min(rows, n))
	c.top = scrolled(c.top, c.row, rows, n)
}

// cell writes an amount in a month's width: thousands where the room is small.
func (c *calendar) cell(v float64) string {
	switch {
	case v == 0:
		return "·"
	case c.monthW >= 7:
		return c.say.Short(v)
	}
	k := v / 1e5
	if k < 9.95 && k > -0.05 {
		return c.say.Number(k, 1)
	}
	return c.say.Number(k, 0)
}

func (c *calendar) draw() draw.Block {
	say, p, w := &c.say.Calendar, c.plan(), c.area.Dx()
	unit := say.InEuro
	if c.monthW < 7 {
		unit = say.InThousands
	}
	head := c.look.title.Paint(draw.Fit(say.Question, w-draw.Width(unit)-1)) + " " + c.look.dim.Paint(unit)
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
		out = draw.Stack(out, draw.Paragraph(w, c.look.dim, c.say.Budget.NoChannels))
	}
	o := c.outlook()
	var cash [12]float64
	for m := range cash {
		cash[m] = o.Back[m] - o.Paid[m]
	}
	out = draw.Stack(out, draw.Text(w, c.moreRule(c.nameW+12*c.monthW, len(p.Channels), c.top, c.list.Dy()),
		c.sums(say.Total, totals, c.look.strong), c.cash(cash), c.eventRow()))
	return draw.Stack(out, draw.Paragraph(w, c.look.dim, c.about()).Tall(3)).Tall(c.area.Dy())
}

func (c *calendar) months() string {
	line := draw.Spaces(c.nameW)
	for m := range 12 {
		ink := c.look.dim
		if m == c.col {
			ink = c.look.title
		}
		line += ink.Paint(draw.FitRight(c.say.ShortMonth(c.plan().Start+model.Month(m)), c.monthW))
	}
	return line
}

// channelRow is a channel's months, the fuller the stronger.
func (c *calendar) channelRow(row int, most model.Money) string {
	p := c.plan()
	ch := p.Channels[row]
	chosen := row == c.row
	ink := c.look.plain
	cursor := "  "
	if chosen {
		ink, cursor = c.look.strong, "▸ "
	}
	var b strings.Builder
	b.Grow(1024)
	c.on(chosen, ink).To(&b, cursor+draw.Fit(c.shortName(ch), c.nameW-2))
	for m, v := range plan.MonthsOf(p, row) {
		level := min(int(float64(v)/float64(most)*float64(len(c.look.heat))), len(c.look.heat)-1)
		cell := c.look.heat[level]
		if v == 0 {
			cell = c.look.dim
		}
		if chosen && m == c.col {
			cell = c.look.chosenCell
		}
		cell.To(&b, draw.FitRight(c.cell(float64(v)), c.monthW))
	}
	if chosen && c.typed {
		line := b.String()
		x := c.inputX()
		return draw.Cut(line, 0, x) + c.look.field.Paint(draw.Fit(" "+c.input.View(), 14)) + draw.Cut(line, x+14, c.nameW+12*c.monthW)
	}
	return b.String()
}

func (c *calendar) sums(label string, months [12]float64, ink draw.Ink) string {
	line := ink.Paint(draw.Fit("  "+label, c.nameW))
	for _, v := range months {
		at := ink
		if v < 0 {
			at = c.look.warn
		}
		line += at.Paint(draw.FitRight(c.cell(v), c.monthW))
	}
	return line
}

// cash writes how the cash stands: every second month where the columns are too narrow.
func (c *calendar) cash(months [12]float64) string {
	say := &c.say.Calendar
	if c.monthW >= 7 {
		crowded := false
		for _, v := range months {
			crowded = crowded || draw.Width(c.cell(v)) >= c.monthW
		}
		if !crowded {
			return c.sums(say.Cash, months, c.look.dim)
		}
		for m := range months {
			months[m] = math.Round(months[m]/1e5) * 100
		}
		return c.sums(say.CashInThousands, months, c.look.dim)
	}
	short := true
	for _, v := range months {
		short = short && draw.Width(c.cell(v)) < c.monthW
	}
	if short {
		return c.sums(say.Cash, months, c.look.dim)
	}
	line := c.look.dim.Paint(draw.Fit("  "+say.Cash, c.nameW))
	for m := 1; m < len(months); m += 2 {
		ink := c.look.dim
		if months[m] < 0 {
			ink = c.look.warn
		}
		line += ink.Paint(draw.FitRight(c.cell(months[m]), 2*c.monthW))
	}
	return line
}

// eventRow marks the months with something to remember.
func (c *calendar) eventRow() string {
	line := c.look.dim.Paint(draw.Fit("  "+c.say.Calendar.Events, c.nameW))
	for m := range 12 {
		sign := ""
		for _, e := range c.plan().Events {
			if e.Month == c.plan().Start+model.Month(m) {
				sign = "◆"
			}
		}
		line += c.look.money.Paint(draw.FitRight(sign, c.monthW))
	}
	return line
}

// about is what there is to know of the cell in hand.
func (c *calendar) about() string {
	say, p := &c.say.Calendar, c.plan()
	var parts []string
	if c.row < len(p.Channels) {
		ch := p.Channels[c.row]
		parts = append(parts, say.CellIs.With("channel", c.name(ch), "month", c.say.Month(c.month()), "amount", c.say.Exact(plan.MonthsOf(p, c.row)[c.col]), "how", c.spreadOf(ch)))
	}
	for _, e := range p.Events {
		if e.Month == c.month() {
			parts = append(parts, "◆ "+eventText(c.desk, e))
		}
	}
	back := c.payback()
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
		return c.say.Budget.CalendarSeason
	case model.Typed:
		return c.say.Budget.CalendarTyped
	}
	return c.say.Budget.CalendarEven
}

func (c *calendar) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if c.typed && !c.take() {
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
		if m.Button == tea.MouseWheelUp {
			c.move(-1, 0)
		} else {
			c.move(1, 0)
		}
	}
	return nil
}
