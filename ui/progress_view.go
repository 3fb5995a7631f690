package ui

import (
	"image"
	"strings"

	"arringa/plan"
	"arringa/ui/draw"
)

func (s *progress) layout(area image.Rectangle) {
	s.area = area
	s.cellW = min(max((area.Dx()-14)/6, 8), 12)
	s.nameW = min(area.Dx()-6*s.cellW, 34)
	first := area.Min.Y + 4
	rows := max(area.Dy()-4-8, 1)
	n := len(s.plan().Channels)
	s.list = image.Rect(area.Min.X, first, area.Max.X, first+min(rows, n))
	s.top = scrolled(s.top, s.row, rows, n)
}

func (s *progress) draw() draw.Block {
	say, w := &s.say.Progress, s.area.Dx()
	month := "‹ " + s.say.Month(s.at()) + " ›"
	out := draw.Text(w, s.look.title.Paint(draw.Fit(say.Question, w-draw.Width(month)-1))+" "+s.look.strong.Paint(month), "",
		s.headings(), s.look.line.Paint(draw.Rule(w)))
	t := s.track()
	for y := s.list.Min.Y; y < s.list.Max.Y; y++ {
		out.Lines = append(out.Lines, draw.Fit(s.channelRow(y-s.list.Min.Y+s.top, t), w))
	}
	if len(t.Channels) == 0 {
		return draw.Stack(out, draw.Paragraph(w, s.look.dim, s.say.Budget.NoChannels)).Tall(s.area.Dy())
	}
	return draw.Stack(out, draw.Text(w, s.moreRule(w, len(t.Channels), s.top, s.list.Dy())), s.summary(w, t)).Tall(s.area.Dy())
}

func (s *progress) headings() string {
	say := &s.say.Progress
	line := draw.Spaces(s.nameW)
	contacts := say.Contacts
	if draw.Width(contacts) >= s.cellW {
		contacts = say.ContactsShort
	}
	customers := say.Customers
	if draw.Width(customers) >= s.cellW {
		customers = s.say.Budget.Customers
	}
	for _, pair := range [][2]string{{say.Spend, say.Done}, {contacts, say.Came}, {customers, say.Came}} {
		line += draw.FitRight(pair[0], s.cellW) + draw.FitRight(pair[1], s.cellW)
	}
	return s.look.dim.Paint(line)
}

func (s *progress) channelRow(row int, t plan.Tracking) string {
	c, m := s.plan().Channels[row], t.Channels[row].Months[s.month]
	chosen := row == s.row
	cursor, ink := "  ", s.look.plain
	if chosen {
		cursor, ink = "▸ ", s.look.strong
	}
	var b strings.Builder
	s.on(chosen, ink).To(&b, cursor+draw.Fit(s.shortName(c), s.nameW-2))
	planned := [actualColumns]string{s.say.ResultAmount(m.Planned.Spend), s.say.Count(m.Planned.Contacts), s.say.Count(m.Planned.Customers)}
	for col := range actualColumns {
		s.look.dim.To(&b, draw.FitRight(planned[col], s.cellW))
		value, cell := s.value(row, col), s.look.plain
		if value == "" {
			value, cell = "·", s.look.dim
		}
		if chosen && col == s.col {
			if s.typed {
				b.WriteString(s.look.field.Paint(draw.Fit(" "+s.input.View(), s.cellW)))
				continue
			}
			cell = s.look.chosenCell
		}
		cell.To(&b, draw.FitRight(value, s.cellW))
	}
	return b.String()
}

// summary is the year so far, what follows from it, and what it has shown to be otherwise.
func (s *progress) summary(w int, t plan.Tracking) draw.Block {
	say := &s.say.Progress
	if t.Known == 0 {
		return draw.Paragraph(w, s.look.dim, say.NothingKnown)
	}
	var parts []string
	for _, x := range []struct {
		label string
		v     plan.Versus
		write func(float64) string
	}{{say.Spend, t.ToDate.Spend, s.say.Result}, {say.Contacts, t.ToDate.Contacts, s.say.Count}, {say.Customers, t.ToDate.Customers, s.say.Count}} {
		if off, ok := x.v.Off(); ok {
			parts = append(parts, say.Off.With("what", x.label, "actual", x.write(x.v.Actual), "planned", x.write(x.v.Planned), "off", s.say.SignedShare(off)))
		}
	}
	out := draw.Paragraph(w, s.look.plain, say.SoFar+" "+strings.Join(parts, " · ")+".")
	text := say.Forecast.With("margin", s.say.Result(t.Forecast.Margin), "plan", s.say.Result(t.Plan.Margin), "customers", s.say.Count(t.Forecast.Customers))
	ink := s.look.good
	if t.Forecast.Margin < t.Plan.Margin {
		ink = s.look.warn
	}
	out = draw.Stack(out, draw.Paragraph(w, ink, text))
	for _, f := range t.Found {
		out = draw.Stack(out, draw.Paragraph(w, s.look.bad, "! "+problemOf(s.say, s.plan(), f)))
	}
	return out
}
