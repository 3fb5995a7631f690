package ui

import (
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
)

// What the role costs is pay × company cost × the part of the time, and the tools: as one
// would work it out on paper. What was typed is the company's own.
func TestWhatTheRoleCosts(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "role")
	was := r.plan()
	r.tells("Il ruolo costa 14.220 € l'anno") // 31.000 × 1,4 × 30% + 1.200
	r.types("'46.000' enter '1,5' enter '50' enter '2.000' enter '100' enter")
	r.tells("Il ruolo costa 36.500 € l'anno") // 46.000 × 1,5 × 50% + 2.000
	x := r.reopened().Role
	if x.Salary.Cents != model.Euro(46000) || x.CompanyCost.Value != 1.5 || x.Share.Value != 0.5 ||
		x.Tools.Cents != model.Euro(2000) || x.Stops.Value != 1 {
		t.Errorf("%+v", x)
	}
	for _, origin := range []model.Origin{x.Salary.Origin, x.CompanyCost.Origin, x.Share.Origin, x.Tools.Origin,
		x.Stops.Origin} {
		if origin != model.Own {
			t.Errorf("a figure that was typed is %q", origin)
		}
	}
	if row := r.line("Costo azienda"); !strings.Contains(row, "dato nostro") {
		t.Errorf("%q", row)
	}
	r.types("ctrl+z").sees("Annullato: Si ferma senza il ruolo").types("ctrl+z ctrl+z ctrl+z ctrl+z")
	samePlan(t, "undone", r.plan(), was)
}

// Until something is told the role counts for nothing; the first answer starts the sum.
func TestARoleThatWasNotTold(t *testing.T) {
	r := sit(t, 80, 24)
	s, _ := templates.FindSector("machinery")
	if _, err := file.Create("nuovo.plan", templates.NewPlan(s, "it", model.NewMonth(2027, 1),
		model.Euro(50000))); err != nil {
		t.Fatal(err)
	}
	r.opens("nuovo.plan", "role").sees("32.000 €", "stima").tells("Una qualsiasi risposta fa partire il conto")
	r.types("enter down up")
	if r.reopened().Role != nil {
		t.Error("looking at it told the role")
	}
	r.downTo("Parte del tempo").types("'25' enter").tells("Il ruolo costa 11.200 € l'anno") // 32.000 × 1,4 × 25%
	if x := r.reopened().Role; x == nil || x.Share.Value != 0.25 || x.Salary.Cents != model.Euro(32000) ||
		x.Salary.Origin != model.Judgement {
		t.Errorf("%+v", x)
	}
	r.types("ctrl+z").tells("Una qualsiasi risposta fa partire il conto")
}

func TestWhatIsNoFigureOfTheRoleIsRefusedAndKept(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "role")
	was := r.plan()
	for _, c := range []struct{ row, typed, says string }{
		{"Retribuzione", "boh", "«boh» non è un importo: per esempio 12.500, 1.234,56, 120k, 140 mila oppure 1,2 mln."},
		{"Costo azienda", "0,5", "La cifra deve stare fra 1 e "},
		{"Parte del tempo", "120", "La cifra deve stare fra 0 e 100."},
		{"Strumenti", "-10", "«-10» è sotto zero: un importo parte da 0."},
		{"Si ferma", "tutto", "«tutto» non è un numero: scrivere per esempio 3,5."},
	} {
		r.downTo(c.row).types("'" + c.typed + "' enter").tells(c.says)
		r.types("down up").holds(c.row).tells(c.says) // it stays where it was typed, with the reason
		if row := r.rowInHand(); !strings.Contains(row, c.typed) {
			t.Errorf("%s: %q", c.typed, row)
		}
		r.types("backspace esc")
		if row := r.rowInHand(); strings.Contains(row, c.typed+" ") {
			t.Errorf("esc does not drop it: %q", row)
		}
	}
	samePlan(t, "refused", r.plan(), was)
}

// A task is added, reckoned with, corrected and dropped.
func TestATaskFromAddingToDropping(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "role")
	was := r.plan()
	n := len(was.Role.Tasks)
	r.sees("19.200 €") // (900 + 500 + 0 + 200) × 12
	r.types("ctrl+t").sees("Per esempio: newsletter, fiere, sito, campagne.")
	r.types("'Recensioni' enter '6,5' enter '100' enter '2' enter '0,5' enter enter").misses("Ore per correggere")
	r.sees("6,5 h · 100 €", "20.400 €") // 100 × 12 more
	x := r.reopened().Role.Tasks[n]
	if x.Name != "Recensioni" || x.Hours.Value != 6.5 || x.Outside.Cents != model.Euro(100) ||
		x.GivenBack.Value != 2 || x.Correction.Value != 0.5 || x.Hours.Origin != model.Own {
		t.Errorf("%+v", x)
	}
	r.downTo("Recensioni").types("space").sees("─ Recensioni ─", "Togli questa attività").
		types("enter enter '250' enter").downTo("→ Tieni").types("enter")
	r.sees("6,5 h · 250 €", "22.200 €")
	r.types("space").downTo("✗ Togli").types("enter")
	samePlan(t, "dropped", r.reopened(), was)
	r.types("ctrl+z").sees("Annullato: Togli questa attività").types("ctrl+z").sees("Annullato: Recensioni").
		types("ctrl+z").sees("Annullato: aggiungi un'attività")
	samePlan(t, "undone", r.plan(), was)
}

// A task is put into the plan whole or not at all.
func TestATaskThatIsNotKeptChangesNothing(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "role")
	was := r.plan()
	r.types("ctrl+t down '5' enter").downTo("→ Tieni").types("enter").
		sees("Manca il nome dell'attività: per esempio «newsletter».", "Ore per correggere")
	r.types("up up up up '9999' enter").tells("La cifra deve stare fra 0 e ").types("esc esc").
		clicksOn("Uscire senza tenerlo").misses("Ore per correggere")
	r.downTo("Annunci e scheda").types("space down '99' enter esc right enter")
	samePlan(t, "left", r.plan(), was)
	r.types("ctrl+z").sees("Non c'è niente da annullare.")
}

func TestPastingIntoTheRole(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "role")
	r.types("backspace ctrl+u").Pastes(" 33.500,00 €\n").types("enter").downTo("Parte del tempo").
		types("backspace ctrl+u").Pastes("45%").types("enter")
	if x := r.reopened().Role; x.Salary.Cents != model.Euro(33500) || x.Share.Value != 0.45 {
		t.Errorf("%+v", x)
	}
	r.types("'abc' enter").Pastes("500").types("enter") // what is pasted over a refused text takes its place
	if x := r.reopened().Role; x.Tools.Cents != model.Euro(500) {
		t.Errorf("%+v", x.Tools)
	}
	r.types("ctrl+t backspace").Pastes("Lettera\tai  clienti\n").types("enter").downTo("→ Tieni").types("enter")
	if x := r.reopened().Role.Tasks; x[len(x)-1].Name != "Lettera ai clienti" {
		t.Errorf("%+v", x)
	}
}

func TestTheRoleByMouse(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "role")
	was := r.plan()
	r.clicksOn("Strumenti").holds("Strumenti").clicksTwice("Parte del tempo").types("ctrl+u '40'").
		clicksOn("Strumenti").holds("Strumenti")
	if x := r.reopened().Role.Share.Value; x != 0.4 {
		t.Errorf("a click elsewhere takes what was typed: %v", x)
	}
	x, y := r.at("Retribuzione")
	r.wheels(x, y, 2).holds("Costo azienda").wheels(x, y, -1).holds("Parte del tempo").wheels(x, y, 50).
		holds("Retribuzione").wheels(x, y, -50).holds("→ Avanti: CdA")
	r.drags(x, y, x+9, y+3)
	r.clicksTwice("Annunci e scheda Google").sees("Togli questa attività").clicksTwice("Ore al mese").
		types("ctrl+u '13' enter").clicksTwice("→ Tieni")
	if x := r.reopened().Role.Tasks[1]; x.Hours.Value != 13 {
		t.Errorf("%+v", x)
	}
	r.clicksTwice("+ aggiungi un'attività").sees("Per esempio: newsletter").clicks(1, 1).
		misses("Per esempio: newsletter")
	r.clicksOn("→ Avanti: CdA").sees("Prima della riunione")
	r.types("ctrl+z ctrl+z").goes("role")
	samePlan(t, "undone", r.plan(), was)
}

// What comes of the role is beside the questions, or a key away where there is no room.
func TestWhatComesOfTheRoleIsReadWhole(t *testing.T) {
	wide := sit(t, 140, 45).example("dentista", "role").sees("Se manca chi lo fa",
		"Risposte AI 3,1 mesi")
	figures := map[string]string{}
	for _, label := range []string{"Costo del ruolo, l'anno", "Clienti che lo ripagano", "Lo stesso lavoro fuori",
		"Margine che manca", "Ruolo e spesa risparmiati"} {
		cells := strings.Fields(strings.TrimSuffix(strings.TrimSpace(wide.line(label)), " €"))
		figures[label] = " " + cells[len(cells)-1]
	}
	r := sit(t, 80, 24).example("dentista", "role").misses("Margine che manca").types("ctrl+l").
		sees("14.220 €", "27 mila €").misses("Risposte AI ")
	for label, figure := range figures {
		if !strings.Contains(r.line(label), figure) {
			t.Errorf("%s: %q beside the questions, %q alone", label, figure, r.line(label))
		}
	}
	r.types("pgdown pgdown").tells("Risposte AI 3,1 mesi").types(strings.Repeat("up ", 30)).
		tells("Costo del ruolo")
	r.wheels(40, 12, -20).tells("Risposte AI 3,1 mesi").types("q").misses("Margine che manca")
}
