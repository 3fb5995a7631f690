package ui

import (
	"image"
	"slices"
	"strconv"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
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
	clicked clicked

	crash     crash
	rescuedAt string // the copy of a plan that could not be saved, said once more when the screen is gone
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
	defer a.crash.caught()
	cmd := a.handle(msg)
	return a, a.crash.guard(tea.Batch(cmd, a.grant(), a.autosave(), a.think()))
}

func (a *app) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.size = image.Pt(msg.Width, msg.Height)
		a.logs("size", "columns", msg.Width, "rows", msg.Height)
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
		if t, ok := a.facing().(typist); ok && (t.typing() || pastes(t)) {
			t.paste(msg.Content)
		}
	case tea.MouseMsg:
		return a.point(msg)
	case opened:
		return a.opened(msg)
	case saveDue, saveDone, setAside:
		return a.save(msg)
	case thinkDue, thought:
		return a.thinks(msg)
	case jobTick, jobDone:
		return a.jobs(msg)
	case openedOutside:
		a.shown(msg)
	case rescued:
		return a.rescuedNow(msg)
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
	a.note, a.clicked = note{}, clicked{}
	if a.tooSmall() && msg.String() != "ctrl+c" {
		return nil
	}
	if a.job != nil && !a.job.stopped && msg.String() == "esc" && len(a.dialogs) == 0 {
		a.stopJob()
		return nil
	}
	s := a.facing()
	t, types := s.(typist)
	var before tea.Cmd // of the text that the key ends
	if types && t.typing() {
		cmd, taken := t.key(msg)
		if msg.String() == "ctrl+q" { // a field takes its text with it
			return tea.Batch(cmd, a.quit())
		}
		if taken {
			return cmd
		}
		before = cmd
	}
	c, ok := find(msg.String(), s.commands())
	if !ok {
		c, ok = find(msg.String(), a.commands())
	}
	if ok {
		return tea.Batch(before, a.run(c))
	}
	if types && !t.typing() && before == nil {
		cmd, _ := t.key(msg)
		return cmd
	}
	return before
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
	if w.behind && len(a.dialogs) > 0 {
		a.dialogs = a.dialogs[:len(a.dialogs)-1]
	}
	for _, x := range w.dialogs {
		a.dialogs = append(a.dialogs, x)
		a.logs("dialog", "name", x.id())
	}
	var cmd tea.Cmd
	if i := slices.Index(walk[:len(a.screens)], w.visit); i >= 0 {
		cmd = a.enter(i)
	}
	a.layout()
	return cmd
}

// at is the step in front.
func (a *app) at() step { return walk[a.front] }

// enter goes to a step.
func (a *app) enter(i int) tea.Cmd {
	if a.work != nil {
		a.work.Seal()
	}
	a.front = i
	a.logs("step", "name", string(a.at()))
	if v, ok := a.screens[i].(visitor); ok {
		return v.visited()
	}
	return nil
}

// visitor is a screen that gets ready when it is entered.
type visitor interface{ visited() tea.Cmd }

// commands are those that work on every screen.
func (a *app) commands() []command {
	say := &a.say.App
	list := a.always()
	if len(a.dialogs) > 0 {
		return append(list,
			command{scope: inDialog, keys: []string{"ctrl+c"}, name: say.Close, do: func() tea.Cmd { a.close(); return nil }},
			command{scope: inDialog, keys: []string{"ctrl+q"}, name: say.Quit, do: a.quit})
	}
	list = append(list, command{scope: everywhere, keys: []string{"f2"}, name: say.OtherLanguage, do: a.speak})
	if a.work == nil {
		return list
	}
	undo, canUndo := a.work.CanUndo()
	redo, canRedo := a.work.CanRedo()
	list = append(list,
		command{scope: everywhere, keys: []string{"ctrl+z"}, name: say.Undo, off: unless(canUndo, say.NothingToUndo), do: func() tea.Cmd {
			a.work.Undo()
			a.tell(say.Undone.With("what", undo))
			return nil
		}},
		command{scope: everywhere, keys: []string{"ctrl+y", "ctrl+r"}, name: say.Redo, off: unless(canRedo, say.NothingToRedo), do: func() tea.Cmd {
			a.work.Redo()
			a.tell(say.Redone.With("what", redo))
			return nil
		}},
		command{scope: everywhere, keys: []string{"ctrl+s"}, name: say.Save, do: func() tea.Cmd { return a.saveNow() }},
	)
	for i, s := range a.screens[1:] {
		list = append(list, command{scope: everywhere, keys: []string{walk[i+1].key()}, name: say.GoTo.With("step", s.title()), do: func() tea.Cmd { return a.enter(i + 1) }})
	}
	return append(list,
		command{scope: everywhere, keys: []string{"pgdown", "ctrl+n"}, name: say.NextStep, off: unless(a.front < len(a.screens)-1, say.LastStep), do: func() tea.Cmd { return a.enter(a.front + 1) }},
		command{scope: everywhere, keys: []string{"pgup", "ctrl+p"}, name: say.PreviousStep, off: unless(a.front > 0, say.FirstStep), do: func() tea.Cmd { return a.enter(a.front - 1) }},
		command{scope: everywhere, keys: []string{"ctrl+o"}, name: say.GoHome, do: func() tea.Cmd { return a.enter(0) }},
	)
}

// always are the commands of the footer; the others are made when they are asked for.
func (a *app) always() []command {
	say := &a.say.App
	if len(a.dialogs) > 0 {
		return []command{{scope: inDialog, keys: []string{"esc"}, name: say.Close, bar: true, keep: true, do: func() tea.Cmd { a.close(); return nil }}}
	}
	quit := []string{"ctrl+q", "ctrl+c"}
	if a.work == nil {
		quit = []string{"q", "ctrl+c", "ctrl+q"}
	}
	list := make([]command, 0, 4)
	list = append(list,
		command{scope: everywhere, keys: []string{"?", "f1"}, name: say.Help, bar: true, keep: true, do: func() tea.Cmd { a.show(newHelp(a)); return nil }},
		command{scope: everywhere, keys: []string{"/", "ctrl+k"}, name: say.Palette, bar: true, keep: true, do: func() tea.Cmd { a.show(newPalette(a)); return nil }})
	if a.work != nil {
		list = append(list, command{scope: everywhere, keys: []string{"esc"}, name: say.StepList, bar: true, keep: true, do: func() tea.Cmd { a.show(a.newStepList()); return nil }})
	}
	return append(list, command{keys: quit, name: say.Quit, bar: true, do: a.quit})
}

// quit leaves once everything is on the disk.
func (a *app) quit() tea.Cmd {
	return a.afterSaving(func() tea.Cmd { return tea.Quit })
}

// speak changes to the other language, here and for the next start.
func (a *app) speak() tea.Cmd {
	a.say = otherLanguage(a.say)
	return rememberLanguage(a.say.Tag)
}

// open puts a plan on the desk and builds its steps.
func (a *app) open(f *file.File, p model.Plan) {
	a.work, a.keptAt = plan.NewEditor(p), f.Path
	a.seen, a.known = figures{}, nil
	a.saver = saver{file: f, pause: a.saver.pause}
	a.screens = a.screens[:1]
	for _, s := range walk[1:] {
		a.screens = append(a.screens, rooms[s](a.desk))
	}
	a.dialogs = nil
}

func (a *app) opened(msg opened) tea.Cmd {
	a.logs("open", "workbook", msg.book != "", noted(msg.err))
	if msg.err != nil {
		a.wants.note = note{a.explain(msg.err, msg.path), refused}
		if len(msg.kept) > 0 {
			a.show(newRescue(a, msg.path, msg.kept))
		}
		return nil
	}
	if !msg.instead && a.unsaved() {
		return a.afterSaving(func() tea.Cmd { return a.opensAfter(msg) })
	}
	return a.takes(msg)
}

// opensAfter goes on to another plan once the one in hand is saved. When it is the same
// file, what was read of it is old by now.
func (a *app) opensAfter(msg opened) tea.Cmd {
	if msg.file.Path() == a.saver.file.Path() {
		return openPath(msg.file.Path(), msg.at)
	}
	return a.takes(msg)
}

// takes puts a plan that was opened on the desk.
func (a *app) takes(msg opened) tea.Cmd {
	a.open(msg.file, msg.plan)
	a.visit(msg.at)
	if msg.book != "" {
		a.cameHome(msg)
	}
	now := time.Now()
	return remember(func(m *file.Memory) { m.Remember(msg.file.Path(), msg.plan, now) })
}

// View is the frame.
func (a *app) View() tea.View {
	defer a.crash.caught()
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
