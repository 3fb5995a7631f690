package xlsx

import (
	"arringa/plan/xlsx/look"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// The grid of the summary: a narrow margin, then 24 columns from B to Y, four of which are
// gutters, so that five cards of four columns stand side by side.
const (
	gridFirst = 2
	gridHalf  = 12 // the last column of the left half
	gridRight = 14 // the first column of the right half
	gridLast  = 25

	summaryCards  = 6
	summaryCharts = 11
	summaryLower  = 25
	summaryRows   = 8 // most channels in the table
)

// fillSummary is the page on which the board decides: what is asked, what comes back, by
// when, how sure that is, and the decision.
func (b *book) fillSummary(s *sheet) {
	s.look(gridLast + 1)
	s.columns(gridFirst, gridLast, 6.9)
	for _, narrow := range []int{6, 11, 16, 21} {
		s.widths(narrow, 2.57)
	}
	s.widths(1, 1.3)
	s.widths(gridLast+1, 1.3)
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{FitToWidth: ptr(1), FitToHeight: ptr(1)}))
	b.band(s)
	b.cards(s)
	b.summaryCharts(s)
	last := max(b.decision(s), b.summaryTable(s))
	s.height(last+1, 6)
	s.blank(gridFirst, gridLast, last+2, look.Note|look.Wrap)
	note := text{f: quotation(b.words.SummaryNote+" ") + "&" + b.exported.f, s: b.words.SummaryNote + " " + b.exported.s, live: true}
	s.say(gridFirst, last+2, look.Note|look.Wrap, note)
	s.merge(gridFirst, last+2, gridLast, last+2)
	s.height(last+2, 24)
	s.printed(gridLast+1, last+2)
}

// band is the heading: title, company, scenario.
func (b *book) band(s *sheet) {
	for row, height := range map[int]float64{1: 5, 2: 34, 3: 20, 4: 3, 5: 9} {
		s.height(row, height)
	}
	s.blank(gridFirst, gridLast, 2, look.Title)
	s.blank(gridFirst, gridLast, 3, look.OnNavy)
	s.blank(gridFirst, gridLast, 4, look.GoldLine)
	from := gridFirst
	if b.logo != nil {
		from += logoCols
	}
	s.text(from, 2, look.Title|look.Indent, b.title)
	s.merge(from, 2, 19, 2)
	under := []string{}
	for _, part := range []string{b.plan.Company.Name, b.plan.Company.Town, b.plan.Board.Author} {
		if part != "" {
			under = append(under, part)
		}
	}
	s.text(from, 3, look.OnNavy|look.Indent, strings.Join(under, " · "))
	s.merge(from, 3, 19, 3)
	chosen := b.page("levers").mark(lTyped, leverTop)
	name := b.scenarioNames()[b.inForce]
	s.say(20, 2, look.OnNavy|look.Right, text{f: quote(b.words.ScenarioLabel+": ") + "&" + chosen + `&"  "`, s: b.words.ScenarioLabel + ": " + name + "  ", live: true})
	s.merge(20, 2, gridLast, 2)
	if b.plan.Board.Date != "" {
		s.text(20, 3, look.OnNavy|look.Right, b.say.Day(b.plan.Board.Date)+"  ")
	}
	s.merge(20, 3, gridLast, 3)
}

// cards are the five figures that an owner asks for first, each with its small chart.
func (b *book) cards(s *sheet) {
	w, t := b.words, b.total
	work, calendar := b.page("workings"), b.page("calendar")
	months := func(p *sheet, row int) span { return p.line(firstMonth, firstMonth+b.plan.Months-1, row) }
	cash := b.workBlock(5)
	ask := b.tell(w.CardAskBelow, b.figures)
	if ask.s == "" {
		ask = b.tell(w.CardAskShare, b.figures)
	}
	s.height(summaryCards, 18)
	s.height(summaryCards+1, 29)
	s.height(summaryCards+2, 16)
	s.height(summaryCards+3, 26)
	s.height(summaryCards+4, 9)
	b.card(s, 0, w.CardAsk, look.Money, b.company.budget, ask, plot{kind: columns, gap: 35, series: []series{{vals: months(calendar, b.calendarTotal()), color: look.Gold}}})
	b.card(s, 1, w.CardMargin, look.Money, t.margin, b.tell(w.CardMarginBelow, b.figures), plot{kind: columns, gap: 35, series: []series{{vals: months(b.page("results"), b.resultsBlock(4)+1+len(b.plan.Channels)), color: look.Teal}}})
	b.card(s, 2, w.CardCAC, look.Money, t.cac, b.tell(w.CardCACBelow, b.figures), plot{kind: columns, gap: 35, series: []series{{vals: b.page("budget").stack(cCAC, budgetFirst, max(budgetFirst, b.budgetTotal()-1)), color: look.Teal}}})
	b.card(s, 3, w.CardPayback, look.Month, t.payback, b.tell(w.CardPaybackBelow, b.figures), plot{kind: lines, series: []series{{vals: work.line(firstMonth, firstMonth+b.shown()-1, cash+4), color: look.Gold, width: 1.75}}})
	b.card(s, 4, w.CardSure, look.Percent, b.pays(), b.tell(w.CardSureBelow, b.figures), plot{kind: lines, series: []series{{vals: work.line(firstMonth, firstMonth+b.shown()-1, b.fanRow+4), color: look.Teal, width: 1.75}}})
}

// card is a figure with its label above and what goes with it below.
func (b *book) card(s *sheet, i int, label string, format look.Style, n num, below text, small plot) {
	from := gridFirst + 5*i
	s.blank(from, from+3, summaryCards, look.OnCard|look.Top|look.Label)
	s.blank(from, from+3, summaryCards+1, look.OnCard|look.Figure)
	s.blank(from, from+3, summaryCards+2, look.OnCard|look.Small)
	s.blank(from, from+3, summaryCards+3, look.OnCard)
	s.text(from, summaryCards, look.OnCard|look.Top|look.Label|look.Indent, label)
	s.num(from, summaryCards+1, format|look.OnCard|look.Figure|look.Left|look.Indent, n)
	if n.none && i == 3 {
		s.say(from, summaryCards+1, look.OnCard|look.Figure|look.Left|look.Indent, text{f: fmt.Sprintf(`IF(%s="",%s,%[1]s)`, n, quote(b.words.NeverPaysBack)), s: b.words.NeverPaysBack, live: true})
	}
	s.say(from, summaryCards+2, look.OnCard|look.Small|look.Indent, below)
	for r := range 3 {
		s.merge(from, summaryCards+r, from+3, summaryCards+r)
	}
	if len(b.plan.Channels) > 0 {
		s.draw(&chart{at: box{from, summaryCards + 3, from + 3, summaryCards + 3}, alt: label, plain: true, plots: []plot{small}})
	}
}

// shown is how many months the charts of cash look at: to the end of the plan, or a little
// beyond the month in which the spend is back.
func (b *book) shown() int {
	return min(max(b.plan.Months+6, b.outlook.PaybackMonth+3), b.beyond())
}

// summaryCharts are where the margin comes from, and what is paid and comes back over time.
func (b *book) summaryCharts(s *sheet) {
	w := b.words
	for r := 1; r <= 12; r++ {
		s.height(summaryCharts+r, 14)
	}
	s.height(summaryCharts+13, 8)
	if len(b.plan.Channels) == 0 {
		return
	}
	sum := b.bridge(b.page("workings"))
	if b.total.lastYear.x > 0 {
		s.finding(summaryCharts, gridFirst, gridHalf, w.BridgeFromLastYear, "", b.figures.with("bridge_total", b.gained(sum)))
	} else {
		s.finding(summaryCharts, gridFirst, gridHalf, w.BridgeFromNothing, "", b.figures)
	}
	s.finding(summaryCharts, gridRight, gridLast, w.FanFinding, w.FanChart, b.figures)
	s.draw(b.bridgeChart(box{gridFirst, summaryCharts + 1, gridHalf, summaryCharts + 12}))
	s.draw(b.fanChart(box{gridRight, summaryCharts + 1, gridLast, summaryCharts + 12}))
}

// decision is what the board is asked to decide, in sentences that follow the figures.
func (b *book) decision(s *sheet) int {
	w, row := b.words, summaryLower
	s.section(row, gridFirst, gridHalf, w.DecisionTitle)
	lines := []text{b.tell(w.DecisionAsk, b.figures), b.tell(w.DecisionExpect, b.figures), words(w.DecisionStop)}
	if b.plan.Board.Decide != "" {
		lines[2] = words(w.DecisionUntil.With("date", b.say.Day(b.plan.Board.Decide)) + " " + w.DecisionStop)
	}
	for i, line := range lines {
		top := row + 1 + 3*i
		for r := top; r < top+3; r++ {
			s.blank(gridFirst, gridHalf, r, look.OnCream)
			s.set(gridFirst, r, cell{style: s.style(look.OnCream | look.Edge | look.Number | look.Center)})
			s.height(r, 16)
		}
		s.text(gridFirst, top, look.OnCream|look.Edge|look.Number|look.Center, itoa(i+1))
		s.merge(gridFirst, top, gridFirst, top+2)
		s.say(gridFirst+1, top, look.OnCream|look.Wrap|look.Middle|look.Says, line)
		s.merge(gridFirst+1, top, gridHalf, top+2)
	}
	return row + 3*len(lines)
}

// tableColumn is a column of the summary's table: the cells of the grid that it covers, and
// the column of the budget that it shows.
type tableColumn struct {
	from, to int
	label    string
	column   int
	format   look.Style
}

func (b *book) tableColumns() []tableColumn {
	w := b.words
	return []tableColumn{
		{14, 17, w.Channel, cName, 0}, {18, 19, w.ThisYear, cAmount, look.Money}, {20, 20, w.Share, cShare, look.Percent}, {21, 22, w.Customers, cCustomers, look.Count},
		{23, 24, w.MoreMargin, cMargin, look.Money}, {25, 25, w.Return, cReturn, look.WholeChange},
	}
}

// tableRow writes a row of the summary's table.
func (b *book) tableRow(s *sheet, row int, style look.Style, value func(x tableColumn) any) {
	s.blank(gridRight, gridLast, row, style)
	for _, x := range b.tableColumns() {
		face := x.format | style
		switch v := value(x).(type) {
		case string:
			if x.column != cName {
				face |= look.Right
			}
			s.text(x.from, row, face, v)
		case num:
			s.num(x.from, row, face, v)
		}
		if x.to > x.from {
			s.merge(x.from, row, x.to, row)
		}
	}
	s.height(row, 16)
}

// summaryTable is the budget by channel in short: the largest, and the rest together.
func (b *book) summaryTable(s *sheet) int {
	w, row, budget := b.words, summaryLower, b.page("budget")
	s.section(row, gridRight, gridLast, b.period(w.TableTitle))
	row++
	b.tableRow(s, row, look.Head, func(x tableColumn) any { return x.label })
	shown, rest := b.largest()
	first := row + 1
	line := func(style look.Style, name string, value func(column int) any) {
		row++
		b.tableRow(s, row, style, func(x tableColumn) any {
			if x.column == cName {
				return name
			}
			return value(x.column)
		})
	}
	for _, i := range shown {
		line(look.Row, b.fittingName(i), func(column int) any { return b.budgetCell(budget, column, budgetFirst+i) })
	}
	if len(rest) > 0 {
		line(look.Row, w.OtherChannels.With("n", itoa(len(rest))), func(column int) any { return b.others(budget, column, rest) })
	}
	if row >= first {
		s.bars(s.stack(20, first, row), look.PaleTeal, "0.5")
	}
	line(look.Total, w.Total, func(column int) any { return b.budgetCell(budget, column, b.budgetTotal()) })
	return row
}

// budgetCell is a figure of the budget sheet.
func (b *book) budgetCell(budget *sheet, column, row int) num {
	n := budget.at(column, row)
	_, text := budget.cell(column, row).value.(string)
	n.none = text
	return n
}

// largest parts the channels into those that the summary shows, by what they are given, and
// the rest.
func (b *book) largest() (shown, rest []int) {
	for i := range b.plan.Channels {
		shown = append(shown, i)
	}
	slices.SortStableFunc(shown, func(x, y int) int {
		return cmp.Compare(b.plan.Channels[y].Amount, b.plan.Channels[x].Amount)
	})
	if len(shown) > summaryRows {
		shown, rest = shown[:summaryRows-1], shown[summaryRows-1:]
	}
	return shown, rest
}

// others is a figure of several channels together.
func (b *book) others(budget *sheet, column int, rest []int) any {
	sum := func(column int) num {
		n := budget.at(column, budgetFirst+rest[0])
		for _, i := range rest[1:] {
			n = n.plus(budget.at(column, budgetFirst+i))
		}
		return n
	}
	if column == cReturn {
		cost := num{}
		for k, i := range rest {
			if n := b.channels[i].spent; k == 0 {
				cost = n
			} else {
				cost = cost.plus(n)
			}
		}
		return gain(sum(cMargin), cost.times(b.work.cost))
	}
	return sum(column)
}

// fittingName is a channel's name, the short one where the whole one is too long for the table.
func (b *book) fittingName(i int) string {
	if len([]rune(b.names[i])) > 26 {
		return b.shortName(i)
	}
	return b.names[i]
}

// shortName is what a channel is called where there is little room.
func (b *book) shortName(i int) string {
	c := b.plan.Channels[i]
	if known, ok := templates.FindChannel(c.ID); ok && c.Name == "" {
		return known.Short.In(b.say.Tag)
	}
	name := []rune(b.names[i])
	if len(name) > 16 {
		return string(name[:15]) + "…"
	}
	return string(name)
}
