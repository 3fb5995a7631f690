package file

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"

	"arringa/model"
)

// Extension is how plan files end.
const Extension = ".plan"

// maxSize bounds what is read as a plan: a plan of 40 channels is about 100 kB.
const maxSize = 16 << 20

// ErrChanged says that the file on disk is not what this program read or wrote last:
// somebody else saved it.
var ErrChanged = errors.New("the file was changed by somebody else")

// ErrTooBig says that a file is too large to be a plan.
var ErrTooBig = errors.New("too large to be a plan")

// File is a plan's place on the disk.
type File struct {
	path string
	hash [sha256.Size]byte // of what was read or written last
}

// Path is where the plan lives.
func (f *File) Path() string { return f.path }

// Open reads a plan. Besides the errors of Decode it returns ErrTooBig and those of the
// file system. What it read is kept as a version.
func Open(path string) (*File, model.Plan, error) {
	data, err := read(path)
	if err != nil {
		return nil, model.Plan{}, err
	}
	p, err := Decode(data)
	if err != nil {
		return nil, p, err
	}
	keep(path, data, true)
	return &File{path: path, hash: sha256.Sum256(data)}, p, nil
}

// Create writes a plan where no file is; an error that is fs.ErrExist says that there is
// one.
func Create(path string, p model.Plan) (*File, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	f := &File{path: path}
	return f, f.Overwrite(p)
}

// Save replaces the file with the plan. It fails with ErrChanged, and writes nothing,
// when the disk is not what this program left there, and with InvalidError when Open would
// refuse the plan. A file that is gone is written anew.
func (f *File) Save(p model.Plan) error {
	data, err := read(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case sha256.Sum256(data) != f.hash:
		return ErrChanged
	}
	return f.Overwrite(p)
}

// Overwrite replaces the file whatever is there; what was there is kept as a version.
func (f *File) Overwrite(p model.Plan) error {
	data, err := Encode(p)
	if err != nil {
		return err
	}
	if old, err := read(f.path); err == nil && sha256.Sum256(old) != f.hash {
		keep(f.path, old, true)
	}
	if err := replace(f.path, data); err != nil {
		return err
	}
	f.hash = sha256.Sum256(data)
	keep(f.path, data, false)
	return nil
}

func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // a folder, or something that could be read for ever
		return nil, ErrNotPlan
	}
	if info.Size() > maxSize {
		return nil, ErrTooBig
	}
	return os.ReadFile(path)
}

// KeepVersion keeps a plan as a version of the file, which stays as it is.
func (f *File) KeepVersion(p model.Plan) error {
	data, err := Encode(p)
	if err != nil {
		return err
	}
	keep(f.path, data, true)
	return nil
}
