// A dialog that is read.

package form

import (
	"image"
	"strings"

	"arringa/ui/desk"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// Page is a dialog that is read: a text that scrolls.
type Page struct {
	*desk.Desk
	Name, Heading string
	Body          func(w int) draw.Block
	area          image.Rectangle
	top           int
	more          bool // lines below the last one shown
}

// Row is a command with its keys, and why it cannot be done now.
func (p *Page) Row(w int, c desk.Command) string {
	var keys []string
	for _, k := range c.Keys {
		keys = append(keys, p.KeyName(k))
	}
	left := draw.Fit(strings.Join(keys, " "), 18)
	text := c.Name
	if c.Off != "" {
		text += " · " + c.Off
		return p.Look.Dim.Paint(draw.Fit(left+text, w))
	}
	return p.Look.Key.Paint(left) + draw.Fit(text, w-18)
}

// ID implements desk.Screen.
func (p *Page) ID() string { return p.Name }

// Title implements desk.Screen.
func (p *Page) Title() string { return p.Heading }

// Commands implements desk.Screen.
func (p *Page) Commands() []desk.Command {
	say := &p.Say.App
	move := func(by int) func() tea.Cmd { return func() tea.Cmd { p.top += by; return nil } }
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"up", "k"}, Name: say.Up, Do: move(-1)},
		{Scope: desk.Moves, Keys: []string{"down", "j"}, Name: say.Down, Do: move(1)},
		{Scope: desk.InDialog, Keys: []string{"pgup"}, Name: say.PageUp, Do: move(-10)},
		{Scope: desk.InDialog, Keys: []string{"pgdown", "space"}, Name: say.PageDown, Bar: p.more, Do: move(10)},
		{Scope: desk.Moves, Keys: []string{"enter", "q", "?"}, Name: say.Close,
			Do: func() tea.Cmd { p.Close(); return nil }},
	}
}

// Size implements desk.Dialog.
func (p *Page) Size(room image.Point) image.Point {
	w := min(76, room.X)
	return image.Pt(w, min(p.Body(w).H(), room.Y))
}

// Layout implements desk.Screen.
func (p *Page) Layout(area image.Rectangle) {
	p.area = area
	p.more = p.Body(area.Dx()).H()-p.top > area.Dy()
}

// Mouse implements desk.Screen.
func (p *Page) Mouse(msg tea.MouseMsg) tea.Cmd {
	if wheel, ok := msg.(tea.MouseWheelMsg); ok {
		if wheel.Button == tea.MouseWheelUp {
			p.top -= 2
		} else {
			p.top += 2
		}
	}
	return nil
}

// Draw implements desk.Screen.
func (p *Page) Draw() draw.Block {
	b := p.Body(p.area.Dx())
	p.top = max(min(p.top, b.H()-p.area.Dy()), 0)
	b.Lines = b.Lines[p.top:]
	p.more = b.H() > p.area.Dy()
	return b.Tall(p.area.Dy())
}

// Untitled is a body without its title and the rule under it, which a page's border shows.
func Untitled(body func(w int) draw.Block) func(w int) draw.Block {
	return func(w int) draw.Block {
		b := body(w)
		b.Lines = b.Lines[2:]
		return b
	}
}
