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
