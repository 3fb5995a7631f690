package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
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
func fillSummary(b *account, s *part.Sheet) {
	s.Page.Look(gridLast + 1)
	s.Columns(gridFirst, gridLast, 6.9)
	for _, narrow := range []int{6, 11, 16, 21} {
		s.Widths(narrow, 2.57)
	}
	s.Widths(1, 1.3)
	s.Widths(gridLast+1, 1.3)
	s.Page.OnePage()
	summaryBand(b, s)
	summaryCardRow(b, s)
	drawSummaryCharts(b, s)
	last := max(summaryDecision(b, s), summaryTable(b, s))
	s.Height(last+1, 6)
	s.Blank(gridFirst, gridLast, last+2, look.Note|look.Wrap)
	note := formula.Text{F: formula.Quotation(b.words.SummaryNote+" ") + "&" + b.exported.F, S: b.words.SummaryNote + " " + b.exported.S, Live: true}
	s.Say(gridFirst, last+2, look.Note|look.Wrap, note)
	s.Merge(gridFirst, last+2, gridLast, last+2)
	s.Height(last+2, 24)
	s.Page.Printed(gridLast+1, last+2)
}

// summaryBand is the heading: title, company, scenario.
func summaryBand(b *account, s *part.Sheet) {
	for row, height := range map[int]float64{1: 5, 2: 34, 3: 20, 4: 3, 5: 9} {
		s.Height(row, height)
	}
	s.Blank(gridFirst, gridLast, 2, look.Title)
	s.Blank(gridFirst, gridLast, 3, look.OnNavy)
	s.Blank(gridFirst, gridLast, 4, look.GoldLine)
	from := gridFirst
	if logo := logoOf(b.plan); logo != nil {
		s.Show(logo)
		from += logoCols
	}
	s.Text(from, 2, look.Title|look.Indent, Title(b.plan, b.say))
	s.Merge(from, 2, 19, 2)
	under := []string{}
	for _, part := range []string{b.plan.Company.Name, b.plan.Company.Town, b.plan.Board.Author} {
		if part != "" {
			under = append(under, part)
		}
	}
	s.Text(from, 3, look.OnNavy|look.Indent, strings.Join(under, " · "))
	s.Merge(from, 3, 19, 3)
	chosen := b.page(leversTab).Mark(lTyped, leverTop)
	name := b.scenarioNames()[b.inForce]
	s.Say(20, 2, look.OnNavy|look.Right, formula.Text{F: formula.Quote(b.words.ScenarioLabel+": ") + "&" + chosen + `&"  "`, S: b.words.ScenarioLabel + ": " + name + "  ", Live: true})
	s.Merge(20, 2, gridLast, 2)
	if b.plan.Board.Date != "" {
		s.Text(20, 3, look.OnNavy|look.Right, b.say.Day(b.plan.Board.Date)+"  ")
	}
	s.Merge(20, 3, gridLast, 3)
}

// summaryCardRow are the five figures that an owner asks for first, each with its small chart.
func summaryCardRow(b *account, s *part.Sheet) {
	w, t := b.words, b.total
	work, calendar := b.page(workingsTab), b.page(calendarTab)
	months := func(p *part.Sheet, row int) part.Span { return p.Line(firstMonth, firstMonth+b.plan.Months-1, row) }
	cash := b.workBlock(5)
	ask := b.Tell(w.CardAskBelow, b.figures)
	if ask.S == "" {
		ask = b.Tell(w.CardAskShare, b.figures)
	}
	s.Height(summaryCards, 18)
	s.Height(summaryCards+1, 29)
	s.Height(summaryCards+2, 16)
	s.Height(summaryCards+3, 26)
	s.Height(summaryCards+4, 9)
	summaryCard(b, s, 0, w.CardAsk, look.Money, b.budget, ask, part.Plot{Kind: part.Columns, Gap: 35, Series: []part.Series{{Vals: months(calendar, b.calendarTotal()), Color: look.Gold}}})
	summaryCard(b, s, 1, w.CardMargin, look.Money, t.margin, b.Tell(w.CardMarginBelow, b.figures), part.Plot{Kind: part.Columns, Gap: 35, Series: []part.Series{{Vals: months(b.page(resultsTab), b.resultsBlock(4)+1+len(b.plan.Channels)), Color: look.Teal}}})
	summaryCard(b, s, 2, w.CardCAC, look.Money, t.cac, b.Tell(w.CardCACBelow, b.figures), part.Plot{Kind: part.Columns, Gap: 35, Series: []part.Series{{Vals: b.page(budgetTab).Stack(cCAC, budgetFirst, max(budgetFirst, b.budgetTotal()-1)), Color: look.Teal}}})
	summaryCard(b, s, 3, w.CardPayback, look.Month, b.cash.payback, b.Tell(w.CardPaybackBelow, b.figures), part.Plot{Kind: part.Lines, Series: []part.Series{{Vals: work.Line(firstMonth, firstMonth+b.shown()-1, cash+4), Color: look.Gold, Width: 1.75}}})
	summaryCard(b, s, 4, w.CardSure, look.Percent, b.fan.pays, b.Tell(w.CardSureBelow, b.figures), part.Plot{Kind: part.Lines, Series: []part.Series{{Vals: work.Line(firstMonth, firstMonth+b.shown()-1, b.fan.row+4), Color: look.Teal, Width: 1.75}}})
}

// summaryCard is a figure with its label above and what goes with it below.
func summaryCard(b *account, s *part.Sheet, i int, label string, format look.Style, n formula.Num, below formula.Text, small part.Plot) {
	from := gridFirst + 5*i
	s.Blank(from, from+3, summaryCards, look.OnCard|look.Top|look.Label)
	s.Blank(from, from+3, summaryCards+1, look.OnCard|look.Figure)
	s.Blank(from, from+3, summaryCards+2, look.OnCard|look.Small)
	s.Blank(from, from+3, summaryCards+3, look.OnCard)
	s.Text(from, summaryCards, look.OnCard|look.Top|look.Label|look.Indent, label)
	s.Num(from, summaryCards+1, format|look.OnCard|look.Figure|look.Left|look.Indent, n)
	if n.None && i == 3 {
		s.Say(from, summaryCards+1, look.OnCard|look.Figure|look.Left|look.Indent, formula.Text{F: fmt.Sprintf(`IF(%s="",%s,%[1]s)`, n, formula.Quote(b.words.NeverPaysBack)), S: b.words.NeverPaysBack, Live: true})
	}
	s.Say(from, summaryCards+2, look.OnCard|look.Small|look.Indent, below)
	for r := range 3 {
		s.Merge(from, summaryCards+r, from+3, summaryCards+r)
	}
	if len(b.plan.Channels) > 0 {
		s.Draw(&part.Chart{At: part.Over(from, summaryCards+3, from+3, summaryCards+3), Alt: label, Plain: true, Plots: []part.Plot{small}})
	}
}

// drawSummaryCharts shows where the margin comes from, and what is paid and comes back over time.
func drawSummaryCharts(b *account, s *part.Sheet) {
	w := b.words
	for r := 1; r <= 12; r++ {
		s.Height(summaryCharts+r, 14)
	}
	s.Height(summaryCharts+13, 8)
	if len(b.plan.Channels) == 0 {
		return
	}
	bars := placeBridge(b.results, b.page(workingsTab))
	if b.total.lastYear.X > 0 {
		known := b.figures.With("bridge_total", b.Gained(bars.sum))
		b.finding(s, summaryCharts, gridFirst, gridHalf, w.BridgeFromLastYear, "", known)
	} else {
		b.finding(s, summaryCharts, gridFirst, gridHalf, w.BridgeFromNothing, "", b.figures)
	}
	b.finding(s, summaryCharts, gridRight, gridLast, w.FanFinding, w.FanChart, b.figures)
	s.Draw(bridgeChart(b.results, bars, part.Over(gridFirst, summaryCharts+1, gridHalf, summaryCharts+12)))
	s.Draw(fanChart(b, part.Over(gridRight, summaryCharts+1, gridLast, summaryCharts+12)))
}

// summaryDecision is what the board is asked to decide, in sentences that follow the figures.
func summaryDecision(b *account, s *part.Sheet) int {
	w, row := b.words, summaryLower
	s.Section(row, gridFirst, gridHalf, w.DecisionTitle)
	lines := []formula.Text{b.Tell(w.DecisionAsk, b.figures), b.Tell(w.DecisionExpect, b.figures), formula.Words(w.DecisionStop)}
	if b.plan.Board.Decide != "" {
		lines[2] = formula.Words(w.DecisionUntil.With("date", b.say.Day(b.plan.Board.Decide)) + " " + w.DecisionStop)
	}
	for i, line := range lines {
		top := row + 1 + 3*i
		for r := top; r < top+3; r++ {
			s.Blank(gridFirst, gridHalf, r, look.OnCream)
			s.Set(gridFirst, r, look.OnCream|look.Edge|look.Number|look.Center, part.Cell{})
			s.Height(r, 16)
		}
		s.Text(gridFirst, top, look.OnCream|look.Edge|look.Number|look.Center, itoa(i+1))
		s.Merge(gridFirst, top, gridFirst, top+2)
		s.Say(gridFirst+1, top, look.OnCream|look.Wrap|look.Middle|look.Says, line)
		s.Merge(gridFirst+1, top, gridHalf, top+2)
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

func tableColumns(b *account) []tableColumn {
	w := b.words
	return []tableColumn{
		{14, 17, w.Channel, cName, 0}, {18, 19, w.ThisYear, cAmount, look.Money}, {20, 20, w.Share, cShare, look.Percent}, {21, 22, w.Customers, cCustomers, look.Count},
		{23, 24, w.MoreMargin, cMargin, look.Money}, {25, 25, w.Return, cReturn, look.WholeChange},
	}
}

// tableRow writes a row of the summary's table.
func tableRow(b *account, s *part.Sheet, row int, style look.Style, value func(x tableColumn) any) {
	s.Blank(gridRight, gridLast, row, style)
	for _, x := range tableColumns(b) {
		face := x.format | style
		switch v := value(x).(type) {
		case string:
			if x.column != cName {
				face |= look.Right
			}
			s.Text(x.from, row, face, v)
		case formula.Num:
			s.Num(x.from, row, face, v)
		}
		if x.to > x.from {
			s.Merge(x.from, row, x.to, row)
		}
	}
	s.Height(row, 16)
}

// summaryTable is the budget by channel in short: the largest, and the rest together.
func summaryTable(b *account, s *part.Sheet) int {
	w, row, budget := b.words, summaryLower, b.page(budgetTab)
	s.Section(row, gridRight, gridLast, b.Period(w.TableTitle))
	row++
	tableRow(b, s, row, look.Head, func(x tableColumn) any { return x.label })
	shown, rest := largestChannels(b)
	first := row + 1
	line := func(style look.Style, name string, value func(column int) any) {
		row++
		tableRow(b, s, row, style, func(x tableColumn) any {
			if x.column == cName {
				return name
			}
			return value(x.column)
		})
	}
	for _, i := range shown {
		line(look.Row, b.fittingName(i), func(column int) any { return budgetCell(b, budget, column, budgetFirst+i) })
	}
	if len(rest) > 0 {
		line(look.Row, w.OtherChannels.With("n", itoa(len(rest))), func(column int) any { return otherChannels(b, budget, column, rest) })
	}
	if row >= first {
		s.Rules.Bars(s.Stack(20, first, row), look.PaleTeal, "0.5")
	}
	line(look.Total, w.Total, func(column int) any { return budgetCell(b, budget, column, b.budgetTotal()) })
	return row
}

// budgetCell is a figure of the budget sheet.
func budgetCell(b *account, budget *part.Sheet, column, row int) formula.Num {
	n := budget.At(column, row)
	_, text := budget.Cell(column, row).Value.(string)
	n.None = text
	return n
}

// largestChannels parts the channels into those that the summary shows, by what they are given, and
// the rest.
func largestChannels(b *account) (shown, rest []int) {
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

// otherChannels is a figure of several channels together.
func otherChannels(b *account, budget *part.Sheet, column int, rest []int) any {
	sum := func(column int) formula.Num {
		n := budget.At(column, budgetFirst+rest[0])
		for _, i := range rest[1:] {
			n = n.Plus(budget.At(column, budgetFirst+i))
		}
		return n
	}
	if column == cReturn {
		cost := formula.Num{}
		for k, i := range rest {
			if n := b.channels[i].more.spent; k == 0 {
				cost = n
			} else {
				cost = cost.Plus(n)
			}
		}
		return formula.Gain(sum(cMargin), cost.Times(b.worth.cost))
	}
	return sum(column)
}
