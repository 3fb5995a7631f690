package xlsx

// The sheet of the cuts: what is lost when less is spent.

import (
	"slices"

	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// The rows of the cuts: the ladder, the chart, and below what each channel keeps.
const (
	cutHeads = headRows + 1
	cutChart = cutHeads + 10
	cutKeeps = cutChart + 17
)

// cutRows are the first rows of what is kept: even, least harmful, and of the margin of both.
type cutRows [3]int

// fillCuts is the ladder of cuts: what is lost when all give alike, and when those give whose
// last euro brings least. Who gives is worked out beforehand; what is lost follows the book.
func fillCuts(b *account, s *part.Sheet) {
	w, cuts, n := b.words, b.futures.Cuts, len(b.plan.Channels)
	last := 1 + len(cuts)
	s.Widths(1, 40)
	s.Columns(2, last, 14)
	b.head(cutsTab, last)
	s.Page.Freeze(1, cutHeads)
	s.Page.Titles(cutHeads, cutHeads, 0)
	s.Text(1, cutHeads, look.Head, w.CutShare)
	saved := w.CutSaved
	if b.plan.Company.VAT.Cost() != 1 {
		saved = w.CutSavedVAT
	}
	for r, label := range []string{
		w.CutAmount, b.Period(saved), w.LostEven, w.LostBest, w.LostCustomers, w.LessLost,
	} {
		s.Text(1, cutHeads+1+r, look.Row, label)
	}
	rows := cutRows{cutKeeps, cutKeeps + n + 2, cutKeeps + 2*(n+2)}
	for k, label := range []string{w.KeepsEven, w.KeepsBest, w.CutMargins} {
		s.Section(rows[k], 1, last, label)
	}
	var now []formula.Num
	if slices.ContainsFunc(cuts, func(c plan.Cut) bool { return c.Possible }) {
		now = placeMarginsNow(b)
	}
	for j, c := range cuts {
		cutColumn(b, s, 2+j, c, rows, now)
	}
	for i, name := range b.names {
		for k := range 2 {
			s.Text(1, rows[k]+1+i, look.Row, name)
		}
		s.Text(1, rows[2]+1+2*i, look.Row|look.Dim, name+", "+w.EvenShort)
		s.Text(1, rows[2]+2+2*i, look.Row|look.Dim, name+", "+w.BestShort)
	}
	s.Text(1, cutHeads+7, look.Note, w.CutsNote)
	b.exportedLine(s, 1, cutHeads+8)
	cutsChart(b, s, last)
	s.Page.Paper(last, rows[2]-1, part.RowHeight, cutKeeps, rows[1])
}

// cutsChart draws what both ways of cutting lose, and says how much one saves.
func cutsChart(b *account, s *part.Sheet, last int) {
	w, saved := b.words, s.Line(2, last, cutHeads+6)
	most := formula.Calc(0, "MAX(0,MAX(%s))", saved)
	saved.Each(func(_ int, c part.Cell) {
		if x, ok := c.Value.(float64); ok {
			most.X = max(most.X, x)
		}
	})
	said := b.Money(most)
	said.Kept = true
	b.finding(s, cutChart, 1, last, w.CutsFinding, w.CutsChart, b.figures.With("most_saved", said))
	bar := func(row int, color look.Color) part.Series {
		return part.Series{
			Name: s.Stack(1, row, row), Cats: s.Line(2, last, cutHeads), Vals: s.Line(2, last, row), Color: color,
		}
	}
	s.Draw(&part.Chart{
		At: part.Over(1, cutChart+1, last, cutChart+15), Alt: w.CutsChartAlt, Legend: true, CatFormat: "0%",
		Plots: []part.Plot{{Kind: part.Columns, Gap: 60, Series: []part.Series{
			bar(cutHeads+3, look.PaleTeal), bar(cutHeads+4, look.Teal),
		}}},
	})
}

// placeMarginsNow writes what each channel's amount brings, from the same curve as any other amount.
func placeMarginsNow(b *account) (now []formula.Num) {
	s := b.page(workingsTab)
	for i, name := range b.names {
		row := s.Last() + 1
		s.Text(1, row, look.Row, b.words.MarginNow.With("channel", name))
		now = append(now, s.Num(2, row, look.Money|look.Row, marginAt(b.results, i, b.channels[i].amount)))
	}
	return now
}

// cutColumn is one cut; now is what the channels bring uncut.
func cutColumn(b *account, s *part.Sheet, at int, c plan.Cut, rows cutRows, now []formula.Num) {
	s.Value(at, cutHeads, look.Percent|look.Head|look.Right, c.Share)
	s.Value(at, cutHeads+1, look.Money|look.Row, euros(c.Amount))
	if !c.Possible {
		cutImpossible(b, s, at, rows)
		return
	}
	left := plan.Forecast(c.Best.Plan, b.scenario()).Total.Cost
	s.Num(at, cutHeads+2, look.Money|look.Row, b.unlessMoved(formula.Lit(euros(b.outlook.Total.Cost-left))))
	var lost [2]formula.Num
	fewer := 0.0
	for k, way := range []plan.CutWay{c.Even, c.Best} {
		var margins []formula.Num
		for i := range b.channels {
			kept := s.Value(at, rows[k]+1+i, look.Money|look.Row, euros(way.Plan.Channels[i].Amount))
			// Cents are not rounded here: what a channel brings now is taken from the same curve.
			less := now[i].Minus(marginAt(b.results, i, kept))
			margins = append(margins, s.Num(at, rows[2]+1+2*i+k, look.Money|look.Row|look.Dim, less))
			if k == 1 && b.worth.firstYear.X > 0 {
				fewer += margins[i].X / b.worth.firstYear.X
			}
		}
		lost[k] = margins[0]
		for _, m := range margins[1:] {
			lost[k] = lost[k].Plus(m)
		}
		style := [2]look.Style{look.Money | look.Row, look.Money | look.Bold | look.Row}[k]
		s.Num(at, cutHeads+3+k, style, b.unlessMoved(lost[k]))
	}
	s.Num(at, cutHeads+5, look.Count|look.Row,
		b.unlessMoved(formula.Calc(fewer, "IF(%[1]s>0,%[2]s/%[1]s,0)", b.worth.firstYear, lost[1])))
	s.Num(at, cutHeads+6, look.Money|look.Row, b.unlessMoved(lost[0].Minus(lost[1])))
}

// cutImpossible says that there is not so much to cut.
func cutImpossible(b *account, s *part.Sheet, at int, rows cutRows) {
	for r := 2; r <= 6; r++ {
		s.Text(at, cutHeads+r, look.Row|look.Dim|look.Right, b.words.NotPossible)
	}
	for k := range 2 {
		s.Blank(at, at, rows[k], look.Section)
		for i := range b.channels {
			s.Blank(at, at, rows[k]+1+i, look.Row)
		}
	}
}
