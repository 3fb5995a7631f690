// The lock where there is no flock.

package file

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

const sharingViolation = syscall.Errno(32)

// tryLock opens a file that stands for the folder and that nobody else may open meanwhile;
// it stays among the temporary files, empty.
func tryLock(folder string) (unlock func(), err error) {
	sum := sha256.Sum256([]byte(strings.ToLower(folder)))
	name, err := syscall.UTF16PtrFromString(filepath.Join(os.TempDir(), "arringa-"+hex.EncodeToString(sum[:8])+".lock"))
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS,
		syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		if errors.Is(err, sharingViolation) {
			return nil, errTaken
		}
		return nil, err
	}
	return func() { _ = syscall.CloseHandle(h) }, nil
}
