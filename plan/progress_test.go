package plan_test

import (
	"testing"

	"arringa/model"
	"arringa/plan"
)

// actual is a month of channel a, January being 0; spend in euro, below 0 for unknown, and
// contacts likewise.
func actual(m int, spend int64, contacts float64) model.Actual {
	a := model.Actual{Channel: "a", Month: model.NewMonth(2027, 1) + model.Month(m)}
	if cents := model.Euro(spend); spend >= 0 {
		a.Spend = &cents
	}
	if contacts >= 0 {
		a.Contacts = &contacts
	}
	return a
}

// Planned: 1,000 € and 10 contacts a month. January brought 4 contacts of 500 €, which by the
// curve are 30·500/2500 = 6; of February only the spend is known, 2,000 €, which the curve turns
// into 15; of March only two customers. From April on as planned.
func TestTheYearSoFarByHand(t *testing.T) {
	c := channel("a", 12000)
	c.Figures.Contacts = sure(10)
	p := hand(c)
	p.Actuals = []model.Actual{actual(0, 500, 4), actual(1, 2000, -1), actual(2, -1, -1), actual(20, 900, 1),
		actual(5, -1, -1)}
	two := 2.0
	p.Actuals[2].Customers = &two
	x := plan.Track(p, model.AsAssumed())
	if x.Known != 3 {
		t.Errorf("known up to month %d", x.Known)
	}
	if x.Spend != (plan.Versus{Planned: 200000, Actual: 250000, Months: 2}) ||
		x.ToDate.Contacts != (plan.Versus{Planned: 10, Actual: 4, Months: 1}) ||
		x.ToDate.Customers.Actual != 2 || x.ToDate.Customers.Months != 1 {
		t.Errorf("%+v", x.ToDate)
	}
	if off, ok := x.Spend.Off(); !ok || off != 0.25 {
		t.Errorf("spend off by %g", off)
	}
	m := x.Channels[0].Months
	near(t, "the curve in January", m[0].Curve, 6)
	near(t, "in February", m[1].Curve, 15)
	near(t, "spend", x.Forecast.Spend, 1250000)
	near(t, "planned", x.Plan.Margin, 1680000)
	// A range that is sure hardly moves: 4 + 15 + 100 contacts, one in five a customer at 700 €.
	within(t, "contacts", x.Forecast.Contacts, 119, 1e-3)
	within(t, "customers", x.Forecast.Customers, 119*0.2, 1e-3)
	within(t, "margin", x.Forecast.Margin, 119*0.2*70000, 1e-3)
}

// Ten contacts a month come by themselves, beside the ten that 1,000 € cause: the channel counts
// twenty, as planned. Half a year of them says nothing against the curve, and claims none of the ten.
func TestWhatComesByItselfIsCountedButNotClaimed(t *testing.T) {
	c := channel("a", 12000)
	c.Figures.Contacts, c.Figures.Itself = sure(10), number(10)
	c.Figures.Contacts.Low, c.Figures.Contacts.High = 9, 11
	p := hand(c)
	o := plan.Forecast(p, model.AsAssumed())
	near(t, "counted", o.Total.Counted(), 240)
	near(t, "anyway", o.Total.Anyway(), 120)
	near(t, "added", o.Total.More.Contacts, 120)
	for m := range 6 {
		p.Actuals = append(p.Actuals, actual(m, 1000, 20))
	}
	x := plan.Track(p, model.AsAssumed())
	if off, ok := x.ToDate.Contacts.Off(); !ok || off != 0 || len(x.Found) > 0 {
		t.Errorf("off by %g, %+v", off, x.Found)
	}
	near(t, "the curve", x.Channels[0].Months[0].Curve, 20)
	within(t, "claimed", x.Forecast.Contacts, 120, 0.005)
	last := 240.0
	p.Channels[0].LastYear = model.LastYear{Spend: model.Euro(12000), Contacts: &last}
	for _, found := range plan.Check(p, o) {
		if found.Code == plan.LastYearDiffers {
			t.Error("last year is said to differ")
		}
	}
	if _, changed := plan.TakeLastYear(p); len(changed) > 0 {
		t.Errorf("one sum of last year took the place of a fit: %+v", changed)
	}
}

// A half-life of one month and 600 € a month last year: what was left of it is not claimed.
func TestTheReforecastOfAYearThatGoesAsPlannedIsThePlan(t *testing.T) {
	c := channel("a", 12000)
	c.Figures.HalfLife, c.LastYear.Spend = number(1), model.Euro(7200)
	c.Figures.Additional = sure(0.6)
	p := hand(c)
	s := model.AsAssumed()
	s.Results, s.Cost = model.Multiplier{By: 0.7, Gradual: true}, model.Multiplier{By: 1.2}
	for m, month := range plan.Forecast(p, s).Channels[0].Months {
		if m < 5 {
			p.Actuals = append(p.Actuals, actual(m, 1000, month.Contacts))
		}
	}
	x := plan.Track(p, s)
	within(t, "contacts", x.Forecast.Contacts, x.Plan.Contacts, 0.005) // the median of a gamma is not its mean
	within(t, "margin", x.Forecast.Margin, x.Plan.Margin, 0.005)
	n := x.Channels[0].Contacts
	if len(x.Found) > 0 || n.Low < 5 || n.High > 20 || n.High/n.Low > 2 {
		t.Errorf("%v, %+v", x.Found, n)
	}
	p.Actuals = nil
	if x = plan.Track(p, s); x.Known != 0 || len(x.Found) > 0 || x.Channels[0].Contacts.Low != 5 {
		t.Errorf("nothing is known: %+v", x)
	}
	within(t, "without news", x.Forecast.Margin, x.Plan.Margin, 1e-12)
}

// Of a mean of 20 the chance of 12 or fewer is 0.039 and of 13 or fewer 0.066; of 29 or more 0.034
// and of 28 or more 0.052 (any table of Poisson's). 2,000 € at 140 € a contact at most should bring
// 14.29: 9 or fewer have a chance of 0.097, 10 or fewer 0.158.
func TestTheYearSpeaksAgainstThePlanOnlyWhenLuckCannot(t *testing.T) {
	c := channel("a", 12000)
	c.Figures.Contacts = sure(10)
	for contacts, want := range map[float64][]model.Code{
		9: {plan.CurveBelow, plan.CostAbove}, 10: {plan.CurveBelow}, 12: {plan.CurveBelow}, 13: nil, 28: nil,
		29: {plan.CurveAbove},
	} {
		p := hand(c)
		p.Actuals = []model.Actual{actual(0, 1000, 5), actual(1, 1000, contacts-5)}
		found := plan.Track(p, model.AsAssumed()).Found
		if len(found) != len(want) {
			t.Errorf("%g contacts: %v", contacts, found)
			continue
		}
		for i, code := range want {
			if found[i].Code != code || found[i].Channels[0] != "a" {
				t.Errorf("%g contacts: %+v", contacts, found[i])
			}
		}
	}
	// With a range, its low figure has to be refuted: of a mean of 10, 5 or fewer have 0.067.
	p := hand(channel("a", 12000))
	p.Actuals = []model.Actual{actual(0, 1000, 2), actual(1, 1000, 3)}
	for _, x := range plan.Track(p, model.AsAssumed()).Found {
		if x.Code == plan.CurveBelow {
			t.Error("five contacts do not refute five a month")
		}
	}
	// The last test's cost to beat goes before what a contact may cost.
	p.Trials = []model.Trial{{Channel: "a", CostToBeat: model.Euro(500)}}
	if plan.CostLimit(p, 0) != model.Euro(500) || len(plan.Track(p, model.AsAssumed()).Found) != 0 {
		t.Error("the test's cost to beat")
	}
}

func BenchmarkTrack12x12(b *testing.B) {
	p := twelve()
	for _, c := range p.Channels {
		for m := range 6 {
			a := actual(m, 100, 3)
			a.Channel = c.ID
			p.Actuals = append(p.Actuals, a)
		}
	}
	for b.Loop() {
		plan.Track(p, model.AsAssumed())
	}
}
