// The marks of the sliders, explained.

package budget

import (
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"
)

// legend says what the marks on the sliders are, where there is room for it. It is the same
// from frame to frame.
func (b *budget) legend(w, room int) draw.Block {
	if l := &b.drawn; l.w != w || l.look != b.Look || l.say != b.Say {
		*l = drawnLegend{w, b.Look, b.Say, b.legendLines(w)}
	}
	lines := b.drawn.lines
	if len(b.Plan().Channels) == 0 || room < lines.H()+1 {
		return draw.Block{W: w}
	}
	return draw.Stack(draw.Blank(w, 1), lines)
}

// drawnLegend is a legend with what it was drawn for.
type drawnLegend struct {
	w     int
	look  *desk.Theme
	say   *templates.Texts
	lines draw.Block
}

func (b *budget) legendLines(w int) draw.Block {
	say := &b.Say.Budget.Marks
	lines, width := []string{""}, 0
	for _, m := range []struct {
		sign string
		ink  draw.Ink
		name string
	}{
		{"●", b.Look.Slider.Thumb, say.Today}, {b.Look.LastYr.Sign, b.Look.LastYr.Ink, say.LastYear},
		{b.Look.Best.Sign, b.Look.Best.Ink, say.Best},
		{b.Look.Low.Sign, b.Look.Low.Ink, say.Threshold}, {b.Look.Limits[0].Sign + " " + b.Look.Limits[1].Sign,
			b.Look.Limits[0].Ink, say.Limits}, {"■", b.Look.Ghost.Thumb, say.Locked},
	} {
		part := "  " + m.ink.Paint(m.sign) + b.Look.Dim.Paint(" "+m.name) + " "
		n := draw.Width(part)
		if width+n > w {
			lines, width = append(lines, ""), 0
		}
		lines[len(lines)-1] += part
		width += n
	}
	return draw.Text(w, lines...)
}
