package xlsx

import (
	"arringa/plan/xlsx/look"
	"maps"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/board"
)

// tornadoBars is how many assumptions the tornado shows.
const tornadoBars = 12

// fillUncertainty is how sure the figures are, and which assumption decides. All of it is
// worked out from many futures, so that it stays as it was exported.
func (b *book) fillUncertainty(s *sheet) {
	w, r := b.words, b.ranges
	s.widths(1, 46, 19, 17, 19, 17, 18)
	s.head(6, b.figures)
	s.text(1, headRows, look.Note, w.UncertaintyNote)
	s.height(headRows, 15)
	s.exportedLine(1, headRows+1)
	row := headRows + 3
	s.text(1, row, look.Head, w.InThePeriod)
	for i, label := range []string{w.NineOfTen, w.InTheMiddle, w.OneOfTen, w.AsForecast} {
		s.text(2+i, row, look.Head|look.Right, label)
	}
	s.height(row, 30)
	t := b.total
	band := func(label string, style look.Style, x plan.Band, scale float64, now num) {
		row++
		s.text(1, row, look.Row, label)
		for i, v := range []float64{x.Low, x.Base, x.High} {
			s.value(2+i, row, style|look.Row, v*scale)
		}
		s.num(5, row, style|look.Row|look.Dim, now)
	}
	band(w.MoreContacts, look.Count, r.Contacts, 1, t.contacts)
	band(w.MoreCustomers, look.Count, r.Customers, 1, t.customers)
	band(w.MoreMargin, look.Money, r.Margin, 0.01, t.margin)
	if back, ok := r.Return(); ok {
		band(w.Return, look.Change, back, 1, t.back)
	}
	if cac, ok := r.CAC(); ok {
		band(w.CAC, look.Money, plan.Band{Low: cac.High, Base: cac.Base, High: cac.Low}, 0.01, t.cac)
	}
	row++
	s.text(1, row, look.Row|look.Bold, w.ChancePays)
	s.blank(2, 5, row, look.Row)
	s.num(2, row, look.Percent|look.Bold|look.Row, b.pays())
	row = b.basis(s, row+2)
	tornado := row + 2
	row = b.tornado(s, tornado)
	row = b.testFirst(s, row+2)
	s.paper(6, row, 0, tornado)
}

// basis is what the margin rests on: our own data, published data, estimates.
func (b *book) basis(s *sheet, row int) int {
	w, basis := b.words, b.done.Basis
	s.section(row, 1, 6, w.RestsOnTitle)
	for i, x := range []struct {
		origin model.Origin
		v      float64
	}{{model.Own, basis.Own}, {model.Published, basis.Published}, {model.Judgement, basis.Judgement}} {
		s.blank(1, 6, row+1+i, look.Row)
		s.text(1, row+1+i, look.Row, b.originName(x.origin))
		s.value(2, row+1+i, look.Percent|look.Row, x.v)
	}
	s.bars(s.stack(2, row+1, row+3), look.PaleTeal, "1")
	return row + 3
}

// swingName is what an assumption of the tornado is called.
func (b *book) swingName(x plan.Swing) string {
	name := b.say.Whatif.Fields[x.Field]
	if i := b.plan.Channel(x.Channel); i >= 0 {
		name = b.shortName(i) + ": " + name
	}
	return name
}

// tornado lists the assumptions by how much margin they move.
func (b *book) tornado(s *sheet, row int) int {
	w := b.words
	swings := b.done.Swings[:min(len(b.done.Swings), tornadoBars)]
	if len(swings) == 0 {
		return row
	}
	s.finding(row, 1, 6, w.TornadoFinding, w.WhatDecides, b.figures)
	row++
	for i, label := range []string{w.Parameter, w.MarginIfLow, w.MarginIfHigh, w.IfLow, w.IfHigh, w.Origin} {
		style := look.Head | look.Right
		switch i {
		case 0:
			style = look.Head
		case 5:
			style = look.Head | look.Indent
		}
		s.text(1+i, row, style, label)
	}
	s.height(row, 30)
	first := row + 1
	for _, x := range swings {
		row++
		s.text(1, row, look.Row, b.swingName(x))
		low := s.value(2, row, look.Money|look.Row, euros(x.AtLow))
		high := s.value(3, row, look.Money|look.Row, euros(x.AtHigh))
		now := lit(euros(b.outlook.Total.More.Margin))
		s.num(4, row, look.MoneyChange|look.Row, low.minus(now))
		s.num(5, row, look.MoneyChange|look.Row, high.minus(now))
		s.text(6, row, look.Row|look.Indent|originStyle(x.Origin), b.originName(x.Origin))
	}
	cats := s.stack(1, first, row)
	s.draw(&chart{at: box{1, row + 2, 6, row + 4 + max(len(swings), 6)}, alt: w.TornadoAlt, legend: true, plots: []plot{{kind: bars, stacked: true, gap: 40, series: []series{
		{name: s.stack(4, first-1, first-1), cats: cats, vals: s.stack(4, first, row), color: look.Red},
		{name: s.stack(5, first-1, first-1), cats: cats, vals: s.stack(5, first, row), color: look.Teal},
	}}}})
	return row + 4 + max(len(swings), 6)
}

// testFirst is what is worth trying first.
func (b *book) testFirst(s *sheet, row int) int {
	list := plan.TestFirst(b.done.Swings)
	if len(list) == 0 {
		return row
	}
	s.section(row, 1, 6, b.words.TestFirst)
	for _, x := range list[:min(len(list), 3)] {
		row++
		s.blank(1, 6, row, look.Row)
		s.text(1, row, look.Row, b.swingName(x))
		s.value(2, row, look.Money|look.Row, euros(x.Size()))
		s.text(3, row, look.Row|look.Dim|look.Indent, b.words.HangsOnIt)
		s.text(6, row, look.Row|look.Dim, b.originName(x.Origin))
	}
	return row
}

// fillQuestions is what the board asks, answered from the plan; the figures in the answers
// follow the book.
func (b *book) fillQuestions(s *sheet) {
	w := b.words
	s.widths(1, 42, 104)
	s.head(2, b.figures)
	row := headRows + 1
	s.text(1, row, look.Head, w.Question)
	s.text(2, row, look.Head, w.Answer)
	s.titles(row, row, 0)
	s.freeze(0, row)
	var starts []int
	for _, a := range b.asked() {
		row++
		starts = append(starts, row)
		figures := b.figures
		if a.ID == "why_this_total" { // it asks about another cut than the others do
			figures = b.halved()
		}
		said := words(a.Text)
		if told := b.tell(a.Wording, figures); told.live {
			said = told
		}
		s.text(1, row, look.Row|look.Bold|look.Wrap, a.Question)
		s.say(2, row, look.Row|look.Wrap, said)
		s.lines(row, a.Question, 46)
		s.lines(row, said.s, 122)
	}
	s.exportedLine(1, row+2)
	s.paper(2, row+2, 17, starts...)
}

// asked are the questions that a board may ask, answered.
func (b *book) asked() []board.Answer {
	if b.answers == nil {
		b.answers = board.Asked(board.Answers(b.plan, b.say, b.values))
	}
	return b.answers
}

// halved are the figures with those of a cut by half in the place of the usual cut.
func (b *book) halved() figures {
	out := maps.Clone(b.figures)
	for key := range b.figures {
		if strings.HasPrefix(key, "cut_") {
			delete(out, key)
		}
	}
	for key, f := range b.figures {
		if name, half := strings.CutPrefix(key, "half_"); half {
			out[name] = f
		}
	}
	return out
}
