package ui

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"
)

// panel is what a wide screen shows beside the rows: the result, and the curve of the
// channel in hand.
func (b *budget) panel(w, h int) draw.Block {
	say, o, y := &b.say.Budget, b.outlook(), b.outlook().Total
	pair := func(label, value string, ink draw.Ink) string {
		return b.look.dim.Paint(draw.Fit(label, w-14)) + ink.Paint(draw.FitRight(value, 14))
	}
	lines := []string{b.look.title.Paint(say.PanelTitle.With("months", strconv.Itoa(b.plan().Months))), b.look.line.Paint(strings.Repeat("─", w))}
	lines = append(lines,
		pair(say.PanelContacts, b.say.Count(y.More.Contacts), b.look.plain),
		pair(say.PanelCustomers, b.say.Count(y.More.Customers), b.look.strong),
		pair(say.PanelWon, b.say.Count(y.More.Won), b.look.plain),
		pair(say.PanelMargin, b.say.Result(y.More.Margin), b.look.strong))
	// What is still being worked out keeps its line, so that nothing jumps.
	const waiting = "…"
	known, thought := b.ranges()
	spread, pays, rests := waiting, waiting, waiting
	if thought {
		spread, pays = b.say.ShortRange(known.Margin.Low, known.Margin.High), b.say.Of100(known.Pays)
	}
	guessed, tooGood := b.doubts()
	if thought {
		rests = b.say.Share(guessed)
	}
	lines = append(lines, b.look.dim.Paint(draw.Fit(say.PanelSpread, w-20)+draw.FitRight(spread, 20)))
	if r, ok := y.Return(); ok {
		lines = append(lines, pair(say.PanelReturn, b.say.SignedShare(r), b.look.strong))
	}
	if cac, ok := y.CAC(); ok {
		lines = append(lines, pair(say.PanelCAC, b.say.Result(cac), b.look.plain), pair(say.PanelMost, b.say.Result(o.FirstYearMargin), b.look.plain))
	}
	payback := say.PanelNever
	if o.PaybackMonth > 0 {
		payback = b.say.Month(b.plan().Start + model.Month(o.PaybackMonth-1))
	}
	if y.Cost > 0 {
		lines = append(lines, pair(say.PanelPays, pays, b.look.strong))
	}
	lines = append(lines, pair(say.PanelPayback, payback, b.look.plain), pair(say.PanelPeak, b.say.Result(o.PeakOutlay), b.look.plain),
		pair(say.PanelGuessed, rests, b.look.plain))
	if tooGood {
		lines = append(lines, draw.Paragraph(w, b.look.warn, say.TooGood).Lines...)
	}
	lines = append(lines, b.compared(w)...)
	out := draw.Text(w, lines...)
	if b.row >= 1 && b.row < b.onward() {
		if room := min(h-out.H()-1, 18); room >= 9 {
			out = draw.Stack(out, draw.Blank(w, 1), b.curve(w, room))
		}
	}
	return out.Tall(h)
}

// compared is the change since the screen was entered.
func (b *budget) compared(w int) []string {
	was, is := b.before.Total.More, b.outlook().Total.More
	if was == is {
		return nil
	}
	text := b.say.Budget.Compared.With("customers", b.say.SignedCount(is.Customers-was.Customers), "margin", b.say.Signed(is.Margin-was.Margin))
	ink := b.look.good
	if is.Margin < was.Margin {
		ink = b.look.warn
	}
	return draw.Paragraph(w, ink, text).Lines
}

// curve is the response of the channel in hand to its yearly spend.
func (b *budget) curve(w, h int) draw.Block {
	say, p := &b.say.Budget, b.plan()
	c := p.Channels[b.row-1]
	at := plan.YearCurve(p, plan.ScenarioOf(p), b.row-1)
	right := float64(b.full[1])
	top := at(right)
	dots := []draw.Dot{{X: float64(c.Amount), Y: at(float64(c.Amount)), Sign: "●", Ink: b.look.key}}
	if c.LastYear.Spend > 0 {
		dots = append([]draw.Dot{{X: float64(c.LastYear.Spend), Y: at(float64(c.LastYear.Spend)), Sign: "◇", Ink: b.look.lastYr.Ink}}, dots...)
	}
	out := draw.Text(w, b.look.title.Paint(draw.Fit(b.name(c), w)), b.look.dim.Paint(say.CurveTop.With("months", strconv.Itoa(p.Months), "contacts", b.say.Count(top))))
	out = draw.Stack(out, draw.Curve(w, h-4, right, top, at, b.look.accent, b.look.line, dots...))
	axis := "0" + draw.FitRight(b.say.Money(b.full[1]), w-1)
	legend := say.CurveLegend
	return draw.Stack(out, draw.Text(w, b.look.dim.Paint(axis), b.look.dim.Paint(legend)))
}
