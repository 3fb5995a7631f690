package ui

import (
	"image"
	"strings"

	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// sheet is a dialog with a form.
type sheet struct {
	form
	name, heading string
	intro         string
	help          image.Rectangle
	apart         bool   // what is answered is in the plan at the end alone: esc asks before it goes
	begun         string // what was answered when the dialog opened
}

func newSheet(d *desk, name, heading, intro string, fields func() []field) *sheet {
	return &sheet{form: newForm(d, fields), name: name, heading: heading, intro: intro}
}

// newApart is a form whose answers are taken at its end alone.
func newApart(d *desk, name, heading, intro string, fields func() []field) *sheet {
	s := newSheet(d, name, heading, intro, fields)
	s.apart = true
	return s
}

func (s *sheet) id() string    { return s.name }
func (s *sheet) title() string { return s.heading }

func (s *sheet) commands() []command {
	list := s.formCommands()
	if s.apart && s.answers() != s.begun {
		list = append(list, command{scope: moves, keys: []string{"esc", "ctrl+c"}, name: s.say.App.Close, do: s.leave})
	}
	return list
}

// answers are all that is answered, as one text.
func (s *sheet) answers() string {
	var b strings.Builder
	for _, r := range s.rows {
		b.WriteString(r.id + "\x00" + r.value + "\x00" + s.refusals[r.key()].text + "\x00")
	}
	return b.String()
}

// leave asks whether to go without what was answered.
func (s *sheet) leave() tea.Cmd {
	say := &s.say.App
	s.show(newConfirm(s.desk, "leave", say.LeaveTitle, say.LeaveForm,
		choice{say.BackToIt, func() tea.Cmd { return nil }},
		choice{say.DropIt, func() tea.Cmd { s.closeBoth(); return nil }}))
	return nil
}

func (s *sheet) mouse(msg tea.MouseMsg) tea.Cmd { return s.formMouse(msg) }

func (s *sheet) size(room image.Point) image.Point {
	w := min(76, room.X)
	h := 4 // the help
	for i, f := range s.fields() {
		h += max(f.lines, 1)
		if f.isHeading() && i > 0 {
			h++
		}
	}
	if s.intro != "" {
		h += len(draw.Wrap(s.intro, w)) + 1
	}
	return image.Pt(w, min(h, room.Y))
}

func (s *sheet) layout(area image.Rectangle) {
	top := area
	if s.intro != "" {
		top.Min.Y += len(draw.Wrap(s.intro, area.Dx())) + 1
	}
	top.Max.Y = max(area.Max.Y-4, top.Min.Y+1)
	s.help = image.Rect(area.Min.X, top.Max.Y+1, area.Max.X, area.Max.Y)
	s.layoutForm(top)
	if s.begun == "" {
		s.begun = s.answers()
	}
}

func (s *sheet) draw() draw.Block {
	w := s.help.Dx()
	body := s.drawForm()
	if s.intro != "" {
		body = draw.Stack(draw.Paragraph(w, s.look.plain, s.intro), draw.Blank(w, 1), body)
	}
	text, ink := s.helpText()
	return draw.Stack(body, draw.Blank(w, 1), draw.Paragraph(w, ink, text).Tall(s.help.Dy()))
}
