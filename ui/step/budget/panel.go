// The channel in hand, beside the sliders.

package budget

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"
)

// panel is what a wide screen shows beside the rows: the result, and the curve of the
// channel in hand.
func (b *budget) panel(w, h int) draw.Block {
	lines := []string{b.Look.Title.Paint(b.Say.Budget.PanelTitle), b.Look.Line.Paint(strings.Repeat("─", w))}
	lines = append(lines, b.byEnd(w)...)
	lines = append(lines, b.allIn(w)...)
	lines = append(lines, b.inAll(w)...)
	if _, tooGood := b.Doubts(); tooGood {
		lines = append(lines, draw.Paragraph(w, b.Look.Warn, b.Say.Budget.TooGood).Lines...)
	}
	lines = append(lines, b.compared(w)...)
	out := draw.Text(w, lines...)
	if b.Row >= 1 && b.Row < b.Onward() {
		if room := min(h-out.H()-1, 18); room >= 9 {
			out = draw.Stack(out, draw.Blank(w, 1), b.curve(w, room))
		}
	}
	return out.Tall(h)
}

// waiting stands for what is still being worked out: its line stays, so that nothing jumps.
const waiting = "…"

// pair is a figure with its name.
func (b *budget) pair(w int, label, value string, ink draw.Ink) string {
	room := max(14, draw.Width(value)+1)
	return b.Look.Dim.Paint(draw.Fit(label, w-room)) + ink.Paint(draw.FitRight(value, room))
}

// byEnd is what is in by the end of the plan.
func (b *budget) byEnd(w int) []string {
	say, y, step := &b.Say.Budget, b.Outlook().Total, b.Rounding()
	lines := []string{
		b.Look.Plain.Paint(say.PanelEnd.With("month", b.End())),
		b.pair(w, say.PanelContacts, b.Say.ExpectedCount(y.More.Arrived, step.Contacts), b.Look.Plain),
		b.pair(w, say.PanelAnyway, b.Say.ExpectedCount(y.Anyway(), step.Contacts), b.Look.Plain),
		b.pair(w, say.PanelWon, b.Say.ExpectedCount(y.More.Won, step.Customers), b.Look.Strong),
		b.pair(w, say.PanelCash, b.Say.Expected(y.More.Cashed, step.Money), b.Look.Strong),
	}
	if r, ok := y.ReturnByEnd(); ok {
		lines = append(lines, b.pair(w, say.PanelReturn, b.Say.ExpectedShare(r, step.Return), b.Look.Plain),
			b.pair(w, say.PanelPays, b.chance(func(r plan.Ranges) float64 { return r.PaysByEnd }), b.Look.Plain))
	}
	return lines
}

// allIn is what is in when all is.
func (b *budget) allIn(w int) []string {
	say, y, step := &b.Say.Budget, b.Outlook().Total, b.Rounding()
	spread := waiting
	if known, ok := b.Ranges(); ok {
		low, high := b.Say.ExpectedBetween(known.Margin.Low, known.Margin.High)
		spread = low + " – " + high
	}
	lines := []string{
		b.Look.Plain.Paint(say.PanelAllIn.With("month", desk.First(b.AllIn(), b.End()))),
		b.pair(w, say.PanelCustomers, b.Say.ExpectedCount(y.More.Customers, step.Customers), b.Look.Strong),
		b.pair(w, say.PanelMargin, b.Say.Expected(y.More.Margin, step.Money), b.Look.Strong),
		b.pair(w, say.PanelSpread, spread, b.Look.Dim),
	}
	r, ok := y.Return()
	if !ok {
		return lines
	}
	lines = append(lines, b.pair(w, say.PanelReturn, b.Say.ExpectedShare(r, step.Return), b.Look.Strong))
	if role, has := plan.RoleOf(b.Plan(), b.Outlook()); has && role.OverPlan > 0 {
		with, _ := role.Return(y)
		lines = append(lines, b.pair(w, say.PanelWithRole, b.Say.ExpectedShare(with, step.Return), b.Look.Plain))
	}
	return append(lines, b.pair(w, say.PanelPays, b.chance(func(r plan.Ranges) float64 { return r.Pays }),
		b.Look.Strong))
}

// inAll is what a customer costs, when the spend is back, and what all of it rests on.
func (b *budget) inAll(w int) []string {
	say, o := &b.Say.Budget, b.Outlook()
	lines := []string{""}
	if cac, ok := o.Total.CAC(); ok {
		lines = append(lines, b.pair(w, say.PanelCAC, b.Say.Expected(cac, templates.StepOf(cac)), b.Look.Plain),
			b.pair(w, say.PanelMost, b.Say.Result(o.FirstYearMargin), b.Look.Plain))
	}
	payback, rests := say.PanelNever, waiting
	if o.PaybackMonth > 0 {
		payback = b.Say.Month(b.Plan().Start + model.Month(o.PaybackMonth-1))
	}
	if _, thought := b.Ranges(); thought {
		guessed, _ := b.Doubts()
		rests = b.Say.Share(guessed)
	}
	return append(lines, b.pair(w, say.PanelPayback, payback, b.Look.Plain),
		b.pair(w, say.PanelPeak, b.Say.Expected(o.PeakOutlay, templates.StepOf(o.PeakOutlay)), b.Look.Plain),
		b.pair(w, say.PanelGuessed, rests, b.Look.Plain))
}

// chance is one of the plan's chances, in tenths.
func (b *budget) chance(of func(plan.Ranges) float64) string {
	if known, ok := b.Ranges(); ok {
		return b.Say.Chance(of(known))
	}
	return waiting
}

// compared is the change since the screen was entered.
func (b *budget) compared(w int) []string {
	was, is := b.before.Total.More, b.Outlook().Total.More
	if was == is {
		return nil
	}
	text := b.Say.Budget.Compared.With("customers", b.Say.SignedCount(is.Customers-was.Customers), "margin",
		b.Say.ExpectedChange(is.Margin-was.Margin))
	ink := b.Look.Good
	if is.Margin < was.Margin {
		ink = b.Look.Warn
	}
	return draw.Paragraph(w, ink, text).Lines
}

// curve is the response of the channel in hand to its yearly spend.
func (b *budget) curve(w, h int) draw.Block {
	say, p := &b.Say.Budget, b.Plan()
	c := p.Channels[b.Row-1]
	at := plan.YearCurve(p, plan.ScenarioOf(p), b.Row-1)
	right := float64(b.full[1])
	top := at(right)
	dots := []draw.Dot{{X: float64(c.Amount), Y: at(float64(c.Amount)), Sign: "●", Ink: b.Look.Key}}
	if c.LastYear.Spend > 0 {
		dots = append([]draw.Dot{{X: float64(c.LastYear.Spend), Y: at(float64(c.LastYear.Spend)), Sign: "◇",
			Ink: b.Look.LastYr.Ink}}, dots...)
	}
	out := draw.Text(w, b.Look.Title.Paint(draw.Fit(b.Name(c), w)),
		b.Look.Dim.Paint(say.CurveTop.With("months", strconv.Itoa(p.Months), "contacts",
			b.Say.ExpectedCount(top, templates.StepOf(top)))))
	out = draw.Stack(out, draw.Curve(w, h-4, right, top, at, b.Look.Accent, b.Look.Line, dots...))
	axis := "0" + draw.FitRight(b.Say.Money(b.full[1]), w-1)
	legend := say.CurveLegend
	return draw.Stack(out, draw.Text(w, b.Look.Dim.Paint(axis), b.Look.Dim.Paint(legend)))
}
