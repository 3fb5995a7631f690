//go:build !windows

// Replacing a file where renaming is enough.

package file

import "os"

func rename(from, to string) error { return os.Rename(from, to) }

// unixOnly reports errors that a system without permissions bits gives.
func unixOnly(error) bool { return false }

// syncFolder makes the new name last; file systems that cannot do it are as safe as
// they get.
func syncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}
