package xlsx

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// cell is what stands in a cell: a value, and the formula that makes it, if one does.
type cell struct {
	style   int
	formula string // without the sign of equality
	value   any    // nil, float64, string or bool
}

// sheet is a page of the book: its cells are kept here, and the rest (widths, merges,
// print set-up, charts) is excelize's. Cells are written by writeCells when the file is
// packed, because excelize cannot write a formula with the value that Go computed, of its
// type and in full.
type sheet struct {
	*book
	name    string
	rows    map[int]map[int]cell
	heights map[int]float64
	last    [2]int // column and row of the last cell
}

// set puts a cell down; columns and rows begin at 1.
func (s *sheet) set(col, row int, c cell) {
	r := s.rows[row]
	if r == nil {
		r = map[int]cell{}
		s.rows[row] = r
	}
	r[col] = c
	s.last = [2]int{max(s.last[0], col), max(s.last[1], row)}
}

// text, number and formula put a value down in a style.
func (s *sheet) text(col, row int, style string, v string) {
	s.set(col, row, cell{style: s.style(style), value: v})
}

func (s *sheet) number(col, row int, style string, v float64) {
	s.set(col, row, cell{style: s.style(style), value: v})
}

// formula puts a formula down with the value that Go computed for it.
func (s *sheet) formula(col, row int, style, formula string, v any) {
	s.set(col, row, cell{style: s.style(style), formula: formula, value: v})
}

// blank gives a cell a style and nothing else.
func (s *sheet) blank(col, row int, style string) {
	s.set(col, row, cell{style: s.style(style)})
}

// height sets a row's height in points.
func (s *sheet) height(row int, points float64) {
	s.heights[row] = points
	s.try(s.file.SetRowHeight(s.name, row, points))
}

// width sets the width of columns, in characters.
func (s *sheet) width(from, to int, chars float64) {
	s.try(s.file.SetColWidth(s.name, col(from), col(to), chars))
}

// merge joins cells that have been put down.
func (s *sheet) merge(fromCol, fromRow, toCol, toRow int) {
	s.try(s.file.MergeCell(s.name, ref(fromCol, fromRow), ref(toCol, toRow)))
}

// at is a reference to a cell of the sheet from another one, which never moves.
func (s *sheet) at(column, row int) string {
	return quoted(s.name) + "!" + abs(column, row)
}

// span is a reference to a range of the sheet.
func (s *sheet) span(fromCol, fromRow, toCol, toRow int) string {
	return quoted(s.name) + "!" + abs(fromCol, fromRow) + ":" + abs(toCol, toRow)
}

func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

func col(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		panic(err)
	}
	return name
}

func ref(column, row int) string { return col(column) + strconv.Itoa(row) }
func abs(column, row int) string { return "$" + col(column) + "$" + strconv.Itoa(row) }

// strings keeps each text once, in the order in which they were met.
type sharedStrings struct {
	index map[string]int
	list  []string
	uses  int
}

func (t *sharedStrings) of(s string) int {
	t.uses++
	if i, ok := t.index[s]; ok {
		return i
	}
	t.index[s] = len(t.list)
	t.list = append(t.list, s)
	return len(t.list) - 1
}

// part writes xl/sharedStrings.xml.
func (t *sharedStrings) part() []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="` +
		strconv.Itoa(t.uses) + `" uniqueCount="` + strconv.Itoa(len(t.list)) + `">`)
	for _, s := range t.list {
		b.WriteString(`<si><t xml:space="preserve">`)
		escape(&b, s)
		b.WriteString(`</t></si>`)
	}
	b.WriteString(`</sst>`)
	return b.Bytes()
}

// mostText is how many UTF-16 units a cell holds.
const mostText = 32767

// clean makes a text fit for a cell: no control characters, not too long, and nothing that
// a reader would take for an escaped character (_x0041_).
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20 || r == 0xfffe || r == 0xffff || r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	for i := 0; i+7 <= len(s); i++ {
		if s[i] == '_' && s[i+1] == 'x' && isHex(s[i+2:i+6]) && s[i+6] == '_' {
			s = s[:i] + "_x005F" + s[i:]
			i += 6
		}
	}
	if len(s) > mostText {
		units := utf16.Encode([]rune(s))
		if len(units) > mostText {
			s = strings.TrimSuffix(string(utf16.Decode(units[:mostText-1])), "\ufffd") + "…"
		}
	}
	return s
}

func isHex(s string) bool {
	_, err := strconv.ParseUint(s, 16, 32)
	return err == nil
}

func escape(b *bytes.Buffer, s string) {
	for i := range len(s) {
		switch c := s[i]; c {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '"':
			b.WriteString("&quot;")
		default:
			b.WriteByte(c)
		}
	}
}

// cells writes the sheetData of a sheet.
func (s *sheet) cells(shared *sharedStrings) []byte {
	var b bytes.Buffer
	b.WriteString("<sheetData>")
	for row := 1; row <= s.last[1] || row <= s.lastHeight(); row++ {
		cells, height := s.rows[row], s.heights[row]
		if len(cells) == 0 && height == 0 {
			continue
		}
		b.WriteString(`<row r="` + strconv.Itoa(row) + `"`)
		if height > 0 {
			b.WriteString(` ht="` + strconv.FormatFloat(height, 'f', -1, 64) + `" customHeight="1"`)
		}
		b.WriteByte('>')
		for c := 1; c <= s.last[0]; c++ {
			if x, ok := cells[c]; ok {
				x.write(&b, ref(c, row), shared)
			}
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	return b.Bytes()
}

func (s *sheet) lastHeight() int {
	last := 0
	for row := range s.heights {
		last = max(last, row)
	}
	return last
}

// write writes a cell with its formula and its value, typed.
func (c cell) write(b *bytes.Buffer, ref string, shared *sharedStrings) {
	b.WriteString(`<c r="` + ref + `" s="` + strconv.Itoa(c.style) + `"`)
	formula := func() {
		if c.formula != "" {
			b.WriteString("<f>")
			escape(b, c.formula)
			b.WriteString("</f>")
		}
	}
	switch v := c.value.(type) {
	case nil:
		if c.formula == "" {
			b.WriteString("/>")
			return
		}
		b.WriteByte('>')
		formula()
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			b.WriteString(` t="e">`)
			formula()
			b.WriteString("<v>#NUM!</v>")
			break
		}
		b.WriteByte('>')
		formula()
		b.WriteString("<v>" + strconv.FormatFloat(v, 'g', -1, 64) + "</v>")
	case bool:
		b.WriteString(` t="b">`)
		formula()
		b.WriteString("<v>" + map[bool]string{true: "1", false: "0"}[v] + "</v>")
	case string:
		if c.formula != "" {
			b.WriteString(` t="str">`)
			formula()
			b.WriteString("<v>")
			escape(b, clean(v))
			b.WriteString("</v>")
			break
		}
		b.WriteString(` t="s"><v>` + strconv.Itoa(shared.of(clean(v))) + "</v>")
	}
	b.WriteString("</c>")
}
