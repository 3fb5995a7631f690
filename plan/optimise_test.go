package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"

	"gonum.org/v1/gonum/optimize"
	"pgregory.net/rapid"
)

// value is a split's first-year margin by the forecast itself, cents not rounded.
func value(p model.Plan, s model.Scenario) float64 {
	var total float64
	for i, c := range p.Channels {
		total += plan.YearCurve(p, s, i)(float64(c.Amount)) * c.ConversionOf(p.Company).Base
	}
	return total * p.Company.FirstYearMargin() * s.Order
}

// Every split of a small budget in steps of 500 €, tried one by one, limits, locks and
// thresholds included: none is worth more than the one that is proposed.
func TestNoSplitOfASmallPlanIsWorthMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		p.Channels = p.Channels[:min(len(p.Channels), 4)]
		p.Budget = model.Euro(rapid.Int64Range(4, 12).Draw(t, "thousands") * 1000)
		for i := range p.Channels {
			c := &p.Channels[i]
			c.Amount = 0
			c.AtLeast, c.AtMost = 0, 0
			if rapid.Bool().Draw(t, "limited") {
				c.AtMost = model.Euro(rapid.Int64Range(1, 12).Draw(t, "most") * 500)
			}
			if rapid.Bool().Draw(t, "threshold") {
				c.Threshold = model.Euro(rapid.Int64Range(1, 12).Draw(t, "threshold") * 500)
			}
			c.Locked = c.Locked && i == 0
			if c.Locked {
				c.Amount = model.Euro(1000)
			}
		}
		s := model.AsAssumed()
		best, proof := plan.Optimise(p, s, plan.FirstYear)
		if !proof.Feasible {
			t.Skip()
		}
		got := value(best, s)
		tried := p.Clone()
		var try func(i int, left model.Money)
		try = func(i int, left model.Money) {
			if i == len(tried.Channels) {
				if v := value(tried, s); v > got*(1+1e-7)+1 {
					t.Fatalf("%v is worth %.0f, the proposal %v %.0f", amounts(tried), v, amounts(best), got)
				}
				return
			}
			c := &tried.Channels[i]
			if c.Locked {
				try(i+1, left-c.Amount)
				return
			}
			for a := model.Money(0); a <= min(left, c.Most()); a += model.Euro(500) {
				if a == 0 || a >= c.Threshold {
					c.Amount = a
					try(i+1, left-a)
				}
			}
			c.Amount = 0
		}
		try(0, p.Budget)
	})
}

func amounts(p model.Plan) []model.Money {
	var list []model.Money
	for _, c := range p.Channels {
		list = append(list, c.Amount)
	}
	return list
}

// The proposal keeps every limit, loses no cent, is never worth less than a split that keeps
// the limits too, and its proof has no gap to speak of.
func TestTheBestSplitKeepsWhatWasAskedAndProvesItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		for i := range p.Channels {
			p.Channels[i].Threshold = model.Money(rapid.Int64Range(0, 20_000_00).Draw(t, "threshold"))
		}
		s := model.AsAssumed()
		s.Results = model.Multiplier{By: 0.7, Gradual: true}
		best, proof := plan.Optimise(p, s, rapid.SampledFrom(plan.Objectives).Draw(t, "objective"))
		if best.Allocated()+best.Pot() != p.Budget || best.Pot() < 0 {
			t.Fatalf("%d given of %d", best.Allocated(), p.Budget)
		}
		if !proof.Feasible {
			return
		}
		kept := true // whether today's split keeps the limits
		for i, c := range best.Channels {
			was := p.Channels[i]
			if c.Locked && c.Amount != was.Amount {
				t.Fatal("a locked channel moved")
			}
			if c.Locked {
				continue
			}
			if c.Amount < c.AtLeast || c.Amount > c.Most() {
				t.Fatalf("%d is outside %d to %d", c.Amount, c.AtLeast, c.Most())
			}
			started := c.AtLeast == 0 && c.Threshold > 0
			if started && c.Amount > 0 && c.Amount < c.Threshold {
				t.Fatalf("%d is below the threshold of %d", c.Amount, c.Threshold)
			}
			kept = kept && was.Amount >= was.AtLeast && was.Amount <= was.Most() && !(started && was.Amount > 0 && was.Amount < was.Threshold)
		}
		if kept && proof.After < proof.Before*(1-1e-6)-100 {
			t.Fatalf("the proposal is worth %g, today's split %g", proof.After, proof.Before)
		}
		if gap := proof.Gap(); gap > 1e-9 {
			t.Fatalf("gap %g: exact %g, bound %g", gap, proof.Exact, proof.Bound)
		}
	})
}

// At the best split all channels that are free to move agree on the next thousand.
func TestFreeChannelsAgreeOnTheNextThousand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		s := model.AsAssumed()
		best, proof := plan.Optimise(p, s, plan.FirstYear)
		next := plan.NextThousand(best, s)
		first := -1
		for i, b := range proof.Binding {
			if b != plan.Free || p.Channels[i].Figures.Gain.Value == model.LinearGain {
				continue
			}
			if first < 0 {
				first = i
			}
			// A euro's rounding moves the slope of a short curve: a hundredth is a cent of a euro.
			if a, b := next[first].Margin, next[i].Margin; math.Abs(a-b) > 0.01*max(math.Abs(a), 1) {
				t.Fatalf("the next thousand brings %g here and %g there", a, b)
			}
		}
	})
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
		r, err := optimize.Minimize(optimize.Problem{Func: func(x []float64) float64 { return -worth(x) }}, make([]float64, n), &optimize.Settings{FuncEvaluations: 20000}, &optimize.NelderMead{})
		if err != nil && r == nil {
			t.Fatal(err)
		}
		if -r.F > proof.Exact*(1+1e-9) {
			t.Errorf("%d channels: Nelder–Mead finds %g, we proposed %g", n, -r.F, proof.Exact)
		}
		if -r.F < proof.Exact*(1-1e-4) {
			t.Errorf("%d channels: Nelder–Mead only finds %g of %g: the two are not of one problem", n, -r.F, proof.Exact)
		}
	}
}

// Worked by hand. Two channels without carryover, flat season, margin 1,000 € × 0.4 × conversion
// for both: contacts C·e/(e+h) a month. By the first-order condition √(C·h)/(e+h) is the same
// for both. Reference 100 €, gain 0.5: h = 200 €. n0 = 1: C = 3; n0 = 4: C = 12, so √(C·h) is
// twice as large for the second, and e₂+200 = 2·(e₁+200). With e₁+e₂ = 700 € a month:
// e₁ = 166.67 €, e₂ = 533.33 €; a year 2,000 € and 6,400 €.
func TestTwoChannelsByHand(t *testing.T) {
	p := hand()
	p.Company.Season = model.Flat()
	p.Budget = model.Euro(8400)
	for i, n := range []float64{1, 4} {
		c := channel(string(rune('a'+i)), 0)
		c.Figures.Reference, c.Figures.Contacts = model.Euro(100), around(n)
		c.Figures.Gain.Value, c.Figures.HalfLife.Value = 0.5, 0
		c.Calendar.Kind = model.Even
		c.LastYear.Spend = 0
		p.Channels = append(p.Channels, c)
	}
	best, proof := plan.Optimise(p, model.AsAssumed(), plan.FirstYear)
	if best.Channels[0].Amount != model.Euro(2000) || best.Channels[1].Amount != model.Euro(6400) {
		t.Errorf("%v, want 2,000 € and 6,400 €", amounts(best))
	}
	if proof.Gap() > 1e-12 {
		t.Errorf("gap %g", proof.Gap())
	}
}

// The least harmful cut never loses more than the even one, gives up exactly the cut, and a
// larger cut never loses less.
func TestCutsAreALadder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		lost := -1.0
		for _, c := range plan.Cuts(p, model.AsAssumed()) {
			if !c.Possible {
				continue
			}
			if c.Best.Margin > c.Even.Margin+1 {
				t.Fatalf("%g: least harmful loses %g, even %g", c.Share, c.Best.Margin, c.Even.Margin)
			}
			for _, ch := range p.Channels {
				if ch.Amount > ch.Most() { // an even cut puts it back within its limit first
					return
				}
			}
			for _, w := range []plan.CutWay{c.Even, c.Best} {
				given := max(c.Amount-p.Pot(), 0)
				if got := model.Sum(w.Given); got < given {
					t.Fatalf("%g: channels give %d of %d", c.Share, got, given)
				}
				for i, g := range w.Given {
					if g < 0 {
						t.Fatalf("%g: channel %d gets %d more", c.Share, i, -g)
					}
				}
			}
			if c.Best.Margin < lost-1e-6*math.Abs(lost)-1000 {
				t.Fatalf("%g: loses %g, less than a smaller cut (%g)", c.Share, c.Best.Margin, lost)
			}
			lost = max(lost, c.Best.Margin)
		}
	})
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
