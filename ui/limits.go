package ui

import (
	"arringa/model"
	"arringa/plan"

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
		return []field{least, most, threshold, calendar, onward(d.say.App.Ready, func() tea.Cmd { d.close(); return nil })}
	})
}
