package plan

import "arringa/model"

// What a reader of the plan would miss or doubt; see Check.
const (
	NoChannels          model.Code = "no_channels"
	NothingGiven        model.Code = "nothing_given"
	MuchInPot           model.Code = "much_in_pot"
	BelowThreshold      model.Code = "below_threshold"
	BelowLeast          model.Code = "below_least"
	AboveMost           model.Code = "above_most"
	CostsTooMuch        model.Code = "costs_too_much"
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
)

// Codes are all that Check can find.
var Codes = []model.Code{
	NoChannels, NothingGiven, MuchInPot, BelowThreshold, BelowLeast, AboveMost, CostsTooMuch, NoClaim, NoReview, NoOwner,
	MarginEstimated, OrderEstimated, ConversionEstimated, NoCompanyName, NoAuthor, AllEstimates, LosesMoney, TooGood,
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
	if share, ok := revenueShare(p, o); ok && share > MostRevenueShare {
		add("budget", TooGood, model.Doubt, map[string]any{
			"share": model.Value{Kind: model.ShareValue, X: share}, "most": model.Value{Kind: model.ShareValue, X: MostRevenueShare},
		})
	}
	found = append(found, checkReasons(p)...)
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
			found = append(found, model.Problem{Code: code, Severity: severity, Step: "budget", Channels: []model.ChannelID{c.ID}, Values: values})
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
	gaps := []model.Problem{{Code: NoClaim}, {Code: NoOwner}, {Code: NoReview}}
	for _, c := range p.Channels {
		if c.Amount == 0 {
			continue
		}
		for i, missing := range []bool{c.Reason.Claim == "", c.Reason.Owner == "", c.Reason.Review == ""} {
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

// MostRevenueShare is how much of a year's revenue a marketing plan may claim before
// somebody should look at it twice: 2^0.24 − 1, what doubling all advertising adds in the
// long run by the mean elasticity of Sethuraman, Tellis and Briesch, "How Well Does
// Advertising Work?", Journal of Marketing Research 48, 2011.
const MostRevenueShare = 0.18

// revenueShare is the first twelve months' revenue of a year's incremental customers, as a
// share of last year's; false when that is not known.
func revenueShare(p model.Plan, o Outlook) (float64, bool) {
	c := p.Company
	if c.Revenue.Cents == 0 || c.Margin.Value == 0 {
		return 0, false
	}
	return o.Total.More.Margin / c.Margin.Value / p.Years() / float64(c.Revenue.Cents), true
}
