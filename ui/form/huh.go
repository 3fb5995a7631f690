// What huh needs to know of us: theme, keys, and messages that find their way home.

package form

import (
	"sync"

	"charm.land/bubbles/v2/key"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// newHuhForm puts rows into a form of huh's, of one group. It is never completed nor left by
// huh: the frame does that.
func newHuhForm(rows []*row) *huh.Form {
	fields := make([]huh.Field, len(rows))
	for i, r := range rows {
		fields[i] = r
	}
	f := huh.NewForm(huh.NewGroup(fields...).WithShowHelp(false).WithShowErrors(false)).
		WithTheme(bareTheme{}).WithKeyMap(huhKeys())
	f.Init() // the window's size, for which it asks, is the frame's affair
	return f
}

// bareTheme draws nothing but signs: the inks are laid over them, so that light, dark,
// sixteen colours and none are as everywhere.
type bareTheme struct{}

// The signs that bareTheme draws.
const (
	signHere = "▸ "
	signIn   = "● "
	signOut  = "○ "
	signPush = "▸"
)

// Theme is the same on every ground.
func (bareTheme) Theme(bool) *huh.Styles { return bareStyles() }

// bareStyles are made once: huh asks for them at every line.
var bareStyles = sync.OnceValue(func() *huh.Styles {
	var s huh.Styles
	sign := func(text string) lipgloss.Style { return lipgloss.NewStyle().SetString(text) }
	s.FieldSeparator = sign("\n")
	x := &s.Focused
	x.SelectSelector, x.MultiSelectSelector = sign(signHere), sign(signHere)
	x.SelectedPrefix, x.UnselectedPrefix = sign(signIn), sign(signOut)
	x.FocusedButton, x.BlurredButton = sign(signPush).PaddingRight(2), sign(" ").PaddingRight(2)
	s.Blurred = s.Focused
	return &s
})

// huhKeys are the keys that huh's own fields listen to: those that our commands send them,
// and nothing that would leave a field or end a form.
var huhKeys = sync.OnceValue(func() *huh.KeyMap {
	on := func(keys ...string) key.Binding { return key.NewBinding(key.WithKeys(keys...)) }
	return &huh.KeyMap{
		Select: huh.SelectKeyMap{Up: on("up"), Down: on("down")},
		MultiSelect: huh.MultiSelectKeyMap{Up: on("up"), Down: on("down"), Toggle: on("space"),
			SelectAll: on("ctrl+a"), SelectNone: on("ctrl+a")},
		Text:    huh.TextKeyMap{NewLine: on("ctrl+j")},
		Confirm: huh.ConfirmKeyMap{Toggle: on("left", "right")},
	}
})
