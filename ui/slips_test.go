package ui

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// slips are what no reader should meet: a placeholder, a raw name of the program, one thing said
// in the plural, a chance finer than it is known.
var slips = map[string]*regexp.Regexp{
	"a placeholder": regexp.MustCompile(`[{}]|‹\w+›`),
	"a raw name":    regexp.MustCompile(`[a-z0-9]_[a-z]`),
	"one in plural": regexp.MustCompile(`(?:^|[^0-9.,–-])1 (?:mesi|clienti|contatti|ordini|anni|canali|settimane|ore|periodi|domande|fonti|fogli|campi|righe|months|customers|contacts|orders|years|channels|weeks|hours|periods|questions|sources|sheets|rows)\b`),
	"a chance":      regexp.MustCompile(`\b(?:su|out of) 100\b`),
}

// address is a page of the net, whose name is its own.
var address = regexp.MustCompile(`https?://\S+`)

// slipsIn lists the slips of a text, each with its line.
func slipsIn(text string) []string {
	var found []string
	for _, line := range strings.Split(address.ReplaceAllString(text, ""), "\n") {
		for what, slip := range slips {
			if slip.MatchString(line) {
				found = append(found, what+": "+strings.TrimSpace(line))
			}
		}
	}
	return found
}

// Every screen and dialog in Italian, and every step in English, wide enough to be read whole.
func TestNoSlipReachesAReader(t *testing.T) {
	utc(t)
	for language, scenes := range map[string][]scene{"it": allScenes(),
		"en": slices.Concat(stepScenes(), viewScenes())} {
		for _, s := range scenes {
			t.Run(language+"/"+s.name, func(t *testing.T) {
				for _, slip := range slipsIn(s.stands(t, 140, 45, language).screen()) {
					t.Error(slip)
				}
			})
		}
	}
}

// The finder finds what it looks for, and nothing in what is well said.
func TestSlipsAreFound(t *testing.T) {
	for _, text := range []string{"dopo 1 mesi", "a ‹product› near", "spend {spesa}", "at_least_cents 3", "99 su 100",
		"1 customers"} {
		if len(slipsIn(text)) != 1 {
			t.Errorf("%q: %v", text, slipsIn(text))
		}
	}
	if found := slipsIn("11 mesi, 0,1 clienti, 1 mese, circa 6 su 10, 21 contatti, 1.001 clienti"); len(found) > 0 {
		t.Error(found)
	}
}
