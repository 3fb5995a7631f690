package ui

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/xlsx"
	"arringa/templates"

	tea "charm.land/bubbletea/v2"
)

// opened is a plan that came from the disk, or why none did.
type opened struct {
	file *file.File
	plan model.Plan
	at   step // to begin with
	path string
	err  error
	kept []file.Version // of a plan that cannot be opened, the newest first

	instead bool // of the plan in hand, which is safe elsewhere

	book  string // the workbook it came out of
	edits []xlsx.Edit
}

// openExample copies an example to a file and opens it.
func openExample(e templates.Example, path string) opened {
	p, err := file.Decode(e.Plan)
	if err != nil {
		return opened{path: path, err: err}
	}
	f, err := file.Create(path, p)
	return opened{file: f, plan: p, at: atBudget, path: path, err: err}
}

// openPath reads a plan, or a workbook with a plan inside, and begins at a step.
func openPath(path string, at step) tea.Cmd {
	return func() tea.Msg { return openAny(path, at) }
}

func openAny(path string, at step) opened {
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return openBook(path)
	}
	f, p, err := file.Open(path)
	o := opened{file: f, plan: p, at: at, path: path, err: err}
	if err != nil {
		o.kept = file.Versions(path)
	}
	return o
}

// openBook takes the plan out of a workbook: into the file from which it was exported, where
// that is beside it as it was, or into a new one. What the board changed is shown, and taken
// or left.
func openBook(path string) opened {
	data, err := os.ReadFile(path)
	if err != nil {
		return opened{path: path, err: err}
	}
	in, err := xlsx.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return opened{path: path, err: err}
	}
	beside := strings.TrimSuffix(path, filepath.Ext(path)) + file.Extension
	f, err := sameHere(beside, in.Plan)
	if err != nil {
		beside = freePath(beside)
		f, err = file.Create(beside, in.Plan)
	}
	return opened{file: f, plan: in.Plan, at: atBoard, path: beside, err: err, book: path, edits: in.Edits}
}

// sameHere opens a file when it holds the very plan: the one from which the workbook was
// exported, and which has not changed since.
func sameHere(path string, p model.Plan) (*file.File, error) {
	f, here, err := file.Open(path)
	if err != nil {
		return nil, err
	}
	is, err := file.Encode(here)
	if err != nil {
		return nil, err
	}
	was, err := file.Encode(p)
	if err == nil && !bytes.Equal(is, was) {
		err = fs.ErrExist
	}
	return f, err
}

// remember changes what is kept between runs; where that cannot be written, the program
// works all the same and forgets.
func remember(f func(*file.Memory)) tea.Cmd {
	return func() tea.Msg {
		_ = file.Change(f)
		return nil
	}
}

// rememberLanguage makes a language that of the next run.
func rememberLanguage(tag string) tea.Cmd {
	return remember(func(m *file.Memory) { m.Language = tag })
}
