// A channel's objective as a function of its yearly amount, for the optimiser.

package plan

import (
	"math"

	"arringa/model"
)

// Objective is what a split of the budget is best at.
type Objective string

// The objectives.
const (
	FirstYear Objective = "margin"    // of the customers that the plan's spend brings, whenever they come, cents
	Lifetime  Objective = "lifetime"  // of the same customers, cents
	Customers Objective = "customers" // their number
	Cashed    Objective = "cashed"    // what they bring in before the horizon ends, cents
)

// Objectives are all of them, the usual one first.
var Objectives = []Objective{FirstYear, Lifetime, Customers, Cashed}

// climb is a channel's objective over the plan's months and their tail as a function of its
// yearly amount S in cents, more than without spend. Effective spend is linear in S, a + b·S, so that a month
// of saturation C·d·e/(e+h·d) is a hyperbola in S, and the year is
//
//	linear·S + Σ p·S / (q·(q+S))    with p = C·d·(h·d)/b and q = (a+h·d)/b.
//
// It is nought at nought, and concave. Months with the same q are one.
type climb struct {
	linear float64
	terms  []term
}

type term struct{ p, q float64 }

func (c *climb) value(s float64) float64 {
	total := c.linear * s
	for _, t := range c.terms {
		total += t.p * s / (t.q * (t.q + s))
	}
	return total
}

// gain is value(s+step) − value(s), without the difference of two nearly equal figures.
func (c *climb) gain(s, step float64) float64 {
	total := c.linear * step
	for _, t := range c.terms {
		total += t.p * step / ((t.q + s) * (t.q + s + step))
	}
	return total
}

// slope is the first derivative at s and its own.
func (c *climb) slope(s float64) (first, second float64) {
	first = c.linear
	for _, t := range c.terms {
		over := 1 / (t.q + s)
		d := t.p * over * over
		first += d
		second -= 2 * d * over
	}
	return first, second
}

// concave says whether the curve bends; if not it is a straight line.
func (c *climb) concave() bool { return len(c.terms) > 0 }

// climb compiles a channel's objective.
func (f *frame) climb(c model.Channel, o Objective) climb {
	n := f.plan.Months
	r := NewResponse(c.Figures, c.Figures.Contacts.Base)
	weights := monthShares(c, f.plan)
	results, cost := f.scenario.On(c.ID)
	worth := f.worth(c, o)
	var out climb
	if f.scenario.Idle { // nothing is spent, whatever was given
		return out
	}
	opening, per := float64(c.LastYear.Spend)/12, 0.0
	for m := range n + Tail {
		opening *= r.Carryover
		per *= r.Carryover
		if m < n {
			per += (1 - r.Carryover) * weights[m%12] / cost.At(m+1, n)
		}
		d := f.demand[m]
		by := worth(m) * results.At(min(m+1, n), n)
		if d <= 0 || per <= 0 || by <= 0 {
			continue
		}
		if r.Linear {
			out.linear += by * r.Rate * per
			continue
		}
		half := r.HalfSaturation * d
		out.add(term{p: by * r.Ceiling * d * half / per, q: (opening + half) / per})
	}
	return out
}

// add puts a term with those of the same q: a channel whose effect is gone at once has
// one for each kind of month.
func (c *climb) add(t term) {
	if t.p <= 0 {
		return
	}
	for i := range c.terms {
		if math.Abs(c.terms[i].q-t.q) <= 1e-14*t.q {
			c.terms[i].p += t.p
			return
		}
	}
	c.terms = append(c.terms, t)
}

// worth is what a contact that the channel counts in month m, the first being 0, counts for.
func (f *frame) worth(c model.Channel, o Objective) func(m int) float64 {
	v := c.Figures.Additional.Base * c.ConversionOf(f.plan.Company).Base
	each := v
	switch o {
	case FirstYear:
		each = v * f.firstYear
	case Lifetime:
		each = v * f.lifetime
	case Cashed:
		whole, fraction := math.Modf(c.DelayOf(f.plan.Company).Value)
		late := int(whole)
		return func(m int) float64 {
			return v * ((1-fraction)*f.cashed(m+late) + fraction*f.cashed(m+late+1))
		}
	}
	return func(int) float64 { return each }
}

// cashed is the margin that a customer who signs in a month, the first being 0, brings in
// before the horizon ends: the first order at once, and a twelfth of the rest of its first
// twelve months in each month that follows.
func (f *frame) cashed(signs int) float64 {
	n := f.plan.Months
	if signs >= n {
		return 0
	}
	return f.first + f.rest*float64(min(n-1-signs, 12))/12
}
