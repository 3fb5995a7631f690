package xlsx

// The sheet on which every scenario is worked out, whichever is in force.

import (
	"fmt"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// The rows of the scenarios' workings: their numbers, which multipliers are reached little by
// little (1), on results and then on costs, and then a block a scenario.
const (
	scenarioNumbers = headRows + 2
	gradualFirst    = scenarioNumbers + 3 // of the channels
)

// scenarioCells are what a scenario brings over the horizon.
type scenarioCells struct {
	spend, contacts, customers, margin formula.Num
	won, cashed                        formula.Num // by the end of the plan
	payback, peak                      formula.Num
}

// scenarioBlock is the first row of a scenario's workings.
func (b *subject) scenarioBlock(j int) int {
	c := len(b.plan.Channels)
	return gradualFirst + 2*(c+2) + 1 + j*(2*c+15)
}

// placeCases works every scenario out: effective spend and incremental contacts by channel and
// month, who signs, what is paid and comes back.
func placeCases(b *workings) []scenarioCells {
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
	var cases []scenarioCells
	for j := range b.scenarios {
		cases = append(cases, placeCase(b, s, j))
	}
	return cases
}

// placeCase works a scenario out.
func placeCase(b *workings, s *part.Sheet, j int) scenarioCells {
	w, n, c := b.words, b.plan.Months, len(b.plan.Channels)
	row, x, o := b.scenarioBlock(j)+1, b.effects[j], b.outlooks[j]
	s.Section(row-1, 1, firstMonth+b.beyond()-1, b.scenarioNames()[j])
	multiplier := func(by, gradual formula.Num, m int) string { return multiplierIn(b, by, gradual, m, 0).F }
	effective := b.monthBlock(s, row, w.EffectiveSpend, look.Cents, b.caused(),
		func(i, m int, before []formula.Num) formula.Num {
			k := &b.channels[i]
			last := k.opening
			if m > 0 {
				last = before[m-1]
			}
			left := euros(monthOf(&o.Channels[i], m).Effective)
			if m >= n {
				return valued(k.carryover.Times(last), left)
			}
			f := fmt.Sprintf("%[1]s*%[2]s+(1-%[1]s)*%[3]s/100*%[4]s/%[5]s",
				k.carryover, last, k.cents[m%12], x.live, multiplier(k.cost[j], x.gradualCost[i], m))
			return formula.Num{F: f, X: left}
		})
	more := row + c + 2
	b.monthBlock(s, more, w.MoreContacts, look.Count, b.caused(),
		func(i, m int, _ []formula.Num) formula.Num {
			k, by := &b.channels[i], b.channels[i].results[j].F // reached whole when the plan ends
			if m < n {
				by = multiplier(k.results[j], x.gradual[i], m)
			}
			f := fmt.Sprintf("%s*%s*(%s-%s)", k.claimed, by, k.response(effective[i][m], b.time.demand[m], 0).F,
				k.idleUnit[m])
			return formula.Num{F: f, X: monthOf(&o.Channels[i], m).Added}
		})
	contacts := s.Block(firstMonth, more+1, firstMonth+b.caused()-1, more+c)
	sums := caseSums(b, s, j, contacts)
	placeCaseCash(b, s, j, more+c+2, contacts, &sums)
	return sums
}

// placeCaseCash follows the money of a scenario.
func placeCaseCash(b *workings, s *part.Sheet, j, row int, contacts part.Span, sums *scenarioCells) {
	w, x, o := b.words, b.effects[j], b.outlooks[j]
	firstOrder := fmt.Sprintf("%s*%s", b.worth.plainFirstOrder, x.order)
	later := fmt.Sprintf("(%s-%s)*%s", b.worth.plainFirstYear, b.worth.plainFirstOrder, x.order)
	for r, label := range []string{w.SigningsAll, w.Paid, w.Back, w.Out} {
		s.Text(1, row+r, look.Row, label)
	}
	var won, paid, back, rest []formula.Num
	for m, signed := range signingsOf(b.subject, j, b.beyond()) {
		at := firstMonth + m
		f := "0"
		if len(b.plan.Channels) > 0 {
			f = fmt.Sprintf("SUMPRODUCT(%s*%s)", contacts, signsIn(b, b.time.number[m]))
		}
		won = append(won, s.Num(at, row, look.Count|look.Row, formula.Num{F: f, X: signed}))
		spend, came := caseSpend(b, j, m), fmt.Sprintf("%s*%s", won[m], firstOrder)
		if m > 0 {
			spend = paid[m-1].F + "+" + spend
			year := s.Line(firstMonth+max(m-12, 0), at-1, row)
			came = fmt.Sprintf("%s+%s+SUM(%s)*%s/12", back[m-1], came, year, later)
		}
		paid = append(paid, s.Num(at, row+1, look.Money|look.Row, formula.Num{F: spend, X: euros(o.Paid[m])}))
		back = append(back, s.Num(at, row+2, look.Money|look.Row, formula.Num{F: came, X: euros(o.Back[m])}))
		rest = append(rest, s.Num(at, row+3, look.Money|look.Row, paid[m].Minus(back[m])))
	}
	sums.cashed = valued(back[b.plan.Months-1], euros(o.Total.More.Cashed))
	sums.payback = placePayback(b, s, row+4, rest, paid[len(paid)-1], o)
	s.Text(1, row+7, look.Row, w.Peak)
	out := s.Line(firstMonth, firstMonth+b.beyond()-1, row+3)
	sums.peak = s.Num(2, row+7, look.Money|look.Row, formula.Calc(euros(o.PeakOutlay), "MAX(0,MAX(%s))", out))
}

// caseSpend is the formula of what a scenario pays in a month.
func caseSpend(b *workings, j, m int) string {
	c := len(b.plan.Channels)
	if m >= b.plan.Months || c == 0 {
		return "0"
	}
	cents := b.page(workingsTab).Stack(kCents+m%12, workFirst, workFirst+c-1)
	return fmt.Sprintf("SUM(%s)/100*%s*%s", cents, b.effects[j].live, b.worth.cost)
}

// caseSums are what a scenario brings over the horizon.
func caseSums(b *workings, s *part.Sheet, j int, contacts part.Span) scenarioCells {
	x, y, c := b.effects[j], b.outlooks[j].Total, len(b.plan.Channels)
	if c == 0 {
		none := formula.Lit(0)
		return scenarioCells{spend: none, contacts: none, customers: none, won: none, cashed: none, margin: none}
	}
	column := func(at int) part.Span { return b.page(workingsTab).Stack(at, workFirst, workFirst+c-1) }
	customers := formula.Calc(y.More.Customers, "SUMPRODUCT(%s*%s)", contacts, column(kShare))
	won := s.Line(firstMonth, firstMonth+b.plan.Months-1, contacts.R2+2)
	return scenarioCells{
		spend:     formula.Calc(euros(y.Spend), "SUM(%s)/100*%s", column(kPeriod), x.live),
		contacts:  formula.Calc(y.More.Contacts, "SUM(%s)", contacts),
		customers: customers,
		won:       formula.Calc(y.More.Won, "SUM(%s)", won),
		margin: formula.Num{
			F: fmt.Sprintf("%s*%s*%s", customers.F, b.worth.plainFirstYear, x.order),
			X: euros(y.More.Margin), Binds: formula.Product,
		},
	}
}

// fillScenarioWorkings puts the head on; the rest is there before.
func fillScenarioWorkings(b *account, s *part.Sheet) {
	b.head(scenarioWorkingsTab, 8)
	s.Page.Freeze(2, headRows)
	s.Page.Single(1+len(b.scenarios), gradualFirst+2*len(b.plan.Channels)+2)
}
