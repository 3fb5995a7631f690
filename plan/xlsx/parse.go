package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// What is read at most. The largest workbook of this program, forty channels over three
// years, has parts of 4 MB and a hundred thousand tags in one.
const (
	mostParts  = 2000
	mostBytes  = 24 << 20 // of a part, unpacked
	mostDepth  = 40
	mostTokens = 2_000_000 // in all
	mostRun    = 1 << 20   // from the end of one tag to that of the next
	mostNames  = 50_000
	mostChunks = 200
)

// place is a cell of a sheet, or the first of some that stand side by side.
type place struct {
	sheet    string
	col, row int
}

// cell is the reference of the i-th cell from the place on.
func (p place) cell(i int) string { return ref(p.col+i, p.row) }

// reader reads the few cells that are wanted, streaming, from a file that anybody may have
// made.
type reader struct {
	parts  map[string]*zip.File
	sheets map[string]string // part by name
	first  string            // part of the first sheet
	names  map[string]place
	tokens int // read so far
}

// tags is a part on its way to the decoder, which would keep a tag of any length.
type tags struct {
	io.Reader
	run  int // since the last tag ended
	left int // of the part
}

func (t *tags) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p)
	if t.left -= n; t.left < 0 {
		return 0, ErrHostile
	}
	if at := bytes.LastIndexByte(p[:n], '>'); at >= 0 {
		t.run = n - at
	} else if t.run += n; t.run > mostRun {
		return 0, ErrHostile
	}
	return n, err
}

// walk streams the elements of a part. visit gets each start with its attributes and the text
// of its own that follows; it ends the walk with io.EOF.
func (b *reader) walk(part string, start func(xml.StartElement) error, text func(string) error, end func(string) error) error {
	f, ok := b.parts[part]
	if !ok {
		return ErrNotBook
	}
	if f.UncompressedSize64 > mostBytes {
		return ErrHostile
	}
	r, err := f.Open()
	if err != nil {
		return ErrNotBook
	}
	defer func() { _ = r.Close() }()
	d := xml.NewDecoder(&tags{Reader: r, left: mostBytes})
	for depth := 0; b.tokens < mostTokens; b.tokens++ {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if errors.Is(err, ErrHostile) {
			return ErrHostile
		}
		if err != nil {
			return ErrNotBook
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > mostDepth {
				return ErrHostile
			}
			err = start(t)
		case xml.EndElement:
			depth--
			err = end(t.Name.Local)
		case xml.CharData:
			err = text(string(t))
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return ErrHostile
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// contents reads which sheets and names there are.
func (b *reader) contents() error {
	b.sheets, b.names = map[string]string{}, map[string]place{}
	byID := map[string]string{}
	nothing := func(string) error { return nil }
	err := b.walk("xl/_rels/workbook.xml.rels", func(t xml.StartElement) error {
		if t.Name.Local == "Relationship" {
			target := strings.TrimPrefix(attribute(t, "Target"), "/xl/")
			byID[attribute(t, "Id")] = "xl/" + strings.TrimPrefix(target, "xl/")
		}
		return nil
	}, nothing, nothing)
	if err != nil {
		return err
	}
	name, refers := "", ""
	return b.walk("xl/workbook.xml", func(t xml.StartElement) error {
		switch t.Name.Local {
		case "sheet":
			for _, a := range t.Attr {
				if a.Name.Local == "id" {
					b.sheets[attribute(t, "name")] = byID[a.Value]
					if b.first == "" {
						b.first = byID[a.Value]
					}
				}
			}
		case "definedName":
			name, refers = attribute(t, "name"), ""
		}
		return nil
	}, func(text string) error {
		if name != "" && len(refers) < 500 {
			refers += text
		}
		return nil
	}, func(element string) error {
		if element == "definedName" {
			if at, ok := cellOf(refers); ok && len(b.names) < mostNames {
				b.names[name] = at
			}
			name = ""
		}
		return nil
	})
}

// cellOf reads 'Sheet'!$C$8, and the first cell of 'Sheet'!$C$8:$N$8.
func cellOf(refers string) (place, bool) {
	sheet, cell, ok := cutLast(refers, "!")
	if !ok {
		return place{}, false
	}
	sheet = strings.TrimPrefix(sheet, "$")
	if strings.HasPrefix(sheet, "'") && strings.HasSuffix(sheet, "'") && len(sheet) > 1 {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	first, _, _ := strings.Cut(strings.ReplaceAll(cell, "$", ""), ":")
	column, row, err := excelize.CellNameToCoordinates(first)
	return place{sheet, column, row}, err == nil
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// cells reads what some cells of a sheet hold, as text; a number is written as in the file,
// and a cell that is empty is not among them.
func (b *reader) cells(sheet string, wanted map[string]bool) (map[string]string, error) {
	found := map[string]string{}
	shared := map[int][]string{} // cells whose text is a shared one, by its number
	var at, kind string
	var inValue bool
	var text strings.Builder
	err := b.walk(b.sheets[sheet], func(t xml.StartElement) error {
		switch t.Name.Local {
		case "c":
			at, kind = attribute(t, "r"), attribute(t, "t")
			if !wanted[at] {
				at = ""
			}
			text.Reset()
		case "v", "t":
			inValue = at != ""
		}
		return nil
	}, func(s string) error {
		if inValue && text.Len() < 1<<20 {
			text.WriteString(s)
		}
		return nil
	}, func(element string) error {
		switch element {
		case "v", "t":
			inValue = false
		case "c":
			if at == "" {
				return nil
			}
			switch {
			case text.Len() == 0: // styled and empty
			case kind == "s":
				if i, err := strconv.Atoi(text.String()); err == nil {
					shared[i] = append(shared[i], at)
				}
			default:
				found[at] = strings.TrimSpace(text.String())
			}
			at = ""
		}
		return nil
	})
	if err != nil || len(shared) == 0 {
		return found, err
	}
	return found, b.sharedTexts(shared, found)
}

// sharedTexts puts the shared texts into the cells that want them.
func (b *reader) sharedTexts(wanted map[int][]string, found map[string]string) error {
	part := "xl/sharedStrings.xml"
	n, inText := -1, false
	var text strings.Builder
	return b.walk(part, func(t xml.StartElement) error {
		switch t.Name.Local {
		case "si":
			n++
			text.Reset()
		case "t":
			inText = len(wanted[n]) > 0
		}
		return nil
	}, func(s string) error {
		if inText && text.Len() < 1<<20 {
			text.WriteString(s)
		}
		return nil
	}, func(element string) error {
		switch element {
		case "t":
			inText = false
		case "si":
			for _, at := range wanted[n] {
				found[at] = strings.TrimSpace(text.String())
			}
		}
		return nil
	})
}
