// A form in a dialog.

package form

import (
	"image"
	"strings"

	"arringa/ui/desk"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// Sheet is a dialog with a form.
type Sheet struct {
	Form
	name, Heading string
	Intro         string
	help          image.Rectangle
	Apart         bool              // what is answered is in the plan at the end alone: esc asks before it goes
	begun         string            // what was answered when the dialog opened
	before        map[string]string // the same, by row
}

// NewSheet is a form in a dialog; see Sheet.
func NewSheet(d *desk.Desk, name, heading, intro string, fields func() []Field) *Sheet {
	return &Sheet{Form: New(d, fields), name: name, Heading: heading, Intro: intro}
}

// NewApart is a form whose answers are taken at its end alone.
func NewApart(d *desk.Desk, name, heading, intro string, fields func() []Field) *Sheet {
	s := NewSheet(d, name, heading, intro, fields)
	s.Apart = true
	return s
}

// ID implements desk.Screen.
func (s *Sheet) ID() string { return s.name }

// Title implements desk.Screen.
func (s *Sheet) Title() string { return s.Heading }

// Commands implements desk.Screen.
func (s *Sheet) Commands() []desk.Command {
	list := s.FormCommands()
	if s.Apart && s.answers() != s.begun {
		list = append(list, desk.Command{Scope: desk.Moves, Keys: []string{"esc", "ctrl+c", "ctrl+q"},
			Name: s.Say.App.Close, Do: s.leave})
	}
	return list
}

// answers are all that is answered, as one text.
func (s *Sheet) answers() string {
	s.Sync() // a text may have been taken since the form was laid out
	var b strings.Builder
	for _, r := range s.Rows {
		b.WriteString(r.ID + "\x00" + r.Value + "\x00" + s.refusals[r.Key()].text + "\x00")
	}
	return b.String()
}

// leave asks whether to go without what was answered.
func (s *Sheet) leave() tea.Cmd {
	say := &s.Say.App
	s.Show(newConfirm(s.Desk, "leave", say.LeaveTitle, say.LeaveForm,
		Choice{say.BackToIt, func() tea.Cmd { return nil }},
		Choice{say.DropIt, func() tea.Cmd { s.CloseBoth(); return nil }}))
	return nil
}

// Mouse implements desk.Screen.
func (s *Sheet) Mouse(msg tea.MouseMsg) tea.Cmd { return s.FormMouse(msg) }

// Size implements desk.Dialog.
func (s *Sheet) Size(room image.Point) image.Point {
	w := min(76, room.X)
	h := 4 // the help
	for i, f := range s.Fields() {
		h += max(f.Lines, 1)
		if f.isHeading() && i > 0 {
			h++
		}
	}
	if s.Intro != "" {
		h += len(draw.Wrap(s.Intro, w)) + 1
	}
	return image.Pt(w, min(h, room.Y))
}

// Layout implements desk.Screen.
func (s *Sheet) Layout(area image.Rectangle) {
	top := area
	if s.Intro != "" {
		top.Min.Y += len(draw.Wrap(s.Intro, area.Dx())) + 1
	}
	top.Max.Y = max(area.Max.Y-4, top.Min.Y+1)
	s.help = image.Rect(area.Min.X, top.Max.Y+1, area.Max.X, area.Max.Y)
	s.LayoutForm(top)
	s.opened()
}

// Draw implements desk.Screen.
func (s *Sheet) Draw() draw.Block {
	w := s.help.Dx()
	body := s.DrawForm()
	if s.Intro != "" {
		body = draw.Stack(draw.Paragraph(w, s.Look.Plain, s.Intro), draw.Blank(w, 1), body)
	}
	text, ink := s.HelpText()
	return draw.Stack(body, draw.Blank(w, 1), draw.Within(w, s.help.Dy(), ink, text))
}
