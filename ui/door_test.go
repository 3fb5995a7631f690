package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"arringa/plan/file"

	"github.com/xuri/excelize/v2"
)

// fills writes a figure into a named cell of a workbook, as somebody does in Excel.
func (r *robot) fills(path, name string, v any) {
	r.t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	found := false
	for _, d := range f.GetDefinedName() {
		if d.Name == name {
			sheet, cell, _ := strings.Cut(d.RefersTo, "!")
			if err := f.SetCellValue(strings.Trim(sheet, "'"), strings.ReplaceAll(cell, "$", ""), v); err != nil {
				r.t.Fatal(err)
			}
			found = true
		}
	}
	if err := f.Save(); err != nil || !found {
		r.t.Fatalf("%s found: %v; %v", name, found, err)
	}
}

// The board types an amount beyond the budget: it is refused in words, and cannot come
// back by redo and lock the plan's file.
func TestAWorkbookBeyondTheBudgetIsRefusedAndLeavesNoTrace(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	r.types("ctrl+e").sees("Cartella scritta: dentista.xlsx")
	r.fills("dentista.xlsx", "in_amount_1", 99_000_000)
	again := restart(t, 100, 30, "it").opens("dentista.xlsx", "board")
	was := again.plan()
	again.types("enter").sees("Budget: ai canali sono stati dati", "più del budget di",
		"Il piano è rimasto com'era").misses("budget_cents")
	again.types("esc ctrl+y").sees("Non c'è niente da ripetere")
	again.types("ctrl+s").sees("salvato")
	if p := again.onDisk("dentista.plan"); p.Channels[0].Amount != was.Channels[0].Amount || p.Pot() < 0 {
		t.Errorf("the file has %d", p.Channels[0].Amount)
	}
	restart(t, 100, 30, "it").opens("dentista.plan", "budget").sees("Quanto a ciascun canale?")
}

func TestARefusedFigureOfTheBoardIsNamedInWords(t *testing.T) {
	r := sit(t, 140, 40).example("dentista", "board")
	r.types("ctrl+e")
	r.fills("dentista.xlsx", "in_margin", 4)
	again := restart(t, 140, 40, "it").opens("dentista.xlsx", "board")
	again.types("enter").sees("Margine di contribuzione: 4 deve stare fra 0 e 1").misses("company.margin")
}

// A year's row of the history and an export of its first months: what is written opens.
func TestAnExportThatMeetsALongerPeriodLeavesAPlanThatOpens(t *testing.T) {
	export, err := filepath.Abs("../plan/imports/testdata/google-ads.csv")
	if err != nil {
		t.Fatal(err)
	}
	r := sit(t, 80, 24).example("macchine", "budget")
	was := r.onDisk("macchine.plan")
	var out, errs strings.Builder
	if got := Main([]string{"--lang", "it", "import", "macchine.plan", export}, strings.NewReader(""), &out,
		&errs); got != 0 {
		t.Fatalf("status %d: %s", got, errs.String())
	}
	if !strings.Contains(out.String(), "3 mesi non sono entrati: nello storico c'è già un periodo più lungo") {
		t.Errorf("said %q", out.String())
	}
	_, p, err := file.Open("macchine.plan")
	if err != nil || len(p.History) != len(was.History) {
		t.Fatalf("%d rows of history, %v", len(p.History), err)
	}
	if i := p.Channel("search_ads"); p.Channels[i].LastYear.Spend != was.Channels[i].LastYear.Spend {
		t.Error("last year's spend changed")
	}
}

// Nothing to add to the calendar: no step, and what was undone can be redone.
func TestWhatIsAlreadyInTheCalendarIsNoStep(t *testing.T) {
	r := sit(t, 100, 30).example("macchine", "distance")
	events := len(r.plan().Events)
	r.types("c")
	if len(r.plan().Events) == events {
		t.Fatal("nothing was added")
	}
	r.goes("budget").on("direct_outreach").types("right ctrl+z").goes("distance")
	r.types("c").sees("già")
	r.types("ctrl+y").sees("Ripetuto: Contatto diretto")
	r.types("ctrl+z ctrl+z").sees("Annullato: ")
	if len(r.plan().Events) != events {
		t.Error("a step was made of nothing")
	}
}
