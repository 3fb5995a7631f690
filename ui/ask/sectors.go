// The list of sectors.

package ask

import (
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// NewSectors is the list of sectors of a field that asks for one.
func NewSectors(d *desk.Desk, f form.Field) *form.Finder {
	choices := make([]form.Choice, len(f.Values))
	for i, label := range f.Values {
		choices[i] = form.Choice{Label: label, Do: func() tea.Cmd { f.Choose(i); return nil }}
	}
	return form.NewFinder(d, "sector", f.Label, d.Say.Company.SectorNote, max(f.At, 0), choices...)
}
