// Files shown by the program that the system has for them.

package desk

import (
	"os/exec"
	"runtime"

	tea "charm.land/bubbletea/v2"
)

// OpenOutside shows a file in the program that the system has for it.
func OpenOutside(path string) tea.Cmd {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	}
	return func() tea.Msg { return OpenedOutside{path, exec.Command(name, args...).Start()} }
}

// OpenedOutside says whether the system could show a file.
type OpenedOutside struct {
	Path string
	Err  error
}
