package xlsx

// On the workings, and drawn on the summary: how the cash may go.

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// fanCells are where the fan stands, and what it says.
type fanCells struct {
	row             int             // of the workings
	sure, paysByEnd formula.Text    // the chances that the spend comes back at all, and by the end of the plan
	figures         formula.Figures // what sentences may name of it
}

// placeFan writes how the cash may go: the 10th and 90th percentile of what comes back by each
// month, and the chances that it covers what was paid. It is worked out from many futures: in a
// book that is no longer as it was exported the band lies on the line, and the rest says so.
func placeFan(b *results, v formula.Voice, f futures) fanCells {
	s, w, n, r := b.page(workingsTab), b.words, b.beyond(), f.Ranges
	k := fanCells{row: s.Last() + 2, figures: formula.Figures{}}
	b.months(s, k.row, n, w.FanData)
	for i, label := range []string{w.BackLow, w.BackSpread, w.BackMiddle, w.ChancePaid} {
		s.Text(1, k.row+1+i, look.Row, label)
	}
	for m := range n {
		band, now := r.Back[m], b.cash.back[m].F
		place := func(line int, style look.Style, moved string, x float64) {
			s.Num(firstMonth+m, k.row+line, style|look.Row,
				formula.Calc(x, "IF(%s,%s,%s)", b.changed(), formula.Num{F: moved}, formula.Lit(x).F))
		}
		place(1, look.Money, now, euros(band.Low))
		place(2, look.Money, "0", euros(band.High-band.Low))
		place(3, look.Money, now, euros(band.Base))
		place(4, look.Percent, "0", r.PaidBack[m])
	}
	put := func(line int, key, label string, t formula.Text) formula.Text {
		s.Text(1, k.row+line, look.Row, label)
		said := s.Say(3, k.row+line, look.Row, b.saidAsExported(t))
		said.Kept = true
		k.figures[key] = said
		return said
	}
	if r.Cost == 0 { // there is nothing that could come back
		k.sure, k.paysByEnd = formula.Words("–"), formula.Words("–")
		return k
	}
	k.sure = put(5, "chance_pays", w.CardSure, formula.Words(b.say.Chance(r.Pays)))
	k.paysByEnd = put(8, "chance_by_end", w.CardSureByEnd, formula.Words(b.say.Chance(r.PaysByEnd)))
	put(6, "margin_low", w.MarginLow, v.Money(formula.Lit(euros(r.Margin.Low))))
	put(7, "margin_high", w.MarginHigh, v.Money(formula.Lit(euros(r.Margin.High))))
	put(9, "cash_low", w.BackLow, v.Money(formula.Lit(euros(r.Cashed().Low))))
	put(10, "cash_high", w.BackHigh, v.Money(formula.Lit(euros(r.Cashed().High))))
	return k
}

// fanChart draws what is paid and comes back, between the ends of what may come back.
func fanChart(b *account, at part.Box) *part.Chart {
	s, cash := b.page(workingsTab), b.workBlock(cashBlock)
	line := func(row int, color look.Color, width float64) part.Series {
		months := func(row int) part.Span { return s.Line(firstMonth, firstMonth+b.shown()-1, row) }
		return part.Series{Name: s.Stack(1, row, row), Cats: months(cash), Vals: months(row), Color: color,
			Width: width}
	}
	return &part.Chart{
		At: at, Alt: b.words.FanAlt, Legend: true, Months: true, Every: (b.shown() + 8) / 9,
		Plots: []part.Plot{
			{Kind: part.Areas, Stacked: true, Series: []part.Series{
				line(b.fan.row+1, "", 0), line(b.fan.row+2, look.Pale, 0),
			}},
			{Kind: part.Lines, Series: []part.Series{line(cash+3, look.Teal, 2.5), line(cash+2, look.Gold, 2.5)}},
		},
	}
}
