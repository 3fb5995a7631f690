//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

// The lock on systems that have flock.

package file

import (
	"errors"
	"os"
	"syscall"
)

// tryLock locks the folder itself.
func tryLock(folder string) (unlock func(), err error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err != nil {
		_ = f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
			return nil, errTaken
		}
		return nil, err
	}
	return func() { _ = f.Close() }, nil
}
