// Places in a plan, named only when something is wrong there.

package model

import "strconv"

// spot is a place in a plan, written out only when something is wrong there: a plan is
// checked with every edit.
type spot struct {
	steps [6]hop
	n     int
}

// hop is a member, and which of its rows; -1 is none.
type hop struct {
	name string
	row  int
}

// at is a member of the plan.
func at(name string) spot { return spot{}.in(name) }

// in is a member of what is at the spot.
func (s spot) in(name string) spot {
	s.steps[s.n] = hop{name, -1}
	s.n++
	return s
}

// nth is a row of the list at the spot.
func (s spot) nth(i int) spot {
	s.steps[s.n-1].row = i
	return s
}

// String writes channels[2].figures.doubling_gain.
func (s spot) String() string {
	text := ""
	for i, h := range s.steps[:s.n] {
		if i > 0 {
			text += "."
		}
		if text += h.name; h.row >= 0 {
			text += "[" + strconv.Itoa(h.row) + "]"
		}
	}
	return text
}
