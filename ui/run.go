package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"arringa/plan/file"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"
)

// walk opens the screen: the home of plans, or a plan.
func (c *cli) walk(args []string) error {
	if c.plain || os.Getenv("TERM") == "dumb" {
		return c.plainWalk(args)
	}
	in, isFile := c.in.(*os.File)
	out, outIsFile := c.terminal.(*os.File)
	if !isFile || !outIsFile || !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())) {
		return usageError{c.say.Command.NoTerminal}
	}
	d := &desk{stage: &stage{say: c.say, jobPace: jobPace}}
	a := newApp(d, display{dark: c.theme != "light", fixed: c.theme == "dark" || c.theme == "light", profile: colorprofile.Detect(out, os.Environ())})
	if len(args) == 1 {
		first := openAny(args[0], "budget")
		if err := first.err; err != nil {
			var damaged *file.DamagedError
			if !errors.As(err, &damaged) || len(file.Versions(args[0])) == 0 {
				return about{args[0], err}
			}
		}
		a.opened(first)
		a.grant()
	}
	return c.run(a)
}

// run runs the program until it is left, and saves what is not on the disk yet: after a
// signal, a closed window or a panic too.
func (c *cli) run(a *app) (err error) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGHUP, syscall.SIGTERM)
	defer stop()
	defer func() {
		saved := a.lastSave()
		if saved == nil {
			return
		}
		path := a.saver.file.Path()
		fmt.Fprintln(c.err, c.say.Command.SavedLate.With("path", path, "why", explain(c.say, saved, path)))
		if rescue, ok := a.rescue(); ok {
			fmt.Fprintln(c.err, c.say.Command.Rescued.With("path", rescue))
		}
		err = about{path, saved}
	}()
	_, err = tea.NewProgram(a, tea.WithContext(ctx), tea.WithInput(c.in), tea.WithOutput(c.terminal), tea.WithFilter(thinMotion())).Run()
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		if a.saver.file != nil {
			fmt.Fprintln(c.err, c.say.Command.Crashed.With("path", a.saver.file.Path()))
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
