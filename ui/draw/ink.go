// Inks: colours and weights of cells.

package draw

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"

	"arringa/ui/foreign"

	"charm.land/lipgloss/v2"
)

// Ink is how a text looks, made ready once: putting it on costs two concatenations. The
// zero Ink changes nothing.
type Ink struct{ on, off string }

// NewInk makes an ink of a style's colours and weight. Margins, borders and widths of the
// style do not count: lines are measured here, not there.
func NewInk(s lipgloss.Style) Ink {
	on, off, _ := strings.Cut(s.Inline(true).Render("x"), "x")
	own.learn(on + off)
	return Ink{on, off}
}

// sequences are the escape sequences that inks are made of. A text
// from outside that has one of these by chance gets a colour, and no more.
type sequences struct {
	mu    sync.Mutex
	known atomic.Pointer[map[string]bool] // replaced, never changed: frames are drawn beside
}

var own sequences

// learn takes in the sequences of an ink.
func (q *sequences) learn(text string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	known := map[string]bool{}
	if was := q.known.Load(); was != nil {
		maps.Copy(known, *was)
	}
	for _, part := range strings.SplitAfter(text, "m") {
		known[part] = true
	}
	delete(known, "")
	q.known.Store(&known)
}

// at is how long the sequence is with which a text begins; 0: it is not of an ink.
func (q *sequences) at(s string) int {
	end := strings.IndexByte(s[:min(len(s), mostInk)], 'm') + 1
	if known := q.known.Load(); end == 0 || known == nil || !(*known)[s[:end]] {
		return 0
	}
	return end
}

// mostInk is longer than any sequence that sets colours and weight.
const mostInk = 64

// Clean is a frame, or lines of it, in which only text and inks are left: what else would
// steer the terminal is shown as a sign. See foreign.Plain.
func Clean(s string) string { return foreign.Inked(s, own.at, false) }

// oneLine is Clean on one line.
func oneLine(s string) string { return foreign.Inked(s, own.at, true) }

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
