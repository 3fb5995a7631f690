package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"

	"pgregory.net/rapid"
)

// orders is a channel that sells directly, 12,000 € a year in proportion to the spend: as
// many customers a month as the range says, nothing else uncertain.
func orders(id string, low, base, high float64) model.Channel {
	c := channel(id, 12000)
	c.Kind, c.Figures.Gain = model.Orders, number(model.LinearGain)
	c.Figures.Contacts = model.Range{Low: low, Base: base, High: high, Origin: model.Judgement}
	return c
}

func sure(v float64) model.Range { return model.Range{Low: v, Base: v, High: v, Origin: model.Own} }

// drawn is what is drawn when nothing common to all channels is uncertain.
func drawn(p model.Plan, s model.Scenario) plan.Ranges {
	return plan.Drawn(p, s, sure(1), sure(1), sure(p.Company.Margin.Value))
}

// within fails unless got is want within a relative error. A range alone is met exactly but
// for the bins of the ranks. The percentiles of a sum have a sampling error: over a hundred
// pairs of other names, its root mean square was 0.6 % at the 10th, 0.2 % at the 50th and the
// 90th.
func within(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance*math.Abs(want) {
		t.Errorf("%s: got %.6g, want %.6g", what, got, want)
	}
}

func bandWithin(t *testing.T, what string, got, want plan.Band, tolerance float64) {
	t.Helper()
	within(t, what+" P10", got.Low, want.Low, tolerance)
	within(t, what+" P50", got.Base, want.Base, tolerance)
	within(t, what+" P90", got.High, want.High, tolerance)
}

func below(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

// Twelve months of one channel: the percentiles of the year are twelve times those of the
// month. Its 12,000 € come back with 700 € a customer when there are 17.14 of them: z =
// ln(17.14/24)/(ln 2/1.2816) = −0.622, above which lie 73.3 % of the futures.
func TestOneChannelsPercentilesAreThoseThatWereAsked(t *testing.T) {
	for _, c := range []model.Channel{orders("a", 1, 2, 4), orders("b", 1.9, 2, 3), orders("c", 0, 2, 3),
		orders("d", 0, 0, 5)} {
		r := drawn(hand(c), model.AsAssumed())
		n := c.Figures.Contacts
		want := plan.Band{Low: 12 * n.Low, Base: 12 * n.Base, High: 12 * n.High}
		if got := r.Customers; math.Abs(got.Base-want.Base) > 0.001*want.High {
			t.Errorf("%s: %+v, want %+v", c.ID, got, want)
		}
		if n.Low > 0 {
			bandWithin(t, string(c.ID)+" contacts", r.Channels[0].Contacts, want, 0.001)
			bandWithin(t, string(c.ID)+" customers", r.Customers, want, 0.001)
			bandWithin(t, string(c.ID)+" margin", r.Margin, plan.Band{Low: want.Low * 70000, Base: want.Base * 70000,
				High: want.High * 70000}, 0.001)
		}
	}
	r := drawn(hand(orders("a", 1, 2, 4)), model.AsAssumed())
	z := math.Log(12000.0/700/24) / (math.Log(2) / 1.2815515655446004)
	within(t, "chance", r.Pays, 1-below(z), 0.001)
	if back, ok := r.Return(); !ok || math.Abs(back.Low-(r.Margin.Low-1200000)/1200000) > 1e-12 {
		t.Errorf("return %+v", back)
	}
}

// sumBelow is the chance that two figures, each a lognormal in two pieces, add up to at most
// t, when the normals behind them have a correlation: ∫ φ(z)·Φ((z₂(t − x₁(z)) − ρz)/√(1−ρ²)) dz by
// Simpson's rule. It shares nothing with the draws.
func sumBelow(t float64, a, b model.Range, rho float64) float64 {
	up := func(r model.Range, z float64) float64 {
		if z < 0 {
			return r.Base * math.Pow(r.Base/r.Low, z/1.2815515655446004)
		}
		return r.Base * math.Pow(r.High/r.Base, z/1.2815515655446004)
	}
	down := func(r model.Range, x float64) float64 {
		switch {
		case x <= 0:
			return math.Inf(-1)
		case x < r.Base:
			return 1.2815515655446004 * math.Log(x/r.Base) / math.Log(r.Base/r.Low)
		}
		return 1.2815515655446004 * math.Log(x/r.Base) / math.Log(r.High/r.Base)
	}
	const n, from, to = 4000, -8.0, 8.0
	var sum float64
	for i := 0; i <= n; i++ {
		z := from + (to-from)*float64(i)/n
		w := float64(2 + 2*(i%2))
		if i == 0 || i == n {
			w = 1
		}
		sum += w * math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) * below((down(b, t-up(a, z))-rho*z)/math.Sqrt(1-rho*rho))
	}
	return sum * (to - from) / n / 3
}

func percentile(share float64, a, b model.Range, rho float64) float64 {
	low, high := 0.0, 100*(a.High+b.High)
	for range 60 {
		if mid := (low + high) / 2; sumBelow(mid, a, b, rho) < share {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

func TestTwoChannelsAddUpAsTheIntegralSays(t *testing.T) {
	for _, x := range [][2]model.Channel{
		{orders("a", 1, 2, 4), orders("b", 1, 2, 4)},
		{orders("fairs", 2, 5, 6), orders("search", 1, 3, 12)},
		{orders("x", 0.5, 1, 4), orders("y", 8, 10, 11)},
	} {
		a, b := x[0].Figures.Contacts, x[1].Figures.Contacts
		r := drawn(hand(x[0], x[1]), model.AsAssumed())
		at := func(rho float64) plan.Band {
			return plan.Band{Low: 12 * percentile(0.1, a, b, rho), Base: 12 * percentile(0.5, a, b, rho),
				High: 12 * percentile(0.9, a, b, rho)}
		}
		bandWithin(t, string(x[0].ID)+" and "+string(x[1].ID), r.Customers, at(plan.Correlation), 0.015)
	}
}

// The width of the sum tells the correlation: searched for, it is found again.
func TestTheCorrelationIsFoundAgain(t *testing.T) {
	a := model.Range{Low: 1, Base: 2, High: 4}
	r := drawn(hand(orders("a", 1, 2, 4), orders("b", 1, 2, 4)), model.AsAssumed())
	width := math.Log(r.Customers.High / r.Customers.Low)
	low, high := 0.0, 0.9
	for range 30 {
		rho := (low + high) / 2
		if math.Log(percentile(0.9, a, a, rho)/percentile(0.1, a, a, rho)) < width {
			low = rho
		} else {
			high = rho
		}
	}
	if math.Abs(low-plan.Correlation) > 0.03 {
		t.Errorf("correlation %.3f", low)
	}
}

// Contacts and the share that becomes customers are independent: the logarithms' variances
// add up. The company's share is one for all channels: what it does to one it does to all.
func TestTheCompanysShareIsSharedAndATypedOneIsNot(t *testing.T) {
	a, b := channel("a", 12000), channel("b", 12000)
	a.Figures.Contacts, b.Figures.Contacts = sure(10), sure(20)
	p := hand(a, b)
	r := drawn(p, model.AsAssumed())
	bandWithin(t, "shared", r.Customers, plan.Band{Low: 360 * 0.2 / 1.6, Base: 360 * 0.2, High: 360 * 0.2 * 1.6}, 0.001)
	typed := p.Company.Conversion
	p.Channels[0].Figures.Conversion = &typed
	if q := drawn(p, model.AsAssumed()); q.Customers.Low < r.Customers.Low*1.02 ||
		q.Customers.High > r.Customers.High*0.98 {
		t.Errorf("two lucks are no narrower than one: %+v, %+v", q.Customers, r.Customers)
	}
	c := channel("a", 12000) // contacts 5, 10, 20
	r = drawn(hand(c), model.AsAssumed())
	by := math.Exp(math.Hypot(math.Log(2), math.Log(1.6)))
	bandWithin(t, "product", r.Customers, plan.Band{Low: 24 / by, Base: 24, High: 24 * by}, 0.015)
	p.Company.Conversion = model.Range{Low: 0.7, Base: 0.9, High: 1, Origin: model.Own}
	if r = drawn(p, model.AsAssumed()); r.Channels[1].Customers.High > 240*(1+1e-12) {
		t.Errorf("more customers than contacts: %+v", r.Channels[1].Customers)
	}
}

func TestWithNothingUncertainTheRangesAreTheForecast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		p.Company.Conversion = sure(0.2)
		for i := range p.Channels {
			p.Channels[i].Figures.Contacts = sure(p.Channels[i].Figures.Contacts.Base)
			p.Channels[i].Figures.Additional = sure(p.Channels[i].Figures.Additional.Base)
		}
		s := model.AsAssumed()
		s.Results, s.Order = model.Multiplier{By: 0.7, Gradual: true}, 0.9
		o, r := plan.Forecast(p, s), drawn(p, s)
		same := func(what string, b plan.Band, want, of float64) { // what is subtracted is of that size
			for _, got := range []float64{b.Low, b.Base, b.High} {
				if math.Abs(got-want) > 1e-11*max(1, of) {
					t.Fatalf("%s: got %.15g, want %.15g", what, got, want)
				}
			}
		}
		y := o.Total
		same("contacts", r.Contacts, y.More.Contacts, y.Plan.Contacts)
		same("customers", r.Customers, y.More.Customers, y.Plan.Customers)
		same("arrived", r.Arrived, y.More.Arrived, y.Plan.Contacts)
		same("won", r.Won, y.More.Won, y.Plan.Won)
		same("cashed", r.Cashed(), y.More.Cashed, y.Plan.Margin)
		same("margin", r.Margin, y.More.Margin, y.Plan.Margin)
		same("lifetime", r.Lifetime, y.More.Lifetime, y.Plan.Lifetime)
		for i, c := range o.Channels {
			same("channel", r.Channels[i].Margin, c.More.Margin, c.Plan.Margin)
		}
		for m, back := range r.Back {
			same("back", back, o.Back[m], y.Plan.Margin)
			if o.Back[m] > o.Paid[m]+1 && r.PaidBack[m] != 1 || o.Back[m] < o.Paid[m]-1 && r.PaidBack[m] != 0 {
				t.Fatalf("month %d: %g back of %g, chance %g", m+1, o.Back[m], o.Paid[m], r.PaidBack[m])
			}
		}
	})
}

// The dice belong to the channel, not to its place or its money.
func TestAMovedSliderMeetsTheSameFutures(t *testing.T) {
	a, b := orders("a", 1, 2, 4), orders("b", 2, 5, 6)
	was := drawn(hand(a, b), model.AsAssumed())
	a.Amount, b.Amount = 2*a.Amount, 2*b.Amount
	twice := drawn(hand(a, b), model.AsAssumed())
	bandWithin(t, "twice the spend of proportional channels", twice.Margin, plan.Band{Low: 2 * was.Margin.Low,
		Base: 2 * was.Margin.Base, High: 2 * was.Margin.High}, 1e-12)
	turned := drawn(hand(channel("new", 0), b, a), model.AsAssumed())
	bandWithin(t, "in another order, beside a new channel", turned.Margin, twice.Margin, 1e-12)
	if again := drawn(hand(a, b), model.AsAssumed()); again.Margin != twice.Margin || again.Pays != twice.Pays {
		t.Error("the same plan, another result")
	}
	last := twice
	for range 20 { // a slow drag: every percentile goes up with the slider, by no leap
		a.Amount += model.Euro(600)
		now := drawn(hand(a, b), model.AsAssumed())
		for _, x := range [][2]float64{{last.Margin.Low, now.Margin.Low}, {last.Margin.Base, now.Margin.Base},
			{last.Margin.High, now.Margin.High}} {
			if x[1] <= x[0] || x[1] > x[0]*1.05 {
				t.Fatalf("from %g to %g", x[0], x[1])
			}
		}
		last = now
	}
}

func TestWithNothingSpentNothingIsUncertain(t *testing.T) {
	r := drawn(hand(channel("a", 0)), model.AsAssumed())
	if r.Margin != (plan.Band{}) || r.Pays != 1 || r.PaidBack[0] != 1 {
		t.Errorf("%+v", r.Margin)
	}
	if _, ok := r.Return(); ok {
		t.Error("a return on nothing")
	}
	if _, ok := r.CAC(); ok {
		t.Error("a cost per customer without customers")
	}
}

func BenchmarkUncertainty12x12(b *testing.B) {
	p := twelve()
	b.ReportAllocs()
	for b.Loop() {
		plan.Uncertainty(p, model.AsAssumed())
	}
}

// The largest plan there is: forty channels for three years.
func BenchmarkUncertainty40x36(b *testing.B) {
	p := twelve()
	p.Months = model.MaxMonths
	for i := range model.MaxChannels - len(p.Channels) {
		c := p.Channels[i%12]
		c.ID += "2"
		if i >= 12 {
			c.ID += model.ChannelID(rune('a' + i))
		}
		p.Channels = append(p.Channels, c)
	}
	p.Budget = p.Allocated()
	for b.Loop() {
		plan.Uncertainty(p, model.AsAssumed())
	}
}
