// The steps and their order.

package desk

import "strconv"

// Step is a step of the walk, as plans, problems and catalogues call it.
type Step string

// The steps, and home before them.
const (
	AtHome     Step = "home"
	AtCompany  Step = "company"
	AtDistance Step = "distance"
	AtChannels Step = "channels"
	AtBudget   Step = "budget"
	AtReasons  Step = "reasons"
	AtWhatif   Step = "whatif"
	AtCalendar Step = "calendar"
	AtRole     Step = "role"
	AtBoard    Step = "board"
	AtProgress Step = "progress"
)

// Walk is the order of the steps, written once: the rail, the function keys, the list of
// steps, the palette and the spoken walk follow it.
var Walk = [...]Step{
	AtHome, AtCompany, AtDistance, AtChannels, AtBudget, AtReasons, AtWhatif, AtCalendar, AtRole, AtBoard, AtProgress,
}

// Next is the step after s; after the last one there is none, and it stays.
func (s Step) Next() Step {
	for i, x := range Walk[:len(Walk)-1] {
		if x == s {
			return Walk[i+1]
		}
	}
	return s
}

// OnwardFrom is what the way from a step to the next one is called.
func (d *Desk) OnwardFrom(s Step) string {
	return d.Say.App.Onward.With("step", d.Say.App.Steps[string(s.Next())])
}

// Key is the key that goes to a step from everywhere.
func (s Step) Key() string {
	for i, x := range Walk {
		if x == s && i > 0 {
			return "f" + strconv.Itoa(i+2)
		}
	}
	return "ctrl+o"
}
