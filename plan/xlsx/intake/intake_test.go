package intake

// What is read out of workbooks, and what is refused.

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// saved is a workbook as excelize writes it.
func saved(t *testing.T, fill func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Named cells are found on their sheet, whatever it is called, and hold what was typed.
func TestNamedCellsAreFound(t *testing.T) {
	const sheet = "L'anno"
	data := saved(t, func(f *excelize.File) error {
		name := excelize.DefinedName{Name: "in_margin", RefersTo: "'L''anno'!$C$8:$D$8"}
		return errors.Join(f.SetSheetName("Sheet1", sheet), f.SetDefinedName(&name),
			f.SetCellValue(sheet, "C8", 0.25), f.SetCellValue(sheet, "D8", " due <parole> "),
			f.SetCellValue(sheet, "E8", "altro"))
	})
	b, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	at, ok := b.Named("in_margin")
	if !ok || at.Sheet != sheet || !b.HasSheet(sheet) || b.HasSheet("Sheet1") {
		t.Fatalf("the name leads to %+v, %v", at, ok)
	}
	if _, ok := b.Named("in_order"); ok {
		t.Error("a name that nobody gave is found")
	}
	found, err := b.Cells(at.Sheet, map[string]bool{at.Cell(0): true, at.Cell(1): true, at.Cell(9): true})
	if want := map[string]string{"C8": "0.25", "D8": "due <parole>"}; err != nil || !reflect.DeepEqual(found, want) {
		t.Errorf("the cells hold %v, %v", found, err)
	}
}

// A table comes row by row, empty cells in their places.
func TestRowsOfATable(t *testing.T) {
	data := saved(t, func(f *excelize.File) error {
		return errors.Join(f.SetCellValue("Sheet1", "A1", "mese"), f.SetCellValue("Sheet1", "C1", "spesa"),
			f.SetCellValue("Sheet1", "A3", 46023), f.SetCellValue("Sheet1", "C3", 12.5))
	})
	rows, err := Rows(bytes.NewReader(data), int64(len(data)))
	want := [][]string{{"mese", "", "spesa"}, {"46023", "", "12.5"}}
	if err != nil || len(rows) < 2 || !reflect.DeepEqual([][]string{rows[0], rows[len(rows)-1]}, want) {
		t.Errorf("rows %q, %v", rows, err)
	}
}

// What is no workbook says so, in both doors.
func TestWhatIsNoWorkbookSaysSo(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "a list": "lista della spesa", "a long one": strings.Repeat("PK", 9999),
	} {
		data := []byte(text)
		if _, err := Open(bytes.NewReader(data), int64(len(data))); !errors.Is(err, ErrNotBook) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Rows(bytes.NewReader(data), int64(len(data))); !errors.Is(err, ErrNotBook) {
			t.Errorf("%s, as a table: %v", name, err)
		}
	}
}
