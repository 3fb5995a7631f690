package ui

import (
	"image"
	"strings"

	"arringa/model"
	"arringa/ui/draw"
)

// layoutForm places the fields in an area; the field in hand stays in sight.
func (f *form) layoutForm(area image.Rectangle) {
	f.area = area
	f.labelW = min(max(area.Dx()*2/5, area.Dx()-2-originW-1-leastValueW), 34)
	f.rows = f.rows[:0]
	x, _, _ := f.current()
	y, at, h := 0, 0, 1
	for _, e := range f.fields() {
		lines := f.height(e)
		if e.isHeading() && y > 0 {
			y++
		}
		if e.id == x.id {
			at, h = y, lines
		}
		f.rows = append(f.rows, placedField{e, y, lines})
		y += lines
	}
	if at <= 1 {
		at, h = 0, at+h
	}
	f.top = scrolled(f.top, at, area.Dy(), y)
	f.top = scrolled(f.top, at+h-1, area.Dy(), y)
	f.input.SetWidth(max(f.valueWidth()-1, 4))
}

// height is how many lines a field takes: a block only as many as its text, and one for
// the label.
func (f *form) height(x field) int {
	if x.plain {
		return max(len(draw.Wrap(x.label, f.area.Dx()-4)), 1)
	}
	if x.block {
		return 1 + min(max(len(draw.Wrap(x.value, f.area.Dx()-4)), 1), max(x.lines, 1))
	}
	return max(x.lines, 1)
}

func (f *form) valueWidth() int { return max(f.area.Dx()-2-f.labelW-originW-1, 8) }

func (f *form) drawForm() draw.Block {
	b := draw.Blank(f.area.Dx(), f.area.Dy())
	for _, row := range f.rows {
		for i, line := range f.drawField(row) {
			if y := row.y + i - f.top; y >= 0 && y < f.area.Dy() {
				b.Lines[y] = line
			}
		}
	}
	f.markMore(b, 0, f.top > 0, "↑")
	last := len(f.rows) - 1
	f.markMore(b, b.H()-1, last >= 0 && f.rows[last].y+f.rows[last].h-f.top > b.H(), "↓")
	return b
}

// markMore says at the end of a line that the form goes on beyond it.
func (f *form) markMore(b draw.Block, line int, more bool, sign string) {
	if more && line >= 0 && line < b.H() && b.W > 4 {
		b.Lines[line] = draw.Cut(b.Lines[line], 0, b.W-2) + " " + f.look.key.Paint(sign)
	}
}

// drawField draws a field. The ground of the one in hand is under its label alone, so that a
// move of the cursor sends little over a slow line.
func (f *form) drawField(row placedField) []string {
	w := f.area.Dx()
	if row.isHeading() {
		return []string{f.look.strong.Paint(draw.Fit(row.label, w))}
	}
	chosen := row.id == f.at
	cursor := "  "
	if chosen {
		cursor = "▸ "
	}
	switch {
	case row.block:
		return f.drawBlock(row, cursor)
	case row.plain:
		return f.drawPlain(row, cursor)
	}
	valueW, originW := f.valueWidth(), w-2-f.labelW-f.valueWidth()
	if row.origin == "" { // no mark: its room goes to the value
		valueW, originW = valueW+originW, 0
	}
	refused, isRefused := f.refusals[row.id]
	ink, text := f.look.plain, row.value
	switch {
	case isRefused:
		ink, text = f.look.bad, refused.text
	case row.draft:
		ink = f.look.draft
	case text == "":
		ink, text = f.look.dim, f.say.App.NotTold
	}
	if row.brief != "" && draw.Width(text)+4 > valueW {
		text = row.brief
	}
	if row.turn != nil && chosen {
		text = "‹ " + text + " ›"
	}
	lines := draw.Wrap(text, valueW)
	if len(lines) > row.h {
		lines = append(lines[:row.h-1:row.h-1], draw.Fit(strings.Join(lines[row.h-1:], " "), valueW))
	}
	out := make([]string, row.h)
	for i := range out {
		label, origin, value := cursor+row.label, "", ""
		if i > 0 {
			label = "  "
		} else if row.origin != "" {
			origin = f.desk.origin(row.origin)
		}
		if i < len(lines) {
			value = lines[i]
		}
		shown := ink.Paint(draw.Fit(value, valueW))
		if chosen && f.writing && i == 0 {
			ground := f.look.field
			if f.selected {
				ground = f.look.chosenCell
			}
			shown, origin = ground.Paint(draw.Fit(f.input.View(), valueW)), ""
		}
		mark := f.look.dim
		if row.origin == model.Own {
			mark = f.look.good
		}
		out[i] = f.on(chosen, f.look.dim).Paint(draw.Fit(label, f.labelW+1)) + " " + shown + mark.Paint(draw.FitRight(origin, originW))
	}
	return out
}

// drawPlain draws a line that is only there to be read, or to go somewhere from.
func (f *form) drawPlain(row placedField, cursor string) []string {
	w, chosen := f.area.Dx(), row.id == f.at
	ink := f.look.plain
	switch {
	case row.sign == "→":
		ink = f.look.title
	case chosen:
		ink = f.look.strong
	}
	var out []string
	for i, line := range draw.Wrap(row.label, w-4) {
		before := cursor + draw.Fit(row.sign, 2)
		if i > 0 {
			before = "    "
		}
		text := before + line
		out = append(out, draw.Fit(f.on(chosen, ink).Paint(draw.Fit(text, min(draw.Width(text)+1, w))), w))
	}
	return out
}

// drawBlock draws a longer text below its label.
func (f *form) drawBlock(row placedField, cursor string) []string {
	w, chosen := f.area.Dx(), row.id == f.at
	ink, mark := f.look.plain, ""
	if row.draft {
		ink, mark = f.look.draft, f.say.App.Draft
	}
	label := min(f.labelW+1, w-draw.Width(mark))
	out := []string{f.on(chosen, f.look.dim).Paint(draw.Fit(cursor+row.label, label)) + f.look.dim.Paint(draw.FitRight(mark, w-label))}
	lines := draw.Wrap(row.value, w-4)
	for i := range row.h - 1 {
		text := ""
		if i < len(lines) {
			text = lines[i]
		}
		if i == row.h-2 && len(lines) > row.h-1 {
			text = draw.Fit(strings.Join(lines[i:], " "), w-4)
		}
		out = append(out, ink.Paint(draw.Fit("    "+text, w)))
	}
	return out
}

// helpText is the line under the form: why a text was refused, or what the field is.
func (f *form) helpText() (string, draw.Ink) {
	x, _, _ := f.current()
	if r, ok := f.refusals[x.id]; ok {
		return r.why, f.look.bad
	}
	return x.help, f.look.dim
}
