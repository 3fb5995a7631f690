// The best margin for every budget, and where more money would go.

package plan

import (
	"math"

	"arringa/model"
)

// Addition is where more money would go and what it would bring.
type Addition struct {
	Amount    model.Money
	Placed    model.Money   // as much of it as the limits allow
	To        []model.Money // a year, by channel
	Contacts  float64       // over the horizon
	Customers float64
	Margin    float64 // first-year, cents
}

// More says where an extra sum a year would be worth most, if no channel gives anything up.
// A channel that has nothing yet starts with its threshold, or its least, or not at all.
func More(p model.Plan, s model.Scenario, extra model.Money) Addition {
	q := p.Clone()
	q.Budget = p.Allocated() + extra
	bounds := make([]limits, len(q.Channels))
	for i, c := range q.Channels {
		bounds[i] = limits{least: c.Amount, most: max(c.Most(), c.Amount)}
		if least := max(c.AtLeast, c.Threshold); c.Amount == 0 && least > 0 {
			bounds[i] = limits{}
			if c.Most() >= least {
				bounds[i] = limits{least: least, most: c.Most(), optional: true}
			}
		}
	}
	q, _ = best(q, s, FirstYear, bounds)
	a := Addition{Amount: extra}
	for i, c := range q.Channels {
		to := max(c.Amount-p.Channels[i].Amount, 0)
		a.To = append(a.To, to)
		a.Placed += to
	}
	was, is := Forecast(p, s).Total.More, Forecast(q, s).Total.More
	a.Contacts, a.Customers, a.Margin = is.Contacts-was.Contacts, is.Customers-was.Customers, is.Margin-was.Margin
	return a
}

// FrontierPoint is a yearly budget and the most that it can bring.
type FrontierPoint struct {
	Budget model.Money
	Margin float64 // first-year, over the horizon, cents
}

// Frontier is the best margin for every budget from nothing to twice today's, at so many
// points. Budgets that locks and leasts do not fit into are left out.
func Frontier(p model.Plan, s model.Scenario, points int) []FrontierPoint {
	var found []FrontierPoint
	for i := range points {
		q := p.Clone()
		q.Budget = model.Money(float64(p.Budget)*2*float64(i)/float64(max(points-1, 1))) / 100 * 100
		if _, proof := Optimise(q, s, FirstYear); proof.Feasible {
			found = append(found, FrontierPoint{q.Budget, proof.After})
		}
	}
	return found
}

// Enough is the budget beyond which the next euro brings back less than a euro of
// first-year margin, VAT that is not recovered counted, and what it brings. It reports false
// when that is more than twice today's budget.
//
// Each channel goes as far as its own slope allows, so that no search is needed; one with a
// threshold starts only if all that it then gets comes back.
func Enough(p model.Plan, s model.Scenario) (FrontierPoint, bool) {
	f := newFrame(p, s)
	var point FrontierPoint
	for _, c := range p.Channels {
		amount, curve := c.Amount, f.climb(c, FirstYear)
		if !c.Locked {
			amount = enough(curve, limitsOf(c), f.cost(c))
		}
		point.Budget += amount
		point.Margin += curve.value(float64(amount))
		if point.Budget > 2*p.Budget {
			return FrontierPoint{}, false
		}
	}
	return point, true
}

// cost is what a cent of a channel's yearly amount costs over the horizon.
func (f *frame) cost(c model.Channel) float64 {
	shares := monthShares(c, f.plan)
	var total float64
	for m := range f.plan.Months {
		total += shares[m%12]
	}
	return total * f.plan.Company.VAT.Cost()
}

// enough is the amount within limits up to which a cent brings at least its cost, in whole
// euro.
func enough(curve climb, b limits, cost float64) model.Money {
	l := lane{climb: curve, lo: float64(b.least), hi: float64(b.most)}
	switch {
	case b.most == 0:
		return 0
	case curve.concave():
		l.prepare(l.hi)
		l.find(1 / math.Sqrt(cost))
	case curve.linear > cost:
		l.at = l.hi
	default:
		l.at = l.lo
	}
	if b.optional && curve.value(l.at) < cost*l.at {
		return 0
	}
	amount := max(model.Money(l.at)/euro*euro, b.least)
	step := min(euro-amount%euro, b.most-amount)
	if step > 0 && curve.gain(float64(amount), float64(step)) > cost*float64(step) {
		amount += step
	}
	return amount
}
