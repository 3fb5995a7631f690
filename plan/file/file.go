// Opening and saving a plan: whole or not at all, and never over what somebody else saved.

package file

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"sync"

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

// File is a plan's place on the disk. Saves of one File wait for each other.
type File struct {
	path  string
	notes []model.Problem

	mu      sync.Mutex
	hash    Sum // of what was read or written last; zero: nothing
	history *history
	unkept  error
}

// Path is where the plan lives.
func (f *File) Path() string { return f.path }

// Notes is what Open found that keeps nobody from working but ought to be said: the file was
// changed outside the program (EditedOutside), it is of the first format and figures moved
// (FormerFormat, FormerRevenue), a member that nobody knows or that is misspelt,
// a sector or a channel that is not in the catalogue. None after Create.
func (f *File) Notes() []model.Problem { return f.notes }

// Unkept says why no version could be kept of what was opened or saved last; nil if one was,
// or if there is no Home. The plan itself is on the disk.
func (f *File) Unkept() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.unkept
}

// Open reads a plan. Besides the errors of Decode it returns ErrTooBig and those of the
// file system. What it read is kept as a version, and what a crash left beside the file is
// removed. See Notes.
func Open(path string) (*File, model.Plan, error) {
	data, err := read(path)
	if err != nil {
		return nil, model.Plan{}, err
	}
	p, edited, err := decode(data)
	if err != nil {
		return nil, p, err
	}
	sweep(path)
	follow(path, data)
	f := &File{path: path, hash: sha256.Sum256(data), notes: append(formerNotes(data, p), notes(data, p, edited)...),
		history: historyOf(path)}
	f.unkept = f.history.keep(path, data)
	return f, p, nil
}

// Create writes a plan where no file is; an error that is fs.ErrExist says that there is
// one. It fails as Save does.
func Create(path string, p model.Plan) (*File, error) {
	f := &File{path: path}
	return f, f.write(p, func(Sum, error) error {
		if _, err := os.Lstat(path); err != nil { // a link that leads nowhere is something too
			return nil
		}
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	})
}

// Save replaces the file with the plan. It fails with ErrChanged, and writes nothing,
// when the disk is not what this program left there; with InvalidError when Open would
// refuse the plan; with ErrBusy while another program writes there. A file that is gone is
// written anew. Every save is kept as a version: see Unkept.
func (f *File) Save(p model.Plan) error { return f.write(p, f.unchanged) }

// Overwrite replaces the file whatever is there; what was there is kept as a version, and
// nothing is written if it cannot be.
func (f *File) Overwrite(p model.Plan) error {
	return f.write(p, func(_ Sum, err error) error {
		if errors.Is(err, ErrNotPlan) || errors.Is(err, ErrTooBig) {
			return nil
		}
		return err
	})
}

// KeepVersion keeps a plan as a version of the file, which stays as it is: what somebody is
// about to give up. It fails as Save does, and with nil if there is no Home.
func (f *File) KeepVersion(p model.Plan) error {
	data, err := Encode(p)
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.history == nil {
		f.history = historyOf(f.path)
	}
	return f.history.keep(f.path, data)
}

// Amend reads the plan at path, lets f change it and saves it, while no other program of
// this kind writes there: nothing that two of them do at once is lost or refused. It fails as
// Open, f and Save do. The File is as after Open and Save.
func Amend(path string, change func(*File, model.Plan) (model.Plan, error)) (*File, error) {
	unlock, err := lock(path)
	if err != nil {
		return nil, err
	}
	defer unlock()
	f, p, err := Open(path)
	if err != nil {
		return nil, err
	}
	if p, err = change(f, p); err != nil {
		return f, err
	}
	data, err := Encode(p)
	if err != nil {
		return f, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f, f.put(data, f.unchanged)
}

// unchanged lets a save through if the file is as this program left it, or gone.
func (f *File) unchanged(is Sum, err error) error {
	if err != nil || is == f.hash || is == (Sum{}) {
		return err
	}
	return ErrChanged
}

// write saves a plan if allowed says so of what is on the disk, with nobody else writing.
func (f *File) write(p model.Plan, allowed func(is Sum, err error) error) error {
	data, err := Encode(p)
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	unlock, err := lock(f.path)
	if err != nil {
		return err
	}
	defer unlock()
	return f.put(data, allowed)
}

// put replaces the file and keeps a version of what it holds then, and one before of what
// others left there.
func (f *File) put(data []byte, allowed func(is Sum, err error) error) error {
	var is Sum
	old, err := read(f.path)
	switch {
	case err == nil:
		is = sha256.Sum256(old)
	case errors.Is(err, fs.ErrNotExist):
		err = nil
	}
	if err := allowed(is, err); err != nil {
		return err
	}
	if f.history == nil {
		f.history = historyOf(f.path)
	}
	if old != nil && is != f.hash {
		if err := f.history.keep(f.path, old); err != nil {
			return err
		}
	}
	if err := replace(f.path, data); err != nil {
		return err
	}
	f.hash = sha256.Sum256(data)
	f.unkept = f.history.keep(f.path, data)
	return nil
}

func read(path string) ([]byte, error) {
	info, err := disk.stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // a folder, or something that could be read for ever
		return nil, ErrNotPlan
	}
	if info.Size() > maxSize {
		return nil, ErrTooBig
	}
	return disk.read(path)
}
