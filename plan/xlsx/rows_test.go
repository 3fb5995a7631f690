package xlsx_test

import (
	"bytes"
	"slices"
	"testing"

	"arringa/plan/xlsx"

	"github.com/xuri/excelize/v2"
)

// A sheet's numbers keep their worth as texts, whatever style a table is in, and its rows are
// counted as the program that shows it counts them.
func TestRowsOfASheet(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]any{"A3": "mese", "B3": "spesa", "A5": "2026-01", "B5": 1.234,
		"A6": "2026-02", "B6": 1234.5, "A7": "2026-03", "B7": "1.234", "A8": "2026-04", "B8": 2e7} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := xlsx.Rows(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{nil, nil, {"mese", "spesa"}, nil, {"2026-01", "1.2340"}, {"2026-02", "1234.5"}, {"2026-03",
		"1.234"}, {"2026-04", "20000000"}}
	if !slices.EqualFunc(rows, want, slices.Equal[[]string]) {
		t.Errorf("%q", rows)
	}
}
