package xlsx

// What may be changed of the scenarios: which one is in force, and what each one multiplies.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"arringa/model"
	"arringa/plan"
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

// choice adds the scenario in force, chosen by its name.
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

// scenarios adds what the scenarios multiply, a row of cells each: what is typed there makes the scenario the
// manager's own.
func (l *inputList) scenarios(p model.Plan) {
	list := scenariosOf(p)
	names := namesOf(list, l.say)
	row := func(name, label string, at func(s *model.Scenario) *float64) {
		l.add(input{
			name: name, label: label, cells: len(list), least: 0.01, most: model.MaxMultiplier,
			part: func(j int) string { return ", " + names[j] },
			get:  func(_ *model.Plan, j int) (float64, bool) { s := list[j]; return *at(&s), true },
			set:  func(p *model.Plan, j int, v float64) { *at(ownScenario(p, j)) = v },
		})
	}
	row("scenario_order", l.words.OnOrder, func(s *model.Scenario) *float64 { return &s.Order })
	row("scenario_baseline", l.words.OnBaseline, func(s *model.Scenario) *float64 { return &s.Baseline })
	for i, c := range p.Channels {
		l.of, l.prefix = c.ID, of(i, "")
		row(of(i, "results"), l.name(c)+": "+l.words.OnResults,
			func(s *model.Scenario) *float64 { return &effect(s, c.ID).Results.By })
		row(of(i, "costs"), l.name(c)+": "+l.words.OnCost,
			func(s *model.Scenario) *float64 { return &effect(s, c.ID).Cost.By })
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
