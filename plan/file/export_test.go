package file

import "time"

// EncodeAnything writes a plan that may have problems.
var EncodeAnything = encode

// SetClock puts another clock in the place of the computer's until the test is over.
func SetClock(t interface{ Cleanup(func()) }, clock func() time.Time) {
	was := now
	now = clock
	t.Cleanup(func() { now = was })
}

// DoNotSync lets saves of a test not wait for the disk.
func DoNotSync(t interface{ Cleanup(func()) }) {
	syncDisk = false
	t.Cleanup(func() { syncDisk = true })
}
