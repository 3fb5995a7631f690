// The plan: all that a company told or chose.

package model

import (
	"encoding/json"
	"slices"
)

// Schema is the version of the plan file that this program writes. It grows only
// when an older program would misread a newer file.
const Schema = 2

// Limits of a plan.
const (
	MinMonths   = 12 // of the horizon
	MaxMonths   = 36
	MaxChannels = 40
)

// Extra holds the members of a JSON object that this program does not know, so that
// a save keeps what a later version or another program wrote there.
type Extra = map[string]json.RawMessage

// Plan is everything the manager decided and assumed. It is a value: whoever changes
// it makes another (see Clone). Amounts are in cents, without the VAT that the
// company recovers.
type Plan struct {
	Schema    int        `json:"schema"`
	Name      string     `json:"name"`
	Language  string     `json:"language"` // of the workbook and the drafts: it or en
	Currency  string     `json:"currency"` // ISO 4217; figures are never converted
	Start     Month      `json:"start"`    // first month of the plan
	Months    int        `json:"months"`   // horizon, MinMonths to MaxMonths
	Company   Company    `json:"company"`
	Budget    Money      `json:"budget_cents"` // for each twelve months
	Sliders   Sliders    `json:"sliders"`
	Channels  []Channel  `json:"channels"`
	Scenario  ScenarioID `json:"scenario"` // the one in force
	Scenarios []Scenario `json:"scenarios,omitzero"`
	Board     Board      `json:"board"`

	Role     *Role         `json:"role,omitzero"`     // nil: not told
	Trials   []Trial       `json:"trials,omitzero"`   // tests of channels
	Actuals  []Actual      `json:"actuals,omitzero"`  // what really happened, by channel and month
	History  []Past        `json:"history,omitzero"`  // what happened before the plan
	Gap      []GapAnswer   `json:"gap,omitzero"`      // how the company works today
	Presence []PresenceRun `json:"presence,omitzero"` // what AI assistants answer
	Evidence []Evidence    `json:"evidence,omitzero"` // the manager's own
	Grants   []Grant       `json:"grants,omitzero"`   // never counted in the forecast
	Events   []Event       `json:"events,omitzero"`   // of the calendar
	Extra    Extra         `json:",embed"`
}

// Sliders says where the money of a moved slider comes from.
type Sliders string

// The two ways to move a slider.
const (
	FromPot    Sliders = "pot"   // the other channels stay; the pot gives and takes
	FixedTotal Sliders = "fixed" // the pot stays; the free channels give way in proportion
)

// Board is what the workbook says about itself.
type Board struct {
	Title  string `json:"title,omitzero"`  // empty: drafted from the plan's name and year
	Author string `json:"author,omitzero"` // who signs
	// a PNG or JPEG picture of at most MaxLogo bytes; never changed in place
	Logo    []byte   `json:"logo,omitzero"`
	Date    Date     `json:"date,omitzero"`     // of the meeting; empty: none is shown
	Decide  Date     `json:"decide,omitzero"`   // until when the board is asked to decide
	LeftOut []string `json:"left_out,omitzero"` // ids of sheets not to export
	Private bool     `json:"private,omitzero"`  // true: the plan does not travel inside the workbook

	// what the manager changed or added; the rest is the catalogue's
	Questions []BoardQuestion `json:"questions,omitzero"`
	Extra     Extra           `json:",embed"`
}

// Allocated is what the channels have been given, for each twelve months.
func (p Plan) Allocated() Money {
	var total Money
	for _, c := range p.Channels {
		total += c.Amount
	}
	return total
}

// Pot is the part of the budget not yet given out.
func (p Plan) Pot() Money { return p.Budget - p.Allocated() }

// Channel finds a channel by its id; -1 when the plan has none.
func (p Plan) Channel(id ChannelID) int {
	for i, c := range p.Channels {
		if c.ID == id {
			return i
		}
	}
	return -1
}

// Years is the horizon in years: what yearly amounts are multiplied by when the
// horizon is a whole number of years.
func (p Plan) Years() float64 { return float64(p.Months) / 12 }

// Clone returns a plan that shares nothing with p that a change could reach. Extra is
// shared: nobody changes it.
func (p Plan) Clone() Plan {
	p.Company = p.Company.clone()
	p.Channels = slices.Clone(p.Channels)
	for i, c := range p.Channels {
		p.Channels[i] = c.clone()
	}
	p.Scenarios = slices.Clone(p.Scenarios)
	for i, s := range p.Scenarios {
		p.Scenarios[i] = s.clone()
	}
	p.Board.LeftOut = slices.Clone(p.Board.LeftOut)
	p.Board.Questions = slices.Clone(p.Board.Questions)
	p.Role = p.Role.clone()
	p.Trials = cloned(p.Trials, Trial.clone)
	p.Actuals = cloned(p.Actuals, Actual.clone)
	p.History = cloned(p.History, Past.clone)
	p.Presence = cloned(p.Presence, PresenceRun.clone)
	p.Gap = slices.Clone(p.Gap)
	p.Evidence = slices.Clone(p.Evidence)
	p.Grants = slices.Clone(p.Grants)
	p.Events = slices.Clone(p.Events)
	return p
}

func cloned[T any](list []T, clone func(T) T) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(list))
	for i, x := range list {
		out[i] = clone(x)
	}
	return out
}
