// What is known of the time before the plan.

package model

// Past is what a channel took and brought in a period before the plan, from which its
// figures can be learnt.
type Past struct {
	Channel   ChannelID `json:"channel"`
	From      Month     `json:"from"`
	Months    int       `json:"months"` // 1 for a month, 12 for a year; 1 to MaxPastMonths
	Spend     Money     `json:"spend_cents"`
	Contacts  *float64  `json:"contacts,omitzero"` // nil: not known
	Customers *float64  `json:"customers,omitzero"`
	Extra     Extra     `json:",embed"`
}

// MaxPastMonths is the longest period of the history.
const MaxPastMonths = 12

func (p Past) clone() Past {
	p.Contacts, p.Customers = copied(p.Contacts), copied(p.Customers)
	return p
}

func (k *checker) past(place spot, p Past) {
	k.named(place.in("channel"), "channel", string(p.Channel))
	k.month(place.in("from"), "from", p.From)
	k.between(place.in("months"), "months", float64(p.Months), 1, MaxPastMonths)
	k.money(place.in("spend_cents"), "spend_cents", p.Spend)
	k.count(place.in("contacts"), "contacts", p.Contacts)
	k.count(place.in("customers"), "customers", p.Customers)
}
