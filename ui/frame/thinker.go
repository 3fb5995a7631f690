// When ranges and best split are worked out.

package frame

import (
	"time"

	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// thinker works out what takes longer than a frame, off the screen's path: the ranges
// and the best split of the plan as it was at a change. One timer waits, one sum runs, and what comes
// back for an older plan is dropped.
type thinker struct {
	Pause   time.Duration // from a change to the sum; negative: never
	waiting bool
	running bool
}

// thinkPause is how long after a change the ranges are worked out: a held key waits.
const thinkPause = 150 * time.Millisecond

type thinkDue struct{}

// think starts the timer when the ranges known are not those of the plan in hand.
func (a *App) think() tea.Cmd {
	t := &a.Thinker
	if a.Work == nil || t.Pause < 0 || t.waiting || t.running || a.Known != nil && a.Known.Change == a.Work.Change() {
		return nil
	}
	t.waiting = true
	return tea.Tick(t.Pause, func(time.Time) tea.Msg { return thinkDue{} })
}

// thinks starts the sum, or takes what it came to.
func (a *App) thinks(msg tea.Msg) tea.Cmd {
	t := &a.Thinker
	switch msg := msg.(type) {
	case thinkDue:
		t.waiting = false
		if a.Work == nil || t.running {
			return nil
		}
		t.running = true
		p, change := a.Plan(), a.Work.Change()
		return func() tea.Msg { return desk.Think(p, change) }
	case desk.Thought:
		t.running = false
		if a.Work != nil && msg.Change == a.Work.Change() {
			a.Known = &msg
		}
	}
	return nil
}
