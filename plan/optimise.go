package plan

import (
	"math"
	"slices"

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
	limits := make([][2]model.Money, len(p.Channels))
	for i, c := range p.Channels {
		limits[i] = [2]model.Money{c.AtLeast, c.Most()}
	}
	return best(p, s, o, limits)
}

// best is Optimise within limits of its own.
func best(p model.Plan, s model.Scenario, o Objective, limits [][2]model.Money) (model.Plan, Proof) {
	f := newFrame(p, s)
	proof := Proof{Feasible: true, Binding: make([]Binding, len(p.Channels))}
	climbs := make([]climb, len(p.Channels))
	sum := p.Budget
	var lines []int
	var items []item
	for i, c := range p.Channels {
		climbs[i] = f.newClimb(c, o)
		proof.Before += climbs[i].at(float64(c.Amount))
		if c.Locked {
			proof.Binding[i] = Locked
			proof.After += climbs[i].at(float64(c.Amount))
			sum -= c.Amount
			continue
		}
		least, most := limits[i][0], min(limits[i][1], p.Budget)
		start := c.Threshold > least && least == 0 && c.Threshold > 0
		if start && c.Threshold > most {
			most, start = 0, false // it may not have what it takes to begin
		}
		if start {
			least = c.Threshold
		}
		lines = append(lines, i)
		items = append(items, newItem(&climbs[i], float64(least), float64(max(most, least)), start))
	}
	locked := proof.After
	split, ok := branch(items, float64(sum))
	if !ok {
		return p, Proof{Before: proof.Before, After: proof.Before, Exact: proof.Before, Bound: proof.Before, Binding: proof.Binding}
	}
	proof.Exact, proof.Bound, proof.Price = locked+split.value, locked+split.bound, split.price
	out := p.Clone()
	amounts := wholeEuros(items, split.x, sum)
	for k, i := range lines {
		out.Channels[i].Amount = amounts[k]
		proof.After += climbs[i].at(float64(amounts[k]))
		proof.Binding[i] = binding(items[k], split.x[k], limits[i])
	}
	return out, proof
}

// binding says what keeps an amount where it is.
func binding(it item, x float64, limits [2]model.Money) Binding {
	near := func(a, b float64) bool { return math.Abs(a-b) <= 50 } // half a euro
	switch {
	case x < 50 && (it.chord || it.least == 0):
		return LeftOut
	case it.chord && near(x, it.least):
		return AtThreshold
	case near(x, it.most) && float64(limits[1]) <= it.most:
		return AtMost
	case near(x, it.least):
		return AtLeast
	}
	return Free
}

// wholeEuros rounds amounts to whole euro so that they add up to the sum as far as the limits
// allow: down first, then a euro at a time to whom it is worth most.
func wholeEuros(items []item, x []float64, sum model.Money) []model.Money {
	const euro = 100
	amounts := make([]model.Money, len(items))
	left := sum
	for i, it := range items {
		a := model.Money(math.Floor(x[i]/euro+1e-7)) * euro
		if floor := model.Money(math.Ceil(it.least)); a < floor && !(it.chord && x[i] < it.least/2) {
			a = floor
		}
		amounts[i] = min(a, model.Money(it.most))
		left -= amounts[i]
	}
	give := func(step model.Money) bool {
		most, to := 0.0, -1
		for i := range items {
			it := &items[i]
			if amounts[i] == 0 && it.chord || float64(amounts[i]+step) > it.most {
				continue
			}
			if gain := it.climb.at(float64(amounts[i]+step)) - it.climb.at(float64(amounts[i])); to < 0 || gain > most {
				most, to = gain, i
			}
		}
		if to >= 0 {
			amounts[to] += step
			left -= step
		}
		return to >= 0
	}
	for left >= euro && give(euro) {
	}
	if left > 0 {
		give(left)
	}
	for left < 0 { // leasts that are no whole euro took too much: from the one that loses least
		least, from := math.Inf(1), -1
		step := min(-left, euro)
		for i := range items {
			if float64(amounts[i]-step) < items[i].least || amounts[i] < step {
				continue
			}
			if loss := items[i].climb.at(float64(amounts[i])) - items[i].climb.at(float64(amounts[i]-step)); loss < least {
				least, from = loss, i
			}
		}
		if from < 0 {
			break
		}
		amounts[from] -= step
		left += step
	}
	return amounts
}

// choice of a split among those with thresholds.
type split struct {
	x            []float64
	value, bound float64
	price        float64
}

// mostNodes bounds the search for the best set of channels to start. Plans of this program
// need a few dozen; if it is ever reached, the proof shows the gap that is left.
const mostNodes = 20000

// branch finds the best split when some items want nothing or at least so much: branch and
// bound on whether they are started, with the bound of fill. It reports whether the leasts
// fit into the sum.
//
// See Land and Doig, "An Automatic Method of Solving Discrete Programming Problems",
// Econometrica 28, 1960.
func branch(items []item, sum float64) (split, bool) {
	search := search{sum: sum, best: split{value: math.Inf(-1)}}
	search.open(slices.Clone(items))
	if math.IsInf(search.best.value, -1) {
		return split{}, false
	}
	search.best.bound = max(search.best.value, min(search.root, search.worst))
	return search.best, true
}

type search struct {
	sum   float64
	nodes int
	root  float64 // bound of the whole
	worst float64 // the largest bound of a set that was solved, shut out or not looked into
	best  split
}

// open looks into a set of items, some with a chord still to be decided.
func (s *search) open(items []item) {
	least, most := 0.0, 0.0
	for _, it := range items {
		if !it.chord {
			least += it.least
		}
		most += it.most
	}
	if least > s.sum*(1+1e-12) {
		return
	}
	price, bound := fill(items, min(s.sum, most))
	if s.nodes == 0 {
		s.root = bound
	}
	s.nodes++
	if bound <= s.best.value*(1+1e-12) {
		s.worst = max(s.worst, bound)
		return
	}
	undecided, furthest := -1, 0.0
	for i, it := range items {
		if it.chord && it.x > 1e-6 && it.x < it.least-1e-6 {
			if far := min(it.x, it.least-it.x); far > furthest {
				undecided, furthest = i, far
			}
		}
	}
	if undecided < 0 {
		s.worst = max(s.worst, bound)
		value := 0.0
		x := make([]float64, len(items))
		for i := range items {
			x[i] = items[i].x
			value += items[i].value(x[i])
		}
		if value > s.best.value {
			s.best = split{x: x, value: value, price: price}
		}
		return
	}
	if s.nodes >= mostNodes {
		s.worst = max(s.worst, bound)
		return
	}
	on, off := slices.Clone(items), slices.Clone(items)
	on[undecided].chord = false
	off[undecided].most, off[undecided].least, off[undecided].chord = 0, 0, false
	off[undecided].first, off[undecided].last, off[undecided].x = 0, 0, 0
	if items[undecided].x > items[undecided].least/2 {
		s.open(on)
		s.open(off)
	} else {
		s.open(off)
		s.open(on)
	}
}
