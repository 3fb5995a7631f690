package intake

// The cells that are wanted.

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// Cells reads what some cells of a sheet hold, as text; a number is written as in the file,
// and a cell that is empty is not among them.
func (b *Book) Cells(sheet string, wanted map[string]bool) (map[string]string, error) {
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
func (b *Book) sharedTexts(wanted map[int][]string, found map[string]string) error {
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
