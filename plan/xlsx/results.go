package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"fmt"

	"arringa/model"
	"arringa/plan"
)

// resultsBlock is the first row of the n-th block of the results.
func (b *book) resultsBlock(n int) int {
	return headRows + 1 + n*(len(b.plan.Channels)+3)
}

// fillResults is the model in formulas, by channel and month: see plan.Forecast.
func fillResults(b *book) {
	s, w, n := b.page(resultsTab), b.words, b.plan.Months
	b.monthColumns(s, n)
	month := func(i, m int) plan.MonthOutlook { return b.outlook.Channels[i].Months[m] }
	b.monthBlock(s, b.resultsBlock(0), w.EffectiveSpend, look.Money, n, func(i, m int) formula.Num {
		k := &b.channels[i]
		before := k.opening
		if m > 0 {
			before = k.effective[m-1]
		}
		return formula.Calc(euros(month(i, m).Effective), "%[1]s*%[2]s+(1-%[1]s)*%[3]s/%[4]s", k.carryover, before, k.spend[m], k.kappa[m])
	}, func(i int) *[]formula.Num { return &b.channels[i].effective })
	b.monthBlock(s, b.resultsBlock(1), w.Contacts, look.Count, n, func(i, m int) formula.Num {
		k := &b.channels[i]
		unit := k.response(k.effective[m], b.work.demand[m], 0)
		return formula.Num{F: k.rho[m].Times(unit).F, X: month(i, m).Contacts, Binds: formula.Product}
	}, func(i int) *[]formula.Num { return &b.channels[i].contactsBy })
	b.monthBlock(s, b.resultsBlock(2), w.ContactsIdle, look.Count, n, func(i, m int) formula.Num {
		k := &b.channels[i]
		return formula.Num{F: k.rho[m].Times(k.idleUnit[m]).F, X: month(i, m).Idle, Binds: formula.Product}
	}, func(i int) *[]formula.Num { return &b.channels[i].idle })
	b.monthBlock(s, b.resultsBlock(3), w.CustomersWon, look.Count, n, func(i, m int) formula.Num {
		return formula.Calc(month(i, m).Won, "%s", formula.Num{F: signingOf(b, s, i, m)})
	}, func(i int) *[]formula.Num { return &b.channels[i].signed })
	b.monthBlock(s, b.resultsBlock(4), w.MarginOf, look.Money, n, func(i, m int) formula.Num {
		k := &b.channels[i]
		return k.contactsBy[m].Minus(k.idle[m]).Times(k.share).Times(b.work.firstYear)
	}, func(i int) *[]formula.Num { return &b.channels[i].margins })
	for i := range b.channels {
		k := &b.channels[i]
		sum := func(block int, style look.Style, line []formula.Num) formula.Num {
			row := b.resultsBlock(block) + 1 + i
			return s.Num(2, row, style|look.Bold|look.Row, formula.Total(s.Line(firstMonth, firstMonth+n-1, row), line...))
		}
		k.contactsSum, k.idleSum = sum(1, look.Count, k.contactsBy), sum(2, look.Count, k.idle)
		sum(3, look.Count, k.signed)
		sum(4, look.Money, k.margins)
		s.Blank(2, 2, b.resultsBlock(0)+1+i, look.Row)
	}
	for block, of := range map[int]func(k *channelCells) []formula.Num{
		1: func(k *channelCells) []formula.Num { return k.contactsBy }, 2: func(k *channelCells) []formula.Num { return k.idle },
		3: func(k *channelCells) []formula.Num { return k.signed }, 4: func(k *channelCells) []formula.Num { return k.margins },
	} {
		blockTotal(b, s, block, of)
	}
}

// blockTotal adds a block of the results up below it.
func blockTotal(b *book, s *part.Sheet, block int, of func(k *channelCells) []formula.Num) {
	first, n := b.resultsBlock(block)+1, b.plan.Months
	row := first + len(b.channels)
	style := look.Count | look.Total
	if block == 4 {
		style = look.Money | look.Total
	}
	s.Text(1, row, look.Total, b.words.Total)
	var line []formula.Num
	for m := range n {
		var parts []formula.Num
		for i := range b.channels {
			parts = append(parts, of(&b.channels[i])[m])
		}
		line = append(line, s.Num(firstMonth+m, row, style, formula.Total(s.Stack(firstMonth+m, first, row-1), parts...)))
	}
	s.Num(2, row, style, formula.Total(s.Line(firstMonth, firstMonth+n-1, row), line...))
}

// signingOf is how many customers sign in a month: a share 1−f from the contacts of month
// m−⌊D⌋ and f, the fraction of the delay D, from those of the month before.
func signingOf(b *book, s *part.Sheet, i, m int) string {
	k, no := &b.channels[i], b.work.number[m]
	row := b.resultsBlock(1) + 1 + i
	from := func(back string) string {
		return fmt.Sprintf("IF(%[1]s-%[2]s>=1,INDEX(%[3]s,1,%[1]s-%[2]s),0)", no, back, s.Line(firstMonth, firstMonth+b.plan.Months-1, row))
	}
	return fmt.Sprintf("%[1]s*((1-%[2]s)*%[3]s+%[2]s*%[4]s)", k.share, k.fraction, from(k.late.F), from("("+k.late.F+"+1)"))
}

// fillResultsPage puts the head on; the rest was there before.
func fillResultsPage(b *book, s *part.Sheet) {
	b.head(resultsTab, firstMonth+b.plan.Months-1)
	s.Page.Freeze(2, headRows)
	s.Page.Titles(2, 3, 2)
	b.monthly(s, b.resultsBlock(5)-2, 46, b.resultsBlock(1), b.resultsBlock(2), b.resultsBlock(3), b.resultsBlock(4))
}

// fillCash follows the money month by month to the end of what is looked at: who signs, what
// is paid, what comes back; see plan.Outlook.
func fillCash(b *book) {
	s, w, k, all := b.page(workingsTab), b.words, &b.work, b.beyond()
	row := b.workBlock(5)
	b.months(s, row, all, w.Cash)
	s.Text(2, row, look.Head|look.Right, "")
	won := signingsOf(b, b.inForce)
	results := b.page(resultsTab)
	n, c := b.plan.Months, len(b.plan.Channels)
	for r, label := range []string{w.SigningsAll, w.Paid, w.Back, w.Out} {
		s.Text(1, row+1+r, look.Row, label)
	}
	block := func(i int) part.Span {
		return results.Block(firstMonth, b.resultsBlock(i)+1, firstMonth+n-1, b.resultsBlock(i)+c)
	}
	for m := range all {
		at := firstMonth + m
		f := "0"
		if c > 0 {
			f = fmt.Sprintf("SUMPRODUCT((%s-%s)*%s)", block(1), block(2), signsIn(b, k.number[m]))
		}
		k.won = append(k.won, s.Num(at, row+1, look.Count|look.Row, formula.Num{F: f, X: won[m]}))
		paid, back := formula.Lit(0), k.won[m].Times(k.firstOrder)
		if m < n {
			paid = k.spend[m].Times(k.cost)
		}
		if m > 0 {
			paid = k.paid[m-1].Plus(paid)
			since := max(m-12, 0)
			back = formula.Num{F: fmt.Sprintf("%s+%s+SUM(%s)*(%s-%s)/12", k.back[m-1], back.F, s.Line(firstMonth+since, at-1, row+1), k.firstYear, k.firstOrder)}
		}
		paid.X, back.X = euros(b.outlook.Paid[m]), euros(b.outlook.Back[m])
		k.paid = append(k.paid, s.Num(at, row+2, look.Money|look.Row, paid))
		k.back = append(k.back, s.Num(at, row+3, look.Money|look.Row, back))
		k.out = append(k.out, s.Num(at, row+4, look.Money|look.Row, k.paid[m].Minus(k.back[m])))
	}
	t := &b.total
	t.payback = paybackRows(b, s, row+5, k.out, k.paid[all-1], b.outlook)
	out := s.Line(firstMonth, firstMonth+all-1, row+4)
	s.Text(1, row+8, look.Row, w.Peak)
	t.peak = s.Num(2, row+8, look.Money|look.Row, formula.Calc(euros(b.outlook.PeakOutlay), "MAX(0,MAX(%s))", out))
	s.Text(1, row+9, look.Row, w.PeakMonth)
	month := formula.Num{F: fmt.Sprintf(`IF(%s>0,INDEX(%s,1,MATCH(%s,%s,0)),"")`, t.peak, s.Line(firstMonth, firstMonth+all-1, workMonths+2), t.peak, out), None: b.outlook.PeakMonth == 0}
	month.X = serial(b.plan.Start + model.Month(b.outlook.PeakMonth-1))
	t.peakMonth = s.Num(2, row+9, look.Month|look.Row, month)
}

// signsIn is by what the contacts of all channels and months are multiplied to give those who
// sign in a month: a column of channels times a line of months.
func signsIn(b *book, month formula.Num) string {
	s, last := b.page(workingsTab), workFirst+len(b.plan.Channels)-1
	column := func(at int) part.Span { return s.Stack(at, workFirst, last) }
	months := b.lineOf(workMonths + 1)
	return fmt.Sprintf("%[1]s*((%[2]s+%[3]s=%[5]s)*(1-%[4]s)+(%[2]s+%[3]s+1=%[5]s)*%[4]s)", column(kShare), column(kLate), months, column(kFraction), month)
}

// signingsOf are the incremental customers of all channels by month of signing, beyond the
// horizon too.
func signingsOf(b *book, scenario int) []float64 {
	won := make([]float64, b.beyond())
	for i, c := range b.plan.Channels {
		v, delay := c.ConversionOf(b.plan.Company).Base, c.DelayOf(b.plan.Company).Value
		late := int(delay)
		for m, x := range b.outlooks[scenario].Channels[i].Months {
			more := v * (x.Contacts - x.Idle)
			for part, share := range [2]float64{1 - (delay - float64(late)), delay - float64(late)} {
				if at := m + late + part; at < len(won) {
					won[at] += share * more
				}
			}
		}
	}
	return won
}

// paybackRows is the first day of the month from which what came back covers what was paid, for
// good; an empty text where it never does. It takes three rows: the months in which something
// is missing, the last of them, and the month after.
func paybackRows(b *book, s *part.Sheet, row int, out []formula.Num, paid formula.Num, o plan.Outlook) formula.Num {
	w, all := b.words, b.beyond()
	s.Text(1, row, look.Row, w.MonthsOut)
	last := 0
	for m := range out {
		missing := 0.0
		if o.Paid[m]-o.Back[m] > 0 {
			last, missing = m+1, float64(m+1)
		}
		s.Num(firstMonth+m, row, look.Whole|look.Row|look.Dim, formula.Calc(missing, "IF(%s>0,%s,0)", out[m], b.work.number[m]))
	}
	s.Text(1, row+1, look.Row, w.LastMonthOut)
	missing := s.Num(2, row+1, look.Whole|look.Row, formula.Calc(float64(last), "MAX(%s)", s.Line(firstMonth, firstMonth+all-1, row)))
	s.Text(1, row+2, look.Row, w.Payback)
	n := formula.Num{
		F:    fmt.Sprintf(`IF(OR(%[1]s>=%[2]d,%[3]s<=0),"",DATE(%[4]d,%[5]d+%[1]s,1))`, missing, all, paid, b.plan.Start.Year(), b.plan.Start.Index()+1),
		X:    serial(b.plan.Start + model.Month(o.PaybackMonth-1)),
		None: o.PaybackMonth == 0,
	}
	return s.Num(2, row+2, look.Month|look.Row, n)
}
