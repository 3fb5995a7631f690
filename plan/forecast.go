// What a plan brings: docs/forecast.md, in code.

package plan

import (
	"math"

	"arringa/model"
)

// Beyond is how many months past the horizon payback and what is left over are
// looked for, with no further spend.
const Beyond = 36

// Outlook is what a plan brings in a scenario. Sums of money that are results are float64
// cents; what is spent is exact.
type Outlook struct {
	Channels []ChannelOutlook
	Total    Yields // over all channels

	FirstYearMargin float64 // of one new customer, in the scenario
	LifetimeMargin  float64
	Baseline        float64 // customers over the horizon who come by themselves
	Carried         float64 // customers of the horizon from contacts of before it

	// Cash, by month from the first of the plan to Beyond months past the horizon,
	// cumulative: what was paid and what incremental customers brought back.
	Paid, Back   []float64
	PaybackMonth int     // 1 is the first month of the plan; 0: not found
	PeakOutlay   float64 // the most that is out at one time
	PeakMonth    int     // when; 0 when nothing is ever out
}

// ChannelOutlook is what one channel brings.
type ChannelOutlook struct {
	ID model.ChannelID
	Yields
	Carried  float64 // customers who sign within the horizon from contacts of before it
	LeftOver float64 // contacts of the Beyond months after the horizon that spending still brings; never counted
	Months   []MonthOutlook
}

// Yields compares a plan with the same time without spend.
type Yields struct {
	Spend model.Money // over the horizon
	Cost  float64     // spend and the VAT on it that is not recovered
	Plan  Yield       // what the contacts of the horizon bring
	Zero  Yield       // the same with no spend from the first month on
	More  Yield       // the difference: what the plan may claim
}

// Yield is what the contacts of the horizon bring.
type Yield struct {
	Contacts  float64
	Customers float64 // whenever they sign
	Won       float64 // those who sign within the horizon
	Open      float64 // those still open at its end
	Margin    float64 // of the customers' first twelve months
	Lifetime  float64
}

// MonthOutlook is a channel's month.
type MonthOutlook struct {
	Spend     model.Money
	Effective float64 // effective spend, cents a month
	Contacts  float64
	Idle      float64 // contacts with no spend from the first month on
	Won       float64 // customers who sign in the month, from contacts of the horizon
	IdleWon   float64
}

// Margin is the incremental first-year margin of the month's contacts when one contact
// leaves perContact.
func (m MonthOutlook) Margin(perContact float64) float64 { return (m.Contacts - m.Idle) * perContact }

// CAC is the cost of an incremental customer; false when there are none.
func (y Yields) CAC() (float64, bool) { return y.Cost / y.More.Customers, y.More.Customers > 0 }

// CostPerContact is the cost of an incremental contact; false when there are none.
func (y Yields) CostPerContact() (float64, bool) {
	return y.Cost / y.More.Contacts, y.More.Contacts > 0
}

// Return is (incremental first-year margin − cost) / cost; false when nothing is spent.
func (y Yields) Return() (float64, bool) { return (y.More.Margin - y.Cost) / y.Cost, y.Cost > 0 }

// Forecast computes what the plan brings in a scenario. The plan must be free of
// Problems.
func Forecast(p model.Plan, s model.Scenario) Outlook {
	f := newFrame(p, s)
	months := make([]MonthOutlook, len(p.Channels)*p.Months)
	o := Outlook{
		Channels:        make([]ChannelOutlook, len(p.Channels)),
		FirstYearMargin: f.firstYear,
		LifetimeMargin:  f.lifetime,
		Baseline:        p.Company.BaselinePerMonth() * s.Baseline * float64(p.Months),
	}
	won := make([]float64, p.Months+Beyond) // incremental customers by month of signing
	for i, c := range p.Channels {
		o.Channels[i] = f.channel(c, months[i*p.Months:(i+1)*p.Months:(i+1)*p.Months], won)
		o.Total.add(o.Channels[i].Yields)
		o.Carried += o.Channels[i].Carried
	}
	f.cash(&o, won)
	return o
}

// frame is what all channels of a forecast share.
type frame struct {
	plan                model.Plan
	scenario            model.Scenario
	demand              [36 + Beyond]float64 // by month of the plan
	calendarDemand      [12]float64          // January first
	first, rest         float64              // margin of a customer's first order and of the rest of its first twelve months
	firstYear, lifetime float64
}

func newFrame(p model.Plan, s model.Scenario) frame {
	f := frame{plan: p, scenario: s, calendarDemand: p.Company.Season.Demand()}
	for m := range p.Months + Beyond {
		f.demand[m] = f.calendarDemand[(p.Start + model.Month(m)).Index()]
	}
	f.first = float64(p.Company.FirstOrder.Cents) * p.Company.Margin.Value * s.Order
	f.firstYear = p.Company.FirstYearMargin() * s.Order
	f.lifetime = p.Company.LifetimeMargin() * s.Order
	f.rest = f.firstYear - f.first
	return f
}

// channel fills one channel's months, and adds its incremental customers to won.
func (f *frame) channel(c model.Channel, months []MonthOutlook, won []float64) ChannelOutlook {
	p, n := f.plan, f.plan.Months
	out := ChannelOutlook{ID: c.ID, Months: months}
	r := NewResponse(c.Figures, c.Figures.Contacts.Base)
	v := c.ConversionOf(p.Company).Base
	results, cost := f.scenario.On(c.ID)
	spend := c.Calendar.Months(c.Amount, p.Company.Season, p.Start)
	opening := float64(c.LastYear.Spend) / 12
	if f.scenario.Idle {
		spend = [12]model.Money{}
	}
	effective, idle := opening, opening
	for m := range n {
		month := &months[m]
		month.Spend = spend[m%12]
		effective = r.Carryover*effective + (1-r.Carryover)*float64(month.Spend)/cost.At(m+1, n)
		idle *= r.Carryover
		rho := results.At(m+1, n)
		month.Effective = effective
		month.Contacts = rho * r.Contacts(effective, f.demand[m])
		month.Idle = rho * r.Contacts(idle, f.demand[m])
		out.Spend += month.Spend
		out.Plan.Contacts += month.Contacts
		out.Zero.Contacts += month.Idle
	}
	f.sign(c, v, months, won, &out)
	out.Carried = f.carried(c, r, v, opening)
	rho := results.At(n, n)
	for m := n; m < n+Beyond; m++ {
		effective *= r.Carryover
		idle *= r.Carryover
		out.LeftOver += rho * (r.Contacts(effective, f.demand[m]) - r.Contacts(idle, f.demand[m]))
	}
	out.Cost = float64(out.Spend) * p.Company.VAT.Cost()
	f.value(&out.Plan, v)
	f.value(&out.Zero, v)
	out.More = minus(out.Plan, out.Zero)
	return out
}

// sign spreads customers over the months in which they sign: of month m's customers a
// share 1−f comes from the contacts of month m−⌊D⌋ and f, the fraction of the delay D, from
// those of the month before.
func (f *frame) sign(c model.Channel, v float64, months []MonthOutlook, won []float64, out *ChannelOutlook) {
	n := f.plan.Months
	whole, fraction := math.Modf(c.DelayOf(f.plan.Company).Value)
	late := int(whole)
	for m := range months {
		for k, share := range [2]float64{1 - fraction, fraction} {
			at := m + late + k
			if share == 0 || at >= n+Beyond {
				continue
			}
			plan, zero := v*share*months[m].Contacts, v*share*months[m].Idle
			won[at] += plan - zero
			if at < n {
				months[at].Won += plan
				months[at].IdleWon += zero
				out.Plan.Won += plan
				out.Zero.Won += zero
			}
		}
	}
}

// carried counts the customers who sign within the horizon from contacts of before it:
// those that the opening effective spend brought, month by month, as a steady spend.
func (f *frame) carried(c model.Channel, r Response, v, opening float64) float64 {
	whole, fraction := math.Modf(c.DelayOf(f.plan.Company).Value)
	late := int(whole)
	var total float64
	for before := 1; before <= late+1; before++ { // months before the first of the plan
		contacts := v * r.Contacts(opening, f.calendarDemand[(f.plan.Start-model.Month(before)).Index()])
		if at := late - before; at >= 0 && at < f.plan.Months {
			total += contacts * (1 - fraction)
		}
		if at := late + 1 - before; at < f.plan.Months {
			total += contacts * fraction
		}
	}
	return total
}

// value completes a yield from its contacts.
func (f *frame) value(y *Yield, v float64) {
	y.Customers = v * y.Contacts
	y.Open = y.Customers - y.Won
	y.Margin = y.Customers * f.firstYear
	y.Lifetime = y.Customers * f.lifetime
}

// cash follows the money: spend when it is paid; a customer's first order in the month
// of signing and the rest of its first twelve months evenly over the twelve that follow.
func (f *frame) cash(o *Outlook, won []float64) {
	n := len(won)
	o.Paid, o.Back = make([]float64, n), make([]float64, n)
	vat := f.plan.Company.VAT.Cost()
	var paid, back, recent float64 // recent: customers signed in the twelve months before
	last := 0                      // the last month in which more is paid than back
	for m := range n {
		if m < f.plan.Months {
			for i := range o.Channels {
				paid += float64(o.Channels[i].Months[m].Spend) * vat
			}
		}
		back += won[m]*f.first + recent*f.rest/12
		recent += won[m]
		if m >= 12 {
			recent -= won[m-12]
		}
		o.Paid[m], o.Back[m] = paid, back
		if out := paid - back; out > 0 {
			last = m + 1
			if out > o.PeakOutlay {
				o.PeakOutlay, o.PeakMonth = out, m+1
			}
		}
	}
	if last < n && paid > 0 {
		o.PaybackMonth = last + 1
	}
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
	y.Customers += x.Customers
	y.Won += x.Won
	y.Open += x.Open
	y.Margin += x.Margin
	y.Lifetime += x.Lifetime
}

func minus(a, b Yield) Yield {
	return Yield{
		Contacts: a.Contacts - b.Contacts, Customers: a.Customers - b.Customers, Won: a.Won - b.Won,
		Open: a.Open - b.Open, Margin: a.Margin - b.Margin, Lifetime: a.Lifetime - b.Lifetime,
	}
}
