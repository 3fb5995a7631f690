package xlsx

// The sheet of the levers: what the board may move, and what it does.

import (
	"fmt"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
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
// amount, as a figure and as a slider that multiplies it. It returns the total and the amounts.
func placeLevers(b *frame) (budget formula.Num, amounts []formula.Num) {
	s, w := b.page(leversTab), b.words
	s.Widths(lName, 30, 11.5, 21, 8, 12, 11, 11, 10.5, 10.5, 10.5, 12, 26)
	s.Text(lName, leverTop, look.Label, w.ScenarioLabel)
	s.Text(lName, leverTop+1, look.Label, w.BudgetTotal)
	budget = b.input(s, lTyped, leverTop+1, look.Money|look.Bold, "budget")
	for i, c := range b.plan.Channels {
		row := leverFirst + i
		s.Height(row, 19)
		s.Text(lName, row, look.Row, b.names[i])
		typed := b.input(s, lTyped, row, look.Money|look.Row, of(i, "amount"))
		s.Blank(lSlider, lSlider, row, look.Row)
		s.Set(lPercent, row, look.Whole|look.Row|look.Input, part.Cell{Value: 100.0})
		percent := formula.Num{F: s.Mark(lPercent, row), X: 100}
		b.file.Name("in_"+of(i, "slider"), s.Line(lPercent, lPercent, row))
		s.Rules.Limit(s.Line(lPercent, lPercent, row), part.Limit{Most: sliderMost, Whole: true})
		amount := formula.Calc(euros(c.Amount), "ROUND(%s*%s/100,2)", typed, percent)
		amounts = append(amounts, s.Num(lAmount, row, look.Money|look.Bold|look.Row, amount))
		s.Rules.Slider(lSlider, lPercent, row, sliderMost, 100)
		b.input(s, lLeast, row, look.Money|look.Row, of(i, "least"))
		b.input(s, lMost, row, look.Money|look.Row, of(i, "most"))
	}
	return budget, amounts
}

// sliderMost is how far a slider goes, as a percentage of the amount typed: twice it.
const sliderMost = 200

// fillLevers completes the levers: what they do, beside what was exported.
func fillLevers(b *account, s *part.Sheet) {
	b.head(leversTab, leverCols)
	b.exportedLine(s, lShare, leverTop)
	leverSums(b, s, leverTop+2)
	leverResults(b, s)
	leverTable(b, s)
	s.Page.Freeze(1, leverHeads)
	s.Page.Titles(leverHeads, leverHeads, 0)
	s.Page.Paper(leverCols, leverFirst+len(b.plan.Channels)+2, 30)
}

// leverSums says how much is given out, and whether that fits the total.
func leverSums(b *account, s *part.Sheet, row int) {
	w := b.words
	s.Text(lName, row, look.Label, w.GivenOut)
	given := s.Num(lTyped, row, look.Money, b.total.given)
	s.Text(lName, row+1, look.Label, w.NotGiven)
	left := s.Num(lTyped, row+1, look.Money|look.Bold, b.budget.Minus(given))
	said := w.Fits
	if b.plan.Pot() < 0 {
		said = w.TooMuch
	}
	fits := fmt.Sprintf(`IF(ROUND(%s*100,0)<0,%s,%s)`, left, formula.Quote(w.TooMuch), formula.Quote(w.Fits))
	s.Say(lSlider, row+1, look.Dim, formula.Text{F: fits, S: said, Live: true})
	short := fmt.Sprintf("ROUND($%s*100,0)<0", part.Ref(lTyped, row+1))
	s.Rules.When(s.Line(lTyped, lSlider, row+1), short, look.Alarm())
}

// leverResults sets what the levers bring beside what the book was exported with.
func leverResults(b *account, s *part.Sheet) {
	w, t := b.words, b.total
	first := lShare
	s.Text(first-1, leverTop+1, look.Label|look.Right, "")
	for i, label := range []string{w.Now, w.AsExported, w.Difference} {
		s.Text(first, leverTop+2+i, look.Label|look.Row, label)
	}
	s.Text(first, leverTop+1, look.Head, "")
	for i, x := range []struct {
		label string
		style look.Style
		n     formula.Num
	}{
		{w.MoreCustomers, look.Count, t.customers},
		{w.BackByEnd, look.Money, t.cashed},
		{w.MarginAllIn, look.Money, t.margin},
		{w.ReturnAllIn, look.Change, t.back},
		{w.CAC, look.Money, t.cac},
		{w.Payback, look.Month, b.cash.payback},
	} {
		at := first + 1 + i
		s.Text(at, leverTop+1, look.Head|look.Right, x.label)
		now := s.Num(at, leverTop+2, x.style|look.Bold|look.Row|look.Right, x.n)
		s.Set(at, leverTop+3, x.style|look.Dim|look.Row|look.Right, part.Cell{Value: x.n.Cell()})
		then := s.At(at, leverTop+3)
		moved := fmt.Sprintf(`IF(AND(ISNUMBER(%[1]s),ISNUMBER(%[2]s)),ROUND(%[3]s,6),"")`,
			now, then, difference(x.style, now, then))
		s.Num(at, leverTop+4, differenceStyle(x.style)|look.Row|look.Right, formula.Num{F: moved, None: x.n.None})
	}
	s.Height(leverTop+1, 30)
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
func difference(style look.Style, a, b formula.Num) string {
	if style == look.Month {
		return fmt.Sprintf("12*(YEAR(%[1]s)-YEAR(%[2]s))+MONTH(%[1]s)-MONTH(%[2]s)", a, b)
	}
	return a.Minus(b).F
}

// leverTableHead writes the heads of the channels' rows.
func leverTableHead(b *account, s *part.Sheet) {
	w := b.words
	styles := map[int]look.Style{lName: look.Head, lSlider: look.Head | look.Center, lNote: look.Head | look.Indent}
	for i, label := range []string{
		w.Channel, w.Typed, w.Slider, w.Percent, w.InPlay, w.Share, w.LastYear, w.AtLeast, w.AtMost, w.Threshold,
		w.NextThousand, w.Note,
	} {
		style, ok := styles[lName+i]
		if !ok {
			style = look.Head | look.Right
		}
		s.Text(lName+i, leverHeads, style, label)
	}
	s.Height(leverHeads, 30)
}

// leverTable completes the channels' rows.
func leverTable(b *account, s *part.Sheet) {
	leverTableHead(b, s)
	w, n := b.words, len(b.channels)
	for i, c := range b.plan.Channels {
		row, k := leverFirst+i, &b.channels[i]
		s.Num(lShare, row, look.Share|look.Row, formula.Share(k.amount, b.budget))
		s.Num(lLast, row, look.Money|look.Row, k.lastYear)
		s.Num(lThreshold, row, look.Money|look.Row|look.Dim, k.threshold)
		s.Num(lNext, row, look.Money|look.Row, nextThousand(b.workings, i))
		s.Say(lNote, row, look.Warn|look.Row|look.Indent, leverNote(b, c, k, row, s))
	}
	if n == 0 {
		return
	}
	row := leverFirst + n
	s.Text(lName, row, look.Total, w.Total)
	s.Blank(lTyped, lNote, row, look.Total)
	s.Num(lAmount, row, look.Money|look.Total, b.total.given)
	s.Num(lShare, row, look.Share|look.Total, formula.Share(b.total.given, b.budget))
	s.Num(lLast, row, look.Money|look.Total, b.total.lastYear)
	s.Rules.Bars(s.Stack(lShare, leverFirst, row-1), look.PaleTeal, "0.5")
	s.Text(lName, row+2, look.Note, w.LeversNote)
}

// leverNote says what is wrong with a channel's amount: beyond its limits, or too little to
// be worth starting.
func leverNote(b *account, c model.Channel, k *broughtChannel, row int, s *part.Sheet) formula.Text {
	w := b.words
	least, most := s.At(lLeast, row), s.At(lMost, row)
	said := ""
	switch {
	case c.Amount < c.AtLeast:
		said = w.BelowLeast
	case c.AtMost > 0 && c.Amount > c.AtMost:
		said = w.AboveMost
	case c.Amount > 0 && c.Amount < c.Threshold:
		said = w.BelowThreshold
	}
	note := fmt.Sprintf(`IF(%[1]s<%[2]s,%[5]s,IF(AND(%[3]s>0,%[1]s>%[3]s),%[6]s,IF(AND(%[1]s>0,%[1]s<%[4]s),%[7]s,"")))`,
		k.amount, least, most, k.threshold,
		formula.Quote(w.BelowLeast), formula.Quote(w.AboveMost), formula.Quote(w.BelowThreshold))
	return formula.Text{F: note, S: said, Live: true}
}
