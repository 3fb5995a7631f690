package xlsx

import (
	"arringa/plan/xlsx/look"
	"fmt"
	"math"
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// fillDistance is how the company works today against how its customers look for things:
// levels that may be changed, the mean of each area, the next steps.
func (b *book) fillDistance(s *sheet) {
	w := b.words
	s.widths(1, 24, 60, 66, 9)
	s.head(4, b.figures)
	areas := templates.Profile(b.plan)
	areas = slices.DeleteFunc(areas, func(a templates.Area) bool { return a.Answered == 0 })
	row := headRows + 1
	s.text(1, row, look.Head, w.Area)
	s.text(2, row, look.Head, w.MeanLevel)
	s.section(row, 3, 4, w.NextSteps)
	profile := row + 1
	questions := profile + max(len(areas), 10) + 2
	b.nextSteps(s, profile)
	s.section(questions, 1, 4, w.DistanceAnswers)
	row = questions
	starts := []int{questions}
	for at, a := range areas {
		first := row + 1
		for _, q := range templates.GapQuestions() {
			if level, ok := b.plan.Level(q.ID); ok && q.Area == a.ID {
				row++
				starts = append(starts, row)
				b.distanceRow(s, row, q, level)
			}
		}
		s.text(1, profile+at, look.Row, b.say.Distance.Areas[a.ID])
		s.num(2, profile+at, look.Level|look.Row|look.Left, calc(a.Level, "AVERAGE(%s)", s.stack(4, first, row)))
	}
	s.bars(s.stack(2, profile, profile+len(areas)-1), look.PaleTeal, "3")
	s.paper(4, row, 0, starts...)
}

// distanceRow is a question with the level, which may be changed, and what it says.
func (b *book) distanceRow(s *sheet, row int, q templates.GapQuestion, level int) {
	n := s.input(4, row, look.Whole|look.Row|look.Center, "gap_"+q.ID)
	choices := make([]string, 0, model.MaxLevel+1)
	for l := range model.MaxLevel + 1 {
		choices = append(choices, quotation(q.Level(l).In(b.say.Tag)))
	}
	now := q.Level(level).In(b.say.Tag)
	s.text(1, row, look.Row|look.Dim|look.Wrap, b.say.Distance.Areas[q.Area])
	s.text(2, row, look.Row|look.Wrap, q.Question.In(b.say.Tag))
	s.say(3, row, look.Row|look.Wrap, text{f: fmt.Sprintf("CHOOSE(%s+1,%s)", n, strings.Join(choices, ",")), s: now, live: true})
	s.lines(row, q.Question.In(b.say.Tag), 66)
	s.lines(row, now, 72)
}

// nextSteps are the questions from which the distance shrinks most.
func (b *book) nextSteps(s *sheet, row int) {
	for i, q := range templates.NextSteps(b.plan, 3) {
		top := row + 3*i
		for r := top; r < top+3; r++ {
			s.blank(3, 4, r, look.OnCream)
		}
		next := fmt.Sprintf("%d. %s: %s", i+1, b.say.Distance.Areas[q.Area], q.Next.In(b.say.Tag))
		s.text(3, top, look.OnCream|look.Wrap|look.Middle|look.Indent, next)
		s.merge(3, top, 4, top+2)
	}
}

// inputs of the distance: the levels of the questions that were answered.
func (l *inputList) distance(p model.Plan) {
	for i, a := range p.Gap {
		q, ok := templates.FindGapQuestion(a.ID)
		if !ok {
			continue
		}
		l.add(input{name: "gap_" + a.ID, label: q.Question.In(l.say.Tag), most: model.MaxLevel, whole: true,
			get: func(p *model.Plan, _ int) (float64, bool) { return float64(p.Gap[i].Level), true },
			set: func(p *model.Plan, _ int, v float64) { p.Gap[i].Level = int(math.Round(v)) },
		})
	}
}

// fillPresence is the record of what AI assistants answer, counted: a few answers are no
// statistic, so that they are said as x of y.
func (b *book) fillPresence(s *sheet) {
	w, runs := b.words, b.plan.Presence
	s.widths(1, 14, 18, 66, 15, 36, 40)
	s.head(6, b.figures)
	found := plan.PresenceOf(b.plan)
	list := headRows + 5 + max(len(found.Assistants), min(len(found.Competitors), 5))
	first, last := list+1, list+len(runs)
	named := s.stack(4, first, last)
	row := headRows + 1
	s.section(row, 1, 3, w.ByAssistant)
	s.section(row, 5, 6, w.Rivals)
	for i, a := range found.Assistants {
		at := row + 1 + i
		s.blank(1, 3, at, look.Row)
		s.text(1, at, look.Row, a.Name)
		yes := calc(float64(a.Times), `SUMPRODUCT((%s=%s)*(%s=%s))`, s.stack(2, first, last), num{f: s.mark(1, at)}, named, num{f: quote(b.say.Distance.Named)})
		all := calc(float64(a.Answers), `SUMPRODUCT(--(%s=%s))`, s.stack(2, first, last), num{f: s.mark(1, at)})
		s.say(2, at, look.Row, b.outOf(yes, all))
		s.text(3, at, look.Row, "")
	}
	for i, c := range found.Competitors[:min(len(found.Competitors), 5)] {
		s.blank(5, 6, row+1+i, look.Row)
		s.text(5, row+1+i, look.Row, c.Name)
		s.text(6, row+1+i, look.Row, w.NamedTimes.With("n", itoa(c.Answers)))
	}
	s.text(1, list-1, look.Dim, b.say.Distance.NamedIn.With("x", itoa(found.All.Times), "y", itoa(found.All.Answers)))
	for i, label := range []string{w.When, w.Assistant, w.Question, w.Named, w.Rivals, w.Sources} {
		s.text(1+i, list, look.Head, label)
	}
	var starts []int
	for i, r := range runs {
		starts = append(starts, first+i)
		at := first + i
		said := b.say.Distance.NotNamed
		if r.Named {
			said = b.say.Distance.Named
		}
		cells := []string{b.say.Day(r.Date), strings.TrimSpace(r.Assistant), promptOf(r.Prompt, b.say.Tag), said, strings.Join(r.Competitors, ", "), strings.Join(r.Sources, ", ")}
		for c, text := range cells {
			s.text(1+c, at, look.Row|look.Wrap, text)
		}
		s.lines(at, cells[2], 74)
		s.lines(at, cells[4], 38)
		s.lines(at, cells[5], 42)
	}
	s.titles(list, list, 0)
	s.paper(6, last, 17, starts...)
}

// outOf is x of y as the language says it.
func (b *book) outOf(x, y num) text {
	t := b.say.Distance.XofY
	before, rest, _ := strings.Cut(string(t), "{x}")
	between, after, _ := strings.Cut(rest, "{y}")
	f := fmt.Sprintf("%s&%s&%s&%s&%s", quotation(before), x, quotation(between), y, quotation(after))
	return text{f: f, s: t.With("x", b.say.Number(x.x, 0), "y", b.say.Number(y.x, 0)), live: true}
}

func promptOf(id, language string) string {
	for _, p := range templates.Prompts() {
		if p.ID == id {
			return strings.NewReplacer("{", "‹", "}", "›").Replace(p.Prompt.In(language))
		}
	}
	return id
}

// fillTrials are the tests: what is tried, with what, until when, decided how, and what came
// of it.
func (b *book) fillTrials(s *sheet) {
	w := b.words
	s.widths(1, 20, 32, 9.5, 10, 6, 10, 9, 42, 30)
	s.head(9, b.figures)
	row := headRows + 1
	for i, label := range []string{w.Channel, w.WhatWeTry, w.Spend, w.FromMonth, w.MonthsUnit, w.CostToBeat, w.Needed, w.DecisionRule, w.Outcome} {
		style := look.Head
		switch {
		case i >= 2 && i <= 6:
			style = look.Head | look.Right
		case i == 7:
			style = look.Head | look.Indent
		}
		s.text(1+i, row, style, label)
	}
	s.height(row, 30)
	for _, t := range b.plan.Trials {
		row++
		name := string(t.Channel)
		if i := b.plan.Channel(t.Channel); i >= 0 {
			name = b.names[i]
		} else if known, ok := templates.FindChannel(t.Channel); ok {
			name = known.Name.In(b.say.Tag)
		}
		rule, outcome := b.trialRule(t), b.trialOutcome(t)
		s.text(1, row, look.Row|look.Wrap|look.Bold, name)
		s.text(2, row, look.Row|look.Wrap, t.What)
		s.value(3, row, look.Money|look.Row|look.Wrap, euros(t.Budget))
		s.value(4, row, look.Month|look.Row|look.Wrap, serial(t.Start))
		s.value(5, row, look.Whole|look.Row|look.Wrap, float64(t.Months))
		s.value(6, row, look.Cents|look.Row|look.Wrap, euros(t.CostToBeat))
		s.value(7, row, look.Whole|look.Row|look.Wrap, t.Needed())
		s.text(8, row, look.Row|look.Wrap|look.Indent, rule)
		s.text(9, row, look.Row|look.Wrap, outcome)
		s.lines(row, t.What, 36)
		s.lines(row, rule, 47)
		s.lines(row, outcome, 33)
	}
	s.text(1, row+2, look.Note, w.TrialsNote)
	s.paper(9, row+2, 0)
}

// trialRule is how a test is decided: in contacts, if the whole budget is spent.
func (b *book) trialRule(t model.Trial) string {
	w := b.words
	o, ok := plan.PlanTrial(b.plan, t)
	if !ok || o.ScaleFrom == 0 {
		return w.RuleByChance.With("scale", b.say.Of100(t.ScaleAt), "stop", b.say.Of100(t.StopAt))
	}
	rule := w.RuleScale.With("n", itoa(o.ScaleFrom))
	if o.StopUpTo >= 0 {
		rule += " " + w.RuleStop.With("n", itoa(o.StopUpTo))
	}
	return rule + " " + w.RuleHold
}

// trialOutcome is what a test came to and what was decided.
func (b *book) trialOutcome(t model.Trial) string {
	w := b.words
	var said []string
	if t.Result != nil {
		said = append(said, w.TrialResult.With("spend", b.say.Money(t.Result.Spend), "contacts", b.say.Count(t.Result.Contacts)))
	}
	if decision, ok := w.Decisions[string(t.Decision)]; ok {
		said = append(said, decision)
	}
	if t.Note != "" {
		said = append(said, t.Note)
	}
	if len(said) == 0 {
		return w.NotFinished
	}
	return strings.Join(said, " ")
}
