// A source of the manager's own.

package ask

import (
	"slices"
	"strconv"

	"arringa/model"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// newOwnEvidence asks a figure that the manager found or measured.
func newOwnEvidence(d *desk.Desk, l *library, id string) *form.Sheet {
	say, k := &d.Say.Library, Asker{d, "evidence."}
	e, title, keep := model.Evidence{}, say.AddOwn, say.SaveOwn
	for _, x := range d.Plan().Evidence {
		if x.ID == id {
			e, title, keep = x, say.ChangeOwn, say.KeepOwn
		}
	}
	text := func(name string, words templates.Field, at *string) form.Field {
		f := k.Field(name, words)
		f.Value = *at
		f.Set = func(s string) error { *at = s; return nil }
		return f
	}
	return form.NewApart(d, "evidence", title, "", func() []form.Field {
		when := k.Field("date", say.AskDate)
		when.Value = d.Say.Day(e.Date)
		when.Set = func(s string) error {
			day, ok := model.ParseDate(s)
			if !ok {
				return desk.ErrNotADay
			}
			e.Date = day
			return nil
		}
		return []form.Field{
			text("claim", say.AskClaim, &e.Claim), text("figure", say.AskFigure, &e.Figure),
			text("source", say.AskSource, &e.Source), when,
			text("file", say.AskFile, &e.File),
			form.Onward(keep, func() tea.Cmd {
				if e.Claim == "" && e.Figure == "" {
					d.Refuse(say.EmptyOwn)
					return nil
				}
				d.Change("", title, func(p *model.Plan) { keepEvidence(p, &e) })
				l.search()
				l.goTo(e.ID)
				d.Close()
				return nil
			}),
		}
	})
}

// keepEvidence puts a row of the manager's own into the plan, with an id of its own when
// it is new.
func keepEvidence(p *model.Plan, e *model.Evidence) {
	for i := range p.Evidence {
		if p.Evidence[i].ID == e.ID {
			p.Evidence[i] = *e
			return
		}
	}
	for n := 1; e.ID == ""; n++ {
		id := "own-" + strconv.Itoa(n)
		if !slices.ContainsFunc(p.Evidence, func(x model.Evidence) bool { return x.ID == id }) {
			e.ID = id
		}
	}
	p.Evidence = append(p.Evidence, *e)
}

// Here is the row in hand.
func (l *library) Here() (place, words string) {
	if l.at < len(l.found) {
		return l.found[l.at].id, ""
	}
	return "", ""
}

// Choose takes a row in hand, of all there are.
func (l *library) Choose(place string) (tea.Cmd, bool) {
	l.all = true
	l.search()
	l.goTo(place)
	id, _ := l.Here()
	return nil, id == place
}
