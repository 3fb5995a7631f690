package ui

import (
	"os/exec"
	"path/filepath"
	"runtime"

	tea "charm.land/bubbletea/v2"
)

// openOutside shows a file in the program that the system has for it.
func openOutside(path string) tea.Cmd {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	}
	return func() tea.Msg { return openedOutside{path, exec.Command(name, args...).Start()} }
}

// openedOutside says whether the system could show a file.
type openedOutside struct {
	path string
	err  error
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
