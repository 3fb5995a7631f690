package ui

import (
	"os"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"

	"github.com/xuri/excelize/v2"
)

// actual is what is known of a month of a channel.
func actual(t testing.TB, p model.Plan, id model.ChannelID, month string) model.Actual {
	t.Helper()
	for _, a := range p.Actuals {
		if a.Channel == id && a.Month.String() == month {
			return a
		}
	}
	t.Fatalf("nothing is known of %s in %s", id, month)
	return model.Actual{}
}

// What came is typed across and down, and stands in the file to the cent.
func TestTheYearIsTypedAcross(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").tells("Ancora nessuna cifra dell'anno.")
	was := r.plan()
	r.types("'1.050,50' tab '20' tab '2,5' enter").holds("Sito")
	r.types("left left '500' down '400' enter '0' up").holds("Guide e casi")
	p := r.reopened()
	a := actual(t, p, "search_ads", "2027-01")
	if *a.Spend != 105050 || *a.Contacts != 20 || *a.Customers != 2.5 {
		t.Errorf("%d, %v, %v", *a.Spend, *a.Contacts, *a.Customers)
	}
	for id, want := range map[model.ChannelID]model.Money{"website": 50000, "content_guides": 40000, "local_profile": 0} {
		if a := actual(t, p, id, "2027-01"); *a.Spend != want || a.Contacts != nil {
			t.Errorf("%s: %+v", id, a)
		}
	}
	// 1.050,50 + 500 + 400 + 0 of what the plan had for those four: 1.100, 541,67, 416,67, 250.
	r.tells("Finora, nei mesi noti: spesa 1.951 € invece di 2.308 € (−16%)")
	for range 6 {
		r.types("ctrl+z")
	}
	samePlan(t, "undone", r.plan(), was)
}

// Months are gone through one by one, and the step opens on the first that is not known.
func TestTheMonthsOfTheYear(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").sees("‹ gennaio 2027 ›").types("[").sees("Si è già all'inizio.")
	r.types("]").sees("‹ febbraio 2027 ›").types("ctrl+right").sees("‹ marzo 2027 ›").types("ctrl+left [").sees("‹ gennaio 2027 ›")
	r.types("'1000' enter").goes("board").goes("progress").sees("‹ febbraio 2027 ›")
	for range 10 {
		r.types("]")
	}
	r.sees("‹ dicembre 2027 ›").types("]").sees("Si è già alla fine.")
	r.types("'70' enter")
	if a := actual(t, r.reopened(), "website", "2027-12"); *a.Spend != model.Euro(70) {
		t.Errorf("%+v", a)
	}
}

// Spend as planned fills what is not known, and leaves what is.
func TestSpendAsPlanned(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").types("'999' enter")
	was := r.plan()
	r.types("p")
	p := r.reopened()
	for i, c := range p.Channels {
		want := plan.MonthsOf(p, i)[0]
		if c.ID == "search_ads" {
			want = model.Euro(999)
		}
		if a := actual(t, p, c.ID, "2027-01"); *a.Spend != want || a.Contacts != nil {
			t.Errorf("%s: %d, the plan has %d", c.ID, *a.Spend, want)
		}
	}
	r.types("ctrl+z").sees("Annullato: spesa come da piano")
	samePlan(t, "undone", r.plan(), was)
}

// A figure can be taken out by a key or by emptying it; nought is a figure.
func TestAFigureIsTakenOut(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").types("'100' enter '0' enter up up delete")
	if a := actual(t, r.reopened(), "search_ads", "2027-01"); a.Spend != nil {
		t.Errorf("%+v", a)
	}
	r.types("down enter ctrl+u enter")
	if a := actual(t, r.reopened(), "website", "2027-01"); a.Spend != nil {
		t.Errorf("%+v", a)
	}
	r.types("ctrl+z")
	if a := actual(t, r.reopened(), "website", "2027-01"); a.Spend == nil || *a.Spend != 0 {
		t.Errorf("%+v", a)
	}
	r.types("up '5' esc")
	if a := actual(t, r.reopened(), "search_ads", "2027-01"); a.Spend != nil {
		t.Errorf("esc took %+v", a)
	}
}

func TestWhatIsNoFigureOfTheYearIsRefusedAndKept(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress")
	was := r.plan()
	for _, c := range []struct{ begin, typed, says string }{
		{"left left", "1a", "«1a» non è un importo: scrivere solo cifre"},
		{"left left", "1,2345", "«1,2345» ha più di due decimali"},
		{"right", "2b", "«2b» non è un numero: scrivere per esempio 3,5."},
		{"right", "99999999999", "La cifra deve stare fra 0 e "},
	} {
		for _, end := range []string{"enter", "tab", "pgdown", "ctrl+s", "ctrl+q"} {
			r.types(c.begin + " '" + c.typed + "' " + end).tells(c.says).sees("Come sta andando").types("esc").misses(c.says)
		}
	}
	samePlan(t, "refused", r.plan(), was)
	if r.left {
		t.Error("the program was left with a text that nobody took")
	}
}

// More than was planned lifts the forecast, less lowers it, and what breaks an estimate is
// said with its figures.
func TestTheYearChangesTheForecast(t *testing.T) {
	margins := func(r *robot) (now, planned float64) {
		t.Helper()
		text := r.spoken()
		all := eurosIn(t, text[strings.Index(text, "Andando avanti così"):])
		return all[0], all[1]
	}
	r := sit(t, 100, 40).example("dentista", "progress").types("p right '60' enter")
	now, planned := margins(r)
	if now <= planned || planned != 77672 {
		t.Errorf("with many contacts the plan brings %.0f, it was %.0f", now, planned)
	}
	r.tells("Annunci su Google (ricerca): 60 contatti, più dei ")
	r.types("up '1' enter")
	if now, planned := margins(r); now >= planned || planned != 77672 {
		t.Errorf("with one contact the plan brings %.0f, it was %.0f", now, planned)
	}
	r.tells("Annunci su Google (ricerca): 1 contatti, quando anche la cifra prudente ne prevedeva")
}

func TestTheYearByMouseAndPaste(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "progress")
	x, _ := r.at("fatta")
	_, y := r.at("Newsletter")
	r.clicks(x+1, y).holds("Newsletter").clicks(x+1, y).pastes(" 210,40 €\n").types("enter").holds("Partner")
	if a := actual(t, r.reopened(), "newsletter", "2027-01"); *a.Spend != 21040 {
		t.Errorf("%+v", a)
	}
	came, _ := r.at("avuti")
	r.clicks(came+1, y).types("'4'").clicksOn("Passaparola").holds("Passaparola")
	if a := actual(t, r.reopened(), "newsletter", "2027-01"); *a.Contacts != 4 {
		t.Errorf("%+v", a)
	}
	r.types("'1x'").clicks(x, y).sees("«1x» non è un numero").holds("Passaparola").types("esc")
	r.wheels(x, y, 99).holds("Google Ads").wheels(x, y, -2).holds("Guide e casi")
	r.drags(x, y, x+3, y+1)
	r.clicksOn("p spesa come da piano").clicksOn("i leggi").sees("In questa cartella non ci sono file CSV o Excel da leggere.")
	if n := len(r.reopened().Actuals); n != len(r.plan().Channels) {
		t.Errorf("%d", n)
	}
}

// A plan of two years, of more channels than lines.
func TestALongYearScrolls(t *testing.T) {
	r := sit(t, 80, 20).example("macchine", "progress").sees("↓ altre").misses("Risposte AI")
	r.wheels(40, 8, -20).holds("Risposte AI").sees("↑ altre").types("'12' enter")
	if a := actual(t, r.reopened(), "ai_visibility", "2027-01"); *a.Spend != model.Euro(12) {
		t.Errorf("%+v", a)
	}
}

const (
	google = "Report\nMese,Campagna,Stato campagna,Codice valuta,Costo,Conversioni\n" +
		"2026-12,Ricerca,Attiva,EUR,\"1.412,35\",6\n2027-01,Ricerca,Attiva,EUR,\"1.500,00\",7\n2027-01,Altro,Attiva,EUR,\"0,50\",1\n" +
		"Totale: account,,,EUR,\"2.912,85\",14\n"
	table = "Canale;Mese;Spesa;Contatti;Clienti\nNewsletter;gennaio 2027;210,40;4;1\nSito aziendale;01/2027;542;;\n" +
		"Volantini;01/2027;100;1;\nNewsletter;prima o poi;100;1;\nNewsletter;02/2027;;;\nNewsletter;03/2029;50;1;\n"
)

// An export of a platform fills the months of the plan and those before, says what it read
// and what it left out, and one undo takes all of it back.
func TestAnExportIsReadIntoTheYear(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress")
	putFiles(t, map[string]string{"google.csv": google, "tabella.tsv": table, ".nascosto.csv": google, "dentista.xlsx": "PK", "foto.png": "x", "NOTE.TXT": "pane\nlatte"})
	was := r.plan()
	r.types("i").tells("I file di questa cartella che possono essere esportazioni.").sees("NOTE.TXT", "google.csv", "tabella.tsv").misses("nascosto", "foto.png", "dentista.xlsx")
	r.downTo("google.csv").types("enter")
	r.tells("google.csv (Google Ads): 3 righe lette, dalle colonne Mese, Costo, Conversioni.", "Righe di totale, che non si contano due volte: 1 (righe 6).",
		"Mesi del piano aggiornati: 1; mesi precedenti: 1; lasciati fuori, perché il canale non è nel piano o il mese è dopo la fine: 0.")
	p := r.reopened()
	if a := actual(t, p, "search_ads", "2027-01"); *a.Spend != 150050 || *a.Contacts != 8 {
		t.Errorf("%d, %v", *a.Spend, *a.Contacts)
	}
	if len(p.History) != 1 || p.History[0].Spend != 141235 || *p.History[0].Contacts != 6 {
		t.Errorf("%+v", p.History)
	}
	r.types("enter").tells("Finora, nei mesi noti: spesa 1.501 € invece di 1.100 €")
	r.types("i").downTo("google.csv").types("enter enter") // read again, nothing doubles
	if a := actual(t, r.reopened(), "search_ads", "2027-01"); *a.Spend != 150050 {
		t.Errorf("read twice: %d", *a.Spend)
	}
	r.types("ctrl+z ctrl+z").sees("Annullato: Leggere un'esportazione")
	samePlan(t, "undone", r.plan(), was)
}

// Any table with a month and a figure is read; each row that is not says why.
func TestATableOfOnesOwnIsRead(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "progress")
	putFiles(t, map[string]string{"tabella.csv": table})
	r.types("i enter").tells("tabella.csv (tabella qualsiasi): 3 righe lette, dalle colonne Mese, Canale, Spesa, Contatti, Clienti.",
		"Righe di un canale che non si riconosce: 1 (righe 4; la prima dice «Volantini»).",
		"Righe senza un mese che si capisca: 1 (righe 5; la prima dice «prima o poi»).",
		"Righe senza cifre: 1 (righe 6).", "Mesi del piano aggiornati: 2; mesi precedenti: 0;", "o il mese è dopo la fine: 1.")
	p := r.reopened()
	if a := actual(t, p, "newsletter", "2027-01"); *a.Spend != 21040 || *a.Contacts != 4 || *a.Customers != 1 {
		t.Errorf("%+v", a)
	}
	if a := actual(t, p, "website", "2027-01"); *a.Spend != model.Euro(542) || a.Contacts != nil {
		t.Errorf("%+v", a)
	}
}

func TestAnExcelExportIsRead(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "progress")
	f := excelize.NewFile()
	for cell, v := range map[string]any{"A1": "Mese", "B1": "Canale", "C1": "Spesa", "A2": "feb 2027", "B2": "Newsletter", "C2": 123.45} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs("spese.xlsx"); err != nil {
		t.Fatal(err)
	}
	r.types("i").clicksOn("spese.xlsx").tells("spese.xlsx (tabella qualsiasi): 1 righe lette")
	if a := actual(t, r.reopened(), "newsletter", "2027-02"); *a.Spend != 12345 {
		t.Errorf("%+v", a)
	}
}

// What cannot be read is said in words, and nothing changes.
func TestWhatIsNoExportIsExplained(t *testing.T) {
	for name, c := range map[string]struct{ text, says string }{
		"lista.txt":  {"pane\nlatte\n", "lista.txt: non si trova una riga di intestazione con il mese e con la spesa o i risultati."},
		"senza.csv":  {"Canale;Nota\nNewsletter;bella\n", "senza.csv: non si trova una riga di intestazione"},
		"finto.xlsx": {"non è un foglio", "finto.xlsx non è una cartella che si possa leggere."},
	} {
		r := sit(t, 80, 24).example("dentista", "progress")
		was := r.plan()
		putFiles(t, map[string]string{name: c.text})
		r.types("i").holds(name).types("enter").sees(c.says)
		samePlan(t, name, r.reopened(), was)
	}
	r := sit(t, 80, 24).example("dentista", "progress")
	putFiles(t, map[string]string{"google.csv": google})
	r.types("i")
	if err := os.Remove("google.csv"); err != nil {
		t.Fatal(err)
	}
	r.types("enter").sees("google.csv non c'è: controllare il nome e la cartella.")
}
