// What a plan brings: docs/forecast.md, in code.

package plan

import (
	"math"

	"arringa/model"
)

// Tail is how many months after the plan's own what its spend still brings is counted, with
// no further spend: what last year's spend still causes is taken out, so what this plan's
// causes later is counted in.
const Tail = 24

// Beyond is how many months past the horizon payback is looked for, with no further spend.
const Beyond = 36

// CashMonths is how many months past the horizon the last of the cash can come: the tail's
// last contact, the longest delay and the twelve months of a customer's margin.
const CashMonths = Tail + model.MaxDelay + 2 + 12

// Forecast computes what the plan brings in a scenario. The plan must be free of
// Problems.
func Forecast(p model.Plan, s model.Scenario) Outlook {
	f := newFrame(p, s)
	n := p.Months + Tail
	months := make([]MonthOutlook, len(p.Channels)*n)
	o := Outlook{
		Channels:        make([]ChannelOutlook, len(p.Channels)),
		FirstYearMargin: f.firstYear,
		LifetimeMargin:  f.lifetime,
		Baseline:        p.Company.BaselinePerMonth() * s.Baseline * float64(p.Months),
	}
	won := make([]float64, p.Months+CashMonths) // incremental customers by month of signing
	for i, c := range p.Channels {
		o.Channels[i] = f.channel(c, months[i*n:(i+1)*n:(i+1)*n], won)
		o.Total.add(o.Channels[i].Yields)
		o.Carried += o.Channels[i].Carried
	}
	f.cash(&o, won)
	return o
}

// frame is what all channels of a forecast share.
type frame struct {
	plan           model.Plan
	scenario       model.Scenario
	demand         [model.MaxMonths + Tail]float64 // by month of the plan and its tail
	calendarDemand [12]float64                     // January first
	// margin of a customer's first order and of the rest of its first twelve months
	first, rest         float64
	firstYear, lifetime float64
}

func newFrame(p model.Plan, s model.Scenario) frame {
	f := frame{plan: p, scenario: s, calendarDemand: p.Company.Season.Demand()}
	for m := range p.Months + Tail {
		f.demand[m] = f.calendarDemand[(p.Start + model.Month(m)).Index()]
	}
	f.first = float64(p.Company.FirstOrder.Cents) * p.Company.Margin.Value * s.Order
	f.firstYear = p.Company.FirstYearMargin() * s.Order
	f.lifetime = p.Company.LifetimeMargin() * s.Order
	f.rest = f.firstYear - f.first
	return f
}

// channel fills one channel's months and those of its tail, and adds its incremental
// customers to won.
func (f *frame) channel(c model.Channel, months []MonthOutlook, won []float64) ChannelOutlook {
	p, n := f.plan, f.plan.Months
	out := ChannelOutlook{ID: c.ID, Months: months[:n:n], Tail: months[n:]}
	r := NewResponse(c.Figures, c.Figures.Contacts.Base)
	v, a := c.ConversionOf(p.Company).Base, c.Figures.Additional.Base
	results, cost := f.scenario.On(c.ID)
	spend := c.Calendar.Months(c.Amount, p.Company.Season, p.Start)
	opening := float64(c.LastYear.Spend) / 12
	if f.scenario.Idle {
		spend = [12]model.Money{}
	}
	effective, idle := opening, opening
	for m := range months {
		month := &months[m]
		at := min(m+1, n) // the tail fares as the last month does
		effective *= r.Carryover
		if m < n {
			month.Spend = spend[m%12]
			effective += (1 - r.Carryover) * float64(month.Spend) / cost.At(at, n)
			out.Spend += month.Spend
		}
		idle *= r.Carryover
		rho := results.At(at, n)
		month.Effective = effective
		caused, left := rho*r.Contacts(effective, f.demand[m]), rho*r.Contacts(idle, f.demand[m])
		itself := c.Figures.Itself.Value * f.demand[m]
		month.Contacts, month.Idle = caused+itself, left+itself
		month.Added = a * (caused - left)
		out.Plan.Contacts += month.Contacts
		out.Zero.Contacts += month.Idle
		if m == n-1 {
			out.Plan.Arrived, out.Zero.Arrived = out.Plan.Contacts, out.Zero.Contacts
		}
	}
	f.sign(c, v, months, won, &out)
	out.Carried = f.carried(c, r, v, opening)
	out.Cost = float64(out.Spend) * p.Company.VAT.Cost()
	f.value(&out.Plan, v)
	f.value(&out.Zero, v)
	out.More = minus(out.Plan, out.Zero, a)
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
			if share == 0 {
				continue
			}
			at := m + late + k
			plan, zero := v*share*months[m].Contacts, v*share*months[m].Idle
			won[at] += v * share * months[m].Added
			if at < len(months) {
				months[at].Won += plan
				months[at].IdleWon += zero
			}
			if at < n {
				out.Plan.Won += plan
				out.Zero.Won += zero
				out.Plan.Cashed += plan * f.cashed(at)
				out.Zero.Cashed += zero * f.cashed(at)
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

// value completes a yield from its contacts and from those of its customers who won.
func (f *frame) value(y *Yield, v float64) {
	y.Customers = v * y.Contacts
	y.Open = v*y.Arrived - y.Won
	y.Later = v * (y.Contacts - y.Arrived)
	y.Margin = y.Customers * f.firstYear
	y.Lifetime = y.Customers * f.lifetime
}

// cash follows the money: spend when it is paid; a customer's first order in the month
// of signing and the rest of its first twelve months evenly over the twelve that follow.
func (f *frame) cash(o *Outlook, won []float64) {
	n := f.plan.Months + Beyond
	o.Paid, o.Back = make([]float64, n), make([]float64, n)
	vat := f.plan.Company.VAT.Cost()
	var paid, back, recent float64 // recent: customers signed in the twelve months before
	last := 0                      // the last month in which more is paid than back
	for m := range won {
		if m < f.plan.Months {
			for i := range o.Channels {
				paid += float64(o.Channels[i].Months[m].Spend) * vat
			}
		}
		if o.Total.More.Margin > 0 && back < AllInShare*o.Total.More.Margin {
			o.AllIn = m + 1
		}
		back += won[m]*f.first + recent*f.rest/12
		recent += won[m]
		if m >= 12 {
			recent -= won[m-12]
		}
		if m >= n {
			continue
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

// AllInShare is the share of the margin with which it counts as all in: to a whole per cent.
const AllInShare = 0.995
