// What the next and the last thousand bring.

package plan

import "arringa/model"

// Thousand is the step by which what the next money brings is told: 1,000 € a year, in
// cents.
const Thousand = model.Money(1000 * 100)

// Marginal is what the next Thousand on a channel would bring, and to first order what
// the last one brings: the derivative of the year's result at today's amount.
type Marginal struct {
	Contacts float64
	Margin   float64 // first-year margin, cents
	Lifetime float64 // cents
}

// NextThousand computes the derivative of each channel's result by its yearly amount,
// times Thousand, divided by the years of the horizon: what a thousand spent brings, whenever it
// comes. At the best split all channels that are free to move agree. Where a scenario spends
// nothing it is taken at nothing.
func NextThousand(p model.Plan, s model.Scenario) []Marginal {
	f := newFrame(p, s)
	out := make([]Marginal, len(p.Channels))
	for i, c := range p.Channels {
		amount := float64(c.Amount)
		if s.Idle {
			amount = 0
		}
		contacts := f.slope(c, amount) * float64(Thousand) / p.Years()
		customers := contacts * c.ConversionOf(p.Company).Base
		out[i] = Marginal{Contacts: contacts, Margin: customers * f.firstYear, Lifetime: customers * f.lifetime}
	}
	return out
}

// Band is the next thousand's margin as far as it is known: what a channel brings is known
// to the same proportion at any amount. False below the channel's threshold, where a next or
// last thousand says nothing, and where the channel brings nothing to judge it by.
func (m Marginal) Band(c model.Channel, known ChannelRanges, brings float64) (Band, bool) {
	if c.Amount < c.Threshold || c.Amount == 0 || brings <= 0 {
		return Band{}, false
	}
	return known.Margin.times(m.Margin / brings), true
}

// slope is the derivative of a channel's contacts by its yearly amount in cents, taken at
// amount, over the plan's months and their tail. Effective spend is linear in the amount, so the
// chain rule gives Σ a·ρ·Slope(e)·∂e/∂S, with ∂e/∂S carried over like the spend itself.
func (f *frame) slope(c model.Channel, amount float64) float64 {
	n := f.plan.Months
	r := NewResponse(c.Figures, c.Figures.Contacts.Base)
	weights := monthShares(c, f.plan)
	results, cost := f.scenario.On(c.ID)
	effective, per := float64(c.LastYear.Spend)/12, 0.0
	var total float64
	for m := range n + Tail {
		spent := 0.0
		if m < n {
			spent = (1 - r.Carryover) * weights[m%12] / cost.At(m+1, n)
		}
		effective = r.Carryover*effective + spent*amount
		per = r.Carryover*per + spent
		total += results.At(min(m+1, n), n) * r.Slope(effective, f.demand[m]) * per
	}
	return c.Figures.Additional.Base * total
}

// monthShares are the shares of a year's amount by month of the plan, adding up to 1.
func monthShares(c model.Channel, p model.Plan) [12]float64 {
	weights := c.Calendar.MonthWeights(p.Company.Season)
	var total int64
	for _, w := range weights {
		total += w
	}
	var shares [12]float64
	for m := range shares {
		if total == 0 {
			shares[m] = 1.0 / 12
			continue
		}
		shares[m] = float64(weights[(p.Start+model.Month(m)).Index()]) / float64(total)
	}
	return shares
}

// YearCurve is a channel's incremental contacts, those of the tail included, as a function
// of its yearly amount in cents: the curve that the optimiser climbs and the screens draw. Cents
// are not rounded.
func YearCurve(p model.Plan, s model.Scenario, line int) func(amount float64) float64 {
	f := newFrame(p, s)
	c := p.Channels[line]
	n := p.Months
	r := NewResponse(c.Figures, c.Figures.Contacts.Base)
	weights := monthShares(c, p)
	results, cost := s.On(c.ID)
	opening := float64(c.LastYear.Spend) / 12
	return func(amount float64) float64 {
		effective, idle, total := opening, opening, 0.0
		for m := range n + Tail {
			effective *= r.Carryover
			if m < n {
				effective += (1 - r.Carryover) * weights[m%12] * amount / cost.At(m+1, n)
			}
			idle *= r.Carryover
			total += results.At(min(m+1, n), n) * (r.Contacts(effective, f.demand[m]) - r.Contacts(idle, f.demand[m]))
		}
		return c.Figures.Additional.Base * total
	}
}
