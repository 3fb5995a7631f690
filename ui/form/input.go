// A line of text being typed.

package form

import (
	"image"
	"strings"

	"arringa/ui/desk"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// NewInput is a line of text being typed, with the terminal's own cursor.
func NewInput(look *desk.Theme) textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	none := lipgloss.NewStyle()
	plain := textinput.StyleState{Text: none, Placeholder: none, Suggestion: none, Prompt: none}
	in.SetStyles(textinput.Styles{Focused: plain, Blurred: plain})
	in.Focus()
	return in
}

// PasteInto puts a text where the cursor stands, on one line.
func PasteInto(in *textinput.Model, text string) {
	*in, _ = in.Update(tea.PasteMsg{Content: strings.Join(strings.Fields(text), " ")})
}

// Ends tells whether a key is the frame's while a line is typed: it takes the text first.
func Ends(msg tea.KeyPressMsg) bool {
	switch s := msg.String(); s {
	case "ctrl+c", "ctrl+q", "ctrl+s", "ctrl+o", "ctrl+n", "ctrl+p", "pgup", "pgdown":
		return true
	default:
		return msg.Code >= tea.KeyF1 && msg.Code <= tea.KeyF12 && msg.Mod == 0
	}
}

// PlacedCursor is where the terminal's cursor stands for an input drawn at a place of the
// frame.
func PlacedCursor(in *textinput.Model, at image.Point) *tea.Cursor {
	c := in.Cursor()
	if c != nil {
		c.X += at.X
		c.Y += at.Y
	}
	return c
}
