package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// The list of steps by mouse: a click chooses, the wheel moves, a click beside it closes.
func TestTheListOfStepsByMouse(t *testing.T) {
	sit(t, 80, 24).example("dentista", "budget").types("esc").clicksOn("Ruolo     ").sees("Quanto costa il ruolo")
	r := sit(t, 80, 24).example("dentista", "budget").types("esc")
	x, y := r.at("F9")
	r.wheels(x, y, -2)
	if !strings.Contains(r.rowInHand(), "E se…") {
		t.Errorf("%q", r.rowInHand())
	}
	r.clicks(2, 20).misses("─ Passi ─").sees("Quanto a ciascun canale?")
}

// The palette finds by a few letters, says what cannot be done and why, and is left by esc.
func TestThePaletteByKeyMouseAndPaste(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	r.types("ctrl+k").sees("─ Comandi ─").types("'zzz'").sees("Nessun comando con queste lettere.").
		types("enter esc").misses("─ Comandi ─")
	r.types("/ 'annulla' enter").sees("Non c'è niente da annullare.").misses("─ Comandi ─")
	r.types("/").Pastes("prova generale").types("enter").sees("domanda 1 di ")
	r.types("esc f9 /").Pastes("nuovo appunt")
	x, y := r.at("nuovo appuntamento")
	r.clicks(x, y).sees("Metti in calendario").types("esc")
	r = sit(t, 80, 24).example("dentista", "calendar").types("/")
	first := r.rowInHand()
	r.wheels(40, 12, -2)
	third := r.rowInHand()
	r.types("up up").holds(first).types("down down").holds(third).wheels(40, 12, 9).holds(first)
	r.types("'uguale' enter").sees("uguale ogni mese.")
	r.types("ctrl+z").sees("Annullato: calendario del canale")
}

// Help is there on every step: what it is for, and its keys.
func TestHelpOnEveryStep(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "budget")
	for i, about := range []string{"Qui stanno i piani aperti di recente", "Poche cifre dell'azienda",
		"Ventinove domande", "L'elenco dei canali", "I cursori del budget",
		"Per ogni canale: perché quei soldi", "Scenari a confronto", "Mese per mese, quanto si spende",
		"Che cosa costa chi segue il marketing", "L'ultimo controllo", "Durante l'anno"} {
		r.types(stepsByKey[i].key+" ?").tells("Aiuto: ", about)
		r.types("?").misses("─ Aiuto: ").types("f1").tells(about).types("esc").misses("─ Aiuto: ")
	}
	r = sit(t, 80, 24).example("dentista", "calendar").types("?").tells("Mese per mese").misses("torna ai piani")
	r.types("pgdown pgdown pgdown").tells("torna ai piani", "Non c'è niente da ripetere.").
		types("k k k k k k k k k k k k k k k k k k k k k k k k k k").tells("Mese per mese")
	r.wheels(40, 12, -30).tells("torna ai piani").wheels(40, 12, 30).tells("Mese per mese").clicksOn("esc chiudi").
		misses("─ Aiuto")
}

// A dialog stays, and can be used, when the window changes its size.
func TestADialogOutlivesAnotherSizeOfTheWindow(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar").types("n down down down 'Fiera' enter")
	for _, size := range [][2]int{{60, 20}, {200, 60}, {30, 10}, {80, 24}} {
		r.gets(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if size[0] >= 60 {
			r.sees("Fiera", "Metti in calendario")
		}
	}
	r.downTo("→ Metti").types("enter")
	if e := r.reopened().Events; e[len(e)-1].What != "Fiera" {
		t.Errorf("%+v", e)
	}
}
