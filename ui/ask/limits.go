// The least and the most of a channel, and how its year is spread.

package ask

import (
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// Limits asks the least and the most of a channel, and how its year is spread.
func Limits(d *desk.Desk, line int) *form.Sheet {
	say := &d.Say.Budget
	k := Asker{d, "limits."}
	return form.NewSheet(d, "limits", say.LimitsOf.With("channel", d.Name(d.Plan().Channels[line])), "",
		func() []form.Field {
			c := d.Plan().Channels[line]
			least := k.sum("least", say.AtLeast, c.AtLeast, func(p *model.Plan, m model.Money) (err error) {
				*p, err = plan.SetLimits(*p, line, m, c.AtMost)
				return err
			})
			most := k.sum("most", say.AtMost, c.AtMost, func(p *model.Plan, m model.Money) (err error) {
				*p, err = plan.SetLimits(*p, line, c.AtLeast, m)
				return err
			})
			for _, f := range []*form.Field{&least, &most} {
				if f.Typed == "0" {
					f.Value, f.Typed = "", ""
				}
			}
			threshold := k.sum("threshold", say.Threshold, c.Threshold, func(p *model.Plan, m model.Money) error {
				p.Channels[line].Threshold = m
				return nil
			})
			calendar := Pick(k, "calendar", say.Calendar,
				[]string{say.CalendarEven, say.CalendarSeason, say.CalendarTyped},
				[]model.CalendarKind{model.Even, model.BySeason, model.Typed},
				c.Calendar.Kind, func(p *model.Plan, kind model.CalendarKind) { *p = plan.SetCalendar(*p, line, kind) })
			months := k.Opens("months", say.Months, monthsText(d, line),
				func() tea.Cmd { d.Show(newMonths(d, line)); return nil })
			return []form.Field{least, most, threshold, calendar, months,
				form.Onward(d.Say.App.Ready, func() tea.Cmd { d.Close(); return nil })}
		})
}

// monthsText are the months in which a channel spends.
func monthsText(d *desk.Desk, line int) string {
	on, names := plan.SpendsIn(d.Plan(), line), []string(nil)
	for m, name := range d.Say.ShortMonths {
		if on[m] {
			names = append(names, name)
		}
	}
	if len(names) == len(on) {
		return d.Say.Budget.AllMonths
	}
	return strings.Join(names, ", ")
}

// newMonths asks in which months a channel spends.
func newMonths(d *desk.Desk, line int) *form.Checks {
	say := &d.Say.Budget
	options := make([]templates.Field, len(d.Say.Months))
	for m, name := range d.Say.Months {
		options[m] = templates.Field{Label: name, Help: say.Months.Help}
	}
	marked := func() []int {
		var in []int
		for m, on := range plan.SpendsIn(d.Plan(), line) {
			if on {
				in = append(in, m)
			}
		}
		return in
	}
	return form.NewChecks(d, "months", say.Months.Label, "", options, marked, func(in []int) {
		if len(in) == 0 {
			d.Refuse(say.NoMonth)
			return
		}
		var on [12]bool
		for _, m := range in {
			on[m] = true
		}
		d.Edit("months", say.Months.Label, func(p model.Plan) model.Plan { return plan.SpendIn(p, line, on) })
	})
}
