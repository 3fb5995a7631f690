// Public money that may or may not come.

package ask

import (
	"slices"

	"arringa/model"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// Grants lists the public money that may or may not come: shown apart, never counted.
func Grants(d *desk.Desk) desk.Dialog {
	say := &d.Say.Grants
	var choices []form.Choice
	for i, g := range d.Plan().Grants {
		choices = append(choices, form.Choice{Label: g.Name + " · " + d.Say.Exact(g.Amount),
			Do: func() tea.Cmd { d.Show(newGrant(d, i)); return nil }})
	}
	choices = append(choices, form.Choice{Label: say.Add, Do: func() tea.Cmd { d.Show(newGrant(d, -1)); return nil }})
	return form.NewList(d, "grants", say.Title, say.Text, choices...)
}

// newGrant asks a grant: a new one, or the one at an index.
func newGrant(d *desk.Desk, index int) *form.Sheet {
	say, k := &d.Say.Grants, Asker{d, "grant."}
	var g model.Grant
	if index >= 0 {
		g = d.Plan().Grants[index]
	}
	return form.NewApart(d, "grant", say.Title, say.Text, func() []form.Field {
		name := k.Field("name", say.AskName)
		name.Value = g.Name
		name.Set = func(s string) error { g.Name = s; return nil }
		amount := k.Field("amount", say.AskAmount)
		if g.Amount > 0 {
			amount.Value, amount.Typed = d.Say.Exact(g.Amount), d.Say.Typed(g.Amount)
		}
		amount.Set = func(s string) error {
			m, err := model.ParseMoney(s)
			if err == nil {
				g.Amount = m
			}
			return err
		}
		source := k.Field("source", say.AskSource)
		source.Value = g.Source
		source.Set = func(s string) error { g.Source = s; return nil }
		date := k.Field("date", say.AskDate)
		date.Value = d.Say.Day(g.Date)
		date.Set = func(s string) error {
			day, ok := model.ParseDate(s)
			if !ok {
				return desk.ErrNotADay
			}
			g.Date = day
			return nil
		}
		fields := []form.Field{name, amount, source, date, form.Onward(say.Save, func() tea.Cmd {
			if g.Name == "" {
				d.Refuse(say.Nameless)
				return nil
			}
			d.Change("", say.Title, func(p *model.Plan) {
				if index >= 0 {
					p.Grants[index] = g
				} else {
					p.Grants = append(p.Grants, g)
				}
			})
			d.Close()
			return nil
		})}
		if index >= 0 {
			drop := form.Onward(say.Drop, func() tea.Cmd {
				d.Change("", say.Drop, func(p *model.Plan) { p.Grants = slices.Delete(p.Grants, index, index+1) })
				d.Tell(d.Say.App.Removed)
				d.Close()
				return nil
			})
			drop.ID, drop.Sign = "grant.drop", "✗"
			fields = append(fields, drop)
		}
		return fields
	})
}
