// How large a test must be to tell, and what it told.

package plan

import (
	"math"
	"sort"

	"arringa/model"
)

// TrialOutlook is what a test will cost and tell, before the money is spent.
type TrialOutlook struct {
	Needed         float64     // contacts that tell the cost within the precision asked; see model.Trial.Needed
	Expected       Band        // contacts that the test brings, by the channel's figures
	CostPerContact Band        // cents, Low is the cheapest; 0 where nobody comes
	Months         int         // that bring Needed at the test's monthly spend; 0: not within MaxTrialMonths
	Budget         model.Money // that brings Needed within the test's months, in whole euro; 0: no sum does

	// The rule in contacts, if the whole budget is spent: ScaleFrom or more, scale; StopUpTo or
	// fewer, stop, −1 when not even none at all would say so. 0 and −1 without a cost to beat.
	ScaleFrom, StopUpTo int
}

// PlanTrial works a test out. It reports whether the plan has the channel, and the test
// spends something in months with demand.
func PlanTrial(p model.Plan, t model.Trial) (TrialOutlook, bool) {
	line := p.Channel(t.Channel)
	if line < 0 || t.Budget <= 0 {
		return TrialOutlook{}, false
	}
	c, spend := p.Channels[line], float64(t.Budget)
	per := exposure(p, c, t.Start, t.Months, spend)
	if per <= 0 {
		return TrialOutlook{}, false
	}
	n := c.Figures.Contacts
	o := TrialOutlook{Needed: t.Needed(), Expected: Band{n.Low, n.Base, n.High}.times(per), StopUpTo: -1}
	o.CostPerContact = o.Expected.cost(spend)
	for m := 1; m <= model.MaxTrialMonths && o.Months == 0; m++ {
		if n.Base*exposure(p, c, t.Start, m, spend/float64(t.Months)*float64(m)) >= o.Needed {
			o.Months = m
		}
	}
	const rich = int(model.MaxMoney / 100)
	if euro := sort.Search(rich, func(e int) bool {
		return n.Base*exposure(p, c, t.Start, t.Months, float64(e)*100) >= o.Needed
	}); euro < rich {
		o.Budget = model.Euro(int64(euro))
	}
	if t.CostToBeat > 0 {
		prior := gammaOf(n)
		chance := func(k int) float64 { return prior.seen(float64(k), per).above(rateToBeat(t, spend, per)) }
		o.ScaleFrom = sort.Search(model.MaxPerMonth, func(k int) bool { return chance(k) >= t.ScaleAt })
		o.StopUpTo = sort.Search(model.MaxPerMonth, func(k int) bool { return chance(k) > t.StopAt }) - 1
	}
	return o, true
}

// TrialReading is what a test says when it is over.
type TrialReading struct {
	Contacts       model.Range    // a month at the reference spend: the channel's range, updated
	CostPerContact Band           // cents, at the test's spend; Low is the cheapest
	Chance         float64        // that a contact costs less than CostToBeat
	Verdict        model.Decision // empty without a cost to beat
	// the cost is known within ± this share, from the test alone, nine times out of ten; 1 at most
	Precision float64
	Enough    bool // as many contacts as were needed
}

// ReadTrial updates what was assumed of a channel by what its test brought: the contacts'
// range as a gamma, the contacts that came as a Poisson count. It reports whether there is a
// result to read: both what was spent and what came. The model's luck is Poisson's alone: a single lucky client who
// sends three
// friends counts as four strangers.
func ReadTrial(p model.Plan, t model.Trial) (TrialReading, bool) {
	line := p.Channel(t.Channel)
	if line < 0 || t.Result == nil || t.Result.Spend <= 0 || t.Result.Contacts == nil {
		return TrialReading{}, false
	}
	c, spend, k := p.Channels[line], float64(t.Result.Spend), *t.Result.Contacts
	per := exposure(p, c, t.Start, t.Months, spend)
	if per <= 0 {
		return TrialReading{}, false
	}
	after := gammaOf(c.Figures.Contacts).seen(k, per)
	r := TrialReading{Contacts: after.bounds(), Enough: k >= t.Needed(), Precision: 1}
	r.CostPerContact = Band{r.Contacts.Low, r.Contacts.Base, r.Contacts.High}.times(per).cost(spend)
	if k > 0 {
		r.Precision = min(1.645/math.Sqrt(k), 1)
	}
	if t.CostToBeat <= 0 {
		return r, true
	}
	r.Chance = after.above(rateToBeat(t, spend, per))
	switch {
	case r.Chance >= t.ScaleAt:
		r.Verdict = model.Scale
	case r.Chance <= t.StopAt:
		r.Verdict = model.Stop
	default:
		r.Verdict = model.Hold
	}
	return r, true
}

// LearnTrial puts what a test said of a channel's contacts in their place.
func LearnTrial(p model.Plan, t model.Trial) model.Plan {
	r, ok := ReadTrial(p, t)
	if !ok {
		return p
	}
	p = p.Clone()
	p.Channels[p.Channel(t.Channel)].Figures.Contacts = r.Contacts
	return p
}

// DraftTrial is a test of a channel as one would begin it: three months, the most that a
// contact may cost as the cost to beat, and a budget that brings the contacts needed.
func DraftTrial(p model.Plan, line int) model.Trial {
	t := model.NewTrial(p.Channels[line].ID, p.Start)
	t.CostToBeat = MostPerContact(p, line)
	t.Budget = p.Channels[line].Figures.Reference * model.Money(t.Months)
	if o, ok := PlanTrial(p, t); ok && o.Budget > 0 {
		t.Budget = o.Budget
	}
	return t
}

// MostPerContact is the most that a contact that a channel counts may cost so that its
// customers' first-year margin pays for it: additional share × conversion × margin ÷ cost of a euro
// of spend, rounded down.
func MostPerContact(p model.Plan, line int) model.Money {
	v := p.Channels[line].Figures.Additional.Base * p.Channels[line].ConversionOf(p.Company).Base
	return model.Money(min(v*p.Company.FirstYearMargin()/p.Company.VAT.Cost(), float64(model.MaxMoney)))
}

// rateToBeat is the contacts a month, at the reference spend, above which a contact costs
// less than the cost to beat.
func rateToBeat(t model.Trial, spend, per float64) float64 {
	return spend / (float64(t.CostToBeat) * per)
}

// cost is what a contact costs when a spend brings so many; 0 where it brings none.
func (b Band) cost(spend float64) Band {
	of := func(n float64) float64 {
		if n <= 0 {
			return 0
		}
		return spend / n
	}
	return Band{of(b.High), of(b.Base), of(b.Low)}
}

// exposure is what a test that spends evenly would bring if the reference spend brought one
// contact a month, beginning from nothing.
func exposure(p model.Plan, c model.Channel, start model.Month, months int, spend float64) float64 {
	r, demand := NewResponse(c.Figures, 1), p.Company.Season.Demand()
	var effective, total float64
	for m := range months {
		effective = r.Carryover*effective + (1-r.Carryover)*spend/float64(months)
		total += r.Contacts(effective, demand[(start+model.Month(m)).Index()])
	}
	return total
}
