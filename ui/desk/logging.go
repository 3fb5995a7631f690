// What the log may say of an error.

package desk

import (
	"errors"
	"io/fs"
	"log/slog"
	"reflect"
	"syscall"
)

// Noted is an error as the log may hold it: of what kind it is and what the system said,
// never its text, which may quote what was typed or where a plan is kept.
func Noted(err error) slog.Attr {
	if err == nil {
		return slog.String("outcome", "done")
	}
	kind := "other"
	for e := err; e != nil; e = errors.Unwrap(e) {
		kind = reflect.TypeOf(e).String()
	}
	for _, known := range []struct {
		err  error
		kind string
	}{{fs.ErrNotExist, "not there"}, {fs.ErrExist, "there already"}, {fs.ErrPermission, "not permitted"}} {
		if errors.Is(err, known.err) {
			kind = known.kind
		}
	}
	var number syscall.Errno
	if errors.As(err, &number) {
		return slog.Group("failed", "kind", kind, "errno", int(number))
	}
	return slog.Group("failed", "kind", kind)
}
