package ui

import (
	"strings"
	"time"

	"arringa/model"
	"arringa/templates"

	tea "charm.land/bubbletea/v2"
)

// The kinds of field that forms are made of. Each turns what was typed into a value, or
// refuses it with an error that the catalogue words, and edits the plan through the desk.
// What is typed is the company's own.

// asker makes fields whose words are those of an entry of the catalogue.
type asker struct {
	*desk
	tag string // before the ids, so that two forms do not mix
}

func (k asker) field(id string, words templates.Field) field {
	return field{id: k.tag + id, label: words.Label, help: words.Help}
}

func (k asker) text(id string, words templates.Field, value string, set func(*model.Plan, string)) field {
	f := k.field(id, words)
	f.value = value
	f.set = func(s string) error {
		return k.try(words.Label, func(p *model.Plan) error { set(p, s); return nil })
	}
	return f
}

func (k asker) money(id string, words templates.Field, value model.Money, set func(*model.Plan, model.Money) error) field {
	f := k.field(id, words)
	f.value, f.typed = k.say.Exact(value), k.say.Typed(value)
	f.set = func(s string) error {
		m, err := model.ParseMoney(s)
		if err != nil {
			return err
		}
		return k.try(words.Label, func(p *model.Plan) error { return set(p, m) })
	}
	return f
}

// amount is a sum with an origin; nothing typed takes it back to not told.
func (k asker) amount(id string, words templates.Field, value model.Amount, set func(*model.Plan, model.Amount)) field {
	f := k.money(id, words, value.Cents, func(p *model.Plan, m model.Money) error {
		set(p, model.Amount{Cents: m, Origin: model.Own, Extra: value.Extra})
		return nil
	})
	f.origin = value.Origin
	if value.Cents == 0 && value.Origin != model.Own { // a zero that was typed is a figure
		f.value, f.typed, f.origin = "", "", ""
	}
	return f
}

// number is a figure between least and most, shown and typed in units of scale: a share
// is typed in percent with a scale of 100.
func (k asker) number(id string, words templates.Field, value model.Number, scale, least, most float64, set func(*model.Plan, model.Number)) field {
	f := k.field(id, words)
	f.value = k.say.Plain(value.Value*scale) + words.Unit
	f.typed = k.say.Plain(value.Value * scale)
	f.origin = value.Origin
	f.set = func(s string) error {
		x, err := k.say.ParseNumber(strings.TrimSuffix(s, strings.TrimSpace(words.Unit)))
		if err != nil {
			return err
		}
		if x < least*scale || x > most*scale {
			return between{k.say.Plain(least * scale), k.say.Plain(most * scale)}
		}
		n := model.Number{Value: x / scale, Origin: model.Own, Extra: value.Extra}
		return k.try(words.Label, func(p *model.Plan) error { set(p, n); return nil })
	}
	return f
}

// spread is a range: typed as one figure, which gets the usual spread, or as three.
func (k asker) spread(id string, words templates.Field, value model.Range, scale, by, most float64, set func(*model.Plan, model.Range)) field {
	f := k.field(id, words)
	plain := func(x float64) string { return k.say.Plain(rounded(x * scale)) }
	f.value = k.say.Fields.Range.With("base", plain(value.Base)+words.Unit, "low", plain(value.Low), "high", plain(value.High)+words.Unit)
	f.typed = plain(value.Base)
	f.origin = value.Origin
	f.set = func(s string) error {
		r, err := k.parseRange(s, scale, by, most)
		if err != nil {
			return err
		}
		r.Extra = value.Extra
		return k.try(words.Label, func(p *model.Plan) error { set(p, r); return nil })
	}
	return f
}

// rounded keeps two or three figures that matter: a range is no more exact than that.
func rounded(x float64) float64 {
	switch {
	case x >= 100:
		return float64(int64(x + 0.5))
	case x >= 10:
		return float64(int64(x*10+0.5)) / 10
	case x >= 1:
		return float64(int64(x*10+0.5)) / 10
	}
	return float64(int64(x*100+0.5)) / 100
}

func (k asker) parseRange(s string, scale, by, most float64) (model.Range, error) {
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == ';' || r == '/' || r == '–' || r == ' ' || r == '-' || r == '(' || r == ')'
	})
	var x []float64
	for _, part := range parts {
		v, err := k.say.ParseNumber(part)
		if err != nil {
			return model.Range{}, err
		}
		if v < 0 || v > most*scale {
			return model.Range{}, between{"0", k.say.Plain(most * scale)}
		}
		x = append(x, v/scale)
	}
	switch len(x) {
	case 1:
		r := model.Spread(x[0], by, most)
		r.Origin = model.Own
		return r, nil
	case 3:
		if x[0] > x[1] || x[1] > x[2] {
			return model.Range{}, rangeDisorder{}
		}
		return model.Range{Low: x[0], Base: x[1], High: x[2], Origin: model.Own}, nil
	}
	return model.Range{}, templates.ErrNotNumber
}

func (k asker) date(id string, words templates.Field, value model.Date, set func(*model.Plan, model.Date)) field {
	f := k.field(id, words)
	f.value = k.say.Day(value)
	f.set = func(s string) error {
		d, ok := k.say.ParseDay(s, time.Now())
		if !ok {
			return errNotADay
		}
		return k.try(words.Label, func(p *model.Plan) error { set(p, d); return nil })
	}
	return f
}

// pick is one of a few values; labels and values go together.
func pick[T comparable](k asker, id string, words templates.Field, labels []string, values []T, value T, set func(*model.Plan, T)) field {
	f := k.field(id, words)
	f.values = labels
	at := -1
	for i, v := range values {
		if v == value {
			at, f.value = i, labels[i]
		}
	}
	f.at = at
	f.turn = func(by int) {
		next := values[((at+by)%len(values)+len(values))%len(values)]
		k.change("pick "+f.id, words.Label, func(p *model.Plan) { set(p, next) })
	}
	return f
}

// try edits the plan unless the change fails, or makes of it what cannot be kept.
func (k asker) try(name string, change func(*model.Plan) error) error {
	return k.work.Try("", name, func(was model.Plan) (model.Plan, error) {
		p := was.Clone()
		err := change(&p)
		return p, err
	})
}

// opens is a field whose value is changed in a dialog of its own.
func (k asker) opens(id string, words templates.Field, value string, open func() tea.Cmd) field {
	f := k.field(id, words)
	f.value, f.open = value, open
	return f
}
