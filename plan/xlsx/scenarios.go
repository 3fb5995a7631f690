package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"arringa/model"
	"arringa/plan"
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

// scenarioNames are what the book's scenarios are called.
func (b *book) scenarioNames() []string { return namesOf(b.scenarios, b.say) }

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

// scenarioCells are what a scenario changes, and what it brings.
type scenarioCells struct {
	number                                        int
	order, baseline, live                         formula.Num
	gradual, gradualCost                          []formula.Num // by channel, on the scenario workings
	spend, contacts, customers, won, margin, back formula.Num
	cac, payback, peak                            formula.Num
}

// placeScenarios puts down what each scenario multiplies, and the choice among them.
func placeScenarios(b *book) {
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
	b.perScen = make([]scenarioCells, n)
	s.Text(1, row+1, look.Row, w.OnOrder)
	s.Text(1, row+2, look.Row, w.OnBaseline)
	s.Text(1, row+3, look.Row, w.OnSpend)
	b.input(s, 2, row+1, look.Times|look.Row, "scenario_order")
	b.input(s, 2, row+2, look.Times|look.Row, "scenario_baseline")
	for j, x := range b.scenarios {
		k := &b.perScen[j]
		k.number = j + 1
		k.order, k.baseline = s.At(2+j, row+1), s.At(2+j, row+2)
		k.live = s.Value(2+j, row+3, look.Whole|look.Row, 1-formula.Flag(x.Idle))
	}
	placeEffects(b, s, row+5)
	lever := b.page(leversTab)
	list := s.Line(2, 1+n, scenarioHeads)
	lever.Set(lTyped, leverTop, look.Input|look.Bold|look.Left, part.Cell{Value: names[b.inForce]})
	b.file.Name("in_scenario", lever.Line(lTyped, lTyped, leverTop))
	lever.Rules.DropDown(lTyped, leverTop, list, w.ScenarioLabel, w.ChooseScenario)
	numbers := b.page(scenarioWorkingsTab).Line(2, 1+n, scenarioNumbers)
	for j := range b.scenarios {
		numbers.Sheet.Text(2+j, scenarioNumbers-1, look.Head|look.Right, names[j])
		numbers.Sheet.Value(2+j, scenarioNumbers, look.Whole|look.Row, float64(j+1))
	}
	b.chosen = lever.Num(lPercent, leverTop, look.Hidden, formula.Calc(float64(b.inForce+1), "MAX(1,SUMPRODUCT((%s=%s)*%s))", list, lever.At(lTyped, leverTop), numbers))
}

// placeEffects puts down by what each scenario multiplies each channel's results and costs.
func placeEffects(b *book, s *part.Sheet, row int) {
	w, n := b.words, len(b.scenarios)
	work := b.page(scenarioWorkingsTab)
	for j := range b.perScen {
		b.perScen[j].gradual = make([]formula.Num, len(b.plan.Channels))
		b.perScen[j].gradualCost = make([]formula.Num, len(b.plan.Channels))
	}
	for half, label := range []string{w.OnResults, w.OnCost} {
		top := row + half*(len(b.plan.Channels)+2)
		s.Section(top, 1, 1+n, label)
		for i := range b.plan.Channels {
			k := &b.channels[i]
			at := top + 1 + i
			s.Text(1, at, look.Row, b.names[i])
			b.input(s, 2, at, look.Times|look.Row, of(i, [2]string{"results", "costs"}[half]))
			for j, x := range b.scenarios {
				results, cost := x.On(b.plan.Channels[i].ID)
				cell, grow := s.At(2+j, at), gradualFirst+half*(len(b.plan.Channels)+2)+i
				if half == 0 {
					k.results = append(k.results, cell)
					b.perScen[j].gradual[i] = work.Value(2+j, grow, look.Whole|look.Dim, formula.Flag(results.Gradual))
				} else {
					k.cost = append(k.cost, cell)
					b.perScen[j].gradualCost[i] = work.Value(2+j, grow, look.Whole|look.Dim, formula.Flag(cost.Gradual))
				}
			}
		}
	}
	gradualText(b, s, row)
}

// gradualText says which multipliers are reached little by little.
func gradualText(b *book, s *part.Sheet, row int) {
	s.Text(1, row+2*(len(b.plan.Channels)+2), look.Note, b.words.GradualNote)
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
