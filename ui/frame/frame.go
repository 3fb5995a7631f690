// The frame around a step: header, rail, notes, footer.

package frame

import (
	"image"
	"strings"

	"arringa/plan"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/foreign"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// railWidth is the width of the rail of steps; none where every cell counts, or when no
// plan is open.
func (a *App) railWidth() int {
	switch {
	case a.Work == nil || a.Size.X < 76:
		return 0
	case a.Size.X < 110:
		return 15
	}
	return 20
}

// Layout places the parts of the frame and of the screens in front: a header line, the
// rail beside the step, a line for what is to be said, the keys.
func (a *App) Layout() {
	if a.tooSmall() {
		return
	}
	w, h := a.Size.X, a.Size.Y
	rail := a.railWidth()
	a.frame = frame{
		rail: image.Rect(0, 1, rail, h-2),
		body: image.Rect(rail+1, 1, w-1, h-2),
	}
	for i := range a.Screens {
		y := 2 + i
		if i > 0 {
			y++ // a gap between home and the steps
		}
		a.frame.steps = append(a.frame.steps, image.Rect(0, y, max(rail-1, 0), y+1))
	}
	a.Screens[a.front].Layout(a.frame.body)
	if n := len(a.Dialogs); n > 0 {
		// A border and a blank cell around the dialog, its keys below it.
		room := image.Pt(w-8, h-7)
		size := a.Dialogs[n-1].Size(room)
		size = image.Pt(min(max(size.X, 30), room.X), min(size.Y, room.Y))
		at := image.Pt((w-size.X)/2, max((h-size.Y)/2-1, 3))
		inner := image.Rectangle{Min: at, Max: at.Add(size)}
		a.frame.dialog = image.Rect(inner.Min.X-2, inner.Min.Y-1, inner.Max.X+2, inner.Max.Y+3)
		a.Dialogs[n-1].Layout(inner)
	}
}

// compose puts the frame together.
func (a *App) compose() string {
	w, h := a.Size.X, a.Size.Y
	rail, body := a.rail(), a.Screens[a.front].Draw()
	foot := draw.Spaces(w) // a dialog in front has its own
	if len(a.Dialogs) == 0 {
		foot, a.frame.bar = a.Bar(w, a.Screens[a.front].Commands(), a.always())
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
	if len(a.Dialogs) == 0 {
		return out.String()
	}
	lines := strings.Split(draw.Clean(out.String()), "\n")
	a.cover(lines)
	return strings.Join(lines, "\n")
}

// header is the first line: whose plan this is, and whether it is on the disk.
func (a *App) header(w int) string {
	band := func(k draw.Ink, s string) string { return k.Over(a.Look.Band).Paint(s) }
	left := " " + a.Say.App.Name + " "
	if a.Work == nil {
		return band(a.Look.Strong, left) + band(draw.Ink{}, draw.FitRight(a.Say.App.Motto+" ", w-draw.Width(left)))
	}
	p := a.Plan()
	state := " " + a.saveState() + " "
	step := ""
	if a.railWidth() == 0 {
		step = " " + a.Screens[a.front].Title() + " ·"
	}
	name := draw.Fit(step+" "+p.Name, w-draw.Width(left)-draw.Width(state))
	return band(a.Look.Strong, left) + band(draw.Ink{}, name) + band(draw.Ink{}, state)
}

// rail is the list of steps with how far each has come.
func (a *App) rail() draw.Block {
	r := a.frame.rail
	if r.Dx() == 0 {
		return draw.Block{}
	}
	b := draw.Blank(r.Dx()-1, r.Dy())
	progress := plan.ProgressOf(a.Plan())
	for i, s := range a.Screens {
		chosen := i == a.front
		mark, ink := " ", a.Look.Dim
		if i > 0 {
			mark = a.progressMark(progress[s.ID()])
		}
		if chosen {
			ink = a.Look.Title
		}
		text := " " + mark + " " + a.Say.App.Steps[s.ID()]
		key, keyW := "", 0
		if b.W > 16 { // the narrow rail has no room for it
			key, keyW = a.KeyName(desk.Walk[i].Key()), 4
		}
		b.Lines[a.frame.steps[i].Min.Y-r.Min.Y] = a.On(chosen, ink).Paint(draw.Fit(text, b.W-keyW)) + a.On(chosen,
			a.Look.Dim).Paint(draw.Fit(key, keyW))
	}
	edge := a.Look.Line.Paint("│")
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
func (a *App) progressMark(p plan.Progress) string {
	switch p {
	case plan.Ready:
		return "●"
	case plan.Begun:
		return "◐"
	}
	return "○"
}

// noteLines is what there is to say, on one line or two.
func (a *App) noteLines(w int) []string {
	if text := a.JobText(); text != "" {
		return []string{a.Look.Strong.Paint(draw.Fit(" "+text, w))}
	}
	ink := a.Look.Plain
	switch a.note.Kind {
	case desk.Done:
		ink = a.Look.Good
	case desk.Refused:
		ink = a.Look.Bad
	}
	lines := draw.Wrap(a.note.Text, w-2)
	if len(lines) > 2 {
		lines = []string{lines[0], strings.Join(lines[1:], " ")}
	}
	for i, line := range lines {
		lines[i] = ink.Paint(draw.Fit(" "+line, w))
	}
	return lines
}

// cover lays the dialog in front over lines whose inks are put out.
func (a *App) cover(lines []string) {
	s := a.Dialogs[len(a.Dialogs)-1]
	r := a.frame.dialog
	body := s.Draw()
	bar, placed := a.Bar(body.W, s.Commands(), a.always())
	for i := range placed {
		placed[i].From += r.Min.X + 2
		placed[i].To += r.Min.X + 2
	}
	a.frame.bar = placed
	border := a.Look.Accent
	heading := desk.Capital(s.Title())
	title := draw.Fit(" "+heading+" ", min(draw.Width(heading)+2, r.Dx()-4))
	box := []string{border.Paint("╭─") + a.Look.Title.Paint(title) +
		border.Paint(strings.Repeat("─", r.Dx()-3-draw.Width(title))+"╮")}
	side := border.Paint("│")
	for _, line := range body.Lines {
		box = append(box, side+" "+line+" "+side)
	}
	box = append(box, side+draw.Spaces(r.Dx()-2)+side, side+" "+bar+" "+side,
		border.Paint("╰"+strings.Repeat("─", r.Dx()-2)+"╯"))
	for y, line := range lines {
		under := ansi.Strip(line)
		if y == 0 || y < r.Min.Y || y >= r.Min.Y+len(box) {
			lines[y] = a.Look.Line.Paint(under)
			continue
		}
		lines[y] = a.Look.Line.Paint(ansi.Cut(under, 0, r.Min.X)) + box[y-r.Min.Y] +
			a.Look.Line.Paint(ansi.Cut(under, r.Max.X, a.Size.X))
	}
	if a.note.Text != "" || a.JobText() != "" {
		notes := a.noteLines(a.Size.X)
		copy(lines[len(lines)-1-len(notes):], notes)
	}
}

// point routes the mouse: to the keys at the foot, the rail, or the screen under it. A
// drag stays with the screen on which it began.
func (a *App) point(msg tea.MouseMsg) tea.Cmd {
	if a.tooSmall() {
		return nil
	}
	at := image.Pt(msg.Mouse().X, msg.Mouse().Y)
	if _, click := msg.(tea.MouseClickMsg); click {
		a.note = desk.Note{}
		if a.clicked.twice(at, len(a.Dialogs)) {
			return nil
		}
		a.pressed = a.facing()
		footer := a.Size.Y - 1
		if len(a.Dialogs) > 0 {
			footer = a.frame.dialog.Max.Y - 2
		}
		for _, c := range a.frame.bar {
			if at.Y == footer && at.X >= c.From && at.X < c.To {
				return a.leaving(func() tea.Cmd { return a.run(c.Command) })
			}
		}
		if len(a.Dialogs) > 0 {
			if !at.In(a.frame.dialog) {
				c, _ := desk.Find("esc", a.facing().Commands(), a.Commands()) // which may ask first
				return a.run(c)
			}
		} else {
			for i, r := range a.frame.steps {
				if at.In(r) {
					return a.leaving(func() tea.Cmd { return a.enter(i) })
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
	return a.facing().Mouse(msg)
}

// leaving does what a click asks once the text that is open on the step was taken; one that
// is not understood stays, and says why.
func (a *App) leaving(do func() tea.Cmd) tea.Cmd {
	t, writes := a.facing().(interface {
		desk.Typist
		Leave() (tea.Cmd, bool)
	})
	if !writes || !t.Typing() || len(a.Dialogs) > 0 {
		return do()
	}
	cmd, left := t.Leave()
	if !left {
		return cmd
	}
	return tea.Batch(cmd, do())
}

// windowTitle names the plan in the terminal's title.
func (a *App) windowTitle() string {
	if a.Work == nil || a.Plan().Name == "" {
		return a.Say.App.Name
	}
	return foreign.Line(a.Plan().Name + " · " + a.Say.App.Name)
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
