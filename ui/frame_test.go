package ui

import (
	"strings"
	"testing"

	"arringa/plan/file"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// stepsByKey is every step with its key, its name in the rail, and what it asks.
var stepsByKey = []struct{ key, name, Fields string }{
	{"ctrl+o", "I piani", "Da dove si comincia?"},
	{"f3", "Azienda", "Quanto lascia un nuovo cliente?"},
	{"f4", "Distanza", "Quanto distiamo da come cercano i clienti?"},
	{"f5", "Canali", "Dove farsi trovare?"},
	{"f6", "Budget", "Quanto a ciascun canale?"},
	{"f7", "Motivi", "Perché questi soldi"},
	{"f8", "E se…", "Che cosa succede se le cose vanno diversamente?"},
	{"f9", "Calendario", "Quando si spende, e quando rientra?"},
	{"f10", "Ruolo", "Quanto costa il ruolo, e che cosa tiene in piedi?"},
	{"f11", "CdA", "Prima della riunione"},
	{"f12", "Andamento", "Come sta andando, a confronto con il piano?"},
}

// Every step is reached by its key, by the rail, by the list of steps and by the command
// palette, from wherever one is.
func TestEveryStepIsReachedInEveryWay(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {140, 45}} {
		r := sit(t, size[0], size[1]).example("dentista", "budget")
		was := r.plan()
		for i, s := range stepsByKey {
			away := stepsByKey[(i+5)%len(stepsByKey)].key
			r.types(away).types(s.key).sees(s.Fields)
			r.types(away).clicks(4, railLine(r, s.name)).sees(s.Fields)
			r.types(away)
			if i > 0 && (i+5)%len(stepsByKey) > 0 {
				r.types("/ 'vai a: " + s.name + "' enter").sees(s.Fields)
			}
			r.types(away).types("esc").sees("─ Passi ─").types("home")
			for !strings.Contains(r.rowInHand(), s.name) {
				r.types("down")
			}
			r.types("enter").sees(s.Fields).misses("─ Passi ─")
			r.types(away + " esc " + s.key).sees(s.Fields).misses("─ Passi ─")
		}
		samePlan(t, "walked", r.plan(), was)
	}
}

// railLine is the line of the rail that names a step.
func railLine(r *robot, name string) int {
	r.t.Helper()
	for y, line := range strings.Split(r.screen(), "\n") {
		if rail, _, railed := strings.Cut(line, "│"); railed && strings.Contains(rail, name) {
			return y
		}
	}
	r.t.Fatalf("no %q in the rail:\n%s", name, r.screen())
	return 0
}

// The walk goes on and back a step at a time, and says where it ends.
func TestTheWalkOnAndBack(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "company")
	for _, keys := range [][2]string{{"pgdown", "pgup"}, {"ctrl+n", "ctrl+p"}} {
		for _, s := range stepsByKey[2:] {
			r.types(keys[0]).sees(s.Fields)
		}
		r.types(keys[0]).sees("È già l'ultimo passo.")
		for i := len(stepsByKey) - 2; i >= 0; i-- {
			r.types(keys[1]).sees(stepsByKey[i].Fields)
		}
		r.types(keys[1]).sees("È già il primo passo.").types("f3")
	}
}

// The rail shows how far each step has come; a narrow screen does without it, and names the
// step in its header.
func TestTheRailSaysHowFarEachStepHasCome(t *testing.T) {
	r := sit(t, 80, 24).bare("company")
	at := func(name string) string { return strings.Split(r.screen(), "\n")[railLine(r, name)] }
	if !strings.Contains(at("Azienda"), "○ Azienda") || !strings.Contains(at("Canali"), "● Canali") {
		t.Errorf("\n%s", r.screen())
	}
	r.types("'Galli' enter")
	if !strings.Contains(at("Azienda"), "◐ Azienda") {
		t.Errorf("\n%s", r.screen())
	}
	r.gets(tea.WindowSizeMsg{Width: 62, Height: 20})
	r.misses("│").types("f9").sees("Calendario ·").clicks(3, 6)
	r.sees("Calendario ·") // where the rail was there is nothing to click
	r.types("esc").sees("● Canali", "◐ Azienda")
}

// The language changes at a key, for this plan, the next one and the next start.
func TestTheLanguageIsRemembered(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar").types("f2").sees("Calendar", "Role").misses("Calendario")
	if r.plan().Language != "it" {
		t.Error("the workbook's language changed with the screen's")
	}
	if got := file.Recall().Language; got != "en" {
		t.Errorf("the next start is in %q", got)
	}
	r.types("f2").sees("Calendario")
}

// The terminal's own cursor stands behind what is being typed, and nowhere else.
func TestTheCursorStandsBehindWhatIsTyped(t *testing.T) {
	for _, c := range []struct{ step, keys, typed string }{
		{"calendar", "'12'", "12"}, {"calendar", "end down down '345'", "345"},
		{"calendar", "n down down down 'Fiera'", "Fiera"},
		{"role", "'3000'", "3000"}, {"role", "end down '1,5'", "1,5"}, {"role", "ctrl+t 'Sito'", "Sito"},
		{"board", "ctrl+g enter 'Bando'", "Bando"},
		{"board", "ctrl+d n 'Quando?'", "Quando?"}, {"progress", "down '77'", "77"}, {"progress", "right right '8'",
			"8"}, {"whatif", "n 'Crisi'", "Crisi"}, {"budget", "/ 'esp'", "esp"},
	} {
		for _, size := range [][2]int{{80, 24}, {140, 45}} {
			r := sit(t, size[0], size[1]).example("dentista", c.step)
			if r.app.View().Cursor != nil {
				t.Errorf("%s: a cursor though nothing is typed", c.step)
			}
			r.types(c.keys)
			at := r.app.View().Cursor
			if at == nil {
				t.Errorf("%s %s: no cursor", c.step, c.keys)
				continue
			}
			line := strings.Split(r.screen(), "\n")[at.Y]
			if before := ansi.Truncate(line, at.X, ""); !strings.HasSuffix(before, c.typed) {
				t.Errorf("%s %s: the cursor stands at the end of %q", c.step, c.keys, before)
			}
		}
	}
}

// The window is called as the plan is.
func TestTheWindowIsCalledAsThePlan(t *testing.T) {
	r := sit(t, 80, 24)
	if got := r.app.View().WindowTitle; got != "Arringa" {
		t.Errorf("%q", got)
	}
	if got := r.example("dentista", "budget").app.View().WindowTitle; got != "Comunicazione 2027 · Arringa" {
		t.Errorf("%q", got)
	}
}
