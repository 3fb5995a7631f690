// What differs between two plans.

package plan

import (
	"reflect"
	"slices"

	"arringa/model"
)

// Comparison says what differs between two plans, the first being A. Each is forecast in
// its own scenario and over its own horizon.
type Comparison struct {
	Budget, Given [2]model.Money // a year
	Total         [2]Yields
	Channels      []ChannelComparison // those of A in its order, then those that only B has
	Assumptions   []Difference
}

// ChannelComparison is what one channel gets and brings in each plan; nothing where it is
// not in one.
type ChannelComparison struct {
	ID     model.ChannelID
	In     [2]bool
	Amount [2]model.Money // a year
	Yields [2]Yields
}

// Difference is an assumption that is not the same in two plans: another figure, or the same
// from another origin.
type Difference struct {
	Channel model.ChannelID // empty: of the whole plan
	Field   string          // the JSON member
	A, B    []model.Value   // a figure, or low, base and high; empty when a few figures do not tell it (a season)
	Origins [2]model.Origin // empty where a figure has none (a limit)
}

// Compare finds what differs between two plans.
func Compare(a, b model.Plan) Comparison {
	plans := [2]model.Plan{a, b}
	var c Comparison
	for k, p := range plans {
		o := Forecast(p, ScenarioOf(p))
		c.Budget[k], c.Given[k], c.Total[k] = p.Budget, p.Allocated(), o.Total
		for i, x := range p.Channels {
			at := slices.IndexFunc(c.Channels, func(y ChannelComparison) bool { return y.ID == x.ID })
			if at < 0 {
				at = len(c.Channels)
				c.Channels = append(c.Channels, ChannelComparison{ID: x.ID})
			}
			c.Channels[at].In[k], c.Channels[at].Amount[k], c.Channels[at].Yields[k] = true, x.Amount,
				o.Channels[i].Yields
		}
	}
	d := differ{}
	d.plan(a, b)
	d.company(a.Company, b.Company)
	d.role(a.Role, b.Role)
	for i, x := range a.Channels {
		if j := b.Channel(x.ID); j >= 0 {
			d.of = x.ID
			d.channel(a, b, i, j)
		}
	}
	c.Assumptions = d.found
	return c
}

// differ gathers differences.
type differ struct {
	of    model.ChannelID
	found []Difference
}

func (d *differ) plan(a, b model.Plan) {
	d.bare("start", month(a.Start), month(b.Start))
	d.bare("months", months(float64(a.Months)), months(float64(b.Months)))
	d.bare("scenario", text(a.Scenario), text(b.Scenario))
	own := func(p model.Plan) model.Scenario {
		i := slices.IndexFunc(p.Scenarios, func(s model.Scenario) bool { return s.ID == p.Scenario })
		if i < 0 {
			return model.Scenario{}
		}
		return p.Scenarios[i]
	}
	d.untold("scenarios", a.Scenario == b.Scenario && !reflect.DeepEqual(own(a), own(b)))
}

func (d *differ) company(a, b model.Company) {
	d.bare("kind", text(a.Kind), text(b.Kind))
	d.amount("first_order", a.FirstOrder, b.FirstOrder)
	d.amount("order", a.Order, b.Order)
	d.number("orders_per_year", count, a.OrdersPerYear, b.OrdersPerYear)
	d.number("years", count, a.Years, b.Years)
	d.number("margin", ratio, a.Margin, b.Margin)
	d.bounds("conversion", ratio, a.Conversion, b.Conversion)
	d.number("sales_cycle_months", months, a.SalesCycleMonths, b.SalesCycleMonths)
	d.bare("baseline", count(a.BaselinePerMonth()), count(b.BaselinePerMonth()))
	d.untold("season", a.Season != b.Season)
	d.bare("vat", ratio(a.VAT.Cost()-1), ratio(b.VAT.Cost()-1))
	d.amount("revenue", a.Revenue, b.Revenue)
}

// role compares what the role costs; one that was not told costs nothing.
func (d *differ) role(a, b *model.Role) {
	var none model.Role
	if a == nil {
		a = &none
	}
	if b == nil {
		b = &none
	}
	d.amount("salary", a.Salary, b.Salary)
	d.number("company_cost", count, a.CompanyCost, b.CompanyCost)
	d.number("share_of_time", ratio, a.Share, b.Share)
	d.amount("tools", a.Tools, b.Tools)
	d.bare("stops", ratio(a.StopsShare()), ratio(b.StopsShare()))
}

func (d *differ) channel(p, q model.Plan, i, j int) {
	a, b := p.Channels[i], q.Channels[j]
	d.bare("kind", text(a.Kind), text(b.Kind))
	d.bare("at_least_cents", cents(float64(a.AtLeast)), cents(float64(b.AtLeast)))
	d.bare("at_most_cents", cents(float64(a.AtMost)), cents(float64(b.AtMost)))
	d.bare("threshold_cents", cents(float64(a.Threshold)), cents(float64(b.Threshold)))
	d.untold("calendar", a.Calendar.MonthWeights(model.Flat()) != b.Calendar.MonthWeights(model.Flat()) ||
		a.Calendar.Kind != b.Calendar.Kind)
	f, g := a.Figures, b.Figures
	d.bare("reference_cents_per_month", cents(float64(f.Reference)), cents(float64(g.Reference)))
	d.bounds("contacts_per_month", count, f.Contacts, g.Contacts)
	d.number("doubling_gain", ratio, f.Gain, g.Gain)
	d.number("half_life_months", months, f.HalfLife, g.HalfLife)
	if f.Conversion != nil || g.Conversion != nil {
		d.bounds("conversion", ratio, a.ConversionOf(p.Company), b.ConversionOf(q.Company))
	} else {
		d.number("conversion_index", count, f.ConversionIndex, g.ConversionIndex)
	}
	if f.Delay != nil || g.Delay != nil {
		d.number("delay_months", months, a.DelayOf(p.Company), b.DelayOf(q.Company))
	} else {
		d.number("delay_factor", count, f.DelayFactor, g.DelayFactor)
	}
	d.bounds("additional_share", ratio, f.Additional, g.Additional)
	d.number("by_itself_per_month", count, f.Itself, g.Itself)
	d.bare("last_year", cents(float64(a.LastYear.Spend)), cents(float64(b.LastYear.Spend)))
}

func (d *differ) number(field string, as func(float64) model.Value, a, b model.Number) {
	if a.Value != b.Value || a.Origin != b.Origin {
		d.add(field, [2]model.Origin{a.Origin, b.Origin}, []model.Value{as(a.Value)}, []model.Value{as(b.Value)})
	}
}

func (d *differ) amount(field string, a, b model.Amount) {
	if a.Cents != b.Cents || a.Origin != b.Origin {
		d.add(field, [2]model.Origin{a.Origin, b.Origin}, []model.Value{cents(float64(a.Cents))},
			[]model.Value{cents(float64(b.Cents))})
	}
}

func (d *differ) bounds(field string, as func(float64) model.Value, a, b model.Range) {
	if a.Low != b.Low || a.Base != b.Base || a.High != b.High || a.Origin != b.Origin {
		three := func(r model.Range) []model.Value { return []model.Value{as(r.Low), as(r.Base), as(r.High)} }
		d.add(field, [2]model.Origin{a.Origin, b.Origin}, three(a), three(b))
	}
}

// bare is a figure without an origin.
func (d *differ) bare(field string, a, b model.Value) {
	if a != b {
		d.add(field, [2]model.Origin{}, []model.Value{a}, []model.Value{b})
	}
}

// untold is something that a few figures do not tell.
func (d *differ) untold(field string, differs bool) {
	if differs {
		d.add(field, [2]model.Origin{}, nil, nil)
	}
}

func (d *differ) add(field string, origins [2]model.Origin, a, b []model.Value) {
	d.found = append(d.found, Difference{Channel: d.of, Field: field, A: a, B: b, Origins: origins})
}

func ratio(x float64) model.Value  { return model.Value{Kind: model.ShareValue, X: x} }
func months(x float64) model.Value { return model.Value{Kind: model.MonthsValue, X: x} }

func text[T ~string](s T) model.Value { return model.Value{Kind: model.TextValue, Text: string(s)} }
