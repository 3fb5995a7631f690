package calendar

import (
	"image"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// begin opens the month in hand for typing: with what it has, or with what was typed first.
func (c *calendar) begin(text string) {
	c.input = form.NewInput(c.Look)
	if c.was = ""; text == "" {
		text = c.Say.Typed(plan.MonthsOf(c.Plan(), c.row)[c.col])
		c.was = text
	}
	c.input.SetValue(text)
	c.input.CursorEnd()
	c.input.SetWidth(12)
	c.typed = true
	c.Work.Seal()
}

func (c *calendar) Typing() bool { return c.typed }

func (c *calendar) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if !c.typed {
		if len(c.Plan().Channels) > 0 && strings.ContainsAny(msg.Text, "0123456789€") {
			c.begin(msg.Text)
			return nil, true
		}
		return nil, false
	}
	switch msg.String() {
	case "esc":
		c.typed = false
	case "enter", "tab", "down", "up":
		if c.take() {
			rows := map[string]int{"down": 1, "up": -1}[msg.String()]
			c.move(rows, 1-rows*rows)
		}
	default:
		if form.Ends(msg) {
			_, left := c.Leave()
			return nil, !left
		}
		var cmd tea.Cmd
		c.input, cmd = c.input.Update(msg)
		return cmd, true
	}
	return nil, true
}

// take gives the month what was typed; false when it was not understood or cannot be.
func (c *calendar) take() bool {
	text := strings.TrimSpace(c.input.Value())
	want, err := model.ParseMoney(text)
	was, ch := c.Plan(), c.Plan().Channels[c.row]
	if err == nil {
		err = c.Work.Try("", c.Name(ch), func(p model.Plan) (model.Plan, error) {
			return plan.SetMonth(p, c.row, c.col, want)
		})
	}
	if err != nil {
		c.Refuse(c.Explain(err, text))
		return false
	}
	c.typed = false
	if p := c.Plan(); p.Channels[c.row].Amount != was.Channels[c.row].Amount {
		year, pot := c.Say.Exact(p.Channels[c.row].Amount), c.Say.Exact(p.Pot())
		c.Tell(c.Say.Calendar.MonthSet.With("channel", c.Name(ch), "amount", year, "pot", pot))
	}
	return true
}

// Leave ends the typing; false when what was typed is not understood, and stays.
func (c *calendar) Leave() (tea.Cmd, bool) { return nil, !c.typed || c.take() }

// Pastes says that what is pasted on a row begins the typing.
func (c *calendar) Pastes() bool { return len(c.Plan().Channels) > 0 }

func (c *calendar) Paste(text string) {
	if !c.typed {
		c.begin(strings.TrimSpace(text))
		return
	}
	form.PasteInto(&c.input, text)
}

func (c *calendar) Cursor() *tea.Cursor {
	return form.PlacedCursor(&c.input, image.Pt(c.area.Min.X+c.inputX()+1, c.list.Min.Y+c.row-c.top))
}

// inputX is where the line for typing begins: at its month, as far as there is room.
func (c *calendar) inputX() int {
	return min(c.nameW+c.col*c.monthW, c.area.Dx()-14)
}
