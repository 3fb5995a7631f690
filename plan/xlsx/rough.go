package xlsx

// What is expected is said no finer than it is known.

import (
	"fmt"
	"math"

	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/templates"
)

// rough is a sum that is expected, rounded to a step, and how it is written and said.
type rough struct {
	n     formula.Num
	style look.Style
	said  formula.Text
}

// roughly rounds a sum to a step of euro, as templates.Expected does: what is said here and on the
// screen is the same.
func (b *account) roughly(n formula.Num, step float64) rough {
	n = roundedTo(n, step)
	scaled := func(style look.Style, unit float64, decimals int, mark string) rough {
		return rough{n, style, b.Scaled(n, unit, decimals, mark)}
	}
	switch size := math.Abs(n.X); {
	case size >= 999_500 && step >= 100_000:
		return scaled(look.Millions, 1e6, 1, b.say.Million)
	case size >= 999_500 && step >= 10_000:
		return scaled(look.FineMillions, 1e6, 2, b.say.Million)
	case size >= 10_000 && step >= 1000:
		return scaled(look.Thousands, 1000, 0, b.say.Thousand)
	}
	return rough{n, look.Money, b.Money(n)}
}

// roundedTo is a figure to a step, and nothing where it is nothing.
func roundedTo(n formula.Num, step float64) formula.Num {
	if step <= 0 {
		return n
	}
	f := fmt.Sprintf(`IF(%[1]s="","",ROUND(%[1]s/%[2]s,0)*%[2]s)`, n, formula.Lit(step))
	return formula.Num{F: f, X: templates.Rounded(n.X, step), None: n.None}
}

// sumStep is to what sums that come back are rounded, in euro: what the range of the margin allows.
func (b *account) sumStep() float64 {
	return euros(stepIn(b.futures.Ranges.Margin, 100*b.total.margin.X))
}

// rateStep is to what returns are rounded.
func (b *account) rateStep() float64 {
	band, _ := b.futures.Ranges.Return()
	return max(stepIn(band, b.total.back.X), 0.01)
}

// stepIn is the step that a range allows, or, where there is none, the reckoning itself.
func stepIn(band plan.Band, x float64) float64 {
	if step := templates.Step(band.Low, band.High); step > 0 {
		return step
	}
	return templates.StepOf(x)
}

// placeRough writes on the workings what sentences say rounded: how many come, and the returns.
func placeRough(b *account) {
	t, r := b.total, b.futures.Ranges
	b.board = b.figures.
		With("cash_by_end", b.roughly(t.cashed, b.sumStep()).said).
		With("incremental_margin", b.roughly(t.margin, b.sumStep()).said).
		With("cash_peak", b.roughly(b.cash.peak, templates.StepOf(b.cash.peak.X)).said)
	put := func(name string, n formula.Num, style look.Style, step float64, say func(formula.Num) formula.Text) {
		if _, ok := b.figures[name]; !ok {
			return
		}
		s := b.page(workingsTab)
		row := s.Last() + 1
		s.Text(1, row, look.Row, b.say.Answers.Figure)
		said := say(s.Num(2, row, style|look.Row, roundedTo(n, step)))
		b.board = b.board.With(name, s.Say(3, row, look.Row, said))
	}
	put("return_by_end", t.backByEnd, look.Change, b.rateStep(), b.Signed)
	put("return_signed", t.back, look.Change, b.rateStep(), b.Signed)
	put("return_with_role", b.role.back, look.Change, b.rateStep(), b.Signed)
	some := func(name string, n formula.Num, band plan.Band, all float64) {
		put(name, n, look.Count, countStep(band, all, n.X), b.Count)
	}
	some("incremental_customers", t.customers, r.Customers, t.customers.X)
	some("won_customers", t.signed, r.Customers, t.customers.X)
	some("incremental_contacts", t.contacts, r.Contacts, t.contacts.X)
}

// countStep is to what a count is rounded, by the range of all that come: whole ones from one up.
func countStep(band plan.Band, all, n float64) float64 {
	if n < 1 {
		return 0
	}
	return max(stepIn(band, all), 1)
}
