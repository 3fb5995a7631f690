package xlsx

// What sheets have in common: the head, the months, the cells that may be edited.

import (
	"fmt"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// page is a sheet of the book; nil when the book has none.
func (b *book) page(id sheetID) *part.Sheet { return b.tabs[id] }

// headRows are the rows of a sheet's head; what follows begins below.
const headRows = 4

// firstMonth is the column of the first month on every sheet with months: before it the channel and
// the total.
const firstMonth = 3

// head gives a sheet the question that it answers and the answer, and its looks.
func (b *book) head(id sheetID, columns int) {
	s := b.page(id)
	s.Height(1, 8)
	s.Height(2, 27)
	s.Height(3, 19)
	s.Height(4, 8)
	s.Blank(1, columns, 2, look.Heading)
	s.Blank(1, columns, 3, look.Answer)
	at := 1
	if columns > firstMonth+11 { // printed on several pages, which repeat the first columns
		at = firstMonth
	}
	s.Text(at, 2, look.Heading, b.words.Questions[tabs[id].id])
	s.Say(at, 3, look.Answer, b.Tell(b.words.Answers[tabs[id].id], b.figures))
	s.Page.Look(columns)
}

// finding is a section whose heading says what the chart below it shows, now; plain where
// the plan has no figure for it.
func (b *book) finding(s *part.Sheet, row, from, to int, sentence, plain string, known formula.Figures) {
	s.Section(row, from, to, plain)
	if told := b.Tell(sentence, known); told.S != "" {
		s.Say(from, row, look.Section, told)
	}
}

// exportedLine says whether the book is still as it was exported, in red when it is not.
func (b *book) exportedLine(s *part.Sheet, column, row int) {
	s.Say(column, row, look.Dim, b.exported)
	changed := fmt.Sprintf("$%s=%s", part.Ref(column, row), formula.Quote(b.words.NotAsExported))
	s.Rules.When(s.Line(column, column, row), changed, look.Alarm())
}

// input puts a figure down that may be edited, names its cell, and says what may be typed.
func (b *book) input(s *part.Sheet, column, row int, style look.Style, name string) formula.Num {
	in, ok := b.inputs[name]
	if !ok {
		b.file.Try(fmt.Errorf("no input %q", name))
		return formula.Num{}
	}
	var first formula.Num
	for i := range in.cells {
		v, known := in.get(&b.plan, i)
		c := part.Cell{}
		if known {
			c.Value = v
		}
		s.Set(column+i, row, style|look.Input, c)
		if i == 0 {
			first = formula.Num{F: s.Mark(column, row), X: v}
		}
	}
	at := s.Line(column, column+in.cells-1, row)
	b.file.Name("in_"+name, at)
	s.Rules.Limit(at, part.Limit{Least: in.least, Most: in.most, Whole: in.whole})
	return first
}

// months writes the months above a block: a heading, the total, and each month's first day.
func (b *book) months(s *part.Sheet, row, months int, label string) {
	s.Text(1, row, look.Head, label)
	s.Text(2, row, look.Head|look.Right, b.words.Total)
	for m := range months {
		s.Value(firstMonth+m, row, look.Month|look.Head|look.Right, serial(b.plan.Start+model.Month(m)))
	}
	s.Height(row, 17)
}

// monthColumns sets the widths of a sheet with months.
func (b *book) monthColumns(s *part.Sheet, months int) {
	most := 0.0 // of the sums by month
	for m := range b.outlook.Paid {
		most = max(most, euros(b.outlook.Paid[m]), euros(b.outlook.Back[m]))
	}
	s.Widths(1, 36, max(13, digits(euros(b.outlook.Total.Plan.Margin))))
	s.Columns(firstMonth, firstMonth+months-1, max(9.5, digits(most)))
}

// monthly is Page.Paper for a sheet with a column a month: twelve months to a page.
func (b *book) monthly(s *part.Sheet, rows int, repeated float64, starts ...int) {
	s.Page.Scale(firstMonth+11, rows, repeated, starts...)
	s.Page.Printed(firstMonth+b.plan.Months-1, rows)
	for m := 12; m < b.plan.Months; m += 12 {
		s.Page.Break(firstMonth+m, 1)
	}
}
