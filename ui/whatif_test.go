package ui

import (
	"math"
	"strings"
	"testing"

	"arringa/model"
)

// Another scenario changes the figures of every step, and undo brings the old ones back.
func TestAScenarioInForceIsFollowedByEveryStep(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	was := r.plan()
	r.holds("○ prudente").sees("Tutti i canali rendono un po' meno")
	r.goes("role").tells("il piano ne porta 157 l'anno")
	r.goes("whatif").types("space").sees("Ora tutte le cifre, e la cartella, seguono lo scenario «prudente».")
	r.holds("● prudente")
	if !strings.Contains(r.line("base  "), "○ base") {
		t.Errorf("two scenarios in force:\n%s", r.screen())
	}
	r.goes("role").tells("il piano ne porta 126 l'anno")
	if got := r.reopened().Scenario; got != "prudent" {
		t.Errorf("scenario %q on the disk", got)
	}
	r.types("ctrl+z").sees("Annullato: usa questo scenario").tells("il piano ne porta 157 l'anno")
	samePlan(t, "after undo", r.plan(), was)
}

// Nobody spends, nobody works: nothing comes of the plan but what would have come anyway.
func TestTheScenarioWithNobodyBringsNothingMore(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	r.downTo("○ nessuno al volante").types("space").holds("● nessuno al volante")
	if cells := strings.Fields(r.rowInHand()); strings.Join(cells[4:], " ") != "0 0 0 € –" {
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
	if row := r.rowInHand(); !strings.Contains(row, "38.836 €") { // of 77.672
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
	if len(got) != 1 || got[0].ID != "own-1" || got[0].Results.By != 0.8 || !got[0].Results.Gradual || !got[0].Cost.Gradual {
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
	r.types("n backspace").pastes("  Il concorrente\n raddoppia ").types("enter backspace ctrl+u").pastes(" -12,5\n").types("enter")
	r.sees("Il concorrente raddoppia")
	r.downTo("→ Tieni lo scenario").types("enter")
	if got := r.reopened().Scenarios; len(got) != 1 || got[0].Name != "Il concorrente raddoppia" || got[0].Results.By != 0.875 {
		t.Errorf("%+v", got)
	}
}

// Every cut takes its share of the budget to the cent, says what it leaves and can be undone.
func TestEachCutTakesItsShareOfTheBudget(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	r.types("right").sees("5%, cioè 2.200 €", "Basta la somma non ancora assegnata.")
	was := r.plan()
	for _, c := range []struct{ row, says string }{
		{"5%", "Taglio del 5% applicato: il budget è 41.800 €. ^Z lo annulla."},
		{"20%", "Taglio del 20% applicato: il budget è 35.200 €. ^Z lo annulla."},
		{"40%", "Taglio del 40% applicato: il budget è 26.400 €. ^Z lo annulla."},
	} {
		r.downTo(c.row).types("space").sees(c.says)
		p := r.reopened()
		want := map[string]model.Money{"5%": 4180000, "20%": 3520000, "40%": 2640000}[c.row]
		if p.Budget != want || p.Allocated() > want {
			t.Errorf("%s: budget %d, given %d, want %d", c.row, p.Budget, p.Allocated(), want)
		}
		for i, x := range p.Channels {
			if x.Amount > was.Channels[i].Amount {
				t.Errorf("%s: %s gets %d, it had %d", c.row, x.ID, x.Amount, was.Channels[i].Amount)
			}
		}
		r.types("ctrl+z").sees("Annullato: applica il taglio")
		samePlan(t, c.row+" undone", r.plan(), was)
	}
}

// Where everything is locked a cut is impossible, and it is said what would make room.
func TestACutThatHasNoRoomSaysWhatToDo(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "budget")
	for _, c := range r.plan().Channels {
		r.on(c.ID).types("space")
	}
	was := r.plan()
	r.goes("whatif").types("right").downTo("10%").sees("impossibile", "Ciò che è bloccato e i minimi non stanno in un budget così")
	r.types("space").sees("sbloccare un canale o abbassare un minimo nel passo Budget.")
	samePlan(t, "refused", r.plan(), was)
	r.types("up space").sees("il budget è 41.800 €") // what is not given yet is enough for it
}

// What decides is sorted, the strongest first, and says where the figure comes from.
func TestWhatDecidesBeginsWithTheStrongest(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif").types("right right")
	r.sees("Da verificare per primo: Risposte AI: contatti.", "dati nostri (72%)")
	r.holds("valore degli ordini").sees("Da dove viene la cifra: dato nostro.", "spostata di un quinto in su e in giù")
	last, steps := 1e18, 0
	for was := ""; r.rowInHand() != was; steps++ {
		was = r.rowInHand()
		ends := eurosIn(t, was)
		if len(ends) != 2 || math.Abs(ends[1]-ends[0]) > last+1 {
			t.Errorf("%q comes after one that moves %.0f €", was, last)
		}
		last = math.Abs(ends[1] - ends[0])
		r.types("down")
	}
	if steps < 8 {
		t.Errorf("only %d assumptions were gone through", steps)
	}
}

// More money goes where it brings most, to the cent, and undo takes it away again.
func TestMoreMoneyIsPutIntoThePlan(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif").types("left")
	was := r.plan()
	for _, c := range []struct {
		row  string
		more model.Money
	}{{"1.000 €", model.Euro(1000)}, {"25.000 €", model.Euro(25000)}, {"50.000 €", model.Euro(50000)}} {
		r.downTo(c.row).types("space").sees("^Z li toglie.")
		p := r.reopened()
		if got := p.Allocated() - was.Allocated(); got != c.more {
			t.Errorf("%s: %d cents went into the channels", c.row, got)
		}
		if p.Allocated() > p.Budget {
			t.Errorf("%s: %d of %d given", c.row, p.Allocated(), p.Budget)
		}
		r.types("ctrl+z").sees("Annullato: metti nel piano")
		samePlan(t, c.row+" undone", r.plan(), was)
	}
	r.goes("calendar")
	r.sees("Quando si spende")
}

// A screen with room shows the best margin for every budget, and the scenarios side by side.
func TestARoomyScreenShowsTheCurves(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "whatif").sees("contro quello di oggi")
	if row := r.line("prudente"); !strings.Contains(row, "−15.10") { // 62.564 − 77.672, each rounded
		t.Errorf("%q", row)
	}
	r.types("left").sees("Il margine migliore per ogni budget (● il piano di oggi)", "Dove andrebbero")
	_, y := r.at("Il margine migliore")
	if under := strings.Join(strings.Split(r.screen(), "\n")[y+1:], "\n"); !strings.Contains(under, "●") {
		t.Errorf("the plan is not on the curve:\n%s", under)
	}
}

// The views go round by key and are chosen by mouse; each remembers its row.
func TestTheViewsByKeyAndMouse(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	first := []string{"○ prudente", "5%", "valore degli ordini", "1.000 €"}
	for _, keys := range []string{"right", "tab"} {
		for i := range 4 {
			r.holds(first[i]).types(keys)
		}
	}
	for i := range 4 {
		r.types("left").holds(first[3-i])
	}
	r.types("down down shift+tab").holds("1.000 €").types("right").holds("○ favorevole")
	r.clicksOn("Tagli").clicksOn("15%, cioè").holds("15%, cioè 6.600 €").wheels(30, 10, -1).holds("20%").wheels(30, 10, 3).holds("5%")
	r.clicksOn("Che cosa decide").clicksOn("ordini l'anno").holds("ordini l'anno")
	r.clicksOn("Più soldi").clicksOn("25.000 €").holds("25.000 €")
	r.clicksOn("Scenari").clicksOn("i costi salgono").holds("○ i costi salgono").types("space").holds("● i costi salgono")
	r.clicksOn("invio avanti").sees("Quando si spende, e quando rientra?")
	r.goes("whatif").types("enter").sees("Quando si spende, e quando rientra?")
}

// A test of a channel is planned, measured, decided and learnt from; the cost of a contact is
// what was spent by what came.
func TestATrialFromTheIdeaToTheLesson(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	was := r.plan()
	r.types("t").sees("Radio e giornali locali · 2.000 € · da marzo 2027", "Presenza nelle risposte AI · 900 € · da gennaio 2027")
	r.types("end enter").sees("Quale canale? Prima quelli che poggiano su stime.").types("enter")
	r.sees("Prova: ", "Per saperne abbastanza servono circa")
	if n := len(r.plan().Trials); n != len(was.Trials)+1 {
		t.Fatalf("%d tests", n)
	}
	r.types("'Un annuncio nuovo' enter '1.250,50' enter right enter right enter '65' enter")
	made := r.reopened().Trials[len(was.Trials)]
	if made.What != "Un annuncio nuovo" || made.Budget != 125050 || made.CostToBeat != 6500 {
		t.Errorf("%+v", made)
	}
	r.downTo("Speso davvero").types("'1.200' enter '24' enter").tells("Un contatto costa")
	// 1.200 € for 24 contacts are 50 € each; 1.250,50 € should have brought 6,9, at 181 €.
	if cost := eurosIn(t, r.line("Un contatto costa")); cost[0] < 50 || cost[0] > 181 || cost[1] > cost[0] || cost[2] < cost[0] {
		t.Errorf("%v", cost)
	}
	r.types("down").tells("Verdetto: si continua a provare.")
	done := r.reopened().Trials[len(was.Trials)]
	if done.Result == nil || done.Result.Spend != model.Euro(1200) || done.Result.Contacts != 24 {
		t.Errorf("%+v", done.Result)
	}
	r.downTo("→ Metti il risultato").types("enter").sees("Le cifre del canale ora sono le vostre. ^Z torna a prima.")
	p := r.reopened()
	if f := p.Channels[p.Channel(done.Channel)].Figures.Contacts; f.Origin != model.Own {
		t.Errorf("the channel's figures are %q after the test", f.Origin)
	}
	r.downTo("✗ Togli questa prova").types("enter").misses("Prova: ")
	if got := r.reopened().Trials; len(got) != len(was.Trials) {
		t.Errorf("%d tests after one was dropped", len(got))
	}
	for range 12 {
		r.types("ctrl+z")
	}
	r.sees("Non c'è niente da annullare.")
	samePlan(t, "after undoing all of it", r.plan(), was)
}

func TestATrialByMouseAndItsRefusals(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "whatif")
	r.clicksOn("t prove").clicksOn("Radio e giornali locali · 2.000 €").sees("Prova: Radio e giornali locali")
	was := r.plan()
	r.clicksTwice("Quanto si spende in tutto").types("ctrl+u 'tanto' enter").sees("«tanto» non è un importo")
	r.types("'-5' enter").sees("«-5» è sotto zero: un importo parte da 0.").types("esc")
	r.clicksOn("Speso davvero").types("'1,2345' enter").tells("«1,2345» ha più di due decimali: un importo si ferma ai centesimi.").types("esc")
	r.clicksTwice("Da quando")
	if got := r.plan().Trials[0].Start; got != was.Trials[0].Start+1 {
		t.Errorf("a second click on the month gives %s", got)
	}
	r.clicksTwice("Per quanti mesi").sees("‹ 6 ›")
	r.wheels(50, 20, -20).clicksOn("→ Fatto").misses("Prova: Radio")
	r.types("t").clicks(1, 1).misses("Le prove")
}
