package ui

import (
	"os"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/xuri/excelize/v2"
)

// walk is every step with its key, its name in the rail, and what it asks.
var walk = []struct{ key, name, asks string }{
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
		for i, s := range walk {
			away := walk[(i+5)%len(walk)].key
			r.types(away).types(s.key).sees(s.asks)
			r.types(away).clicks(4, mustRow(r, s.name)).sees(s.asks)
			r.types(away)
			if i > 0 && (i+5)%len(walk) > 0 {
				r.types("/ 'vai a: " + s.name + "' enter").sees(s.asks)
			}
			r.types(away).types("esc").sees("─ passi ─").types("home")
			for !strings.Contains(r.rowInHand(), s.name) {
				r.types("down")
			}
			r.types("enter").sees(s.asks).misses("─ passi ─")
			r.types(away + " esc " + s.key).sees(s.asks).misses("─ passi ─")
		}
		samePlan(t, "walked", r.plan(), was)
	}
}

// mustRow is the line of the rail that names a step.
func mustRow(r *robot, name string) int {
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
		for _, s := range walk[2:] {
			r.types(keys[0]).sees(s.asks)
		}
		r.types(keys[0]).sees("È già l'ultimo passo.")
		for i := len(walk) - 2; i >= 0; i-- {
			r.types(keys[1]).sees(walk[i].asks)
		}
		r.types(keys[1]).sees("È già il primo passo.").types("f3")
	}
}

// The rail shows how far each step has come; a narrow screen does without it, and names the
// step in its header.
func TestTheRailSaysHowFarEachStepHasCome(t *testing.T) {
	r := sit(t, 80, 24).bare("company")
	at := func(name string) string { return strings.Split(r.screen(), "\n")[mustRow(r, name)] }
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

// The list of steps by mouse: a click chooses, the wheel moves, a click beside it closes.
func TestTheListOfStepsByMouse(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "budget").types("esc").clicksOn("Ruolo     ").sees("Quanto costa il ruolo")
	r = sit(t, 80, 24).example("dentista", "budget").types("esc")
	x, y := r.at("F9")
	r.wheels(x, y, -2)
	if !strings.Contains(r.rowInHand(), "E se…") {
		t.Errorf("%q", r.rowInHand())
	}
	r.clicks(2, 20).misses("─ passi ─").sees("Quanto a ciascun canale?")
}

// The palette finds by a few letters, says what cannot be done and why, and is left by esc.
func TestThePaletteByKeyMouseAndPaste(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	r.types("ctrl+k").sees("─ comandi ─").types("'zzz'").sees("Nessun comando con queste lettere.").types("enter esc").misses("─ comandi ─")
	r.types("/ 'annulla' enter").sees("Non c'è niente da annullare.").misses("─ comandi ─")
	r.types("/").pastes("prova generale").types("enter").sees("domanda 1 di ")
	r.types("esc f9 /").pastes("nuovo appunt")
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
	for i, about := range []string{"Qui stanno i piani aperti di recente", "Poche cifre dell'azienda", "Ventinove domande", "L'elenco dei canali", "I cursori del budget",
		"Per ogni canale: perché quei soldi", "Scenari a confronto", "Mese per mese, quanto si spende", "Che cosa costa chi segue il marketing", "L'ultimo controllo", "Durante l'anno"} {
		r.types(walk[i].key+" ?").tells("Aiuto: ", about)
		r.types("?").misses("─ Aiuto: ").types("f1").tells(about).types("esc").misses("─ Aiuto: ")
	}
	r = sit(t, 80, 24).example("dentista", "calendar").types("?").tells("Mese per mese").misses("torna ai piani")
	r.types("pgdown pgdown pgdown").tells("torna ai piani", "Non c'è niente da annullare.").types("k k k k k k k k k k k k k k k k k k k k k k k k").tells("Mese per mese")
	r.wheels(40, 12, -30).tells("torna ai piani").wheels(40, 12, 30).tells("Mese per mese").clicksOn("esc chiudi").misses("─ Aiuto")
}

// Undo and redo go through the steps, whichever one is in front.
func TestUndoAndRedoAcrossTheSteps(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	was := r.plan()
	r.types("e f10 '40000' enter f8 space f12 '900' enter")
	now := r.plan()
	r.types("f6")
	for _, what := range []string{"Andamento", "usa questo scenario", "Retribuzione lorda annua", "calendario del canale"} {
		r.types("ctrl+z").sees("Annullato: " + what + ".")
	}
	samePlan(t, "undone", r.reopened(), was)
	r.types("ctrl+z").sees("Non c'è niente da annullare.")
	for _, keys := range []string{"ctrl+y", "ctrl+r", "ctrl+y", "ctrl+r"} {
		r.types(keys).sees("Ripetuto: ")
	}
	samePlan(t, "redone", r.reopened(), now)
	r.types("ctrl+z f10 up '41000' enter ctrl+y").sees("Non c'è niente da ripetere.") // another road was taken
	r.types("f9").misses("Non c'è niente da ripetere.")
}

// A change is on the disk without being asked for.
func TestAChangeIsSavedByItself(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar").types("e").sees("salvato")
	if p := r.onDisk("dentista.plan"); p.Channels[0].Calendar.Kind != model.Even {
		t.Errorf("%+v", p.Channels[0].Calendar)
	}
	if err := os.Mkdir("altrove", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove("dentista.plan"); err != nil {
		t.Fatal(err)
	}
	r.types("s ctrl+s").misses("non salvato")
	if p := r.onDisk("dentista.plan"); p.Channels[0].Calendar.Kind != model.BySeason {
		t.Errorf("%+v", p.Channels[0].Calendar)
	}
}

// When somebody else saved the file one may open theirs, or go on in a new file; whatever is
// chosen, neither version is lost.
func TestTheOtherAnswersToAConflict(t *testing.T) {
	begin := func() (*robot, model.Plan) {
		r := sit(t, 80, 24).example("dentista", "calendar")
		theirs := r.plan().Clone()
		theirs.Name = "La versione del socio"
		data, err := file.Encode(theirs)
		if err != nil {
			t.Fatal(err)
		}
		putFiles(t, map[string]string{"dentista.plan": string(data)})
		r.types("e").sees("Il file è cambiato").tells("Qualcun altro ha salvato questo piano dopo l'ultima volta che è stato letto qui.")
		return r, theirs
	}
	r, theirs := begin()
	r.types("down enter").sees("La versione del socio", "Quando si spende")
	samePlan(t, "theirs opened", r.plan(), theirs)
	samePlan(t, "theirs kept", r.onDisk("dentista.plan"), theirs)

	r, theirs = begin()
	r.clicksOn("Salvare quella sullo schermo in un altro file").sees("salvato").misses("non salvato")
	samePlan(t, "theirs kept", r.onDisk("dentista.plan"), theirs)
	r.types("s")
	samePlan(t, "ours beside it", r.onDisk("dentista (2).plan"), r.plan())

	r, theirs = begin()
	r.types("esc").sees("non salvato (^S)")
	samePlan(t, "nothing overwritten", r.onDisk("dentista.plan"), theirs)
	r.types("ctrl+s").sees("Il file è cambiato").types("enter").misses("non salvato")
	samePlan(t, "ours", r.onDisk("dentista.plan"), r.plan())
}

func TestEveryWayOut(t *testing.T) {
	for _, keys := range []string{"ctrl+q", "ctrl+c", "/ 'esci' enter"} {
		if r := sit(t, 80, 24).example("dentista", "calendar").types(keys); !r.left {
			t.Errorf("%s does not leave", keys)
		}
	}
	for _, keys := range []string{"q", "ctrl+c", "ctrl+q"} {
		if r := sit(t, 80, 24).types(keys); !r.left {
			t.Errorf("%s does not leave the list of plans", keys)
		}
	}
	if r := sit(t, 80, 24).example("dentista", "whatif").clicksOn("^Q esci"); !r.left {
		t.Error("a click on the key does not leave")
	}
	r := sit(t, 80, 24).example("dentista", "calendar").types("q n ctrl+c") // in a dialog it only closes
	if r.misses("Metti in calendario"); r.left {
		t.Error("^C in a dialog left the program")
	}
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
		{"calendar", "'12'", "12"}, {"calendar", "end down down '345'", "345"}, {"calendar", "n down down down 'Fiera'", "Fiera"},
		{"role", "'3000'", "3000"}, {"role", "end down '1,5'", "1,5"}, {"role", "ctrl+t 'Sito'", "Sito"}, {"board", "ctrl+g enter 'Bando'", "Bando"},
		{"board", "ctrl+d n 'Quando?'", "Quando?"}, {"progress", "down '77'", "77"}, {"progress", "right right '8'", "8"}, {"whatif", "n 'Crisi'", "Crisi"}, {"budget", "/ 'esp'", "esp"},
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

// edited writes figures into the cells of a workbook that have a name, as the board does.
func edited(t testing.TB, path string, values map[string]any) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	left := len(values)
	for _, d := range f.GetDefinedName() {
		v, ok := values[d.Name]
		if !ok {
			continue
		}
		sheet, cell, _ := strings.Cut(d.RefersTo, "!")
		if err := f.SetCellValue(strings.Trim(sheet, "'"), strings.ReplaceAll(cell, "$", ""), v); err != nil {
			t.Fatal(err)
		}
		left--
	}
	if left > 0 {
		t.Fatalf("%s lacks some of %v", path, values)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// What the board changed is told line by line, and is taken or left whole.
func TestTheBoardsEditsAreTakenOrLeft(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board").types("ctrl+e").sees("Cartella scritta")
	was := r.plan()
	edited(t, "dentista.xlsx", map[string]any{"in_amount_1": 9000, "in_amount_3": 5500.5, "in_budget": 50000})
	again := restart(t, 100, 30, "it").opens("dentista.xlsx", "board")
	again.tells("Il consiglio ha cambiato 3 celle:", "budget dell'anno: da 44.000 a 50.000", "Annunci su Google (ricerca), importo: da 12.000 a 9.000").sees("Il piano che era nella cartella è in dentista.plan.")
	samePlan(t, "not taken yet", again.plan(), was)
	again.types("esc").misses("Il consiglio ha cambiato")
	samePlan(t, "left", again.reopened(), was)

	again = restart(t, 100, 30, "it").opens("dentista.xlsx", "board")
	again.clicksOn("prendi le modifiche").sees("Modifiche prese. ^Z le toglie.")
	p := again.reopened()
	if p.Budget != model.Euro(50000) || p.Channels[0].Amount != model.Euro(9000) || p.Channels[2].Amount != 550050 || p.Channels[1].Amount != was.Channels[1].Amount {
		t.Errorf("%d; %d, %d, %d", p.Budget, p.Channels[0].Amount, p.Channels[1].Amount, p.Channels[2].Amount)
	}
	again.types("ctrl+z").sees("Annullato: prendi le modifiche")
	samePlan(t, "undone", again.plan(), was)
}

// A workbook that nobody changed comes home without a question; away from its plan it brings
// the plan along.
func TestAWorkbookComesHomeUnchangedAndAlone(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board").types("ctrl+e")
	was := r.plan()
	restart(t, 100, 30, "it").opens("dentista.xlsx", "board").tells("Nessuna cella è stata cambiata: il piano è quello esportato.").types("enter").misses("Nessuna cella")
	if err := os.Remove("dentista.plan"); err != nil {
		t.Fatal(err)
	}
	again := restart(t, 100, 30, "it").opens("dentista.xlsx", "board").sees("Il piano che era nella cartella è in dentista.plan.")
	samePlan(t, "brought along", again.reopened(), was)
}
