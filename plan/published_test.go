package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"

	"gonum.org/v1/gonum/optimize"
)

// Two curves of PyMC-Marketing, in its own tests (tests/mmm/test_budget_optimizer.py, 2024):
// Michaelis-Menten, 10·x/(5+x) and 20·x/(10+x). At 5 and 10 they bring 15 together and both
// have a slope of 0.5, so that is the best split of 15; of 100, with at most 50 each, it is
// 50 and 50. Here x is in hundreds of euro a month: a doubling gain of 1/3 puts the
// half-saturation at the reference, where half of the ceiling is reached.
func TestThePublishedCurvesOfPyMCMarketing(t *testing.T) {
	menten := func(id string, alpha, lambda float64) model.Channel {
		c := channel(id, 0)
		c.Figures.Reference, c.Figures.Contacts = model.Euro(int64(100*lambda)), around(alpha/2)
		c.Figures.Gain = number(1.0 / 3)
		return c
	}
	p := hand(menten("channel1", 10, 5), menten("channel2", 20, 10))
	p.Budget = model.Euro(15 * 100 * 12)
	best, _ := plan.Optimise(p, model.AsAssumed(), plan.FirstYear)
	if got := amounts(best); got[0] != model.Euro(6000) || got[1] != model.Euro(12000) {
		t.Errorf("%v, want 500 and 1,000 euro a month", got)
	}
	near(t, "contacts a month", plan.Forecast(best, model.AsAssumed()).Total.More.Contacts/12, 15)
	p.Budget = model.Euro(100 * 100 * 12)
	for i := range p.Channels {
		p.Channels[i].AtMost = model.Euro(50 * 100 * 12)
	}
	best, proof := plan.Optimise(p, model.AsAssumed(), plan.FirstYear)
	if got := amounts(best); got[0] != model.Euro(60000) || got[1] != model.Euro(60000) || proof.Price != 0 {
		t.Errorf("%v, want 5,000 euro a month each, and the next euro worth nothing", got)
	}
}

// Three campaigns of a case of linear programming, proportional: 159 conversions for
// 2,662.38, 330 for 3,673.50 and 291 for 10,736.08 (skyforgeppc.com, in
// maximizing-conversions-across-200-google-ads-campaigns-using-linear-programming). It gives all to
// the second, 0.0898 conversions for one of money. With a most of 4,000 a year it is full, and
// the rest goes to the first.
func TestThePublishedCaseOfProportionalCampaigns(t *testing.T) {
	p := hand()
	p.Budget = model.Euro(10000)
	for id, x := range [][2]float64{{2662.38, 159}, {3673.5, 330}, {10736.08, 291}} {
		c := channel(string(rune('a'+id)), 0)
		c.Figures.Reference, c.Figures.Contacts = model.Money(x[0]*100), around(x[1])
		c.Figures.Gain = number(model.LinearGain)
		p.Channels = append(p.Channels, c)
	}
	best, proof := plan.Optimise(p, model.AsAssumed(), plan.Customers)
	if got := amounts(best); got[1] != model.Euro(10000) || proof.Gap() > 0 {
		t.Errorf("%v, gap %g", got, proof.Gap())
	}
	near(t, "conversions of the budget", proof.After/0.2, 10000*330/3673.5)
	p.Channels[1].AtMost = model.Euro(4000)
	best, proof = plan.Optimise(p, model.AsAssumed(), plan.Customers)
	if got := amounts(best); got[0] != model.Euro(6000) || got[1] != model.Euro(4000) ||
		proof.Binding[1] != plan.AtMost {
		t.Errorf("%v, %v", got, proof.Binding)
	}
}

// A general-purpose optimiser (Nelder–Mead on shares, from gonum) finds nothing better on
// medium plans without limits.
func TestAGeneralOptimiserFindsNothingBetter(t *testing.T) {
	for _, n := range []int{3, 6} {
		p := hand()
		p.Budget = model.Euro(90_000)
		for i := range n {
			c := channel(string(rune('a'+i)), 0)
			c.Figures.Contacts = around(5 + 7*float64(i))
			c.Figures.Gain.Value = 0.25 + 0.1*float64(i%4)
			c.Figures.HalfLife.Value = float64(i % 5)
			c.Figures.Reference = model.Euro(int64(200 + 300*i))
			p.Channels = append(p.Channels, c)
		}
		s := model.AsAssumed()
		_, proof := plan.Optimise(p, s, plan.FirstYear)
		var curves []func(float64) float64
		for i := range p.Channels {
			curves = append(curves, plan.YearCurve(p, s, i))
		}
		worth := func(x []float64) float64 {
			total := 0.0
			for _, v := range x {
				total += math.Exp(v)
			}
			var sum float64
			for i, v := range x {
				sum += curves[i](float64(p.Budget)*math.Exp(v)/total) * p.Channels[i].ConversionOf(p.Company).Base
			}
			return sum * p.Company.FirstYearMargin()
		}
		r, err := optimize.Minimize(optimize.Problem{Func: func(x []float64) float64 { return -worth(x) }},
			make([]float64, n), &optimize.Settings{FuncEvaluations: 20000}, &optimize.NelderMead{})
		if err != nil && r == nil {
			t.Fatal(err)
		}
		if -r.F > proof.Exact*(1+1e-9) {
			t.Errorf("%d channels: Nelder–Mead finds %g, we proposed %g", n, -r.F, proof.Exact)
		}
		if -r.F < proof.Exact*(1-1e-4) {
			t.Errorf("%d channels: Nelder–Mead only finds %g of %g: the two are not of one problem", n, -r.F,
				proof.Exact)
		}
	}
}

func BenchmarkOptimise12(b *testing.B) {
	p := medium(12)
	b.ReportAllocs()
	for b.Loop() {
		plan.Optimise(p, model.AsAssumed(), plan.FirstYear)
	}
}

func BenchmarkOptimiseThresholds20(b *testing.B) {
	p := medium(20)
	for i := range p.Channels {
		p.Channels[i].Threshold = model.Euro(int64(2000 + 700*(i%7)))
	}
	for b.Loop() {
		plan.Optimise(p, model.AsAssumed(), plan.FirstYear)
	}
}

// The same twelve channels by a general-purpose optimiser.
func BenchmarkNelderMead12(b *testing.B) {
	p := medium(12)
	s := model.AsAssumed()
	var curves []func(float64) float64
	for i := range p.Channels {
		curves = append(curves, plan.YearCurve(p, s, i))
	}
	for b.Loop() {
		_, _ = optimize.Minimize(optimize.Problem{Func: func(x []float64) float64 {
			total, sum := 0.0, 0.0
			for _, v := range x {
				total += math.Exp(v)
			}
			for i, v := range x {
				sum -= curves[i](float64(p.Budget) * math.Exp(v) / total)
			}
			return sum
		}}, make([]float64, 12), &optimize.Settings{FuncEvaluations: 20000}, &optimize.NelderMead{})
	}
}

// medium is a plan of n channels that differ.
func medium(n int) model.Plan {
	p := hand()
	p.Budget = model.Euro(int64(9000 * n))
	for i := range n {
		c := channel(string(rune('a'+i)), 0)
		c.Figures.Contacts = around(5 + 3*float64(i))
		c.Figures.Gain.Value = 0.25 + 0.1*float64(i%6)
		c.Figures.HalfLife.Value = float64(i % 5)
		c.Figures.Reference = model.Euro(int64(200 + 100*i))
		p.Channels = append(p.Channels, c)
	}
	return p
}
