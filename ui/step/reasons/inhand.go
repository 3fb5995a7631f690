package reasons

import (
	"strings"

	"arringa/model"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// InHand are the texts of the form, each with its channel.
func (r *reasons) InHand() []desk.Text {
	texts := r.Form.InHand()
	for i, t := range texts {
		if line := r.lineOf(t.Place); line >= 0 {
			texts[i].Where = r.Name(r.Plan().Channels[line]) + " · " + t.Where
		}
	}
	return texts
}

// Resume opens a text of a channel's reason.
func (r *reasons) Resume(place, text string) (tea.Cmd, bool) {
	turned, ok := r.Choose(place)
	if !ok {
		return nil, false
	}
	cmd, ok := r.Form.Resume(place, text)
	return tea.Batch(turned, cmd), ok
}

// Here is the row in hand, of the channel in hand.
func (r *reasons) Here() (place, words string) {
	place, _ = r.Form.Here()
	if line := r.lineOf(place); line >= 0 {
		words = r.Name(r.Plan().Channels[line])
	}
	return place, words
}

// Choose takes a row of a channel's reason in hand.
func (r *reasons) Choose(place string) (tea.Cmd, bool) {
	line := r.lineOf(place)
	if line < 0 {
		return nil, false
	}
	turned := r.turnTo(line)
	cmd, ok := r.Form.Choose(place)
	return tea.Batch(turned, cmd), ok
}

// lineOf is the channel to which a row belongs; -1: none that is in the plan.
func (r *reasons) lineOf(place string) int {
	_, id, _ := strings.Cut(place, " ")
	return r.Plan().Channel(model.ChannelID(id))
}
