// Plans, companies and channels as they begin.

package templates

import (
	"math"

	"arringa/model"
)

// NewChannel is a catalogue channel with the default figures for a company's kind of
// sale. Where the catalogue has none for that kind it takes those of another and says
// judgement. It reports whether the catalogue knows the channel.
func NewChannel(id model.ChannelID, company model.Company) (model.Channel, bool) {
	words, ok := FindChannel(id)
	if !ok {
		return model.Channel{}, false
	}
	f, ok := FiguresOf(id, company.Kind)
	if !ok {
		return model.Channel{}, false
	}
	if f.Kind != company.Kind { // somebody else's figures are at best a guess
		f.CostOrigin, f.CurveOrigin, f.ConversionOrigin = model.Judgement, model.Judgement, model.Judgement
	}
	if s, ok := FindSector(company.Sector); ok && f.CostOrigin == model.Judgement { // what was published stays as it is
		f.CostLow, f.CostBase, f.CostHigh = s.ContactCost*f.CostLow, s.ContactCost*f.CostBase, s.ContactCost*f.CostHigh
	}
	spend := model.Euro(f.ReferenceSpend)
	c := model.Channel{
		ID: id, Kind: f.Kind, Posture: words.Posture, Threshold: model.Euro(f.Threshold),
		Calendar: model.Calendar{Kind: model.Even},
		Figures: model.Figures{
			Reference: spend,
			// A low cost per contact is a high number of contacts.
			Contacts: model.Range{
				Low: float64(f.ReferenceSpend) / f.CostHigh, Base: float64(f.ReferenceSpend) / f.CostBase,
				High:   float64(f.ReferenceSpend) / f.CostLow,
				Origin: f.CostOrigin, Evidence: behind(f.CostOrigin, f.Evidence),
			},
			Gain:     model.Number{Value: f.DoublingGain, Origin: f.CurveOrigin},
			HalfLife: model.Number{Value: f.HalfLife, Origin: f.CurveOrigin},
			ConversionIndex: model.Number{Value: f.ConversionIndex, Origin: f.ConversionOrigin,
				Evidence: behind(f.ConversionOrigin, f.Evidence)},
			DelayFactor: model.Number{Value: f.DelayFactor, Origin: model.Judgement},
			Additional:  AdditionalOf(id),
		},
	}
	if id == "fairs_italy" || id == "fairs_abroad" {
		c.Calendar.Kind = model.BySeason // fairs are not held all the year round
	}
	if company.Kind == model.Orders && f.Kind != model.Orders {
		// The company's own share speaks of orders, and these contacts are requests.
		share := model.Spread(min(shareOfRequests[f.Kind]*f.ConversionIndex, 1), model.ConversionSpread, 1)
		c.Figures.Conversion = &share
	}
	return c, true
}

// shareOfRequests is the share of requests that become customers where a company knows
// only its orders: our judgement, about the middle of the sectors of the kind.
var shareOfRequests = map[model.SaleKind]float64{model.B2B: 0.10, model.Local: 0.30}

// FiguresOf finds a channel's default figures for a kind of sale, or else for the
// nearest other kind.
func FiguresOf(id model.ChannelID, kind model.SaleKind) (ChannelFigures, bool) {
	for _, k := range []model.SaleKind{kind, model.Local, model.B2B, model.Orders} {
		for _, f := range FiguresTable() {
			if f.Channel == id && f.Kind == k {
				return f, true
			}
		}
	}
	return ChannelFigures{}, false
}

// AdditionalOf is the default additional share of a channel; one that the catalogue does not
// know has that of the channels of which nobody measured anything: our judgement.
func AdditionalOf(id model.ChannelID) model.Range {
	for _, a := range Additionals() {
		if a.Channel == id {
			return model.Range{Low: a.Low, Base: a.Base, High: a.High, Origin: a.Origin,
				Evidence: behind(a.Origin, a.Evidence)}
		}
	}
	return model.Range{Low: 0.4, Base: 0.6, High: 0.8, Origin: model.Judgement}
}

// behind keeps evidence only for figures that rest on it.
func behind(o model.Origin, evidence []string) []string {
	if o == model.Published {
		return evidence
	}
	return nil
}

// NewCompany is a company as the sector's judgement has it.
func NewCompany(s Sector) model.Company {
	guess := func(v float64) model.Number { return model.Number{Value: v, Origin: model.Judgement} }
	sum := func(euro int64) model.Amount {
		return model.Amount{Cents: model.Euro(euro), Origin: model.Judgement}
	}
	return model.Company{
		Sector: s.ID, Kind: s.Kind,
		FirstOrder: sum(s.AverageOrder), Order: sum(s.AverageOrder), OrdersPerYear: guess(s.OrdersPerYear),
		Years:  guess(s.LifetimeYears),
		Margin: guess(s.GrossMargin / 100), Conversion: model.Spread(s.Conversion/100, model.ConversionSpread, 1),
		SalesCycleMonths: guess(s.SalesCycleMonths), Season: model.Season(s.Season),
		VAT:     model.VAT{Rate: 0.22, Recovered: s.VATRecovered / 100},
		Revenue: model.Amount{Origin: model.Judgement}, // nobody's revenue is invented
	}
}

// NewPlan is the plan a newcomer starts from: the sector's company and channels, the
// amounts left to whoever calls. A budget of 0 takes the sector's share of revenue.
func NewPlan(s Sector, language string, start model.Month, budget model.Money) model.Plan {
	p := model.Plan{
		Schema: model.Schema, Language: language, Currency: "EUR", Start: start,
		Company: NewCompany(s), Budget: budget, Sliders: model.FromPot, Scenario: model.Base,
	}
	p.Months = horizon(s.SalesCycleMonths)
	if budget == 0 {
		p.Budget = model.Euro(int64(float64(s.Revenue)*s.MarketingShare/100/500+0.5) * 500)
	}
	for _, id := range s.Channels {
		if c, ok := NewChannel(model.ChannelID(id), p.Company); ok {
			p.Channels = append(p.Channels, c)
		}
	}
	return p
}

// horizon is the months of a new plan: the sales cycle and a year more, in half years, so that
// who is met during the first year can still be seen to buy.
func horizon(cycle float64) int {
	halves := int(math.Ceil((model.MinMonths + cycle) / 6))
	return min(6*halves, model.MaxMonths)
}

// ChannelName is what a channel is called: the manager's name, or the catalogue's.
func ChannelName(c model.Channel, language string) string {
	if c.Name != "" {
		return c.Name
	}
	if words, ok := FindChannel(c.ID); ok {
		return words.Name.In(language)
	}
	return string(c.ID)
}

// Reestimated is a company with another sector's estimates in the place of the old ones;
// what is its own stays.
func Reestimated(c model.Company, s Sector) model.Company {
	n := NewCompany(s)
	n.Name, n.Town, n.Baseline, n.Revenue, n.Extra = c.Name, c.Town, c.Baseline, c.Revenue, c.Extra
	keep(c.FirstOrder.Origin, c.FirstOrder, &n.FirstOrder)
	keep(c.Order.Origin, c.Order, &n.Order)
	keep(c.OrdersPerYear.Origin, c.OrdersPerYear, &n.OrdersPerYear)
	keep(c.Years.Origin, c.Years, &n.Years)
	keep(c.Margin.Origin, c.Margin, &n.Margin)
	keep(c.Conversion.Origin, c.Conversion, &n.Conversion)
	keep(c.SalesCycleMonths.Origin, c.SalesCycleMonths, &n.SalesCycleMonths)
	return n
}

func keep[T any](o model.Origin, old T, at *T) {
	if o == model.Own {
		*at = old
	}
}
