package part

// The cells of a sheet, as they are put down.

import (
	"strings"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
)

// Cell is what stands in a cell: a value, and the formula that makes it, if one does.
type Cell struct {
	style   int
	Formula string // without the sign of equality
	Value   any    // nil, float64, string or bool
}

// Sheet is a page of the book: its cells are kept here, and the rest (widths, merges, print
// set-up) is excelize's. Cells are written when the file is packed: see data.go.
type Sheet struct {
	Name  string // as the tab says it
	Page  *Page  // how it is shown and printed
	Rules *Rules // what may be typed, and what cells look like then

	book    *Book
	prefix  string // of references to it: 'Leve'!
	number  int    // place among the sheets, from 0
	rows    [][]Cell
	heights []float64
	width   int // columns in use
	size    int // of the data, in bytes, about
	charts  []*Chart
	picture *Picture
}

// Set puts a cell down; columns and rows begin at 1.
func (s *Sheet) Set(col, row int, style look.Style, c Cell) {
	c.style = s.book.style(style)
	s.put(col, row, c)
}

func (s *Sheet) put(col, row int, c Cell) {
	for len(s.rows) < row {
		s.rows = append(s.rows, nil)
	}
	r := s.rows[row-1]
	for len(r) < col {
		r = append(r, Cell{})
	}
	r[col-1] = c
	s.rows[row-1], s.width = r, max(s.width, col)
}

// Cell is what was put down.
func (s *Sheet) Cell(col, row int) Cell {
	if row > len(s.rows) || col > len(s.rows[row-1]) {
		return Cell{}
	}
	return s.rows[row-1][col-1]
}

// Last is the last row in use.
func (s *Sheet) Last() int { return len(s.rows) }

// Text puts a text down.
func (s *Sheet) Text(col, row int, style look.Style, v string) {
	s.Set(col, row, style, Cell{Value: v})
}

// Value puts a number down that is nobody's result.
func (s *Sheet) Value(col, row int, style look.Style, v float64) formula.Num {
	s.Set(col, row, style, Cell{Value: v})
	return formula.Num{F: s.Mark(col, row), X: v}
}

// Num puts a formula with its value down, and is the cell for further formulas.
func (s *Sheet) Num(col, row int, style look.Style, n formula.Num) formula.Num {
	s.Set(col, row, style, Cell{Formula: n.F, Value: n.Cell()})
	return formula.Num{F: s.Mark(col, row), X: n.X, None: n.None}
}

// Say puts a sentence with live figures down; one without any is plain text.
func (s *Sheet) Say(col, row int, style look.Style, t formula.Text) formula.Text {
	c := Cell{Value: t.S}
	if t.Live {
		c.Formula = t.F
	}
	s.Set(col, row, style, c)
	return formula.Text{F: s.Mark(col, row), S: t.S, Live: true}
}

// Blank gives cells of a row a style and nothing else.
func (s *Sheet) Blank(from, to, row int, style look.Style) {
	for c := from; c <= to; c++ {
		s.Set(c, row, style, Cell{})
	}
}

// Section is a heading within a sheet, with a line below it.
func (s *Sheet) Section(row, from, to int, text string) {
	s.Blank(from, to, row, look.Section)
	s.Text(from, row, look.Section, text)
	s.Height(row, 20)
}

// Height sets a row's height in points.
func (s *Sheet) Height(row int, points float64) {
	for len(s.heights) < row {
		s.heights = append(s.heights, 0)
	}
	s.heights[row-1] = points
}

// Lines makes a row high enough for a text wrapped at about so many characters; a row
// cannot be higher than 409 points.
func (s *Sheet) Lines(row int, text string, chars int) {
	n := 0
	for _, line := range strings.Split(text, "\n") {
		n += 1 + (len([]rune(line))-1)/chars
	}
	for len(s.heights) < row {
		s.heights = append(s.heights, 0)
	}
	s.heights[row-1] = max(s.heights[row-1], min(5+13*float64(n), 409))
}

// Widths sets the widths of columns from the first on, in characters.
func (s *Sheet) Widths(from int, chars ...float64) {
	for i, w := range chars {
		s.Columns(from+i, from+i, w)
	}
}

// Columns sets one width for several columns.
func (s *Sheet) Columns(from, to int, chars float64) {
	if to >= from {
		s.book.Try(s.book.file.SetColWidth(s.Name, Col(from), Col(to), chars))
	}
}

// Merge joins cells of a row, or of a block, that have been put down.
func (s *Sheet) Merge(fromCol, fromRow, toCol, toRow int) {
	s.book.Try(s.book.file.MergeCell(s.Name, Ref(fromCol, fromRow), Ref(toCol, toRow)))
}

// Mark is a reference to a cell as formulas hold it until they are written: the sheet as a
// sign that no typed text has, so that a formula on the same sheet can do without its name.
func (s *Sheet) Mark(column, row int) string { return s.sign() + Ref(column, row) }

func (s *Sheet) sign() string { return string([]byte{1, byte('A' + s.number)}) }

// At is a reference to a cell whose value is known.
func (s *Sheet) At(column, row int) formula.Num {
	x, _ := s.Cell(column, row).Value.(float64)
	return formula.Num{F: s.Mark(column, row), X: x}
}

// Draw puts a chart on the sheet.
func (s *Sheet) Draw(c *Chart) {
	s.book.drawn++
	c.number = s.book.drawn
	s.charts = append(s.charts, c)
}

// Show puts a picture on the sheet; it can have one.
func (s *Sheet) Show(p *Picture) { s.picture = p }
