package xlsx

import (
	"arringa/plan/xlsx/look"
	"fmt"

	"arringa/model"
	"arringa/plan"
)

// measure is what is followed through the year.
type measure struct {
	id, label string
	style     look.Style
	planned   func(k *channelCells, m int) num
}

func (b *book) measures() []measure {
	w := b.say.Progress
	return []measure{
		{"spend", w.Spend, look.Money, func(k *channelCells, m int) num { return k.spend[m] }},
		{"contacts", w.Contacts, look.Count, func(k *channelCells, m int) num { return k.contactsBy[m] }},
		{"customers", w.Customers, look.Count, func(k *channelCells, m int) num { return k.signed[m] }},
	}
}

// fillProgress is the plan against the year, month by month, ready to be filled in: a line
// for what was planned, one for what came.
func (b *book) fillProgress(s *sheet) {
	w, n, c := b.words, b.plan.Months, len(b.plan.Channels)
	s.monthColumns(n)
	s.head(firstMonth+n-1, b.figures)
	s.freeze(2, headRows)
	today := plan.Track(b.plan, b.scenarios[b.inForce]).ToDate
	row := headRows + 1
	s.text(1, row, look.Head, w.SoFar)
	for i, label := range []string{w.Planned, w.Came, w.Difference, w.Change} {
		s.text(firstMonth+2*i, row, look.Head|look.Right, label)
	}
	block := row + 22
	var starts []int
	for at, x := range b.measures() {
		starts = append(starts, block)
		versus := []plan.Versus{today.Spend, today.Contacts, today.Customers}[at]
		planned, came := b.progressBlock(s, block, x, versus)
		r := row + 1 + at
		s.text(1, r, look.Row|look.Bold, x.label)
		s.blank(2, firstMonth+7, r, look.Row)
		p := s.num(firstMonth, r, x.style|look.Row, planned)
		a := s.num(firstMonth+2, r, x.style|look.Row, came)
		s.num(firstMonth+4, r, differenceStyle(x.style)|look.Row, a.minus(p))
		s.num(firstMonth+6, r, look.Change|look.Row, change(a, p))
		block += 2*c + 5
	}
	s.titles(2, 3, 2)
	s.monthly(block-2, 46, starts...)
	known := b.figures.with("contacts_planned", b.count(s.at(firstMonth, row+2))).with("contacts_came", b.count(s.at(firstMonth+2, row+2)))
	finding := w.ProgressFinding
	if today.Contacts.Months == 0 {
		finding = w.ProgressChart
	}
	s.finding(row+5, firstMonth, firstMonth+11, finding, w.ProgressChart, known)
	first := row + 22 + 2*c + 5 // the contacts
	line := func(r int, color look.Color) series {
		return series{name: s.stack(1, r, r), cats: s.line(firstMonth, firstMonth+n-1, first), vals: s.line(firstMonth, firstMonth+n-1, r), color: color, width: 2.25}
	}
	s.draw(&chart{at: box{firstMonth, row + 6, firstMonth + 11, row + 19}, alt: w.ProgressAlt, legend: true, months: true, format: "#,##0", plots: []plot{
		{kind: columns, gap: 60, series: []series{line(first+2*c+2, look.PaleTeal)}},
		{kind: lines, series: []series{line(first+2*c+1, look.Navy)}},
	}})
}

// progressBlock writes one measure, and returns what was planned and what came in the months
// of which something is known.
func (b *book) progressBlock(s *sheet, row int, x measure, v plan.Versus) (planned, came num) {
	w, n, c := b.words, b.plan.Months, len(b.plan.Channels)
	s.months(row, n, x.label)
	for i := range b.plan.Channels {
		k, at := &b.channels[i], row+1+2*i
		s.text(1, at, look.Dim, b.names[i]+", "+w.Planned)
		s.text(1, at+1, look.Row, b.names[i]+", "+w.Came)
		for m := range n {
			s.num(firstMonth+m, at, x.style|look.Dim, x.planned(k, m))
		}
		s.input(firstMonth, at+1, x.style|look.Row, of(i, "actual_"+x.id))
		s.num(2, at, x.style|look.Dim, sumOf(s.line(firstMonth, firstMonth+n-1, at)))
		s.num(2, at+1, x.style|look.Row, sumOf(s.line(firstMonth, firstMonth+n-1, at+1)))
	}
	end := row + 1 + 2*c
	if c == 0 {
		return lit(0), lit(0)
	}
	// Every second line is the plan, the one below it what came.
	plannedRows, actualRows := s.block(firstMonth, row+1, firstMonth+n-1, end-2), s.block(firstMonth, row+2, firstMonth+n-1, end-1)
	s.text(1, end, look.Total, w.Total+", "+w.Planned)
	s.text(1, end+1, look.Row|look.Bold, w.Total+", "+w.Came)
	for m := range n {
		var p, a float64
		known := false
		for i := range c {
			p += s.at(firstMonth+m, row+1+2*i).x
			if x, ok := s.cell(firstMonth+m, row+2+2*i).value.(float64); ok {
				a, known = a+x, true
			}
		}
		all := s.stack(firstMonth+m, row+1, end-1)
		odd := fmt.Sprintf("MOD(ROW(%s)-%d,2)", all, row+1)
		s.num(firstMonth+m, end, x.style|look.Total, calc(p, "SUMPRODUCT((%s=0)*%s)", odd, all))
		s.num(firstMonth+m, end+1, x.style|look.Row|look.Bold, num{f: fmt.Sprintf(`IF(SUMPRODUCT((%[1]s=1)*ISNUMBER(%[2]s))=0,"",SUMPRODUCT((%[1]s=1)*%[2]s))`, odd, all), x: a, none: !known})
	}
	s.num(2, end, x.style|look.Total, sumOf(s.line(firstMonth, firstMonth+n-1, end)))
	s.num(2, end+1, x.style|look.Row|look.Bold, sumOf(s.line(firstMonth, firstMonth+n-1, end+1)))
	isPlan := fmt.Sprintf("(MOD(ROW(%s)-%d,2)=0)", plannedRows, row+1)
	scale := 1.0
	if x.id == "spend" {
		scale = 0.01
	}
	planned = calc(v.Planned*scale, "SUMPRODUCT(%s*ISNUMBER(%s)*%s)", isPlan, actualRows, plannedRows)
	came = num{f: s.mark(2, end+1), x: v.Actual * scale}
	return planned, came
}

// sumOf adds a range up.
func sumOf(at span) num {
	n := num{f: "SUM(" + at.String() + ")"}
	at.each(func(_ int, c cell) {
		if x, ok := c.value.(float64); ok {
			n.x += x
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
