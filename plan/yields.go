package plan

import "arringa/model"

// Outlook is what a plan brings in a scenario. Sums of money that are results are float64
// cents; what is spent is exact.
type Outlook struct {
	Channels []ChannelOutlook
	Total    Yields // over all channels

	FirstYearMargin float64 // of one new customer, in the scenario
	LifetimeMargin  float64
	Baseline        float64 // customers over the plan's months who come by themselves
	Carried         float64 // customers of the plan's months from contacts of before it

	// Cash, by month from the first of the plan to Beyond months past the horizon,
	// cumulative: what was paid and what incremental customers brought back.
	Paid, Back   []float64
	PaybackMonth int     // 1 is the first month of the plan; 0: not found
	PeakOutlay   float64 // the most that is out at one time
	PeakMonth    int     // when; 0 when nothing is ever out
	// month from which less than half a per cent of the incremental margin is still to come; 0 when there is none
	AllIn int
}

// ChannelOutlook is what one channel brings.
type ChannelOutlook struct {
	ID model.ChannelID
	Yields
	Carried float64        // customers who sign within the plan's months from contacts of before it
	Months  []MonthOutlook // of the plan
	Tail    []MonthOutlook // the months after it, without further spend
}

// Yields compares a plan with the same time without spend.
type Yields struct {
	Spend model.Money // over the plan's months
	Cost  float64     // spend and the VAT on it that is not recovered
	Plan  Yield       // what the channel counts as its own, whoever caused it
	Zero  Yield       // the same with no spend from the first month on: what is left of last year's
	More  Yield       // what the plan's spend causes: additional share × (Plan − Zero); what the plan may claim
}

// Yield is contacts and what comes of them, over the plan's months and the Tail after them.
type Yield struct {
	Contacts  float64 // whenever they arrive
	Arrived   float64 // those that arrive by the end of the plan
	Customers float64 // whenever they sign: Won + Open + Later
	Won       float64 // those who sign by the end of the plan
	Open      float64 // those of contacts that arrived by the end, who sign after it
	Later     float64 // those of contacts that arrive after the end
	Margin    float64 // of the customers' first twelve months, whenever it comes
	Cashed    float64 // the part of Margin that is in by the end of the plan
	Lifetime  float64
}

// MonthOutlook is a channel's month.
type MonthOutlook struct {
	Spend     model.Money
	Effective float64 // effective spend, cents a month
	Contacts  float64 // that the channel counts
	Idle      float64 // contacts with no spend from the first month on
	Added     float64 // contacts that the plan's spend causes
	Won       float64 // customers who sign in the month, from contacts of the plan's months and the tail
	IdleWon   float64
}

// Margin is the incremental first-year margin of the month's contacts when one contact
// leaves perContact.
func (m MonthOutlook) Margin(perContact float64) float64 { return m.Added * perContact }

// Counted is the contacts that the channel counts in the plan's months, whoever caused them.
func (y Yields) Counted() float64 { return y.Plan.Arrived }

// Anyway is those of them that come without the plan's spend too.
func (y Yields) Anyway() float64 { return y.Plan.Arrived - y.More.Arrived }

// CAC is the cost of an incremental customer; false when there are none.
func (y Yields) CAC() (float64, bool) { return y.Cost / y.More.Customers, y.More.Customers > 0 }

// CostPerContact is the cost of an incremental contact; false when there are none.
func (y Yields) CostPerContact() (float64, bool) {
	return y.Cost / y.More.Contacts, y.More.Contacts > 0
}

// Return is (incremental first-year margin − cost) / cost, when all is in; false when nothing is
// spent.
func (y Yields) Return() (float64, bool) { return (y.More.Margin - y.Cost) / y.Cost, y.Cost > 0 }

// ReturnByEnd is the same of what is cashed by the end of the plan.
func (y Yields) ReturnByEnd() (float64, bool) { return (y.More.Cashed - y.Cost) / y.Cost, y.Cost > 0 }

// ReturnWith is Return with a cost beside the spend, in cents: that of the role.
func (y Yields) ReturnWith(cost float64) (float64, bool) {
	return (y.More.Margin - y.Cost - cost) / (y.Cost + cost), y.Cost+cost > 0
}

func (y *Yields) add(x Yields) {
	y.Spend += x.Spend
	y.Cost += x.Cost
	y.Plan.add(x.Plan)
	y.Zero.add(x.Zero)
	y.More.add(x.More)
}

func (y *Yield) add(x Yield) {
	y.Contacts += x.Contacts
	y.Arrived += x.Arrived
	y.Customers += x.Customers
	y.Won += x.Won
	y.Open += x.Open
	y.Later += x.Later
	y.Margin += x.Margin
	y.Cashed += x.Cashed
	y.Lifetime += x.Lifetime
}

// minus is the difference of two yields, times a share of it.
func minus(a, b Yield, share float64) Yield {
	return Yield{
		Contacts: share * (a.Contacts - b.Contacts), Arrived: share * (a.Arrived - b.Arrived),
		Customers: share * (a.Customers - b.Customers),
		Won:       share * (a.Won - b.Won), Open: share * (a.Open - b.Open), Later: share * (a.Later - b.Later),
		Margin: share * (a.Margin - b.Margin), Cashed: share * (a.Cashed - b.Cashed),
		Lifetime: share * (a.Lifetime - b.Lifetime),
	}
}
