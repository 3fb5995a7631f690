package xlsx

import (
	"arringa/plan/xlsx/look"
	"fmt"
	"maps"
	"slices"

	"arringa/model"
	"arringa/templates"
)

// fillFigures writes the figures that sentences name, each as a number and as it is said, in
// the workings: by the names of plan.ValuesOf. A figure that is no formula of the book is
// said as it was when the book was exported.
func (b *book) fillFigures() {
	s, w := b.page("workings"), b.words
	row := b.workBlock(5) + 12
	b.fillMonthNames(s, row)
	row += 3
	s.section(row, 1, 3, w.FiguresTitle)
	values := b.values
	live := b.liveFigures()
	for _, key := range sortedKeys(values, live) {
		row++
		label := key
		if term, ok := templates.FindTerm(key); ok {
			label = term.Term.In(b.say.Tag)
		}
		s.text(1, row, look.Row, label)
		f, ok := live[key]
		if !ok {
			s.text(3, row, look.Row, b.say.Value(values[key]))
			b.figures[key] = text{f: s.mark(3, row), s: b.say.Value(values[key]), live: true}
			continue
		}
		f.n = s.num(2, row, f.style|look.Row, f.n)
		b.figures[key] = s.say(3, row, look.Row, f.say(f.n))
	}
}

// figure is a live figure: the number, and how it is said.
type figure struct {
	n     num
	style look.Style
	say   func(num) text
}

// liveFigures are the figures that the book works out itself.
func (b *book) liveFigures() map[string]figure {
	t, w := b.total, b.work
	found := map[string]figure{}
	sum := func(key string, n num) { found[key] = figure{n, look.Cents, b.money} }
	some := func(key string, n num) { found[key] = figure{n, look.Count, b.count} }
	part := func(key string, n num) {
		found[key] = figure{n, look.Share, func(n num) text { return orNothing(n, b.percent(n)) }}
	}
	sum("budget_total", b.company.budget)
	sum("spend_total", t.spent)
	some("incremental_contacts", t.contacts)
	some("incremental_customers", t.customers)
	some("customers_a_year", t.customers.over(lit(b.plan.Years())))
	sum("incremental_margin", t.margin)
	sum("customer_first_year_margin", w.firstYear)
	sum("customer_lifetime_margin", w.lifetime)
	sum("cac_max", w.firstYear)
	some("baseline_customers", t.baseline)
	sum("cash_peak", t.peak)
	sum("average_order_value", b.company.order)
	sum("reserve", b.company.budget.minus(t.given))
	sum("given", t.given)
	if t.lastYear.x > 0 {
		sum("budget_last_year", t.lastYear)
	}
	for key, n := range map[string]num{"cac": t.cac, "cpl": t.perContact} {
		if !n.none {
			sum(key, n)
		}
	}
	if !t.back.none {
		part("return_rate", t.back)
		found["return_signed"] = figure{t.back, look.Change, b.signed}
		sum("return_per_euro", t.margin.over(t.cost))
	}
	if revenue := b.plan.Company.Revenue.Cents; revenue > 0 {
		part("budget_share_revenue", b.company.budget.over(lit(euros(revenue))))
	}
	b.roleFigures(sum, some)
	b.monthFigure(found, "payback_month", t.payback, b.outlook.PaybackMonth)
	b.monthFigure(found, "cash_peak_month", t.peakMonth, b.outlook.PeakMonth)
	return found
}

// roleFigures are those of the role, where there is one.
func (b *book) roleFigures(sum, some func(string, num)) {
	if b.plan.Role == nil || b.page("role") == nil {
		return
	}
	k := b.role
	sum("role_cost", k.cost)
	if k.breakEven.x > 0 {
		some("role_breakeven_customers", k.breakEven)
		some("total_breakeven_customers", k.withBudget)
	}
	sum("idle_loss", k.lost)
	if k.outside.x > 0 {
		sum("outside_cost", k.outside)
	}
	if k.hours.x > 0 {
		some("hours_back", lit(12).times(k.hours))
		sum("hours_back_value", k.backValue)
	}
}

// monthFigure is a month that is found, and said so where it is not.
func (b *book) monthFigure(found map[string]figure, key string, n num, month int) {
	if month == 0 {
		return
	}
	found[key] = figure{n, look.Month, func(n num) text {
		said := b.month(n, b.plan.Start+model.Month(month-1))
		said.f = fmt.Sprintf(`IF(%s="",%s,%s)`, n, quote(b.words.NoMonth.With("month", b.say.Month(b.plan.Start+model.Month(b.beyond()-1)))), said.f)
		return said
	}}
}

// fillMonthNames lists the months' names for sentences.
func (b *book) fillMonthNames(s *sheet, row int) {
	s.text(1, row, look.Row, b.words.MonthNames)
	for m, name := range b.say.Months {
		s.text(firstMonth+m, row, look.Row, name)
	}
	b.monthNames = s.line(firstMonth, firstMonth+11, row)
}

// fillChannelFigures does the same for each channel; see plan.ChannelValues.
func (b *book) fillChannelFigures() {
	s := b.page("workings")
	row := len(s.rows) + 2
	s.section(row, 1, firstMonth+8, b.words.FiguresTitle)
	for i, c := range b.plan.Channels {
		k := &b.channels[i]
		known := maps.Clone(b.figures)
		row++
		at := 1
		s.text(1, row, look.Row, b.names[i])
		put := func(key string, said text) {
			at++
			known[key] = s.say(at, row, look.Row, said)
		}
		put("channel_spend", b.money(k.amount))
		put("channel_contacts", b.count(k.more.contacts))
		put("channel_customers", b.count(k.more.customers))
		put("channel_margin", b.money(k.more.margin))
		put("channel_next", b.money(k.more.next))
		if c.LastYear.Spend > 0 {
			put("channel_last_year", b.money(k.lastYear))
		}
		if c.Threshold > 0 {
			put("channel_threshold", b.money(k.threshold))
		}
		if !k.more.cac.none {
			put("channel_cac", b.money(k.more.cac))
			put("channel_cpl", b.money(k.more.perContact))
		}
		if b.plan.Budget > 0 {
			put("channel_share", b.percent(share(k.amount, b.company.budget)))
		}
		k.figures = known
	}
}

// fillMarks notes the book as it was exported: sums over all cells that may be edited, each
// cell weighed by its row, so that whoever moves a figure is told which ones did not follow.
func (b *book) fillMarks() {
	s, w := b.page("workings"), b.words
	row := len(s.rows) + 2
	s.section(row, 1, 4, w.MarksTitle)
	levers, assumptions, calendar, effects := b.page("levers"), b.page("assumptions"), b.page("calendar"), b.page("scenarios")
	n := len(b.plan.Channels)
	var parts []string
	mark := func(at span) {
		row++
		sum := 0.0
		at.each(func(i int, c cell) {
			if v, ok := c.value.(float64); ok {
				sum += v * float64(at.r1+i/(at.c2-at.c1+1))
			}
		})
		s.text(1, row, look.Row, at.s.name)
		was := s.value(2, row, look.Factor|look.Row, sum)
		now := s.num(3, row, look.Factor|look.Row, calc(sum, "SUMPRODUCT(%s*ROW(%s))", at, at))
		parts = append(parts, fmt.Sprintf("ABS(%[1]s-%[2]s)>1E-9*(1+ABS(%[1]s))", was, now))
	}
	mark(levers.block(lTyped, leverTop+1, lTyped, leverTop+1))
	mark(levers.block(lPercent, leverTop, lPercent, leverTop))
	if n > 0 {
		mark(levers.block(lAmount, leverFirst, lAmount, leverFirst+n-1))
		mark(levers.block(lLeast, leverFirst, lMost, leverFirst+n-1))
	}
	mark(assumptions.block(aLow, headRows+3, aHigh, len(assumptions.rows)))
	mark(calendar.block(firstMonth, b.weightsRow()+2, firstMonth+11, b.weightsRow()+2+n))
	mark(effects.block(2, scenarioChange+1, 1+len(b.scenarios), scenarioChange+2))
	if n > 0 {
		mark(effects.block(2, scenarioChange+6, 1+len(b.scenarios), scenarioChange+5+n))
		mark(effects.block(2, scenarioChange+8+n, 1+len(b.scenarios), scenarioChange+7+2*n))
	}
	row++
	s.text(1, row, look.Row, w.Changed)
	f := parts[0]
	for _, p := range parts[1:] {
		f += "," + p
	}
	s.set(2, row, cell{style: s.style(look.Row), formula: "OR(" + f + ")", value: false})
	changed := s.mark(2, row)
	b.exported = text{f: fmt.Sprintf("IF(%s,%s,%s)", changed, quote(w.NotAsExported), quote(w.StillAsExported)), s: w.StillAsExported, live: true}
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
