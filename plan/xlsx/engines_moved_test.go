//go:build engines

package xlsx_test

// What is moved in a real spreadsheet is followed by the book as Go follows it.

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// A lever moved in the spreadsheet gives what Go gives for the changed plan: another
// scenario, other amounts, another margin.
func TestLeversMovedInTheSpreadsheet(t *testing.T) {
	for _, name := range []string{"macchine", "cantina", "dentista"} {
		p := examples(t)[name]
		for _, scenario := range []model.ScenarioID{plan.Prudent, plan.AIErosion, plan.CostsRise, plan.Nobody} {
			t.Run(name+" "+string(scenario), func(t *testing.T) {
				t.Parallel()
				q := p.Clone()
				q.Scenario = scenario
				q.Company.Margin.Value = 0.333
				for i := range q.Channels {
					q.Channels[i].Amount -= q.Channels[i].Amount / 7
				}
				f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
				if err != nil {
					t.Fatal(err)
				}
				say := templates.Language("it").Command.Scenarios[string(scenario)]
				set(t, f, "scenario", 0, strings.ToUpper(say[:1])+say[1:])
				set(t, f, "margin", 0, 0.333)
				for i, c := range q.Channels {
					set(t, f, "amount_"+strconv.Itoa(i+1), 0, c.Amount.Euros())
				}
				folder := t.TempDir()
				moved := filepath.Join(folder, "moved.xlsx")
				if err := f.SaveAs(moved); err != nil {
					t.Fatal(err)
				}
				compare(t, "Gnumeric", write(t, q), gnumeric(t, moved, folder),
					"Budget", "Risultati", "Calendario", "Scenari", "Calcoli scenari", "Ruolo", "Andamento")
			})
		}
	}
}

// Wherever the levers go, no cell of any sheet says that it cannot be worked out: nothing spent, by
// the amounts or by the scenario, and nothing on one channel, of a plan that claims to pay.
func TestNoLeverMakesAnError(t *testing.T) {
	nobody := templates.Language("it").Command.Scenarios[string(plan.Nobody)]
	nobody = strings.ToUpper(nobody[:1]) + nobody[1:]
	moves := map[string]func(t *testing.T, f *excelize.File, p model.Plan){
		"nobody": func(t *testing.T, f *excelize.File, _ model.Plan) { set(t, f, "scenario", 0, nobody) },
		"zero amounts": func(t *testing.T, f *excelize.File, p model.Plan) {
			for i := range p.Channels {
				set(t, f, "amount_"+strconv.Itoa(i+1), 0, 0)
			}
		},
		"zero budget": func(t *testing.T, f *excelize.File, _ model.Plan) { set(t, f, "budget", 0, 0) },
		"zero margin": func(t *testing.T, f *excelize.File, _ model.Plan) { set(t, f, "margin", 0, 0) },
		"nothing ever": func(t *testing.T, f *excelize.File, _ model.Plan) {
			set(t, f, "first_order", 0, 0)
			set(t, f, "order", 0, 0)
		},
	}
	for _, name := range []string{"macchine", "cantina", "dentista"} {
		p := examples(t)[name]
		for what, move := range moves {
			t.Run(name+" "+what, func(t *testing.T) {
				t.Parallel()
				f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
				if err != nil {
					t.Fatal(err)
				}
				move(t, f, p)
				folder := t.TempDir()
				moved := filepath.Join(folder, "moved.xlsx")
				if err := f.SaveAs(moved); err != nil {
					t.Fatal(err)
				}
				checkNoErrors(t, gnumeric(t, moved, folder))
			})
		}
	}
}

// What no formula follows says so in its own cell once a lever differs from the plan as exported, and
// is back when the lever is: a weight moved to another month of its row is seen too.
func TestWhatIsStaleSaysSo(t *testing.T) {
	p := examples(t)["macchine"]
	const stale = "da ricalcolare in Arringa"
	chance := map[string]string{"Sintesi": "V7", "Incertezza": "B8", "Tagli": "B8"}
	for what, move := range map[string]func(f *excelize.File){
		"nothing": func(*excelize.File) {},
		"amount":  func(f *excelize.File) { set(t, f, "amount_2", 0, 12345) },
		"weight": func(f *excelize.File) {
			weights := p.Channels[0].Calendar.MonthWeights(p.Company.Season)
			at := p.Start.Index()
			set(t, f, "c1_weights", 0, float64(weights[(at+1)%12]))
			set(t, f, "c1_weights", 1, float64(weights[at]))
		},
		"back": func(f *excelize.File) {
			set(t, f, "amount_2", 0, 12345)
			set(t, f, "amount_2", 0, p.Channels[1].Amount.Euros())
		},
	} {
		t.Run(what, func(t *testing.T) {
			f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
			if err != nil {
				t.Fatal(err)
			}
			move(f)
			folder := t.TempDir()
			moved := filepath.Join(folder, "moved.xlsx")
			if err := f.SaveAs(moved); err != nil {
				t.Fatal(err)
			}
			got, err := excelize.OpenFile(gnumeric(t, moved, folder))
			if err != nil {
				t.Fatal(err)
			}
			for sheet, cell := range chance {
				said, _ := got.GetCellValue(sheet, cell)
				if want := what == "amount" || what == "weight"; (said == stale) != want || said == "" {
					t.Errorf("%s!%s says %q", sheet, cell, said)
				}
			}
		})
	}
}

// checkNoErrors reads every cell of a book.
func checkNoErrors(t *testing.T, path string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				if at, _ := excelize.CoordinatesToCellName(c+1, r+1); strings.HasPrefix(text, "#") {
					t.Errorf("%s!%s says %s", sheet, at, text)
				}
			}
		}
	}
}

// moveEverything is the book of a plan in which cells of every kind are changed.
func moveEverything(t *testing.T, p model.Plan) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]float64{
		"first_order": 777, "order": 555.5, "orders_per_year": 2.2, "vat_recovered": 0.25, "conversion": 0.21,
		"sales_cycle": 2.4, "c1_contacts": 12.5, "c2_gain": 1, "c3_half_life": 0, "c4_gain": 0.9,
		"c5_last_year": 12345.67, "c6_reference": 999, "c7_slider": 150, "c2_results": 0.7, "c3_costs": 1.3,
		"c1_additional":  0.35,
		"scenario_order": 0.9,
	} {
		set(t, f, cell, 0, v)
	}
	for m := range 12 {
		set(t, f, "season", m, float64(40+m*m))
	}
	set(t, f, "amount_2", 0, 4321.09)
	if p.Channels[3].Calendar.Kind != model.BySeason {
		set(t, f, "c4_weights", 3, 17)
	}
	return f
}

// Whatever is typed, the spreadsheet and Go follow it alike: cells of every kind are changed,
// the book is worked out anew, and held against the book of the plan that comes home.
func TestEveryEditIsFollowed(t *testing.T) {
	for _, name := range []string{"macchine", "cantina", "dentista"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := examples(t)[name]
			f := moveEverything(t, p)
			folder := t.TempDir()
			moved := filepath.Join(folder, "moved.xlsx")
			if err := f.SaveAs(moved); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(moved)
			if err != nil {
				t.Fatal(err)
			}
			in := read(t, data)
			if len(in.Edits) < 25 || len(in.Lost) > 0 {
				t.Fatalf("%d edits, lost %v", len(in.Edits), in.Lost)
			}
			q := write(t, xlsx.Apply(in.Plan, in.Edits))
			sheets := []string{"Budget", "Risultati", "Calendario", "Scenari", "Calcoli scenari", "Andamento"}
			compare(t, "LibreOffice", q, libreOffice(t, moved, folder), sheets...)
			compare(t, "Gnumeric", q, gnumeric(t, moved, folder), sheets...)
		})
	}
}
