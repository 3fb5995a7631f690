package frame

import (
	"arringa/model"
	"arringa/plan/file"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// keptCommands lead to what is kept beside the plan.
func (a *App) keptCommands() []desk.Command {
	say := &a.Say.Kept
	none := desk.Unless(len(a.hand.left) > 0, say.NothingLeft)
	return []desk.Command{
		{Scope: desk.Everywhere, Keys: []string{"ctrl+b"}, Name: say.Versions, Do: a.versions},
		{Scope: desk.Everywhere, Keys: []string{"ctrl+u"}, Name: say.NotInPlan, Off: none,
			Do: func() tea.Cmd { a.offers(); return nil }},
	}
}

// versions shows the versions of the plan in hand.
func (a *App) versions() tea.Cmd {
	f, now := a.Saver.file, a.Plan()
	return ask.Versions(a.Desk, f.Path(), now.Name, &now, func(when string, p model.Plan) tea.Cmd {
		return func() tea.Msg { return bringing{f, when, p, f.KeepVersion(now)} }
	})
}

// bringing is a version that is to come back to a file, once the plan now in it is kept as one
// too.
type bringing struct {
	to   *file.File
	when string
	plan model.Plan
	err  error // why the plan now in hand could not be kept
}

// brings puts a version in the place of the plan in hand, as one step.
func (a *App) brings(b bringing) {
	say := &a.Say.Kept
	switch {
	case b.to != a.Saver.file:
		return
	case b.err != nil:
		a.Refuse(say.NotBrought.With("why", a.Explain(b.err, file.Home())))
		return
	}
	when, p := b.when, b.plan
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
