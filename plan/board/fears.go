package board

import (
	"slices"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// Dreaded is how many questions come before the rest: as many as a meeting has time for.
const Dreaded = 10

// fears says of each question how much this plan must fear it, from 0, not at all, to 1. The
// first question, what is asked and what comes back, is always the first. Then what the plan loses
// comes before what it does not know, and that before what others would do instead:
//
//   - a loss, of the plan or of a channel, counts as much of 1 as its share of the spend, and at
//     least a half;
//   - money that is back only after the end, as much as is still out at the end;
//   - estimates, as the share of the result that rests on them;
//   - chances, as the chance that the spend is not back by the end;
//   - contacts that come anyway, as their share of what the channels count;
//   - the role, 1 if the plan does not pay for it, else its share of all that is paid;
//   - word of mouth, as its share of those who come by themselves, half of it;
//   - searches and AI answers, as ten times the share of the margin that AI answers may take;
//   - a last thousand that loses 0.7, a fair that loses 0.8, a promise beyond experience 0.9;
//   - a cut, which every board asks for, 0.4.
func (c collector) fears(w Work) {
	y := w.Outlook.Total
	paid := func(x float64) float64 { return min(max(x/max(y.Cost, 1), 0), 1) }
	rate, spends := y.Return()
	if !spends {
		return
	}
	dread := func(id string, x float64) {
		if x > 0 {
			c.Values["fear."+id] = model.Value{Kind: model.FactValue, X: x}
		}
	}
	loss := 0.0
	if rate < 0 {
		loss = max(0.5, min(-rate, 1))
	}
	var lost float64
	for _, ch := range w.Outlook.Channels {
		if ch.More.Margin < ch.Cost {
			lost += ch.Cost
		}
	}
	if lost > 0 {
		dread("losing_channels", max(0.5, paid(lost)))
	}
	dread("return_per_euro", loss)
	dread("hard_year", max(loss, 0.2))
	dread("when_back", max(paid(y.Cost-y.More.Cashed), loss))
	dread("cash_months", paid(w.Outlook.PeakOutlay)/2)
	dread("numbers_from_where", w.Basis.Judgement)
	dread("how_sure", 1-w.Ranges.PaysByEnd)
	dread("worst_case", 1-w.Ranges.Pays)
	if counted := y.Counted(); counted > 0 {
		dread("would_come_anyway", y.Anyway()/counted)
	}
	c.fearRole(y, dread)
	c.fearSubjects(y, dread)
}

func (c collector) fearRole(y plan.Yields, dread func(string, float64)) {
	if _, loses := c.Values["if.role_loses"]; loses {
		dread("role_needed", 1)
	} else if c.plan.Role != nil {
		r := c.plan.Role
		cost := float64(r.Salary.Cents) * r.CompanyCost.Value * r.Share.Value * c.plan.Years()
		dread("role_needed", cost/max(cost+y.Cost, 1))
	}
}

func (c collector) fearSubjects(y plan.Yields, dread func(string, float64)) {
	for _, f := range []struct {
		fact, id string
		size     float64
	}{
		{"too_good", "too_good", 0.9}, {"fair_loses", "fair_worth", 0.8}, {"fair_dear", "fair_worth", 0.8},
		{"abroad_loses", "export", 0.8}, {"last_loses", "why_this_total", 0.7}, {"half_helps", "why_this_total", 0.9},
		{"cut_helps", "cut_by_share", 0.9}, {"last_year_none", "last_year", 0.6},
	} {
		if _, so := c.Values["if."+f.fact]; so {
			dread(f.id, f.size)
		}
	}
	if _, told := c.Values["fear.cut_by_share"]; !told {
		dread("cut_by_share", 0.4)
	}
	for _, b := range c.plan.Company.Baseline {
		if b.From == "word_of_mouth" {
			dread("why_not_word_of_mouth", b.PerMonth.Value/max(c.plan.Company.BaselinePerMonth(), 1e-9)/2)
		}
	}
	erosion := plan.Forecast(c.plan, plan.FindScenario(c.plan, plan.AIErosion)).Total.More.Margin
	if taken := 1 - erosion/max(y.More.Margin, 1); y.More.Margin >= 100 && taken > 0 {
		dread("wait_and_see", min(10*taken, 1))
		dread("first_on_google", min(10*taken, 1)/2)
	}
}

// feared are the questions in the order of this plan: the first, those that it must fear most,
// Dreaded in all, and the rest in the catalogue's order.
func feared(questions []templates.BoardQuestion, values model.Values) []templates.BoardQuestion {
	fear := func(q templates.BoardQuestion) float64 {
		if !has(values, q.Needs) {
			return 0
		}
		return values["fear."+q.ID].X
	}
	order := slices.Clone(questions)
	slices.SortStableFunc(order[1:], func(a, b templates.BoardQuestion) int {
		switch x, y := fear(a), fear(b); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	rest := order[Dreaded:]
	at := func(q templates.BoardQuestion) int {
		return slices.IndexFunc(questions, func(x templates.BoardQuestion) bool { return x.ID == q.ID })
	}
	slices.SortStableFunc(rest, func(a, b templates.BoardQuestion) int { return at(a) - at(b) })
	return order
}
