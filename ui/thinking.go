package ui

import (
	"arringa/model"
	"arringa/plan"
)

// thought is what was worked out for a plan at a change.
type thought struct {
	change  int
	ranges  plan.Ranges
	best    model.Plan // the best split
	guessed float64    // share of the margin that rests on estimates
	tooGood bool       // more than experience allows
}

// ranges are those of the plan in hand, as soon as they are known.
func (d *desk) ranges() (plan.Ranges, bool) {
	if d.known == nil || d.known.change != d.work.Change() {
		return plan.Ranges{}, false
	}
	return d.known.ranges, true
}

// bestSplit is the plan's best split, as soon as it is known.
func (d *desk) bestSplit() (model.Plan, bool) {
	if d.known == nil || d.known.change != d.work.Change() {
		return model.Plan{}, false
	}
	return d.known.best, true
}

// doubts are how much of the margin rests on estimates, and whether the plan promises more
// than experience allows, as soon as they are known.
func (d *desk) doubts() (guessed float64, tooGood bool) {
	if d.known == nil || d.known.change != d.work.Change() {
		return 0, false
	}
	return d.known.guessed, d.known.tooGood
}
