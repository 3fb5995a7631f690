package ui

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"arringa/plan/xlsx"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// sheetText is what a sheet of a workbook says, as text.
func sheetText(t testing.TB, path, sheet string) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range rows {
		all = append(all, strings.Join(row, "\t"))
	}
	return strings.Join(all, "\n")
}

// The workbook may speak another language than the screen, and be sent without the plan.
func TestLanguageAndPrivacyOfTheWorkbook(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	r.downTo("Lingua della cartella").types("right").sees("‹ inglese ›").types("down right").
		tells("‹ no, solo i fogli ›").types("ctrl+e").sees("Cartella scritta")
	if p := r.reopened(); p.Language != "en" || !p.Board.Private {
		t.Errorf("%s, %v", p.Language, p.Board.Private)
	}
	f, err := excelize.OpenFile("dentista.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	en := templates.Language("en")
	if names := f.GetSheetList(); !slices.Contains(names, en.Book.Sheets[xlsx.Sheets(r.plan())[0].ID]) {
		t.Errorf("sheets %q", names)
	}
	r.opens("dentista.xlsx", "board").tells("non ha un piano di Arringa dentro")
}

// Where the workbook goes can be typed or pasted, with or without its ending.
func TestWhereTheWorkbookGoes(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	if err := os.Mkdir("cda", 0o700); err != nil {
		t.Fatal(err)
	}
	r.downTo("Dove").types("backspace ctrl+u").Pastes("cda/riunione").types("enter").sees("cda/riunione.xlsx").
		types("ctrl+e").sees("Cartella scritta: cda/riunione.xlsx")
	if _, err := os.Stat("dentista.xlsx"); err == nil {
		t.Error("a workbook beside the plan too")
	}
	r.types("up").downTo("Dove").types("'manca/x.xlsx' enter ctrl+e").sees("manca/x.xlsx")
	r.misses("Cartella scritta: manca")
	r.types("up").downTo("Dove").types("backspace ctrl+u enter").sees("dentista.xlsx").types("ctrl+e").
		sees("Cartella scritta: dentista.xlsx")
}

// A workbook in which the board may have written is not replaced unasked; the one written
// just now is.
func TestAWorkbookThatIsThereIsAskedAbout(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	putFiles(t, map[string]string{"dentista.xlsx": "quella del consiglio"})
	old := func() string { data, _ := os.ReadFile("dentista.xlsx"); return string(data) }
	r.types("ctrl+e").sees("La cartella c'è già").
		tells("dentista.xlsx esiste già. Se il CdA ci ha scritto dentro, sostituirla cancella quelle modifiche.")
	if r.types("esc").misses("La cartella c'è già"); old() != "quella del consiglio" {
		t.Fatal("replaced unasked")
	}
	r.types("ctrl+e down enter").sees("Cartella scritta: dentista (2).xlsx")
	if old() != "quella del consiglio" {
		t.Fatal("replaced though another was to be written beside it")
	}
	r.types("ctrl+e").clicksOn("Sostituirla").sees("Cartella scritta: dentista.xlsx")
	if !strings.HasPrefix(old(), "PK") {
		t.Error("no workbook")
	}
	r.types("ctrl+e").misses("La cartella c'è già").sees("Cartella scritta: dentista.xlsx")
}

// What is chosen for the workbook is asked in a list of its own, by key and by mouse.
func TestTheSheetsOfTheWorkbook(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "board")
	was := r.plan()
	r.downTo("Fogli").types("right").
		tells("I fogli da togliere non compaiono nell'indice e non si stampano. I conti restano interi.")
	r.clicksOn("● Curve").clicksOn("● Tagli").sees("○ Curve", "○ Tagli")
	if got := r.plan().Board.LeftOut; len(got) != 2 {
		t.Errorf("left out %q", got)
	}
	r.types("enter").misses("I fogli da togliere")
	if row := r.line("Fogli"); !strings.Contains(row, "19 di 21") {
		t.Errorf("%q", row)
	}
	if got := r.reopened().Board.LeftOut; !slices.Equal(got, []string{"curves", "cuts"}) {
		t.Errorf("left out %q", got)
	}
	r.types("ctrl+z").sees("21 di 21")
	samePlan(t, "undone", r.plan(), was)
}

// The logo that was chosen stands in the workbook, and goes with the plan.
func TestTheLogoTravelsWithThePlan(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 60, 20))); err != nil {
		t.Fatal(err)
	}
	putFiles(t, map[string]string{"logo.png": b.String()})
	r.downTo("Logo").types("backspace").Pastes("'" + filepath.Join(".", "logo.png") + "'").types("enter").
		sees("immagine di 1 kB")
	if err := os.Remove("logo.png"); err != nil {
		t.Fatal(err)
	}
	if got := r.reopened().Board.Logo; !bytes.Equal(got, b.Bytes()) {
		t.Errorf("%d bytes", len(got))
	}
	r.types("ctrl+e").sees("Cartella scritta")
	f, err := excelize.OpenFile("dentista.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	pictures := 0
	for _, sheet := range f.GetSheetList() {
		places, err := f.GetPictureCells(sheet)
		if err != nil {
			t.Fatal(err)
		}
		pictures += len(places)
	}
	if pictures == 0 {
		t.Error("the workbook has no picture")
	}
	r.types("up").downTo("Logo").types("backspace ctrl+u enter").misses("immagine di")
	if got := r.reopened().Board.Logo; len(got) != 0 {
		t.Errorf("%d bytes of a logo that was taken out", len(got))
	}
}

// A workbook is shown with the system's own program, once there is one.
func TestTheWorkbookIsShownOutside(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board").types("o").sees("Prima si esporta.")
	bin := t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	r.types("ctrl+e o").sees("dentista.xlsx si apre con il programma che il computer usa per questi file.")
}
