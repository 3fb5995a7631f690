package ui

import (
	"strconv"

	"arringa/model"
	"arringa/plan"

	tea "charm.land/bubbletea/v2"
)

// newScenario asks a scenario of the manager's own: a new one, or the one at an index.
func newScenario(d *desk, index int) *sheet {
	say, k := &d.say.Whatif, asker{d, "scenario."}
	s := model.AsAssumed()
	s.Name = ""
	if index >= 0 {
		s = d.plan().Scenarios[index]
	}
	times := func(id string, at *float64, words string, help string, least float64) field {
		f := field{id: k.tag + id, label: words, help: help, value: d.say.SignedShare(*at - 1), typed: d.say.Plain((*at - 1) * 100)}
		if *at == 1 {
			f.value = "0%"
		}
		f.set = func(text string) error {
			x, err := d.say.ParseNumber(text)
			if err != nil {
				return err
			}
			if x < least || x > 1000 {
				return between{d.say.Plain(least), "1000"}
			}
			*at = 1 + x/100
			return nil
		}
		return f
	}
	return newApart(d, "scenario", say.NewScenario, say.ScenarioIntro, func() []field {
		name := k.field("name", say.AskName)
		name.value = s.Name
		name.set = func(text string) error { s.Name = text; return nil }
		gradual := k.field("gradual", say.AskGradual)
		gradual.value = say.AtOnce
		if s.Results.Gradual {
			gradual.value = say.Gradually
		}
		gradual.turn = func(int) { s.Results.Gradual = !s.Results.Gradual; s.Cost.Gradual = s.Results.Gradual }
		return []field{name,
			times("results", &s.Results.By, say.AskResults.Label, say.AskResults.Help, -100),
			times("cost", &s.Cost.By, say.AskCost.Label, say.AskCost.Help, -99),
			times("order", &s.Order, say.AskOrder.Label, say.AskOrder.Help, -100),
			times("baseline", &s.Baseline, say.AskBaseline.Label, say.AskBaseline.Help, -100),
			gradual,
			onward(say.SaveScenario, func() tea.Cmd {
				if s.Name == "" {
					d.refuse(say.Nameless)
					return nil
				}
				d.change("", say.NewScenario, func(p *model.Plan) {
					if index >= 0 {
						p.Scenarios[index] = s
						return
					}
					for n := 1; s.ID == model.Base; n++ {
						id := model.ScenarioID("own-" + strconv.Itoa(n))
						if plan.FindScenario(*p, id).ID != id {
							s.ID = id
						}
					}
					p.Scenarios = append(p.Scenarios, s)
				})
				d.close()
				return nil
			})}
	})
}
