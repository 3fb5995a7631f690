package xlsx

// The sheet of the reasons: why each channel gets its money.

import (
	"strings"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// fillReasons says why each channel gets its money: a block a channel. Texts with figures
// follow the figures.
func fillReasons(b *account, s *part.Sheet) {
	s.Widths(1, 31, 114)
	b.head(reasonsTab, 2)
	row := headRows + 1
	var starts []int
	for i := range b.channels {
		starts = append(starts, row)
		s.Section(row, 1, 2, b.names[i])
		s.Set(2, row, look.Section|look.Right, part.Cell{})
		s.Num(2, row, look.Money|look.Section|look.Right, b.channels[i].amount)
		row++
		for _, x := range reasonsOf(b, i) {
			if x.said.S == "" {
				continue
			}
			s.Text(1, row, look.Row|look.Dim|look.Wrap, x.label)
			s.Say(2, row, look.Row|look.Wrap, x.said)
			s.Lines(row, x.said.S, 132)
			row++
		}
		row++
	}
	s.Page.Titles(2, 3, 0)
	s.Page.Paper(2, row-1, 46, starts...)
}

// reason is a part of why a channel gets its money.
type reason struct {
	label string
	said  formula.Text
}

// reasonsOf are the parts of a channel's reasons.
func reasonsOf(b *account, i int) []reason {
	w, known, r := b.words, b.known[i], b.say.Wording(b.plan.Channels[i])
	kpi, _ := templates.FindTerm(r.KPI)
	return []reason{
		{w.Claim, b.typed(r.Claim, known)},
		{w.Evidence, formula.Words(strings.Join(b.sourceNames(r.Evidence), "; "))},
		{w.KPI, formula.Words(kpi.Term.In(b.say.Tag))},
		{w.Target, b.typed(r.Target, known)},
		{w.Risk, b.typed(r.Risk, known)},
		{w.StopRule, b.typed(r.StopRule, known)},
		{w.Owner, formula.Words(r.Owner)},
		{w.Review, formula.Words(b.say.Day(r.Review))},
	}
}
