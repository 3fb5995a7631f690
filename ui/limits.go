package ui

import (
	"image"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
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

// newLimits asks the least and the most of a channel, and how its year is spread.
func newLimits(d *desk, line int) *sheet {
	say := &d.say.Budget
	k := asker{d, "limits."}
	return newSheet(d, "limits", say.LimitsOf.With("channel", d.name(d.plan().Channels[line])), "", func() []field {
		c := d.plan().Channels[line]
		least := k.money("least", say.AtLeast, c.AtLeast, func(p *model.Plan, m model.Money) (err error) {
			*p, err = plan.SetLimits(*p, line, m, c.AtMost)
			return err
		})
		most := k.money("most", say.AtMost, c.AtMost, func(p *model.Plan, m model.Money) (err error) {
			*p, err = plan.SetLimits(*p, line, c.AtLeast, m)
			return err
		})
		for _, f := range []*field{&least, &most} {
			if f.typed == "0" {
				f.value, f.typed = "", ""
			}
		}
		threshold := k.money("threshold", say.Threshold, c.Threshold, func(p *model.Plan, m model.Money) error {
			p.Channels[line].Threshold = m
			return nil
		})
		calendar := pick(k, "calendar", say.Calendar, []string{say.CalendarEven, say.CalendarSeason, say.CalendarTyped}, []model.CalendarKind{model.Even, model.BySeason, model.Typed},
			c.Calendar.Kind, func(p *model.Plan, kind model.CalendarKind) { *p = plan.SetCalendar(*p, line, kind) })
		return []field{least, most, threshold, calendar, onward(d.say.App.Ready, func() tea.Cmd { d.close(); return nil })}
	})
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
