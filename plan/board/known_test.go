package board_test

import (
	"fmt"
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/board"
	"arringa/templates"
)

// read works out what the names in the answers have to say, from the list of figures and from the
// plan.
func read(p model.Plan, say *templates.Texts, w board.Work) speaker {
	s := speaker{p, say, w, map[string]reading{}}
	for _, f := range plan.Figures(p, plan.ScenarioOf(p), w.Outlook, w.Ranges) {
		if f.Scope == plan.WholePlan {
			s.list[f.ID] = s.figure(f)
		}
	}
	s.alike()
	s.money()
	s.counts()
	return s
}

func (s speaker) figure(f plan.Figure) reading {
	r := reading{about, f.Value, f.Band, f.Period}
	switch f.Unit {
	case plan.InCustomers:
		r.kind = people
	case plan.InContacts:
		r.kind = requests
	case plan.InShares:
		r.kind = rate
		if strings.HasPrefix(f.ID, "share.") {
			r.kind = share
		}
	case plan.InChances:
		r.kind = tenths
	case plan.InMonths:
		return reading{kind: month, x: float64(s.p.Start) + f.Value - 1}
	}
	if slices.Contains([]string{"ask", "ask.cash", "reserve", "spend"}, f.ID) {
		r.kind = exactly
	}
	if f.ID == "reserve" {
		r.period = "" // a part of what is asked, in a sentence about it
	}
	return r
}

// money are the sums that are not on the list: taken from the plan itself.
func (s speaker) money() {
	p, y, c := s.p, s.w.Outlook.Total, s.p.Company
	put := func(name string, k kind, cents float64) { s.list[name] = reading{kind: k, x: cents} }
	put("customer.first_year", exactly, c.FirstYearMargin())
	put("customer.lifetime", exactly, c.LifetimeMargin())
	put("order.first", exactly, float64(c.FirstOrder.Cents))
	put("order.later", exactly, float64(c.Order.Cents))
	put("vat", exactly, float64(y.Spend)*c.VAT.Rate*(1-c.VAT.Recovered))
	put("shortfall", about, y.Cost-y.More.Margin)
	put("peak", about, s.w.Outlook.PeakOutlay)
	put("contact.cost", about, y.Cost/y.More.Contacts)
	if band, ok := s.w.Ranges.CAC(); ok {
		s.list["customer.cost"] = reading{about, y.Cost / y.More.Customers, &band, ""}
	} else {
		put("customer.cost", about, y.Cost/y.More.Customers)
	}
	var grants, last, told model.Money
	for _, g := range p.Grants {
		grants += g.Amount
	}
	for _, ch := range p.Channels {
		last += ch.LastYear.Spend
		if ch.LastYear.Customers != nil {
			told += ch.LastYear.Spend
		}
	}
	put("grants.amount", exactly, float64(grants))
	put("last_year", exactly, float64(last))
	put("last_year.told", exactly, float64(told))
	scenario := plan.ScenarioOf(p)
	for name, share := range map[string]float64{"cut": 0.2, "half": 0.5} {
		cut := plan.CutBy(p, scenario, share)
		if !cut.Possible {
			continue
		}
		s.list[name] = reading{exactly, float64(cut.Amount), nil, plan.AYear}
		s.list[name+".saved"] = reading{exactly, y.Cost - plan.Forecast(cut.Best.Plan, scenario).Total.Cost, nil,
			plan.PlanMonths}
		s.list[name+".margin"] = reading{about, cut.Best.Margin, nil, plan.AllIn}
		s.list[name+".even"] = reading{about, cut.Even.Margin, nil, plan.AllIn}
		put(name+".customers", people, cut.Best.Customers)
	}
	erosion := plan.Forecast(p, plan.FindScenario(p, plan.AIErosion)).Total.More.Margin
	s.list["erosion"] = reading{about, y.More.Margin - erosion, nil, plan.AllIn}
}

// counts are the role, those who come by themselves, and what was counted before.
func (s speaker) counts() {
	p, y := s.p, s.w.Outlook.Total
	put := func(name string, k kind, x float64, period plan.Period) {
		s.list[name] = reading{k, x, nil, period}
	}
	put("customers.anyway", people, s.w.Outlook.Baseline, plan.PlanMonths)
	put("customers.year", people, y.More.Customers*12/float64(p.Months), plan.AYear)
	put("conversion", share, p.Company.Conversion.Base, "")
	if p.Company.Revenue.Cents > 0 {
		put("ask.share", share, float64(p.Budget)/float64(p.Company.Revenue.Cents), "")
	}
	for _, b := range p.Company.Baseline {
		if b.From == "word_of_mouth" {
			put("mouth", people, 12*b.PerMonth.Value, plan.AYear)
			put("mouth.share", share, b.PerMonth.Value/max(p.Company.BaselinePerMonth(), 1e-9), "")
		}
	}
	var signed float64
	for _, c := range p.Channels {
		if c.LastYear.Spend > 0 && c.LastYear.Customers != nil {
			signed += *c.LastYear.Customers
		}
	}
	put("last_year.customers", people, signed, "")
	if r, ok := plan.PromiseOf(p, s.w.Outlook); ok {
		put("promise", share, r.Share, "")
		put("promise.most", share, r.Most, "")
	}
	named, rivals := 0.0, 0.0
	for _, r := range p.Presence {
		if r.Named {
			named++
		}
		rivals += float64(len(r.Competitors))
	}
	put("asked", number, float64(len(p.Presence)), "")
	put("named", number, named, "")
	put("rival.named", number, rivals, "")
	losers := 0.0
	for _, c := range s.w.Outlook.Channels {
		if c.Cost-c.More.Margin >= 100 {
			losers++
		}
	}
	put("losers.count", number, losers, "")
	if t := plan.Track(p, plan.ScenarioOf(p)); t.Known > 0 {
		if off, ok := t.ToDate.Contacts.Off(); ok {
			put("off", share, off, "")
		}
	}
	if p.Role != nil {
		s.role(put)
	}
}

func (s speaker) role(put func(string, kind, float64, plan.Period)) {
	r, y, first := s.p.Role, s.w.Outlook.Total, s.p.Company.FirstYearMargin()
	year := float64(r.Salary.Cents) * r.CompanyCost.Value * r.Share.Value
	put("role", exactly, year, plan.AYear)
	put("role.customers", takes, year/first, plan.AYear)
	put("role.with_budget", takes, (year+y.Cost*12/float64(s.p.Months))/first, plan.AYear)
	put("without_role.margin", about, r.StopsShare()*y.More.Margin, plan.AllIn)
	var hours, outside float64
	for _, t := range r.Tasks {
		hours += 12 * (t.GivenBack.Value - t.Correction.Value)
		outside += 12 * float64(t.Outside.Cents)
	}
	put("hours", number, hours, plan.AYear)
	put("outside", exactly, outside, plan.AYear)
	put("hours.value", about, hours*float64(r.Salary.Cents)*r.CompanyCost.Value/1720, plan.AYear)
}

// of is what a name has to say: one of the plan's, or one of the channel that the answer names.
func (s speaker) of(key string, values model.Values) reading {
	if r, ok := s.list[key]; ok {
		return r
	}
	subject, of, _ := strings.Cut(key, ".")
	switch subject {
	case "test", "past":
		return s.trial(subject == "past", of, values[subject+".channel"].Text)
	case "next", "last":
		return s.thousand(values[subject+".channel"].Text)
	}
	line := slices.IndexFunc(s.p.Channels, func(c model.Channel) bool {
		return templates.ChannelName(c, s.say.Tag) == values[subject+".channel"].Text
	})
	if line < 0 {
		return reading{}
	}
	c := s.p.Channels[line]
	switch of {
	case "spend":
		return reading{exactly, float64(c.Amount), nil, plan.AYear}
	case "cost":
		return reading{exactly, s.w.Outlook.Channels[line].Cost, nil, plan.PlanMonths}
	case "last.spend":
		return reading{exactly, float64(c.LastYear.Spend), nil, ""}
	case "last.contacts":
		return reading{requests, *c.LastYear.Contacts, nil, ""}
	case "last.customers":
		return reading{people, *c.LastYear.Customers, nil, ""}
	case "last.cost":
		return reading{exactly, float64(c.LastYear.Spend) * s.p.Company.VAT.Cost() / *c.LastYear.Customers, nil, ""}
	}
	for _, f := range plan.Figures(s.p, plan.ScenarioOf(s.p), s.w.Outlook, s.w.Ranges) {
		if f.Channel == c.ID && f.ID == of {
			return s.figure(f)
		}
	}
	return reading{}
}

// thousand is the next or last thousand of the channel of that name.
func (s speaker) thousand(name string) reading {
	for _, f := range plan.Figures(s.p, plan.ScenarioOf(s.p), s.w.Outlook, s.w.Ranges) {
		if f.ID == "next_thousand" && templates.ChannelName(s.p.Channels[s.p.Channel(f.Channel)], s.say.Tag) == name {
			return s.figure(f)
		}
	}
	return reading{}
}

// trial is a figure of the first test to come, or of the last that is over.
func (s speaker) trial(over bool, of, name string) reading {
	var found *model.Trial
	for i, t := range s.p.Trials {
		if over && t.Result != nil || !over && t.Result == nil && t.Decision == "" && found == nil {
			found = &s.p.Trials[i]
		}
	}
	if found == nil || templates.ChannelName(s.p.Channels[s.p.Channel(found.Channel)], s.say.Tag) != name {
		return reading{}
	}
	switch of {
	case "most":
		return reading{kind: exactly, x: float64(found.CostToBeat)}
	case "contacts":
		return reading{kind: number, x: found.Needed()}
	case "cost":
		return reading{kind: exactly, x: float64(found.Result.Spend) / *found.Result.Contacts}
	}
	if over {
		return reading{kind: exactly, x: float64(found.Result.Spend)}
	}
	return reading{kind: exactly, x: float64(found.Budget)}
}

// inPlan says whether all channels that are named are in the plan.
func (s speaker) inPlan(said string) string {
	left := said
	for _, c := range s.p.Channels {
		left = strings.Replace(left, templates.ChannelName(c, s.say.Tag), "", 1)
	}
	if strings.Trim(strings.NewReplacer(" e ", "", " and ", "", ",", "").Replace(left), " ") != "" {
		return "not in the plan: " + left
	}
	return ""
}

// words reads what is no figure.
func (s speaker) words(key, said string) string {
	want := ""
	switch key {
	case "end":
		want = s.say.Month(s.p.Start + model.Month(s.p.Months-1))
	case "peak.month":
		want = s.say.Month(s.p.Start + model.Month(s.w.Outlook.PeakMonth-1))
	case "cycle":
		want = s.say.Span(s.p.Company.SalesCycleMonths.Value)
	case "known":
		want = s.say.Span(1)
	case "rival":
		want = "Rossi"
	case "review":
		var first model.Date
		for _, c := range s.p.Channels {
			if r := c.Reason.Review; r != "" && c.Amount > 0 && (first == "" || r < first) {
				first = r
			}
		}
		want = s.say.Day(first)
	case "test.end", "test.months":
		at := slices.IndexFunc(s.p.Trials, func(t model.Trial) bool { return t.Result == nil })
		want = s.say.Month(s.p.Trials[at].Start + model.Month(s.p.Trials[at].Months-1))
		if key == "test.months" {
			want = s.say.Span(float64(s.p.Trials[at].Months))
		}
	default:
		return ""
	}
	if said != want {
		return fmt.Sprintf("is %q", want)
	}
	return ""
}
