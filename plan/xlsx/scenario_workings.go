package xlsx

import (
	"arringa/plan/xlsx/look"
	"fmt"
	"math"
	"strings"

	"arringa/model"
)

// The rows of the scenarios' workings: their numbers, which multipliers are reached little by
// little (1), on results and then on costs, and then a block a scenario.
const (
	scenarioNumbers = headRows + 2
	gradualFirst    = scenarioNumbers + 3 // of the channels
)

// scenarioBlock is the first row of a scenario's workings.
func (b *book) scenarioBlock(j int) int {
	c := len(b.plan.Channels)
	return gradualFirst + 2*(c+2) + 1 + j*(2*c+15)
}

// fillScenarioWorkings works every scenario out, whichever is in force: effective spend and
// incremental contacts by channel and month, who signs, what is paid and comes back.
func (b *book) fillScenarioWorkings() {
	s, w, c := b.page("scenario_workings"), b.words, len(b.plan.Channels)
	s.monthColumns(b.beyond())
	s.text(1, scenarioNumbers, look.Row, w.ScenarioNumber)
	for half, label := range []string{w.OnResults, w.OnCost} {
		top := gradualFirst + half*(c+2) - 1
		s.text(1, top, look.Head, label+": "+w.Gradual)
		s.blank(2, 1+len(b.scenarios), top, look.Head)
		for i := range b.plan.Channels {
			s.text(1, top+1+i, look.Row, b.names[i])
		}
	}
	for j := range b.scenarios {
		b.fillScenario(s, j)
	}
}

func (b *book) fillScenario(s *sheet, j int) {
	w, n, c := b.words, b.plan.Months, len(b.plan.Channels)
	row, x := b.scenarioBlock(j), &b.perScen[j]
	o, scenario := b.outlooks[j], b.scenarios[j]
	s.section(row, 1, firstMonth+b.beyond()-1, b.scenarioNames()[j])
	row++
	multiplier := func(by, gradual num, m int) string {
		return fmt.Sprintf("IF(%[2]s=1,1+(%[1]s-1)*%[3]s/%[4]d,%[1]s)", by, gradual, b.work.number[m], n)
	}
	effective := make([][]num, c)
	b.monthBlock(s, row, w.EffectiveSpend, look.Cents, n, func(i, m int) num {
		k := &b.channels[i]
		before := k.opening
		if m > 0 {
			before = effective[i][m-1]
		}
		f := fmt.Sprintf("%[1]s*%[2]s+(1-%[1]s)*%[3]s/100*%[4]s/%[5]s", k.carryover, before, k.cents[m%12], x.live, multiplier(k.cost[j], x.gradualCost[i], m))
		return calc(euros(o.Channels[i].Months[m].Effective), "%s", num{f: f})
	}, func(i int) *[]num { return &effective[i] })
	more := row + c + 2
	contacts := make([][]num, c)
	b.monthBlock(s, more, w.MoreContacts, look.Count, n, func(i, m int) num {
		k, month := &b.channels[i], o.Channels[i].Months[m]
		f := fmt.Sprintf("%s*(%s-%s)", multiplier(k.results[j], x.gradual[i], m), k.response(effective[i][m], b.work.demand[m], 0).f, k.idleUnit[m])
		return calc(month.Contacts-month.Idle, "%s", num{f: f})
	}, func(i int) *[]num { return &contacts[i] })
	b.scenarioCash(s, j, more+c+2, s.block(firstMonth, more+1, firstMonth+n-1, more+c))
	b.scenarioSums(s, j, scenario, s.block(firstMonth, more+1, firstMonth+n-1, more+c))
}

// scenarioCash follows the money of a scenario.
func (b *book) scenarioCash(s *sheet, j, row int, contacts span) {
	w, x, o := b.words, &b.perScen[j], b.outlooks[j]
	firstOrder := fmt.Sprintf("%s*%s", b.work.plainFirstOrder, x.order)
	later := fmt.Sprintf("(%s-%s)*%s", b.work.plainFirstYear, b.work.plainFirstOrder, x.order)
	signed := b.signings(j)
	for r, label := range []string{w.SigningsAll, w.Paid, w.Back, w.Out} {
		s.text(1, row+r, look.Row, label)
	}
	var won, paid, back, rest []num
	work := b.page("workings")
	for m := range b.beyond() {
		at := firstMonth + m
		f := "0"
		if len(b.plan.Channels) > 0 {
			f = fmt.Sprintf("SUMPRODUCT(%s*%s)", contacts, b.signs(b.work.number[m]))
		}
		won = append(won, s.num(at, row, look.Count|look.Row, num{f: f, x: signed[m]}))
		spend := "0"
		if m < b.plan.Months && len(b.plan.Channels) > 0 {
			spend = fmt.Sprintf("SUM(%s)/100*%s*%s", work.stack(kCents+m%12, workFirst, workFirst+len(b.plan.Channels)-1), x.live, b.work.cost)
		}
		came := fmt.Sprintf("%s*%s", won[m], firstOrder)
		if m > 0 {
			spend = paid[m-1].f + "+" + spend
			came = fmt.Sprintf("%s+%s+SUM(%s)*%s/12", back[m-1], came, s.line(firstMonth+max(m-12, 0), at-1, row), later)
		}
		paid = append(paid, s.num(at, row+1, look.Money|look.Row, num{f: spend, x: euros(o.Paid[m])}))
		back = append(back, s.num(at, row+2, look.Money|look.Row, num{f: came, x: euros(o.Back[m])}))
		rest = append(rest, s.num(at, row+3, look.Money|look.Row, paid[m].minus(back[m])))
	}
	x.payback = b.payback(s, row+4, rest, paid[len(paid)-1], o)
	s.text(1, row+7, look.Row, w.Peak)
	x.peak = s.num(2, row+7, look.Money|look.Row, calc(euros(o.PeakOutlay), "MAX(0,MAX(%s))", s.line(firstMonth, firstMonth+b.beyond()-1, row+3)))
}

// scenarioSums are what a scenario brings over the horizon.
func (b *book) scenarioSums(s *sheet, j int, scenario model.Scenario, contacts span) {
	x, y := &b.perScen[j], b.outlooks[j].Total
	work, c := b.page("workings"), len(b.plan.Channels)
	if c == 0 {
		x.spend, x.contacts, x.customers, x.won, x.margin = lit(0), lit(0), lit(0), lit(0), lit(0)
	} else {
		column := func(at int) span { return work.stack(at, workFirst, workFirst+c-1) }
		x.spend = calc(euros(y.Spend), "SUM(%s)/100*%s", column(kPeriod), x.live)
		x.contacts = calc(y.More.Contacts, "SUM(%s)", contacts)
		x.customers = calc(y.More.Customers, "SUMPRODUCT(%s*%s)", contacts, column(kShare))
		row := contacts.r2 + 2
		x.won = calc(y.More.Won, "SUM(%s)", s.line(firstMonth, firstMonth+b.plan.Months-1, row))
		x.margin = num{f: fmt.Sprintf("%s*%s*%s", x.customers.f, b.work.plainFirstYear, x.order), x: euros(y.More.Margin), p: product}
	}
	_ = scenario
}

// fillScenarioWorkingsPage puts the head on; the rest was there before.
func (b *book) fillScenarioWorkingsPage(s *sheet) {
	s.head(8, b.figures)
	s.freeze(2, headRows)
	s.single(1+len(b.scenarios), gradualFirst+2*len(b.plan.Channels)+2)
}

// fillScenarios sets the scenarios side by side.
func (b *book) fillScenarios(s *sheet) {
	w, n := b.words, len(b.scenarios)
	s.head(1+n, b.figures)
	base := 0
	for j, x := range b.scenarios {
		if x.ID == model.Base {
			base = j
		}
	}
	for r, label := range []string{w.SpentInPeriod, w.MoreContacts, w.MoreCustomers, w.WonInPeriod, w.MoreMargin, w.Return, w.CAC, w.Payback, w.Peak, w.AgainstBase} {
		s.text(1, scenarioResults+r, look.Row, label)
	}
	for j := range b.scenarios {
		b.scenarioColumn(s, j)
	}
	for j := range b.scenarios {
		s.num(2+j, scenarioLast, look.MoneyChange|look.Row, b.perScen[j].margin.minus(b.perScen[base].margin))
	}
	s.num(1, 1, look.Hidden, b.chosen) // a format of cells may not look at another sheet
	s.freeze(1, scenarioHeads)
	s.titles(scenarioHeads, scenarioHeads, 1)
	s.when(s.block(2, scenarioHeads, 1+n, scenarioLast), "COLUMN()-1="+abs(1, 1), look.InForce())
	heads := s.line(2, 1+n, scenarioHeads)
	last := scenarioChange + 9 + 2*len(b.plan.Channels)
	s.paper(1+n, last, 30, scenarioChange, scenarioChange+7+len(b.plan.Channels))
	b.scenarioFinding(s)
	s.draw(&chart{at: box{1, scenarioLast + 3, 1 + n, scenarioChange - 2}, alt: w.ScenarioChartAlt, legend: true, plots: []plot{{kind: columns, gap: 60, series: []series{
		{name: s.stack(1, scenarioResults, scenarioResults), cats: heads, vals: s.line(2, 1+n, scenarioResults), color: look.Gold},
		{name: s.stack(1, scenarioResults+4, scenarioResults+4), cats: heads, vals: s.line(2, 1+n, scenarioResults+4), color: look.Teal},
	}}}})
}

// scenarioFinding says between what the margin moves, where money is spent at all.
func (b *book) scenarioFinding(s *sheet) {
	var cells []string
	low, high := math.Inf(1), math.Inf(-1)
	for j, x := range b.scenarios {
		if m := b.perScen[j].margin; !x.Idle {
			cells = append(cells, m.f)
			low, high = min(low, m.x), max(high, m.x)
		}
	}
	all := strings.Join(cells, ",")
	known := b.figures.with("scenario_low", b.money(calc(low, "MIN(%s)", num{f: all}))).with("scenario_high", b.money(calc(high, "MAX(%s)", num{f: all})))
	s.finding(scenarioLast+2, 1, 1+len(b.scenarios), b.words.ScenarioFinding, b.words.ScenarioChart, known)
}

// scenarioColumn writes what one scenario brings.
func (b *book) scenarioColumn(s *sheet, j int) {
	x, at := &b.perScen[j], 2+j
	put := func(r int, style look.Style, n num) num { return s.num(at, scenarioResults+r, style|look.Row, n) }
	x.spend = put(0, look.Money, x.spend)
	cost := x.spend.times(b.work.cost)
	cost.x = euros(b.outlooks[j].Total.Cost)
	x.contacts, x.customers, x.won = put(1, look.Count, x.contacts), put(2, look.Count, x.customers), put(3, look.Count, x.won)
	x.margin = put(4, look.Money|look.Bold, x.margin)
	x.back = put(5, look.Change, gain(x.margin, cost))
	x.cac = put(6, look.Money, ratio(cost, x.customers))
	put(7, look.Month, x.payback)
	put(8, look.Money, x.peak)
}
