package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
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
	given, lastYear, contacts, customers, margin, cost formula.Num
	perContact, cac, back, next                        formula.Num
}

// totalCells are the figures of the whole plan.
type totalCells struct {
	budgetCells
	spent, baseline, payback, peak, peakMonth formula.Num
}

// fillBudget works out what each channel brings, more than without spend.
func fillBudget(b *book) {
	s, n := b.page(budgetTab), len(b.plan.Channels)
	var given, last, contacts, customers, margin []formula.Num
	for i, c := range b.plan.Channels {
		row, k, y := budgetFirst+i, &b.channels[i], b.outlook.Channels[i].Yields
		m := &k.more
		s.Text(cName, row, look.Row, b.names[i])
		m.lastYear = s.Num(cLast, row, look.Money|look.Row, k.lastYear)
		m.given = s.Num(cAmount, row, look.Money|look.Bold|look.Row, k.amount)
		m.contacts = s.Num(cContacts, row, look.Count|look.Row, formula.Calc(y.More.Contacts, "%s-%s", k.contactsSum, k.idleSum))
		m.customers = s.Num(cCustomers, row, look.Count|look.Row, formula.Calc(y.More.Customers, "%s*%s", k.share, m.contacts))
		m.margin = s.Num(cMargin, row, look.Money|look.Row, formula.Calc(euros(y.More.Margin), "%s*%s", m.customers, b.work.firstYear))
		m.cost = k.spent.Times(b.work.cost)
		budgetRatios(b, s, row, look.Row, m, y)
		m.next = s.Num(cNext, row, look.Money|look.Row, nextThousand(b, i))
		given, last, contacts = append(given, m.given), append(last, m.lastYear), append(contacts, m.contacts)
		customers, margin = append(customers, m.customers), append(margin, m.margin)
		s.Text(cOrigin, row, look.Row|look.Indent|originStyle(c.Figures.Contacts.Origin), b.originName(c.Figures.Contacts.Origin))
	}
	row, t, y := b.budgetTotal(), &b.total, b.outlook.Total
	sum := func(at int, style look.Style, parts []formula.Num, x float64) formula.Num {
		v := formula.Total(s.Stack(at, budgetFirst, budgetFirst+n-1), parts...)
		v.X = x
		return s.Num(at, row, style|look.Total, v)
	}
	s.Text(cName, row, look.Total, b.words.Total)
	var lastYear model.Money
	for _, c := range b.plan.Channels {
		lastYear += c.LastYear.Spend
	}
	t.lastYear = sum(cLast, look.Money, last, euros(lastYear))
	t.given = sum(cAmount, look.Money, given, euros(b.plan.Allocated()))
	t.contacts = sum(cContacts, look.Count, contacts, y.More.Contacts)
	t.customers = sum(cCustomers, look.Count, customers, y.More.Customers)
	t.margin = sum(cMargin, look.Money, margin, euros(y.More.Margin))
	t.cost = t.spent.Times(b.work.cost)
	budgetRatios(b, s, row, look.Total, &t.budgetCells, y)
	s.Blank(cNext, cOrigin, row, look.Total)
}

// budgetRatios are a row's share and change, its costs per contact and customer, and its return.
func budgetRatios(b *book, s *part.Sheet, row int, style look.Style, m *budgetCells, y plan.Yields) {
	s.Num(cShare, row, look.Share|style, formula.Share(m.given, b.company.budget))
	s.Num(cChange, row, look.Change|style, formula.Change(m.given, m.lastYear))
	m.cost.X = euros(y.Cost)
	m.perContact = s.Num(cPerContact, row, look.Cents|style, formula.Ratio(m.cost, m.contacts))
	m.cac = s.Num(cCAC, row, look.Money|style, formula.Ratio(m.cost, m.customers))
	m.back = s.Num(cReturn, row, look.Change|style, formula.Gain(m.margin, m.cost))
}

// nextThousand is the derivative of a channel's result: see plan.NextThousand.
func nextThousand(b *book, i int) formula.Num {
	k, s, n := &b.channels[i], b.page(workingsTab), b.plan.Months
	line := func(block int) part.Span { return s.Line(firstMonth, firstMonth+n-1, b.workBlock(block)+1+i) }
	demand := b.lineOf(workMonths + 3)
	spend := fmt.Sprintf("(%s+%s*%s)", line(2), k.amount, line(4)) // cents are not rounded
	f := fmt.Sprintf("IF(%[1]s=1,%[2]s*SUMPRODUCT(%[3]s*(%[4]s>0)*%[5]s),%[6]s*%[7]s*SUMPRODUCT(%[3]s*%[4]s*%[4]s*%[5]s/(%[8]s+%[7]s*%[4]s+(%[4]s<=0))^2))",
		k.linear, k.rate, line(0), demand, line(4), k.ceiling, k.half, spend)
	return formula.Num{F: fmt.Sprintf("%s*1000/%s*%s*%s", f, formula.Lit(b.plan.Years()), k.share, b.work.firstYear), X: euros(b.next[i].Margin), Binds: formula.Product}
}

// marginAt is what a channel's year of so much spend brings over the horizon, more than
// nothing would: see plan.YearCurve. The formula follows the workings, whatever is spent now.
func marginAt(b *book, i int, amount formula.Num) formula.Num {
	k, s, n := &b.channels[i], b.page(workingsTab), b.plan.Months
	line := func(block int) part.Span { return s.Line(firstMonth, firstMonth+n-1, b.workBlock(block)+1+i) }
	demand := b.lineOf(workMonths + 3)
	spend := fmt.Sprintf("(%s+%s*%s)", line(2), amount, line(4))
	f := fmt.Sprintf("(IF(%[1]s=1,%[2]s*SUMPRODUCT(%[3]s*(%[4]s>0)*%[5]s),%[6]s*SUMPRODUCT(%[3]s*%[4]s*%[5]s/(%[5]s+%[7]s*%[4]s+(%[4]s<=0))))-%[8]s)*%[9]s*%[10]s",
		k.linear, k.rate, line(0), demand, spend, k.ceiling, k.half, k.idleSum, k.share, b.work.firstYear)
	return formula.Num{F: f, X: yearCurve(b, i)(amount.X*100) * k.share.X * b.work.firstYear.X, Binds: formula.Product}
}

// yearCurve is a channel's year curve in the scenario in force.
func yearCurve(b *book, i int) func(cents float64) float64 {
	if b.curves == nil {
		b.curves = make([]func(float64) float64, len(b.plan.Channels))
	}
	if b.curves[i] == nil {
		b.curves[i] = plan.YearCurve(b.plan, b.scenarios[b.inForce], i)
	}
	return b.curves[i]
}

// fillBudgetPage adds what stands around the table.
func fillBudgetPage(b *book, s *part.Sheet) {
	w, n := b.words, len(b.plan.Channels)
	b.head(budgetTab, budgetCols)
	s.Widths(cName, 34, 12.5, 12.5, 9, 10.5, 10, 10, 11, 12, 13, 10.5, 14, 12)
	for i, label := range []string{w.Channel, w.LastYear, w.ThisYear, w.Share, w.Change, w.MoreContacts, w.MoreCustomers, w.CostPerContact, w.CAC, w.MoreMargin, w.Return, w.NextThousand, w.RestsOn} {
		style := look.Head | look.Right
		if i == 0 || i+1 == cOrigin {
			style = look.Head | look.Indent
		}
		if i == 0 {
			style = look.Head
		}
		s.Text(i+1, budgetHeads, style, label)
	}
	s.Height(budgetHeads, 30)
	s.Page.Freeze(1, budgetHeads)
	s.Page.Titles(budgetHeads, budgetHeads, 0)
	row := b.budgetTotal() + 1
	s.Text(cName, row, look.Dim, w.NotGiven)
	s.Num(cAmount, row, look.Money|look.Dim, b.company.budget.Minus(b.total.given))
	s.Text(cName, row+1, look.Note, b.Period(w.BudgetNote))
	row = budgetGrants(b, s, row+2)
	if n == 0 {
		s.Page.Paper(budgetCols, row, 0)
		return
	}
	s.Rules.Bars(s.Stack(cShare, budgetFirst, budgetFirst+n-1), look.PaleTeal, "0.5")
	heading, finding, shown := w.BudgetChartNew, w.BudgetFindingNew, []part.Series{}
	bar := func(at int, color look.Color) part.Series {
		return part.Series{Name: s.Stack(at, budgetHeads, budgetHeads), Cats: s.Stack(cName, budgetFirst, budgetFirst+n-1), Vals: s.Stack(at, budgetFirst, budgetFirst+n-1), Color: color}
	}
	if b.total.lastYear.X > 0 {
		heading, finding, shown = w.BudgetChart, w.BudgetFinding, append(shown, bar(cLast, look.PaleTeal))
	}
	b.finding(s, row+1, 1, budgetCols, finding, heading, b.figures)
	end := row + 6 + max(n, 6)
	s.Page.Paper(budgetCols, end, 0, row+1)
	s.Draw(&part.Chart{At: part.Over(1, row+2, budgetCols, end), Alt: w.BudgetChartAlt, Legend: true,
		Plots: []part.Plot{{Kind: part.Bars, Gap: 45, Series: append(shown, bar(cAmount, look.Navy))}}})
}

// budgetGrants lists public money that may come, which nothing in the book counts, and returns the
// row below.
func budgetGrants(b *book, s *part.Sheet, row int) int {
	if len(b.plan.Grants) == 0 {
		return row
	}
	s.Section(row+1, 1, budgetCols, b.words.Grants)
	row++
	for _, g := range b.plan.Grants {
		row++
		s.Blank(1, budgetCols, row, look.Row)
		s.Text(cName, row, look.Row, part.Clean(g.Name))
		s.Value(cAmount, row, look.Money|look.Row, euros(g.Amount))
		if last, ok := day(g.Date); ok {
			s.Value(cShare, row, look.Day|look.Row, last)
		}
		s.Text(cChange, row, look.Row|look.Indent, part.Clean(strings.TrimSpace(g.Source+" "+g.Note)))
	}
	return row + 1
}

// day is the day number of a date, as spreadsheets count; false for none.
func day(d model.Date) (float64, bool) {
	y, m, of := d.Split()
	return serial(model.NewMonth(y, time.Month(max(m, 1)))) + float64(of-1), y > 0
}
