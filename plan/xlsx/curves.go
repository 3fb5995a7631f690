package xlsx

// The sheet of the response curves.

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// fillCurves draws what each channel brings for every yearly amount: where it stands, where
// it stood, and where the best split would put it.
func fillCurves(b *account, s *part.Sheet) {
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

// thousands writes sums on axes with little room.
const thousands = `#,##0,;\-#,##0,;0`

// fillCurveChart is one channel's curve: its points are in the workings.
func fillCurveChart(b *account, s *part.Sheet, i, at, row int) {
	s.Section(row, at, at+3, b.shortName(i))
	s.Blank(at, at+3, row+1, look.Small)
	s.Say(at, row+1, look.Small, b.Tell(b.words.CurveBelow, b.known[i]))
	for r := 2; r < curveRows; r++ {
		s.Height(row+r, 11.5)
	}
	top := placeCurvePoints(b, i)
	s.Draw(&part.Chart{
		At: part.Over(at, row+2, at+3, row+curveRows-2), Alt: b.words.CurveAlt.With("channel", b.names[i]), Small: true,
		XFormat: thousands, Format: thousands,
		Plots: []part.Plot{{Kind: part.Scatter, Series: curveSeries(b, i, top)}},
	})
}

// curveDots is the column of the first of three points that stand apart: today's, last year's, and
// that of the best split.
const curveDots = firstMonth + curvePoints + 2

// placeCurvePoints writes the points of a channel's curve on the workings, and returns their first
// row.
func placeCurvePoints(b *account, i int) int {
	w, k, s := b.words, &b.channels[i], b.page(workingsTab)
	top := s.Last() + 2
	s.Text(1, top, look.Head, w.CurveOf.With("channel", b.names[i]))
	best := s.Num(2, top+3, look.Money|look.Row, bestAmount(b, i))
	most := max(k.amount.X, k.lastYear.X, k.threshold.X, best.X, k.reference.X*6) * 1.4
	end := s.Num(2, top+4, look.Money|look.Row, formula.Calc(most,
		"MAX(%s,%s,%s,%s,%s*6)*1.4", k.amount, k.lastYear, k.threshold, best, k.reference))
	for r, label := range []string{w.CurveSpend, w.CurveMargin, w.BestSplit, w.CurveEnd} {
		s.Text(1, top+1+r, look.Row, label)
	}
	point := func(column int, x formula.Num) {
		n := s.Num(column, top+1, look.Money|look.Row, x)
		s.Num(column, top+2, look.Money|look.Row, marginAt(b.results, i, n))
	}
	for p := range curvePoints + 1 {
		point(firstMonth+p, formula.Calc(end.X*float64(p)/curvePoints, "%s*%d/%d", end, p, curvePoints))
	}
	for d, label := range []string{w.TodayPoint, w.LastYear, w.BestSplit} {
		s.Text(curveDots+d, top, look.Head|look.Right, label)
	}
	point(curveDots, k.amount)
	point(curveDots+1, k.lastYear)
	point(curveDots+2, best)
	return top
}

// bestAmount is what the best split gives a channel; where the book is no longer as it was exported,
// it is not known any more, and its point lies on today's.
func bestAmount(b *account, i int) formula.Num {
	best := euros(b.futures.best.Channels[i].Amount)
	return formula.Calc(best, "IF(%s,%s,%s)", b.changed(), b.channels[i].amount, formula.Lit(best))
}

// curveSeries are a channel's curve and the points on it.
func curveSeries(b *account, i, top int) []part.Series {
	s := b.page(workingsTab)
	dot := func(d int, color look.Color, size int) part.Series {
		at := func(row int) part.Span { return s.Stack(curveDots+d, row, row) }
		return part.Series{Name: at(top), Cats: at(top + 1), Vals: at(top + 2), Color: color, Mark: size, NoLine: true}
	}
	line := func(row int) part.Span { return s.Line(firstMonth, firstMonth+curvePoints, row) }
	series := []part.Series{{Cats: line(top + 1), Vals: line(top + 2), Color: look.Teal, Width: 2, Smooth: true}}
	if b.channels[i].lastYear.X > 0 {
		series = append(series, dot(1, look.Ash, 8))
	}
	if b.futures.proof.Feasible {
		series = append(series, dot(2, look.Green, 8))
	}
	return append(series, dot(0, look.Gold, 10))
}
