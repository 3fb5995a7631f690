package ui

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/ui/draw"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// finder is a dialog in which one of many things is chosen, and typing letters leaves only
// those that have them: a huh.Select with its filter. Choosing closes it.
type finder struct {
	*desk
	name, heading, text string
	choices             []choice
	typed               func(text string) tea.Cmd // what enter does with a text that no choice has; nil: nothing
	field               *huh.Select[int]
	here                int             // the choice in hand
	input               textinput.Model // the filter as we draw it: huh's own has a cursor of its own
	area, list          image.Rectangle
	lines               []string // of the list as they stand, without inks
}

func newFinder(d *desk, name, heading, text string, at int, choices ...choice) *finder {
	f := &finder{desk: d, name: name, heading: heading, text: text, choices: choices, here: at, input: newInput(d.look)}
	f.field = huh.NewSelect[int]()
	f.fill()
	return f
}

// fill gives the choices to huh, which asks for options before it knows the value in hand.
func (f *finder) fill() {
	options := make([]huh.Option[int], len(f.choices))
	for i, c := range f.choices {
		options[i] = huh.NewOption(c.label, i)
	}
	f.field.Value(&f.here).Options(options...).Filtering(true)
	f.field.WithTheme(bareTheme{}).WithKeyMap(huhKeys())
	f.field.Focus()
}

func (f *finder) id() string    { return f.name }
func (f *finder) title() string { return f.heading }

// found are the choices that have the letters typed, as huh finds them.
func (f *finder) found() []int {
	var found []int
	letters := strings.ToLower(f.input.Value())
	for i, c := range f.choices {
		if strings.Contains(strings.ToLower(c.label), letters) {
			found = append(found, i)
		}
	}
	return found
}

// place is where among those found the one in hand is.
func (f *finder) place() (at, n int) {
	found := f.found()
	here, _ := f.field.Hovered()
	return max(slices.Index(found, here), 0), len(found)
}

// move goes on by lines, as far as there are any.
func (f *finder) move(by int) {
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

func (f *finder) commands() []command {
	say := &f.say.App
	_, n := f.place()
	move := func(by int) func() tea.Cmd { return func() tea.Cmd { f.move(by); return nil } }
	page, all := max(f.list.Dy()-1, 1), len(f.choices)
	return []command{
		{scope: moves, keys: []string{"enter"}, name: say.Choose, bar: true, off: unless(n > 0 || f.typed != nil, f.nothing()), do: f.choose},
		{scope: moves, keys: []string{"up", "shift+tab"}, name: say.Up, do: move(-1)},
		{scope: moves, keys: []string{"down", "tab"}, name: say.Down, do: move(1)},
		{scope: moves, keys: []string{"pgup"}, name: say.PageUp, do: move(-page)},
		{scope: moves, keys: []string{"pgdown"}, name: say.PageDown, do: move(page)},
		{scope: moves, keys: []string{"home"}, name: say.First, do: move(-all)},
		{scope: moves, keys: []string{"end"}, name: say.Last, do: move(all)},
	}
}

func (f *finder) nothing() string { return f.say.App.NothingLike.With("text", f.input.Value()) }

func (f *finder) choose() tea.Cmd {
	i, ok := f.field.Hovered()
	switch {
	case ok:
		f.close()
		return f.choices[i].do()
	case f.typed != nil:
		f.close()
		return f.typed(f.input.Value())
	}
	return nil
}

func (f *finder) typing() bool { return true }

func (f *finder) key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	_, mine := find(msg.String(), f.commands())
	if s := msg.String(); mine || s == "esc" || s == "ctrl+c" {
		return nil, false
	}
	f.search(msg)
	return nil, true
}

// search types into the filter and into its double; what is found first is in hand.
func (f *finder) search(msg tea.Msg) {
	was := f.input.Value()
	f.input, _ = f.input.Update(msg)
	f.field.Update(msg)
	if f.input.Value() != was {
		f.field.Update(tea.KeyPressMsg{}) // huh looks for what was pasted at the next key
		f.move(-len(f.choices))
	}
}

func (f *finder) paste(text string) {
	f.search(tea.PasteMsg{Content: strings.Join(strings.Fields(text), " ")})
}

func (f *finder) cursor() *tea.Cursor {
	return placedCursor(&f.input, image.Pt(f.area.Min.X+2, f.list.Min.Y-2))
}

func (f *finder) size(room image.Point) image.Point {
	w := min(64, room.X)
	for _, c := range f.choices {
		w = min(max(w, draw.Width(c.label)+4), room.X)
	}
	return image.Pt(w, min(f.above(w)+len(f.choices), room.Y))
}

// above are the lines over the list: what it is for, and what was typed.
func (f *finder) above(w int) int {
	if f.text == "" {
		return 2
	}
	return len(draw.Wrap(f.text, w)) + 3
}

func (f *finder) layout(area image.Rectangle) {
	f.area, f.list = area, area
	f.list.Min.Y = min(area.Min.Y+f.above(area.Dx()), area.Max.Y-1)
	f.list.Max.X -= 2 // the column of the marks that it goes on
	f.field.WithWidth(f.list.Dx())
	f.field.View()                      // which must be drawn before it scrolls to the one in hand
	f.field.WithHeight(f.list.Dy() + 1) // of which huh keeps one for a title, shown or not
	f.lines = strings.Split(ansi.Strip(f.field.View()), "\n")
}

// hereAt is the line of a list of huh's on which the cursor is; -1: none.
func hereAt(lines []string) int {
	return slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, signHere) })
}

func (f *finder) mouse(msg tea.MouseMsg) tea.Cmd {
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

func (f *finder) draw() draw.Block {
	w := f.area.Dx()
	b := draw.Block{W: w}
	if f.text != "" {
		b = draw.Stack(draw.Paragraph(w, f.look.plain, f.text), draw.Blank(w, 1))
	}
	at, n := f.place()
	count := strconv.Itoa(n)
	if n > 0 {
		count = f.say.App.NOf.With("n", strconv.Itoa(at+1), "all", count)
	}
	typed := f.look.accent.Paint("› ") + f.input.View()
	if f.input.Value() == "" {
		typed = f.look.accent.Paint("› ") + f.look.dim.Paint(f.say.App.TypeToFind)
	}
	b = draw.Stack(b, draw.Text(w, draw.Fit(typed, w-draw.Width(count)-1)+" "+f.look.dim.Paint(count), ""))
	if n == 0 {
		return draw.Stack(b, draw.Paragraph(w, f.look.dim, f.nothing())).Tall(f.area.Dy())
	}
	shown := min(f.list.Dy(), n)
	return draw.Stack(b, huhList(f.desk, w, f.lines[:min(shown, len(f.lines))], at, n)).Tall(f.area.Dy())
}

// huhList lays our inks over the lines of a list of huh's, of which the one in hand is at a
// place among n, and marks that it goes on above or below.
func huhList(d *desk, w int, lines []string, at, n int) draw.Block {
	b := draw.Block{W: w}
	here := hereAt(lines)
	for i, line := range lines {
		ink := d.look.plain
		switch {
		case i == here:
			ink = d.look.title
		case strings.HasPrefix(strings.TrimLeft(line, " "), signOut):
			ink = d.look.dim
		}
		mark := "  "
		switch {
		case i == 0 && at > here:
			mark = " ↑"
		case i == len(lines)-1 && n-1-at > len(lines)-1-here:
			mark = " ↓"
		}
		b.Lines = append(b.Lines, d.on(i == here, ink).Paint(draw.Fit(strings.TrimRight(line, " "), w-2))+d.look.key.Paint(mark))
	}
	return b
}
