// Why a channel gets its money.

package model

import "slices"

// Reason is why a channel gets its money. An empty text is a draft that the program
// writes from the plan's own figures; what the manager wrote is never touched. Texts
// may hold figures by name ("{channel_spend}"), which stay live.
type Reason struct {
	Claim    string   `json:"claim,omitzero"`
	Evidence []string `json:"evidence,omitzero"` // ids of the evidence table; nil: the program's choice, empty: none
	KPI      string   `json:"kpi,omitzero"`      // id of an indicator in the glossary
	Target   string   `json:"target,omitzero"`
	Risk     string   `json:"risk,omitzero"`
	StopRule string   `json:"stop_rule,omitzero"`
	Owner    string   `json:"owner,omitzero"`
	Review   Date     `json:"review,omitzero"`
	Extra    Extra    `json:",embed"`
}

func (r Reason) clone() Reason {
	r.Evidence = slices.Clone(r.Evidence)
	return r
}
