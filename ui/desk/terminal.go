// What a run of the program talks through.

package desk

import (
	"io"
	"log/slog"
	"runtime/debug"

	"arringa/templates"
)

// Terminal is what a run of the program talks through, and in which language and theme.
type Terminal struct {
	Say      *templates.Texts
	In       io.Reader
	Out, Err io.Writer
	Theme    string       // dark, light, or empty: as the terminal is
	Log      *slog.Logger // what happens, for whoever looks for a fault; never a figure of the plan
}

// Version is what the build says of itself: a release's number, or the commit.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
