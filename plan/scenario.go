package plan

import "arringa/model"

// ScenarioOf is the scenario in force of a plan: one of the manager's own, or the base.
func ScenarioOf(p model.Plan) model.Scenario { return FindScenario(p, p.Scenario) }

// FindScenario is a plan's scenario by id; the base when there is none.
func FindScenario(p model.Plan, id model.ScenarioID) model.Scenario {
	for _, s := range p.Scenarios {
		if s.ID == id {
			return s
		}
	}
	return model.AsAssumed()
}
