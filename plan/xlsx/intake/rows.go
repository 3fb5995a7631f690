package intake

// A table: the first sheet of a workbook.

import (
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
)

// Limits of a table that is read out of a workbook.
const (
	mostRows    = 200_000
	mostColumns = 500
	mostTexts   = 400_000
	mostText    = 32767 // UTF-16 units in a cell
)

// Rows reads the first sheet of a workbook as rows of texts, empty rows included: the first is
// line 1 of the sheet. Numbers are written out with a dot before decimals, never with three of
// those (see number), and a day is a number. It is bounded like Open, and evaluates nothing.
func Rows(r io.ReaderAt, size int64) ([][]string, error) {
	b, err := Open(r, size)
	if err != nil {
		return nil, err
	}
	shared, err := b.allTexts()
	if err != nil {
		return nil, err
	}
	t := &table{shared: shared}
	err = b.walk(b.first, t)
	return t.rows, err
}

// allTexts are the shared texts of a workbook, if it has any.
func (b *Book) allTexts() ([]string, error) {
	const part = "xl/sharedStrings.xml"
	if _, ok := b.parts[part]; !ok {
		return nil, nil
	}
	t := &texts{}
	err := b.walk(part, t)
	return t.list, err
}

// texts collects the shared texts.
type texts struct {
	list   []string
	inText bool
	said   strings.Builder
}

func (x *texts) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "si":
		x.said.Reset()
	case "t":
		x.inText = true
	}
	return nil
}

func (x *texts) text(s string) error {
	if x.inText && x.said.Len() < mostText {
		x.said.WriteString(s)
	}
	return nil
}

func (x *texts) end(element string) error {
	switch element {
	case "t":
		x.inText = false
	case "si":
		if len(x.list) == mostTexts {
			return ErrHostile
		}
		x.list = append(x.list, x.said.String())
	}
	return nil
}

// table collects the rows of a sheet; cells that are not there are empty.
type table struct {
	shared []string
	rows   [][]string

	row     []string
	kind    string // of the cell that is being read
	column  int
	inValue bool
	value   strings.Builder
}

func (x *table) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		x.row = nil
		n, err := strconv.Atoi(attribute(t, "r"))
		for err == nil && n <= mostRows && len(x.rows) < n-1 {
			x.rows = append(x.rows, nil)
		}
	case "c":
		x.kind = attribute(t, "t")
		x.column = columnOf(attribute(t, "r"), len(x.row))
		x.value.Reset()
	case "v", "t":
		x.inValue = true
	}
	return nil
}

func (x *table) text(s string) error {
	if x.inValue && x.value.Len() < mostText {
		x.value.WriteString(s)
	}
	return nil
}

func (x *table) end(element string) error {
	switch element {
	case "v", "t":
		x.inValue = false
	case "c":
		x.keep(strings.TrimSpace(x.value.String()))
	case "row":
		if len(x.rows) == mostRows {
			return ErrHostile
		}
		x.rows = append(x.rows, x.row)
	}
	return nil
}

// keep puts a cell into its row.
func (x *table) keep(value string) {
	if x.column >= mostColumns {
		return
	}
	for len(x.row) <= x.column {
		x.row = append(x.row, "")
	}
	switch x.kind {
	case "", "n":
		value = number(value)
	case "s":
		i, err := strconv.Atoi(value)
		if value = ""; err == nil && i >= 0 && i < len(x.shared) {
			value = strings.TrimSpace(x.shared[i])
		}
	}
	x.row[x.column] = value
}

// number writes a number out so that its dot is not taken for a sign between thousands, which
// 1.234 leaves open: a workbook's numbers have none.
func number(text string) string {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		return text
	}
	text = strconv.FormatFloat(x, 'f', -1, 64)
	if i := strings.IndexByte(text, '.'); i >= 0 && len(text)-i == 4 {
		text += "0"
	}
	return text
}

// columnOf is the column of a reference, 0 being the first; next where there is none.
func columnOf(ref string, next int) int {
	n := 0
	for _, r := range ref {
		if r < 'A' || r > 'Z' || n > 20000 {
			break
		}
		n = 26*n + int(r-'A') + 1
	}
	if n == 0 {
		return next
	}
	return n - 1
}
