package frame

import (
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/form"

	"arringa/model"
	"arringa/plan/file"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// keptCommands lead to what is kept beside the plan.
func (a *App) keptCommands() []desk.Command {
	say := &a.Say.Kept
	none := desk.Unless(len(a.hand.left) > 0, say.NothingLeft)
	return []desk.Command{
		{Scope: desk.Everywhere, Keys: []string{"ctrl+b"}, Name: say.Versions, Do: a.versions},
		{Scope: desk.Everywhere, Keys: []string{"ctrl+u"}, Name: say.NotInPlan, Off: none, Do: func() tea.Cmd { a.offers(); return nil }},
	}
}

// versions shows the versions of the plan in hand.
func (a *App) versions() tea.Cmd {
	now := a.Plan()
	return ask.Versions(a.Desk, a.Saver.file.Path(), now.Name, &now, func(when string, p model.Plan) tea.Cmd {
		a.brings(when, p)
		return nil
	})
}

// brings puts a version in the place of the plan in hand, as one step.
func (a *App) brings(when string, p model.Plan) {
	say := &a.Say.Kept
	if a.Edit("", say.BroughtName.With("when", when), func(model.Plan) model.Plan { return p }) {
		a.Cheer(say.Brought.With("when", when))
	}
}

// tellsOfFile says what was found in a file that was opened, once.
func (a *App) tellsOfFile(f *file.File) {
	say := &a.Say.Kept
	if why := f.Unkept(); why != nil {
		a.Saver.unkept = true
		a.Refuse(say.NoVersion.With("why", a.Explain(why, file.Home())))
	}
	notes := f.Notes()
	switch len(notes) {
	case 0:
		return
	case 1:
		a.Refuse(desk.ProblemOf(a.Say, a.Plan(), notes[0]))
		return
	}
	a.Show(&form.Page{Desk: a.Desk, Name: "notes", Heading: say.NotesTitle, Body: func(w int) draw.Block {
		out := draw.Stack(draw.Paragraph(w, a.Look.Strong, say.NotesIntro), draw.Blank(w, 1))
		for _, n := range notes {
			out = draw.Stack(out, draw.Paragraph(w, a.Look.Plain, "· "+desk.ProblemOf(a.Say, a.Plan(), n)))
		}
		return out
	}})
}
