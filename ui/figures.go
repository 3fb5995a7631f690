package ui

import (
	"arringa/model"
	"arringa/plan"
	"arringa/templates"

	tea "charm.land/bubbletea/v2"
)

// newFigures asks what is assumed of a channel of the plan.
func newFigures(d *desk, line int) *sheet {
	return figuresOf(d, line, func() field {
		return onward(d.say.App.Ready, func() tea.Cmd { d.close(); return nil })
	})
}

// newOwnChannel asks the figures of a channel that the catalogue does not have. It is worked
// on beside the plan, and put into it at the end: take does that.
func newOwnChannel(d *desk, ch model.Channel, take func(model.Channel)) *sheet {
	own := &desk{stage: d.stage, work: plan.NewEditor(plan.Add(d.plan(), ch))}
	line := own.plan().Channel(ch.ID)
	s := figuresOf(own, line, func() field {
		return onward(d.say.Channels.AddOwn, func() tea.Cmd {
			take(own.plan().Channels[line])
			d.close()
			return nil
		})
	})
	s.apart = true
	return s
}

// figuresOf is the form of a channel's figures, with its last line.
func figuresOf(d *desk, line int, last func() field) *sheet {
	say, k := &d.say.Channels, asker{d, "figures."}
	ch := func(p *model.Plan) *model.Channel { return &p.Channels[line] }
	name := d.name(d.plan().Channels[line])
	return newSheet(d, "figures", say.FiguresOf.With("channel", name), "", func() []field {
		p := d.plan()
		c := p.Channels[line]
		f := c.Figures
		kinds := []string{d.say.Company.KindB2B, d.say.Company.KindLocal, d.say.Company.KindOrders}
		fields := []field{
			k.text("name", say.AskName, d.name(c), func(p *model.Plan, s string) { ch(p).Name = s }),
			pick(k, "kind", say.AskKind, kinds, []model.SaleKind{model.B2B, model.Local, model.Orders}, c.Kind, func(p *model.Plan, v model.SaleKind) { ch(p).Kind = v }),
			k.money("reference", say.AskReference, f.Reference, func(p *model.Plan, m model.Money) error {
				if m < 100 {
					return between{d.say.Money(model.Euro(1)), d.say.Money(model.MaxMoney)}
				}
				ch(p).Figures.Reference = m
				return nil
			}),
			k.spread("contacts", say.AskContacts, f.Contacts, 1, 2, model.MaxPerMonth, func(p *model.Plan, r model.Range) { ch(p).Figures.Contacts = r }),
			k.gain(say.AskGain, f.Gain, func(p *model.Plan, n model.Number) { ch(p).Figures.Gain = n }),
			k.number("half_life", say.AskHalfLife, f.HalfLife, 1, 0, model.MaxHalfLife, func(p *model.Plan, n model.Number) { ch(p).Figures.HalfLife = n }),
		}
		if c.Kind != model.Orders {
			fields = append(fields,
				k.spread("conversion", say.AskConversion, c.ConversionOf(p.Company), 100, model.ConversionSpread, 1, func(p *model.Plan, r model.Range) { ch(p).Figures.Conversion = &r }),
				k.number("delay", say.AskDelay, c.DelayOf(p.Company), 1, 0, model.MaxDelay, func(p *model.Plan, n model.Number) { ch(p).Figures.Delay = &n }))
		}
		spent := k.money("last_year", say.AskLastYear, c.LastYear.Spend, func(p *model.Plan, m model.Money) error { ch(p).LastYear.Spend = m; return nil })
		return append(fields, spent,
			k.optional("last_contacts", say.AskLastContacts, c.LastYear.Contacts, func(p *model.Plan, v *float64) { ch(p).LastYear.Contacts = v }),
			k.optional("last_customers", say.AskLastCustomers, c.LastYear.Customers, func(p *model.Plan, v *float64) { ch(p).LastYear.Customers = v }),
			k.money("threshold", d.say.Budget.Threshold, c.Threshold, func(p *model.Plan, m model.Money) error { ch(p).Threshold = m; return nil }),
			last())
	})
}

// gain asks how many more contacts twice the spend would bring: 5 to 95 %, or 100.
func (k asker) gain(words templates.Field, value model.Number, set func(*model.Plan, model.Number)) field {
	f := k.number("gain", words, value, 100, model.MinGain, model.LinearGain, set)
	take := f.set
	f.set = func(s string) error {
		if x, err := k.say.ParseNumber(s); err == nil && x > 100*model.MaxGain && x != 100 {
			return between{k.say.Plain(100 * model.MinGain), k.say.Plain(100 * model.MaxGain)}
		}
		return take(s)
	}
	return f
}

// optional is a count that may be unknown.
func (k asker) optional(id string, words templates.Field, value *float64, set func(*model.Plan, *float64)) field {
	f := k.field(id, words)
	if value != nil {
		f.value, f.origin = k.say.Plain(*value), model.Own
	}
	f.set = func(s string) error {
		var v *float64
		if s != "" {
			x, err := k.say.ParseNumber(s)
			if err != nil {
				return err
			}
			if x < 0 || x > model.MaxPerMonth*12 {
				return between{"0", k.say.Plain(model.MaxPerMonth * 12)}
			}
			v = &x
		}
		k.change("", words.Label, func(p *model.Plan) { set(p, v) })
		return nil
	}
	return f
}
