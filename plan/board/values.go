// Package board answers what a board asks, from the plan's own figures.
package board

import (
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// usualCut is the cut that a board asks about when it names none.
const usualCut = 0.20

// halfCut is the cut of those who ask why not half.
const halfCut = 0.50

// Work is what takes long to work out of a plan (some tens of milliseconds), in the
// scenario in force.
type Work struct {
	Outlook plan.Outlook
	Ranges  plan.Ranges
	Cuts    []plan.Cut
	Swings  []plan.Swing
	Basis   plan.Basis
}

// WorkOf works a plan out.
func WorkOf(p model.Plan) Work {
	s := plan.ScenarioOf(p)
	w := Work{Outlook: plan.Forecast(p, s), Ranges: plan.Uncertainty(p, s), Cuts: plan.Cuts(p, s),
		Swings: plan.Tornado(p, s)}
	w.Basis = plan.EstimateShare(p, w.Outlook)
	return w
}

// cut is the cut of a share.
func (w Work) cut(share float64) plan.Cut {
	for _, c := range w.Cuts {
		if c.Share == share {
			return c
		}
	}
	return plan.Cut{}
}

// Values are the figures of a plan by name: those of the plan's list and of collector.facts, and
// by their names in the glossary those of plan.ValuesOf and what answers that were written before
// may name. A figure that the plan does not have is left out.
func Values(p model.Plan, say *templates.Texts, w Work) model.Values {
	s, o := plan.ScenarioOf(p), w.Outlook
	v := collector{Values: plan.ValuesOf(p, o), plan: p, say: say}
	v.ranges(w.Ranges)
	v.cut(w.cut(usualCut), "cut_")
	v.cut(w.cut(halfCut), "half_cut_")
	v.next(plan.NextThousand(p, s))
	v.basis(w.Basis, w.Swings)
	v.role(o)
	v.company(o)
	v.scenarios(o)
	v.channels()
	v.trials()
	v.presence()
	v.year(plan.Track(p, s))
	v.facts(w)
	return v.Values
}

// collector puts figures under their names.
type collector struct {
	model.Values
	plan model.Plan
	say  *templates.Texts
}

func (c collector) money(name string, cents float64) {
	c.Values[name] = model.Value{Kind: model.MoneyValue, X: cents}
}

func (c collector) count(name string, x float64) {
	c.Values[name] = model.Value{Kind: model.CountValue, X: x}
}

func (c collector) share(name string, x float64) {
	c.Values[name] = model.Value{Kind: model.ShareValue, X: x}
}

func (c collector) chance(name string, x float64) {
	c.Values[name] = model.Value{Kind: model.ChanceValue, X: x}
}

func (c collector) text(name, text string) {
	if text != "" {
		c.Values[name] = model.Value{Kind: model.TextValue, Text: text}
	}
}

func (c collector) name(line int) string {
	return templates.ChannelName(c.plan.Channels[line], c.say.Tag)
}

func (c collector) ranges(r plan.Ranges) {
	if r.Cost == 0 {
		return
	}
	c.money("margin_low", r.Margin.Low)
	c.money("margin_high", r.Margin.High)
	c.chance("chance_pays", r.Pays)
}

func (c collector) cut(x plan.Cut, name string) {
	if !x.Possible {
		return
	}
	c.money(name+"amount", float64(x.Amount))
	c.money(name+"loss_margin", x.Best.Margin)
	c.count(name+"loss_customers", x.Best.Customers)
	c.money(name+"loss_margin_even", x.Even.Margin)
	order := givers(x.Best.Given)
	var names []string
	for _, i := range order[:min(len(order), 3)] {
		names = append(names, c.name(i))
	}
	c.text(name+"channels", strings.Join(names, ", "))
}

// next is the best and the least that a thousand euro bring.
func (c collector) next(next []plan.Marginal) {
	best, least := -1, -1
	for i, n := range next {
		if best < 0 || n.Margin > next[best].Margin {
			best = i
		}
		if c.plan.Channels[i].Amount > 0 && (least < 0 || n.Margin < next[least].Margin) {
			least = i
		}
	}
	if best >= 0 {
		c.money("next_thousand_margin", next[best].Margin)
		c.text("next_thousand_channel", c.name(best))
	}
	if least >= 0 {
		c.money("last_thousand_loss", next[least].Margin)
	}
}

func (c collector) basis(b plan.Basis, swings []plan.Swing) {
	if b != (plan.Basis{}) {
		c.share("own_share", b.Own)
		c.share("judgement_share", b.Judgement)
	}
	if len(swings) == 0 {
		return
	}
	name := c.say.Whatif.Fields[swings[0].Field]
	if i := c.plan.Channel(swings[0].Channel); i >= 0 {
		name = c.name(i) + ", " + name
	}
	c.text("top_assumption", name)
}

func (c collector) role(o plan.Outlook) {
	r, ok := plan.RoleOf(c.plan, o)
	if !ok {
		return
	}
	c.money("role_cost", float64(r.Cost))
	if r.BreakEven > 0 {
		c.count("role_breakeven_customers", r.BreakEven)
		c.count("total_breakeven_customers", r.WithBudget)
	}
	if r.Outside > 0 {
		c.money("outside_cost", float64(r.Outside))
	}
	if r.GivenBack > 0 {
		c.count("hours_back", 12*r.GivenBack)
		c.money("hours_back_value", r.BackValue)
	}
}

func (c collector) company(o plan.Outlook) {
	p := c.plan
	for _, b := range p.Company.Baseline {
		if b.From != "word_of_mouth" || b.PerMonth.Value == 0 {
			continue
		}
		yearly := b.PerMonth.Value * 12
		c.count("word_of_mouth_customers", yearly)
		if all := p.Company.BaselinePerMonth()*12 + o.Total.More.Customers/p.Years(); all > 0 {
			c.share("word_of_mouth_share", yearly/all)
		}
	}
	if p.Company.Kind != model.Orders {
		c.count("sales_cycle_months", p.Company.SalesCycleMonths.Value)
		c.chance("conversion_rate", p.Company.Conversion.Base)
		open := 0.0
		for i, ch := range o.Channels {
			if v := p.Channels[i].ConversionOf(p.Company).Base; v > 0 {
				open += ch.Plan.Open / v
			}
		}
		if open > 0 {
			c.count("pipeline_contacts", open)
		}
	}
	if vat := o.Total.Cost - float64(o.Total.Spend); vat > 0 {
		c.money("vat_cost", vat)
	}
	var grants model.Money
	for _, g := range p.Grants {
		grants += g.Amount
	}
	if grants > 0 {
		c.money("incentive_amount", float64(grants))
	}
}

func (c collector) scenarios(o plan.Outlook) {
	erosion := plan.Forecast(c.plan, plan.FindScenario(c.plan, plan.AIErosion))
	if loss := o.Total.More.Margin - erosion.Total.More.Margin; loss > 0 {
		c.money("ai_erosion_loss", loss)
	}
	if o.Total.More.Margin > 0 {
		c.money("idle_loss", o.Total.More.Margin)
	}
}

// channels are figures of one channel that a question asks for, and the first review.
func (c collector) channels() {
	var review model.Date
	for _, ch := range c.plan.Channels {
		if r := ch.Reason.Review; r != "" && (review == "" || r < review) {
			review = r
		}
		last := ch.LastYear
		switch ch.ID {
		case "fairs_italy", "fairs_abroad":
			if _, told := c.Values["fair_cost"]; !told && last.Spend > 0 {
				c.money("fair_cost", float64(last.Spend))
				c.text("fair_name", templates.ChannelName(ch, c.say.Tag))
				if last.Contacts != nil {
					c.count("fair_contacts", *last.Contacts)
				}
				if last.Customers != nil {
					c.count("fair_customers", *last.Customers)
				}
			}
		case "sales_agents":
			if last.Customers != nil {
				c.count("agents_customers", *last.Customers)
			}
		}
	}
	if review != "" {
		c.Values["stop_date"] = model.Value{Kind: model.DateValue, Text: string(review)}
	}
}

// trials are the figures of the first test that is still to be read.
func (c collector) trials() {
	at := slices.IndexFunc(c.plan.Trials, model.Trial.Pending)
	if at < 0 {
		return
	}
	t := c.plan.Trials[at]
	c.money("test_spend", float64(t.Budget))
	c.count("test_months", float64(t.Months))
	c.count("test_contacts", t.Needed())
	if t.CostToBeat > 0 {
		c.money("test_target_cpl", float64(t.CostToBeat))
		c.money("stop_threshold", float64(t.CostToBeat))
	}
	c.text("channel", templates.ChannelName(model.Channel{ID: t.Channel}, c.say.Tag))
	if i := c.plan.Channel(t.Channel); i >= 0 {
		c.text("channel", c.name(i))
	}
}

func (c collector) presence() {
	found := plan.PresenceOf(c.plan)
	if found.All.Answers == 0 {
		return
	}
	c.count("ai_questions", float64(found.All.Answers))
	c.count("ai_mentions", float64(found.All.Times))
	if len(found.Competitors) > 0 {
		c.text("competitor", found.Competitors[0].Name)
	}
}

// year is how far the plan is off, once something is known of it.
func (c collector) year(t plan.Tracking) {
	if t.Known == 0 {
		return
	}
	if off, ok := t.ToDate.Contacts.Off(); ok {
		c.share("variance_pct", off)
	}
	c.money("reforecast_margin", t.Forecast.Margin)
}
