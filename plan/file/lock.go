// Two programs that write one file wait for each other.

package file

import (
	"errors"
	"path/filepath"
	"time"
)

// ErrBusy says that another program has been writing there for seconds.
var ErrBusy = errors.New("another program is writing there")

// errTaken says that somebody else has a lock now; a lock that cannot be had for another
// reason is done without.
var errTaken = errors.New("taken")

// lockFor is how long a writer waits for another one.
const lockFor = 10 * time.Second

// lock keeps other writers of this program, in this process or another one, from the folder
// of path until unlock is called. It ends with the process, and leaves no file behind. Where
// the system has no locks, as on some network drives, the hash of what was read still tells
// most of what others did.
func lock(path string) (unlock func(), err error) {
	folder := filepath.Dir(target(path))
	if full, err := filepath.Abs(folder); err == nil {
		folder = full
	}
	began := time.Now()
	for wait := time.Millisecond; ; wait = min(2*wait, 20*time.Millisecond) {
		unlock, err := tryLock(folder)
		switch {
		case err == nil:
			return unlock, nil
		case !errors.Is(err, errTaken):
			return func() {}, nil
		case time.Since(began) > lockFor:
			return nil, ErrBusy
		}
		time.Sleep(wait)
	}
}
