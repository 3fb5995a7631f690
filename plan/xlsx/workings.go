package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"math"

	"arringa/model"
	"arringa/plan"
)

// workCells are what the workings keep for all channels. Lines by month begin with the plan's
// first.
type workCells struct {
	firstOrder, firstYear, lifetime, cost formula.Num // of a customer; cost of a euro of spend
	order, baseline, live                 formula.Num // of the scenario in force; live is 1 where it spends
	plainFirstYear, plainFirstOrder       formula.Num // without a scenario's order value
	number, first, demand                 []formula.Num
	spend, paid, back, out, won           []formula.Num
}

// workedChannel is what is worked out of a channel's figures.
type workedChannel struct {
	carryover, half, ceiling, late, fraction, opening   formula.Num
	by, gradual, costBy, costGradual, share             formula.Num // of the scenario in force; share of contacts that become customers
	linear, rate, year                                  formula.Num
	cents                                               [12]formula.Num
	period                                              formula.Num // cents over the horizon
	weightLine                                          part.Span
	rho, kappa, idleSpend, idleUnit, per                []formula.Num
	effective, contactsBy, idle, signed, margins, spend []formula.Num
	spent, contactsSum, idleSum                         formula.Num
	more                                                budgetCells
	figures                                             formula.Figures
	now                                                 formula.Num // what the amount brings, from the curve; no formula: not yet written
}

// The columns of the channels' workings.
const (
	kName = iota + 1
	kCarryover
	kHalf
	kCeiling
	kLate
	kFraction
	kOpening
	kShare
	kLinear
	kRate
	kBy
	kGradual
	kCostBy
	kCostGradual
	kYear    // cents
	kTotal   // of the weights
	kLeft    // cents that remain when all months are rounded down
	kPeriod  // cents over the horizon
	kWeights // by month of the plan, twelve columns
	kRests   = kWeights + 12
	kCents   = kRests + 12
)

// The rows of the workings.
const (
	workWorth  = headRows + 2
	workMonths = workWorth + 12
	workHeads  = workMonths + 6
	workFirst  = workHeads + 1 // of the channels
)

// workBlock is the first row of the n-th block of a row a channel and a column a month.
func (b *book) workBlock(n int) int {
	return workFirst + (n+1)*(len(b.plan.Channels)+3)
}

func fillWorkings(b *book) {
	s, w := b.page(workingsTab), b.words
	s.Widths(1, 40)
	s.Columns(2, max(kCents+11, firstMonth+b.beyond()-1), 11)
	s.Value(1, 1, look.Hidden, 0)
	fillWorth(b, s)
	fillDemand(b, s)
	s.Section(workHeads-1, 1, kCents+11, w.ByChannel)
	for at, label := range map[int]string{
		kName: w.Channel, kCarryover: w.Carryover, kHalf: w.HalfSaturation, kCeiling: w.Ceiling, kLate: w.WholeDelay, kFraction: w.RestOfDelay,
		kOpening: w.Opening, kShare: w.Conversion, kLinear: w.Proportional, kRate: w.ContactsPerEuro, kBy: w.OnResults, kGradual: w.Gradual, kCostBy: w.OnCost,
		kCostGradual: w.Gradual, kYear: w.YearInCents, kTotal: w.WeightTotal, kLeft: w.CentsLeft, kPeriod: w.PeriodInCents,
	} {
		s.Text(at, workHeads, look.Head|look.Wrap, label)
	}
	s.Height(workHeads, 44)
	for m := range 12 {
		month := b.say.ShortMonth(b.plan.Start + model.Month(m))
		s.Text(kWeights+m, workHeads, look.Head|look.Right, w.WeightOf.With("month", month))
		s.Text(kRests+m, workHeads, look.Head|look.Right, w.RestOf.With("month", month))
		s.Text(kCents+m, workHeads, look.Head|look.Right, w.CentsOf.With("month", month))
	}
	for i, c := range b.plan.Channels {
		fillCurve(b, s, i, c)
		fillSplit(b, s, i, c)
	}
	fillMultipliers(b, s)
	fillIdle(b, s)
}

// fillWorth works out what a customer is worth and what a euro of spend costs.
func fillWorth(b *book, s *part.Sheet) {
	w, c, k, o := b.words, &b.company, &b.work, b.outlook
	scenario, row := b.scenarios[b.inForce], workWorth
	s.Section(row, 1, 2, w.WorthTitle)
	put := func(label string, style look.Style, n formula.Num) formula.Num {
		row++
		s.Text(1, row, look.Row, label)
		return s.Num(2, row, style|look.Row, n)
	}
	effects := b.page(scenariosTab)
	chosen := func(line int, x float64) formula.Num {
		return formula.Calc(x, "INDEX(%s,1,%s)", effects.Line(2, 1+len(b.scenarios), scenarioChange+line), b.chosen)
	}
	k.order = put(w.OnOrder, look.Factor, chosen(1, scenario.Order))
	k.baseline = put(w.OnBaseline, look.Factor, chosen(2, scenario.Baseline))
	k.live = put(w.OnSpend, look.Whole, chosen(3, 1-formula.Flag(scenario.Idle)))
	company := b.plan.Company
	k.plainFirstOrder = put(w.PlainFirstOrder, look.Cents, c.firstOrder.Times(c.margin))
	k.plainFirstYear = put(w.PlainFirstYear, look.Cents, formula.Calc(euros(company.FirstYearMargin()), "(%s+MAX(%s-1,0)*%s)*%s", c.firstOrder, c.perYear, c.order, c.margin))
	k.firstOrder = put(w.FirstOrderMargin, look.Cents, k.plainFirstOrder.Times(k.order))
	k.firstYear = put(w.FirstYearMargin, look.Cents, formula.Calc(euros(o.FirstYearMargin), "%s*%s", k.plainFirstYear, k.order))
	k.lifetime = put(w.LifetimeMargin, look.Cents, formula.Calc(euros(o.LifetimeMargin), "(%s+MAX(%s*%s-1,0)*%s)*%s*%s", c.firstOrder, c.perYear, c.years, c.order, c.margin, k.order))
	k.cost = put(w.CostOfEuro, look.Factor, formula.Calc(company.VAT.Cost(), "1+%s*(1-%s)", c.vat, c.recovered))
	b.total.baseline = put(w.BaselineOver, look.Count, formula.Calc(o.Baseline, "%s*%s*%d", c.baseline, k.baseline, b.plan.Months))
}

// fillDemand numbers the months, and says how each one's demand is, mean 1 over a year.
func fillDemand(b *book, s *part.Sheet) {
	w, k := b.words, &b.work
	s.Section(workMonths, 1, firstMonth+b.beyond()-1, w.MonthsTitle)
	s.Text(1, workMonths+1, look.Row, w.MonthNumber)
	s.Text(1, workMonths+2, look.Row, w.Month)
	s.Text(1, workMonths+3, look.Row, w.Demand)
	demand := b.plan.Company.Season.Demand()
	for m := range b.beyond() {
		at, month := firstMonth+m, b.plan.Start+model.Month(m)
		k.number = append(k.number, s.Value(at, workMonths+1, look.Whole|look.Row, float64(m+1)))
		k.first = append(k.first, s.Value(at, workMonths+2, look.Month|look.Row, serial(month)))
		k.demand = append(k.demand, s.Num(at, workMonths+3, look.Factor|look.Row, formula.Calc(demand[month.Index()], "IF(SUM(%[1]s)=0,1,12*%[2]s/SUM(%[1]s))", b.seasonLine, b.company.season[m%12])))
	}
}

// lineOf is a line of the workings over the plan's months.
func (b *book) lineOf(row int) part.Span {
	return b.page(workingsTab).Line(firstMonth, firstMonth+b.plan.Months-1, row)
}

// fillCurve turns a channel's answers into its curve: see plan.NewResponse.
func fillCurve(b *book, s *part.Sheet, i int, c model.Channel) {
	k, row := &b.channels[i], workFirst+i
	r := plan.NewResponse(c.Figures, c.Figures.Contacts.Base)
	delay := c.DelayOf(b.plan.Company).Value
	scenario := b.scenarios[b.inForce]
	results, cost := scenario.On(c.ID)
	ceiling := r.Ceiling
	if r.Linear {
		ceiling = c.Figures.Contacts.Base
	}
	put := func(at int, style look.Style, n formula.Num) formula.Num { return s.Num(at, row, style|look.Row, n) }
	s.Text(kName, row, look.Row, b.names[i])
	k.carryover = put(kCarryover, look.Factor, formula.Calc(r.Carryover, "IF(%[1]s<=0,0,2^(-1/%[1]s))", k.halfLife))
	k.half = put(kHalf, look.Cents, formula.Calc(euros(r.HalfSaturation), "IF(%[1]s=1,0,2*%[2]s*%[1]s/(1-%[1]s))", k.gain, k.reference))
	k.ceiling = put(kCeiling, look.Factor, formula.Calc(ceiling, "%[1]s*(%[2]s+%[3]s)/%[2]s", k.contacts[1], k.reference, k.half))
	k.late = put(kLate, look.Whole, formula.Calc(math.Floor(delay), "INT(%s)", k.delay))
	k.fraction = put(kFraction, look.Factor, k.delay.Minus(k.late))
	k.opening = put(kOpening, look.Cents, k.lastYear.Over(formula.Lit(12)))
	k.share = put(kShare, look.Share, k.conversion[1])
	k.linear = put(kLinear, look.Whole, formula.Calc(formula.Flag(r.Linear), "IF(%s=1,1,0)", k.gain))
	k.rate = put(kRate, look.Factor, k.contacts[1].Over(k.reference))
	scenarios, work := b.page(scenariosTab), b.page(scenarioWorkingsTab)
	chosen := func(page *part.Sheet, at int, x float64) formula.Num {
		return formula.Calc(x, "INDEX(%s,1,%s)", page.Line(2, 1+len(b.scenarios), at), b.chosen)
	}
	second := len(b.plan.Channels) + 2
	k.by = put(kBy, look.Factor, chosen(scenarios, scenarioChange+6+i, results.By))
	k.costBy = put(kCostBy, look.Factor, chosen(scenarios, scenarioChange+6+second+i, cost.By))
	k.gradual = put(kGradual, look.Whole, chosen(work, gradualFirst+i, formula.Flag(results.Gradual)))
	k.costGradual = put(kCostGradual, look.Whole, chosen(work, gradualFirst+second+i, formula.Flag(cost.Gradual)))
}

// fillSplit splits a channel's year over twelve months by the largest remainder, in whole
// cents: see model.Money.Split. A month gets one of the cents that remain when fewer months
// than there are cents have a larger remainder, or the same and come before.
func fillSplit(b *book, s *part.Sheet, i int, c model.Channel) {
	k, row := &b.channels[i], workFirst+i
	weights := c.Calendar.MonthWeights(b.plan.Company.Season)
	var all int64
	for _, w := range weights {
		all += w
	}
	k.year = s.Num(kYear, row, look.Whole|look.Row, formula.Calc(float64(c.Amount), "ROUND(%s*100,0)", k.amount))
	of, sum, rests := [12]formula.Num{}, 0.0, 0.0
	for m := range 12 {
		x := float64(weights[(b.plan.Start + model.Month(m)).Index()])
		if all == 0 {
			x = 1
		}
		sum += x
		of[m] = s.Num(kWeights+m, row, look.Whole|look.Row, formula.Calc(x, "IF(SUM(%s)=0,1,%s)", k.weightLine, k.weights[m]))
	}
	weight := s.Num(kTotal, row, look.Whole|look.Row, formula.Calc(sum, "SUM(%s)", s.Line(kWeights, kWeights+11, row)))
	var rest [12]formula.Num
	for m := range 12 {
		x := k.year.X*of[m].X - math.Floor(k.year.X*of[m].X/sum)*sum
		rests += x
		rest[m] = s.Num(kRests+m, row, look.Whole|look.Row, formula.Calc(x, "%[1]s*%[2]s-INT(%[1]s*%[2]s/%[3]s)*%[3]s", k.year, of[m], weight))
	}
	line := s.Line(kRests, kRests+11, row)
	left := s.Num(kLeft, row, look.Whole|look.Row, formula.Calc(math.Round(rests/sum), "ROUND(SUM(%s)/%s,0)", line, weight))
	months := plan.MonthsOf(b.plan, i)
	period := 0.0
	for m := range 12 {
		rank := `COUNTIF(` + line.String() + `,">"&` + rest[m].F + `)`
		if m > 0 {
			rank += `+COUNTIF(` + s.Line(kRests, kRests+m-1, row).String() + `,` + rest[m].F + `)`
		}
		k.cents[m] = s.Num(kCents+m, row, look.Whole|look.Row, formula.Calc(float64(months[m]), "INT(%s*%s/%s)+IF(%s<%s,1,0)", k.year, of[m], weight, formula.Num{F: rank}, left))
	}
	for m := range b.plan.Months {
		period += float64(months[m%12])
	}
	first := "0"
	if r := b.plan.Months % 12; r > 0 {
		first = "SUM(" + s.Line(kCents, kCents+r-1, row).String() + ")"
	}
	k.period = s.Num(kPeriod, row, look.Whole|look.Row, formula.Calc(period, "%d*SUM(%s)+%s", b.plan.Months/12, s.Line(kCents, kCents+11, row), first))
}

// monthBlock writes a block: a row a channel, a column a month.
func (b *book) monthBlock(s *part.Sheet, row int, label string, style look.Style, months int, cell func(i, m int) formula.Num, keep func(i int) *[]formula.Num) {
	b.months(s, row, months, label)
	s.Text(2, row, look.Head|look.Right, "")
	for i := range b.plan.Channels {
		at := row + 1 + i
		s.Text(1, at, look.Row, b.names[i])
		line := make([]formula.Num, 0, months)
		for m := range months {
			*keep(i) = line // cells may refer to the month before
			line = append(line, s.Num(firstMonth+m, at, style|look.Row, cell(i, m)))
		}
		*keep(i) = line
	}
}

// fillMultipliers writes by what the scenario in force multiplies results and costs, month by
// month: at once, or reached evenly over the horizon.
func fillMultipliers(b *book, s *part.Sheet) {
	n, scenario := b.plan.Months, b.scenarios[b.inForce]
	at := func(by, gradual formula.Num, m int, x float64) formula.Num {
		return formula.Calc(x, "IF(%[2]s=1,1+(%[1]s-1)*%[3]s/%[4]d,%[1]s)", by, gradual, b.work.number[m], n)
	}
	b.monthBlock(s, b.workBlock(0), b.words.OnResults, look.Factor, n, func(i, m int) formula.Num {
		results, _ := scenario.On(b.plan.Channels[i].ID)
		return at(b.channels[i].by, b.channels[i].gradual, m, results.At(m+1, n))
	}, func(i int) *[]formula.Num { return &b.channels[i].rho })
	b.monthBlock(s, b.workBlock(1), b.words.OnCost, look.Factor, n, func(i, m int) formula.Num {
		_, cost := scenario.On(b.plan.Channels[i].ID)
		return at(b.channels[i].costBy, b.channels[i].costGradual, m, cost.At(m+1, n))
	}, func(i int) *[]formula.Num { return &b.channels[i].kappa })
}

// fillIdle follows what is left of last year's effect if nothing is spent, what it brings
// before any scenario, and how much effective spend a euro a year adds to each month.
func fillIdle(b *book, s *part.Sheet) {
	n, scenario := b.plan.Months, b.scenarios[b.inForce]
	b.monthBlock(s, b.workBlock(2), b.words.IdleSpend, look.Cents, n, func(i, m int) formula.Num {
		k := &b.channels[i]
		before := k.opening
		if m > 0 {
			before = k.idleSpend[m-1]
		}
		return k.carryover.Times(before)
	}, func(i int) *[]formula.Num { return &b.channels[i].idleSpend })
	b.monthBlock(s, b.workBlock(3), b.words.IdleContacts, look.Factor, n, func(i, m int) formula.Num {
		k, c := &b.channels[i], b.plan.Channels[i]
		r := plan.NewResponse(c.Figures, c.Figures.Contacts.Base)
		return k.response(k.idleSpend[m], b.work.demand[m], r.Contacts(k.idleSpend[m].X*100, b.work.demand[m].X))
	}, func(i int) *[]formula.Num { return &b.channels[i].idleUnit })
	b.monthBlock(s, b.workBlock(4), b.words.PerEuro, look.Factor, n, func(i, m int) formula.Num {
		k := &b.channels[i]
		_, cost := scenario.On(b.plan.Channels[i].ID)
		weight, all := s.At(kWeights+m%12, workFirst+i), s.At(kTotal, workFirst+i)
		x := (1 - k.carryover.X) * weight.X / all.X / cost.At(m+1, n)
		now := formula.Calc(x, "(1-%s)*%s/%s/%s", k.carryover, weight, all, k.kappa[m])
		if m == 0 {
			return now
		}
		return k.carryover.Times(k.per[m-1]).Plus(now)
	}, func(i int) *[]formula.Num { return &b.channels[i].per })
}

// response is what an effective spend brings in a month of some demand: see
// plan.Response.Contacts.
func (k *channelCells) response(spend, demand formula.Num, x float64) formula.Num {
	return formula.Calc(x, "IF(OR(%[1]s<=0,%[2]s<=0),0,IF(%[3]s=1,%[4]s*%[2]s,%[5]s*%[1]s*%[2]s/(%[2]s+%[6]s*%[1]s)))", demand, spend, k.linear, k.rate, k.ceiling, k.half)
}

// fillWorkingsPage puts the head on; the rest was there before.
func fillWorkingsPage(b *book, s *part.Sheet) {
	b.head(workingsTab, 8)
	s.Page.Freeze(2, headRows)
	s.Page.Single(kPeriod, workFirst+len(b.plan.Channels))
}
