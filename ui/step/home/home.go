// Package home is where plans are begun and opened.
package home

import (
	"image"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// home is the list of plans: begin one, open one, or go on with a recent one.
type home struct {
	*desk.Desk
	at     int
	recent []file.Recent
	area   image.Rectangle
	rows   []image.Rectangle
	draft  *form.Sheet // of a new plan that was begun and put aside
}

// New is the home of plans, with the plan opened last in hand where there is one.
func New(d *desk.Desk) *home {
	h := &home{Desk: d}
	h.show(file.Recall().Recent)
	return h
}

// show puts the plans opened of late below the other rows, the latest in hand.
func (h *home) show(recent []file.Recent) {
	if h.recent = recent; len(recent) > 0 {
		h.at = rowsBefore
	}
	h.at = min(h.at, h.count()-1)
}

func (h *home) ID() string    { return string(desk.AtHome) }
func (h *home) Title() string { return h.Say.Home.Title }

func (h *home) Visited() tea.Cmd {
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

func (h *home) Commands() []desk.Command {
	say := &h.Say.Home
	onRecent := desk.Unless(h.at >= rowsBefore, say.ChooseRecent)
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: h.Say.App.Choose, Bar: true,
			Do: func() tea.Cmd { return h.choose(h.at) }},
		{Scope: desk.Moves, Keys: []string{"down", "j", "tab"}, Name: h.Say.App.Down,
			Do: func() tea.Cmd { h.at = min(h.at+1, h.count()-1); return nil }},
		{Scope: desk.Moves, Keys: []string{"up", "k", "shift+tab"}, Name: h.Say.App.Up,
			Do: func() tea.Cmd { h.at = max(h.at-1, 0); return nil }},
		{Keys: []string{"n"}, Name: h.Say.App.Do.New, Bar: true, Do: func() tea.Cmd { return h.choose(rowNew) }},
		{Keys: []string{"o"}, Name: h.Say.App.Do.Open, Bar: true, Do: func() tea.Cmd { return h.choose(rowOpen) }},
		{Keys: []string{"e"}, Name: h.Say.App.Do.Example, Do: func() tea.Cmd { return h.choose(rowExample) }},
		{Scope: desk.Here, Keys: []string{"v"}, Name: h.Say.Kept.Versions, Off: onRecent, Bar: onRecent == "",
			Do: h.versions},
		{Scope: desk.Here, Keys: []string{"delete", "x"}, Name: say.Forget, Off: onRecent, Do: h.forget},
	}
}

func (h *home) choose(row int) tea.Cmd {
	h.at = row
	switch row {
	case rowNew:
		if h.draft == nil {
			h.draft = Start(h.Desk)
		}
		h.draft.Heading, h.draft.Intro = h.Say.Home.NewTitle, h.Say.Home.NewText
		h.Show(h.draft)
		return desk.RememberLanguage(h.Say.Tag)
	case rowOpen:
		return listFiles(".")
	case rowExample:
		h.Show(h.examples())
	default:
		return desk.OpenPath(h.recent[row-rowsBefore].Path, desk.AtBudget)
	}
	return nil
}

// examples offers the plans that come with the program.
func (h *home) examples() desk.Dialog {
	var choices []form.Choice
	for _, e := range templates.Examples() {
		choices = append(choices, form.Choice{Label: e.Title.In(h.Say.Tag), Do: func() tea.Cmd {
			return func() tea.Msg {
				return desk.OpenExample(e,
					desk.FreePath(filepath.Join(".", e.Name+file.Extension)))
			}
		}})
	}
	return form.NewList(h.Desk, "examples", h.Say.Home.ExampleTitle, h.Say.Home.ExampleText, choices...)
}

// versions shows the versions of the recent plan in hand; the one brought back is opened.
func (h *home) versions() tea.Cmd {
	r := h.recent[h.at-rowsBefore]
	return ask.Versions(h.Desk, r.Path, h.recentName(h.at-rowsBefore), nil, func(when string, p model.Plan) tea.Cmd {
		return func() tea.Msg {
			o := desk.OpenAny(r.Path, desk.AtBudget)
			o.Back, o.BackFrom = &p, when
			return o
		}
	})
}

func (h *home) forget() tea.Cmd {
	path := h.recent[h.at-rowsBefore].Path
	h.recent = append(append([]file.Recent(nil), h.recent[:h.at-rowsBefore]...), h.recent[h.at-rowsBefore+1:]...)
	h.at = min(h.at, h.count()-1)
	h.Cheer(h.Say.Home.Forgot)
	return desk.Remember(func(m *file.Memory) { m.Forget(path) })
}

func (h *home) Mouse(msg tea.MouseMsg) tea.Cmd {
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

func (h *home) Layout(area image.Rectangle) {
	h.area = area
	h.rows = nil
	w := min(area.Dx()-2, 90)
	x := area.Min.X + (area.Dx()-w)/2
	y := area.Min.Y + 2 + len(draw.Wrap(h.Say.Home.Welcome, w)) + 2
	for i := range h.count() {
		if i == rowsBefore {
			y += 2
		}
		h.rows = append(h.rows, image.Rect(x, y, x+w, y+1))
		y++
	}
}

func (h *home) Draw() draw.Block {
	say, w := &h.Say.Home, min(h.area.Dx()-2, 90)
	out := draw.Stack(draw.Blank(w, 2), draw.Paragraph(w, h.Look.Plain, say.Welcome), draw.Blank(w, 1),
		draw.Text(w, h.Look.Title.Paint(say.Question)))
	for i, row := range [][2]string{{say.New, say.NewHint}, {say.Open, say.OpenHint}, {say.Example, say.ExampleHint}} {
		out.Lines = append(out.Lines, h.row(w, i, row[0], row[1]))
	}
	out = draw.Stack(out, draw.Blank(w, 1), draw.Text(w, h.Look.Title.Paint(say.RecentTitle)))
	if len(h.recent) == 0 {
		out = draw.Stack(out, draw.Text(w, h.Look.Dim.Paint(say.NoRecent)))
	}
	for i, r := range h.recent {
		hint := say.Row.With("year", strconv.Itoa(r.Start.Year()), "budget", h.Say.Money(r.Budget), "when",
			h.Say.Day(model.Date(r.When.Format("2006-01-02"))))
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
	cursor, ink := "  ", h.Look.Plain
	if i == h.at {
		cursor, ink = "▸ ", h.Look.Strong
	}
	left := min(w/2, 40)
	return h.On(i == h.at, ink).Paint(draw.Fit(cursor+name, left)) + h.On(i == h.at,
		h.Look.Dim).Paint(draw.Fit(" "+hint, w-left))
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

// Hear takes the recent plans, or shows a folder that was read.
func (h *home) Hear(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case recalled:
		h.show(msg.recent)
	case listed:
		h.list(msg)
	}
	return nil
}

// list shows a folder that was read, to choose from.
func (h *home) list(l listed) {
	if l.err != nil {
		h.Refuse(h.Explain(l.err, l.folder))
		return
	}
	var plans, folders []form.Choice
	for _, name := range l.names {
		path := filepath.Join(l.folder, name)
		if strings.HasSuffix(name, string(filepath.Separator)) {
			folders = append(folders, form.Choice{Label: name, Do: func() tea.Cmd { return listFiles(path) }})
			continue
		}
		plans = append(plans, form.Choice{Label: name,
			Do: func() tea.Cmd { return desk.OpenPath(path, desk.AtBudget) }})
	}
	text := l.folder
	if len(plans) == 0 {
		text += "\n" + h.Say.Home.NoFiles
	}
	up := form.Choice{Label: h.Say.Home.Parent, Do: func() tea.Cmd { return listFiles(filepath.Dir(l.folder)) }}
	f := form.NewFinder(h.Desk, "files", h.Say.Home.FilesTitle, text, 0, append(append(plans, up), folders...)...)
	f.Typed = func(path string) tea.Cmd { return desk.OpenPath(desk.DroppedPath(path), desk.AtBudget) }
	h.Show(f)
}
