//go:build engines

package xlsx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// LibreOffice and Gnumeric work every formula out anew, from caches that were poisoned
// first, and must agree with what Go computed.
func TestRealSpreadsheetsAgree(t *testing.T) {
	plans := examples(t)
	for name, p := range shapes() {
		plans[name] = p
	}
	for name, p := range plans {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := write(t, p)
			folder := t.TempDir()
			poisoned := filepath.Join(folder, "poisoned.xlsx")
			if err := os.WriteFile(poisoned, poison(t, data), 0o644); err != nil {
				t.Fatal(err)
			}
			for engine, recalculate := range map[string]func(t *testing.T, from, folder string) string{"LibreOffice": libreOffice, "Gnumeric": gnumeric} {
				compare(t, engine, data, recalculate(t, poisoned, folder))
			}
		})
	}
}

// shapes are plans of the shapes that the program can make.
func shapes() map[string]model.Plan {
	plans := map[string]model.Plan{}
	sector, _ := templates.FindSector("machinery")
	for _, n := range []int{1, 3, 35} {
		for _, months := range []int{12, 19, 36} {
			p := templates.NewPlan(sector, "it", model.NewMonth(2027, 1)+model.Month(n), model.Euro(100001))
			p.Months, p.Channels = months, nil
			for _, c := range templates.Channels()[:n] {
				if made, ok := templates.NewChannel(c.ID, p.Company); ok {
					p = plan.Add(p, made)
				}
			}
			p = plan.Even(p)
			p.Company.OrdersPerYear.Value = 2.3
			p.Company.VAT.Recovered = 0.4
			for i := range p.Channels {
				c := &p.Channels[i]
				c.LastYear.Spend = model.Money(i * 123457)
				switch i % 4 {
				case 0:
					c.Figures.Gain.Value, c.Figures.HalfLife.Value = model.LinearGain, 0
				case 1:
					c.Calendar.Kind = model.BySeason
				case 2:
					c.Calendar.Kind, c.Calendar.Weights = model.Typed, &[12]int64{3, 0, 7, 1, 0, 0, 0, 9, 99999, 1, 2, 5}
					c.Figures.Delay = &model.Number{Value: 2.75, Origin: model.Own}
				case 3:
					c.Calendar.Kind, c.Calendar.Weights = model.Typed, &[12]int64{}
				}
			}
			plans[fmt.Sprintf("%d channels, %d months", n, months)] = p
		}
	}
	return plans
}

var cachedValue = regexp.MustCompile(`(<c r="[A-Z]+\d+" s="\d+")(?: t="\w+")?>(<f>[^<]*</f>)<v>[^<]*</v>`)

// poison puts a wrong value beside every formula.
func poison(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range parts(t, data) {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			text = cachedValue.ReplaceAllString(text, `$1>$2<v>-12345.5</v>`)
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// libreOffice opens and saves a book with a profile that always recalculates: by itself it
// trusts the caches.
func libreOffice(t *testing.T, from, folder string) string {
	t.Helper()
	profile := filepath.Join(folder, "profile")
	settings := `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(folder, "libreoffice")
	run(t, "soffice", "-env:UserInstallation=file://"+profile, "--headless", "--convert-to", "xlsx", "--outdir", to, from)
	return filepath.Join(to, filepath.Base(from))
}

func gnumeric(t *testing.T, from, folder string) string {
	t.Helper()
	to := filepath.Join(folder, "gnumeric.xlsx")
	run(t, "ssconvert", "--recalc", from, to)
	return to
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// separators are what FIXED writes by the engine's locale.
var separators = strings.NewReplacer(".", "", ",", "", "\u00a0", "", "\u202f", "")

// compare holds every formula's result against the value in our book: on all sheets, or
// only on some.
func compare(t *testing.T, engine string, ours []byte, path string, only ...string) {
	t.Helper()
	want, err := excelize.OpenReader(bytes.NewReader(ours))
	if err != nil {
		t.Fatal(err)
	}
	got, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatalf("%s: %v", engine, err)
	}
	raw := excelize.Options{RawCellValue: true}
	formulas, wrong := 0, 0
	for i, sheet := range want.GetSheetList() {
		if len(only) > 0 && !slices.Contains(only, sheet) {
			continue
		}
		for _, f := range formulaCell.FindAllStringSubmatch(parts(t, ours)["xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"], -1) {
			formulas++
			a, _ := want.GetCellValue(sheet, f[1], raw)
			b, err := got.GetCellValue(sheet, f[1], raw)
			if err != nil {
				t.Fatal(err)
			}
			x, errA := strconv.ParseFloat(a, 64)
			y, errB := strconv.ParseFloat(b, 64)
			same := separators.Replace(a) == separators.Replace(b)
			if errA == nil && errB == nil {
				same = math.Abs(x-y) <= 1e-9*math.Abs(x)+1e-9
			}
			if len(only) > 0 && errA != nil { // a sentence keeps the parts that it had
				continue
			}
			if !same {
				if wrong++; wrong <= 10 {
					t.Errorf("%s: %s!%s is %s, Go says %s (=%s)", engine, sheet, f[1], b, a, f[4])
				}
			}
		}
	}
	if wrong > 0 || formulas == 0 {
		t.Errorf("%s: %d of %d formulas differ", engine, wrong, formulas)
	}
}

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
				set := func(name string, v any) {
					for _, d := range f.GetDefinedName() {
						if d.Name == name {
							sheet, cell, _ := strings.Cut(d.RefersTo, "!")
							if err := f.SetCellValue(strings.Trim(sheet, "'"), strings.ReplaceAll(cell, "$", ""), v); err != nil {
								t.Fatal(err)
							}
							return
						}
					}
					t.Fatalf("no cell is named %s", name)
				}
				say := templates.Language("it").Command.Scenarios[string(scenario)]
				set("in_scenario", strings.ToUpper(say[:1])+say[1:])
				set("in_margin", 0.333)
				for i, c := range q.Channels {
					set("in_amount_"+strconv.Itoa(i+1), c.Amount.Euros())
				}
				folder := t.TempDir()
				moved := filepath.Join(folder, "moved.xlsx")
				if err := f.SaveAs(moved); err != nil {
					t.Fatal(err)
				}
				compare(t, "Gnumeric", write(t, q), gnumeric(t, moved, folder), "Budget", "Risultati", "Calendario", "Scenari", "Calcoli scenari", "Ruolo", "Andamento")
			})
		}
	}
}

// A book that LibreOffice, Gnumeric or openpyxl saved again brings plan and edits home.
func TestBooksSavedByOthersComeHome(t *testing.T) {
	p := examples(t)["cantina"]
	folder := t.TempDir()
	from := filepath.Join(folder, "board.xlsx")
	if err := os.WriteFile(from, edited(t, p), 0o644); err != nil {
		t.Fatal(err)
	}
	byPython := filepath.Join(folder, "openpyxl.xlsx")
	run(t, "/usr/bin/python3", "-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", from, byPython)
	for name, path := range map[string]string{"LibreOffice": libreOffice(t, from, folder), "Gnumeric": gnumeric(t, from, folder), "openpyxl": byPython} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { checkEdits(t, p, read(t, data)) })
	}
}

// Whatever is typed, the spreadsheet and Go follow it alike: cells of every kind are changed,
// the book is worked out anew, and held against the book of the plan that comes home.
func TestEveryEditIsFollowed(t *testing.T) {
	for _, name := range []string{"macchine", "cantina", "dentista"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := examples(t)[name]
			f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
			if err != nil {
				t.Fatal(err)
			}
			for cell, v := range map[string]float64{
				"first_order": 777, "order": 555.5, "orders_per_year": 2.2, "vat_recovered": 0.25, "conversion": 0.21, "sales_cycle": 2.4,
				"c1_contacts": 12.5, "c2_gain": 1, "c3_half_life": 0, "c4_gain": 0.9, "c5_last_year": 12345.67, "c6_reference": 999,
				"c7_slider": 150, "c2_results": 0.7, "c3_costs": 1.3, "scenario_order": 0.9,
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
