// The year as it really went, by channel and month.

package model

// Actual is what a channel really took and brought in a month of the plan. What is not
// known is nil, which is not 0.
type Actual struct {
	Channel   ChannelID `json:"channel"`
	Month     Month     `json:"month"`
	Spend     *Money    `json:"spend_cents,omitzero"`
	Contacts  *float64  `json:"contacts,omitzero"`
	Customers *float64  `json:"customers,omitzero"` // signed in the month
	Extra     Extra     `json:",embed"`
}

// MaxRows is the most rows of actuals, history, presence or the like that a plan holds.
const MaxRows = 10_000

// Actual finds the actuals of a channel in a month; -1 when there are none.
func (p Plan) Actual(channel ChannelID, month Month) int {
	for i, a := range p.Actuals {
		if a.Channel == channel && a.Month == month {
			return i
		}
	}
	return -1
}

func (a Actual) clone() Actual {
	a.Spend, a.Contacts, a.Customers = copied(a.Spend), copied(a.Contacts), copied(a.Customers)
	return a
}

func (k *checker) actual(place spot, a Actual) {
	k.named(place.in("channel"), "channel", string(a.Channel))
	k.month(place.in("month"), "month", a.Month)
	if a.Spend != nil {
		k.money(place.in("spend_cents"), "spend_cents", *a.Spend)
	}
	k.count(place.in("contacts"), "contacts", a.Contacts)
	k.count(place.in("customers"), "customers", a.Customers)
}
