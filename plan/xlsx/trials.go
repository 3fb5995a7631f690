package xlsx

// The sheet of the tests: what is tried, with what, until when, decided how.

import (
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// fillTrials are the tests: what is tried, with what, until when, decided how, and what came
// of it.
func fillTrials(b *account, s *part.Sheet) {
	w := b.words
	s.Widths(1, 20, 32, 9.5, 10, 6, 10, 9, 42, 30)
	b.head(trialsTab, 9)
	row := headRows + 1
	for i, label := range []string{
		w.Channel, w.WhatWeTry, w.Spend, w.FromMonth, w.MonthsUnit, w.CostToBeat, w.Needed, w.DecisionRule, w.Outcome,
	} {
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
		trialRow(b, s, row, t)
	}
	s.Text(1, row+2, look.Note, w.TrialsNote)
	s.Page.Paper(9, row+2, 0)
}

// trialRow is a test.
func trialRow(b *account, s *part.Sheet, row int, t model.Trial) {
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
	if r := t.Result; r != nil && r.Contacts != nil {
		said = append(said,
			w.TrialResult.With("spend", b.say.Money(r.Spend), "contacts", b.say.Count(*r.Contacts)))
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
