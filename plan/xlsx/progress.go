package xlsx

// The sheet of the progress: the plan against the year.

import (
	"fmt"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// measure is what is followed through the year.
type measure struct {
	id, label string
	style     look.Style
	scale     float64 // of the forecast's unit: cents are euro in the book
	planned   func(k *broughtChannel, m int) formula.Num
	toDate    plan.Versus
}

func measuresOf(b *account) []measure {
	w, to := b.say.Progress, plan.Track(b.plan, b.scenario()).ToDate
	return []measure{
		{"spend", w.Spend, look.Money, 0.01,
			func(k *broughtChannel, m int) formula.Num { return k.spend[m] }, to.Spend},
		{"contacts", w.Contacts, look.Count, 1,
			func(k *broughtChannel, m int) formula.Num { return k.contactsBy[m] }, to.Contacts},
		{"customers", w.Customers, look.Count, 1,
			func(k *broughtChannel, m int) formula.Num { return k.signed[m] }, to.Customers},
	}
}

// The rows of the progress: what is known so far, the chart, and below a block a measure.
const (
	progressTop    = headRows + 1
	progressChart  = progressTop + 5
	progressBlocks = progressTop + 22
)

// fillProgress is the plan against the year, month by month, ready to be filled in: a line
// for what was planned, one for what came.
func fillProgress(b *account, s *part.Sheet) {
	w, n, c := b.words, b.plan.Months, len(b.channels)
	b.monthColumns(s, n)
	b.head(progressTab, firstMonth+n-1)
	s.Page.Freeze(2, headRows)
	s.Text(1, progressTop, look.Head, w.SoFar)
	for i, label := range []string{w.Planned, w.Came, w.Difference, w.Change} {
		s.Text(firstMonth+2*i, progressTop, look.Head|look.Right, label)
	}
	row := progressBlocks
	var starts []int
	measures := measuresOf(b)
	for at, x := range measures {
		starts = append(starts, row)
		planned, came := progressBlock(b, s, row, x)
		r := progressTop + 1 + at
		s.Text(1, r, look.Row|look.Bold, x.label)
		s.Blank(2, firstMonth+7, r, look.Row)
		p := s.Num(firstMonth, r, x.style|look.Row, planned)
		a := s.Num(firstMonth+2, r, x.style|look.Row, came)
		s.Num(firstMonth+4, r, differenceStyle(x.style)|look.Row, a.Minus(p))
		s.Num(firstMonth+6, r, look.Change|look.Row, formula.Change(a, p))
		row += 2*c + 5
	}
	s.Page.Titles(2, 3, 2)
	b.monthly(s, row-2, 46, starts...)
	drawProgress(b, s, measures[1].toDate.Months > 0)
}

// drawProgress draws the contacts that were planned and those that came, if any did.
func drawProgress(b *account, s *part.Sheet, came bool) {
	w, n, c := b.words, b.plan.Months, len(b.channels)
	known := b.figures.
		With("contacts_planned", b.Count(s.At(firstMonth, progressTop+2))).
		With("contacts_came", b.Count(s.At(firstMonth+2, progressTop+2)))
	finding := w.ProgressFinding
	if !came {
		finding = w.ProgressChart
	}
	b.finding(s, progressChart, firstMonth, firstMonth+11, finding, w.ProgressChart, known)
	first := progressBlocks + 2*c + 5 // the contacts
	line := func(r int, color look.Color) []part.Series {
		months := func(row int) part.Span { return s.Line(firstMonth, firstMonth+n-1, row) }
		return []part.Series{{Name: s.Stack(1, r, r), Cats: months(first), Vals: months(r), Color: color, Width: 2.25}}
	}
	s.Draw(&part.Chart{
		At:  part.Over(firstMonth, progressChart+1, firstMonth+11, progressChart+14),
		Alt: w.ProgressAlt, Legend: true, Months: true, Format: "#,##0",
		Plots: []part.Plot{
			{Kind: part.Columns, Gap: 60, Series: line(first+2*c+2, look.PaleTeal)},
			{Kind: part.Lines, Series: line(first+2*c+1, look.Navy)},
		},
	})
}

// progressBlock writes one measure, and returns what was planned and what came in the months
// of which something is known. Every second line is the plan, the one below it what came.
func progressBlock(b *account, s *part.Sheet, row int, x measure) (planned, came formula.Num) {
	w, c, last := b.words, len(b.channels), firstMonth+b.plan.Months-1
	b.months(s, row, b.plan.Months, x.label)
	for i := range b.channels {
		at := row + 1 + 2*i
		s.Text(1, at, look.Dim, b.names[i]+", "+w.Planned)
		s.Text(1, at+1, look.Row, b.names[i]+", "+w.Came)
		for m := range b.plan.Months {
			s.Num(firstMonth+m, at, x.style|look.Dim, x.planned(&b.channels[i], m))
		}
		b.input(s, firstMonth, at+1, x.style|look.Row, of(i, "actual_"+x.id))
		s.Num(2, at, x.style|look.Dim, sumOf(s.Line(firstMonth, last, at)))
		s.Num(2, at+1, x.style|look.Row, sumOf(s.Line(firstMonth, last, at+1)))
	}
	if c == 0 {
		return formula.Lit(0), formula.Lit(0)
	}
	end := row + 1 + 2*c
	progressTotals(b, s, row, end, x)
	plannedRows, actualRows := s.Block(firstMonth, row+1, last, end-2), s.Block(firstMonth, row+2, last, end-1)
	isPlan := fmt.Sprintf("(MOD(ROW(%s)-%d,2)=0)", plannedRows, row+1)
	planned = formula.Calc(x.toDate.Planned*x.scale,
		"SUMPRODUCT(%s*ISNUMBER(%s)*%s)", isPlan, actualRows, plannedRows)
	came = formula.Num{F: s.Mark(2, end+1), X: x.toDate.Actual * x.scale}
	return planned, came
}

// progressTotals adds a measure's channels up, in two lines: what was planned, and what came.
func progressTotals(b *account, s *part.Sheet, row, end int, x measure) {
	w, last := b.words, firstMonth+b.plan.Months-1
	s.Text(1, end, look.Total, w.Total+", "+w.Planned)
	s.Text(1, end+1, look.Row|look.Bold, w.Total+", "+w.Came)
	for m := range b.plan.Months {
		var p, a float64
		known := false
		for i := range b.channels {
			p += s.At(firstMonth+m, row+1+2*i).X
			if x, ok := s.Cell(firstMonth+m, row+2+2*i).Value.(float64); ok {
				a, known = a+x, true
			}
		}
		all := s.Stack(firstMonth+m, row+1, end-1)
		odd := fmt.Sprintf("MOD(ROW(%s)-%d,2)", all, row+1)
		s.Num(firstMonth+m, end, x.style|look.Total, formula.Calc(p, "SUMPRODUCT((%s=0)*%s)", odd, all))
		came := fmt.Sprintf(`IF(SUMPRODUCT((%[1]s=1)*ISNUMBER(%[2]s))=0,"",SUMPRODUCT((%[1]s=1)*%[2]s))`, odd, all)
		s.Num(firstMonth+m, end+1, x.style|look.Row|look.Bold, formula.Num{F: came, X: a, None: !known})
	}
	s.Num(2, end, x.style|look.Total, sumOf(s.Line(firstMonth, last, end)))
	s.Num(2, end+1, x.style|look.Row|look.Bold, sumOf(s.Line(firstMonth, last, end+1)))
}

// sumOf adds a range up.
func sumOf(at part.Span) formula.Num {
	n := formula.Num{F: "SUM(" + at.String() + ")"}
	at.Each(func(_ int, c part.Cell) {
		if x, ok := c.Value.(float64); ok {
			n.X += x
		}
	})
	return n
}

// recorded is a figure of what really happened, as it is read and written in the plan.
type recorded struct {
	id, label string
	get       func(a model.Actual) (float64, bool)
	set       func(a *model.Actual, v *float64)
}

// progress adds what really was spent and came, empty where it is not known.
func (l *inputList) progress(p model.Plan) {
	w := l.say.Progress
	for i, c := range p.Channels {
		l.of, l.prefix = c.ID, of(i, "")
		l.record(p, i, recorded{"spend", w.Spend,
			func(a model.Actual) (float64, bool) { return known(a.Spend, model.Money.Euros) }, setSpend})
		l.record(p, i, recorded{"contacts", w.Contacts,
			func(a model.Actual) (float64, bool) { return known(a.Contacts, same) },
			func(a *model.Actual, v *float64) { a.Contacts = v }})
		l.record(p, i, recorded{"customers", w.Customers,
			func(a model.Actual) (float64, bool) { return known(a.Customers, same) },
			func(a *model.Actual, v *float64) { a.Customers = v }})
	}
	l.of, l.prefix = "", ""
}

// record adds a channel's months of one figure.
func (l *inputList) record(p model.Plan, i int, x recorded) {
	c := p.Channels[i]
	change := func(p *model.Plan, m int, v *float64) {
		month := p.Start + model.Month(m)
		at := p.Actual(c.ID, month)
		if at < 0 {
			p.Actuals = append(p.Actuals, model.Actual{Channel: c.ID, Month: month})
			at = len(p.Actuals) - 1
		}
		x.set(&p.Actuals[at], v)
	}
	l.add(input{
		name: of(i, "actual_"+x.id), label: l.name(c) + ": " + x.label, cells: p.Months, most: model.MaxMoney.Euros(),
		get: func(p *model.Plan, m int) (float64, bool) {
			if at := p.Actual(c.ID, p.Start+model.Month(m)); at >= 0 {
				return x.get(p.Actuals[at])
			}
			return 0, false
		},
		set:   func(p *model.Plan, m int, v float64) { change(p, m, &v) },
		clear: func(p *model.Plan, m int) { change(p, m, nil) },
	})
}

// known is what a pointer points to; false for nil.
func known[T any](v *T, as func(T) float64) (float64, bool) {
	if v == nil {
		return 0, false
	}
	return as(*v), true
}

func same(x float64) float64 { return x }

func setSpend(a *model.Actual, v *float64) {
	a.Spend = nil
	if v != nil {
		m := toMoney(*v)
		a.Spend = &m
	}
}
