package xlsx

import "arringa/plan/xlsx/look"

// fillContents lists the sheets, and says how the book is used.
func (b *book) fillContents(s *sheet) {
	w := b.words
	s.widths(1, 3, 22, 96, 3)
	s.head(3, b.figures)
	row := headRows + 1
	s.section(row, 2, 3, w.HowTo)
	for i, line := range w.HowToLines {
		row++
		s.text(2, row, look.Row|look.Number|look.Center, itoa(i+1))
		s.text(3, row, look.Row|look.Wrap|look.Middle|look.Says, line)
		s.lines(row, line, 100)
	}
	row += 2
	s.section(row, 2, 3, w.TheSheets)
	for _, other := range b.sheets {
		if other == s {
			continue
		}
		row++
		s.text(2, row, look.Row|look.Link|look.Says, other.name)
		s.link(2, row, other)
		s.text(3, row, look.Row|look.Says, w.Questions[other.id])
		s.height(row, 17)
	}
	row += 2
	if b.plan.Board.Private {
		s.text(2, row, look.Note, w.PlanLeftOut)
	} else {
		s.text(2, row, look.Note, w.PlanInside)
	}
	s.single(4, row)
}
