package formula

// Texts, and how a formula quotes them.

import (
	"strings"
	"unicode/utf8"
)

// Text is a text twice over, as Num is a number.
type Text struct {
	F    string // the formula that makes it
	S    string // what it says now
	Live bool   // false: it is said as it stands, and the cell holds no formula
	Kept bool   // the book does not follow it: true only while nothing was changed
}

// Words is a text that never changes.
func Words(s string) Text { return Text{F: Quotation(s), S: s} }

// And joins two texts.
func (t Text) And(u Text) Text {
	switch {
	case t.S == "" && !t.Live:
		return u
	case u.S == "" && !u.Live:
		return t
	}
	return Text{F: t.F + "&" + u.F, S: t.S + u.S, Live: t.Live || u.Live}
}

// Quotation is a text as a formula quotes it, in pieces of at most 255 signs. A text that a
// person typed can be in it: within the quotes it stays text.
func Quotation(s string) string {
	const piece = 250
	var out []string
	runes := []rune(Even(s))
	for len(runes) > 0 {
		n := min(piece, len(runes))
		if n < len(runes) && runes[n-1] == '_' { // _x0041_ must not stand whole
			n--
		}
		out = append(out, Quote(string(runes[:n])))
		runes = runes[n:]
	}
	if len(out) == 0 {
		return `""`
	}
	return strings.Join(out, "&")
}

// Quote is Quotation for a short text of our own.
func Quote(s string) string {
	s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	s = strings.ReplaceAll(s, "_x", `_"&"x`)
	s = strings.ReplaceAll(s, "\n", `"&CHAR(10)&"`)
	return strings.ReplaceAll(s, "\t", " ")
}

// Even is a text without the characters that a cell cannot hold.
func Even(s string) string {
	return strings.Map(func(r rune) rune {
		if Odd(r) {
			return -1
		}
		return r
	}, s)
}

// Odd reports whether XML or a cell cannot hold a character.
func Odd(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff || r == utf8.RuneError
}
