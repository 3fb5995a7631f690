package xlsx

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// fillDistance is how the company works today against how its customers look for things:
// levels that may be changed, the mean of each area, the next steps.
func fillDistance(b *account, s *part.Sheet) {
	w := b.words
	s.Widths(1, 24, 60, 66, 9)
	b.head(distanceTab, 4)
	areas := templates.Profile(b.plan)
	areas = slices.DeleteFunc(areas, func(a templates.Area) bool { return a.Answered == 0 })
	row := headRows + 1
	s.Text(1, row, look.Head, w.Area)
	s.Text(2, row, look.Head, w.MeanLevel)
	s.Section(row, 3, 4, w.NextSteps)
	profile := row + 1
	questions := profile + max(len(areas), 10) + 2
	distanceSteps(b, s, profile)
	s.Section(questions, 1, 4, w.DistanceAnswers)
	row = questions
	starts := []int{questions}
	for at, a := range areas {
		first := row + 1
		for _, q := range templates.GapQuestions() {
			if level, ok := b.plan.Level(q.ID); ok && q.Area == a.ID {
				row++
				starts = append(starts, row)
				distanceRow(b, s, row, q, level)
			}
		}
		s.Text(1, profile+at, look.Row, b.say.Distance.Areas[a.ID])
		s.Num(2, profile+at, look.Level|look.Row|look.Left, formula.Calc(a.Level, "AVERAGE(%s)", s.Stack(4, first, row)))
	}
	s.Rules.Bars(s.Stack(2, profile, profile+len(areas)-1), look.PaleTeal, "3")
	s.Page.Paper(4, row, 0, starts...)
}

// distanceRow is a question with the level, which may be changed, and what it says.
func distanceRow(b *account, s *part.Sheet, row int, q templates.GapQuestion, level int) {
	n := b.input(s, 4, row, look.Whole|look.Row|look.Center, "gap_"+q.ID)
	choices := make([]string, 0, model.MaxLevel+1)
	for l := range model.MaxLevel + 1 {
		choices = append(choices, formula.Quotation(q.Level(l).In(b.say.Tag)))
	}
	now := q.Level(level).In(b.say.Tag)
	s.Text(1, row, look.Row|look.Dim|look.Wrap, b.say.Distance.Areas[q.Area])
	s.Text(2, row, look.Row|look.Wrap, q.Question.In(b.say.Tag))
	s.Say(3, row, look.Row|look.Wrap, formula.Text{F: fmt.Sprintf("CHOOSE(%s+1,%s)", n, strings.Join(choices, ",")), S: now, Live: true})
	s.Lines(row, q.Question.In(b.say.Tag), 66)
	s.Lines(row, now, 72)
}

// distanceSteps are the questions from which the distance shrinks most.
func distanceSteps(b *account, s *part.Sheet, row int) {
	for i, q := range templates.NextSteps(b.plan, 3) {
		top := row + 3*i
		for r := top; r < top+3; r++ {
			s.Blank(3, 4, r, look.OnCream)
		}
		next := fmt.Sprintf("%d. %s: %s", i+1, b.say.Distance.Areas[q.Area], q.Next.In(b.say.Tag))
		s.Text(3, top, look.OnCream|look.Wrap|look.Middle|look.Indent, next)
		s.Merge(3, top, 4, top+2)
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
func fillPresence(b *account, s *part.Sheet) {
	w, runs := b.words, b.plan.Presence
	s.Widths(1, 14, 18, 66, 15, 36, 40)
	b.head(presenceTab, 6)
	found := plan.PresenceOf(b.plan)
	list := headRows + 5 + max(len(found.Assistants), min(len(found.Competitors), 5))
	first, last := list+1, list+len(runs)
	named := s.Stack(4, first, last)
	row := headRows + 1
	s.Section(row, 1, 3, w.ByAssistant)
	s.Section(row, 5, 6, w.Rivals)
	for i, a := range found.Assistants {
		at := row + 1 + i
		s.Blank(1, 3, at, look.Row)
		s.Text(1, at, look.Row, a.Name)
		yes := formula.Calc(float64(a.Times), `SUMPRODUCT((%s=%s)*(%s=%s))`, s.Stack(2, first, last), formula.Num{F: s.Mark(1, at)}, named, formula.Num{F: formula.Quote(b.say.Distance.Named)})
		all := formula.Calc(float64(a.Answers), `SUMPRODUCT(--(%s=%s))`, s.Stack(2, first, last), formula.Num{F: s.Mark(1, at)})
		s.Say(2, at, look.Row, presenceOf(b, yes, all))
		s.Text(3, at, look.Row, "")
	}
	for i, c := range found.Competitors[:min(len(found.Competitors), 5)] {
		s.Blank(5, 6, row+1+i, look.Row)
		s.Text(5, row+1+i, look.Row, c.Name)
		s.Text(6, row+1+i, look.Row, w.NamedTimes.With("n", itoa(c.Answers)))
	}
	s.Text(1, list-1, look.Dim, b.say.Distance.NamedIn.With("x", itoa(found.All.Times), "y", itoa(found.All.Answers)))
	for i, label := range []string{w.When, w.Assistant, w.Question, w.Named, w.Rivals, w.Sources} {
		s.Text(1+i, list, look.Head, label)
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
			s.Text(1+c, at, look.Row|look.Wrap, text)
		}
		s.Lines(at, cells[2], 74)
		s.Lines(at, cells[4], 38)
		s.Lines(at, cells[5], 42)
	}
	s.Page.Titles(list, list, 0)
	s.Page.Paper(6, last, 17, starts...)
}

// presenceOf is x of y as the language says it.
func presenceOf(b *account, x, y formula.Num) formula.Text {
	t := b.say.Distance.XofY
	before, rest, _ := strings.Cut(string(t), "{x}")
	between, after, _ := strings.Cut(rest, "{y}")
	f := fmt.Sprintf("%s&%s&%s&%s&%s", formula.Quotation(before), x, formula.Quotation(between), y, formula.Quotation(after))
	return formula.Text{F: f, S: t.With("x", b.say.Number(x.X, 0), "y", b.say.Number(y.X, 0)), Live: true}
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
func fillTrials(b *account, s *part.Sheet) {
	w := b.words
	s.Widths(1, 20, 32, 9.5, 10, 6, 10, 9, 42, 30)
	b.head(trialsTab, 9)
	row := headRows + 1
	for i, label := range []string{w.Channel, w.WhatWeTry, w.Spend, w.FromMonth, w.MonthsUnit, w.CostToBeat, w.Needed, w.DecisionRule, w.Outcome} {
		style := look.Head
		switch {
		case i >= 2 && i <= 6:
			style = look.Head | look.Right
		case i == 7:
			style = look.Head | look.Indent
		}
		s.Text(1+i, row, style, label)
	}
	s.Height(row, 30)
	for _, t := range b.plan.Trials {
		row++
		name := string(t.Channel)
		if i := b.plan.Channel(t.Channel); i >= 0 {
			name = b.names[i]
		} else if known, ok := templates.FindChannel(t.Channel); ok {
			name = known.Name.In(b.say.Tag)
		}
		rule, outcome := trialRule(b, t), trialOutcome(b, t)
		s.Text(1, row, look.Row|look.Wrap|look.Bold, name)
		s.Text(2, row, look.Row|look.Wrap, t.What)
		s.Value(3, row, look.Money|look.Row|look.Wrap, euros(t.Budget))
		s.Value(4, row, look.Month|look.Row|look.Wrap, serial(t.Start))
		s.Value(5, row, look.Whole|look.Row|look.Wrap, float64(t.Months))
		s.Value(6, row, look.Cents|look.Row|look.Wrap, euros(t.CostToBeat))
		s.Value(7, row, look.Whole|look.Row|look.Wrap, t.Needed())
		s.Text(8, row, look.Row|look.Wrap|look.Indent, rule)
		s.Text(9, row, look.Row|look.Wrap, outcome)
		s.Lines(row, t.What, 36)
		s.Lines(row, rule, 47)
		s.Lines(row, outcome, 33)
	}
	s.Text(1, row+2, look.Note, w.TrialsNote)
	s.Page.Paper(9, row+2, 0)
}

// trialRule is how a test is decided: in contacts, if the whole budget is spent.
func trialRule(b *account, t model.Trial) string {
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
func trialOutcome(b *account, t model.Trial) string {
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
