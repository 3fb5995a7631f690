// Package ask holds the forms that several steps open, and the fields that edit a plan.
package ask

import (
	"strings"
	"time"

	"arringa/model"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// The kinds of field that forms are made of. Each turns what was typed into a value, or
// refuses it with an error that the catalogue words, and edits the plan through the desk.
// What is typed is the company's own.

// Asker makes fields whose words are those of an entry of the catalogue.
type Asker struct {
	*desk.Desk
	Tag string // before the ids, so that two forms do not mix
}

// Field is a field with the words of the catalogue, and nothing to ask yet.
func (k Asker) Field(id string, words templates.Field) form.Field {
	return form.Field{ID: k.Tag + id, Label: words.Label, Help: k.Pressing(words.Help, words.Keys)}
}

// Text asks for a text of one line.
func (k Asker) Text(id string, words templates.Field, value string, set func(*model.Plan, string)) form.Field {
	f := k.Field(id, words)
	f.Value = value
	f.Set = func(s string) error {
		return k.Try(words.Label, func(p *model.Plan) error { set(p, s); return nil })
	}
	return f
}

// Money asks for a sum; 120k, 1,2 mln and 140mila are understood.
func (k Asker) Money(id string, words templates.Field, value model.Money,
	set func(*model.Plan, model.Money) error) form.Field {
	f := k.Field(id, words)
	f.Value, f.Typed = k.Say.Exact(value), k.Say.Typed(value)
	f.Set = func(s string) error {
		m, err := model.ParseMoney(s)
		if err != nil {
			return err
		}
		return k.Try(words.Label, func(p *model.Plan) error { return set(p, m) })
	}
	return f
}

// sum is money that may be none: nothing typed is zero.
func (k Asker) sum(id string, words templates.Field, value model.Money,
	set func(*model.Plan, model.Money) error) form.Field {
	f := k.Money(id, words, value, set)
	return k.orNothing(f, words, func(p *model.Plan) error { return set(p, 0) })
}

// orNothing lets a field be emptied: clear takes back what was told.
func (k Asker) orNothing(f form.Field, words templates.Field, clear func(*model.Plan) error) form.Field {
	take := f.Set
	f.Set = func(s string) error {
		if s == "" {
			return k.Try(words.Label, clear)
		}
		return take(s)
	}
	return f
}

// Amount is a sum with an origin; nothing typed takes it back to not told.
func (k Asker) Amount(id string, words templates.Field, value model.Amount,
	set func(*model.Plan, model.Amount)) form.Field {
	f := k.Money(id, words, value.Cents, func(p *model.Plan, m model.Money) error {
		set(p, model.Amount{Cents: m, Origin: model.Own, Extra: value.Extra})
		return nil
	})
	f = k.orNothing(f, words, func(p *model.Plan) error {
		set(p, model.Amount{Origin: model.Judgement, Extra: value.Extra})
		return nil
	})
	f.Origin = value.Origin
	if value.Cents == 0 && value.Origin != model.Own { // a zero that was typed is a figure
		f.Value, f.Typed, f.Origin = "", "", ""
	}
	return f
}

// Number is a figure between least and most, shown and typed in units of scale: a share
// is typed in percent with a scale of 100.
func (k Asker) Number(id string, words templates.Field, value model.Number, scale, least, most float64,
	set func(*model.Plan, model.Number)) form.Field {
	f := k.Field(id, words)
	f.Value = k.Say.Singular(k.Say.Plain(value.Value*scale) + words.Unit)
	f.Typed = k.Say.Plain(value.Value * scale)
	f.Origin = value.Origin
	f.Set = func(s string) error {
		x, err := k.Say.ParseNumber(strings.TrimSuffix(s, strings.TrimSpace(words.Unit)))
		if err != nil {
			return err
		}
		if x < least*scale || x > most*scale {
			return desk.Between{Least: k.Say.Plain(least * scale), Most: k.Say.Plain(most * scale)}
		}
		n := model.Number{Value: x / scale, Origin: model.Own, Extra: value.Extra}
		return k.Try(words.Label, func(p *model.Plan) error { set(p, n); return nil })
	}
	return f
}

// Spread is a range: typed as one figure, which gets the usual spread, or as three.
func (k Asker) Spread(id string, words templates.Field, value model.Range, scale, by, most float64,
	set func(*model.Plan, model.Range)) form.Field {
	f := k.Field(id, words)
	plain := func(x float64) string { return k.Say.Plain(rounded(x * scale)) }
	f.Value = k.Say.Fields.Range.With("base", plain(value.Base)+words.Unit, "low", plain(value.Low), "high",
		plain(value.High)+words.Unit)
	f.Brief = k.Say.Fields.RangeBrief.With("base", plain(value.Base)+words.Unit, "low", plain(value.Low), "high",
		plain(value.High)+words.Unit)
	f.Typed = plain(value.Base)
	f.Origin = value.Origin
	f.Set = func(s string) error {
		r, err := k.parseRange(s, scale, by, most)
		if err != nil {
			return err
		}
		r.Extra = value.Extra
		return k.Try(words.Label, func(p *model.Plan) error { set(p, r); return nil })
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

func (k Asker) parseRange(s string, scale, by, most float64) (model.Range, error) {
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == ';' || r == '/' || r == '–' || r == ' ' || r == '-' || r == '(' || r == ')'
	})
	var x []float64
	for _, part := range parts {
		v, err := k.Say.ParseNumber(part)
		if err != nil {
			return model.Range{}, err
		}
		if v < 0 || v > most*scale {
			return model.Range{}, desk.Between{Least: "0", Most: k.Say.Plain(most * scale)}
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
			return model.Range{}, desk.RangeDisorder{}
		}
		return model.Range{Low: x[0], Base: x[1], High: x[2], Origin: model.Own}, nil
	}
	return model.Range{}, templates.ErrNotNumber
}

// Date asks for a day.
func (k Asker) Date(id string, words templates.Field, value model.Date, set func(*model.Plan, model.Date)) form.Field {
	f := k.Field(id, words)
	f.Value = k.Say.Day(value)
	f.Set = func(s string) error {
		d, ok := k.Say.ParseDay(s, time.Now())
		if !ok {
			return desk.ErrNotADay
		}
		return k.Try(words.Label, func(p *model.Plan) error { set(p, d); return nil })
	}
	return f
}

// Pick is one of a few values; labels and values go together.
func Pick[T comparable](k Asker, id string, words templates.Field, labels []string, values []T, value T,
	set func(*model.Plan, T)) form.Field {
	f := k.Field(id, words)
	f.Values = labels
	at := -1
	for i, v := range values {
		if v == value {
			at, f.Value = i, labels[i]
		}
	}
	f.At = at
	f.Turn = func(by int) {
		if at < 0 && by < 0 {
			at = 0 // nothing was chosen: back from the first is the last
		}
		next := values[((at+by)%len(values)+len(values))%len(values)]
		k.Change("pick "+f.ID, words.Label, func(p *model.Plan) { set(p, next) })
	}
	return f
}

// Try edits the plan unless the change fails, or makes of it what cannot be kept.
func (k Asker) Try(name string, change func(*model.Plan) error) error {
	return k.Work.Try("", name, func(was model.Plan) (model.Plan, error) {
		p := was.Clone()
		err := change(&p)
		return p, err
	})
}

// Opens is a field whose value is changed in a dialog of its own.
func (k Asker) Opens(id string, words templates.Field, value string, open func() tea.Cmd) form.Field {
	f := k.Field(id, words)
	f.Value, f.Open = value, open
	return f
}
