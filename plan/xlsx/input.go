package xlsx

import (
	"fmt"
	"math"
	"strings"

	"arringa/model"
	"arringa/templates"
)

// input is a figure that may be changed in the book: where it is found again, by the name of
// its cell or of its row of cells, and what it is in the plan, both ways.
type input struct {
	name    string          // of the cell, after in_
	field   string          // the figure, whoever's it is
	channel model.ChannelID // whose it is; empty: the company's
	label   string          // for whoever reads that it was changed
	cells   int             // side by side; 1 unless said otherwise
	part    func(i int) string
	least   float64 // what may be typed
	most    float64
	whole   bool
	slider  string // name of the cell by which it is multiplied, in percent; empty: none

	get    func(p *model.Plan, i int) (float64, bool)
	set    func(p *model.Plan, i int, v float64)
	clear  func(p *model.Plan, i int) // of a cell that may be empty
	chosen func(p *model.Plan) string // of a choice from a list, instead of get and set
	choose func(p *model.Plan, choice string)
}

// inputs are all figures of a plan that its book lets change.
func inputs(p model.Plan, t *templates.Texts) []input {
	l := inputList{say: t, words: &t.Book, start: p.Start}
	l.company(p)
	for i := range p.Channels {
		l.channel(p, i)
	}
	l.scenarios(p)
	l.role(p)
	l.distance(p)
	l.progress(p)
	return l.list
}

type inputList struct {
	say   *templates.Texts
	words *templates.Book
	list  []input

	of     model.ChannelID // whose inputs follow
	prefix string          // of their names
	start  model.Month
}

func (l *inputList) name(c model.Channel) string { return templates.ChannelName(c, l.say.Tag) }

func (l *inputList) add(in input) {
	in.cells = max(in.cells, 1)
	in.field = strings.TrimPrefix(in.name, l.prefix)
	in.channel = l.of
	if in.part == nil {
		in.part = func(m int) string { return ", " + l.say.Month(l.start+model.Month(m)) }
	}
	l.list = append(l.list, in)
}

// money is an amount, in euro in the cell and in cents in the plan.
func (l *inputList) money(name, label string, at func(p *model.Plan) *model.Money) {
	l.add(input{name: name, label: label, most: model.MaxMoney.Euros(),
		get: func(p *model.Plan, _ int) (float64, bool) { return at(p).Euros(), true },
		set: func(p *model.Plan, _ int, v float64) { *at(p) = toMoney(v) },
	})
}

func toMoney(euros float64) model.Money { return model.Money(math.Round(euros * 100)) }

// amount and number are assumptions: what is typed over one is the company's own figure.
func (l *inputList) amount(name, label string, at func(p *model.Plan) *model.Amount) {
	l.add(input{name: name, label: label, most: model.MaxMoney.Euros(),
		get: func(p *model.Plan, _ int) (float64, bool) { return at(p).Cents.Euros(), true },
		set: func(p *model.Plan, _ int, v float64) { *at(p) = model.Amount{Cents: toMoney(v), Origin: model.Own} },
	})
}

func (l *inputList) number(name, label string, least, most float64, at func(p *model.Plan) *model.Number) {
	l.add(input{name: name, label: label, least: least, most: most,
		get: func(p *model.Plan, _ int) (float64, bool) { return at(p).Value, true },
		set: func(p *model.Plan, _ int, v float64) { *at(p) = model.Number{Value: v, Origin: model.Own} },
	})
}

// ranged is a range: its base, with which the ends move, and the ends.
func (l *inputList) ranged(name, label string, most float64, at func(p *model.Plan) *model.Range) {
	l.add(input{name: name, label: label, most: most,
		get: func(p *model.Plan, _ int) (float64, bool) { return at(p).Base, true },
		set: func(p *model.Plan, _ int, v float64) { r := at(p); *r = moved(*r, v, most) },
	})
	for _, x := range []struct {
		end, label string
		of         func(r *model.Range) *float64
	}{{"_low", l.words.Low, func(r *model.Range) *float64 { return &r.Low }}, {"_high", l.words.High, func(r *model.Range) *float64 { return &r.High }}} {
		l.add(input{name: name + x.end, label: label + " (" + x.label + ")", most: most,
			get: func(p *model.Plan, _ int) (float64, bool) { return *x.of(at(p)), true },
			set: func(p *model.Plan, _ int, v float64) {
				r := at(p)
				*x.of(r) = v
				r.Origin, r.Evidence = model.Own, nil
			},
		})
	}
}

// moved is a range whose base was typed: low and high keep their distance to it, as shares.
func moved(r model.Range, base, most float64) model.Range {
	if r.Base > 0 {
		r.Low, r.High = r.Low*base/r.Base, max(base, min(r.High*base/r.Base, most))
	} else {
		r.Low, r.High = base, base
	}
	r.Base, r.Origin, r.Evidence = base, model.Own, nil
	return r
}

func (l *inputList) share(name, label string, at func(p *model.Plan) *float64) {
	l.add(input{name: name, label: label, most: 1,
		get: func(p *model.Plan, _ int) (float64, bool) { return *at(p), true },
		set: func(p *model.Plan, _ int, v float64) { *at(p) = v },
	})
}

func (l *inputList) company(p model.Plan) {
	w := l.words
	l.choice(p)
	l.money("budget", w.BudgetTotal, func(p *model.Plan) *model.Money { return &p.Budget })
	l.amount("first_order", w.FirstOrder, func(p *model.Plan) *model.Amount { return &p.Company.FirstOrder })
	l.amount("order", w.Order, func(p *model.Plan) *model.Amount { return &p.Company.Order })
	l.number("orders_per_year", w.OrdersPerYear, 0, model.MaxOrdersPerYear, func(p *model.Plan) *model.Number { return &p.Company.OrdersPerYear })
	l.number("years", w.Years, 0, 100, func(p *model.Plan) *model.Number { return &p.Company.Years })
	l.number("margin", w.Margin, 0, 1, func(p *model.Plan) *model.Number { return &p.Company.Margin })
	l.ranged("conversion", w.Conversion, 1, func(p *model.Plan) *model.Range { return &p.Company.Conversion })
	l.number("sales_cycle", w.SalesCycle, 0, model.MaxDelay, func(p *model.Plan) *model.Number { return &p.Company.SalesCycleMonths })
	for i, x := range p.Company.Baseline {
		l.number(fmt.Sprintf("baseline_%d", i+1), w.Baseline+": "+sourceOf(l.say, x), 0, model.MaxPerMonth, func(p *model.Plan) *model.Number { return &p.Company.Baseline[i].PerMonth })
	}
	l.share("vat_rate", w.VATRate, func(p *model.Plan) *float64 { return &p.Company.VAT.Rate })
	l.share("vat_recovered", w.VATRecovered, func(p *model.Plan) *float64 { return &p.Company.VAT.Recovered })
	l.add(input{name: "season", label: w.Season, cells: 12, most: model.MaxSeason, whole: true,
		get: func(p *model.Plan, m int) (float64, bool) { return float64(p.Company.Season[turned(p, m)]), true },
		set: func(p *model.Plan, m int, v float64) { p.Company.Season[turned(p, m)] = int64(math.Round(v)) },
	})
}

// sourceOf is where customers come from by themselves, in words.
func sourceOf(t *templates.Texts, x model.Baseline) string {
	if f, ok := t.Company.Baseline[x.From]; ok {
		return f.Label
	}
	return x.From
}

// of names an input of a channel.
func of(i int, what string) string {
	if what == "amount" {
		return "amount_" + itoa(i+1)
	}
	return "c" + itoa(i+1) + "_" + what
}

func (l *inputList) channel(p model.Plan, i int) {
	w, c := l.words, p.Channels[i]
	at := func(p *model.Plan) *model.Channel { return &p.Channels[i] }
	label := func(what string) string { return l.name(c) + ": " + what }
	l.of, l.prefix = c.ID, of(i, "")
	defer func() { l.of, l.prefix = "", "" }()
	l.add(input{name: of(i, "amount"), label: label(w.Amount), most: model.MaxMoney.Euros(), slider: of(i, "slider"),
		get: func(p *model.Plan, _ int) (float64, bool) { return at(p).Amount.Euros(), true },
		set: func(p *model.Plan, _ int, v float64) { at(p).Amount = toMoney(v) },
	})
	l.list[len(l.list)-1].field = "amount"
	l.money(of(i, "least"), label(w.AtLeast), func(p *model.Plan) *model.Money { return &at(p).AtLeast })
	l.add(input{name: of(i, "most"), label: label(w.AtMost), most: model.MaxMoney.Euros(), // empty: no limit
		get:   func(p *model.Plan, _ int) (float64, bool) { return at(p).AtMost.Euros(), at(p).AtMost > 0 },
		set:   func(p *model.Plan, _ int, v float64) { at(p).AtMost = toMoney(v) },
		clear: func(p *model.Plan, _ int) { at(p).AtMost = 0 },
	})
	l.money(of(i, "threshold"), label(w.Threshold), func(p *model.Plan) *model.Money { return &at(p).Threshold })
	l.money(of(i, "last_year"), label(w.LastYear), func(p *model.Plan) *model.Money { return &at(p).LastYear.Spend })
	l.money(of(i, "reference"), label(w.Reference), func(p *model.Plan) *model.Money { return &at(p).Figures.Reference })
	l.ranged(of(i, "contacts"), label(w.ContactsThere), model.MaxPerMonth, func(p *model.Plan) *model.Range { return &at(p).Figures.Contacts })
	l.number(of(i, "gain"), label(w.Gain), model.MinGain, model.LinearGain, func(p *model.Plan) *model.Number { return &at(p).Figures.Gain })
	l.number(of(i, "half_life"), label(w.HalfLife), 0, model.MaxHalfLife, func(p *model.Plan) *model.Number { return &at(p).Figures.HalfLife })
	if c.Kind != model.Orders {
		if c.Figures.Conversion != nil {
			l.ranged(of(i, "conversion"), label(w.Conversion), 1, func(p *model.Plan) *model.Range { return at(p).Figures.Conversion })
		} else {
			l.number(of(i, "index"), label(w.ConversionIndex), 0, 100, func(p *model.Plan) *model.Number { return &at(p).Figures.ConversionIndex })
		}
		if c.Figures.Delay != nil {
			l.number(of(i, "delay"), label(w.Delay), 0, model.MaxDelay, func(p *model.Plan) *model.Number { return at(p).Figures.Delay })
		} else {
			l.number(of(i, "delay_factor"), label(w.DelayFactor), 0, 100, func(p *model.Plan) *model.Number { return &at(p).Figures.DelayFactor })
		}
	}
	if c.Calendar.Kind != model.BySeason {
		l.add(input{name: of(i, "weights"), label: label(w.Calendar), cells: 12, most: float64(model.MaxWeight), whole: true,
			get: func(p *model.Plan, m int) (float64, bool) {
				return float64(at(p).Calendar.MonthWeights(p.Company.Season)[turned(p, m)]), true
			},
			set: func(p *model.Plan, m int, v float64) {
				weights := at(p).Calendar.MonthWeights(p.Company.Season)
				weights[turned(p, m)] = int64(math.Round(v))
				at(p).Calendar.Kind, at(p).Calendar.Weights = model.Typed, &weights
			},
		})
	}
}

// turned is the calendar month, January being 0, of the m-th month of the plan.
func turned(p *model.Plan, m int) int { return (p.Start + model.Month(m)).Index() }
