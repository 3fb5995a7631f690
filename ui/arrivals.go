package ui

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"
)

// jobs follows the job that runs.
func (a *app) jobs(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case jobTick:
		if msg.job == a.job {
			a.job.felt = true
			return a.tick(a.job)
		}
	case jobDone:
		a.job = nil
		a.logs("job", "stopped", msg.msg == nil)
		msg.job.cancel()
		if msg.msg != nil {
			return a.handle(msg.msg)
		}
		a.tell(a.say.App.Stopped.With("what", msg.job.name))
	}
	return nil
}

// shown says that a file is being shown, or where it is when nothing can show it.
func (a *app) shown(msg openedOutside) {
	if msg.err != nil {
		full, err := filepath.Abs(msg.path)
		if err != nil {
			full = msg.path
		}
		a.refuse(a.say.App.NoViewer.With("path", full))
		return
	}
	a.tell(a.say.App.Showing.With("path", shortPath(msg.path)))
}
