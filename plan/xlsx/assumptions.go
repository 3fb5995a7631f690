package xlsx

import (
	"strings"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// companyCells are the company's assumptions.
type companyCells struct {
	firstOrder, order, perYear, years, margin, vat, recovered, baseline, cycle formula.Num

	conversion [3]formula.Num // low, base, high
}

// assumedCells are a channel's assumptions.
type assumedCells struct {
	lastYear, threshold, reference, gain, halfLife, delay formula.Num

	contacts, conversion [3]formula.Num // low, base, high
}

// The columns of the assumptions.
const (
	aLabel = iota + 1
	aLow
	aBase
	aHigh
	aUnit
	aOrigin
	aSources
)

// placeAssumptions lists every parameter with its range, where it comes from, and what it
// rests on.
func placeAssumptions(b *frame) (companyCells, []assumedCells) {
	s, w := b.page(assumptionsTab), b.words
	s.Widths(aLabel, 46, 12, 12, 12, 14, 13, 58)
	row := headRows + 1
	for i, label := range []string{w.Parameter, w.Low, w.Base, w.High, w.Unit, w.Origin, w.Sources} {
		style := look.Head
		switch at := i + 1; {
		case at >= aLow && at <= aHigh:
			style = look.Head | look.Right
		case at == aUnit:
			style = look.Head | look.Indent
		}
		s.Text(i+1, row, style, label)
	}
	s.Height(row, 17)
	s.Page.Freeze(0, row)
	s.Page.Titles(row, row, 0)
	company, row := placeCompany(b, s, row+1)
	channels := make([]assumedCells, len(b.names))
	var starts []int
	for i := range channels {
		starts = append(starts, row+1)
		channels[i], row = placeChannel(b, s, company, i, row+1)
	}
	s.Page.Paper(aSources, row-1, 17, starts...)
	return company, channels
}

// assumption is one row: its inputs, by name, and what is said of them. A derived one has a
// formula instead.
type assumption struct {
	input, label, unit string
	style              look.Style
	ranged             bool
	derived            *[3]formula.Num
	origin             model.Origin
	evidence           []string
}

// assume writes a row and returns its low, base and high figure.
func assume(b *frame, s *part.Sheet, row int, a assumption) (cells [3]formula.Num) {
	s.Text(aLabel, row, look.Row, a.label)
	s.Blank(aLow, aHigh, row, look.Row)
	for i, end := range []string{"_low", "", "_high"} {
		at := aLow + i
		switch {
		case a.derived != nil && (a.ranged || i == 1):
			cells[i] = s.Num(at, row, a.style|look.Row, a.derived[i])
		case a.derived != nil:
		case a.ranged:
			cells[i] = b.input(s, at, row, a.style|look.Row, a.input+end)
		case i == 1:
			cells[i] = b.input(s, at, row, a.style|look.Row, a.input)
		}
	}
	s.Text(aUnit, row, look.Row|look.Dim|look.Indent, a.unit)
	s.Text(aOrigin, row, look.Row|originStyle(a.origin), b.originName(a.origin))
	sources := strings.Join(b.sourceNames(a.evidence), "; ")
	s.Text(aSources, row, look.Row|look.Small|look.Wrap|look.Middle, sources)
	if len(sources) > 66 {
		s.Lines(row, sources, 66)
	}
	return cells
}

func originStyle(o model.Origin) look.Style {
	switch o {
	case model.Own:
		return look.Good
	case model.Published:
		return 0
	}
	return look.Dim
}

// placeCompany writes the company's assumptions, and returns the row below.
func placeCompany(b *frame, s *part.Sheet, row int) (k companyCells, below int) {
	w, c := b.words, b.plan.Company
	s.Section(row, aLabel, aSources, w.TheCompany)
	put := func(a assumption) [3]formula.Num {
		row++
		return assume(b, s, row, a)
	}
	amount := func(name, label string, x model.Amount) formula.Num {
		return put(assumption{input: name, label: label, unit: "€", style: look.Cents, origin: x.Origin, evidence: x.Evidence})[1]
	}
	number := func(name, label, unit string, style look.Style, x model.Number) formula.Num {
		return put(assumption{input: name, label: label, unit: unit, style: style, origin: x.Origin, evidence: x.Evidence})[1]
	}
	k.firstOrder = amount("first_order", w.FirstOrder, c.FirstOrder)
	k.order = amount("order", w.Order, c.Order)
	k.perYear = number("orders_per_year", w.OrdersPerYear, w.AYear, look.Factor, c.OrdersPerYear)
	k.years = number("years", w.Years, w.YearsUnit, look.Factor, c.Years)
	k.margin = number("margin", w.Margin, w.OfOrder, look.Share, c.Margin)
	k.conversion = put(assumption{input: "conversion", label: w.Conversion, unit: w.OfContacts, style: look.Share, ranged: true, origin: c.Conversion.Origin, evidence: c.Conversion.Evidence})
	k.cycle = number("sales_cycle", w.SalesCycle, w.MonthsUnit, look.Factor, c.SalesCycleMonths)
	k.baseline = formula.Lit(0)
	for i, x := range c.Baseline {
		n := number("baseline_"+itoa(i+1), w.Baseline+": "+sourceOf(b.say, x), w.AMonth, look.Factor, x.PerMonth)
		if i == 0 {
			k.baseline = n
		} else {
			k.baseline = k.baseline.Plus(n)
		}
	}
	k.vat = put(assumption{input: "vat_rate", label: w.VATRate, style: look.Share, origin: model.Own})[1]
	k.recovered = put(assumption{input: "vat_recovered", label: w.VATRecovered, style: look.Share, origin: model.Own})[1]
	return k, row + 1
}

// placeChannel writes a channel's assumptions, and returns the row below.
func placeChannel(b *frame, s *part.Sheet, company companyCells, i, row int) (k assumedCells, below int) {
	w, c := b.words, b.plan.Channels[i]
	f := c.Figures
	s.Section(row, aLabel, aSources, b.names[i])
	put := func(a assumption) [3]formula.Num {
		if a.input != "" {
			a.input = of(i, a.input)
		}
		row++
		return assume(b, s, row, a)
	}
	number := func(name, label, unit string, style look.Style, x model.Number) formula.Num {
		return put(assumption{input: name, label: label, unit: unit, style: style, origin: x.Origin, evidence: x.Evidence})[1]
	}
	k.lastYear = put(assumption{input: "last_year", label: w.LastYear, unit: w.EuroAYear, style: look.Cents, origin: model.Own})[1]
	k.threshold = put(assumption{input: "threshold", label: w.Threshold, unit: w.EuroAYear, style: look.Cents, origin: model.Judgement})[1]
	k.reference = put(assumption{input: "reference", label: w.Reference, unit: w.EuroAMonth, style: look.Cents, origin: f.Contacts.Origin})[1]
	k.contacts = put(assumption{input: "contacts", label: w.ContactsThere, unit: w.AMonth, style: look.Factor, ranged: true, origin: f.Contacts.Origin, evidence: f.Contacts.Evidence})
	k.gain = number("gain", w.Gain, "", look.Share, f.Gain)
	k.halfLife = number("half_life", w.HalfLife, w.MonthsUnit, look.Factor, f.HalfLife)
	v, d := c.ConversionOf(b.plan.Company), c.DelayOf(b.plan.Company)
	ends := [3]float64{v.Low, v.Base, v.High}
	conversion := assumption{label: w.Conversion, unit: w.OfContacts, style: look.Share, ranged: true, origin: v.Origin, evidence: v.Evidence}
	delay := assumption{label: w.Delay, unit: w.MonthsUnit, style: look.Factor, origin: d.Origin, evidence: d.Evidence}
	if c.Kind == model.Orders { // an order is a customer already
		conversion.derived, delay.derived = &[3]formula.Num{formula.Lit(1), formula.Lit(1), formula.Lit(1)}, &[3]formula.Num{{}, formula.Lit(0), {}}
	} else {
		if f.Conversion == nil {
			index := number("index", w.ConversionIndex, "", look.Factor, f.ConversionIndex)
			var from [3]formula.Num
			for end, share := range company.conversion {
				from[end] = formula.Calc(ends[end], "MIN(1,%s*%s)", share, index)
			}
			conversion.derived = &from
		} else {
			conversion.input = "conversion"
		}
		if f.Delay == nil {
			factor := number("delay_factor", w.DelayFactor, "", look.Factor, f.DelayFactor)
			delay.derived = &[3]formula.Num{{}, formula.Calc(d.Value, "MIN(%d,%s*%s)", model.MaxDelay, company.cycle, factor), {}}
		} else {
			delay.input = "delay"
		}
	}
	k.conversion = put(conversion)
	k.delay = put(delay)[1]
	return k, row + 1
}

// fillAssumptions puts the head on; the rest was there before.
func fillAssumptions(b *account, s *part.Sheet) { b.head(assumptionsTab, aSources) }
