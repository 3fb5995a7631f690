// Package imports reads the exports of advertising and mailing platforms, and the tables that
// an accountant makes, into spend and results by channel and month.
package imports

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Limits of what is read: an export of this size has more rows than a plan has use for.
const (
	MostBytes   = 64 << 20
	MostRows    = 200_000
	MostColumns = 500
)

// Why a file could not be read as a table.
var (
	ErrTooLarge = errors.New("larger than an export")
	ErrNoTable  = errors.New("no table inside")
)

// ReadCSV reads a text with commas, semicolons or tabs between its cells, in UTF-8, in UTF-16
// as Google Ads writes it, or in the Windows code page of old exports. Rows may be of
// different lengths: exports begin with lines that are no table.
func ReadCSV(data []byte) ([][]string, error) {
	if len(data) > MostBytes {
		return nil, ErrTooLarge
	}
	text, err := decoded(data)
	if err != nil || strings.ContainsRune(text, 0) {
		return nil, ErrNoTable
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	r.TrimLeadingSpace = true
	var rows [][]string
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, ErrNoTable
		}
		if len(rows) == MostRows || len(row) > MostColumns {
			return nil, ErrTooLarge
		}
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil, ErrNoTable
	}
	return rows, nil
}

// decoded is a text in whatever it was written.
func decoded(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(out), err
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		return string(data[3:]), nil
	case utf8.Valid(data):
		return string(data), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(out), err
}

// separator is the sign between cells: the one that stands most evenly in the first lines.
func separator(text string) rune {
	lines := strings.SplitN(text, "\n", 31)
	best, most := ',', 0
	for _, sign := range []rune{'\t', ';', ','} {
		counts := map[int]int{}
		for _, line := range lines[:min(len(lines), 30)] {
			if n := strings.Count(line, string(sign)); n > 0 {
				counts[n]++
			}
		}
		for n, lines := range counts {
			if score := lines * min(n, 8); score > most {
				best, most = sign, score
			}
		}
	}
	return best
}
