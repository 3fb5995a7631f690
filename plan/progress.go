// The year against the plan, and the rest of it forecast anew.

package plan

import (
	"arringa/model"
)

// What the year has shown to be otherwise than planned.
const (
	CurveBelow model.Code = "curve_below" // fewer contacts than even the low figure allows
	CurveAbove model.Code = "curve_above" // more than even the high figure allows
	CostAbove  model.Code = "cost_above"  // a contact costs more than it may
)

// TrackCodes are all that Track can find.
var TrackCodes = []model.Code{CurveBelow, CurveAbove, CostAbove}

// Chances below which the year speaks against the plan.
const (
	refutedBelow = 0.05 // of so few or so many contacts, if the plan's range were right
	firedBelow   = 0.10 // of so few contacts, if a contact cost no more than it may
)

// Tally is money and what it brings.
type Tally struct {
	Spend     float64 // cents
	Contacts  float64
	Customers float64 // who sign within the months spoken of
}

// Versus is a figure as planned and as it came, over the months in which it is known.
type Versus struct {
	Planned, Actual float64
	Months          int // in which it is known, each channel's counted
}

// Off is (actual − planned) / planned; false when nothing was planned or is known.
func (v Versus) Off() (float64, bool) {
	return (v.Actual - v.Planned) / v.Planned, v.Months > 0 && v.Planned > 0
}

// ToDate is the plan against what is known of the year.
type ToDate struct{ Spend, Contacts, Customers Versus }

// Result is what a whole plan's spend brings, whenever it comes.
type Result struct {
	Spend     float64 // cents
	Contacts  float64
	Customers float64 // whenever they sign
	Margin    float64 // of their first twelve months, cents
}

// TrackMonth is a month as planned and as it came.
type TrackMonth struct {
	Planned Tally
	Actual  *model.Actual // nil: nothing is known
	// contacts that the plan's curve brings from what was really spent, and those that come by themselves
	Curve  float64
	itself float64 // the latter
}

// ChannelTrack is a channel's year so far.
type ChannelTrack struct {
	ID model.ChannelID
	ToDate
	Months   []TrackMonth
	Contacts model.Range // a month at the reference spend, updated by the year so far
	Plan     Result
	// the months that are known as they were, the rest as the plan spends and the updated contacts bring
	Forecast Result
}

// Tracking is the year so far.
type Tracking struct {
	Channels []ChannelTrack
	ToDate
	Known    int // months of the plan up to the last of which anything is known
	Plan     Result
	Forecast Result
	Found    []model.Problem // with codes of TrackCodes
}

// Track holds the plan, in a scenario, against what is known of its months, and forecasts
// the rest again. Actuals outside the plan's months or of channels it does not have are left
// alone.
func Track(p model.Plan, s model.Scenario) Tracking {
	o, f := Forecast(p, s), newFrame(p, s)
	known := make([][]*model.Actual, len(p.Channels))
	for i := range known {
		known[i] = make([]*model.Actual, p.Months)
	}
	t := Tracking{}
	for _, a := range p.Actuals {
		line, m := p.Channel(a.Channel), int(a.Month-p.Start)
		if line >= 0 && m >= 0 && m < p.Months && (a.Spend != nil || a.Contacts != nil || a.Customers != nil) {
			known[line][m] = &a
			t.Known = max(t.Known, m+1)
		}
	}
	for i, c := range p.Channels {
		x := f.track(c, o.Channels[i], known[i])
		t.Found = append(t.Found, found(p, i, x)...)
		t.Channels = append(t.Channels, x)
		t.ToDate.add(x.ToDate)
		t.Plan.add(x.Plan)
		t.Forecast.add(x.Forecast)
	}
	return t
}

// track follows one channel through the plan's months.
func (f *frame) track(c model.Channel, o ChannelOutlook, known []*model.Actual) ChannelTrack {
	x := ChannelTrack{ID: c.ID, Months: make([]TrackMonth, len(known)), Contacts: c.Figures.Contacts}
	spend := make([]float64, len(known))
	for m, a := range known {
		plan := o.Months[m]
		x.Months[m] = TrackMonth{Planned: Tally{float64(plan.Spend), plan.Contacts, plan.Won}, Actual: a}
		spend[m] = x.Months[m].Planned.Spend
		if a == nil {
			continue
		}
		x.ToDate.know(x.Months[m].Planned, *a)
		if a.Spend != nil {
			spend[m] = float64(*a.Spend)
		}
	}
	units, idle := f.units(c, spend)
	var seen, exposed float64
	for m, a := range known {
		x.Months[m].itself = c.Figures.Itself.Value * f.demand[m]
		x.Months[m].Curve = units[m]*c.Figures.Contacts.Base + x.Months[m].itself
		if a != nil && a.Contacts != nil {
			seen, exposed = seen+max(*a.Contacts-x.Months[m].itself, 0), exposed+units[m]
		}
	}
	if exposed > 0 {
		x.Contacts = gammaOf(c.Figures.Contacts).seen(seen, exposed).bounds()
	}
	r := &x.Forecast
	for m, unit := range units {
		if m < len(known) {
			r.Spend += spend[m]
			if a := known[m]; a != nil && a.Contacts != nil {
				r.Contacts += *a.Contacts - x.Months[m].itself
				continue
			}
		}
		r.Contacts += unit * x.Contacts.Base
	}
	r.Contacts = c.Figures.Additional.Base * (r.Contacts - idle*x.Contacts.Base)
	r.Customers = r.Contacts * c.ConversionOf(f.plan.Company).Base
	r.Margin = r.Customers * f.firstYear
	x.Plan = Result{float64(o.Spend), o.More.Contacts, o.More.Customers, o.More.Margin}
	return x
}

// units are a channel's contacts by month, the tail included, for a spend by month, if its
// reference spend brought one a month, and those of all months with no spend.
func (f *frame) units(c model.Channel, spend []float64) (units []float64, idle float64) {
	r := NewResponse(c.Figures, 1)
	results, cost := f.scenario.On(c.ID)
	n := len(spend)
	effective := float64(c.LastYear.Spend) / 12
	fading := effective
	units = make([]float64, n+Tail)
	for m := range units {
		effective *= r.Carryover
		if m < n {
			effective += (1 - r.Carryover) * spend[m] / cost.At(m+1, n)
		}
		fading *= r.Carryover
		rho := results.At(min(m+1, n), n)
		units[m] = rho * r.Contacts(effective, f.demand[m])
		idle += rho * r.Contacts(fading, f.demand[m])
	}
	return units, idle
}

// found is what the year so far says against a channel's figures.
func found(p model.Plan, line int, x ChannelTrack) []model.Problem {
	c := p.Channels[line]
	var list []model.Problem
	add := func(code model.Code, values map[string]any) {
		list = append(list, model.Problem{Code: code, Severity: model.Doubt, Channels: []model.ChannelID{c.ID},
			Values: values})
	}
	var seen, curve, itself, spend, paid float64 // paid: contacts of the months whose spend is known
	for _, month := range x.Months {
		a := month.Actual
		if a == nil || a.Contacts == nil {
			continue
		}
		seen, curve, itself = seen+*a.Contacts, curve+month.Curve, itself+month.itself
		if a.Spend != nil {
			spend, paid = spend+float64(*a.Spend), paid+max(*a.Contacts-month.itself, 0)
		}
	}
	n := c.Figures.Contacts
	if n.Base > 0 && curve > 0 {
		low, high := itself+(curve-itself)*n.Low/n.Base, itself+(curve-itself)*n.High/n.Base
		values := map[string]any{"contacts": count(seen), "expected": count(curve), "low": count(low),
			"high": count(high)}
		switch {
		case atMost(seen, low) < refutedBelow:
			add(CurveBelow, values)
		case atLeast(seen, high) < refutedBelow:
			add(CurveAbove, values)
		}
	}
	// A channel that is still warming up brings little for its money, as planned: the rule
	// fires only when it brings less than that.
	if limit := CostLimit(p, line); limit > 0 && seen < curve && atMost(paid, spend/float64(limit)) < firedBelow {
		values := map[string]any{"spend": model.Money(spend), "contacts": paid, "limit": limit}
		if paid > 0 {
			values["cost"] = model.Money(spend / paid)
		}
		add(CostAbove, values)
	}
	return list
}

// CostLimit is the most that a contact of a channel may cost: what its last test set out to
// beat, or else MostPerContact.
func CostLimit(p model.Plan, line int) model.Money {
	for i := len(p.Trials) - 1; i >= 0; i-- {
		if t := p.Trials[i]; t.Channel == p.Channels[line].ID && t.CostToBeat > 0 {
			return t.CostToBeat
		}
	}
	return MostPerContact(p, line)
}

// know adds a month of which something is known.
func (d *ToDate) know(planned Tally, a model.Actual) {
	if a.Spend != nil {
		d.Spend.add(Versus{planned.Spend, float64(*a.Spend), 1})
	}
	if a.Contacts != nil {
		d.Contacts.add(Versus{planned.Contacts, *a.Contacts, 1})
	}
	if a.Customers != nil {
		d.Customers.add(Versus{planned.Customers, *a.Customers, 1})
	}
}

func (d *ToDate) add(x ToDate) {
	d.Spend.add(x.Spend)
	d.Contacts.add(x.Contacts)
	d.Customers.add(x.Customers)
}

func (v *Versus) add(x Versus) {
	v.Planned += x.Planned
	v.Actual += x.Actual
	v.Months += x.Months
}

func (r *Result) add(x Result) {
	r.Spend += x.Spend
	r.Contacts += x.Contacts
	r.Customers += x.Customers
	r.Margin += x.Margin
}
