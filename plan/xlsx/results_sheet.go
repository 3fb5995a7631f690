package xlsx

// The sheet with the results by channel and month: the model in formulas.

import (
	"fmt"

	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// resultCells are a channel's results by month, and their sums.
type resultCells struct {
	effective, contactsBy, idle, added, signed, margins []formula.Num
	contactsSum, idleSum, addedSum                      formula.Num // by the end; of what is added, in all
	later, laterMargin                                  formula.Num // added after the end, and its margin
}

// The blocks of the results.
const (
	effectiveRows = iota
	contactRows
	idleRows
	moreRows
	signedRows
	marginRows
	resultBlocks
)

// resultsBlock is the first row of the n-th block of the results.
func (b *subject) resultsBlock(n int) int {
	return headRows + 1 + n*(len(b.plan.Channels)+3)
}

// modelBlocks is the model in formulas while it is put down, block by block: a row a channel, a column
// a month.
type modelBlocks struct {
	*workings
	s     *part.Sheet
	spent spentCells
	made  []resultCells
}

// block writes the n-th block and keeps its lines.
func (b modelBlocks) block(n int, label string, style look.Style, keep func(k *resultCells) *[]formula.Num,
	cell func(i, m int, before []formula.Num) formula.Num) {
	for i, line := range b.monthBlock(b.s, b.resultsBlock(n), label, style, b.plan.Months, cell) {
		*keep(&b.made[i]) = line
	}
}

// month is what the forecast has for a channel's month.
func (b modelBlocks) month(i, m int) *plan.MonthOutlook { return &b.outlook.Channels[i].Months[m] }

// effective is a month's effective spend: what is left of the month before, and what is spent.
func (b modelBlocks) effective(i, m int, before []formula.Num) formula.Num {
	k := &b.channels[i]
	last := k.opening
	if m > 0 {
		last = before[m-1]
	}
	return formula.Calc(euros(b.month(i, m).Effective), "%[1]s*%[2]s+(1-%[1]s)*%[3]s/%[4]s",
		k.carryover, last, b.spent.byMonth[i][m], k.kappa[m])
}

// placeResults is the model in formulas, by channel and month: see plan.Forecast.
func placeResults(w *workings, spent spentCells) []resultCells {
	s, say := w.page(resultsTab), w.words
	w.monthColumns(s, w.plan.Months)
	b := modelBlocks{w, s, spent, make([]resultCells, len(w.channels))}
	b.block(effectiveRows, say.EffectiveSpend, look.Money,
		func(k *resultCells) *[]formula.Num { return &k.effective }, b.effective)
	b.block(contactRows, say.Contacts, look.Count, func(k *resultCells) *[]formula.Num { return &k.contactsBy },
		func(i, m int, _ []formula.Num) formula.Num {
			demand := b.time.demand[m]
			brings := b.channels[i].rho[m].Times(b.channels[i].response(b.made[i].effective[m], demand, 0))
			return valued(b.channels[i].counted(brings, demand), b.month(i, m).Contacts)
		})
	b.block(idleRows, say.ContactsIdle, look.Count, func(k *resultCells) *[]formula.Num { return &k.idle },
		func(i, m int, _ []formula.Num) formula.Num {
			left := b.channels[i].rho[m].Times(b.channels[i].idleUnit[m])
			return valued(b.channels[i].counted(left, b.time.demand[m]), b.month(i, m).Idle)
		})
	b.block(moreRows, say.MoreContacts, look.Count, func(k *resultCells) *[]formula.Num { return &k.added },
		func(i, m int, _ []formula.Num) formula.Num {
			more := b.made[i].contactsBy[m].Minus(b.made[i].idle[m])
			return valued(b.channels[i].claimed.Times(more), b.month(i, m).Added)
		})
	placeTail(b)
	b.block(signedRows, say.CustomersWon, look.Count, func(k *resultCells) *[]formula.Num { return &k.signed },
		func(i, m int, _ []formula.Num) formula.Num {
			return formula.Calc(b.month(i, m).Won, "%s", formula.Num{F: signingOf(w, s, i, m)})
		})
	b.block(marginRows, say.MarginOf, look.Money, func(k *resultCells) *[]formula.Num { return &k.margins },
		func(i, m int, _ []formula.Num) formula.Num {
			return b.made[i].added[m].Times(b.channels[i].share).Times(b.worth.firstYear)
		})
	placeLaterColumn(b)
	placeResultSums(w, s, b.made)
	return b.made
}

// valued is a figure with the value that the forecast has for it.
func valued(n formula.Num, x float64) formula.Num {
	n.X = x
	return n
}

// placeResultSums adds the blocks up, by channel and then by month.
func placeResultSums(b *workings, s *part.Sheet, brought []resultCells) {
	n := b.plan.Months
	for i := range brought {
		k := &brought[i]
		sum := func(block int, style look.Style, line []formula.Num) formula.Num {
			row := b.resultsBlock(block) + 1 + i
			all := formula.Total(s.Line(firstMonth, firstMonth+len(line)-1, row), line...)
			return s.Num(2, row, style|look.Bold|look.Row, all)
		}
		k.contactsSum, k.idleSum = sum(contactRows, look.Count, k.contactsBy), sum(idleRows, look.Count, k.idle)
		k.addedSum = sum(moreRows, look.Count, k.added)
		sum(signedRows, look.Count, k.signed)
		sum(marginRows, look.Money, k.margins)
		s.Blank(2, 2, b.resultsBlock(effectiveRows)+1+i, look.Row)
		k.added, k.margins = k.added[:n], k.margins[:n]
	}
	total := func(block int, style look.Style, of func(k *resultCells) []formula.Num) {
		placeBlockTotal(b, s, block, style, brought, of)
	}
	total(contactRows, look.Count, func(k *resultCells) []formula.Num { return k.contactsBy })
	total(idleRows, look.Count, func(k *resultCells) []formula.Num { return k.idle })
	total(moreRows, look.Count, func(k *resultCells) []formula.Num { return append(k.added, k.later) })
	total(signedRows, look.Count, func(k *resultCells) []formula.Num { return k.signed })
	total(marginRows, look.Money, func(k *resultCells) []formula.Num { return append(k.margins, k.laterMargin) })
}

// placeBlockTotal adds a block of the results up below it.
func placeBlockTotal(b *workings, s *part.Sheet, block int, style look.Style, brought []resultCells,
	of func(k *resultCells) []formula.Num) {
	first, n := b.resultsBlock(block)+1, b.plan.Months
	if block == moreRows || block == marginRows {
		n++ // what comes later
	}
	row := first + len(brought)
	s.Text(1, row, look.Total, b.words.Total)
	var line []formula.Num
	for m := range n {
		var parts []formula.Num
		for i := range brought {
			parts = append(parts, of(&brought[i])[m])
		}
		sum := formula.Total(s.Stack(firstMonth+m, first, row-1), parts...)
		line = append(line, s.Num(firstMonth+m, row, style|look.Total, sum))
	}
	s.Num(2, row, style|look.Total, formula.Total(s.Line(firstMonth, firstMonth+n-1, row), line...))
}

// signingOf is how many customers sign in a month: a share 1−f from the contacts of month
// m−⌊D⌋ and f, the fraction of the delay D, from those of the month before.
func signingOf(b *workings, s *part.Sheet, i, m int) string {
	k, no := &b.channels[i], b.time.number[m]
	row := b.resultsBlock(contactRows) + 1 + i
	from := func(back string) string {
		return fmt.Sprintf("IF(%[1]s-%[2]s>=1,INDEX(%[3]s,1,%[1]s-%[2]s),0)",
			no, back, s.Line(firstMonth, firstMonth+b.plan.Months-1, row))
	}
	return fmt.Sprintf("%[1]s*((1-%[2]s)*%[3]s+%[2]s*%[4]s)",
		k.share, k.fraction, from(k.late.F), from("("+k.late.F+"+1)"))
}

// fillResults puts the head on; the rest is there before.
func fillResults(b *account, s *part.Sheet) {
	b.head(resultsTab, firstMonth+b.plan.Months-1)
	s.Page.Freeze(2, headRows)
	s.Page.Titles(2, 3, 2)
	var starts []int
	for block := contactRows; block < resultBlocks; block++ {
		starts = append(starts, b.resultsBlock(block))
	}
	b.monthlyAnd(s, 1, b.resultsBlock(resultBlocks)-2, 46, starts...)
}
