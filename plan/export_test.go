package plan

import "arringa/model"

// Drawn is Uncertainty with other ranges of what all channels have in common.
func Drawn(p model.Plan, s model.Scenario, reckoning, order, margin model.Range) Ranges {
	return uncertainty(p, s, shared{reckoning, order, margin})
}
