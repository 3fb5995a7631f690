package desk

import tea "charm.land/bubbletea/v2"

// Text is something that was typed and is not in the plan: it is still open, or it was
// refused and stays in its field.
type Text struct {
	Place   string // as its screen names it
	Where   string // the same in words
	Text    string
	Refused bool
	State   string // all of a form, as it reads it again; empty: the text is all
}

// Writer is a screen that may hold such texts.
type Writer interface {
	InHand() []Text // none: all that was typed is in the plan
	// with the state, where there is one; opens a text where it was; false: there is no such place
	Resume(place, text string) (tea.Cmd, bool)
}

// Placer is a screen on which a row is in hand: a dialog opened from it belongs there.
type Placer interface {
	Here() (place, words string)
	Choose(place string) (tea.Cmd, bool) // false: there is no such place
}
