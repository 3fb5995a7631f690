package ui

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// checks is a dialog in which some of several things are ticked: a huh.MultiSelect. What is
// ticked counts at once; one undo takes the whole dialog back.
type checks struct {
	*desk
	name, heading, text string
	options             []templates.Field
	marked              func() []int          // what is ticked now, in order
	mark                func(marked []int)    // ticks these and no others
	field               *huh.MultiSelect[int] // nil before the first layout: what is ticked may change until then
	refused             bool                  // the last ticks were not taken: huh has to read them anew
	area, list          image.Rectangle
	lines               []string // of the list as they stand, without inks
}

func newChecks(d *desk, name, heading, text string, options []templates.Field, marked func() []int, mark func([]int)) *checks {
	return &checks{desk: d, name: name, heading: heading, text: text, options: options, marked: marked, mark: mark}
}

// Get is what is ticked, for huh.
func (c *checks) Get() []int { return c.marked() }

// Set ticks what huh says; it says so when it is looked at too, and then nothing changes.
func (c *checks) Set(marked []int) {
	if slices.Equal(marked, c.marked()) {
		return
	}
	c.mark(marked)
	c.refused = !slices.Equal(marked, c.marked())
}

func (c *checks) fill() {
	options := make([]huh.Option[int], len(c.options))
	for i, x := range c.options {
		options[i] = huh.NewOption(x.Label, i)
	}
	c.refused = false
	c.field = huh.NewMultiSelect[int]().Accessor(c).Options(options...).Filterable(false)
	c.field.WithTheme(bareTheme{}).WithKeyMap(huhKeys())
	c.field.Focus()
}

// asks are the same choices as fields, for who is asked in words.
func (c *checks) asks() []field {
	say := &c.say.Board
	fields := make([]field, len(c.options))
	for i, words := range c.options {
		f := field{id: c.name + "." + strconv.Itoa(i), label: words.Label, help: words.Help, values: []string{say.Yes, say.No}, value: say.No, at: 1}
		if slices.Contains(c.marked(), i) {
			f.value, f.at = say.Yes, 0
		}
		f.choose = func(v int) { c.put(i, v == 0) }
		fields[i] = f
	}
	return fields
}

// put ticks one, or takes its tick away.
func (c *checks) put(i int, on bool) {
	marked := slices.DeleteFunc(slices.Clone(c.marked()), func(x int) bool { return x == i })
	if on {
		marked = append(marked, i)
		slices.Sort(marked)
	}
	c.Set(marked)
}

func (c *checks) id() string    { return c.name }
func (c *checks) title() string { return c.heading }

// here is the option in hand.
func (c *checks) here() int {
	if c.field == nil {
		return 0
	}
	i, _ := c.field.Hovered()
	return i
}

func (c *checks) move(by int) {
	press(c.field, min(max(c.here()+by, 0), len(c.options)-1)-c.here())
}

func (c *checks) commands() []command {
	say := &c.say.App
	move := func(by int) func() tea.Cmd { return func() tea.Cmd { c.move(by); return nil } }
	tell := func(key tea.KeyPressMsg) func() tea.Cmd {
		return func() tea.Cmd { c.field.Update(key); return nil }
	}
	all := say.TickAll
	if len(c.marked()) == len(c.options) {
		all = say.TickNone
	}
	page, n := max(c.list.Dy()-1, 1), len(c.options)
	return []command{
		{keys: []string{"space", "x"}, name: say.Tick, bar: true, do: tell(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})},
		{keys: []string{"ctrl+a"}, name: all, bar: true, do: tell(tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})},
		{scope: moves, keys: []string{"enter"}, name: say.Accept, bar: true, do: func() tea.Cmd { c.close(); return nil }},
		{scope: moves, keys: []string{"up", "k", "shift+tab"}, name: say.Up, do: move(-1)},
		{scope: moves, keys: []string{"down", "j", "tab"}, name: say.Down, do: move(1)},
		{scope: moves, keys: []string{"pgup"}, name: say.PageUp, do: move(-page)},
		{scope: moves, keys: []string{"pgdown"}, name: say.PageDown, do: move(page)},
		{scope: moves, keys: []string{"home"}, name: say.First, do: move(-n)},
		{scope: moves, keys: []string{"end"}, name: say.Last, do: move(n)},
	}
}

// helpH are the lines below the list, for what the option in hand is.
const helpH = 3

func (c *checks) size(room image.Point) image.Point {
	w := min(64, room.X)
	return image.Pt(w, min(c.above(w)+len(c.options)+helpH, room.Y))
}

// above are the lines over the list.
func (c *checks) above(w int) int {
	if c.text == "" {
		return 0
	}
	return len(draw.Wrap(c.text, w)) + 1
}

func (c *checks) layout(area image.Rectangle) {
	if here := c.here(); c.field == nil || c.refused {
		c.fill()
		press(c.field, here-c.here())
	}
	c.area, c.list = area, area
	c.list.Min.Y = area.Min.Y + c.above(area.Dx())
	c.list.Max.Y = max(area.Max.Y-helpH, c.list.Min.Y+1)
	c.field.WithWidth(c.list.Dx() - 2)
	c.field.View() // which must be drawn before it scrolls to the one in hand
	c.field.WithHeight(c.list.Dy())
	c.field.Update(nil) // which it does at the next message
	c.lines = strings.Split(ansi.Strip(c.field.View()), "\n")
}

// mouse ticks at one click: a line with a box before it looks like it.
func (c *checks) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if row := m.Y - c.list.Min.Y; image.Pt(m.X, m.Y).In(c.list) && row < len(c.lines) {
			press(c.field, row-hereAt(c.lines))
			c.field.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			c.move(-1)
		} else {
			c.move(1)
		}
	}
	return nil
}

func (c *checks) draw() draw.Block {
	w := c.area.Dx()
	b := draw.Block{W: w}
	if c.text != "" {
		b = draw.Stack(draw.Paragraph(w, c.look.plain, c.text), draw.Blank(w, 1))
	}
	n := len(c.options)
	b = draw.Stack(b, huhList(c.desk, w, c.lines[:min(c.list.Dy(), n, len(c.lines))], c.here(), n))
	return draw.Stack(b, draw.Blank(w, 1), draw.Paragraph(w, c.look.dim, c.options[c.here()].Help).Tall(helpH-1)).Tall(c.area.Dy())
}
