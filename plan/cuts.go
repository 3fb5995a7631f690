// What a smaller budget costs, cut evenly and cut where it hurts least.

package plan

import "arringa/model"

// CutShares are the cuts that a board asks about, as shares of the budget.
var CutShares = []float64{0.05, 0.10, 0.15, 0.20, 0.30, 0.40, 0.50}

// Cut is a cut of the budget in two ways: even, the same share from every free channel, and
// least harmful, from where it costs least. What is not given out goes first in both, and
// locks and leasts hold.
type Cut struct {
	Share    float64
	Amount   model.Money // taken off the yearly budget
	Possible bool        // false: locks and leasts do not fit into what is left
	Even     CutWay
	Best     CutWay
}

// CutWay is one way to cut, and what it loses and saves over the horizon. What was not given out
// would not have been spent: to give it up saves nothing.
type CutWay struct {
	Plan      model.Plan
	Below     int           // how many channels are left with something, but less than their threshold
	Given     []model.Money // a year, what each channel gives up
	Contacts  float64       // lost
	Customers float64
	Margin    float64 // first-year, cents
	Saved     float64 // not spent, with the VAT on it that is not recovered; cents
}

// Cuts works out the ladder of cuts in a scenario.
func Cuts(p model.Plan, s model.Scenario) []Cut {
	whole := Forecast(p, s).Total
	var cuts []Cut
	for _, share := range CutShares {
		cuts = append(cuts, cut(p, s, share, whole))
	}
	return cuts
}

// CutBy works out one cut.
func CutBy(p model.Plan, s model.Scenario, share float64) Cut {
	return cut(p, s, share, Forecast(p, s).Total)
}

func cut(p model.Plan, s model.Scenario, share float64, whole Yields) Cut {
	amount := model.Money(float64(p.Budget)*share+0.5) / 100 * 100
	c := Cut{Share: share, Amount: amount}
	loose := p.Clone()
	loose.Sliders = model.FromPot
	even, err := SetBudget(loose, p.Budget-amount)
	if err != nil {
		return c
	}
	c.Possible = true
	best := even
	if even.Allocated() < p.Allocated() {
		best = leastHarmful(p, s, p.Budget-amount)
	}
	c.Even, c.Best = cutWay(p, even, s, whole), cutWay(p, best, s, whole)
	if c.Best.Margin > c.Even.Margin { // a cent's rounding
		c.Best = c.Even
	}
	return c
}

// leastHarmful is the plan with a smaller budget in which nobody gets more than now. As the
// even cut does, it may leave a channel with less than its threshold: Below tells.
func leastHarmful(p model.Plan, s model.Scenario, budget model.Money) model.Plan {
	q := p.Clone()
	q.Budget = budget
	bounds := make([]limits, len(q.Channels))
	for i, c := range q.Channels {
		bounds[i] = limits{least: min(c.AtLeast, c.Amount), most: c.Amount}
	}
	q, _ = best(q, s, FirstYear, bounds)
	return q
}

func cutWay(p, cut model.Plan, s model.Scenario, whole Yields) CutWay {
	w := CutWay{Plan: cut}
	for i, c := range cut.Channels {
		given := p.Channels[i].Amount - c.Amount
		w.Given = append(w.Given, given)
		if given > 0 && c.Amount > 0 && c.Amount < c.Threshold {
			w.Below++
		}
	}
	left := Forecast(cut, s).Total
	w.Contacts, w.Customers = whole.More.Contacts-left.More.Contacts, whole.More.Customers-left.More.Customers
	w.Margin, w.Saved = whole.More.Margin-left.More.Margin, whole.Cost-left.Cost
	return w
}
