package xlsx

// The sheet of the distance: how the company works today against how its customers look for things.

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"arringa/model"
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
		s.Num(2, profile+at, look.Level|look.Row|look.Left, formula.Calc(a.Level, "AVERAGE(%s)",
			s.Stack(4, first, row)))
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
	said := fmt.Sprintf("CHOOSE(%s+1,%s)", n, strings.Join(choices, ","))
	s.Say(3, row, look.Row|look.Wrap, formula.Text{F: said, S: now, Live: true})
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

// distance adds the levels of the questions that were answered.
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
