package xlsx

// The sheet of the uncertainty: how sure the figures are, and what decides.

import (
	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// tornadoBars is how many assumptions the tornado shows.
const tornadoBars = 12

// fillUncertainty is how sure the figures are, and which assumption decides. All of it is
// worked out from many futures: in a book that is no longer as it was exported it says so.
func fillUncertainty(b *account, s *part.Sheet) {
	w := b.words
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
	row = uncertaintyBands(b, s, row) + 1
	for i, said := range []formula.Text{b.fan.paysByEnd, b.fan.sure} {
		s.Blank(2, 5, row+i, look.Row)
		s.Text(1, row+i, look.Row|look.Bold, []string{b.Tell(w.ChanceByEnd, b.figures).S, w.ChancePays}[i])
		s.Say(2, row+i, look.Bold|look.Row, said)
	}
	row++
	row = marginBasis(b, s, row+2)
	tornado := row + 2
	row = tornadoTable(b, s, tornado)
	row = testFirst(b, s, row+2)
	s.Page.Paper(6, row, 0, tornado)
}

// uncertaintyBands sets the ends between which figures fall beside what is forecast, and returns the
// last row.
func uncertaintyBands(b *account, s *part.Sheet, row int) int {
	w, r, t := b.words, b.futures.Ranges, b.total
	band := func(label string, style look.Style, x plan.Band, scale float64, now formula.Num) {
		row++
		s.Text(1, row, look.Row, label)
		for i, v := range []float64{x.Low, x.Base, x.High} {
			s.Num(2+i, row, style|look.Row|look.Right, b.asExported(v*scale))
		}
		s.Num(5, row, style|look.Row|look.Dim, now)
	}
	band(w.MoreContacts, look.Count, r.Contacts, 1, t.contacts)
	band(w.MoreCustomers, look.Count, r.Customers, 1, t.customers)
	band(w.SignedByEnd, look.Count, r.Won, 1, t.signed)
	band(w.BackByEnd, look.Money, r.Cashed(), 0.01, t.cashed)
	band(w.MarginAllIn, look.Money, r.Margin, 0.01, t.margin)
	if back, ok := r.ReturnByEnd(); ok {
		band(w.ReturnByEnd, look.Change, back, 1, t.backByEnd)
	}
	if back, ok := r.Return(); ok {
		band(w.ReturnAllIn, look.Change, back, 1, t.back)
	}
	if cac, ok := r.CAC(); ok {
		band(w.CAC, look.Money, plan.Band{Low: cac.High, Base: cac.Base, High: cac.Low}, 0.01, t.cac)
	}
	return row
}

// marginBasis is what the margin rests on: our own data, published data, estimates.
func marginBasis(b *account, s *part.Sheet, row int) int {
	w, basis := b.words, b.futures.Basis
	s.Section(row, 1, 6, w.RestsOnTitle)
	for i, x := range []struct {
		origin model.Origin
		v      float64
	}{{model.Own, basis.Own}, {model.Published, basis.Published}, {model.Judgement, basis.Judgement}} {
		s.Blank(1, 6, row+1+i, look.Row)
		s.Text(1, row+1+i, look.Row, b.originName(x.origin))
		s.Num(2, row+1+i, look.Percent|look.Row, b.asExported(x.v))
	}
	s.Rules.Bars(s.Stack(2, row+1, row+3), look.PaleTeal, "1")
	return row + 3
}

// swingName is what an assumption of the tornado is called.
func swingName(b *account, x plan.Swing) string {
	name := b.say.Whatif.Fields[x.Field]
	if i := b.plan.Channel(x.Channel); i >= 0 {
		name = b.shortName(i) + ": " + name
	}
	return name
}

// tornadoTable lists the assumptions by how much margin they move.
func tornadoTable(b *account, s *part.Sheet, row int) int {
	w := b.words
	swings := b.futures.Swings[:min(len(b.futures.Swings), tornadoBars)]
	if len(swings) == 0 {
		return row
	}
	b.finding(s, row, 1, 6, w.TornadoFinding, w.WhatDecides, b.figures)
	for i, label := range []string{w.Parameter, w.MarginIfLow, w.MarginIfHigh, w.IfLow, w.IfHigh, w.Origin} {
		style := look.Head | look.Right
		switch i {
		case 0:
			style = look.Head
		case 5:
			style = look.Head | look.Indent
		}
		s.Text(1+i, row+1, style, label)
	}
	s.Height(row+1, 30)
	now := euros(b.outlook.Total.More.Margin)
	for i, x := range swings {
		at := row + 2 + i
		s.Text(1, at, look.Row, swingName(b, x))
		for c, margin := range [2]float64{x.AtLow, x.AtHigh} {
			s.Num(2+c, at, look.Money|look.Row, b.asExported(euros(margin)))
			s.Num(4+c, at, look.MoneyChange|look.Row, b.asExported(euros(margin)-now))
		}
		s.Text(6, at, look.Row|look.Indent|originStyle(x.Origin), b.originName(x.Origin))
	}
	return tornadoChart(b, s, row+1, len(swings))
}

// tornadoChart draws the assumptions below their table, and returns the last row.
func tornadoChart(b *account, s *part.Sheet, head, n int) int {
	first, last := head+1, head+n
	end := last + 4 + max(n, 6)
	bar := func(column int, color look.Color) part.Series {
		rows := func(column int) part.Span { return s.Stack(column, first, last) }
		return part.Series{
			Name: s.Stack(column, head, head), Cats: rows(1), Vals: rows(column), Color: color,
		}
	}
	s.Draw(&part.Chart{
		At: part.Over(1, last+2, 6, end), Alt: b.words.TornadoAlt, Legend: true,
		Plots: []part.Plot{{Kind: part.Bars, Stacked: true, Gap: 40, Series: []part.Series{
			bar(4, look.Red), bar(5, look.Teal),
		}}},
	})
	return end
}

// testFirst is what is worth trying first.
func testFirst(b *account, s *part.Sheet, row int) int {
	list := plan.TestFirst(b.futures.Swings)
	if len(list) == 0 {
		return row
	}
	s.Section(row, 1, 6, b.words.TestFirst)
	for _, x := range list[:min(len(list), 3)] {
		row++
		s.Blank(1, 6, row, look.Row)
		s.Text(1, row, look.Row, swingName(b, x))
		s.Num(2, row, look.Money|look.Row, b.asExported(euros(x.Size())))
		s.Text(3, row, look.Row|look.Dim|look.Indent, b.words.HangsOnIt)
		s.Text(6, row, look.Row|look.Dim, b.originName(x.Origin))
	}
	return row
}
