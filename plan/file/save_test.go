package file_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"arringa/model"
	"arringa/plan/file"
)

func TestASavedPlanIsThereAndNothingElse(t *testing.T) {
	path := place(t)
	f := create(t, path, example(t, "primo"))
	if f.Path() != path {
		t.Errorf("path %s", f.Path())
	}
	if err := f.Save(example(t, "secondo")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, example(t, "secondo"))
	alone(t, path)
}

func TestCreateNeverReplacesAFile(t *testing.T) {
	path := place(t)
	write(t, path, []byte("altro"))
	if _, err := file.Create(path, example(t, "primo")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
	if string(contents(t, path)) != "altro" {
		t.Error("it was replaced")
	}
}

func TestWhatSomebodyElseSavedIsNotOverwritten(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "inizio"))
	mine, _ := open(t, path)
	theirs, _ := open(t, path)
	if err := theirs.Save(example(t, "loro")); err != nil {
		t.Fatal(err)
	}
	if err := mine.Save(example(t, "mio")); !errors.Is(err, file.ErrChanged) {
		t.Fatalf("got %v", err)
	}
	holds(t, path, example(t, "loro"))
	// Whoever insists gets their way, and what was there is kept.
	if err := mine.Overwrite(example(t, "mio")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, example(t, "mio"))
	if !kept(t, path, "loro") {
		t.Error("what they saved is lost")
	}
	if err := mine.Save(example(t, "poi")); err != nil {
		t.Errorf("after that: %v", err)
	}
}

// A save that runs when the program ends does not look like somebody else's to the last one.
func TestSavesOfOneFileWaitForEachOther(t *testing.T) {
	path := place(t)
	f := create(t, path, example(t, "inizio"))
	failed := make(chan error, 40)
	var all sync.WaitGroup
	for i := range cap(failed) {
		p := example(t, fmt.Sprint(i))
		all.Go(func() { failed <- f.Save(p) })
	}
	all.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			t.Fatal(err)
		}
	}
	_, p := open(t, path)
	holds(t, path, p)
	if got := len(file.Versions(path)); got != 41 {
		t.Errorf("%d versions of 41 saves", got)
	}
}

func TestAPlanThatWasRemovedIsWrittenAnew(t *testing.T) {
	path := place(t)
	f := create(t, path, example(t, "primo"))
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(example(t, "secondo")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, example(t, "secondo"))
}

func TestASymbolicLinkStays(t *testing.T) {
	path := place(t)
	folder := filepath.Dir(path)
	link := filepath.Join(folder, "link.plan")
	if err := os.Symlink("prova.plan", link); err != nil {
		t.Skip(err) // Windows, without the right to make one
	}
	create(t, path, example(t, "primo"))
	f, _ := open(t, link)
	for _, name := range []string{"secondo", "terzo"} {
		if err := f.Save(example(t, name)); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Fatalf("%s: the link is a file now", name)
		}
		holds(t, path, example(t, name))
		if err := os.Remove(path); err != nil { // the next time it leads nowhere
			t.Fatal(err)
		}
	}
}

func TestTheFileKeepsItsPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no permission bits there")
	}
	path := place(t)
	f := create(t, path, example(t, "primo"))
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(example(t, "secondo")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// A plan tells of salaries and margins: new files are for whoever made them alone.
func TestNewFilesAreForTheUserAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no permission bits there")
	}
	path := place(t)
	f := create(t, path, example(t, "primo"))
	book := path + ".xlsx"
	if err := file.Replace(book, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := file.Change(func(m *file.Memory) { m.Language = "en" }); err != nil {
		t.Fatal(err)
	}
	private := []string{path, book}
	err := filepath.WalkDir(file.Home(), func(at string, e fs.DirEntry, err error) error {
		private = append(private, at)
		return err
	})
	if err != nil || len(private) < 6 {
		t.Fatal(err, private)
	}
	for _, at := range private[:] {
		if info, err := os.Stat(at); err != nil || at != file.Home() && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", at, info.Mode(), err)
		}
	}
	if err := os.Chmod(path, 0o664); err != nil { // shared on purpose
		t.Fatal(err)
	}
	if err := f.Save(example(t, "secondo")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o664 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestAReadOnlyPlanIsNotReplaced(t *testing.T) {
	path := place(t)
	f := create(t, path, example(t, "primo"))
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(example(t, "secondo")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
	holds(t, path, example(t, "primo"))
	alone(t, path)
}

func TestAPlanThatWouldNotOpenIsNotSaved(t *testing.T) {
	path := place(t)
	f := create(t, path, example(t, "buono"))
	p := example(t, "oltre")
	p.Channels[0].Amount = p.Budget + 1
	for what, save := range map[string]func() error{
		"save":      func() error { return f.Save(p) },
		"overwrite": func() error { return f.Overwrite(p) },
		"create":    func() error { _, err := file.Create(path+"2", p); return err },
	} {
		var invalid *file.InvalidError
		if err := save(); !errors.As(err, &invalid) || invalid.Problems[0].Code != model.OverBudget {
			t.Errorf("%s: got %v", what, err)
		}
	}
	holds(t, path, example(t, "buono"))
	alone(t, path)
}

func TestTheFolderThatIsGoneIsAnErrorOfTheFileSystem(t *testing.T) {
	if _, err := file.Create(filepath.Join(place(t), "manca", "a.plan"), example(t, "primo")); !errors.Is(err,
		fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// kept says whether a version of that name can be restored.
func kept(t *testing.T, path, name string) bool {
	t.Helper()
	for _, v := range file.Versions(path) {
		if p, err := file.Restore(v); err == nil && p.Name == name {
			return true
		}
	}
	return false
}

func TestVersionsOfPlansOfTheSameNameDoNotMix(t *testing.T) {
	path := place(t)
	other := filepath.Join(t.TempDir(), filepath.Base(path))
	create(t, path, example(t, "uno"))
	create(t, other, example(t, "altro"))
	if kept(t, path, "altro") || !kept(t, other, "altro") {
		t.Error("they do")
	}
}

func TestWithoutAHomeNothingIsRememberedAndPlansAreSavedAllTheSame(t *testing.T) {
	path := place(t)
	for _, name := range []string{"ARRINGA_HOME", "HOME", "XDG_CONFIG_HOME", "AppData", "home"} {
		t.Setenv(name, "")
	}
	if file.Home() != "" {
		t.Skip("this system always has one")
	}
	t.Chdir(filepath.Dir(path))
	f := create(t, path, example(t, "primo"))
	if err := f.Save(example(t, "secondo")); err != nil {
		t.Fatal(err)
	}
	if err := file.Change(func(m *file.Memory) { m.Language = "en" }); err != nil {
		t.Error(err)
	}
	if m := file.Recall(); m.Language != "" || file.Versions(path) != nil {
		t.Errorf("remembered: %+v", m)
	}
	alone(t, path)
}

func TestTheMemoryKeepsTheLatestPlansFirstAndForgets(t *testing.T) {
	path := place(t)
	p := example(t, "Piano")
	when := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	create(t, path, p)
	remember := func(path string, p model.Plan, later int) {
		t.Helper()
		if err := file.Change(func(m *file.Memory) {
			m.Remember(path, p,
				when.Add(time.Duration(later)*time.Hour))
		}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 14 {
		remember(filepath.Join(filepath.Dir(path), fmt.Sprint(i)+".plan"), p, i)
	}
	remember(path, p, 20)
	remember(filepath.Join(filepath.Dir(path), "9.plan"), p, 21)
	m := file.Recall()
	if len(m.Recent) != 12 || filepath.Base(m.Recent[0].Path) != "9.plan" || m.Recent[1].Path != path {
		t.Fatalf("recent: %+v", m.Recent)
	}
	if r := m.Recent[1]; r.Gone || r.Name != "Piano" || r.Start != p.Start || r.Budget != p.Budget ||
		!r.When.Equal(when.Add(20*time.Hour)) {
		t.Errorf("remembered %+v", r)
	}
	if !m.Recent[0].Gone {
		t.Error("9.plan was never there")
	}
	m.Forget(path)
	if m.Recent[1].Path == path {
		t.Error("not forgotten")
	}
	write(t, filepath.Join(file.Home(), "memory.json"), []byte("{ damaged"))
	if m := file.Recall(); len(m.Recent) != 0 {
		t.Errorf("a damaged memory: %+v", m)
	}
}
