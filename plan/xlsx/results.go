package xlsx

// The third stage: what the plan brings. Every figure is a formula over the workings, with the value
// that the forecast has for it.

import "arringa/plan/xlsx/formula"

// results are what the plan brings.
type results struct {
	*workings
	cash       cashCells
	total      budgetCells
	role       roleCells
	byScenario []scenarioCells
	channels   []broughtChannel
	curves     []func(cents float64) float64 // of the channels, in the scenario in force
}

// broughtChannel is what a channel brings.
type broughtChannel struct {
	*workedChannel
	resultCells
	spend []formula.Num // by month
	more  budgetCells   // than without spend
}

// bring works out what the plan brings.
func bring(w *workings) *results {
	spent := placeCalendar(w)
	brought := placeResults(w, spent)
	cash := placeCash(w, spent.months)
	given, all := placeBudget(w, spent, brought)
	b := &results{
		workings: w, cash: cash, total: all,
		byScenario: placeCases(w), curves: yearCurves(w.subject),
	}
	for i := range w.channels {
		b.channels = append(b.channels, broughtChannel{&w.channels[i], brought[i], spent.byMonth[i], given[i]})
	}
	b.role = placeRole(b)
	return b
}
