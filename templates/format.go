// How a language writes figures, months and days.

package templates

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"arringa/model"
)

// Format is how a language writes figures, months and days. The rules are those of
// the business press: 12.500 € and €12,500, no cents from 100 € up, 20% without a space,
// a true minus.
type Format struct {
	Decimal     string     `toml:"decimal"`
	Thousands   string     `toml:"thousands"`
	SymbolFirst bool       `toml:"symbol_first"` // €12,500 instead of 12.500 €
	Months      [12]string `toml:"months"`
	ShortMonths [12]string `toml:"short_months"`
	Million     string     `toml:"million"`   // mln, m
	Thousand    string     `toml:"thousand"`  // mila, k
	OutOf       Text       `toml:"out_of"`    // {n} su {all}
	MoreThan    Text       `toml:"more_than"` // più di {n} su 10
	About       Text       `toml:"about"`     // circa {n} su 10
	LessThan    Text       `toml:"less_than"` // meno di {n} su 10
	SpanText    Plural     `toml:"span"`      // {n} mesi
	MomentText  Text       `toml:"moment"`    // {day} alle {time}
	Singulars   []Singular `toml:"singulars"`
}

// Singular is how one of many things is said.
type Singular struct {
	Many string `toml:"many"`
	One  string `toml:"one"`
}

const minus = "−"

// Money is a sum with its sign: 12.500 €; cents only below 100 €.
func (f *Format) Money(m model.Money) string { return f.symbol(f.Amount(m)) }

// Exact is a sum with its cents, when it has any.
func (f *Format) Exact(m model.Money) string {
	if m%100 == 0 {
		return f.symbol(f.grouped(float64(m)/100, 0))
	}
	return f.symbol(f.grouped(float64(m)/100, 2))
}

// Amount is Money without the currency, for columns.
func (f *Format) Amount(m model.Money) string {
	if m > -10000 && m < 10000 && m%100 != 0 {
		return f.grouped(float64(m)/100, 2)
	}
	return f.grouped(math.Round(float64(m)/100), 0)
}

// Result is a sum that was computed, given in cents: rounded to the euro, or to the
// cent below 100 €.
func (f *Format) Result(cents float64) string { return f.symbol(f.ResultAmount(cents)) }

// ResultAmount is Result without the currency.
func (f *Format) ResultAmount(cents float64) string {
	if math.Abs(cents) < 9999.5 && math.Abs(cents) >= 0.5 {
		return f.Amount(model.Money(math.Round(cents)))
	}
	return f.grouped(math.Round(cents/100), 0)
}

// Signed is Result with a plus or minus in front.
func (f *Format) Signed(cents float64) string {
	if cents > 0 {
		return "+" + f.Result(cents)
	}
	return f.Result(cents)
}

// Short is a computed sum in little room: 1,2 mln, 340 mila, 12.500, always without
// the currency.
func (f *Format) Short(cents float64) string {
	switch euro := math.Abs(cents / 100); {
	case euro >= 9_999_500:
		return f.Number(cents/1e8, 0) + " " + f.Million
	case euro >= 999_500:
		return f.Number(cents/1e8, 1) + " " + f.Million
	}
	return f.ResultAmount(cents)
}

// ShortRange is two computed sums in little room, both in the unit of the larger.
func (f *Format) ShortRange(low, high float64) string {
	if math.Abs(high/100) < 999_500 {
		return f.Short(low) + "–" + f.Short(high)
	}
	return f.Number(low/1e8, 1) + "–" + f.Number(high/1e8, 1) + " " + f.Million
}

func (f *Format) symbol(figure string) string {
	if !f.SymbolFirst {
		return figure + " €"
	}
	if rest, ok := strings.CutPrefix(figure, minus); ok {
		return minus + "€" + rest
	}
	return "€" + figure
}

// Number is a figure with so many decimals.
func (f *Format) Number(x float64, decimals int) string { return f.grouped(x, decimals) }

// Count is how many contacts or customers: whole from ten up, one decimal below.
func (f *Format) Count(x float64) string {
	if math.Abs(x) < 9.95 && math.Abs(x-math.Round(x)) > 0.05 {
		return f.grouped(x, 1)
	}
	return f.grouped(x, 0)
}

// Plain is a figure with as many decimals as it needs, up to four: for a field in which
// it was typed.
func (f *Format) Plain(x float64) string {
	s := strconv.FormatFloat(math.Round(x*1e4)/1e4, 'f', -1, 64)
	decimals := 0
	if dot := strings.IndexByte(s, '.'); dot >= 0 {
		decimals = len(s) - dot - 1
	}
	return f.grouped(x, decimals)
}

// Share is a share as a percentage: 20%, below ten with a decimal when it has one.
func (f *Format) Share(x float64) string {
	if p := x * 100; math.Abs(p) < 9.95 && math.Abs(p-math.Round(p)) > 0.05 {
		return f.grouped(p, 1) + "%"
	}
	return f.grouped(x*100, 0) + "%"
}

// SignedShare is Share with a plus or minus in front.
func (f *Format) SignedShare(x float64) string {
	if s := f.Share(x); x > 0 && s != "0%" {
		return "+" + s
	} else {
		return s
	}
}

// Of100 is a share said as n out of a hundred.
func (f *Format) Of100(x float64) string {
	return f.OutOf.With("n", f.grouped(x*100, 0), "all", "100")
}

// SignedCount is Count with a plus or minus in front.
func (f *Format) SignedCount(x float64) string {
	if s := f.Count(x); x > 0 && s != "0" {
		return "+" + s
	} else {
		return s
	}
}

// Typed is a sum as it stands in a field while it is being typed: without the currency.
func (f *Format) Typed(m model.Money) string {
	if m%100 == 0 {
		return f.grouped(float64(m)/100, 0)
	}
	return f.grouped(float64(m)/100, 2)
}

// Span is a number of months as 3,5 mesi.
func (f *Format) Span(months float64) string {
	n := 2
	if months == 1 {
		n = 1
	}
	return f.SpanText.N(n, f.Plain(math.Round(months*10)/10))
}

// Moment is a time as 23/11/2026 alle 10:32, in the place where the program runs.
func (f *Format) Moment(t time.Time) string {
	t = t.Local()
	return f.MomentText.With("day", t.Format("02/01/2006"), "time", t.Format("15:04"))
}

// Instant is a moment to the second.
func (f *Format) Instant(t time.Time) string {
	t = t.Local()
	return f.MomentText.With("day", t.Format("02/01/2006"), "time", t.Format("15:04:05"))
}

// Month is a month as settembre 2027.
func (f *Format) Month(m model.Month) string {
	return f.Months[m.Index()] + " " + strconv.Itoa(m.Year())
}

// ShortMonth is a month as set.
func (f *Format) ShortMonth(m model.Month) string { return f.ShortMonths[m.Index()] }

// Day is a date as 30/06/2027; empty for none.
func (f *Format) Day(d model.Date) string {
	if d == "" || !d.Valid() {
		return string(d)
	}
	return string(d[8:10]) + "/" + string(d[5:7]) + "/" + string(d[0:4])
}

// grouped writes x with thousands and so many decimals, rounded half away from zero.
// ParseDay reads a day as it is written: in figures, or with the month's name; without a year
// it is the next such day from now on. Nothing written is no day. It reports whether it was
// understood.
func (f *Format) ParseDay(text string, now time.Time) (model.Date, bool) {
	if d, ok := model.ParseDate(text); ok {
		return d, true
	}
	parts := strings.Fields(strings.ToLower(strings.TrimSpace(text)))
	if len(parts) < 2 || len(parts) > 3 {
		return "", false
	}
	if c := parts[0][0]; c < '0' || c > '9' { // December 15
		parts[0], parts[1] = parts[1], parts[0]
	}
	day, err := strconv.Atoi(strings.TrimRight(parts[0], "°.,"))
	month := slices.IndexFunc(f.Months[:], func(name string) bool {
		return len(parts[1]) >= 3 && strings.HasPrefix(strings.ToLower(name), strings.TrimRight(parts[1], ".,"))
	})
	if err != nil || month < 0 {
		return "", false
	}
	year := now.Year()
	if len(parts) == 3 {
		if year, err = strconv.Atoi(parts[2]); err != nil {
			return "", false
		}
	}
	written := func() (model.Date, bool) {
		return model.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month+1, day))
	}
	d, ok := written()
	if ok && len(parts) == 2 && string(d) < now.Format("2006-01-02") {
		year++
		d, ok = written()
	}
	return d, ok
}

func (f *Format) grouped(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	scale := math.Pow10(decimals)
	x = math.Round(x*scale) / scale
	var digits [32]byte
	s := strconv.AppendFloat(digits[:0], math.Abs(x), 'f', decimals, 64)
	whole := len(s)
	if decimals > 0 {
		whole -= decimals + 1
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	if x < 0 {
		b.WriteString(minus)
	}
	for i := range whole {
		if i > 0 && (whole-i)%3 == 0 {
			b.WriteString(f.Thousands)
		}
		b.WriteByte(s[i])
	}
	if decimals > 0 {
		b.WriteString(f.Decimal)
		b.Write(s[whole+1:])
	}
	return b.String()
}

// ErrNotNumber says that a text is no figure.
var ErrNotNumber = errors.New("not a number")

// ParseNumber reads a figure as people write it in the language: in Italian 1.234,5 and
// 3,5 and also 3.5, because a point that groups no thousands can only be a decimal sign.
func (f *Format) ParseNumber(text string) (float64, error) {
	s := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", minus, "-", "%", "", "€",
		"").Replace(strings.TrimSpace(text))
	if s == "" || strings.ContainsAny(s, "eExXpP_nN") {
		return 0, ErrNotNumber
	}
	if groups := strings.Split(s, f.Thousands); len(groups) > 1 {
		thousands := len(strings.TrimLeft(groups[0], "-+")) <= 3 && strings.Trim(groups[0], "-+0") != ""
		for i, g := range groups[1:] {
			if i == len(groups)-2 {
				g, _, _ = strings.Cut(g, f.Decimal)
			}
			thousands = thousands && len(g) == 3
		}
		switch {
		case thousands:
			s = strings.Join(groups, "")
		case len(groups) == 2 && !strings.Contains(s, f.Decimal):
			s = strings.Join(groups, f.Decimal)
		default:
			return 0, ErrNotNumber
		}
	}
	x, err := strconv.ParseFloat(strings.Replace(s, f.Decimal, ".", 1), 64)
	if err != nil || math.IsInf(x, 0) {
		return 0, ErrNotNumber
	}
	return x, nil
}
