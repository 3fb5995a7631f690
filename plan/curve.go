package plan

import (
	"math"

	"arringa/model"
)

// Objective is what the best split is best at.
type Objective string

// The objectives.
const (
	FirstYear Objective = "margin"    // first-year margin of the customers that the horizon's contacts bring
	Lifetime  Objective = "lifetime"  // their lifetime margin
	Customers Objective = "customers" // their number
	Cashed    Objective = "cashed"    // margin cashed within the horizon
)

// Objectives are all of them, the usual one first.
var Objectives = []Objective{FirstYear, Lifetime, Customers, Cashed}

// climb is a channel's objective as a function of its yearly amount in cents, made ready
// to be climbed: effective spend is linear in the amount, so that month m brings
// gain·e/(e+half) with e = rest + per·amount. It is concave.
type climb struct {
	months []rung
	rate   float64 // of a proportional channel: the same for every cent
	linear bool
}

// rung is a month of a climb.
type rung struct{ rest, per, gain, half float64 }

// at is the objective at an amount, more than at none.
func (c *climb) at(x float64) float64 {
	if c.linear {
		return c.rate * x
	}
	var total float64
	for i := range c.months {
		r := &c.months[i]
		e := r.rest + r.per*x
		// e/(e+h) − e₀/(e₀+h), without the difference of two nearly equal figures
		total += r.gain * r.half * r.per * x / ((e + r.half) * (r.rest + r.half))
	}
	return total
}

// slope is the derivative at an amount, and its own derivative.
func (c *climb) slope(x float64) (first, second float64) {
	if c.linear {
		return c.rate, 0
	}
	for i := range c.months {
		r := &c.months[i]
		over := 1 / (r.rest + r.per*x + r.half)
		d := r.gain * r.half * r.per * over * over
		first += d
		second -= 2 * d * r.per * over
	}
	return first, second
}

// newClimb makes a channel's climb.
func (f *frame) newClimb(c model.Channel, o Objective) climb {
	n := f.plan.Months
	r := NewResponse(c.Figures, c.Figures.Contacts.Base)
	shares := monthShares(c, f.plan)
	results, cost := f.scenario.On(c.ID)
	worth := f.worth(c, o)
	out := climb{linear: r.Linear}
	rest, per := float64(c.LastYear.Spend)/12, 0.0
	for m := range n {
		rest *= r.Carryover
		per = r.Carryover*per + (1-r.Carryover)*shares[m%12]/cost.At(m+1, n)
		d := f.demand[m]
		value := worth(m) * results.At(m+1, n)
		if d <= 0 || value == 0 {
			continue
		}
		if r.Linear {
			out.rate += value * r.Rate * per
			continue
		}
		out.months = append(out.months, rung{rest: rest, per: per, gain: value * r.Ceiling * d, half: r.HalfSaturation * d})
	}
	return out
}

// worth is what a contact of each month of the horizon, the first being 0, counts for.
func (f *frame) worth(c model.Channel, o Objective) func(m int) float64 {
	v := c.ConversionOf(f.plan.Company).Base
	each := v
	switch o {
	case FirstYear:
		each *= f.firstYear
	case Lifetime:
		each *= f.lifetime
	case Cashed:
		whole, fraction := math.Modf(c.DelayOf(f.plan.Company).Value)
		n := f.plan.Months
		return func(m int) float64 {
			return v * ((1-fraction)*f.cashed(n, m+int(whole)) + fraction*f.cashed(n, m+int(whole)+1))
		}
	}
	return func(int) float64 { return each }
}

// cashed is the margin that a customer who signs in a month brings before the horizon of n
// months ends: the first order at once, the rest evenly over the twelve months after.
func (f *frame) cashed(n, signs int) float64 {
	if signs >= n {
		return 0
	}
	return f.first + f.rest*float64(min(n-1-signs, 12))/12
}
