package part

// The names of cells. excelize looks through all names for each one that it is given, so that
// they are written here.

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// name is a name and what it refers to; one with a sheet holds on that sheet alone.
type name struct {
	name, refersTo string
	of             *Sheet
}

// Name gives cells a name, so that they are found again wherever they are moved.
func (b *Book) Name(what string, at Span) {
	b.names = append(b.names, name{what, at.plain(), nil})
}

// nameParts writes the names of the book, after the list of its sheets.
func (b *Book) nameParts() []byte {
	slices.SortStableFunc(b.names, func(x, y name) int { return strings.Compare(x.name, y.name) })
	var out bytes.Buffer
	out.WriteString("</sheets><definedNames>")
	for _, n := range b.names {
		out.WriteString(`<definedName name="` + n.name + `"`)
		if n.of != nil {
			out.WriteString(` localSheetId="` + strconv.Itoa(n.of.number) + `"`)
		}
		out.WriteString(">")
		escape(&out, n.refersTo)
		out.WriteString("</definedName>")
	}
	out.WriteString("</definedNames>")
	return out.Bytes()
}
