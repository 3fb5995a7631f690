// Package foreign makes text from outside (plans, file names, tables, workbooks) only text
// before a terminal gets it: whatever would steer the terminal is shown as a sign, �, or left
// out where it cannot be seen anyway. It changes what is shown, never what is kept.
//
// Shown as � each: the control characters C0, DEL and C1, so that an escape sequence becomes a
// sign and the letters that it is made of; embeddings, overrides and isolates that turn the
// direction of what follows; line and paragraph separators; bytes that are no UTF-8. Left out:
// marks without a shape (soft hyphens, blanks without width, marks of direction, tags) and
// joiners that do not join letters of scripts which need them. A carriage return at the end of
// a line is left out too.
package foreign

import (
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Plain is a text in which line breaks and tabs stay. A text that is plain already comes back
// as it is.
func Plain(s string) string { return clean(s, nil, false) }

// Line is a text on one line: breaks and tabs are blanks.
func Line(s string) string { return clean(s, nil, true) }

// Inked is Plain, or Line, of a text in which the escape sequences stay that own knows: it says
// how long the one is with which its text begins; 0: it is not one's own.
func Inked(s string, own func(string) int, line bool) string { return clean(s, own, line) }

const sign = "\uFFFD"

// fate is what becomes of a character.
type fate int

const (
	stays fate = iota
	shown      // as the sign
	gone
	joins // stays between letters that it joins
)

func clean(s string, own func(string) int, line bool) string {
	i := plainUpTo(s, 0, own, line)
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for from := 0; ; {
		b.WriteString(s[from:i])
		if i == len(s) {
			return b.String()
		}
		text, n := instead(s, i, line)
		b.WriteString(text)
		from = i + n
		i = plainUpTo(s, from, own, line)
	}
}

// plainUpTo is where the first character from i on stands that does not simply stay.
func plainUpTo(s string, i int, own func(string) int, line bool) int {
	for i < len(s) {
		c := s[i]
		switch {
		case c >= 0x20 && c < 0x7f, (c == '\n' || c == '\t') && !line:
			i++
		case c == 0x1b && own != nil:
			n := own(s[i:])
			if n == 0 {
				return i
			}
			i += n
		case c < utf8.RuneSelf:
			return i
		case c == 0xe2 && i+2 < len(s) && s[i+1] > 0x81 && s[i+1] < 0xc0 && s[i+2] >= 0x80 && s[i+2] < 0xc0:
			i += 3 // €, lines, bars: most of what is not ASCII in a frame
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			switch f := fateOf(r, n); {
			case f == stays, f == joins && joinsAt(s, i, n):
				i += n
			default:
				return i
			}
		}
	}
	return len(s)
}

// instead is what stands for the character at i, and how many bytes it took.
func instead(s string, i int, line bool) (string, int) {
	switch s[i] {
	case '\n', '\t':
		if line {
			return " ", 1
		}
	case '\r':
		if strings.HasPrefix(s[i+1:], "\n") {
			return "", 1
		}
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if fateOf(r, n) == shown {
		return sign, n
	}
	return "", n
}

// fateOf is what becomes of a character of n bytes.
func fateOf(r rune, n int) fate {
	switch {
	case r == utf8.RuneError && n <= 1, r < 0x20, r >= 0x7f && r <= 0x9f,
		r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb:
		return shown
	case r == 0x200c, r == 0x200d:
		return joins
	case r == 0xad, r == 0x61c, r == 0x180e, r == 0x200b, r == 0x200e, r == 0x200f, r >= 0x2060 && r <= 0x2065,
		r == 0xfeff, r >= 0xe0000 && r <= 0xe0fff:
		return gone
	}
	return stays
}

// joinsAt reports whether a joiner of n bytes at i stands between letters of scripts, or
// pictures, that it joins.
func joinsAt(s string, i, n int) bool {
	before, m := utf8.DecodeLastRuneInString(s[:i])
	after, k := utf8.DecodeRuneInString(s[i+n:])
	const firstJoined = 0x590 // Hebrew, and all that comes after it
	return before >= firstJoined && after >= firstJoined && fateOf(before, m) == stays && fateOf(after, k) == stays
}

// JSON is a text of JSON in which all that Plain would not leave as it is stands as an escape:
// its worth is the same.
func JSON(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r >= 0x7f && !(r == utf8.RuneError && n <= 1) && fateOf(r, n) != stays {
			out = escape(out, r)
		} else {
			out = append(out, text[i:i+n]...)
		}
		i += n
	}
	return out
}

func escape(out []byte, r rune) []byte {
	units := []uint16{uint16(r)}
	if r > 0xffff {
		units = utf16.AppendRune(nil, r)
	}
	const hex = "0123456789abcdef"
	for _, u := range units {
		out = append(out, '\\', 'u', hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15])
	}
	return out
}

// Writer makes plain whatever is written through it. A write has whole characters.
type Writer struct{ To io.Writer }

// Write writes p as Plain has it, and reports all of p as written where that worked.
func (w Writer) Write(p []byte) (int, error) {
	if _, err := io.WriteString(w.To, Plain(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}
