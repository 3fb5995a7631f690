// Tables read line by line, with quotes that may have gone wrong.

package imports

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// How long a cell in quotes may be, and how many quotes may be broken before a file is no
// table: what is in doubt is kept in memory and read twice.
const (
	mostQuotedLines = 50
	mostQuotedBytes = 64 << 10
	mostBroken      = 1000
)

// cells reads rows out of a text, line by line.
type cells struct {
	in      *bufio.Reader
	sign    byte
	columns int // that most rows have; 1 or less: not known
	line    int // the last one read
	again   []string
	broken  int
	row     []string
}

func newCells(r io.Reader, sign byte, columns int) *cells {
	return &cells{in: bufio.NewReaderSize(r, headBytes), sign: sign, columns: columns}
}

// all gives every row, empty lines left out.
func (c *cells) all(each func(Row) error) error {
	for {
		text, err := c.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if c.line > MostRows {
			return ErrTooLarge
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		row, err := c.read(text)
		if err != nil {
			return err
		}
		if err := each(row); err != nil {
			return err
		}
	}
}

// next is the next line without its end, which may be LF, CR LF or CR alone.
func (c *cells) next() (string, error) {
	c.line++
	if len(c.again) > 0 {
		text := c.again[0]
		c.again = c.again[1:]
		return text, nil
	}
	var long []byte // what came before, of a line longer than the buffer
	for {
		if _, err := c.in.Peek(1); err != nil {
			if err == io.EOF && len(long) > 0 {
				return string(long), nil
			}
			return "", err
		}
		chunk, _ := c.in.Peek(c.in.Buffered())
		end := bytes.IndexByte(chunk, '\n')
		if end < 0 {
			end = len(chunk)
		}
		if i := bytes.IndexByte(chunk[:end], '\r'); i >= 0 {
			end = i
		}
		if len(long)+end > mostLine {
			return "", ErrTooLarge
		}
		if end == len(chunk) {
			long = append(long, chunk...)
			c.in.Discard(end)
			continue
		}
		text := string(append(long, chunk[:end]...))
		c.pass(end, chunk[end] == '\r')
		return text, nil
	}
}

// pass goes on behind the end of a line.
func (c *cells) pass(end int, carriage bool) {
	c.in.Discard(end + 1)
	if after, _ := c.in.Peek(1); carriage && len(after) > 0 && after[0] == '\n' {
		c.in.Discard(1)
	}
}

// read is the row that begins with a line. A cell in quotes may go on over lines; where its
// quote is broken the lines after the first are read again as rows of their own.
func (c *cells) read(text string) (Row, error) {
	first := c.line
	s := split(c.row[:0], text, c.sign)
	if s.closed && !(s.loose && c.columns > 1 && len(s.cells) != c.columns) {
		c.row = s.cells
		if len(s.cells) > MostColumns {
			return Row{}, ErrTooLarge
		}
		return Row{Line: first, Cells: s.cells}, nil
	}
	lines := []string{text}
	for !s.closed && len(lines) < mostQuotedLines && len(text) < mostQuotedBytes {
		more, err := c.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return Row{}, err
		}
		lines = append(lines, more)
		text += "\n" + more
		s = split(s.cells[:0], text, c.sign)
	}
	if s.closed && !s.loose && !c.eachARow(lines) && len(s.cells) <= MostColumns {
		return Row{Line: first, Cells: s.cells}, nil
	}
	if c.broken++; c.broken > mostBroken {
		return Row{}, ErrNoTable
	}
	c.again = append(lines[1:len(lines):len(lines)], c.again...)
	c.line = first
	return Row{Line: first, Broken: true}, nil
}

// eachARow reports whether every one of several lines has as many cells as a row of the table:
// then they are rows, and the quote around them is broken.
func (c *cells) eachARow(lines []string) bool {
	if c.columns < 2 {
		return false
	}
	for _, line := range lines {
		if strings.Count(line, string(rune(c.sign))) < c.columns-1 {
			return false
		}
	}
	return true
}

// parts is a line cut into cells.
type parts struct {
	cells  []string
	closed bool // no quote is open at the end
	loose  bool // something stands behind a closing quote
}

// split cuts a text into cells, adding them to list. A quote counts at the beginning of a cell
// only; two of them inside are one.
func split(list []string, text string, sign byte) parts {
	out := parts{cells: list, closed: true}
	for {
		cell := strings.TrimLeft(text, " \u00a0")
		if len(cell) == 0 || cell[0] != '"' {
			i := strings.IndexByte(text, sign)
			if i < 0 {
				out.cells = append(out.cells, strings.TrimSpace(text))
				return out
			}
			out.cells = append(out.cells, strings.TrimSpace(text[:i]))
			text = text[i+1:]
			continue
		}
		inside, rest, closed, loose := quoted(cell[1:], sign)
		out.cells = append(out.cells, strings.TrimSpace(inside))
		out.loose = out.loose || loose
		if !closed {
			out.closed = false
			return out
		}
		if rest == "" {
			return out
		}
		text = rest[1:]
	}
}

// quoted is a cell up to its closing quote, and what follows from the next sign on.
func quoted(text string, sign byte) (inside, rest string, closed, loose bool) {
	doubled := false
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '"')
		if i < 0 {
			return text, "", false, loose
		}
		i += at
		after := strings.TrimLeft(text[i+1:], " ")
		switch {
		case strings.HasPrefix(text[i+1:], `"`):
			doubled, at = true, i+2
		case after == "" || after[0] == sign:
			if inside = text[:i]; doubled {
				inside = strings.ReplaceAll(inside, `""`, `"`)
			}
			return inside, after, true, loose
		default:
			loose, at = true, i+1
		}
	}
}
