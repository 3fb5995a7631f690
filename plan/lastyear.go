package plan

import (
	"math"

	"arringa/model"

	"gonum.org/v1/gonum/stat/distuv"
)

// Change is an assumption that was changed, from A to B.
type Change = Difference

// TakeLastYear makes what last year brought the figures of every channel that it is known of,
// and lists what that changed. Contacts are told at last year's spend, with the range of their
// count (gamma, from the prior of Jeffreys). The share that becomes customers is that of last
// year, drawn towards the default by how few contacts there were: the default's range is worth as
// many contacts as a beta that is as wide (beta–binomial), so that 2 of 3 do not become 67 %. All
// of it is the company's own. A channel of which a fit told apart what comes by itself stays as it
// is.
func TakeLastYear(p model.Plan) (model.Plan, []Change) {
	q := p.Clone()
	for i := range q.Channels {
		takeLastYear(&q.Channels[i], p.Company)
	}
	d := differ{}
	for i, c := range p.Channels {
		d.of = c.ID
		d.channel(p, q, i, i)
	}
	return q, d.found
}

func takeLastYear(c *model.Channel, company model.Company) {
	last := c.LastYear
	if last.Spend <= 0 || last.Contacts == nil || c.Figures.Itself.Origin != "" { // a fit knows more than one sum
		return
	}
	contacts, f := *last.Contacts, &c.Figures
	monthly := max(last.Spend/12, 1)
	// the curve that was told, at the new reference
	if f.Gain.Origin == model.Own && f.Gain.Value != model.LinearGain && monthly != f.Reference {
		f.Gain.Value = gainAt(saturationAt(f.Gain.Value, float64(f.Reference)), float64(monthly))
	}
	f.Reference, f.Contacts = monthly, countRange(contacts).Scaled(1.0/12)
	if v, ok := lastYearConversion(*c, company); ok {
		f.Conversion = &v
	}
}

// countRange is what a count says of the mean behind it.
func countRange(k float64) model.Range {
	g := gamma{k + minShape, 1}
	r := g.bounds()
	r.Base = min(max(k, r.Low), r.High)
	return r
}

// lastYearConversion is the default share of a channel, updated by last year's contacts and
// customers; false where there is nothing to update, or more customers than contacts.
func lastYearConversion(c model.Channel, company model.Company) (model.Range, bool) {
	last := c.LastYear
	if c.Kind == model.Orders || last.Customers == nil || last.Contacts == nil || *last.Contacts < 1 ||
		*last.Customers > *last.Contacts {
		return model.Range{}, false
	}
	if typed := c.Figures.Conversion; typed != nil && typed.Origin == model.Own { // may be last year's already
		if company.Kind == model.Orders {
			return model.Range{}, false
		}
		c.Figures.Conversion = nil
	}
	prior := betaOf(c.ConversionOf(company))
	after := distuv.Beta{Alpha: prior.Alpha + *last.Customers, Beta: prior.Beta + *last.Contacts - *last.Customers}
	base := after.Alpha / (after.Alpha + after.Beta)
	low, high := after.Quantile(0.1), after.Quantile(0.9)
	return model.Range{Low: low, Base: min(max(base, low), high), High: high, Origin: model.Own}, true
}

// betaOf is a beta with a range's base as its mean, as wide as the range, high to low.
func betaOf(r model.Range) distuv.Beta {
	mean := min(max(r.Base, 0.001), 0.999)
	of := func(n float64) distuv.Beta { return distuv.Beta{Alpha: n * mean, Beta: n * (1 - mean)} }
	from, to := math.Log(1/min(mean, 1-mean)), math.Log(1e6) // at least one seen of the rarer kind
	for range 50 {                                           // it narrows as the number grows
		mid := (from + to) / 2
		if b := of(math.Exp(mid)); b.Quantile(0.9)-b.Quantile(0.1) > r.High-r.Low {
			from = mid
		} else {
			to = mid
		}
	}
	return of(math.Exp((from + to) / 2))
}

// checkLastYear finds the channels of which the plan assumes what last year contradicts: the
// ranges of the contacts, or of the share that becomes customers, do not meet.
func checkLastYear(p model.Plan) []model.Problem {
	var found []model.Problem
	demand := p.Company.Season.Demand()
	for _, c := range p.Channels {
		last := c.LastYear
		if last.Contacts != nil && last.Customers != nil && *last.Customers > *last.Contacts && c.Kind != model.Orders {
			found = append(found, model.Problem{Code: MoreThanContacts, Severity: model.Doubt, Step: "channels",
				Channels: []model.ChannelID{c.ID},
				Values:   map[string]any{"contacts": *last.Contacts, "customers": *last.Customers}})
		}
		if last.Spend <= 0 || last.Contacts == nil {
			continue
		}
		r, unit := NewResponse(c.Figures, 1), 0.0
		for _, d := range demand {
			unit += r.Contacts(float64(last.Spend)/12, d)
		}
		assumed, seen, itself := c.Figures.Contacts.Scaled(unit), countRange(*last.Contacts), 12*c.Figures.Itself.Value
		assumed.Low, assumed.Base, assumed.High = assumed.Low+itself, assumed.Base+itself, assumed.High+itself
		differs := apart(assumed, seen)
		if v, ok := lastYearConversion(c, p.Company); ok { // neither as it is nor drawn towards the default
			b, assumed := distuv.Beta{Alpha: *last.Customers + 0.5, Beta: *last.Contacts - *last.Customers + 0.5},
				c.ConversionOf(p.Company)
			differs = differs || apart(assumed, v) &&
				apart(assumed, model.Range{Low: b.Quantile(0.1), High: b.Quantile(0.9)})
		}
		if differs {
			found = append(found, model.Problem{Code: LastYearDiffers, Severity: model.Doubt, Step: "channels",
				Channels: []model.ChannelID{c.ID},
				Values:   map[string]any{"contacts": *last.Contacts, "expected": assumed.Base}})
		}
	}
	return found
}

// apart says that two ranges do not meet.
func apart(a, b model.Range) bool { return a.High < b.Low || b.High < a.Low }
