package ui

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/frame"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// screenOf is a terminal in memory that programs write to.
type screenOf struct {
	mu  sync.Mutex
	e   *vt.Emulator
	was int
}

func (s *screenOf) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.was++
	_, err := s.e.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), err
}

func (s *screenOf) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var lines []string
	for _, line := range strings.Split(ansi.Strip(s.e.String()), "\n") {
		lines = append(lines, strings.TrimRight(line, " \r"))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// What a real terminal shows after keys and a resize is what the program means to show:
// nothing of an earlier frame is left standing.
func TestARealTerminalShowsTheSame(t *testing.T) {
	sit(t, 80, 24)
	e, _ := templates.FindExample("cantina")
	opened := desk.OpenExample(e, "c.plan")
	opened.At = "budget"
	a := frame.New(&desk.Desk{Stage: &desk.Stage{Say: templates.Language("it")}}, frame.Display{Dark: true, Fixed: true,
		Profile: colorprofile.TrueColor})
	a.Saver.Pause, a.Thinker.Pause = -1, -1
	out := &screenOf{e: vt.NewEmulator(80, 24)}
	go func() { _, _ = io.Copy(io.Discard, out.e) }() // what the terminal answers
	p := tea.NewProgram(a, tea.WithInput(strings.NewReader("")), tea.WithOutput(out), tea.WithWindowSize(80, 24),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignals(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	done := make(chan struct{})
	go func() { defer close(done); _, _ = p.Run() }()
	p.Send(opened)
	for _, key := range []string{"down", "right", "right", "?", "esc", "f8", "right", "down", "f9", "right", "/", "esc",
		"f6", "o"} {
		p.Send(keyOf(t, key))
	}
	p.Send(tea.KeyPressMsg{Code: tea.KeyEscape})
	r := &robot{t: t, app: a}
	want := func() string {
		var lines []string
		for _, line := range strings.Split(r.screen(), "\n") {
			lines = append(lines, strings.TrimRight(line, " "))
		}
		return strings.TrimRight(strings.Join(lines, "\n"), "\n")
	}
	deadline := time.Now().Add(10 * time.Second)
	shown := ""
	for shown = out.text(); time.Now().Before(deadline); shown = out.text() {
		if strings.Contains(shown, "Quanto a ciascun canale?") && !strings.Contains(shown, "La divisione migliore ─") {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	time.Sleep(100 * time.Millisecond)
	shown = out.text()
	p.Quit()
	<-done
	if shown != want() {
		t.Errorf("the terminal shows\n%s\nthe program means\n%s", shown, want())
	}
}
