//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package file

import "errors"

// tryLock: there are no locks here.
func tryLock(string) (unlock func(), err error) { return nil, errors.ErrUnsupported }
