package form

import (
	"maps"
	"slices"
	"strconv"

	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// InHand are the text that is being typed, if it was changed, and those that were refused.
func (f *Form) InHand() []desk.Text {
	var texts []desk.Text
	hand := f.Hand()
	if hand != nil && hand.writing && hand.changed() {
		texts = append(texts, desk.Text{Place: hand.Key(), Where: hand.Label, Text: hand.input.Value()})
	}
	if len(f.refusals) == 0 {
		return texts
	}
	for _, key := range slices.Sorted(maps.Keys(f.refusals)) {
		if len(texts) > 0 && texts[0].Place == key {
			continue // it is being mended
		}
		kept := f.refusals[key]
		texts = append(texts, desk.Text{Place: key, Where: kept.label, Text: kept.text, Refused: true})
	}
	return texts
}

// changed says whether what is typed is neither as it was opened nor what was refused.
func (r *row) changed() bool {
	kept, refused := r.form.refusals[r.Key()]
	return r.touched && !(refused && r.input.Value() == kept.text)
}

// Resume opens a text in its row, as it was.
func (f *Form) Resume(place, text string) (tea.Cmd, bool) {
	cmd, ok := f.Choose(place)
	r := f.Hand()
	switch {
	case !ok || r == nil:
		return cmd, false
	case r.typable():
		r.begin("")
		r.input.SetValue(text)
		r.input.CursorEnd()
		r.touched = true
	case r.Write != nil:
		r.Write(text)
	default:
		return cmd, false
	}
	return cmd, true
}

// Here is the row in hand.
func (f *Form) Here() (place, words string) {
	if r := f.Hand(); r != nil {
		return r.Key(), ""
	}
	return "", ""
}

// Choose takes a row in hand.
func (f *Form) Choose(place string) (tea.Cmd, bool) {
	f.Sync()
	for _, r := range f.Rows {
		if r.Key() == place && !r.isHeading() {
			return f.GoTo(r.ID), true
		}
	}
	return nil, false
}

// Here is the choice in hand; none where the way does not go through the list again.
func (l *List) Here() (place, words string) {
	if l.Once || l.At >= len(l.Choices) {
		return "", ""
	}
	return strconv.Itoa(l.At) + " " + l.Choices[l.At].Label, ""
}

// Choose takes a choice in hand.
func (l *List) Choose(place string) (tea.Cmd, bool) {
	for i, c := range l.Choices {
		if place == strconv.Itoa(i)+" "+c.Label {
			l.At = i
			return nil, true
		}
	}
	return nil, false
}

// InHand is the text, if it was changed.
func (p *prose) InHand() []desk.Text {
	if p.text == p.was {
		return nil
	}
	return []desk.Text{{Text: p.text}}
}

// Resume goes on with a text where it was left.
func (p *prose) Resume(place, text string) (tea.Cmd, bool) {
	p.draft = false
	p.put(text)
	return nil, place == ""
}
