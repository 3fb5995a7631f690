package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"
)

// product is the percentile of a product of three independent figures, each a lognormal in two
// pieces: the chance of the third by the normal's integral, the first two by the middles of four
// hundred equal shares of probability. It shares nothing with the draws.
func product(share float64, a, b, c model.Range) float64 {
	const n, z90 = 400, 1.2815515655446004
	middles := func(r model.Range) []float64 {
		var logs []float64
		for i := range n {
			z := math.Sqrt2 * math.Erfinv(2*(float64(i)+0.5)/n-1)
			side := r.Base / r.Low
			if z > 0 {
				side = r.High / r.Base
			}
			logs = append(logs, math.Log(r.Base)+z/z90*math.Log(side))
		}
		return logs
	}
	la, lb := middles(a), middles(b)
	up, down := math.Log(c.High/c.Base), math.Log(c.Base/c.Low)
	low, high := math.Log(a.Low*b.Low*c.Low)-2, math.Log(a.High*b.High*c.High)+2
	for range 30 {
		mid, sum := (low+high)/2, 0.0
		for _, x := range la {
			for _, y := range lb {
				z := mid - x - y - math.Log(c.Base)
				if z > 0 {
					z /= up
				} else {
					z /= down
				}
				sum += below(z * z90)
			}
		}
		if sum/n/n < share {
			low = mid
		} else {
			high = mid
		}
	}
	return math.Exp(low)
}

// What nobody knows for sure of the company is drawn too: alone, each has its own percentiles; all
// three together are the product that the integral says. The additional share is one more.
func TestTheCompanysFiguresAndTheReckoningAreDrawnToo(t *testing.T) {
	p := hand(orders("a", 2, 2, 2))
	r := plan.Uncertainty(p, model.AsAssumed())
	bandWithin(t, "reckoning", r.Contacts, plan.Band{Low: 24 * 0.6, Base: 24, High: 24 * 1.35}, 0.001)
	bandWithin(t, "of the customers who won", r.Won, plan.Band{Low: 24 * 0.6, Base: 24, High: 24 * 1.35}, 0.001)
	reckoning := model.Range{Low: 0.6, Base: 1, High: 1.35}
	order, margin := model.Range{Low: 1 / 1.2, Base: 1, High: 1.2}, model.Range{Low: 0.4 / 1.2, Base: 0.4, High: 0.48}
	want := plan.Band{Low: product(0.1, reckoning, order, margin), Base: product(0.5, reckoning, order, margin),
		High: product(0.9, reckoning, order, margin)}
	const perMargin = 24 * 175000 // 24 customers with orders of 1,750 €
	bandWithin(t, "margin", r.Margin, plan.Band{Low: want.Low * perMargin, Base: want.Base * perMargin,
		High: want.High * perMargin}, 0.01)
	p.Channels[0].Figures.Additional = model.Range{Low: 0.2, Base: 0.5, High: 0.8}
	bandWithin(t, "additional", drawn(p, model.AsAssumed()).Contacts, plan.Band{Low: 4.8, Base: 12, High: 19.2}, 0.001)
	for m := range 12 {
		n := 3.0
		p.Actuals = append(p.Actuals, model.Actual{Channel: "a", Month: p.Start + model.Month(m), Contacts: &n})
	}
	if got := plan.Reckoning(p); got.Low != 0.75 || got.High != 1.25 {
		t.Errorf("after a year of actuals %+v", got)
	}
}

// Two named events: the spend is back by the end, and it comes back at all. With a year from
// contact to order nothing is back by the end.
func TestTheChancesAreOfNamedEvents(t *testing.T) {
	c := channel("a", 12000)
	year := number(12)
	c.Figures.Delay = &year
	r := plan.Uncertainty(hand(c), model.AsAssumed())
	if r.PaysByEnd != 0 || r.Pays < 0.5 || r.PaysByEnd != r.PaidBack[11] {
		t.Errorf("%g by the end, %g at all", r.PaysByEnd, r.Pays)
	}
	if low, base, high := r.Payback(); low < 13 || base < low || high != 0 {
		t.Errorf("back by month %d, %d, %d", low, base, high)
	}
}

// Chances are told in tenths, never as certain.
func TestChancesAreToldInTenths(t *testing.T) {
	for chance, want := range map[float64]plan.Tenths{
		0: {Of10: 1, Less: true}, 0.0999: {Of10: 1, Less: true}, 0.1: {Of10: 1}, 0.149: {Of10: 1}, 0.151: {Of10: 2},
		0.62: {Of10: 6},
		0.9:  {Of10: 9}, 0.901: {Of10: 9, More: true}, 1: {Of10: 9, More: true},
	} {
		if got := plan.TenthsOf(chance); got != want {
			t.Errorf("%g is %+v, want %+v", chance, got, want)
		}
	}
}
