package xlsx

// The first stage: what may be edited in a book.

import "arringa/plan/xlsx/formula"

// entries are the cells that may be edited, and what they are at once: an amount moved by its
// slider, a conversion that follows the company's.
type entries struct {
	*frame
	budget   formula.Num // of twelve months
	company  companyCells
	season   seasonCells
	chosen   formula.Num   // number of the scenario in force, from 1
	effects  []effectCells // by scenario
	channels []enteredChannel
}

// enteredChannel is what may be edited of a channel.
type enteredChannel struct {
	amount formula.Num
	assumedCells
	weightCells
	multiplierCells
}

// enter puts the cells down that may be edited.
func enter(f *frame) *entries {
	budget, amounts := placeLevers(f)
	company, assumed := placeAssumptions(f)
	season, weights := placeWeights(f)
	choice := placeScenarios(f)
	b := &entries{
		frame: f, budget: budget, company: company, season: season, chosen: choice.chosen, effects: choice.effects,
		channels: make([]enteredChannel, len(amounts)),
	}
	for i := range b.channels {
		b.channels[i] = enteredChannel{amounts[i], assumed[i], weights[i], choice.channels[i]}
	}
	return b
}
