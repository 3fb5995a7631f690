package formula

// A formula and the value beside it must agree: excelize works formulas out, and what it finds is
// held against the value.

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// evaluate is what a spreadsheet makes of a formula.
func evaluate(t interface{ Fatalf(string, ...any) }, f string) string {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	if err := book.SetCellFormula("Sheet1", "A1", f); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	got, err := book.CalcCellValue("Sheet1", "A1", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return got
}

// number draws a number built of others.
func number(t *rapid.T, depth int) Num {
	if depth == 0 {
		return Lit(float64(rapid.IntRange(-900, 900).Draw(t, "x")) / 8)
	}
	a, b := number(t, depth-1), number(t, depth-1)
	switch rapid.IntRange(0, 9).Draw(t, "operation") {
	case 0:
		return a.Plus(b)
	case 1:
		return a.Minus(b)
	case 2:
		return a.Times(b)
	case 3:
		if math.Abs(b.X) > 0.01 {
			return a.Over(b)
		}
		return a
	case 4:
		return Share(a, b)
	case 5:
		return Largest(a, b)
	case 6:
		return Smallest(a, b)
	case 7:
		return Calc(a.X-2*b.X, "%s-2*%s", a, b)
	case 8:
		return Calc(math.Abs(a.X), "ABS(%s)", a)
	}
	return Lit(1).Minus(a)
}

// Brackets stand where they must, whatever is built of what.
func TestFormulasAndValuesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := number(t, rapid.IntRange(0, 4).Draw(t, "depth"))
		got, err := strconv.ParseFloat(evaluate(t, n.F), 64)
		if err != nil || math.Abs(got-n.X) > 1e-9*(1+math.Abs(n.X)) {
			t.Fatalf("=%s is %v, not %v", n.F, got, n.X)
		}
	})
}

// Where there is nothing to divide by, the cell is empty in both ways.
func TestWhatCannotBeDividedIsEmpty(t *testing.T) {
	for name, n := range map[string]Num{
		"ratio": Ratio(Lit(3), Lit(0)), "change": Change(Lit(3), Lit(0)), "gain": Gain(Lit(3), Lit(0)),
		"a negative one": Ratio(Lit(3), Lit(1).Minus(Lit(2))),
	} {
		if got := evaluate(t, n.F); got != "" || n.Cell() != "" {
			t.Errorf("%s is %q in the book, %v in Go", name, got, n.Cell())
		}
	}
	if got := evaluate(t, Share(Lit(3), Lit(0)).F); got != "0" {
		t.Errorf("a share of nothing is %q", got)
	}
}

// What a person types stays text within a formula, and comes out as it went in.
func TestQuotationsStayText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			`"`, `""`, `"&HYPERLINK("x")&"`, "_x0041_", "_", "=1+1", strings.Repeat("lungo ", 50),
		}))
		s := Even(strings.Join(rapid.SliceOfN(part, 0, 6).Draw(t, "parts"), ""))
		s = strings.NewReplacer("\t", " ", "\r", "").Replace(s)
		f := Quotation(s)
		if got := evaluate(t, f); got != s {
			t.Fatalf("%q became %q by =%s", s, got, f)
		}
		if strings.Contains(f, "_x0") {
			t.Fatalf("=%s holds what a reader takes for a sign", f)
		}
	})
}

// plain says figures without separators, as excelize's FIXED does without a language.
type plain struct{}

func (plain) Result(cents float64) string    { return plain{}.Number(cents/100, 0) + " €" }
func (plain) Signed(cents float64) string    { return "+" + plain{}.Result(cents) }
func (plain) Count(x float64) string         { return plain{}.Number(x, 0) }
func (plain) Share(x float64) string         { return plain{}.Number(100*x, 0) + "%" }
func (plain) SignedShare(x float64) string   { return "+" + plain{}.Share(x) }
func (plain) Number(x float64, d int) string { return strconv.FormatFloat(x, 'f', d, 64) }

// A sentence is said in formulas as in Go: without the ones whose figure is missing, and one thing in
// the singular.
func TestSentencesFollowTheirFigures(t *testing.T) {
	v := Voice{Language: plain{}, Singulars: []Singular{{Many: "clienti", One: "cliente"}}, Months: 12,
		IsFigure: func(name string) bool { return name != "spesa" }}
	known := Figures{
		"spend": v.Money(Lit(500)), "one": v.Count(Lit(1)), "many": v.Count(Lit(21)), "share": v.Percent(Lit(0.25)),
		"gain": v.Signed(Lit(0.5)), "more": v.Gained(Lit(700)),
	}
	for sentence, want := range map[string]string{
		"Niente da dire.":                           "Niente da dire.",
		"In {months} mesi {spend}.":                 "In 12 mesi 500 €.",
		"Si vede. Qui manca {nulla}. E {share}.":    "Si vede. E 25%.",
		"Con {spesa}.\nE {share}.":                  "Con {spesa}.\nE 25%.",
		"Porta {one} clienti, o {many} clienti.":    "Porta 1 cliente, o 21 clienti.",
		"Di più: {more}; in parte: {gain}.":         "Di più: +700 €; in parte: +50%.",
		`Tra virgolette: "{spend}" e {one} cliente`: `Tra virgolette: "500 €" e 1 cliente`,
	} {
		told := v.Tell(sentence, known)
		if told.S != want {
			t.Errorf("%q says %q in Go, want %q", sentence, told.S, want)
		}
		if got := evaluate(t, told.F); got != want {
			t.Errorf("%q says %q in the book, want %q", sentence, got, want)
		}
	}
}

// A sentence that is longer than a formula may be is written as it stands today.
func TestAVeryLongSentenceIsNoFormula(t *testing.T) {
	v := Voice{Language: plain{}}
	told := v.Tell(strings.Repeat("{spend}, ", 400), Figures{"spend": v.Money(Lit(500))})
	if told.Live || !strings.HasPrefix(told.S, "500 €, 500 €, ") {
		t.Errorf("live %v, %.40q", told.Live, told.S)
	}
}
