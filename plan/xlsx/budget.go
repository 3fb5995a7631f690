package xlsx

// The sheet of the budget: what each channel is given, and what it brings.

import (
	"strings"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
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
	cSigned
	cPerContact
	cCAC
	cCashed
	cMargin
	cReturn
	cNext
	cOrigin
	budgetCols  = cOrigin
	budgetHeads = headRows + 1
	budgetFirst = budgetHeads + 1 // of the channels
)

func (b *subject) budgetTotal() int { return budgetFirst + len(b.plan.Channels) }

// budgetCells are what a channel, or all of them, are given and bring, more than without
// spend.
type budgetCells struct {
	given, lastYear, contacts, customers, margin formula.Num // whenever they come
	arrived, signed, cashed                      formula.Num // by the end of the plan
	open, later                                  formula.Num // customers who sign after it, and of later contacts
	spent, cost                                  formula.Num // over the horizon; cost is with VAT that stays
	perContact, cac, back, backByEnd, next       formula.Num
}

// placeBudget works out what each channel brings, more than without spend, and all together.
func placeBudget(b *workings, spent spentCells, brought []resultCells) (channels []budgetCells, all budgetCells) {
	s := b.page(budgetTab)
	for i, c := range b.plan.Channels {
		row, k, y := budgetFirst+i, &b.channels[i], b.outlook.Channels[i].Yields
		m := budgetCells{spent: spent.channels[i]}
		s.Text(cName, row, look.Row, b.names[i])
		m.lastYear = s.Num(cLast, row, look.Money|look.Row, k.lastYear)
		m.given = s.Num(cAmount, row, look.Money|look.Bold|look.Row, k.amount)
		m.contacts = s.Num(cContacts, row, look.Count|look.Row,
			valued(brought[i].addedSum, y.More.Contacts))
		m.customers = s.Num(cCustomers, row, look.Count|look.Row,
			formula.Calc(y.More.Customers, "%s*%s", k.share, m.contacts))
		m.arrived = valued(brought[i].addedSum.Minus(brought[i].later), y.More.Arrived)
		m.signed = s.Num(cSigned, row, look.Count|look.Row, signedByEnd(b, i))
		m.cashed = s.Num(cCashed, row, look.Money|look.Row, cashedByEnd(b, i))
		m.later = valued(brought[i].later.Times(k.share), y.More.Later)
		m.margin = s.Num(cMargin, row, look.Money|look.Row,
			formula.Calc(euros(y.More.Margin), "%s*%s", m.customers, b.worth.firstYear))
		placeRatios(b, s, row, look.Row, &m, y)
		m.next = s.Num(cNext, row, look.Money|look.Row, nextThousand(b, i))
		origin := c.Figures.Contacts.Origin
		s.Text(cOrigin, row, look.Row|look.Indent|originStyle(origin), b.originName(origin))
		channels = append(channels, m)
	}
	return channels, placeBudgetTotal(b, s, spent.total, channels)
}

// placeBudgetTotal adds the channels up.
func placeBudgetTotal(b *workings, s *part.Sheet, spent formula.Num, channels []budgetCells) budgetCells {
	row, t, y := b.budgetTotal(), budgetCells{spent: spent}, b.outlook.Total
	sum := func(at int, style look.Style, of func(k budgetCells) formula.Num, x float64) formula.Num {
		var parts []formula.Num
		for _, k := range channels {
			parts = append(parts, of(k))
		}
		all := formula.Total(s.Stack(at, budgetFirst, budgetFirst+len(channels)-1), parts...)
		return s.Num(at, row, style|look.Total, valued(all, x))
	}
	s.Text(cName, row, look.Total, b.words.Total)
	var lastYear model.Money
	for _, c := range b.plan.Channels {
		lastYear += c.LastYear.Spend
	}
	t.lastYear = sum(cLast, look.Money, func(k budgetCells) formula.Num { return k.lastYear }, euros(lastYear))
	t.given = sum(cAmount, look.Money, func(k budgetCells) formula.Num { return k.given }, euros(b.plan.Allocated()))
	t.contacts = sum(cContacts, look.Count, func(k budgetCells) formula.Num { return k.contacts }, y.More.Contacts)
	t.customers = sum(cCustomers, look.Count, func(k budgetCells) formula.Num { return k.customers }, y.More.Customers)
	t.signed = sum(cSigned, look.Count, func(k budgetCells) formula.Num { return k.signed }, y.More.Won)
	t.cashed = sum(cCashed, look.Money, func(k budgetCells) formula.Num { return k.cashed }, euros(y.More.Cashed))
	t.arrived, t.later = formula.Lit(0), formula.Lit(0)
	for _, k := range channels {
		t.arrived, t.later = t.arrived.Plus(k.arrived), t.later.Plus(k.later)
	}
	t.open = valued(t.customers.Minus(t.signed).Minus(t.later), y.More.Open)
	t.margin = sum(cMargin, look.Money, func(k budgetCells) formula.Num { return k.margin }, euros(y.More.Margin))
	placeRatios(b, s, row, look.Total, &t, y)
	s.Blank(cNext, cOrigin, row, look.Total)
	return t
}

// placeRatios completes a row of the budget: its share and change, its costs per contact and
// customer, and its return.
func placeRatios(b *workings, s *part.Sheet, row int, style look.Style, m *budgetCells, y plan.Yields) {
	s.Num(cShare, row, look.Share|style, formula.Share(m.given, b.budget))
	s.Num(cChange, row, look.Change|style, formula.Change(m.given, m.lastYear))
	m.cost = valued(m.spent.Times(b.worth.cost), euros(y.Cost))
	m.perContact = s.Num(cPerContact, row, look.Money|style, formula.Ratio(m.cost, m.contacts))
	m.cac = s.Num(cCAC, row, look.Money|style, formula.Ratio(m.cost, m.customers))
	m.backByEnd = formula.Gain(m.cashed, m.cost)
	m.back = s.Num(cReturn, row, look.Change|style, formula.Gain(m.margin, m.cost))
}

// fillBudget adds what stands around the table.
func fillBudget(b *account, s *part.Sheet) {
	w, n := b.words, len(b.channels)
	b.head(budgetTab, budgetCols)
	s.Widths(cName, 34, 12.5, 12.5, 9, 10.5, 10, 10, 11, 11, 12, 13, 13, 10.5, 14, 12)
	budgetHead(b, s)
	row := b.budgetTotal() + 1
	s.Text(cName, row, look.Dim, w.NotGiven)
	s.Num(cAmount, row, look.Money|look.Dim, b.budget.Minus(b.total.given))
	s.Text(cName, row+1, look.Note, b.Period(w.BudgetNote))
	row = budgetGrants(b, s, row+2)
	if n == 0 {
		s.Page.Paper(budgetCols, row, 0)
		return
	}
	s.Rules.Bars(s.Stack(cShare, budgetFirst, budgetFirst+n-1), look.PaleTeal, "0.5")
	budgetChart(b, s, row)
}

// budgetHead writes the heads of the table.
func budgetHead(b *account, s *part.Sheet) {
	w := b.words
	for i, label := range []string{
		w.Channel, w.LastYear, w.ThisYear, w.Share, w.Change, w.MoreContacts, w.MoreCustomers, w.SignedByEnd,
		w.CostPerContact, w.CAC, w.BackByEnd, w.MarginAllIn, w.Return, w.NextThousand, w.RestsOn,
	} {
		style := look.Head | look.Right
		switch i + 1 {
		case cName:
			style = look.Head
		case cOrigin:
			style = look.Head | look.Indent
		}
		s.Text(i+1, budgetHeads, style, label)
	}
	s.Height(budgetHeads, 30)
	s.Page.Freeze(1, budgetHeads)
	s.Page.Titles(budgetHeads, budgetHeads, 0)
}

// budgetChart draws what each channel is given, beside last year where there was one.
func budgetChart(b *account, s *part.Sheet, row int) {
	w, n := b.words, len(b.channels)
	heading, finding, shown := w.BudgetChartNew, w.BudgetFindingNew, []part.Series{}
	bar := func(at int, color look.Color) part.Series {
		channels := func(at int) part.Span { return s.Stack(at, budgetFirst, budgetFirst+n-1) }
		return part.Series{
			Name: s.Stack(at, budgetHeads, budgetHeads), Cats: channels(cName), Vals: channels(at), Color: color,
		}
	}
	if b.total.lastYear.X > 0 {
		heading, finding, shown = w.BudgetChart, w.BudgetFinding, append(shown, bar(cLast, look.PaleTeal))
	}
	b.finding(s, row+1, 1, budgetCols, finding, heading, b.figures)
	end := row + 6 + max(n, 6)
	s.Page.Paper(budgetCols, end, 0, row+1)
	s.Draw(&part.Chart{
		At: part.Over(1, row+2, budgetCols, end), Alt: w.BudgetChartAlt, Legend: true,
		Plots: []part.Plot{{Kind: part.Bars, Gap: 45, Series: append(shown, bar(cAmount, look.Navy))}},
	})
}

// budgetGrants lists public money that may come, which nothing in the book counts, and returns the
// row below.
func budgetGrants(b *account, s *part.Sheet, row int) int {
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
