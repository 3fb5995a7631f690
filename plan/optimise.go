// The best split of a budget, with its proof.

package plan

import (
	"math"

	"arringa/model"
)

// Proof says how good a best split is, and that there is no better one. Sums are in the
// objective's unit (cents, or customers), over the horizon, more than with no spend.
type Proof struct {
	Before   float64   // today's split
	After    float64   // the proposal, in whole euro
	Exact    float64   // before it was rounded to euro
	Bound    float64   // no split within the limits is worth more
	Price    float64   // of money: what the next cent a year would bring, at the best split
	Binding  []Binding // by channel
	Feasible bool      // false: locks and leasts do not fit into the budget, and the plan is returned as it was
}

// Gap is how far the best split might be from the best there is, as a share of it.
func (p Proof) Gap() float64 {
	if p.Bound <= 0 {
		return 0
	}
	return max(p.Bound-p.Exact, 0) / p.Bound
}

// Binding is what keeps a channel's amount from moving.
type Binding string

// The bindings.
const (
	Free        Binding = "free"      // its next euro is worth as much as everybody's
	Locked      Binding = "locked"    // by the manager
	AtLeast     Binding = "least"     // its least keeps it up
	AtMost      Binding = "most"      // its most keeps it down
	AtThreshold Binding = "threshold" // less would not be worth starting
	LeftOut     Binding = "out"       // its money is worth more elsewhere
)

// Optimise finds the split of the budget that is worth most in a scenario: what is locked
// stays, each channel keeps within its limits, and one with a threshold gets nothing or at
// least that. The whole budget is given out as far as the limits allow. Amounts are whole
// euro, and with the pot they add up to the budget to the cent.
func Optimise(p model.Plan, s model.Scenario, o Objective) (model.Plan, Proof) {
	bounds := make([]limits, len(p.Channels))
	for i, c := range p.Channels {
		bounds[i] = limitsOf(c)
	}
	return best(p, s, o, bounds)
}

// limits are what a channel may be given: nothing, when it may be left out, or at least
// least and at most most.
type limits struct {
	least, most model.Money
	optional    bool
}

// limitsOf are a channel's own. A least of the manager's rules out nothing; a most below the
// threshold rules out everything else.
func limitsOf(c model.Channel) limits {
	switch {
	case c.AtLeast > 0:
		return limits{least: min(max(c.AtLeast, c.Threshold), max(c.Most(), c.AtLeast)), most: max(c.Most(), c.AtLeast)}
	case c.Threshold > c.Most():
		return limits{}
	}
	return limits{least: c.Threshold, most: c.Most(), optional: c.Threshold > 0}
}

// allow says whether an amount keeps the limits.
func (l limits) allow(a model.Money) bool {
	return l.optional && a == 0 || a >= l.least && a <= l.most
}

// best is Optimise within limits of its own, one for each channel.
func best(p model.Plan, s model.Scenario, o Objective, bounds []limits) (model.Plan, Proof) {
	f := newFrame(p, s)
	proof := Proof{Binding: make([]Binding, len(p.Channels))}
	var lanes []lane
	var lines []int
	var locked, free float64 // what today's amounts are worth
	sum, least := p.Budget, model.Money(0)
	possible := true // today's amounts keep the limits
	for i, c := range p.Channels {
		climb := f.climb(c, o)
		if c.Locked {
			locked += climb.value(float64(c.Amount))
			sum -= c.Amount
			continue
		}
		b := bounds[i]
		l := lane{climb: climb, lo: float64(b.least), hi: float64(b.most), at: float64(c.Amount)}
		if b.optional {
			l.mode = open
		}
		free += climb.value(float64(c.Amount))
		least += model.Money(l.least())
		possible = possible && b.allow(c.Amount)
		lines, lanes = append(lines, i), append(lanes, l)
	}
	proof.Before = locked + free
	proof.Feasible = least <= sum
	if !proof.Feasible || s.Idle || len(lanes) == 0 {
		proof.After, proof.Exact, proof.Bound = proof.Before, proof.Before, proof.Before
		for i, c := range p.Channels {
			if c.Locked || proof.Feasible {
				proof.Binding[i] = binding(c, c.Amount, bounds[i])
			}
		}
		return p, proof
	}
	known := choice{value: math.Inf(-1), exact: math.Inf(-1)}
	// With more than a euro for each in the pot, whole euro are never worth less than today's.
	if pot := p.Pot(); possible && pot >= 0 && pot < euro*model.Money(len(lanes)) {
		known = topped(lanes, sum)
	}
	found := choose(lanes, sum, known)
	out := p.Clone()
	for k, i := range lines {
		out.Channels[i].Amount = found.amounts[k]
	}
	for i, c := range out.Channels {
		proof.Binding[i] = binding(c, c.Amount, bounds[i])
	}
	proof.After, proof.Exact, proof.Bound = locked+found.value, locked+max(found.exact, found.value), locked+found.bound
	proof.Price = found.multiplier
	return out, proof
}

// binding says what keeps an amount where it is.
func binding(c model.Channel, amount model.Money, b limits) Binding {
	switch {
	case c.Locked:
		return Locked
	case amount == 0 && (b.optional || b.least == 0):
		return LeftOut
	case amount >= b.most:
		return AtMost
	case amount <= b.least && c.AtLeast < b.least:
		return AtThreshold
	case amount <= b.least:
		return AtLeast
	}
	return Free
}
