// What a reader of the plan would miss or doubt.

package plan

import (
	"strings"

	"arringa/model"
)

// What a reader of the plan would miss or doubt; see Check.
const (
	NoChannels          model.Code = "no_channels"
	NothingGiven        model.Code = "nothing_given"
	MuchInPot           model.Code = "much_in_pot"
	BelowThreshold      model.Code = "below_threshold"
	BelowLeast          model.Code = "below_least"
	AboveMost           model.Code = "above_most"
	CostsTooMuch        model.Code = "costs_too_much"
	PaysLater           model.Code = "pays_later"
	NoClaim             model.Code = "no_claim"
	NoReview            model.Code = "no_review"
	NoOwner             model.Code = "no_owner"
	MarginEstimated     model.Code = "margin_estimated"
	OrderEstimated      model.Code = "order_estimated"
	ConversionEstimated model.Code = "conversion_estimated"
	NoCompanyName       model.Code = "no_company_name"
	NoAuthor            model.Code = "no_author"
	AllEstimates        model.Code = "all_estimates"
	LosesMoney          model.Code = "loses_money"
	TooGood             model.Code = "too_good"
	NoRevenue           model.Code = "no_revenue"
	LastYearDiffers     model.Code = "last_year_differs"
	MoreThanContacts    model.Code = "more_customers_than_contacts"
	NoEvidence          model.Code = "no_evidence"
	HollowTarget        model.Code = "hollow_target"
	HollowStop          model.Code = "hollow_stop"
	MostlyEstimates     model.Code = "mostly_estimates"
	TrialNoRule         model.Code = "trial_no_rule"
	OldEvidence         model.Code = "old_evidence"
)

// Codes are all that Check can find.
var Codes = []model.Code{
	NoChannels, NothingGiven, MuchInPot, BelowThreshold, BelowLeast, AboveMost, CostsTooMuch, PaysLater, NoClaim,
	NoReview, NoOwner,
	MarginEstimated, OrderEstimated, ConversionEstimated, NoCompanyName, NoAuthor, AllEstimates, LosesMoney, TooGood,
	NoRevenue, LastYearDiffers, MoreThanContacts,
	NoEvidence, HollowTarget, HollowStop, MostlyEstimates, TrialNoRule, OldEvidence,
}

// Check lists what is missing or doubtful before the plan meets its readers, in the order
// of the walk; each problem names the step that mends it. A channel's name is the caller's to
// put in.
func Check(p model.Plan, o Outlook) []model.Problem {
	var found []model.Problem
	add := func(step string, code model.Code, severity model.Severity, values map[string]any) {
		found = append(found, model.Problem{Code: code, Severity: severity, Step: step, Values: values})
	}
	c := p.Company
	for _, x := range []struct {
		missing bool
		code    model.Code
	}{
		{c.Name == "", NoCompanyName},
		{c.FirstOrder.Origin != model.Own, OrderEstimated},
		{c.Margin.Origin != model.Own, MarginEstimated},
		{c.Conversion.Origin != model.Own && c.Kind != model.Orders, ConversionEstimated},
	} {
		if x.missing {
			add("company", x.code, model.Missing, nil)
		}
	}
	if len(p.Channels) == 0 {
		add("channels", NoChannels, model.Wrong, nil)
		return found
	}
	if p.Allocated() == 0 {
		add("budget", NothingGiven, model.Wrong, nil)
		return found
	}
	if p.Pot() > p.Budget/5 {
		add("budget", MuchInPot, model.Doubt, map[string]any{"amount": p.Pot()})
	}
	found = append(found, checkChannels(p, o)...)
	if y := o.Total; y.More.Margin < y.Cost {
		add("budget", LosesMoney, model.Doubt, map[string]any{"cost": cents(y.Cost), "margin": cents(y.More.Margin)})
	}
	switch promise, ok := PromiseOf(p, o); {
	case !ok:
		add("company", NoRevenue, model.Missing, nil)
	case promise.TooGood():
		add("budget", TooGood, model.Doubt, map[string]any{
			"share": model.Value{Kind: model.ShareValue, X: promise.Share}, "most": model.Value{Kind: model.ShareValue,
				X: promise.Most},
		})
	}
	found = append(found, checkLastYear(p)...)
	found = append(found, checkReasons(p)...)
	found = append(found, checkRecords(p, o)...)
	if p.Board.Author == "" {
		add("board", NoAuthor, model.Missing, nil)
	}
	return found
}

// checkChannels looks at the money of each channel.
func checkChannels(p model.Plan, o Outlook) []model.Problem {
	var found []model.Problem
	estimates := true
	for i, c := range p.Channels {
		add := func(code model.Code, severity model.Severity, values map[string]any) {
			values["amount"] = c.Amount
			found = append(found, model.Problem{Code: code, Severity: severity, Step: "budget",
				Channels: []model.ChannelID{c.ID}, Values: values})
		}
		if c.Amount == 0 {
			continue
		}
		estimates = estimates && c.Figures.Contacts.Origin == model.Judgement
		switch {
		case c.Amount < c.Threshold:
			add(BelowThreshold, model.Doubt, map[string]any{"threshold": c.Threshold})
		case c.Amount < c.AtLeast:
			add(BelowLeast, model.Doubt, map[string]any{"least": c.AtLeast})
		case c.Amount > c.Most():
			add(AboveMost, model.Doubt, map[string]any{"most": c.AtMost})
		}
		if cac, ok := o.Channels[i].CAC(); ok && cac > o.LifetimeMargin {
			add(CostsTooMuch, model.Doubt, map[string]any{"cac": cents(cac), "most": cents(o.LifetimeMargin)})
		} else if ok && cac > o.FirstYearMargin && c.Reason.Claim == "" { // who wrote a reason knows
			add(PaysLater, model.Doubt, map[string]any{"cac": cents(cac), "first": cents(o.FirstYearMargin)})
		}
	}
	if estimates {
		found = append(found, model.Problem{Code: AllEstimates, Severity: model.Doubt, Step: "channels"})
	}
	return found
}

// checkReasons looks at why each channel gets its money: a problem a gap, with all the
// channels that have it.
func checkReasons(p model.Plan) []model.Problem {
	gaps := []model.Problem{{Code: NoClaim}, {Code: NoEvidence}, {Code: HollowTarget}, {Code: HollowStop},
		{Code: NoOwner}, {Code: NoReview}}
	for _, c := range p.Channels {
		if c.Amount == 0 {
			continue
		}
		r := c.Reason
		for i, missing := range []bool{r.Claim == "", !supported(c), hollow(r.Target), curt(r.StopRule), r.Owner == "",
			r.Review == ""} {
			if missing {
				gaps[i].Channels = append(gaps[i].Channels, c.ID)
			}
		}
	}
	var found []model.Problem
	for _, gap := range gaps {
		if len(gap.Channels) > 0 {
			gap.Severity, gap.Step = model.Missing, "reasons"
			found = append(found, gap)
		}
	}
	return found
}

// supported reports whether anything but estimates stands behind a channel: what its reason
// cites, or what its contacts rest on.
func supported(c model.Channel) bool {
	return len(c.Reason.Evidence) > 0 || c.Figures.Contacts.Origin != model.Judgement
}

// hollow reports a target of the manager's own without any figure: it cannot be counted. A
// draft has its figures from the plan.
func hollow(text string) bool {
	return text != "" && !strings.ContainsAny(text, "0123456789{")
}

// curt reports a rule of the manager's own too short to say which figure, by when and what
// then: it can never fire.
func curt(text string) bool { return text != "" && len(strings.Fields(text)) < 6 }

// oldAfter is how many months a figure of one's own stays fresh.
const oldAfter = 24

// checkRecords looks at tests without a rule, figures that have grown old, and how much rests
// on estimates.
func checkRecords(p model.Plan, o Outlook) []model.Problem {
	var found []model.Problem
	add := func(step string, code model.Code, severity model.Severity, values map[string]any,
		channels ...model.ChannelID) {
		found = append(found, model.Problem{Code: code, Step: step, Severity: severity, Values: values,
			Channels: channels})
	}
	if b := EstimateShare(p, o); b.Judgement > 0.5 {
		add("channels", MostlyEstimates, model.Doubt,
			map[string]any{"share": model.Value{Kind: model.ShareValue, X: b.Judgement}})
	}
	var ruleless []model.ChannelID
	for _, t := range p.Trials {
		if t.CostToBeat == 0 {
			ruleless = append(ruleless, t.Channel)
		}
	}
	if len(ruleless) > 0 {
		add("whatif", TrialNoRule, model.Missing, nil, ruleless...)
	}
	old := 0
	for _, e := range p.Evidence {
		if e.Date != "" && e.Date.Month() < p.Start-oldAfter {
			old++
		}
	}
	if old > 0 {
		add("reasons", OldEvidence, model.Doubt, map[string]any{"n": old})
	}
	return found
}
