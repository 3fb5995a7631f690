package xlsx_test

// The book as a whole: values beside formulas, the same bytes, typed text, every shape of plan.

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/plan/xlsx"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// write makes the workbook of a plan.
func write(t testing.TB, p model.Plan) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Write(&b, xlsx.Book{Plan: p}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func examples(t testing.TB) map[string]model.Plan {
	t.Helper()
	plans := map[string]model.Plan{}
	for _, e := range templates.Examples() {
		p, err := file.Decode(e.Plan)
		if err != nil {
			t.Fatal(err)
		}
		plans[e.Name] = p
		p.Language = "en"
		plans[e.Name+" in English"] = p
	}
	return plans
}

// parts are the parts of a workbook by name.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		found[f.Name] = string(text)
	}
	return found
}

var formulaCell = regexp.MustCompile(`<c r="([A-Z]+\d+)" s="\d+"( t="(\w+)")?><f>([^<]*)</f>(<v>([^<]*)</v>)?</c>`)

// Protected view, phones and previews do not recalculate: every formula has its value, and
// none is an error.
func TestEveryFormulaHasItsValue(t *testing.T) {
	for name, p := range examples(t) {
		formulas := 0
		for part, text := range parts(t, write(t, p)) {
			if !strings.HasPrefix(part, "xl/worksheets/sheet") {
				continue
			}
			if got, all := len(formulaCell.FindAllString(text, -1)), strings.Count(text, "<f>"); got != all {
				t.Errorf("%s %s: %d of %d formulas are well formed", name, part, got, all)
			}
			for _, f := range formulaCell.FindAllStringSubmatch(text, -1) {
				formulas++
				if f[5] == "" || f[3] == "e" {
					t.Errorf("%s %s!%s: =%s has the value %q", name, part, f[1], f[4], f[5])
				}
			}
		}
		if formulas < 500 {
			t.Errorf("%s: %d formulas", name, formulas)
		}
	}
}

// The figures on the budget sheet are those of the forecast.
func TestTheBookSaysWhatTheForecastSays(t *testing.T) {
	for name, p := range examples(t) {
		f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
		if err != nil {
			t.Fatal(err)
		}
		o := plan.Forecast(p, plan.ScenarioOf(p))
		sheet := templates.Language(p.Language).Book.Sheets["budget"]
		for i := range p.Channels {
			cell, _ := excelize.CoordinatesToCellName(7, 6+i)
			got, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			want := templates.Language("en").Number(o.Channels[i].More.Customers, 4)
			var x float64
			if err := xml.Unmarshal([]byte("<x>"+got+"</x>"), &x); err != nil || templates.Language("en").Number(x,
				4) != want {
				t.Errorf("%s: %s has %s customers, want %s", name, p.Channels[i].ID, got, want)
			}
		}
	}
}

func TestTheSamePlanGivesTheSameBytes(t *testing.T) {
	for name, p := range examples(t) {
		first := write(t, p)
		for range 5 {
			if !bytes.Equal(first, write(t, p)) {
				t.Errorf("%s: two exports differ", name)
			}
		}
	}
}

// Every part is XML that parses.
func TestEveryPartIsWellFormed(t *testing.T) {
	for name, p := range examples(t) {
		for part, text := range parts(t, write(t, p)) {
			d := xml.NewDecoder(strings.NewReader(text))
			for {
				_, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Errorf("%s %s: %v", name, part, err)
					break
				}
			}
		}
	}
}

// What a person types is text, whatever it looks like.
func TestTypedTextStaysText(t *testing.T) {
	ugly := []string{
		"=HYPERLINK(\"http://x\")", "+1", "@cmd", "_x0041_", "<b>&amp;", strings.Repeat("🦊", 40), "History",
		"a\x01b\nc",
		strings.Repeat("lungo ", 6000),
	}
	p := examples(t)["macchine"]
	for i, text := range ugly {
		p.Channels[i].Name = text
		p.Channels[i].Reason.Claim = text
	}
	p.Company.Name, p.Board.Title = "R&D <Spa>", "&B Titolo"
	data := write(t, p)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	sheet := templates.Language(p.Language).Book.Sheets["budget"]
	for i, text := range ugly {
		cell, _ := excelize.CoordinatesToCellName(1, 6+i)
		got, _ := f.GetCellValue(sheet, cell)
		want := strings.ReplaceAll(text, "\x01", "")
		if len(want) > 32767 {
			want = want[:32766] + "…"
		}
		// excelize reads _x005F_x0041_ back as it was typed.
		if got != want && strings.ReplaceAll(got, "_x005F_", "_") != want {
			t.Errorf("%.30q came back as %.30q", text, got)
		}
		if formula, _ := f.GetCellFormula(sheet, cell); formula != "" {
			t.Errorf("%.30q became a formula", text)
		}
	}
}

// Plans of every shape can be written: no channels, forty, three years, no season.
func TestEveryShapeOfPlan(t *testing.T) {
	sector, _ := templates.FindSector("machinery")
	for _, n := range []int{0, 1, 3, 35} {
		for _, months := range []int{12, 18, 36} {
			p := templates.NewPlan(sector, "it", model.NewMonth(2027, 5), model.Euro(90000))
			p.Months, p.Channels = months, nil
			for _, c := range templates.Channels()[:n] {
				if made, ok := templates.NewChannel(c.ID, p.Company); ok {
					p = plan.Add(p, made)
				}
			}
			p = plan.Opening(p)
			if data := write(t, p); len(data) < 5000 {
				t.Errorf("%d channels, %d months: %d bytes", n, months, len(data))
			}
		}
	}
}

// The plan travels inside, unless it is left out.
func TestThePlanTravelsInside(t *testing.T) {
	p := examples(t)["dentista"]
	f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	if mark, _ := f.GetCellValue("_piano", "A1"); mark != "arringa-plan-1" {
		t.Errorf("the plan's mark is %q", mark)
	}
	if visible, _ := f.GetSheetVisible("_piano"); visible {
		t.Error("everybody sees the plan's sheet")
	}
	p.Board.Private = true
	for part, text := range parts(t, write(t, p)) {
		if part == "xl/workbook.xml" && strings.Contains(text, "_piano") {
			t.Error("a private plan travels inside")
		}
	}
}

// To hold: 12 channels under 60 ms and 40 MB, 40 channels over 36 months under 250 ms.
func BenchmarkWrite(b *testing.B) {
	sector, _ := templates.FindSector("machinery")
	for _, size := range []struct {
		name             string
		channels, months int
	}{{"12x12", 12, 12}, {"35x36", 35, 36}} {
		p := templates.NewPlan(sector, "it", model.NewMonth(2027, 1), 0)
		p.Months, p.Channels = size.months, nil
		for _, c := range templates.Channels()[:size.channels] {
			if made, ok := templates.NewChannel(c.ID, p.Company); ok {
				p = plan.Add(p, made)
			}
		}
		p = plan.Opening(p)
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := xlsx.Write(io.Discard, xlsx.Book{Plan: p}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
