package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"

	"pgregory.net/rapid"
)

// More money never brings less, and the frontier is never below the plan.
func TestTheFrontierRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		for i := range p.Channels {
			p.Channels[i].Threshold = model.Euro(rapid.Int64Range(0, 10).Draw(t, "threshold") * 1000)
		}
		points := plan.Frontier(p, model.AsAssumed(), 9)
		for i := 1; i < len(points); i++ {
			a, b := points[i-1], points[i]
			if b.Budget < a.Budget || b.Margin < a.Margin*(1-1e-9) {
				t.Fatalf("%+v after %+v", b, a)
			}
		}
	})
}

// By hand: a contact is worth 0.2·700 = 140 euro of first-year margin. At a spend of e a month
// the next euro brings 30·2000/(e+2000)² contacts, worth a euro where (e+2000)² = 140·60000:
// e = 898.28 a month, 10,779 euro a year.
func TestEnoughIsWhereTheNextEuroComesBack(t *testing.T) {
	p := hand(channel("a", 6000))
	p.Budget = model.Euro(6000)
	got, found := plan.Enough(p, model.AsAssumed())
	e := math.Sqrt(140*60000) - 2000
	if want := model.Euro(int64(12 * e)); !found || got.Budget != want {
		t.Errorf("%v %v, want %v", got, found, want)
	}
	if p.Budget = model.Euro(5000); true {
		if _, found = plan.Enough(p, model.AsAssumed()); found {
			t.Error("twice 5,000 is not enough")
		}
	}
	// With a threshold just above, it must pay back as a whole: 12,000 euro a year bring
	// 16,800, so it starts there.
	p.Channels[0].Threshold, p.Budget = model.Euro(12000), model.Euro(12000)
	if got, found = plan.Enough(p, model.AsAssumed()); !found || got.Budget != model.Euro(12000) {
		t.Errorf("%v %v", got, found)
	}
	// 30·5000/7000·12·140 = 36,000: it does not
	p.Channels[0].Threshold, p.Budget = model.Euro(60000), model.Euro(60000)
	if got, found = plan.Enough(p, model.AsAssumed()); !found || got.Budget != 0 {
		t.Errorf("%v %v", got, found)
	}
}

// No budget leaves more, once it is paid for, than the one that is enough.
func TestNoBudgetLeavesMoreThanEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		p.Months = 12
		enough, found := plan.Enough(p, model.AsAssumed())
		if !found {
			t.Skip("more than twice the budget")
		}
		for _, x := range plan.Frontier(p, model.AsAssumed(), 17) {
			if x.Margin-float64(x.Budget) > enough.Margin-float64(enough.Budget)+1e-9*x.Margin+0.01 {
				t.Fatalf("%+v leaves more than %+v", x, enough)
			}
		}
	})
}

// More money goes only up, is all placed where there is room, and brings what the forecast
// says.
func TestMoreMoneyTakesFromNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		extra := model.Euro(rapid.Int64Range(0, 50).Draw(t, "thousands") * 1000)
		a := plan.More(p, model.AsAssumed(), extra)
		q := p.Clone()
		room := false
		for i, to := range a.To {
			if to < 0 || to > 0 && p.Channels[i].Locked {
				t.Fatalf("channel %d gets %d", i, to)
			}
			q.Channels[i].Amount += to
			c := q.Channels[i]
			room = room || !c.Locked && c.Amount < c.Most() && c.Amount >= c.AtLeast
		}
		if a.Placed != model.Sum(a.To) || a.Placed > extra || a.Placed < extra && room {
			t.Fatalf("%d placed of %d", a.Placed, extra)
		}
		more := plan.Forecast(q, model.AsAssumed()).Total.More.Margin - plan.Forecast(p,
			model.AsAssumed()).Total.More.Margin
		if math.Abs(more-a.Margin) > 1e-9*math.Abs(more)+1 || a.Margin < -1 {
			t.Fatalf("margin %g, by the forecast %g", a.Margin, more)
		}
	})
}
