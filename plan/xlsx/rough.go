package xlsx

// What is expected is said no finer than it is known.

import (
	"math"

	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
)

// rough is how a sum that is expected is written and said: to the step that its range allows.
type rough struct {
	style look.Style
	say   func(n formula.Num) formula.Text
}

// roughly is the step that a range in cents allows: a tenth of the power of ten that is in it.
func (b *account) roughly(known plan.Band) rough {
	scaled := func(style look.Style, unit float64, decimals int, mark string) rough {
		return rough{style, func(n formula.Num) formula.Text { return b.Scaled(n, unit, decimals, mark) }}
	}
	wide := euros(known.High - known.Low)
	switch step := math.Pow10(int(math.Floor(math.Log10(max(wide, 1))))) / 10; {
	case step >= 100_000:
		return scaled(look.Millions, 1e6, 1, b.say.Million)
	case step >= 10_000:
		return scaled(look.FineMillions, 1e6, 2, b.say.Million)
	case step >= 1000:
		return scaled(look.Thousands, 1000, 0, b.say.Thousand)
	}
	return rough{look.Money, b.Money}
}

// board is what the sentences of the summary may name: what is expected is rounded.
func (b *account) board() formula.Figures {
	r, t := b.futures.Ranges, b.total
	return b.figures.
		With("cash_by_end", b.roughly(r.Cashed()).say(t.cashed)).
		With("incremental_margin", b.roughly(r.Margin).say(t.margin)).
		With("cash_peak", b.roughly(r.Cashed()).say(b.cash.peak))
}
