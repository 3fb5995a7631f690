package progress

import (
	"fmt"

	"arringa/model"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// InHand is the figure being typed.
func (s *progress) InHand() []desk.Text {
	if !s.typed || s.input.Value() == s.was {
		return nil
	}
	place, words := s.Here()
	return []desk.Text{{Place: place, Where: words, Text: s.input.Value()}}
}

// Resume opens a figure in its cell.
func (s *progress) Resume(place, text string) (tea.Cmd, bool) {
	if _, ok := s.Choose(place); !ok {
		return nil, false
	}
	s.begin(text)
	return nil, true
}

// Here is the cell in hand.
func (s *progress) Here() (place, words string) {
	p := s.Plan()
	if s.Row >= len(p.Channels) {
		return "", ""
	}
	c := p.Channels[s.Row]
	return fmt.Sprint(c.ID, " ", s.Month, " ", s.Col), s.Name(c) + ", " + s.Say.Month(s.at())
}

// Choose takes a cell in hand.
func (s *progress) Choose(place string) (tea.Cmd, bool) {
	var id model.ChannelID
	var month, col int
	if n, err := fmt.Sscan(place, &id, &month, &col); n != 3 || err != nil {
		return nil, false
	}
	row := s.Plan().Channel(id)
	if row < 0 || month < 0 || month >= s.Plan().Months || col < 0 || col >= ActualColumns {
		return nil, false
	}
	s.Row, s.Month, s.Col = row, month, col
	return nil, true
}
