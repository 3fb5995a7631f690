// Month by month: how it looks.

package calendar

import (
	"math"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/ask"
	"arringa/ui/draw"
)

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
	balance, thousands := say.Cash, say.CashInThousands
	if c.Plan().Company.VAT.Cost() != 1 { // the spend above is without it
		balance, thousands = say.CashVAT, say.CashVATInThousands
	}
	if c.monthW >= 7 {
		crowded := false
		for _, v := range months {
			crowded = crowded || draw.Width(c.cell(v)) >= c.monthW
		}
		if !crowded {
			return c.sums(balance, months, c.Look.Dim)
		}
		for m := range months {
			months[m] = math.Round(months[m]/1e5) * 100
		}
		return c.sums(thousands, months, c.Look.Dim)
	}
	short := true
	for _, v := range months {
		short = short && draw.Width(c.cell(v)) < c.monthW
	}
	if short {
		return c.sums(balance, months, c.Look.Dim)
	}
	line := c.Look.Dim.Paint(draw.Fit("  "+balance, c.nameW))
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
