// A panic: noted, and reported beside the plan.

package frame

import (
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"arringa/plan/file"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// crash is the first panic of a run, kept for the report that is left beside the plan.
type crash struct {
	mu    sync.Mutex
	what  string // empty: there was none
	stack string
}

// caught notes a panic and lets it go on: Bubble Tea gives the terminal back then.
func (c *crash) caught() {
	r := recover()
	if r == nil {
		return
	}
	c.mu.Lock()
	if c.what == "" {
		c.what, c.stack = kindOf(r), string(debug.Stack())
	}
	c.mu.Unlock()
	panic(r)
}

// kindOf says what a panic was. The words of the runtime hold no figure of a plan; of any
// other value only the type is told.
func kindOf(r any) string {
	if err, ok := r.(runtime.Error); ok {
		return err.Error()
	}
	return reflect.TypeOf(r).String()
}

// guard makes a command note its panic; what comes of a batch too.
func (c *crash) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer c.caught()
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = c.guard(batch[i])
			}
		}
		return msg
	}
}

// Report writes what a panic left beside the plan, for whoever can mend it, and says where;
// empty when there is nothing to write or no place for it.
func (a *App) Report() string {
	c := &a.crash
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.what == "" || a.Saver.file == nil {
		return ""
	}
	path := strings.TrimSuffix(a.Saver.file.Path(), file.Extension) + ".report.txt"
	text := a.Say.Command.Report.With("path", a.Saver.file.Path()) + "\n\n" +
		fmt.Sprintf("arringa %s %s/%s %s\n%s\n\n%s", desk.Version(), runtime.GOOS, runtime.GOARCH, runtime.Version(),
			c.what, c.stack)
	if file.Replace(path, []byte(text)) != nil {
		return ""
	}
	return path
}
