package ui

import (
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"

	tea "charm.land/bubbletea/v2"
)

// newLimits asks the least and the most of a channel, and how its year is spread.
func newLimits(d *desk, line int) *sheet {
	say := &d.say.Budget
	k := asker{d, "limits."}
	return newSheet(d, "limits", say.LimitsOf.With("channel", d.name(d.plan().Channels[line])), "", func() []field {
		c := d.plan().Channels[line]
		least := k.money("least", say.AtLeast, c.AtLeast, func(p *model.Plan, m model.Money) (err error) {
			*p, err = plan.SetLimits(*p, line, m, c.AtMost)
			return err
		})
		most := k.money("most", say.AtMost, c.AtMost, func(p *model.Plan, m model.Money) (err error) {
			*p, err = plan.SetLimits(*p, line, c.AtLeast, m)
			return err
		})
		for _, f := range []*field{&least, &most} {
			if f.typed == "0" {
				f.value, f.typed = "", ""
			}
		}
		threshold := k.money("threshold", say.Threshold, c.Threshold, func(p *model.Plan, m model.Money) error {
			p.Channels[line].Threshold = m
			return nil
		})
		calendar := pick(k, "calendar", say.Calendar, []string{say.CalendarEven, say.CalendarSeason, say.CalendarTyped}, []model.CalendarKind{model.Even, model.BySeason, model.Typed},
			c.Calendar.Kind, func(p *model.Plan, kind model.CalendarKind) { *p = plan.SetCalendar(*p, line, kind) })
		months := k.opens("months", say.Months, monthsText(d, line), func() tea.Cmd { d.show(newMonths(d, line)); return nil })
		return []field{least, most, threshold, calendar, months, onward(d.say.App.Ready, func() tea.Cmd { d.close(); return nil })}
	})
}

// monthsText are the months in which a channel spends.
func monthsText(d *desk, line int) string {
	on, names := plan.SpendsIn(d.plan(), line), []string(nil)
	for m, name := range d.say.ShortMonths {
		if on[m] {
			names = append(names, name)
		}
	}
	if len(names) == len(on) {
		return d.say.Budget.AllMonths
	}
	return strings.Join(names, ", ")
}

// newMonths asks in which months a channel spends.
func newMonths(d *desk, line int) *checks {
	say := &d.say.Budget
	options := make([]templates.Field, len(d.say.Months))
	for m, name := range d.say.Months {
		options[m] = templates.Field{Label: name, Help: say.Months.Help}
	}
	marked := func() []int {
		var in []int
		for m, on := range plan.SpendsIn(d.plan(), line) {
			if on {
				in = append(in, m)
			}
		}
		return in
	}
	return newChecks(d, "months", say.Months.Label, "", options, marked, func(in []int) {
		if len(in) == 0 {
			d.refuse(say.NoMonth)
			return
		}
		var on [12]bool
		for _, m := range in {
			on[m] = true
		}
		d.edit("months", say.Months.Label, func(p model.Plan) model.Plan { return plan.SpendIn(p, line, on) })
	})
}
