package plan

import (
	"math"
	"math/rand/v2"
	"testing"
)

// synthetic are n one-month channels with different curves.
func synthetic(n int) []item {
	dice := rand.New(rand.NewPCG(7, 1))
	climbs := make([]climb, n)
	items := make([]item, n)
	for i := range items {
		climbs[i].months = []rung{{per: 1, gain: 50 + 1000*dice.Float64(), half: 1e4 + 1e6*dice.Float64()}}
		items[i] = newItem(&climbs[i], 0, 1e9, false)
	}
	return items
}

// Without limits the water-filling of one-month curves g·x/(x+h) has a closed form: among
// those that get something, x = √(g·h/price) − h, so that √price = Σ√(g·h) / (sum + Σh).
func TestWaterFillingAgreesWithTheClosedForm(t *testing.T) {
	for _, n := range []int{1, 2, 12, 1000} {
		items := synthetic(n)
		sum := 5e6 * float64(n) // enough for all of them
		price, bound := fill(items, sum)
		var roots, halves float64
		for _, it := range items {
			r := it.climb.months[0]
			roots += math.Sqrt(r.gain * r.half)
			halves += r.half
		}
		want := math.Pow(roots/(sum+halves), 2)
		if math.Abs(price-want) > 1e-9*want {
			t.Errorf("%d items: price %g, want %g", n, price, want)
		}
		var total, value float64
		for _, it := range items {
			r := it.climb.months[0]
			x := math.Sqrt(r.gain*r.half/want) - r.half
			if math.Abs(it.x-x) > 1e-6*x {
				t.Fatalf("%d items: %g, want %g", n, it.x, x)
			}
			total += it.x
			value += it.value(it.x)
		}
		if math.Abs(total-sum) > 1e-9*sum || math.Abs(bound-value) > 1e-9*bound {
			t.Errorf("%d items: %g of %g given, worth %g of %g", n, total, sum, value, bound)
		}
	}
}

func BenchmarkWaterFill(b *testing.B) {
	for _, n := range []int{12, 1000, 10000} {
		items := synthetic(n)
		b.Run(map[int]string{12: "12", 1000: "1000", 10000: "10000"}[n], func(b *testing.B) {
			for b.Loop() {
				for i := range items {
					items[i].x = 0
				}
				fill(items, 3e5*float64(n))
			}
		})
	}
}
