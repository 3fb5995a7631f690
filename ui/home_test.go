package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"arringa/model"
)

// The answers of the new plan's form are in the plan and in its file, and what is given out
// is the budget, to the cent.
func TestANewPlanIsMadeOfItsAnswers(t *testing.T) {
	r := sit(t, 80, 24)
	r.types("n").standsOn("Settore").types("space").standsOn("Cantina").types("enter")
	r.reads("Settore", "Cantina")
	r.standsOn("Nome").types("'Cascina Bò' enter right right").reads("Primo mese", "marzo")
	r.standsOn("Valore medio").types("'1,2k' enter '41,5%' enter '96.000' enter")
	r.reads("Valore medio", "1.200 €", "dato nostro").reads("Margine", "41,5%", "dato nostro").
		reads("Budget", "96.000 €")
	r.standsOn("→ Crea il piano").types("enter")
	r.sees("Piano creato: Cascina Bò", "96.000")
	p := r.plan()
	path := p.Name + ".plan"
	c := p.Company
	if c.Sector != "winery" || c.Name != "Cascina Bò" || p.Language != "it" || p.Start.Index() != 2 {
		t.Errorf("sector %q, name %q, language %q, start %v", c.Sector, c.Name, p.Language, p.Start)
	}
	for _, a := range []model.Amount{c.FirstOrder, c.Order} {
		if a.Cents != 120000 || a.Origin != model.Own {
			t.Errorf("an order is %+v", a)
		}
	}
	if c.Margin.Value != 0.415 || c.Margin.Origin != model.Own {
		t.Errorf("margin %+v", c.Margin)
	}
	checkOpening(t, p, 9600000)
	same(t, r.onDisk(path), p)
	r.keeps(path)
}

// checkOpening checks a new plan's split: all the money is there, a tenth or more is kept
// back, and no channel gets less than makes sense.
func checkOpening(t *testing.T, p model.Plan, budget model.Money) {
	t.Helper()
	var given model.Money
	for _, c := range p.Channels {
		given += c.Amount
		if c.Amount > 0 && c.Amount < c.Threshold {
			t.Errorf("%s begins with %d, below its threshold of %d", c.ID, c.Amount, c.Threshold)
		}
	}
	if p.Budget != budget || given+p.Pot() != budget || p.Pot() < budget/10 || given == 0 {
		t.Errorf("of %d, wanted %d, %d are given out and %d kept", p.Budget, budget, given, p.Pot())
	}
}

func TestANewPlanPutAsideKeepsItsAnswers(t *testing.T) {
	r := sit(t, 80, 24)
	r.types("n").standsOn("Nome").types("'Galli' enter esc").misses("Crea il piano")
	r.types("n").reads("Nome", "Galli").standsOn("→ Crea").types("enter").sees("Piano creato")
	r.types("ctrl+o n").reads("Nome", "non indicato")
}

func TestANewPlansFolderMustBeThere(t *testing.T) {
	r := sit(t, 80, 24)
	if err := os.Mkdir("piani", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("lettera.txt", []byte("cara"), 0o644); err != nil {
		t.Fatal(err)
	}
	r.types("n").standsOn("Salvato in")
	r.types("'manca' enter").says("manca non c'è: controllare il nome e la cartella.").types("esc")
	r.types("'lettera.txt' enter").
		says("lettera.txt: in questo percorso c'è un file dove serve una cartella.").types("esc")
	r.types("'piani' enter").reads("Salvato in", "piani").types("enter")
	r.sees("Piano creato: piani/Piano 2")
	if found, _ := filepath.Glob("piani/*.plan"); len(found) != 1 {
		t.Errorf("in the folder there are %v", found)
	}
}

// A name that no file can have gives the file another one; a second plan of the same name
// leaves the first one's file as it is.
func TestANewPlansFileHasANameOfItsOwn(t *testing.T) {
	r := sit(t, 80, 24)
	r.types("n").standsOn("Nome").types("'A/B: \"C\"?' enter").standsOn("→ Crea").types("enter")
	first, err := filepath.Glob("A-B- -C-- *.plan")
	if err != nil || len(first) != 1 {
		t.Fatalf("files %v", first)
	}
	if name := r.plan().Company.Name; name != `A/B: "C"?` {
		t.Errorf("the company is called %q", name)
	}
	was := r.onDisk(first[0])
	r.types("ctrl+o n").standsOn("Nome").types("'A/B: \"C\"?' enter").standsOn("Budget").
		types("'50000' enter enter enter")
	if got := r.plan().Budget; got != model.Euro(50000) {
		t.Fatalf("budget %d:\n%s", got, r.screen())
	}
	same(t, r.onDisk(first[0]), was)
	if all, _ := filepath.Glob("A-B- *.plan"); len(all) != 2 {
		t.Errorf("files %v", all)
	}
}

// The language of a new plan is asked first, and changes the form under the hand.
func TestANewPlanInEnglish(t *testing.T) {
	r := sit(t, 80, 24)
	r.types("n right").sees("A new plan", "Company name").types("right").sees("Un piano nuovo")
	r.types("left").standsOn("→ Create the plan").types("enter").sees("How much for each channel?")
	if p := r.plan(); p.Language != "en" || !strings.HasPrefix(p.Name, "Plan 2") {
		t.Errorf("language %q, name %q", p.Language, p.Name)
	}
}

// What a new plan refuses is said, kept to be mended, and not in the plan.
func TestANewPlanRefusesWhatIsNoAnswer(t *testing.T) {
	r := sit(t, 80, 24).types("n")
	for _, c := range [][3]string{
		{"Valore medio", "tanto", "«tanto» non è un importo: per esempio 12.500, 1.234,56, 120k, 140 mila oppure 1,2 mln."},
		{"Margine", "101", "La cifra deve stare fra 0 e 100."},
		{"Margine", "metà", "«metà» non è un numero: scrivere per esempio 3,5."},
		{"Budget", "-5", "«-5» è sotto zero: un importo parte da 0."},
		{"Budget", "2000 mln", "«2000 mln» è troppo: il massimo è un miliardo di euro."},
	} {
		r.standsOn(c[0])
		before := r.inHand()
		r.spells(c[1]).says(c[2]).types("up down")
		r.reads(c[0], c[1]).says(c[2])
		if r.types("backspace esc"); r.inHand() != before {
			t.Errorf("%q after %q was dropped, not %q", r.inHand(), c[1], before)
		}
	}
}

func TestPastesIntoANewPlan(t *testing.T) {
	r := sit(t, 80, 24)
	r.types("n")
	r.writes("Nome", " Officine\nGalli\tS.r.l. \n").reads("Nome", "Officine Galli S.r.l.")
	r.writes("Valore medio", "€ 98.000,50\n").reads("Valore medio", "98.000,50 €")
	r.writes("Margine", "34,5 %").reads("Margine", "34,5%")
	r.writes("Budget", "1'200'000.00\n").reads("Budget", "1.200.000 €")
	r.standsOn("→ Crea").types("enter")
	if p := r.plan(); p.Company.FirstOrder.Cents != 9800050 || p.Company.Margin.Value != 0.345 ||
		p.Budget != model.Euro(1200000) || p.Company.Name != "Officine Galli S.r.l." {
		t.Errorf("%+v, budget %d", p.Company, p.Budget)
	}
}

// The new plan's form is filled by mouse: a click chooses a field, another one opens it.
func TestANewPlanByMouse(t *testing.T) {
	r := sit(t, 80, 24)
	r.clicksOn("Un piano nuovo").twiceOn("Primo mese").reads("Primo mese", "febbraio")
	r.twiceOn("Budget").types("ctrl+u '70000'").clicksOn("Nome").reads("Budget", "70.000 €")
	r.clicksOn("Nome").types("'Galli'").clicksOn("Settore")
	r.reads("Nome", "Galli").clicksOn("Settore").reads("Settore", "Alimentare per negozi")
	x, y := r.at("Lingua")
	if r.wheels(x, y, 1); !strings.HasPrefix(r.inHand(), "Lingua") {
		t.Errorf("the wheel leads to %q", r.inHand())
	}
	if r.wheels(x, y, -2); !strings.HasPrefix(r.inHand(), "Nome") {
		t.Errorf("the wheel leads to %q", r.inHand())
	}
	r.clicksOn("→ Crea il piano")
	if p := r.plan(); p.Budget != model.Euro(70000) || p.Company.Name != "Galli" || p.Start.Index() != 1 {
		t.Errorf("budget %d, name %q, start %v", p.Budget, p.Company.Name, p.Start)
	}
}

// What was opened lately comes first, with its year and its money, and opens with a key or a
// click; it can be taken off the list, and its file stays.
func TestRecentPlansOpenAndAreForgotten(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget").example("dentista", "budget").types("ctrl+o")
	r.reads("2027 · 44.000 €", "Comunicazione 2027").reads("2027 · 345.000 €", "Marketing 2027-2028")
	_, first := r.at("44.000 €")
	_, second := r.at("345.000 €")
	if first != second-1 {
		t.Errorf("the last one opened is on line %d, the one before on %d", first, second)
	}
	r.standsOn("Marketing").types("enter").sees("Quanto a ciascun canale?")
	if got := r.plan().Budget; got != model.Euro(345000) {
		t.Errorf("budget %d", got)
	}
	r.types("ctrl+o").clicksOn("44.000 €").sees("Quanto a ciascun canale?")
	if got := r.plan().Budget; got != model.Euro(44000) {
		t.Errorf("budget %d", got)
	}
	r.types("ctrl+o").standsOn("Un piano").types("x").sees("Prima si sceglie un piano fra quelli aperti di recente.")
	r.standsOn("Marketing").types("delete").sees("Tolto dall'elenco; il file resta dov'è.").misses("345.000")
	again := restart(t, 80, 24, "it").misses("345.000").sees("44.000 €")
	if r.onDisk("macchine.plan").Budget != model.Euro(345000) {
		t.Error("the file is another")
	}
	again.opens("macchine.plan", "budget").types("ctrl+o").sees("345.000 €")
}

func TestARecentPlanWhoseFileIsGoneSaysSo(t *testing.T) {
	sit(t, 80, 24).example("macchine", "budget")
	if err := os.Remove("macchine.plan"); err != nil {
		t.Fatal(err)
	}
	r := restart(t, 80, 24, "it").reads("Marketing 2027-2028", "il file non c'è più")
	r.standsOn("Marketing").types("enter").sees("macchine.plan non c'è: controllare il nome e la cartella.",
		"Da dove si comincia?")
	r.types("x").misses("Marketing 2027-2028")
}

// Two plans called alike are told apart by their files.
func TestRecentPlansCalledAlikeShowTheirFiles(t *testing.T) {
	r := sit(t, 120, 30).example("dentista", "budget")
	data, err := os.ReadFile("dentista.plan")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("bis.plan", data, 0o644); err != nil {
		t.Fatal(err)
	}
	r.opens("bis.plan", "budget").types("ctrl+o").sees("Comunicazione 2027 · ", "bis.plan", "dentista.plan")
}

// The dialog that opens a file shows plans and workbooks, walks through folders, and says
// what is no plan.
func TestAFileIsOpenedFromItsFolder(t *testing.T) {
	r := sit(t, 80, 24).example("cantina", "budget").types("ctrl+o")
	if err := os.MkdirAll("vecchi/vuota", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename("cantina.plan", "vecchi/cantina.PLAN"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"note.txt", ".nascosto.plan", "finto.plan"} {
		if err := os.WriteFile(name, []byte("lista della spesa"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r.types("o").sees("finto.plan", "vecchi/", "(cartella superiore)").misses("note.txt", "nascosto")
	r.types("enter").sees("finto.plan non è un piano di Arringa.", "Da dove si comincia?")
	r.types("o").standsOn("vecchi/").types("enter").sees("cantina.PLAN").standsOn("vuota/").types("enter")
	r.sees("In questa cartella non ci sono piani.").types("enter").sees("cantina.PLAN")
	r.clicksOn("(cartella superiore)").sees("finto.plan").clicksOn("vecchi/").clicksOn("cantina.PLAN")
	r.sees("Quanto a ciascun canale?")
	if got := r.plan().Budget; got != model.Euro(77000) {
		t.Errorf("budget %d", got)
	}
}

// Every example opens as a copy in this folder; a second copy leaves the first as it is.
func TestExamplesOpenAsCopies(t *testing.T) {
	r := sit(t, 80, 24)
	for _, e := range []struct {
		begins, path string
		budget       model.Money
	}{{"Costruttore", "macchine.plan", 34500000}, {"Cantina", "cantina.plan", 7700000}, {"Studio", "dentista.plan",
		4400000}} {
		r.types("ctrl+o e").standsOn(e.begins).types("enter").sees("Quanto a ciascun canale?")
		if got := r.onDisk(e.path).Budget; got != e.budget || r.plan().Budget != e.budget {
			t.Errorf("%s: %d on the disk, %d in hand", e.path, got, r.plan().Budget)
		}
	}
	r.standsOn("Google").types("'9000' enter ctrl+s")
	was := r.onDisk("dentista.plan")
	r.types("ctrl+o e").standsOn("Studio").types("enter")
	if got := r.amount("search_ads"); got != model.Euro(12000) {
		t.Errorf("the new copy has %d", got)
	}
	same(t, r.onDisk("dentista.plan"), was)
}

// Home goes with the arrows, with letters, with the wheel; without a plan, q leaves.
func TestHomeByKeysAndWheel(t *testing.T) {
	r := sit(t, 80, 24)
	for _, step := range [][2]string{{"down", "Aprire"}, {"j", "Vedere"}, {"tab", "Vedere"}, {"k", "Aprire"},
		{"shift+tab", "Un piano"}, {"up", "Un piano"}} {
		if r.types(step[0]); !strings.HasPrefix(r.inHand(), step[1]) {
			t.Errorf("%s leads to %q, not %q", step[0], r.inHand(), step[1])
		}
	}
	x, y := r.at("Aprire un file")
	if r.wheels(x, y, -5); !strings.HasPrefix(r.inHand(), "Vedere") {
		t.Errorf("the wheel leads to %q", r.inHand())
	}
	if r.wheels(x, y, 5); !strings.HasPrefix(r.inHand(), "Un piano") {
		t.Errorf("the wheel leads back to %q", r.inHand())
	}
	r.clicksOn("Vedere un esempio").sees("Tre aziende inventate").types("esc f2").sees("Where do we begin?").types("q")
	if !r.left {
		t.Error("q does not leave")
	}
}
