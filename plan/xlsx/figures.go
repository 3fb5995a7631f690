package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"fmt"
	"maps"
	"slices"

	"arringa/model"
	"arringa/templates"
)

// fillFigures writes the figures that sentences name, each as a number and as it is said, in
// the workings: by the names of plan.ValuesOf. A figure that is no formula of the book is
// said as it was when the book was exported.
func fillFigures(b *book) {
	s, w := b.page(workingsTab), b.words
	row := b.workBlock(5) + 12
	fillMonthNames(b, s, row)
	row += 3
	s.Section(row, 1, 3, w.FiguresTitle)
	values := b.values
	live := liveFigures(b)
	for _, key := range sortedKeys(values, live) {
		row++
		label := key
		if term, ok := templates.FindTerm(key); ok {
			label = term.Term.In(b.say.Tag)
		}
		s.Text(1, row, look.Row, label)
		f, ok := live[key]
		if !ok {
			s.Text(3, row, look.Row, b.say.Value(values[key]))
			b.figures[key] = formula.Text{F: s.Mark(3, row), S: b.say.Value(values[key]), Live: true}
			continue
		}
		f.n = s.Num(2, row, f.style|look.Row, f.n)
		b.figures[key] = s.Say(3, row, look.Row, f.say(f.n))
	}
}

// figure is a live figure: the number, and how it is said.
type figure struct {
	n     formula.Num
	style look.Style
	say   func(formula.Num) formula.Text
}

// liveFigures are the figures that the book works out itself.
func liveFigures(b *book) map[string]figure {
	t, w := b.total, b.work
	found := map[string]figure{}
	sum := func(key string, n formula.Num) { found[key] = figure{n, look.Cents, b.Money} }
	some := func(key string, n formula.Num) { found[key] = figure{n, look.Count, b.Count} }
	part := func(key string, n formula.Num) {
		found[key] = figure{n, look.Share, func(n formula.Num) formula.Text { return formula.OrNothing(n, b.Percent(n)) }}
	}
	sum("budget_total", b.company.budget)
	sum("spend_total", t.spent)
	some("incremental_contacts", t.contacts)
	some("incremental_customers", t.customers)
	some("customers_a_year", t.customers.Over(formula.Lit(b.plan.Years())))
	sum("incremental_margin", t.margin)
	sum("customer_first_year_margin", w.firstYear)
	sum("customer_lifetime_margin", w.lifetime)
	sum("cac_max", w.firstYear)
	some("baseline_customers", t.baseline)
	sum("cash_peak", t.peak)
	sum("average_order_value", b.company.order)
	sum("reserve", b.company.budget.Minus(t.given))
	sum("given", t.given)
	if t.lastYear.X > 0 {
		sum("budget_last_year", t.lastYear)
	}
	for key, n := range map[string]formula.Num{"cac": t.cac, "cpl": t.perContact} {
		if !n.None {
			sum(key, n)
		}
	}
	if !t.back.None {
		part("return_rate", t.back)
		found["return_signed"] = figure{t.back, look.Change, b.Signed}
		sum("return_per_euro", t.margin.Over(t.cost))
	}
	if revenue := b.plan.Company.Revenue.Cents; revenue > 0 {
		part("budget_share_revenue", b.company.budget.Over(formula.Lit(euros(revenue))))
	}
	roleFigures(b, sum, some)
	addMonthFigure(b, found, "payback_month", t.payback, b.outlook.PaybackMonth)
	addMonthFigure(b, found, "cash_peak_month", t.peakMonth, b.outlook.PeakMonth)
	return found
}

// roleFigures are those of the role, where there is one.
func roleFigures(b *book, sum, some func(string, formula.Num)) {
	if b.plan.Role == nil || b.page(roleTab) == nil {
		return
	}
	k := b.role
	sum("role_cost", k.cost)
	if k.breakEven.X > 0 {
		some("role_breakeven_customers", k.breakEven)
		some("total_breakeven_customers", k.withBudget)
	}
	sum("idle_loss", k.lost)
	if k.outside.X > 0 {
		sum("outside_cost", k.outside)
	}
	if k.hours.X > 0 {
		some("hours_back", formula.Lit(12).Times(k.hours))
		sum("hours_back_value", k.backValue)
	}
}

// addMonthFigure is a month that is found, and said so where it is not.
func addMonthFigure(b *book, found map[string]figure, key string, n formula.Num, month int) {
	if month == 0 {
		return
	}
	found[key] = figure{n, look.Month, func(n formula.Num) formula.Text {
		said := b.Month(n, b.say.Month(b.plan.Start+model.Month(month-1)))
		said.F = fmt.Sprintf(`IF(%s="",%s,%s)`, n, formula.Quote(b.words.NoMonth.With("month", b.say.Month(b.plan.Start+model.Month(b.beyond()-1)))), said.F)
		return said
	}}
}

// fillMonthNames lists the months' names for sentences.
func fillMonthNames(b *book, s *part.Sheet, row int) {
	s.Text(1, row, look.Row, b.words.MonthNames)
	for m, name := range b.say.Months {
		s.Text(firstMonth+m, row, look.Row, name)
	}
	b.MonthNames = s.Line(firstMonth, firstMonth+11, row)
}

// fillChannelFigures does the same for each channel; see plan.ChannelValues.
func fillChannelFigures(b *book) {
	s := b.page(workingsTab)
	row := s.Last() + 2
	s.Section(row, 1, firstMonth+8, b.words.FiguresTitle)
	for i, c := range b.plan.Channels {
		k := &b.channels[i]
		known := maps.Clone(b.figures)
		row++
		at := 1
		s.Text(1, row, look.Row, b.names[i])
		put := func(key string, said formula.Text) {
			at++
			known[key] = s.Say(at, row, look.Row, said)
		}
		put("channel_spend", b.Money(k.amount))
		put("channel_contacts", b.Count(k.more.contacts))
		put("channel_customers", b.Count(k.more.customers))
		put("channel_margin", b.Money(k.more.margin))
		put("channel_next", b.Money(k.more.next))
		if c.LastYear.Spend > 0 {
			put("channel_last_year", b.Money(k.lastYear))
		}
		if c.Threshold > 0 {
			put("channel_threshold", b.Money(k.threshold))
		}
		if !k.more.cac.None {
			put("channel_cac", b.Money(k.more.cac))
			put("channel_cpl", b.Money(k.more.perContact))
		}
		if b.plan.Budget > 0 {
			put("channel_share", b.Percent(formula.Share(k.amount, b.company.budget)))
		}
		k.figures = known
	}
}

// fillMarks notes the book as it was exported: sums over all cells that may be edited, each
// cell weighed by its row, so that whoever moves a figure is told which ones did not follow.
func fillMarks(b *book) {
	s, w := b.page(workingsTab), b.words
	row := s.Last() + 2
	s.Section(row, 1, 4, w.MarksTitle)
	levers, assumptions, calendar, effects := b.page(leversTab), b.page(assumptionsTab), b.page(calendarTab), b.page(scenariosTab)
	n := len(b.plan.Channels)
	var parts []string
	mark := func(at part.Span) {
		row++
		sum := 0.0
		at.Each(func(i int, c part.Cell) {
			if v, ok := c.Value.(float64); ok {
				sum += v * float64(at.R1+i/(at.C2-at.C1+1))
			}
		})
		s.Text(1, row, look.Row, at.Sheet.Name)
		was := s.Value(2, row, look.Factor|look.Row, sum)
		now := s.Num(3, row, look.Factor|look.Row, formula.Calc(sum, "SUMPRODUCT(%s*ROW(%s))", at, at))
		parts = append(parts, fmt.Sprintf("ABS(%[1]s-%[2]s)>1E-9*(1+ABS(%[1]s))", was, now))
	}
	mark(levers.Block(lTyped, leverTop+1, lTyped, leverTop+1))
	mark(levers.Block(lPercent, leverTop, lPercent, leverTop))
	if n > 0 {
		mark(levers.Block(lAmount, leverFirst, lAmount, leverFirst+n-1))
		mark(levers.Block(lLeast, leverFirst, lMost, leverFirst+n-1))
	}
	mark(assumptions.Block(aLow, headRows+3, aHigh, assumptions.Last()))
	mark(calendar.Block(firstMonth, b.weightsRow()+2, firstMonth+11, b.weightsRow()+2+n))
	mark(effects.Block(2, scenarioChange+1, 1+len(b.scenarios), scenarioChange+2))
	if n > 0 {
		mark(effects.Block(2, scenarioChange+6, 1+len(b.scenarios), scenarioChange+5+n))
		mark(effects.Block(2, scenarioChange+8+n, 1+len(b.scenarios), scenarioChange+7+2*n))
	}
	row++
	s.Text(1, row, look.Row, w.Changed)
	f := parts[0]
	for _, p := range parts[1:] {
		f += "," + p
	}
	s.Set(2, row, look.Row, part.Cell{Formula: "OR(" + f + ")", Value: false})
	changed := s.Mark(2, row)
	b.exported = formula.Text{F: fmt.Sprintf("IF(%s,%s,%s)", changed, formula.Quote(w.NotAsExported), formula.Quote(w.StillAsExported)), S: w.StillAsExported, Live: true}
	b.changed = changed
}

// sortedKeys are the names of both kinds of figures in order.
func sortedKeys(values model.Values, live map[string]figure) []string {
	var keys []string
	for key := range values {
		keys = append(keys, key)
	}
	for key := range live {
		if _, ok := values[key]; !ok {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
