// Which assumption moves the result most, and so what to test first.

package plan

import (
	"cmp"
	"math"
	"slices"

	"arringa/model"
)

// Swing is how far the result moves when one assumption goes from low to high and all
// others stay as they are.
type Swing struct {
	Channel model.ChannelID // empty: an assumption about the company
	Field   string          // the JSON member: contacts_per_month, conversion, doubling_gain…
	Origin  model.Origin
	Low     float64 // the assumption's low figure, in its own unit; of order, a multiplier
	High    float64
	AtLow   float64 // the incremental first-year margin with it, cents
	AtHigh  float64
	Assumed bool // the assumption has no range of its own: low and high are its figure ÷ and × NoRange
}

// Size is how much margin the assumption moves, in cents, never negative.
func (s Swing) Size() float64 { return math.Abs(s.AtHigh - s.AtLow) }

// NoRange is how far an assumption without a range is moved, so that it can stand beside
// those that have one. Our judgement.
const NoRange = 1.2

// Tornado lists the assumptions by how much they move the plan's incremental first-year
// margin in a scenario, the largest first. Those that move nothing are left out. The reckoning
// itself (see Reckoning) is one of them.
func Tornado(p model.Plan, s model.Scenario) []Swing {
	reckoning, margin := Reckoning(p), Forecast(p, s).Total.More.Margin
	var found []Swing
	if margin > 0 {
		found = append(found, Swing{Field: "reckoning", Origin: reckoning.Origin, Low: reckoning.Low,
			High:  reckoning.High,
			AtLow: margin * reckoning.Low, AtHigh: margin * reckoning.High})
	}
	for _, a := range assumptions(p) {
		at := func(v float64) float64 {
			q := p
			q.Channels = append([]model.Channel(nil), p.Channels...)
			a.set(&q, v)
			return Forecast(q, s).Total.More.Margin
		}
		a.AtLow, a.AtHigh = at(a.Low), at(a.High)
		if a.Size() > 0 {
			found = append(found, a.Swing)
		}
	}
	slices.SortStableFunc(found, func(a, b Swing) int { return cmp.Compare(b.Size(), a.Size()) })
	return found
}

// assumption is a swing, and how to put a figure in its place. The plan's channels are a
// copy that set may write into; what they point to is not.
type assumption struct {
	Swing
	set func(p *model.Plan, v float64)
}

func assumptions(p model.Plan) []assumption {
	c := p.Company
	list := []assumption{
		ranged("", "conversion", c.Conversion, func(p *model.Plan, v float64) { p.Company.Conversion = certain(v) }),
		assumed("margin", marginRange(c), func(p *model.Plan, v float64) { p.Company.Margin.Value = v }),
		unranged("orders_per_year", c.OrdersPerYear, 0, model.MaxOrdersPerYear,
			func(p *model.Plan, v float64) { p.Company.OrdersPerYear.Value = v }),
		// What an order is worth moves all orders alike, the first and the later ones.
		assumed("order", orderRange(c), func(p *model.Plan, v float64) {
			p.Company.FirstOrder.Cents = model.Money(math.Round(float64(c.FirstOrder.Cents) * v))
			p.Company.Order.Cents = model.Money(math.Round(float64(c.Order.Cents) * v))
		}),
	}
	for i, c := range p.Channels {
		own := []assumption{
			ranged(c.ID, "contacts_per_month", c.Figures.Contacts,
				func(p *model.Plan, v float64) { p.Channels[i].Figures.Contacts = certain(v) }),
			ranged(c.ID, "additional_share", c.Figures.Additional,
				func(p *model.Plan, v float64) { p.Channels[i].Figures.Additional = certain(v) }),
			unranged("half_life_months", c.Figures.HalfLife, 0, model.MaxHalfLife,
				func(p *model.Plan, v float64) { p.Channels[i].Figures.HalfLife.Value = v }),
		}
		if c.Figures.Conversion != nil && c.Kind != model.Orders {
			own = append(own, ranged(c.ID, "conversion", *c.Figures.Conversion, func(p *model.Plan, v float64) {
				r := certain(v)
				p.Channels[i].Figures.Conversion = &r
			}))
		}
		if g := c.Figures.Gain; g.Value != model.LinearGain {
			own = append(own, unranged("doubling_gain", g, model.MinGain, model.MaxGain,
				func(p *model.Plan, v float64) { p.Channels[i].Figures.Gain.Value = v }))
		}
		for _, a := range own {
			a.Channel = c.ID
			list = append(list, a)
		}
	}
	return list
}

func certain(v float64) model.Range { return model.Range{Low: v, Base: v, High: v} }

func ranged(id model.ChannelID, field string, r model.Range, set func(*model.Plan, float64)) assumption {
	return assumption{Swing{Channel: id, Field: field, Origin: r.Origin, Low: r.Low, High: r.High}, set}
}

// assumed is a figure of the company's whose range nobody told; the draws have the same.
func assumed(field string, r model.Range, set func(*model.Plan, float64)) assumption {
	a := ranged("", field, r, set)
	a.Assumed = true
	return a
}

func unranged(field string, n model.Number, least, most float64, set func(*model.Plan, float64)) assumption {
	low, high := max(n.Value/NoRange, least), min(n.Value*NoRange, most)
	return assumption{Swing{Field: field, Origin: n.Origin, Low: low, High: high, Assumed: true}, set}
}

// TestFirst lists what is worth testing first, from a Tornado: the figures of channels, by
// the margin that hangs on them times how little is known of them (see doubt). A figure of
// the company's own needs no test.
func TestFirst(swings []Swing) []Swing {
	var list []Swing
	for _, s := range swings {
		if s.Channel != "" && doubt(s.Origin) > 0 {
			list = append(list, s)
		}
	}
	worth := func(s Swing) float64 { return s.Size() * doubt(s.Origin) }
	slices.SortStableFunc(list, func(a, b Swing) int { return cmp.Compare(worth(b), worth(a)) })
	return list
}

// doubt weighs an origin: what was published about others is half as doubtful as an
// estimate. Our judgement.
func doubt(o model.Origin) float64 {
	switch o {
	case model.Own:
		return 0
	case model.Published:
		return 0.5
	}
	return 1
}

// weaker is the less firm of two origins.
func weaker(a, b model.Origin) model.Origin {
	if doubt(b) > doubt(a) {
		return b
	}
	return a
}
