package intake

// The cells that are wanted.

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// mostCell is how many bytes of a cell are read.
const mostCell = 1 << 20

// Cells reads what some cells of a sheet hold, as text; a number is written as in the file,
// and a cell that is empty is not among them.
func (b *Book) Cells(sheet string, wanted map[string]bool) (map[string]string, error) {
	c := &cells{wanted: wanted, found: map[string]string{}, shared: map[int][]string{}}
	err := b.walk(b.sheets[sheet], c)
	if err != nil || len(c.shared) == 0 {
		return c.found, err
	}
	return c.found, b.walk("xl/sharedStrings.xml", &sharedCells{cells: c, n: -1})
}

// cells collects the cells of a sheet that are wanted.
type cells struct {
	wanted map[string]bool
	found  map[string]string
	shared map[int][]string // cells whose text is a shared one, by its number

	at, kind string // of the cell that is being read; no at: it is not wanted
	inValue  bool
	value    strings.Builder
}

func (c *cells) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "c":
		c.at, c.kind = attribute(t, "r"), attribute(t, "t")
		if !c.wanted[c.at] {
			c.at = ""
		}
		c.value.Reset()
	case "v", "t":
		c.inValue = c.at != ""
	}
	return nil
}

func (c *cells) text(s string) error {
	if c.inValue && c.value.Len() < mostCell {
		c.value.WriteString(s)
	}
	return nil
}

func (c *cells) end(element string) error {
	switch element {
	case "v", "t":
		c.inValue = false
	case "c":
		if c.at == "" {
			return nil
		}
		switch {
		case c.value.Len() == 0: // styled and empty
		case c.kind == "s":
			if i, err := strconv.Atoi(c.value.String()); err == nil {
				c.shared[i] = append(c.shared[i], c.at)
			}
		default:
			c.found[c.at] = strings.TrimSpace(c.value.String())
		}
		c.at = ""
	}
	return nil
}

// sharedCells puts the shared texts into the cells that want them.
type sharedCells struct {
	*cells
	n      int // of the text that is being read
	inText bool
	said   strings.Builder
}

func (s *sharedCells) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "si":
		s.n++
		s.said.Reset()
	case "t":
		s.inText = len(s.shared[s.n]) > 0
	}
	return nil
}

func (s *sharedCells) text(text string) error {
	if s.inText && s.said.Len() < mostCell {
		s.said.WriteString(text)
	}
	return nil
}

func (s *sharedCells) end(element string) error {
	switch element {
	case "t":
		s.inText = false
	case "si":
		for _, at := range s.shared[s.n] {
			s.found[at] = strings.TrimSpace(s.said.String())
		}
	}
	return nil
}
