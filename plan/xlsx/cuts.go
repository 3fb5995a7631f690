package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"

	"arringa/plan"
)

// The rows of the cuts: the ladder, the chart, and below what each channel keeps.
const (
	cutHeads = headRows + 1
	cutChart = cutHeads + 9
	cutKeeps = cutChart + 17
)

// fillCuts is the ladder of cuts: what is lost when all give alike, and when those give whose
// last euro brings least. Who gives is worked out beforehand; what is lost follows the book.
func fillCuts(b *book, s *part.Sheet) {
	w, cuts, n := b.words, b.done.Cuts, len(b.plan.Channels)
	last := 1 + len(cuts)
	s.Widths(1, 40)
	s.Columns(2, last, 14)
	b.head(cutsTab, last)
	s.Page.Freeze(1, cutHeads)
	s.Page.Titles(cutHeads, cutHeads, 0)
	s.Text(1, cutHeads, look.Head, w.CutShare)
	for r, label := range []string{w.CutAmount, w.LostEven, w.LostBest, w.LostCustomers, w.LessLost} {
		s.Text(1, cutHeads+1+r, look.Row, label)
	}
	var rows [3]int // of what is kept: even, least harmful, and the margin of both
	rows[0], rows[1], rows[2] = cutKeeps, cutKeeps+n+2, cutKeeps+2*(n+2)
	for k, label := range []string{w.KeepsEven, w.KeepsBest, w.CutMargins} {
		s.Section(rows[k], 1, last, label)
	}
	for j, c := range cuts {
		cutColumn(b, s, 2+j, c, rows)
	}
	for i, name := range b.names {
		for k := range 2 {
			s.Text(1, rows[k]+1+i, look.Row, name)
		}
		s.Text(1, rows[2]+1+2*i, look.Row|look.Dim, name+", "+w.EvenShort)
		s.Text(1, rows[2]+2+2*i, look.Row|look.Dim, name+", "+w.BestShort)
	}
	s.Text(1, cutHeads+6, look.Note, w.CutsNote)
	b.exportedLine(s, 1, cutHeads+7)
	saved := s.Line(2, last, cutHeads+5)
	most := formula.Calc(0, "MAX(0,MAX(%s))", saved)
	saved.Each(func(_ int, c part.Cell) {
		if x, ok := c.Value.(float64); ok {
			most.X = max(most.X, x)
		}
	})
	b.finding(s, cutChart, 1, last, w.CutsFinding, w.CutsChart, b.figures.With("most_saved", b.Money(most)))
	heads := s.Line(2, last, cutHeads)
	bar := func(row int, color look.Color) part.Series {
		return part.Series{Name: s.Stack(1, row, row), Cats: heads, Vals: s.Line(2, last, row), Color: color}
	}
	s.Draw(&part.Chart{At: part.Over(1, cutChart+1, last, cutChart+15), Alt: w.CutsChartAlt, Legend: true, CatFormat: "0%", Plots: []part.Plot{{Kind: part.Columns, Gap: 60, Series: []part.Series{bar(cutHeads+2, look.PaleTeal), bar(cutHeads+3, look.Teal)}}}})
	s.Page.Paper(last, rows[2]-1, part.RowHeight, cutKeeps, rows[1])
}

// cutColumn is one cut.
func cutColumn(b *book, s *part.Sheet, at int, c plan.Cut, rows [3]int) {
	n := len(b.plan.Channels)
	s.Value(at, cutHeads, look.Percent|look.Head|look.Right, c.Share)
	s.Value(at, cutHeads+1, look.Money|look.Row, euros(c.Amount))
	if !c.Possible {
		for r := 2; r <= 5; r++ {
			s.Text(at, cutHeads+r, look.Row|look.Dim|look.Right, b.words.NotPossible)
		}
		for k := range 2 {
			s.Blank(at, at, rows[k], look.Section)
			for i := range n {
				s.Blank(at, at, rows[k]+1+i, look.Row)
			}
		}
		return
	}
	var lost [2]formula.Num
	fewer := 0.0
	for k, way := range []plan.CutWay{c.Even, c.Best} {
		var margins []formula.Num
		for i := range n {
			kept := s.Value(at, rows[k]+1+i, look.Money|look.Row, euros(way.Plan.Channels[i].Amount))
			// Cents are not rounded here: what a channel brings now is taken from the same curve.
			less := marginAt(b, i, kept)
			row := rows[2] + 1 + 2*i + k
			margins = append(margins, s.Num(at, row, look.Money|look.Row|look.Dim, marginNow(b, i).Minus(less)))
			if k == 1 {
				if b.work.firstYear.X > 0 {
					fewer += margins[i].X / b.work.firstYear.X
				}
			}
		}
		lost[k] = margins[0]
		for _, m := range margins[1:] {
			lost[k] = lost[k].Plus(m)
		}
		lost[k] = s.Num(at, cutHeads+2+k, map[int]look.Style{0: look.Money | look.Row, 1: look.Money | look.Bold | look.Row}[k], lost[k])
	}
	s.Num(at, cutHeads+4, look.Count|look.Row, formula.Calc(fewer, "IF(%[1]s>0,%[2]s/%[1]s,0)", b.work.firstYear, lost[1]))
	s.Num(at, cutHeads+5, look.Money|look.Row, lost[0].Minus(lost[1]))
}

// marginNow is what a channel's amount brings, from the same curve as any other amount.
func marginNow(b *book, i int) formula.Num {
	k := &b.channels[i]
	if k.now.F == "" {
		s := b.page(workingsTab)
		row := s.Last() + 1
		s.Text(1, row, look.Row, b.words.MarginNow.With("channel", b.names[i]))
		k.now = s.Num(2, row, look.Money|look.Row, marginAt(b, i, k.amount))
	}
	return k.now
}

// fillCurves draws what each channel brings for every yearly amount: where it stands, where
// it stood, and where the best split would put it.
func fillCurves(b *book, s *part.Sheet) {
	w := b.words
	b.head(curvesTab, curveCols)
	for block := range 3 {
		s.Columns(1+5*block, 4+5*block, 11)
		if block < 2 {
			s.Columns(5+5*block, 5+5*block, 2)
		}
	}
	s.Text(1, headRows, look.Note, w.CurvesNote)
	s.Height(headRows, 15)
	b.exportedLine(s, 1, headRows+1)
	first := headRows + 2
	for i := range b.plan.Channels {
		fillCurveChart(b, s, i, 1+5*(i%3), first+curveRows*(i/3))
	}
	lines := (len(b.plan.Channels) + 2) / 3
	var starts []int
	for l := 1; l < lines; l++ {
		starts = append(starts, first+curveRows*l)
	}
	s.Page.Paper(curveCols, first+curveRows*lines-1, 0, starts...)
}

const (
	curveCols   = 14
	curveRows   = 11 // of a chart with its heading
	curvePoints = 16
)

// fillCurveChart is one channel's curve: its points are in the workings.
func fillCurveChart(b *book, s *part.Sheet, i, at, row int) {
	w, k, work := b.words, &b.channels[i], b.page(workingsTab)
	s.Section(row, at, at+3, b.shortName(i))
	s.Blank(at, at+3, row+1, look.Small)
	s.Say(at, row+1, look.Small, b.Tell(w.CurveBelow, b.channels[i].figures))
	for r := 2; r < curveRows; r++ {
		s.Height(row+r, 11.5)
	}
	top := work.Last() + 2
	work.Text(1, top, look.Head, w.CurveOf.With("channel", b.names[i]))
	best := work.Value(2, top+3, look.Money|look.Row, euros(b.best.Channels[i].Amount))
	reach := formula.Calc(0, "MAX(%s,%s,%s,%s,%s*6)*1.4", k.amount, k.lastYear, k.threshold, best, k.reference)
	reach.X = max(k.amount.X, k.lastYear.X, k.threshold.X, best.X, k.reference.X*6) * 1.4
	end := work.Num(2, top+4, look.Money|look.Row, reach)
	for r, label := range []string{w.CurveSpend, w.CurveMargin, w.BestSplit, w.CurveEnd} {
		work.Text(1, top+1+r, look.Row, label)
	}
	point := func(column int, x formula.Num) {
		n := work.Num(column, top+1, look.Money|look.Row, x)
		work.Num(column, top+2, look.Money|look.Row, marginAt(b, i, n))
	}
	for p := range curvePoints + 1 {
		point(firstMonth+p, formula.Calc(end.X*float64(p)/curvePoints, "%s*%d/%d", end, p, curvePoints))
	}
	dots := firstMonth + curvePoints + 2
	for d, label := range []string{w.TodayPoint, w.LastYear, w.BestSplit} {
		work.Text(dots+d, top, look.Head|look.Right, label)
	}
	point(dots, k.amount)
	point(dots+1, k.lastYear)
	point(dots+2, best)
	dot := func(column int, color look.Color, size int) part.Series {
		return part.Series{Name: work.Stack(column, top, top), Cats: work.Stack(column, top+1, top+1), Vals: work.Stack(column, top+2, top+2), Color: color, Mark: size, NoLine: true}
	}
	plots := []part.Series{{Cats: work.Line(firstMonth, firstMonth+curvePoints, top+1), Vals: work.Line(firstMonth, firstMonth+curvePoints, top+2), Color: look.Teal, Width: 2, Smooth: true}}
	if k.lastYear.X > 0 {
		plots = append(plots, dot(dots+1, look.Ash, 8))
	}
	if b.proof.Feasible {
		plots = append(plots, dot(dots+2, look.Green, 8))
	}
	plots = append(plots, dot(dots, look.Gold, 10))
	s.Draw(&part.Chart{At: part.Over(at, row+2, at+3, row+curveRows-2), Alt: w.CurveAlt.With("channel", b.names[i]), Small: true, XFormat: thousandsFormat(b), Format: thousandsFormat(b), Plots: []part.Plot{{Kind: part.Scatter, Series: plots}}})
}

// thousandsFormat writes sums in thousands, on axes with little room.
func thousandsFormat(b *book) string { return `#,##0,;\-#,##0,;0` }
