package ui

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/ui/verb"
)

// spoke runs the program without a screen, as it is begun on the command line, on the lines
// that a person types.
func spoke(t testing.TB, args []string, lines ...string) (said, complained string, status int) {
	t.Helper()
	var out, err strings.Builder
	status = Main(append([]string{"--plain", "--lang", "it"}, args...),
		strings.NewReader(strings.Join(lines, "\n")+"\n"), &out, &err)
	return out.String(), err.String(), status
}

// inStep opens the dentist's plan without a screen, goes to a step by its number, answers, and
// leaves by the end of the input.
func inStep(t testing.TB, step int, answers ...string) (string, model.Plan) {
	t.Helper()
	said, complained, status := spoke(t, []string{"dentista.plan"}, append([]string{strconv.Itoa(step)}, answers...)...)
	if status != 0 || complained != "" {
		t.Fatalf("status %d: %s\n%s", status, complained, said)
	}
	_, p, err := file.Open("dentista.plan")
	if err != nil {
		t.Fatal(err)
	}
	return said, p
}

// saysInOrder checks that texts are said one after the other.
func saysInOrder(t testing.TB, said string, wanted ...string) {
	t.Helper()
	rest := said
	for _, w := range wanted {
		_, after, found := strings.Cut(rest, w)
		if !found {
			t.Fatalf("%q is not said, or not in its place:\n%s", w, said)
		}
		rest = after
	}
}

// The answers that are no answers: explain, go back, enough; each does what the beginning says.
func TestExplainBackAndEnoughWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	said, p := inStep(t, 1, "?", "Studio Zanella", "<", "Studio Bianchi", ".", "11")
	saysInOrder(t, said, "Arringa senza schermo: una domanda alla volta.", "== Azienda ==",
		"Nome dell'azienda [Studio dentistico Zanella e associati]:", "Come compare nella cartella per il CdA.",
		"Nome del piano [Comunicazione 2027]:", "Nome dell'azienda [Studio Zanella]:", "Che cosa si fa?",
		"invio prende 2", "Il piano è salvato in dentista.plan.")
	if p.Company.Name != "Studio Bianchi" {
		t.Errorf("%q", p.Company.Name)
	}
}

// What is no choice is said, and asked again; the end of the input loses nothing.
func TestWhatIsNoChoiceIsAskedAgain(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	said, complained, status := spoke(t, []string{"dentista.plan"}, "0", "12", "boh", "1", "Studio Neri")
	saysInOrder(t, said, "«0» non è fra le scelte: scrivere un numero da 1 a 11.", "«12» non è fra le scelte",
		"«boh» non è fra le scelte", "== Azienda ==", "Il piano è salvato in dentista.plan.")
	if status != 0 || complained != "" || saved(t, "dentista.plan").Company.Name != "Studio Neri" {
		t.Errorf("%d %q %q", status, complained, saved(t, "dentista.plan").Company.Name)
	}
}

// A figure of the company is typed, refused in words, asked again and kept as one's own.
func TestTheCompanyWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	for question, c := range map[string]struct {
		wrong, says, right string
		took               func(model.Plan) bool
	}{
		"Valore del primo ordine": {"tanto", "«tanto» non è un importo", "480,50", func(p model.Plan) bool {
			return p.Company.FirstOrder.Cents == 48050 && p.Company.FirstOrder.Origin == model.Own
		}},
		"Margine di contribuzione": {"120", "La cifra deve stare fra 0 e 100.", "61",
			func(p model.Plan) bool { return p.Company.Margin.Value == 0.61 && p.Company.Margin.Origin == model.Own }},
	} {
		said, _ := inStep(t, 1, make([]string, 40)...)
		before := strings.Count(said[:strings.Index(said, question)], "]:") // questions
		answers := append(make([]string, before), c.wrong, c.right, ".")
		said, p := inStep(t, 1, answers...)
		saysInOrder(t, said, question, c.says, question)
		if !c.took(p) {
			t.Errorf("%s: %+v", question, p.Company)
		}
	}
}

func TestDistanceAndChannelsWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	was := saved(t, "dentista.plan")
	said, p := inStep(t, 2, "7", "3", "?", "", ".")
	saysInOrder(t, said, "«7» non è un livello: scrivere 0, 1, 2 o 3, oppure invio per saltare.",
		"Livello da 0 a 3 [2]:")
	changed := 0
	for i, x := range p.Gap {
		if x.Level != was.Gap[i].Level {
			changed++
		}
	}
	if first := p.Gap[0]; len(p.Gap) != len(was.Gap) || changed != 1 || first.Level != 3 {
		t.Errorf("%d answers changed: %+v", changed, p.Gap)
	}

	said, p = inStep(t, 3, "1, 12 99 x", "")
	saysInOrder(t, said, "1. Sito aziendale (nel piano)", "12. Annunci su Facebook e Instagram (no)",
		"Sito aziendale: tolto dal piano; 6.500 € tornano da assegnare.",
		"«99» non è fra le scelte: scrivere un numero da 1 a 35.", "«x» non è fra le scelte",
		"1. Sito aziendale (no)", "12. Annunci su Facebook e Instagram (nel piano)")
	if p.Channel("website") >= 0 || p.Channel("meta_ads") < 0 {
		t.Errorf("%v", p.Channels)
	}
}

func TestTheBudgetWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	said, p := inStep(t, 4, "", "50.000", "tanto", "13.000,50", "?", ".")
	saysInOrder(t, said, "Come si divide il budget, per cominciare?", "Budget dell'anno [44.000 €]:",
		"Entro dicembre 2027:", "L'anno scorso: 11.400 €.",
		"«tanto» non è un importo", "Annunci su Google (ricerca), euro l'anno [12.000 €]:",
		"Sito aziendale, euro l'anno [6.500 €]:")
	if p.Budget != model.Euro(50000) || p.Channels[0].Amount != 1300050 || p.Channels[1].Amount != model.Euro(6500) {
		t.Errorf("%d, %d, %d", p.Budget, p.Channels[0].Amount, p.Channels[1].Amount)
	}
	said, p = inStep(t, 4, make([]string, 11)...)
	saysInOrder(t, said, "Entro dicembre 2027:", "Da assegnare: 7.799,50 €.") // 50.000 − 41.200 − 1.000,50
	said, p = inStep(t, 4, "2", ".")
	saysInOrder(t, said, "dividi in parti uguali")
	if p.Allocated() > p.Budget || p.Channels[0].Amount == 1300050 {
		t.Errorf("%d of %d, the first has %d", p.Allocated(), p.Budget, p.Channels[0].Amount)
	}
	inStep(t, 4, "3", ".")
	if p := saved(t, "dentista.plan"); p.Allocated() > p.Budget || p.Allocated() == 0 {
		t.Errorf("as last year: %d of %d", p.Allocated(), p.Budget)
	}
}

func TestReasonsWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	said, p := inStep(t, 5, "n", "", "Il sito è la nostra porta.", ".")
	saysInOrder(t, said, "-- Annunci su Google (ricerca), 12.000 € l'anno --", "-- Sito aziendale, 6.500 € l'anno --")
	if p.Channels[1].Reason.Claim != "Il sito è la nostra porta." {
		t.Errorf("%+v", p.Channels[1].Reason)
	}
}

func TestMonthsWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	said, p := inStep(t, 7, "3", "2.000", "?", "1.000", "<", "1.500", ".")
	saysInOrder(t, said, "Annunci su Google (ricerca), euro l'anno (12.000 €) [come la stagione]:",
		"gennaio 2027 [1.100 €]:", "febbraio 2027 [", "marzo 2027 [", "febbraio 2027 [1.000 €]:")
	got, all := monthsTyped(p, "search_ads")
	if all != model.Euro(12000-1100+2000-1050+1500) || got[0] != model.Euro(2000) || got[1] != model.Euro(1500) {
		t.Errorf("%v, %d in all", got, all)
	}
	said, _ = inStep(t, 7, make([]string, 60)...)
	saysInOrder(t, said, "Massimo fuori cassa: ", "rientra entro")
}

func TestTheWorkbookWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	putFiles(t, map[string]string{"dentista.xlsx": "quella del consiglio"})
	said, p := inStep(t, 9, "Il piano dello studio", "Anna Rossi", ".", "2", "", "2", ".", "1")
	saysInOrder(t, said, "Titolo [Informazione ai pazienti: piano 2027]:", "Chi presenta [",
		"Togliere qualche foglio dalla cartella?", "Indice [sì]:", "Curve [sì]:", "Cartella scritta: dentista (2).xlsx")
	if p.Board.Title != "Il piano dello studio" || p.Board.Author != "Anna Rossi" || len(p.Board.LeftOut) != 1 ||
		p.Board.LeftOut[0] != "curves" {
		t.Errorf("%+v", p.Board)
	}
	if data, err := os.ReadFile("dentista.xlsx"); err != nil || string(data) != "quella del consiglio" {
		t.Errorf("the workbook that was there is %q, %v", data, err)
	}
	if text := sheetText(t, "dentista (2).xlsx", "Sintesi"); !strings.Contains(text, "Il piano dello studio") {
		t.Errorf("\n%s", text)
	}
	said, _ = inStep(t, 9, ".", "", "2")
	if strings.Contains(said, "Cartella scritta") {
		t.Errorf("written though not wanted:\n%s", said)
	}
}

// The year is asked month by month; what is no figure is refused, and the forecast follows.
func TestTheYearWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	said, p := inStep(t, 10, "2", "1.234,56", "venti", "20", ".")
	saysInOrder(t, said, "Di quale mese si scrive?", "2. febbraio 2027", "spesa (dal piano", "contatti (dal piano",
		"«venti» non è un numero", "clienti (dal piano")
	if a := actualIn(t, p, "search_ads", "2027-02"); *a.Spend != 123456 || *a.Contacts != 20 {
		t.Errorf("%+v", a)
	}
	said, _ = inStep(t, 10, make([]string, 40)...)
	saysInOrder(t, said, "Finora, nei mesi noti:", "Andando avanti così il piano porta")
}

// Without a plan named: a new one, an example, a file, or away; what cannot be opened is
// explained and asked again.
func TestTheBeginningWithoutAScreen(t *testing.T) {
	sit(t, 80, 24)
	putFiles(t, map[string]string{"lista.txt": "pane, latte"})
	said, complained, status := spoke(t, nil, "2", "manca.plan", "2", "lista.txt", "4")
	saysInOrder(t, said, "1. Un piano nuovo", "Quale file?", "non c'è: controllare il nome e la cartella.",
		"Quale file?", "non è un piano di Arringa")
	if status != 0 || complained != "" {
		t.Errorf("%d %q", status, complained)
	}
	for range 2 { // a copy that is there is not written over
		said, _, _ = spoke(t, nil, "3", "3", "1", "Mio", ".")
	}
	saysInOrder(t, said, "Studio dentistico", "== Azienda ==", "Il piano è salvato in dentista (2).plan.")
	if a, b := saved(t, "dentista.plan"), saved(t, "dentista (2).plan"); a.Company.Name != "Mio" ||
		b.Company.Name != "Mio" {
		t.Errorf("%q, %q", a.Company.Name, b.Company.Name)
	}
	said, _, _ = spoke(t, nil, "1", "", "", "Officine Galli", "", "boh", "98.000", "34", "120.000", ".", "11")
	saysInOrder(t, said, "Settore", "«boh» non è un importo", "1. Azienda (cominciato)", "Il piano è salvato in ")
	paths := plansInFolder(t)
	found := false
	for _, path := range paths {
		p := saved(t, path)
		found = found || p.Company.Name == "Officine Galli" && p.Budget == model.Euro(120000) &&
			p.Company.FirstOrder.Cents == model.Euro(98000) && p.Company.Margin.Value == 0.34
	}
	if !found {
		t.Errorf("no such plan among %q", paths)
	}
	said, complained, status = spoke(t, []string{"manca.plan"})
	if status != verb.ExitFile || !strings.Contains(complained, "manca.plan non c'è") {
		t.Errorf("%d %q %q", status, complained, said)
	}
}

// It speaks English when asked to.
func TestWithoutAScreenInEnglish(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	var out, complained strings.Builder
	if status := Main([]string{"--plain", "--lang", "en", "dentista.plan"}, strings.NewReader("8\n.\n6\n\n"), &out,
		&complained); status != 0 {
		t.Fatal(status, complained.String())
	}
	saysInOrder(t, out.String(), "== Role ==", "== What if",
		"cautious: 70 more customers; ", "Cut of 10%, that is €4,400",
		"The plan is saved in dentista.plan.")
}
