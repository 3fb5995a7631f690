package xlsx

import (
	"fmt"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
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
	budgetCols = cNext
	budgetRow  = 6 // of the first channel
)

func (b *book) budgetTotal() int { return budgetRow + len(b.plan.Channels) }

// placeBudget puts the amounts down, on which everything hangs.
func (b *book) placeBudget() {
	s, w := b.budget, b.words
	s.head(w.SheetBudget, w.BudgetAnswer, budgetCols)
	s.width(cName, cName, 34)
	s.width(cLast, cNext, 12.5)
	s.text(1, 3, "dim", w.BudgetTotal)
	s.number(cAmount, 3, "money input", euros(float64(b.plan.Budget)))
	s.named("in_budget", cAmount, 3)
	for i, label := range []string{w.Channel, w.LastYear, w.ThisYear, w.Share, w.Change, w.MoreContacts, w.MoreCustomers, w.CostPerContact, w.CAC, w.MoreMargin, w.Return, w.NextThousand} {
		style := "head right"
		if i == 0 {
			style = "head"
		}
		s.text(i+1, budgetRow-1, style, label)
	}
	s.height(budgetRow-1, 30)
	for i, c := range b.plan.Channels {
		row := budgetRow + i
		s.text(cName, row, "row", templates.ChannelName(c, b.say.Tag))
		s.number(cAmount, row, "money row input", euros(float64(c.Amount)))
		s.named("in_amount_"+strconv.Itoa(i+1), cAmount, row)
		b.channels[i].amount = s.at(cAmount, row)
	}
	if n := len(b.plan.Channels); n > 0 {
		amounts := excelize.NewDataValidation(true)
		amounts.SetSqref(ref(cAmount, budgetRow) + ":" + ref(cAmount, budgetRow+n-1))
		b.try(amounts.SetRange(0, model.MaxMoney.Euros(), excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
		amounts.SetError(excelize.DataValidationErrorStyleStop, w.WrongAmountTitle, w.WrongAmount)
		b.try(s.file.AddDataValidation(s.name, amounts))
	}
}

// fillBudget is what each channel brings, more than without spend.
func (b *book) fillBudget() {
	s, w, total := b.budget, b.words, b.budgetTotal()
	years := fmt.Sprintf("(%d/12)", b.plan.Months)
	for i := range b.plan.Channels {
		row, k, y := budgetRow+i, b.channels[i], b.outlook.Channels[i].Yields
		n := b.plan.Months
		contacts := b.results.span(firstMonthCol, k.contactsRow, firstMonthCol+n-1, k.contactsRow)
		idle := b.results.span(firstMonthCol, k.idleRow, firstMonthCol+n-1, k.idleRow)
		s.formula(cLast, row, "money row", k.lastYear, euros(float64(b.plan.Channels[i].LastYear.Spend)))
		b.shares(row, "row", float64(b.plan.Channels[i].Amount), float64(b.plan.Channels[i].LastYear.Spend))
		s.formula(cContacts, row, "count row", fmt.Sprintf("SUM(%s)-SUM(%s)", contacts, idle), y.More.Contacts)
		s.formula(cCustomers, row, "count row", fmt.Sprintf("%s*%s", k.conversion, ref(cContacts, row)), y.More.Customers)
		s.formula(cMargin, row, "money row", fmt.Sprintf("%s*%s", ref(cCustomers, row), b.company.firstYear), euros(y.More.Margin))
		b.ratios(row, "row", y, b.calendar.at(2, k.spendRow))
		b.nextThousand(i, row, years)
	}
	s.text(cName, total, "total", w.Total)
	sum := func(column int, style string, v float64) {
		f := "0"
		if total > budgetRow {
			f = fmt.Sprintf("SUM(%s:%s)", ref(column, budgetRow), ref(column, total-1))
		}
		s.formula(column, total, style+" total", f, v)
	}
	var last model.Money
	for _, c := range b.plan.Channels {
		last += c.LastYear.Spend
	}
	t := b.outlook.Total
	sum(cLast, "money", euros(float64(last)))
	sum(cAmount, "money", euros(float64(b.plan.Allocated())))
	b.shares(total, "total", float64(b.plan.Allocated()), float64(last))
	sum(cContacts, "count", t.More.Contacts)
	sum(cCustomers, "count", t.More.Customers)
	sum(cMargin, "money", euros(t.More.Margin))
	b.ratios(total, "total", t, b.calendar.at(2, 5+len(b.plan.Channels)))
	s.blank(cNext, total, "total")
	s.text(1, total+1, "dim", w.NotGiven)
	s.formula(cAmount, total+1, "money dim", fmt.Sprintf("%s-%s", abs(cAmount, 3), abs(cAmount, total)), euros(float64(b.plan.Pot())))
	check := fmt.Sprintf(`IF(ROUND(%s*100,0)<0,"%s","%s")`, ref(cAmount, total+1), w.TooMuch, w.Fits)
	s.formula(cShare, total+1, "dim", check, w.Fits)
	s.text(1, total+3, "note", w.BudgetNote)
	b.try(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(s.name) + "!$" + strconv.Itoa(budgetRow-1) + ":$" + strconv.Itoa(budgetRow-1), Scope: s.name}))
	b.budgetChart()
	s.onePage()
}

// shares are a row's share of the budget and its change on last year.
func (b *book) shares(row int, style string, amount, last float64) {
	s := b.budget
	share, change := any(0.0), any("")
	if b.plan.Budget > 0 {
		share = amount / float64(b.plan.Budget)
	}
	if last > 0 {
		change = amount/last - 1
	}
	s.formula(cShare, row, "share "+style, fmt.Sprintf("IF(%[1]s=0,0,%[2]s/%[1]s)", abs(cAmount, 3), ref(cAmount, row)), share)
	s.formula(cChange, row, "change "+style, fmt.Sprintf(`IF(%[1]s=0,"",%[2]s/%[1]s-1)`, ref(cLast, row), ref(cAmount, row)), change)
}

// ratios are costs per contact and customer, and the return, over the horizon.
func (b *book) ratios(row int, style string, y plan.Yields, spend string) {
	s := b.budget
	cost := fmt.Sprintf("(%s*%s)", spend, b.company.cost)
	per := func(column, of int, v float64, ok bool) {
		value := any("")
		if ok {
			value = euros(v)
		}
		s.formula(column, row, "cents "+style, fmt.Sprintf(`IF(%[1]s>1E-9,%[2]s/%[1]s,"")`, ref(of, row), cost), value)
	}
	perContact, ok := y.CostPerContact()
	per(cPerContact, cContacts, perContact, ok)
	cac, ok := y.CAC()
	per(cCAC, cCustomers, cac, ok)
	value := any("")
	if r, ok := y.Return(); ok {
		value = r
	}
	s.formula(cReturn, row, "change "+style, fmt.Sprintf(`IF(%[1]s>0,(%[2]s-%[1]s)/%[1]s,"")`, cost, ref(cMargin, row)), value)
}

// nextThousand is the derivative of the channel's result, month by month in the workings:
// see plan.NextThousand.
func (b *book) nextThousand(i, row int, years string) {
	s, w, k, n := b.workings, b.words, b.channels[i], b.plan.Months
	per := b.cash.late + 8 + i
	slope := per + len(b.plan.Channels) + 2
	if i == 0 {
		s.text(1, per-1, "section", w.PerEuro)
		s.text(1, slope-1, "section", w.Slope)
	}
	s.text(1, per, "row", templates.ChannelName(b.plan.Channels[i], b.say.Tag))
	s.text(1, slope, "row", templates.ChannelName(b.plan.Channels[i], b.say.Tag))
	pers, slopes := b.derivative(i)
	var sum float64 // at the spend as it is rounded to cents, which plan.NextThousand does not round
	for _, v := range slopes {
		sum += v
	}
	for m := range n {
		f := fmt.Sprintf("(1-%s)*%s/%s/%s", k.carryover, s.at(kWeights+m%12, kFirst+i), s.at(kTotal, kFirst+i), b.multiplier(k.cost, k.costGradual, m))
		if m > 0 {
			f = fmt.Sprintf("%s*%s+%s", k.carryover, ref(1+m, per), f)
		}
		s.formula(2+m, per, "factor row", f, pers[m])
		e, d := b.results.at(firstMonthCol+m, k.effectiveRow), b.demandAt(m)
		s.formula(2+m, slope, "factor row", fmt.Sprintf("%[1]s*IF(%[2]s<=0,0,IF(%[3]s=1,%[4]s/%[5]s,%[6]s*%[2]s*%[7]s*%[2]s/(%[8]s+%[7]s*%[2]s)^2))*%[9]s",
			b.multiplier(k.results, k.resultsGradual, m), d, k.gain, k.contacts, k.reference, k.ceiling, k.half, e, ref(2+m, per)), slopes[m])
	}
	b.budget.formula(cNext, row, "money row", fmt.Sprintf("SUM(%s)*1000/%s*%s*%s", s.span(2, slope, 1+n, slope), years, k.conversion, b.company.firstYear), sum*1000/b.plan.Years()*b.plan.Channels[i].ConversionOf(b.plan.Company).Base*euros(b.outlook.FirstYearMargin))
}

// derivative is, by month, what a euro a year adds to the effective spend, and what that
// brings in contacts.
func (b *book) derivative(i int) (per, slope []float64) {
	p, c := b.plan, b.plan.Channels[i]
	r := plan.NewResponse(c.Figures, c.Figures.Contacts.Base)
	weights := c.Calendar.MonthWeights(p.Company.Season)
	var total float64
	for _, w := range weights {
		total += float64(w)
	}
	results, cost := b.scenario.On(c.ID)
	demand := p.Company.Season.Demand()
	at := 0.0
	for m := range p.Months {
		month := (p.Start + model.Month(m)).Index()
		share := 1.0 / 12
		if total > 0 {
			share = float64(weights[month]) / total
		}
		at = r.Carryover*at + (1-r.Carryover)*share/cost.At(m+1, p.Months)
		effective := b.outlook.Channels[i].Months[m].Effective
		per = append(per, at)
		// Slope is contacts for a cent; a euro has a hundred.
		slope = append(slope, results.At(m+1, p.Months)*r.Slope(effective, demand[month])*100*at)
	}
	return per, slope
}

// budgetChart shows this year beside last year.
func (b *book) budgetChart() {
	n := len(b.plan.Channels)
	if n == 0 {
		return
	}
	s, w := b.budget, b.words
	names := s.span(cName, budgetRow, cName, budgetRow+n-1)
	series := func(column int, color string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name: s.at(column, budgetRow-1), Categories: names, Values: s.span(column, budgetRow, column, budgetRow+n-1),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		}
	}
	chart := b.chart(excelize.Bar, w.BudgetChart, 900, uint(120+min(26*n, 700)), series(cLast, "9FD0D1"), series(cAmount, navy))
	chart.XAxis.ReverseOrder = true
	b.try(s.file.AddChart(s.name, ref(1, b.budgetTotal()+5), chart))
}
