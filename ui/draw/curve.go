// A curve in dots.

package draw

import (
	"math"
	"strings"
)

// Dot is a point marked on a curve by a sign of one cell.
type Dot struct {
	X, Y float64
	Sign string
	Ink  Ink
}

// Curve draws f from 0 to right on w × h cells of Braille dots, between 0 and top, with
// dots in their cells and a line at the bottom.
func Curve(w, h int, right, top float64, f func(float64) float64, line, axis Ink, dots ...Dot) Block {
	if w < 2 || h < 2 || right <= 0 || top <= 0 {
		return Blank(w, h)
	}
	rows := h - 1 // the last line is the axis
	cells := make([]uint8, w*rows)
	across, down := 2*w, 4*rows
	last := -1
	for px := range across {
		y := f(right * float64(px) / float64(across-1))
		py := down - 1 - int(math.Round(min(max(y/top, 0), 1)*float64(down-1)))
		from, to := py, py
		if last >= 0 { // no gaps where the curve is steep
			from, to = min(py, last), max(py, last)
		}
		for at := from; at <= to; at++ {
			cells[(at/4)*w+px/2] |= braille[px%2][at%4]
		}
		last = py
	}
	signs := map[int]Dot{}
	for _, d := range dots {
		x := int(math.Round(min(max(d.X/right, 0), 1) * float64(w-1)))
		y := rows - 1 - int(math.Round(min(max(d.Y/top, 0), 1)*float64(rows-1)))
		signs[y*w+x] = d
	}
	out := Block{W: w}
	for y := range rows {
		var b strings.Builder
		var run strings.Builder
		flush := func() {
			b.WriteString(line.Paint(run.String()))
			run.Reset()
		}
		for x := range w {
			if d, ok := signs[y*w+x]; ok {
				flush()
				b.WriteString(d.Ink.Paint(d.Sign))
				continue
			}
			if c := cells[y*w+x]; c == 0 {
				run.WriteByte(' ')
			} else {
				run.WriteRune(0x2800 + rune(c))
			}
		}
		flush()
		out.Lines = append(out.Lines, b.String())
	}
	out.Lines = append(out.Lines, axis.Paint(strings.Repeat("─", w)))
	return out
}

// braille is the bit of each dot of a cell: column, then row.
var braille = [2][4]uint8{{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}
