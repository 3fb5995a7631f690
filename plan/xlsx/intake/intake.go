// Package intake reads workbooks that anybody may have made: streaming, in bounded time and memory,
// and evaluating nothing. It knows no plan.
package intake

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"arringa/plan/xlsx/part"

	"github.com/xuri/excelize/v2"
)

// Why a workbook could not be read.
var (
	// ErrNotBook: no zip, or not of a workbook's parts.
	ErrNotBook = errors.New("not a workbook")
	// ErrHostile: more parts, deeper or longer than any workbook of this program.
	ErrHostile = errors.New("larger than a workbook of ours")
)

// What is read at most. The largest workbook of this program, forty channels over three
// years, has parts of 4 MB and a hundred thousand tags in one.
const (
	mostParts  = 2000
	mostBytes  = MostBytes // of a part, unpacked
	mostDepth  = 40
	mostTokens = 2_000_000 // in all
	mostRun    = 1 << 20   // from the end of one tag to that of the next
	mostNames  = 50_000

	// MostBytes is how long anything may be that was packed.
	MostBytes = 24 << 20
)

// mostCells is how many cells side by side one name may stand for.
const mostCells = 40

// Place is a cell of a sheet, or the first of some that stand side by side.
type Place struct {
	Sheet    string
	col, row int
}

// Cell is the reference of the i-th cell from the place on.
func (p Place) Cell(i int) string { return part.Ref(p.col+i, p.row) }

// Book is a workbook that is read: the few cells that are wanted.
type Book struct {
	parts  map[string]*zip.File
	sheets map[string]string // part by name
	first  string            // part of the first sheet
	names  map[string]Place
	tokens int // read so far
}

// Open reads which sheets and names a workbook has. It fails with ErrNotBook or ErrHostile.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, ErrNotBook
	}
	if len(z.File) > mostParts {
		return nil, ErrHostile
	}
	b := &Book{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		b.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	return b, b.contents()
}

// HasSheet reports whether a workbook has a sheet of a name.
func (b *Book) HasSheet(name string) bool {
	_, ok := b.sheets[name]
	return ok
}

// Named is where the cells of a name stand; false where there is no such name.
func (b *Book) Named(name string) (Place, bool) {
	at, ok := b.names[name]
	return at, ok
}

// contents reads which sheets and names there are.
func (b *Book) contents() error {
	b.sheets, b.names = map[string]string{}, map[string]Place{}
	parts := &relations{byID: map[string]string{}}
	if err := b.walk("xl/_rels/workbook.xml.rels", parts); err != nil {
		return err
	}
	return b.walk("xl/workbook.xml", &contents{book: b, parts: parts.byID})
}

// relations are the parts to which the workbook leads, by their ids.
type relations struct {
	visit
	byID map[string]string
}

func (r *relations) start(t xml.StartElement) error {
	if t.Name.Local == "Relationship" {
		target := strings.TrimPrefix(attribute(t, "Target"), "/xl/")
		r.byID[attribute(t, "Id")] = "xl/" + strings.TrimPrefix(target, "xl/")
	}
	return nil
}

// contents reads the sheets and names into a book.
type contents struct {
	book           *Book
	parts          map[string]string // by id
	name, refersTo string            // of the name that is being read
}

func (c *contents) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "sheet":
		for _, a := range t.Attr {
			if a.Name.Local == "id" {
				c.book.sheets[attribute(t, "name")] = c.parts[a.Value]
				if c.book.first == "" {
					c.book.first = c.parts[a.Value]
				}
			}
		}
	case "definedName":
		c.name, c.refersTo = attribute(t, "name"), ""
	}
	return nil
}

func (c *contents) text(s string) error {
	if c.name != "" && len(c.refersTo) < 500 {
		c.refersTo += s
	}
	return nil
}

func (c *contents) end(element string) error {
	if element != "definedName" {
		return nil
	}
	if at, ok := cellOf(c.refersTo); ok && len(c.book.names) < mostNames {
		c.book.names[c.name] = at
	}
	c.name = ""
	return nil
}

// cellOf reads 'Sheet'!$C$8, and the first cell of 'Sheet'!$C$8:$N$8.
func cellOf(refers string) (Place, bool) {
	sheet, cell, ok := cutLast(refers, "!")
	if !ok {
		return Place{}, false
	}
	sheet = strings.TrimPrefix(sheet, "$")
	if strings.HasPrefix(sheet, "'") && strings.HasSuffix(sheet, "'") && len(sheet) > 1 {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	first, _, _ := strings.Cut(strings.ReplaceAll(cell, "$", ""), ":")
	column, row, err := excelize.CellNameToCoordinates(first)
	return Place{sheet, column, row}, err == nil && column+mostCells <= part.MostColumns
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
