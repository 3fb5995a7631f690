// What comes back from work done beside the screen.

package frame

import (
	"path/filepath"

	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// jobs follows the job that runs.
func (a *App) jobs(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case desk.JobTick:
		if msg.Job == a.Job {
			a.Job.Felt = true
			return a.Tick(a.Job)
		}
	case desk.JobDone:
		a.Job = nil
		a.Logs("job", "stopped", msg.Msg == nil)
		msg.Job.Cancel()
		if msg.Msg != nil {
			return a.handle(msg.Msg)
		}
		a.Tell(a.Say.App.Stopped.With("what", msg.Job.Name))
	}
	return nil
}

// shown says that a file is being shown, or where it is when nothing can show it.
func (a *App) shown(msg desk.OpenedOutside) {
	if msg.Err != nil {
		full, err := filepath.Abs(msg.Path)
		if err != nil {
			full = msg.Path
		}
		a.Refuse(a.Say.App.NoViewer.With("path", full))
		return
	}
	a.Tell(a.Say.App.Showing.With("path", desk.ShortPath(msg.Path)))
}
