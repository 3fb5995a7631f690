package ui

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/frame"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// robot sits before the program as a person does: it presses keys, moves the mouse and
// reads the screen.
type robot struct {
	t    testing.TB
	app  *frame.App
	left bool // the program was quit
}

// sit starts the program in an empty folder, on a screen of w × h cells, in Italian.
func sit(t testing.TB, w, h int) *robot {
	t.Helper()
	home := t.TempDir()
	t.Setenv("ARRINGA_HOME", filepath.Join(home, "memory"))
	t.Chdir(home)
	return restart(t, w, h, "it")
}

// restart starts the program once more in the same folder.
func restart(t testing.TB, w, h int, language string) *robot {
	d := &desk.Desk{Stage: &desk.Stage{Say: templates.Language(language), JobPace: -1}}
	r := &robot{t: t, app: frame.New(d, frame.Display{Dark: true, Fixed: true, Profile: colorprofile.TrueColor})}
	r.app.Saver.Pause, r.app.Thinker.Pause = 0, -1
	return r.sized(w, h)
}

// opens opens a file as the home screen does.
func (r *robot) opens(path, step string) *robot {
	r.t.Helper()
	r.runs(desk.OpenPath(path, walkStep(step)))
	return r
}

// example opens a copy of an example on a step.
func (r *robot) example(name, step string) *robot {
	r.t.Helper()
	e, ok := templates.FindExample(name)
	if !ok {
		r.t.Fatalf("no example %q", name)
	}
	path := name + file.Extension
	if done := desk.OpenExample(e, path); done.Err != nil {
		r.t.Fatal(done.Err)
	}
	return r.opens(path, step)
}

// gets hands the program a message and does the work that comes of it.
func (r *robot) gets(msg tea.Msg) {
	_, cmd := r.app.Update(msg)
	r.runs(cmd)
}

func (r *robot) runs(cmd tea.Cmd) {
	if cmd == nil || r.left {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			r.runs(c)
		}
	case tea.QuitMsg:
		r.left = true
	default:
		r.gets(msg)
	}
}

// types presses keys by name, parted by spaces; what stands in 'quotes' is typed letter
// by letter.
func (r *robot) types(script string) *robot {
	r.t.Helper()
	for script = strings.TrimSpace(script); script != ""; script = strings.TrimSpace(script) {
		if rest, quoted := strings.CutPrefix(script, "'"); quoted {
			text, after, _ := strings.Cut(rest, "'")
			for _, letter := range text {
				r.gets(tea.KeyPressMsg{Code: letter, Text: string(letter)})
			}
			script = after
			continue
		}
		name, rest, _ := strings.Cut(script, " ")
		r.gets(keyOf(r.t, name))
		script = rest
	}
	return r
}

var namedKeys = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter,
	"esc": tea.KeyEscape,
	"tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "home": tea.KeyHome, "end": tea.KeyEnd,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4,
	"f5": tea.KeyF5, "f6": tea.KeyF6, "f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10,
	"f11": tea.KeyF11, "f12": tea.KeyF12,
}

func keyOf(t testing.TB, name string) tea.KeyPressMsg {
	t.Helper()
	k := tea.KeyPressMsg{}
	for {
		if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
			k.Mod, name = k.Mod|tea.ModCtrl, rest
		} else if rest, ok := strings.CutPrefix(name, "shift+"); ok {
			k.Mod, name = k.Mod|tea.ModShift, rest
		} else {
			break
		}
	}
	switch code, named := namedKeys[name]; {
	case named:
		k.Code = code
	case name == "space":
		k.Code, k.Text = tea.KeySpace, " "
	case len([]rune(name)) == 1:
		k.Code = []rune(name)[0]
		if k.Mod&tea.ModCtrl == 0 {
			k.Text = name
		}
	default:
		t.Fatalf("no key %q", name)
	}
	return k
}

// clicks presses and lets go of the left button on a cell, 0, 0 being the first.
func (r *robot) clicks(x, y int) *robot { return r.drags(x, y, x, y) }

// drags presses on a cell, moves cell by cell, and lets go on another.
func (r *robot) drags(x, y, toX, toY int) *robot {
	r.gets(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	for x != toX {
		if x < toX {
			x++
		} else {
			x--
		}
		r.gets(tea.MouseMotionMsg{X: x, Y: toY, Button: tea.MouseLeft})
	}
	r.gets(tea.MouseReleaseMsg{X: toX, Y: toY, Button: tea.MouseLeft})
	return r
}

// wheels turns the wheel over a cell: up when n is above 0.
func (r *robot) wheels(x, y, n int) *robot {
	button := tea.MouseWheelUp
	if n < 0 {
		button, n = tea.MouseWheelDown, -n
	}
	for range n {
		r.gets(tea.MouseWheelMsg{X: x, Y: y, Button: button})
	}
	return r
}

// screen is what stands on the screen, without its inks.
func (r *robot) screen() string { return ansi.Strip(r.app.View().Content) }

// words are those of the language that the program speaks.
func (r *robot) words() *templates.Texts { return r.app.Say }

// sized makes the terminal w × h cells large.
func (r *robot) sized(w, h int) *robot {
	r.gets(tea.WindowSizeMsg{Width: w, Height: h})
	return r
}

// thinks lets the program work out what it works out beside the screen.
func (r *robot) thinks() *robot {
	r.app.Thinker.Pause = 0
	return r
}

// savesNever keeps the program from saving by itself.
func (r *robot) savesNever() *robot {
	r.app.Saver.Pause = -1
	return r
}

// savesSoon lets the program save by itself, at once.
func (r *robot) savesSoon() *robot {
	r.app.Saver.Pause = 0
	return r
}

// quits leaves by the key, and does what is done when the screen is gone.
func (r *robot) quits() *robot {
	r.t.Helper()
	r.types("ctrl+q")
	if !r.left {
		r.t.Fatal("^Q does not leave")
	}
	if err := r.app.LastSave(); err != nil {
		r.t.Fatal(err)
	}
	r.app.LastWords(io.Discard)
	return r
}

// misfit says what of the frame is not w × h cells; nothing when all is.
func (r *robot) misfit(w, h int) string {
	lines := strings.Split(r.app.View().Content, "\n")
	if len(lines) != h {
		return fmt.Sprintf("%d lines, want %d", len(lines), h)
	}
	for i, line := range lines {
		if n := ansi.StringWidth(line); n != w {
			return fmt.Sprintf("line %d is %d cells, want %d: %q", i, n, w, ansi.Strip(line))
		}
	}
	return ""
}

// holdsPlan tells whether a plan is open.
func (r *robot) holdsPlan() bool { return r.app.Work != nil }

// editor holds the plan in hand.
func (r *robot) editor() *plan.Editor { return r.app.Work }

// plan is the plan in hand.
func (r *robot) plan() model.Plan {
	r.t.Helper()
	if !r.holdsPlan() {
		r.t.Fatal("no plan is open")
	}
	return r.app.Plan()
}

// amount is what a channel has.
func (r *robot) amount(id model.ChannelID) model.Money {
	r.t.Helper()
	p := r.plan()
	i := p.Channel(id)
	if i < 0 {
		r.t.Fatalf("no channel %s", id)
	}
	return p.Channels[i].Amount
}

// onDisk reads a plan's file.
func (r *robot) onDisk(path string) model.Plan {
	r.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	p, err := file.Decode(data)
	if err != nil {
		r.t.Fatal(err)
	}
	return p
}

// walkStep is a step by its name.
func walkStep(name string) desk.Step { return desk.Step(name) }
