// The channel in hand, beside the sliders.

package budget

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
	say, o, y := &b.Say.Budget, b.Outlook(), b.Outlook().Total
	pair := func(label, value string, ink draw.Ink) string {
		return b.Look.Dim.Paint(draw.Fit(label, w-14)) + ink.Paint(draw.FitRight(value, 14))
	}
	lines := []string{b.Look.Title.Paint(say.PanelTitle.With("months", strconv.Itoa(b.Plan().Months))), b.Look.Line.Paint(strings.Repeat("─", w))}
	lines = append(lines,
		pair(say.PanelContacts, b.Say.Count(y.More.Contacts), b.Look.Plain),
		pair(say.PanelCustomers, b.Say.Count(y.More.Customers), b.Look.Strong),
		pair(say.PanelWon, b.Say.Count(y.More.Won), b.Look.Plain),
		pair(say.PanelMargin, b.Say.Result(y.More.Margin), b.Look.Strong))
	// What is still being worked out keeps its line, so that nothing jumps.
	const waiting = "…"
	known, thought := b.Ranges()
	spread, pays, rests := waiting, waiting, waiting
	if thought {
		spread, pays = b.Say.ShortRange(known.Margin.Low, known.Margin.High), b.Say.Of100(known.Pays)
	}
	guessed, tooGood := b.Doubts()
	if thought {
		rests = b.Say.Share(guessed)
	}
	lines = append(lines, b.Look.Dim.Paint(draw.Fit(say.PanelSpread, w-20)+draw.FitRight(spread, 20)))
	if r, ok := y.Return(); ok {
		lines = append(lines, pair(say.PanelReturn, b.Say.SignedShare(r), b.Look.Strong))
	}
	if cac, ok := y.CAC(); ok {
		lines = append(lines, pair(say.PanelCAC, b.Say.Result(cac), b.Look.Plain), pair(say.PanelMost, b.Say.Result(o.FirstYearMargin), b.Look.Plain))
	}
	payback := say.PanelNever
	if o.PaybackMonth > 0 {
		payback = b.Say.Month(b.Plan().Start + model.Month(o.PaybackMonth-1))
	}
	if y.Cost > 0 {
		lines = append(lines, pair(say.PanelPays, pays, b.Look.Strong))
	}
	lines = append(lines, pair(say.PanelPayback, payback, b.Look.Plain), pair(say.PanelPeak, b.Say.Result(o.PeakOutlay), b.Look.Plain),
		pair(say.PanelGuessed, rests, b.Look.Plain))
	if tooGood {
		lines = append(lines, draw.Paragraph(w, b.Look.Warn, say.TooGood).Lines...)
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

// compared is the change since the screen was entered.
func (b *budget) compared(w int) []string {
	was, is := b.before.Total.More, b.Outlook().Total.More
	if was == is {
		return nil
	}
	text := b.Say.Budget.Compared.With("customers", b.Say.SignedCount(is.Customers-was.Customers), "margin", b.Say.Signed(is.Margin-was.Margin))
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
		dots = append([]draw.Dot{{X: float64(c.LastYear.Spend), Y: at(float64(c.LastYear.Spend)), Sign: "◇", Ink: b.Look.LastYr.Ink}}, dots...)
	}
	out := draw.Text(w, b.Look.Title.Paint(draw.Fit(b.Name(c), w)), b.Look.Dim.Paint(say.CurveTop.With("months", strconv.Itoa(p.Months), "contacts", b.Say.Count(top))))
	out = draw.Stack(out, draw.Curve(w, h-4, right, top, at, b.Look.Accent, b.Look.Line, dots...))
	axis := "0" + draw.FitRight(b.Say.Money(b.full[1]), w-1)
	legend := say.CurveLegend
	return draw.Stack(out, draw.Text(w, b.Look.Dim.Paint(axis), b.Look.Dim.Paint(legend)))
}
