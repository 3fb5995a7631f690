package ui

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"

	"pgregory.net/rapid"
)

func TestAmountsAreUnderstoodForWhatTheyAre(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	const id = "direct_outreach"
	r.on(id)
	for typed, want := range map[string]model.Money{"12.500": 1250000, "1234,56": 123456, "12,500.00": 1250000,
		"€ 900": 90000} {
		r.types("backspace ctrl+u").types("'" + typed + "' enter")
		if got := r.amount(id); got != want {
			t.Errorf("%s gives %d cents, want %d\n%s", typed, got, want, r.screen())
		}
	}
}

func TestLettersInAnAmountAreRefusedAndKept(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	const id = "direct_outreach"
	was := r.amount(id)
	r.on(id).types("'1a2' enter").sees("«1a2» non è un importo", "1a2")
	if r.amount(id) != was {
		t.Error("a refused text changed the amount")
	}
	r.types("esc").misses("«1a2»")
}

// Who leaves a step while a text is open does not lose it: what is right is taken, what is
// refused waits in its field with the reason.
func TestATextThatIsOpenIsTakenBeforeOneLeaves(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "company")
	r.finds("company.name").types("'Officine Galli' pgdown")
	if got := r.plan().Company.Name; got != "Officine Galli" || !r.isOn("distance") {
		t.Errorf("the name is %q:\n%s", got, r.screen())
	}
	was := r.plan().Company.Margin
	r.goes("company").finds("company.margin").types("'120' pgdown")
	if got := r.plan().Company.Margin; got.Value != was.Value || !r.isOn("distance") {
		t.Errorf("a margin of 120%% gives %v:\n%s", got.Value, r.screen())
	}
	r.goes("company").sees("120", "La cifra deve stare fra 0 e 100")
}

func TestAFieldKeepsWhatWasRefused(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "company")
	r.finds("company.margin")
	r.types("'120' enter").sees("La cifra deve stare fra 0 e 100", "120")
	r.types("down up").sees("120", "La cifra deve stare fra 0 e 100")
	r.types("backspace backspace enter").misses("La cifra deve stare")
	if got := r.plan().Company.Margin; got.Value != 0.12 || got.Origin != model.Own {
		t.Errorf("margin %+v", got)
	}
}

// Who goes back and chooses another sector gets its estimates, and keeps what was typed.
func TestAnotherSectorKeepsWhatWasTyped(t *testing.T) {
	r := sit(t, 80, 24)
	r.types("enter enter enter 'Galli' enter enter 'x' backspace '98.000' enter enter '120.000' enter")
	r.types("up up up up up up right").sees("Galli", "98.000", "120.000", "stima")
	r.types("down down down down down down down enter")
	if p := r.plan(); p.Budget != model.Euro(120000) || p.Company.FirstOrder.Cents != model.Euro(98000) ||
		p.Company.Sector == "machinery" {
		t.Errorf("budget %d, order %v, sector %s", p.Budget, p.Company.FirstOrder, p.Company.Sector)
	}
}

func TestABudgetBelowWhatIsLockedSaysWhatToDo(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	locked := r.amount("fairs_abroad") // as the example has it
	r.types("up up '50000' enter").sees("Il totale non può scendere sotto", "bloccati")
	if p := r.plan(); p.Budget < locked || p.Allocated()+p.Pot() != p.Budget {
		t.Errorf("budget %d, locked %d, given %d", p.Budget, locked, p.Allocated())
	}
}

// A total typed in thousands by mistake is asked about before it takes the channels down.
func TestATotalThatIsProbablyInThousandsIsAskedAbout(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "budget")
	was := r.plan()
	r.types("up up '50' enter").sees("È la cifra giusta?", "50.000")
	if got := r.plan(); got.Budget != was.Budget || got.Allocated() != was.Allocated() {
		t.Fatal("it was taken unasked")
	}
	r.types("enter")
	if got := r.plan().Budget; got != model.Euro(50000) {
		t.Errorf("budget %d", got)
	}
	r.types("'60' enter down down enter")
	if got := r.plan().Budget; got != model.Euro(50000) {
		t.Errorf("budget %d, which was to stay", got)
	}
	r.types("'30000' enter").sees("i canali liberi sono scesi")
	r.types("'60' enter down enter").sees("Il totale non può scendere sotto 4.000 €")
}

// A long sentence is read whole at the smallest usual size.
func TestALongNoteIsReadWhole(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "budget")
	r.on(r.plan().Channels[0].ID).types("'999999' enter").sees("resta altro da assegnare", "Oppure m: totale fisso.")
	r.types("m").sees("in proporzione")
}

func TestLeastAboveMostIsRefused(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	r.on("direct_outreach").types("tab down '20000' enter up up '30000' enter")
	r.sees("Il minimo (30.000 €) è più alto del massimo (20.000 €)")
}

func TestAPlanWithoutChannelsSaysWhereTheyAreChosen(t *testing.T) {
	r := sit(t, 80, 24)
	s, _ := templates.FindSector("machinery")
	p := templates.NewPlan(s, "it", model.NewMonth(2027, 1), model.Euro(50000))
	p.Channels = nil
	if _, err := file.Create("vuoto.plan", p); err != nil {
		t.Fatal(err)
	}
	r.opens("vuoto.plan", "budget").sees("Il piano non ha ancora canali")
	for _, step := range []string{"company", "distance", "channels", "budget", "reasons", "whatif", "calendar", "role",
		"board", "progress"} {
		r.goes(step).types("down up right left space enter esc")
	}
}

func TestWhatIsNoPlanIsExplained(t *testing.T) {
	r := sit(t, 80, 24)
	for name, c := range map[string]struct{ data, says string }{
		"note.txt":    {"lista della spesa", "non è un piano di Arringa"},
		"vecchio.bin": {"\x00\x01\x02", "non è un piano di Arringa"},
		"nuovo.plan":  {`{"schema": 99}`, "versione più recente"},
		"rotto.plan":  {"{\"schema\": 1,\n \"name\": ", "è danneggiato"},
	} {
		if err := os.WriteFile(name, []byte(c.data), 0o644); err != nil {
			t.Fatal(err)
		}
		r.opens(name, "budget").sees(c.says)
		if now, _ := os.ReadFile(name); string(now) != c.data {
			t.Errorf("%s was touched", name)
		}
	}
	r.opens("manca.plan", "budget").sees("non c'è")
}

// Whatever keeps a plan from being opened, its last good version is offered.
func TestAPlanThatDoesNotOpenOffersTheLastGoodVersion(t *testing.T) {
	for what, data := range map[string]string{
		"damaged": `{"schema": 1, "name": "Macch`,
		"invalid": `{"schema": 1, "start": "2027-01", "budget_cents": 100, "channels": [{"id": "seo", "amount_cents": 500}]}`,
		"misfit":  `{"schema": 1, "months": "dodici"}`,
		"newer":   `{"schema": 9}`,
		"another": `Budget 2027`,
	} {
		r := sit(t, 80, 24).example("macchine", "budget")
		r.on("direct_outreach").types("'12000' enter ctrl+s")
		if err := os.WriteFile("macchine.plan", []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		again := restart(t, 80, 24, "it").opens("macchine.plan", "budget")
		again.sees("Il file non si apre", "Versione del")
		again.types("enter").sees("Quanto a ciascun canale?")
		again.types("right ctrl+s").sees("salvato")
		if now, _ := os.ReadFile("macchine.plan"); string(now) != data {
			t.Errorf("%s: the file was overwritten", what)
		}
	}
}

func TestSomebodyElseSavedTheFile(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	theirs := r.plan().Clone()
	theirs.Name = "La versione del capo"
	data, err := file.Encode(theirs)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("macchine.plan", data, 0o644); err != nil {
		t.Fatal(err)
	}
	r.on("direct_outreach").types("'11000' enter").sees("Il file è cambiato", "Tenere quella sullo schermo")
	if r.onDisk("macchine.plan").Name != theirs.Name {
		t.Fatal("their version was overwritten unasked")
	}
	r.types("enter")
	if p := r.onDisk("macchine.plan"); p.Channels[p.Channel("direct_outreach")].Amount != model.Euro(11000) {
		t.Error("ours was not saved when chosen")
	}
	found := false
	for _, v := range file.Versions("macchine.plan") {
		p, err := file.Restore(v)
		found = found || err == nil && p.Name == theirs.Name
	}
	if !found {
		t.Error("their version is lost")
	}
}

func TestAFolderWithoutPermissionIsSaidAndNothingIsLost(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	r := sit(t, 80, 24).example("macchine", "budget")
	if err := os.Chmod(".", 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(".", 0o755) })
	r.on("direct_outreach").types("'9000' enter").sees("Non c'è il permesso", "non salvato")
	if err := os.Chmod(".", 0o755); err != nil {
		t.Fatal(err)
	}
	r.types("ctrl+s").sees("salvato").misses("non salvato")
	if p := r.onDisk("macchine.plan"); p.Channels[p.Channel("direct_outreach")].Amount != model.Euro(9000) {
		t.Error("not saved once it could be")
	}
}

func TestATinyTerminalSaysWhatItNeedsAndComesBack(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	r.sized(40, 10).sees("60×20", "40×10")
	r.types("right 5 enter") // nothing is pressed blindly
	was := r.plan()
	r.sized(80, 24).sees("Quanto a ciascun canale?")
	r.types("ctrl+z").sees("Non c'è niente da annullare")
	if was.Channels[0].Amount != r.plan().Channels[0].Amount {
		t.Error("a key changed a plan that could not be seen")
	}
}

func TestUndoSaysWhatItTakesBack(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	const id, name = "direct_outreach", "Contatto diretto"
	was := r.amount(id)
	r.on(id).types("right right ctrl+z").sees("Annullato: " + name)
	if got := r.amount(id); got != was {
		t.Errorf("%d, not %d", got, was)
	}
	r.types("ctrl+y").sees("Ripetuto: " + name)
	r.types("ctrl+y").sees("Non c'è niente da ripetere")
}

// Whatever is pressed on whatever screen of whatever size, the frame is exactly as large
// as the terminal, no placeholder shows its brace, and no cent is lost.
func TestEveryFrameFitsTheTerminal(t *testing.T) {
	keys := strings.Fields("up down left right enter esc tab space backspace home end pgup pgdown f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 ? / m e l o p n t = c x ctrl+z ctrl+y 1 0 5 , % shift+right")
	steps := []string{"company", "distance", "channels", "budget", "reasons", "whatif", "calendar", "role", "board",
		"progress"}
	rapid.Check(t, func(rt *rapid.T) {
		t.Setenv("ARRINGA_HOME", filepath.Join(t.TempDir(), "memory"))
		t.Chdir(t.TempDir())
		w, h := rapid.IntRange(60, 250).Draw(rt, "w"), rapid.IntRange(20, 80).Draw(rt, "h")
		seed := rapid.Uint64().Draw(rt, "seed")
		dice := rand.New(rand.NewPCG(seed, 1))
		r := restart(t, w, h, []string{"it", "en"}[dice.IntN(2)])
		r.savesNever()
		if examples := templates.Examples(); dice.IntN(8) > 0 {
			r.example(examples[dice.IntN(len(examples))].Name, steps[dice.IntN(len(steps))])
		}
		for range 60 {
			pressed := ""
			switch dice.IntN(12) {
			case 0:
				x, y := dice.IntN(w), dice.IntN(h)
				pressed = "click " + strconv.Itoa(x) + " " + strconv.Itoa(y)
				r.drags(x, y, min(x+dice.IntN(9), w-1), y)
			case 1:
				w, h = 60+dice.IntN(190), 20+dice.IntN(60)
				r.sized(w, h)
			default:
				pressed = keys[dice.IntN(len(keys))]
				r.types(pressed)
			}
			if r.left {
				return
			}
			if wrong := r.misfit(w, h); wrong != "" {
				rt.Fatalf("after %s: %s", pressed, wrong)
			}
			if strings.ContainsAny(r.screen(), "{}") {
				rt.Fatalf("after %s: a brace in\n%s", pressed, r.screen())
			}
			if r.holdsPlan() {
				if p := r.plan(); p.Allocated()+p.Pot() != p.Budget || p.Pot() < 0 {
					rt.Fatalf("after %s: %d given and %d in the pot of %d", pressed, p.Allocated(), p.Pot(), p.Budget)
				}
			}
		}
	})
}
