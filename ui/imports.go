package ui

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/imports"
	"arringa/plan/xlsx"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// readTable reads a file of an export as rows.
func readTable(path string) ([][]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > imports.MostBytes {
		return nil, imports.ErrTooLarge
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return xlsx.Rows(bytes.NewReader(data), int64(len(data)))
	}
	return imports.ReadCSV(data)
}

// importFile reads an export into periods; a mapping of one's own is used as it is.
func importFile(ctx context.Context, path string, own *imports.Mapping, p model.Plan) (imports.Import, imports.Mapping, error) {
	rows, err := readTable(path)
	if err != nil {
		return imports.Import{}, imports.Mapping{}, err
	}
	if err := ctx.Err(); err != nil {
		return imports.Import{}, imports.Mapping{}, err
	}
	m, ok := imports.Guess(rows)
	if own != nil {
		m, ok = *own, true
	}
	if !ok {
		return imports.Import{}, m, errNoHeadings{}
	}
	return imports.Apply(rows, m, p), m, nil
}

// importReport says what was read of a file, and what was not.
func importReport(say *templates.Texts, path string, in imports.Import, m imports.Mapping) []string {
	w := &say.Imports
	from := w.Platforms[m.Platform]
	if from == "" {
		from = w.Unknown
	}
	lines := []string{w.FileRead.With("path", filepath.Base(path), "platform", from, "n", strconv.Itoa(in.Read), "columns", strings.Join(columnNames(m), ", "))}
	if in.Foreign {
		lines = append(lines, say.Channels.Dollars)
	}
	for _, why := range imports.Reasons {
		var rows []string
		text := ""
		for _, s := range in.Skipped {
			if s.Why == why {
				rows = append(rows, strconv.Itoa(s.Row))
				if text == "" {
					text = s.Text
				}
			}
		}
		if len(rows) > 0 {
			shown := strings.Join(rows[:min(len(rows), 5)], ", ")
			if len(rows) > 5 {
				shown += "…"
			}
			lines = append(lines, w.Reasons[string(why)].With("n", strconv.Itoa(len(rows)), "rows", shown, "text", text))
		}
	}
	return lines
}

func columnNames(m imports.Mapping) []string {
	var names []string
	for _, c := range []string{m.Columns.Month, m.Columns.Channel, m.Columns.Spend, m.Columns.Contacts, m.Columns.Customers} {
		if c != "" {
			names = append(names, c)
		}
	}
	return names
}

func mergedText(say *templates.Texts, m imports.Merged) string {
	text := say.Imports.Merged.With("actuals", strconv.Itoa(m.Actuals), "history", strconv.Itoa(m.History), "left", strconv.Itoa(m.Left))
	if m.Within > 0 {
		text += " " + say.Imports.Within.N(m.Within, strconv.Itoa(m.Within))
	}
	return text
}

// exportsHere lists the files of a folder that may be exports.
func exportsHere(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		if _, err := os.Stat(strings.TrimSuffix(filepath.Join(folder, e.Name()), ext) + file.Extension); ext == ".xlsx" && err == nil {
			continue // the workbook of a plan
		}
		if !e.IsDir() && slices.Contains([]string{".csv", ".tsv", ".txt", ".xlsx"}, ext) && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, filepath.Join(folder, e.Name()))
		}
	}
	return names
}

// exportsFound are the files that may be exports, read beside the screen.
type exportsFound struct{ paths []string }

// imported is an export that was read for a plan at a change.
type imported struct {
	path   string
	change int
	in     imports.Import
	m      imports.Mapping
	err    error
}

// importing is how the step of the year reads an export.
func (s *progress) importing() tea.Cmd {
	return func() tea.Msg { return exportsFound{exportsHere(".")} }
}

// hear shows the files that were found, or takes one that was read.
func (s *progress) hear(msg tea.Msg) tea.Cmd {
	if s.work == nil {
		return nil
	}
	switch msg := msg.(type) {
	case exportsFound:
		var choices []choice
		for _, path := range msg.paths {
			choices = append(choices, choice{filepath.Base(path), func() tea.Cmd {
				p, change := s.plan(), s.work.Change()
				return s.start(s.say.Imports.Reading.With("path", filepath.Base(path)), func(ctx context.Context, _ func(done, all int)) tea.Msg {
					in, m, err := importFile(ctx, path, nil, p)
					if ctx.Err() != nil {
						return nil
					}
					return imported{path, change, in, m, err}
				})
			}})
		}
		if len(choices) == 0 {
			s.refuse(s.say.Imports.NoneHere)
			return nil
		}
		s.show(newList(s.desk, "exports", s.say.Imports.Title, s.say.Imports.Text, choices...))
	case imported:
		s.took(msg)
	}
	return nil
}

// took puts an export's months into the plan and says what was read.
func (s *progress) took(msg imported) {
	if msg.err != nil {
		s.refuse(s.explain(msg.err, filepath.Base(msg.path)))
		return
	}
	var merged imports.Merged
	s.seenAt = -1
	if !s.edit("", s.say.Imports.Title, func(was model.Plan) model.Plan {
		q, m := imports.Merge(was, msg.in.Periods)
		merged = m
		return q
	}) {
		return
	}
	lines := append(importReport(s.say, msg.path, msg.in, msg.m), "", mergedText(s.say, merged))
	s.show(&page{desk: s.desk, name: "imported", heading: s.say.Imports.Title, body: func(w int) draw.Block {
		out := draw.Block{W: w}
		for _, line := range lines {
			out = draw.Stack(out, draw.Paragraph(w, s.look.plain, line))
		}
		return out
	}})
}
