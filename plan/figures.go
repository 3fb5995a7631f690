package plan

import "arringa/model"

// Figure is a figure of a plan that a person can read, with all that a sentence has to know of it.
type Figure struct {
	ID      string
	Unit    Unit
	Period  Period
	Scope   Scope
	Channel model.ChannelID // of a channel's figure
	Value   float64
	Band    *Band       // its range, where it has one
	By      model.Month // by when a figure of AllIn is in; 0 where the period says it
}

// Unit is what a figure counts.
type Unit string

// The units.
const (
	InCents     Unit = "cents"
	InContacts  Unit = "contacts"
	InCustomers Unit = "customers"
	InShares    Unit = "share"  // 1 is all
	InChances   Unit = "chance" // to be said in Tenths
	InMonths    Unit = "month"  // 1 is the first month of the plan
)

// Period is the time that a figure speaks of. Figures of different periods are never added or
// compared.
type Period string

// The periods.
const (
	AYear      Period = "year"        // twelve months
	PlanMonths Period = "plan_months" // all the plan's months
	ByEnd      Period = "by_end"      // in, or done, when the plan ends
	AfterEnd   Period = "after_end"   // still to come then
	AllIn      Period = "all_in"      // when all that the plan's spend causes is in
	AtMonth    Period = "month"       // at a month
)

// Scope is what a figure speaks of.
type Scope string

// The scopes.
const (
	WholePlan  Scope = "plan"
	OneChannel Scope = "channel"
)

// Figures lists a plan's figures, those of the whole plan first: o and r are its outlook and its
// ranges in a scenario. A figure that the plan does not have is left out.
func Figures(p model.Plan, s model.Scenario, o Outlook, r Ranges) []Figure {
	l := figures{}
	l.decided(p, o)
	l.brought(p, o, r)
	l.back(p, o, r)
	l.without(p, o)
	next := NextThousand(p, s)
	for i, c := range p.Channels {
		l.channel(p, o, i, r.Channels[i], next[i], c)
	}
	return l.list
}

type figures struct{ list []Figure }

func (l *figures) add(id string, unit Unit, period Period, value float64) *Figure {
	l.list = append(l.list, Figure{ID: id, Unit: unit, Period: period, Scope: WholePlan, Value: value})
	return &l.list[len(l.list)-1]
}

func (f *Figure) within(b Band) { f.Band = &b }

// decided is what is asked for and spent.
func (l *figures) decided(p model.Plan, o Outlook) {
	l.add("ask", InCents, AYear, float64(p.Budget))
	if cost := p.Company.VAT.Cost(); cost != 1 {
		l.add("ask.cash", InCents, AYear, float64(p.Budget)*cost)
	}
	l.add("reserve", InCents, AYear, float64(p.Pot()))
	l.add("spend", InCents, PlanMonths, o.Total.Cost)
}

// brought is contacts and customers.
func (l *figures) brought(p model.Plan, o Outlook, r Ranges) {
	y := o.Total
	all := func(f *Figure) *Figure { f.By = by(p, o); return f }
	l.add("contacts.anyway", InContacts, PlanMonths, y.Anyway())
	l.add("contacts.zero_spend", InContacts, PlanMonths, y.Zero.Arrived)
	l.add("contacts.counted", InContacts, PlanMonths, y.Counted())
	l.add("contacts.added.by_end", InContacts, ByEnd, y.More.Arrived).within(r.Arrived)
	all(l.add("contacts.added", InContacts, AllIn, y.More.Contacts)).within(r.Contacts)
	l.add("customers.signed", InCustomers, ByEnd, y.More.Won).within(r.Won)
	l.add("customers.open", InCustomers, AfterEnd, y.More.Open)
	l.add("customers.later", InCustomers, AfterEnd, y.More.Later)
	all(l.add("customers.added", InCustomers, AllIn, y.More.Customers)).within(r.Customers)
}

// back is the money that comes back.
func (l *figures) back(p model.Plan, o Outlook, r Ranges) {
	y := o.Total
	l.add("cash.by_end", InCents, ByEnd, y.More.Cashed).within(r.Cashed())
	f := l.add("margin.all_in", InCents, AllIn, y.More.Margin)
	f.By = by(p, o)
	f.within(r.Margin)
	if rate, ok := y.ReturnByEnd(); ok {
		band, _ := r.ReturnByEnd()
		l.add("return.by_end", InShares, ByEnd, rate).within(band)
		rate, _ = y.Return()
		band, _ = r.Return()
		f = l.add("return.all_in", InShares, AllIn, rate)
		f.By = by(p, o)
		f.within(band)
		l.add("chance.by_end", InChances, ByEnd, r.PaysByEnd)
		l.add("chance.ever", InChances, AllIn, r.Pays)
	}
	if o.PaybackMonth > 0 {
		f = l.add("payback", InMonths, AtMonth, float64(o.PaybackMonth))
		if low, base, high := r.Payback(); high > 0 {
			f.within(Band{float64(low), float64(base), float64(high)})
		}
	}
	if b := EstimateShare(p, o); b != (Basis{}) {
		l.add("share.own", InShares, AllIn, b.Own)
		l.add("share.published", InShares, AllIn, b.Published)
		l.add("share.estimated", InShares, AllIn, b.Judgement)
	}
}

// without is what is missing when nothing is spent, and when nobody does the work; and the return
// with the role's cost.
func (l *figures) without(p model.Plan, o Outlook) {
	all := func(f *Figure) { f.By = by(p, o) }
	all(l.add("idle", InCents, AllIn, -o.Total.More.Margin))
	role, ok := RoleOf(p, o)
	if !ok {
		return
	}
	all(l.add("without_role", InCents, AllIn, -role.LostMargin))
	if rate, ok := role.Return(o.Total); ok {
		all(l.add("return.with_role", InShares, AllIn, rate))
	}
}

// channel is what one channel takes and brings.
func (l *figures) channel(p model.Plan, o Outlook, i int, known ChannelRanges, next Marginal, c model.Channel) {
	from, y := len(l.list), o.Channels[i]
	l.add("spend", InCents, PlanMonths, y.Cost)
	l.add("contacts.counted", InContacts, PlanMonths, y.Counted())
	l.add("contacts.added.by_end", InContacts, ByEnd, y.More.Arrived)
	l.add("contacts.added", InContacts, AllIn, y.More.Contacts).within(known.Contacts)
	l.add("customers.signed", InCustomers, ByEnd, y.More.Won)
	l.add("customers.added", InCustomers, AllIn, y.More.Customers).within(known.Customers)
	l.add("cash.by_end", InCents, ByEnd, y.More.Cashed)
	l.add("margin.all_in", InCents, AllIn, y.More.Margin).within(known.Margin)
	if band, ok := next.Band(c, known, y.More.Margin); ok {
		l.add("next_thousand", InCents, AllIn, next.Margin).within(band)
	}
	for k := from; k < len(l.list); k++ {
		f := &l.list[k]
		f.Scope, f.Channel = OneChannel, c.ID
		if f.Period == AllIn {
			f.By = by(p, o)
		}
	}
}

// by is the calendar month by which all is in.
func by(p model.Plan, o Outlook) model.Month {
	if o.AllIn == 0 {
		return 0
	}
	return p.Start + model.Month(o.AllIn-1)
}
