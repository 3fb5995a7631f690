package xlsx

import (
	"arringa/plan/xlsx/look"
	"fmt"

	"arringa/model"

	"github.com/xuri/excelize/v2"
)

// The columns of the levers.
const (
	lName = iota + 1
	lTyped
	lSlider
	lPercent
	lAmount
	lShare
	lLast
	lLeast
	lMost
	lThreshold
	lNext
	lNote
	leverCols = lNote
)

// The rows of the levers: the choices and the results on top, the channels below.
const (
	leverTop   = headRows + 1
	leverHeads = leverTop + 6
	leverFirst = leverHeads + 1 // of the channels
)

// placeLevers puts down what the board may move: the scenario, the total, and each channel's
// amount, as a figure and as a slider that multiplies it.
func (b *book) placeLevers() {
	s, w := b.page("levers"), b.words
	s.widths(lName, 30, 11.5, 21, 8, 12, 11, 11, 10.5, 10.5, 10.5, 12, 26)
	s.text(lName, leverTop, look.Label, w.ScenarioLabel)
	s.text(lName, leverTop+1, look.Label, w.BudgetTotal)
	b.company.budget = s.input(lTyped, leverTop+1, look.Money|look.Bold, "budget")
	for i, c := range b.plan.Channels {
		row := leverFirst + i
		k := &b.channels[i]
		s.height(row, 19)
		s.text(lName, row, look.Row, b.names[i])
		typed := s.input(lTyped, row, look.Money|look.Row, of(i, "amount"))
		s.blank(lSlider, lSlider, row, look.Row)
		s.set(lPercent, row, cell{style: s.style(look.Whole | look.Row | look.Input), value: 100.0})
		percent := num{f: s.mark(lPercent, row), x: 100}
		s.named("in_"+of(i, "slider"), s.line(lPercent, lPercent, row))
		s.limits = append(s.limits, limit{s.line(lPercent, lPercent, row), input{most: sliderMost, whole: true}})
		k.amount = s.num(lAmount, row, look.Money|look.Bold|look.Row, calc(euros(c.Amount), "ROUND(%s*%s/100,2)", typed, percent))
		s.try(s.file.AddFormControl(s.name, excelize.FormControl{
			Cell: ref(lSlider, row), Type: excelize.FormControlScrollBar, CellLink: abs(lPercent, row), MinVal: 0, MaxVal: sliderMost, CurrentVal: 100,
			IncChange: 1, PageChange: 10, Horizontally: true, Width: 145, Height: 17, Format: excelize.GraphicOptions{Positioning: "oneCell"},
		}))
		s.sliders = append(s.sliders, abs(lPercent, row))
		s.input(lLeast, row, look.Money|look.Row, of(i, "least"))
		s.input(lMost, row, look.Money|look.Row, of(i, "most"))
	}
}

// sliderMost is how far a slider goes, as a percentage of the amount typed: twice it.
const sliderMost = 200

// fillLevers completes the levers: what they do, beside what was exported.
func (b *book) fillLevers(s *sheet) {
	w := b.words
	s.head(leverCols, b.figures)
	s.exportedLine(lShare, leverTop)
	row := leverTop + 2
	t := b.total
	s.text(lName, row, look.Label, w.GivenOut)
	given := s.num(lTyped, row, look.Money, t.given)
	s.text(lName, row+1, look.Label, w.NotGiven)
	left := s.num(lTyped, row+1, look.Money|look.Bold, b.company.budget.minus(given))
	fits := w.Fits
	if b.plan.Pot() < 0 {
		fits = w.TooMuch
	}
	s.say(lSlider, row+1, look.Dim, text{f: fmt.Sprintf(`IF(ROUND(%s*100,0)<0,%s,%s)`, left, quote(w.TooMuch), quote(w.Fits)), s: fits, live: true})
	s.when(s.line(lTyped, lSlider, row+1), fmt.Sprintf("ROUND(%s*100,0)<0", num{f: "$" + ref(lTyped, row+1)}), &excelize.Style{Font: &excelize.Font{Color: string(look.Red), Bold: true}})
	b.leverResults(s)
	b.leverTable(s)
	s.freeze(1, leverHeads)
	s.titles(leverHeads, leverHeads, 0)
	s.paper(leverCols, leverFirst+len(b.plan.Channels)+2, 30)
}

// leverResults sets what the levers bring beside what the book was exported with.
func (b *book) leverResults(s *sheet) {
	w, t := b.words, b.total
	first := lShare
	s.text(first-1, leverTop+1, look.Label|look.Right, "")
	for i, label := range []string{w.Now, w.AsExported, w.Difference} {
		s.text(first, leverTop+2+i, look.Label|look.Row, label)
	}
	s.text(first, leverTop+1, look.Head, "")
	for i, x := range []struct {
		label string
		style look.Style
		n     num
	}{
		{w.MoreContacts, look.Count, t.contacts}, {w.MoreCustomers, look.Count, t.customers}, {w.MoreMargin, look.Money, t.margin},
		{w.Return, look.Change, t.back}, {w.CAC, look.Money, t.cac}, {w.Payback, look.Month, t.payback},
	} {
		at := first + 1 + i
		s.text(at, leverTop+1, look.Head|look.Right, x.label)
		now := s.num(at, leverTop+2, x.style|look.Bold|look.Row|look.Right, x.n)
		s.set(at, leverTop+3, cell{style: s.style(x.style | look.Dim | look.Row | look.Right), value: x.n.value()})
		then := s.at(at, leverTop+3)
		s.num(at, leverTop+4, differenceStyle(x.style)|look.Row|look.Right, num{f: fmt.Sprintf(`IF(AND(ISNUMBER(%[1]s),ISNUMBER(%[2]s)),ROUND(%[3]s,6),"")`, now, then, difference(x.style, now, then)), none: x.n.none})
	}
	s.height(leverTop+1, 30)
}

// differenceStyle is how a difference of a kind of figure is written.
func differenceStyle(style look.Style) look.Style {
	switch style {
	case look.Money, look.Cents:
		return look.MoneyChange
	case look.Change, look.Share:
		return look.Change
	case look.Month:
		return look.MonthsChange
	}
	return look.CountChange
}

// difference is a formula: months are counted, everything else is subtracted.
func difference(style look.Style, a, b num) string {
	if style == look.Month {
		return fmt.Sprintf("12*(YEAR(%[1]s)-YEAR(%[2]s))+MONTH(%[1]s)-MONTH(%[2]s)", a, b)
	}
	return a.minus(b).f
}

// leverTable completes the channels' rows.
func (b *book) leverTable(s *sheet) {
	w := b.words
	for at, label := range map[int]string{
		lName: w.Channel, lTyped: w.Typed, lSlider: w.Slider, lPercent: w.Percent, lAmount: w.InPlay, lShare: w.Share, lLast: w.LastYear,
		lLeast: w.AtLeast, lMost: w.AtMost, lThreshold: w.Threshold, lNext: w.NextThousand, lNote: w.Note,
	} {
		style := look.Head | look.Right
		if at == lSlider {
			style = look.Head | look.Center
		}
		switch at {
		case lName:
			style = look.Head
		case lNote:
			style = look.Head | look.Indent
		}
		s.text(at, leverHeads, style, label)
	}
	s.height(leverHeads, 30)
	n := len(b.plan.Channels)
	for i, c := range b.plan.Channels {
		row, k := leverFirst+i, b.channels[i]
		s.num(lShare, row, look.Share|look.Row, share(k.amount, b.company.budget))
		s.num(lLast, row, look.Money|look.Row, k.lastYear)
		s.num(lThreshold, row, look.Money|look.Row|look.Dim, k.threshold)
		s.num(lNext, row, look.Money|look.Row, b.nextThousand(i))
		s.say(lNote, row, look.Warn|look.Row|look.Indent, b.leverNote(c, k, row, s))
	}
	if n == 0 {
		return
	}
	row := leverFirst + n
	s.text(lName, row, look.Total, w.Total)
	s.blank(lTyped, lNote, row, look.Total)
	s.num(lAmount, row, look.Money|look.Total, b.total.given)
	s.num(lShare, row, look.Share|look.Total, share(b.total.given, b.company.budget))
	s.num(lLast, row, look.Money|look.Total, b.total.lastYear)
	s.bars(s.stack(lShare, leverFirst, row-1), look.PaleTeal, "0.5")
	s.text(lName, row+2, look.Note, w.LeversNote)
}

// leverNote says what is wrong with a channel's amount: beyond its limits, or too little to
// be worth starting.
func (b *book) leverNote(c model.Channel, k channelCells, row int, s *sheet) text {
	w := b.words
	least, most := s.at(lLeast, row), s.at(lMost, row)
	said := ""
	switch {
	case c.Amount < c.AtLeast:
		said = w.BelowLeast
	case c.AtMost > 0 && c.Amount > c.AtMost:
		said = w.AboveMost
	case c.Amount > 0 && c.Amount < c.Threshold:
		said = w.BelowThreshold
	}
	return text{f: fmt.Sprintf(`IF(%[1]s<%[2]s,%[5]s,IF(AND(%[3]s>0,%[1]s>%[3]s),%[6]s,IF(AND(%[1]s>0,%[1]s<%[4]s),%[7]s,"")))`,
		k.amount, least, most, k.threshold, quote(w.BelowLeast), quote(w.AboveMost), quote(w.BelowThreshold)), s: said, live: true}
}
