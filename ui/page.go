package ui

import (
	"image"
	"strings"

	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// page is a dialog that is read: a text that scrolls.
type page struct {
	*desk
	name, heading string
	body          func(w int) draw.Block
	area          image.Rectangle
	top           int
	more          bool // lines below the last one shown
}

// row is a command with its keys, and why it cannot be done now.
func (p *page) row(w int, c command) string {
	var keys []string
	for _, k := range c.keys {
		keys = append(keys, p.keyName(k))
	}
	left := draw.Fit(strings.Join(keys, " "), 18)
	text := c.name
	if c.off != "" {
		text += " · " + c.off
		return p.look.dim.Paint(draw.Fit(left+text, w))
	}
	return p.look.key.Paint(left) + draw.Fit(text, w-18)
}

func (p *page) id() string    { return p.name }
func (p *page) title() string { return p.heading }

func (p *page) commands() []command {
	say := &p.say.App
	move := func(by int) func() tea.Cmd { return func() tea.Cmd { p.top += by; return nil } }
	return []command{
		{scope: moves, keys: []string{"up", "k"}, name: say.Up, do: move(-1)},
		{scope: moves, keys: []string{"down", "j"}, name: say.Down, do: move(1)},
		{scope: inDialog, keys: []string{"pgup"}, name: say.PageUp, do: move(-10)},
		{scope: inDialog, keys: []string{"pgdown", "space"}, name: say.PageDown, bar: p.more, do: move(10)},
		{scope: moves, keys: []string{"enter", "q", "?"}, name: say.Close, do: func() tea.Cmd { p.close(); return nil }},
	}
}

func (p *page) size(room image.Point) image.Point {
	w := min(76, room.X)
	return image.Pt(w, min(p.body(w).H(), room.Y))
}

func (p *page) layout(area image.Rectangle) {
	p.area = area
	p.more = p.body(area.Dx()).H()-p.top > area.Dy()
}

func (p *page) mouse(msg tea.MouseMsg) tea.Cmd {
	if wheel, ok := msg.(tea.MouseWheelMsg); ok {
		if wheel.Button == tea.MouseWheelUp {
			p.top -= 2
		} else {
			p.top += 2
		}
	}
	return nil
}

func (p *page) draw() draw.Block {
	b := p.body(p.area.Dx())
	p.top = max(min(p.top, b.H()-p.area.Dy()), 0)
	b.Lines = b.Lines[p.top:]
	p.more = b.H() > p.area.Dy()
	return b.Tall(p.area.Dy())
}

// untitled is a body without its title and the rule under it, which a page's border shows.
func untitled(body func(w int) draw.Block) func(w int) draw.Block {
	return func(w int) draw.Block {
		b := body(w)
		b.Lines = b.Lines[2:]
		return b
	}
}
