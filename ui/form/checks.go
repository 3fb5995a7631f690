// A dialog in which several things are ticked.

package form

import (
	"image"
	"slices"
	"strconv"

	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// Checks is a dialog in which some of several things are ticked: a huh.MultiSelect. What is
// ticked counts at once; one undo takes the whole dialog back.
type Checks struct {
	*desk.Desk
	name, heading, text string
	options             []templates.Field
	marked              func() []int          // what is ticked now, in order
	mark                func(marked []int)    // ticks these and no others
	field               *huh.MultiSelect[int] // nil before the first layout: what is ticked may change until then
	refused             bool                  // the last ticks were not taken: huh has to read them anew
	area, list          image.Rectangle
	drawn               image.Point // the size in which huh drew
	lines               []string    // of the list as they stand, without inks
}

// NewChecks is a dialog of things to tick; see Checks.
func NewChecks(d *desk.Desk, name, heading, text string, options []templates.Field,
	marked func() []int, mark func([]int)) *Checks {
	return &Checks{Desk: d, name: name, heading: heading, text: text, options: options, marked: marked, mark: mark}
}

// Get is what is ticked, for huh.
func (c *Checks) Get() []int { return c.marked() }

// Set ticks what huh says; it says so when it is looked at too, and then nothing changes.
func (c *Checks) Set(marked []int) {
	if slices.Equal(marked, c.marked()) {
		return
	}
	c.mark(marked)
	c.refused = !slices.Equal(marked, c.marked())
}

func (c *Checks) fill() {
	options := make([]huh.Option[int], len(c.options))
	for i, x := range c.options {
		options[i] = huh.NewOption(x.Label, i)
	}
	c.refused = false
	c.field = huh.NewMultiSelect[int]().Accessor(c).Options(options...).Filterable(false)
	c.field.WithTheme(bareTheme{}).WithKeyMap(huhKeys())
	c.field.Focus()
}

// Fields are the same choices as fields, for who is asked in words.
func (c *Checks) Fields() []Field {
	say := &c.Say.Board
	fields := make([]Field, len(c.options))
	for i, words := range c.options {
		f := Field{ID: c.name + "." + strconv.Itoa(i), Label: words.Label, Help: words.Help,
			Values: []string{say.Yes, say.No}, Value: say.No, At: 1}
		if slices.Contains(c.marked(), i) {
			f.Value, f.At = say.Yes, 0
		}
		f.Choose = func(v int) { c.put(i, v == 0) }
		fields[i] = f
	}
	return fields
}

// put ticks one, or takes its tick away.
func (c *Checks) put(i int, on bool) {
	marked := slices.DeleteFunc(slices.Clone(c.marked()), func(x int) bool { return x == i })
	if on {
		marked = append(marked, i)
		slices.Sort(marked)
	}
	c.Set(marked)
}

// ID implements desk.Screen.
func (c *Checks) ID() string { return c.name }

// Title implements desk.Screen.
func (c *Checks) Title() string { return c.heading }

// here is the option in hand.
func (c *Checks) here() int {
	if c.field == nil {
		return 0
	}
	i, _ := c.field.Hovered()
	return i
}

func (c *Checks) move(by int) {
	press(c.field, min(max(c.here()+by, 0), len(c.options)-1)-c.here())
}

// Commands implements desk.Screen.
func (c *Checks) Commands() []desk.Command {
	say := &c.Say.App
	move := func(by int) func() tea.Cmd { return func() tea.Cmd { c.move(by); return nil } }
	tell := func(key tea.KeyPressMsg) func() tea.Cmd {
		return func() tea.Cmd { c.field.Update(key); return nil }
	}
	all := say.TickAll
	if len(c.marked()) == len(c.options) {
		all = say.TickNone
	}
	page, n := max(c.list.Dy()-1, 1), len(c.options)
	return []desk.Command{
		{Keys: []string{"space", "x"}, Name: say.Tick, Bar: true,
			Do: tell(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})},
		{Keys: []string{"ctrl+a"}, Name: all, Bar: true, Do: tell(tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl})},
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: say.Accept, Bar: true,
			Do: func() tea.Cmd { c.Close(); return nil }},
		{Scope: desk.Moves, Keys: []string{"up", "k", "shift+tab"}, Name: say.Up, Do: move(-1)},
		{Scope: desk.Moves, Keys: []string{"down", "j", "tab"}, Name: say.Down, Do: move(1)},
		{Scope: desk.Moves, Keys: []string{"pgup"}, Name: say.PageUp, Do: move(-page)},
		{Scope: desk.Moves, Keys: []string{"pgdown"}, Name: say.PageDown, Do: move(page)},
		{Scope: desk.Moves, Keys: []string{"home"}, Name: say.First, Do: move(-n)},
		{Scope: desk.Moves, Keys: []string{"end"}, Name: say.Last, Do: move(n)},
	}
}

// helpH are the lines below the list, for what the option in hand is.
const helpH = 3

// Size implements desk.Dialog.
func (c *Checks) Size(room image.Point) image.Point {
	w := min(64, room.X)
	return image.Pt(w, min(c.above(w)+len(c.options)+helpH, room.Y))
}

// above are the lines over the list.
func (c *Checks) above(w int) int {
	if c.text == "" {
		return 0
	}
	return len(draw.Wrap(c.text, w)) + 1
}

// Layout implements desk.Screen.
func (c *Checks) Layout(area image.Rectangle) {
	if here := c.here(); c.field == nil || c.refused {
		c.fill()
		c.drawn = image.Point{}
		press(c.field, here-c.here())
	}
	c.area, c.list = area, area
	c.list.Min.Y = area.Min.Y + c.above(area.Dx())
	c.list.Max.Y = max(area.Max.Y-helpH, c.list.Min.Y+1)
	c.lines = huhLines(c.field, c.list.Size().Sub(image.Pt(2, 0)), &c.drawn)
}

// Mouse ticks at one click: a line with a box before it looks like it.
func (c *Checks) Mouse(msg tea.MouseMsg) tea.Cmd {
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

// Draw implements desk.Screen.
func (c *Checks) Draw() draw.Block {
	w := c.area.Dx()
	b := draw.Block{W: w}
	if c.text != "" {
		b = draw.Stack(draw.Paragraph(w, c.Look.Plain, c.text), draw.Blank(w, 1))
	}
	n := len(c.options)
	b = draw.Stack(b, huhList(c.Desk, w, c.lines[:min(c.list.Dy(), n, len(c.lines))], c.here(), n))
	help := draw.Within(w, helpH-1, c.Look.Dim, c.options[c.here()].Help)
	return draw.Stack(b, draw.Blank(w, 1), help).Tall(c.area.Dy())
}
