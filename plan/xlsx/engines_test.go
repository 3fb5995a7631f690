//go:build engines

package xlsx_test

// Real spreadsheets work the book out, and agree.

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
			compare(t, "LibreOffice", data, libreOffice(t, poisoned, folder))
			compare(t, "Gnumeric", data, gnumeric(t, poisoned, folder))
		})
	}
}

// shapes are plans of the shapes that the program can make.
func shapes() map[string]model.Plan {
	plans := map[string]model.Plan{}
	sector, _ := templates.FindSector("machinery")
	for _, n := range []int{1, 3, 35} {
		for _, months := range []int{12, 19, 36} {
			p := templates.NewPlan(sector, "it", model.NewMonth(2027, 1)+model.Month(n), model.Euro(100003))
			p.Months, p.Channels = months, nil
			for _, c := range templates.Channels()[:n] {
				if made, ok := templates.NewChannel(c.ID, p.Company); ok {
					p = plan.Add(p, made)
				}
			}
			p = plan.Even(p)
			p.Company.OrdersPerYear.Value = 2.3
			p.Company.VAT.Recovered = 0.41
			for i := range p.Channels {
				c := &p.Channels[i]
				c.LastYear.Spend = model.Money(i * 123457)
				switch i % 4 {
				case 0:
					c.Figures.Gain.Value, c.Figures.HalfLife.Value = model.LinearGain, 0
					c.Figures.Contacts = c.Figures.Contacts.Scaled(1.013) // no cost ends on half a euro
				case 1:
					c.Calendar.Kind = model.BySeason
				case 2:
					c.Calendar.Kind, c.Calendar.Weights = model.Typed, &[12]int64{3, 0, 7, 1, 0, 0, 0, 9, 99999, 1, 2,
						5}
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
	settings := `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">` +
		`<item oor:path="/org.openoffice.Office.Calc/Formula/Load">` +
		`<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o755); err != nil {
		t.Fatal(err)
	}
	registry := filepath.Join(profile, "user", "registrymodifications.xcu")
	if err := os.WriteFile(registry, []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(folder, "libreoffice")
	run(t, "soffice", "-env:UserInstallation=file://"+profile, "--headless", "--convert-to", "xlsx", "--outdir", to,
		from)
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
		text := parts(t, ours)["xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"]
		for _, f := range formulaCell.FindAllStringSubmatch(text, -1) {
			formulas++
			a, _ := want.GetCellValue(sheet, f[1], raw)
			b, err := got.GetCellValue(sheet, f[1], raw)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := strconv.ParseFloat(a, 64); err != nil && len(only) > 0 {
				continue // a sentence keeps the parts that it had
			}
			if !sameResult(a, b) {
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

// sameResult reports whether two results are the same figure, or the same text whatever separators
// FIXED wrote.
func sameResult(a, b string) bool {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	if errA == nil && errB == nil {
		return math.Abs(x-y) <= 1e-9*math.Abs(x)+1e-9
	}
	return separators.Replace(a) == separators.Replace(b)
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
	const again = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])"
	run(t, "/usr/bin/python3", "-c", again, from, byPython)
	for name, path := range map[string]string{
		"LibreOffice": libreOffice(t, from, folder), "Gnumeric": gnumeric(t, from, folder), "openpyxl": byPython,
	} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { checkEdits(t, p, read(t, data)) })
	}
}
