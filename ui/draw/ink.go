package draw

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Ink is how a text looks, made ready once: putting it on costs two concatenations. The
// zero Ink changes nothing.
type Ink struct{ on, off string }

// NewInk makes an ink of a style's colours and weight. Margins, borders and widths of the
// style do not count: lines are measured here, not there.
func NewInk(s lipgloss.Style) Ink {
	on, off, _ := strings.Cut(s.Inline(true).Render("x"), "x")
	return Ink{on, off}
}

// Paint puts the ink on a text.
func (k Ink) Paint(s string) string {
	if k.on == "" || s == "" {
		return s
	}
	return k.on + s + k.off
}

// To writes a text with the ink on, without a string in between.
func (k Ink) To(b *strings.Builder, s string) {
	if k.on == "" || s == "" {
		b.WriteString(s)
		return
	}
	b.WriteString(k.on)
	b.WriteString(s)
	b.WriteString(k.off)
}

// Over is the ink on the ground of another: what ground sets and k does not stays.
func (k Ink) Over(ground Ink) Ink {
	switch {
	case ground.on == "":
		return k
	case k.on == "":
		return ground
	}
	return Ink{ground.on + k.on, k.off}
}
