package ui

import (
	"slices"

	"arringa/model"

	tea "charm.land/bubbletea/v2"
)

// newGrants lists the public money that may or may not come: shown apart, never counted.
func newGrants(d *desk) dialog {
	say := &d.say.Grants
	var choices []choice
	for i, g := range d.plan().Grants {
		choices = append(choices, choice{g.Name + " · " + d.say.Exact(g.Amount), func() tea.Cmd { d.show(newGrant(d, i)); return nil }})
	}
	choices = append(choices, choice{say.Add, func() tea.Cmd { d.show(newGrant(d, -1)); return nil }})
	return newList(d, "grants", say.Title, say.Text, choices...)
}

// newGrant asks a grant: a new one, or the one at an index.
func newGrant(d *desk, index int) *sheet {
	say, k := &d.say.Grants, asker{d, "grant."}
	var g model.Grant
	if index >= 0 {
		g = d.plan().Grants[index]
	}
	return newApart(d, "grant", say.Title, say.Text, func() []field {
		name := k.field("name", say.AskName)
		name.value = g.Name
		name.set = func(s string) error { g.Name = s; return nil }
		amount := k.field("amount", say.AskAmount)
		if g.Amount > 0 {
			amount.value, amount.typed = d.say.Exact(g.Amount), d.say.Typed(g.Amount)
		}
		amount.set = func(s string) error {
			m, err := model.ParseMoney(s)
			if err == nil {
				g.Amount = m
			}
			return err
		}
		source := k.field("source", say.AskSource)
		source.value = g.Source
		source.set = func(s string) error { g.Source = s; return nil }
		date := k.field("date", say.AskDate)
		date.value = d.say.Day(g.Date)
		date.set = func(s string) error {
			day, ok := model.ParseDate(s)
			if !ok {
				return errNotADay
			}
			g.Date = day
			return nil
		}
		fields := []field{name, amount, source, date, onward(say.Save, func() tea.Cmd {
			if g.Name == "" {
				d.refuse(say.Nameless)
				return nil
			}
			d.change("", say.Title, func(p *model.Plan) {
				if index >= 0 {
					p.Grants[index] = g
				} else {
					p.Grants = append(p.Grants, g)
				}
			})
			d.close()
			return nil
		})}
		if index >= 0 {
			drop := onward(say.Drop, func() tea.Cmd {
				d.change("", say.Drop, func(p *model.Plan) { p.Grants = slices.Delete(p.Grants, index, index+1) })
				d.close()
				return nil
			})
			drop.id, drop.sign = "grant.drop", "✗"
			fields = append(fields, drop)
		}
		return fields
	})
}
