package ui

import (
	"slices"
	"strconv"

	"arringa/model"
	"arringa/templates"

	tea "charm.land/bubbletea/v2"
)

// newOwnEvidence asks a figure that the manager found or measured.
func newOwnEvidence(d *desk, l *library, id string) *sheet {
	say, k := &d.say.Library, asker{d, "evidence."}
	var e model.Evidence
	for _, x := range d.plan().Evidence {
		if x.ID == id {
			e = x
		}
	}
	text := func(name string, words templates.Field, at *string) field {
		f := k.field(name, words)
		f.value = *at
		f.set = func(s string) error { *at = s; return nil }
		return f
	}
	return newApart(d, "evidence", say.AddOwn, "", func() []field {
		when := k.field("date", say.AskDate)
		when.value = d.say.Day(e.Date)
		when.set = func(s string) error {
			day, ok := model.ParseDate(s)
			if !ok {
				return errNotADay
			}
			e.Date = day
			return nil
		}
		return []field{
			text("claim", say.AskClaim, &e.Claim), text("figure", say.AskFigure, &e.Figure), text("source", say.AskSource, &e.Source), when,
			text("file", say.AskFile, &e.File),
			onward(say.SaveOwn, func() tea.Cmd {
				if e.Claim == "" && e.Figure == "" {
					d.refuse(say.EmptyOwn)
					return nil
				}
				d.change("", say.AddOwn, func(p *model.Plan) { keepEvidence(p, &e) })
				l.search()
				d.close()
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
