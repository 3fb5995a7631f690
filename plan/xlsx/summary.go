package xlsx

import (
	"fmt"
	"strconv"

	"arringa/plan"
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
	row := b.decision(31)
	row = b.channelTable(row + 1)
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
	s.text(gridFirst, 10, "section", w.CashChart)
	for c := gridFirst + 1; c <= 13; c++ {
		s.blank(c, 10, "section")
	}
	s.text(15, 10, "section", w.MarginChart)
	for c := 16; c <= gridLast; c++ {
		s.blank(c, 10, "section")
	}
	months := min(b.plan.Months+12, b.plan.Months+plan.Beyond)
	heads := b.workings.span(2, k.first-1, 1+months, k.first-1)
	line := func(row int, name, color string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name: b.workings.at(1, row), Categories: heads, Values: b.workings.span(2, row, 1+months, row), Marker: excelize.ChartMarker{Symbol: "none"},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}, Line: excelize.LineOptions{Width: 2.25},
		}
	}
	b.try(s.file.AddChart(s.name, ref(gridFirst, 11), &excelize.Chart{
		Type: excelize.Line, Series: []excelize.ChartSeries{line(k.paid, w.Paid, gold), line(k.back, w.Back, teal)},
		Format: excelize.GraphicOptions{AltText: w.CashChart, Name: w.CashChart}, Legend: excelize.ChartLegend{Position: "bottom"},
		XAxis: excelize.ChartAxis{NumFmt: excelize.ChartNumFmt{CustomNumFmt: "mmm yy"}, TickLabelSkip: 3}, YAxis: excelize.ChartAxis{MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		Dimension: excelize.ChartDimension{Width: 560, Height: 330},
	}))
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
	b.try(s.file.AddChart(s.name, ref(15, 11), &excelize.Chart{
		Type: excelize.Bar, Series: []excelize.ChartSeries{bars(cAmount, "9FD0D1"), bars(cMargin, teal)},
		Format: excelize.GraphicOptions{AltText: w.MarginChart, Name: w.MarginChart}, Legend: excelize.ChartLegend{Position: "bottom"},
		XAxis: excelize.ChartAxis{ReverseOrder: true}, YAxis: excelize.ChartAxis{MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		GapWidth: ptr(uint(50)), Dimension: excelize.ChartDimension{Width: 560, Height: 330},
	}))
}

// decision is what the board is asked to decide, in sentences that follow the figures.
func (b *book) decision(row int) int {
	s, w, o, t := b.summary, b.words, b.outlook, b.budgetTotal()
	s.text(gridFirst, row, "section", w.DecisionTitle)
	for c := gridFirst + 1; c <= gridLast; c++ {
		s.blank(c, row, "section")
	}
	row++
	ask := fmt.Sprintf(`"%s "&FIXED(%s,0)&" €%s"`, w.AskBefore, b.budget.at(cAmount, 3), w.AskAfter)
	comes := fmt.Sprintf(`"%s "&FIXED(%s,0)&" €%s "&FIXED(%s,0)&"%s"`, w.ComesBefore, b.budget.at(cMargin, t), w.ComesMiddle, b.budget.at(cCustomers, t), w.ComesAfter)
	until := w.UntilNoDate
	if b.plan.Board.Decide != "" {
		until = w.UntilDate.With("date", b.say.Day(b.plan.Board.Decide))
	}
	lines := []struct {
		formula string
		text    string
	}{
		{ask, w.AskBefore + " " + b.fixed(float64(b.plan.Budget)) + " €" + w.AskAfter},
		{comes, w.ComesBefore + " " + b.fixed(o.Total.More.Margin) + " €" + w.ComesMiddle + " " + b.whole(o.Total.More.Customers) + w.ComesAfter},
		{"", until},
	}
	for i, line := range lines {
		s.height(row, 19)
		for c := gridFirst; c <= gridLast; c++ {
			s.blank(c, row, "cream")
		}
		s.text(gridFirst, row, "cream edge number center", strconv.Itoa(i+1))
		if line.formula == "" {
			s.text(gridFirst+1, row, "cream", line.text)
		} else {
			s.formula(gridFirst+1, row, "cream", line.formula, line.text)
		}
		s.merge(gridFirst+1, row, gridLast, row)
		row++
	}
	return row
}

// channelTable is the budget by channel, in short.
func (b *book) channelTable(row int) int {
	s, w := b.summary, b.words
	columns := []struct {
		from, to int
		label    string
		column   int
		format   string
	}{{2, 8, w.Channel, cName, ""}, {9, 12, w.ThisYear, cAmount, "money"}, {13, 15, w.Share, cShare, "share"}, {17, 18, w.MoreCustomers, cCustomers, "count"}, {19, 20, w.CAC, cCAC, "money"}, {22, 23, w.MoreMargin, cMargin, "money"}, {24, 25, w.Return, cReturn, "change"}}
	put := func(row int, style string, value func(k int) (string, any)) {
		for c := gridFirst; c <= gridLast; c++ {
			s.blank(c, row, style)
		}
		for k, x := range columns {
			f, v := value(k)
			if f == "" {
				align := ""
				if k > 0 {
					align = " right"
				}
				s.set(x.from, row, cell{style: s.style(style + align), value: v})
			} else {
				s.formula(x.from, row, x.format+" "+style, f, v)
			}
			s.merge(x.from, row, x.to, row)
		}
	}
	put(row, "head", func(k int) (string, any) { return "", columns[k].label })
	s.height(row, 24)
	row++
	for i := range len(b.plan.Channels) + 1 {
		at := budgetRow + i
		style := "row"
		if i == len(b.plan.Channels) {
			style = "total"
		}
		put(row, style, func(k int) (string, any) {
			x := columns[k]
			if x.column == cName {
				if i == len(b.plan.Channels) {
					return "", w.Total
				}
				return "", templates.ChannelName(b.plan.Channels[i], b.say.Tag)
			}
			return b.budget.at(x.column, at), b.budget.rows[at][x.column].value
		})
		s.height(row, 16)
		row++
	}
	return row
}
