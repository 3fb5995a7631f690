package xlsx

// What may be changed of a channel.

import (
	"math"

	"arringa/model"
)

// of names an input of a channel.
func of(i int, what string) string {
	if what == "amount" {
		return "amount_" + itoa(i+1)
	}
	return "c" + itoa(i+1) + "_" + what
}

// channelInputs adds the inputs of a channel.
type channelInputs struct {
	*inputList
	i    int
	name string
}

func (l channelInputs) at(p *model.Plan) *model.Channel { return &p.Channels[l.i] }
func (l channelInputs) label(what string) string        { return l.name + ": " + what }

// cents adds an amount, from where it stands in the channel.
func (l channelInputs) cents(what, label string, at func(c *model.Channel) *model.Money) {
	l.money(of(l.i, what), l.label(label), func(p *model.Plan) *model.Money { return at(l.at(p)) })
}

// figure adds a number.
func (l channelInputs) figure(what, label string, least, most float64, at func(f *model.Figures) *model.Number) {
	l.number(of(l.i, what), l.label(label), least, most,
		func(p *model.Plan) *model.Number { return at(&l.at(p).Figures) })
}

// reach adds a range.
func (l channelInputs) reach(what, label string, most float64, at func(f *model.Figures) *model.Range) {
	l.ranged(of(l.i, what), l.label(label), most, func(p *model.Plan) *model.Range { return at(&l.at(p).Figures) })
}

// channel adds what may be changed of a channel.
func (l *inputList) channel(p model.Plan, i int) {
	l.of, l.prefix = p.Channels[i].ID, of(i, "")
	x := channelInputs{l, i, l.name(p.Channels[i])}
	x.amounts()
	x.figures(p.Channels[i])
	if p.Channels[i].Calendar.Kind != model.BySeason {
		x.weights()
	}
	l.of, l.prefix = "", ""
}

// amounts adds what is spent, and between what ends.
func (l channelInputs) amounts() {
	w := l.words
	l.add(input{
		name: of(l.i, "amount"), label: l.label(w.Amount), most: model.MaxMoney.Euros(), slider: of(l.i, "slider"),
		get: func(p *model.Plan, _ int) (float64, bool) { return l.at(p).Amount.Euros(), true },
		set: func(p *model.Plan, _ int, v float64) { l.at(p).Amount = toMoney(v) },
	})
	l.list[len(l.list)-1].field = "amount"
	l.cents("least", w.AtLeast, func(c *model.Channel) *model.Money { return &c.AtLeast })
	l.add(input{
		name: of(l.i, "most"), label: l.label(w.AtMost), most: model.MaxMoney.Euros(), // empty: no limit
		get:   func(p *model.Plan, _ int) (float64, bool) { return l.at(p).AtMost.Euros(), l.at(p).AtMost > 0 },
		set:   func(p *model.Plan, _ int, v float64) { l.at(p).AtMost = toMoney(v) },
		clear: func(p *model.Plan, _ int) { l.at(p).AtMost = 0 },
	})
	l.cents("threshold", w.Threshold, func(c *model.Channel) *model.Money { return &c.Threshold })
	l.cents("last_year", w.LastYear, func(c *model.Channel) *model.Money { return &c.LastYear.Spend })
}

// figures adds what the channel's curve is made of. Orders are customers already: they have neither
// conversion nor delay.
func (l channelInputs) figures(c model.Channel) {
	w := l.words
	l.cents("reference", w.Reference, func(c *model.Channel) *model.Money { return &c.Figures.Reference })
	l.reach("contacts", w.ContactsThere, model.MaxPerMonth, func(f *model.Figures) *model.Range { return &f.Contacts })
	l.reach("additional", w.Additional, 1, func(f *model.Figures) *model.Range { return &f.Additional })
	if c.Figures.Itself.Value > 0 {
		l.figure("itself", w.Itself, 0, model.MaxPerMonth, func(f *model.Figures) *model.Number { return &f.Itself })
	}
	l.figure("gain", w.Gain, model.MinGain, model.LinearGain, func(f *model.Figures) *model.Number { return &f.Gain })
	l.figure("half_life", w.HalfLife, 0, model.MaxHalfLife, func(f *model.Figures) *model.Number { return &f.HalfLife })
	if c.Kind == model.Orders {
		return
	}
	if c.Figures.Conversion != nil {
		l.reach("conversion", w.Conversion, 1, func(f *model.Figures) *model.Range { return f.Conversion })
	} else {
		l.figure("index", w.ConversionIndex, 0, 100, func(f *model.Figures) *model.Number { return &f.ConversionIndex })
	}
	if c.Figures.Delay != nil {
		l.figure("delay", w.Delay, 0, model.MaxDelay, func(f *model.Figures) *model.Number { return f.Delay })
	} else {
		l.figure("delay_factor", w.DelayFactor, 0, 100, func(f *model.Figures) *model.Number { return &f.DelayFactor })
	}
}

// weights adds when the channel's year is spent: what is typed there makes the calendar the
// manager's own.
func (l channelInputs) weights() {
	l.add(input{
		name: of(l.i, "weights"), label: l.label(l.words.Calendar), cells: 12, most: float64(model.MaxWeight),
		whole: true,
		get: func(p *model.Plan, m int) (float64, bool) {
			return float64(l.at(p).Calendar.MonthWeights(p.Company.Season)[turned(p, m)]), true
		},
		set: func(p *model.Plan, m int, v float64) {
			weights := l.at(p).Calendar.MonthWeights(p.Company.Season)
			weights[turned(p, m)] = int64(math.Round(v))
			l.at(p).Calendar.Kind, l.at(p).Calendar.Weights = model.Typed, &weights
		},
	})
}
