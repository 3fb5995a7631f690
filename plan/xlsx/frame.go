package xlsx

// The workbook with its sheets, and what they have in common: the months, the cells that may be
// edited.

import (
	"fmt"
	"math"
	"slices"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// frame is a workbook with its sheets.
type frame struct {
	*subject
	file *part.Book
	tabs [sheetIDs]*part.Sheet
}

// newFrame makes a book with the sheets that have anything on them.
func newFrame(about *subject) *frame {
	b := &frame{subject: about, file: part.New(wordsOf(about.plan, about.say))}
	in := Sheets(b.plan)
	for id, tab := range tabs {
		if !slices.Contains(in, Sheet{sheetNames[id], tab.core, true}) {
			continue
		}
		s := b.file.Add(b.words.Sheets[sheetNames[id]])
		s.Page.Tab(tab.tint)
		b.tabs[id] = s
	}
	b.file.Texts()
	return b
}

// wordsOf are what the workbook of a plan says of itself.
func wordsOf(p model.Plan, say *templates.Texts) part.Words {
	w := &say.Book
	return part.Words{
		Program: "Arringa", Language: say.Tag, Title: Title(p, say), Author: p.Board.Author, Owner: p.Company.Name,
		Formats:   look.FormatsOf(say.Tag, say.SymbolFirst, w.MonthsFormat, say.Million, say.Thousand),
		PageOf:    w.PageOf.With("page", "&P", "pages", "&N"),
		ChartName: func(n int) string { return w.ChartName.With("n", itoa(n)) },

		WrongFigure: w.WrongFigure,
		Between: func(least, most float64) string {
			return w.TypeBetween.With("least", say.Plain(least), "most", say.Plain(most))
		},
	}
}

// page is a sheet of the book; nil when the book has none.
func (b *frame) page(id sheetID) *part.Sheet { return b.tabs[id] }

// headRows are the rows of a sheet's head; what follows begins below.
const headRows = 4

// firstMonth is the column of the first month on every sheet with months: before it the channel and
// the total.
const firstMonth = 3

// input puts a figure down that may be edited, names its cell, and says what may be typed.
func (b *frame) input(s *part.Sheet, column, row int, style look.Style, name string) formula.Num {
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
func (b *frame) months(s *part.Sheet, row, months int, label string) {
	s.Text(1, row, look.Head, label)
	s.Text(2, row, look.Head|look.Right, b.words.Total)
	for m := range months {
		s.Value(firstMonth+m, row, look.Month|look.Head|look.Right, serial(b.plan.Start+model.Month(m)))
	}
	s.Height(row, 17)
}

// monthColumns sets the widths of a sheet with months.
func (b *frame) monthColumns(s *part.Sheet, months int) {
	most := 0.0 // of the sums by month
	for m := range b.outlook.Paid {
		most = max(most, euros(b.outlook.Paid[m]), euros(b.outlook.Back[m]))
	}
	s.Widths(1, 36, max(13, digits(euros(b.outlook.Total.Plan.Margin))))
	s.Columns(firstMonth, firstMonth+months-1, max(9.5, digits(most)))
}

// monthly is Page.Paper for a sheet with a column a month: twelve months to a page.
func (b *frame) monthly(s *part.Sheet, rows int, repeated float64, starts ...int) {
	b.monthlyAnd(s, 0, rows, repeated, starts...)
}

// monthlyAnd is monthly with more columns after the last month.
func (b *frame) monthlyAnd(s *part.Sheet, more, rows int, repeated float64, starts ...int) {
	s.Page.Scale(firstMonth+11+more, rows, repeated, starts...)
	s.Page.Printed(firstMonth+b.plan.Months-1+more, rows)
	for m := 12; m < b.plan.Months; m += 12 {
		s.Page.Break(firstMonth+m, 1)
	}
}

// monthBlock writes a block: a row a channel, a column a month. cell makes a month's cell from the
// months before it in its line.
func (b *frame) monthBlock(s *part.Sheet, row int, label string, style look.Style, months int,
	cell func(i, m int, before []formula.Num) formula.Num) [][]formula.Num {
	return b.laterBlock(s, row, label, style, 0, months, cell)
}

// laterBlock is monthBlock from a month on, the first being 0; its lines have no cells before it.
func (b *frame) laterBlock(s *part.Sheet, row int, label string, style look.Style, from, months int,
	cell func(i, m int, before []formula.Num) formula.Num) [][]formula.Num {
	b.months(s, row, months, label)
	s.Text(2, row, look.Head|look.Right, "")
	lines := make([][]formula.Num, len(b.names))
	for i, name := range b.names {
		at := row + 1 + i
		s.Text(1, at, look.Row, name)
		line := make([]formula.Num, from, months)
		for m := from; m < months; m++ {
			line = append(line, s.Num(firstMonth+m, at, style|look.Row, cell(i, m, line)))
		}
		lines[i] = line
	}
	return lines
}

// digits is the width of a column, in characters, for sums in euro as large as x.
func digits(x float64) float64 {
	n := len(itoa(int(math.Abs(x))))
	return float64(n+(n-1)/3) + 3.5
}
