package ui

import (
	"strconv"
	"strings"

	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// command is something a person can do on a screen. One list of them, made anew each
// time so that words and reasons are always true, feeds the dispatch of keys, the footer,
// the help, the palette and the table of keys in the docs.
type command struct {
	keys  []string       // as Bubble Tea names them; the first is shown
	name  string         // what it does, as short as a button
	pair  *pair          // what the footer says where it stands for two commands
	off   string         // why it cannot be done now; empty: it can
	bar   bool           // shown in the footer
	keep  bool           // there before any other
	scope scope          // from where it can be found by name
	do    func() tea.Cmd // may be nil when off
}

// scope is from where a command can be found by name, in the palette.
type scope int

const (
	onRail     scope = iota // a step's: found from every step, and done there
	here                    // a step's, of what is in hand on it: found only there
	everywhere              // the frame's: works on every step
	inDialog                // a dialog's, while it is in front
	moves                   // only goes about a screen: nobody looks for it by name
)

// unless gives the reason why something cannot be done, unless it can.
func unless(can bool, why string) string {
	if can {
		return ""
	}
	return why
}

// pair is how the footer calls two commands in one.
type pair struct{ keys, name string }

// find is the command for a key.
func find(key string, lists ...[]command) (command, bool) {
	for _, list := range lists {
		for _, c := range list {
			for _, k := range c.keys {
				if k == key {
					return c, true
				}
			}
		}
	}
	return command{}, false
}

// keyName is how a key is called on the screen.
func (d *desk) keyName(key string) string {
	names := &d.say.App.Keys
	if rest, ok := strings.CutPrefix(key, "shift+"); ok {
		return names.Shift + d.keyName(rest)
	}
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok {
		if len(rest) > 1 {
			return "^" + d.keyName(rest)
		}
		return "^" + strings.ToUpper(rest)
	}
	if len(key) > 1 && key[0] == 'f' && key[1] >= '1' && key[1] <= '9' { // F3
		return strings.ToUpper(key)
	}
	switch key {
	case "left":
		return "←"
	case "right":
		return "→"
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "enter":
		return names.Enter
	case "space":
		return names.Space
	case "tab":
		return names.Tab
	case "esc":
		return names.Esc
	case "home":
		return names.Home
	case "end":
		return names.End
	case "delete":
		return names.Delete
	case "backspace":
		return names.Backspace
	case "pgup":
		return names.PgUp
	case "pgdown":
		return names.PgDown
	}
	return key
}

// placed is a command with the cells of the frame where it can be clicked.
type placed struct {
	command
	from, to int // cells of its line
}

// bar writes the commands of the footer on one line of w cells, the first ones first, and
// says where each of them came to stand. The way to the help is always among them.
func (d *desk) bar(w int, lists ...[]command) (string, []placed) {
	kept := 0
	for _, list := range lists {
		for _, c := range list {
			if c.keep {
				kept += d.barWidth(c) + 2
			}
		}
	}
	var b strings.Builder
	at := make([]placed, 0, 12)
	x := 1
	b.Grow(4 * w)
	b.WriteByte(' ')
	for _, list := range lists {
		for _, c := range list {
			if !c.bar || len(c.keys) == 0 {
				continue
			}
			n := d.barWidth(c)
			if c.keep {
				kept -= n + 2
			}
			if x+n > w-1-kept {
				continue
			}
			if len(at) > 0 {
				b.WriteString("  ")
			}
			key, name := d.barText(c)
			d.look.key.To(&b, key)
			b.WriteByte(' ')
			d.look.dim.To(&b, name)
			at = append(at, placed{c, x, x + n})
			x += n + 2
		}
	}
	return draw.Fit(b.String(), w), at
}

func (d *desk) barWidth(c command) int {
	key, name := d.barText(c)
	return draw.Width(key) + 1 + draw.Width(name)
}

func (d *desk) barText(c command) (key, name string) {
	if c.pair != nil {
		return c.pair.keys, c.pair.name
	}
	return d.keyName(c.keys[0]), c.name
}

// moreRule is a rule that says how many of n rows are above and below those shown.
func (d *desk) moreRule(w, n, top, shown int) string {
	more := ""
	if top > 0 {
		more += "↑ " + d.say.App.OtherRows.N(top, strconv.Itoa(top)) + " "
	}
	if below := n - top - shown; below > 0 {
		more += "↓ " + d.say.App.OtherRows.N(below, strconv.Itoa(below)) + " "
	}
	return d.look.dim.Paint(more) + d.look.line.Paint(draw.Rule(w-draw.Width(more)))
}
