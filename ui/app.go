package ui

import (
	"errors"
	"image"
	"strconv"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/plan/xlsx"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// The smallest screen on which the program works.
const (
	leastWidth  = 60
	leastHeight = 20
)

// app is the only tea.Model: it routes keys and mouse, puts the frame together and keeps
// the file saved. What a step can do is in its screen.
type app struct {
	*desk
	screens []screen
	front   int
	dialogs []dialog
	size    image.Point
	frame   frame
	bytes   int // of the frame before: the next one is about as long
	note    note
	saver   saver
	thinker thinker
	display display
	pressed screen // where the mouse went down, until it goes up
}

// display is what is known of the terminal.
type display struct {
	dark    bool
	fixed   bool // the theme was chosen: the terminal's answer does not count
	profile colorprofile.Profile
}

// frame is where the parts of the screen are.
type frame struct {
	rail, body image.Rectangle
	steps      []image.Rectangle // of the rail, by screen
	bar        []placed
	dialog     image.Rectangle
}

func newApp(d *desk, display display) *app {
	a := &app{desk: d, display: display, saver: saver{pause: savePause}, thinker: thinker{pause: thinkPause}}
	d.look = newTheme(display.dark, display.profile)
	a.screens = []screen{newHome(d)}
	return a
}

// Init asks the terminal whether its background is dark.
func (a *app) Init() tea.Cmd {
	if a.display.fixed {
		return nil
	}
	return tea.RequestBackgroundColor
}

// Update takes one message. It reads no file and starts no work but through the command
// that it returns.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.handle(msg)
	return a, tea.Batch(cmd, a.grant(), a.autosave(), a.think())
}

func (a *app) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.size = image.Pt(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		if !a.display.fixed {
			a.display.dark = msg.IsDark()
			a.look = newTheme(a.display.dark, a.display.profile)
		}
	case tea.ColorProfileMsg:
		a.display.profile = msg.Profile
		a.look = newTheme(a.display.dark, msg.Profile)
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.PasteMsg:
		if t, ok := a.facing().(typist); ok && t.typing() {
			t.paste(msg.Content)
		}
	case tea.MouseMsg:
		return a.point(msg)
	case opened:
		return a.opened(msg)
	case saveDue, saveDone:
		return a.save(msg)
	case thinkDue, thought:
		return a.thinks(msg)
	case jobTick, jobDone:
		return a.jobs(msg)
	case openedOutside:
		a.shown(msg)
	default:
		return a.hear(msg)
	}
	return nil
}

// hear gives a result to the screen that waits for it.
func (a *app) hear(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range a.screens {
		if l, ok := s.(listener); ok {
			cmds = append(cmds, l.hear(msg))
		}
	}
	for _, s := range a.dialogs {
		if l, ok := s.(listener); ok {
			cmds = append(cmds, l.hear(msg))
		}
	}
	return tea.Batch(cmds...)
}

// listener is a screen that waits for the result of a command of its own.
type listener interface{ hear(tea.Msg) tea.Cmd }

// facing is the screen that gets keys: the dialog in front, or the step.
func (a *app) facing() screen {
	if n := len(a.dialogs); n > 0 {
		return a.dialogs[n-1]
	}
	return a.screens[a.front]
}

// press routes a key: a text that is open comes first, then the commands of the screen,
// then those of the app, then a screen that may begin a text with it.
func (a *app) press(msg tea.KeyPressMsg) tea.Cmd {
	a.note = note{}
	if a.tooSmall() && msg.String() != "ctrl+c" {
		return nil
	}
	if a.job != nil && !a.job.stopped && msg.String() == "esc" && len(a.dialogs) == 0 {
		a.stopJob()
		return nil
	}
	s := a.facing()
	t, types := s.(typist)
	if types && t.typing() {
		if cmd, taken := t.key(msg); taken {
			return cmd
		}
	}
	c, ok := find(msg.String(), s.commands())
	if !ok {
		c, ok = find(msg.String(), a.commands())
	}
	if ok {
		return a.run(c)
	}
	if types && !t.typing() {
		cmd, _ := t.key(msg)
		return cmd
	}
	return nil
}

// run does a command, or says why it cannot be done.
func (a *app) run(c command) tea.Cmd {
	if c.off != "" {
		a.refuse(c.off)
		return nil
	}
	return c.do()
}

// grant does what a screen asked for.
func (a *app) grant() tea.Cmd {
	w := a.wants
	a.wants = wants{}
	if w.note.text != "" {
		a.note = w.note
	}
	if w.close && len(a.dialogs) > 0 {
		a.dialogs = a.dialogs[:len(a.dialogs)-1]
	}
	a.dialogs = append(a.dialogs, w.dialogs...)
	if w.visit != "" {
		for i, s := range a.screens {
			if s.id() == w.visit {
				a.enter(i)
			}
		}
	}
	a.layout()
	return nil
}

// enter goes to a step.
func (a *app) enter(i int) {
	if a.work != nil {
		a.work.Seal()
	}
	a.front = i
	if v, ok := a.screens[i].(visitor); ok {
		v.visited()
	}
}

// visitor is a screen that gets ready when it is entered.
type visitor interface{ visited() }

// commands are those that work on every screen.
func (a *app) commands() []command {
	say := &a.say.App
	list := a.always()
	if len(a.dialogs) > 0 {
		return append(list, command{keys: []string{"ctrl+c"}, name: say.Close, do: func() tea.Cmd { a.close(); return nil }})
	}
	list = append(list, command{keys: []string{"f2"}, name: say.OtherLanguage, do: func() tea.Cmd { a.speak(); return nil }})
	if a.work == nil {
		return list
	}
	undo, canUndo := a.work.CanUndo()
	redo, canRedo := a.work.CanRedo()
	list = append(list,
		command{keys: []string{"ctrl+z"}, name: say.Undo, off: unless(canUndo, say.NothingToUndo), do: func() tea.Cmd {
			a.work.Undo()
			a.tell(say.Undone.With("what", undo))
			return nil
		}},
		command{keys: []string{"ctrl+y", "ctrl+r"}, name: say.Redo, off: unless(canRedo, say.NothingToRedo), do: func() tea.Cmd {
			a.work.Redo()
			a.tell(say.Redone.With("what", redo))
			return nil
		}},
		command{keys: []string{"ctrl+s"}, name: say.Save, do: func() tea.Cmd { return a.saveNow() }},
	)
	for i, s := range a.screens[1:] {
		list = append(list, command{keys: []string{"f" + strconv.Itoa(i+3)}, name: say.GoTo.With("step", s.title()), do: func() tea.Cmd { a.enter(i + 1); return nil }})
	}
	return append(list,
		command{keys: []string{"pgdown", "ctrl+n"}, name: say.NextStep, off: unless(a.front < len(a.screens)-1, say.LastStep), do: func() tea.Cmd { a.enter(a.front + 1); return nil }},
		command{keys: []string{"pgup", "ctrl+p"}, name: say.PreviousStep, off: unless(a.front > 0, say.FirstStep), do: func() tea.Cmd { a.enter(a.front - 1); return nil }},
		command{keys: []string{"ctrl+o"}, name: say.GoHome, do: func() tea.Cmd { a.enter(0); return nil }},
	)
}

// always are the commands of the footer; the others are made when they are asked for.
func (a *app) always() []command {
	say := &a.say.App
	if len(a.dialogs) > 0 {
		return []command{{keys: []string{"esc"}, name: say.Close, bar: true, keep: true, do: func() tea.Cmd { a.close(); return nil }}}
	}
	quit := []string{"ctrl+q", "ctrl+c"}
	if a.work == nil {
		quit = []string{"q", "ctrl+c", "ctrl+q"}
	}
	list := make([]command, 0, 4)
	list = append(list,
		command{keys: []string{"?", "f1"}, name: say.Help, bar: true, keep: true, do: func() tea.Cmd { a.show(newHelp(a)); return nil }},
		command{keys: []string{"/", "ctrl+k"}, name: say.Palette, bar: true, keep: true, do: func() tea.Cmd { a.show(newPalette(a)); return nil }})
	if a.work != nil {
		list = append(list, command{keys: []string{"esc"}, name: say.StepList, bar: true, keep: true, do: func() tea.Cmd { a.show(a.newStepList()); return nil }})
	}
	return append(list, command{keys: quit, name: say.Quit, bar: true, do: a.quit})
}

// unless gives the reason why something cannot be done, unless it can.
func unless(can bool, why string) string {
	if can {
		return ""
	}
	return why
}

// quit leaves; Run saves what is not saved yet.
func (a *app) quit() tea.Cmd { return tea.Quit }

// speak changes to the other language, here and for the next start.
func (a *app) speak() {
	a.say = otherLanguage(a.say)
	remember(func(m *file.Memory) { m.Language = a.say.Tag })
}

// open puts a plan on the desk and builds its steps.
func (a *app) open(f *file.File, p model.Plan) {
	a.work = plan.NewEditor(p)
	a.seen, a.known = figures{}, nil
	a.saver = saver{file: f, pause: a.saver.pause}
	a.screens = append(a.screens[:1], newCompany(a.desk), newDistance(a.desk), newChannels(a.desk), newBudget(a.desk), newReasons(a.desk), newWhatif(a.desk), newCalendar(a.desk), newRole(a.desk), newBoard(a.desk, f.Path), newProgress(a.desk))
	a.dialogs = nil
}

// opened is a plan that came from the disk, or why none did.
type opened struct {
	file *file.File
	plan model.Plan
	at   string // the step to begin with
	path string
	err  error

	book  string // the workbook it came out of
	edits []xlsx.Edit
}

func (a *app) opened(msg opened) tea.Cmd {
	if msg.err != nil {
		a.wants.note = note{a.explain(msg.err, msg.path), refused}
		var damaged *file.DamagedError
		if errors.As(msg.err, &damaged) {
			if kept := file.Versions(msg.path); len(kept) > 0 {
				a.show(newRescue(a, msg.path, kept))
			}
		}
		return nil
	}
	a.open(msg.file, msg.plan)
	a.visit(msg.at)
	if msg.book != "" {
		a.cameHome(msg)
	}
	now := time.Now()
	remember(func(m *file.Memory) { m.Remember(msg.file.Path(), msg.plan, now) })
	return nil
}

// View is the frame.
func (a *app) View() tea.View {
	v := tea.View{AltScreen: true, MouseMode: tea.MouseModeCellMotion}
	v.WindowTitle = a.windowTitle()
	if a.size.X == 0 || a.size.Y == 0 {
		return v
	}
	if a.tooSmall() {
		v.Content = a.small().String()
		return v
	}
	v.Content = draw.Clean(a.compose())
	if t, ok := a.facing().(typist); ok && t.typing() {
		v.Cursor = t.cursor()
	}
	return v
}

func (a *app) tooSmall() bool { return a.size.X < leastWidth || a.size.Y < leastHeight }

// small is what a screen says that has no room for the program.
func (a *app) small() draw.Block {
	text := a.say.App.TooSmall.With("w", strconv.Itoa(leastWidth), "h", strconv.Itoa(leastHeight), "now_w", strconv.Itoa(a.size.X), "now_h", strconv.Itoa(a.size.Y))
	return draw.Paragraph(a.size.X, draw.Ink{}, text).Tall(a.size.Y)
}
