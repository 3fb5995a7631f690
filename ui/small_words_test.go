package ui

import (
	"strings"
	"testing"

	"arringa/model"
)

// One month is a month, one year a year.
func TestOneIsSaidInTheSingular(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "company").finds("company.years").types("'1' enter").
		finds("company.cycle").types("'1' enter")
	r.sized(100, 50).sees("1 mese", "1 anno").misses("1 mesi", "1 anni")
}

// What the past says of a single period is said of one: nothing explained, one spend, and a
// curve of which only the height changes keeps its doubling.
func TestASinglePeriodIsNotOversold(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "channels").types("down h")
	r.says("Da 1 periodo. La spesa non spiega come sono andati i contatti.",
		"Spesa vista: sempre 458 € al mese.").types("esc")
	r.downTo("● Google Ads").types("h").says("la forma della curva resta quella di prima.")
	var shares []string
	for _, cell := range strings.Fields(r.line("resa al raddoppio")) {
		if strings.HasSuffix(cell, "%") {
			shares = append(shares, cell)
		}
	}
	if len(shares) != 2 || shares[0] != shares[1] {
		t.Errorf("the doubling changes: %q", r.line("resa al raddoppio"))
	}
}

// What was seen is written as exactly as it can be known.
func TestTheYearSpeaksInRoundFigures(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "progress").types("down down tab '30' enter")
	r.sees("30 contatti, più dei ")
	_, after, _ := strings.Cut(r.screen(), "30 contatti, più dei ")
	if figure, _, _ := strings.Cut(after, " "); len(figure) > 3 {
		t.Errorf("%q", figure)
	}
}

// On a small screen a long description leaves room for the figures.
func TestTheFiguresOfAChannelAreSeenOnASmallScreen(t *testing.T) {
	for _, language := range []string{"it", "en"} {
		sit(t, 80, 24)
		r := restart(t, 80, 24, language).example("dentista", "channels")
		for range 40 {
			if r.types("down"); strings.Contains(r.rowInHand(), "●") {
				r.sees(r.words().Channels.CostPerContact)
			}
		}
	}
}

// An export that is not understood says what to do, where there is no command line.
func TestAnExportWithoutHeadingsSaysWhatToDo(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress")
	putFiles(t, map[string]string{"solo.csv": "quando;quanto\nmar 2027;90,10\n"})
	r.types("i 'solo.csv' enter").misses("--map")
	r.sees("solo.csv: non si trova una riga di intestazione", "Sopra i dati")
	_, complained, _ := verbEnds("import", "dentista.plan", "solo.csv")
	if !strings.Contains(complained, "--map") {
		t.Error(complained)
	}
	if a := r.plan().Actuals; len(a) != 0 || r.plan().Budget != model.Euro(44000) {
		t.Errorf("%+v", a)
	}
}

// What is out of sight is counted, and no reason is cut.
func TestRowsOutOfSightAreCounted(t *testing.T) {
	sit(t, 80, 24).example("macchine", "budget").types("o").says("↓ altre 3 righe").types("down").
		says("↑ un'altra riga ↓ altre 2 righe")
	r := sit(t, 80, 24).example("macchine", "whatif").misses("↓").types("right").sees("↓ un'altra riga")
	r.types("down down down down down down").sees("↑ un'altra riga", "50%").types("right").sees("↓ altre 53 righe")
	sit(t, 80, 24).example("dentista", "budget").types("o").says("al massimo")
}

// A channel that gets nothing has no empty draft.
func TestAChannelWithoutMoneyHasNoEmptyDraft(t *testing.T) {
	r := onADraft(t).goes("budget").standsOn("Fiere Italia").types("'0' enter").goes("reasons")
	r.says("Nessuno: quest'anno qui non si spende.")
}

// Values are whole on a small screen, in a shorter wording where they have to be.
func TestValuesAreWholeOnASmallScreen(t *testing.T) {
	for _, language := range []string{"it", "en"} {
		for _, name := range []string{"dentista", "macchine", "cantina"} {
			sit(t, 80, 24)
			r := restart(t, 80, 24, language).example(name, "company")
			for range 30 {
				for _, line := range strings.Split(r.screen(), "\n")[3:17] {
					// Names are as long as their owners like.
					if strings.Contains(line, r.plan().Company.Name[:9]) || strings.Contains(line, " ›") {
						continue
					}
					if cells := []rune(line); len(cells) > 48 && strings.Contains(string(cells[48:]), "…") {
						t.Fatalf("%s, %s: %q", language, name, line)
					}
				}
				r.types("down")
			}
		}
	}
}
