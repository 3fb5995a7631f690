// What was answered in a form that is taken at its end alone, written down and taken up again.

package form

import (
	"encoding/json"
	"strings"

	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// filled is a form as somebody left it: what was answered, by row, what was refused, and the
// line that was open.
type filled struct {
	Answers map[string]string `json:"answers,omitempty"`
	Refused map[string]string `json:"refused,omitempty"`
	Hand    string            `json:"hand,omitempty"`
	Writing bool              `json:"writing,omitempty"`
	Line    string            `json:"line,omitempty"`
}

// opened notes what the form held when it was opened.
func (s *Sheet) opened() {
	if s.begun != "" {
		return
	}
	s.begun, s.before = s.answers(), map[string]string{}
	for _, r := range s.Rows {
		s.before[r.Key()] = r.Value
	}
}

// InHand are the texts of its rows; of a form that is taken at its end alone, one text with
// all that was answered.
func (s *Sheet) InHand() []desk.Text {
	if !s.Apart {
		return s.Form.InHand()
	}
	hand := s.Hand()
	open := hand != nil && hand.writing && hand.changed()
	if s.begun == "" || !open && s.answers() == s.begun {
		return nil
	}
	f, lines := filled{Answers: map[string]string{}, Refused: map[string]string{}}, []string{}
	for _, r := range s.Rows {
		if r.isHeading() || r.Plain {
			continue
		}
		said, told := r.Value, r.Value != s.before[r.Key()]
		switch { // what only follows from another answer is none
		case told && r.taken:
			f.Answers[r.Key()] = r.took
		case told && r.Turn != nil:
			f.Answers[r.Key()] = r.Value
		default:
			told = false
		}
		if kept, ok := s.refusals[r.Key()]; ok {
			f.Refused[r.Key()], said, told = kept.text, kept.text, true
		}
		if open && r == hand {
			said, told = r.input.Value(), true
		}
		if told {
			lines = append(lines, r.Label+": "+said)
		}
	}
	if hand != nil {
		f.Hand = hand.Key()
	}
	if open {
		f.Writing, f.Line = true, hand.input.Value()
	}
	state, err := json.Marshal(f)
	if err != nil { // strings always can
		return nil
	}
	return []desk.Text{{Text: strings.Join(lines, "\n"), State: string(state)}}
}

// Resume fills the form as it was left.
func (s *Sheet) Resume(place, text string) (tea.Cmd, bool) {
	if !s.Apart {
		return s.Form.Resume(place, text)
	}
	var f filled
	if json.Unmarshal([]byte(text), &f) != nil {
		return nil, false
	}
	s.Sync()
	s.opened()
	for i := 0; i < len(s.Rows); i++ { // an answer may bring rows of its own
		r := s.Rows[i]
		if answer, told := f.Answers[r.Key()]; told && !s.answer(r, answer) {
			return nil, false
		}
		s.Sync()
		if text, was := f.Refused[r.Key()]; was && r.Set != nil {
			if err := r.Set(text); err != nil {
				r.refused(text, err)
				r.selected = false
			}
		}
	}
	if f.Hand == "" {
		return nil, true
	}
	if f.Writing {
		return s.Form.Resume(f.Hand, f.Line)
	}
	return s.Choose(f.Hand)
}

// answer gives a row an answer that it had.
func (s *Sheet) answer(r *row, answer string) bool {
	switch {
	case r.Turn != nil && s.turn(r, answer):
		return true
	case r.Set == nil || r.Set(answer) != nil:
		return false
	}
	r.took, r.taken = answer, true
	return true
}

// mostTurns is how far a value is looked for: as many months as anyone plans ahead.
const mostTurns = 240

// turn goes through a row's values, either way, until it shows the one that it had.
func (s *Sheet) turn(r *row, answer string) bool {
	first := r.Value
	for _, by := range []int{1, -1} {
		n := 0
		for ; n < mostTurns && r.Value != answer; n++ {
			r.Turn(by)
			if s.Sync(); r.Value == first {
				return false
			}
		}
		if r.Value == answer {
			return true
		}
		for ; n > 0; n-- {
			r.Turn(-by)
			s.Sync()
		}
	}
	return false
}
