package ui

import (
	"arringa/templates"
	"arringa/ui/draw"
)

// legend says what the marks on the sliders are, where there is room for it. It is the same
// from frame to frame.
func (b *budget) legend(w, room int) draw.Block {
	if l := &b.drawn; l.w != w || l.look != b.look || l.say != b.say {
		*l = drawnLegend{w, b.look, b.say, b.legendLines(w)}
	}
	lines := b.drawn.lines
	if len(b.plan().Channels) == 0 || room < lines.H()+1 {
		return draw.Block{W: w}
	}
	return draw.Stack(draw.Blank(w, 1), lines)
}

// drawnLegend is a legend with what it was drawn for.
type drawnLegend struct {
	w     int
	look  *theme
	say   *templates.Texts
	lines draw.Block
}

func (b *budget) legendLines(w int) draw.Block {
	say := &b.say.Budget.Marks
	lines, width := []string{""}, 0
	for _, m := range []struct {
		sign string
		ink  draw.Ink
		name string
	}{
		{"●", b.look.slider.Thumb, say.Today}, {b.look.lastYr.Sign, b.look.lastYr.Ink, say.LastYear}, {b.look.best.Sign, b.look.best.Ink, say.Best},
		{b.look.low.Sign, b.look.low.Ink, say.Threshold}, {b.look.limits[0].Sign + " " + b.look.limits[1].Sign, b.look.limits[0].Ink, say.Limits}, {"■", b.look.ghost.Thumb, say.Locked},
	} {
		part := "  " + m.ink.Paint(m.sign) + b.look.dim.Paint(" "+m.name) + " "
		n := draw.Width(part)
		if width+n > w {
			lines, width = append(lines, ""), 0
		}
		lines[len(lines)-1] += part
		width += n
	}
	return draw.Text(w, lines...)
}
