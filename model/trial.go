// Tests of a channel and what came of them.

package model

import "math"

// Trial is a test of a channel: a small spend with an end, made to learn a figure, and a
// rule written before the money is spent.
type Trial struct {
	Channel    ChannelID `json:"channel"` // of the plan or of the catalogue
	What       string    `json:"what,omitzero"`
	Budget     Money     `json:"budget_cents"` // for the whole test
	Start      Month     `json:"start"`
	Months     int       `json:"months"`             // 1 to MaxTrialMonths
	CostToBeat Money     `json:"cost_to_beat_cents"` // for a contact
	Precision  float64   `json:"precision"`          // r: the cost is to be known within ± r, as a share of it
	// scale when the chance that a contact costs less than CostToBeat is at least this…
	ScaleAt  float64      `json:"scale_at"`
	StopAt   float64      `json:"stop_at"`           // …stop when it is at most this, hold between
	Result   *TrialResult `json:"result,omitzero"`   // nil: not finished
	Decision Decision     `json:"decision,omitzero"` // what was decided; empty: nothing yet
	Note     string       `json:"note,omitzero"`
	Extra    Extra        `json:",embed"`
}

// TrialResult is what a test came to.
type TrialResult struct {
	Spend     Money    `json:"spend_cents,omitzero"` // 0: not known yet
	Contacts  *float64 `json:"contacts,omitzero"`    // nil: not known yet, which is not none
	Customers *float64 `json:"customers,omitzero"`   // nil: not known yet
	Extra     Extra    `json:",embed"`
}

// Decision is what follows from a test.
type Decision string

// The decisions.
const (
	Scale Decision = "scale" // give the channel its place in the plan
	Hold  Decision = "hold"  // go on testing: nobody knows yet
	Stop  Decision = "stop"
)

// Bounds and usual values of a test.
const (
	MaxTrialMonths = 24
	MinPrecision   = 0.05
	MaxPrecision   = 1
	UsualPrecision = 0.3
	UsualScaleAt   = 0.8
	UsualStopAt    = 0.2
	MaxTrials      = 100
)

// Pending says that a test has neither a result nor a decision: it is still to be spoken of as
// something to come.
func (t Trial) Pending() bool { return t.Result == nil && t.Decision == "" }

// Needed is how many contacts tell the cost of one within ± Precision, nine times out of
// ten: (1.645/r)², the Poisson count whose standard error is r/1.645 of itself (normal
// approximation; 1.645 is the 95th percentile of the standard normal).
func (t Trial) Needed() float64 {
	return math.Ceil(math.Pow(1.645/t.Precision, 2))
}

// NewTrial is a test with the usual precision and rule.
func NewTrial(channel ChannelID, start Month) Trial {
	return Trial{Channel: channel, Start: start, Months: 3, Precision: UsualPrecision, ScaleAt: UsualScaleAt,
		StopAt: UsualStopAt}
}

func (t Trial) clone() Trial {
	if t.Result = copied(t.Result); t.Result != nil {
		t.Result.Contacts, t.Result.Customers = copied(t.Result.Contacts), copied(t.Result.Customers)
	}
	return t
}

func (k *checker) trial(place spot, t Trial) {
	k.named(place.in("channel"), "channel", string(t.Channel))
	k.money(place.in("budget_cents"), "budget_cents", t.Budget)
	k.money(place.in("cost_to_beat_cents"), "cost_to_beat_cents", t.CostToBeat)
	k.month(place.in("start"), "start", t.Start)
	k.between(place.in("months"), "months", float64(t.Months), 1, MaxTrialMonths)
	k.between(place.in("precision"), "precision", t.Precision, MinPrecision, MaxPrecision)
	k.between(place.in("scale_at"), "scale_at", t.ScaleAt, 0.5, 1)
	k.between(place.in("stop_at"), "stop_at", t.StopAt, 0, 0.5)
	if t.Decision != "" {
		k.oneOf(place.in("decision"), "decision", string(t.Decision), decisions)
	}
	if r := t.Result; r != nil {
		k.money(place.in("result").in("spend_cents"), "spend_cents", r.Spend)
		k.count(place.in("result").in("contacts"), "contacts", r.Contacts)
		k.count(place.in("result").in("customers"), "customers", r.Customers)
	}
}
