// What was worked out beside the screen: ranges and best split.

package desk

import (
	"arringa/model"
	"arringa/plan"
)

// Thought is what was worked out for a plan at a change.
type Thought struct {
	Change  int
	Ranges  plan.Ranges
	Best    model.Plan // the best split
	Guessed float64    // share of the margin that rests on estimates
	TooGood bool       // more than experience allows
}

// Think works out a plan as it was at a change.
func Think(p model.Plan, change int) Thought {
	s := plan.ScenarioOf(p)
	best, _ := plan.Optimise(p, s, plan.FirstYear)
	t := Thought{Change: change, Ranges: plan.Uncertainty(p, s), Best: best}
	o := plan.Forecast(p, s)
	t.Guessed = plan.EstimateShare(p, o).Judgement
	if promise, ok := plan.PromiseOf(p, o); ok {
		t.TooGood = promise.TooGood()
	}
	return t
}

// Foresee works out the plan in hand at once, where no screen waits: for what is spoken or
// printed.
func (d *Desk) Foresee() {
	if d.Known == nil || d.Known.Change != d.Work.Change() {
		t := Think(d.Plan(), d.Work.Change())
		d.Known = &t
	}
}

// Ranges are those of the plan in hand, as soon as they are known.
func (d *Desk) Ranges() (plan.Ranges, bool) {
	if d.Known == nil || d.Known.Change != d.Work.Change() {
		return plan.Ranges{}, false
	}
	return d.Known.Ranges, true
}

// BestSplit is the plan's best split, as soon as it is known.
func (d *Desk) BestSplit() (model.Plan, bool) {
	if d.Known == nil || d.Known.Change != d.Work.Change() {
		return model.Plan{}, false
	}
	return d.Known.Best, true
}

// Doubts are how much of the margin rests on estimates, and whether the plan promises more
// than experience allows, as soon as they are known.
func (d *Desk) Doubts() (guessed float64, tooGood bool) {
	if d.Known == nil || d.Known.Change != d.Work.Change() {
		return 0, false
	}
	return d.Known.Guessed, d.Known.TooGood
}
