package budget

import (
	"strings"

	"arringa/model"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// InHand is the amount being typed.
func (b *budget) InHand() []desk.Text {
	text := b.typed.input.Value()
	if !b.typed.on || text == "" || text == b.typed.was && !b.typed.share {
		return nil
	}
	if b.typed.share && !strings.HasSuffix(text, "%") {
		text += "%"
	}
	place, words := b.Here()
	return []desk.Text{{Place: place, Where: words, Text: text}}
}

// Resume opens an amount in its row.
func (b *budget) Resume(place, text string) (tea.Cmd, bool) {
	if _, ok := b.Choose(place); !ok {
		return nil, false
	}
	b.begin(text, false)
	return nil, b.typed.on
}

// Here is the channel in hand; the total has no name.
func (b *budget) Here() (place, words string) {
	if c := b.Row - 1; c >= 0 && c < len(b.Plan().Channels) {
		return string(b.Plan().Channels[c].ID), b.Name(b.Plan().Channels[c])
	}
	return "", b.Say.Budget.Total
}

// Choose takes a channel in hand, or the total.
func (b *budget) Choose(place string) (tea.Cmd, bool) {
	if place == "" {
		b.Row = 0
		return nil, true
	}
	c := b.Plan().Channel(model.ChannelID(place))
	if c >= 0 {
		b.choose(c + 1)
	}
	return nil, c >= 0
}
