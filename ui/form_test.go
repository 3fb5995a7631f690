package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"arringa/model"

	tea "charm.land/bubbletea/v2"
)

// tiny is the smallest picture that a plan takes.
const tiny = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89" +
	"\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"

// later presses keys without doing what comes of the last of them: it is handed back.
func (r *robot) later(keys ...string) tea.Cmd {
	r.t.Helper()
	var cmds []tea.Cmd
	for _, name := range keys {
		_, cmd := r.app.Update(keyOf(r.t, name))
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

// The first digit takes the place of what is proposed, backspace changes it, esc gives it
// back, and what a person writes for an amount is understood.
func TestARowIsTypedInto(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company").standsOn("Valore del primo ordine")
	for _, typed := range []struct{ keys, shown string }{
		{"'120k' enter", "120.000 €"}, {"'1,2 mln' enter", "1.200.000 €"}, {"'140mila' enter", "140.000 €"},
		{"backspace backspace backspace backspace '500' enter", "140.500 €"}, {"'9' esc", "140.500 €"},
	} {
		r.types(typed.keys).standsOn("Valore del primo ordine").reads("Valore del primo ordine", typed.shown)
		r.types("up up up up up up up up up").standsOn("Valore del primo ordine")
	}
}

// What is pasted onto a row in hand begins the typing: a file that is dragged onto the
// terminal comes that way.
func TestPastingBeginsTheTyping(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company").standsOn("Valore del primo ordine")
	r.putsIn("98.500").types("enter").reads("Valore del primo ordine", "98.500 €", "dato nostro")
	r.standsOn("→ Avanti").putsIn("x").sees("Quanto lascia un nuovo cliente?")

	r.write("il logo.png", tiny)
	r.goes("board").standsOn("Logo").putsIn(`'il logo.png'`).types("enter").reads("Logo", "immagine di 1 kB")
	if string(r.plan().Board.Logo) != tiny {
		t.Error("another picture")
	}
	r.types("ctrl+z").reads("Logo", "non indicato")
}

// The row in hand follows undo while it is in hand.
func TestUndoWhileARowIsInHand(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company").standsOn("Mesi da guardare").types("right").
		reads("Mesi da guardare", "‹ 36 ›")
	r.types("ctrl+z").reads("▸ Mesi da guardare", "‹ 24 ›")
	r.types("ctrl+y").reads("▸ Mesi da guardare", "‹ 36 ›")
}

// A form that is longer than the screen scrolls with the row in hand; the mark that it goes
// on covers nothing of where a figure comes from.
func TestTheMarksOfAFormCoverNothing(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company")
	marks := 0
	for range 2 {
		for range 22 {
			for _, line := range strings.Split(r.screen(), "\n") {
				row, marked := strings.CutSuffix(strings.TrimRight(strings.TrimRight(line, " "), "↑↓"), " ")
				if !marked || !strings.ContainsAny(line, "↑↓") {
					continue
				}
				marks++
				whole := strings.HasSuffix(row, "dato nostro") || strings.HasSuffix(row, "stima")
				if !whole && (strings.Contains(row, "dato") || strings.Contains(row, "stim")) {
					t.Errorf("the mark covers the origin: %q", line)
				}
			}
			if !strings.Contains(r.screen(), "▸") {
				t.Fatalf("the row in hand is out of sight:\n%s", r.screen())
			}
			r.types("down")
		}
		r.standsOnTop()
	}
	if marks < 20 {
		t.Errorf("%d marks seen", marks)
	}
}

// standsOnTop goes up to the first row.
func (r *robot) standsOnTop() { r.types(strings.Repeat("up ", 30)) }

// A picture is looked for beside the program: what was typed stands there in the meantime,
// the next row can be filled in, and what is refused comes back into the hand.
func TestWhatIsOnTheDiskIsReadBeside(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "board").standsOn("Logo")
	r.write("logo.png", tiny)
	r.types("'logo.png'")
	read := r.later("enter")
	r.reads("Logo", "logo.png").reads("▸ Data della riunione")
	if r.plan().Board.Logo != nil {
		t.Fatal("it was read while the key was pressed")
	}
	r.runs(read)
	r.reads("Logo", "immagine di 1 kB").reads("▸ Data della riunione")

	r.types("up 'manca.png'")
	read = r.later("enter")
	r.runs(read)
	r.reads("▸ Logo", "manca.png").sees("manca.png non c'è")
	r.types("'logo.png' enter").reads("Logo", "immagine di 1 kB").misses("non c'è")

	r.types("up 'manca.png'")
	first := r.later("enter")
	r.types("up 'logo.png' enter")
	r.runs(first) // an answer that comes late no longer counts
	r.reads("Logo", "immagine di 1 kB").misses("manca.png")
}

// Whoever goes on before a folder was looked at waits for it: no file comes to stand in
// another one.
func TestGoingOnWaitsForWhatIsBeingRead(t *testing.T) {
	r := sit(t, 80, 24).types("n").standsOn("Salvato in")
	if err := os.Mkdir("altrove", 0o755); err != nil {
		t.Fatal(err)
	}
	r.types("backspace ctrl+u 'altrove'")
	read, created := r.later("enter"), r.later("enter")
	r.runs(created)
	if r.holdsPlan() {
		t.Fatal("a plan was created before its folder was known")
	}
	r.runs(read)
	if found, _ := filepath.Glob("altrove/*.plan"); len(found) != 1 {
		t.Errorf("in the folder: %v\n%s", found, r.screen())
	}

	r = sit(t, 80, 24).types("n").standsOn("Salvato in").types("backspace ctrl+u 'manca'")
	read, created = r.later("enter"), r.later("enter")
	r.runs(created)
	r.runs(read)
	r.reads("▸ Salvato in", "manca").sees("non c'è")
	if r.holdsPlan() {
		t.Error("a plan was created though its folder was refused")
	}
}

// What looks like a button is one at the first click; a double click does no more.
func TestOneClickIsEnough(t *testing.T) {
	r := sitBefore(t, 100, 40, "macchine", "board")
	r.clicksOn("→ Prova generale").sees("domanda 1 di").types("esc")
	r.clicksOn("Fogli ").sees("I fogli da togliere").types("esc")
	r.goes("role").clicksOn("+ aggiungi un'attività").sees("Che cosa fa").types("esc")
	r.goes("company").clicksOn("Stagione").sees("100 è un mese normale").types("esc")
	was := r.plan()
	r.twiceOn("Settore ").sees("scrivere qualche lettera").types("esc")
	same(t, r.plan(), was)
	r.clicksOn("Mesi da guardare").reads("Mesi da guardare", "‹ 24 ›") // a value is only taken in hand
	r.clicksOn("24 ›").reads("Mesi da guardare", "‹ 36 ›").clicksOn("‹ 36").reads("Mesi da guardare", "‹ 24 ›")
}

// A refused text is that of its channel: the next one does not inherit it.
func TestARefusedTextStaysWithItsChannel(t *testing.T) {
	r := sitBefore(t, 100, 40, "macchine", "reasons").standsOn("Verifica il").types("'mai' enter")
	r.reads("Verifica il", "mai").types("up up").sees("Verifica il").types("ctrl+right")
	r.sees("2 di 11").misses(" mai ").types("ctrl+left").reads("Verifica il", "mai")
}

// A channel of one's own that is not confirmed leaves nothing behind.
func TestAnOwnChannelThatIsNotConfirmed(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels")
	was := r.plan()
	r.types("n esc").misses("Cifre: Canale nostro").types("n 'Camion' enter esc").sees("non è ancora nel piano")
	r.types("enter").reads("Nome", "Camion").types("esc right enter").misses("Camion", "Cifre:")
	same(t, r.plan(), was)
	r.types("ctrl+z").sees("Non c'è niente da annullare.")
}

// A form whose answers are taken at its end asks before they go, and only when there are any.
func TestAFormAsksBeforeItsAnswersGo(t *testing.T) {
	r := sitBefore(t, 100, 40, "macchine", "role")
	was := r.plan()
	r.types("ctrl+t esc").misses("Uscire?").types("ctrl+t 'Recensioni' enter").clicks(0, 0)
	r.sees("Uscire?").types("esc").reads("Attività", "Recensioni")
	r.types("esc").clicksOn("Continuare a scrivere").reads("Attività", "Recensioni")
	r.types("ctrl+c").clicksOn("Uscire senza tenerlo").misses("Recensioni", "Uscire?")
	same(t, r.plan(), was)
	if r.types("ctrl+t 'Recensioni' ctrl+q").sees("Uscire?"); r.left {
		t.Error("the program was left, and the task with it")
	}
	if r.types("right enter ctrl+t ctrl+q"); !r.left {
		t.Error("an empty form holds the program back")
	}
}

// The months of a channel are ticked; its year stays, and one undo takes all back.
func TestTheMonthsOfAChannel(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget").on("sales_agents")
	was := r.plan()
	line := was.Channel("sales_agents")
	r.types("tab").standsOn("Mesi con spesa").types("space").sees("● gennaio")
	r.types("ctrl+a").sees("Almeno un mese deve restare", "● gennaio", "● dicembre")
	r.types("home space down space end x").sees("○ gennaio", "○ febbraio", "○ dicembre", "● marzo")
	r.clicksOn("● marzo").sees("○ marzo").types("pgup").wheels(40, 10, -1)
	r.types("pgdown up space").sees("○ novembre")
	r.types("enter").reads("Mesi con spesa", "apr, mag, giu")
	c := r.plan().Channels[line]
	months := c.Calendar.Months(c.Amount, r.plan().Company.Season, model.NewMonth(2027, 1))
	var spent model.Money
	for _, m := range months {
		spent += m
	}
	if months[0] != 0 || months[2] != 0 || months[10] != 0 || months[3] == 0 || spent != c.Amount {
		t.Errorf("months %v", months)
	}
	r.types("esc ctrl+z")
	same(t, r.plan(), was)
}

// What is taken out goes at one key, and it is said how it comes back.
func TestWhatIsTakenOutSaysHowItComesBack(t *testing.T) {
	r := sitBefore(t, 100, 40, "macchine", "role")
	was := r.plan()
	r.standsOn("Sito e annunci").types("space").standsOn("✗ Togli").types("enter").
		sees("Tolto: ^Z lo rimette.").misses("Sito e annunci")
	r.types("ctrl+z").sees("Sito e annunci")
	same(t, r.plan(), was)
}
