// Ranges and chances, from 10,000 futures.

package plan

import (
	"math"

	"arringa/model"
)

// Band is a figure as far as it is known: the 10th, 50th and 90th percentile. It is more
// than Low nine times out of ten, and more than High once.
type Band struct{ Low, Base, High float64 }

func (b Band) times(k float64) Band { return Band{b.Low * k, b.Base * k, b.High * k} }

// LeastChance is the least that is told of a chance, for or against: the draws know the ranges
// of the assumptions, not that one may be wrong beyond them.
const LeastChance = 0.01

// Ranges is what a plan brings, more than without spend, over Draws futures. The middle of
// a sum of skewed figures is somewhat more than the sum of their middles, so Base is near
// the forecast but not the same.
type Ranges struct {
	Contacts  Band
	Customers Band // whenever they sign
	Won       Band // those who sign within the horizon
	Margin    Band // of the customers' first twelve months, cents
	Lifetime  Band // cents
	Cost      float64
	Pays      float64 // chance that Margin is at least Cost, LeastChance to 1 − LeastChance; 1 when nothing is spent
	Channels  []ChannelRanges

	// Cash by month, from the first of the plan to Beyond months past the horizon: the
	// cumulative margin of incremental customers, and the chance that it covers what was
	// paid by then.
	Back     []Band
	PaidBack []float64
}

// ChannelRanges is what one channel brings.
type ChannelRanges struct {
	ID        model.ChannelID
	Contacts  Band
	Customers Band
	Margin    Band
}

// Return is (margin − cost) / cost; false when nothing is spent.
func (r Ranges) Return() (Band, bool) {
	back := func(margin float64) float64 { return (margin - r.Cost) / r.Cost }
	return Band{back(r.Margin.Low), back(r.Margin.Base), back(r.Margin.High)}, r.Cost > 0
}

// CAC is the cost of an incremental customer, Low being the cheapest; false when there may
// be none.
func (r Ranges) CAC() (Band, bool) {
	return Band{r.Cost / r.Customers.High, r.Cost / r.Customers.Base, r.Cost / r.Customers.Low}, r.Customers.Low > 0
}

// Uncertainty draws Draws futures of a plan in a scenario: each channel's contacts, and the
// share of them that become customers, by their ranges. Contacts go together between
// channels, and shares do (see Correlation); contacts and shares do not, and the channels
// that live on the company's share share its luck. The draws are fixed: see normals. The
// plan must be free of Problems.
//
// Results are linear in contacts and in the share, so that each channel is forecast once,
// for one contact a month of which all become customers, and drawn times its luck.
func Uncertainty(p model.Plan, s model.Scenario) Ranges {
	o := Forecast(p, s)
	f := newFrame(p, s)
	r := Ranges{Cost: o.Total.Cost, Channels: make([]ChannelRanges, len(p.Channels))}
	market, sales := normals("contacts"), normals("conversion")
	company := correlated(sales, "company conversion")
	contacts, customers, won := make([]float64, Draws), make([]float64, Draws), make([]float64, Draws)
	var backs, lucks [][]float64
	for i, c := range p.Channels {
		r.Channels[i].ID = c.ID
		y, back := f.unit(c)
		if y.Contacts == 0 {
			continue
		}
		luck := values(c.Figures.Contacts, math.Inf(1), correlated(market, "contacts of "+string(c.ID)))
		addTimes(contacts, y.Contacts, luck)
		n := c.Figures.Contacts
		r.Channels[i].Contacts = Band{n.Low, n.Base, n.High}.times(y.Contacts)
		times(luck, conversions(c, p.Company, company, sales))
		addTimes(customers, y.Contacts, luck)
		addTimes(won, y.Won, luck)
		r.Channels[i].Customers = band(append([]float64(nil), luck...)).times(y.Contacts)
		r.Channels[i].Margin = r.Channels[i].Customers.times(f.firstYear)
		backs, lucks = append(backs, back), append(lucks, luck)
	}
	r.Contacts, r.Customers, r.Won = band(contacts), band(customers), band(won)
	r.Margin, r.Lifetime = r.Customers.times(f.firstYear), r.Customers.times(f.lifetime)
	r.Pays = portion(customers, func(n float64) bool { return n*f.firstYear >= r.Cost })
	if r.Cost > 0 {
		r.Pays = min(max(r.Pays, LeastChance), 1-LeastChance)
	}
	r.fan(o.Paid, backs, lucks)
	return r
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
		r.Back[m] = band(sum)
		r.PaidBack[m] = portion(sum, func(back float64) bool { return back >= paid[m] })
	}
}

// unit is what a channel brings more than without spend, and the cumulative cash that
// comes back by month, if its reference spend brought one contact a month and all became
// customers.
func (f *frame) unit(c model.Channel) (Yield, []float64) {
	one := model.Range{Low: 1, Base: 1, High: 1}
	c.Figures.Contacts, c.Figures.Conversion = one, &one
	won := make([]float64, f.plan.Months+Beyond)
	y := f.channel(c, make([]MonthOutlook, f.plan.Months), won)
	var o Outlook
	f.cash(&o, won)
	return y.More, o.Back
}

// conversions draws the share of a channel's contacts that become customers.
func conversions(c model.Channel, in model.Company, company, sales []float64) []float64 {
	z := company
	if c.Figures.Conversion != nil {
		z = correlated(sales, "conversion of "+string(c.ID))
	}
	return values(c.ConversionOf(in), 1, z)
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
