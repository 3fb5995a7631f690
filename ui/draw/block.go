// Package draw turns numbers and words into lines of exactly so many cells. It knows
// cells and inks, not marketing, and is the only code that measures text: as it is shown, with
// nothing in it that would steer the terminal.
package draw

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Block is a rectangle of text: every line is W cells wide.
type Block struct {
	W     int
	Lines []string
}

// H is how many lines the block has.
func (b Block) H() int { return len(b.Lines) }

// Text makes a block of lines, each cut or filled up to w cells.
func Text(w int, lines ...string) Block {
	b := Block{W: w, Lines: make([]string, len(lines))}
	for i, line := range lines {
		b.Lines[i] = Fit(line, w)
	}
	return b
}

// Paragraph wraps a text into lines of w cells, in one ink.
func Paragraph(w int, ink Ink, text string) Block {
	b := Block{W: w}
	for _, line := range Wrap(text, w) {
		b.Lines = append(b.Lines, ink.Paint(Fit(line, w)))
	}
	return b
}

// Within wraps a text into h lines of w cells, in one ink; one that is longer ends in "…".
func Within(w, h int, ink Ink, text string) Block {
	lines := Wrap(text, w)
	if h > 0 && len(lines) > h {
		last := lines[h-1]
		for last != "" && Width(last) > w-2 {
			last = last[:max(strings.LastIndexByte(last, ' '), 0)]
		}
		if last == "" { // one word as long as the line
			last = Cut(lines[h-1], 0, max(w-2, 0))
		}
		lines = append(lines[:h-1:h-1], strings.TrimRight(last, " ·◆,;:…")+" …")
	}
	b := Block{W: w}
	for _, line := range lines {
		b.Lines = append(b.Lines, ink.Paint(Fit(line, w)))
	}
	return b.Tall(h)
}

// Blank is an empty block.
func Blank(w, h int) Block { return Block{W: w}.Tall(h) }

// Tall cuts the block at h lines or fills it up with empty ones.
func (b Block) Tall(h int) Block {
	h = max(h, 0)
	if len(b.Lines) >= h {
		return Block{b.W, b.Lines[:h]}
	}
	lines := make([]string, h)
	empty := Spaces(b.W)
	for i := copy(lines, b.Lines); i < h; i++ {
		lines[i] = empty
	}
	return Block{b.W, lines}
}

// Trimmed is the block without the empty lines at its end.
func (b Block) Trimmed() Block {
	n := len(b.Lines)
	for n > 0 && strings.TrimSpace(b.Lines[n-1]) == "" {
		n--
	}
	return Block{b.W, b.Lines[:n]}
}

// Beside joins blocks from left to right; all get as tall as the tallest.
func Beside(blocks ...Block) Block {
	var out Block
	h := 0
	for _, b := range blocks {
		out.W += b.W
		h = max(h, b.H())
	}
	for i, b := range blocks {
		blocks[i] = b.Tall(h)
	}
	out.Lines = make([]string, h)
	parts := make([]string, len(blocks))
	for y := range h {
		for i, b := range blocks {
			parts[i] = b.Lines[y]
		}
		out.Lines[y] = strings.Join(parts, "")
	}
	return out
}

// Stack joins blocks from top to bottom; the first says how wide the whole is.
func Stack(blocks ...Block) Block {
	if len(blocks) == 0 {
		return Block{}
	}
	out := Block{W: blocks[0].W}
	h := 0
	for _, b := range blocks {
		h += b.H()
	}
	out.Lines = make([]string, 0, h)
	for _, b := range blocks {
		for _, line := range b.Lines {
			if b.W != out.W {
				line = Fit(line, out.W)
			}
			out.Lines = append(out.Lines, line)
		}
	}
	return out
}

// Inset puts blank cells around the block.
func (b Block) Inset(left, right int) Block {
	l, r := Spaces(left), Spaces(right)
	out := Block{W: left + b.W + right, Lines: make([]string, len(b.Lines))}
	for i, line := range b.Lines {
		out.Lines[i] = l + line + r
	}
	return out
}

// String is the block as the terminal gets it.
func (b Block) String() string { return strings.Join(b.Lines, "\n") }

// Width is how many cells a text takes, its inks not counted.
func Width(s string) int {
	if plainASCII(s) {
		return len(s)
	}
	return ansi.StringWidth(oneLine(s))
}

// Fit cuts a text, with an ellipsis, or fills it up to exactly w cells.
func Fit(s string, w int) string {
	s = oneLine(s)
	switch n := Width(s); {
	case n == w:
		return s
	case n < w:
		return s + Spaces(w-n)
	case w <= 0:
		return ""
	}
	cut := ansi.Truncate(s, w, "…")
	return cut + Spaces(w-Width(cut))
}

// FitRight is Fit with the text at the right edge.
func FitRight(s string, w int) string {
	s = oneLine(s)
	if n := Width(s); n < w {
		return Spaces(w-n) + s
	}
	return Fit(s, w)
}

// Cut is the part of a text from one cell to another, with its inks.
func Cut(s string, from, to int) string {
	if to <= from {
		return ""
	}
	return ansi.Cut(oneLine(s), from, to)
}

// Wrap breaks a text into lines of at most w cells, at spaces where it can; a figure keeps
// its euro beside it, and no line begins with a dot between parts. Line breaks in the text stay.
func Wrap(text string, w int) []string {
	if w <= 0 {
		return nil
	}
	text = strings.ReplaceAll(Clean(text), "\t", " ")
	const hard = "\u00a0" // a space at which no line is broken
	if !strings.Contains(text, " €") && !strings.Contains(text, " · ") {
		return strings.Split(ansi.Wrap(text, w, "-"), "\n")
	}
	wrapped := ansi.Wrap(strings.ReplaceAll(strings.ReplaceAll(text, " €", hard+"€"), " · ", hard+"· "), w, "-")
	return strings.Split(strings.ReplaceAll(wrapped, hard, " "), "\n")
}

// Spaces is n blank cells.
func Spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

const blanks = "                                                                " +
	"                                                                " +
	"                                                                " +
	"                                                                "

// plainASCII reports whether every byte of s is a printable ASCII character, one cell
// each.
func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c >= utf8.RuneSelf || c == 0x7f {
			return false
		}
	}
	return true
}
