// Periods into a plan: its history, last year, its actuals.

package imports

import (
	"slices"

	"arringa/model"
)

// Merged says where periods went.
type Merged struct {
	Actuals int // months of the plan that are now known
	History int // months of before it
	Left    int // of channels that the plan does not have, or after its end
	Within  int // inside a longer period of the history that the others do not fill
}

// Merge puts periods into a plan: months of the plan become actuals, months of before it
// history, and the twelve before its first month last year's spend and results of each
// channel. What was known of the same channel and month is replaced; so is a longer period
// of the history when all its months come. Months of one that do not all come are left out:
// the period holds their money already, and what belongs to each month is not known.
func Merge(p model.Plan, periods []Period) (model.Plan, Merged) {
	p = p.Clone()
	var m Merged
	touched := map[int]bool{}
	dropFilled(&p, periods)
	for _, x := range periods {
		line := p.Channel(x.Channel)
		switch {
		case line < 0 || x.Month >= p.Start+model.Month(p.Months):
			m.Left++
		case x.Month >= p.Start:
			m.Actuals++
			setActual(&p, x)
		case within(p.History, x):
			m.Within++
		default:
			m.History++
			setPast(&p, x)
			if x.Month >= p.Start-12 {
				touched[line] = true
			}
		}
	}
	for line := range touched {
		lastYear(&p, line)
	}
	return p, m
}

// dropFilled takes out the longer periods of the history whose months all come now, each
// with every figure that the period has.
func dropFilled(p *model.Plan, periods []Period) {
	type key struct {
		channel model.ChannelID
		month   model.Month
	}
	come := map[key]Period{}
	for _, x := range periods {
		come[key{x.Channel, x.Month}] = x
	}
	p.History = slices.DeleteFunc(p.History, func(h model.Past) bool {
		for m := h.From; m < h.From+model.Month(h.Months); m++ {
			x, ok := come[key{h.Channel, m}]
			if !ok || x.Spend == nil || h.Contacts != nil && x.Contacts == nil || h.Customers != nil &&
				x.Customers == nil {
				return false
			}
		}
		return h.Months > 1
	})
}

// within says whether a longer period of the history holds the month.
func within(history []model.Past, x Period) bool {
	return slices.ContainsFunc(history, func(h model.Past) bool {
		return h.Months > 1 && h.Channel == x.Channel && h.From <= x.Month && x.Month < h.From+model.Month(h.Months)
	})
}

func setActual(p *model.Plan, x Period) {
	i := p.Actual(x.Channel, x.Month)
	if i < 0 {
		p.Actuals = append(p.Actuals, model.Actual{Channel: x.Channel, Month: x.Month})
		i = len(p.Actuals) - 1
	}
	a := &p.Actuals[i]
	if x.Spend != nil {
		a.Spend = x.Spend
	}
	if x.Contacts != nil {
		a.Contacts = x.Contacts
	}
	if x.Customers != nil {
		a.Customers = x.Customers
	}
}

func setPast(p *model.Plan, x Period) {
	for i := range p.History {
		if h := &p.History[i]; h.Channel == x.Channel && h.From == x.Month && h.Months == 1 {
			if x.Spend != nil {
				h.Spend = *x.Spend
			}
			if x.Contacts != nil {
				h.Contacts = x.Contacts
			}
			if x.Customers != nil {
				h.Customers = x.Customers
			}
			return
		}
	}
	h := model.Past{Channel: x.Channel, From: x.Month, Months: 1, Contacts: x.Contacts, Customers: x.Customers}
	if x.Spend != nil {
		h.Spend = *x.Spend
	}
	p.History = append(p.History, h)
}

// lastYear adds up the twelve months before the plan.
func lastYear(p *model.Plan, line int) {
	c := &p.Channels[line]
	var spend model.Money
	var contacts, customers *float64
	add := func(at **float64, v *float64) {
		if v == nil {
			return
		}
		sum := *v
		if *at != nil {
			sum += **at
		}
		*at = &sum
	}
	for _, h := range p.History {
		if h.Channel == c.ID && h.From >= p.Start-12 && h.From+model.Month(h.Months) <= p.Start {
			spend += h.Spend
			add(&contacts, h.Contacts)
			add(&customers, h.Customers)
		}
	}
	c.LastYear.Spend = spend
	if contacts != nil {
		c.LastYear.Contacts = contacts
	}
	if customers != nil {
		c.LastYear.Customers = customers
	}
}
