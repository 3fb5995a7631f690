// What was read of an export, in words.

package progress

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/imports"
	"arringa/plan/xlsx"
	"arringa/templates"
	"arringa/ui/desk"
)

// ImportFile reads an export into periods by a mapping of one's own, or one that is guessed;
// set changes what was guessed and may be nil.
func ImportFile(
	path string, own *imports.Mapping, set func(*imports.Mapping), p model.Plan,
) (in imports.Import, m imports.Mapping, err error) {
	f, err := os.Open(path)
	if err != nil {
		return in, m, err
	}
	defer f.Close()
	table, err := TableOf(f)
	if err != nil {
		return in, m, err
	}
	ok := true
	if own != nil {
		m = *own
	} else if m, ok, err = imports.Guess(table); err != nil {
		return in, m, err
	}
	if !ok {
		return in, m, desk.ErrNoHeadings{}
	}
	if set != nil {
		set(&m)
	}
	in, err = imports.Apply(table, m, p)
	return in, m, err
}

// TableOf is the table in a file.
func TableOf(f *os.File) (imports.Table, error) {
	info, err := f.Stat()
	switch {
	case err != nil:
		return imports.Table{}, err
	case info.Size() > imports.MostBytes:
		return imports.Table{}, imports.ErrTooLarge
	case !info.Mode().IsRegular(): // a pipe is read once only
		data, err := io.ReadAll(io.LimitReader(f, imports.MostBytes+1))
		if err != nil {
			return imports.Table{}, err
		}
		return imports.CSV(bytes.NewReader(data), int64(len(data)))
	case !strings.EqualFold(filepath.Ext(f.Name()), ".xlsx"):
		return imports.CSV(f, info.Size())
	}
	rows, err := xlsx.Rows(f, info.Size())
	return imports.Sheet(rows), err
}

// AskOrder says why the order of day and month has to be asked.
func AskOrder(say *templates.Texts, path string, e *imports.OrderError) string {
	w, name := &say.Imports, filepath.Base(path)
	if e.Other != "" {
		return w.OrderMixed.With("path", name, "date", e.Text, "other", e.Other)
	}
	day, month := e.Months()
	return w.OrderAsked.With("path", name, "date", e.Text, "line", strconv.Itoa(e.Line),
		"day_first", say.Month(day), "month_first", say.Month(month))
}

// ImportReport says what was read of a file and how, and what was not.
func ImportReport(say *templates.Texts, path string, in imports.Import, m imports.Mapping) []string {
	w := &say.Imports
	from := w.Platforms[m.Platform]
	if from == "" {
		from = w.Unknown
	}
	lines := []string{w.FileRead.With("path", filepath.Base(path), "platform", from, "n", strconv.Itoa(in.Read),
		"columns", strings.Join(m.Columns.Names(), ", "))}
	if in.Foreign {
		lines = append(lines, say.Channels.Dollars)
	}
	switch {
	case in.DatesBy != "":
		lines = append(lines, w.OrderSeen.With("order", w.Orders[string(in.Dates)], "date", in.DatesBy))
	case in.Dates != "":
		lines = append(lines, w.OrderTold.With("order", w.Orders[string(in.Dates)]))
	}
	if len(in.Guessed) > 0 {
		first := in.Guessed[0]
		lines = append(lines, w.Thousands.With("n", strconv.Itoa(len(in.Guessed)), "text", first.Text,
			"column", first.Column, "row", strconv.Itoa(first.Row)))
	}
	if len(in.NoAmount) > 0 {
		lines = append(lines, w.NoAmount.With("n", strconv.Itoa(len(in.NoAmount)), "rows", someRows(in.NoAmount)))
	}
	return append(lines, leftOut(say, in)...)
}

// leftOut says which rows did not count, a reason a line.
func leftOut(say *templates.Texts, in imports.Import) []string {
	var lines []string
	for _, why := range imports.Reasons {
		var rows []int
		var first imports.Skip
		for _, s := range in.Skipped {
			if s.Why == why {
				if rows = append(rows, s.Row); len(rows) == 1 {
					first = s
				}
			}
		}
		if len(rows) > 0 {
			text := say.Imports.Reasons[string(why)].With("n", strconv.Itoa(len(rows)), "rows", someRows(rows),
				"text", first.Text, "column", first.Column)
			lines = append(lines, text)
		}
	}
	return lines
}

// someRows lists the first of many rows.
func someRows(rows []int) string {
	var list []string
	for _, n := range rows[:min(len(rows), 5)] {
		list = append(list, strconv.Itoa(n))
	}
	text := strings.Join(list, ", ")
	if len(rows) > 5 {
		text += "…"
	}
	return text
}

// MergedText says where the periods of an export went.
func MergedText(say *templates.Texts, m imports.Merged) string {
	text := say.Imports.Merged.With("actuals", strconv.Itoa(m.Actuals), "history", strconv.Itoa(m.History), "left",
		strconv.Itoa(m.Left))
	if m.Within > 0 {
		text += " " + say.Imports.Within.N(m.Within, strconv.Itoa(m.Within))
	}
	return text
}
