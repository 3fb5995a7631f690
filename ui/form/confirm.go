// A question with two answers.

package form

import (
	"image"
	"strings"

	"arringa/ui/desk"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// confirm is a dialog that asks before something is lost: a huh.Confirm. Esc goes back to
// where one was.
type confirm struct {
	*desk.Desk
	name, heading, text string
	yes, no             Choice
	answer              bool // the button in hand is yes
	field               *huh.Confirm
	area                image.Rectangle
	line                string // of the buttons, without inks
}

// newConfirm asks with the first button in hand.
func newConfirm(d *desk.Desk, name, heading, text string, yes, no Choice) *confirm {
	c := &confirm{Desk: d, name: name, heading: heading, text: text, yes: yes, no: no, answer: true}
	c.field = huh.NewConfirm().Affirmative(yes.Label).Negative(no.Label).Value(&c.answer)
	c.field.WithTheme(bareTheme{}).WithKeyMap(huhKeys())
	c.field.Focus()
	return c
}

func (c *confirm) ID() string    { return c.name }
func (c *confirm) Title() string { return c.heading }

func (c *confirm) Commands() []desk.Command {
	say := &c.Say.App
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter", "space"}, Name: say.Choose, Bar: true, Do: c.choose},
		{Scope: desk.Moves, Keys: []string{"right", "left", "tab", "shift+tab", "up", "down"}, Name: say.NextValue,
			Bar: true,
			Do:  func() tea.Cmd { c.field.Update(tea.KeyPressMsg{Code: tea.KeyRight}); return nil }},
	}
}

func (c *confirm) choose() tea.Cmd {
	c.Close()
	if c.answer {
		return c.yes.Do()
	}
	return c.no.Do()
}

func (c *confirm) Size(room image.Point) image.Point {
	w := min(64, room.X)
	return image.Pt(w, min(len(draw.Wrap(c.text, w))+2, room.Y))
}

func (c *confirm) Layout(area image.Rectangle) {
	c.area = area
	c.line, _, _ = strings.Cut(ansi.Strip(c.field.View()), "\n")
	c.line = strings.TrimRight(c.line, " ")
}

// buttons are the cells of the line that each button takes.
func (c *confirm) buttons() (yes, no [2]int) {
	before, _, _ := strings.Cut(c.line, c.yes.Label)
	at := draw.Width(before)
	yes = [2]int{max(at-2, 0), at + draw.Width(c.yes.Label) + 1}
	return yes, [2]int{yes[1] + 1, draw.Width(c.line) + 1}
}

func (c *confirm) Mouse(msg tea.MouseMsg) tea.Cmd {
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

func (c *confirm) Draw() draw.Block {
	w := c.area.Dx()
	yes, no := c.buttons()
	line := c.line + "  "
	ink := func(on bool) draw.Ink {
		if on {
			return c.Look.ChosenCell
		}
		return c.Look.Field
	}
	row := draw.Cut(line, 0, yes[0]) + ink(c.answer).Paint(draw.Cut(line, yes[0], yes[1])) +
		draw.Cut(line, yes[1], no[0]) + ink(!c.answer).Paint(draw.Cut(line, no[0], no[1]))
	text := draw.Paragraph(w, c.Look.Plain, c.text)
	return draw.Stack(text, draw.Blank(w, 1), draw.Text(w, draw.Fit(row, w))).Tall(c.area.Dy())
}
