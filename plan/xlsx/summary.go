package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// The grid of the summary: a narrow margin, then 24 columns from B to Y, four of which are
// gutters, so that five cards of four columns stand side by side.
const (
	gridFirst = 2
	gridLast  = 25
)

// fillSummary is the page on which the board decides: what is asked, what comes back, by
// when, and the decision.
func (b *book) fillSummary() {
	s, w := b.summary, b.words
	s.look(gridLast, false)
	s.width(1, 1, 1.3)
	s.width(gridFirst, gridLast, 6.9)
	for _, gutter := range []int{6, 11, 16, 21} {
		s.width(gutter, gutter, 2.57)
	}
	b.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{FitToHeight: ptr(1)}))
	b.band()
	b.cards()
	b.summaryCharts()
	row := max(b.decision(26), b.channelTable(26))
	s.text(gridFirst, row+1, "note", w.SummaryNote)
	b.try(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: s.span(1, 1, gridLast+1, row+1), Scope: s.name}))
}

// band is the heading: title, company, scenario.
func (b *book) band() {
	s, w := b.summary, b.words
	s.height(1, 5)
	s.height(2, 34)
	s.height(3, 20)
	s.height(4, 3)
	for c := gridFirst; c <= gridLast; c++ {
		s.blank(c, 2, "title")
		s.blank(c, 3, "onnavy")
		s.blank(c, 4, "goldline")
	}
	s.text(gridFirst, 2, "title", "  "+b.title)
	s.merge(gridFirst, 2, 18, 2)
	under := b.plan.Company.Name
	if b.plan.Board.Author != "" {
		under += " · " + b.plan.Board.Author
	}
	if b.plan.Board.Date != "" {
		under += " · " + b.say.Day(b.plan.Board.Date)
	}
	s.text(gridFirst, 3, "onnavy", "   "+under)
	s.merge(gridFirst, 3, 18, 3)
	s.formula(19, 3, "onnavy right", fmt.Sprintf(`"%s "&%s&"   "`, w.ScenarioLabel, b.cells.choice), w.ScenarioLabel+" "+b.nameOf(b.scenario)+"   ")
	s.merge(19, 3, gridLast, 3)
}

// cards are the five figures that an owner asks for first.
func (b *book) cards() {
	w, t, o := b.words, b.budgetTotal(), b.outlook
	at := func(c int) string { return b.budget.at(c, t) }
	cac, back, paid := any(""), any(""), b.cash.paybackValue
	if v, ok := o.Total.CAC(); ok {
		cac = euros(v)
	}
	if v, ok := o.Total.Return(); ok {
		back = v
	}
	perCustomer := any("")
	if v, ok := o.Total.CAC(); ok {
		perCustomer = fmt.Sprintf("%s %s", w.AtMost, b.fixed(o.FirstYearMargin))
		_ = v
	}
	b.card(0, w.CardAsk, "money", b.budget.at(cAmount, 3), euros(float64(b.plan.Budget)),
		fmt.Sprintf(`"%s "&FIXED(%s/12*%d,0)`, w.InThePeriod, b.budget.at(cAmount, 3), b.plan.Months), w.InThePeriod+" "+b.fixed(float64(b.plan.Budget)*float64(b.plan.Months)/12))
	b.card(1, w.CardMargin, "money", at(cMargin), euros(o.Total.More.Margin), fmt.Sprintf(`IF(%[1]s="","",IF(%[1]s>=0,"+","")&FIXED(%[1]s*100,0)&"%% %[2]s")`, at(cReturn), w.OnCost2), b.returnText(back))
	b.card(2, w.CardCustomers, "count", at(cCustomers), o.Total.More.Customers, fmt.Sprintf(`FIXED(%s,0)&" %s"`, at(cContacts), w.MoreContacts2), b.whole(o.Total.More.Contacts)+" "+w.MoreContacts2)
	b.card(3, w.CardCAC, "money", at(cCAC), cac, fmt.Sprintf(`IF(%s="","","%s "&FIXED(%s,0))`, at(cCAC), w.AtMost, b.company.firstYear), perCustomer)
	b.card(4, w.CardPayback, "longmonth", b.cash.payback, paid, fmt.Sprintf(`"%s "&FIXED(%s,0)`, w.CardPeak, b.cash.peak), w.CardPeak+" "+b.fixed(o.PeakOutlay))
}

// returnText is the return as the card says it.
func (b *book) returnText(r any) any {
	v, ok := r.(float64)
	if !ok {
		return ""
	}
	sign := ""
	if v >= 0 {
		sign = "+"
	}
	return sign + b.whole(v*100) + "% " + b.words.OnCost2
}

// fixed and whole write a number as FIXED does in the reader's language; the cached text is
// that of the plan's language.
func (b *book) fixed(cents float64) string { return b.whole(cents / 100) }

func (b *book) whole(v float64) string {
	text := b.say.Number(v, 0)
	if v < 0 { // FIXED writes a plain hyphen
		text = "-" + b.say.Number(-v, 0)
	}
	return text
}

// card is a figure with its label above and what goes with it below.
func (b *book) card(i int, label, format, formula string, value any, below string, belowValue any) {
	s := b.summary
	from := gridFirst + 5*i
	s.height(6, 18)
	s.height(7, 30)
	s.height(8, 17)
	for c := from; c < from+4; c++ {
		s.blank(c, 6, "card top label")
		s.blank(c, 7, "card figure")
		s.blank(c, 8, "card small")
	}
	s.text(from, 6, "card top label", " "+label)
	s.merge(from, 6, from+3, 6)
	s.formula(from, 7, format+" card figure left", formula, value)
	s.merge(from, 7, from+3, 7)
	s.formula(from, 8, "card small", below, belowValue)
	s.merge(from, 8, from+3, 8)
}

// summaryCharts are what is paid and comes back over time, and where the money goes.
func (b *book) summaryCharts() {
	s, w, k := b.summary, b.words, b.cash
	b.sectionHead(10, gridFirst, 12, "")
	b.sectionHead(10, tableFirst, gridLast, w.MarginChart)
	b.findings()
	months := b.plan.Months + 12
	heads := b.workings.span(2, k.late+1, 1+months, k.late+1)
	line := func(row int, color string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name: b.workings.at(1, row), Categories: heads, Values: b.workings.span(2, row, 1+months, row), Marker: excelize.ChartMarker{Symbol: "none"},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}, Line: excelize.LineOptions{Width: 2.25},
		}
	}
	cash := b.chart(excelize.Line, "", 590, 262, line(k.paid, gold), line(k.back, teal))
	cash.Format.AltText, cash.Format.Name = w.CashChart, w.CashChart
	b.try(s.file.AddChart(s.name, ref(gridFirst, 11), cash))
	n := len(b.plan.Channels)
	if n == 0 {
		return
	}
	bars := func(column int, color string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name: b.budget.at(column, budgetRow-1), Categories: b.budget.span(cName, budgetRow, cName, budgetRow+n-1), Values: b.budget.span(column, budgetRow, column, budgetRow+n-1),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		}
	}
	margin := b.chart(excelize.Bar, "", 590, 262, bars(cAmount, "9FD0D1"), bars(cMargin, teal))
	margin.Format.AltText, margin.Format.Name = w.MarginChart, w.MarginChart
	margin.XAxis.ReverseOrder = true
	b.try(s.file.AddChart(s.name, ref(tableFirst, 11), margin))
}

// findings are the headings of the charts: what they show, which follows the levers.
func (b *book) findings() {
	s, w, k := b.summary, b.words, b.cash
	var names []string
	for _, m := range b.say.Months {
		names = append(names, `"`+m+`"`)
	}
	months := strings.Join(names, ",")
	text := w.PaysBackNever
	if at := b.outlook.PaybackMonth; at > 0 {
		text = w.PaysBackBy + " " + b.say.Month(b.plan.Start+model.Month(at-1))
	}
	s.formula(gridFirst, 10, "section", fmt.Sprintf(`IF(ISNUMBER(%[1]s),"%[2]s "&CHOOSE(MONTH(%[1]s),%[3]s)&" "&YEAR(%[1]s),"%[4]s")`, k.payback, w.PaysBackBy, months, w.PaysBackNever), text)
	n := len(b.plan.Channels)
	if n == 0 {
		return
	}
	best := 0
	for i, c := range b.outlook.Channels {
		if c.More.Margin > b.outlook.Channels[best].More.Margin {
			best = i
		}
	}
	margins := b.budget.span(cMargin, budgetRow, cMargin, budgetRow+n-1)
	if n == 1 { // Gnumeric finds nothing in a range of one cell
		s.formula(tableFirst, 10, "section", fmt.Sprintf(`"%s "&%s`, w.MostMargin, b.budget.at(cName, budgetRow)), w.MostMargin+" "+clean(templates.ChannelName(b.plan.Channels[0], b.say.Tag)))
		return
	}
	s.formula(tableFirst, 10, "section", fmt.Sprintf(`"%s "&INDEX(%s,MATCH(MAX(%s),%s,0),1)`, w.MostMargin, b.budget.span(cName, budgetRow, cName, budgetRow+n-1), margins, margins),
		w.MostMargin+" "+clean(templates.ChannelName(b.plan.Channels[best], b.say.Tag)))
}

// sectionHead is a heading with a line under it.
func (b *book) sectionHead(row, from, to int, text string) {
	for c := from; c <= to; c++ {
		b.summary.blank(c, row, "section")
	}
	b.summary.text(from, row, "section", text)
}

// tableFirst is the first column of the right half.
const tableFirst = 14

// decision is what the board is asked to decide, in sentences that follow the figures.
func (b *book) decision(row int) int {
	s, w, o, t := b.summary, b.words, b.outlook, b.budgetTotal()
	b.sectionHead(row, gridFirst, 12, w.DecisionTitle)
	row++
	ask := fmt.Sprintf(`"%s "&FIXED(%s,0)&" €%s"`, w.AskBefore, b.budget.at(cAmount, 3), w.AskAfter)
	comes := fmt.Sprintf(`"%s "&FIXED(%s,0)&" €%s "&FIXED(%s,0)&"%s"`, w.ComesBefore, b.budget.at(cMargin, t), w.ComesMiddle, b.budget.at(cCustomers, t), w.ComesAfter)
	until := w.UntilNoDate
	if b.plan.Board.Decide != "" {
		until = w.UntilDate.With("date", b.say.Day(b.plan.Board.Decide))
	}
	const tall = 3 // rows of a sentence
	for i, line := range []struct{ formula, text string }{
		{ask, w.AskBefore + " " + b.fixed(float64(b.plan.Budget)) + " €" + w.AskAfter},
		{comes, w.ComesBefore + " " + b.fixed(o.Total.More.Margin) + " €" + w.ComesMiddle + " " + b.whole(o.Total.More.Customers) + w.ComesAfter},
		{"", until},
	} {
		for r := row; r < row+tall; r++ {
			for c := gridFirst; c <= 12; c++ {
				s.blank(c, r, "cream")
			}
			s.blank(gridFirst, r, "cream edge number center")
		}
		s.text(gridFirst, row, "cream edge number center", strconv.Itoa(i+1))
		s.merge(gridFirst, row, gridFirst, row+tall-1)
		style := "cream wrap middle"
		if line.formula == "" {
			s.text(gridFirst+1, row, style, line.text)
		} else {
			s.formula(gridFirst+1, row, style, line.formula, line.text)
		}
		s.merge(gridFirst+1, row, 12, row+tall-1)
		row += tall
	}
	return row
}

// mostShown is how many channels the summary lists; the rest is one row.
const mostShown = 10

// channelTable is the budget by channel, in short, in the right half.
func (b *book) channelTable(row int) int {
	s, w := b.summary, b.words
	n := len(b.plan.Channels)
	shown := n
	if n > mostShown {
		shown = mostShown - 1
	}
	columns := []struct {
		from, to, column int
		label, format    string
	}{{14, 18, cName, w.Channel, ""}, {19, 20, cAmount, w.ThisYear, "money"}, {22, 22, cCustomers, w.CustomersShort, "count"}, {23, 24, cMargin, w.MarginShort, "money"}, {25, 25, cReturn, w.Return, "change"}}
	put := func(style string, cells func(column int) (string, any)) {
		for c := tableFirst; c <= gridLast; c++ {
			s.blank(c, row, style)
		}
		for k, x := range columns {
			f, v := cells(x.column)
			align := style
			if k > 0 {
				align = x.format + " right " + style
			}
			if style == "head" && k > 0 {
				align = "head right"
			}
			s.set(x.from, row, cell{style: s.style(align), formula: f, value: v})
			if x.to > x.from {
				s.merge(x.from, row, x.to, row)
			}
		}
		row++
	}
	labels := map[int]string{}
	for _, x := range columns {
		labels[x.column] = x.label
	}
	put("head", func(column int) (string, any) { return "", labels[column] })
	total := b.budgetTotal()
	value := func(column, at int) any { return b.budget.rows[at][column].value }
	for i := range shown {
		at := budgetRow + i
		put("row", func(column int) (string, any) {
			if column == cName {
				return "", templates.ChannelName(b.plan.Channels[i], b.say.Tag)
			}
			return b.budget.at(column, at), value(column, at)
		})
	}
	if n > shown {
		first, last := row-shown, row-1
		put("row", func(column int) (string, any) {
			if column == cName {
				return "", w.OtherChannels.With("n", strconv.Itoa(n-shown))
			}
			if column == cReturn {
				return "", ""
			}
			at := 0
			for _, x := range columns {
				if x.column == column {
					at = x.from
				}
			}
			sum := 0.0
			for i := shown; i < n; i++ {
				if v, ok := value(column, budgetRow+i).(float64); ok {
					sum += v
				}
			}
			return fmt.Sprintf("%s-SUM(%s:%s)", b.budget.at(column, total), ref(at, first), ref(at, last)), sum
		})
	}
	put("total", func(column int) (string, any) {
		if column == cName {
			return "", w.Total
		}
		return b.budget.at(column, total), value(column, total)
	})
	return row
}
