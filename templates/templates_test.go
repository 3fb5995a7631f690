package templates_test

import (
	"testing"
	"time"

	"arringa/model"
	"arringa/templates"
)

func TestEveryTableAndCatalogueDecodes(t *testing.T) {
	for name, n := range map[string][2]int{
		"channels":   {len(templates.Channels()), 35},
		"additional": {len(templates.Additionals()), 35},
		"sectors":    {len(templates.Sectors()), 16},
		"questions":  {len(templates.BoardQuestions()), 46},
		"gap":        {len(templates.GapQuestions()), 29},
		"prompts":    {len(templates.Prompts()), 22},
		"glossary":   {len(templates.Glossary()), 246},
		"evidence":   {len(templates.EvidenceTable()), 298},
	} {
		if n[0] != n[1] {
			t.Errorf("%s: %d rows, want %d", name, n[0], n[1])
		}
	}
	for _, tag := range []string{"it", "en"} {
		if texts := templates.Language(tag); texts.Tag != tag {
			t.Errorf("%s: %q", tag, texts.Tag)
		}
	}
}

// Days are understood as people write them; without a year it is the next one.
func TestDaysAreUnderstood(t *testing.T) {
	now := time.Date(2026, time.November, 23, 10, 0, 0, 0, time.UTC)
	for _, x := range []struct{ language, text, want string }{
		{"it", "15/12/2026", "2026-12-15"}, {"it", "15 dicembre", "2026-12-15"}, {"it", "15 Dic. 2027", "2027-12-15"},
		{"it", "1° marzo", "2027-03-01"},
		{"en", "December 15", "2026-12-15"}, {"en", "1 Mar 2028", "2028-03-01"}, {"it", "23 novembre", "2026-11-23"},
		{"it", "", ""}, {"it", "31 febbraio", "?"}, {"it", "domani", "?"}, {"it", "15 di", "?"},
		{"it", "15 dicembre duemila", "?"},
	} {
		got, ok := templates.Language(x.language).ParseDay(x.text, now)
		if want := x.want; (want == "?") == ok || ok && string(got) != want {
			t.Errorf("%q is %q, %v", x.text, got, ok)
		}
	}
}

// Every channel of the catalogue has its own additional share, in order, and what is published says
// where.
func TestEveryChannelHasAnAdditionalShare(t *testing.T) {
	known := map[string]bool{}
	for _, e := range templates.EvidenceTable() {
		known[e.ID] = true
	}
	shares := map[string]bool{}
	for _, a := range templates.Additionals() {
		shares[string(a.Channel)] = true
		if !(0 < a.Low && a.Low <= a.Base && a.Base <= a.High && a.High <= 1) || a.Why.It == "" || a.Why.En == "" {
			t.Errorf("%+v", a)
		}
		of := templates.AdditionalOf(a.Channel)
		if of.Base != a.Base || a.Origin == model.Published && len(of.Evidence) == 0 {
			t.Errorf("%s: %+v", a.Channel, of)
		}
		for _, id := range of.Evidence {
			if !known[id] {
				t.Errorf("%s rests on %q, which is not in the table", a.Channel, id)
			}
		}
	}
	for _, c := range templates.Channels() {
		if !shares[string(c.ID)] {
			t.Errorf("%s has none", c.ID)
		}
	}
}
