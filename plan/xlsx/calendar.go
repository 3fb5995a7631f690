package xlsx

import (
	"arringa/plan/xlsx/look"
	"fmt"
	"math"

	"arringa/model"
	"arringa/plan"

	"github.com/xuri/excelize/v2"
)

// Every sheet with months has the first of them in this column: before it the channel and the
// total.
const firstMonth = 3

// months writes the months above a block: a heading, the total, and each month's first day.
func (s *sheet) months(row, months int, label string) {
	s.text(1, row, look.Head, label)
	s.text(2, row, look.Head|look.Right, s.words.Total)
	for m := range months {
		s.value(firstMonth+m, row, look.Month|look.Head|look.Right, serial(s.plan.Start+model.Month(m)))
	}
	s.height(row, 17)
}

// monthColumns sets the widths of a sheet with months.
func (s *sheet) monthColumns(months int) {
	most := 0.0 // of the sums by month
	for m := range s.outlook.Paid {
		most = max(most, euros(s.outlook.Paid[m]), euros(s.outlook.Back[m]))
	}
	s.widths(1, 36, max(13, digits(euros(s.outlook.Total.Plan.Margin))))
	s.columns(firstMonth, firstMonth+months-1, max(9.5, digits(most)))
}

// The rows of the calendar.
const (
	calendarHeads = headRows + 1
	calendarFirst = calendarHeads + 1 // of the channels
)

func (b *book) calendarTotal() int { return calendarFirst + len(b.plan.Channels) }

// eventsRow is where the days to remember begin; below them are the chart and the weights.
func (b *book) eventsRow() int { return b.calendarTotal() + 6 }

func (b *book) calendarChartRow() int {
	if n := len(b.plan.Events); n > 0 {
		return b.eventsRow() + n + 2
	}
	return b.eventsRow()
}

func (b *book) weightsRow() int { return b.calendarChartRow() + 19 }

// placeWeights puts down the season and when each channel's year is spent: twelve weights
// each, from the plan's first month on. A channel that follows the season follows its cells.
func (b *book) placeWeights() {
	s, w, row := b.page("calendar"), b.words, b.weightsRow()
	s.monthColumns(b.plan.Months)
	s.section(row, 1, firstMonth+11, w.Weights)
	row++
	s.months(row, 12, w.WeightsOf)
	s.text(2, row, look.Head|look.Right, "")
	row++
	s.text(1, row, look.Row, w.Season)
	s.blank(2, 2, row, look.Row)
	s.input(firstMonth, row, look.Whole|look.Row, "season")
	for m := range 12 {
		b.company.season[m] = s.at(firstMonth+m, row)
	}
	b.seasonLine = s.line(firstMonth, firstMonth+11, row)
	for i, c := range b.plan.Channels {
		row++
		k := &b.channels[i]
		s.text(1, row, look.Row, b.names[i])
		s.text(2, row, look.Row|look.Dim|look.Right, map[model.CalendarKind]string{model.Even: w.Even, model.BySeason: w.BySeason, model.Typed: w.TypedMonths}[c.Calendar.Kind])
		k.weightLine = s.line(firstMonth, firstMonth+11, row)
		if c.Calendar.Kind != model.BySeason {
			s.input(firstMonth, row, look.Whole|look.Row, of(i, "weights"))
		}
		for m := range 12 {
			if c.Calendar.Kind == model.BySeason {
				s.num(firstMonth+m, row, look.Whole|look.Row, b.company.season[m])
			}
			k.weights[m] = s.at(firstMonth+m, row)
		}
	}
	s.text(1, row+1, look.Note, w.WeightsNote)
}

// fillCalendar spreads each channel's year over its months, to the cent: twelve months as the
// workings split them, every year alike, and nothing where the scenario spends nothing.
func (b *book) fillCalendar() {
	s, w, n := b.page("calendar"), b.words, b.plan.Months
	s.months(calendarHeads, n, w.SpendByChannel)
	spent := make([][]num, n)
	for i := range b.plan.Channels {
		row, k := calendarFirst+i, &b.channels[i]
		s.text(1, row, look.Row, b.names[i])
		k.spend = make([]num, n)
		for m := range n {
			x := euros(b.outlook.Channels[i].Months[m].Spend)
			k.spend[m] = s.num(firstMonth+m, row, look.Money|look.Row, calc(x, "%s/100*%s", k.cents[m%12], b.work.live))
			spent[m] = append(spent[m], k.spend[m])
		}
		k.spent = s.num(2, row, look.Money|look.Row|look.Bold, total(s.line(firstMonth, firstMonth+n-1, row), k.spend...))
	}
	row := b.calendarTotal()
	s.text(1, row, look.Total, w.Total)
	b.work.spend = make([]num, n)
	for m := range n {
		b.work.spend[m] = s.num(firstMonth+m, row, look.Money|look.Total, total(s.stack(firstMonth+m, calendarFirst, row-1), spent[m]...))
	}
	b.total.spent = s.num(2, row, look.Money|look.Total, total(s.line(firstMonth, firstMonth+n-1, row), b.work.spend...))
}

// fillCalendarPage adds the cash, the days to remember and the chart.
func (b *book) fillCalendarPage(s *sheet) {
	w, n := b.words, b.plan.Months
	s.head(firstMonth+n-1, b.figures)
	s.freeze(2, calendarHeads)
	s.titles(calendarHeads, calendarHeads, 2)
	s.monthly(b.weightsRow()+len(b.plan.Channels)+3, 17, b.eventsRow(), b.calendarChartRow(), b.weightsRow())
	if last := b.calendarTotal() - 1; last >= calendarFirst {
		s.heat(s.block(firstMonth, calendarFirst, firstMonth+n-1, last))
	}
	row := b.calendarTotal() + 1
	for _, x := range []struct {
		label string
		line  []num
	}{{w.Paid, b.work.paid}, {w.Back, b.work.back}, {w.Out, b.work.out}} {
		s.text(1, row, look.Row|look.Dim, x.label)
		s.blank(2, 2, row, look.Row)
		for m := range n {
			s.num(firstMonth+m, row, look.Money|look.Row|look.Dim, x.line[m])
		}
		row++
	}
	at := firstMonth + n - 1
	s.when(s.line(firstMonth, at, row-1), fmt.Sprintf("%s>0", ref(firstMonth, row-1)), &excelize.Style{Font: &excelize.Font{Color: string(look.Red)}})
	b.fillEvents(s, b.eventsRow())
	b.calendarChart(s, b.calendarChartRow())
}

// fillEvents lists the days to remember.
func (b *book) fillEvents(s *sheet, row int) {
	if len(b.plan.Events) == 0 {
		return
	}
	w := b.words
	s.section(row, 1, firstMonth+11, w.Events)
	for _, e := range b.plan.Events {
		row++
		channel := ""
		if i := b.plan.Channel(e.Channel); i >= 0 {
			channel = b.names[i]
		}
		s.blank(1, firstMonth+11, row, look.Row)
		s.text(1, row, look.Row, clean(e.What))
		s.value(2, row, look.Month|look.Row, serial(e.Month))
		s.text(firstMonth, row, look.Row|look.Dim|look.Indent, b.say.Calendar.Kinds[string(e.Kind)])
		s.text(firstMonth+3, row, look.Row, channel)
		if e.Cost > 0 {
			s.value(firstMonth+10, row, look.Money|look.Row, euros(e.Cost))
		}
	}
}

// calendarChart shows the spend of each month, the largest channels apart, and what is out.
func (b *book) calendarChart(s *sheet, row int) {
	n, c := b.plan.Months, len(b.plan.Channels)
	if c == 0 {
		return
	}
	s.finding(row, firstMonth, firstMonth+11, b.words.CalendarFinding, b.words.CalendarChart, b.figures)
	heads := s.line(firstMonth, firstMonth+n-1, calendarHeads)
	spend := plot{kind: columns, gap: 40, series: []series{{name: s.stack(1, b.calendarTotal(), b.calendarTotal()), cats: heads, vals: s.line(firstMonth, firstMonth+n-1, b.calendarTotal()), color: look.Teal}}}
	cash := plot{kind: lines, second: true, series: []series{{name: s.stack(1, b.calendarTotal()+3, b.calendarTotal()+3), cats: heads, vals: s.line(firstMonth, firstMonth+n-1, b.calendarTotal()+3), color: look.Gold, width: 2.25}}}
	s.draw(&chart{at: box{firstMonth, row + 1, firstMonth + 11, row + 16}, alt: b.words.CalendarChartAlt, plots: []plot{spend, cash}, legend: true, months: true, every: (n + 11) / 12})
}

// beyond is how many months the workings look at.
func (b *book) beyond() int { return b.plan.Months + plan.Beyond }

// digits is the width of a column, in characters, for sums in euro as large as x.
func digits(x float64) float64 {
	n := len(itoa(int(math.Abs(x))))
	return float64(n+(n-1)/3) + 3.5
}
