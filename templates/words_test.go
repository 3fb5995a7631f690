package templates

import (
	"reflect"
	"regexp"
	"sort"
	"strings"
	"testing"
	"unicode"

	"arringa/model"
)

// Both languages say everything, with the same figures in the same places.
func TestBothLanguagesAreComplete(t *testing.T) {
	it, en := words(Language("it")), words(Language("en"))
	for place, text := range it {
		other, ok := en[place]
		switch {
		case strings.TrimSpace(text) == "" && !mayBeEmpty(place):
			t.Errorf("it: %s is empty", place)
		case !ok || strings.TrimSpace(other) == "" && !mayBeEmpty(place):
			t.Errorf("en: %s is missing", place)
		case !reflect.DeepEqual(figuresIn(text), figuresIn(other)):
			t.Errorf("%s: it has %v, en has %v", place, figuresIn(text), figuresIn(other))
		}
	}
	for place := range en {
		if _, ok := it[place]; !ok {
			t.Errorf("it: %s is missing", place)
		}
	}
}

// mayBeEmpty are units and the like, which not every field has; singulars are a matter
// of each language.
func mayBeEmpty(place string) bool {
	return strings.HasSuffix(place, ".Unit") || strings.HasSuffix(place, ".Keys") || strings.HasSuffix(place,
		".Help") || strings.HasPrefix(place, "Format") || strings.Contains(place, "Singulars")
}

var inBraces = regexp.MustCompile(`\{[\w.]+\}`)

func figuresIn(text string) []string {
	found := map[string]bool{}
	for _, f := range inBraces.FindAllString(text, -1) {
		found[f] = true
	}
	var names []string
	for f := range found {
		names = append(names, f)
	}
	sort.Strings(names)
	return names
}

// words lists every text of a catalogue by its place.
func words(t *Texts) map[string]string {
	found := map[string]string{}
	var walk func(place string, v reflect.Value)
	walk = func(place string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			found[place] = v.String()
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).Name != "Singulars" && v.Type().Field(i).Name != "Tag" {
					walk(place+"."+v.Type().Field(i).Name, v.Field(i))
				}
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(place+"."+k.String(), v.MapIndex(k))
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(place+"."+string(rune('a'+i)), v.Index(i))
			}
		case reflect.Pointer:
			walk(place, v.Elem())
		}
	}
	walk("", reflect.ValueOf(t))
	return found
}

// The tables speak both languages too, and answer only with figures that the glossary
// explains.
func TestTheTablesSpeakBothLanguages(t *testing.T) {
	check := func(place string, row any) {
		v := reflect.ValueOf(row)
		for i := range v.NumField() {
			if b, ok := v.Field(i).Interface().(Both); ok {
				if strings.TrimSpace(b.It) == "" || strings.TrimSpace(b.En) == "" {
					t.Errorf("%s.%s is not in both languages", place, v.Type().Field(i).Name)
				}
				if !reflect.DeepEqual(figuresIn(b.It), figuresIn(b.En)) {
					t.Errorf("%s.%s: figures %v and %v", place, v.Type().Field(i).Name, figuresIn(b.It),
						figuresIn(b.En))
				}
			}
		}
	}
	for _, r := range Channels() {
		check("channel "+string(r.ID), r)
		for _, k := range r.KPIs {
			if _, ok := FindTerm(k); !ok {
				t.Errorf("channel %s: the glossary has no %s", r.ID, k)
			}
		}
		if n := len([]rune(r.Short.It)); n > 16 {
			t.Errorf("channel %s: short name of %d letters", r.ID, n)
		}
	}
	for _, r := range Sectors() {
		check("sector "+r.ID, r)
		for _, id := range r.Channels {
			found := false
			for _, c := range Channels() {
				found = found || string(c.ID) == id
			}
			if !found {
				t.Errorf("sector %s: no channel %s", r.ID, id)
			}
		}
	}
	for _, r := range Glossary() {
		check("term "+r.Key, r)
	}
	for _, r := range GapQuestions() {
		check("gap "+r.ID, r)
	}
	for _, r := range BoardQuestions() {
		check("question "+r.ID, r)
	}
	for _, r := range Prompts() {
		check("prompt "+r.ID, r)
	}
	for _, r := range EvidenceTable() {
		check("evidence "+r.ID, r)
	}
}

// A figure that says it is published names the evidence, and the evidence is there and
// not folklore.
func TestPublishedFiguresHaveTheirSource(t *testing.T) {
	for _, f := range FiguresTable() {
		if (f.Tuned.It == "") != (f.Tuned.En == "") || f.Tuned.It != "" && f.CostOrigin == "published" {
			t.Errorf("%s %s: how it was tuned, in one language alone or of a published figure", f.Channel, f.Kind)
		}
		published := f.CostOrigin == "published" || f.CurveOrigin == "published" || f.ConversionOrigin == "published"
		if published && len(f.Evidence) == 0 {
			t.Errorf("%s %s: published by nobody", f.Channel, f.Kind)
		}
		for _, id := range f.Evidence {
			e, ok := FindEvidence(id)
			switch {
			case !ok:
				t.Errorf("%s %s: no evidence %s", f.Channel, f.Kind, id)
			case bool(e.Weak):
				t.Errorf("%s %s: a default rests on %s, which is weak", f.Channel, f.Kind, id)
			case e.SourceURL == "" && e.ReadAt == "":
				t.Errorf("evidence %s: nobody can look it up", id)
			}
		}
	}
}

// Each row of the evidence stands by itself: its id is its own, its channels are in the
// catalogue, its date is a year or a month, its figure lies between its bounds, and what was read
// in the study itself says where.
func TestTheEvidenceHoldsTogether(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range EvidenceTable() {
		if seen[e.ID] {
			t.Errorf("%s: twice", e.ID)
		}
		seen[e.ID] = true
		for _, id := range e.Channels {
			if _, ok := FindChannel(model.ChannelID(id)); !ok {
				t.Errorf("%s: no channel %s", e.ID, id)
			}
		}
		if !dated.MatchString(e.Published) {
			t.Errorf("%s: published %q", e.ID, e.Published)
		}
		if e.Low != nil && e.Value != nil && *e.Low > *e.Value || e.Value != nil && e.High != nil &&
			*e.Value > *e.High {
			t.Errorf("%s: %v is not between %v and %v", e.ID, *e.Value, e.Low, e.High)
		}
		if e.Source == "" || e.Title == "" || e.ReadAt == "" || e.Kind == "primary" && e.SourceURL == "" {
			t.Errorf("%s: nobody can look it up", e.ID)
		}
		if e.Kind != "primary" && e.Kind != "secondary" {
			t.Errorf("%s: kind %q", e.ID, e.Kind)
		}
	}
}

var dated = regexp.MustCompile(`^(\d{4}(-\d{2})?)?$`)

// A source says when it was published in the reader's words, or that nobody knows.
func TestSourcesAreDated(t *testing.T) {
	it, en := Language("it"), Language("en")
	for _, x := range []struct{ got, want string }{
		{it.When("2014-10"), "ottobre 2014"}, {en.When("2014-10"), "October 2014"}, {it.When("2014"), "2014"},
		{it.When(""), "senza data"}, {en.When(""), "undated"},
		{it.Cite("Implisit", "2014-10"), "Implisit 2014"}, {it.Cite("ifo Institut", ""), "ifo Institut, senza data"},
	} {
		if x.got != x.want {
			t.Errorf("%q, want %q", x.got, x.want)
		}
	}
}

// Straight apostrophes and no double blanks: what is typed on an Italian keyboard.
func TestTheItalianIsTypedAsItIsWritten(t *testing.T) {
	for place, text := range words(Language("it")) {
		if strings.ContainsAny(text, "’‘“”") || strings.Contains(text, "  ") {
			t.Errorf("%s: %q", place, text)
		}
		for _, r := range text {
			if r > unicode.MaxLatin1 && unicode.IsLetter(r) {
				t.Errorf("%s: strange letter %q", place, r)
			}
		}
	}
}
