//go:build engines

package xlsx_test

// An export beside that of another program.

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"arringa/plan/xlsx"

	"github.com/xuri/excelize/v2"
)

// How long an export takes beside a Python program that writes the same cells with
// XlsxWriter, without styles, charts and the plan inside. It is printed, not judged.
func TestTimeBesideXlsxWriter(t *testing.T) {
	p := examples(t)["macchine"]
	sheets, cells := bareCells(t, write(t, p))
	folder := t.TempDir()
	list, err := json.Marshal(sheets)
	if err != nil {
		t.Fatal(err)
	}
	from, to := filepath.Join(folder, "cells.json"), filepath.Join(folder, "theirs.xlsx")
	if err := os.WriteFile(from, list, 0o644); err != nil {
		t.Fatal(err)
	}
	best := func(run func() float64) float64 {
		least := run()
		for range 4 {
			least = min(least, run())
		}
		return least
	}
	theirs := best(func() float64 {
		out, err := exec.Command("/usr/bin/python3", "testdata/same_cells.py", from, to).CombinedOutput()
		if err != nil {
			t.Fatalf("XlsxWriter: %v\n%s", err, out)
		}
		ms, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		if err != nil {
			t.Fatal(err)
		}
		return ms
	})
	ours := best(func() float64 {
		start := time.Now()
		if err := xlsx.Write(io.Discard, xlsx.Book{Plan: p}); err != nil {
			t.Fatal(err)
		}
		return float64(time.Since(start).Microseconds()) / 1000
	})
	t.Logf("%d cells: ours, with styles, charts and what is computed for it, %.0f ms; XlsxWriter, bare cells, %.0f ms: "+
		"a ratio of %.2f", cells, ours, theirs, ours/theirs)
}

// bareSheet is a sheet's cells: row, column, formula and value of each.
type bareSheet struct {
	Name  string  `json:"name"`
	Cells [][]any `json:"cells"`
}

// bareCells are the cells of a book, and how many they are.
func bareCells(t *testing.T, data []byte) (sheets []bareSheet, cells int) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range f.GetSheetList() {
		s := bareSheet{Name: name, Cells: [][]any{}}
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				ref, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, _ := f.GetCellFormula(name, ref)
				if text == "" && formula == "" {
					continue
				}
				var value any = text
				if x, err := strconv.ParseFloat(text, 64); err == nil {
					value = x
				}
				s.Cells = append(s.Cells, []any{r, c, formula, value})
				cells++
			}
		}
		sheets = append(sheets, s)
	}
	return sheets, cells
}
