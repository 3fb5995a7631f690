package plan

import (
	"math"
	"testing"

	"arringa/model"

	"pgregory.net/rapid"
)

// small are a few channels with curves of one to three kinds of month, straight ones among
// them, with limits and thresholds of a few euro.
func small(t *rapid.T) []lane {
	lanes := make([]lane, rapid.IntRange(1, 4).Draw(t, "channels"))
	for i := range lanes {
		l := &lanes[i]
		if rapid.IntRange(0, 3).Draw(t, "straight") == 0 {
			l.linear = rapid.Float64Range(0, 2).Draw(t, "rate")
		} else {
			for range rapid.IntRange(1, 3).Draw(t, "months") {
				q := rapid.Float64Range(100, 3000).Draw(t, "half")
				l.add(term{p: rapid.Float64Range(10, 2000).Draw(t, "ceiling") * q, q: q})
			}
		}
		l.hi = float64(rapid.IntRange(0, 30).Draw(t, "most") * 100)
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 1:
			l.lo = float64(rapid.IntRange(0, int(l.hi)/100).Draw(t, "least") * 100)
		case 2:
			l.hi += 100
			l.lo, l.mode = float64(rapid.IntRange(1, int(l.hi)/100).Draw(t, "threshold")*100), open
		}
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "twin") == 0 {
			*l = lanes[i-1]
		}
	}
	return lanes
}

// Every split in whole euro, one by one: none is worth more than the one found, and none more
// than the bound.
func TestNoChoiceInWholeEuroIsWorthMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lanes := small(t)
		sum := rapid.IntRange(0, 24).Draw(t, "sum")
		most := math.Inf(-1)
		var try func(i, left int, value float64)
		try = func(i, left int, value float64) {
			if i == len(lanes) {
				most = max(most, value)
				return
			}
			l := &lanes[i]
			for a := 0; a <= left; a++ {
				if s := float64(a * 100); l.mode == open && a == 0 || s >= l.lo && s <= l.hi {
					try(i+1, left-a, value+l.value(s))
				}
			}
		}
		try(0, sum, 0)
		if math.IsInf(most, -1) {
			t.Skip("nothing fits")
		}
		got := choose(lanes, euro*model.Money(sum), choice{value: math.Inf(-1), exact: math.Inf(-1)})
		var value float64
		for i := range lanes {
			value += lanes[i].value(float64(got.amounts[i]))
		}
		if math.Abs(value-got.value) > 1e-12*max(value, 1) || got.value < most*(1-2e-9)-1e-9 {
			t.Fatalf("%v is worth %.12g (%.12g), the best %.12g", got.amounts, value, got.value, most)
		}
		if most > got.bound*(1+1e-12)+1e-9 {
			t.Fatalf("a split is worth %.12g, the bound is %.12g", most, got.bound)
		}
	})
}

// Cents in the sum are given out too, wherever there is room for them.
func TestASumWithCentsIsGivenOutToTheCent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lanes := small(t)
		sum := model.Money(rapid.IntRange(0, 2400).Draw(t, "sum"))
		var least, most float64
		for i := range lanes {
			least += lanes[i].least()
			most += lanes[i].hi
			if lanes[i].mode == open {
				t.Skip("what is left may be less than a threshold")
			}
		}
		if least > float64(sum) {
			t.Skip("nothing fits")
		}
		got := choose(lanes, sum, choice{value: math.Inf(-1), exact: math.Inf(-1)})
		if given := model.Sum(got.amounts); given != min(sum, model.Money(most)) {
			t.Fatalf("%d given of %d", given, sum)
		}
		odd := 0
		for _, a := range got.amounts {
			if a%euro != 0 {
				odd++
			}
		}
		if odd > 1 {
			t.Fatalf("%v: more than one amount with cents", got.amounts)
		}
	})
}
