// What is expected, rounded to what is known of it. What is decided is written by Money and
// Exact.

package templates

import (
	"math"

	"arringa/model"
)

// Step is what a figure that lies between low and high is rounded to: two digits of what lies
// between them, so that 990,548 to 2,072,383 allow 1.4 million. 0 where nothing lies between.
func Step(low, high float64) float64 {
	width := math.Abs(high - low)
	if width == 0 || math.IsNaN(width) || math.IsInf(width, 0) {
		return 0
	}
	return math.Pow(10, math.Floor(math.Log10(width))-1)
}

// StepOf is Step for a figure of which no range is known: as wide as the reckoning itself is
// uncertain.
func StepOf(x float64) float64 { return Step(0.6*x, 1.35*x) }

// Rounded is a figure rounded to a step; as it is with none.
func Rounded(x, step float64) float64 {
	if step <= 0 {
		return x
	}
	if x = math.Round(x/step) * step; x == 0 {
		return 0 // without a sign
	}
	return x
}

// Expected is a sum that is expected, in cents, rounded to a step of cents: 634 mila €,
// 1,4 mln €, 12.400 €.
func (f *Format) Expected(cents, step float64) string {
	x, unit := Rounded(cents, step)/100, step/100
	switch size := math.Abs(x); {
	case unit < 1:
		return f.Result(cents)
	case size >= 999_500 && unit >= 10_000:
		return f.symbol(f.grouped(x/1e6, decimalsOf(unit/1e6)) + f.unit(f.Million))
	case size >= 10_000 && unit >= 1000:
		return f.symbol(f.grouped(x/1e3, 0) + f.unit(f.Thousand))
	}
	return f.symbol(f.grouped(x, 0))
}

// ExpectedChange is Expected of a difference, with its sign and rounded by itself: two digits.
func (f *Format) ExpectedChange(cents float64) string {
	if text := f.Expected(cents, StepOf(cents)); cents > 0 {
		return "+" + text
	} else {
		return text
	}
}

// unit is set apart where the currency is.
func (f *Format) unit(name string) string {
	if f.SymbolFirst {
		return name
	}
	return " " + name
}

func decimalsOf(step float64) int { return max(0, -int(math.Floor(math.Log10(step)+1e-9))) }

// ExpectedBetween is the range of a sum, both ends rounded alike.
func (f *Format) ExpectedBetween(low, high float64) (from, to string) {
	step := Step(low, high)
	return f.Expected(low, step), f.Expected(high, step)
}

// ExpectedCount is how many are expected, rounded to a step, and to whole ones from one up.
func (f *Format) ExpectedCount(x, step float64) string {
	if math.Abs(x) < 1 {
		return f.Count(x)
	}
	return f.grouped(Rounded(x, max(step, 1)), 0)
}

// ExpectedShare is a share that is expected, with its sign, rounded to a step and to whole per
// cent.
func (f *Format) ExpectedShare(x, step float64) string {
	return f.SignedShare(Rounded(x, max(step, 0.01)))
}

// Chance says a chance of 0 to 1 in tenths, never finer: circa 6 su 10.
func (f *Format) Chance(x float64) string {
	t := model.TenthsOf(x)
	switch {
	case t.More:
		return f.MoreThan.With("n", f.grouped(float64(t.Of10), 0))
	case t.Less:
		return f.LessThan.With("n", f.grouped(float64(t.Of10), 0))
	}
	return f.About.With("n", f.grouped(float64(t.Of10), 0))
}
