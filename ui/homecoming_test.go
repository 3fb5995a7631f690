package ui

import (
	"os"
	"strings"
	"testing"

	"arringa/model"

	"github.com/xuri/excelize/v2"
)

// boardEdits writes figures into the cells of a workbook that have a name, as the board does.
func boardEdits(t testing.TB, path string, values map[string]any) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	left := len(values)
	for _, d := range f.GetDefinedName() {
		v, ok := values[d.Name]
		if !ok {
			continue
		}
		sheet, cell, _ := strings.Cut(d.RefersTo, "!")
		if err := f.SetCellValue(strings.Trim(sheet, "'"), strings.ReplaceAll(cell, "$", ""), v); err != nil {
			t.Fatal(err)
		}
		left--
	}
	if left > 0 {
		t.Fatalf("%s lacks some of %v", path, values)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// What the board changed is told line by line, and is taken or left whole.
func TestTheBoardsEditsAreTakenOrLeft(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board").types("ctrl+e").sees("Cartella scritta")
	was := r.plan()
	boardEdits(t, "dentista.xlsx", map[string]any{"in_amount_1": 9000, "in_amount_3": 5500.5, "in_budget": 50000})
	again := restart(t, 100, 30, "it").opens("dentista.xlsx", "board")
	again.tells("Il consiglio ha cambiato 3 celle:", "budget dell'anno: da 44.000 € a 50.000 €",
		"Annunci su Google (ricerca), importo: da 12.000 € a 9.000 €").
		sees("Il piano che era nella cartella è in dentista.plan.")
	samePlan(t, "not taken yet", again.plan(), was)
	again.types("esc").misses("Il consiglio ha cambiato")
	samePlan(t, "left", again.reopened(), was)

	again = restart(t, 100, 30, "it").opens("dentista.xlsx", "board")
	again.clicksOn("prendi le modifiche").sees("Modifiche prese. ^Z le toglie.")
	p := again.reopened()
	if p.Budget != model.Euro(50000) || p.Channels[0].Amount != model.Euro(9000) || p.Channels[2].Amount != 550050 ||
		p.Channels[1].Amount != was.Channels[1].Amount {
		t.Errorf("%d; %d, %d, %d", p.Budget, p.Channels[0].Amount, p.Channels[1].Amount, p.Channels[2].Amount)
	}
	again.types("ctrl+z").sees("Annullato: prendi le modifiche")
	samePlan(t, "undone", again.plan(), was)
}

// A workbook that nobody changed comes home without a question; away from its plan it brings
// the plan along.
func TestAWorkbookComesHomeUnchangedAndAlone(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board").types("ctrl+e")
	was := r.plan()
	restart(t, 100, 30, "it").opens("dentista.xlsx", "board").
		tells("Nessuna cella è stata cambiata: il piano è quello esportato.").types("enter").misses("Nessuna cella")
	if err := os.Remove("dentista.plan"); err != nil {
		t.Fatal(err)
	}
	again := restart(t, 100, 30, "it").opens("dentista.xlsx", "board").
		sees("Il piano che era nella cartella è in dentista.plan.")
	samePlan(t, "brought along", again.reopened(), was)
}
