package ui

import (
	"math"
	"strings"
	"testing"
)

// Another scenario changes the figures of every step, and undo brings the old ones back.
func TestAScenarioInForceIsFollowedByEveryStep(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	was := r.plan()
	r.holds("○ prudente").sees("Tutti i canali rendono un po' meno")
	r.goes("role").tells("il piano ne porta 137 l'anno")
	r.goes("whatif").types("space").sees("Ora tutte le cifre, e la cartella, seguono lo scenario «prudente».")
	r.holds("● prudente")
	if !strings.Contains(r.line("base  "), "○ base") {
		t.Errorf("two scenarios in force:\n%s", r.screen())
	}
	r.goes("role").tells("il piano ne porta 72 l'anno")
	if got := r.reopened().Scenario; got != "prudent" {
		t.Errorf("scenario %q on the disk", got)
	}
	r.types("ctrl+z").sees("Annullato: usa questo scenario").tells("il piano ne porta 137 l'anno")
	samePlan(t, "after undo", r.plan(), was)
}

// Nobody spends, nobody works: nothing comes of the plan but what would have come anyway.
func TestTheScenarioWithNobodyBringsNothingMore(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	r.downTo("○ nessuno al volante").types("space").holds("● nessuno al volante")
	if cells := strings.Fields(r.rowInHand()); strings.Join(cells[4:], " ") != "0 0 € 0 € –" {
		t.Errorf("%q", cells)
	}
}

// An own scenario is asked for in percent: half the order value is half the margin.
func TestAScenarioOfOnesOwn(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	was := r.plan()
	r.types("n 'Ordini a metà' enter enter enter '-50' enter enter right")
	r.sees("‹ a poco a poco ›", "−50%")
	r.types("right enter enter")
	r.downTo("○ Ordini a metà").sees("Uno scenario vostro: con la c si corregge.")
	if row := r.rowInHand(); !strings.Contains(row, "34 mila €") { // of 68.745
		t.Errorf("half the order value gives %q", row)
	}
	got := r.reopened().Scenarios
	if len(got) != 1 || got[0].ID != "own-1" || got[0].Name != "Ordini a metà" || got[0].Order != 0.5 ||
		got[0].Results.By != 1 || got[0].Cost.By != 1 || got[0].Baseline != 1 || got[0].Results.Gradual {
		t.Errorf("%+v", got)
	}
	r.types("c").sees("Ordini a metà", "−50%").types("enter '-20' enter")
	r.downTo("Come arriva").types("left enter enter").misses("Tieni lo scenario")
	got = r.reopened().Scenarios
	if len(got) != 1 || got[0].ID != "own-1" || got[0].Results.By != 0.8 || !got[0].Results.Gradual ||
		!got[0].Cost.Gradual {
		t.Errorf("changed: %+v", got)
	}
	r.types("space").sees("seguono lo scenario «Ordini a metà».")
	r.types("n 'Un altro' enter enter enter enter enter enter enter")
	if got := r.reopened().Scenarios; len(got) != 2 || got[1].ID != "own-2" {
		t.Errorf("a second one: %+v", got)
	}
	r.types("ctrl+z ctrl+z ctrl+z ctrl+z")
	samePlan(t, "after undoing all of it", r.plan(), was)
}

func TestWhatIsNoScenarioIsRefusedInWords(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	was := r.plan()
	r.follows(
		doing{"c", "Questo scenario è del programma: con la n se ne fa uno proprio."},
		doing{"n down down down down down down enter", "Manca il nome dello scenario."},
		doing{"up up up up up '-101' enter", "La cifra deve stare fra"},
		doing{"'abc' enter", "«abc» non è un numero: scrivere per esempio 3,5."},
		doing{"'-100' enter", "−100%"},
		doing{"'-100' enter", "La cifra deve stare fra"}, // a cost may not be nothing
		doing{"'1001' enter", "La cifra deve stare fra"},
		doing{"esc esc", ""},
	)
	r.misses("nuovo scenario ─")
	samePlan(t, "nothing kept", r.plan(), was)
}

// Percentages come from spreadsheets and mails as well as from fingers.
func TestPastingIntoAScenario(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	r.types("n backspace").Pastes("  Il concorrente\n raddoppia ").types("enter backspace ctrl+u").Pastes(" -12,5\n").
		types("enter")
	r.sees("Il concorrente raddoppia")
	r.downTo("→ Tieni lo scenario").types("enter")
	if got := r.reopened().Scenarios; len(got) != 1 || got[0].Name != "Il concorrente raddoppia" ||
		got[0].Results.By != 0.875 {
		t.Errorf("%+v", got)
	}
}

// A scenario is filled in by mouse too; a click beside the dialog leaves it, and nothing is
// kept.
func TestAScenarioByMouse(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "whatif")
	was := r.plan()
	r.types("n").clicksTwice("Costi, variazione").types("ctrl+u '10'").clicksOn("Nome").sees("+10%").clicks(1, 1).
		clicksOn("Uscire senza tenerlo")
	samePlan(t, "left", r.misses("Tieni lo scenario").plan(), was)
	r.types("n").clicksTwice("Nome").types("'Caro'").clicksTwice("Costi, variazione").types("ctrl+u '10' enter")
	r.clicksTwice("Come arriva").sees("‹ a poco a poco ›")
	x, y := r.at("Come arriva")
	r.wheels(x, y, 9).holds("Nome").wheels(x, y, -1).holds("Contatti, variazione").clicksOn("→ Tieni lo scenario")
	got := r.reopened().Scenarios
	if len(got) != 1 || got[0].Name != "Caro" || math.Abs(got[0].Cost.By-1.1) > 1e-12 || !got[0].Cost.Gradual {
		t.Errorf("%+v", got)
	}
	r.clicksOn("Caro").holds("○ Caro").types("space").holds("● Caro")
}
