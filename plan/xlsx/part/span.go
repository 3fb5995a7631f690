package part

// References to cells: by column and row, and ranges of them.

import (
	"strconv"
	"strings"
)

// Span is a range of cells of a sheet; columns and rows begin at 1.
type Span struct {
	Sheet          *Sheet
	C1, R1, C2, R2 int
}

// String is the range as formulas hold it.
func (p Span) String() string {
	return p.Sheet.sign() + Abs(p.C1, p.R1) + ":" + Abs(p.C2, p.R2)
}

// plain is the range with its sheet's name, for names, lists and charts.
func (p Span) plain() string {
	at := quoted(p.Sheet.Name) + "!" + Abs(p.C1, p.R1)
	if p.C1 != p.C2 || p.R1 != p.R2 {
		at += ":" + Abs(p.C2, p.R2)
	}
	return at
}

// local is the range without its sheet: A1:C3.
func (p Span) local() string { return Ref(p.C1, p.R1) + ":" + Ref(p.C2, p.R2) }

// Each calls f for the cells of the range, row by row, with their number from 0.
func (p Span) Each(f func(i int, c Cell)) {
	i := 0
	for r := p.R1; r <= p.R2; r++ {
		for c := p.C1; c <= p.C2; c++ {
			f(i, p.Sheet.Cell(c, r))
			i++
		}
	}
}

// numeric reports whether a range begins with a number.
func (p Span) numeric() bool {
	_, ok := p.Sheet.Cell(p.C1, p.R1).Value.(float64)
	return ok
}

func (p Span) count() int { return (p.C2 - p.C1 + 1) * (p.R2 - p.R1 + 1) }

// Line is cells of a row.
func (s *Sheet) Line(from, to, row int) Span { return Span{s, from, row, to, row} }

// Stack is cells of a column.
func (s *Sheet) Stack(col, from, to int) Span { return Span{s, col, from, col, to} }

// Block is cells of several columns and rows.
func (s *Sheet) Block(c1, r1, c2, r2 int) Span { return Span{s, c1, r1, c2, r2} }

// quoted is a sheet's name as references have it: 'Leve'.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// Col is the name of a column: A, B… ZZ.
func Col(n int) string { return columnNames[n-1] }

// MostColumns is how many columns a sheet of ours may have: A to ZZ.
const MostColumns = 27 * 26

// columnNames are the names of as many columns as a book may need.
var columnNames = func() []string {
	var names []string
	for first := 'A' - 1; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			names = append(names, strings.TrimPrefix(string(first), "@")+string(second))
		}
	}
	return names
}()

// Ref is a cell within its sheet: C8.
func Ref(column, row int) string { return Col(column) + strconv.Itoa(row) }

// Abs is Ref for a reference that stays when it is copied: $C$8.
func Abs(column, row int) string { return "$" + Col(column) + "$" + strconv.Itoa(row) }
