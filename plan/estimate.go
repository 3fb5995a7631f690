// How much of a result rests on estimates.

package plan

import "arringa/model"

// Basis says what a result rests on: shares that add up to 1, or all 0 when there is no
// result.
type Basis struct{ Own, Published, Judgement float64 }

// EstimateShare says how much of the plan's incremental margin rests on the company's own
// data, on what was published, and on estimates. Each channel's margin is made of five
// things: what its reference spend brings, how much of it would not have come by itself, the
// curve (doubling gain and half-life), the share of contacts that become customers (none for
// online orders), and what a customer is worth (orders and margin). Each has an equal part of that channel's
// margin, and counts
// as its weakest figure.
func EstimateShare(p model.Plan, o Outlook) Basis {
	c := p.Company
	worth := c.Margin.Origin
	for _, origin := range []model.Origin{c.FirstOrder.Origin, c.OrdersPerYear.Origin} {
		worth = weaker(worth, origin)
	}
	if c.OrdersPerYear.Value > 1 {
		worth = weaker(worth, c.Order.Origin)
	}
	var b Basis
	var total float64
	for i, c := range p.Channels {
		margin := max(o.Channels[i].More.Margin, 0)
		parts := []model.Origin{c.Figures.Contacts.Origin, c.Figures.Additional.Origin,
			weaker(c.Figures.Gain.Origin, c.Figures.HalfLife.Origin), worth}
		if c.Kind != model.Orders {
			parts = append(parts, c.ConversionOf(p.Company).Origin)
		}
		for _, origin := range parts {
			b.add(origin, margin/float64(len(parts)))
		}
		total += margin
	}
	if total == 0 {
		return Basis{}
	}
	return Basis{b.Own / total, b.Published / total, b.Judgement / total}
}

func (b *Basis) add(o model.Origin, x float64) {
	switch o {
	case model.Own:
		b.Own += x
	case model.Published:
		b.Published += x
	default:
		b.Judgement += x
	}
}
