package xlsx

import (
	"arringa/plan/xlsx/look"
	"strings"

	"arringa/templates"
)

// fillReasons says why each channel gets its money: a block a channel. Texts with figures
// follow the figures.
func (b *book) fillReasons(s *sheet) {
	w := b.words
	s.widths(1, 31, 114)
	s.head(2, b.figures)
	row := headRows + 1
	var starts []int
	for i, c := range b.plan.Channels {
		starts = append(starts, row)
		known := b.channels[i].figures
		r := b.say.Wording(c)
		s.section(row, 1, 2, b.names[i])
		s.set(2, row, cell{style: s.style(look.Section | look.Right)})
		s.num(2, row, look.Money|look.Section|look.Right, b.channels[i].amount)
		row++
		kpi, _ := templates.FindTerm(r.KPI)
		for _, part := range []struct {
			label string
			said  text
		}{
			{w.Claim, b.tell(r.Claim, known)}, {w.Evidence, words(strings.Join(b.sourceNames(r.Evidence), "; "))}, {w.KPI, words(kpi.Term.In(b.say.Tag))},
			{w.Target, b.tell(r.Target, known)}, {w.Risk, b.tell(r.Risk, known)}, {w.StopRule, b.tell(r.StopRule, known)}, {w.Owner, words(r.Owner)},
			{w.Review, words(b.say.Day(r.Review))},
		} {
			if part.said.s == "" {
				continue
			}
			s.text(1, row, look.Row|look.Dim|look.Wrap, part.label)
			s.say(2, row, look.Row|look.Wrap, part.said)
			s.lines(row, part.said.s, 132)
			row++
		}
		row++
	}
	s.titles(2, 3, 0)
	s.paper(2, row-1, 46, starts...)
}
