// A slider with its marks.

package draw

import "strings"

// Mark is a place on a slider that means something.
type Mark struct {
	At   int64
	Sign string // one cell
	Ink  Ink
}

// SliderLook is what a slider is drawn with.
type SliderLook struct {
	Fill, Track, Thumb Ink
	ThumbSign          string // one cell
}

// Slider draws a value between 0 and full on w cells: a filled line up to the thumb, and
// the marks where they fall. The thumb hides a mark in its cell.
func Slider(w int, value, full int64, look SliderLook, marks ...Mark) string {
	var b strings.Builder
	SliderTo(&b, w, value, full, look, marks...)
	return b.String()
}

// SliderTo writes what Slider draws, without a string in between.
func SliderTo(b *strings.Builder, w int, value, full int64, look SliderLook, marks ...Mark) {
	if w <= 0 {
		return
	}
	thumb := cellOf(value, w, full)
	for x := 0; x < w; {
		mark, run := nextMark(x, w, thumb, full, marks)
		if x <= thumb {
			run = min(run, thumb-x)
		}
		switch {
		case run > 0 && x < thumb:
			look.Fill.To(b, line(filled, run))
		case run > 0:
			look.Track.To(b, line(track, run))
		case x == thumb:
			look.Thumb.To(b, look.ThumbSign)
			run = 1
		default:
			marks[mark].Ink.To(b, marks[mark].Sign)
			run = 1
		}
		x += run
	}
}

// nextMark is the first mark at or after cell x, and how many cells lie before it.
func nextMark(x, w, thumb int, full int64, marks []Mark) (mark, cells int) {
	at := w
	for i, m := range marks {
		if c := cellOf(m.At, w, full); m.At <= full && c != thumb && c >= x && c <= at && c < w {
			mark, at = i, c
		}
	}
	return mark, at - x
}

// The lines of a slider, cut from ready-made ones.
var (
	filled = strings.Repeat("━", 256)
	track  = strings.Repeat("─", 256)
)

func line(of string, n int) string {
	if cell := len("━"); n*cell <= len(of) {
		return of[:n*cell]
	}
	return strings.Repeat(of[:len("━")], n)
}

// cellOf is the cell in which a value's mark falls.
func cellOf(v int64, w int, full int64) int {
	if full <= 0 || w <= 1 {
		return 0
	}
	v = min(max(v, 0), full)
	return int((float64(v)/float64(full))*float64(w-1) + 0.5)
}

// SliderAt is the value under cell x of a slider of w cells: the inverse of drawing it.
func SliderAt(x, w int, full int64) int64 {
	if w <= 1 {
		return 0
	}
	x = min(max(x, 0), w-1)
	return int64(float64(full) * float64(x) / float64(w-1))
}
