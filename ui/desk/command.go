// Commands: what a person can do, and with which keys.

package desk

import (
	"strconv"
	"strings"

	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// Command is something a person can do on a screen. One list of them, made anew each
// time so that words and reasons are always true, feeds the dispatch of keys, the footer,
// the help, the palette and the table of keys in the docs.
type Command struct {
	Keys  []string       // as Bubble Tea names them; the first is shown
	Name  string         // what it does, as short as a button
	Pair  *Pair          // what the footer says where it stands for two commands
	Off   string         // why it cannot be done now; empty: it can
	Bar   bool           // shown in the footer
	Keep  bool           // there before any other
	Scope scope          // from where it can be found by name
	Do    func() tea.Cmd // may be nil when off
}

// scope is from where a command can be found by name, in the palette.
type scope int

const (
	OnRail     scope = iota // a step's: found from every step, and done there
	Here                    // a step's, of what is in hand on it: found only there
	Everywhere              // the frame's: works on every step
	InDialog                // a dialog's, while it is in front
	Moves                   // only goes about a screen: nobody looks for it by name
)

// Unless gives the reason why something cannot be done, unless it can.
func Unless(can bool, why string) string {
	if can {
		return ""
	}
	return why
}

// Pair is how the footer calls two commands in one.
type Pair struct{ Keys, Name string }

// Find is the command for a key.
func Find(key string, lists ...[]Command) (Command, bool) {
	for _, list := range lists {
		for _, c := range list {
			for _, k := range c.Keys {
				if k == key {
					return c, true
				}
			}
		}
	}
	return Command{}, false
}

// KeyName is how a key is called on the screen.
func (d *Desk) KeyName(key string) string {
	names := &d.Say.App.Keys
	if rest, ok := strings.CutPrefix(key, "shift+"); ok {
		return names.Shift + d.KeyName(rest)
	}
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok {
		if len(rest) > 1 {
			return "^" + d.KeyName(rest)
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

// Placed is a command with the cells of the frame where it can be clicked.
type Placed struct {
	Command
	From, To int // cells of its line
}

// Bar writes the commands of the footer on one line of w cells, the first ones first, and
// says where each of them came to stand. The way to the help is always among them.
func (d *Desk) Bar(w int, lists ...[]Command) (string, []Placed) {
	kept := 0
	for i, list := range lists {
		for _, c := range list {
			if c.Keep && !shadowed(lists[:i], &c) {
				kept += d.barWidth(c) + 2
			}
		}
	}
	var b strings.Builder
	at := make([]Placed, 0, 12)
	x := 1
	b.Grow(4 * w)
	b.WriteByte(' ')
	for i, list := range lists {
		for _, c := range list {
			if !c.Bar || len(c.Keys) == 0 || shadowed(lists[:i], &c) {
				continue
			}
			n := d.barWidth(c)
			if c.Keep {
				kept -= n + 2
			}
			if x+n > w-1-kept {
				continue
			}
			if len(at) > 0 {
				b.WriteString("  ")
			}
			key, name := d.barText(c)
			d.Look.Key.To(&b, key)
			b.WriteByte(' ')
			d.Look.Dim.To(&b, name)
			at = append(at, Placed{c, x, x + n})
			x += n + 2
		}
	}
	return draw.Fit(b.String(), w), at
}

// shadowed tells whether a list before has a command of the footer with the same key.
func shadowed(before [][]Command, c *Command) bool {
	for _, list := range before {
		for i := range list {
			if x := &list[i]; x.Bar && len(x.Keys) > 0 && x.Keys[0] == c.Keys[0] {
				return true
			}
		}
	}
	return false
}

func (d *Desk) barWidth(c Command) int {
	key, name := d.barText(c)
	return draw.Width(key) + 1 + draw.Width(name)
}

func (d *Desk) barText(c Command) (key, name string) {
	if c.Pair != nil {
		return c.Pair.Keys, c.Pair.Name
	}
	return d.KeyName(c.Keys[0]), c.Name
}

// MoreRule is a rule that says how many of n rows are above and below those shown.
func (d *Desk) MoreRule(w, n, top, shown int) string {
	more := ""
	if top > 0 {
		more += "↑ " + d.Say.App.OtherRows.N(top, strconv.Itoa(top)) + " "
	}
	if below := n - top - shown; below > 0 {
		more += "↓ " + d.Say.App.OtherRows.N(below, strconv.Itoa(below)) + " "
	}
	return d.Look.Dim.Paint(more) + d.Look.Line.Paint(draw.Rule(w-draw.Width(more)))
}
