package xlsx

// The figures that may be changed in a book, and the way back: what writes them into cells and what
// reads them home share one list.

import (
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
	end := func(name, label string, of func(r *model.Range) *float64) {
		l.add(input{name: name, label: label, most: most,
			get: func(p *model.Plan, _ int) (float64, bool) { return *of(at(p)), true },
			set: func(p *model.Plan, _ int, v float64) {
				r := at(p)
				*of(r) = v
				r.Origin, r.Evidence = model.Own, nil
			},
		})
	}
	end(name+"_low", label+" ("+l.words.Low+")", func(r *model.Range) *float64 { return &r.Low })
	end(name+"_high", label+" ("+l.words.High+")", func(r *model.Range) *float64 { return &r.High })
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

// turned is the calendar month, January being 0, of the m-th month of the plan.
func turned(p *model.Plan, m int) int { return (p.Start + model.Month(m)).Index() }
