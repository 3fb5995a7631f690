// What a plan written by hand may leave out.

package file

import (
	"arringa/model"
	"arringa/templates"

	"github.com/go-json-experiment/json"
)

// Complete fills in what a plan written by hand may leave out: the usual horizon and
// language, the sector's company, the catalogue's channels. A figure counts as left out
// when it has neither a value nor an origin; with a value alone it is an estimate.
func Complete(p model.Plan) model.Plan {
	p.Schema = model.Schema
	fill(&p.Language, "it")
	fill(&p.Currency, "EUR")
	fill(&p.Months, model.MinMonths)
	fill(&p.Sliders, model.FromPot)
	fill(&p.Scenario, model.Base)
	completeCompany(&p.Company)
	for i := range p.Channels {
		completeChannel(&p.Channels[i], p.Company)
	}
	if p.Role != nil {
		completeRole(p.Role)
	}
	for i := range p.Trials {
		t := &p.Trials[i]
		fillIf(t.Precision == 0 && t.ScaleAt == 0, &t.StopAt, model.UsualStopAt)
		fill(&t.Precision, model.UsualPrecision)
		fill(&t.ScaleAt, model.UsualScaleAt)
	}
	for i := range p.History {
		fill(&p.History[i].Months, 1)
	}
	for i := range p.Presence {
		fill(&p.Presence[i].Run, 1)
	}
	return p
}

// shareOfRequests is the share of requests that become customers where nothing is known:
// our judgement.
const shareOfRequests = 0.1

func completeCompany(c *model.Company) {
	sector, known := templates.FindSector(c.Sector)
	if !known {
		sector, _ = templates.FindSector("professional_services")
	}
	usual := templates.NewCompany(sector)
	fill(&c.Sector, sector.ID)
	fill(&c.Kind, usual.Kind)
	if c.Kind != usual.Kind {
		usual.Conversion = model.Spread(shareOfRequests, model.ConversionSpread, 1)
	}
	number(&c.OrdersPerYear, usual.OrdersPerYear)
	number(&c.Years, usual.Years)
	number(&c.Margin, usual.Margin)
	number(&c.SalesCycleMonths, usual.SalesCycleMonths)
	if amount(&c.Order, model.Amount{}); c.Order.Origin != "" {
		usual.FirstOrder = c.Order
	}
	amount(&c.FirstOrder, usual.FirstOrder)
	amount(&c.Order, c.FirstOrder)
	amount(&c.Revenue, model.Amount{Origin: model.Judgement})
	bounds(&c.Conversion, usual.Conversion)
	for i := range c.Baseline {
		number(&c.Baseline[i].PerMonth, model.Number{Origin: model.Judgement})
	}
	fill(&c.Season, usual.Season)
	fillIf(c.VAT.Rate == untold, &c.VAT.Rate, usual.VAT.Rate)
	fillIf(c.VAT.Recovered == untold, &c.VAT.Recovered, usual.VAT.Recovered)
}

func completeChannel(c *model.Channel, company model.Company) {
	asTold := company // the catalogue's figures are those of the channel's own kind of sale
	fillIf(c.Kind != "", &asTold.Kind, c.Kind)
	usual, known := templates.NewChannel(c.ID, asTold)
	if !known {
		usual = model.Channel{Kind: company.Kind, Figures: model.Figures{
			ConversionIndex: model.Number{Value: 1, Origin: model.Judgement}, DelayFactor: model.Number{Value: 1,
				Origin: model.Judgement},
		}}
	}
	fill(&c.Kind, usual.Kind)
	fill(&c.Posture, usual.Posture)
	fill(&c.Calendar.Kind, model.Even)
	f, u := &c.Figures, usual.Figures
	if f.Reference == 0 {
		fill(&c.Threshold, usual.Threshold)
	}
	if bounds(&f.Contacts, model.Range{}); f.Reference == 0 && f.Contacts.Origin == "" {
		f.Reference, f.Contacts = u.Reference, u.Contacts
	}
	number(&f.Gain, u.Gain)
	number(&f.HalfLife, u.HalfLife)
	if number(&f.ConversionIndex, model.Number{}); f.ConversionIndex.Origin == "" {
		f.ConversionIndex = u.ConversionIndex
		fillIf(f.Conversion == nil, &f.Conversion, requests(*c, company, u))
	}
	number(&f.DelayFactor, u.DelayFactor)
	bounds(&f.Additional, templates.AdditionalOf(c.ID))
	number(&f.Itself, model.Number{})
	if f.Conversion != nil {
		bounds(f.Conversion, model.Range{Origin: model.Judgement})
	}
	if f.Delay != nil {
		number(f.Delay, model.Number{Origin: model.Judgement})
	}
}

// completeRole marks what was told without an origin; what was not told stays so.
func completeRole(r *model.Role) {
	amount(&r.Salary, model.Amount{})
	amount(&r.Tools, model.Amount{})
	number(&r.CompanyCost, model.Number{})
	number(&r.Share, model.Number{})
	if r.Stops != nil {
		number(r.Stops, model.Number{Origin: model.Judgement})
	}
	for i := range r.Tasks {
		t := &r.Tasks[i]
		amount(&t.Outside, model.Amount{})
		for _, n := range []*model.Number{&t.Hours, &t.GivenBack, &t.Correction} {
			number(n, model.Number{})
		}
	}
}

// told are the multipliers of a scenario that the file names: 0 says something there.
type told struct {
	Results  *struct{} `json:"results"`
	Cost     *struct{} `json:"cost"`
	Order    *float64  `json:"order_value"`
	Baseline *float64  `json:"baseline_customers"`
	Channels []told    `json:"channels"`
}

// completeScenarios sets the multipliers that the file leaves out to 1, which changes
// nothing. The file was read before, as a plan with these scenarios.
func completeScenarios(scenarios []model.Scenario, data []byte) {
	var head struct {
		Scenarios []told `json:"scenarios"`
	}
	if json.Unmarshal(data, &head) != nil {
		return
	}
	one := model.Multiplier{By: 1}
	for i, t := range head.Scenarios {
		s := &scenarios[i]
		fillIf(t.Results == nil, &s.Results, one)
		fillIf(t.Cost == nil, &s.Cost, one)
		fillIf(t.Order == nil, &s.Order, 1)
		fillIf(t.Baseline == nil, &s.Baseline, 1)
		for k, c := range t.Channels {
			fillIf(c.Results == nil, &s.Channels[k].Results, one)
			fillIf(c.Cost == nil, &s.Channels[k].Cost, one)
		}
	}
}

// requests is the share of a channel's contacts that become customers, where the company's
// own share cannot say: it speaks of online orders, and these contacts are requests.
func requests(c model.Channel, company model.Company, usual model.Figures) *model.Range {
	if company.Kind != model.Orders || c.Kind == model.Orders || usual.Conversion != nil {
		return usual.Conversion
	}
	share := model.Spread(shareOfRequests, model.ConversionSpread, 1)
	return &share
}

// number, amount and bounds complete one figure of unknown origin.
func number(at *model.Number, usual model.Number) {
	figure(at, usual, &at.Origin, at.Value != 0)
}

func amount(at *model.Amount, usual model.Amount) {
	figure(at, usual, &at.Origin, at.Cents != 0)
}

func bounds(at *model.Range, usual model.Range) {
	figure(at, usual, &at.Origin, at.Low != 0 || at.Base != 0 || at.High != 0)
}

func figure[T any](at *T, usual T, origin *model.Origin, told bool) {
	fillIf(*origin == "" && told, origin, model.Judgement)
	fillIf(*origin == "", at, usual)
}

func fill[T comparable](at *T, usual T) {
	var none T
	fillIf(*at == none, at, usual)
}

func fillIf[T any](empty bool, at *T, usual T) {
	if empty {
		*at = usual
	}
}
