package ui

import (
	"image"
	"math"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// distance is the step that compares how the company works with how its customers look
// for things: one question at a time, four levels each.
type distance struct {
	*desk
	at     int // the question in hand
	level  int // the level in hand; -1: none yet
	area   image.Rectangle
	levels []image.Rectangle // of the question in hand
	side   image.Rectangle   // the profile; empty where there is no room
}

func newDistance(d *desk) *distance {
	s := &distance{desk: d}
	s.ask(0)
	return s
}

func (s *distance) id() string    { return string(atDistance) }
func (s *distance) title() string { return s.say.Distance.Title }

// visited begins with the first question that has no answer.
func (s *distance) visited() tea.Cmd {
	for i, q := range templates.GapQuestions() {
		if _, ok := s.plan().Level(q.ID); !ok {
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
	if s.work == nil {
		return
	}
	if level, ok := s.plan().Level(s.question().ID); ok {
		s.level = level
	}
}

func (s *distance) question() templates.GapQuestion { return templates.GapQuestions()[s.at] }

func (s *distance) commands() []command {
	say := &s.say.Distance
	last := s.at == len(templates.GapQuestions())-1
	_, answered := s.plan().Level(s.question().ID)
	take := say.Take
	if s.level < 0 {
		take = say.Skip
	}
	list := []command{
		{scope: moves, keys: []string{"enter"}, name: take, bar: true, do: func() tea.Cmd { s.take(s.level); return nil }},
		{scope: moves, keys: []string{"down"}, name: s.say.App.Down, do: func() tea.Cmd { s.level = min(s.level+1, model.MaxLevel); return nil }},
		{scope: moves, keys: []string{"up"}, name: s.say.App.Up, do: func() tea.Cmd { s.level = max(s.level-1, 0); return nil }},
		{scope: moves, keys: []string{"right"}, name: say.Next, pair: &pair{"← →", say.Turn}, off: unless(!last, s.say.App.LastField), bar: true, do: func() tea.Cmd { s.ask(s.at + 1); return nil }},
		{scope: moves, keys: []string{"left"}, name: say.Previous, off: unless(s.at > 0, s.say.App.FirstField), do: func() tea.Cmd { s.ask(s.at - 1); return nil }},
		{scope: here, keys: []string{"delete", "backspace"}, name: say.Clear, off: unless(answered, say.NoSteps), do: func() tea.Cmd { s.clear(); return nil }},
		{keys: []string{"p"}, name: say.Profile, bar: s.side.Empty(), do: func() tea.Cmd { s.show(s.profilePage()); return nil }},
		{keys: []string{"a"}, name: say.Presence, bar: true, do: func() tea.Cmd { s.show(newPresence(s.desk)); return nil }},
		{keys: []string{"c"}, name: say.IntoCalendar, off: unless(len(templates.NextSteps(s.plan(), 1)) > 0, say.NoSteps), do: func() tea.Cmd { s.intoCalendar(); return nil }},
	}
	for n := range model.MaxLevel + 1 {
		list = append(list, command{scope: here, keys: []string{strconv.Itoa(n)}, name: s.question().Level(n).In(s.say.Tag), do: func() tea.Cmd { s.take(n); return nil }})
	}
	return list
}

// take answers the question in hand, unless no level was chosen, and goes to the next, or to
// the next step.
func (s *distance) take(level int) {
	q := s.question()
	if level >= 0 {
		s.change("", q.Question.In(s.say.Tag), func(p *model.Plan) { *p = answered(*p, q.ID, level) })
	}
	if s.at == len(templates.GapQuestions())-1 {
		s.level = level
		s.visit(atChannels)
		return
	}
	s.ask(s.at + 1)
}

// answered is a plan with an answer of the gap check.
func answered(p model.Plan, id string, level int) model.Plan {
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
	s.change("", s.say.Distance.Clear, func(p *model.Plan) {
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
	say, added := &s.say.Distance, 0
	steps := templates.NextSteps(s.plan(), 3)
	s.change("", say.IntoCalendar, func(p *model.Plan) {
		for i, q := range steps {
			what := q.Next.In(s.say.Tag)
			if !slices.ContainsFunc(p.Events, func(e model.Event) bool { return e.What == what }) {
				p.Events = append(p.Events, model.Event{Month: p.Start + model.Month(i), Kind: model.ReviewEvent, What: what})
				added++
			}
		}
	})
	if added == 0 {
		s.tell(say.AlreadyThere)
		return
	}
	s.cheer(say.InCalendar.N(added, strconv.Itoa(added)))
}

func (s *distance) layout(area image.Rectangle) {
	s.area = area
	s.side = image.Rectangle{}
	main := area
	if area.Dx() >= 96 {
		s.side = image.Rect(area.Max.X-38, area.Min.Y+2, area.Max.X, area.Max.Y)
		main.Max.X = s.side.Min.X - 3
	}
	w := main.Dx()
	y := area.Min.Y + 4 + len(draw.Wrap(s.question().Question.In(s.say.Tag), w)) + 1
	s.levels = s.levels[:0]
	for n := range model.MaxLevel + 1 {
		h := len(draw.Wrap(s.question().Level(n).In(s.say.Tag), w-6))
		s.levels = append(s.levels, image.Rect(main.Min.X, y, main.Max.X, y+h))
		y += h
	}
}

func (s *distance) draw() draw.Block {
	say, q := &s.say.Distance, s.question()
	w := s.area.Dx()
	count := say.Done.N(len(s.plan().Gap), strconv.Itoa(len(s.plan().Gap)), "all", strconv.Itoa(len(templates.GapQuestions())))
	head := draw.Text(w, s.look.title.Paint(draw.Fit(say.Question, w-draw.Width(count)-1))+" "+s.look.dim.Paint(count), "")
	mainW := s.levels[0].Dx()
	where := say.QuestionOf.With("area", say.Areas[q.Area], "n", strconv.Itoa(s.at+1), "all", strconv.Itoa(len(templates.GapQuestions())))
	body := draw.Stack(draw.Text(mainW, s.look.dim.Paint(where), ""), draw.Paragraph(mainW, s.look.strong, q.Question.In(s.say.Tag)), draw.Blank(mainW, 1))
	chosen, has := s.plan().Level(q.ID)
	for n := range model.MaxLevel + 1 {
		mark := "○"
		if has && n == chosen {
			mark = "●"
		}
		cursor, ink := "  ", s.look.plain
		if n == s.level {
			cursor, ink = "▸ ", s.look.strong
		}
		for i, line := range draw.Wrap(q.Level(n).In(s.say.Tag), mainW-6) {
			before := cursor + mark + " " + strconv.Itoa(n) + " "
			if i > 0 {
				before = "      "
			}
			body.Lines = append(body.Lines, s.on(n == s.level, ink).Paint(draw.Fit(before+line, mainW)))
		}
	}
	body = draw.Stack(body, draw.Blank(mainW, 1), draw.Paragraph(mainW, s.look.dim, say.WhyLabel+" "+q.Why.In(s.say.Tag)))
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
	say := &s.say.Distance
	out := draw.Text(w, s.look.title.Paint(say.ProfileTitle), s.look.line.Paint(draw.Rule(w)))
	for _, a := range templates.Profile(s.plan()) {
		out.Lines = append(out.Lines, s.areaLine(a, w))
	}
	out = draw.Stack(out, draw.Blank(w, 1), draw.Text(w, s.look.title.Paint(say.StepsTitle), s.look.line.Paint(draw.Rule(w))))
	steps := templates.NextSteps(s.plan(), 3)
	if len(steps) == 0 {
		return draw.Stack(out, draw.Paragraph(w, s.look.dim, say.NoSteps))
	}
	for i, q := range steps {
		out = draw.Stack(out, draw.Paragraph(w, s.look.plain, strconv.Itoa(i+1)+". "+q.Next.In(s.say.Tag)))
	}
	return out
}

func (s *distance) areaLine(a templates.Area, w int) string {
	label := draw.Fit(s.say.Distance.Areas[a.ID], 21)
	if a.Answered == 0 {
		return s.look.dim.Paint(label + draw.Fit(s.say.Distance.NotAnswered, w-21))
	}
	ink := s.look.accent
	if a.Level < 1 {
		ink = s.look.warn
	}
	return s.look.plain.Paint(label) + draw.Bar(w-27, a.Level/model.MaxLevel, ink, s.look.line) + draw.FitRight(s.say.Number(a.Level, 1)+"/3", 6)
}

// strip is the profile where there is little room: the areas side by side.
func (s *distance) strip(w int) draw.Block {
	out := draw.Block{W: w}
	half := (w - 2) / 2
	areas := templates.Profile(s.plan())
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
	ink := s.look.accent
	switch {
	case a.Answered == 0:
		dots, ink = "···", s.look.dim
	case a.Level < 1:
		ink = s.look.warn
	}
	return s.look.dim.Paint(draw.Fit(s.say.Distance.Areas[a.ID], w-4)) + " " + ink.Paint(dots)
}

// profilePage is the profile as a dialog.
func (s *distance) profilePage() *page {
	return &page{desk: s.desk, name: "profile", heading: s.say.Distance.ProfileTitle, body: untitled(s.profile)}
}

func (s *distance) mouse(msg tea.MouseMsg) tea.Cmd {
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
