package file

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"arringa/model"
	"arringa/templates"
)

// faulty is a disk on which one operation fails: the one that comes when left is 0.
type faulty struct {
	filesystem
	left   int
	broken error
	done   string // the operation that failed
}

// fails counts an operation, and says whether it is the one.
func (d *faulty) fails(what, path string) error {
	if d.broken == fs.ErrNotExist && (what == "stat" || what == "read") {
		return nil // the folder is gone: that shows where something is made in it
	}
	d.left--
	if d.left != -1 {
		return nil
	}
	d.done = what + " " + filepath.Base(path)
	return &fs.PathError{Op: what, Path: path, Err: d.broken}
}

func (d *faulty) stat(path string) (fs.FileInfo, error) {
	if err := d.fails("stat", path); err != nil {
		return nil, err
	}
	return d.filesystem.stat(path)
}

func (d *faulty) read(path string) ([]byte, error) {
	if err := d.fails("read", path); err != nil {
		return nil, err
	}
	return d.filesystem.read(path)
}

func (d *faulty) create(path string, mode fs.FileMode) (writing, error) {
	if err := d.fails("create", path); err != nil {
		return nil, err
	}
	w, err := d.filesystem.create(path, mode)
	return faultyFile{w, d, path}, err
}

func (d *faulty) rename(from, to string) error {
	if err := d.fails("rename", to); err != nil {
		return err
	}
	return d.filesystem.rename(from, to)
}

func (d *faulty) remove(path string) error {
	if err := d.fails("remove", path); err != nil {
		return err
	}
	return d.filesystem.remove(path)
}

func (d *faulty) mkdir(path string) error {
	if err := d.fails("mkdir", path); err != nil {
		return err
	}
	return d.filesystem.mkdir(path)
}

func (d *faulty) list(path string) ([]fs.DirEntry, error) {
	if err := d.fails("list", path); err != nil {
		return nil, err
	}
	return d.filesystem.list(path)
}

type faultyFile struct {
	writing
	disk *faulty
	path string
}

// Write fails after half of what it was given; a short write says nothing of it.
func (f faultyFile) Write(data []byte) (int, error) {
	err := f.disk.fails("write", f.path)
	if err == nil {
		return f.writing.Write(data)
	}
	n, _ := f.writing.Write(data[:len(data)/2])
	if errors.Is(err, errShort) {
		return n, nil
	}
	return n, err
}

func (f faultyFile) Chmod(mode fs.FileMode) error {
	if err := f.disk.fails("chmod", f.path); err != nil {
		return err
	}
	return f.writing.Chmod(mode)
}

func (f faultyFile) Sync() error {
	if err := f.disk.fails("sync", f.path); err != nil {
		return err
	}
	return f.writing.Sync()
}

func (f faultyFile) Close() error {
	if err := f.disk.fails("close", f.path); err != nil {
		_ = f.writing.Close()
		return err
	}
	return f.writing.Close()
}

var errShort = errors.New("short write")

// faults are the ways in which a disk fails: full, forbidden, gone, held by another program as
// Excel holds a file on Windows, out of order, and writing less than it was given.
var faults = []error{syscall.ENOSPC, fs.ErrPermission, fs.ErrNotExist, syscall.EBUSY, syscall.EIO, errShort}

// Whichever operation fails in whichever way while a plan is saved: the file is the old plan
// or the new one, it is the new one where the save said so, and the next save works.
func TestWhateverFailsWhileSavingNothingIsLost(t *testing.T) {
	base, err := Decode(templates.Examples()[0].Plan)
	if err != nil {
		t.Fatal(err)
	}
	base.Channels = base.Channels[:1] // it is quicker
	tried := 0
	named := func(name string) model.Plan { base.Name = name; return base }
	for what, save := range map[string]func(*File, model.Plan) error{
		"save":      (*File).Save,
		"overwrite": func(f *File, p model.Plan) error { return f.Overwrite(p) },
		"amend": func(f *File, p model.Plan) error {
			_, err := Amend(f.Path(), func(*File, model.Plan) (model.Plan, error) { return p, nil })
			return err
		},
	} {
		for _, fault := range faults {
			operations := 0
			for left := 0; ; left++ {
				if !saveWithFault(t, what, save, fault, left, named) {
					break
				}
				operations++
			}
			tried += operations
			if operations < 6 {
				t.Errorf("%s: only %d operations were tried", what, operations)
			}
		}
	}
	if !t.Failed() { // a row of .ci/reliability
		t.Logf("figure | operations of the disk that failed while saving, each in %d ways | %d | 0 plans lost",
			len(faults), tried)
	}
}

// Whichever operation fails while a text in hand is written down: the one before is still
// there, or the new one is, whole; and the next try works.
func TestWhateverFailsWhileATextIsWrittenDownOneIsThere(t *testing.T) {
	for _, fault := range faults {
		for left := 0; ; left++ {
			t.Setenv("ARRINGA_HOME", t.TempDir())
			path := filepath.Join(t.TempDir(), "prova.plan")
			if err := WriteDown(path, []InHand{{Text: "prima"}}); err != nil {
				t.Fatal(err)
			}
			d := &faulty{filesystem: system{}, left: left, broken: fault}
			disk = d
			written := WriteDown(path, []InHand{{Text: "poi"}})
			disk = system{}
			got := WrittenDown(path)
			if len(got) != 1 || (written == nil) != (got[0].Text == "poi") || got[0].Text != "poi" &&
				got[0].Text != "prima" {
				t.Errorf("%v at %q: WriteDown said %v, and there is %+v", fault, d.done, written, got)
			}
			if err := WriteDown(path, nil); err != nil || WrittenDown(path) != nil {
				t.Errorf("%v at %q: not given up: %v", fault, d.done, err)
			}
			if d.left >= 0 {
				break
			}
		}
	}
}

// saveWithFault saves while one operation fails; false when there were not so many.
func saveWithFault(
	t *testing.T, what string, save func(*File, model.Plan) error, fault error, left int, named func(string) model.Plan,
) bool {
	t.Helper()
	t.Setenv("ARRINGA_HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), "prova.plan")
	f, err := Create(path, named("vecchio"))
	if err != nil {
		t.Fatal(err)
	}
	if what == "overwrite" { // of what somebody else wrote
		theirs, _ := encode(named("loro"))
		if err := os.WriteFile(path, theirs, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d := &faulty{filesystem: system{}, left: left, broken: fault}
	disk = d
	saved := save(f, named("nuovo"))
	disk = system{}
	where := fmt.Sprintf("%s, %v at %q", what, fault, d.done)
	is, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%s: %v", where, err)
	}
	p, err := Decode(is)
	switch {
	case err != nil:
		t.Errorf("%s: the file is in pieces: %v", where, err)
	case saved == nil && p.Name != "nuovo":
		t.Errorf("%s: said to be saved, and holds %q", where, p.Name)
	case saved != nil && p.Name == "nuovo":
		t.Errorf("%s: said not to be saved, and is: %v", where, saved)
	case what == "overwrite" && p.Name == "nuovo" && !keptVersion(path, "loro"):
		t.Errorf("%s: what they wrote is lost", where)
	}
	if err := f.Overwrite(named("poi")); err != nil {
		t.Errorf("%s: the next save: %v", where, err)
	}
	if again, _ := os.ReadFile(path); !bytes.Contains(again, []byte(`"name": "poi"`)) {
		t.Errorf("%s: the next save did not arrive", where)
	}
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tmp") && !strings.HasPrefix(d.done, "remove") {
			t.Errorf("%s: %s was left behind", where, e.Name())
		}
	}
	return d.left < 0
}

func keptVersion(path, name string) bool {
	for _, v := range Versions(path) {
		if p, err := Restore(v); err == nil && p.Name == name {
			return true
		}
	}
	return false
}

// A file that could not be written is not there, or whole; the next try works.
func TestWhateverFailsWhileCreatingThereIsAWholePlanOrNone(t *testing.T) {
	base, err := Decode(templates.Examples()[0].Plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range faults {
		for left := 0; ; left++ {
			t.Setenv("ARRINGA_HOME", t.TempDir())
			path := filepath.Join(t.TempDir(), "prova.plan")
			d := &faulty{filesystem: system{}, left: left, broken: fault}
			disk = d
			_, created := Create(path, base)
			disk = system{}
			data, err := os.ReadFile(path)
			if (created == nil) != (err == nil) || err == nil && !asWritten(data) {
				t.Errorf("%v at %q: Create said %v, and the file %v", fault, d.done, created, err)
			}
			if d.left >= 0 {
				break
			}
		}
	}
}
