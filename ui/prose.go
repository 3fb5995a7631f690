package ui

import (
	"image"
	"strings"

	"arringa/ui/draw"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// prose is a dialog in which a longer text is written.
type prose struct {
	*desk
	name, heading, help string
	area                image.Rectangle
	text                textarea.Model
	take                func(string)
	draft               bool // not touched yet: what is typed first takes its place
}

func newProse(d *desk, name, heading, help, text string, draft bool, take func(string)) *prose {
	p := &prose{desk: d, name: name, heading: heading, help: help, take: take, draft: draft, text: textarea.New()}
	p.text.Prompt = ""
	p.text.ShowLineNumbers = false
	p.text.SetVirtualCursor(false)
	p.text.MaxHeight = 0
	plain := textarea.StyleState{Base: lipgloss.NewStyle(), Text: lipgloss.NewStyle(), CursorLine: lipgloss.NewStyle(), EndOfBuffer: lipgloss.NewStyle(), Placeholder: lipgloss.NewStyle(), Prompt: lipgloss.NewStyle(), LineNumber: lipgloss.NewStyle(), CursorLineNumber: lipgloss.NewStyle()}
	p.text.SetStyles(textarea.Styles{Focused: plain, Blurred: plain})
	p.text.SetValue(text)
	p.text.Focus()
	return p
}

func (p *prose) id() string    { return p.name }
func (p *prose) title() string { return p.heading }

func (p *prose) commands() []command {
	return []command{
		{scope: moves, keys: []string{"enter", "ctrl+s"}, name: p.say.App.Accept, bar: true, do: func() tea.Cmd { p.take(p.text.Value()); p.close(); return nil }},
		{keys: []string{"ctrl+j"}, name: p.say.App.NewLine, bar: true, do: func() tea.Cmd { p.text.InsertString("\n"); return nil }},
	}
}

func (p *prose) typing() bool { return true }

func (p *prose) key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	switch msg.String() {
	case "enter", "ctrl+s", "ctrl+j", "esc", "ctrl+c":
		return nil, false
	}
	p.begun(msg.Text != "")
	var cmd tea.Cmd
	p.text, cmd = p.text.Update(msg)
	return cmd, true
}

// begun ends the draft: a letter takes its place, any other key begins to change it.
func (p *prose) begun(letter bool) {
	if p.draft && letter {
		p.text.SetValue("")
	}
	p.draft = false
}

func (p *prose) paste(text string) { p.begun(true); p.text.InsertString(text) }

func (p *prose) cursor() *tea.Cursor {
	c := p.text.Cursor()
	if c != nil {
		c.X += p.area.Min.X
		c.Y += p.area.Min.Y
	}
	return c
}

func (p *prose) size(room image.Point) image.Point {
	return image.Pt(min(76, room.X), min(13, room.Y))
}

func (p *prose) layout(area image.Rectangle) {
	p.area = area
	p.text.SetWidth(area.Dx())
	p.text.SetHeight(max(area.Dy()-3, 1))
}

func (p *prose) mouse(tea.MouseMsg) tea.Cmd { return nil }

func (p *prose) draw() draw.Block {
	w := p.area.Dx()
	body := draw.Text(w, strings.Split(p.text.View(), "\n")...).Tall(max(p.area.Dy()-3, 1))
	ground, help := p.look.field, p.help
	if p.draft {
		ground, help = p.look.chosenCell, p.say.App.DraftHelp+" "+p.help
	}
	for i, line := range body.Lines {
		body.Lines[i] = ground.Paint(line)
	}
	return draw.Stack(body, draw.Blank(w, 1), draw.Paragraph(w, p.look.dim, help).Tall(2)).Tall(p.area.Dy())
}
