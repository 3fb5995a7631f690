// Package distance is the step of the gap check and of the AI presence.
package distance

import (
	"image"
	"math"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// distance is the step that compares how the company works with how its customers look
// for things: one question at a time, four levels each.
type distance struct {
	*desk.Desk
	at     int // the question in hand
	level  int // the level in hand; -1: none yet
	area   image.Rectangle
	levels []image.Rectangle // of the question in hand
	side   image.Rectangle   // the profile; empty where there is no room
}

// New is the step of the gap check.
func New(d *desk.Desk) *distance {
	s := &distance{Desk: d}
	s.ask(0)
	return s
}

func (s *distance) ID() string    { return string(desk.AtDistance) }
func (s *distance) Title() string { return s.Say.Distance.Title }

// Visited begins with the first question that has no answer.
func (s *distance) Visited() tea.Cmd {
	for i, q := range templates.GapQuestions() {
		if _, ok := s.Plan().Level(q.ID); !ok {
			s.ask(i)
			return nil
		}
	}
	s.ask(s.at)
	return nil
}

// ask goes to a question, with its answer in hand.
func (s *distance) ask(i int) {
	s.at = min(max(i, 0), len(templates.GapQuestions())-1)
	s.level = -1
	if s.Work == nil {
		return
	}
	if level, ok := s.Plan().Level(s.question().ID); ok {
		s.level = level
	}
}

func (s *distance) question() templates.GapQuestion { return templates.GapQuestions()[s.at] }

func (s *distance) Commands() []desk.Command {
	say := &s.Say.Distance
	last := s.at == len(templates.GapQuestions())-1
	_, answered := s.Plan().Level(s.question().ID)
	take := say.Take
	if s.level < 0 {
		take = say.Skip
	}
	list := []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: take, Bar: true,
			Do: func() tea.Cmd { s.take(s.level); return nil }},
		{Scope: desk.Moves, Keys: []string{"down"}, Name: s.Say.App.Down,
			Do: func() tea.Cmd { s.level = min(s.level+1, model.MaxLevel); return nil }},
		{Scope: desk.Moves, Keys: []string{"up"}, Name: s.Say.App.Up,
			Do: func() tea.Cmd { s.level = max(s.level-1, 0); return nil }},
		{Scope: desk.Moves, Keys: []string{"right"}, Name: say.Next, Pair: &desk.Pair{Keys: "← →", Name: say.Turn},
			Off: desk.Unless(!last, s.Say.App.LastField), Bar: true,
			Do: func() tea.Cmd { s.ask(s.at + 1); return nil }},
		{Scope: desk.Moves, Keys: []string{"left"}, Name: say.Previous,
			Off: desk.Unless(s.at > 0, s.Say.App.FirstField), Do: func() tea.Cmd { s.ask(s.at - 1); return nil }},
		{Scope: desk.Here, Keys: []string{"delete", "backspace"}, Name: say.Clear,
			Off: desk.Unless(answered, say.NoAnswerYet), Do: func() tea.Cmd { s.clear(); return nil }},
		{Keys: []string{"p"}, Name: say.Profile, Bar: s.side.Empty(),
			Do: func() tea.Cmd { s.Show(s.profilePage()); return nil }},
		{Keys: []string{"a"}, Name: say.Presence, Bar: true,
			Do: func() tea.Cmd { s.Show(Presence(s.Desk)); return nil }},
		{Keys: []string{"c"}, Name: say.IntoCalendar, Off: desk.Unless(len(templates.NextSteps(s.Plan(), 1)) > 0,
			say.NoSteps), Do: func() tea.Cmd { s.intoCalendar(); return nil }},
	}
	for n := range model.MaxLevel + 1 {
		list = append(list, desk.Command{Scope: desk.Here, Keys: []string{strconv.Itoa(n)},
			Name: s.question().Level(n).In(s.Say.Tag), Do: func() tea.Cmd { s.take(n); return nil }})
	}
	return list
}

// take answers the question in hand, unless no level was chosen, and goes to the next, or to
// the next step.
func (s *distance) take(level int) {
	q := s.question()
	if level >= 0 {
		s.Change("", q.Question.In(s.Say.Tag), func(p *model.Plan) { *p = Answered(*p, q.ID, level) })
	}
	if s.at == len(templates.GapQuestions())-1 {
		s.level = level
		s.Visit(desk.AtDistance.Next())
		return
	}
	s.ask(s.at + 1)
}

// Answered is a plan with an answer of the gap check.
func Answered(p model.Plan, id string, level int) model.Plan {
	for i := range p.Gap {
		if p.Gap[i].ID == id {
			p.Gap[i].Level = level
			return p
		}
	}
	p.Gap = append(p.Gap, model.GapAnswer{ID: id, Level: level})
	return p
}

func (s *distance) clear() {
	id := s.question().ID
	s.Change("", s.Say.Distance.Clear, func(p *model.Plan) {
		var kept []model.GapAnswer
		for _, g := range p.Gap {
			if g.ID != id {
				kept = append(kept, g)
			}
		}
		p.Gap = kept
	})
}

// intoCalendar makes work of the next steps: one a month from the first month on.
func (s *distance) intoCalendar() {
	say, added := &s.Say.Distance, 0
	steps := templates.NextSteps(s.Plan(), 3)
	s.Change("", say.IntoCalendar, func(p *model.Plan) {
		for i, q := range steps {
			what := q.Next.In(s.Say.Tag)
			if !slices.ContainsFunc(p.Events, func(e model.Event) bool { return e.What == what }) {
				p.Events = append(p.Events, model.Event{Month: p.Start + model.Month(i), Kind: model.ReviewEvent,
					What: what})
				added++
			}
		}
	})
	if added == 0 {
		s.Tell(say.AlreadyThere)
		return
	}
	s.Cheer(say.InCalendar.N(added, strconv.Itoa(added)))
}

func (s *distance) Layout(area image.Rectangle) {
	s.area = area
	s.side = image.Rectangle{}
	main := area
	if area.Dx() >= 96 {
		s.side = image.Rect(area.Max.X-38, area.Min.Y+2, area.Max.X, area.Max.Y)
		main.Max.X = s.side.Min.X - 3
	}
	w := main.Dx()
	y := area.Min.Y + 4 + len(draw.Wrap(s.question().Question.In(s.Say.Tag), w)) + 1
	s.levels = s.levels[:0]
	for n := range model.MaxLevel + 1 {
		h := len(draw.Wrap(s.question().Level(n).In(s.Say.Tag), w-6))
		s.levels = append(s.levels, image.Rect(main.Min.X, y, main.Max.X, y+h))
		y += h
	}
}

func (s *distance) Draw() draw.Block {
	say, q := &s.Say.Distance, s.question()
	w := s.area.Dx()
	count := say.Done.N(len(s.Plan().Gap), strconv.Itoa(len(s.Plan().Gap)), "all",
		strconv.Itoa(len(templates.GapQuestions())))
	head := draw.Text(w, s.Look.Title.Paint(draw.Fit(say.Question, w-draw.Width(count)-1))+" "+s.Look.Dim.Paint(count),
		"")
	mainW := s.levels[0].Dx()
	where := say.QuestionOf.With("area", say.Areas[q.Area], "n", strconv.Itoa(s.at+1), "all",
		strconv.Itoa(len(templates.GapQuestions())))
	body := draw.Stack(draw.Text(mainW, s.Look.Dim.Paint(where), ""), draw.Paragraph(mainW, s.Look.Strong,
		q.Question.In(s.Say.Tag)), draw.Blank(mainW, 1))
	chosen, has := s.Plan().Level(q.ID)
	for n := range model.MaxLevel + 1 {
		mark := "○"
		if has && n == chosen {
			mark = "●"
		}
		cursor, ink := "  ", s.Look.Plain
		if n == s.level {
			cursor, ink = "▸ ", s.Look.Strong
		}
		for i, line := range draw.Wrap(q.Level(n).In(s.Say.Tag), mainW-6) {
			before := cursor + mark + " " + strconv.Itoa(n) + " "
			if i > 0 {
				before = "      "
			}
			body.Lines = append(body.Lines, s.On(n == s.level, ink).Paint(draw.Fit(before+line, mainW)))
		}
	}
	body = draw.Stack(body, draw.Blank(mainW, 1),
		draw.Paragraph(mainW, s.Look.Dim, say.WhyLabel+" "+q.Why.In(s.Say.Tag)))
	if !s.side.Empty() {
		body = draw.Beside(body, draw.Blank(3, 1), s.profile(s.side.Dx()))
	} else if strip := s.strip(mainW); s.area.Dy()-2-body.H() > strip.H() {
		foot := s.area.Dy() - 2 - strip.H() // where it stands still from question to question
		body = draw.Stack(body.Tall(foot), strip)
	}
	return draw.Stack(head, body).Tall(s.area.Dy())
}

// profile is how the company stands by area, and the next steps.
func (s *distance) profile(w int) draw.Block {
	say := &s.Say.Distance
	out := draw.Text(w, s.Look.Title.Paint(say.ProfileTitle), s.Look.Line.Paint(draw.Rule(w)))
	for _, a := range templates.Profile(s.Plan()) {
		out.Lines = append(out.Lines, s.areaLine(a, w))
	}
	out = draw.Stack(out, draw.Blank(w, 1), draw.Text(w, s.Look.Title.Paint(say.StepsTitle),
		s.Look.Line.Paint(draw.Rule(w))))
	steps := templates.NextSteps(s.Plan(), 3)
	if len(steps) == 0 {
		return draw.Stack(out, draw.Paragraph(w, s.Look.Dim, say.NoSteps))
	}
	for i, q := range steps {
		out = draw.Stack(out, draw.Paragraph(w, s.Look.Plain, strconv.Itoa(i+1)+". "+q.Next.In(s.Say.Tag)))
	}
	return out
}

func (s *distance) areaLine(a templates.Area, w int) string {
	label := draw.Fit(s.Say.Distance.Areas[a.ID], 21)
	if a.Answered == 0 {
		return s.Look.Dim.Paint(label + draw.Fit(s.Say.Distance.NotAnswered, w-21))
	}
	ink := s.Look.Accent
	if a.Level < 1 {
		ink = s.Look.Warn
	}
	return s.Look.Plain.Paint(label) + draw.Bar(w-27, a.Level/model.MaxLevel, ink, s.Look.Line) +
		draw.FitRight(s.Say.Number(a.Level, 1)+"/3", 6)
}

// strip is the profile where there is little room: the areas side by side.
func (s *distance) strip(w int) draw.Block {
	out := draw.Block{W: w}
	half := (w - 2) / 2
	areas := templates.Profile(s.Plan())
	for i := 0; i < len(areas); i += 2 {
		line := s.narrow(areas[i], half) + "  "
		if i+1 < len(areas) {
			line += s.narrow(areas[i+1], half)
		}
		out.Lines = append(out.Lines, draw.Fit(line, w))
	}
	return out
}

func (s *distance) narrow(a templates.Area, w int) string {
	dots := strings.Repeat("●", int(math.Round(a.Level))) + strings.Repeat("○", model.MaxLevel-int(math.Round(a.Level)))
	ink := s.Look.Accent
	switch {
	case a.Answered == 0:
		dots, ink = "···", s.Look.Dim
	case a.Level < 1:
		ink = s.Look.Warn
	}
	return s.Look.Dim.Paint(draw.Fit(s.Say.Distance.Areas[a.ID], w-4)) + " " + ink.Paint(dots)
}

// profilePage is the profile as a dialog.
func (s *distance) profilePage() *form.Page {
	return &form.Page{Desk: s.Desk, Name: "profile", Heading: s.Say.Distance.ProfileTitle,
		Body: form.Untitled(s.profile)}
}

func (s *distance) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		for n, r := range s.levels {
			if image.Pt(m.X, m.Y).In(r) {
				if n == s.level {
					s.take(n)
				} else {
					s.level = n
				}
				return nil
			}
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			s.level = max(s.level-1, 0)
		} else {
			s.level = min(s.level+1, model.MaxLevel)
		}
	}
	return nil
}
