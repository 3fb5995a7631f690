// Figures of the manager's own that stand beside the published ones.

package model

// Evidence is a figure that the manager found or measured, to stand beside the published
// ones. The file it comes from is named, never opened.
type Evidence struct {
	ID     string `json:"id"` // "own-1": what the origins of figures point to
	Claim  string `json:"claim,omitzero"`
	Figure string `json:"figure,omitzero"` // as it is written in the source, with its unit
	Source string `json:"source,omitzero"`
	Date   Date   `json:"date,omitzero"`
	File   string `json:"file,omitzero"`
	Extra  Extra  `json:",embed"`
}

// Grant is public money that may or may not come: shown apart, never counted.
type Grant struct {
	Name   string `json:"name"`
	Amount Money  `json:"amount_cents"`
	Source string `json:"source,omitzero"`
	Date   Date   `json:"date,omitzero"` // until when it can be asked for
	Note   string `json:"note,omitzero"`
	Extra  Extra  `json:",embed"`
}

// Event is a day to remember in the plan's calendar.
type Event struct {
	Month   Month     `json:"month"`
	Kind    EventKind `json:"kind"`
	Channel ChannelID `json:"channel,omitzero"` // empty: of the whole plan
	What    string    `json:"what,omitzero"`
	Cost    Money     `json:"cost_cents,omitzero"` // a part of the channel's amount, or of the pot; never added to them
	Extra   Extra     `json:",embed"`
}

// EventKind is what happens.
type EventKind string

// The kinds of event.
const (
	StartEvent  EventKind = "start" // a channel begins
	EndEvent    EventKind = "end"   // or ends
	FairEvent   EventKind = "fair"
	ReviewEvent EventKind = "review" // somebody looks at the figures and decides
	CostEvent   EventKind = "cost"   // a bill that comes once
)

// BoardQuestion is what the manager made of a question the board may ask: one of the
// catalogue's, or one of the manager's own.
type BoardQuestion struct {
	ID       string `json:"id"`                // of the catalogue, or "own-1"
	Question string `json:"question,omitzero"` // the manager's own; empty: the catalogue's
	Asker    string `json:"asker,omitzero"`
	Answer   string `json:"answer,omitzero"` // empty: drafted from the plan's figures
	Order    int    `json:"order,omitzero"`  // place among the questions, from 1; 0: the catalogue's
	Hidden   bool   `json:"hidden,omitzero"`
	Extra    Extra  `json:",embed"`
}

func (k *checker) evidence(place spot, e Evidence) {
	k.named(place.in("id"), "id", e.ID)
	k.day(place.in("date"), "date", e.Date)
}

func (k *checker) grant(place spot, g Grant) {
	k.money(place.in("amount_cents"), "amount_cents", g.Amount)
	k.day(place.in("date"), "date", g.Date)
}

func (k *checker) event(place spot, e Event) {
	k.month(place.in("month"), "month", e.Month)
	k.oneOf(place.in("kind"), "kind", string(e.Kind), eventKinds)
	k.money(place.in("cost_cents"), "cost_cents", e.Cost)
}

func (k *checker) question(place spot, q BoardQuestion) {
	k.named(place.in("id"), "id", q.ID)
	k.between(place.in("order"), "order", float64(q.Order), 0, MaxRows)
}
