package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"arringa/plan"
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
