// The plan's figures by name, for sentences.

package plan

import "arringa/model"

// ValuesOf names the figures of a plan for sentences: what a board asks for. A figure
// that the plan does not have is left out.
func ValuesOf(p model.Plan, o Outlook) model.Values {
	y := o.Total
	f := model.Values{
		"budget_total":               cents(float64(p.Budget)),
		"spend_total":                cents(float64(y.Spend)),
		"contacts":                   count(y.Counted()),
		"plan_months":                months(float64(p.Months)),
		"customers_a_year":           count(y.More.Customers / p.Years()),
		"incremental_contacts":       count(y.More.Contacts),
		"incremental_customers":      count(y.More.Customers),
		"won_customers":              count(y.More.Won),
		"open_customers":             count(y.More.Open),
		"incremental_margin":         cents(y.More.Margin),
		"lifetime_margin":            cents(y.More.Lifetime),
		"customer_first_year_margin": cents(o.FirstYearMargin),
		"customer_lifetime_margin":   cents(o.LifetimeMargin),
		"cac_max":                    cents(o.FirstYearMargin),
		"baseline_customers":         count(o.Baseline),
		"cash_peak":                  cents(o.PeakOutlay),
		"average_order_value":        cents(float64(p.Company.Order.Cents)),
		"reserve":                    cents(float64(p.Pot())),
		"first_month":                month(p.Start),
	}
	var last model.Money
	for _, c := range p.Channels {
		last += c.LastYear.Spend
	}
	if last > 0 {
		f["budget_last_year"] = cents(float64(last))
	}
	if p.Company.Revenue.Cents > 0 {
		f["budget_share_revenue"] = model.Value{Kind: model.ShareValue,
			X: float64(p.Budget) / float64(p.Company.Revenue.Cents)}
	}
	if cac, ok := y.CAC(); ok {
		f["cac"] = cents(cac)
	}
	if cost, ok := y.CostPerContact(); ok {
		f["cpl"] = cents(cost)
	}
	if r, ok := y.Return(); ok {
		f["return_rate"] = model.Value{Kind: model.ShareValue, X: r}
		f["return_per_euro"] = cents(100 * y.More.Margin / y.Cost)
	}
	if o.PaybackMonth > 0 {
		f["payback_month"] = month(p.Start + model.Month(o.PaybackMonth-1))
	}
	if o.PeakMonth > 0 {
		f["cash_peak_month"] = month(p.Start + model.Month(o.PeakMonth-1))
	}
	return f
}

// ChannelValues adds the figures of one channel, by the names that begin with channel_.
func ChannelValues(f model.Values, p model.Plan, o Outlook, line int) model.Values {
	out := make(model.Values, len(f)+10)
	for k, v := range f {
		out[k] = v
	}
	c, y := p.Channels[line], o.Channels[line]
	out["channel_spend"] = cents(float64(c.Amount))
	out["channel_contacts"] = count(y.More.Contacts)
	out["channel_customers"] = count(y.More.Customers)
	out["channel_margin"] = cents(y.More.Margin)
	if c.LastYear.Spend > 0 {
		out["channel_last_year"] = cents(float64(c.LastYear.Spend))
	}
	if c.Threshold > 0 {
		out["channel_threshold"] = cents(float64(c.Threshold))
	}
	if cac, ok := y.CAC(); ok {
		out["channel_cac"] = cents(cac)
	}
	if cost, ok := y.CostPerContact(); ok {
		out["channel_cpl"] = cents(cost)
	}
	if p.Budget > 0 {
		out["channel_share"] = model.Value{Kind: model.ShareValue, X: float64(c.Amount) / float64(p.Budget)}
	}
	return out
}

func cents(x float64) model.Value     { return model.Value{Kind: model.MoneyValue, X: x} }
func count(x float64) model.Value     { return model.Value{Kind: model.CountValue, X: x} }
func month(m model.Month) model.Value { return model.Value{Kind: model.MonthValue, X: float64(m)} }
