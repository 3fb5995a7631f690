package xlsx

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
	w := b.words
	s.Widths(1, 31, 114)
	b.head(reasonsTab, 2)
	row := headRows + 1
	var starts []int
	for i, c := range b.plan.Channels {
		starts = append(starts, row)
		known := b.known[i]
		r := b.say.Wording(c)
		s.Section(row, 1, 2, b.names[i])
		s.Set(2, row, look.Section|look.Right, part.Cell{})
		s.Num(2, row, look.Money|look.Section|look.Right, b.channels[i].amount)
		row++
		kpi, _ := templates.FindTerm(r.KPI)
		for _, part := range []struct {
			label string
			said  formula.Text
		}{
			{w.Claim, b.Tell(r.Claim, known)}, {w.Evidence, formula.Words(strings.Join(b.sourceNames(r.Evidence), "; "))}, {w.KPI, formula.Words(kpi.Term.In(b.say.Tag))},
			{w.Target, b.Tell(r.Target, known)}, {w.Risk, b.Tell(r.Risk, known)}, {w.StopRule, b.Tell(r.StopRule, known)}, {w.Owner, formula.Words(r.Owner)},
			{w.Review, formula.Words(b.say.Day(r.Review))},
		} {
			if part.said.S == "" {
				continue
			}
			s.Text(1, row, look.Row|look.Dim|look.Wrap, part.label)
			s.Say(2, row, look.Row|look.Wrap, part.said)
			s.Lines(row, part.said.S, 132)
			row++
		}
		row++
	}
	s.Page.Titles(2, 3, 0)
	s.Page.Paper(2, row-1, 46, starts...)
}
