package intake

// A table: the first sheet of a workbook.

import (
	"encoding/xml"
	"io"
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

// Rows reads the first sheet of a workbook as rows of texts, numbers as they are written in
// the file (a day is a number). It is bounded like Open, and evaluates nothing.
func Rows(r io.ReaderAt, size int64) ([][]string, error) {
	b, err := Open(r, size)
	if err != nil {
		return nil, err
	}
	shared, err := b.allTexts()
	if err != nil {
		return nil, err
	}
	return b.table(b.first, shared)
}

// allTexts are the shared texts of a workbook, if it has any.
func (b *Book) allTexts() ([]string, error) {
	const part = "xl/sharedStrings.xml"
	if _, ok := b.parts[part]; !ok {
		return nil, nil
	}
	var list []string
	var text strings.Builder
	inText := false
	err := b.walk(part, func(t xml.StartElement) error {
		switch t.Name.Local {
		case "si":
			text.Reset()
		case "t":
			inText = true
		}
		return nil
	}, func(s string) error {
		if inText && text.Len() < mostText {
			text.WriteString(s)
		}
		return nil
	}, func(element string) error {
		switch element {
		case "t":
			inText = false
		case "si":
			if len(list) == mostTexts {
				return ErrHostile
			}
			list = append(list, text.String())
		}
		return nil
	})
	return list, err
}

// table reads the rows of a sheet; cells that are not there are empty.
func (b *Book) table(part string, shared []string) ([][]string, error) {
	var rows [][]string
	var row []string
	var text strings.Builder
	kind, column, inValue := "", 0, false
	err := b.walk(part, func(t xml.StartElement) error {
		switch t.Name.Local {
		case "row":
			row = nil
		case "c":
			kind = attribute(t, "t")
			column = columnOf(attribute(t, "r"), len(row))
			text.Reset()
		case "v", "t":
			inValue = true
		}
		return nil
	}, func(s string) error {
		if inValue && text.Len() < mostText {
			text.WriteString(s)
		}
		return nil
	}, func(element string) error {
		switch element {
		case "v", "t":
			inValue = false
		case "c":
			if column >= mostColumns {
				return nil
			}
			for len(row) <= column {
				row = append(row, "")
			}
			row[column] = strings.TrimSpace(text.String())
			if kind == "s" {
				row[column] = ""
				if i, err := strconv.Atoi(strings.TrimSpace(text.String())); err == nil && i >= 0 && i < len(shared) {
					row[column] = strings.TrimSpace(shared[i])
				}
			}
		case "row":
			if len(rows) == mostRows {
				return ErrHostile
			}
			rows = append(rows, row)
		}
		return nil
	})
	return rows, err
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
