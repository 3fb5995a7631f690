package ui

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"arringa/model"
	"arringa/plan/file"

	tea "charm.land/bubbletea/v2"
)

// saver keeps the file like the plan: one timer waiting, one save running.
type saver struct {
	file    *file.File
	saved   int           // the change count on the disk
	pause   time.Duration // from a change to its save
	waiting bool
	running bool
	failed  error
}

// savePause is how long after a change it is saved.
const savePause = 800 * time.Millisecond

type saveDue struct{}

type saveDone struct {
	change int
	err    error
}

// autosave starts the one timer when something is not on the disk.
func (a *app) autosave() tea.Cmd {
	s := &a.saver
	if a.work == nil || s.file == nil || s.pause < 0 || s.waiting || s.running || s.saved == a.work.Change() || s.failed != nil {
		return nil
	}
	s.waiting = true
	return tea.Tick(s.pause, func(time.Time) tea.Msg { return saveDue{} })
}

func (a *app) save(msg tea.Msg) tea.Cmd {
	s := &a.saver
	switch msg := msg.(type) {
	case saveDue:
		s.waiting = false
		if s.file == nil || s.running || s.saved == a.work.Change() {
			return nil
		}
		return a.write(s.file.Save)
	case saveDone:
		s.running = false
		s.failed = msg.err
		a.logs("save", noted(msg.err))
		switch {
		case msg.err == nil:
			s.saved = msg.change
		case errors.Is(msg.err, file.ErrChanged):
			a.show(newConflict(a))
		default:
			a.refuse(a.explain(msg.err, s.file.Path()))
		}
	}
	return nil
}

// saveNow saves at once, also after a failure.
func (a *app) saveNow() tea.Cmd {
	if a.saver.running {
		return nil
	}
	a.saver.failed = nil
	return a.write(a.saver.file.Save)
}

// write runs one save of the plan as it is now.
func (a *app) write(how func(model.Plan) error) tea.Cmd {
	a.saver.running = true
	p, change := a.plan(), a.work.Change()
	return func() tea.Msg { return saveDone{change, how(p)} }
}

// lastSave saves what is not on the disk when the program has ended.
func (a *app) lastSave() error {
	s := &a.saver
	if a.work == nil || s.file == nil || s.saved == a.work.Change() {
		return nil
	}
	return s.file.Save(a.plan())
}

// saveState says whether the plan is on the disk.
func (a *app) saveState() string {
	switch {
	case a.saver.failed != nil:
		return a.say.App.SaveFailed
	case a.saver.saved == a.work.Change():
		return a.say.App.Saved
	}
	return a.say.App.Saving
}

// newConflict asks what to do when somebody else saved the file.
func newConflict(a *app) dialog {
	say := &a.say.App
	return newList(a.desk, "conflict", say.ConflictTitle, say.ConflictText,
		choice{say.ConflictMine, func() tea.Cmd { return a.write(a.saver.file.Overwrite) }},
		choice{say.ConflictTheirs, func() tea.Cmd { return openPath(a.saver.file.Path(), a.at()) }},
		choice{say.ConflictCopy, a.saveCopy},
	)
}

// saveCopy goes on with the plan in a new file beside the old one.
func (a *app) saveCopy() tea.Cmd {
	p, at := a.plan(), a.at()
	path := freePath(a.saver.file.Path())
	return func() tea.Msg {
		f, err := file.Create(path, p)
		return opened{file: f, plan: p, at: at, path: path, err: err}
	}
}

// newRescue offers the versions of a plan whose file cannot be opened.
func newRescue(a *app, path string, kept []file.Version) dialog {
	say := &a.say.App
	var choices []choice
	for _, v := range kept[:min(len(kept), 5)] {
		label := say.RescueVersion.With("when", a.say.Moment(v.When))
		choices = append(choices, choice{label, func() tea.Cmd {
			return func() tea.Msg {
				p, err := file.Restore(v)
				if err != nil {
					return opened{path: path, err: err}
				}
				beside := freePath(path)
				f, err := file.Create(beside, p)
				return opened{file: f, plan: p, at: atBudget, path: beside, err: err}
			}
		}})
	}
	return newList(a.desk, "rescue", say.RescueTitle, say.RescueText, choices...)
}

// rescue writes the plan that could not be saved where it can be: beside its file, or
// else among the system's temporary files. It says where.
func (a *app) rescue() (string, bool) {
	path := a.saver.file.Path()
	for _, at := range []string{path, filepath.Join(os.TempDir(), filepath.Base(path))} {
		at = freePath(at)
		if _, err := file.Create(at, a.plan()); err == nil {
			return at, true
		}
	}
	return "", false
}
