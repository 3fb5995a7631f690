package xlsx

// The summary: the page on which the board decides.

import (
	"fmt"
	"strings"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
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
	note := b.Tell(b.words.SummaryNote, b.figures).And(formula.Words(" "))
	s.Say(gridFirst, last+2, look.Note|look.Wrap, note.And(b.exported))
	s.Merge(gridFirst, last+2, gridLast, last+2)
	s.Height(last+2, 24)
	s.Page.Printed(gridLast+1, last+2)
}

// summaryBand is the heading: title, company, scenario.
func summaryBand(b *account, s *part.Sheet) {
	for row, height := range []float64{5, 34, 20, 3, 9} {
		s.Height(row+1, height)
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
	for _, text := range []string{b.plan.Company.Name, b.plan.Company.Town, b.plan.Board.Author} {
		if text != "" {
			under = append(under, text)
		}
	}
	s.Text(from, 3, look.OnNavy|look.Indent, strings.Join(under, " · "))
	s.Merge(from, 3, 19, 3)
	label, chosen := b.words.ScenarioLabel+": ", b.page(leversTab).Mark(lTyped, leverTop)
	s.Say(20, 2, look.OnNavy|look.Right, formula.Text{
		F: formula.Quote(label) + "&" + chosen + `&"  "`, S: label + b.scenarioNames()[b.inForce] + "  ", Live: true,
	})
	s.Merge(20, 2, gridLast, 2)
	if b.plan.Board.Date != "" {
		s.Text(20, 3, look.OnNavy|look.Right, b.say.Day(b.plan.Board.Date)+"  ")
	}
	s.Merge(20, 3, gridLast, 3)
}

// card is a figure with its label above, and what goes with it and a small chart below.
type card struct {
	label  string
	format look.Style
	n      formula.Num
	said   formula.Text // in the place of a number
	below  formula.Text
	none   string // said in the place of a figure that there is not; empty: nothing
	kind   part.Kind
	line   part.Span // what the small chart shows
	color  look.Color
}

// cardsOf are the five figures that an owner asks for first.
func cardsOf(b *account) []card {
	w, t, cash := b.words, b.total, b.workBlock(cashBlock)
	months := func(p *part.Sheet, row int) part.Span {
		return p.Line(firstMonth, firstMonth+b.plan.Months-1, row)
	}
	shown := func(row int) part.Span {
		return b.page(workingsTab).Line(firstMonth, firstMonth+b.shown()-1, row)
	}
	ask := b.Tell(w.CardAskBelow, b.figures)
	if b.plan.Company.VAT.Cost() != 1 {
		ask = b.Tell(w.CardAskVAT, b.figures)
	}
	sure, step := b.Tell(w.CardSureBelow, b.figures), b.sumStep()
	cashed, margin := b.roughly(t.cashed, step), b.roughly(t.margin, step)
	return []card{
		{label: w.CardAsk, format: look.Money, n: b.budget, below: ask,
			line: months(b.page(calendarTab), b.calendarTotal()), color: look.Gold},
		{label: w.CardByEnd, format: cashed.style, n: cashed.n,
			below: b.Tell(w.CardByEndBelow, b.board),
			kind:  part.Lines, line: months(b.page(workingsTab), cash+3), color: look.Teal},
		{label: w.CardMargin, format: margin.style, n: margin.n,
			below: b.Tell(w.CardMarginBelow, b.board),
			line:  months(b.page(resultsTab), b.resultsBlock(marginRows)+1+len(b.channels)), color: look.Teal},
		{label: w.CardPayback, format: look.Month, n: b.cash.payback, below: b.Tell(w.CardPaybackBelow, b.board),
			none: w.NeverPaysBack, kind: part.Lines, line: shown(cash + 4), color: look.Gold},
		{label: w.CardSureByEnd, said: b.fan.paysByEnd, below: sure,
			kind: part.Lines, line: shown(b.fan.row + 4), color: look.Teal},
	}
}

// summaryCardRow sets the cards side by side.
func summaryCardRow(b *account, s *part.Sheet) {
	for r, height := range []float64{18, 29, 16, 26, 9} {
		s.Height(summaryCards+r, height)
	}
	for i, c := range cardsOf(b) {
		summaryCard(b, s, gridFirst+5*i, c)
	}
}

// summaryCard writes a card from a column on.
func summaryCard(b *account, s *part.Sheet, from int, c card) {
	s.Blank(from, from+3, summaryCards, look.OnCard|look.Top|look.Label)
	s.Blank(from, from+3, summaryCards+1, look.OnCard|look.Figure)
	s.Blank(from, from+3, summaryCards+2, look.OnCard|look.Small)
	s.Blank(from, from+3, summaryCards+3, look.OnCard)
	s.Text(from, summaryCards, look.OnCard|look.Top|look.Label|look.Indent, c.label)
	figure := look.OnCard | look.Figure | look.Left | look.Indent
	if c.said.S != "" {
		s.Say(from, summaryCards+1, figure, c.said)
	} else {
		s.Num(from, summaryCards+1, c.format|figure, c.n)
	}
	if c.n.None && c.none != "" {
		s.Say(from, summaryCards+1, figure, formula.Text{
			F: fmt.Sprintf(`IF(%s="",%s,%[1]s)`, c.n, formula.Quote(c.none)), S: c.none, Live: true,
		})
	}
	s.Say(from, summaryCards+2, look.OnCard|look.Small|look.Indent, c.below)
	for r := range 3 {
		s.Merge(from, summaryCards+r, from+3, summaryCards+r)
	}
	if len(b.channels) == 0 {
		return
	}
	small := part.Plot{Kind: c.kind, Gap: 35, Series: []part.Series{{Vals: c.line, Color: c.color, Width: 1.75}}}
	s.Draw(&part.Chart{
		At:  part.Over(from, summaryCards+3, from+3, summaryCards+3),
		Alt: c.label, Plain: true, Plots: []part.Plot{small},
	})
}

// drawSummaryCharts shows where the margin comes from, and what is paid and comes back over time.
func drawSummaryCharts(b *account, s *part.Sheet) {
	w := b.words
	for r := 1; r <= 12; r++ {
		s.Height(summaryCharts+r, 14)
	}
	s.Height(summaryCharts+13, 8)
	if len(b.channels) == 0 {
		return
	}
	bars := placeBridge(b.results, b.page(workingsTab))
	if b.total.lastYear.X > 0 {
		again := b.total.lastYear.Times(formula.Lit(b.plan.Years())).Times(b.worth.cost)
		gained := roundedTo(bars.sum, templates.StepOf(bars.sum.X))
		known := b.figures.With("bridge_total", b.Gained(gained)).
			With("bridge_spend", b.Gained(b.total.cost.Minus(again)))
		b.finding(s, summaryCharts, gridFirst, gridHalf, w.BridgeFromLastYear, "", known)
	} else {
		b.finding(s, summaryCharts, gridFirst, gridHalf, w.BridgeFromNothing, "", b.board)
	}
	b.finding(s, summaryCharts, gridRight, gridLast, w.FanFinding, w.FanChart, b.figures)
	s.Draw(bridgeChart(b.results, bars, part.Over(gridFirst, summaryCharts+1, gridHalf, summaryCharts+12)))
	s.Draw(fanChart(b, part.Over(gridRight, summaryCharts+1, gridLast, summaryCharts+12)))
}

// summaryDecision is what the board is asked to decide, in sentences that follow the figures. It
// returns the last row.
func summaryDecision(b *account, s *part.Sheet) int {
	w, row := b.words, summaryLower
	s.Section(row, gridFirst, gridHalf, w.DecisionTitle)
	stop := b.Tell(w.DecisionStop, b.figures)
	if b.plan.Board.Decide != "" {
		stop = formula.Words(w.DecisionUntil.With("date", b.say.Day(b.plan.Board.Decide)) + " ").And(stop)
	}
	expect := b.Tell(b.inTrade(w.DecisionExpect), b.board)
	if role := b.Tell(w.DecisionRole, b.board); role.S != "" {
		expect = expect.And(formula.Words(" ")).And(role)
	}
	top := row + 1
	for i, line := range []formula.Text{b.Tell(w.DecisionAsk, b.figures), expect, stop} {
		if line.S == "" && !line.Live {
			continue
		}
		high := [3]int{3, 5, 2}[i]
		for r := top; r < top+high; r++ {
			s.Blank(gridFirst, gridHalf, r, look.OnCream)
			s.Set(gridFirst, r, look.OnCream|look.Edge|look.Number|look.Center, part.Cell{})
			s.Height(r, 16)
		}
		s.Text(gridFirst, top, look.OnCream|look.Edge|look.Number|look.Center, itoa(i+1))
		s.Merge(gridFirst, top, gridFirst, top+high-1)
		s.Say(gridFirst+1, top, look.OnCream|look.Wrap|look.Middle|look.Says, line)
		s.Merge(gridFirst+1, top, gridHalf, top+high-1)
		top += high
	}
	return top - 1
}
