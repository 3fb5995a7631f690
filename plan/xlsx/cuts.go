package xlsx

import (
	"arringa/plan/xlsx/look"
	"fmt"

	"arringa/plan"

	"github.com/xuri/excelize/v2"
)

// The rows of the cuts: the ladder, the chart, and below what each channel keeps.
const (
	cutHeads = headRows + 1
	cutChart = cutHeads + 9
	cutKeeps = cutChart + 17
)

// fillCuts is the ladder of cuts: what is lost when all give alike, and when those give whose
// last euro brings least. Who gives is worked out beforehand; what is lost follows the book.
func (b *book) fillCuts(s *sheet) {
	w, cuts, n := b.words, b.done.Cuts, len(b.plan.Channels)
	last := 1 + len(cuts)
	s.widths(1, 40)
	s.columns(2, last, 14)
	s.head(last, b.figures)
	s.freeze(1, cutHeads)
	s.titles(cutHeads, cutHeads, 0)
	s.text(1, cutHeads, look.Head, w.CutShare)
	for r, label := range []string{w.CutAmount, w.LostEven, w.LostBest, w.LostCustomers, w.LessLost} {
		s.text(1, cutHeads+1+r, look.Row, label)
	}
	var rows [3]int // of what is kept: even, least harmful, and the margin of both
	rows[0], rows[1], rows[2] = cutKeeps, cutKeeps+n+2, cutKeeps+2*(n+2)
	for k, label := range []string{w.KeepsEven, w.KeepsBest, w.CutMargins} {
		s.section(rows[k], 1, last, label)
	}
	for j, c := range cuts {
		b.cutColumn(s, 2+j, c, rows)
	}
	for i, name := range b.names {
		for k := range 2 {
			s.text(1, rows[k]+1+i, look.Row, name)
		}
		s.text(1, rows[2]+1+2*i, look.Row|look.Dim, name+", "+w.EvenShort)
		s.text(1, rows[2]+2+2*i, look.Row|look.Dim, name+", "+w.BestShort)
	}
	s.text(1, cutHeads+6, look.Note, w.CutsNote)
	s.exportedLine(1, cutHeads+7)
	saved := s.line(2, last, cutHeads+5)
	most := calc(0, "MAX(0,MAX(%s))", saved)
	saved.each(func(_ int, c cell) {
		if x, ok := c.value.(float64); ok {
			most.x = max(most.x, x)
		}
	})
	s.finding(cutChart, 1, last, w.CutsFinding, w.CutsChart, b.figures.with("most_saved", b.money(most)))
	heads := s.line(2, last, cutHeads)
	bar := func(row int, color look.Color) series {
		return series{name: s.stack(1, row, row), cats: heads, vals: s.line(2, last, row), color: color}
	}
	s.draw(&chart{at: box{1, cutChart + 1, last, cutChart + 15}, alt: w.CutsChartAlt, legend: true, catFormat: "0%", plots: []plot{{kind: columns, gap: 60, series: []series{bar(cutHeads+2, look.PaleTeal), bar(cutHeads+3, look.Teal)}}}})
	s.paper(last, rows[2]-1, rowHeight, cutKeeps, rows[1])
}

// exportedLine says whether the book is still as it was exported, in red when it is not.
func (s *sheet) exportedLine(column, row int) {
	s.say(column, row, look.Dim, s.exported)
	s.when(s.line(column, column, row), fmt.Sprintf("$%s=%s", ref(column, row), quote(s.words.NotAsExported)), &excelize.Style{Font: &excelize.Font{Color: string(look.Red), Bold: true}})
}

// cutColumn is one cut.
func (b *book) cutColumn(s *sheet, at int, c plan.Cut, rows [3]int) {
	n := len(b.plan.Channels)
	s.value(at, cutHeads, look.Percent|look.Head|look.Right, c.Share)
	s.value(at, cutHeads+1, look.Money|look.Row, euros(c.Amount))
	if !c.Possible {
		for r := 2; r <= 5; r++ {
			s.text(at, cutHeads+r, look.Row|look.Dim|look.Right, b.words.NotPossible)
		}
		for k := range 2 {
			s.blank(at, at, rows[k], look.Section)
			for i := range n {
				s.blank(at, at, rows[k]+1+i, look.Row)
			}
		}
		return
	}
	var lost [2]num
	fewer := 0.0
	for k, way := range []plan.CutWay{c.Even, c.Best} {
		var margins []num
		for i := range n {
			kept := s.value(at, rows[k]+1+i, look.Money|look.Row, euros(way.Plan.Channels[i].Amount))
			// Cents are not rounded here: what a channel brings now is taken from the same curve.
			less := b.marginAt(i, kept)
			row := rows[2] + 1 + 2*i + k
			margins = append(margins, s.num(at, row, look.Money|look.Row|look.Dim, b.marginNow(i).minus(less)))
			if k == 1 {
				if b.work.firstYear.x > 0 {
					fewer += margins[i].x / b.work.firstYear.x
				}
			}
		}
		lost[k] = margins[0]
		for _, m := range margins[1:] {
			lost[k] = lost[k].plus(m)
		}
		lost[k] = s.num(at, cutHeads+2+k, map[int]look.Style{0: look.Money | look.Row, 1: look.Money | look.Bold | look.Row}[k], lost[k])
	}
	s.num(at, cutHeads+4, look.Count|look.Row, calc(fewer, "IF(%[1]s>0,%[2]s/%[1]s,0)", b.work.firstYear, lost[1]))
	s.num(at, cutHeads+5, look.Money|look.Row, lost[0].minus(lost[1]))
}

// marginNow is what a channel's amount brings, from the same curve as any other amount.
func (b *book) marginNow(i int) num {
	k := &b.channels[i]
	if k.now.f == "" {
		s := b.page("workings")
		row := len(s.rows) + 1
		s.text(1, row, look.Row, b.words.MarginNow.With("channel", b.names[i]))
		k.now = s.num(2, row, look.Money|look.Row, b.marginAt(i, k.amount))
	}
	return k.now
}

// fillCurves draws what each channel brings for every yearly amount: where it stands, where
// it stood, and where the best split would put it.
func (b *book) fillCurves(s *sheet) {
	w := b.words
	s.head(curveCols, b.figures)
	for block := range 3 {
		s.columns(1+5*block, 4+5*block, 11)
		if block < 2 {
			s.columns(5+5*block, 5+5*block, 2)
		}
	}
	s.text(1, headRows, look.Note, w.CurvesNote)
	s.height(headRows, 15)
	s.exportedLine(1, headRows+1)
	first := headRows + 2
	for i := range b.plan.Channels {
		b.fillCurveChart(s, i, 1+5*(i%3), first+curveRows*(i/3))
	}
	lines := (len(b.plan.Channels) + 2) / 3
	var starts []int
	for l := 1; l < lines; l++ {
		starts = append(starts, first+curveRows*l)
	}
	s.paper(curveCols, first+curveRows*lines-1, 0, starts...)
}

const (
	curveCols   = 14
	curveRows   = 11 // of a chart with its heading
	curvePoints = 16
)

// fillCurveChart is one channel's curve: its points are in the workings.
func (b *book) fillCurveChart(s *sheet, i, at, row int) {
	w, k, work := b.words, &b.channels[i], b.page("workings")
	s.section(row, at, at+3, b.shortName(i))
	s.blank(at, at+3, row+1, look.Small)
	s.say(at, row+1, look.Small, b.tell(w.CurveBelow, b.channels[i].figures))
	for r := 2; r < curveRows; r++ {
		s.height(row+r, 11.5)
	}
	top := len(work.rows) + 2
	work.text(1, top, look.Head, w.CurveOf.With("channel", b.names[i]))
	best := work.value(2, top+3, look.Money|look.Row, euros(b.best.Channels[i].Amount))
	reach := calc(0, "MAX(%s,%s,%s,%s,%s*6)*1.4", k.amount, k.lastYear, k.threshold, best, k.reference)
	reach.x = max(k.amount.x, k.lastYear.x, k.threshold.x, best.x, k.reference.x*6) * 1.4
	end := work.num(2, top+4, look.Money|look.Row, reach)
	for r, label := range []string{w.CurveSpend, w.CurveMargin, w.BestSplit, w.CurveEnd} {
		work.text(1, top+1+r, look.Row, label)
	}
	point := func(column int, x num) {
		n := work.num(column, top+1, look.Money|look.Row, x)
		work.num(column, top+2, look.Money|look.Row, b.marginAt(i, n))
	}
	for p := range curvePoints + 1 {
		point(firstMonth+p, calc(end.x*float64(p)/curvePoints, "%s*%d/%d", end, p, curvePoints))
	}
	dots := firstMonth + curvePoints + 2
	for d, label := range []string{w.TodayPoint, w.LastYear, w.BestSplit} {
		work.text(dots+d, top, look.Head|look.Right, label)
	}
	point(dots, k.amount)
	point(dots+1, k.lastYear)
	point(dots+2, best)
	dot := func(column int, color look.Color, size int) series {
		return series{name: work.stack(column, top, top), cats: work.stack(column, top+1, top+1), vals: work.stack(column, top+2, top+2), color: color, mark: size, noLine: true}
	}
	plots := []series{{cats: work.line(firstMonth, firstMonth+curvePoints, top+1), vals: work.line(firstMonth, firstMonth+curvePoints, top+2), color: look.Teal, width: 2, smooth: true}}
	if k.lastYear.x > 0 {
		plots = append(plots, dot(dots+1, look.Ash, 8))
	}
	if b.proof.Feasible {
		plots = append(plots, dot(dots+2, look.Green, 8))
	}
	plots = append(plots, dot(dots, look.Gold, 10))
	s.draw(&chart{at: box{at, row + 2, at + 3, row + curveRows - 2}, alt: w.CurveAlt.With("channel", b.names[i]), small: true, xform: b.thousandsFormat(), format: b.thousandsFormat(), plots: []plot{{kind: scatter, series: plots}}})
}

// thousandsFormat writes sums in thousands, on axes with little room.
func (b *book) thousandsFormat() string { return `#,##0,;\-#,##0,;0` }
