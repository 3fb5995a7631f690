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
