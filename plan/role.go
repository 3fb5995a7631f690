// What the role costs, what pays for it, what stops without it.

package plan

import (
	"math"

	"arringa/model"
)

// HoursAYear is how many hours a full-time year has: the number by which the European
// Union divides yearly staff costs into hourly ones (Regulation (EU) 2021/1060, article
// 55(2)(a)).
const HoursAYear = 1720

// RoleOutlook is what the role costs, what pays for it and what stops without it. Sums of
// money are a year's unless said otherwise.
type RoleOutlook struct {
	Cost     model.Money // salary × company cost × share of time, and tools
	OverPlan model.Money // the same over the horizon, from the month in which the role starts
	Hourly   float64     // cost of an hour, cents
	// new customers a year whose first-year margin pays for the role; 0 when a customer leaves nothing
	BreakEven  float64
	WithBudget float64     // and for the role and what the plan spends
	Outside    model.Money // the same tasks bought from agencies and freelances
	Hours      float64     // a month, of the tasks
	// hours a month that AI tools give back, corrections taken off; below 0 they take more than they give
	GivenBack   float64
	BackValue   float64 // of a year of them, cents at Hourly: time for other work, not cash
	Tasks       []TaskOutlook
	Fades       []Fade
	Unexplained float64 // hours a month of the role that no task accounts for; below 0 there are more tasks than hours

	// Two that are never the same, both over the plan: nobody does the role's work, and nothing is
	// spent at all.
	Stopping
	Idle Stopping
}

// Return is the plan's return when all is in, the role's cost over the plan counted with the
// spend; false when neither costs anything.
func (r RoleOutlook) Return(y Yields) (float64, bool) { return y.ReturnWith(float64(r.OverPlan)) }

// TaskOutlook is a task within the role.
type TaskOutlook struct {
	Name      string
	Inside    float64     // a year, cents, at the role's hourly cost
	Outside   model.Money // a year
	GivenBack float64     // hours a month, corrections taken off
	BackValue float64     // a year, cents
}

// Fade says how long a channel goes on without spend.
type Fade struct {
	Channel       model.ChannelID
	Half, Quarter float64 // months until half and a quarter of the contacts of a steady spend are left; 0 is at once
}

// Stopping is what something that stops takes with it.
type Stopping struct {
	LostMargin    float64 // first-year margin of the customers who do not come, cents
	LostCustomers float64
	// customers of the plan's months who come all the same: by themselves, by what was spent before, or by what goes on
	Stay float64
	// what is not paid, cents: only as much of the spend as really stops, and the role where it does
	Saved float64
}

// RoleOf works the role out from the plan's outlook. It reports whether the plan has one.
func RoleOf(p model.Plan, o Outlook) (RoleOutlook, bool) {
	if p.Role == nil {
		return RoleOutlook{}, false
	}
	r := *p.Role
	full := float64(r.Salary.Cents) * r.CompanyCost.Value
	yearly := full*r.Share.Value + float64(r.Tools.Cents)
	out := RoleOutlook{Cost: model.Money(math.Round(yearly)), Hourly: full / HoursAYear}
	months := p.Months - min(max(int(r.Started-p.Start), 0), p.Months)
	out.OverPlan = model.Money(math.Round(yearly * float64(months) / 12))
	if o.FirstYearMargin > 0 {
		out.BreakEven = yearly / o.FirstYearMargin
		out.WithBudget = (yearly + o.Total.Cost/p.Years()) / o.FirstYearMargin
	}
	for _, t := range r.Tasks {
		x := TaskOutlook{Name: t.Name, Inside: 12 * t.Hours.Value * out.Hourly, Outside: 12 * t.Outside.Cents,
			GivenBack: t.GivenBack.Value - t.Correction.Value}
		x.BackValue = 12 * x.GivenBack * out.Hourly
		out.Tasks = append(out.Tasks, x)
		out.Outside += x.Outside
		out.Hours += t.Hours.Value
		out.GivenBack += x.GivenBack
		out.BackValue += x.BackValue
	}
	out.Unexplained = HoursAYear/12.0*r.Share.Value - out.Hours
	for _, c := range p.Channels {
		if c.Amount > 0 {
			out.Fades = append(out.Fades, fade(c))
		}
	}
	stops := r.StopsShare()
	out.Idle = o.stopping(1)
	out.Stopping = o.stopping(stops)
	out.Saved += float64(out.OverPlan)
	return out, true
}

// stopping is what is lost, and saved, when a share of the plan's spend and of what it brings
// stops.
func (o Outlook) stopping(share float64) Stopping {
	more := o.Total.More
	return Stopping{
		LostMargin: share * more.Margin, LostCustomers: share * more.Customers,
		Stay:  o.Baseline + o.Total.Plan.Won + o.Total.Plan.Open - share*(more.Won+more.Open),
		Saved: share * o.Total.Cost,
	}
}

// fade works out how long the contacts of a steady spend of a twelfth of the year's amount
// last once it stops. Effective spend halves in a half-life; contacts last longer where the
// curve is bent, for the last euros bring the least: a share y of the contacts is left when
// e·y·h/(e·(1−y)+h) of the effective spend e is.
func fade(c model.Channel) Fade {
	r, e := NewResponse(c.Figures, 1), float64(c.Amount)/12
	until := func(y float64) float64 {
		left := y
		if !r.Linear {
			left = y * r.HalfSaturation / (e*(1-y) + r.HalfSaturation)
		}
		return -c.Figures.HalfLife.Value * math.Log2(left)
	}
	return Fade{Channel: c.ID, Half: until(0.5), Quarter: until(0.25)}
}
