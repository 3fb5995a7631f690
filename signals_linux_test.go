package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// soon is how long a test waits for what comes at once where nothing is wrong.
const soon = 30 * time.Second

// sitting is the program running in a terminal of its own.
type sitting struct {
	t     *testing.T
	cmd   *exec.Cmd
	keys  *os.File // the terminal's other end
	tty   *os.File
	calm  syscall.Termios // the terminal before the program
	ended chan error

	mu   sync.Mutex
	wire bytes.Buffer // all that was written to the terminal
	e    *vt.Emulator
	news chan struct{}
}

func ioctl(t *testing.T, f *os.File, what uintptr, arg unsafe.Pointer) {
	t.Helper()
	if _, _, err := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), what, uintptr(arg)); err != 0 {
		t.Fatal(err)
	}
}

// sits starts the program on a plan.
func sits(t *testing.T, path string) *sitting {
	t.Helper()
	keys, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminals here: ", err)
	}
	var number, unlocked int32
	ioctl(t, keys, syscall.TIOCGPTN, unsafe.Pointer(&number))
	ioctl(t, keys, syscall.TIOCSPTLCK, unsafe.Pointer(&unlocked))
	tty, err := os.OpenFile("/dev/pts/"+strconv.Itoa(int(number)), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminals here: ", err)
	}
	ioctl(t, tty, syscall.TIOCSWINSZ, unsafe.Pointer(&[4]uint16{30, 100}))
	s := &sitting{t: t, keys: keys, tty: tty, e: vt.NewEmulator(100, 30)}
	s.ended, s.news = make(chan error, 1), make(chan struct{}, 1)
	ioctl(t, tty, syscall.TCGETS, unsafe.Pointer(&s.calm))
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s.cmd = exec.Command(self)
	s.cmd.Args = []string{"arringa", "--lang", "it", path} // see TestMain
	s.cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = tty, tty, tty
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { s.ended <- s.cmd.Wait() }()
	go s.reads()
	go func() { _, _ = io.Copy(keys, s.e) }() // what a terminal answers
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = keys.Close()
		_ = tty.Close()
	})
	return s
}

// reads is what a terminal does with what a program writes.
func (s *sitting) reads() {
	b := make([]byte, 4096)
	for {
		n, err := s.keys.Read(b)
		if err != nil {
			return
		}
		s.mu.Lock()
		s.wire.Write(b[:n])
		_, _ = s.e.Write(b[:n])
		s.mu.Unlock()
		select {
		case s.news <- struct{}{}:
		default:
		}
	}
}

// waits reads the screen until it says something.
func (s *sitting) waits(what string) *sitting {
	s.t.Helper()
	late := time.After(soon)
	for {
		s.mu.Lock()
		screen := ansi.Strip(s.e.String())
		s.mu.Unlock()
		if strings.Contains(screen, what) {
			return s
		}
		select {
		case <-s.news:
		case <-late:
			s.t.Fatalf("%q never came:\n%s", what, screen)
		}
	}
}

func (s *sitting) types(keys string) *sitting {
	if _, err := s.keys.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
	return s
}

// ends waits for the program to be gone.
func (s *sitting) ends() {
	s.t.Helper()
	select {
	case <-s.ended:
	case <-time.After(soon):
		s.t.Fatal("the program is still there")
	}
}

// keeps waits until a text in hand of a plan is on the disk.
func (s *sitting) keeps(path, text string) {
	s.t.Helper()
	for began := time.Now(); time.Since(began) < soon; time.Sleep(10 * time.Millisecond) {
		if texts := file.WrittenDown(path); len(texts) == 1 && texts[0].Text == text {
			return
		}
	}
	s.t.Fatal("it was not written down")
}

// place is a plan of the example, and its channel in the first row.
func place(t *testing.T) (path string, id model.ChannelID) {
	t.Helper()
	t.Setenv("ARRINGA_HOME", t.TempDir())
	e, _ := templates.FindExample("dentista")
	p, err := file.Decode(e.Plan)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "d.plan")
	if _, err := file.Create(path, p); err != nil {
		t.Fatal(err)
	}
	return path, p.Channels[0].ID
}

// Whatever ends the program, short of what no program hears of: what was done a moment before
// is on the disk, what was being typed is kept, and the terminal is as it was.
func TestASignalLosesNothingAndLeavesTheTerminalSane(t *testing.T) {
	signals := []syscall.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGQUIT, syscall.SIGABRT}
	for _, signal := range signals {
		t.Run(signal.String(), func(t *testing.T) {
			path, id := place(t)
			s := sits(t, path).waits("Quanto a ciascun canale?").types("9000\r").waits("9.000")
			s.types("77").waits("si sta scrivendo")
			if err := s.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			s.ends()
			_, p, err := file.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Channels[p.Channel(id)].Amount; got != model.Euro(9000) {
				t.Errorf("%d on the disk, not 9.000 €", got)
			}
			if texts := file.WrittenDown(path); len(texts) != 1 || texts[0].Text != "77" {
				t.Errorf("kept: %+v", texts)
			}
			var after syscall.Termios
			ioctl(t, s.tty, syscall.TCGETS, unsafe.Pointer(&after))
			if after != s.calm {
				t.Errorf("the terminal is left as %+v, not %+v", after, s.calm)
			}
			s.waits("è tenuto da parte") // on the screen that was there before
			s.mu.Lock()
			defer s.mu.Unlock()
			for on, off := range map[string]string{
				"\x1b[?1049h": "\x1b[?1049l", "\x1b[?1002h": "\x1b[?1002l", "\x1b[?25l": "\x1b[?25h",
			} {
				if strings.LastIndex(s.wire.String(), on) > strings.LastIndex(s.wire.String(), off) {
					t.Errorf("%q is not followed by %q", on, off)
				}
			}
		})
	}
	if !t.Failed() { // a row of .ci/reliability
		t.Logf("figure | signals that end the program in a terminal | %d | "+
			"0 edits lost, 0 texts lost, the terminal as before", len(signals))
	}
}

// A program that is killed outright has written down what was being typed a blink before, and
// offers it when it is started again.
func TestAKilledProgramOffersWhatWasBeingTyped(t *testing.T) {
	path, _ := place(t)
	s := sits(t, path).waits("Quanto a ciascun canale?").types("4321").waits("si sta scrivendo")
	s.keeps(path, "4321")
	if err := s.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	s.ends()
	sits(t, path).waits("Un testo era rimasto in sospeso").waits("«4321»")
}
