// Any command, by a few of its letters.

package frame

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"
)

// palette finds any command by a few of its letters.
type palette struct {
	*desk.Desk
	all   []desk.Command
	found []desk.Command
	app   *App
	input textinput.Model
	at    int
	top   int
	area  image.Rectangle
}

func newPalette(a *App) *palette {
	p := &palette{Desk: a.Desk, app: a, input: form.NewInput(a.Look)}
	seen := map[string]bool{}
	for _, list := range [][]desk.Command{a.facing().Commands(), a.Commands()} {
		for _, c := range list {
			if !seen[c.Name] && c.Scope != desk.Moves && c.Keys[0] != "/" {
				seen[c.Name] = true
				p.all = append(p.all, c)
			}
		}
	}
	p.all = append(p.all, elsewhere(a)...)
	p.search()
	return p
}

// elsewhere are the commands of the other steps: choosing one goes there first.
func elsewhere(a *App) []desk.Command {
	var list []desk.Command
	for i, s := range a.Screens {
		if i == 0 || i == a.front || len(a.Dialogs) > 0 {
			continue
		}
		for _, c := range s.Commands() {
			if c.Scope != desk.OnRail {
				continue
			}
			key := c.Keys[0]
			list = append(list, desk.Command{Keys: c.Keys, Name: a.Say.App.Steps[s.ID()] + ": " + c.Name, Off: c.Off,
				Do: func() tea.Cmd {
					entered := a.enter(i)
					if c, ok := desk.Find(key, a.Screens[i].Commands()); ok {
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
		names[i] = c.Name
	}
	p.found = nil
	for _, m := range fuzzy.Find(p.input.Value(), names) {
		p.found = append(p.found, p.all[m.Index])
	}
	// Whoever types the name of a step wants to go there, not to do something on it.
	slices.SortStableFunc(p.found, func(a, b desk.Command) int { return p.leads(b) - p.leads(a) })
}

// leads is 1 for the way to the step whose name begins with what was typed.
func (p *palette) leads(c desk.Command) int {
	typed := strings.ToLower(strings.TrimSpace(p.input.Value()))
	for _, s := range desk.Walk {
		name := strings.ToLower(p.Say.App.Steps[string(s)])
		if len(c.Keys) > 0 && c.Keys[0] == s.Key() && strings.HasPrefix(name, typed) {
			return 1
		}
	}
	return 0
}

func (p *palette) ID() string    { return "palette" }
func (p *palette) Title() string { return p.Say.App.Palette }

func (p *palette) Commands() []desk.Command {
	say := &p.Say.App
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: say.Choose, Bar: true,
			Do: func() tea.Cmd { return p.choose() }},
		{Scope: desk.Moves, Keys: []string{"up", "ctrl+p"}, Name: say.Up,
			Do: func() tea.Cmd { p.at = max(p.at-1, 0); return nil }},
		{Scope: desk.Moves, Keys: []string{"down", "ctrl+n"}, Name: say.Down,
			Do: func() tea.Cmd { p.at = max(min(p.at+1, len(p.found)-1), 0); return nil }},
	}
}

func (p *palette) choose() tea.Cmd {
	if p.at >= len(p.found) {
		p.Refuse(p.Say.App.NothingFound)
		return nil
	}
	p.Close()
	return p.app.run(p.found[p.at])
}

func (p *palette) Typing() bool { return true }

func (p *palette) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if _, mine := desk.Find(msg.String(), p.Commands(), p.app.Commands()); mine && msg.Text == "" {
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

func (p *palette) Paste(text string) { form.PasteInto(&p.input, text); p.search() }

func (p *palette) Cursor() *tea.Cursor {
	return form.PlacedCursor(&p.input, p.area.Min.Add(image.Pt(2, 0)))
}

func (p *palette) Size(room image.Point) image.Point {
	return image.Pt(min(60, room.X), min(len(p.all)+2, 14, room.Y))
}

func (p *palette) Layout(area image.Rectangle) {
	p.area = area
	p.input.SetWidth(area.Dx() - 4)
	p.top = form.Scrolled(p.top, p.at, max(area.Dy()-2, 1), len(p.found))
}

func (p *palette) Mouse(msg tea.MouseMsg) tea.Cmd {
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

func (p *palette) Draw() draw.Block {
	w := p.area.Dx()
	count := p.Say.App.NOf.With("n", strconv.Itoa(min(p.at+1, len(p.found))), "all", strconv.Itoa(len(p.found)))
	b := draw.Text(w, p.Look.Accent.Paint("› ")+p.input.View(), p.Look.Dim.Paint(draw.FitRight(count, w)))
	if len(p.found) == 0 {
		b.Lines = append(b.Lines, p.Look.Dim.Paint(draw.Fit("  "+p.Say.App.NothingFound, w)))
	}
	for i := p.top; i < len(p.found) && b.H() < p.area.Dy(); i++ {
		c := p.found[i]
		key := ""
		if len(c.Keys) > 0 {
			key = p.KeyName(c.Keys[0])
		}
		cursor, ink := "  ", p.Look.Plain
		switch {
		case c.Off != "":
			ink = p.Look.Dim
		case i == p.at:
			ink = p.Look.Title
		}
		if i == p.at {
			cursor = "▸ "
		}
		line := draw.Fit(cursor+c.Name, w-14) + draw.FitRight(key, 14)
		b.Lines = append(b.Lines, p.On(i == p.at, ink).Paint(line))
	}
	return b.Tall(p.area.Dy())
}
