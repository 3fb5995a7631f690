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
	if w <= 0 {
		return ""
	}
	thumb := cellOf(value, w, full)
	signs := make([]int, w) // 1 + index of the mark in the cell
	for i, m := range marks {
		if x := cellOf(m.At, w, full); x != thumb && m.At <= full {
			signs[x] = i + 1
		}
	}
	var b strings.Builder
	for x := 0; x < w; {
		run := x
		for run < w && signs[run] == 0 && run != thumb {
			run++
		}
		switch {
		case run > x && x < thumb:
			b.WriteString(look.Fill.Paint(strings.Repeat("━", run-x)))
		case run > x:
			b.WriteString(look.Track.Paint(strings.Repeat("─", run-x)))
		case x == thumb:
			b.WriteString(look.Thumb.Paint(look.ThumbSign))
			run++
		default:
			m := marks[signs[x]-1]
			b.WriteString(m.Ink.Paint(m.Sign))
			run++
		}
		x = run
	}
	return b.String()
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
