// Bars and small columns.

package draw

import "strings"

// Bar is a horizontal bar of share·w cells, 0 ≤ share ≤ 1, in eighths of a cell.
func Bar(w int, share float64, fill, rest Ink) string {
	eighths := int(min(max(share, 0), 1)*float64(w)*8 + 0.5)
	full, part := eighths/8, eighths%8
	bar := strings.Repeat("█", full)
	if part > 0 {
		bar += string([]rune(" ▏▎▍▌▋▊▉")[part])
		full++
	}
	return fill.Paint(bar) + rest.Paint(Spaces(w-full))
}

// Spark is a row of small columns, one a value, the largest as tall as the line.
func Spark(values []float64, ink Ink) string {
	var top float64
	for _, v := range values {
		top = max(top, v)
	}
	var b strings.Builder
	for _, v := range values {
		level := 0
		if top > 0 && v > 0 {
			level = 1 + int(v/top*7+0.5)
			level = min(level, 8)
		}
		b.WriteRune([]rune(" ▁▂▃▄▅▆▇█")[level])
	}
	return ink.Paint(b.String())
}

// Rule is a thin line of w cells.
func Rule(w int) string { return strings.Repeat("─", max(w, 0)) }
