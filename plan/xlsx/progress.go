package xlsx

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
	planned   func(k *broughtChannel, m int) formula.Num
}

func measuresOf(b *account) []measure {
	w := b.say.Progress
	return []measure{
		{"spend", w.Spend, look.Money, func(k *broughtChannel, m int) formula.Num { return k.spend[m] }},
		{"contacts", w.Contacts, look.Count, func(k *broughtChannel, m int) formula.Num { return k.contactsBy[m] }},
		{"customers", w.Customers, look.Count, func(k *broughtChannel, m int) formula.Num { return k.signed[m] }},
	}
}

// fillProgress is the plan against the year, month by month, ready to be filled in: a line
// for what was planned, one for what came.
func fillProgress(b *account, s *part.Sheet) {
	w, n, c := b.words, b.plan.Months, len(b.plan.Channels)
	b.monthColumns(s, n)
	b.head(progressTab, firstMonth+n-1)
	s.Page.Freeze(2, headRows)
	today := plan.Track(b.plan, b.scenarios[b.inForce]).ToDate
	row := headRows + 1
	s.Text(1, row, look.Head, w.SoFar)
	for i, label := range []string{w.Planned, w.Came, w.Difference, w.Change} {
		s.Text(firstMonth+2*i, row, look.Head|look.Right, label)
	}
	block := row + 22
	var starts []int
	for at, x := range measuresOf(b) {
		starts = append(starts, block)
		versus := []plan.Versus{today.Spend, today.Contacts, today.Customers}[at]
		planned, came := progressBlock(b, s, block, x, versus)
		r := row + 1 + at
		s.Text(1, r, look.Row|look.Bold, x.label)
		s.Blank(2, firstMonth+7, r, look.Row)
		p := s.Num(firstMonth, r, x.style|look.Row, planned)
		a := s.Num(firstMonth+2, r, x.style|look.Row, came)
		s.Num(firstMonth+4, r, differenceStyle(x.style)|look.Row, a.Minus(p))
		s.Num(firstMonth+6, r, look.Change|look.Row, formula.Change(a, p))
		block += 2*c + 5
	}
	s.Page.Titles(2, 3, 2)
	b.monthly(s, block-2, 46, starts...)
	known := b.figures.With("contacts_planned", b.Count(s.At(firstMonth, row+2))).With("contacts_came", b.Count(s.At(firstMonth+2, row+2)))
	finding := w.ProgressFinding
	if today.Contacts.Months == 0 {
		finding = w.ProgressChart
	}
	b.finding(s, row+5, firstMonth, firstMonth+11, finding, w.ProgressChart, known)
	first := row + 22 + 2*c + 5 // the contacts
	line := func(r int, color look.Color) part.Series {
		return part.Series{Name: s.Stack(1, r, r), Cats: s.Line(firstMonth, firstMonth+n-1, first), Vals: s.Line(firstMonth, firstMonth+n-1, r), Color: color, Width: 2.25}
	}
	s.Draw(&part.Chart{At: part.Over(firstMonth, row+6, firstMonth+11, row+19), Alt: w.ProgressAlt, Legend: true, Months: true, Format: "#,##0", Plots: []part.Plot{
		{Kind: part.Columns, Gap: 60, Series: []part.Series{line(first+2*c+2, look.PaleTeal)}},
		{Kind: part.Lines, Series: []part.Series{line(first+2*c+1, look.Navy)}},
	}})
}

// progressBlock writes one measure, and returns what was planned and what came in the months
// of which something is known.
func progressBlock(b *account, s *part.Sheet, row int, x measure, v plan.Versus) (planned, came formula.Num) {
	w, n, c := b.words, b.plan.Months, len(b.plan.Channels)
	b.months(s, row, n, x.label)
	for i := range b.plan.Channels {
		k, at := &b.channels[i], row+1+2*i
		s.Text(1, at, look.Dim, b.names[i]+", "+w.Planned)
		s.Text(1, at+1, look.Row, b.names[i]+", "+w.Came)
		for m := range n {
			s.Num(firstMonth+m, at, x.style|look.Dim, x.planned(k, m))
		}
		b.input(s, firstMonth, at+1, x.style|look.Row, of(i, "actual_"+x.id))
		s.Num(2, at, x.style|look.Dim, sumOf(s.Line(firstMonth, firstMonth+n-1, at)))
		s.Num(2, at+1, x.style|look.Row, sumOf(s.Line(firstMonth, firstMonth+n-1, at+1)))
	}
	end := row + 1 + 2*c
	if c == 0 {
		return formula.Lit(0), formula.Lit(0)
	}
	// Every second line is the plan, the one below it what came.
	plannedRows, actualRows := s.Block(firstMonth, row+1, firstMonth+n-1, end-2), s.Block(firstMonth, row+2, firstMonth+n-1, end-1)
	s.Text(1, end, look.Total, w.Total+", "+w.Planned)
	s.Text(1, end+1, look.Row|look.Bold, w.Total+", "+w.Came)
	for m := range n {
		var p, a float64
		known := false
		for i := range c {
			p += s.At(firstMonth+m, row+1+2*i).X
			if x, ok := s.Cell(firstMonth+m, row+2+2*i).Value.(float64); ok {
				a, known = a+x, true
			}
		}
		all := s.Stack(firstMonth+m, row+1, end-1)
		odd := fmt.Sprintf("MOD(ROW(%s)-%d,2)", all, row+1)
		s.Num(firstMonth+m, end, x.style|look.Total, formula.Calc(p, "SUMPRODUCT((%s=0)*%s)", odd, all))
		s.Num(firstMonth+m, end+1, x.style|look.Row|look.Bold, formula.Num{F: fmt.Sprintf(`IF(SUMPRODUCT((%[1]s=1)*ISNUMBER(%[2]s))=0,"",SUMPRODUCT((%[1]s=1)*%[2]s))`, odd, all), X: a, None: !known})
	}
	s.Num(2, end, x.style|look.Total, sumOf(s.Line(firstMonth, firstMonth+n-1, end)))
	s.Num(2, end+1, x.style|look.Row|look.Bold, sumOf(s.Line(firstMonth, firstMonth+n-1, end+1)))
	isPlan := fmt.Sprintf("(MOD(ROW(%s)-%d,2)=0)", plannedRows, row+1)
	scale := 1.0
	if x.id == "spend" {
		scale = 0.01
	}
	planned = formula.Calc(v.Planned*scale, "SUMPRODUCT(%s*ISNUMBER(%s)*%s)", isPlan, actualRows, plannedRows)
	came = formula.Num{F: s.Mark(2, end+1), X: v.Actual * scale}
	return planned, came
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

// inputs of the year: what really was spent and came, empty where it is not known.
func (l *inputList) progress(p model.Plan) {
	for i, c := range p.Channels {
		for _, x := range []struct {
			id, label string
			get       func(a model.Actual) (float64, bool)
			set       func(a *model.Actual, v *float64)
		}{
			{"spend", l.say.Progress.Spend, func(a model.Actual) (float64, bool) { return known(a.Spend, model.Money.Euros) }, setSpend},
			{"contacts", l.say.Progress.Contacts, func(a model.Actual) (float64, bool) { return known(a.Contacts, same) }, func(a *model.Actual, v *float64) { a.Contacts = v }},
			{"customers", l.say.Progress.Customers, func(a model.Actual) (float64, bool) { return known(a.Customers, same) }, func(a *model.Actual, v *float64) { a.Customers = v }},
		} {
			change := func(p *model.Plan, m int, v *float64) {
				month := p.Start + model.Month(m)
				at := p.Actual(c.ID, month)
				if at < 0 {
					p.Actuals = append(p.Actuals, model.Actual{Channel: c.ID, Month: month})
					at = len(p.Actuals) - 1
				}
				x.set(&p.Actuals[at], v)
			}
			l.of, l.prefix = c.ID, of(i, "")
			l.add(input{name: of(i, "actual_"+x.id), label: l.name(c) + ": " + x.label, cells: p.Months, most: model.MaxMoney.Euros(),
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
	}
	l.of, l.prefix = "", ""
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
