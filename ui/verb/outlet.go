// Where commands print.

package verb

import (
	"io"

	"arringa/ui/foreign"
)

// outlet is where a command prints: text alone, nothing that steers a terminal. It remembers the first write that
// failed: a full disk, or
// an output that was closed, must not end as if all had been said.
type outlet struct {
	to     io.Writer
	failed error
}

func (o *outlet) Write(p []byte) (int, error) {
	n, err := foreign.Writer{To: o.to}.Write(p)
	if err != nil && o.failed == nil {
		o.failed = err
	}
	return n, err
}
