// What is so of a plan, for the sentences that depend on it.

package board

import (
	"arringa/model"
	"arringa/plan"
)

// facts names the figures of the plan's list as the list does, those that the answers need
// beside them, and what is so: names that begin with if. hold or are left out.
func (c collector) facts(w Work) {
	o, s := w.Outlook, plan.ScenarioOf(c.plan)
	list := plan.Figures(c.plan, s, o, w.Ranges)
	for _, f := range list {
		if f.Scope == plan.WholePlan {
			c.listed(f.ID, f)
		}
	}
	c.alike(list)
	people := c.say.Answers.CustomersOf(c.plan.Company.Sector)
	c.word("customer", people.One)
	c.word("customers", people.Many)
	c.horizon(o)
	c.result(o)
	c.worth(o, w.Ranges)
	c.lessMoney("cut", w.cut(usualCut), s, o)
	c.lessMoney("half", w.cut(halfCut), s, o)
	c.thousands(list)
	c.ground(w)
	c.job(o)
	c.people(o)
	c.subjects(list)
	c.losers(list, o)
	c.tests()
	c.reviews()
	c.machines(o)
	c.progress()
	c.fears(w)
	c.told()
}

// horizon is the plan's own times.
func (c collector) horizon(o plan.Outlook) {
	p := c.plan
	c.text("horizon", c.say.Span(float64(p.Months)))
	c.text("end", c.say.Month(p.Start+model.Month(p.Months-1)))
	c.exact("grants.amount", c.granted())
	if o.PeakMonth > 0 {
		c.expected("peak", o.PeakOutlay, nil)
		c.figure("peak.month", c.say.Month(p.Start+model.Month(o.PeakMonth-1)))
	}
	if p.Company.Kind != model.Orders && p.Company.SalesCycleMonths.Value > 0 {
		c.text("cycle", c.say.Span(p.Company.SalesCycleMonths.Value))
	}
	if vat := o.Total.Cost - float64(o.Total.Spend); vat >= 100 {
		c.exact("vat", vat)
	}
	c.fact("vat_recovered", p.Company.VAT.Cost() == 1)
	if p.Company.Revenue.Cents > 0 && p.Budget > 0 {
		c.figure("ask.share", c.say.Share(float64(p.Budget)/float64(p.Company.Revenue.Cents)))
	}
	given, bent := 0, true
	for _, ch := range p.Channels {
		if ch.Amount > 0 {
			given++
			bent = bent && ch.Figures.Gain.Value < model.LinearGain
		}
	}
	c.fact("saturates", given > 0 && bent)
	c.fact("spends", o.Total.Cost > 0)
	c.fact("nothing", o.Total.Cost == 0)
	c.fact("many", given > 1)
	c.fact("requests", p.Company.Kind != model.Orders)
	c.fact("b2b", p.Company.Kind == model.B2B)
}

func (c collector) granted() float64 {
	var grants model.Money
	for _, g := range c.plan.Grants {
		grants += g.Amount
	}
	return float64(grants)
}

// result is whether the plan gains, and when.
func (c collector) result(o plan.Outlook) {
	y := o.Total
	rate, spends := y.Return()
	c.fact("gain", spends && rate >= 0)
	c.fact("loss", spends && rate < 0 && y.More.Margin >= 100)
	c.fact("no_return", spends && y.More.Margin < 100)
	c.fact("payback_within", rate >= 0 && o.PaybackMonth > 0 && o.PaybackMonth <= c.plan.Months)
	c.fact("payback_after", rate >= 0 && o.PaybackMonth > c.plan.Months)
	c.fact("not_found", spends && rate >= 0 && o.PaybackMonth == 0)
	if spends && rate < 0 && y.More.Margin >= 100 {
		c.expected("shortfall", y.Cost-y.More.Margin, nil)
	}
	if role, ok := plan.RoleOf(c.plan, o); ok && spends {
		with, _ := role.Return(y)
		c.fact("role_pays", with >= 0)
		c.fact("role_loses", with < 0)
	}
	if promise, known := plan.PromiseOf(c.plan, o); known && promise.Most > 0 {
		c.fact("too_good", promise.TooGood())
		if promise.TooGood() {
			c.part("promise", promise.Share)
			c.part("promise.most", promise.Most)
		}
	}
}

// worth is what a customer leaves and costs.
func (c collector) worth(o plan.Outlook, r plan.Ranges) {
	p := c.plan.Company
	c.exact("customer.first_year", o.FirstYearMargin)
	c.exact("customer.lifetime", o.LifetimeMargin)
	c.exact("order.first", float64(p.FirstOrder.Cents))
	if p.Order.Cents != p.FirstOrder.Cents && p.OrdersPerYear.Value > 1 {
		c.exact("order.later", float64(p.Order.Cents))
	}
	c.fact("lasts", o.LifetimeMargin > o.FirstYearMargin)
	if p.Kind != model.Orders && p.Conversion.Base > 0 {
		c.text("conversion", c.say.Share(p.Conversion.Base))
	}
	cost, ok := o.Total.CAC()
	if !ok || o.Total.Cost == 0 {
		return
	}
	if band, known := r.CAC(); known {
		c.expected("customer.cost", cost, &band)
	} else {
		c.expected("customer.cost", cost, nil)
	}
	if each, ok := o.Total.CostPerContact(); ok {
		c.expected("contact.cost", each, nil)
	}
}

// lessMoney is a cut: what it takes away, what it saves over the plan, and what that brought.
func (c collector) lessMoney(name string, x plan.Cut, s model.Scenario, o plan.Outlook) {
	if !x.Possible || x.Amount == 0 || o.Total.Cost == 0 {
		return
	}
	c.exact(name, float64(x.Amount))
	saved := o.Total.Cost - plan.Forecast(x.Best.Plan, s).Total.Cost
	c.exact(name+".saved", saved)
	idle := saved < 100
	c.fact(name+"_from_reserve", idle)
	c.fact(name+"_hurts", !idle && x.Best.Margin >= saved)
	c.fact(name+"_helps", !idle && x.Best.Margin < saved)
	if idle {
		return
	}
	if x.Best.Margin >= 100 {
		c.expected(name+".margin", x.Best.Margin, nil)
	}
	if x.Even.Margin >= 100 {
		c.expected(name+".even", x.Even.Margin, nil)
	}
	c.customers(name+".customers", x.Best.Customers, nil)
	c.list(name+".channels", givers(x.Best.Given))
}

// thousands are the best next thousand and the weakest last one, among the channels of which
// one may be told.
func (c collector) thousands(list []plan.Figure) {
	var best, least *plan.Figure
	for i, f := range list {
		if f.ID != "next_thousand" {
			continue
		}
		if best == nil || f.Value > best.Value {
			best = &list[i]
		}
		locked := c.plan.Channels[c.plan.Channel(f.Channel)].Locked // what cannot go is not offered to go
		if !locked && (least == nil || f.Value < least.Value) {
			least = &list[i]
		}
	}
	if best == nil {
		return
	}
	cost := float64(plan.Thousand) * c.plan.Company.VAT.Cost()
	c.figure("next.channel", c.name(c.plan.Channel(best.Channel)))
	c.expected("next", best.Value, best.Band)
	c.dated("next", *best)
	c.fact("next_pays", best.Value >= cost)
	c.fact("next_loses", best.Value < cost)
	if least == nil {
		return
	}
	c.figure("last.channel", c.name(c.plan.Channel(least.Channel)))
	c.expected("last", least.Value, least.Band)
	c.dated("last", *least)
	c.fact("last_pays", least.Value >= cost)
	c.fact("last_loses", least.Value < cost)
	c.fact("two", best.Channel != least.Channel)
}

// ground is what the result rests on.
func (c collector) ground(w Work) {
	b := w.Basis
	c.fact("mostly_estimates", b.Judgement >= 0.5)
	for _, top := range w.Swings {
		if top.Field == "reckoning" || top.Size() < 100 { // nobody can put the reckoning as a whole to the test
			continue
		}
		name := c.say.Whatif.Fields[top.Field]
		if i := c.plan.Channel(top.Channel); i >= 0 && name != "" {
			name = c.name(i) + ", " + name
		}
		c.figure("assumption", name)
		return
	}
}

// progress is how far the year is from the plan, once something is known of it.
func (c collector) progress() {
	t := plan.Track(c.plan, plan.ScenarioOf(c.plan))
	if t.Known == 0 {
		return
	}
	if off, ok := t.ToDate.Contacts.Off(); ok {
		c.text("known", c.say.Span(float64(t.Known)))
		c.text("off", c.say.SignedShare(off))
	}
}
