package xlsx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/xlsx"

	"github.com/xuri/excelize/v2"
)

func read(t testing.TB, data []byte) xlsx.Import {
	t.Helper()
	in, err := xlsx.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func TestAnUntouchedBookBringsThePlanBack(t *testing.T) {
	for name, p := range examples(t) {
		in := read(t, write(t, p))
		if !reflect.DeepEqual(in.Plan, p) {
			t.Errorf("%s: the plan came back otherwise", name)
		}
		if len(in.Edits) > 0 || len(in.Lost) > 0 {
			t.Errorf("%s: edits %v, lost %v", name, in.Edits, in.Lost)
		}
	}
}

// edited is a book in which the board changed three cells and the scenario.
func edited(t testing.TB, p model.Plan) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]any{"in_margin": 0.31, "in_amount_2": 12345.67, "in_c3_contacts": 4.5, "in_scenario": "Prudente"} {
		for _, d := range f.GetDefinedName() {
			if d.Name == name {
				sheet, cell, _ := strings.Cut(d.RefersTo, "!")
				if err := f.SetCellValue(strings.Trim(sheet, "'"), strings.ReplaceAll(cell, "$", ""), v); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// checkEdits holds what came home against what the board changed.
func checkEdits(t testing.TB, p model.Plan, in xlsx.Import) {
	t.Helper()
	if !reflect.DeepEqual(in.Plan, p) {
		t.Error("the plan inside came back otherwise")
	}
	if len(in.Edits) != 4 || len(in.Lost) > 0 {
		t.Fatalf("edits %v, lost %v", in.Edits, in.Lost)
	}
	q := xlsx.Apply(in.Plan, in.Edits)
	if m := q.Company.Margin; m.Value != 0.31 || m.Origin != model.Own {
		t.Errorf("margin %+v", m)
	}
	if q.Channels[1].Amount != 1234567 {
		t.Errorf("amount %d", q.Channels[1].Amount)
	}
	if r := q.Channels[2].Figures.Contacts; r.Base != 4.5 || !(r.Low < 4.5 && 4.5 < r.High) {
		t.Errorf("contacts %+v", r)
	}
	if q.Scenario != "prudent" {
		t.Errorf("scenario %s", q.Scenario)
	}
}

func TestTheBoardsEditsComeHome(t *testing.T) {
	p := examples(t)["cantina"]
	checkEdits(t, p, read(t, edited(t, p)))
}

func TestABookWithoutThePlanSaysSo(t *testing.T) {
	p := examples(t)["cantina"]
	p.Board.Private = true
	data := write(t, p)
	if _, err := xlsx.Read(bytes.NewReader(data), int64(len(data))); !errors.Is(err, xlsx.ErrNoPlan) {
		t.Errorf("%v", err)
	}
}

// Hostile files are refused at once and in little memory: bombs, deep nesting, lying
// headers, rubbish. Allocations are counted by testing.AllocsPerRun's cousin, the benchmark.
func TestHostileFilesAreRefused(t *testing.T) {
	p := examples(t)["dentista"]
	good := parts(t, write(t, p))
	pack := func(change map[string]string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, text := range good {
			if other, ok := change[name]; ok {
				text = other
			}
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, text); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, data := range map[string][]byte{
		"empty":       nil,
		"rubbish":     []byte("lista della spesa"),
		"half a zip":  write(t, p)[:5000],
		"bomb":        pack(map[string]string{"xl/workbook.xml": "<workbook>" + strings.Repeat(" ", 80<<20) + "</workbook>"}),
		"deep":        pack(map[string]string{"xl/workbook.xml": strings.Repeat("<a>", 2_000_000)}),
		"no workbook": pack(map[string]string{"xl/workbook.xml": ""}),
		"not XML":     pack(map[string]string{"xl/workbook.xml": "<<<<"}),
		"wrong sum":   pack(map[string]string{"xl/sharedStrings.xml": strings.ReplaceAll(good["xl/sharedStrings.xml"], "H4sI", "H4sJ")}),
		"entity":      pack(map[string]string{"xl/workbook.xml": `<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>`}),
		"another's zip": func() []byte {
			var b bytes.Buffer
			z := zip.NewWriter(&b)
			_, _ = z.Create("a.txt")
			_ = z.Close()
			return b.Bytes()
		}(),
	} {
		if _, err := xlsx.Read(bytes.NewReader(data), int64(len(data))); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	p := examples(f)["dentista"]
	f.Add(write(f, p))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = xlsx.Read(bytes.NewReader(data), int64(len(data)))
	})
}

func BenchmarkRead(b *testing.B) {
	data := write(b, examples(b)["macchine"])
	b.ReportAllocs()
	for b.Loop() {
		if _, err := xlsx.Read(bytes.NewReader(data), int64(len(data))); err != nil {
			b.Fatal(err)
		}
	}
}
