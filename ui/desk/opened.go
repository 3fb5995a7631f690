// Plans, workbooks and examples opened, beside the screen.

package desk

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

// Opened is a plan that came from the disk, or why none did.
type Opened struct {
	File *file.File
	Plan model.Plan
	At   Step // to begin with
	Path string
	Err  error
	Kept []file.Version // of a plan that cannot be opened, the newest first

	Instead bool // of the plan in hand, which is safe elsewhere

	Book  string // the workbook it came out of
	Edits []xlsx.Edit
}

// OpenExample copies an example to a file and opens it.
func OpenExample(e templates.Example, path string) Opened {
	p, err := file.Decode(e.Plan)
	if err != nil {
		return Opened{Path: path, Err: err}
	}
	f, err := file.Create(path, p)
	return Opened{File: f, Plan: p, At: AtBudget, Path: path, Err: err}
}

// OpenPath reads a plan, or a workbook with a plan inside, and begins at a step.
func OpenPath(path string, at Step) tea.Cmd {
	return func() tea.Msg { return OpenAny(path, at) }
}

// OpenAny opens a plan or a workbook, to begin at a step.
func OpenAny(path string, at Step) Opened {
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return openBook(path)
	}
	f, p, err := file.Open(path)
	o := Opened{File: f, Plan: p, At: at, Path: path, Err: err}
	if err != nil {
		o.Kept = file.Apart(file.Versions(path))
	}
	return o
}

// openBook takes the plan out of a workbook: into the file from which it was exported, where
// that is beside it as it was, or into a new one. What the board changed is shown, and taken
// or left.
func openBook(path string) Opened {
	data, err := os.ReadFile(path)
	if err != nil {
		return Opened{Path: path, Err: err}
	}
	in, err := xlsx.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Opened{Path: path, Err: err}
	}
	beside := strings.TrimSuffix(path, filepath.Ext(path)) + file.Extension
	f, err := sameHere(beside, in.Plan)
	if err != nil {
		beside = FreePath(beside)
		f, err = file.Create(beside, in.Plan)
	}
	return Opened{File: f, Plan: in.Plan, At: AtBoard, Path: beside, Err: err, Book: path, Edits: in.Edits}
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

// Remember changes what is kept between runs; where that cannot be written, the program
// works all the same and forgets.
func Remember(f func(*file.Memory)) tea.Cmd {
	return func() tea.Msg {
		_ = file.Change(f)
		return nil
	}
}

// RememberLanguage makes a language that of the next run.
func RememberLanguage(tag string) tea.Cmd {
	return Remember(func(m *file.Memory) { m.Language = tag })
}

// Moved says which figures moved in a plan that was brought to today's format when it was opened,
// and why; nothing of a plan that was of it.
func Moved(say *templates.Texts, p model.Plan, f *file.File) []string {
	var texts []string
	for _, note := range f.Notes() {
		if note.Code == model.FormerFormat || note.Code == model.FormerRevenue {
			texts = append(texts, ProblemOf(say, p, note))
		}
	}
	return texts
}
