package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"

	"pgregory.net/rapid"
)

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

// By hand: two channels of 12,000 euro a year, 10 contacts a month each. The first has a
// half-saturation of 2,000 euro (slope 30·2000/3000²), the second is proportional: its last
// euro brings 10/1000 contacts, the first's 1/150. A cut of a quarter, 6,000 euro: even, 250 euro
// a month each: the first keeps 30·750/2750 = 8.1818, the second 7.5. The least harmful takes it
// all from the first, which keeps 500 a month: 30·500/2500 = 6 and 10, 16 in all.
func TestACutByHand(t *testing.T) {
	a, b := channel("a", 12000), channel("b", 12000)
	b.Figures.Gain = number(model.LinearGain)
	p := hand(a, b)
	c := plan.CutBy(p, model.AsAssumed(), 0.25)
	near(t, "even", c.Even.Contacts, 12*(20-30*750/2750.0-7.5))
	near(t, "least harmful", c.Best.Contacts, 12*4)
	near(t, "customers", c.Best.Customers, 12*4*0.2)
	near(t, "margin", c.Best.Margin, 12*4*0.2*70000)
	if c.Amount != model.Euro(6000) || c.Best.Given[0] != model.Euro(6000) || c.Even.Given[1] != model.Euro(3000) {
		t.Errorf("%+v", c)
	}
}

func TestMoneyThatWasNotGivenOutIsCutFirst(t *testing.T) {
	p := hand(channel("a", 12000), channel("b", 9000)) // 3,000 of 24,000 in the pot
	c := plan.CutBy(p, model.AsAssumed(), 0.1)
	if c.Even.Margin != 0 || c.Best.Margin != 0 || c.Best.Plan.Pot() != model.Euro(600) {
		t.Errorf("%+v", c)
	}
}

// A fair at its threshold may be left below it by either cut, and both say so: closing it, or
// sparing it, would cost more. 600 euro each: 2·(10 − 30·950/2950); 1,200 from the second alone: 10 −
// 30·900/2900, more.
func TestTheLeastHarmfulCutMayGoBelowAThresholdAndSaysSo(t *testing.T) {
	a, b := channel("a", 12000), channel("b", 12000)
	a.Threshold = model.Euro(12000)
	p := hand(a, b)
	c := plan.CutBy(p, model.AsAssumed(), 0.05)
	for what, w := range map[string]plan.CutWay{"even": c.Even, "least harmful": c.Best} {
		near(t, what, w.Contacts, 12*2*(10-30*950/2950.0))
		if w.Below != 1 {
			t.Errorf("%s: %d below", what, w.Below)
		}
	}
	p.Channels[1].Figures.Gain = number(0.2) // the second is nearly full
	c = plan.CutBy(p, model.AsAssumed(), 0.05)
	if c.Best.Given[0] != 0 || c.Best.Given[1] != model.Euro(1200) || c.Best.Below != 0 {
		t.Errorf("%v, %d below", c.Best.Given, c.Best.Below)
	}
}

func TestLocksAndLeastsCanMakeACutImpossible(t *testing.T) {
	a := channel("a", 20000)
	a.Locked = true
	p := hand(a, channel("b", 4000))
	for _, c := range plan.Cuts(p, model.AsAssumed()) {
		if c.Possible != (c.Amount <= model.Euro(4000)) {
			t.Errorf("%g: possible %v", c.Share, c.Possible)
		}
	}
}
