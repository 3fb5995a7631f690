package xlsx_test

// What comes home with a book.

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
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
	set(t, f, "margin", 0, 0.31)
	set(t, f, "amount_2", 0, 12345.67)
	set(t, f, "c3_contacts", 0, 4.5)
	set(t, f, "scenario", 0, "Prudente")
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
	data := write(t, examples(t)["dentista"])
	good := parts(t, data)
	with := func(part, text string) []byte {
		return repacked(t, good, func(name, was string) string {
			if name == part {
				return text
			}
			return was
		})
	}
	const book, texts = "xl/workbook.xml", "xl/sharedStrings.xml"
	entity := `<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>`
	for name, data := range map[string][]byte{
		"empty":         nil,
		"rubbish":       []byte("lista della spesa"),
		"half a zip":    data[:5000],
		"bomb":          with(book, "<workbook>"+strings.Repeat(" ", 80<<20)+"</workbook>"),
		"deep":          with(book, strings.Repeat("<a>", 2_000_000)),
		"no workbook":   with(book, ""),
		"not XML":       with(book, "<<<<"),
		"wrong sum":     with(texts, strings.ReplaceAll(good[texts], "H4sI", "H4sJ")),
		"entity":        with(book, entity),
		"another's zip": repacked(t, map[string]string{"a.txt": ""}, func(_, text string) string { return text }),
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

// set types a value into a named cell, or into one of a named row of cells.
func set(t testing.TB, f *excelize.File, name string, i int, v any) {
	t.Helper()
	for _, d := range f.GetDefinedName() {
		if d.Name != "in_"+name {
			continue
		}
		sheet, cells, _ := strings.Cut(d.RefersTo, "!")
		first, _, _ := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
		column, row, err := excelize.CellNameToCoordinates(first)
		if err != nil {
			t.Fatal(err)
		}
		cell, _ := excelize.CoordinatesToCellName(column+i, row)
		if err := f.SetCellValue(strings.Trim(sheet, "'"), cell, v); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatalf("no cell is called in_%s", name)
}

// Whatever may be typed comes home: a season, a calendar, a slider, a scenario's multiplier, a
// level of the gap check, a task, and what really happened.
func TestEveryKindOfEditComesHome(t *testing.T) {
	p := examples(t)["macchine"]
	p.Channels[5].Figures.Itself = model.Number{Value: 2, Origin: model.Own}
	f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	set(t, f, "c5_additional", 0, 0.4) // its ends keep their distance
	set(t, f, "c6_additional_low", 0, 0.1)
	set(t, f, "c6_itself", 0, 3.5)
	set(t, f, "season", 2, 77)            // the plan begins in January: March
	set(t, f, "c3_weights", 4, 9)         // an even calendar becomes a typed one
	set(t, f, "c1_slider", 0, 50)         // half of 88,000 €
	set(t, f, "c2_most", 0, 70000)        // it had no limit
	set(t, f, "c1_results", 2, 1.5)       // in the third scenario, the favourable one
	set(t, f, "c4_actual_contacts", 1, 8) // in the second month
	set(t, f, "task2_hours", 0, 33)
	set(t, f, "gap_"+p.Gap[0].ID, 0, 3)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	in := read(t, b.Bytes())
	if len(in.Edits) != 11 || len(in.Lost) > 0 {
		t.Fatalf("edits %v, lost %v", in.Edits, in.Lost)
	}
	for _, e := range in.Edits {
		if e.Label == "" || e.Field == "" {
			t.Errorf("%s is called %q", e.Name, e.Label)
		}
	}
	q := xlsx.Apply(in.Plan, in.Edits)
	checkEveryKind(t, q)
	was, is := p.Channels[4].Figures.Additional, q.Channels[4].Figures.Additional
	if is.Base != 0.4 || is.Origin != model.Own || is.Low != was.Low*0.4/was.Base {
		t.Errorf("additional share %+v", is)
	}
	if x := q.Channels[5].Figures; x.Additional.Low != 0.1 || x.Itself.Value != 3.5 {
		t.Errorf("additional share %+v, by itself %+v", x.Additional, x.Itself)
	}
	if !reflect.DeepEqual(in.Plan, p) {
		t.Error("an edit reached the plan inside")
	}
}

// checkEveryKind holds a plan against what was typed in TestEveryKindOfEditComesHome.
func checkEveryKind(t *testing.T, q model.Plan) {
	t.Helper()
	if found := q.Problems(); len(found) > 0 {
		t.Errorf("the plan has problems: %v", found)
	}
	if q.Company.Season[2] != 77 {
		t.Errorf("season %v", q.Company.Season)
	}
	if c := q.Channels[2].Calendar; c.Kind != model.Typed || c.Weights[4] != 9 || c.Weights[5] != 1 {
		t.Errorf("calendar %+v", c)
	}
	if q.Channels[0].Amount != model.Euro(44000) {
		t.Errorf("amount %d", q.Channels[0].Amount)
	}
	if q.Channels[1].AtMost != model.Euro(70000) {
		t.Errorf("most %d", q.Channels[1].AtMost)
	}
	if results, _ := plan.FindScenario(q, plan.Ambitious).On(q.Channels[0].ID); results.By != 1.5 {
		t.Errorf("favourable results %+v", results)
	}
	if at := q.Actual(q.Channels[3].ID, q.Start+1); at < 0 || *q.Actuals[at].Contacts != 8 {
		t.Errorf("actuals %v", q.Actuals)
	}
	if x := q.Role.Tasks[1].Hours; x.Value != 33 || x.Origin != model.Own {
		t.Errorf("hours %+v", x)
	}
	if q.Gap[0].Level != 3 {
		t.Errorf("level %d", q.Gap[0].Level)
	}
}

// A cell that was emptied means that nothing is known, where that can be; elsewhere it is
// told as lost.
func TestAnEmptiedCellIsNotAZero(t *testing.T) {
	p := examples(t)["macchine"]
	spent := model.Euro(900)
	p.Actuals = []model.Actual{{Channel: p.Channels[0].ID, Month: p.Start, Spend: &spent}}
	f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	set(t, f, "c1_actual_spend", 0, nil)
	set(t, f, "margin", 0, nil)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	in := read(t, b.Bytes())
	if len(in.Edits) != 1 || !in.Edits[0].Cleared || !reflect.DeepEqual(in.Lost, []string{"margin"}) {
		t.Fatalf("edits %v, lost %v", in.Edits, in.Lost)
	}
	if q := xlsx.Apply(in.Plan, in.Edits); q.Actuals[0].Spend != nil {
		t.Errorf("actuals %v", q.Actuals)
	}
}
