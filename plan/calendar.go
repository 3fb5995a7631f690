package plan

import "arringa/model"

// MonthsOf is how a channel's year is spread over twelve months, the first being that of
// the plan.
func MonthsOf(p model.Plan, line int) [12]model.Money {
	c := p.Channels[line]
	return c.Calendar.Months(c.Amount, p.Company.Season, p.Start)
}

// SetMonth gives a month of the plan, 0 to 11, an amount, as near to it as the channel's
// year and whole euros allow. The year stays: the other months give and take in proportion to
// what they have, or evenly when they have nothing. Every year of the plan is spread alike.
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
	rest := (c.Amount - want).Split(others[:])
	rest[month] = want
	var weights [12]int64
	unit := weightUnit(rest)
	for m, v := range rest {
		weights[(p.Start + model.Month(m)).Index()] = int64((v + unit/2) / unit)
	}
	c.Calendar.Weights = &weights
	return p
}

// weightUnit is the money that one unit of a month's weight stands for: a cent where the
// largest month is small enough for the weights' limit, and whole euros or more above.
func weightUnit(months []model.Money) model.Money {
	var largest model.Money
	for _, v := range months {
		largest = max(largest, v)
	}
	unit := model.Money(1)
	for largest/unit >= model.MaxWeight {
		unit *= 10
	}
	return unit
}
