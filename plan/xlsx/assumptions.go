package xlsx

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// companyCells are where the company's assumptions stand.
type companyCells struct {
	firstOrder, order, perYear, years, margin, vat, recovered, baseline string
	season                                                              [12]string // January first
	firstYear, lifetime, cost                                           string     // worked out, in the workings
}

// channelCells are where a channel's figures stand.
type channelCells struct {
	reference, contacts, gain, halfLife, conversion, delay, lastYear, threshold string
	weights                                                                     [12]string // January first
	amount                                                                      string     // on the budget
	spendRow                                                                    int        // of the calendar
	carryover, half, ceiling, late, fraction, opening                           string     // in the workings
	results, resultsGradual, cost, costGradual                                  string
	effectiveRow, contactsRow, idleRow, wonRow                                  int // of the results
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
	aMonths // of the season and the calendars, twelve columns
)

// fillAssumptions lists every parameter with its range, where it comes from, and what it
// rests on. What may be edited is blue.
func (b *book) fillAssumptions() {
	s, w := b.assumptions, b.words
	s.head(w.SheetAssumptions, w.AssumptionsAnswer, aSources)
	s.width(aLabel, aLabel, 46)
	s.width(aLow, aHigh, 12)
	s.width(aUnit, aUnit, 16)
	s.width(aOrigin, aOrigin, 15)
	s.width(aSources, aSources, 46)
	s.width(aMonths, aMonths+11, 8)
	b.try(s.file.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 4, TopLeftCell: "A5", ActivePane: "bottomLeft"}))
	for i, label := range []string{w.Parameter, w.Low, w.Base, w.High, w.Unit, w.Origin, w.Sources} {
		s.text(i+1, 4, "head", label)
	}
	for m, name := range b.say.ShortMonths {
		s.text(aMonths+m, 4, "head right", name)
	}
	row := b.companyRows(5)
	for i, c := range b.plan.Channels {
		row = b.channelRows(i, c, row+1)
	}
	b.try(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: s.span(1, 1, aSources, row-1), Scope: s.name}))
	b.try(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(s.name) + "!$4:$4", Scope: s.name}))
}

// parameter writes one row and returns where its base figure stands.
type parameter struct {
	name, label, unit, style string
	low, base, high          *float64 // low and high are nil where there is no range
	origin                   model.Origin
	evidence                 []string
}

func (b *book) parameter(row int, p parameter) string {
	s := b.assumptions
	s.text(aLabel, row, "row", p.label)
	for i, v := range []*float64{p.low, p.base, p.high} {
		if v == nil {
			s.blank(aLow+i, row, "row")
			continue
		}
		s.number(aLow+i, row, p.style+" row input", *v)
	}
	s.text(aUnit, row, "row dim", p.unit)
	s.text(aOrigin, row, "row "+originStyle(p.origin), b.originName(p.origin))
	s.text(aSources, row, "row small", strings.Join(b.sourceNames(p.evidence), "; "))
	s.named("in_"+p.name, aBase, row)
	return s.at(aBase, row)
}

func originStyle(o model.Origin) string {
	if o == model.Own {
		return "good"
	}
	return "dim"
}

func (b *book) originName(o model.Origin) string {
	switch o {
	case model.Own:
		return b.say.App.OriginOwn
	case model.Published:
		return b.say.App.OriginPublished
	case model.Judgement:
		return b.say.App.OriginJudgement
	}
	return ""
}

// sourceNames are the short names of evidence: who, and when.
func (b *book) sourceNames(ids []string) []string {
	var names []string
	for _, id := range ids {
		if e, ok := templates.FindEvidence(id); ok {
			names = append(names, e.Source+" "+e.Published)
			continue
		}
		for _, own := range b.plan.Evidence {
			if own.ID == id {
				names = append(names, own.Source)
			}
		}
	}
	return names
}

func (b *book) companyRows(row int) int {
	s, w, c := b.assumptions, b.words, b.plan.Company
	s.text(aLabel, row, "section", w.TheCompany)
	for i := aLow; i <= aSources; i++ {
		s.blank(i, row, "section")
	}
	row++
	at := func(p parameter) string {
		row++
		return b.parameter(row-1, p)
	}
	sum := func(name, label string, a model.Amount) string {
		return at(parameter{name: name, label: label, unit: "€", style: "cents", base: ptr(euros(float64(a.Cents))), origin: a.Origin, evidence: a.Evidence})
	}
	number := func(name, label, unit, style string, n model.Number) string {
		return at(parameter{name: name, label: label, unit: unit, style: style, base: ptr(n.Value), origin: n.Origin, evidence: n.Evidence})
	}
	k := &b.company
	k.firstOrder = sum("first_order", w.FirstOrder, c.FirstOrder)
	k.order = sum("order", w.Order, c.Order)
	k.perYear = number("orders_per_year", w.OrdersPerYear, w.AYear, "factor", c.OrdersPerYear)
	k.years = number("years", w.Years, w.YearsUnit, "factor", c.Years)
	k.margin = number("margin", w.Margin, w.OfOrder, "share", c.Margin)
	baseline := model.Number{Value: c.BaselinePerMonth(), Origin: model.Own}
	for _, x := range c.Baseline {
		if x.PerMonth.Origin != model.Own {
			baseline.Origin = x.PerMonth.Origin
		}
	}
	k.baseline = number("baseline", w.Baseline, w.AMonth, "factor", baseline)
	k.vat = number("vat_rate", w.VATRate, "", "share", model.Number{Value: c.VAT.Rate, Origin: model.Own})
	k.recovered = number("vat_recovered", w.VATRecovered, "", "share", model.Number{Value: c.VAT.Recovered, Origin: model.Own})
	s.text(aLabel, row, "row", w.Season)
	for i := aLow; i <= aSources; i++ {
		s.blank(i, row, "row")
	}
	for m, weight := range c.Season {
		s.number(aMonths+m, row, "whole row input", float64(weight))
		k.season[m] = s.at(aMonths+m, row)
	}
	return row + 1
}

// channelRows writes a channel's assumptions.
func (b *book) channelRows(i int, c model.Channel, row int) int {
	s, w, k, f := b.assumptions, b.words, &b.channels[i], c.Figures
	s.text(aLabel, row, "section", templates.ChannelName(c, b.say.Tag))
	for at := aLow; at <= aSources; at++ {
		s.blank(at, row, "section")
	}
	row++
	at := func(p parameter) string {
		p.name = "c" + strconv.Itoa(i+1) + "_" + p.name
		row++
		return b.parameter(row-1, p)
	}
	one := func(name, label, unit, style string, n model.Number) string {
		return at(parameter{name: name, label: label, unit: unit, style: style, base: ptr(n.Value), origin: n.Origin, evidence: n.Evidence})
	}
	three := func(name, label, unit, style string, r model.Range) string {
		return at(parameter{name: name, label: label, unit: unit, style: style, low: ptr(r.Low), base: ptr(r.Base), high: ptr(r.High), origin: r.Origin, evidence: r.Evidence})
	}
	k.reference = one("reference", w.Reference, w.EuroAMonth, "cents", model.Number{Value: euros(float64(f.Reference)), Origin: f.Contacts.Origin})
	k.contacts = three("contacts", w.ContactsThere, w.AMonth, "factor", f.Contacts)
	k.gain = one("gain", w.Gain, "", "share", f.Gain)
	k.halfLife = one("half_life", w.HalfLife, w.MonthsUnit, "factor", f.HalfLife)
	k.conversion = three("conversion", w.Conversion, w.OfContacts, "share", c.ConversionOf(b.plan.Company))
	k.delay = one("delay", w.Delay, w.MonthsUnit, "factor", c.DelayOf(b.plan.Company))
	k.lastYear = one("last_year", w.LastYear, w.EuroAYear, "cents", model.Number{Value: euros(float64(c.LastYear.Spend)), Origin: model.Own})
	k.threshold = one("threshold", w.Threshold, w.EuroAYear, "cents", model.Number{Value: euros(float64(c.Threshold)), Origin: model.Judgement})
	s.text(aLabel, row, "row", w.Calendar)
	for at := aLow; at <= aSources; at++ {
		s.blank(at, row, "row")
	}
	for m, weight := range c.Calendar.MonthWeights(b.plan.Company.Season) {
		k.weights[m] = s.at(aMonths+m, row)
		if c.Calendar.Kind == model.BySeason {
			s.formula(aMonths+m, row, "whole row", b.company.season[m], float64(weight))
			continue
		}
		s.number(aMonths+m, row, "whole row input", float64(weight))
	}
	return row + 1
}
