package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
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
func fillUncertainty(b *book, s *part.Sheet) {
	w, r := b.words, b.ranges
	s.Widths(1, 46, 19, 17, 19, 17, 18)
	b.head(uncertaintyTab, 6)
	s.Text(1, headRows, look.Note, w.UncertaintyNote)
	s.Height(headRows, 15)
	b.exportedLine(s, 1, headRows+1)
	row := headRows + 3
	s.Text(1, row, look.Head, w.InThePeriod)
	for i, label := range []string{w.NineOfTen, w.InTheMiddle, w.OneOfTen, w.AsForecast} {
		s.Text(2+i, row, look.Head|look.Right, label)
	}
	s.Height(row, 30)
	t := b.total
	band := func(label string, style look.Style, x plan.Band, scale float64, now formula.Num) {
		row++
		s.Text(1, row, look.Row, label)
		for i, v := range []float64{x.Low, x.Base, x.High} {
			s.Value(2+i, row, style|look.Row, v*scale)
		}
		s.Num(5, row, style|look.Row|look.Dim, now)
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
	s.Text(1, row, look.Row|look.Bold, w.ChancePays)
	s.Blank(2, 5, row, look.Row)
	s.Num(2, row, look.Percent|look.Bold|look.Row, b.pays())
	row = marginBasis(b, s, row+2)
	tornado := row + 2
	row = tornadoTable(b, s, tornado)
	row = testFirst(b, s, row+2)
	s.Page.Paper(6, row, 0, tornado)
}

// marginBasis is what the margin rests on: our own data, published data, estimates.
func marginBasis(b *book, s *part.Sheet, row int) int {
	w, basis := b.words, b.done.Basis
	s.Section(row, 1, 6, w.RestsOnTitle)
	for i, x := range []struct {
		origin model.Origin
		v      float64
	}{{model.Own, basis.Own}, {model.Published, basis.Published}, {model.Judgement, basis.Judgement}} {
		s.Blank(1, 6, row+1+i, look.Row)
		s.Text(1, row+1+i, look.Row, b.originName(x.origin))
		s.Value(2, row+1+i, look.Percent|look.Row, x.v)
	}
	s.Rules.Bars(s.Stack(2, row+1, row+3), look.PaleTeal, "1")
	return row + 3
}

// swingName is what an assumption of the tornado is called.
func swingName(b *book, x plan.Swing) string {
	name := b.say.Whatif.Fields[x.Field]
	if i := b.plan.Channel(x.Channel); i >= 0 {
		name = b.shortName(i) + ": " + name
	}
	return name
}

// tornadoTable lists the assumptions by how much margin they move.
func tornadoTable(b *book, s *part.Sheet, row int) int {
	w := b.words
	swings := b.done.Swings[:min(len(b.done.Swings), tornadoBars)]
	if len(swings) == 0 {
		return row
	}
	b.finding(s, row, 1, 6, w.TornadoFinding, w.WhatDecides, b.figures)
	row++
	for i, label := range []string{w.Parameter, w.MarginIfLow, w.MarginIfHigh, w.IfLow, w.IfHigh, w.Origin} {
		style := look.Head | look.Right
		switch i {
		case 0:
			style = look.Head
		case 5:
			style = look.Head | look.Indent
		}
		s.Text(1+i, row, style, label)
	}
	s.Height(row, 30)
	first := row + 1
	for _, x := range swings {
		row++
		s.Text(1, row, look.Row, swingName(b, x))
		low := s.Value(2, row, look.Money|look.Row, euros(x.AtLow))
		high := s.Value(3, row, look.Money|look.Row, euros(x.AtHigh))
		now := formula.Lit(euros(b.outlook.Total.More.Margin))
		s.Num(4, row, look.MoneyChange|look.Row, low.Minus(now))
		s.Num(5, row, look.MoneyChange|look.Row, high.Minus(now))
		s.Text(6, row, look.Row|look.Indent|originStyle(x.Origin), b.originName(x.Origin))
	}
	cats := s.Stack(1, first, row)
	s.Draw(&part.Chart{At: part.Over(1, row+2, 6, row+4+max(len(swings), 6)), Alt: w.TornadoAlt, Legend: true, Plots: []part.Plot{{Kind: part.Bars, Stacked: true, Gap: 40, Series: []part.Series{
		{Name: s.Stack(4, first-1, first-1), Cats: cats, Vals: s.Stack(4, first, row), Color: look.Red},
		{Name: s.Stack(5, first-1, first-1), Cats: cats, Vals: s.Stack(5, first, row), Color: look.Teal},
	}}}})
	return row + 4 + max(len(swings), 6)
}

// testFirst is what is worth trying first.
func testFirst(b *book, s *part.Sheet, row int) int {
	list := plan.TestFirst(b.done.Swings)
	if len(list) == 0 {
		return row
	}
	s.Section(row, 1, 6, b.words.TestFirst)
	for _, x := range list[:min(len(list), 3)] {
		row++
		s.Blank(1, 6, row, look.Row)
		s.Text(1, row, look.Row, swingName(b, x))
		s.Value(2, row, look.Money|look.Row, euros(x.Size()))
		s.Text(3, row, look.Row|look.Dim|look.Indent, b.words.HangsOnIt)
		s.Text(6, row, look.Row|look.Dim, b.originName(x.Origin))
	}
	return row
}

// fillQuestions is what the board asks, answered from the plan; the figures in the answers
// follow the book.
func fillQuestions(b *book, s *part.Sheet) {
	w := b.words
	s.Widths(1, 42, 104)
	b.head(questionsTab, 2)
	row := headRows + 1
	s.Text(1, row, look.Head, w.Question)
	s.Text(2, row, look.Head, w.Answer)
	s.Page.Titles(row, row, 0)
	s.Page.Freeze(0, row)
	var starts []int
	for _, a := range askedOf(b) {
		row++
		starts = append(starts, row)
		figures := b.figures
		if a.ID == "why_this_total" { // it asks about another cut than the others do
			figures = halvedFigures(b)
		}
		said := formula.Words(a.Text)
		if told := b.Tell(a.Wording, figures); told.Live {
			said = told
		}
		s.Text(1, row, look.Row|look.Bold|look.Wrap, a.Question)
		s.Say(2, row, look.Row|look.Wrap, said)
		s.Lines(row, a.Question, 46)
		s.Lines(row, said.S, 122)
	}
	b.exportedLine(s, 1, row+2)
	s.Page.Paper(2, row+2, 17, starts...)
}

// askedOf are the questions that a board may ask, answered.
func askedOf(b *book) []board.Answer {
	if b.answers == nil {
		b.answers = board.Asked(board.Answers(b.plan, b.say, b.values))
	}
	return b.answers
}

// halvedFigures are the figures with those of a cut by half in the place of the usual cut.
func halvedFigures(b *book) formula.Figures {
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
