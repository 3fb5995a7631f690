package part

// The cells as the file has them. excelize cannot write a formula with the value that Go computed,
// of its type and in full: SetCellFormula after SetCellValue makes a text of a number, and numbers
// are cut after fifteen digits. So the sheets go through excelize empty, and their data are put in
// when the file is packed.

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// resolve puts the names of sheets into a formula that excelize is to hold.
func resolve(s *Sheet, f string) string {
	var b bytes.Buffer
	writeFormula(&b, s, f, func(b *bytes.Buffer, text string) { b.WriteString(text) })
	return b.String()
}

// writeFormula writes a formula with its references put right.
func writeFormula(b *bytes.Buffer, s *Sheet, f string, write func(*bytes.Buffer, string)) {
	for {
		i := strings.IndexByte(f, 1)
		if i < 0 {
			write(b, f)
			return
		}
		write(b, f[:i])
		if n := int(f[i+1] - 'A'); n != s.number {
			write(b, s.book.sheets[n].prefix)
		}
		f = f[i+2:]
	}
}

// share puts the texts of a sheet among the shared ones, and guesses how long its data are.
func share(s *Sheet, shared *sharedStrings) {
	s.size = 100
	for _, row := range s.rows {
		for _, c := range row {
			s.size += 60 + len(c.Formula)*3/2
			if v, ok := c.Value.(string); ok && c.Formula == "" {
				shared.add(v)
			}
		}
	}
}

// dataOf writes the sheetData of a sheet.
func dataOf(s *Sheet, shared *sharedStrings) []byte {
	var b bytes.Buffer
	b.Grow(s.size)
	b.WriteString("<sheetData>")
	for i := range max(len(s.rows), len(s.heights)) {
		var cells []Cell
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
			if x != (Cell{}) {
				writeCell(&b, s, x, columnNames[c], i+1, shared)
			}
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	return b.Bytes()
}

// writeCell writes a cell with its formula and its value, typed.
func writeCell(b *bytes.Buffer, s *Sheet, c Cell, column string, row int, shared *sharedStrings) {
	b.WriteString(`<c r="`)
	b.WriteString(column)
	writeInt(b, row)
	b.WriteString(`" s="`)
	writeInt(b, c.style)
	if c.Value == nil {
		b.WriteString(`"/>`)
		return
	}
	b.WriteString(c.kind())
	if c.Formula != "" {
		b.WriteString("<f>")
		writeFormula(b, s, c.Formula, escape)
		b.WriteString("</f>")
	}
	b.WriteString("<v>")
	c.writeValue(b, shared)
	b.WriteString("</v></c>")
}

// kind is the end of a cell's tag: of which type its value is.
func (c Cell) kind() string {
	switch v := c.Value.(type) {
	case float64:
		if unreal(v) {
			return `" t="e">`
		}
		return `">`
	case string:
		if c.Formula != "" {
			return `" t="str">`
		}
		return `" t="s">`
	}
	return `" t="b">`
}

func (c Cell) writeValue(b *bytes.Buffer, shared *sharedStrings) {
	switch v := c.Value.(type) {
	case float64:
		if unreal(v) {
			b.WriteString("#NUM!")
			return
		}
		b.Write(strconv.AppendFloat(b.AvailableBuffer(), v, 'g', -1, 64))
	case string:
		if c.Formula != "" {
			escape(b, Clean(v))
			return
		}
		writeInt(b, shared.index[v])
	case bool:
		writeInt(b, flag(v))
	}
}

func unreal(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }

func writeInt(b *bytes.Buffer, n int) { b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(n), 10)) }

// flag is how XML says whether.
func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}
