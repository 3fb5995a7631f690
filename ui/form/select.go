// A long list that a few letters shorten.

package form

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/foreign"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// Finder is a dialog in which one of many things is chosen, and typing letters leaves only
// those that have them: a huh.Select with its filter. Choosing closes it.
type Finder struct {
	*desk.Desk
	name, heading, text string
	choices             []Choice
	Typed               func(text string) tea.Cmd // what enter does with a text that no choice has; nil: nothing
	field               *huh.Select[int]
	here                int             // the choice in hand
	input               textinput.Model // the filter as we draw it: huh's own has a cursor of its own
	area, list          image.Rectangle
	drawn               image.Point // the size in which huh drew
	lines               []string    // of the list as they stand, without inks
}

// NewFinder is a list that letters shorten; see Finder.
func NewFinder(d *desk.Desk, name, heading, text string, at int, choices ...Choice) *Finder {
	for i := range choices { // file names among them: what huh draws must be text alone
		choices[i].Label = foreign.Line(choices[i].Label)
	}
	f := &Finder{Desk: d, name: name, heading: heading, text: text, choices: choices, here: at, input: NewInput(d.Look)}
	f.field = huh.NewSelect[int]()
	f.fill()
	return f
}

// fill gives the choices to huh, which asks for options before it knows the value in hand.
func (f *Finder) fill() {
	options := make([]huh.Option[int], len(f.choices))
	for i, c := range f.choices {
		options[i] = huh.NewOption(c.Label, i)
	}
	f.field.Value(&f.here).Options(options...).Filtering(true)
	f.field.WithTheme(bareTheme{}).WithKeyMap(huhKeys())
	f.field.Focus()
}

// ID implements desk.Screen.
func (f *Finder) ID() string { return f.name }

// Title implements desk.Screen.
func (f *Finder) Title() string { return f.heading }

// found are the choices that have the letters typed, as huh finds them.
func (f *Finder) found() []int {
	var found []int
	letters := strings.ToLower(f.input.Value())
	for i, c := range f.choices {
		if strings.Contains(strings.ToLower(c.Label), letters) {
			found = append(found, i)
		}
	}
	return found
}

// place is where among those found the one in hand is.
func (f *Finder) place() (at, n int) {
	found := f.found()
	here, _ := f.field.Hovered()
	return max(slices.Index(found, here), 0), len(found)
}

// move goes on by lines, as far as there are any.
func (f *Finder) move(by int) {
	at, n := f.place()
	press(f.field, min(max(at+by, 0), max(n-1, 0))-at)
}

// press goes up or down in a list of huh's, a key at a time.
func press(field huh.Field, by int) {
	key := tea.KeyPressMsg{Code: tea.KeyDown}
	if by < 0 {
		key, by = tea.KeyPressMsg{Code: tea.KeyUp}, -by
	}
	for range by {
		field.Update(key)
	}
}

// Commands implements desk.Screen.
func (f *Finder) Commands() []desk.Command {
	say := &f.Say.App
	_, n := f.place()
	move := func(by int) func() tea.Cmd { return func() tea.Cmd { f.move(by); return nil } }
	page, all := max(f.list.Dy()-1, 1), len(f.choices)
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: say.Choose, Bar: true, Do: f.choose,
			Off: desk.Unless(n > 0 || f.Typed != nil, f.nothing())},
		{Scope: desk.Moves, Keys: []string{"up", "shift+tab"}, Name: say.Up, Do: move(-1)},
		{Scope: desk.Moves, Keys: []string{"down", "tab"}, Name: say.Down, Do: move(1)},
		{Scope: desk.Moves, Keys: []string{"pgup"}, Name: say.PageUp, Do: move(-page)},
		{Scope: desk.Moves, Keys: []string{"pgdown"}, Name: say.PageDown, Do: move(page)},
		{Scope: desk.Moves, Keys: []string{"home"}, Name: say.First, Do: move(-all)},
		{Scope: desk.Moves, Keys: []string{"end"}, Name: say.Last, Do: move(all)},
	}
}

func (f *Finder) nothing() string { return f.Say.App.NothingLike.With("text", f.input.Value()) }

func (f *Finder) choose() tea.Cmd {
	i, ok := f.field.Hovered()
	switch {
	case ok:
		f.Close()
		return f.choices[i].Do()
	case f.Typed != nil:
		f.Close()
		return f.Typed(f.input.Value())
	}
	return nil
}

// Typing implements desk.Typist.
func (f *Finder) Typing() bool { return true }

// Key implements desk.Typist.
func (f *Finder) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	_, mine := desk.Find(msg.String(), f.Commands())
	if s := msg.String(); mine || s == "esc" || s == "ctrl+c" {
		return nil, false
	}
	f.search(msg)
	return nil, true
}

// search types into the filter and into its double; what is found first is in hand.
func (f *Finder) search(msg tea.Msg) {
	was := f.input.Value()
	f.input, _ = f.input.Update(msg)
	f.field.Update(msg)
	if f.input.Value() != was {
		f.field.Update(tea.KeyPressMsg{}) // huh looks for what was pasted at the next key
		f.move(-len(f.choices))
	}
}

// Paste implements desk.Typist.
func (f *Finder) Paste(text string) {
	f.search(tea.PasteMsg{Content: strings.Join(strings.Fields(text), " ")})
}

// Cursor implements desk.Typist.
func (f *Finder) Cursor() *tea.Cursor {
	return PlacedCursor(&f.input, image.Pt(f.area.Min.X+2, f.list.Min.Y-2))
}

// Size implements desk.Dialog.
func (f *Finder) Size(room image.Point) image.Point {
	w := min(64, room.X)
	for _, c := range f.choices {
		w = min(max(w, draw.Width(c.Label)+4), room.X)
	}
	return image.Pt(w, min(f.above(w)+len(f.choices), room.Y))
}

// above are the lines over the list: what it is for, and what was typed.
func (f *Finder) above(w int) int {
	if f.text == "" {
		return 2
	}
	return len(draw.Wrap(f.text, w)) + 3
}

// Layout implements desk.Screen.
func (f *Finder) Layout(area image.Rectangle) {
	f.area, f.list = area, area
	f.list.Min.Y = min(area.Min.Y+f.above(area.Dx()), area.Max.Y-1)
	f.list.Max.X -= 2 // the column of the marks that it goes on
	// Of the height huh keeps a line for a title, shown or not.
	f.lines = huhLines(f.field, f.list.Size().Add(image.Pt(0, 1)), &f.drawn)
}

// huhLines are the lines of a list of huh's, without inks, in a size; drawn is the one of
// before. Before a list scrolls to the option in hand it must have been drawn.
func huhLines(field huh.Field, size image.Point, drawn *image.Point) []string {
	if *drawn != size {
		*drawn = size
		field.WithWidth(size.X)
		field.WithHeight(size.Y)
		field.View()
		field.Update(nil)
	}
	return strings.Split(ansi.Strip(field.View()), "\n")
}

// hereAt is the line of a list of huh's on which the cursor is; -1: none.
func hereAt(lines []string) int {
	return slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, signHere) })
}

// Mouse implements desk.Screen.
func (f *Finder) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		at, row := image.Pt(m.X, m.Y), m.Y-f.list.Min.Y
		if !at.In(f.list) || row >= len(f.lines) || strings.TrimSpace(f.lines[row]) == "" {
			return nil
		}
		press(f.field, row-hereAt(f.lines))
		return f.choose()
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			f.move(-1)
		} else {
			f.move(1)
		}
	}
	return nil
}

// Draw implements desk.Screen.
func (f *Finder) Draw() draw.Block {
	w := f.area.Dx()
	b := draw.Block{W: w}
	if f.text != "" {
		b = draw.Stack(draw.Paragraph(w, f.Look.Plain, f.text), draw.Blank(w, 1))
	}
	at, n := f.place()
	count := strconv.Itoa(n)
	if n > 0 {
		count = f.Say.App.NOf.With("n", strconv.Itoa(at+1), "all", count)
	}
	typed := f.Look.Accent.Paint("› ") + f.input.View()
	if f.input.Value() == "" {
		typed = f.Look.Accent.Paint("› ") + f.Look.Dim.Paint(f.Say.App.TypeToFind)
	}
	b = draw.Stack(b, draw.Text(w, draw.Fit(typed, w-draw.Width(count)-1)+" "+f.Look.Dim.Paint(count), ""))
	if n == 0 {
		return draw.Stack(b, draw.Paragraph(w, f.Look.Dim, f.nothing())).Tall(f.area.Dy())
	}
	shown := min(f.list.Dy(), n)
	return draw.Stack(b, huhList(f.Desk, w, f.lines[:min(shown, len(f.lines))], at, n)).Tall(f.area.Dy())
}

// huhList lays our inks over the lines of a list of huh's, of which the one in hand is at a
// place among n, and marks that it goes on above or below.
func huhList(d *desk.Desk, w int, lines []string, at, n int) draw.Block {
	b := draw.Block{W: w}
	here := hereAt(lines)
	for i, line := range lines {
		ink := d.Look.Plain
		switch {
		case i == here:
			ink = d.Look.Title
		case strings.HasPrefix(strings.TrimLeft(line, " "), signOut):
			ink = d.Look.Dim
		}
		mark := "  "
		switch {
		case i == 0 && at > here:
			mark = " ↑"
		case i == len(lines)-1 && n-1-at > len(lines)-1-here:
			mark = " ↓"
		}
		text := draw.Fit(strings.TrimRight(line, " "), w-2)
		b.Lines = append(b.Lines, d.On(i == here, ink).Paint(text)+d.Look.Key.Paint(mark))
	}
	return b
}
