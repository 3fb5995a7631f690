package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// walkScreen opens the screen: the home of plans where path is empty, or that plan or
// workbook. It returns when the program is left, with everything saved.
func walkScreen(t terminal, path string) error {
	d := &desk{stage: &stage{say: t.say, jobPace: jobPace, log: t.log}}
	a := newApp(d, display{
		dark: t.theme != "light", fixed: t.theme == "dark" || t.theme == "light",
		profile: colorprofile.Detect(t.out, os.Environ()),
	})
	if path != "" {
		first := openAny(path, atBudget)
		if first.err != nil && len(first.kept) == 0 {
			return about{path, first.err}
		}
		if cmd := a.opened(first); cmd != nil {
			cmd()
		}
		a.grant()
	}
	return a.runOn(t)
}

// runOn runs the program until it is left, and saves what is not on the disk yet: after a
// signal, a closed window or a panic too.
func (a *app) runOn(t terminal) (err error) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGHUP, syscall.SIGTERM, syscall.SIGQUIT, syscall.SIGABRT)
	defer stop()
	defer func() {
		saved := a.lastSave()
		if saved == nil {
			return
		}
		path := a.saver.file.Path()
		fmt.Fprintln(t.err, a.say.Command.SavedLate.With("path", path, "why", a.explain(saved, path)))
		if at, ok := rescue(a.plan(), path); ok {
			fmt.Fprintln(t.err, a.say.Command.Rescued.With("path", at))
		}
		err = about{path, saved}
	}()
	a.logs("screen", "theme", t.theme, "language", a.say.Tag, "profile", a.display.profile.String())
	_, err = tea.NewProgram(a, tea.WithContext(ctx), tea.WithInput(t.in), tea.WithOutput(t.out), tea.WithFilter(thinMotion())).Run()
	a.logs("left", noted(err))
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		if a.saver.file != nil {
			fmt.Fprintln(t.err, a.say.Command.Crashed.With("path", a.saver.file.Path()))
		}
		if at := a.report(); at != "" {
			fmt.Fprintln(t.err, a.say.Command.Reported.With("path", at))
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
