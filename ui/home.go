package ui

import (
	"image"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// home is the list of plans: begin one, open one, or go on with a recent one.
type home struct {
	*desk
	at     int
	recent []file.Recent
	area   image.Rectangle
	rows   []image.Rectangle
	draft  *sheet // of a new plan that was begun and put aside
}

func newHome(d *desk) *home { return &home{desk: d, recent: file.Recall().Recent} }

func (h *home) id() string    { return string(atHome) }
func (h *home) title() string { return h.say.Home.Title }

func (h *home) visited() tea.Cmd {
	h.draft = nil
	return recall
}

// recalled are the plans opened of late.
type recalled struct{ recent []file.Recent }

func recall() tea.Msg { return recalled{file.Recall().Recent} }

// The rows before the recent plans.
const (
	rowNew = iota
	rowOpen
	rowExample
	rowsBefore
)

func (h *home) count() int { return rowsBefore + len(h.recent) }

func (h *home) commands() []command {
	say := &h.say.Home
	onRecent := unless(h.at >= rowsBefore, say.ChooseRecent)
	return []command{
		{scope: moves, keys: []string{"enter"}, name: h.say.App.Choose, bar: true, do: func() tea.Cmd { return h.choose(h.at) }},
		{scope: moves, keys: []string{"down", "j", "tab"}, name: h.say.App.Down, do: func() tea.Cmd { h.at = min(h.at+1, h.count()-1); return nil }},
		{scope: moves, keys: []string{"up", "k", "shift+tab"}, name: h.say.App.Up, do: func() tea.Cmd { h.at = max(h.at-1, 0); return nil }},
		{keys: []string{"n"}, name: h.say.App.Do.New, bar: true, do: func() tea.Cmd { return h.choose(rowNew) }},
		{keys: []string{"o"}, name: h.say.App.Do.Open, bar: true, do: func() tea.Cmd { return h.choose(rowOpen) }},
		{keys: []string{"e"}, name: h.say.App.Do.Example, do: func() tea.Cmd { return h.choose(rowExample) }},
		{scope: here, keys: []string{"delete", "x"}, name: say.Forget, off: onRecent, do: h.forget},
	}
}

func (h *home) choose(row int) tea.Cmd {
	h.at = row
	switch row {
	case rowNew:
		if h.draft == nil {
			h.draft = newStart(h.desk)
		}
		h.draft.heading, h.draft.intro = h.say.Home.NewTitle, h.say.Home.NewText
		h.show(h.draft)
		return rememberLanguage(h.say.Tag)
	case rowOpen:
		return listFiles(".")
	case rowExample:
		h.show(h.examples())
	default:
		return openPath(h.recent[row-rowsBefore].Path, atBudget)
	}
	return nil
}

// examples offers the plans that come with the program.
func (h *home) examples() dialog {
	var choices []choice
	for _, e := range templates.Examples() {
		choices = append(choices, choice{e.Title.In(h.say.Tag), func() tea.Cmd {
			return func() tea.Msg { return openExample(e, freePath(filepath.Join(".", e.Name+file.Extension))) }
		}})
	}
	return newList(h.desk, "examples", h.say.Home.ExampleTitle, h.say.Home.ExampleText, choices...)
}

func (h *home) forget() tea.Cmd {
	path := h.recent[h.at-rowsBefore].Path
	h.recent = append(append([]file.Recent(nil), h.recent[:h.at-rowsBefore]...), h.recent[h.at-rowsBefore+1:]...)
	h.at = min(h.at, h.count()-1)
	h.cheer(h.say.Home.Forgot)
	return remember(func(m *file.Memory) { m.Forget(path) })
}

func (h *home) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		for i, r := range h.rows {
			if image.Pt(m.X, m.Y).In(r) {
				return h.choose(i)
			}
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			h.at = max(h.at-1, 0)
		} else {
			h.at = min(h.at+1, h.count()-1)
		}
	}
	return nil
}

func (h *home) layout(area image.Rectangle) {
	h.area = area
	h.rows = nil
	w := min(area.Dx()-2, 90)
	x := area.Min.X + (area.Dx()-w)/2
	y := area.Min.Y + 2 + len(draw.Wrap(h.say.Home.Welcome, w)) + 2
	for i := range h.count() {
		if i == rowsBefore {
			y += 2
		}
		h.rows = append(h.rows, image.Rect(x, y, x+w, y+1))
		y++
	}
}

func (h *home) draw() draw.Block {
	say, w := &h.say.Home, min(h.area.Dx()-2, 90)
	out := draw.Stack(draw.Blank(w, 2), draw.Paragraph(w, h.look.plain, say.Welcome), draw.Blank(w, 1), draw.Text(w, h.look.title.Paint(say.Question)))
	for i, row := range [][2]string{{say.New, say.NewHint}, {say.Open, say.OpenHint}, {say.Example, say.ExampleHint}} {
		out.Lines = append(out.Lines, h.row(w, i, row[0], row[1]))
	}
	out = draw.Stack(out, draw.Blank(w, 1), draw.Text(w, h.look.title.Paint(say.RecentTitle)))
	if len(h.recent) == 0 {
		out = draw.Stack(out, draw.Text(w, h.look.dim.Paint(say.NoRecent)))
	}
	for i, r := range h.recent {
		hint := say.Row.With("year", strconv.Itoa(r.Start.Year()), "budget", h.say.Money(r.Budget), "when", h.say.Day(model.Date(r.When.Format("2006-01-02"))))
		if r.Gone {
			hint = say.Gone
		}
		out.Lines = append(out.Lines, h.row(w, rowsBefore+i, h.recentName(i), hint))
	}
	left := (h.area.Dx() - w) / 2
	return draw.Stack(draw.Block{W: h.area.Dx()}, out.Inset(left, h.area.Dx()-w-left)).Tall(h.area.Dy())
}

// recentName is what a plan is called, with its folder where two are called alike.
func (h *home) recentName(i int) string {
	called := func(r file.Recent) string {
		if r.Name != "" {
			return r.Name
		}
		return strings.TrimSuffix(filepath.Base(r.Path), file.Extension)
	}
	name := called(h.recent[i])
	for k, other := range h.recent {
		if k != i && called(other) == name {
			return name + " · " + filepath.Base(filepath.Dir(h.recent[i].Path)) + "/" + filepath.Base(h.recent[i].Path)
		}
	}
	return name
}

func (h *home) row(w, i int, name, hint string) string {
	cursor, ink := "  ", h.look.plain
	if i == h.at {
		cursor, ink = "▸ ", h.look.strong
	}
	left := min(w/2, 40)
	return h.on(i == h.at, ink).Paint(draw.Fit(cursor+name, left)) + h.on(i == h.at, h.look.dim).Paint(draw.Fit(" "+hint, w-left))
}

// listed is a folder's plans and folders.
type listed struct {
	folder string
	names  []string // folders end in a separator
	err    error
}

// listFiles reads a folder for the dialog that opens a file.
func listFiles(folder string) tea.Cmd {
	return func() tea.Msg {
		full, err := filepath.Abs(folder)
		if err != nil {
			return listed{folder: folder, err: err}
		}
		entries, err := os.ReadDir(full)
		l := listed{folder: full, err: err}
		for _, e := range entries {
			switch name := e.Name(); {
			case strings.HasPrefix(name, "."):
			case e.IsDir():
				l.names = append(l.names, name+string(filepath.Separator))
			case strings.EqualFold(filepath.Ext(name), file.Extension), strings.EqualFold(filepath.Ext(name), ".xlsx"):
				l.names = append(l.names, name)
			}
		}
		return l
	}
}

// hear takes the recent plans, or shows a folder that was read.
func (h *home) hear(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case recalled:
		h.recent = msg.recent
		h.at = min(h.at, h.count()-1)
	case listed:
		h.list(msg)
	}
	return nil
}

// list shows a folder that was read, to choose from.
func (h *home) list(l listed) {
	if l.err != nil {
		h.refuse(h.explain(l.err, l.folder))
		return
	}
	var plans, folders []choice
	for _, name := range l.names {
		path := filepath.Join(l.folder, name)
		if strings.HasSuffix(name, string(filepath.Separator)) {
			folders = append(folders, choice{name, func() tea.Cmd { return listFiles(path) }})
			continue
		}
		plans = append(plans, choice{name, func() tea.Cmd { return openPath(path, atBudget) }})
	}
	text := l.folder
	if len(plans) == 0 {
		text += "\n" + h.say.Home.NoFiles
	}
	up := choice{h.say.Home.Parent, func() tea.Cmd { return listFiles(filepath.Dir(l.folder)) }}
	f := newFinder(h.desk, "files", h.say.Home.FilesTitle, text, 0, append(append(plans, up), folders...)...)
	f.typed = func(path string) tea.Cmd { return openPath(droppedPath(path), atBudget) }
	h.show(f)
}
