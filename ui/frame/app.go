// Package frame is the one tea.Model around the steps: rail, footer, palette, dialogs, saving, the end of the program.
package frame

import (
	"image"
	"slices"
	"strconv"

	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/step/home"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// The smallest screen on which the program works.
const (
	leastWidth  = 60
	leastHeight = 20
)

// App is the only tea.Model: it routes keys and mouse, puts the frame together and keeps
// the file saved. What a step can do is in its screen.
type App struct {
	*desk.Desk
	Screens []desk.Screen
	front   int
	Dialogs []desk.Dialog
	Size    image.Point
	frame   frame
	bytes   int // of the frame before: the next one is about as long
	note    desk.Note
	Saver   saver
	Thinker thinker
	display Display
	pressed desk.Screen // where the mouse went down, until it goes up
	clicked clicked

	hand    hand
	by      string                 // the key of the command that runs
	openers map[desk.Dialog]opener // how a dialog was opened

	crash     crash
	rescuedAt string // the copy of a plan that could not be saved, said once more when the screen is gone
}

// Display is what is known of the terminal.
type Display struct {
	Dark    bool
	Fixed   bool // the theme was chosen: the terminal's answer does not count
	Profile colorprofile.Profile
}

// frame is where the parts of the screen are.
type frame struct {
	rail, body image.Rectangle
	steps      []image.Rectangle // of the rail, by screen
	bar        []desk.Placed
	dialog     image.Rectangle
}

// New is the program around a desk, with home in front.
func New(d *desk.Desk, display Display) *App {
	a := &App{Desk: d, display: display, Saver: saver{Pause: savePause}, Thinker: thinker{Pause: thinkPause},
		hand: hand{ledger: new(ledger)}, openers: map[desk.Dialog]opener{}}
	d.Look = desk.NewTheme(display.Dark, display.Profile)
	a.Screens = []desk.Screen{home.New(d)}
	return a
}

// Init asks the terminal whether its background is dark.
func (a *App) Init() tea.Cmd {
	if a.display.Fixed {
		return nil
	}
	return tea.RequestBackgroundColor
}

// Update takes one message. It reads no file and starts no work but through the command
// that it returns.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer a.crash.caught()
	cmd := a.handle(msg)
	return a, a.crash.guard(tea.Batch(cmd, a.Grant(), a.writesDown(), a.autosave(), a.think()))
}

func (a *App) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.Size = image.Pt(msg.Width, msg.Height)
		a.Logs("size", "columns", msg.Width, "rows", msg.Height)
	case tea.BackgroundColorMsg:
		if !a.display.Fixed {
			a.display.Dark = msg.IsDark()
			a.Look = desk.NewTheme(a.display.Dark, a.display.Profile)
		}
	case tea.ColorProfileMsg:
		a.display.Profile = msg.Profile
		a.Look = desk.NewTheme(a.display.Dark, msg.Profile)
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.PasteMsg:
		if t, ok := a.facing().(desk.Typist); ok && (t.Typing() || desk.Pastes(t)) {
			t.Paste(msg.Content)
		}
	case tea.MouseMsg:
		return a.point(msg)
	case desk.Opened:
		return a.opened(msg)
	case saveDue, saveDone, setAside:
		return a.save(msg)
	case handDue, handDone:
		return a.writtenDown(msg)
	case thinkDue, desk.Thought:
		return a.thinks(msg)
	case desk.JobTick, desk.JobDone:
		return a.jobs(msg)
	case desk.OpenedOutside:
		a.shown(msg)
	case bringing:
		a.brings(msg)
	case rescued:
		return a.rescuedNow(msg)
	default:
		return a.Hear(msg)
	}
	return nil
}

// Hear gives a result to the screen that waits for it.
func (a *App) Hear(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range a.Screens {
		if l, ok := s.(desk.Listener); ok {
			cmds = append(cmds, l.Hear(msg))
		}
	}
	for _, s := range a.Dialogs {
		if l, ok := s.(desk.Listener); ok {
			cmds = append(cmds, l.Hear(msg))
		}
	}
	return tea.Batch(cmds...)
}

// facing is the screen that gets keys: the dialog in front, or the step.
func (a *App) facing() desk.Screen {
	if n := len(a.Dialogs); n > 0 {
		return a.Dialogs[n-1]
	}
	return a.Screens[a.front]
}

// press routes a key: a text that is open comes first, then the commands of the screen,
// then those of the app, then a screen that may begin a text with it.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	a.note, a.clicked = desk.Note{}, clicked{}
	if a.tooSmall() && msg.String() != "ctrl+c" {
		return nil
	}
	if a.Job != nil && !a.Job.Stopped && msg.String() == "esc" && len(a.Dialogs) == 0 {
		a.StopJob()
		return nil
	}
	s := a.facing()
	t, types := s.(desk.Typist)
	var before tea.Cmd // of the text that the key ends
	if types && t.Typing() {
		cmd, taken := t.Key(msg)
		if taken && msg.String() != "ctrl+q" { // who leaves takes the text of a field with them
			return cmd
		}
		before = cmd
	}
	c, ok := desk.Find(msg.String(), s.Commands())
	if !ok {
		c, ok = desk.Find(msg.String(), a.Commands())
	}
	if ok {
		return tea.Batch(before, a.run(c))
	}
	if types && !t.Typing() && before == nil {
		cmd, _ := t.Key(msg)
		return cmd
	}
	return before
}

// run does a command, or says why it cannot be done.
func (a *App) run(c desk.Command) tea.Cmd {
	if c.Off != "" {
		a.Refuse(c.Off)
		return nil
	}
	a.by = c.Keys[0]
	return c.Do()
}

// Grant does what a screen asked for.
func (a *App) Grant() tea.Cmd {
	w := a.Wants
	a.Wants = desk.Wants{}
	if w.Note.Text != "" {
		a.note = w.Note
	}
	how := a.opener(w.Close)
	for _, closes := range []bool{w.Close, w.Behind} {
		if last := len(a.Dialogs) - 1; closes && last >= 0 {
			delete(a.openers, a.Dialogs[last])
			a.Dialogs = a.Dialogs[:last]
		}
	}
	for _, x := range w.Dialogs {
		a.Dialogs = append(a.Dialogs, x)
		a.openers[x] = how
		a.Logs("dialog", "name", x.ID())
	}
	a.by = ""
	var cmd tea.Cmd
	if i := slices.Index(desk.Walk[:len(a.Screens)], w.Visit); i >= 0 {
		cmd = a.enter(i)
	}
	a.Layout()
	return cmd
}

// at is the step in front.
func (a *App) at() desk.Step { return desk.Walk[a.front] }

// enter goes to a step.
func (a *App) enter(i int) tea.Cmd {
	if a.Work != nil {
		a.Work.Seal()
	}
	a.front = i
	a.Logs("step", "name", string(a.at()))
	if v, ok := a.Screens[i].(desk.Visitor); ok {
		return v.Visited()
	}
	return nil
}

// View is the frame.
func (a *App) View() tea.View {
	defer a.crash.caught()
	v := tea.View{AltScreen: true, MouseMode: tea.MouseModeCellMotion}
	v.WindowTitle = a.windowTitle()
	if a.Size.X == 0 || a.Size.Y == 0 {
		return v
	}
	if a.tooSmall() {
		v.Content = a.small().String()
		return v
	}
	v.Content = draw.Clean(a.compose())
	if t, ok := a.facing().(desk.Typist); ok && t.Typing() {
		v.Cursor = t.Cursor()
	}
	return v
}

func (a *App) tooSmall() bool { return a.Size.X < leastWidth || a.Size.Y < leastHeight }

// small is what a screen says that has no room for the program.
func (a *App) small() draw.Block {
	text := a.Say.App.TooSmall.With("w", strconv.Itoa(leastWidth), "h", strconv.Itoa(leastHeight), "now_w",
		strconv.Itoa(a.Size.X), "now_h", strconv.Itoa(a.Size.Y))
	return draw.Paragraph(a.Size.X, draw.Ink{}, text).Tall(a.Size.Y)
}
