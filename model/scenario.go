// What if things go otherwise: multipliers on results and costs.

package model

import "slices"

// ScenarioID names a scenario: one that is built in, or the manager's own.
type ScenarioID string

// Base is the scenario in which everything goes as assumed.
const Base ScenarioID = "base"

// Scenario is a set of multipliers on a plan: "what if". A multiplier of 1 changes
// nothing.
type Scenario struct {
	ID       ScenarioID `json:"id"`
	Name     string     `json:"name"`
	Results  Multiplier `json:"results"`            // ρ on contacts, for channels not named in Channels
	Cost     Multiplier `json:"cost"`               // κ on what a contact costs, likewise
	Channels []Effect   `json:"channels,omitzero"`  // channels that fare differently
	Order    float64    `json:"order_value"`        // on order values
	Baseline float64    `json:"baseline_customers"` // on customers who come by themselves
	Idle     bool       `json:"idle,omitzero"`      // nothing is spent at all
	Extra    Extra      `json:",embed"`
}

// Multiplier is a factor above 0, in force at once, or reached evenly from 1 over the
// horizon.
type Multiplier struct {
	By      float64 `json:"by"`
	Gradual bool    `json:"gradual,omitzero"`
}

// At is the multiplier in month m of n, the first month being 1.
func (x Multiplier) At(m, n int) float64 {
	if x.Gradual {
		return 1 + (x.By-1)*float64(m)/float64(n)
	}
	return x.By
}

// Effect is how one channel fares in a scenario.
type Effect struct {
	Channel ChannelID  `json:"channel"`
	Results Multiplier `json:"results"`
	Cost    Multiplier `json:"cost"`
}

// AsAssumed is the base scenario.
func AsAssumed() Scenario {
	return Scenario{ID: Base, Results: Multiplier{By: 1}, Cost: Multiplier{By: 1}, Order: 1, Baseline: 1}
}

// On returns the multipliers on results and cost of a channel.
func (s Scenario) On(id ChannelID) (results, cost Multiplier) {
	for _, e := range s.Channels {
		if e.Channel == id {
			return e.Results, e.Cost
		}
	}
	return s.Results, s.Cost
}

func (s Scenario) clone() Scenario {
	s.Channels = slices.Clone(s.Channels)
	return s
}
