package xlsx

import (
	"arringa/plan/xlsx/look"
	"bytes"
	"math"
	"strconv"
	"strings"
)

// cell is what stands in a cell: a value, and the formula that makes it, if one does.
type cell struct {
	style   int
	formula string // without the sign of equality
	value   any    // nil, float64, string or bool
}

// sheet is a page of the book: its cells are kept here, and the rest (widths, merges,
// print set-up) is excelize's. Cells are written when the file is packed, because excelize
// cannot write a formula with the value that Go computed, of its type and in full.
type sheet struct {
	*book
	id      string // as the plan names it: see Pages
	name    string // as the tab says it
	prefix  string // of references to it: 'Leve'!
	number  int    // place among the sheets, from 0
	rows    [][]cell
	heights []float64
	width   int // columns in use
	size    int // of the data, in bytes, about
	charts  []*chart
	limits  []limit
	sliders []string // the cells that they move
}

// set puts a cell down; columns and rows begin at 1.
func (s *sheet) set(col, row int, c cell) {
	for len(s.rows) < row {
		s.rows = append(s.rows, nil)
	}
	r := s.rows[row-1]
	for len(r) < col {
		r = append(r, cell{})
	}
	r[col-1] = c
	s.rows[row-1], s.width = r, max(s.width, col)
}

// cell is what was put down.
func (s *sheet) cell(col, row int) cell {
	if row > len(s.rows) || col > len(s.rows[row-1]) {
		return cell{}
	}
	return s.rows[row-1][col-1]
}

// text puts a text down.
func (s *sheet) text(col, row int, style look.Style, v string) {
	s.set(col, row, cell{style: s.style(style), value: v})
}

// value puts a number down that is nobody's result.
func (s *sheet) value(col, row int, style look.Style, v float64) num {
	s.set(col, row, cell{style: s.style(style), value: v})
	return num{f: s.mark(col, row), x: v}
}

// num puts a formula with its value down, and is the cell for further formulas.
func (s *sheet) num(col, row int, style look.Style, n num) num {
	s.set(col, row, cell{style: s.style(style), formula: n.f, value: n.value()})
	return num{f: s.mark(col, row), x: n.x, none: n.none}
}

// say puts a sentence with live figures down; one without any is plain text.
func (s *sheet) say(col, row int, style look.Style, t text) text {
	c := cell{style: s.style(style), value: t.s}
	if t.live {
		c.formula = t.f
	}
	s.set(col, row, c)
	return text{f: s.mark(col, row), s: t.s, live: true}
}

// blank gives cells of a row a style and nothing else.
func (s *sheet) blank(from, to, row int, style look.Style) {
	for c := from; c <= to; c++ {
		s.set(c, row, cell{style: s.style(style)})
	}
}

// height sets a row's height in points.
func (s *sheet) height(row int, points float64) {
	for len(s.heights) < row {
		s.heights = append(s.heights, 0)
	}
	s.heights[row-1] = points
}

// lines makes a row high enough for a text wrapped at about so many characters; a row
// cannot be higher than 409 points.
func (s *sheet) lines(row int, text string, chars int) {
	n := 0
	for _, line := range strings.Split(text, "\n") {
		n += 1 + (len([]rune(line))-1)/chars
	}
	for len(s.heights) < row {
		s.heights = append(s.heights, 0)
	}
	s.heights[row-1] = max(s.heights[row-1], min(5+13*float64(n), 409))
}

// widths sets the widths of columns from the first on, in characters.
func (s *sheet) widths(from int, chars ...float64) {
	for i, w := range chars {
		s.try(s.file.SetColWidth(s.name, col(from+i), col(from+i), w))
	}
}

// columns sets one width for several columns.
func (s *sheet) columns(from, to int, chars float64) {
	if to >= from {
		s.try(s.file.SetColWidth(s.name, col(from), col(to), chars))
	}
}

// merge joins cells of a row, or of a block, that have been put down.
func (s *sheet) merge(fromCol, fromRow, toCol, toRow int) {
	s.try(s.file.MergeCell(s.name, ref(fromCol, fromRow), ref(toCol, toRow)))
}

// mark is a reference to a cell as formulas hold it until they are written: the sheet as a
// sign that no typed text has, so that a formula on the same sheet can do without its name.
func (s *sheet) mark(column, row int) string {
	return string([]byte{1, byte('A' + s.number)}) + ref(column, row)
}

// at is a reference to a cell whose value is known.
func (s *sheet) at(column, row int) num {
	x, _ := s.cell(column, row).value.(float64)
	return num{f: s.mark(column, row), x: x}
}

// span is a range of cells of a sheet.
type span struct {
	s              *sheet
	c1, r1, c2, r2 int
}

// String is the range as formulas hold it.
func (p span) String() string {
	return string([]byte{1, byte('A' + p.s.number)}) + abs(p.c1, p.r1) + ":" + abs(p.c2, p.r2)
}

// plain is the range with its sheet's name, for names, lists and charts.
func (p span) plain() string {
	at := quoted(p.s.name) + "!" + abs(p.c1, p.r1)
	if p.c1 != p.c2 || p.r1 != p.r2 {
		at += ":" + abs(p.c2, p.r2)
	}
	return at
}

// local is the range without its sheet: A1:C3.
func (p span) local() string { return ref(p.c1, p.r1) + ":" + ref(p.c2, p.r2) }

// line is cells of a row, stack is cells of a column, block is both.
func (s *sheet) line(from, to, row int) span   { return span{s, from, row, to, row} }
func (s *sheet) stack(col, from, to int) span  { return span{s, col, from, col, to} }
func (s *sheet) block(c1, r1, c2, r2 int) span { return span{s, c1, r1, c2, r2} }

// resolve puts the names of sheets into a formula that excelize is to hold.
func (s *sheet) resolve(f string) string {
	var b bytes.Buffer
	s.writeFormula(&b, f, func(b *bytes.Buffer, text string) { b.WriteString(text) })
	return b.String()
}

// writeFormula writes a formula with its references put right.
func (s *sheet) writeFormula(b *bytes.Buffer, f string, write func(*bytes.Buffer, string)) {
	for {
		i := strings.IndexByte(f, 1)
		if i < 0 {
			write(b, f)
			return
		}
		write(b, f[:i])
		if n := int(f[i+1] - 'A'); n != s.number {
			write(b, s.sheets[n].prefix)
		}
		f = f[i+2:]
	}
}

func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

func col(n int) string { return columnNames[n-1] }

// columnNames are the names of as many columns as a book may need: A, B… ZZ.
var columnNames = func() []string {
	var names []string
	for first := 'A' - 1; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			names = append(names, strings.TrimPrefix(string(first), "@")+string(second))
		}
	}
	return names
}()

func ref(column, row int) string { return col(column) + strconv.Itoa(row) }
func abs(column, row int) string { return "$" + col(column) + "$" + strconv.Itoa(row) }

// share puts the texts of a sheet among the shared ones, and guesses how long its data are.
func (s *sheet) share(shared *sharedStrings) {
	s.size = 100
	for _, row := range s.rows {
		for _, c := range row {
			s.size += 60 + len(c.formula)*3/2
			if v, ok := c.value.(string); ok && c.formula == "" {
				shared.add(v)
			}
		}
	}
}

// data writes the sheetData of a sheet.
func (s *sheet) data(shared *sharedStrings) []byte {
	var b bytes.Buffer
	b.Grow(s.size)
	b.WriteString("<sheetData>")
	for i := range max(len(s.rows), len(s.heights)) {
		var cells []cell
		height := 0.0
		if i < len(s.rows) {
			cells = s.rows[i]
		}
		if i < len(s.heights) {
			height = s.heights[i]
		}
		if len(cells) == 0 && height == 0 {
			continue
		}
		b.WriteString(`<row r="` + strconv.Itoa(i+1) + `"`)
		if height > 0 {
			b.WriteString(` ht="` + strconv.FormatFloat(height, 'f', -1, 64) + `" customHeight="1"`)
		}
		b.WriteByte('>')
		for c, x := range cells {
			if x != (cell{}) {
				s.write(&b, x, columnNames[c], i+1, shared)
			}
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	return b.Bytes()
}

// write writes a cell with its formula and its value, typed.
func (s *sheet) write(b *bytes.Buffer, c cell, column string, row int, shared *sharedStrings) {
	number := func(n int) { b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(n), 10)) }
	b.WriteString(`<c r="`)
	b.WriteString(column)
	number(row)
	b.WriteString(`" s="`)
	number(c.style)
	if c.value == nil {
		b.WriteString(`"/>`)
		return
	}
	text, isText := c.value.(string)
	x, isNumber := c.value.(float64)
	wrong := isNumber && (math.IsNaN(x) || math.IsInf(x, 0))
	switch {
	case wrong:
		b.WriteString(`" t="e">`)
	case isNumber:
		b.WriteString(`">`)
	case isText && c.formula != "":
		b.WriteString(`" t="str">`)
	case isText:
		b.WriteString(`" t="s">`)
	default:
		b.WriteString(`" t="b">`)
	}
	if c.formula != "" {
		b.WriteString("<f>")
		s.writeFormula(b, c.formula, escape)
		b.WriteString("</f>")
	}
	b.WriteString("<v>")
	switch {
	case wrong:
		b.WriteString("#NUM!")
	case isNumber:
		b.Write(strconv.AppendFloat(b.AvailableBuffer(), x, 'g', -1, 64))
	case isText && c.formula != "":
		escape(b, clean(text))
	case isText:
		number(shared.index[text])
	default:
		on, _ := c.value.(bool)
		number(int(flag(on)))
	}
	b.WriteString("</v></c>")
}
