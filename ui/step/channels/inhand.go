package channels

import tea "charm.land/bubbletea/v2"

// Here is the channel in hand.
func (c *channels) Here() (place, words string) {
	row, _ := c.current()
	return row.id, row.label
}

// Choose takes a channel in hand.
func (c *channels) Choose(place string) (tea.Cmd, bool) {
	for _, r := range c.lines() {
		if r.id == place && place != "" {
			c.At = place
			return nil, true
		}
	}
	return nil, false
}
