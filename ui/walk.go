package ui

import "strconv"

// step is a step of the walk, as plans, problems and catalogues call it.
type step string

// The steps, and home before them.
const (
	atHome     step = "home"
	atCompany  step = "company"
	atDistance step = "distance"
	atChannels step = "channels"
	atBudget   step = "budget"
	atReasons  step = "reasons"
	atWhatif   step = "whatif"
	atCalendar step = "calendar"
	atRole     step = "role"
	atBoard    step = "board"
	atProgress step = "progress"
)

// walk is the order of the steps, written once: the rail, the function keys, the list of
// steps, the palette and the spoken walk follow it.
var walk = [...]step{
	atHome, atCompany, atDistance, atChannels, atBudget, atReasons, atWhatif, atCalendar, atRole, atBoard, atProgress,
}

// key is the key that goes to a step from everywhere.
func (s step) key() string {
	for i, x := range walk {
		if x == s && i > 0 {
			return "f" + strconv.Itoa(i+2)
		}
	}
	return "ctrl+o"
}
