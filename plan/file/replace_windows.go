// Replacing a file that another program holds for a moment.

package file

import (
	"os"
	"time"
)

// rename replaces a file, and tries for about a second while a sync client, a virus
// scanner or Excel holds it.
func rename(from, to string) error {
	var err error
	for wait := 10 * time.Millisecond; wait < 700*time.Millisecond; wait *= 2 {
		if err = os.Rename(from, to); err == nil {
			return nil
		}
		time.Sleep(wait)
	}
	return err
}

// unixOnly reports errors that a system without permission bits gives.
func unixOnly(error) bool { return true }

// syncFolder: renaming is lasting by itself here.
func syncFolder(string) {}
