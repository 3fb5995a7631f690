package xlsx

// The sheet of the calendar: what is spent when.

import (
	"fmt"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// The rows of the calendar.
const (
	calendarHeads = headRows + 1
	calendarFirst = calendarHeads + 1 // of the channels
)

func (b *subject) calendarTotal() int { return calendarFirst + len(b.plan.Channels) }

// eventsRow is where the days to remember begin; below them are the chart and the weights.
func (b *subject) eventsRow() int { return b.calendarTotal() + 6 }

func (b *subject) calendarChartRow() int {
	if n := len(b.plan.Events); n > 0 {
		return b.eventsRow() + n + 2
	}
	return b.eventsRow()
}

func (b *subject) weightsRow() int { return b.calendarChartRow() + 19 }

// seasonCells are the weights of the season, by month of the plan.
type seasonCells struct {
	months [12]formula.Num
	line   part.Span
}

// weightCells are when a channel's year is spent, by month of the plan.
type weightCells struct {
	weights    [12]formula.Num
	weightLine part.Span
}

// placeWeights puts down the season and when each channel's year is spent: twelve weights
// each, from the plan's first month on. A channel that follows the season follows its cells.
func placeWeights(b *frame) (season seasonCells, channels []weightCells) {
	s, w, row := b.page(calendarTab), b.words, b.weightsRow()
	b.monthColumns(s, b.plan.Months)
	s.Section(row, 1, firstMonth+11, w.Weights)
	row++
	b.months(s, row, 12, w.WeightsOf)
	s.Text(2, row, look.Head|look.Right, "")
	row++
	s.Text(1, row, look.Row, w.Season)
	s.Blank(2, 2, row, look.Row)
	b.input(s, firstMonth, row, look.Whole|look.Row, "season")
	for m := range 12 {
		season.months[m] = s.At(firstMonth+m, row)
	}
	season.line = s.Line(firstMonth, firstMonth+11, row)
	kinds := map[model.CalendarKind]string{
		model.Even: w.Even, model.BySeason: w.BySeason, model.Typed: w.TypedMonths,
	}
	for i, c := range b.plan.Channels {
		row++
		s.Text(1, row, look.Row, b.names[i])
		s.Text(2, row, look.Row|look.Dim|look.Right, kinds[c.Calendar.Kind])
		k := weightCells{weightLine: s.Line(firstMonth, firstMonth+11, row)}
		if c.Calendar.Kind != model.BySeason {
			b.input(s, firstMonth, row, look.Whole|look.Row, of(i, "weights"))
		}
		for m := range 12 {
			if c.Calendar.Kind == model.BySeason {
				s.Num(firstMonth+m, row, look.Whole|look.Row, season.months[m])
			}
			k.weights[m] = s.At(firstMonth+m, row)
		}
		channels = append(channels, k)
	}
	s.Text(1, row+1, look.Note, w.WeightsNote)
	return season, channels
}

// spentCells are what is spent: by channel and month, by channel, by month, and in all.
type spentCells struct {
	byMonth  [][]formula.Num
	channels []formula.Num
	months   []formula.Num
	total    formula.Num
}

// placeCalendar spreads each channel's year over its months, to the cent: twelve months as the
// workings split them, every year alike, and nothing where the scenario spends nothing.
func placeCalendar(b *workings) (k spentCells) {
	s, w, n := b.page(calendarTab), b.words, b.plan.Months
	b.months(s, calendarHeads, n, w.SpendByChannel)
	inMonth := make([][]formula.Num, n)
	for i := range b.channels {
		row, line := calendarFirst+i, make([]formula.Num, n)
		s.Text(1, row, look.Row, b.names[i])
		for m := range n {
			x := euros(b.outlook.Channels[i].Months[m].Spend)
			spend := formula.Calc(x, "%s/100*%s", b.channels[i].cents[m%12], b.worth.live)
			line[m] = s.Num(firstMonth+m, row, look.Money|look.Row, spend)
			inMonth[m] = append(inMonth[m], line[m])
		}
		sum := formula.Total(s.Line(firstMonth, firstMonth+n-1, row), line...)
		k.byMonth = append(k.byMonth, line)
		k.channels = append(k.channels, s.Num(2, row, look.Money|look.Row|look.Bold, sum))
	}
	row := b.calendarTotal()
	s.Text(1, row, look.Total, w.Total)
	for m := range n {
		sum := formula.Total(s.Stack(firstMonth+m, calendarFirst, row-1), inMonth[m]...)
		k.months = append(k.months, s.Num(firstMonth+m, row, look.Money|look.Total, sum))
	}
	sum := formula.Total(s.Line(firstMonth, firstMonth+n-1, row), k.months...)
	k.total = s.Num(2, row, look.Money|look.Total, sum)
	return k
}

// fillCalendar adds the cash, the days to remember and the chart.
func fillCalendar(b *account, s *part.Sheet) {
	w, n := b.words, b.plan.Months
	b.head(calendarTab, firstMonth+n-1)
	s.Page.Freeze(2, calendarHeads)
	s.Page.Titles(calendarHeads, calendarHeads, 2)
	b.monthly(s, b.weightsRow()+len(b.plan.Channels)+3, 17, b.eventsRow(), b.calendarChartRow(), b.weightsRow())
	if last := b.calendarTotal() - 1; last >= calendarFirst {
		s.Rules.Heat(s.Block(firstMonth, calendarFirst, firstMonth+n-1, last))
	}
	row := b.calendarTotal() + 1
	for _, x := range []struct {
		label string
		line  []formula.Num
	}{{w.Paid, b.cash.paid}, {w.Back, b.cash.back}, {w.Out, b.cash.out}} {
		s.Text(1, row, look.Row|look.Dim, x.label)
		s.Blank(2, 2, row, look.Row)
		for m := range n {
			s.Num(firstMonth+m, row, look.Money|look.Row|look.Dim, x.line[m])
		}
		row++
	}
	at := firstMonth + n - 1
	s.Rules.When(s.Line(firstMonth, at, row-1), fmt.Sprintf("%s>0", part.Ref(firstMonth, row-1)), look.RedLetters())
	fillEvents(b, s, b.eventsRow())
	calendarChart(b, s, b.calendarChartRow())
}

// fillEvents lists the days to remember.
func fillEvents(b *account, s *part.Sheet, row int) {
	if len(b.plan.Events) == 0 {
		return
	}
	w := b.words
	s.Section(row, 1, firstMonth+11, w.Events)
	for _, e := range b.plan.Events {
		row++
		channel := ""
		if i := b.plan.Channel(e.Channel); i >= 0 {
			channel = b.names[i]
		}
		s.Blank(1, firstMonth+11, row, look.Row)
		s.Text(1, row, look.Row, part.Clean(e.What))
		s.Value(2, row, look.Month|look.Row, serial(e.Month))
		s.Text(firstMonth, row, look.Row|look.Dim|look.Indent, b.say.Calendar.Kinds[string(e.Kind)])
		s.Text(firstMonth+3, row, look.Row, channel)
		if e.Cost > 0 {
			s.Value(firstMonth+10, row, look.Money|look.Row, euros(e.Cost))
		}
	}
}

// calendarChart shows the spend of each month, the largest channels apart, and what is out.
func calendarChart(b *account, s *part.Sheet, row int) {
	if len(b.channels) == 0 {
		return
	}
	n := b.plan.Months
	b.finding(s, row, firstMonth, firstMonth+11, b.words.CalendarFinding, b.words.CalendarChart, b.figures)
	line := func(at int, color look.Color, width float64) []part.Series {
		months := func(row int) part.Span { return s.Line(firstMonth, firstMonth+n-1, row) }
		return []part.Series{{
			Name: s.Stack(1, at, at), Cats: months(calendarHeads), Vals: months(at), Color: color, Width: width,
		}}
	}
	total := b.calendarTotal()
	s.Draw(&part.Chart{
		At: part.Over(firstMonth, row+1, firstMonth+11, row+16), Alt: b.words.CalendarChartAlt,
		Legend: true, Months: true, Every: (n + 11) / 12,
		Plots: []part.Plot{
			{Kind: part.Columns, Gap: 40, Series: line(total, look.Teal, 0)},
			{Kind: part.Lines, Second: true, Series: line(total+3, look.Gold, 2.25)},
		},
	})
}
