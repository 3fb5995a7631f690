package xlsx

// The second stage, and the sheet on which it stands: what is worked out of the entries before
// anything is spent.

import (
	"fmt"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// workings are what the results are made of.
type workings struct {
	*entries
	worth    worthCells
	time     timeCells
	channels []workedChannel
}

// workedChannel is what is worked out of a channel's entries.
type workedChannel struct {
	*enteredChannel
	curveCells
	splitCells
	courseCells
}

// timeCells are the months, from the plan's first on.
type timeCells struct {
	number, first, demand []formula.Num // demand is 1 on average over a year
}

// courseCells are a channel's figures by month.
type courseCells struct {
	rho, kappa          []formula.Num // by what the scenario multiplies results and costs
	idleSpend, idleUnit []formula.Num // what last year leaves if nothing is spent, and what it brings
	per                 []formula.Num // effective spend of a euro a year
	idleAll             formula.Num   // what last year leaves brings in all, in the scenario
}

// The rows of the workings.
const (
	workWorth  = headRows + 2
	workMonths = workWorth + 12
	workHeads  = workMonths + 6
	workFirst  = workHeads + 1 // of the channels
)

// workBlock is the first row of the n-th block of a row a channel and a column a month.
func (b *subject) workBlock(n int) int {
	return workFirst + (n+1)*(len(b.plan.Channels)+3)
}

// The blocks of the workings: by what the scenario multiplies, what last year leaves, what a euro
// adds; the months after the plan, what its spend adds in all, and the cash.
const (
	rhoBlock = iota
	kappaBlock
	idleSpendBlock
	idleUnitBlock
	perBlock
	tailBlock
	addedBlock
	cashBlock
)

// lineOf is a line of the workings over the plan's months and their tail.
func (b *frame) lineOf(row int) part.Span {
	return b.page(workingsTab).Line(firstMonth, firstMonth+b.caused()-1, row)
}

// workOut works out what the results are made of.
func workOut(e *entries) *workings {
	s := e.page(workingsTab)
	s.Widths(1, 40)
	s.Columns(2, max(kCents+11, firstMonth+e.followed()-1), 11)
	s.Value(1, 1, look.Hidden, 0)
	b := &workings{entries: e, worth: placeWorth(e, s), time: placeTime(e, s)}
	placeWorkHeads(e, s)
	for i := range e.channels {
		curve := placeCurve(e, s, i)
		split := placeSplit(e, s, i)
		b.channels = append(b.channels, workedChannel{
			enteredChannel: &e.channels[i], curveCells: curve, splitCells: split,
		})
	}
	for i, course := range placeCourses(b, s) {
		b.channels[i].courseCells = course
	}
	return b
}

// placeTime numbers the months, and says how each one's demand is, mean 1 over a year.
func placeTime(b *entries, s *part.Sheet) (k timeCells) {
	w := b.words
	s.Section(workMonths, 1, firstMonth+b.followed()-1, w.MonthsTitle)
	s.Text(1, workMonths+1, look.Row, w.MonthNumber)
	s.Text(1, workMonths+2, look.Row, w.Month)
	s.Text(1, workMonths+3, look.Row, w.Demand)
	demand := b.plan.Company.Season.Demand()
	for m := range b.followed() {
		at, month := firstMonth+m, b.plan.Start+model.Month(m)
		k.number = append(k.number, s.Value(at, workMonths+1, look.Whole|look.Row, float64(m+1)))
		k.first = append(k.first, s.Value(at, workMonths+2, look.Month|look.Row, serial(month)))
		x := formula.Calc(demand[month.Index()], "IF(SUM(%[1]s)=0,1,12*%[2]s/SUM(%[1]s))",
			b.season.line, b.season.months[m%12])
		k.demand = append(k.demand, s.Num(at, workMonths+3, look.Factor|look.Row, x))
	}
	return k
}

// courses writes blocks of figures by channel and month.
type courses struct {
	*workings
	s    *part.Sheet
	made []courseCells
}

// block writes the n-th block and keeps its lines.
func (b courses) block(n int, label string, style look.Style, keep func(k *courseCells) *[]formula.Num,
	cell func(i, m int, before []formula.Num) formula.Num) {
	months := b.caused()
	if n == kappaBlock { // after the plan nothing is spent
		months = b.plan.Months
	}
	for i, line := range b.monthBlock(b.s, b.workBlock(n), label, style, months, cell) {
		*keep(&b.made[i]) = line
	}
}

// placeCourses follows each channel month by month: by what the scenario in force multiplies
// results and costs, at once or reached evenly over the horizon; what is left of last year's effect
// if nothing is spent, and what it brings before any scenario; and how much effective spend a euro a
// year adds to each month.
func placeCourses(w *workings, s *part.Sheet) []courseCells {
	b := courses{w, s, make([]courseCells, len(w.channels))}
	placeMultipliers(b)
	b.block(idleSpendBlock, b.words.IdleSpend, look.Cents, func(k *courseCells) *[]formula.Num { return &k.idleSpend },
		func(i, m int, before []formula.Num) formula.Num {
			last := b.channels[i].opening
			if m > 0 {
				last = before[m-1]
			}
			return b.channels[i].carryover.Times(last)
		})
	b.block(idleUnitBlock, b.words.IdleContacts, look.Factor,
		func(k *courseCells) *[]formula.Num { return &k.idleUnit },
		func(i, m int, _ []formula.Num) formula.Num {
			f := b.plan.Channels[i].Figures
			left, demand := b.made[i].idleSpend[m], b.time.demand[m]
			brings := plan.NewResponse(f, f.Contacts.Base).Contacts(left.X*100, demand.X)
			return b.channels[i].response(left, demand, brings)
		})
	b.block(perBlock, b.words.PerEuro, look.Factor, func(k *courseCells) *[]formula.Num { return &k.per },
		func(i, m int, before []formula.Num) formula.Num {
			if m >= w.plan.Months {
				return b.channels[i].carryover.Times(before[m-1])
			}
			now := euroIn(w, s, i, m, b.made[i].kappa[m])
			if m == 0 {
				return now
			}
			return b.channels[i].carryover.Times(before[m-1]).Plus(now)
		})
	placeIdleSums(b)
	return b.made
}

// placeIdleSums adds up what last year leaves brings, in the scenario in force.
func placeIdleSums(b courses) {
	for i := range b.made {
		k, row := &b.made[i], b.workBlock(idleUnitBlock)+1+i
		left := formula.Num{F: fmt.Sprintf("SUMPRODUCT(%s,%s)", courseOf(b.frame, rhoBlock, i), b.lineOf(row))}
		for m, unit := range k.idleUnit {
			left.X += k.rho[m].X * unit.X
		}
		k.idleAll = b.s.Num(2, row, look.Factor|look.Row, left)
	}
}

// placeMultipliers writes by what the scenario in force multiplies results and costs.
func placeMultipliers(b courses) {
	n := b.plan.Months
	b.block(rhoBlock, b.words.OnResults, look.Factor, func(k *courseCells) *[]formula.Num { return &k.rho },
		func(i, m int, _ []formula.Num) formula.Num {
			if m >= n { // as in the plan's last month, which reaches it whole
				return b.channels[i].by
			}
			results, _ := b.scenario().On(b.plan.Channels[i].ID)
			return multiplierIn(b.workings, b.channels[i].by, b.channels[i].gradual, m, results.At(m+1, n))
		})
	b.block(kappaBlock, b.words.OnCost, look.Factor, func(k *courseCells) *[]formula.Num { return &k.kappa },
		func(i, m int, _ []formula.Num) formula.Num {
			_, cost := b.scenario().On(b.plan.Channels[i].ID)
			return multiplierIn(b.workings, b.channels[i].costBy, b.channels[i].costGradual, m, cost.At(m+1, n))
		})
}

// multiplierIn is a multiplier in a month, whose value is x.
func multiplierIn(b *workings, by, gradual formula.Num, m int, x float64) formula.Num {
	return formula.Calc(x, "IF(%[2]s=1,1+(%[1]s-1)*%[3]s/%[4]d,%[1]s)", by, gradual, b.time.number[m], b.plan.Months)
}

// euroIn is the effective spend that a euro a year adds in its own month.
func euroIn(b *workings, s *part.Sheet, i, m int, kappa formula.Num) formula.Num {
	k := &b.channels[i]
	_, cost := b.scenario().On(b.plan.Channels[i].ID)
	weight, all := s.At(kWeights+m%12, workFirst+i), s.At(kTotal, workFirst+i)
	x := (1 - k.carryover.X) * weight.X / all.X / cost.At(m+1, b.plan.Months)
	return formula.Calc(x, "(1-%s)*%s/%s/%s", k.carryover, weight, all, kappa)
}

// fillWorkings puts the head on; the rest is there before.
func fillWorkings(b *account, s *part.Sheet) {
	b.head(workingsTab, 8)
	s.Page.Freeze(2, headRows)
	s.Page.Single(kPeriod, workFirst+len(b.plan.Channels))
}
