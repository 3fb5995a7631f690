package ui

import (
	"image/color"

	"arringa/ui/draw"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// theme is how things look, named by what they mean. It is made once for a background
// and a number of colours.
type theme struct {
	plain      draw.Ink // text
	dim        draw.Ink // labels, what is less important
	strong     draw.Ink // what is looked for
	title      draw.Ink // of a screen
	accent     draw.Ink // what can be acted upon; the brand's teal
	money      draw.Ink // the pot
	good       draw.Ink
	bad        draw.Ink
	warn       draw.Ink
	draft      draw.Ink // written by the program, not yet by the manager
	key        draw.Ink // a key in the footer
	band       draw.Ink // the header's ground
	picked     draw.Ink // the ground of the chosen row
	field      draw.Ink // the ground of a text being typed
	line       draw.Ink // rules and borders
	slider     draw.SliderLook
	ghost      draw.SliderLook // a locked slider
	lastYr     draw.Mark       // last year's spend; At is filled in
	best       draw.Mark       // the best split
	low        draw.Mark       // the threshold
	heat       [4]draw.Ink     // of a calendar, from little to much
	chosenCell draw.Ink        // the cell in hand
	limits     [2]draw.Mark    // least and most
}

// palette256 are the colours for terminals with 256 of them: the nearest to a tinted
// grey is a blue there, so these are chosen by eye.
var palette256 = map[string]uint8{
	"#8B93A1": 246, "#6B7280": 242, "#454C59": 239, "#CBD0D8": 251,
	"#14304D": 24, "#E9EEF5": 255, "#232A36": 236, "#E8EEF5": 254, "#2E3746": 238, "#DCE5EF": 252,
	"#1C2B33": 234, "#1F3B42": 236, "#225057": 23, "#27696E": 30, "#E4F1F1": 255, "#C4E3E4": 152, "#9FD0D1": 116, "#76B9BB": 73,
}

// newTheme makes the theme for a dark or light background. Sixteen colours are named,
// because the nearest of them to a tinted grey is a blue.
func newTheme(dark bool, profile colorprofile.Profile) *theme {
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
	t := &theme{
		dim: ink(grey), strong: draw.NewInk(lipgloss.NewStyle().Bold(true)), title: bold(teal), accent: ink(teal), money: bold(gold),
		good: ink(green), bad: bold(red), warn: ink(gold), key: bold(teal), line: ink(faint),
		draft:  draw.NewInk(lipgloss.NewStyle().Foreground(grey).Italic(true)),
		band:   draw.NewInk(ground("#14304D", "#14304D").Foreground(pick("#E9EEF5", "#E9EEF5", lipgloss.White))),
		picked: draw.NewInk(ground("#232A36", "#E8EEF5")), field: draw.NewInk(ground("#2E3746", "#DCE5EF")),
		slider: draw.SliderLook{Fill: ink(teal), Track: ink(faint), Thumb: bold(teal), ThumbSign: "●"},
		ghost:  draw.SliderLook{Fill: ink(grey), Track: ink(faint), Thumb: bold(grey), ThumbSign: "■"},
		lastYr: draw.Mark{Sign: "◇", Ink: ink(gold)}, best: draw.Mark{Sign: "▾", Ink: ink(green)}, low: draw.Mark{Sign: "┆", Ink: ink(red)},
		limits: [2]draw.Mark{{Sign: "[", Ink: ink(grey)}, {Sign: "]", Ink: ink(grey)}},
	}
	for i, hex := range [4][2]string{{"#1C2B33", "#E4F1F1"}, {"#1F3B42", "#C4E3E4"}, {"#225057", "#9FD0D1"}, {"#27696E", "#76B9BB"}} {
		t.heat[i] = draw.NewInk(ground(hex[0], hex[1]))
	}
	t.chosenCell = draw.NewInk(ground("#4FC3C7", "#0F7479").Foreground(pick("#14304D", "#FFFFFF", nil)).Bold(true))
	if profile <= colorprofile.ANSI {
		t.heat = [4]draw.Ink{{}, {}, t.strong, t.strong}
		t.chosenCell = draw.NewInk(lipgloss.NewStyle().Reverse(true).Bold(true))
		t.band = draw.NewInk(lipgloss.NewStyle().Reverse(true))
		t.picked = draw.NewInk(lipgloss.NewStyle().Bold(true))
		t.field = draw.NewInk(lipgloss.NewStyle().Underline(true))
	}
	return t
}
