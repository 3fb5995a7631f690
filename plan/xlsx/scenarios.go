package xlsx

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// scenariosOf are all scenarios of a plan: the built-in ones as the manager has them, and the
// manager's own.
func scenariosOf(p model.Plan) []model.Scenario {
	var list []model.Scenario
	for _, s := range plan.BuiltIn(p) {
		list = append(list, plan.FindScenario(p, s.ID))
	}
	for _, s := range p.Scenarios {
		if !slices.ContainsFunc(list, func(x model.Scenario) bool { return x.ID == s.ID }) {
			list = append(list, s)
		}
	}
	return list
}

// namesOf are what scenarios are called, each name once: as the manager has it, or else as the
// catalogue does.
func namesOf(scenarios []model.Scenario, say *templates.Texts) []string {
	var names []string
	for _, s := range scenarios {
		name := strings.TrimSpace(part.Clean(s.Name))
		if known := say.Command.Scenarios[string(s.ID)]; known != "" && name == "" {
			first, size := utf8.DecodeRuneInString(known)
			name = string(unicode.ToUpper(first)) + known[size:]
		}
		if name == "" {
			name = string(s.ID)
		}
		for first := name; slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) }); {
			name = first + " (" + itoa(len(names)+1) + ")"
		}
		names = append(names, name)
	}
	return names
}

// choice is the scenario in force, chosen by its name.
func (l *inputList) choice(p model.Plan) {
	list := scenariosOf(p)
	names := namesOf(list, l.say)
	l.add(input{name: "scenario", label: l.words.Scenario,
		chosen: func(p *model.Plan) string {
			for i, s := range list {
				if s.ID == p.Scenario {
					return names[i]
				}
			}
			return ""
		},
		choose: func(p *model.Plan, text string) {
			for i, name := range names {
				if strings.EqualFold(name, text) {
					p.Scenario = list[i].ID
				}
			}
		},
	})
}

// The rows of the scenarios: names, results, and below what each one changes.
const (
	scenarioHeads   = headRows + 1
	scenarioResults = scenarioHeads + 1
	scenarioLast    = scenarioResults + 9
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
		w.SpentInPeriod, w.MoreContacts, w.MoreCustomers, w.WonInPeriod, w.MoreMargin, w.Return, w.CAC, w.Payback,
		w.Peak, w.AgainstBase,
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
		return part.Series{Name: s.Stack(1, row, row), Cats: s.Line(2, 1+n, scenarioHeads), Vals: s.Line(2, 1+n, row), Color: color}
	}
	s.Draw(&part.Chart{
		At: part.Over(1, scenarioLast+3, 1+n, scenarioChange-2), Alt: w.ScenarioChartAlt, Legend: true,
		Plots: []part.Plot{{Kind: part.Columns, Gap: 60, Series: []part.Series{
			bar(scenarioResults, look.Gold), bar(scenarioResults+4, look.Teal),
		}}},
	})
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
	spend := put(0, look.Money, x.spend)
	cost := valued(spend.Times(b.worth.cost), euros(b.outlooks[j].Total.Cost))
	put(1, look.Count, x.contacts)
	customers := put(2, look.Count, x.customers)
	put(3, look.Count, x.won)
	margin := put(4, look.Money|look.Bold, x.margin)
	put(5, look.Change, formula.Gain(margin, cost))
	put(6, look.Money, formula.Ratio(cost, customers))
	put(7, look.Month, x.payback)
	put(8, look.Money, x.peak)
	return margin
}

// inputs of the scenarios, a row of cells each: what is typed there makes the scenario the
// manager's own.
func (l *inputList) scenarios(p model.Plan) {
	list := scenariosOf(p)
	names := namesOf(list, l.say)
	row := func(name, label string, at func(s *model.Scenario) *float64) {
		l.add(input{name: name, label: label, cells: len(list), least: 0.01, most: model.MaxMultiplier, part: func(j int) string { return ", " + names[j] },
			get: func(_ *model.Plan, j int) (float64, bool) { s := list[j]; return *at(&s), true },
			set: func(p *model.Plan, j int, v float64) { *at(ownScenario(p, j)) = v },
		})
	}
	row("scenario_order", l.words.OnOrder, func(s *model.Scenario) *float64 { return &s.Order })
	row("scenario_baseline", l.words.OnBaseline, func(s *model.Scenario) *float64 { return &s.Baseline })
	for i, c := range p.Channels {
		l.of, l.prefix = c.ID, of(i, "")
		row(of(i, "results"), fmt.Sprintf("%s: %s", l.name(c), l.words.OnResults), func(s *model.Scenario) *float64 { return &effect(s, c.ID).Results.By })
		row(of(i, "costs"), fmt.Sprintf("%s: %s", l.name(c), l.words.OnCost), func(s *model.Scenario) *float64 { return &effect(s, c.ID).Cost.By })
	}
	l.of, l.prefix = "", ""
}

// ownScenario is the j-th scenario among those that the plan itself holds, put there if it
// was built in.
func ownScenario(p *model.Plan, j int) *model.Scenario {
	s := scenariosOf(*p)[j]
	for i := range p.Scenarios {
		if p.Scenarios[i].ID == s.ID {
			return &p.Scenarios[i]
		}
	}
	p.Scenarios = append(p.Scenarios, s)
	return &p.Scenarios[len(p.Scenarios)-1]
}

// effect is a scenario's effect on a channel, put there if it had none of its own.
func effect(s *model.Scenario, id model.ChannelID) *model.Effect {
	for i := range s.Channels {
		if s.Channels[i].Channel == id {
			return &s.Channels[i]
		}
	}
	s.Channels = append(slices.Clip(s.Channels), model.Effect{Channel: id, Results: s.Results, Cost: s.Cost})
	return &s.Channels[len(s.Channels)-1]
}
