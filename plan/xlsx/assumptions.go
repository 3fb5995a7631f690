package xlsx

// The sheet of the assumptions: every parameter, with its range and where it comes from.

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

	contacts, additional, conversion [3]formula.Num // low, base, high

	itself formula.Num // what the channel counts without any spend; no formula where nothing was told apart
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

// assumptionRows writes rows of assumptions, one below the other.
type assumptionRows struct {
	*frame
	s   *part.Sheet
	row int                      // the last that was written
	of  func(name string) string // what the inputs are called
}

// put writes a row and returns its low, base and high figure.
func (b *assumptionRows) put(a assumption) (cells [3]formula.Num) {
	b.row++
	s, row := b.s, b.row
	s.Text(aLabel, row, look.Row, a.label)
	s.Blank(aLow, aHigh, row, look.Row)
	for i, end := range []string{"_low", "", "_high"} {
		at := aLow + i
		switch {
		case a.derived != nil && (a.ranged || i == 1):
			cells[i] = s.Num(at, row, a.style|look.Row, a.derived[i])
		case a.derived != nil:
		case a.ranged:
			cells[i] = b.input(s, at, row, a.style|look.Row, b.of(a.input)+end)
		case i == 1:
			cells[i] = b.input(s, at, row, a.style|look.Row, b.of(a.input))
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

// amount writes a sum of money.
func (b *assumptionRows) amount(name, label string, x model.Amount) formula.Num {
	return b.put(assumption{
		input: name, label: label, unit: "€", style: look.Cents, origin: x.Origin, evidence: x.Evidence,
	})[1]
}

// number writes a number.
func (b *assumptionRows) number(name, label, unit string, style look.Style, x model.Number) formula.Num {
	return b.put(assumption{
		input: name, label: label, unit: unit, style: style, origin: x.Origin, evidence: x.Evidence,
	})[1]
}

// ranged writes a range.
func (b *assumptionRows) ranged(name, label, unit string, style look.Style, x model.Range) [3]formula.Num {
	return b.put(assumption{
		input: name, label: label, unit: unit, style: style, ranged: true, origin: x.Origin, evidence: x.Evidence,
	})
}

// plain writes a figure that has an origin and no evidence.
func (b *assumptionRows) plain(name, label, unit string, style look.Style, origin model.Origin) formula.Num {
	return b.put(assumption{input: name, label: label, unit: unit, style: style, origin: origin})[1]
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
	rows := &assumptionRows{b, s, row, func(name string) string { return name }}
	k.firstOrder = rows.amount("first_order", w.FirstOrder, c.FirstOrder)
	k.order = rows.amount("order", w.Order, c.Order)
	k.perYear = rows.number("orders_per_year", w.OrdersPerYear, w.AYear, look.Factor, c.OrdersPerYear)
	k.years = rows.number("years", w.Years, w.YearsUnit, look.Factor, c.Years)
	k.margin = rows.number("margin", w.Margin, w.OfOrder, look.Share, c.Margin)
	k.conversion = rows.ranged("conversion", w.Conversion, w.OfContacts, look.Share, c.Conversion)
	k.cycle = rows.number("sales_cycle", w.SalesCycle, w.MonthsUnit, look.Factor, c.SalesCycleMonths)
	k.baseline = formula.Lit(0)
	for i, x := range c.Baseline {
		label := w.Baseline + ": " + sourceOf(b.say, x)
		n := rows.number("baseline_"+itoa(i+1), label, w.AMonth, look.Factor, x.PerMonth)
		if i == 0 {
			k.baseline = n
		} else {
			k.baseline = k.baseline.Plus(n)
		}
	}
	k.vat = rows.plain("vat_rate", w.VATRate, "", look.Share, model.Own)
	k.recovered = rows.plain("vat_recovered", w.VATRecovered, "", look.Share, model.Own)
	return k, rows.row + 1
}

// placeChannel writes a channel's assumptions, and returns the row below.
func placeChannel(b *frame, s *part.Sheet, company companyCells, i, row int) (k assumedCells, below int) {
	w, f := b.words, b.plan.Channels[i].Figures
	s.Section(row, aLabel, aSources, b.names[i])
	rows := &assumptionRows{b, s, row, func(name string) string { return of(i, name) }}
	k.lastYear = rows.plain("last_year", w.LastYear, w.EuroAYear, look.Cents, model.Own)
	k.threshold = rows.plain("threshold", w.Threshold, w.EuroAYear, look.Cents, model.Judgement)
	k.reference = rows.plain("reference", w.Reference, w.EuroAMonth, look.Cents, f.Contacts.Origin)
	k.contacts = rows.ranged("contacts", w.ContactsThere, w.AMonth, look.Factor, f.Contacts)
	k.additional = rows.ranged("additional", w.Additional, w.OfContacts, look.Share, f.Additional)
	if f.Itself.Value > 0 {
		k.itself = rows.number("itself", w.Itself, w.AMonth, look.Factor, f.Itself)
	}
	k.gain = rows.number("gain", w.Gain, "", look.Share, f.Gain)
	k.halfLife = rows.number("half_life", w.HalfLife, w.MonthsUnit, look.Factor, f.HalfLife)
	conversion := conversionOf(rows, company, b.plan.Channels[i])
	delay := delayOf(rows, company, b.plan.Channels[i])
	k.conversion = rows.put(conversion)
	k.delay = rows.put(delay)[1]
	return k, rows.row + 1
}

// conversionOf is a channel's conversion: its own, or the company's by an index, which it writes.
// An order is a customer already.
func conversionOf(b *assumptionRows, company companyCells, c model.Channel) assumption {
	v := c.ConversionOf(b.plan.Company)
	a := assumption{
		input: "conversion", label: b.words.Conversion, unit: b.words.OfContacts, style: look.Share, ranged: true,
		origin: v.Origin, evidence: v.Evidence,
	}
	switch {
	case c.Kind == model.Orders:
		a.derived = &[3]formula.Num{formula.Lit(1), formula.Lit(1), formula.Lit(1)}
	case c.Figures.Conversion == nil:
		index := b.number("index", b.words.ConversionIndex, "", look.Factor, c.Figures.ConversionIndex)
		a.derived = &[3]formula.Num{}
		for end, x := range [3]float64{v.Low, v.Base, v.High} {
			a.derived[end] = formula.Calc(x, "MIN(1,%s*%s)", company.conversion[end], index)
		}
	}
	return a
}

// delayOf is a channel's delay: its own, or the company's by a factor, which it writes.
func delayOf(b *assumptionRows, company companyCells, c model.Channel) assumption {
	d := c.DelayOf(b.plan.Company)
	a := assumption{
		input: "delay", label: b.words.Delay, unit: b.words.MonthsUnit, style: look.Factor,
		origin: d.Origin, evidence: d.Evidence,
	}
	switch {
	case c.Kind == model.Orders:
		a.derived = &[3]formula.Num{1: formula.Lit(0)}
	case c.Figures.Delay == nil:
		factor := b.number("delay_factor", b.words.DelayFactor, "", look.Factor, c.Figures.DelayFactor)
		a.derived = &[3]formula.Num{1: formula.Calc(d.Value, "MIN(%d,%s*%s)", model.MaxDelay, company.cycle, factor)}
	}
	return a
}

// fillAssumptions puts the head on; the rest is there before.
func fillAssumptions(b *account, s *part.Sheet) { b.head(assumptionsTab, aSources) }
