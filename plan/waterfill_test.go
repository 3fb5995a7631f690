package plan

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// synthetic are n one-month channels with different curves C·s/(s+h).
func synthetic(n int) *water {
	dice := rand.New(rand.NewPCG(7, 1))
	w := &water{lanes: make([]lane, n)}
	for i := range w.lanes {
		ceiling, half := 50+1000*dice.Float64(), 1e4+1e6*dice.Float64()
		w.lanes[i] = lane{climb: climb{terms: []term{{p: ceiling * half, q: half}}}, hi: 1e9}
	}
	return w
}

// Without limits the water-filling of one-month curves C·s/(s+h) has a closed form: among
// those that get something, s = √(C·h/μ) − h, so that √μ = Σ√(C·h) / (sum + Σh).
func TestWaterFillingAgreesWithTheClosedForm(t *testing.T) {
	for _, n := range []int{1, 2, 12, 1000} {
		w := synthetic(n)
		sum := 5e6 * float64(n) // enough for all of them
		multiplier := w.fill(sum)
		bound := w.bound(sum, multiplier)
		var roots, halves float64
		for _, l := range w.lanes {
			roots += math.Sqrt(l.terms[0].p)
			halves += l.terms[0].q
		}
		want := math.Pow(roots/(sum+halves), 2)
		if math.Abs(multiplier-want) > 1e-12*want {
			t.Errorf("%d channels: multiplier %g, want %g", n, multiplier, want)
		}
		var total, value float64
		for _, l := range w.lanes {
			s := math.Sqrt(l.terms[0].p/want) - l.terms[0].q
			if math.Abs(l.at-s) > 1e-9*s {
				t.Fatalf("%d channels: %g, want %g", n, l.at, s)
			}
			total += l.at
			value += l.value(l.at)
		}
		if math.Abs(total-sum) > 1e-9*sum || math.Abs(bound-value) > 1e-12*bound {
			t.Errorf("%d channels: %g of %g given, worth %g of %g", n, total, sum, value, bound)
		}
	}
}

func BenchmarkWaterFill(b *testing.B) {
	for _, n := range []int{12, 1000, 10000} {
		w := synthetic(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				for i := range w.lanes {
					w.lanes[i].at = 0
				}
				w.u = 0
				w.fill(3e5 * float64(n))
			}
		})
	}
}
