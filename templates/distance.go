// The gap check: its areas and the next steps.

package templates

import (
	"slices"

	"arringa/model"
)

// Area is a part of the gap check and how the company stands in it.
type Area struct {
	ID        string
	Level     float64 // mean of the answers, 0 to model.MaxLevel
	Answered  int
	Questions int
}

// Profile is how the company stands by area, in the order of the questions.
func Profile(p model.Plan) []Area {
	var areas []Area
	for _, q := range GapQuestions() {
		at := slices.IndexFunc(areas, func(a Area) bool { return a.ID == q.Area })
		if at < 0 {
			at = len(areas)
			areas = append(areas, Area{ID: q.Area})
		}
		a := &areas[at]
		a.Questions++
		if level, ok := p.Level(q.ID); ok {
			a.Level = (a.Level*float64(a.Answered) + float64(level)) / float64(a.Answered+1)
			a.Answered++
		}
	}
	return areas
}

// NextSteps are the questions with the lowest answers, from which the distance shrinks
// most: at most n, an area once, the lowest areas first. Nothing answered, no steps; a
// question at the best level has none.
func NextSteps(p model.Plan, n int) []GapQuestion {
	areas := Profile(p)
	slices.SortStableFunc(areas, func(a, b Area) int {
		switch {
		case a.Level < b.Level:
			return -1
		case a.Level > b.Level:
			return 1
		}
		return 0
	})
	var steps []GapQuestion
	for _, a := range areas {
		lowest, found := model.MaxLevel, -1
		for i, q := range GapQuestions() {
			if level, ok := p.Level(q.ID); ok && q.Area == a.ID && level < lowest {
				lowest, found = level, i
			}
		}
		if found >= 0 && len(steps) < n {
			steps = append(steps, GapQuestions()[found])
		}
	}
	return steps
}

// Level is the sentence of a level, 0 to model.MaxLevel.
func (q GapQuestion) Level(n int) Both {
	return [...]Both{q.Level0, q.Level1, q.Level2, q.Level3}[n]
}
