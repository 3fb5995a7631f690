package board_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/board"
	"arringa/templates"
)

// kind is how a figure is to be read in a text.
type kind int

const (
	exactly kind = iota // money, to the euro
	about               // money, to a twentieth of its range
	people              // customers, under the sector's word
	takes               // customers that are needed: a part of one is one
	requests
	share
	rate
	tenths
	month
	number
)

// reading is what a name in an answer has to say.
type reading struct {
	kind   kind
	x      float64 // cents, a count, a share, a model.Month
	band   *plan.Band
	period plan.Period
}

// speaker reads the answers of one plan in one language back.
type speaker struct {
	p    model.Plan
	say  *templates.Texts
	w    board.Work
	list map[string]reading
}

var (
	named    = regexp.MustCompile(`\{[a-z_.]+\}`)
	sentence = regexp.MustCompile(`[.;?!]\s+`)
	digits   = regexp.MustCompile(`\d`)
	figure   = regexp.MustCompile(`[+−-]?€?\d[\d.,]*`)
	raw      = regexp.MustCompile(`[‹›{}]|[a-z]_[a-z]|  |\b1 (mesi|clienti|pazienti|ospiti|contatti|ordini)\b` +
		`|\b1 (months|customers|patients|guests|contacts|orders)\b`)
	allowed = strings.NewReplacer("1.000 €", "", "€1,000", "", "20%", "")
)

// answers reads every answer back: what each figure says is what the plan says, at its time, and no
// figure stands in the text that is not named.
func (s speaker) answers(values model.Values) []string {
	var wrong []string
	for _, a := range board.Asked(board.Answers(s.p, s.say, values)) {
		fault := func(format string, args ...any) {
			wrong = append(wrong, fmt.Sprintf("%s %s: %s\n  %s", s.say.Tag, a.ID, fmt.Sprintf(format, args...), a.Text))
		}
		if raw.MatchString(a.Text) || raw.MatchString(a.Question) {
			fault("%q is no prose", raw.FindString(a.Text+a.Question))
		}
		rest := a.Text
		for _, part := range split(a.Wording) {
			s.periods(part, fault)
			for _, name := range named.FindAllString(part, -1) {
				key := name[1 : len(name)-1]
				said := s.say.Value(values[key])
				at := strings.Index(rest, said)
				if at < 0 || said == "" {
					fault("%s is not said", key)
					continue
				}
				if left := allowed.Replace(rest[:at]); digits.MatchString(left) {
					fault("a figure without a name in %q", left)
				}
				rest = rest[at+len(said):]
				if err := s.reads(key, said, values); err != "" {
					fault("%s: %q, %s", key, said, err)
				}
			}
		}
		if digits.MatchString(allowed.Replace(rest)) {
			fault("a figure without a name in %q", rest)
		}
	}
	return wrong
}

// wordy are names of what is no figure.
var wordy = []string{
	"assumption", "rival", "horizon", "cycle", "test.months", "known", "review", "end", "peak.month", "test.end",
}

func split(text string) []string {
	return strings.Split(sentence.ReplaceAllString(text, "$0\n"), "\n")
}

// periods says whether a sentence names a time for each figure of the list in it, and the right one.
func (s speaker) periods(part string, fault func(string, ...any)) {
	names := named.FindAllString(part, -1)
	told := map[plan.Period]bool{}
	for _, n := range names {
		for _, ending := range []string{".when}", ".again}"} {
			if base, ok := strings.CutSuffix(n[1:], ending); ok {
				told[s.list[base].period] = true
			}
		}
	}
	if strings.Contains(part, "l'anno") || strings.Contains(part, "a year") {
		told[plan.AYear] = true
	}
	if strings.Contains(part, "prima o poi") || strings.Contains(part, "ever comes back") {
		told[plan.AllIn] = true
	}
	for _, n := range names {
		base := strings.TrimSuffix(strings.TrimSuffix(n[1:len(n)-1], ".range"), ".low")
		r, ok := s.list[base]
		if ok && r.period != "" && !strings.HasPrefix(base, "share.") && base != "contact.cost" && !told[r.period] {
			fault("%s has no time (%s) in %q", base, r.period, part)
		}
	}
}

// reads says what is wrong with a figure as it is said; empty when nothing is. A name that the
// reading does not know is a name of the plan's, or a fault.
func (s speaker) reads(key, said string, values model.Values) string {
	if base, ok := strings.CutSuffix(key, ".when"); ok {
		return s.when(s.of(base, values), said, false)
	}
	if base, ok := strings.CutSuffix(key, ".again"); ok {
		return s.when(s.of(base, values), said, true)
	}
	if strings.HasSuffix(key, ".channel") || strings.HasSuffix(key, ".channels") {
		return s.inPlan(said)
	}
	if slices.Contains(wordy, key) {
		return s.words(key, said)
	}
	if base, ok := strings.CutSuffix(key, ".range"); ok {
		r := s.of(base, values)
		found := figure.FindAllString(said, -1)
		if r.band == nil || len(found) != 2 {
			return "no range"
		}
		unit := ""
		if i := strings.Index(said, "milion"); i >= 0 {
			unit = " milioni di euro"
		} else if strings.Contains(said, " million") {
			unit = " million"
		}
		low := s.holds(reading{about, r.band.Low, r.band, ""}, withUnit(found[0], unit))
		return low + s.holds(reading{about, r.band.High, r.band, ""}, withUnit(found[1], unit))
	}
	if base, ok := strings.CutSuffix(key, ".low"); ok {
		r := s.of(base, values)
		return s.holds(reading{about, r.band.Low, r.band, ""}, said)
	}
	r := s.of(key, values)
	if r == (reading{}) {
		return "nobody knows it"
	}
	return s.holds(r, said)
}

func withUnit(n, unit string) string {
	if unit == "" && !strings.Contains(n, "€") {
		return n + " €"
	}
	return n + unit
}

// holds compares a figure with what is said of it.
func (s speaker) holds(r reading, said string) string {
	found := figure.FindString(said)
	x, err := s.say.ParseNumber(strings.ReplaceAll(strings.TrimRight(found, ".,"), "€", ""))
	if r.kind != month && err != nil {
		return "no number"
	}
	word := func(is bool, unit string) string {
		if !is {
			return "not in " + unit
		}
		return ""
	}
	near := func(got, want, by float64) string {
		if math.Abs(got-want) > by*(1+1e-9)+1e-9 {
			return fmt.Sprintf("is %g and not %g (± %g)", want, got, by)
		}
		return ""
	}
	switch r.kind {
	case exactly, about:
		cents := 100 * x
		if strings.Contains(said, "million") || strings.Contains(said, "milion") {
			cents *= 1e6
		}
		loose := 51.0 // the euro, and the cent before it
		if r.kind == about {
			loose = max(loose, r.width()/20)
		}
		return word(strings.Contains(said, "€") || strings.Contains(said, "euro"), "euro") + near(cents, r.x, loose)
	case people:
		return word(s.sWord(said, s.say.Answers.CustomersOf(s.p.Company.Sector)), "customers") + near(x, r.x,
			max(0.5, r.width()/20))
	case takes:
		return word(s.sWord(said, s.say.Answers.CustomersOf(s.p.Company.Sector)), "customers") + near(x, math.Ceil(r.x),
			0)
	case requests:
		is := s.sWord(said, s.say.Answers.Contacts) || s.p.Company.Kind == model.Orders &&
			s.sWord(said, s.say.Answers.Orders)
		return word(is, "contacts") + near(x, r.x, max(0.5, r.width()/20))
	case share:
		return word(strings.HasSuffix(said, "%"), "per cent") + near(x/100, r.x, 0.00501)
	case rate:
		return word(strings.HasSuffix(said, "%"), "per cent") + near(x/100, r.x, max(0.00501, r.width()/20))
	case tenths:
		return s.chance(r.x, said)
	case month:
		return word(said == s.say.Month(model.Month(r.x)), "its month")
	}
	return near(x, r.x, max(0.5, r.x/25))
}

func (r reading) width() float64 {
	if r.band != nil && r.band.High > r.band.Low {
		return r.band.High - r.band.Low
	}
	return 0.75 * math.Abs(r.x)
}

func (s speaker) sWord(said string, n templates.Noun) bool {
	if strings.HasPrefix(said, "1 ") {
		return strings.HasSuffix(said, " "+n.One)
	}
	return strings.HasSuffix(said, " "+n.Many)
}

// chance reads a chance that is said in tenths.
func (s speaker) chance(x float64, said string) string {
	more := strings.HasPrefix(said, "più di 9") || strings.HasPrefix(said, "more than 9")
	less := strings.HasPrefix(said, "meno di 1") || strings.HasPrefix(said, "less than 1")
	n, _ := s.say.ParseNumber(figure.FindString(said))
	if more != (x > 0.9) || less != (x < 0.1) || !more && !less && math.Abs(10*x-n) > 0.5 {
		return fmt.Sprintf("is %g", x)
	}
	return ""
}

// when reads a time: the plan's months, its end, or the month by which all is in.
func (s speaker) when(r reading, said string, again bool) string {
	end := s.p.Start + model.Month(s.p.Months-1)
	want := ""
	switch r.period {
	case plan.AYear:
		want = map[string]string{"it": "l'anno", "en": "a year"}[s.say.Tag]
	case plan.PlanMonths:
		want = map[string]string{"it": "in %d mesi", "en": "over %d months"}[s.say.Tag]
		want = fmt.Sprintf(want, s.p.Months)
	case plan.ByEnd, plan.AfterEnd:
		want = s.say.Month(end)
	case plan.AllIn:
		if again {
			return ""
		}
		want = s.say.Month(s.p.Start + model.Month(s.w.Outlook.AllIn-1))
	}
	if want == "" || !strings.HasSuffix(said, want) {
		return fmt.Sprintf("is not %q", want)
	}
	return ""
}

func report(t *testing.T, wrong []string) {
	t.Helper()
	for _, w := range wrong[:min(len(wrong), 6)] {
		t.Error(w)
	}
}
