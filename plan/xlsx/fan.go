package xlsx

// On the workings, and drawn on the summary: how the cash may go.

import (
	"strings"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// fanCells are where the fan stands, and what it says.
type fanCells struct {
	row     int             // of the workings
	pays    formula.Num     // the chance that the plan pays for itself
	figures formula.Figures // what sentences may name of it
}

// placeFan writes how the cash may go: the 10th and 90th percentile of what comes back by each
// month, and the chance that it covers what was paid. It is worked out from many futures, so
// that it stays as it was exported.
func placeFan(b *frame, v formula.Voice, f futures) fanCells {
	s, w, n, r := b.page(workingsTab), b.words, b.beyond(), f.Ranges
	k := fanCells{row: s.Last() + 2, figures: formula.Figures{}}
	b.months(s, k.row, n, w.FanData)
	for i, label := range []string{w.BackLow, w.BackSpread, w.BackMiddle, w.ChancePaid} {
		s.Text(1, k.row+1+i, look.Row, label)
	}
	for m := range n {
		band := r.Back[m]
		s.Value(firstMonth+m, k.row+1, look.Money|look.Row, euros(band.Low))
		s.Value(firstMonth+m, k.row+2, look.Money|look.Row, euros(band.High-band.Low))
		s.Value(firstMonth+m, k.row+3, look.Money|look.Row, euros(band.Base))
		s.Value(firstMonth+m, k.row+4, look.Percent|look.Row, r.PaidBack[m])
	}
	s.Text(1, k.row+5, look.Row, w.CardSure)
	k.pays = s.Value(2, k.row+5, look.Percent|look.Row, r.Pays)
	for i, x := range []struct {
		key, label string
		cents      float64
	}{{"margin_low", w.MarginLow, r.Margin.Low}, {"margin_high", w.MarginHigh, r.Margin.High}} {
		s.Text(1, k.row+6+i, look.Row, x.label)
		n := s.Value(2, k.row+6+i, look.Money|look.Row, euros(x.cents))
		k.figures[x.key] = s.Say(3, k.row+6+i, look.Row, v.Money(n))
	}
	before, after, _ := strings.Cut(b.say.OutOf.With("all", "100"), "{n}")
	chance := formula.Quotation(before) + `&FIXED(100*` + k.pays.F + `,0)&` + formula.Quotation(after)
	k.figures["chance_pays"] = s.Say(3, k.row+5, look.Row, formula.Text{F: chance, S: b.say.Of100(r.Pays), Live: true})
	return k
}

// fanChart draws what is paid and comes back, between the ends of what may come back.
func fanChart(b *account, at part.Box) *part.Chart {
	s, cash := b.page(workingsTab), b.workBlock(5)
	line := func(row int, color look.Color, width float64) part.Series {
		months := func(row int) part.Span { return s.Line(firstMonth, firstMonth+b.shown()-1, row) }
		return part.Series{Name: s.Stack(1, row, row), Cats: months(cash), Vals: months(row), Color: color, Width: width}
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
