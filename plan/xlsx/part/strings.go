package part

// Texts: each once in the file, and fit for a cell.

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"

	"arringa/plan/xlsx/formula"
)

// sharedStrings keeps each text once, in the order in which they were met. Texts that stand
// in the cells themselves are blank in some previewers of phones.
type sharedStrings struct {
	index map[string]int
	list  []string
	uses  int
}

func (t *sharedStrings) add(s string) {
	t.uses++
	if _, ok := t.index[s]; !ok {
		t.index[s] = len(t.list)
		t.list = append(t.list, Clean(s))
	}
}

// part writes xl/sharedStrings.xml.
func (t *sharedStrings) part() []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="` +
		strconv.Itoa(t.uses) + `" uniqueCount="` + strconv.Itoa(len(t.list)) + `">`)
	for _, s := range t.list {
		b.WriteString(`<si><t xml:space="preserve">`)
		escape(&b, s)
		b.WriteString(`</t></si>`)
	}
	b.WriteString(`</sst>`)
	return b.Bytes()
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// mostText is how many UTF-16 units a cell holds.
const mostText = 32767

// Clean makes a text fit for a cell: no control characters, not too long, and nothing that
// a reader would take for an escaped character (_x0041_).
func Clean(s string) string {
	if !strings.ContainsFunc(s, formula.Odd) && len(s) <= mostText && !strings.Contains(s, "_x") {
		return s
	}
	s = formula.Even(s)
	for i := 0; i+7 <= len(s); i++ {
		if s[i] == '_' && s[i+1] == 'x' && isHex(s[i+2:i+6]) && s[i+6] == '_' {
			s = s[:i] + "_x005F" + s[i:]
			i += 6
		}
	}
	return cut(s, mostText)
}

// cut shortens a text to so many UTF-16 units, with a sign that it went on.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	units := utf16.Encode([]rune(s))
	if len(units) <= most {
		return s
	}
	return strings.TrimSuffix(string(utf16.Decode(units[:most-1])), "\ufffd") + "…"
}

func isHex(s string) bool {
	_, err := strconv.ParseUint(s, 16, 32)
	return err == nil
}

// escape writes a text into XML.
func escape(b *bytes.Buffer, s string) {
	from := 0
	for i := range len(s) {
		var with string
		switch s[i] {
		case '&':
			with = "&amp;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		case '"':
			with = "&quot;"
		default:
			continue
		}
		b.WriteString(s[from:i])
		b.WriteString(with)
		from = i + 1
	}
	b.WriteString(s[from:])
}

// escaped is escape for a text on its own.
func escaped(s string) string {
	var b bytes.Buffer
	escape(&b, Clean(s))
	return b.String()
}
