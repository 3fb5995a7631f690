package plan

import "arringa/model"

// reckonedMonths is how many months of actuals make a year of them.
const reckonedMonths = 12

// Reckoning is how far the reckoning itself may be wrong, as one factor on all that the plan's
// spend causes: 0.6 to 1.35 until a year of actuals exists, 0.75 to 1.25 from then on. What going
// concerns forecast of their total sales misses by 13 to 25 %, of new products by 26 % at the
// median and in two cases of three from above; a bell whose mean error is 15 % has 0.75 and 1.25 as
// its 10th and 90th percentile. Added sales resemble a launch. Our judgement on those sources.
func Reckoning(p model.Plan) model.Range {
	months := map[model.Month]bool{}
	for _, a := range p.Actuals {
		if a.Contacts != nil && a.Month >= p.Start && a.Month < p.Start+model.Month(p.Months) {
			months[a.Month] = true
		}
	}
	r := model.Range{Low: 0.6, Base: 1, High: 1.35, Origin: model.Judgement, Evidence: reckoningEvidence}
	if len(months) >= reckonedMonths {
		r.Low, r.High = 0.75, 1.25
	}
	return r
}

// reckoningEvidence is what Reckoning rests on, by id in the table of published figures.
var reckoningEvidence = []string{
	"forecast-kpmg-eiu", "forecast-b2b-variance-2024", "forecast-newproduct-tull-1967",
	"forecast-miscalibration-cfo-2013",
}

// orderRange is what an order is worth against what was said, the first and later ones alike.
func orderRange(c model.Company) model.Range {
	return model.Range{Low: 1 / NoRange, Base: 1, High: NoRange, Origin: weaker(c.FirstOrder.Origin, c.Order.Origin)}
}

// marginRange is the contribution margin, 0 to 1.
func marginRange(c model.Company) model.Range {
	m := c.Margin.Value
	return model.Range{Low: m / NoRange, Base: m, High: max(m, min(m*NoRange, 1)), Origin: c.Margin.Origin}
}
