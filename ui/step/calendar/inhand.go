package calendar

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// InHand is the amount being typed.
func (c *calendar) InHand() []desk.Text {
	if !c.typed || c.input.Value() == c.was {
		return nil
	}
	place, words := c.Here()
	return []desk.Text{{Place: place, Where: words, Text: c.input.Value()}}
}

// Resume opens an amount in its month.
func (c *calendar) Resume(place, text string) (tea.Cmd, bool) {
	if _, ok := c.Choose(place); !ok {
		return nil, false
	}
	c.begin(text)
	return nil, true
}

// Here is the channel and the month in hand.
func (c *calendar) Here() (place, words string) {
	p := c.Plan()
	if c.row >= len(p.Channels) {
		return "", ""
	}
	ch := p.Channels[c.row]
	return string(ch.ID) + " " + strconv.Itoa(c.col), c.Name(ch) + ", " + c.Say.Month(c.month())
}

// Choose takes a channel's month in hand.
func (c *calendar) Choose(place string) (tea.Cmd, bool) {
	id, month, _ := strings.Cut(place, " ")
	row := c.Plan().Channel(model.ChannelID(id))
	col, err := strconv.Atoi(month)
	if row < 0 || err != nil || col < 0 || col > 11 {
		return nil, false
	}
	c.row, c.col = row, col
	return nil, true
}
