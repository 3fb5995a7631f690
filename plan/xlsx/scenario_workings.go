package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
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
func fillScenarioWorkings(b *book) {
	s, w, c := b.page(scenarioWorkingsTab), b.words, len(b.plan.Channels)
	b.monthColumns(s, b.beyond())
	s.Text(1, scenarioNumbers, look.Row, w.ScenarioNumber)
	for half, label := range []string{w.OnResults, w.OnCost} {
		top := gradualFirst + half*(c+2) - 1
		s.Text(1, top, look.Head, label+": "+w.Gradual)
		s.Blank(2, 1+len(b.scenarios), top, look.Head)
		for i := range b.plan.Channels {
			s.Text(1, top+1+i, look.Row, b.names[i])
		}
	}
	for j := range b.scenarios {
		fillScenario(b, s, j)
	}
}

func fillScenario(b *book, s *part.Sheet, j int) {
	w, n, c := b.words, b.plan.Months, len(b.plan.Channels)
	row, x := b.scenarioBlock(j), &b.perScen[j]
	o, scenario := b.outlooks[j], b.scenarios[j]
	s.Section(row, 1, firstMonth+b.beyond()-1, b.scenarioNames()[j])
	row++
	multiplier := func(by, gradual formula.Num, m int) string {
		return fmt.Sprintf("IF(%[2]s=1,1+(%[1]s-1)*%[3]s/%[4]d,%[1]s)", by, gradual, b.work.number[m], n)
	}
	effective := make([][]formula.Num, c)
	b.monthBlock(s, row, w.EffectiveSpend, look.Cents, n, func(i, m int) formula.Num {
		k := &b.channels[i]
		before := k.opening
		if m > 0 {
			before = effective[i][m-1]
		}
		f := fmt.Sprintf("%[1]s*%[2]s+(1-%[1]s)*%[3]s/100*%[4]s/%[5]s", k.carryover, before, k.cents[m%12], x.live, multiplier(k.cost[j], x.gradualCost[i], m))
		return formula.Calc(euros(o.Channels[i].Months[m].Effective), "%s", formula.Num{F: f})
	}, func(i int) *[]formula.Num { return &effective[i] })
	more := row + c + 2
	contacts := make([][]formula.Num, c)
	b.monthBlock(s, more, w.MoreContacts, look.Count, n, func(i, m int) formula.Num {
		k, month := &b.channels[i], o.Channels[i].Months[m]
		f := fmt.Sprintf("%s*(%s-%s)", multiplier(k.results[j], x.gradual[i], m), k.response(effective[i][m], b.work.demand[m], 0).F, k.idleUnit[m])
		return formula.Calc(month.Contacts-month.Idle, "%s", formula.Num{F: f})
	}, func(i int) *[]formula.Num { return &contacts[i] })
	scenarioCash(b, s, j, more+c+2, s.Block(firstMonth, more+1, firstMonth+n-1, more+c))
	scenarioSums(b, s, j, scenario, s.Block(firstMonth, more+1, firstMonth+n-1, more+c))
}

// scenarioCash follows the money of a scenario.
func scenarioCash(b *book, s *part.Sheet, j, row int, contacts part.Span) {
	w, x, o := b.words, &b.perScen[j], b.outlooks[j]
	firstOrder := fmt.Sprintf("%s*%s", b.work.plainFirstOrder, x.order)
	later := fmt.Sprintf("(%s-%s)*%s", b.work.plainFirstYear, b.work.plainFirstOrder, x.order)
	signed := signingsOf(b, j)
	for r, label := range []string{w.SigningsAll, w.Paid, w.Back, w.Out} {
		s.Text(1, row+r, look.Row, label)
	}
	var won, paid, back, rest []formula.Num
	work := b.page(workingsTab)
	for m := range b.beyond() {
		at := firstMonth + m
		f := "0"
		if len(b.plan.Channels) > 0 {
			f = fmt.Sprintf("SUMPRODUCT(%s*%s)", contacts, signsIn(b, b.work.number[m]))
		}
		won = append(won, s.Num(at, row, look.Count|look.Row, formula.Num{F: f, X: signed[m]}))
		spend := "0"
		if m < b.plan.Months && len(b.plan.Channels) > 0 {
			spend = fmt.Sprintf("SUM(%s)/100*%s*%s", work.Stack(kCents+m%12, workFirst, workFirst+len(b.plan.Channels)-1), x.live, b.work.cost)
		}
		came := fmt.Sprintf("%s*%s", won[m], firstOrder)
		if m > 0 {
			spend = paid[m-1].F + "+" + spend
			came = fmt.Sprintf("%s+%s+SUM(%s)*%s/12", back[m-1], came, s.Line(firstMonth+max(m-12, 0), at-1, row), later)
		}
		paid = append(paid, s.Num(at, row+1, look.Money|look.Row, formula.Num{F: spend, X: euros(o.Paid[m])}))
		back = append(back, s.Num(at, row+2, look.Money|look.Row, formula.Num{F: came, X: euros(o.Back[m])}))
		rest = append(rest, s.Num(at, row+3, look.Money|look.Row, paid[m].Minus(back[m])))
	}
	x.payback = paybackRows(b, s, row+4, rest, paid[len(paid)-1], o)
	s.Text(1, row+7, look.Row, w.Peak)
	x.peak = s.Num(2, row+7, look.Money|look.Row, formula.Calc(euros(o.PeakOutlay), "MAX(0,MAX(%s))", s.Line(firstMonth, firstMonth+b.beyond()-1, row+3)))
}

// scenarioSums are what a scenario brings over the horizon.
func scenarioSums(b *book, s *part.Sheet, j int, scenario model.Scenario, contacts part.Span) {
	x, y := &b.perScen[j], b.outlooks[j].Total
	work, c := b.page(workingsTab), len(b.plan.Channels)
	if c == 0 {
		x.spend, x.contacts, x.customers, x.won, x.margin = formula.Lit(0), formula.Lit(0), formula.Lit(0), formula.Lit(0), formula.Lit(0)
	} else {
		column := func(at int) part.Span { return work.Stack(at, workFirst, workFirst+c-1) }
		x.spend = formula.Calc(euros(y.Spend), "SUM(%s)/100*%s", column(kPeriod), x.live)
		x.contacts = formula.Calc(y.More.Contacts, "SUM(%s)", contacts)
		x.customers = formula.Calc(y.More.Customers, "SUMPRODUCT(%s*%s)", contacts, column(kShare))
		row := contacts.R2 + 2
		x.won = formula.Calc(y.More.Won, "SUM(%s)", s.Line(firstMonth, firstMonth+b.plan.Months-1, row))
		x.margin = formula.Num{F: fmt.Sprintf("%s*%s*%s", x.customers.F, b.work.plainFirstYear, x.order), X: euros(y.More.Margin), Binds: formula.Product}
	}
	_ = scenario
}

// fillScenarioWorkingsPage puts the head on; the rest was there before.
func fillScenarioWorkingsPage(b *book, s *part.Sheet) {
	b.head(scenarioWorkingsTab, 8)
	s.Page.Freeze(2, headRows)
	s.Page.Single(1+len(b.scenarios), gradualFirst+2*len(b.plan.Channels)+2)
}

// fillScenarios sets the scenarios side by side.
func fillScenarios(b *book, s *part.Sheet) {
	w, n := b.words, len(b.scenarios)
	b.head(scenariosTab, 1+n)
	base := 0
	for j, x := range b.scenarios {
		if x.ID == model.Base {
			base = j
		}
	}
	for r, label := range []string{w.SpentInPeriod, w.MoreContacts, w.MoreCustomers, w.WonInPeriod, w.MoreMargin, w.Return, w.CAC, w.Payback, w.Peak, w.AgainstBase} {
		s.Text(1, scenarioResults+r, look.Row, label)
	}
	for j := range b.scenarios {
		scenarioColumn(b, s, j)
	}
	for j := range b.scenarios {
		s.Num(2+j, scenarioLast, look.MoneyChange|look.Row, b.perScen[j].margin.Minus(b.perScen[base].margin))
	}
	s.Num(1, 1, look.Hidden, b.chosen) // a format of cells may not look at another sheet
	s.Page.Freeze(1, scenarioHeads)
	s.Page.Titles(scenarioHeads, scenarioHeads, 1)
	s.Rules.When(s.Block(2, scenarioHeads, 1+n, scenarioLast), "COLUMN()-1="+part.Abs(1, 1), look.InForce())
	heads := s.Line(2, 1+n, scenarioHeads)
	last := scenarioChange + 9 + 2*len(b.plan.Channels)
	s.Page.Paper(1+n, last, 30, scenarioChange, scenarioChange+7+len(b.plan.Channels))
	scenarioFinding(b, s)
	s.Draw(&part.Chart{At: part.Over(1, scenarioLast+3, 1+n, scenarioChange-2), Alt: w.ScenarioChartAlt, Legend: true, Plots: []part.Plot{{Kind: part.Columns, Gap: 60, Series: []part.Series{
		{Name: s.Stack(1, scenarioResults, scenarioResults), Cats: heads, Vals: s.Line(2, 1+n, scenarioResults), Color: look.Gold},
		{Name: s.Stack(1, scenarioResults+4, scenarioResults+4), Cats: heads, Vals: s.Line(2, 1+n, scenarioResults+4), Color: look.Teal},
	}}}})
}

// scenarioFinding says between what the margin moves, where money is spent at all.
func scenarioFinding(b *book, s *part.Sheet) {
	var cells []string
	low, high := math.Inf(1), math.Inf(-1)
	for j, x := range b.scenarios {
		if m := b.perScen[j].margin; !x.Idle {
			cells = append(cells, m.F)
			low, high = min(low, m.X), max(high, m.X)
		}
	}
	all := strings.Join(cells, ",")
	known := b.figures.With("scenario_low", b.Money(formula.Calc(low, "MIN(%s)", formula.Num{F: all}))).With("scenario_high", b.Money(formula.Calc(high, "MAX(%s)", formula.Num{F: all})))
	b.finding(s, scenarioLast+2, 1, 1+len(b.scenarios), b.words.ScenarioFinding, b.words.ScenarioChart, known)
}

// scenarioColumn writes what one scenario brings.
func scenarioColumn(b *book, s *part.Sheet, j int) {
	x, at := &b.perScen[j], 2+j
	put := func(r int, style look.Style, n formula.Num) formula.Num {
		return s.Num(at, scenarioResults+r, style|look.Row, n)
	}
	x.spend = put(0, look.Money, x.spend)
	cost := x.spend.Times(b.work.cost)
	cost.X = euros(b.outlooks[j].Total.Cost)
	x.contacts, x.customers, x.won = put(1, look.Count, x.contacts), put(2, look.Count, x.customers), put(3, look.Count, x.won)
	x.margin = put(4, look.Money|look.Bold, x.margin)
	x.back = put(5, look.Change, formula.Gain(x.margin, cost))
	x.cac = put(6, look.Money, formula.Ratio(cost, x.customers))
	put(7, look.Month, x.payback)
	put(8, look.Money, x.peak)
}
