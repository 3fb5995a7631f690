package xlsx

import (
	"arringa/plan/xlsx/look"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// bridgeSteps is how many channels the bridge shows; the rest is one step.
const bridgeSteps = 6

// step is a bar of the bridge: a sum to stand on, or a change.
type step struct {
	label string
	n     num
	whole bool
}

// bridge writes where this year's margin comes from: each channel's, or its change on what
// repeating last year would bring, and the sum. It starts at zero and shows changes alone,
// for beside what stays the same they would be too small to see. It returns the sum.
func (b *book) bridge(s *sheet) num {
	w := b.words
	order := make([]int, 0, len(b.channels))
	changes := make([]num, len(b.channels))
	var all num
	for i := range b.channels {
		order = append(order, i)
		changes[i] = b.channels[i].more.margin
		if b.total.lastYear.x > 0 {
			at := len(s.rows) + 1
			s.text(1, at, look.Row|look.Dim, b.names[i])
			changes[i] = changes[i].minus(s.num(2, at, look.Money|look.Row|look.Dim, b.marginAt(i, b.channels[i].lastYear)))
		}
		if i == 0 {
			all = changes[i]
		} else {
			all = all.plus(changes[i])
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(math.Abs(changes[y].x), math.Abs(changes[x].x)) })
	var steps []step
	for k, i := range order {
		if k == bridgeSteps && len(order) > bridgeSteps+1 {
			rest := changes[i]
			for _, j := range order[k+1:] {
				rest = rest.plus(changes[j])
			}
			steps = append(steps, step{w.OtherChannels.With("n", itoa(len(order)-k)), rest, false})
			break
		}
		steps = append(steps, step{b.shortName(i), changes[i], false})
	}
	b.writeBridge(s, len(s.rows)+2, append(steps, step{w.InAll, all, true}))
	return s.at(2, b.bridgeRow+b.bridgeBars)
}

// writeBridge writes the bars of the bridge as stacked columns: a part that is not drawn, and
// rises, falls and sums above and below zero.
func (b *book) writeBridge(s *sheet, row int, steps []step) {
	b.bridgeRow, b.bridgeBars = row, len(steps)
	s.section(row, 1, 11, b.words.BridgeData)
	for i, label := range []string{b.words.Step, b.words.Change, b.words.From, b.words.To, "", b.words.Rise, "", b.words.Fall, "", b.words.Total, ""} {
		s.text(1+i, row, look.Head|look.Right, label)
	}
	unit := 1.0
	for _, x := range steps {
		if math.Abs(x.n.x) >= 99_500 {
			unit = 1000
		}
	}
	var end num
	for i, x := range steps {
		at := row + 1 + i
		from := lit(0)
		if !x.whole && i > 0 {
			from = end
		}
		change := s.num(2, at, look.Money|look.Row, x.n)
		start := s.num(3, at, look.Money|look.Row, from)
		end = s.num(4, at, look.Money|look.Row, start.plus(change))
		k := ""
		if unit > 1 {
			k = " " + b.say.Thousand
		}
		label := fmt.Sprintf(`%s&CHAR(10)&IF(ROUND(%[2]s/%[3]g,0)>0,"+","")&FIXED(%[2]s/%[3]g,0)&%[4]s`, quotation(x.label), change, unit, quote(k))
		s.say(1, at, look.Row, text{f: label, s: x.label + "\n" + b.rounded(change.x/unit) + k, live: true})
		low, high := smallest(start, end), largest(start, end)
		base := calc(hiddenPart(low.x, high.x), "IF(%[1]s>=0,%[1]s,IF(%[2]s<=0,%[2]s,0))", low, high)
		s.num(5, at, look.Money|look.Row, base)
		up := num{f: fmt.Sprintf("MAX(0,%s)-MAX(0,%s)", high, low), x: max(0, high.x) - max(0, low.x), p: sum}
		down := num{f: fmt.Sprintf("MIN(0,%s)-MIN(0,%s)", low, high), x: min(0, low.x) - min(0, high.x), p: sum}
		zero := lit(0)
		for k, part := range []num{up, down} {
			parts := [3]num{zero, zero, part} // rise, fall, sum
			if !x.whole {
				parts = [3]num{
					calc(part.x*flag(change.x >= 0), "IF(%s>=0,%s,0)", change, part),
					calc(part.x*flag(change.x < 0), "IF(%s<0,%s,0)", change, part), zero,
				}
			}
			for c, n := range parts {
				s.num(6+2*c+k, at, look.Money|look.Row, n)
			}
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

// rounded is a change as the bridge's labels say it.
func (b *book) rounded(x float64) string {
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

func (b *book) bridgeChart(at box) *chart {
	s := b.page("workings")
	first, last := b.bridgeRow+1, b.bridgeRow+b.bridgeBars
	bar := func(column int, color look.Color) series {
		return series{cats: s.stack(1, first, last), vals: s.stack(column, first, last), color: color}
	}
	return &chart{at: at, alt: b.words.BridgeAlt, bare: true, small: true, plots: []plot{{kind: columns, stacked: true, gap: 35, series: []series{
		bar(5, ""), bar(6, look.Teal), bar(7, look.Teal), bar(8, look.Red), bar(9, look.Red), bar(10, look.Navy), bar(11, look.Navy),
	}}}}
}

// fillFan writes how the cash may go: the 10th and 90th percentile of what comes back by each
// month, and the chance that it covers what was paid. It is worked out from many futures, so
// that it stays as it was exported.
func (b *book) fillFan() {
	s, w, n := b.page("workings"), b.words, b.beyond()
	b.fanRow = len(s.rows) + 2
	s.months(b.fanRow, n, w.FanData)
	for r, label := range []string{w.BackLow, w.BackSpread, w.BackMiddle, w.ChancePaid} {
		s.text(1, b.fanRow+1+r, look.Row, label)
	}
	for m := range n {
		band := b.ranges.Back[m]
		s.value(firstMonth+m, b.fanRow+1, look.Money|look.Row, euros(band.Low))
		s.value(firstMonth+m, b.fanRow+2, look.Money|look.Row, euros(band.High-band.Low))
		s.value(firstMonth+m, b.fanRow+3, look.Money|look.Row, euros(band.Base))
		s.value(firstMonth+m, b.fanRow+4, look.Percent|look.Row, b.ranges.PaidBack[m])
	}
	s.text(1, b.fanRow+5, look.Row, w.CardSure)
	s.value(2, b.fanRow+5, look.Percent|look.Row, b.ranges.Pays)
	for r, x := range []struct {
		key   string
		cents float64
	}{{"margin_low", b.ranges.Margin.Low}, {"margin_high", b.ranges.Margin.High}} {
		s.text(1, b.fanRow+6+r, look.Row, map[bool]string{true: w.MarginLow, false: w.MarginHigh}[r == 0])
		n := s.value(2, b.fanRow+6+r, look.Money|look.Row, euros(x.cents))
		b.figures[x.key] = s.say(3, b.fanRow+6+r, look.Row, b.money(n))
	}
	chance := b.page("workings").at(2, b.fanRow+5)
	before, after, _ := strings.Cut(b.say.OutOf.With("all", "100"), "{n}")
	b.figures["chance_pays"] = s.say(3, b.fanRow+5, look.Row, text{f: quotation(before) + `&FIXED(100*` + chance.f + `,0)&` + quotation(after), s: b.say.Of100(b.ranges.Pays), live: true})
}

// pays is the chance that the plan pays for itself.
func (b *book) pays() num { return b.page("workings").at(2, b.fanRow+5) }

func (b *book) fanChart(at box) *chart {
	s, cash := b.page("workings"), b.workBlock(5)
	line := func(row int) span { return s.line(firstMonth, firstMonth+b.shown()-1, row) }
	heads := line(cash)
	name := func(row int) span { return s.stack(1, row, row) }
	return &chart{at: at, alt: b.words.FanAlt, legend: true, months: true, every: (b.shown() + 8) / 9, plots: []plot{
		{kind: areas, stacked: true, series: []series{
			{name: name(b.fanRow + 1), cats: heads, vals: line(b.fanRow + 1)},
			{name: name(b.fanRow + 2), cats: heads, vals: line(b.fanRow + 2), color: look.Pale},
		}},
		{kind: lines, series: []series{
			{name: name(cash + 3), cats: heads, vals: line(cash + 3), color: look.Teal, width: 2.5},
			{name: name(cash + 2), cats: heads, vals: line(cash + 2), color: look.Gold, width: 2.5},
		}},
	}}
}
