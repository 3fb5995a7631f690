package xlsx

// The sheet of the contents, and how the book is used.

import (
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// fillContents lists the sheets, and says how the book is used.
func fillContents(b *account, s *part.Sheet) {
	w := b.words
	s.Widths(1, 3, 22, 96, 3)
	b.head(contentsTab, 3)
	row := headRows + 1
	s.Section(row, 2, 3, w.HowTo)
	for i, line := range w.HowToLines {
		row++
		s.Text(2, row, look.Row|look.Number|look.Center, itoa(i+1))
		s.Text(3, row, look.Row|look.Wrap|look.Middle|look.Says, line)
		s.Lines(row, line, 100)
	}
	row += 2
	s.Section(row, 2, 3, w.TheSheets)
	for id, other := range b.tabs {
		if other == nil || other == s {
			continue
		}
		row++
		s.Text(2, row, look.Row|look.Link|look.Says, other.Name)
		s.Rules.Link(2, row, other)
		s.Text(3, row, look.Row|look.Says, w.Questions[sheetNames[id]])
		s.Height(row, 17)
	}
	row += 2
	if b.plan.Board.Private {
		s.Text(2, row, look.Note, w.PlanLeftOut)
	} else {
		s.Text(2, row, look.Note, w.PlanInside)
	}
	s.Page.Single(4, row)
}
