// How a channel's year is spread over its months.

package plan

import (
	"fmt"

	"arringa/model"
)

// MonthsOf is how a channel's year is spread over twelve months, the first being that of
// the plan.
func MonthsOf(p model.Plan, line int) [12]model.Money {
	c := p.Channels[line]
	return c.Calendar.Months(c.Amount, p.Company.Season, p.Start)
}

// MonthOutOfReach says that a month cannot have what was wanted, how little and how much it
// can have, and what stops it.
type MonthOutOfReach struct {
	Stop        MonthStop
	Least, Most model.Money // of the month
	At          model.Money // what the stop stands at: the pot, or the channel's limit for a year
}

// MonthStop is what keeps a month from having more or less.
type MonthStop int

// What a month can meet.
const (
	MonthAtPot   MonthStop = iota // nothing is left to give
	MonthAtMost                   // of the channel
	MonthAtLeast                  // of the channel
	MonthAtLock                   // the channel's amount is locked
)

func (e MonthOutOfReach) Error() string {
	return fmt.Sprintf("a month between %d and %d cents", e.Least, e.Most)
}

// SetMonth gives a month of the plan, 0 to 11, an amount. No other month changes, of this
// channel or another: the year follows, and the difference comes from the pot or goes there.
// Every year of the plan is spread alike. What the pot, the channel's limits or its lock do
// not allow fails with MonthOutOfReach.
func SetMonth(p model.Plan, line, month int, want model.Money) (model.Plan, error) {
	months, c := MonthsOf(p, line), p.Channels[line]
	is := months[month]
	if want == is {
		return p, nil
	}
	if err := monthReach(p, c, is, want); err != nil {
		return p, err
	}
	p = SetCalendar(p, line, model.Typed)
	months[month] = want
	var weights [12]int64
	for m, v := range months {
		weights[(p.Start + model.Month(m)).Index()] = int64(v)
	}
	p.Channels[line].Amount += want - is
	p.Channels[line].Calendar.Weights = &weights
	return p, nil
}

// monthReach says why a month of a channel cannot go from what it is to what is wanted. A
// limit set later than the amount holds from the amount on.
func monthReach(p model.Plan, c model.Channel, is, want model.Money) error {
	least, most := max(is-max(c.Amount-c.AtLeast, 0), 0), is+max(min(c.Most()-c.Amount, p.Pot()), 0)
	e := MonthOutOfReach{Least: least, Most: most}
	switch {
	case c.Locked:
		e.Stop, e.Least, e.Most = MonthAtLock, is, is
	case want < least:
		e.Stop, e.At = MonthAtLeast, c.AtLeast
	case want > most && c.Most()-c.Amount < p.Pot():
		e.Stop, e.At = MonthAtMost, c.Most()
	case want > most:
		e.Stop, e.At = MonthAtPot, p.Pot()
	default:
		return nil
	}
	return e
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
