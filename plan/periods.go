// The times in which both spend and contacts of a channel are known.

package plan

import (
	"cmp"
	"slices"

	"arringa/model"
)

// period is a time in which a channel's spend and contacts are both known.
type period struct {
	from      model.Month
	months    int
	spend     float64 // cents, all of it
	contacts  float64
	customers *float64
}

// monthly is a twelfth, or whatever part a month is, of the spend.
func (p period) monthly() float64 { return p.spend / float64(p.months) }

// periodsOf are the periods of a channel that something can be learnt from, in order: its
// history, the months of the plan that are known already, and last year where the history
// says nothing of it. Where a year and its months are both there, the months count.
func periodsOf(p model.Plan, line int) []period {
	c := p.Channels[line]
	var all []period
	add := func(from model.Month, months int, spend model.Money, contacts, customers *float64) {
		if contacts != nil {
			all = append(all, period{from, months, float64(spend), *contacts, customers})
		}
	}
	for _, h := range p.History {
		if h.Channel == c.ID {
			add(h.From, h.Months, h.Spend, h.Contacts, h.Customers)
		}
	}
	for _, a := range p.Actuals {
		if a.Channel == c.ID && a.Spend != nil {
			add(a.Month, 1, *a.Spend, a.Contacts, a.Customers)
		}
	}
	add(p.Start-12, 12, c.LastYear.Spend, c.LastYear.Contacts, c.LastYear.Customers)
	slices.SortStableFunc(all, func(a, b period) int { return cmp.Compare(a.months, b.months) })
	var kept []period
	for _, x := range all {
		if !slices.ContainsFunc(kept, func(k period) bool {
			return x.from < k.from+model.Month(k.months) && k.from < x.from+model.Month(x.months)
		}) {
			kept = append(kept, x)
		}
	}
	slices.SortFunc(kept, func(a, b period) int { return cmp.Compare(a.from, b.from) })
	return kept
}

// effectives is the effective spend of each month of each period. A spend is taken as even
// within its period. A year is long enough to be a steady state. A shorter period carries
// over from the one just before it; where there is none, as if its own spend had gone on
// before.
func effectives(periods []period, carryover float64) [][]float64 {
	out := make([][]float64, len(periods))
	var effective float64
	for i, x := range periods {
		s := x.monthly()
		if i == 0 || periods[i-1].from+model.Month(periods[i-1].months) != x.from || x.months >= 12 {
			effective = s
		}
		out[i] = make([]float64, x.months)
		for m := range out[i] {
			effective = carryover*effective + (1-carryover)*s
			out[i][m] = effective
		}
	}
	return out
}
