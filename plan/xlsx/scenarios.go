package xlsx

// The sheet of the scenarios, side by side, and what each one changes.

import (
	"math"
	"strings"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// The rows of the scenarios: names, results, and below what each one changes.
const (
	scenarioHeads   = headRows + 1
	scenarioResults = scenarioHeads + 1
	scenarioLast    = scenarioResults + 11
	scenarioChange  = scenarioLast + 22 // the chart stands between
)

// effectCells are what a scenario changes.
type effectCells struct {
	order, baseline, live formula.Num
	gradual, gradualCost  []formula.Num // by channel, on the scenario workings
}

// multiplierCells are by what each scenario multiplies a channel's results and costs.
type multiplierCells struct{ results, cost []formula.Num }

// choiceCells are what the scenarios change, and the choice among them.
type choiceCells struct {
	chosen   formula.Num // number of the scenario in force, from 1
	effects  []effectCells
	channels []multiplierCells
}

// placeScenarios puts down what each scenario multiplies, and the choice among them.
func placeScenarios(b *frame) choiceCells {
	s, w, n := b.page(scenariosTab), b.words, len(b.scenarios)
	s.Widths(1, 36)
	s.Columns(2, 1+n, 14)
	names := b.scenarioNames()
	s.Text(1, scenarioHeads, look.Head, w.Scenario)
	row := scenarioChange
	s.Section(row, 1, 1+n, w.WhatChanges)
	for j, name := range names {
		s.Text(2+j, scenarioHeads, look.Head|look.Right, name)
		s.Text(2+j, row, look.Section|look.Right|look.Small|look.Wrap, name)
	}
	s.Height(scenarioHeads, 30)
	s.Height(row, 30)
	s.Text(1, row+1, look.Row, w.OnOrder)
	s.Text(1, row+2, look.Row, w.OnBaseline)
	s.Text(1, row+3, look.Row, w.OnSpend)
	b.input(s, 2, row+1, look.Times|look.Row, "scenario_order")
	b.input(s, 2, row+2, look.Times|look.Row, "scenario_baseline")
	k := choiceCells{effects: make([]effectCells, n), channels: make([]multiplierCells, len(b.names))}
	for j, x := range b.scenarios {
		e := &k.effects[j]
		e.order, e.baseline = s.At(2+j, row+1), s.At(2+j, row+2)
		e.live = s.Value(2+j, row+3, look.Whole|look.Row, 1-formula.Flag(x.Idle))
	}
	placeEffects(b, s, row+5, k)
	k.chosen = placeChoice(b, s.Line(2, 1+n, scenarioHeads), names)
	return k
}

// placeChoice puts the choice among the scenarios on the levers, and returns the number of the
// chosen one.
func placeChoice(b *frame, list part.Span, names []string) formula.Num {
	w, lever, work := b.words, b.page(leversTab), b.page(scenarioWorkingsTab)
	typed := lever.Line(lTyped, lTyped, leverTop)
	lever.Set(lTyped, leverTop, look.Input|look.Bold|look.Left, part.Cell{Value: names[b.inForce]})
	b.file.Name("in_scenario", typed)
	lever.Rules.DropDown(lTyped, leverTop, list, w.ScenarioLabel, w.ChooseScenario)
	numbers := work.Line(2, 1+len(names), scenarioNumbers)
	for j, name := range names {
		work.Text(2+j, scenarioNumbers-1, look.Head|look.Right, name)
		work.Value(2+j, scenarioNumbers, look.Whole|look.Row, float64(j+1))
	}
	return lever.Num(lPercent, leverTop, look.Hidden, formula.Calc(float64(b.inForce+1),
		"MAX(1,SUMPRODUCT((%s=%s)*%s))", list, lever.At(lTyped, leverTop), numbers))
}

// placeEffects puts down by what each scenario multiplies each channel's results and costs.
func placeEffects(b *frame, s *part.Sheet, row int, k choiceCells) {
	w, n, c := b.words, len(b.scenarios), len(b.names)
	work := b.page(scenarioWorkingsTab)
	for j := range k.effects {
		k.effects[j].gradual, k.effects[j].gradualCost = make([]formula.Num, c), make([]formula.Num, c)
	}
	for half, label := range []string{w.OnResults, w.OnCost} {
		top := row + half*(c+2)
		s.Section(top, 1, 1+n, label)
		for i := range c {
			at := top + 1 + i
			s.Text(1, at, look.Row, b.names[i])
			b.input(s, 2, at, look.Times|look.Row, of(i, [2]string{"results", "costs"}[half]))
			for j, x := range b.scenarios {
				results, cost := x.On(b.plan.Channels[i].ID)
				cell, grow := s.At(2+j, at), gradualFirst+half*(c+2)+i
				put := func(gradual bool) formula.Num {
					return work.Value(2+j, grow, look.Whole|look.Dim, formula.Flag(gradual))
				}
				if half == 0 {
					k.channels[i].results = append(k.channels[i].results, cell)
					k.effects[j].gradual[i] = put(results.Gradual)
				} else {
					k.channels[i].cost = append(k.channels[i].cost, cell)
					k.effects[j].gradualCost[i] = put(cost.Gradual)
				}
			}
		}
	}
	s.Text(1, row+2*(c+2), look.Note, w.GradualNote)
}

// fillScenarios sets the scenarios side by side.
func fillScenarios(b *account, s *part.Sheet) {
	w, n := b.words, len(b.scenarios)
	b.head(scenariosTab, 1+n)
	for r, label := range []string{
		b.spentLabel(), w.MoreContacts, w.MoreCustomers, w.SignedByEnd, w.BackByEnd, w.ReturnByEnd, w.MarginAllIn,
		w.ReturnAllIn, w.CAC, w.Payback, w.Peak, w.AgainstBase,
	} {
		s.Text(1, scenarioResults+r, look.Row, label)
	}
	var margins []formula.Num
	base := 0
	for j, x := range b.scenarios {
		if x.ID == model.Base {
			base = j
		}
		margins = append(margins, scenarioColumn(b, s, j))
	}
	for j := range b.scenarios {
		s.Num(2+j, scenarioLast, look.MoneyChange|look.Row, margins[j].Minus(margins[base]))
	}
	s.Num(1, 1, look.Hidden, b.chosen) // a format of cells may not look at another sheet
	s.Page.Freeze(1, scenarioHeads)
	s.Page.Titles(scenarioHeads, scenarioHeads, 1)
	s.Rules.When(s.Block(2, scenarioHeads, 1+n, scenarioLast), "COLUMN()-1="+part.Abs(1, 1), look.InForce())
	last := scenarioChange + 9 + 2*len(b.plan.Channels)
	s.Page.Paper(1+n, last, 30, scenarioChange, scenarioChange+7+len(b.plan.Channels))
	scenarioFinding(b, s, margins)
	bar := func(row int, color look.Color) part.Series {
		scenarios := func(row int) part.Span { return s.Line(2, 1+n, row) }
		return part.Series{Name: s.Stack(1, row, row), Cats: scenarios(scenarioHeads), Vals: scenarios(row),
			Color: color}
	}
	s.Draw(&part.Chart{
		At: part.Over(1, scenarioLast+3, 1+n, scenarioChange-2), Alt: w.ScenarioChartAlt, Legend: true,
		Plots: []part.Plot{{Kind: part.Columns, Gap: 60, Series: []part.Series{
			bar(scenarioResults, look.Gold), bar(scenarioResults+4, look.PaleTeal), bar(scenarioResults+6, look.Teal),
		}}},
	})
}

// spentLabel says what is spent over the plan, with the VAT on it where that is not recovered: what
// returns are reckoned on.
func (b *subject) spentLabel() string {
	if b.plan.Company.VAT.Cost() != 1 {
		return b.words.SpentWithVAT
	}
	return b.words.SpentInPeriod
}

// scenarioFinding says between what the margin moves, where money is spent at all.
func scenarioFinding(b *account, s *part.Sheet, margins []formula.Num) {
	var cells []string
	low, high := math.Inf(1), math.Inf(-1)
	for j, x := range b.scenarios {
		if m := margins[j]; !x.Idle {
			cells = append(cells, m.F)
			low, high = min(low, m.X), max(high, m.X)
		}
	}
	all := strings.Join(cells, ",")
	known := b.figures.
		With("scenario_low", b.Money(formula.Calc(low, "MIN(%s)", formula.Num{F: all}))).
		With("scenario_high", b.Money(formula.Calc(high, "MAX(%s)", formula.Num{F: all})))
	b.finding(s, scenarioLast+2, 1, 1+len(b.scenarios), b.words.ScenarioFinding, b.words.ScenarioChart, known)
}

// scenarioColumn writes what one scenario brings, and returns the cell of its margin.
func scenarioColumn(b *account, s *part.Sheet, j int) formula.Num {
	x, at := b.byScenario[j], 2+j
	put := func(r int, style look.Style, n formula.Num) formula.Num {
		return s.Num(at, scenarioResults+r, style|look.Row, n)
	}
	cost := put(0, look.Money, valued(x.spend.Times(b.worth.cost), euros(b.outlooks[j].Total.Cost)))
	put(1, look.Count, x.contacts)
	customers := put(2, look.Count, x.customers)
	put(3, look.Count, x.won)
	cashed := put(4, look.Money|look.Bold, x.cashed)
	put(5, look.Change, formula.Gain(cashed, cost))
	margin := put(6, look.Money|look.Bold, x.margin)
	put(7, look.Change, formula.Gain(margin, cost))
	put(8, look.Money, formula.Ratio(cost, customers))
	put(9, look.Month, x.payback)
	put(10, look.Money, x.peak)
	return margin
}
