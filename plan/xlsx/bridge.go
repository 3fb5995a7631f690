package xlsx

// On the workings, and drawn on the summary: where the margin comes from.

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// bridgeCells are where the bars of the bridge stand.
type bridgeCells struct {
	first, last int // rows of the workings
	sum         formula.Num
}

// bridgeSteps is how many channels the bridge shows; the rest is one step.
const bridgeSteps = 6

// step is a bar of the bridge: a sum to stand on, or a change.
type step struct {
	label string
	n     formula.Num
	whole bool
}

// placeBridge writes where this year's margin comes from: each channel's, or its change on what
// repeating last year would bring, and the sum. It starts at zero and shows changes alone,
// for beside what stays the same they would be too small to see.
func placeBridge(b *results, s *part.Sheet) bridgeCells {
	w := b.words
	changes := make([]formula.Num, len(b.channels))
	var all formula.Num
	for i := range b.channels {
		changes[i] = b.channels[i].more.margin
		if b.total.lastYear.X > 0 {
			at := s.Last() + 1
			s.Text(1, at, look.Row|look.Dim, b.names[i])
			last := s.Num(2, at, look.Money|look.Row|look.Dim, marginAt(b, i, b.channels[i].lastYear))
			changes[i] = changes[i].Minus(last)
		}
		if i == 0 {
			all = changes[i]
		} else {
			all = all.Plus(changes[i])
		}
	}
	row, steps := s.Last()+2, bridgeStepsOf(b, changes)
	writeBridge(b, s, row, append(steps, step{w.InAll, all, true}))
	return bridgeCells{first: row + 1, last: row + 1 + len(steps), sum: s.At(2, row+1+len(steps))}
}

// bridgeStepsOf are the largest changes, each a step, and the rest together.
func bridgeStepsOf(b *results, changes []formula.Num) (steps []step) {
	var order []int
	for i := range changes {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Compare(math.Abs(changes[y].X), math.Abs(changes[x].X))
	})
	for k, i := range order {
		if k == bridgeSteps && len(order) > bridgeSteps+1 {
			rest := changes[i]
			for _, j := range order[k+1:] {
				rest = rest.Plus(changes[j])
			}
			return append(steps, step{b.words.OtherChannels.With("n", itoa(len(order)-k)), rest, false})
		}
		steps = append(steps, step{b.shortName(i), changes[i], false})
	}
	return steps
}

// writeBridge writes the bars of the bridge as stacked columns: a part that is not drawn, and
// rises, falls and sums above and below zero.
func writeBridge(b *results, s *part.Sheet, row int, steps []step) {
	w := b.words
	s.Section(row, 1, 11, w.BridgeData)
	for i, label := range []string{w.Step, w.Change, w.From, w.To, "", w.Rise, "", w.Fall, "", w.Total, ""} {
		s.Text(1+i, row, look.Head|look.Right, label)
	}
	unit, mark := 1.0, ""
	for _, x := range steps {
		if math.Abs(x.n.X) >= 99_500 {
			unit, mark = 1000, " "+b.say.Thousand
		}
	}
	var end formula.Num
	for i, x := range steps {
		at := row + 1 + i
		from := formula.Lit(0)
		if !x.whole && i > 0 {
			from = end
		}
		change := s.Num(2, at, look.Money|look.Row, x.n)
		start := s.Num(3, at, look.Money|look.Row, from)
		end = s.Num(4, at, look.Money|look.Row, start.Plus(change))
		label := fmt.Sprintf(`%s&CHAR(10)&IF(ROUND(%[2]s/%[3]g,0)>0,"+","")&FIXED(%[2]s/%[3]g,0)&%[4]s`,
			formula.Quotation(x.label), change, unit, formula.Quote(mark))
		said := x.label + "\n" + bridgeLabel(b, change.X/unit) + mark
		s.Say(1, at, look.Row, formula.Text{F: label, S: said, Live: true})
		writeBar(s, at, x.whole, change, formula.Smallest(start, end), formula.Largest(start, end))
	}
}

// writeBar writes a bar from low to high: what it stands on, and in pairs, above and below zero,
// its part if it is a rise, a fall or a sum.
func writeBar(s *part.Sheet, row int, whole bool, change, low, high formula.Num) {
	base := formula.Calc(hiddenPart(low.X, high.X), "IF(%[1]s>=0,%[1]s,IF(%[2]s<=0,%[2]s,0))", low, high)
	s.Num(5, row, look.Money|look.Row, base)
	above := formula.Num{
		F: fmt.Sprintf("MAX(0,%s)-MAX(0,%s)", high, low), X: max(0, high.X) - max(0, low.X), Binds: formula.Sum,
	}
	below := formula.Num{
		F: fmt.Sprintf("MIN(0,%s)-MIN(0,%s)", low, high), X: min(0, low.X) - min(0, high.X), Binds: formula.Sum,
	}
	zero := formula.Lit(0)
	for k, bar := range []formula.Num{above, below} {
		parts := [3]formula.Num{zero, zero, bar} // rise, fall, sum
		if !whole {
			parts = [3]formula.Num{
				formula.Calc(bar.X*formula.Flag(change.X >= 0), "IF(%s>=0,%s,0)", change, bar),
				formula.Calc(bar.X*formula.Flag(change.X < 0), "IF(%s<0,%s,0)", change, bar), zero,
			}
		}
		for c, n := range parts {
			s.Num(6+2*c+k, row, look.Money|look.Row, n)
		}
	}
}

// hiddenPart is what a bar stands on.
func hiddenPart(low, high float64) float64 {
	switch {
	case low >= 0:
		return low
	case high <= 0:
		return high
	}
	return 0
}

// bridgeLabel is a change as the bridge's labels say it.
func bridgeLabel(b *results, x float64) string {
	v := math.Round(x)
	text := b.say.Number(math.Abs(v), 0)
	switch {
	case v < 0:
		return "-" + text
	case v > 0:
		return "+" + text
	}
	return text
}

// bridgeChart draws the bridge.
func bridgeChart(b *results, bars bridgeCells, at part.Box) *part.Chart {
	s, first, last := b.page(workingsTab), bars.first, bars.last
	bar := func(column int, color look.Color) part.Series {
		return part.Series{Cats: s.Stack(1, first, last), Vals: s.Stack(column, first, last), Color: color}
	}
	return &part.Chart{
		At: at, Alt: b.words.BridgeAlt, Bare: true, Small: true,
		Plots: []part.Plot{{Kind: part.Columns, Stacked: true, Gap: 35, Series: []part.Series{
			bar(5, ""), bar(6, look.Teal), bar(7, look.Teal), bar(8, look.Red), bar(9, look.Red),
			bar(10, look.Navy), bar(11, look.Navy),
		}}},
	}
}
