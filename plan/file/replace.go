// Atomic replace: the new file is whole before the old one goes.

package file

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// syncDisk makes sure that what was written is on the disk before it replaces what was
// there. Only a benchmark that measures the rest turns it off.
var syncDisk = true

// private is the mode of a new file: what a plan says of salaries and margins is for whoever
// wrote it. A file that was wider before stays as it was.
const private fs.FileMode = 0o600

// Sum is the hash of a file's bytes; the zero Sum stands for no file.
type Sum [sha256.Size]byte

// Replace puts data in the place of the file at path, whole or not at all, whatever is there.
func Replace(path string, data []byte) error { return replace(path, data) }

// replace puts data in the place of the file at path, so that at every moment there is
// either the old file whole or the new one whole. The file keeps its permissions, and one
// that nobody may write is left alone; a symbolic link stays and its target is replaced.
func replace(path string, data []byte) error {
	path = target(path)
	var mode fs.FileMode
	if info, err := disk.stat(path); err == nil {
		mode = info.Mode().Perm()
		if mode&0o222 == 0 { // renaming would not ask
			return &fs.PathError{Op: "save", Path: path, Err: fs.ErrPermission}
		}
	}
	beside, err := writeBeside(path, data, mode, syncDisk)
	if err != nil {
		return err
	}
	if err := disk.rename(beside, path); err != nil {
		_ = disk.remove(beside)
		return err
	}
	if syncDisk {
		disk.syncFolder(filepath.Dir(path))
	}
	return nil
}

// writeBeside writes a temporary file in the folder of path and names it; mode 0 is private.
// What it could not finish it removes.
func writeBeside(path string, data []byte, mode fs.FileMode, sync bool) (string, error) {
	var f writing
	var name string
	var err error
	for try := 0; ; try++ {
		number := strconv.FormatUint(uint64(rand.Uint32()), 10)
		name = filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+number+".tmp")
		if f, err = disk.create(name, private); !errors.Is(err, fs.ErrExist) || try == 100 {
			break
		}
	}
	if err != nil {
		return "", err
	}
	if err := fillFile(f, data, mode, sync); err != nil {
		_ = f.Close()
		_ = disk.remove(name)
		return "", err
	}
	if err := f.Close(); err != nil {
		_ = disk.remove(name)
		return "", err
	}
	return name, nil
}

// fillFile writes all of a file, and makes it last if asked.
func fillFile(f writing, data []byte, mode fs.FileMode, sync bool) error {
	n, err := f.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	if err == nil && mode != 0 && mode != private {
		if err = f.Chmod(mode); err != nil && unixOnly(err) {
			err = nil
		}
	}
	if err == nil && sync {
		err = f.Sync()
	}
	return err
}

// leftFor is how old a temporary file must be to have been left by a crash.
const leftFor = time.Minute

// temporaryName is how temporary files are called: after the file that they were to become.
var temporaryName = regexp.MustCompile(`^\.(.+)\.[0-9]+\.tmp$`)

// sweep removes the temporary files that a crash left beside the file at path.
func sweep(path string) {
	path = target(path)
	sweepFolder(filepath.Dir(path), filepath.Base(path))
}

// sweepFolder removes what a crash left in a folder of the file called base; of any file, if
// base is empty.
func sweepFolder(folder, base string) {
	entries, err := disk.list(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		of := temporaryName.FindStringSubmatch(e.Name())
		if of == nil || base != "" && of[1] != base {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && now().Sub(info.ModTime()) > leftFor {
			_ = disk.remove(filepath.Join(folder, e.Name()))
		}
	}
}

// now is the clock; tests set it.
var now = time.Now

// target is where a path leads: the file behind a symbolic link, or the place where the
// link says that the file should be.
func target(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	to, err := os.Readlink(path)
	switch {
	case err != nil:
		return path
	case filepath.IsAbs(to):
		return to
	}
	return filepath.Join(filepath.Dir(path), to)
}
