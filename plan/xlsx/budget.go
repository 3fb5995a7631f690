package xlsx

import (
	"arringa/plan/xlsx/look"
	"fmt"
	"strings"
	"time"

	"arringa/model"
	"arringa/plan"
)

// The columns of the budget.
const (
	cName = iota + 1
	cLast
	cAmount
	cShare
	cChange
	cContacts
	cCustomers
	cPerContact
	cCAC
	cMargin
	cReturn
	cNext
	cOrigin
	budgetCols  = cOrigin
	budgetHeads = headRows + 1
	budgetFirst = budgetHeads + 1 // of the channels
)

func (b *book) budgetTotal() int { return budgetFirst + len(b.plan.Channels) }

// budgetCells are what a channel, or all of them, are given and bring, more than without
// spend.
type budgetCells struct {
	given, lastYear, contacts, customers, margin, cost num
	perContact, cac, back, next                        num
}

// totalCells are the figures of the whole plan.
type totalCells struct {
	budgetCells
	spent, baseline, payback, peak, peakMonth num
}

// fillBudget works out what each channel brings, more than without spend.
func (b *book) fillBudget() {
	s, n := b.page("budget"), len(b.plan.Channels)
	var given, last, contacts, customers, margin []num
	for i, c := range b.plan.Channels {
		row, k, y := budgetFirst+i, &b.channels[i], b.outlook.Channels[i].Yields
		m := &k.more
		s.text(cName, row, look.Row, b.names[i])
		m.lastYear = s.num(cLast, row, look.Money|look.Row, k.lastYear)
		m.given = s.num(cAmount, row, look.Money|look.Bold|look.Row, k.amount)
		m.contacts = s.num(cContacts, row, look.Count|look.Row, calc(y.More.Contacts, "%s-%s", k.contactsSum, k.idleSum))
		m.customers = s.num(cCustomers, row, look.Count|look.Row, calc(y.More.Customers, "%s*%s", k.share, m.contacts))
		m.margin = s.num(cMargin, row, look.Money|look.Row, calc(euros(y.More.Margin), "%s*%s", m.customers, b.work.firstYear))
		m.cost = k.spent.times(b.work.cost)
		b.ratios(s, row, look.Row, m, y)
		m.next = s.num(cNext, row, look.Money|look.Row, b.nextThousand(i))
		given, last, contacts = append(given, m.given), append(last, m.lastYear), append(contacts, m.contacts)
		customers, margin = append(customers, m.customers), append(margin, m.margin)
		s.text(cOrigin, row, look.Row|look.Indent|originStyle(c.Figures.Contacts.Origin), b.originName(c.Figures.Contacts.Origin))
	}
	row, t, y := b.budgetTotal(), &b.total, b.outlook.Total
	sum := func(at int, style look.Style, parts []num, x float64) num {
		v := total(s.stack(at, budgetFirst, budgetFirst+n-1), parts...)
		v.x = x
		return s.num(at, row, style|look.Total, v)
	}
	s.text(cName, row, look.Total, b.words.Total)
	var lastYear model.Money
	for _, c := range b.plan.Channels {
		lastYear += c.LastYear.Spend
	}
	t.lastYear = sum(cLast, look.Money, last, euros(lastYear))
	t.given = sum(cAmount, look.Money, given, euros(b.plan.Allocated()))
	t.contacts = sum(cContacts, look.Count, contacts, y.More.Contacts)
	t.customers = sum(cCustomers, look.Count, customers, y.More.Customers)
	t.margin = sum(cMargin, look.Money, margin, euros(y.More.Margin))
	t.cost = t.spent.times(b.work.cost)
	b.ratios(s, row, look.Total, &t.budgetCells, y)
	s.blank(cNext, cOrigin, row, look.Total)
}

// ratios are a row's share and change, its costs per contact and customer, and its return.
func (b *book) ratios(s *sheet, row int, style look.Style, m *budgetCells, y plan.Yields) {
	s.num(cShare, row, look.Share|style, share(m.given, b.company.budget))
	s.num(cChange, row, look.Change|style, change(m.given, m.lastYear))
	m.cost.x = euros(y.Cost)
	m.perContact = s.num(cPerContact, row, look.Cents|style, ratio(m.cost, m.contacts))
	m.cac = s.num(cCAC, row, look.Money|style, ratio(m.cost, m.customers))
	m.back = s.num(cReturn, row, look.Change|style, gain(m.margin, m.cost))
}

// nextThousand is the derivative of a channel's result: see plan.NextThousand.
func (b *book) nextThousand(i int) num {
	k, s, n := &b.channels[i], b.page("workings"), b.plan.Months
	line := func(block int) span { return s.line(firstMonth, firstMonth+n-1, b.workBlock(block)+1+i) }
	demand := b.lineOf(workMonths + 3)
	spend := fmt.Sprintf("(%s+%s*%s)", line(2), k.amount, line(4)) // cents are not rounded
	f := fmt.Sprintf("IF(%[1]s=1,%[2]s*SUMPRODUCT(%[3]s*(%[4]s>0)*%[5]s),%[6]s*%[7]s*SUMPRODUCT(%[3]s*%[4]s*%[4]s*%[5]s/(%[8]s+%[7]s*%[4]s+(%[4]s<=0))^2))",
		k.linear, k.rate, line(0), demand, line(4), k.ceiling, k.half, spend)
	return num{f: fmt.Sprintf("%s*1000/%s*%s*%s", f, lit(b.plan.Years()), k.share, b.work.firstYear), x: euros(b.next[i].Margin), p: product}
}

// marginAt is what a channel's year of so much spend brings over the horizon, more than
// nothing would: see plan.YearCurve. The formula follows the workings, whatever is spent now.
func (b *book) marginAt(i int, amount num) num {
	k, s, n := &b.channels[i], b.page("workings"), b.plan.Months
	line := func(block int) span { return s.line(firstMonth, firstMonth+n-1, b.workBlock(block)+1+i) }
	demand := b.lineOf(workMonths + 3)
	spend := fmt.Sprintf("(%s+%s*%s)", line(2), amount, line(4))
	f := fmt.Sprintf("(IF(%[1]s=1,%[2]s*SUMPRODUCT(%[3]s*(%[4]s>0)*%[5]s),%[6]s*SUMPRODUCT(%[3]s*%[4]s*%[5]s/(%[5]s+%[7]s*%[4]s+(%[4]s<=0))))-%[8]s)*%[9]s*%[10]s",
		k.linear, k.rate, line(0), demand, spend, k.ceiling, k.half, k.idleSum, k.share, b.work.firstYear)
	return num{f: f, x: b.curve(i)(amount.x*100) * k.share.x * b.work.firstYear.x, p: product}
}

// curve is a channel's year curve in the scenario in force.
func (b *book) curve(i int) func(cents float64) float64 {
	if b.curves == nil {
		b.curves = make([]func(float64) float64, len(b.plan.Channels))
	}
	if b.curves[i] == nil {
		b.curves[i] = plan.YearCurve(b.plan, b.scenarios[b.inForce], i)
	}
	return b.curves[i]
}

// fillBudgetPage adds what stands around the table.
func (b *book) fillBudgetPage(s *sheet) {
	w, n := b.words, len(b.plan.Channels)
	s.head(budgetCols, b.figures)
	s.widths(cName, 34, 12.5, 12.5, 9, 10.5, 10, 10, 11, 12, 13, 10.5, 14, 12)
	for i, label := range []string{w.Channel, w.LastYear, w.ThisYear, w.Share, w.Change, w.MoreContacts, w.MoreCustomers, w.CostPerContact, w.CAC, w.MoreMargin, w.Return, w.NextThousand, w.RestsOn} {
		style := look.Head | look.Right
		if i == 0 || i+1 == cOrigin {
			style = look.Head | look.Indent
		}
		if i == 0 {
			style = look.Head
		}
		s.text(i+1, budgetHeads, style, label)
	}
	s.height(budgetHeads, 30)
	s.freeze(1, budgetHeads)
	s.titles(budgetHeads, budgetHeads, 0)
	row := b.budgetTotal() + 1
	s.text(cName, row, look.Dim, w.NotGiven)
	s.num(cAmount, row, look.Money|look.Dim, b.company.budget.minus(b.total.given))
	s.text(cName, row+1, look.Note, b.period(w.BudgetNote))
	row = b.grants(s, row+2)
	if n == 0 {
		s.paper(budgetCols, row, 0)
		return
	}
	s.bars(s.stack(cShare, budgetFirst, budgetFirst+n-1), look.PaleTeal, "0.5")
	heading, finding, shown := w.BudgetChartNew, w.BudgetFindingNew, []series{}
	bar := func(at int, color look.Color) series {
		return series{name: s.stack(at, budgetHeads, budgetHeads), cats: s.stack(cName, budgetFirst, budgetFirst+n-1), vals: s.stack(at, budgetFirst, budgetFirst+n-1), color: color}
	}
	if b.total.lastYear.x > 0 {
		heading, finding, shown = w.BudgetChart, w.BudgetFinding, append(shown, bar(cLast, look.PaleTeal))
	}
	s.finding(row+1, 1, budgetCols, finding, heading, b.figures)
	end := row + 6 + max(n, 6)
	s.paper(budgetCols, end, 0, row+1)
	s.draw(&chart{at: box{1, row + 2, budgetCols, end}, alt: w.BudgetChartAlt, legend: true,
		plots: []plot{{kind: bars, gap: 45, series: append(shown, bar(cAmount, look.Navy))}}})
}

// grants lists public money that may come, which nothing in the book counts, and returns the
// row below.
func (b *book) grants(s *sheet, row int) int {
	if len(b.plan.Grants) == 0 {
		return row
	}
	s.section(row+1, 1, budgetCols, b.words.Grants)
	row++
	for _, g := range b.plan.Grants {
		row++
		s.blank(1, budgetCols, row, look.Row)
		s.text(cName, row, look.Row, clean(g.Name))
		s.value(cAmount, row, look.Money|look.Row, euros(g.Amount))
		if last, ok := day(g.Date); ok {
			s.value(cShare, row, look.Day|look.Row, last)
		}
		s.text(cChange, row, look.Row|look.Indent, clean(strings.TrimSpace(g.Source+" "+g.Note)))
	}
	return row + 1
}

// day is the day number of a date, as spreadsheets count; false for none.
func day(d model.Date) (float64, bool) {
	y, m, of := d.Split()
	return serial(model.NewMonth(y, time.Month(max(m, 1)))) + float64(of-1), y > 0
}
