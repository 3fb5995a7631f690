// How a channel's year is spread over its months.

package plan

import "arringa/model"

// MonthsOf is how a channel's year is spread over twelve months, the first being that of
// the plan.
func MonthsOf(p model.Plan, line int) [12]model.Money {
	c := p.Channels[line]
	return c.Calendar.Months(c.Amount, p.Company.Season, p.Start)
}

// SetMonth gives a month of the plan, 0 to 11, an amount, as far as the channel's year
// allows. The year stays: the other months give and take in proportion to what they have, or
// evenly when they have nothing, in whole euro where that adds up. Every year of the plan is
// spread alike.
func SetMonth(p model.Plan, line, month int, want model.Money) model.Plan {
	p = SetCalendar(p, line, model.Typed)
	c := &p.Channels[line]
	months := MonthsOf(p, line)
	want = min(max(want, 0), c.Amount)
	var others [12]int64
	for m, v := range months {
		if m != month {
			others[m] = int64(v)
		}
	}
	if months[month] == c.Amount { // all was here: the rest goes everywhere else
		for m := range others {
			others[m] = 1
		}
		others[month] = 0
	}
	unit := model.Money(1)
	if want%100 == 0 && c.Amount%100 == 0 {
		unit = 100
	}
	rest := ((c.Amount - want) / unit).Split(others[:])
	rest[month] = want / unit
	var weights [12]int64
	for m, v := range rest {
		weights[(p.Start + model.Month(m)).Index()] = int64(v)
	}
	c.Calendar.Weights = &weights
	return p
}

// SpendIn spreads a channel's year over the months that are on, January first. A month that
// had money keeps its share of it; one that had none gets as much as those usually have. With
// no month on, the plan is as it was; with all alike, the calendar is even.
func SpendIn(p model.Plan, line int, on [12]bool) model.Plan {
	p = p.Clone()
	c := &p.Channels[line].Calendar
	weights := c.MonthWeights(p.Company.Season)
	var sum, n int64
	for m, w := range weights {
		if on[m] && w > 0 {
			sum, n = sum+w, n+1
		}
	}
	usual := int64(1)
	if n > 0 {
		usual = max(sum/n, 1)
	}
	months, alike := 0, true
	for m := range weights {
		switch {
		case !on[m]:
			weights[m] = 0
			continue
		case weights[m] == 0:
			weights[m] = usual
		}
		months++
		alike = alike && weights[m] == usual
	}
	switch {
	case months == 0:
		return p
	case months == len(weights) && alike:
		c.Kind, c.Weights = model.Even, nil
	default:
		c.Kind, c.Weights = model.Typed, &weights
	}
	return p
}

// SpendsIn are the months of a channel's calendar that get money, January first.
func SpendsIn(p model.Plan, line int) [12]bool {
	var on [12]bool
	for m, w := range p.Channels[line].Calendar.MonthWeights(p.Company.Season) {
		on[m] = w > 0
	}
	return on
}
