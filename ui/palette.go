package ui

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/ui/draw"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"
)

// palette finds any command by a few of its letters.
type palette struct {
	*desk
	all   []command
	found []command
	app   *app
	input textinput.Model
	at    int
	top   int
	area  image.Rectangle
}

func newPalette(a *app) *palette {
	p := &palette{desk: a.desk, app: a, input: newInput(a.look)}
	seen := map[string]bool{}
	for _, list := range [][]command{a.facing().commands(), a.commands()} {
		for _, c := range list {
			if !seen[c.name] && c.scope != moves && c.keys[0] != "/" {
				seen[c.name] = true
				p.all = append(p.all, c)
			}
		}
	}
	p.all = append(p.all, elsewhere(a)...)
	p.search()
	return p
}

// elsewhere are the commands of the other steps: choosing one goes there first.
func elsewhere(a *app) []command {
	var list []command
	for i, s := range a.screens {
		if i == 0 || i == a.front || len(a.dialogs) > 0 {
			continue
		}
		for _, c := range s.commands() {
			if c.scope != onRail {
				continue
			}
			key := c.keys[0]
			list = append(list, command{keys: c.keys, name: a.say.App.Steps[s.id()] + ": " + c.name, off: c.off, do: func() tea.Cmd {
				entered := a.enter(i)
				if c, ok := find(key, a.screens[i].commands()); ok {
					return tea.Batch(entered, a.run(c))
				}
				return entered
			}})
		}
	}
	return list
}

// search keeps the commands that match what was typed, the best first.
func (p *palette) search() {
	p.at, p.top = 0, 0
	if p.input.Value() == "" {
		p.found = p.all
		return
	}
	names := make([]string, len(p.all))
	for i, c := range p.all {
		names[i] = c.name
	}
	p.found = nil
	for _, m := range fuzzy.Find(p.input.Value(), names) {
		p.found = append(p.found, p.all[m.Index])
	}
	// Whoever types the name of a step wants to go there, not to do something on it.
	slices.SortStableFunc(p.found, func(a, b command) int { return p.leads(b) - p.leads(a) })
}

// leads is 1 for the way to the step whose name begins with what was typed.
func (p *palette) leads(c command) int {
	typed := strings.ToLower(strings.TrimSpace(p.input.Value()))
	for _, s := range walk {
		name := strings.ToLower(p.say.App.Steps[string(s)])
		if len(c.keys) > 0 && c.keys[0] == s.key() && strings.HasPrefix(name, typed) {
			return 1
		}
	}
	return 0
}

func (p *palette) id() string    { return "palette" }
func (p *palette) title() string { return p.say.App.Palette }

func (p *palette) commands() []command {
	say := &p.say.App
	return []command{
		{scope: moves, keys: []string{"enter"}, name: say.Choose, bar: true, do: func() tea.Cmd { return p.choose() }},
		{scope: moves, keys: []string{"up", "ctrl+p"}, name: say.Up, do: func() tea.Cmd { p.at = max(p.at-1, 0); return nil }},
		{scope: moves, keys: []string{"down", "ctrl+n"}, name: say.Down, do: func() tea.Cmd { p.at = max(min(p.at+1, len(p.found)-1), 0); return nil }},
	}
}

func (p *palette) choose() tea.Cmd {
	if p.at >= len(p.found) {
		p.refuse(p.say.App.NothingFound)
		return nil
	}
	p.close()
	return p.app.run(p.found[p.at])
}

func (p *palette) typing() bool { return true }

func (p *palette) key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if _, mine := find(msg.String(), p.commands(), p.app.commands()); mine && msg.Text == "" {
		return nil, false
	}
	was := p.input.Value()
	var cmd tea.Cmd
	p.input, cmd = p.input.Update(msg)
	if p.input.Value() != was {
		p.search()
	}
	return cmd, true
}

func (p *palette) paste(text string) { p.input.SetValue(p.input.Value() + text); p.search() }

func (p *palette) cursor() *tea.Cursor { return placedCursor(&p.input, p.area.Min.Add(image.Pt(2, 0))) }

func (p *palette) size(room image.Point) image.Point {
	return image.Pt(min(60, room.X), min(len(p.all)+2, 14, room.Y))
}

func (p *palette) layout(area image.Rectangle) {
	p.area = area
	p.input.SetWidth(area.Dx() - 4)
	p.top = scrolled(p.top, p.at, max(area.Dy()-2, 1), len(p.found))
}

func (p *palette) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if row := m.Y - p.area.Min.Y - 2 + p.top; row >= p.top && row < len(p.found) {
			p.at = row
			return p.choose()
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			p.at = max(p.at-1, 0)
		} else {
			p.at = max(min(p.at+1, len(p.found)-1), 0)
		}
	}
	return nil
}

func (p *palette) draw() draw.Block {
	w := p.area.Dx()
	count := p.say.App.NOf.With("n", strconv.Itoa(min(p.at+1, len(p.found))), "all", strconv.Itoa(len(p.found)))
	b := draw.Text(w, p.look.accent.Paint("› ")+p.input.View(), p.look.dim.Paint(draw.FitRight(count, w)))
	if len(p.found) == 0 {
		b.Lines = append(b.Lines, p.look.dim.Paint(draw.Fit("  "+p.say.App.NothingFound, w)))
	}
	for i := p.top; i < len(p.found) && b.H() < p.area.Dy(); i++ {
		c := p.found[i]
		key := ""
		if len(c.keys) > 0 {
			key = p.keyName(c.keys[0])
		}
		cursor, ink := "  ", p.look.plain
		switch {
		case c.off != "":
			ink = p.look.dim
		case i == p.at:
			ink = p.look.title
		}
		if i == p.at {
			cursor = "▸ "
		}
		line := draw.Fit(cursor+c.name, w-14) + draw.FitRight(key, 14)
		b.Lines = append(b.Lines, p.on(i == p.at, ink).Paint(line))
	}
	return b.Tall(p.area.Dy())
}
