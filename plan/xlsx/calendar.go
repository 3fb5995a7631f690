package xlsx

import (
	"fmt"

	"arringa/model"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// firstMonthCol is the column of the plan's first month on every sheet with months.
const firstMonthCol = 3

// monthHeads writes the months above a block, and their numbers when asked for.
func (s *sheet) monthHeads(row, months int, label string) {
	s.text(1, row, "head", label)
	s.text(2, row, "head right", s.words.Total)
	for m := range months {
		s.number(firstMonthCol+m, row, "month head right", serial(s.plan.Start+model.Month(m)))
	}
}

// monthSheet sets up a sheet with a column a month.
func (s *sheet) monthSheet(heading, answer string, months int) {
	s.head(heading, answer, firstMonthCol+months-1)
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{FitToWidth: ptr((months + 11) / 12)}))
	s.width(1, 1, 34)
	s.width(2, 2, 13)
	s.width(firstMonthCol, firstMonthCol+months-1, 10)
	s.try(s.file.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: 4, TopLeftCell: "C5", ActivePane: "bottomRight"}))
	s.try(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(s.name) + "!$A:$B," + quoted(s.name) + "!$1:$4", Scope: s.name}))
}

// fillCalendar spreads each channel's year over its months, to the cent, by the largest
// remainder, as plan.MonthsOf does.
func (b *book) fillCalendar() {
	s, w, n := b.calendar, b.words, b.plan.Months
	s.monthSheet(w.SheetCalendar, w.CalendarAnswer, n)
	s.monthHeads(4, n, w.SpendByChannel)
	row := 5
	for i, c := range b.plan.Channels {
		k := &b.channels[i]
		k.spendRow = row
		s.text(1, row, "row", templates.ChannelName(c, b.say.Tag))
		spend := b.outlook.Channels[i].Months
		var total float64
		for m := range n {
			year, weight, left := b.splitCells(i)
			// What the year gives a month before the cents that remain are handed out, and one
			// more cent for the months whose remainder is among the largest.
			f := fmt.Sprintf("(INT(%[1]s*%[2]s/%[3]s)+IF(%[4]s<%[5]s,1,0))/100", year, weight(m%12), b.splitTotal(i), b.splitRank(i, m%12), left)
			s.formula(firstMonthCol+m, row, "cents row", f, euros(float64(spend[m].Spend)))
			total += float64(spend[m].Spend)
		}
		s.formula(2, row, "cents row", fmt.Sprintf("SUM(%s:%s)", ref(firstMonthCol, row), ref(firstMonthCol+n-1, row)), euros(total))
		row++
	}
	b.totals(s, row, 5, n, w.Total, "cents total", func(m int) float64 {
		var sum float64
		for _, c := range b.outlook.Channels {
			sum += euros(float64(c.Months[m].Spend))
		}
		return sum
	})
}

// totals adds up a block of channels below it, months and total.
func (b *book) totals(s *sheet, row, first, months int, label, style string, month func(m int) float64) {
	s.text(1, row, "total", label)
	var whole float64
	for m := range months {
		v := 0.0
		if len(b.plan.Channels) > 0 {
			v = month(m)
		}
		whole += v
		f := "0"
		if row > first {
			f = fmt.Sprintf("SUM(%s:%s)", ref(firstMonthCol+m, first), ref(firstMonthCol+m, row-1))
		}
		s.formula(firstMonthCol+m, row, style, f, v)
	}
	s.formula(2, row, style, fmt.Sprintf("SUM(%s:%s)", ref(firstMonthCol, row), ref(firstMonthCol+months-1, row)), whole)
}
