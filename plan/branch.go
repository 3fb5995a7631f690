// Which channels to start at all: branch and bound over thresholds.

package plan

import (
	"math"
	"slices"

	"arringa/model"
)

// mostNodes is how many fillings a search for the best choice of channels may take, well
// under a second. Where it is not enough the gap between value and bound says so.
const mostNodes = 20_000

// closeEnough is how near, as a share, a bound must come to the best split found for its branch to
// be given up.
const closeEnough = 1e-9

// speck is a sum that is nothing, in cents: less than a cent even forty times over.
const speck = 1e-3

// choice is a split of a sum among lanes.
type choice struct {
	amounts    []model.Money
	value      float64 // of the amounts
	exact      float64 // before they were rounded to euro
	bound      float64 // no split is worth more
	multiplier float64
}

// search looks for the best choice: which open lanes have something, and how much all have.
//
// It is branch and bound (Land and Doig, "An Automatic Method of Solving Discrete
// Programming Problems", Econometrica 28, 1960). The bound of a branch is its filling with
// straight stretches, which leaves at most one lane with a part of what it needs; that one is
// tried out and in. Two lanes that are alike are tried in one order only.
type search struct {
	water
	sum   model.Money
	twin  []int // the lane before that is just like this one; -1: none
	nodes int
	best  choice
}

// choose finds the best choice. best is where the search starts: what is known to be
// possible, or a choice of value and exact -Inf. The lanes that are in must fit into the
// sum.
func choose(lanes []lane, sum model.Money, best choice) choice {
	s := search{water: water{lanes: lanes}, sum: sum, best: best, twin: twins(lanes)}
	s.best.bound = math.Inf(-1)
	s.visit()
	s.best.bound = max(s.best.bound, s.best.value)
	return s.best
}

// visit searches the lanes as they are now, and leaves their modes as they were.
func (s *search) visit() {
	var before [model.MaxChannels]mode
	modes := s.modes(before[:0])
	defer s.restore(modes)
	var least float64
	for i := range s.lanes {
		least += s.lanes[i].least()
	}
	if least > float64(s.sum) {
		return
	}
	multiplier := s.fill(float64(s.sum))
	if s.nodes++; s.nodes == 1 {
		s.best.multiplier = multiplier
	}
	bound := s.water.bound(float64(s.sum), multiplier)
	if s.given(bound) {
		return
	}
	part := s.part()
	if part < 0 {
		s.take(multiplier)
		if s.given(bound) {
			return
		}
	}
	s.settle(bound, multiplier)
	if part < 0 { // a euro's rounding hides how good this is: go on until nothing is open
		part = slices.IndexFunc(s.lanes, func(l lane) bool { return l.mode == open })
	}
	if part < 0 || s.nodes >= mostNodes {
		s.best.bound = max(s.best.bound, bound)
		return
	}
	settled := s.modes(nil)
	more := s.lanes[part].at > s.lanes[part].lo/2
	for _, into := range [2]bool{more, !more} {
		s.decide(part, into)
		s.visit()
		s.restore(settled)
	}
}

// given says whether a branch with this bound can be given up, and keeps the bound.
func (s *search) given(bound float64) bool {
	if s.best.amounts == nil || bound > s.best.value+closeEnough*math.Abs(s.best.value) {
		return false
	}
	s.best.bound = max(s.best.bound, bound)
	return true
}

// part is an open lane that has only a part of what it needs; -1 when there is none.
func (s *search) part() int {
	found, furthest := -1, speck
	for i := range s.lanes {
		if l := &s.lanes[i]; l.mode == open {
			if far := min(l.at, l.lo-l.at); far >= furthest {
				found, furthest = i, far
			}
		}
	}
	return found
}

// take rounds the filling to whole euro and keeps it when it is the best so far.
func (s *search) take(multiplier float64) {
	amounts := wholeEuro(s.lanes, s.sum)
	var value, exact float64
	for i := range s.lanes {
		l := &s.lanes[i]
		value += l.value(float64(amounts[i]))
		exact += l.worth(l.at)
	}
	if exact > s.best.exact {
		s.best.exact, s.best.multiplier = exact, multiplier
	}
	if value > s.best.value {
		s.best.amounts, s.best.value = amounts, value
	}
}

// settle decides the open lanes of which only one choice can still lead to something better
// (reduced costs): what the Lagrangian bound loses with the other choice is known without
// another filling.
func (s *search) settle(bound, multiplier float64) {
	for i := range s.lanes {
		l := &s.lanes[i]
		if l.mode != open {
			continue
		}
		at := max(l.at, l.lo)
		more := l.value(at) - multiplier*at // than with nothing
		switch {
		case l.at == 0 && s.given(bound+more):
			l.mode = out
		case l.at >= l.lo && s.given(bound-more):
			l.mode = in
		}
	}
}

// decide puts an open lane in or out. Of twins the first are in.
func (s *search) decide(i int, into bool) {
	if into {
		for ; i >= 0; i = s.twin[i] {
			s.lanes[i].mode = in
		}
		return
	}
	s.lanes[i].mode = out
	for j := i + 1; j < len(s.lanes); j++ {
		if t := s.twin[j]; t == i {
			s.lanes[j].mode = out
			i = j
		}
	}
}

func (s *search) modes(list []mode) []mode {
	for i := range s.lanes {
		list = append(list, s.lanes[i].mode)
	}
	return list
}

func (s *search) restore(modes []mode) {
	for i, m := range modes {
		s.lanes[i].mode = m
	}
}

// twins finds open lanes that are just alike.
func twins(lanes []lane) []int {
	twin := make([]int, len(lanes))
	for i := range lanes {
		twin[i] = -1
		for j := i - 1; j >= 0 && lanes[i].mode == open; j-- {
			a, b := &lanes[i], &lanes[j]
			if b.mode == open && a.lo == b.lo && a.hi == b.hi && a.linear == b.linear && slices.Equal(a.terms,
				b.terms) {
				twin[i] = j
				break
			}
		}
	}
	return twin
}
