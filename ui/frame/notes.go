// What moved in a plan of an earlier format.

package frame

import (
	"arringa/plan/file"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"
)

// notes shows which figures moved in a plan that was brought to today's format, and why.
func (a *App) notes(f *file.File) {
	texts := desk.Moved(a.Say, a.Plan(), f)
	if len(texts) == 0 {
		return
	}
	a.Show(&form.Page{Desk: a.Desk, Name: "notes", Heading: a.Say.App.NotesTitle, Body: func(w int) draw.Block {
		out := draw.Block{W: w}
		for i, text := range texts {
			if i > 0 {
				out = draw.Stack(out, draw.Blank(w, 1))
			}
			out = draw.Stack(out, draw.Paragraph(w, a.Look.Plain, text))
		}
		return out
	}})
}
