// How a form is laid out and drawn.

package form

import (
	"image"
	"strings"

	"arringa/model"
	"arringa/ui/draw"

	"github.com/charmbracelet/x/ansi"
)

// originW is the width of the mark that says where a figure comes from.
const originW = 12

// leastValueW is the room that a value keeps where the labels are long.
const leastValueW = 18

// LayoutForm reads the fields and places them in an area; the one in hand stays in sight.
func (f *Form) LayoutForm(area image.Rectangle) {
	f.Sync()
	f.area, f.width = area, area.Dx()
	n := f.place()
	f.labelW = min(max(f.width*2/5, f.width-2-originW-1-leastValueW), 34)
	r := f.Hand()
	if r == nil {
		f.top = 0
		return
	}
	at, h := r.y, r.h
	if at <= 1 { // show the first heading too
		at, h = 0, at+h
	}
	f.top = Scrolled(f.top, at, area.Dy(), n)
	f.top = Scrolled(f.top, at+h-1, area.Dy(), n)
	if r.writing {
		r.input.SetWidth(max(f.valueWidth()-1, 4))
	}
}

// place gives the rows their lines, and says how many they are.
func (f *Form) place() int {
	y := 0
	for _, r := range f.Rows {
		if r.isHeading() && y > 0 {
			y++
		}
		r.y, r.h = y, f.height(r.Field)
		y += r.h
	}
	return y
}

// height is how many lines a field takes: a block only as many as its text, and one for
// the label.
func (f *Form) height(x Field) int {
	if x.Plain {
		return max(len(draw.Wrap(x.Label, f.width-4)), 1)
	}
	if x.Block {
		return 1 + min(max(len(draw.Wrap(x.Value, f.width-4)), 1), max(x.Lines, 1))
	}
	return max(x.Lines, 1)
}

func (f *Form) valueWidth() int { return max(f.width-2-f.labelW-originW-1, 8) }

// DrawForm draws the form as large as LayoutForm placed it.
func (f *Form) DrawForm() draw.Block {
	b := draw.Blank(f.area.Dx(), f.area.Dy())
	n := 0
	if len(f.Rows) > 0 {
		last := f.Rows[len(f.Rows)-1]
		n = last.y + last.h
	}
	marks := map[int]string{}
	if f.top > 0 {
		marks[0] = "↑"
	}
	if n-f.top > b.H() {
		marks[b.H()-1] = "↓"
	}
	for _, r := range f.Rows {
		if r.y+r.h > f.top && r.y-f.top < b.H() {
			f.drawInto(b, r, marks)
		}
	}
	for y, sign := range marks {
		b.Lines[y] = draw.Cut(b.Lines[y], 0, b.W-2) + " " + f.Look.Key.Paint(sign)
	}
	return b
}

// drawInto draws a row onto its lines. One at whose end stands a mark, that the form goes on
// beyond it, is narrower, so that the mark covers nothing.
func (f *Form) drawInto(b draw.Block, r *row, marks map[int]string) {
	full := f.width
	for i := range r.h {
		if marks[r.y+i-f.top] != "" {
			f.width = full - 2
		}
	}
	lines := f.drawRow(r)
	right := draw.Spaces(full - f.width)
	f.width = full
	r.text = strings.Join(lines, "\n")
	for i, line := range lines[:min(len(lines), r.h)] {
		if y := r.y + i - f.top; y >= 0 && y < b.H() {
			b.Lines[y] = line + right
		}
	}
}

// plainText is the first line of a row as it was drawn last.
func (r *row) plainText() string {
	line, _, _ := strings.Cut(r.text, "\n")
	return ansi.Strip(line)
}

// drawRow draws a row. The ground of the one in hand is under its label alone, so that a
// move of the cursor sends little over a slow line.
func (f *Form) drawRow(r *row) []string {
	if r.isHeading() {
		return []string{f.Look.Strong.Paint(draw.Fit(r.Label, f.width))}
	}
	cursor := "  "
	if r.inHand {
		cursor = "▸ "
	}
	switch {
	case r.Block:
		return f.drawBlock(r, cursor)
	case r.Plain:
		return f.drawPlain(r, cursor)
	}
	valueW, originW := f.valueWidth(), f.width-2-f.labelW-f.valueWidth()
	if r.Origin == "" { // no mark: its room goes to the value
		valueW, originW = valueW+originW, 0
	}
	lines, ink := f.valueLines(r, valueW)
	out := make([]string, r.h)
	for i := range out {
		label, origin, value := cursor+r.Label, "", ""
		if i > 0 {
			label = "  "
		} else if r.Origin != "" {
			origin = f.Desk.Origin(r.Origin)
		}
		if i < len(lines) {
			value = lines[i]
		}
		shown := ink.Paint(draw.Fit(value, valueW))
		if r.writing && i == 0 {
			ground := f.Look.Field
			if r.selected {
				ground = f.Look.ChosenCell
			}
			shown, origin = ground.Paint(draw.Fit(strings.TrimRight(r.input.View(), " "), valueW)), ""
		}
		mark := f.Look.Dim
		if r.Origin == model.Own {
			mark = f.Look.Good
		}
		before := f.On(r.inHand, f.Look.Dim).Paint(draw.Fit(label, f.labelW+1)) + " "
		out[i] = before + shown + mark.Paint(draw.FitRight(origin, originW))
	}
	return out
}

// valueLines are the lines of a row's value, and their ink.
func (f *Form) valueLines(r *row, w int) ([]string, draw.Ink) {
	ink, text := f.Look.Plain, r.Value
	kept, refused := f.refusals[r.Key()]
	switch {
	case r.reading != "":
		ink, text = f.Look.Dim, r.reading
	case refused:
		ink, text = f.Look.Bad, kept.text
	case r.Draft:
		ink = f.Look.Draft
	case text == "":
		ink, text = f.Look.Dim, f.Say.App.NotTold
	}
	room := w
	if r.Turn != nil {
		room -= 4 // for the signs around it, when it is in hand
	}
	if r.Brief != "" && draw.Width(text) > room {
		text = r.Brief
	}
	if r.Turn != nil && r.inHand {
		if draw.Width(text)+4 <= w {
			text = " " + text + " "
		}
		text = "‹" + draw.Fit(text, min(draw.Width(text), max(w-2, 1))) + "›"
	}
	lines := draw.Wrap(text, w)
	if len(lines) > r.h {
		lines = append(lines[:r.h-1:r.h-1], draw.Fit(strings.Join(lines[r.h-1:], " "), w))
	}
	return lines, ink
}

// drawPlain draws a line that is only there to be read, or to go somewhere from.
func (f *Form) drawPlain(r *row, cursor string) []string {
	w := f.width
	ink := f.Look.Plain
	switch {
	case r.Sign == "→":
		ink = f.Look.Title
	case r.inHand:
		ink = f.Look.Strong
	}
	var out []string
	lines := draw.Wrap(r.Label, w-4)
	if len(lines) > r.h {
		lines = append(lines[:r.h-1:r.h-1], draw.Fit(strings.Join(lines[r.h-1:], " "), w-4))
	}
	for i, line := range lines {
		before := cursor + draw.Fit(r.Sign, 2)
		if i > 0 {
			before = "    "
		}
		text := before + line
		out = append(out, draw.Fit(f.On(r.inHand, ink).Paint(draw.Fit(text, min(draw.Width(text)+1, w))), w))
	}
	return out
}

// drawBlock draws a longer text below its label.
func (f *Form) drawBlock(r *row, cursor string) []string {
	w := f.width
	ink, mark := f.Look.Plain, ""
	if r.Draft {
		ink, mark = f.Look.Draft, f.Say.App.Draft
	}
	label := min(f.labelW+1, w-draw.Width(mark))
	out := []string{f.On(r.inHand, f.Look.Dim).Paint(draw.Fit(cursor+r.Label, label)) +
		f.Look.Dim.Paint(draw.FitRight(mark, w-label))}
	lines := draw.Wrap(r.Value, w-4)
	if r.Value == "" { // a sentence may lack its figures
		lines, ink = []string{f.Say.App.NotTold}, f.Look.Dim
	}
	for i := range r.h - 1 {
		text := ""
		if i < len(lines) {
			text = lines[i]
		}
		if i == r.h-2 && len(lines) > r.h-1 {
			text = draw.Fit(strings.Join(lines[i:], " "), w-4)
		}
		out = append(out, ink.Paint(draw.Fit("    "+text, w)))
	}
	return out
}

// HelpText is the line under the form: why a text was refused, or what the field is.
func (f *Form) HelpText() (string, draw.Ink) {
	r := f.Hand()
	if r == nil {
		return "", f.Look.Dim
	}
	if kept, ok := f.refusals[r.Key()]; ok {
		return kept.why, f.Look.Bad
	}
	return r.Help, f.Look.Dim
}
