// What the package asks of the disk, in one place where tests let it fail.

package file

import (
	"io"
	"io/fs"
	"os"
)

// filesystem is what the package asks of the disk: one place where tests let it fail.
type filesystem interface {
	stat(path string) (fs.FileInfo, error)
	read(path string) ([]byte, error)
	create(path string, mode fs.FileMode) (writing, error) // where nothing is
	rename(from, to string) error
	remove(path string) error
	mkdir(path string) error // with what leads to it, for the user alone
	list(path string) ([]fs.DirEntry, error)
	syncFolder(path string) // so that a new name lasts, where the system can do it
}

// writing is a file that is being written.
type writing interface {
	io.Writer
	Chmod(fs.FileMode) error
	Sync() error
	Close() error
}

// disk is the file system in use.
var disk filesystem = system{}

// system is the file system of the computer.
type system struct{}

func (system) stat(path string) (fs.FileInfo, error) { return os.Stat(path) }
func (system) read(path string) ([]byte, error)      { return os.ReadFile(path) }

func (system) create(path string, mode fs.FileMode) (writing, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (system) rename(from, to string) error            { return rename(from, to) }
func (system) remove(path string) error                { return os.Remove(path) }
func (system) mkdir(path string) error                 { return os.MkdirAll(path, 0o700) }
func (system) list(path string) ([]fs.DirEntry, error) { return os.ReadDir(path) }
func (system) syncFolder(path string)                  { syncFolder(path) }
