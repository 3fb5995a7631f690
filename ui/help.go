package ui

import "arringa/ui/draw"

// newHelp explains the screen in front and lists its commands.
func newHelp(a *app) *page {
	s := a.facing()
	p := &page{desk: a.desk, name: "help", heading: a.say.App.HelpTitle.With("step", s.title())}
	lists := [][]command{s.commands(), a.commands()}
	p.body = func(w int) draw.Block {
		b := draw.Block{W: w}
		if text, ok := a.say.App.About[s.id()]; ok {
			b = draw.Stack(draw.Paragraph(w, a.look.plain, text), draw.Blank(w, 1))
		}
		for _, list := range lists {
			for _, c := range list {
				b.Lines = append(b.Lines, p.row(w, c))
			}
		}
		return b
	}
	return p
}
