// The year: how it looks.

package progress

import (
	"image"
	"strings"

	"arringa/plan"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"
)

func (s *progress) Layout(area image.Rectangle) {
	s.area = area
	s.cellW = min(max((area.Dx()-14)/6, 8), 12)
	s.nameW = min(area.Dx()-6*s.cellW, 34)
	first := area.Min.Y + 4
	rows := max(area.Dy()-4-8, 1)
	n := len(s.Plan().Channels)
	s.list = image.Rect(area.Min.X, first, area.Max.X, first+min(rows, n))
	s.top = form.Scrolled(s.top, s.Row, rows, n)
}

func (s *progress) Draw() draw.Block {
	say, w := &s.Say.Progress, s.area.Dx()
	month := "‹ " + s.Say.Month(s.at()) + " ›"
	out := draw.Text(w, s.Look.Title.Paint(draw.Fit(say.Question,
		w-draw.Width(month)-1))+" "+s.Look.Strong.Paint(month), "",
		s.headings(), s.Look.Line.Paint(draw.Rule(w)))
	t := s.Track()
	for y := s.list.Min.Y; y < s.list.Max.Y; y++ {
		out.Lines = append(out.Lines, draw.Fit(s.channelRow(y-s.list.Min.Y+s.top, t), w))
	}
	if len(t.Channels) == 0 {
		return draw.Stack(out, draw.Paragraph(w, s.Look.Dim, s.Say.Budget.NoChannels)).Tall(s.area.Dy())
	}
	return draw.Stack(out, draw.Text(w, s.MoreRule(w, len(t.Channels), s.top, s.list.Dy())),
		s.Summary(w, t)).Tall(s.area.Dy())
}

func (s *progress) headings() string {
	say := &s.Say.Progress
	line := draw.Spaces(s.nameW)
	contacts := say.Contacts
	if draw.Width(contacts) >= s.cellW {
		contacts = say.ContactsShort
	}
	customers := say.Customers
	if draw.Width(customers) >= s.cellW {
		customers = s.Say.Budget.Customers
	}
	for _, pair := range [][2]string{{say.Spend, say.Done}, {contacts, say.Came}, {customers, say.Came}} {
		line += draw.FitRight(pair[0], s.cellW) + draw.FitRight(pair[1], s.cellW)
	}
	return s.Look.Dim.Paint(line)
}

func (s *progress) channelRow(row int, t plan.Tracking) string {
	c, m := s.Plan().Channels[row], t.Channels[row].Months[s.Month]
	chosen := row == s.Row
	cursor, ink := "  ", s.Look.Plain
	if chosen {
		cursor, ink = "▸ ", s.Look.Strong
	}
	var b strings.Builder
	s.On(chosen, ink).To(&b, cursor+draw.Fit(s.ShortName(c), s.nameW-2))
	planned := [ActualColumns]string{s.Say.ResultAmount(m.Planned.Spend), s.Say.Count(m.Planned.Contacts),
		s.Say.Count(m.Planned.Customers)}
	for col := range ActualColumns {
		s.Look.Dim.To(&b, draw.FitRight(planned[col], s.cellW))
		value, cell := s.Value(row, col), s.Look.Plain
		if value == "" {
			value, cell = "·", s.Look.Dim
		}
		if chosen && col == s.Col {
			if s.typed {
				b.WriteString(s.Look.Field.Paint(draw.Fit(" "+s.input.View(), s.cellW)))
				continue
			}
			cell = s.Look.ChosenCell
		}
		cell.To(&b, draw.FitRight(value, s.cellW))
	}
	return b.String()
}

// Summary is the year so far, what follows from it, and what it has shown to be otherwise.
func (s *progress) Summary(w int, t plan.Tracking) draw.Block {
	say := &s.Say.Progress
	if t.Known == 0 {
		return draw.Paragraph(w, s.Look.Dim, s.Pressing(say.NothingKnown, say.ImportKey))
	}
	var parts []string
	for _, x := range []struct {
		label string
		v     plan.Versus
		write func(float64) string
	}{{say.Spend, t.ToDate.Spend, s.Say.Result}, {say.Contacts, t.ToDate.Contacts, s.Say.Count},
		{say.Customers, t.ToDate.Customers, s.Say.Count}} {
		if off, ok := x.v.Off(); ok {
			parts = append(parts, say.Off.With("what", x.label, "actual", x.write(x.v.Actual), "planned",
				x.write(x.v.Planned), "off", s.Say.SignedShare(off)))
		}
	}
	out := draw.Paragraph(w, s.Look.Plain, say.SoFar+" "+strings.Join(parts, " · ")+".")
	text := say.Forecast.With("margin", s.Say.Result(t.Forecast.Margin), "plan", s.Say.Result(t.Plan.Margin),
		"customers", s.Say.Count(t.Forecast.Customers))
	ink := s.Look.Good
	if t.Forecast.Margin < t.Plan.Margin {
		ink = s.Look.Warn
	}
	out = draw.Stack(out, draw.Paragraph(w, ink, text))
	for _, f := range t.Found {
		out = draw.Stack(out, draw.Paragraph(w, s.Look.Bad, "! "+desk.ProblemOf(s.Say, s.Plan(), f)))
	}
	return out
}
