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

// CutWay is one way to cut, and what it loses over the horizon.
type CutWay struct {
	Plan      model.Plan
	Given     []model.Money // a year, what each channel gives up
	Contacts  float64       // lost
	Customers float64
	Margin    float64 // first-year, cents
}

// Cuts works out the ladder of cuts in a scenario.
func Cuts(p model.Plan, s model.Scenario) []Cut {
	whole := Forecast(p, s).Total.More
	var cuts []Cut
	for _, share := range CutShares {
		cuts = append(cuts, cut(p, s, share, whole))
	}
	return cuts
}

// CutBy works out one cut.
func CutBy(p model.Plan, s model.Scenario, share float64) Cut {
	return cut(p, s, share, Forecast(p, s).Total.More)
}

func cut(p model.Plan, s model.Scenario, share float64, whole Yield) Cut {
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
	if c.Best.Margin > c.Even.Margin { // by rounding alone
		c.Best = c.Even
	}
	return c
}

// leastHarmful is the plan with a smaller budget in which nobody gets more than now.
func leastHarmful(p model.Plan, s model.Scenario, budget model.Money) model.Plan {
	q := p.Clone()
	q.Budget = budget
	bounds := make([]limits, len(q.Channels))
	for i, c := range q.Channels {
		bounds[i] = limits{least: min(c.AtLeast, c.Amount), most: c.Amount}
		if c.AtLeast == 0 && c.Threshold > 0 && c.Amount >= c.Threshold {
			bounds[i] = limits{least: c.Threshold, most: c.Amount, optional: true}
		}
	}
	q, _ = best(q, s, FirstYear, bounds)
	return q
}

func cutWay(p, cut model.Plan, s model.Scenario, whole Yield) CutWay {
	w := CutWay{Plan: cut}
	for i, c := range cut.Channels {
		w.Given = append(w.Given, p.Channels[i].Amount-c.Amount)
	}
	left := Forecast(cut, s).Total.More
	w.Contacts, w.Customers, w.Margin = whole.Contacts-left.Contacts, whole.Customers-left.Customers, whole.Margin-left.Margin
	return w
}

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
func More(p model.Plan, s model.Scenario, extra model.Money) Addition {
	q := p.Clone()
	q.Budget = p.Allocated() + extra
	bounds := make([]limits, len(q.Channels))
	for i, c := range q.Channels {
		bounds[i] = limits{least: c.Amount, most: max(c.Most(), c.Amount)}
		if c.Amount == 0 {
			bounds[i] = limitsOf(c)
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

// FrontierPoint is a budget and the most that it can bring.
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
		q.Budget = model.Money(float64(p.Budget)*2*float64(i)/float64(points-1)) / 100 * 100
		if _, proof := Optimise(q, s, FirstYear); proof.Feasible {
			found = append(found, FrontierPoint{q.Budget, proof.After})
		}
	}
	return found
}
