// What a plan has that a board asks about: channels, tests, the role, what comes by itself.

package board

import (
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// givers are the channels that give most, the first first.
func givers(given []model.Money) []int {
	var order []int
	for i, x := range given {
		if x > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(given[b] - given[a]) })
	return order
}

// subject is a kind of channel that a question is about, and its name in the answers.
var subjects = []struct {
	name string
	of   []model.ChannelID
}{
	{"fair", []model.ChannelID{"fairs_italy", "fairs_abroad"}},
	{"abroad", []model.ChannelID{"fairs_abroad"}},
	{"agents", []model.ChannelID{"sales_agents"}},
	{"social", []model.ChannelID{"social_profiles"}},
	{"site", []model.ChannelID{"website"}},
	{"answers", []model.ChannelID{"ai_visibility"}},
	{"dormant", []model.ChannelID{"reactivation"}},
	{"mail", []model.ChannelID{"newsletter", "email_offers"}},
	{"known", []model.ChannelID{"sponsorships", "outdoor", "video_ads", "local_media"}},
	{"search", []model.ChannelID{"search_ads", "seo"}},
}

// subjects says the figures of the channels that questions are about, each of one channel: the
// one that is given most, or was last year.
func (c collector) subjects(list []plan.Figure) {
	for _, s := range subjects {
		at := -1
		for i, ch := range c.plan.Channels {
			if !slices.Contains(s.of, ch.ID) || ch.Amount == 0 && ch.LastYear.Spend == 0 {
				continue
			}
			if at < 0 || more(ch, c.plan.Channels[at]) {
				at = i
			}
		}
		if at >= 0 {
			c.line(s.name, at, list)
		}
	}
	_, social := c.Values["if.social_on"]
	_, site := c.Values["if.site_on"]
	_, dormant := c.Values["if.dormant_on"]
	_, mail := c.Values["if.mail_on"]
	c.fact("online", social || site)
	c.fact("existing", dormant || mail)
}

func more(a, b model.Channel) bool {
	if a.Amount != b.Amount {
		return a.Amount > b.Amount
	}
	return a.LastYear.Spend > b.LastYear.Spend
}

// line says the figures of one channel under a name.
func (c collector) line(name string, i int, list []plan.Figure) {
	ch := c.plan.Channels[i]
	c.figure(name+".channel", c.name(i))
	c.exact(name+".spend", float64(ch.Amount))
	c.fact(name+"_on", ch.Amount > 0)
	c.fact(name+"_off", ch.Amount == 0)
	var cost, margin float64
	for _, f := range list {
		if f.Channel == ch.ID && ch.Amount > 0 {
			switch f.ID {
			case "margin.all_in":
				margin = f.Value
			case "spend":
				cost = f.Value
			}
			switch f.ID {
			case "contacts.added", "customers.added", "margin.all_in":
				c.listed(name+"."+f.ID, f)
			case "spend":
				c.listed(name+".cost", f)
			}
		}
	}
	c.fact(name+"_loses", cost-margin >= 100)
	c.fact(name+"_empty", cost >= 100 && margin < 100)
	last := ch.LastYear
	if last.Spend == 0 {
		return
	}
	c.exact(name+".last.spend", float64(last.Spend))
	if last.Contacts != nil {
		c.contacts(name+".last.contacts", *last.Contacts, nil)
	}
	if last.Customers == nil {
		return
	}
	c.fact(name+"_none", *last.Customers == 0)
	if *last.Customers > 0 {
		each := float64(last.Spend) * c.plan.Company.VAT.Cost() / *last.Customers
		c.customers(name+".last.customers", *last.Customers, nil)
		c.exact(name+".last.cost", each)
		c.fact(name+"_dear", each > c.plan.Company.FirstYearMargin())
		c.fact(name+"_pays", each <= c.plan.Company.FirstYearMargin())
	}
}

// losers are the channels that bring less than they cost: the one that loses most, and how many.
func (c collector) losers(list []plan.Figure, o plan.Outlook) {
	worst, count := -1, 0
	loss := func(i int) float64 { return o.Channels[i].Cost - o.Channels[i].More.Margin }
	for i, ch := range c.plan.Channels {
		if ch.Amount == 0 || o.Channels[i].Cost == 0 || loss(i) < 100 {
			continue
		}
		count++
		if worst < 0 || loss(i) > loss(worst) {
			worst = i
		}
	}
	if worst < 0 {
		return
	}
	c.fact("losers", count > 1)
	c.line("loser", worst, list)
	c.fact("loser_locked", c.plan.Channels[worst].Locked)
	c.fact("loser_reason", c.plan.Channels[worst].Reason.Claim != "")
	c.fact("loser_open", c.plan.Channels[worst].Reason.Claim == "")
	c.figure("losers.count", c.say.Number(float64(count), 0))
}

// tests are the first test that is still to be read, and the last one that is over.
func (c collector) tests() {
	open := false
	for _, t := range c.plan.Trials {
		name := templates.ChannelName(model.Channel{ID: t.Channel}, c.say.Tag)
		if i := c.plan.Channel(t.Channel); i >= 0 {
			name = c.name(i)
		}
		switch {
		case t.Pending() && !open:
			open = true
			c.text("test.channel", name)
			c.exact("test.spend", float64(t.Budget))
			c.text("test.months", c.say.Span(float64(t.Months)))
			c.text("test.end", c.say.Month(t.Start+model.Month(t.Months-1)))
			c.some("test.contacts", t.Needed(), nil, c.say.Answers.Contacts)
			c.exact("test.most", float64(t.CostToBeat))
		case t.Result != nil:
			c.over(t, name)
		}
	}
}

// over is a test that was made. One test's figures never stand beside another's.
func (c collector) over(t model.Trial, name string) {
	for key := range c.Values {
		if strings.HasPrefix(key, "past.") || strings.HasPrefix(key, "if.past_") {
			delete(c.Values, key)
		}
	}
	c.text("past.channel", name)
	c.exact("past.spend", float64(t.Result.Spend))
	if t.Result.Contacts > 0 {
		c.some("past.contacts", t.Result.Contacts, nil, c.say.Answers.Contacts)
		c.exact("past.cost", float64(t.Result.Spend)/t.Result.Contacts)
	}
	c.fact("past_empty", t.Result.Contacts == 0)
	c.exact("past.most", float64(t.CostToBeat))
	c.fact("past_"+string(t.Decision), t.Decision != "")
}

// reviews is the first day on which somebody looks at a channel that is paid for.
func (c collector) reviews() {
	first, rules, paid := -1, 0, 0
	for i, ch := range c.plan.Channels {
		if ch.Amount == 0 {
			continue
		}
		paid++
		if ch.Reason.StopRule != "" {
			rules++
		}
		if r := ch.Reason.Review; r != "" && (first < 0 || r < c.plan.Channels[first].Reason.Review) {
			first = i
		}
	}
	if first >= 0 {
		c.text("review", c.say.Day(c.plan.Channels[first].Reason.Review))
		c.text("review.channel", c.name(first))
	}
	c.fact("rules", paid > 0 && rules == paid)
	c.fact("drafts", paid > 0 && rules < paid)
}

// job is the role: a year of it, what pays for it, and what else would do its work.
func (c collector) job(o plan.Outlook) {
	r, ok := plan.RoleOf(c.plan, o)
	if !ok {
		return
	}
	c.exact("role", float64(r.Cost))
	c.fact("role", r.Cost > 0)
	c.needed("role.customers", r.BreakEven)
	c.needed("role.with_budget", r.WithBudget)
	c.customers("customers.year", o.Total.More.Customers/c.plan.Years(), nil)
	if r.Outside > 0 && r.Cost > 0 {
		c.exact("outside", float64(r.Outside))
		c.fact("outside_dearer", r.Outside > r.Cost)
		c.fact("outside_cheaper", r.Outside <= r.Cost)
	}
	if hours := 12 * r.GivenBack; hours >= 2 {
		c.figure("hours", c.say.Number(rounded(hours, stepOf(hours, nil, 1)), 0))
		if r.BackValue >= 100 {
			c.expected("hours.value", r.BackValue, nil)
		}
	}
	if r.LostMargin >= 100 && c.plan.Role.StopsShare() < 1 {
		c.expected("without_role.margin", r.LostMargin, nil)
		for _, k := range []string{".when", ".again"} {
			c.figure("without_role.margin"+k, c.Values["margin.all_in"+k].Text)
		}
	}
}

// people are those who come by themselves, and those of last year.
func (c collector) people(o plan.Outlook) {
	p := c.plan
	c.customers("customers.anyway", o.Baseline, nil)
	for _, b := range p.Company.Baseline {
		if all := p.Company.BaselinePerMonth(); b.From == "word_of_mouth" && b.PerMonth.Value > 0 {
			c.customers("mouth", 12*b.PerMonth.Value, nil)
			c.part("mouth.share", b.PerMonth.Value/all)
		}
	}
	i := p.Channel("word_of_mouth")
	c.fact("mouth_on", i >= 0 && p.Channels[i].Amount > 0)
	c.fact("mouth_off", i < 0 || p.Channels[i].Amount == 0)
	var spent, told model.Money
	var signed float64
	for _, ch := range p.Channels {
		spent += ch.LastYear.Spend
		if ch.LastYear.Customers != nil && ch.LastYear.Spend > 0 {
			told, signed = told+ch.LastYear.Spend, signed+*ch.LastYear.Customers
		}
	}
	c.exact("last_year", float64(spent))
	c.exact("last_year.told", float64(told))
	if told > 0 {
		c.customers("last_year.customers", signed, nil)
		c.fact("last_year_none", signed == 0)
	}
	c.fact("last_year_all", spent > 0 && told == spent)
	c.fact("last_year_part", told > 0 && told < spent)
	c.fact("last_year_untold", spent > 0 && told == 0)
}

// machines is what AI assistants answer, and what their answers take from searches.
func (c collector) machines(o plan.Outlook) {
	erosion := plan.Forecast(c.plan, plan.FindScenario(c.plan, plan.AIErosion))
	margin := o.Total.More.Margin
	if loss := margin - erosion.Total.More.Margin; loss >= 100 && plan.ScenarioOf(c.plan).ID == model.Base {
		c.expected("erosion", loss, nil)
		c.fact("erosion_small", loss < 0.01*margin)
		c.fact("erosion_felt", loss >= 0.01*margin)
	}
	found := plan.PresenceOf(c.plan)
	if found.All.Answers == 0 {
		return
	}
	c.text("asked", c.say.Number(float64(found.All.Answers), 0))
	c.fact("asked", true)
	c.fact("unnamed", found.All.Times == 0)
	if found.All.Times > 0 {
		c.text("named", c.say.Number(float64(found.All.Times), 0))
	}
	if len(found.Competitors) > 0 {
		c.text("rival", found.Competitors[0].Name)
		c.text("rival.named", c.say.Number(float64(found.Competitors[0].Times), 0))
	}
}
