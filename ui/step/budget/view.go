// The sliders: how they look.

package budget

import (
	"image"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"
)

// Layout gives each part of the table its width. What matters less goes first where room
// is short; what is left over makes the sliders longer, and a wide screen gets a panel.
func (b *budget) Layout(area image.Rectangle) {
	b.area = area
	w := area.Dx()
	c := columns{name: 16, amount: 9, contacts: 9}
	if w >= 108 {
		c.panel = min(w/3, 46)
		w -= c.panel + 2
	}
	used := func() int { return 2 + c.name + 1 + 1 + c.amount + c.share + c.contacts + c.customers + c.cac + c.next }
	for _, part := range []struct {
		at *int
		w  int
	}{{&c.next, 9}, {&c.cac, 8}, {&c.share, 5}, {&c.customers, 9}} {
		least := 14
		if part.at == &c.share || part.at == &c.customers {
			least = 22
		}
		if w-used()-part.w >= least {
			*part.at = part.w
		}
	}
	if spare := w - used(); spare > 30 {
		c.name += min(spare-30, 10)
	}
	c.slider = max(w-used(), 6)
	c.sliderX = 2 + c.name + 1
	b.cols = c

	b.totalY = area.Min.Y + 2
	first := b.totalY + 3
	rows := max(area.Max.Y-first-b.footHeight(), 1)
	n := b.Onward() // the channels and the line that goes on
	b.list = image.Rect(area.Min.X, first, area.Max.X, first+min(rows, n))
	if b.Row > 0 {
		b.top = form.Scrolled(b.top, b.Row-1, rows, n)
	}
	if !b.typed.share {
		b.typed.input.SetWidth(c.amount + c.contacts - 2)
	}
}

// footHeight is the room for what the plan brings, below the rows, where no panel says
// it.
func (b *budget) footHeight() int {
	if b.cols.panel > 0 {
		return 4
	}
	return 9
}

func (b *budget) tableWidth() int {
	return b.cols.sliderX + b.cols.slider + 1 + b.cols.amount + b.cols.share + b.cols.contacts + b.cols.customers +
		b.cols.cac + b.cols.next
}

func (b *budget) Draw() draw.Block {
	say, p := &b.Say.Budget, b.Plan()
	w := b.tableWidth()
	mode := say.ModePot
	if p.Sliders == model.FixedTotal {
		mode = say.ModeFixed
	}
	right := mode + " · " + say.StepOf.With("amount", b.Say.Money(b.step()))
	head := b.Look.Title.Paint(draw.Fit(say.Question, w-draw.Width(right)-1)) + " " + b.Look.Dim.Paint(right)
	out := draw.Text(w, head, "", b.totalRow(), b.potRow(), b.labels())
	for y := b.list.Min.Y; y < b.list.Max.Y; y++ {
		row := y - b.list.Min.Y + b.top + 1
		if row == b.Onward() {
			out.Lines = append(out.Lines, b.onwardRow(w))
			continue
		}
		out.Lines = append(out.Lines, b.channelRow(row))
	}
	out = draw.Stack(out, b.legend(w, b.area.Dy()-b.footHeight()-out.H())).Tall(b.area.Dy() - b.footHeight())
	out = draw.Stack(out, b.foot(w))
	if b.cols.panel > 0 {
		out = draw.Beside(out, draw.Blank(2, 1), b.panel(b.cols.panel, b.area.Dy()))
	}
	return draw.Stack(draw.Block{W: b.area.Dx()}, out).Tall(b.area.Dy())
}

func (b *budget) cursorSign(row int) string {
	if row == b.Row {
		return "▸ "
	}
	return "  "
}

// lastYear is what the plan's channels cost last year; 0 unless it is told of most of what is
// spent now: a year of which little is told would seem a leap.
func lastYear(p model.Plan) model.Money {
	var last, told model.Money
	for _, c := range p.Channels {
		if c.LastYear.Spend > 0 {
			last += c.LastYear.Spend
			told += c.Amount
		}
	}
	if 2*told < p.Allocated() {
		return 0
	}
	return last
}

// totalRow is the slider of the whole budget.
func (b *budget) totalRow() string {
	p, c := b.Plan(), b.cols
	chosen := b.Row == 0
	last := lastYear(p)
	look := b.Look.Slider
	look.Fill, look.Thumb = b.Look.Money, b.Look.Money
	var marks []draw.Mark
	if last > 0 {
		marks = append(marks, at(b.Look.LastYr, last))
	}
	line := b.On(chosen, b.Look.Strong).Paint(b.cursorSign(0)+draw.Fit(b.Say.Budget.Total, c.name)) + " " +
		draw.Slider(c.slider, int64(p.Budget), int64(b.full[0]), look, marks...) + " "
	rest := c.share + c.contacts + c.customers + c.cac + c.next
	if chosen && b.typed.on {
		return line + b.typedCell(c.amount+c.contacts-1) + draw.Spaces(rest-c.contacts+1)
	}
	note := ""
	if last > 0 {
		change := b.Say.SignedShare(float64(p.Budget-last) / float64(last))
		if note = b.Say.Budget.AgainstLastYear.With("change", change); draw.Width(note) > rest-2 {
			note = change
		}
	}
	return line + b.Look.Money.Paint(draw.FitRight(b.Say.Amount(p.Budget), c.amount)) +
		b.Look.Dim.Paint(draw.Fit("  "+note, rest))
}

func at(m draw.Mark, v model.Money) draw.Mark {
	m.At = int64(v)
	return m
}

// potRow is what is not given out yet.
func (b *budget) potRow() string {
	p, c := b.Plan(), b.cols
	ink, label := b.Look.Money, b.Say.Budget.Pot
	if p.Pot() == 0 {
		ink, label = b.Look.Dim, b.Say.Budget.PotEmpty
	}
	share := 0.0
	if p.Budget > 0 {
		share = float64(p.Pot()) / float64(p.Budget)
	}
	return b.Look.Dim.Paint("  "+draw.Fit(label, c.name)+" ") +
		ink.Paint(draw.Fit(strings.Repeat("━", int(share*float64(c.slider)+0.5)), c.slider)) + " " +
		ink.Paint(draw.FitRight(b.Say.Amount(p.Pot()), c.amount))
}

func (b *budget) labels() string {
	say, c := &b.Say.Budget, b.cols
	line := draw.Fit("  "+say.Channel, 2+c.name+1) + draw.Fit(b.scaleText(), c.slider+1) + draw.FitRight(say.AYear,
		c.amount)
	for _, part := range []struct {
		label string
		w     int
	}{{say.Share, c.share}, {say.Contacts, c.contacts}, {say.Customers, c.customers}, {say.CAC, c.cac},
		{say.Next, c.next}} {
		if part.w > 0 {
			line += draw.FitRight(part.label, part.w)
		}
	}
	return b.Look.Dim.Paint(line)
}

// scaleText says where the sliders begin and end.
func (b *budget) scaleText() string {
	right := b.Say.Money(b.full[1])
	return "0" + draw.FitRight(right, b.cols.slider-1)
}

// channelRow is a channel with its slider and what it brings. The ground of the row in hand
// is under its name alone, so that a move of the cursor sends little over a slow line.
func (b *budget) channelRow(row int) string {
	p, cols := b.Plan(), b.cols
	c, o, next := p.Channels[row-1], b.Outlook().Channels[row-1], b.Next()[row-1]
	chosen := row == b.Row
	look := b.Look.Slider
	nameInk := b.Look.Plain
	if c.Locked {
		look = b.Look.Ghost
	}
	if chosen {
		nameInk = b.Look.Strong
	}
	var room [5]draw.Mark
	marks := room[:0]
	if best, ok := b.BestSplit(); ok && !c.Locked {
		mark := at(b.Look.Best, best.Channels[row-1].Amount)
		if mark.At > int64(b.full[1]) { // beyond the end of the sliders
			mark.At, mark.Sign = int64(b.full[1]), "▸"
		}
		marks = append(marks, mark)
	}
	if c.AtLeast > 0 {
		marks = append(marks, at(b.Look.Limits[0], c.AtLeast))
	}
	if c.AtMost > 0 {
		marks = append(marks, at(b.Look.Limits[1], c.AtMost))
	}
	if c.Threshold > 0 {
		marks = append(marks, at(b.Look.Low, c.Threshold))
	}
	if c.LastYear.Spend > 0 {
		marks = append(marks, at(b.Look.LastYr, c.LastYear.Spend))
	}
	var line strings.Builder
	line.Grow(6*cols.slider + 200) // inks and all
	b.On(chosen, nameInk).To(&line, b.cursorSign(row)+draw.Fit(b.ShortName(c), cols.name))
	line.WriteByte(' ')
	draw.SliderTo(&line, cols.slider, int64(c.Amount), int64(b.full[1]), look, marks...)
	line.WriteByte(' ')
	if chosen && b.typed.on {
		line.WriteString(b.typedCell(cols.amount + cols.contacts - 1))
		line.WriteString(draw.Spaces(cols.share + cols.customers + cols.cac + cols.next + 1))
		return line.String()
	}
	b.figures(&line, c, o, next)
	return line.String()
}

// figures writes a channel's amount and what it brings.
func (b *budget) figures(line *strings.Builder, c model.Channel, o plan.ChannelOutlook, next plan.Marginal) {
	cols, whole := b.cols, b.Outlook()
	cell := func(w int, ink draw.Ink, text string) {
		if w > 0 {
			ink.To(line, draw.FitRight(text, w))
		}
	}
	amount := b.Look.Plain
	if c.Amount > 0 && c.Amount < c.Threshold {
		amount = b.Look.Bad
	}
	share, cac, cacInk := "", "–", b.Look.Plain
	if total := b.Plan().Budget; total > 0 {
		share = b.Say.Share(float64(c.Amount) / float64(total))
	}
	if cost, ok := o.CAC(); ok && c.Amount > 0 {
		cac = b.Say.Short(templates.Rounded(cost, templates.StepOf(cost)))
		switch {
		case cost > whole.LifetimeMargin:
			cacInk = b.Look.Bad
		case cost > whole.FirstYearMargin:
			cacInk = b.Look.Warn
		}
	}
	cell(cols.amount, amount, b.Say.Amount(c.Amount))
	cell(cols.share, b.Look.Dim, share)
	cell(cols.contacts, b.Look.Plain, b.expected(o.More.Contacts))
	cell(cols.customers, b.Look.Plain, b.expected(o.More.Customers))
	cell(cols.cac, cacInk, cac)
	thousand := "–" // below its threshold the channel would not be opened for it
	if c.Amount >= c.Threshold {
		thousand = "+" + b.Say.Short(templates.Rounded(next.Margin, templates.StepOf(next.Margin)))
	}
	cell(cols.next, b.Look.Accent, thousand)
}

// expected is how many are expected of a channel, rounded by itself.
func (b *budget) expected(x float64) string { return b.Say.ExpectedCount(x, templates.StepOf(x)) }

func (b *budget) typedCell(w int) string {
	suffix := ""
	if b.typed.share {
		suffix = "%"
	}
	return b.Look.Field.Paint(draw.Fit(b.typed.input.View()+suffix, w))
}

func (b *budget) onwardRow(w int) string {
	return b.On(b.Row == b.Onward(), b.Look.Title).Paint(draw.Fit(b.cursorSign(b.Onward())+b.OnwardFrom(desk.AtBudget)+" →", w))
}
