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
	pause   time.Duration // from a change to its save; negative: only when asked
	waiting bool
	running bool
	failed  error
	tries   int            // that failed one after the other
	aside   int            // the change count kept as a version while the file is somebody else's
	then    func() tea.Cmd // what waits until the plan is on the disk: leaving it, or leaving
}

// savePause is how long after a change it is saved.
const savePause = 800 * time.Millisecond

// longestPause is between two tries of a save that fails: a disk that was full, or a file
// that a sync program held, is found free again within half a minute.
const longestPause = 30 * time.Second

type saveDue struct{}

type saveDone struct {
	change int
	err    error
}

// unsaved reports whether the plan in hand is not on the disk.
func (a *app) unsaved() bool {
	return a.work != nil && a.saver.file != nil && a.saver.saved != a.work.Change()
}

// asked reports whether somebody else saved the file, and nobody said yet which plan stays.
func (a *app) asked() bool { return errors.Is(a.saver.failed, file.ErrChanged) }

// autosave starts the one timer when something is not on the disk. A save that failed is
// tried again, later and later. Where somebody else saved the file, the answer is waited for,
// and what is done meanwhile is kept as a version.
func (a *app) autosave() tea.Cmd {
	s := &a.saver
	if !a.unsaved() || s.pause < 0 || s.waiting || s.running || a.asked() && s.aside == a.work.Change() {
		return nil
	}
	s.waiting = true
	return tea.Tick(min(s.pause<<min(s.tries, 10), longestPause), func(time.Time) tea.Msg { return saveDue{} })
}

func (a *app) save(msg tea.Msg) tea.Cmd {
	s := &a.saver
	switch msg := msg.(type) {
	case saveDue:
		s.waiting = false
		switch {
		case s.running || !a.unsaved():
			return nil
		case a.asked():
			return a.setAside()
		}
		return a.write(s.file.Save)
	case setAside:
		s.running, s.aside = false, msg.change
		return a.goOnSaved()
	case saveDone:
		s.running = false
		a.logs("save", noted(msg.err))
		return a.savedNow(msg)
	}
	return nil
}

// setAside says up to which change the plan in hand was kept as a version, without being in
// its file.
type setAside struct{ change int }

func (a *app) setAside() tea.Cmd {
	a.saver.running = true
	p, change, f := a.plan(), a.work.Change(), a.saver.file
	return func() tea.Msg {
		_ = f.KeepVersion(p) // the header says all the while that the plan is not saved
		return setAside{change}
	}
}

// savedNow takes what a save came to.
func (a *app) savedNow(msg saveDone) tea.Cmd {
	s := &a.saver
	again := s.failed != nil && msg.err != nil
	s.failed = msg.err
	switch {
	case msg.err == nil:
		s.saved, s.tries = msg.change, 0
		return a.goOnSaved()
	case errors.Is(msg.err, file.ErrChanged):
		s.then = nil
		a.show(newConflict(a))
	case s.then != nil:
		a.show(newUnsaved(a, msg.err))
	case !again: // said once; the header goes on saying it
		a.refuse(a.explain(msg.err, s.file.Path()))
	}
	s.tries++
	return nil
}

// afterSaving does something as soon as the plan in hand is on the disk: leaving it, or
// leaving the program. What cannot be saved is asked about.
func (a *app) afterSaving(then func() tea.Cmd) tea.Cmd {
	a.saver.then = then
	return a.goOnSaved()
}

// goOnSaved does what waits for the plan to be on the disk, or gets it there first.
func (a *app) goOnSaved() tea.Cmd {
	s := &a.saver
	switch {
	case s.then == nil || s.running:
		return nil
	case a.unsaved():
		return a.write(s.file.Save)
	}
	then := s.then
	s.then = nil
	return then()
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

// lastSave saves what is not on the disk when the program has ended; it waits for a save
// that still runs.
func (a *app) lastSave() error {
	if !a.unsaved() {
		return nil
	}
	return a.saver.file.Save(a.plan())
}

// saveState says whether the plan is on the disk.
func (a *app) saveState() string {
	switch {
	case a.asked():
		return a.say.App.SaveAsked
	case a.saver.failed != nil:
		return a.say.App.SaveFailed
	case a.unsaved():
		return a.say.App.Saving
	}
	return a.say.App.Saved
}

// newUnsaved asks what to do with a plan that is to be left and cannot be saved.
func newUnsaved(a *app, why error) dialog {
	say, then := &a.say.App, a.saver.then
	a.saver.then = nil // whoever closes the question stays
	path := a.saver.file.Path()
	return newList(a.desk, "unsaved", say.UnsavedTitle, say.UnsavedText.With("why", a.explain(why, path)),
		choice{say.UnsavedAgain, func() tea.Cmd { return a.afterSaving(then) }},
		choice{say.UnsavedCopy, func() tea.Cmd { return a.rescueAndGo(then) }},
		choice{say.UnsavedStay, func() tea.Cmd { return nil }},
	)
}

// rescued says where a copy of a plan that could not be saved is.
type rescued struct {
	path string
	ok   bool
	then func() tea.Cmd
}

// rescueAndGo writes a copy where it can be written, and goes on.
func (a *app) rescueAndGo(then func() tea.Cmd) tea.Cmd {
	p, path := a.plan(), a.saver.file.Path()
	return func() tea.Msg {
		at, ok := rescue(p, path)
		return rescued{at, ok, then}
	}
}

// rescuedNow goes on once a copy is safe; else the plan stays in hand.
func (a *app) rescuedNow(msg rescued) tea.Cmd {
	if !msg.ok {
		a.refuse(a.say.App.NowhereToSave)
		return nil
	}
	a.saver.saved, a.saver.failed = a.work.Change(), nil
	a.rescuedAt = msg.path
	a.cheer(a.say.Command.Rescued.With("path", shortPath(msg.path)))
	return msg.then()
}

// newConflict asks what to do when somebody else saved the file.
func newConflict(a *app) dialog {
	say := &a.say.App
	return newList(a.desk, "conflict", say.ConflictTitle, say.ConflictText,
		choice{say.ConflictMine, func() tea.Cmd { return a.write(a.saver.file.Overwrite) }},
		choice{say.ConflictTheirs, a.openTheirs},
		choice{say.ConflictCopy, a.saveCopy},
	)
}

// saveCopy goes on with the plan in a new file beside the old one.
func (a *app) saveCopy() tea.Cmd {
	p, at := a.plan(), a.at()
	path := freePath(a.saver.file.Path())
	return func() tea.Msg {
		f, err := file.Create(path, p)
		return opened{file: f, plan: p, at: at, path: path, err: err, instead: true}
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

// openTheirs opens the plan that somebody else saved; the one in hand is kept as a version.
func (a *app) openTheirs() tea.Cmd {
	p, at, f := a.plan(), a.at(), a.saver.file
	return func() tea.Msg {
		if err := f.KeepVersion(p); err != nil {
			return opened{path: f.Path(), err: err}
		}
		o := openAny(f.Path(), at)
		o.instead = true
		return o
	}
}

// rescue writes a plan that could not be saved at path where it can be: beside it, or else
// among the system's temporary files. It says where.
func rescue(p model.Plan, path string) (string, bool) {
	for _, at := range []string{path, filepath.Join(os.TempDir(), filepath.Base(path))} {
		at = freePath(at)
		if _, err := file.Create(at, p); err == nil {
			return at, true
		}
	}
	return "", false
}
