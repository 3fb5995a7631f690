// The file kept like the plan.

package frame

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"arringa/model"
	"arringa/plan/file"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// saver keeps the file like the plan: one timer waiting, one save running.
type saver struct {
	file    *file.File
	saved   int           // the change count on the disk
	Pause   time.Duration // from a change to its save; negative: only when asked
	waiting bool
	running bool
	failed  error
	tries   int            // that failed one after the other
	unkept  bool           // it was said that no version could be kept
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
	unkept error // why no version was kept
}

// unsaved reports whether the plan in hand is not on the disk.
func (a *App) unsaved() bool {
	return a.Work != nil && a.Saver.file != nil && a.Saver.saved != a.Work.Change()
}

// asked reports whether somebody else saved the file, and nobody said yet which plan stays.
func (a *App) asked() bool { return errors.Is(a.Saver.failed, file.ErrChanged) }

// autosave starts the one timer when something is not on the disk. A save that failed is
// tried again, later and later. Where somebody else saved the file, the answer is waited for,
// and what is done meanwhile is kept as a version.
func (a *App) autosave() tea.Cmd {
	s := &a.Saver
	if !a.unsaved() || s.Pause < 0 || s.waiting || s.running || a.asked() && s.aside == a.Work.Change() {
		return nil
	}
	s.waiting = true
	return tea.Tick(min(s.Pause<<min(s.tries, 10), longestPause), func(time.Time) tea.Msg { return saveDue{} })
}

func (a *App) save(msg tea.Msg) tea.Cmd {
	s := &a.Saver
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
		a.Logs("save", desk.Noted(msg.err))
		return a.savedNow(msg)
	}
	return nil
}

// setAside says up to which change the plan in hand was kept as a version, without being in
// its file.
type setAside struct{ change int }

func (a *App) setAside() tea.Cmd {
	a.Saver.running = true
	p, change, f := a.Plan(), a.Work.Change(), a.Saver.file
	return func() tea.Msg {
		_ = f.KeepVersion(p) // the header says all the while that the plan is not saved
		return setAside{change}
	}
}

// savedNow takes what a save came to.
func (a *App) savedNow(msg saveDone) tea.Cmd {
	s := &a.Saver
	again := s.failed != nil && msg.err != nil
	s.failed = msg.err
	switch {
	case msg.err == nil:
		s.saved, s.tries = msg.change, 0
		if msg.unkept != nil && !s.unkept {
			s.unkept = true
			a.Refuse(a.Say.Kept.NoVersion.With("why", a.Explain(msg.unkept, file.Home())))
		}
		return a.goOnSaved()
	case errors.Is(msg.err, file.ErrChanged):
		s.then = nil
		a.Show(newConflict(a))
	case s.then != nil:
		a.Show(newUnsaved(a, msg.err))
	case !again: // said once; the header goes on saying it
		a.Refuse(a.Explain(msg.err, s.file.Path()))
	}
	s.tries++
	return nil
}

// afterSaving does something as soon as the plan in hand is on the disk: leaving it, or
// leaving the program. What cannot be saved is asked about.
func (a *App) afterSaving(then func() tea.Cmd) tea.Cmd {
	a.Saver.then = then
	return a.goOnSaved()
}

// goOnSaved does what waits for the plan to be on the disk, or gets it there first.
func (a *App) goOnSaved() tea.Cmd {
	s := &a.Saver
	switch {
	case s.then == nil || s.running:
		return nil
	case a.unsaved():
		return a.write(s.file.Save)
	case a.hand.running:
		return nil
	}
	a.looksInHand()
	if keep := a.toKeep(); a.behind(keep) {
		return a.writeDown(keep)
	}
	then := s.then
	s.then = nil
	return then()
}

// saveNow saves at once, also after a failure.
func (a *App) saveNow() tea.Cmd {
	if a.Saver.running {
		return nil
	}
	a.Saver.failed = nil
	return a.write(a.Saver.file.Save)
}

// write runs one save of the plan as it is now.
func (a *App) write(how func(model.Plan) error) tea.Cmd {
	a.Saver.running = true
	p, change, f := a.Plan(), a.Work.Change(), a.Saver.file
	return func() tea.Msg { return saveDone{change, how(p), f.Unkept()} }
}

// LastSave saves what is not on the disk when the program has ended; it waits for a save
// that still runs.
func (a *App) LastSave() error {
	if !a.unsaved() {
		return nil
	}
	return a.Saver.file.Save(a.Plan())
}

// saveState says whether all that is on the screen is on the disk.
func (a *App) saveState() string {
	switch {
	case a.asked():
		return a.Say.App.SaveAsked
	case a.Saver.failed != nil:
		return a.Say.App.SaveFailed
	case len(a.hand.now) > 0 && a.hand.mend:
		return a.Say.Kept.ToMend
	case len(a.hand.now) > 0:
		return a.Say.Kept.Writing
	case a.unsaved():
		return a.Say.App.Saving
	}
	return a.Say.App.Saved
}

// newUnsaved asks what to do with a plan that is to be left and cannot be saved.
func newUnsaved(a *App, why error) desk.Dialog {
	say, then := &a.Say.App, a.Saver.then
	a.Saver.then = nil // whoever closes the question stays
	path := a.Saver.file.Path()
	return form.NewList(a.Desk, "unsaved", say.UnsavedTitle, say.UnsavedText.With("why", a.Explain(why, path)),
		form.Choice{Label: say.UnsavedAgain, Do: func() tea.Cmd { return a.afterSaving(then) }},
		form.Choice{Label: say.UnsavedCopy, Do: func() tea.Cmd { return a.rescueAndGo(then) }},
		form.Choice{Label: say.UnsavedStay, Do: func() tea.Cmd { return nil }},
	)
}

// rescued says where a copy of a plan that could not be saved is.
type rescued struct {
	path string
	ok   bool
	then func() tea.Cmd
}

// rescueAndGo writes a copy where it can be written, and goes on.
func (a *App) rescueAndGo(then func() tea.Cmd) tea.Cmd {
	p, path := a.Plan(), a.Saver.file.Path()
	return func() tea.Msg {
		at, ok := rescue(p, path)
		return rescued{at, ok, then}
	}
}

// rescuedNow goes on once a copy is safe; else the plan stays in hand.
func (a *App) rescuedNow(msg rescued) tea.Cmd {
	if !msg.ok {
		a.Refuse(a.Say.App.NowhereToSave)
		return nil
	}
	a.Saver.saved, a.Saver.failed = a.Work.Change(), nil
	a.rescuedAt = msg.path
	a.Cheer(a.Say.Command.Rescued.With("path", desk.ShortPath(msg.path)))
	return msg.then()
}

// newConflict asks what to do when somebody else saved the file.
func newConflict(a *App) desk.Dialog {
	say := &a.Say.App
	return form.NewList(a.Desk, "conflict", say.ConflictTitle, say.ConflictText,
		form.Choice{Label: say.ConflictMine, Do: func() tea.Cmd { return a.write(a.Saver.file.Overwrite) }},
		form.Choice{Label: say.ConflictTheirs, Do: a.openTheirs},
		form.Choice{Label: say.ConflictCopy, Do: a.saveCopy},
	)
}

// saveCopy goes on with the plan in a new file beside the old one.
func (a *App) saveCopy() tea.Cmd {
	p, at, was := a.Plan(), a.at(), a.Saver.file.Path()
	texts := a.toKeep()
	a.dates(texts)
	return func() tea.Msg {
		path := desk.FreePath(was)
		f, err := file.Create(path, p)
		if err == nil && file.WriteDown(path, texts) == nil {
			_ = file.WriteDown(was, nil) // else they are offered in both
		}
		return desk.Opened{File: f, Plan: p, At: at, Path: path, Err: err, InHand: texts, Instead: true}
	}
}

// newRescue offers the versions of a plan whose file cannot be opened.
func newRescue(a *App, path string, kept []file.Version) desk.Dialog {
	say := &a.Say.App
	var choices []form.Choice
	for _, v := range kept {
		label := say.RescueVersion.With("when", a.Say.Moment(v.When))
		choices = append(choices, form.Choice{Label: label, Do: func() tea.Cmd {
			return func() tea.Msg {
				p, err := file.Restore(v)
				if err != nil {
					return desk.Opened{Path: path, Err: err}
				}
				beside := desk.FreePath(path)
				f, err := file.Create(beside, p)
				return desk.Opened{File: f, Plan: p, At: desk.AtBudget, Path: beside, Err: err}
			}
		}})
	}
	return form.NewList(a.Desk, "rescue", say.RescueTitle, say.RescueText, choices...)
}

// openTheirs opens the plan that somebody else saved; the one in hand is kept as a version.
func (a *App) openTheirs() tea.Cmd {
	p, at, f := a.Plan(), a.at(), a.Saver.file
	texts := a.toKeep()
	a.dates(texts)
	return func() tea.Msg {
		err := f.KeepVersion(p)
		if err == nil && len(texts) > 0 {
			err = file.WriteDown(f.Path(), texts)
		}
		if err != nil {
			return desk.Opened{Path: f.Path(), Err: err}
		}
		o := desk.OpenAny(f.Path(), at)
		o.Instead = true
		return o
	}
}

// rescue writes a plan that could not be saved at path where it can be: beside it, or else
// among the system's temporary files. It says where.
func rescue(p model.Plan, path string) (string, bool) {
	for _, at := range []string{path, filepath.Join(os.TempDir(), filepath.Base(path))} {
		at = desk.FreePath(at)
		if _, err := file.Create(at, p); err == nil {
			return at, true
		}
	}
	return "", false
}
