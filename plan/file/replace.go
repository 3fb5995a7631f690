package file

import (
	"io/fs"
	"os"
	"path/filepath"
)

// syncDisk makes sure that what was written is on the disk before it replaces what was
// there. Only a benchmark that measures the rest turns it off.
var syncDisk = true

// Replace puts data in the place of the file at path, whole or not at all.
func Replace(path string, data []byte) error { return replace(path, data) }

// replace puts data in the place of the file at path, so that at every moment there is
// either the old file whole or the new one whole. The file keeps its permissions, and one
// that nobody may write is left alone; a symbolic link stays and its target is replaced.
func replace(path string, data []byte) (err error) {
	path = target(path)
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	if mode&0o222 == 0 { // renaming would not ask
		return &fs.PathError{Op: "save", Path: path, Err: fs.ErrPermission}
	}
	folder := filepath.Dir(path)
	beside, err := os.CreateTemp(folder, "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = beside.Close()
			_ = os.Remove(beside.Name())
		}
	}()
	if _, err = beside.Write(data); err != nil {
		return err
	}
	if err = beside.Chmod(mode); err != nil && !unixOnly(err) {
		return err
	}
	if syncDisk {
		if err = beside.Sync(); err != nil {
			return err
		}
	}
	if err = beside.Close(); err != nil {
		return err
	}
	if err = rename(beside.Name(), path); err != nil {
		return err
	}
	if syncDisk {
		syncFolder(folder)
	}
	return nil
}

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
