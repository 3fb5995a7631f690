package templates

import (
	"slices"
	"testing"

	"arringa/model"
)

// A sentence without its figure is left out, and nothing else: lines stay lines, and a name
// that no figure has stays as it was written.
func TestWhatIsToldKeepsItsLines(t *testing.T) {
	figures := model.Values{"channel_spend": {Kind: model.MoneyValue, X: 5e6}}
	for text, want := range map[string]string{
		"Si parte.\nPoi si vede.\n\nA giugno.":                  "Si parte.\nPoi si vede.\n\nA giugno.",
		"Con {channel_spend}. Costa {channel_cac}. Si parte.":   "Con 50.000 €. Si parte.",
		"Con {channel_spend}. Costa {channel_cac}.\nSi parte.":  "Con 50.000 €.\nSi parte.",
		"Costa {channel_cac}. Si parte.":                        "Si parte.",
		"Con {spesa} si parte. Con {channel_spend} si finisce.": "Con {spesa} si parte. Con 50.000 € si finisce.",
	} {
		if got := Language("it").Tell(text, figures); got != want {
			t.Errorf("%q is told as %q", text, got)
		}
	}
	if got := Unknown("{spesa} e {channel_cac}, {channel_spend}, {spesa}, {altro}", figures); !slices.Equal(got,
		[]string{"{spesa}", "{altro}"}) {
		t.Errorf("unknown: %q", got)
	}
}
