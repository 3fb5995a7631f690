package ui

import (
	"image"
	"strings"

	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// confirm is a dialog that asks before something is lost: a huh.Confirm. Esc goes back to
// where one was.
type confirm struct {
	*desk
	name, heading, text string
	yes, no             choice
	answer              bool // the button in hand is yes
	field               *huh.Confirm
	area                image.Rectangle
	line                string // of the buttons, without inks
}

// newConfirm asks with the first button in hand.
func newConfirm(d *desk, name, heading, text string, yes, no choice) *confirm {
	c := &confirm{desk: d, name: name, heading: heading, text: text, yes: yes, no: no, answer: true}
	c.field = huh.NewConfirm().Affirmative(yes.label).Negative(no.label).Value(&c.answer)
	c.field.WithTheme(bareTheme{}).WithKeyMap(huhKeys())
	c.field.Focus()
	return c
}

func (c *confirm) id() string    { return c.name }
func (c *confirm) title() string { return c.heading }

func (c *confirm) commands() []command {
	say := &c.say.App
	return []command{
		{scope: moves, keys: []string{"enter", "space"}, name: say.Choose, bar: true, do: c.choose},
		{scope: moves, keys: []string{"right", "left", "tab", "shift+tab", "up", "down"}, name: say.NextValue, bar: true, do: func() tea.Cmd {
			c.field.Update(tea.KeyPressMsg{Code: tea.KeyRight})
			return nil
		}},
	}
}

func (c *confirm) choose() tea.Cmd {
	c.close()
	if c.answer {
		return c.yes.do()
	}
	return c.no.do()
}

func (c *confirm) size(room image.Point) image.Point {
	w := min(64, room.X)
	return image.Pt(w, min(len(draw.Wrap(c.text, w))+2, room.Y))
}

func (c *confirm) layout(area image.Rectangle) {
	c.area = area
	c.line, _, _ = strings.Cut(ansi.Strip(c.field.View()), "\n")
	c.line = strings.TrimRight(c.line, " ")
}

// buttons are the cells of the line that each button takes.
func (c *confirm) buttons() (yes, no [2]int) {
	before, _, _ := strings.Cut(c.line, c.yes.label)
	at := draw.Width(before)
	yes = [2]int{max(at-2, 0), at + draw.Width(c.yes.label) + 1}
	return yes, [2]int{yes[1] + 1, draw.Width(c.line) + 1}
}

func (c *confirm) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	if _, click := msg.(tea.MouseClickMsg); !click || m.Y != c.area.Max.Y-1 {
		return nil
	}
	yes, no := c.buttons()
	x := m.X - c.area.Min.X
	for answer, b := range map[bool][2]int{true: yes, false: no} {
		if x >= b[0] && x < b[1] {
			c.answer = answer
			return c.choose()
		}
	}
	return nil
}

func (c *confirm) draw() draw.Block {
	w := c.area.Dx()
	yes, no := c.buttons()
	line := c.line + "  "
	ink := func(on bool) draw.Ink {
		if on {
			return c.look.chosenCell
		}
		return c.look.field
	}
	row := draw.Cut(line, 0, yes[0]) + ink(c.answer).Paint(draw.Cut(line, yes[0], yes[1])) +
		draw.Cut(line, yes[1], no[0]) + ink(!c.answer).Paint(draw.Cut(line, no[0], no[1]))
	return draw.Stack(draw.Paragraph(w, c.look.plain, c.text), draw.Blank(w, 1), draw.Text(w, draw.Fit(row, w))).Tall(c.area.Dy())
}
