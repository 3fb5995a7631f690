// An export read into the year, on the screen.

package progress

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/imports"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// exportsHere lists the files of a folder that may be exports.
func exportsHere(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		plan := strings.TrimSuffix(filepath.Join(folder, e.Name()), ext) + file.Extension
		if _, err := os.Stat(plan); ext == ".xlsx" && err == nil {
			continue // the workbook of a plan
		}
		known := slices.Contains([]string{".csv", ".tsv", ".txt", ".xlsx"}, ext)
		if known && !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
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

// Hear shows the files that were found, or takes one that was read.
func (s *progress) Hear(msg tea.Msg) tea.Cmd {
	if s.Work == nil {
		return nil
	}
	switch msg := msg.(type) {
	case exportsFound:
		var choices []form.Choice
		for _, path := range msg.paths {
			choices = append(choices, form.Choice{Label: filepath.Base(path),
				Do: func() tea.Cmd { return s.reads(path, "") }})
		}
		if len(choices) == 0 {
			s.Refuse(s.Say.Imports.NoneHere)
			return nil
		}
		s.Show(form.NewList(s.Desk, "exports", s.Say.Imports.Title, s.Say.Imports.Text, choices...))
	case imported:
		s.took(msg)
	}
	return nil
}

// reads reads an export, its dates in an order where they do not say it themselves.
func (s *progress) reads(path string, dates imports.Order) tea.Cmd {
	p, change := s.Plan(), s.Work.Change()
	name := s.Say.Imports.Reading.With("path", filepath.Base(path))
	return s.Start(name, func(ctx context.Context, _ func(done, all int)) tea.Msg {
		in, m, err := ImportFile(path, nil, func(m *imports.Mapping) { m.Dates = dates }, p)
		if ctx.Err() != nil {
			return nil
		}
		return imported{path, change, in, m, err}
	})
}

// asksOrder asks whether the day or the month comes first in an export's dates.
func (s *progress) asksOrder(path string, e *imports.OrderError) {
	w := &s.Say.Imports
	var choices []form.Choice
	for _, o := range []imports.Order{imports.DayFirst, imports.MonthFirst} {
		choices = append(choices, form.Choice{Label: w.Orders[string(o)],
			Do: func() tea.Cmd { return s.reads(path, o) }})
	}
	s.Show(form.NewList(s.Desk, "dates", w.OrderTitle, AskOrder(s.Say, path, e), choices...))
}

// took puts an export's months into the plan and says what was read.
func (s *progress) took(msg imported) {
	var order *imports.OrderError
	if errors.As(msg.err, &order) {
		s.asksOrder(msg.path, order)
		return
	}
	if msg.err != nil {
		s.Refuse(s.Explain(msg.err, filepath.Base(msg.path)))
		return
	}
	var merged imports.Merged
	s.seenAt = -1
	s.Edit("", s.Say.Imports.Title, func(was model.Plan) model.Plan {
		q, m := imports.Merge(was, msg.in.Periods)
		merged = m
		return q
	})
	lines := append(ImportReport(s.Say, msg.path, msg.in, msg.m), "", MergedText(s.Say, merged))
	s.Show(&form.Page{Desk: s.Desk, Name: "imported", Heading: s.Say.Imports.Title, Body: func(w int) draw.Block {
		out := draw.Block{W: w}
		for _, line := range lines {
			out = draw.Stack(out, draw.Paragraph(w, s.Look.Plain, line))
		}
		return out
	}})
}
