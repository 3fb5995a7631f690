package xlsx

// On the workings: the money month by month, and when it is back.

import (
	"fmt"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// cashCells are the money by month: paid and back until then, and what is out.
type cashCells struct {
	paid, back, out          []formula.Num
	payback, peak, peakMonth formula.Num
	byEnd, won               formula.Num // back by the end of the plan, and who signed by then
	allIn                    formula.Num // month from which less than half a per cent is still to come
}

// placeCash follows the money month by month to the end of what is looked at: who signs, what
// is paid, what comes back; see plan.Outlook. spend is what is spent in each month of the plan.
func placeCash(b *workings, spend []formula.Num) (k cashCells) {
	s, w, all := b.page(workingsTab), b.words, b.followed()
	row := b.workBlock(cashBlock)
	came := cameBack(b.subject)
	b.months(s, row, all, w.Cash)
	s.Text(2, row, look.Head|look.Right, "")
	for r, label := range []string{w.SigningsAll, w.Paid, w.Back, w.Out} {
		s.Text(1, row+1+r, look.Row, label)
	}
	var won []formula.Num
	for m, signed := range signingsOf(b.subject, b.inForce, all) {
		at := firstMonth + m
		won = append(won, s.Num(at, row+1, look.Count|look.Row, formula.Num{F: signedIn(b, m), X: signed}))
		paid, back := formula.Lit(0), won[m].Times(b.worth.firstOrder)
		if m < len(spend) {
			paid = spend[m].Times(b.worth.cost)
		}
		if m > 0 {
			paid = k.paid[m-1].Plus(paid)
			year := s.Line(firstMonth+max(m-12, 0), at-1, row+1)
			back = formula.Num{F: fmt.Sprintf("%s+%s+SUM(%s)*(%s-%s)/12",
				k.back[m-1], back.F, year, b.worth.firstYear, b.worth.firstOrder)}
		}
		paid = valued(paid, euros(b.outlook.Paid[min(m, b.beyond()-1)]))
		k.paid = append(k.paid, s.Num(at, row+2, look.Money|look.Row, paid))
		k.back = append(k.back, s.Num(at, row+3, look.Money|look.Row, valued(back, came[m])))
		k.out = append(k.out, s.Num(at, row+4, look.Money|look.Row, k.paid[m].Minus(k.back[m])))
	}
	k.byEnd = valued(k.back[b.plan.Months-1], euros(b.outlook.Total.More.Cashed))
	k.won = formula.Calc(b.outlook.Total.More.Won, "SUM(%s)", s.Line(firstMonth, firstMonth+b.plan.Months-1, row+1))
	k.payback = placePayback(b, s, row+5, k.out[:b.beyond()], k.paid[b.beyond()-1], b.outlook)
	out := s.Line(firstMonth, firstMonth+b.beyond()-1, row+4)
	s.Text(1, row+8, look.Row, w.Peak)
	k.peak = s.Num(2, row+8, look.Money|look.Row, formula.Calc(euros(b.outlook.PeakOutlay), "MAX(0,MAX(%s))", out))
	s.Text(1, row+9, look.Row, w.PeakMonth)
	month := formula.Num{
		F: fmt.Sprintf(`IF(%s>0,INDEX(%s,1,MATCH(%s,%s,0)),"")`,
			k.peak, s.Line(firstMonth, firstMonth+b.beyond()-1, workMonths+2), k.peak, out),
		X: serial(b.plan.Start + model.Month(b.outlook.PeakMonth-1)), None: b.outlook.PeakMonth == 0,
	}
	k.peakMonth = s.Num(2, row+9, look.Month|look.Row, month)
	k.allIn = placeAllIn(b, s, row+10, s.Line(firstMonth, firstMonth+all-1, row+3))
	return k
}

// placeAllIn is the first day of the month by which all the margin is in, but for less than half a
// per cent; an empty text where none comes.
func placeAllIn(b *workings, s *part.Sheet, row int, back part.Span) formula.Num {
	margin := s.Mark(back.C2, back.R1) // by then all is in
	s.Text(1, row, look.Row, b.words.AllInBy)
	n := formula.Num{
		F: fmt.Sprintf(`IF(%[1]s>0,DATE(%[2]d,%[3]d+SUMPRODUCT(--(%[4]s<%[5]g*%[1]s)),1),"")`,
			margin, b.plan.Start.Year(), b.plan.Start.Index()+1, back, plan.AllInShare),
		X:    serial(b.plan.Start + model.Month(b.outlook.AllIn-1)),
		None: b.outlook.AllIn == 0,
	}
	return s.Num(2, row, look.Month|look.Row, n)
}

// cameBack is what the customers whom the plan adds have brought by each month, in euro, until the
// last of it is in: as plan.Outlook.Back, and further.
func cameBack(b *subject) []float64 {
	won := signingsOf(b, b.inForce, b.followed())
	first := float64(b.plan.Company.FirstOrder.Cents) * b.plan.Company.Margin.Value * b.scenario().Order
	rest := b.outlook.FirstYearMargin - first
	back, total := make([]float64, len(won)), 0.0
	for m := range won {
		total += won[m] * first
		for _, earlier := range won[max(m-12, 0):m] {
			total += earlier * rest / 12
		}
		back[m] = euros(total)
		if m < len(b.outlook.Back) {
			back[m] = euros(b.outlook.Back[m])
		}
	}
	return back
}

// signedIn is the formula of who signs in a month, all channels together.
func signedIn(b *workings, m int) string {
	c := len(b.channels)
	if c == 0 {
		return "0"
	}
	top := b.workBlock(addedBlock)
	added := b.page(workingsTab).Block(firstMonth, top+1, firstMonth+b.caused()-1, top+c)
	return fmt.Sprintf("SUMPRODUCT(%s*%s)", added, signsIn(b, b.time.number[m]))
}

// signsIn is by what the contacts of all channels and months are multiplied to give those who
// sign in a month: a column of channels times a line of months.
func signsIn(b *workings, month formula.Num) string {
	s, last := b.page(workingsTab), workFirst+len(b.plan.Channels)-1
	column := func(at int) part.Span { return s.Stack(at, workFirst, last) }
	return fmt.Sprintf("%[1]s*((%[2]s+%[3]s=%[5]s)*(1-%[4]s)+(%[2]s+%[3]s+1=%[5]s)*%[4]s)",
		column(kShare), column(kLate), b.lineOf(workMonths+1), column(kFraction), month)
}

// signingsOf are the incremental customers of all channels by month of signing, of so many months.
func signingsOf(b *subject, scenario, months int) []float64 {
	won := make([]float64, months)
	for i, c := range b.plan.Channels {
		v, delay := c.ConversionOf(b.plan.Company).Base, c.DelayOf(b.plan.Company).Value
		late := int(delay)
		for m := range b.caused() {
			more := v * monthOf(&b.outlooks[scenario].Channels[i], m).Added
			for part, share := range [2]float64{1 - (delay - float64(late)), delay - float64(late)} {
				if at := m + late + part; at < len(won) {
					won[at] += share * more
				}
			}
		}
	}
	return won
}

// placePayback is the first day of the month from which what came back covers what was paid, for
// good; an empty text where it never does. It takes three rows: the months in which something
// is missing, the last of them, and the month after.
func placePayback(b *workings, s *part.Sheet, row int, out []formula.Num, paid formula.Num,
	o plan.Outlook) formula.Num {
	w, all := b.words, b.beyond()
	s.Text(1, row, look.Row, w.MonthsOut)
	last := 0
	for m := range out {
		missing := 0.0
		if o.Paid[m]-o.Back[m] > 0 {
			last, missing = m+1, float64(m+1)
		}
		s.Num(firstMonth+m, row, look.Whole|look.Row|look.Dim,
			formula.Calc(missing, "IF(%s>0,%s,0)", out[m], b.time.number[m]))
	}
	s.Text(1, row+1, look.Row, w.LastMonthOut)
	missing := s.Num(2, row+1, look.Whole|look.Row,
		formula.Calc(float64(last), "MAX(%s)", s.Line(firstMonth, firstMonth+all-1, row)))
	s.Text(1, row+2, look.Row, w.Payback)
	n := formula.Num{
		F: fmt.Sprintf(`IF(OR(%[1]s>=%[2]d,%[3]s<=0),"",DATE(%[4]d,%[5]d+%[1]s,1))`,
			missing, all, paid, b.plan.Start.Year(), b.plan.Start.Index()+1),
		X:    serial(b.plan.Start + model.Month(o.PaybackMonth-1)),
		None: o.PaybackMonth == 0,
	}
	return s.Num(2, row+2, look.Month|look.Row, n)
}
