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

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/xlsx"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// bare opens a plan that was just begun, on a step.
func (r *robot) bare(step string) *robot {
	r.t.Helper()
	s, _ := templates.FindSector("machinery")
	if _, err := file.Create("nuovo.plan", templates.NewPlan(s, "it", model.NewMonth(2027, 1), model.Euro(50000))); err != nil {
		r.t.Fatal(err)
	}
	return r.opens("nuovo.plan", step)
}

// cells is what a sheet of a workbook says, as text.
func cells(t testing.TB, path, sheet string) string {
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

// Each line of what is missing leads to the step where it is put right, and goes once it is.
func TestWhatIsMissingLeadsToWhereItIsPutRight(t *testing.T) {
	r := sit(t, 100, 40).bare("board").sees("5 cose da guardare")
	for _, c := range [][2]string{
		{"○ Manca il nome dell'azienda.", "Quanto lascia un nuovo cliente?"},
		{"○ Il valore dell'ordine è una stima del settore", "Quanto lascia un nuovo cliente?"},
		{"○ Il margine è una stima del settore", "Quanto lascia un nuovo cliente?"},
		{"✗ Nessun canale ha ancora soldi.", "Quanto a ciascun canale?"},
	} {
		r.goes("board").wheels(50, 10, 60).downTo(c[0]).types("space").sees(c[1])
		r.goes("board").wheels(50, 10, -60).clicksOn(c[0]).clicksOn(c[0]).sees(c[1])
	}
	r.goes("company").finds("company.name")
	r.types("'Galli' enter").goes("board").sees("4 cose da guardare").misses("Manca il nome dell'azienda.")
	r.types("ctrl+z").sees("5 cose da guardare")

	r = sit(t, 100, 40).example("dentista", "board").sees("Non manca niente.")
	r.downTo("Chi presenta").types("backspace ctrl+u enter").sees("1 cosa da guardare", "○ Manca chi presenta.")
	r.types("ctrl+z").misses("Manca chi presenta.")
}

// The cover is typed field by field and stands in the workbook.
func TestTheCoverIsWhatWasTyped(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	was := r.plan()
	r.downTo("Titolo").types("'Il piano dello studio' enter 'Anna Rossi, direzione' enter enter '3/12/2026' enter '9 dicembre 2026' enter")
	x := r.reopened().Board
	if x.Title != "Il piano dello studio" || x.Author != "Anna Rossi, direzione" || x.Date != "2026-12-03" || x.Decide != "2026-12-09" {
		t.Errorf("%+v", x)
	}
	r.sees("03/12/2026", "09/12/2026")
	r.types("ctrl+e").sees("Cartella scritta: dentista.xlsx")
	first := xlsx.Sheets(r.plan())[0].ID
	say := templates.Language("it")
	text := cells(t, "dentista.xlsx", say.Book.Sheets[first])
	for _, want := range []string{"Il piano dello studio", "Anna Rossi, direzione"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the first sheet:\n%s", want, text)
		}
	}
	r.types("ctrl+z ctrl+z ctrl+z ctrl+z")
	samePlan(t, "undone", r.plan(), was)
}

// A title that is left empty is drafted; a date can be taken out again; what is no date is
// refused in words.
func TestTheCoverWithoutAnswers(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	r.downTo("Titolo").types("backspace ctrl+u enter").misses("Informazione ai pazienti")
	if row := r.line("Titolo"); !strings.Contains(row, "2027") {
		t.Errorf("no title is proposed: %q", row)
	}
	r.downTo("Data della riunione").types("'quando capita' enter").tells("«quando capita» non è una data: scrivere per esempio 30/06/2027 oppure 30 giugno.")
	r.types("'31/02/2027' enter").tells("«31/02/2027» non è una data").types("esc")
	r.types("backspace ctrl+u enter").downTo("Decisione").types("backspace ctrl+u enter")
	if x := r.reopened().Board; x.Title != "" || x.Date != "" || x.Decide != "" {
		t.Errorf("%+v", x)
	}
}

// The workbook may speak another language than the screen, and be sent without the plan.
func TestLanguageAndPrivacyOfTheWorkbook(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	r.downTo("Lingua della cartella").types("right").sees("‹ inglese ›").types("down right").tells("‹ no, solo i fogli ›").types("ctrl+e").sees("Cartella scritta")
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
	r.downTo("Dove").types("backspace ctrl+u").pastes("cda/riunione").types("enter").sees("cda/riunione.xlsx").types("ctrl+e").sees("Cartella scritta: cda/riunione.xlsx")
	if _, err := os.Stat("dentista.xlsx"); err == nil {
		t.Error("a workbook beside the plan too")
	}
	r.types("up").downTo("Dove").types("'manca/x.xlsx' enter ctrl+e").sees("manca/x.xlsx")
	r.misses("Cartella scritta: manca")
	r.types("up").downTo("Dove").types("backspace ctrl+u enter").sees("dentista.xlsx").types("ctrl+e").sees("Cartella scritta: dentista.xlsx")
}

// A workbook in which the board may have written is not replaced unasked; the one written
// just now is.
func TestAWorkbookThatIsThereIsAskedAbout(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	putFiles(t, map[string]string{"dentista.xlsx": "quella del consiglio"})
	old := func() string { data, _ := os.ReadFile("dentista.xlsx"); return string(data) }
	r.types("ctrl+e").sees("La cartella c'è già").tells("dentista.xlsx esiste già. Se il CdA ci ha scritto dentro, sostituirla cancella quelle modifiche.")
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
	r.downTo("Fogli").types("right").tells("I fogli da togliere non compaiono nell'indice e non si stampano. I conti restano interi.")
	r.clicksTwice("Curve").clicksOn("Tagli").types("space")
	if got := r.plan().Board.LeftOut; len(got) != 2 {
		t.Errorf("left out %q", got)
	}
	r.downTo("→ Fatto").types("enter").misses("I fogli da togliere")
	if row := r.line("Fogli"); !strings.Contains(row, "19 di 21") {
		t.Errorf("%q", row)
	}
	if got := r.reopened().Board.LeftOut; !slices.Equal(got, []string{"curves", "cuts"}) {
		t.Errorf("left out %q", got)
	}
	r.types("ctrl+z").tells("20 di 21").types("ctrl+z")
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
	r.downTo("Logo").types("backspace").pastes("'" + filepath.Join(".", "logo.png") + "'").types("enter").sees("immagine di 1 kB")
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

// Public money is noted, shown apart and never counted.
func TestGrantsAreNotedAndNeverCounted(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	was := r.plan()
	r.goes("whatif").sees("77.672 €").goes("board")
	r.types("ctrl+g").tells("Soldi che forse arrivano: stanno a parte e non entrano mai nel risultato.")
	r.types("enter 'Voucher fiere' enter '6.000,50' enter 'Camera di commercio' enter '30/4/2027' enter enter").misses("Quanto, al massimo")
	got := r.reopened().Grants
	if len(got) != 1 || got[0].Name != "Voucher fiere" || got[0].Amount != 600050 || got[0].Source != "Camera di commercio" || got[0].Date != "2027-04-30" {
		t.Errorf("%+v", got)
	}
	r.goes("whatif").sees("77.672 €").goes("board")
	r.types("ctrl+g").holds("Voucher fiere · 6.000,50 €").types("enter down '7000' enter").downTo("→ Tieni").types("enter")
	if got := r.reopened().Grants; len(got) != 1 || got[0].Amount != model.Euro(7000) {
		t.Errorf("%+v", got)
	}
	r.types("ctrl+g enter").downTo("✗ Togli questo contributo").types("enter")
	if got := r.reopened().Grants; len(got) != 0 {
		t.Errorf("%+v", got)
	}
	r.types("ctrl+z ctrl+z ctrl+z").sees("Annullato: Bandi e contributi")
	samePlan(t, "undone", r.plan(), was)
}

func TestGrantsByMousePasteAndRefusal(t *testing.T) {
	r := sit(t, 100, 40).example("macchine", "board")
	was := r.plan()
	r.types("ctrl+g").wheels(50, 20, -3).holds("Nuovo contributo").wheels(50, 20, 1).holds("Bando fiere")
	r.clicksOn("Nuovo contributo").types("down 'tanti' enter").tells("«tanti» non è un importo").types("'1.000' enter down 'mai' enter").tells("«mai» non è una data")
	r.types("'1/6/2027' enter enter").sees("Manca il nome del bando o del contributo.")
	r.clicksOn("Quale").clicks(r.at("Quale")).pastes("Bando  digitale\n").clicksOn("→ Tieni").misses("Quanto, al massimo")
	if got := r.reopened().Grants; len(got) != 2 || got[1].Name != "Bando digitale" || got[1].Amount != model.Euro(1000) || got[1].Date != "2027-06-01" {
		t.Errorf("%+v", got)
	}
	r.types("ctrl+g").clicksOn("Bando fiere della Camera").types("'Altro' enter esc") // not kept
	r.types("ctrl+z")
	samePlan(t, "undone", r.plan(), was)
}

// The questions are gone through by mouse too, and their end is told.
func TestTheRehearsalByMouseToItsEnd(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	r.clicksTwice("→ Prova generale").sees("domanda 1 di ").misses("bozza del programma").clicks(50, 15).sees("bozza del programma")
	r.clicks(50, 15).sees("domanda 2 di ").clicksOn("domanda prima").sees("domanda 1 di ")
	_, rest, _ := strings.Cut(r.line("domanda 1 di "), "domanda 1 di ")
	all := strings.Fields(rest)[0]
	for range 100 {
		if strings.Contains(r.screen(), "domanda "+all+" di "+all) {
			break
		}
		r.types("right")
	}
	r.sees("domanda " + all + " di " + all).types("+").sees("Si è già alla fine.").types("enter enter").sees("Fine della prova generale.").misses("domanda " + all)
}

// An answer that the manager writes stands in the plan; its figures stay alive when the plan
// changes; questions are taken out and put back.
func TestAnswersAreWrittenAndQuestionsTakenOut(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	was := r.plan()
	r.types("ctrl+d r").sees("Nessuna domanda è stata tolta.").types("- e").tells("Le cifre che restano come sono continuano a seguire il piano.")
	r.types("end 'Chiediamo 44.000 €, e basta.' enter").sees("Chiediamo 44.000 €, e basta.").misses("bozza del programma")
	find := func(p model.Plan, text string) bool {
		return slices.ContainsFunc(p.Board.Questions, func(q model.BoardQuestion) bool { return strings.Contains(q.Answer, text) })
	}
	if !find(r.reopened(), "e basta.") {
		t.Errorf("%+v", r.plan().Board.Questions)
	}
	r.types("x").sees("Domanda tolta, qui e dalla cartella. La r le rimette tutte.").misses("e basta.")
	if !slices.ContainsFunc(r.reopened().Board.Questions, func(q model.BoardQuestion) bool { return q.Hidden }) {
		t.Error("no question is out")
	}
	r.types("r esc ctrl+d enter").sees("e basta.")
	r.types("esc ctrl+z ctrl+z ctrl+z")
	samePlan(t, "undone", r.plan(), was)
}

func TestPastingAQuestionAndItsAnswer(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	r.types("ctrl+d n").pastes("E se il\nmercato si ferma?").types("enter").sees("E se il").types("enter").tells("Il piano non ha le cifre per rispondere")
	r.types("e").pastes("Ci si ferma anche noi.").types("ctrl+s")
	q := r.reopened().Board.Questions
	if last := q[len(q)-1]; !strings.HasPrefix(last.Question, "E se il") || last.Answer != "Ci si ferma anche noi." {
		t.Errorf("%+v", last)
	}
	n := len(q)
	r.types("n 'a metà' esc").misses("a metà") // what is left with esc is not asked
	r.types("n enter")
	if got := len(r.reopened().Board.Questions); got != n {
		t.Errorf("%d questions, there were %d", got, n)
	}
}
