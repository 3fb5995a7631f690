// The help of the screen in front.

package frame

import (
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"
)

// newHelp explains the screen in front and lists its commands.
func newHelp(a *App) *form.Page {
	s := a.facing()
	p := &form.Page{Desk: a.Desk, Name: "help", Heading: a.Say.App.HelpTitle.With("step", s.Title())}
	lists := [][]desk.Command{s.Commands(), a.Commands()}
	p.Body = func(w int) draw.Block {
		b := draw.Block{W: w}
		if text, ok := a.Say.App.About[s.ID()]; ok {
			b = draw.Stack(draw.Paragraph(w, a.Look.Plain, text), draw.Blank(w, 1))
		}
		for _, list := range lists {
			for _, c := range list {
				b.Lines = append(b.Lines, p.Row(w, c))
			}
		}
		return b
	}
	return p
}
