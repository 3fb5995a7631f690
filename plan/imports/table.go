// Package imports reads the exports of advertising and mailing platforms, and the tables that
// an accountant makes, into spend and results by channel and month.
package imports

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Limits of what is read: an export of this size has more rows than a plan has use for.
const (
	MostBytes   = 64 << 20
	MostRows    = 200_000
	MostColumns = 500
	mostLine    = 1 << 20 // bytes
	headBytes   = 64 << 10
)

// Why a file could not be read as a table.
var (
	ErrTooLarge = errors.New("larger than an export")
	ErrNoTable  = errors.New("no table inside")
)

// Table is the rows of a file. They are read anew each time they are asked for, one after
// another: a large export is never whole in memory.
type Table struct {
	rows func(each func(Row) error) error
}

// Row is a row of a table.
type Row struct {
	Line   int      // of the file where it begins, 1 being the first
	Cells  []string // without the blanks around them; good until the next row
	Broken bool     // a quote opens here and never closes: there are no cells
}

// errEnough ends the reading of rows early.
var errEnough = errors.New("enough")

// Sheet is a table of rows that are there already, as a workbook gives them.
func Sheet(rows [][]string) Table {
	return Table{func(each func(Row) error) error {
		for i, cells := range rows {
			if err := each(Row{Line: i + 1, Cells: cells}); err != nil {
				return err
			}
		}
		return nil
	}}
}

// CSV is the table in a text of size bytes with commas, semicolons or tabs between its cells,
// in UTF-8, in UTF-16 as Google Ads writes it, or in the Windows code page of old exports.
// Rows may be of different lengths: exports begin with lines that are no table. The error is
// ErrTooLarge or ErrNoTable, or why r could not be read; the rows themselves are read later.
func CSV(r io.ReaderAt, size int64) (Table, error) {
	if size > MostBytes {
		return Table{}, ErrTooLarge
	}
	open := func() io.Reader { return io.NewSectionReader(r, 0, size) }
	written, err := lookThrough(open())
	if err != nil {
		return Table{}, err
	}
	head := make([]byte, headBytes)
	n, err := io.ReadFull(written.decode(open()), head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return Table{}, ErrNoTable
	}
	if text := head[:n]; len(bytes.TrimSpace(text)) == 0 || bytes.IndexByte(text, 0) >= 0 {
		return Table{}, ErrNoTable
	}
	sign, columns := separator(string(head[:n]))
	return Table{func(each func(Row) error) error {
		return newCells(written.decode(open()), sign, columns).all(each)
	}}, nil
}

// script is how a text is written.
type script int

const (
	inUTF8 script = iota
	inUTF16
	inWindows1252
)

// decode is a text as UTF-8.
func (s script) decode(r io.Reader) io.Reader {
	switch s {
	case inUTF16:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case inWindows1252:
		return transform.NewReader(r, charmap.Windows1252.NewDecoder())
	}
	return transform.NewReader(r, unicode.UTF8BOM.NewDecoder())
}

// lookThrough reads all of a text to find out how it is written.
func lookThrough(r io.Reader) (script, error) {
	written, first, kept := inUTF8, true, 0
	buf := make([]byte, headBytes)
	for {
		n, err := io.ReadAtLeast(r, buf[kept:], 1)
		data := buf[:kept+n]
		if first && (bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})) {
			return inUTF16, nil
		}
		first = false
		if bytes.IndexByte(data, 0) >= 0 {
			return 0, ErrNoTable
		}
		whole := len(data)
		if err == nil {
			whole = wholeRunes(data)
		}
		if !utf8.Valid(data[:whole]) {
			written = inWindows1252
		}
		kept = copy(buf, data[whole:])
		if err == io.EOF {
			return written, nil
		}
		if err != nil {
			return 0, err
		}
	}
}

// wholeRunes is how many bytes of data come before a letter that is cut off at the end.
func wholeRunes(data []byte) int {
	for i := len(data) - 1; i >= 0 && i > len(data)-utf8.UTFMax; i-- {
		if utf8.RuneStart(data[i]) {
			if !utf8.FullRune(data[i:]) {
				return i
			}
			break
		}
	}
	return len(data)
}

// separator is the sign between cells, the one that stands most evenly in the first lines,
// and how many cells most of these lines have.
func separator(text string) (sign byte, columns int) {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	best, usual, most := byte(','), 0, 0
	for _, sign := range []byte{'\t', ';', ','} {
		counts := map[int]int{}
		for _, line := range lines[:min(len(lines), 30)] {
			cells := split(nil, line, sign).cells
			if n := len(cells) - 1; n > 0 {
				counts[n]++
			}
		}
		for n, lines := range counts {
			if score := lines * min(n, 8); score > most || score == most && sign == best && n > usual {
				best, usual, most = sign, n, score
			}
		}
	}
	return best, usual + 1
}
