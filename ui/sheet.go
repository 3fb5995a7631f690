package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"arringa/ui/draw"
)

// sheet is a dialog with a form.
type sheet struct {
	form
	name, heading string
	intro         string
	help          image.Rectangle
}

func newSheet(d *desk, name, heading, intro string, fields func() []field) *sheet {
	return &sheet{form: newForm(d, fields), name: name, heading: heading, intro: intro}
}

func (s *sheet) id() string          { return s.name }
func (s *sheet) title() string       { return s.heading }
func (s *sheet) commands() []command { return s.formCommands() }

func (s *sheet) mouse(msg tea.MouseMsg) tea.Cmd { return s.formMouse(msg) }

func (s *sheet) size(room image.Point) image.Point {
	w := min(76, room.X)
	h := 4 // the help
	for _, f := range s.fields() {
		h += max(f.lines, 1)
		if f.isHeading() {
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
