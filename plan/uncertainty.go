// Ranges and chances, from 10,000 futures.

package plan

import (
	"arringa/model"
)

// Band is a figure as far as it is known: the 10th, 50th and 90th percentile. It is more
// than Low nine times out of ten, and more than High once.
type Band struct{ Low, Base, High float64 }

func (b Band) times(k float64) Band { return Band{b.Low * k, b.Base * k, b.High * k} }

// Ranges is what a plan brings, more than without spend, over Draws futures. The middle of
// a sum of skewed figures is somewhat more than the sum of their middles, so Base is near
// the forecast but not the same.
type Ranges struct {
	Contacts  Band // whenever they arrive
	Arrived   Band // by the end of the plan
	Customers Band // whenever they sign
	Won       Band // those who sign by the end of the plan
	Margin    Band // of the customers' first twelve months, whenever it comes, cents
	Lifetime  Band // cents
	Cost      float64
	// chance that what is cashed by the end of the plan covers Cost, 0 to 1; 1 when nothing is spent. To be said in
	// Tenths
	PaysByEnd float64
	Pays      float64 // chance that Margin ever covers Cost, likewise
	Channels  []ChannelRanges

	// Cash by month, from the first of the plan to Beyond months past the horizon: the
	// cumulative margin of incremental customers, and the chance that it covers what was
	// paid by then.
	Back     []Band
	PaidBack []float64
	end      int // months of the plan
}

// ChannelRanges is what one channel brings.
type ChannelRanges struct {
	ID        model.ChannelID
	Contacts  Band
	Customers Band
	Margin    Band
}

// Cashed is the margin that is in by the end of the plan, cents.
func (r Ranges) Cashed() Band { return r.Back[r.end-1] }

// Payback is the month, 1 being the first of the plan, from which the spend is back for good
// in one, five and nine futures of ten: the earliest is Low. 0 where that is not found.
func (r Ranges) Payback() (low, base, high int) {
	at := func(share float64) int {
		last := 0
		for m, chance := range r.PaidBack {
			if chance < share {
				last = m + 1
			}
		}
		if r.Cost == 0 || last == len(r.PaidBack) {
			return 0
		}
		return last + 1
	}
	return at(0.1), at(0.5), at(0.9)
}

// Return is (margin − cost) / cost when all is in; false when nothing is spent.
func (r Ranges) Return() (Band, bool) { return r.Margin.over(r.Cost), r.Cost > 0 }

// ReturnByEnd is the same of what is cashed by the end of the plan.
func (r Ranges) ReturnByEnd() (Band, bool) { return r.Cashed().over(r.Cost), r.Cost > 0 }

func (b Band) over(cost float64) Band {
	return Band{(b.Low - cost) / cost, (b.Base - cost) / cost, (b.High - cost) / cost}
}

// CAC is the cost of an incremental customer, Low being the cheapest; false when there may
// be none.
func (r Ranges) CAC() (Band, bool) {
	return Band{r.Cost / r.Customers.High, r.Cost / r.Customers.Base, r.Cost / r.Customers.Low}, r.Customers.Low > 0
}

// Uncertainty draws Draws futures of a plan in a scenario: each channel's contacts, how many of
// them are additional, and the share that become customers, by their ranges; what an order is
// worth and the margin on it; and how far the reckoning itself is wrong. Contacts go together
// between channels, additional shares do and conversions do (see Correlation); the three do not,
// and the channels that live on the company's conversion share its luck. The draws are fixed: see
// normals. The plan must be free of Problems.
//
// Results are linear in each of them, so that each channel is forecast once, for one contact a
// month, all of them additional and all customers, and drawn times its luck.
func Uncertainty(p model.Plan, s model.Scenario) Ranges {
	return uncertainty(p, s, shared{Reckoning(p), orderRange(p.Company), marginRange(p.Company)})
}

// shared are the ranges of what all channels have in common.
type shared struct{ reckoning, order, margin model.Range }

func uncertainty(p model.Plan, s model.Scenario, common shared) Ranges {
	o, f := Forecast(p, s), newFrame(p, s)
	r := Ranges{Cost: o.Total.Cost, Channels: make([]ChannelRanges, len(p.Channels)), end: p.Months}
	d := newDice(common)
	sum := newSums()
	var backs, lucks [][]float64
	for i, c := range p.Channels {
		r.Channels[i].ID = c.ID
		y, back := f.unit(c)
		if y.Contacts == 0 {
			continue
		}
		luck := d.added(c)
		addTimes(sum.contacts, y.Contacts, luck)
		addTimes(sum.arrived, y.Arrived, luck)
		r.Channels[i].Contacts = d.band(luck).times(y.Contacts)
		times(luck, d.conversions(c, p.Company))
		addTimes(sum.customers, y.Contacts, luck)
		addTimes(sum.won, y.Won, luck)
		r.Channels[i].Customers = d.band(luck).times(y.Contacts)
		times(luck, d.worth)
		r.Channels[i].Margin = d.band(luck).times(y.Contacts * f.firstYear)
		addTimes(sum.margin, y.Contacts, luck)
		backs, lucks = append(backs, back), append(lucks, luck)
	}
	r.Pays = portion(sum.margin, func(n float64) bool { return n*f.firstYear >= r.Cost })
	r.Contacts, r.Arrived, r.Customers, r.Won = band(sum.contacts), band(sum.arrived), band(sum.customers),
		band(sum.won)
	worth := band(sum.margin)
	r.Margin, r.Lifetime = worth.times(f.firstYear), worth.times(f.lifetime)
	r.fan(o.Paid, backs, lucks)
	r.PaysByEnd = r.PaidBack[p.Months-1]
	return r
}

// sums are what all channels bring in each future.
type sums struct{ contacts, arrived, customers, won, margin []float64 }

func newSums() sums {
	all := make([]float64, 5*Draws)
	part := func(k int) []float64 { return all[k*Draws : (k+1)*Draws : (k+1)*Draws] }
	return sums{part(0), part(1), part(2), part(3), part(4)}
}

// fan adds the channels' cash up in each future, month by month.
func (r *Ranges) fan(paid []float64, backs, lucks [][]float64) {
	r.Back, r.PaidBack = make([]Band, len(paid)), make([]float64, len(paid))
	sum := make([]float64, Draws)
	for m := range paid {
		clear(sum)
		for i, luck := range lucks {
			if back := backs[i][m]; back != 0 {
				addTimes(sum, back, luck)
			}
		}
		r.PaidBack[m] = portion(sum, func(back float64) bool { return back >= paid[m] })
		r.Back[m] = band(sum)
	}
}

// unit is what a channel brings more than without spend, and the cumulative cash that
// comes back by month, if its reference spend brought one contact a month and all were
// additional and became customers.
func (f *frame) unit(c model.Channel) (Yield, []float64) {
	one := model.Range{Low: 1, Base: 1, High: 1}
	c.Figures.Contacts, c.Figures.Additional, c.Figures.Conversion = one, one, &one
	won := make([]float64, f.plan.Months+CashMonths)
	y := f.channel(c, make([]MonthOutlook, f.plan.Months+Tail), won)
	var o Outlook
	f.cash(&o, won)
	return y.More, o.Back
}

func addTimes(sum []float64, k float64, x []float64) {
	for i, v := range x[:len(sum)] {
		sum[i] += k * v
	}
}

func times(x, y []float64) {
	for i, v := range y[:len(x)] {
		x[i] *= v
	}
}

// portion is the share of x that is so.
func portion(x []float64, so func(float64) bool) float64 {
	n := 0
	for _, v := range x {
		if so(v) {
			n++
		}
	}
	return float64(n) / float64(len(x))
}
