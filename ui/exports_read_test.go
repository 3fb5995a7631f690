package ui

import (
	"os"
	"testing"

	"arringa/model"

	"github.com/xuri/excelize/v2"
)

const (
	googleExport = "Report\nMese,Campagna,Stato campagna,Codice valuta,Costo,Conversioni\n" +
		"2026-12,Ricerca,Attiva,EUR,\"1.412,35\",6\n2027-01,Ricerca,Attiva,EUR,\"1.500,00\",7\n2027-01,Altro,Attiva,EUR,\"0,50\",1\n" +
		"Totale: account,,,EUR,\"2.912,85\",14\n"
	ownTable = "Canale;Mese;Spesa;Contatti;Clienti\nNewsletter;gennaio 2027;210,40;4;1\nSito aziendale;01/2027;542;;\n" +
		"Volantini;01/2027;100;1;\nNewsletter;prima o poi;100;1;\nNewsletter;02/2027;;;\nNewsletter;03/2029;50;1;\n"
)

// An export of a platform fills the months of the plan and those before, says what it read
// and what it left out, and one undo takes all of it back.
func TestAnExportIsReadIntoTheYear(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress")
	putFiles(t, map[string]string{"google.csv": googleExport, "tabella.tsv": ownTable, ".nascosto.csv": googleExport,
		"dentista.xlsx": "PK", "foto.png": "x", "NOTE.TXT": "pane\nlatte"})
	was := r.plan()
	r.types("i").tells("I file di questa cartella che possono essere esportazioni.").sees("NOTE.TXT", "google.csv",
		"tabella.tsv").misses("nascosto", "foto.png", "dentista.xlsx")
	r.downTo("google.csv").types("enter")
	r.tells("google.csv (Google Ads): righe lette 3, dalle colonne Mese, Costo, Conversioni.",
		"Righe di totale, che non si contano due volte: 1 (righe 6).",
		"Mesi del piano aggiornati: 1; mesi precedenti: 1; lasciati fuori, perché il canale non è nel piano o il mese è dopo la fine: 0.")
	p := r.reopened()
	if a := actualIn(t, p, "search_ads", "2027-01"); *a.Spend != 150050 || *a.Contacts != 8 {
		t.Errorf("%d, %v", *a.Spend, *a.Contacts)
	}
	if len(p.History) != 1 || p.History[0].Spend != 141235 || *p.History[0].Contacts != 6 {
		t.Errorf("%+v", p.History)
	}
	r.types("enter").tells("Finora, nei mesi noti: spesa 1.501 € invece di 1.100 €")
	r.types("i").downTo("google.csv").types("enter enter") // read again, nothing doubles
	if a := actualIn(t, r.reopened(), "search_ads", "2027-01"); *a.Spend != 150050 {
		t.Errorf("read twice: %d", *a.Spend)
	}
	r.types("ctrl+z").sees("Annullato: Leggere un'esportazione")
	samePlan(t, "undone", r.plan(), was)
}

// Any table with a month and a figure is read; each row that is not says why.
func TestATableOfOnesOwnIsRead(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "progress")
	putFiles(t, map[string]string{"tabella.csv": ownTable})
	r.types("i enter").
		tells("tabella.csv (tabella qualsiasi): righe lette 3, dalle colonne Mese, Canale, Spesa, Contatti, Clienti.",
			"Righe di un canale che non si riconosce: 1 (righe 4; la prima dice «Volantini»).",
			"Righe senza un mese che si capisca: 1 (righe 5; la prima dice «prima o poi»).",
			"Righe senza cifre: 1 (righe 6).", "Mesi del piano aggiornati: 2; mesi precedenti: 0;",
			"o il mese è dopo la fine: 1.")
	p := r.reopened()
	if a := actualIn(t, p, "newsletter", "2027-01"); *a.Spend != 21040 || *a.Contacts != 4 || *a.Customers != 1 {
		t.Errorf("%+v", a)
	}
	if a := actualIn(t, p, "website", "2027-01"); *a.Spend != model.Euro(542) || a.Contacts != nil {
		t.Errorf("%+v", a)
	}
}

func TestAnExcelExportIsRead(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "progress")
	f := excelize.NewFile()
	for cell, v := range map[string]any{"A1": "Mese", "B1": "Canale", "C1": "Spesa", "A2": "feb 2027",
		"B2": "Newsletter", "C2": 123.45} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs("spese.xlsx"); err != nil {
		t.Fatal(err)
	}
	r.types("i").clicksOn("spese.xlsx").tells("spese.xlsx (tabella qualsiasi): righe lette 1")
	if a := actualIn(t, r.reopened(), "newsletter", "2027-02"); *a.Spend != 12345 {
		t.Errorf("%+v", a)
	}
}

// What cannot be read is said in words, and nothing changes.
func TestWhatIsNoExportIsExplained(t *testing.T) {
	for name, c := range map[string]struct{ text, says string }{
		"lista.txt": {"pane\nlatte\n",
			"lista.txt: non si trova una riga di intestazione con il mese e con la spesa o i risultati."},
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
	putFiles(t, map[string]string{"google.csv": googleExport})
	r.types("i")
	if err := os.Remove("google.csv"); err != nil {
		t.Fatal(err)
	}
	r.types("enter").sees("google.csv non c'è: controllare il nome e la cartella.")
}
