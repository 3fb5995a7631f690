package xlsx

// On the workings: what a customer is worth, what a euro of spend costs, and each channel's curve.

import (
	"math"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// worthCells are what a customer is worth, in the scenario in force and without any.
type worthCells struct {
	firstOrder, firstYear, lifetime formula.Num
	cost                            formula.Num // of a euro of spend
	order, baseline, live           formula.Num // of the scenario in force; live is 1 where it spends
	plainFirstYear, plainFirstOrder formula.Num // without a scenario's order value
	comeAnyway                      formula.Num // customers over the horizon
}

// placeWorth works out what a customer is worth and what a euro of spend costs.
func placeWorth(b *entries, s *part.Sheet) (k worthCells) {
	w, c, o := b.words, b.company, b.outlook
	scenario, row := b.scenario(), workWorth
	s.Section(row, 1, 2, w.WorthTitle)
	put := func(label string, style look.Style, n formula.Num) formula.Num {
		row++
		s.Text(1, row, look.Row, label)
		return s.Num(2, row, style|look.Row, n)
	}
	chosen := func(line int, x float64) formula.Num { return chosenIn(b, scenariosTab, scenarioChange+line, x) }
	k.order = put(w.OnOrder, look.Factor, chosen(1, scenario.Order))
	k.baseline = put(w.OnBaseline, look.Factor, chosen(2, scenario.Baseline))
	k.live = put(w.OnSpend, look.Whole, chosen(3, 1-formula.Flag(scenario.Idle)))
	k.plainFirstOrder = put(w.PlainFirstOrder, look.Cents, c.firstOrder.Times(c.margin))
	k.plainFirstYear = put(w.PlainFirstYear, look.Cents, formula.Calc(euros(b.plan.Company.FirstYearMargin()),
		"(%s+MAX(%s-1,0)*%s)*%s", c.firstOrder, c.perYear, c.order, c.margin))
	k.firstOrder = put(w.FirstOrderMargin, look.Cents, k.plainFirstOrder.Times(k.order))
	k.firstYear = put(w.FirstYearMargin, look.Cents,
		formula.Calc(euros(o.FirstYearMargin), "%s*%s", k.plainFirstYear, k.order))
	k.lifetime = put(w.LifetimeMargin, look.Cents, formula.Calc(euros(o.LifetimeMargin),
		"(%s+MAX(%s*%s-1,0)*%s)*%s*%s", c.firstOrder, c.perYear, c.years, c.order, c.margin, k.order))
	k.cost = put(w.CostOfEuro, look.Factor, formula.Calc(b.plan.Company.VAT.Cost(), "1+%s*(1-%s)", c.vat, c.recovered))
	k.comeAnyway = put(w.BaselineOver, look.Count,
		formula.Calc(o.Baseline, "%s*%s*%d", c.baseline, k.baseline, b.plan.Months))
	return k
}

// chosenIn is the cell of the scenario in force in a row of cells by scenario.
func chosenIn(b *entries, id sheetID, row int, x float64) formula.Num {
	return formula.Calc(x, "INDEX(%s,1,%s)", b.page(id).Line(2, 1+len(b.scenarios), row), b.chosen)
}

// curveCells are a channel's curve: see plan.Response.
type curveCells struct {
	carryover, half, ceiling, late, fraction, opening formula.Num
	by, gradual, costBy, costGradual                  formula.Num // of the scenario in force
	share                                             formula.Num // of contacts that become customers
	claimed                                           formula.Num // share of contacts that the plan may claim
	linear, rate                                      formula.Num
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
	kAdded
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

// placeWorkHeads writes the heads of the channels' workings.
func placeWorkHeads(b *entries, s *part.Sheet) {
	w := b.words
	s.Section(workHeads-1, 1, kCents+11, w.ByChannel)
	for i, label := range []string{
		w.Channel, w.Carryover, w.HalfSaturation, w.Ceiling, w.WholeDelay, w.RestOfDelay, w.Opening, w.Conversion,
		w.Additional, w.Proportional, w.ContactsPerEuro, w.OnResults, w.Gradual, w.OnCost, w.Gradual, w.YearInCents,
		w.WeightTotal,
		w.CentsLeft, w.PeriodInCents,
	} {
		s.Text(kName+i, workHeads, look.Head|look.Wrap, label)
	}
	s.Height(workHeads, 44)
	for m := range 12 {
		month := b.say.ShortMonth(b.plan.Start + model.Month(m))
		s.Text(kWeights+m, workHeads, look.Head|look.Right, w.WeightOf.With("month", month))
		s.Text(kRests+m, workHeads, look.Head|look.Right, w.RestOf.With("month", month))
		s.Text(kCents+m, workHeads, look.Head|look.Right, w.CentsOf.With("month", month))
	}
}

// placeCurve turns a channel's answers into its curve: see plan.NewResponse.
func placeCurve(b *entries, s *part.Sheet, i int) (k curveCells) {
	e, c, row := &b.channels[i], b.plan.Channels[i], workFirst+i
	r := plan.NewResponse(c.Figures, c.Figures.Contacts.Base)
	results, cost := b.scenario().On(c.ID)
	ceiling := r.Ceiling
	if r.Linear {
		ceiling = c.Figures.Contacts.Base
	}
	put := func(at int, style look.Style, n formula.Num) formula.Num { return s.Num(at, row, style|look.Row, n) }
	calc := func(at int, style look.Style, x float64, format string, args ...any) formula.Num {
		return put(at, style, formula.Calc(x, format, args...))
	}
	s.Text(kName, row, look.Row, b.names[i])
	k.carryover = calc(kCarryover, look.Factor, r.Carryover, "IF(%[1]s<=0,0,2^(-1/%[1]s))", e.halfLife)
	k.half = calc(kHalf, look.Cents, euros(r.HalfSaturation), "IF(%[1]s=1,0,2*%[2]s*%[1]s/(1-%[1]s))", e.gain,
		e.reference)
	k.ceiling = calc(kCeiling, look.Factor, ceiling, "%[1]s*(%[2]s+%[3]s)/%[2]s", e.contacts[1], e.reference, k.half)
	k.late = calc(kLate, look.Whole, math.Floor(c.DelayOf(b.plan.Company).Value), "INT(%s)", e.delay)
	k.fraction = put(kFraction, look.Factor, e.delay.Minus(k.late))
	k.opening = put(kOpening, look.Cents, e.lastYear.Over(formula.Lit(12)))
	k.share = put(kShare, look.Share, e.conversion[1])
	k.claimed = put(kAdded, look.Share, e.additional[1])
	k.linear = calc(kLinear, look.Whole, formula.Flag(r.Linear), "IF(%s=1,1,0)", e.gain)
	k.rate = put(kRate, look.Factor, e.contacts[1].Over(e.reference))
	second := len(b.plan.Channels) + 2 // the costs stand so far below the results
	chosen := func(at int, style look.Style, id sheetID, line int, x float64) formula.Num {
		return put(at, style, chosenIn(b, id, line+i, x))
	}
	k.by = chosen(kBy, look.Factor, scenariosTab, scenarioChange+6, results.By)
	k.costBy = chosen(kCostBy, look.Factor, scenariosTab, scenarioChange+6+second, cost.By)
	k.gradual = chosen(kGradual, look.Whole, scenarioWorkingsTab, gradualFirst, formula.Flag(results.Gradual))
	k.costGradual = chosen(kCostGradual, look.Whole, scenarioWorkingsTab, gradualFirst+second,
		formula.Flag(cost.Gradual))
	return k
}

// counted adds what the channel counts in a month anyway to what its spend brings.
func (k *workedChannel) counted(brings, demand formula.Num) formula.Num {
	if k.itself.F == "" {
		return brings
	}
	return brings.Plus(k.itself.Times(demand))
}

// response is what an effective spend brings in a month of some demand: see
// plan.Response.Contacts.
func (k *curveCells) response(spend, demand formula.Num, x float64) formula.Num {
	return formula.Calc(x, "IF(OR(%[1]s<=0,%[2]s<=0),0,IF(%[3]s=1,%[4]s*%[2]s,%[5]s*%[1]s*%[2]s/(%[2]s+%[6]s*%[1]s)))",
		demand, spend, k.linear, k.rate, k.ceiling, k.half)
}
