package plan

import (
	"arringa/model"
)

// What advertising drives of established firms' sales in published models is 5 to 20 %; 15 % is
// the most that a plan may add. Of the customers that must be replaced each year, one in as many
// as the years that they stay, it may claim a third.
const (
	mostDriven    = 0.15
	replacedShare = 1.0 / 3
)

// Promise is what a year of a plan is to add, beside what experience allows.
type Promise struct {
	Share      float64 // incremental first-year revenue of a year of the plan, as a share of last year's revenue
	Unmeasured float64 // the part of Share that does not rest on the company's own figures alone
	Most       float64 // that may be promised: 15 % + 1 ÷ (3 · years a customer stays, at least one)
}

// TooGood says that the plan promises more than experience allows, and no figures of the
// company's own carry it.
func (p Promise) TooGood() bool { return p.Unmeasured > p.Most }

// OfCeiling is the promise as a share of the most that may be promised.
func (p Promise) OfCeiling() float64 { return p.Share / p.Most }

// PromiseOf weighs a plan's result. False when last year's revenue is not known: there is
// nothing to weigh it by.
func PromiseOf(p model.Plan, o Outlook) (Promise, bool) {
	c := p.Company
	if c.Revenue.Cents == 0 {
		return Promise{}, false
	}
	promise := Promise{Most: mostDriven + replacedShare/max(c.Years.Value, 1)}
	each := c.FirstYearRevenue() * ScenarioOf(p).Order / p.Years() / float64(c.Revenue.Cents)
	for i, ch := range o.Channels {
		share := ch.More.Customers * each
		promise.Share += share
		if !measured(p.Channels[i], c) {
			promise.Unmeasured += share
		}
	}
	return promise, true
}

// measured says whether what a channel brings in rests on the company's own figures alone:
// contacts, how many of them are additional, how many become customers, and their orders.
func measured(c model.Channel, in model.Company) bool {
	for _, o := range []model.Origin{
		c.Figures.Contacts.Origin, c.Figures.Additional.Origin, c.ConversionOf(in).Origin, in.FirstOrder.Origin,
		in.OrdersPerYear.Origin,
	} {
		if o != model.Own {
			return false
		}
	}
	return in.OrdersPerYear.Value <= 1 || in.Order.Origin == model.Own
}

// Plausibility is how a plan looks to somebody who has seen many.
type Plausibility struct {
	Promise
	Known  bool    // the promise: last year's revenue was told
	Return float64 // when all is in; 0 when nothing is spent
	// the most that the first 1,000 € a year on any channel bring, in first-year margin, against what they cost
	FirstThousand float64
	Channel       model.ChannelID // the one that does; empty when none brings anything
	Enough        FrontierPoint   // see Enough
	EnoughKnown   bool            // false: more than twice today's budget
}

// PlausibilityOf tells a plan in a scenario.
func PlausibilityOf(p model.Plan, s model.Scenario) Plausibility {
	o, f := Forecast(p, s), newFrame(p, s)
	var x Plausibility
	x.Promise, x.Known = PromiseOf(p, o)
	x.Return, _ = o.Total.Return()
	for _, c := range p.Channels {
		curve := f.climb(c, FirstYear)
		if times := curve.value(float64(Thousand)) / (float64(Thousand) * f.cost(c)); times > x.FirstThousand {
			x.FirstThousand, x.Channel = times, c.ID
		}
	}
	x.Enough, x.EnoughKnown = Enough(p, s)
	return x
}
