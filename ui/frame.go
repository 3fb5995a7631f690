package ui

import (
	"image"
	"strings"

	"arringa/plan"
	"arringa/ui/draw"
	"arringa/ui/foreign"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// railWidth is the width of the rail of steps; none where every cell counts, or when no
// plan is open.
func (a *app) railWidth() int {
	switch {
	case a.work == nil || a.size.X < 76:
		return 0
	case a.size.X < 110:
		return 15
	}
	return 20
}

// layout places the parts of the frame and of the screens in front: a header line, the
// rail beside the step, a line for what is to be said, the keys.
func (a *app) layout() {
	if a.tooSmall() {
		return
	}
	w, h := a.size.X, a.size.Y
	rail := a.railWidth()
	a.frame = frame{
		rail: image.Rect(0, 1, rail, h-2),
		body: image.Rect(rail+1, 1, w-1, h-2),
	}
	for i := range a.screens {
		y := 2 + i
		if i > 0 {
			y++ // a gap between home and the steps
		}
		a.frame.steps = append(a.frame.steps, image.Rect(0, y, max(rail-1, 0), y+1))
	}
	a.screens[a.front].layout(a.frame.body)
	if n := len(a.dialogs); n > 0 {
		// A border and a blank cell around the dialog, its keys below it.
		room := image.Pt(w-8, h-7)
		size := a.dialogs[n-1].size(room)
		size = image.Pt(min(max(size.X, 30), room.X), min(size.Y, room.Y))
		at := image.Pt((w-size.X)/2, max((h-size.Y)/2-1, 3))
		inner := image.Rectangle{Min: at, Max: at.Add(size)}
		a.frame.dialog = image.Rect(inner.Min.X-2, inner.Min.Y-1, inner.Max.X+2, inner.Max.Y+3)
		a.dialogs[n-1].layout(inner)
	}
}

// compose puts the frame together.
func (a *app) compose() string {
	w, h := a.size.X, a.size.Y
	rail, body := a.rail(), a.screens[a.front].draw()
	foot := draw.Spaces(w) // a dialog in front has its own
	if len(a.dialogs) == 0 {
		foot, a.frame.bar = a.bar(w, a.screens[a.front].commands(), a.always())
	}
	var out strings.Builder
	out.Grow(a.bytes + 512)
	out.WriteString(a.header(w))
	notes := a.noteLines(w)
	for y := range h - 3 {
		out.WriteByte('\n')
		if y == h-4 && len(notes) > 1 { // a long note takes the last line of the step too
			out.WriteString(notes[0])
			continue
		}
		if rail.W > 0 {
			out.WriteString(rail.Lines[y])
		}
		out.WriteByte(' ')
		out.WriteString(body.Lines[y])
		out.WriteByte(' ')
	}
	out.WriteString("\n" + notes[len(notes)-1] + "\n" + foot)
	a.bytes = out.Len()
	if len(a.dialogs) == 0 {
		return out.String()
	}
	lines := strings.Split(draw.Clean(out.String()), "\n")
	a.cover(lines)
	return strings.Join(lines, "\n")
}

// header is the first line: whose plan this is, and whether it is on the disk.
func (a *app) header(w int) string {
	band := func(k draw.Ink, s string) string { return k.Over(a.look.band).Paint(s) }
	left := " " + a.say.App.Name + " "
	if a.work == nil {
		return band(a.look.strong, left) + band(draw.Ink{}, draw.FitRight(a.say.App.Motto+" ", w-draw.Width(left)))
	}
	p := a.plan()
	state := " " + a.saveState() + " "
	step := ""
	if a.railWidth() == 0 {
		step = " " + a.screens[a.front].title() + " ·"
	}
	name := draw.Fit(step+" "+p.Name, w-draw.Width(left)-draw.Width(state))
	return band(a.look.strong, left) + band(draw.Ink{}, name) + band(draw.Ink{}, state)
}

// rail is the list of steps with how far each has come.
func (a *app) rail() draw.Block {
	r := a.frame.rail
	if r.Dx() == 0 {
		return draw.Block{}
	}
	b := draw.Blank(r.Dx()-1, r.Dy())
	progress := plan.ProgressOf(a.plan())
	for i, s := range a.screens {
		chosen := i == a.front
		mark, ink := " ", a.look.dim
		if i > 0 {
			mark = a.progressMark(progress[s.id()])
		}
		if chosen {
			ink = a.look.title
		}
		text := " " + mark + " " + a.say.App.Steps[s.id()]
		key, keyW := "", 0
		if b.W > 16 { // the narrow rail has no room for it
			key, keyW = a.keyName(walk[i].key()), 4
		}
		b.Lines[a.frame.steps[i].Min.Y-r.Min.Y] = a.on(chosen, ink).Paint(draw.Fit(text, b.W-keyW)) + a.on(chosen, a.look.dim).Paint(draw.Fit(key, keyW))
	}
	edge := a.look.line.Paint("│")
	empty := draw.Spaces(b.W) + edge
	for i, line := range b.Lines {
		if strings.TrimSpace(line) == "" {
			b.Lines[i] = empty
		} else {
			b.Lines[i] = line + edge
		}
	}
	b.W++
	return b
}

// progressMark is the sign of how far a step has come.
func (a *app) progressMark(p plan.Progress) string {
	switch p {
	case plan.Ready:
		return "●"
	case plan.Begun:
		return "◐"
	}
	return "○"
}

// noteLines is what there is to say, on one line or two.
func (a *app) noteLines(w int) []string {
	if text := a.jobText(); text != "" {
		return []string{a.look.strong.Paint(draw.Fit(" "+text, w))}
	}
	ink := a.look.plain
	switch a.note.kind {
	case done:
		ink = a.look.good
	case refused:
		ink = a.look.bad
	}
	lines := draw.Wrap(a.note.text, w-2)
	if len(lines) > 2 {
		lines = []string{lines[0], strings.Join(lines[1:], " ")}
	}
	for i, line := range lines {
		lines[i] = ink.Paint(draw.Fit(" "+line, w))
	}
	return lines
}

// cover lays the dialog in front over lines whose inks are put out.
func (a *app) cover(lines []string) {
	s := a.dialogs[len(a.dialogs)-1]
	r := a.frame.dialog
	body := s.draw()
	bar, placed := a.bar(body.W, s.commands(), a.always())
	for i := range placed {
		placed[i].from += r.Min.X + 2
		placed[i].to += r.Min.X + 2
	}
	a.frame.bar = placed
	border := a.look.accent
	title := draw.Fit(" "+s.title()+" ", min(draw.Width(s.title())+2, r.Dx()-4))
	box := []string{border.Paint("╭─") + a.look.title.Paint(title) + border.Paint(strings.Repeat("─", r.Dx()-3-draw.Width(title))+"╮")}
	side := border.Paint("│")
	for _, line := range body.Lines {
		box = append(box, side+" "+line+" "+side)
	}
	box = append(box, side+draw.Spaces(r.Dx()-2)+side, side+" "+bar+" "+side, border.Paint("╰"+strings.Repeat("─", r.Dx()-2)+"╯"))
	for y, line := range lines {
		under := ansi.Strip(line)
		if y == 0 || y < r.Min.Y || y >= r.Min.Y+len(box) {
			lines[y] = a.look.line.Paint(under)
			continue
		}
		lines[y] = a.look.line.Paint(ansi.Cut(under, 0, r.Min.X)) + box[y-r.Min.Y] + a.look.line.Paint(ansi.Cut(under, r.Max.X, a.size.X))
	}
	if a.note.text != "" || a.jobText() != "" {
		notes := a.noteLines(a.size.X)
		copy(lines[len(lines)-1-len(notes):], notes)
	}
}

// point routes the mouse: to the keys at the foot, the rail, or the screen under it. A
// drag stays with the screen on which it began.
func (a *app) point(msg tea.MouseMsg) tea.Cmd {
	if a.tooSmall() {
		return nil
	}
	at := image.Pt(msg.Mouse().X, msg.Mouse().Y)
	if _, click := msg.(tea.MouseClickMsg); click {
		a.note = note{}
		if a.clicked.twice(at, len(a.dialogs)) {
			return nil
		}
		a.pressed = a.facing()
		footer := a.size.Y - 1
		if len(a.dialogs) > 0 {
			footer = a.frame.dialog.Max.Y - 2
		}
		for _, c := range a.frame.bar {
			if at.Y == footer && at.X >= c.from && at.X < c.to {
				return a.run(c.command)
			}
		}
		if len(a.dialogs) > 0 {
			if !at.In(a.frame.dialog) {
				c, _ := find("esc", a.facing().commands(), a.commands()) // which may ask first
				return a.run(c)
			}
		} else {
			for i, r := range a.frame.steps {
				if at.In(r) {
					return a.enter(i)
				}
			}
		}
	}
	pressed := a.pressed
	if _, up := msg.(tea.MouseReleaseMsg); up {
		a.pressed = nil
	}
	if pressed != nil && pressed != a.facing() {
		return nil
	}
	return a.facing().mouse(msg)
}

// windowTitle names the plan in the terminal's title.
func (a *app) windowTitle() string {
	if a.work == nil || a.plan().Name == "" {
		return a.say.App.Name
	}
	return foreign.Line(a.plan().Name + " · " + a.say.App.Name)
}

// clicked is where the mouse was clicked last, and how many dialogs were open then.
type clicked struct {
	known   bool
	at      image.Point
	dialogs int
}

// twice notes a click, and says whether it is the second half of a double click of which the
// first half has opened a dialog: what is under it there was not meant.
func (c *clicked) twice(at image.Point, dialogs int) bool {
	was := *c
	*c = clicked{true, at, dialogs}
	return was.known && was.at == at && was.dialogs < dialogs
}
