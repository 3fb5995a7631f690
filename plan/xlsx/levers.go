package xlsx

import (
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
	s.text(lName, leverTop, "label", w.ScenarioLabel)
	s.text(lName, leverTop+1, "label", w.BudgetTotal)
	b.company.budget = s.input(lTyped, leverTop+1, "money bold", "budget")
	for i, c := range b.plan.Channels {
		row := leverFirst + i
		k := &b.channels[i]
		s.height(row, 19)
		s.text(lName, row, "row", b.names[i])
		typed := s.input(lTyped, row, "money row", of(i, "amount"))
		s.blank(lSlider, lSlider, row, "row")
		s.set(lPercent, row, cell{style: s.style("whole row input"), value: 100.0})
		percent := num{f: s.mark(lPercent, row), x: 100}
		s.named("in_"+of(i, "slider"), s.line(lPercent, lPercent, row))
		s.limits = append(s.limits, limit{s.line(lPercent, lPercent, row), input{most: sliderMost, whole: true}})
		k.amount = s.num(lAmount, row, "money bold row", calc(euros(c.Amount), "ROUND(%s*%s/100,2)", typed, percent))
		s.try(s.file.AddFormControl(s.name, excelize.FormControl{
			Cell: ref(lSlider, row), Type: excelize.FormControlScrollBar, CellLink: abs(lPercent, row), MinVal: 0, MaxVal: sliderMost, CurrentVal: 100,
			IncChange: 1, PageChange: 10, Horizontally: true, Width: 145, Height: 17, Format: excelize.GraphicOptions{Positioning: "oneCell"},
		}))
		s.sliders = append(s.sliders, abs(lPercent, row))
		s.input(lLeast, row, "money row", of(i, "least"))
		s.input(lMost, row, "money row", of(i, "most"))
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
	s.text(lName, row, "label", w.GivenOut)
	given := s.num(lTyped, row, "money", t.given)
	s.text(lName, row+1, "label", w.NotGiven)
	left := s.num(lTyped, row+1, "money bold", b.company.budget.minus(given))
	fits := w.Fits
	if b.plan.Pot() < 0 {
		fits = w.TooMuch
	}
	s.say(lSlider, row+1, "dim", text{f: fmt.Sprintf(`IF(ROUND(%s*100,0)<0,%s,%s)`, left, quote(w.TooMuch), quote(w.Fits)), s: fits, live: true})
	s.when(s.line(lTyped, lSlider, row+1), fmt.Sprintf("ROUND(%s*100,0)<0", num{f: "$" + ref(lTyped, row+1)}), &excelize.Style{Font: &excelize.Font{Color: red, Bold: true}})
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
	s.text(first-1, leverTop+1, "label right", "")
	for i, label := range []string{w.Now, w.AsExported, w.Difference} {
		s.text(first, leverTop+2+i, "label row", label)
	}
	s.text(first, leverTop+1, "head", "")
	for i, x := range []struct {
		label, style string
		n            num
	}{
		{w.MoreContacts, "count", t.contacts}, {w.MoreCustomers, "count", t.customers}, {w.MoreMargin, "money", t.margin},
		{w.Return, "change", t.back}, {w.CAC, "money", t.cac}, {w.Payback, "month", t.payback},
	} {
		at := first + 1 + i
		s.text(at, leverTop+1, "head right", x.label)
		now := s.num(at, leverTop+2, x.style+" bold row right", x.n)
		s.set(at, leverTop+3, cell{style: s.style(x.style + " dim row right"), value: x.n.value()})
		then := s.at(at, leverTop+3)
		s.num(at, leverTop+4, differenceStyle(x.style)+" row right", num{f: fmt.Sprintf(`IF(AND(ISNUMBER(%[1]s),ISNUMBER(%[2]s)),ROUND(%[3]s,6),"")`, now, then, difference(x.style, now, then)), none: x.n.none})
	}
	s.height(leverTop+1, 30)
}

// differenceStyle is how a difference of a kind of figure is written.
func differenceStyle(style string) string {
	switch style {
	case "money", "cents":
		return "moneychange"
	case "change", "share":
		return "change"
	case "month":
		return "monthschange"
	}
	return "countchange"
}

// difference is a formula: months are counted, everything else is subtracted.
func difference(style string, a, b num) string {
	if style == "month" {
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
		style := "head right"
		if at == lSlider {
			style = "head center"
		}
		switch at {
		case lName:
			style = "head"
		case lNote:
			style = "head indent"
		}
		s.text(at, leverHeads, style, label)
	}
	s.height(leverHeads, 30)
	n := len(b.plan.Channels)
	for i, c := range b.plan.Channels {
		row, k := leverFirst+i, b.channels[i]
		s.num(lShare, row, "share row", share(k.amount, b.company.budget))
		s.num(lLast, row, "money row", k.lastYear)
		s.num(lThreshold, row, "money row dim", k.threshold)
		s.num(lNext, row, "money row", b.nextThousand(i))
		s.say(lNote, row, "warn row indent", b.leverNote(c, k, row, s))
	}
	if n == 0 {
		return
	}
	row := leverFirst + n
	s.text(lName, row, "total", w.Total)
	s.blank(lTyped, lNote, row, "total")
	s.num(lAmount, row, "money total", b.total.given)
	s.num(lShare, row, "share total", share(b.total.given, b.company.budget))
	s.num(lLast, row, "money total", b.total.lastYear)
	s.bars(s.stack(lShare, leverFirst, row-1), "9FD0D1", "0.5")
	s.text(lName, row+2, "note", w.LeversNote)
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
