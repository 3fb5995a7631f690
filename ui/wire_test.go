package ui

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/frame"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// wire counts what goes to the terminal.
type wire struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (w *wire) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

func (w *wire) len() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Len()
}

// quiet waits until nothing more is written.
func (w *wire) quiet() int {
	for last := -1; ; {
		if n := w.len(); n == last {
			return n
		} else {
			last = n
		}
		time.Sleep(60 * time.Millisecond)
	}
}

// What a key sends to the terminal, as it is drawn: to hold, 3 KB for a step of a slider and
// 300 bytes for a move of the cursor.
func BenchmarkBytesOnTheWire(b *testing.B) {
	b.Setenv("ARRINGA_HOME", b.TempDir())
	b.Chdir(b.TempDir())
	e, _ := templates.FindExample("macchine")
	opened := desk.OpenExample(e, "m.plan")
	for _, run := range []struct {
		name string
		step string
		keys []string
	}{
		{"slider", "budget", []string{"right", "left"}}, {"home", "", []string{"down", "up"}},
		{"budget", "budget", []string{"down", "up"}},
		{"company", "company", []string{"down", "up"}}, {"distance", "distance", []string{"down", "up"}},
		{"channels", "channels", []string{"down", "up"}},
		{"reasons", "reasons", []string{"down", "up"}}, {"whatif", "whatif", []string{"down", "up"}},
		{"calendar", "calendar", []string{"right", "left"}},
		{"role", "role", []string{"down", "up"}}, {"board", "board", []string{"up", "down"}},
		{"progress", "progress", []string{"down", "up"}},
	} {
		b.Run(run.name, func(b *testing.B) {
			d := &desk.Desk{Stage: &desk.Stage{Say: templates.Language("it")}}
			a := frame.New(d, frame.Display{Dark: true, Fixed: true, Profile: colorprofile.TrueColor})
			a.Saver.Pause, a.Thinker.Pause = -1, -1
			out := &wire{}
			p := tea.NewProgram(a, tea.WithInput(strings.NewReader("")), tea.WithOutput(out),
				tea.WithWindowSize(120, 40), tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignals())
			go func() { _, _ = p.Run() }()
			if run.step != "" {
				opened.At = walkStep(run.step)
				p.Send(opened)
				if run.step != "board" { // which begins at its last line
					for range 4 {
						p.Send(keyOf(b, "down"))
					}
				}
			}
			before := out.quiet()
			n := 0
			for b.Loop() {
				p.Send(keyOf(b, run.keys[n%2]))
				out.quiet()
				n++
			}
			b.ReportMetric(float64(out.len()-before)/float64(n), "bytes/key")
			p.Quit()
			p.Wait()
		})
	}
}
