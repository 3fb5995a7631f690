// How things look, named by what they mean.

package desk

import (
	"image/color"

	"arringa/ui/draw"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme is how things look, named by what they mean. It is made once for a background
// and a number of colours.
type Theme struct {
	Plain      draw.Ink // text
	Dim        draw.Ink // labels, what is less important
	Strong     draw.Ink // what is looked for
	Title      draw.Ink // of a screen
	Accent     draw.Ink // what can be acted upon; the brand's teal
	Money      draw.Ink // the pot
	Good       draw.Ink
	Bad        draw.Ink
	Warn       draw.Ink
	Draft      draw.Ink // written by the program, not yet by the manager
	Key        draw.Ink // a key in the footer
	Band       draw.Ink // the header's ground
	Picked     draw.Ink // the ground of the chosen row
	Field      draw.Ink // the ground of a text being typed
	Line       draw.Ink // rules and borders
	Slider     draw.SliderLook
	Ghost      draw.SliderLook // a locked slider
	LastYr     draw.Mark       // last year's spend; At is filled in
	Best       draw.Mark       // the best split
	Low        draw.Mark       // the threshold
	Heat       [4]draw.Ink     // of a calendar, from little to much
	ChosenCell draw.Ink        // the cell in hand
	Limits     [2]draw.Mark    // least and most
}

// palette256 are the colours for terminals with 256 of them: the nearest to a tinted
// grey is a blue there, so these are chosen by eye.
var palette256 = map[string]uint8{
	"#8B93A1": 246, "#6B7280": 242, "#454C59": 239, "#CBD0D8": 251,
	"#14304D": 24, "#E9EEF5": 255, "#232A36": 236, "#E8EEF5": 254, "#2E3746": 238, "#DCE5EF": 252,
	"#1C2B33": 234, "#1F3B42": 236, "#225057": 23, "#27696E": 30, "#E4F1F1": 255, "#C4E3E4": 152, "#9FD0D1": 116,
	"#76B9BB": 73,
}

// NewTheme makes the theme for a dark or light background. Sixteen colours are named,
// because the nearest of them to a tinted grey is a blue.
func NewTheme(dark bool, profile colorprofile.Profile) *Theme {
	pick := func(onDark, onLight string, named color.Color) color.Color {
		if profile <= colorprofile.ANSI {
			return named
		}
		hex := onLight
		if dark {
			hex = onDark
		}
		if of256, ok := palette256[hex]; ok && profile == colorprofile.ANSI256 {
			return lipgloss.ANSIColor(of256)
		}
		return lipgloss.Color(hex)
	}
	ground := func(onDark, onLight string) lipgloss.Style {
		if profile <= colorprofile.ANSI {
			return lipgloss.NewStyle().Reverse(true)
		}
		return lipgloss.NewStyle().Background(pick(onDark, onLight, nil))
	}
	ink := func(c color.Color) draw.Ink { return draw.NewInk(lipgloss.NewStyle().Foreground(c)) }
	bold := func(c color.Color) draw.Ink { return draw.NewInk(lipgloss.NewStyle().Foreground(c).Bold(true)) }

	grey := pick("#8B93A1", "#6B7280", lipgloss.White)
	if profile <= colorprofile.ANSI && !dark {
		grey = lipgloss.BrightBlack
	}
	teal := pick("#4FC3C7", "#0F7479", lipgloss.Cyan)
	gold := pick("#E3B55B", "#9A6A0B", lipgloss.Yellow)
	red := pick("#E8858F", "#B0303D", lipgloss.Red)
	green := pick("#7FCBA4", "#1F7A55", lipgloss.Green)
	faint := pick("#454C59", "#CBD0D8", lipgloss.BrightBlack)
	t := &Theme{
		Dim: ink(grey), Strong: draw.NewInk(lipgloss.NewStyle().Bold(true)), Title: bold(teal), Accent: ink(teal),
		Money: bold(gold),
		Good:  ink(green), Bad: bold(red), Warn: ink(gold), Key: bold(teal), Line: ink(faint),
		Draft:  draw.NewInk(lipgloss.NewStyle().Foreground(grey).Italic(true)),
		Band:   draw.NewInk(ground("#14304D", "#14304D").Foreground(pick("#E9EEF5", "#E9EEF5", lipgloss.White))),
		Picked: draw.NewInk(ground("#232A36", "#E8EEF5")), Field: draw.NewInk(ground("#2E3746", "#DCE5EF")),
		Slider: draw.SliderLook{Fill: ink(teal), Track: ink(faint), Thumb: bold(teal), ThumbSign: "●"},
		Ghost:  draw.SliderLook{Fill: ink(grey), Track: ink(faint), Thumb: bold(grey), ThumbSign: "■"},
		LastYr: draw.Mark{Sign: "◇", Ink: ink(gold)}, Best: draw.Mark{Sign: "▾", Ink: ink(green)},
		Low:    draw.Mark{Sign: "┆", Ink: ink(red)},
		Limits: [2]draw.Mark{{Sign: "[", Ink: ink(grey)}, {Sign: "]", Ink: ink(grey)}},
	}
	for i, hex := range [4][2]string{{"#1C2B33", "#E4F1F1"}, {"#1F3B42", "#C4E3E4"}, {"#225057", "#9FD0D1"},
		{"#27696E", "#76B9BB"}} {
		t.Heat[i] = draw.NewInk(ground(hex[0], hex[1]))
	}
	t.ChosenCell = draw.NewInk(ground("#4FC3C7", "#0F7479").Foreground(pick("#14304D", "#FFFFFF", nil)).Bold(true))
	if profile <= colorprofile.ANSI {
		t.Heat = [4]draw.Ink{{}, {}, t.Strong, t.Strong}
		t.ChosenCell = draw.NewInk(lipgloss.NewStyle().Reverse(true).Bold(true))
		t.Band = draw.NewInk(lipgloss.NewStyle().Reverse(true))
		t.Picked = draw.NewInk(lipgloss.NewStyle().Bold(true))
		t.Field = draw.NewInk(lipgloss.NewStyle().Underline(true))
	}
	return t
}
