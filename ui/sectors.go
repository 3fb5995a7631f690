package ui

import tea "charm.land/bubbletea/v2"

// newSectors is the list of sectors of a field that asks for one.
func newSectors(d *desk, f field) *finder {
	choices := make([]choice, len(f.values))
	for i, label := range f.values {
		choices[i] = choice{label, func() tea.Cmd { f.choose(i); return nil }}
	}
	return newFinder(d, "sector", f.label, d.say.Company.SectorNote, max(f.at, 0), choices...)
}
