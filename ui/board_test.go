package ui

import (
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/xlsx"
	"arringa/templates"
)

// bare opens a plan that was just begun, on a step.
func (r *robot) bare(step string) *robot {
	r.t.Helper()
	s, _ := templates.FindSector("machinery")
	if _, err := file.Create("nuovo.plan", templates.NewPlan(s, "it", model.NewMonth(2027, 1),
		model.Euro(50000))); err != nil {
		r.t.Fatal(err)
	}
	return r.opens("nuovo.plan", step)
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
	r.downTo("Titolo").
		types("'Il piano dello studio' enter 'Anna Rossi, direzione' enter enter '3/12/2026' enter '9 dicembre 2026' enter")
	x := r.reopened().Board
	if x.Title != "Il piano dello studio" || x.Author != "Anna Rossi, direzione" || x.Date != "2026-12-03" ||
		x.Decide != "2026-12-09" {
		t.Errorf("%+v", x)
	}
	r.sees("03/12/2026", "09/12/2026")
	r.types("ctrl+e").sees("Cartella scritta: dentista.xlsx")
	first := xlsx.Sheets(r.plan())[0].ID
	say := templates.Language("it")
	text := sheetText(t, "dentista.xlsx", say.Book.Sheets[first])
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
	r.downTo("Data della riunione").types("'quando capita' enter").
		tells("«quando capita» non è una data: scrivere per esempio 30/06/2027 oppure 30 giugno.")
	r.types("'31/02/2027' enter").tells("«31/02/2027» non è una data").types("esc")
	r.types("backspace ctrl+u enter").downTo("Decisione").types("backspace ctrl+u enter")
	if x := r.reopened().Board; x.Title != "" || x.Date != "" || x.Decide != "" {
		t.Errorf("%+v", x)
	}
}
