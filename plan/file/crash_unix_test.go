//go:build unix

package file_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
)

func init() {
	children["saving"] = saveForEver
	children["full disk"] = saveOnAFullDisk
	children["nobody"] = saveAsNobody
}

// child starts this test program again to do something with the plan at path.
func child(t *testing.T, what, path string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "ARRINGA_TEST_CHILD="+what, "ARRINGA_TEST_PATH="+path)
	c.Stderr = os.Stderr
	return c
}

// big is a plan of about 100 kB, so that writing it takes a while.
func big(name string) model.Plan {
	p, err := file.Decode(templates.Examples()[0].Plan)
	if err != nil {
		panic(err)
	}
	p.Name = name
	for i := 0; len(p.Channels) < model.MaxChannels; i++ {
		c := p.Channels[i]
		c.ID, c.Amount = model.ChannelID(fmt.Sprint(name, i)), 0
		p.Channels = append(p.Channels, c)
	}
	return p
}

// saveForEver saves one plan after the other and says so of each when it is done.
func saveForEver() {
	f, p, err := file.Open(os.Getenv("ARRINGA_TEST_PATH"))
	n, _ := strconv.Atoi(p.Name)
	for p := big(""); err == nil; {
		n++
		p.Name = strconv.Itoa(n)
		if err = f.Save(p); err == nil {
			fmt.Println(n)
		}
	}
	panic(err)
}

// A program killed anywhere in a save leaves the old plan or the new one, and never an older
// one than it said it had saved. Some kills follow the first save at once, some come later.
func TestAProgramKilledWhileSavingLeavesAWholePlan(t *testing.T) {
	path := place(t)
	create(t, path, big("0"))
	for range often(20) {
		c := child(t, "saving", path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() {
			t.Fatal("nothing was saved")
		}
		time.Sleep(time.Duration(rand.IntN(20_000)) * time.Microsecond) // anywhere in a save
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		last := lines.Text()
		for lines.Scan() {
			last = lines.Text()
		}
		_ = c.Wait()
		_, p := open(t, path)
		said, _ := strconv.Atoi(last)
		if is, err := strconv.Atoi(p.Name); err != nil || is < said || is > said+1 {
			t.Fatalf("the file holds %q, and %q was saved", p.Name, last)
		}
		if !bytes.Equal(contents(t, path), encode(t, p)) {
			t.Fatal("the file is not as it was written")
		}
		for _, v := range file.Versions(path)[1:] { // the long form would fill the disk
			_ = os.Remove(v.Path)
		}
	}
	figure(t, "programs killed in the middle of saving", often(20),
		"0 plans lost or in pieces, 0 older than what was said to be saved")
}

// saveOnAFullDisk may not write more than 1 kB to any file, which fails as a full disk does:
// in the middle of a write.
func saveOnAFullDisk() {
	f, p, err := file.Open(os.Getenv("ARRINGA_TEST_PATH"))
	if err != nil {
		panic(err)
	}
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1024, Max: 1024}); err != nil {
		panic(err)
	}
	p.Name = "nuovo"
	fmt.Print(errors.Is(f.Save(p), syscall.EFBIG))
}

func TestAFullDiskLeavesThePlanAsItWas(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "vecchio"))
	out, err := child(t, "full disk", path).Output()
	if err != nil || string(out) != "true" {
		t.Errorf("the save said %q, %v", out, err)
	}
	holds(t, path, example(t, "vecchio"))
	alone(t, path)
}

// saveAsNobody gives up root's rights, if it has them, and tries to save.
func saveAsNobody() {
	if os.Getuid() == 0 {
		if err := errors.Join(syscall.Setgid(65534), syscall.Setuid(65534)); err != nil {
			panic(err)
		}
	}
	f, p, err := file.Open(os.Getenv("ARRINGA_TEST_PATH"))
	if err != nil {
		panic(err)
	}
	p.Name = "nuovo"
	fmt.Print(errors.Is(f.Save(p), fs.ErrPermission))
}

func TestAFolderThatMayNotBeWrittenLeavesThePlanAsItWas(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "vecchio"))
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(path)
	for _, step := range []struct {
		path string
		mode fs.FileMode
	}{{filepath.Dir(folder), 0o755}, {folder, 0o555}} {
		if err := os.Chmod(step.path, step.mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
	out, err := child(t, "nobody", path).Output()
	if err != nil || !bytes.Equal(out, []byte("true")) {
		t.Errorf("the save said %q, %v", out, err)
	}
	holds(t, path, example(t, "vecchio"))
	alone(t, path)
}
