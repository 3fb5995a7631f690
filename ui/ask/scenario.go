// A scenario of the manager's own.

package ask

import (
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// Scenario asks a scenario of the manager's own: a new one, or the one at an index.
func Scenario(d *desk.Desk, index int) *form.Sheet {
	say, k := &d.Say.Whatif, Asker{d, "scenario."}
	s, title := model.AsAssumed(), say.NewScenario
	s.Name = ""
	if index >= 0 {
		s, title = d.Plan().Scenarios[index], say.ChangeScenario
	}
	times := func(id string, at *float64, words string, help string, least float64) form.Field {
		f := form.Field{ID: k.Tag + id, Label: words, Help: help, Typed: d.Say.Plain((*at - 1) * 100)}
		if f.Value = f.Typed + "%"; *at > 1 {
			f.Value = "+" + f.Value
		}
		f.Set = func(text string) error {
			x, err := d.Say.ParseNumber(text)
			if err != nil {
				return err
			}
			if x < least || x > 1000 {
				return desk.Between{Least: d.Say.Plain(least), Most: "1000"}
			}
			*at = 1 + x/100
			return nil
		}
		return f
	}
	return form.NewApart(d, "scenario", title, say.ScenarioIntro, func() []form.Field {
		name := k.Field("name", say.AskName)
		name.Value = s.Name
		name.Set = func(text string) error { s.Name = text; return nil }
		gradual := k.Field("gradual", say.AskGradual)
		gradual.Value = say.AtOnce
		if s.Results.Gradual {
			gradual.Value = say.Gradually
		}
		gradual.Turn = func(int) { s.Results.Gradual = !s.Results.Gradual; s.Cost.Gradual = s.Results.Gradual }
		return []form.Field{name,
			times("results", &s.Results.By, say.AskResults.Label, say.AskResults.Help, -100),
			times("cost", &s.Cost.By, say.AskCost.Label, say.AskCost.Help, -99),
			times("order", &s.Order, say.AskOrder.Label, say.AskOrder.Help, -100),
			times("baseline", &s.Baseline, say.AskBaseline.Label, say.AskBaseline.Help, -100),
			gradual,
			form.Onward(say.SaveScenario, func() tea.Cmd {
				if s.Name == "" {
					d.Refuse(say.Nameless)
					return nil
				}
				d.Change("", title, func(p *model.Plan) {
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
				d.Close()
				return nil
			})}
	})
}
