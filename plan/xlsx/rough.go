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

// placeRough writes the returns as they are said on the workings.
func placeRough(b *account) {
	s, t := b.page(workingsTab), b.total
	b.board = b.figures.
		With("cash_by_end", b.roughly(t.cashed, b.sumStep()).said).
		With("incremental_margin", b.roughly(t.margin, b.sumStep()).said).
		With("cash_peak", b.roughly(b.cash.peak, templates.StepOf(b.cash.peak.X)).said)
	for _, rate := range []struct {
		name string
		n    formula.Num
	}{{"return_by_end", t.backByEnd}, {"return_signed", t.back}, {"return_with_role", b.role.back}} {
		if _, ok := b.figures[rate.name]; !ok {
			continue
		}
		row := s.Last() + 1
		s.Text(1, row, look.Row, b.say.Answers.Figure)
		said := b.Signed(s.Num(2, row, look.Change|look.Row, roundedTo(rate.n, b.rateStep())))
		b.board = b.board.With(rate.name, s.Say(3, row, look.Row, said))
	}
}
