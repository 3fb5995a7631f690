// The life of the screen, from the first frame to the last save.

package frame

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Run opens the screen: the home of plans where path is empty, or that plan or
// workbook. It returns when the program is left, with everything saved.
func Run(t desk.Terminal, path string) error {
	d := &desk.Desk{Stage: &desk.Stage{Say: t.Say, JobPace: desk.JobPace, Log: t.Log}}
	a := New(d, Display{
		Dark: t.Theme != "light", Fixed: t.Theme == "dark" || t.Theme == "light",
		Profile: colorprofile.Detect(t.Out, os.Environ()),
	})
	if path != "" {
		first := desk.OpenAny(path, desk.AtBudget)
		if first.Err != nil && len(first.Kept) == 0 {
			return desk.About{Path: path, Err: first.Err}
		}
		if cmd := a.opened(first); cmd != nil {
			cmd()
		}
		a.Grant()
	}
	return a.runOn(t)
}

// runOn runs the program until it is left, and saves what is not on the disk yet: after a
// signal, a closed window or a panic too.
func (a *App) runOn(t desk.Terminal) (err error) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGHUP, syscall.SIGTERM, syscall.SIGQUIT,
		syscall.SIGABRT)
	defer stop()
	defer func() {
		saved := a.LastSave()
		a.LastWords(t.Err)
		if saved == nil {
			return
		}
		path := a.Saver.file.Path()
		fmt.Fprintln(t.Err, a.Say.Command.SavedLate.With("path", path, "why", a.Explain(saved, path)))
		if at, ok := rescue(a.Plan(), path); ok {
			fmt.Fprintln(t.Err, a.Say.Command.Rescued.With("path", at))
		}
		err = desk.About{Path: path, Err: saved}
	}()
	a.Logs("screen", "theme", t.Theme, "language", a.Say.Tag, "profile", a.display.Profile.String())
	_, err = tea.NewProgram(a, tea.WithContext(ctx), tea.WithInput(t.In), tea.WithOutput(t.Out),
		tea.WithFilter(thinMotion())).Run()
	a.Logs("left", desk.Noted(err))
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		if a.Saver.file != nil {
			fmt.Fprintln(t.Err, a.Say.Command.Crashed.With("path", a.Saver.file.Path()))
		}
		if at := a.Report(); at != "" {
			fmt.Fprintln(t.Err, a.Say.Command.Reported.With("path", at))
		}
	case errors.Is(err, tea.ErrProgramKilled), errors.Is(err, context.Canceled), errors.Is(err, tea.ErrInterrupted):
		return nil // a signal, or the window was closed: the plan is saved all the same
	}
	return err
}

// thinMotion lets at most one motion of the mouse through per frame; the release says
// where a drag ended.
func thinMotion() func(tea.Model, tea.Msg) tea.Msg {
	var last time.Time
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		if _, motion := msg.(tea.MouseMotionMsg); !motion {
			return msg
		}
		if now := time.Now(); now.Sub(last) > 12*time.Millisecond {
			last = now
			return msg
		}
		return nil
	}
}
