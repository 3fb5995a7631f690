package ui

import (
	"os"
	"testing"

	"arringa/model"
	"arringa/plan/imports"
	"arringa/ui/step/progress"
)

// Where an export does not tell the order of day and month, the screen asks, and what is
// answered counts.
func TestTheScreenAsksForTheOrderOfDates(t *testing.T) {
	for keys, want := range map[string]int{"enter": 3, "down enter": 2} { // months after the first
		r := sit(t, 80, 24).example("macchine", "progress")
		r.app.Edit("", "", func(p model.Plan) model.Plan { p = p.Clone(); p.Actuals = nil; return p })
		start := r.plan().Start
		text := "Date,Campaign status,Cost\n03/04/" + start.String()[:4] + ",on,3.50\n"
		if start.Index() != 0 {
			t.Fatal("the example begins in January")
		}
		if err := os.WriteFile("dubbio.csv", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		r.types("i").sees("dubbio.csv").types("enter")
		r.sees("Giorno o mese: quale viene prima?", "03/04/", "prima il giorno", "prima il mese")
		r.types(keys).sees("come indicato", "Mesi del piano aggiornati: 1")
		if i := r.plan().Actual("search_ads", start+model.Month(want)); i < 0 || *r.plan().Actuals[i].Spend != 350 {
			t.Errorf("after %q: %+v", keys, r.plan().Actuals)
		}
	}
}

// A table may come out of a pipe.
func TestATableComesOutOfAPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := w.WriteString("mese;spesa\n2027-01;1\n"); err != nil {
		t.Fatal(err)
	}
	w.Close()
	table, err := progress.TableOf(r)
	if err != nil {
		t.Fatal(err)
	}
	if m, ok, err := imports.Guess(table); !ok || err != nil || m.Columns.Spend != "spesa" {
		t.Errorf("%+v, %v", m, err)
	}
}
