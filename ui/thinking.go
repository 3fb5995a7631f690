package ui

import (
	"time"

	"arringa/model"
	"arringa/plan"

	tea "charm.land/bubbletea/v2"
)

// thinker works out what takes longer than a frame, off the screen's path: the ranges
// and the best split of the plan as it was at a change. One timer waits, one sum runs, and what comes
// back for an older plan is dropped.
type thinker struct {
	pause   time.Duration // from a change to the sum; negative: never
	waiting bool
	running bool
}

// thinkPause is how long after a change the ranges are worked out: a held key waits.
const thinkPause = 150 * time.Millisecond

type thinkDue struct{}

// thought is what was worked out for a plan at a change.
type thought struct {
	change  int
	ranges  plan.Ranges
	best    model.Plan // the best split
	guessed float64    // share of the margin that rests on estimates
	tooGood bool       // more than experience allows
}

// think starts the timer when the ranges known are not those of the plan in hand.
func (a *app) think() tea.Cmd {
	t := &a.thinker
	if a.work == nil || t.pause < 0 || t.waiting || t.running || a.known != nil && a.known.change == a.work.Change() {
		return nil
	}
	t.waiting = true
	return tea.Tick(t.pause, func(time.Time) tea.Msg { return thinkDue{} })
}

// thinks starts the sum, or takes what it came to.
func (a *app) thinks(msg tea.Msg) tea.Cmd {
	t := &a.thinker
	switch msg := msg.(type) {
	case thinkDue:
		t.waiting = false
		if a.work == nil || t.running {
			return nil
		}
		t.running = true
		p, change := a.plan(), a.work.Change()
		return func() tea.Msg {
			s := plan.ScenarioOf(p)
			best, _ := plan.Optimise(p, s, plan.FirstYear)
			t := thought{change: change, ranges: plan.Uncertainty(p, s), best: best}
			o := plan.Forecast(p, s)
			t.guessed = plan.EstimateShare(p, o).Judgement
			if promise, ok := plan.PromiseOf(p, o); ok {
				t.tooGood = promise.TooGood()
			}
			return t
		}
	case thought:
		t.running = false
		if a.work != nil && msg.change == a.work.Change() {
			a.known = &msg
		}
	}
	return nil
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
