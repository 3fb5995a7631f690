package xlsx

// On the workings: the figures that sentences name, each as a number and as it is said. The names are
// those of board.Values.

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// figure is a live figure: the number, and how it is said.
type figure struct {
	n     formula.Num
	style look.Style
	say   func(formula.Num) formula.Text
}

// placeFigures writes the figures that any sentence may name. One that is no formula of the book is
// said as it was when the book was exported.
func placeFigures(b *results, v formula.Voice, values model.Values, row int) formula.Figures {
	s, w := b.page(workingsTab), b.words
	s.Section(row, 1, 3, w.FiguresTitle)
	live, said := liveFigures(b, v), formula.Figures{}
	for _, key := range sortedKeys(values, live) {
		row++
		label := b.say.Answers.Figure
		if term, ok := templates.FindTerm(key); ok {
			label = term.Term.In(b.say.Tag)
		}
		s.Text(1, row, look.Row, label)
		f, ok := live[key]
		if !ok {
			text := formula.Words(b.say.Value(values[key]))
			kept := !fixed(key, values[key])
			if kept {
				text = b.saidAsExported(text)
			}
			text = s.Say(3, row, look.Row, text)
			text.Kept = kept
			said[key] = text
			continue
		}
		f.n = s.Num(2, row, f.style|look.Row, f.n)
		said[key] = s.Say(3, row, look.Row, f.say(f.n))
	}
	return said
}

// named are the texts that follow from figures, beside those with a point in their names, which are
// figures as they are said; other texts are the manager's own.
var named = []string{"top_assumption", "next_thousand_channel", "cut_channels", "half_cut_channels"}

// told are the figures that the manager told, or that are counted of what happened, by how their names
// begin: no lever moves them.
var told = []string{
	"ai_mentions", "ai_questions", "agents_", "conversion_rate", "fair_", "incentive_", "plan_months", "sales_cycle_",
	"stop_", "test_", "word_of_mouth_",
}

// fixed reports whether a figure stays what it is, whatever is changed in the book.
func fixed(key string, v model.Value) bool {
	switch v.Kind {
	case model.TextValue:
		return !slices.Contains(named, key) && !strings.Contains(key, ".")
	case model.DateValue:
		return true
	}
	return slices.ContainsFunc(told, func(begin string) bool { return strings.HasPrefix(key, begin) })
}

// liveBy collects live figures by name.
type liveBy struct {
	v     formula.Voice
	found map[string]figure
}

func (l liveBy) sum(key string, n formula.Num)  { l.found[key] = figure{n, look.Cents, l.v.Money} }
func (l liveBy) some(key string, n formula.Num) { l.found[key] = figure{n, look.Count, l.v.Count} }
func (l liveBy) part(key string, n formula.Num) {
	l.found[key] = figure{n, look.Share, func(n formula.Num) formula.Text {
		return formula.OrNothing(n, l.v.Percent(n))
	}}
}

// liveFigures are the figures that the book works out itself.
func liveFigures(b *results, v formula.Voice) map[string]figure {
	t, w, l := b.total, b.worth, liveBy{v, map[string]figure{}}
	l.sum("budget_total", b.budget)
	l.sum("spend_total", t.spent)
	l.some("incremental_contacts", t.contacts)
	l.some("incremental_customers", t.customers)
	l.some("customers_a_year", t.customers.Over(formula.Lit(b.plan.Years())))
	l.some("won_customers", t.signed)
	l.some("open_customers", t.open)
	l.some("later_customers", t.later)
	l.sum("incremental_margin", t.margin)
	l.sum("cash_by_end", t.cashed)
	l.sum("paid_total", t.cost)
	l.sum("idle_loss", t.margin)
	l.sum("customer_first_year_margin", w.firstYear)
	l.sum("customer_lifetime_margin", w.lifetime)
	l.sum("cac_max", w.firstYear)
	l.some("baseline_customers", w.comeAnyway)
	l.sum("cash_peak", b.cash.peak)
	l.sum("average_order_value", b.company.order)
	l.sum("reserve", b.budget.Minus(t.given))
	l.sum("given", t.given)
	if t.lastYear.X > 0 {
		l.sum("budget_last_year", t.lastYear)
	}
	if !t.cac.None {
		l.sum("cac", t.cac)
	}
	if !t.perContact.None {
		l.sum("cpl", t.perContact)
	}
	if !t.back.None {
		l.part("return_rate", t.back)
		l.found["return_signed"] = figure{t.back, look.Change, v.Signed}
		l.found["return_by_end"] = figure{t.backByEnd, look.Change, v.Signed}
		l.sum("return_per_euro", formula.Ratio(t.margin, t.cost))
	}
	if revenue := b.plan.Company.Revenue.Cents; revenue > 0 {
		l.part("budget_share_revenue", b.budget.Over(formula.Lit(euros(revenue))))
	}
	l.role(b)
	l.month(b, "all_in_month", b.cash.allIn, b.outlook.AllIn)
	l.month(b, "payback_month", b.cash.payback, b.outlook.PaybackMonth)
	l.month(b, "cash_peak_month", b.cash.peakMonth, b.outlook.PeakMonth)
	return l.found
}

// role adds the figures of the role, where there is one.
func (l liveBy) role(b *results) {
	if b.plan.Role == nil || b.page(roleTab) == nil {
		return
	}
	k := b.role
	l.sum("role_cost", k.cost)
	if k.breakEven.X > 0 {
		l.some("role_breakeven_customers", k.breakEven)
		l.some("total_breakeven_customers", k.withBudget)
	}
	l.sum("without_role_loss", k.lost)
	if !k.back.None {
		l.found["return_with_role"] = figure{k.back, look.Change, l.v.Signed}
	}
	if k.outside.X > 0 {
		l.sum("outside_cost", k.outside)
	}
	if k.hours.X > 0 {
		l.some("hours_back", formula.Lit(12).Times(k.hours))
		l.sum("hours_back_value", k.backValue)
	}
}

// month adds a month that is found, from 1, and said so where it is not.
func (l liveBy) month(b *results, key string, n formula.Num, month int) {
	if month == 0 {
		return
	}
	l.found[key] = figure{n, look.Month, func(n formula.Num) formula.Text {
		said := l.v.Month(n, b.say.Month(b.plan.Start+model.Month(month-1)))
		none := b.words.NoMonth.With("month", b.say.Month(b.plan.Start+model.Month(b.beyond()-1)))
		said.F = fmt.Sprintf(`IF(%s="",%s,%s)`, n, formula.Quote(none), said.F)
		return said
	}}
}

// placeMonthNames lists the months' names for sentences.
func placeMonthNames(b *frame, s *part.Sheet, row int) part.Span {
	s.Text(1, row, look.Row, b.words.MonthNames)
	for m, name := range b.say.Months {
		s.Text(firstMonth+m, row, look.Row, name)
	}
	return s.Line(firstMonth, firstMonth+11, row)
}

// placeChannelFigures does for each channel what placeFigures does; see board.ChannelValues. What
// its sentences may name is all figures, and its own.
func placeChannelFigures(b *results, v formula.Voice, figures formula.Figures) (all []formula.Figures) {
	s := b.page(workingsTab)
	row := s.Last() + 2
	s.Section(row, 1, firstMonth+8, b.words.FiguresTitle)
	for i, c := range b.plan.Channels {
		k := &b.channels[i]
		known := maps.Clone(figures)
		row++
		at := 1
		s.Text(1, row, look.Row, b.names[i])
		put := func(key string, said formula.Text) {
			at++
			known[key] = s.Say(at, row, look.Row, said)
		}
		put("channel_spend", v.Money(k.amount))
		put("channel_contacts", v.Count(k.more.contacts))
		put("channel_customers", v.Count(k.more.customers))
		put("channel_margin", v.Money(k.more.margin))
		put("channel_next", v.Money(k.more.next))
		if c.LastYear.Spend > 0 {
			put("channel_last_year", v.Money(k.lastYear))
		}
		if c.Threshold > 0 {
			put("channel_threshold", v.Money(k.threshold))
		}
		if !k.more.cac.None {
			put("channel_cac", v.Money(k.more.cac))
			put("channel_cpl", v.Money(k.more.perContact))
		}
		if b.plan.Budget > 0 {
			put("channel_share", v.Percent(formula.Share(k.amount, b.budget)))
		}
		all = append(all, known)
	}
	return all
}

// sortedKeys are the names of both kinds of figures in order.
func sortedKeys(values model.Values, live map[string]figure) []string {
	var keys []string
	for key, v := range values {
		if v.Kind != model.FactValue { // a condition is no figure
			keys = append(keys, key)
		}
	}
	for key := range live {
		if _, ok := values[key]; !ok {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}
