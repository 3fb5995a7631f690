// The figures of a channel, each with where it comes from.

package ask

import (
	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// Figures asks what is assumed of a channel of the plan.
func Figures(d *desk.Desk, line int) *form.Sheet {
	return figuresOf(d, line, func() form.Field {
		return form.Onward(d.Say.App.Ready, func() tea.Cmd { d.Close(); return nil })
	})
}

// NewOwnChannel asks the figures of a channel that the catalogue does not have. It is worked
// on beside the plan, and put into it at the end: take does that.
func NewOwnChannel(d *desk.Desk, ch model.Channel, take func(model.Channel)) *form.Sheet {
	own := &desk.Desk{Stage: d.Stage, Work: plan.NewEditor(plan.Add(d.Plan(), ch))}
	line := own.Plan().Channel(ch.ID)
	s := figuresOf(own, line, func() form.Field {
		return form.Onward(d.Say.Channels.AddOwn, func() tea.Cmd {
			take(own.Plan().Channels[line])
			d.Close()
			return nil
		})
	})
	s.Apart = true
	return s
}

// figuresOf is the form of a channel's figures, with its last line.
func figuresOf(d *desk.Desk, line int, last func() form.Field) *form.Sheet {
	say, k := &d.Say.Channels, Asker{d, "figures."}
	ch := func(p *model.Plan) *model.Channel { return &p.Channels[line] }
	name := d.Name(d.Plan().Channels[line])
	return form.NewSheet(d, "figures", say.FiguresOf.With("channel", name), "", func() []form.Field {
		p := d.Plan()
		c := p.Channels[line]
		f := c.Figures
		kinds := []string{d.Say.Company.KindB2B, d.Say.Company.KindLocal, d.Say.Company.KindOrders}
		fields := []form.Field{
			k.Text("name", say.AskName, d.Name(c), func(p *model.Plan, s string) { ch(p).Name = s }),
			Pick(k, "kind", say.AskKind, kinds, []model.SaleKind{model.B2B, model.Local, model.Orders}, c.Kind,
				func(p *model.Plan, v model.SaleKind) { ch(p).Kind = v }),
			k.Money("reference", say.AskReference, f.Reference, func(p *model.Plan, m model.Money) error {
				if m < 100 {
					return desk.Between{Least: d.Say.Money(model.Euro(1)), Most: d.Say.Money(model.MaxMoney)}
				}
				ch(p).Figures.Reference = m
				return nil
			}),
			k.Spread("contacts", say.AskContacts, f.Contacts, 1, 2, model.MaxPerMonth,
				func(p *model.Plan, r model.Range) { ch(p).Figures.Contacts = r }),
			k.counts(c, ch),
			k.additional(c, ch),
			k.gain(say.AskGain, f.Gain, func(p *model.Plan, n model.Number) { ch(p).Figures.Gain = n }),
			k.Number("half_life", say.AskHalfLife, f.HalfLife, 1, 0, model.MaxHalfLife,
				func(p *model.Plan, n model.Number) { ch(p).Figures.HalfLife = n }),
		}
		if c.Kind != model.Orders {
			fields = append(fields,
				k.Spread("conversion", say.AskConversion, c.ConversionOf(p.Company), 100, model.ConversionSpread, 1,
					func(p *model.Plan, r model.Range) { ch(p).Figures.Conversion = &r }),
				k.Number("delay", say.AskDelay, c.DelayOf(p.Company), 1, 0, model.MaxDelay,
					func(p *model.Plan, n model.Number) { ch(p).Figures.Delay = &n }))
		}
		spent := k.sum("last_year", say.AskLastYear, c.LastYear.Spend,
			func(p *model.Plan, m model.Money) error { ch(p).LastYear.Spend = m; return nil })
		return append(fields, spent,
			k.optional("last_contacts", say.AskLastContacts, c.LastYear.Contacts,
				func(p *model.Plan, v *float64) { ch(p).LastYear.Contacts = v }),
			k.optional("last_customers", say.AskLastCustomers, c.LastYear.Customers,
				func(p *model.Plan, v *float64) { ch(p).LastYear.Customers = v }),
			k.sum("threshold", d.Say.Budget.Threshold, c.Threshold,
				func(p *model.Plan, m model.Money) error { ch(p).Threshold = m; return nil }),
			last())
	})
}

// counts asks how the channel counts its contacts. Where that is measured, all of them are
// additional, and it is the company's own figure; otherwise not any more.
func (k Asker) counts(c model.Channel, ch func(*model.Plan) *model.Channel) form.Field {
	say := &k.Say.Channels
	ways := []model.Counting{model.ByPlatform, model.ByClick, model.ByCode, model.ByAsking, model.ByMeasure}
	var names []string
	for _, way := range ways {
		names = append(names, say.Counts[string(way)])
	}
	return Pick(k, "counts", say.AskCounts, names, ways, c.Figures.Counts, func(p *model.Plan, way model.Counting) {
		f := &ch(p).Figures
		switch {
		case way == model.ByMeasure:
			f.Additional = model.Range{Low: 1, Base: 1, High: 1, Origin: model.Own}
		case f.Counts == model.ByMeasure:
			f.Additional = templates.AdditionalOf(c.ID)
		}
		f.Counts = way
	})
}

// additional asks how many of ten contacts that the channel counts would not have come without
// it; while that is the catalogue's figure, with the reason for it.
func (k Asker) additional(c model.Channel, ch func(*model.Plan) *model.Channel) form.Field {
	say := &k.Say.Channels
	f := k.Spread("additional", say.AskAdditional, c.Figures.Additional, 10, 1.6, 1,
		func(p *model.Plan, r model.Range) { ch(p).Figures.Additional = r })
	if a, ok := templates.FindAdditional(c.ID); ok && c.Figures.Additional.Origin != model.Own {
		f.Help = say.AdditionalWhy.With("help", f.Help, "why", a.Why.In(k.Say.Tag))
	}
	return f
}

// gain asks how many more contacts twice the spend would bring: 5 to 95 %, or 100.
func (k Asker) gain(words templates.Field, value model.Number, set func(*model.Plan, model.Number)) form.Field {
	f := k.Number("gain", words, value, 100, model.MinGain, model.LinearGain, set)
	take := f.Set
	f.Set = func(s string) error {
		if x, err := k.Say.ParseNumber(s); err == nil && x > 100*model.MaxGain && x != 100 {
			return desk.Between{Least: k.Say.Plain(100 * model.MinGain), Most: k.Say.Plain(100 * model.MaxGain)}
		}
		return take(s)
	}
	return f
}

// optional is a count that may be unknown.
func (k Asker) optional(id string, words templates.Field, value *float64, set func(*model.Plan, *float64)) form.Field {
	f := k.Field(id, words)
	if value != nil {
		f.Value, f.Origin = k.Say.Plain(*value), model.Own
	}
	f.Set = func(s string) error {
		var v *float64
		if s != "" {
			x, err := k.Say.ParseNumber(s)
			if err != nil {
				return err
			}
			if x < 0 || x > model.MaxPerMonth*12 {
				return desk.Between{Least: "0", Most: k.Say.Plain(model.MaxPerMonth * 12)}
			}
			v = &x
		}
		return k.Try(words.Label, func(p *model.Plan) error { set(p, v); return nil })
	}
	return f
}
