package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"

	"pgregory.net/rapid"
)

// near fails unless got is want within a relative 1e-12.
func near(t testing.TB, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-12*max(1, math.Abs(want)) {
		t.Errorf("%s: got %.15g, want %.15g", what, got, want)
	}
}

func number(v float64) model.Number { return model.Number{Value: v, Origin: model.Own} }
func amount(e int64) model.Amount {
	return model.Amount{Cents: model.Euro(e), Origin: model.Own}
}
func around(base float64) model.Range { return model.Spread(base, 2, 1e9) }

// hand is the company of the worked examples: a first order of 1,000 €, then 500 €, two
// and a half orders a year for four years, 40 % margin, one contact in five.
//
//	first-year margin (1000 + 1.5·500)·0.4 = 700 €; lifetime (1000 + 9·500)·0.4 = 2200 €
func hand(channels ...model.Channel) model.Plan {
	return model.Plan{
		Schema: model.Schema, Name: "prova", Language: "it", Currency: "EUR", Start: model.NewMonth(2027, 1),
		Months: 12,
		Company: model.Company{
			Kind: model.B2B, FirstOrder: amount(1000), Order: amount(500), OrdersPerYear: number(2.5), Years: number(4),
			Margin:     number(0.4),
			Conversion: model.Spread(0.2, 1.6, 1), SalesCycleMonths: number(0), Season: model.Flat(),
			VAT:      model.VAT{Rate: 0.22, Recovered: 1},
			Revenue:  model.Amount{Origin: model.Own},
			Baseline: []model.Baseline{{From: "agents", PerMonth: number(1.5)}},
		},
		Budget: model.Euro(24000), Sliders: model.FromPot, Channels: channels, Scenario: model.Base,
	}
}

// channel spends the euro a year evenly. At 1,000 € a month it brings 10 contacts, and
// twice the spend brings half as many again: half-saturation 2·1000·0.5/0.5 = 2,000 €,
// ceiling 10·(1000+2000)/1000 = 30 contacts.
func channel(id string, euro int64) model.Channel {
	return model.Channel{
		ID: model.ChannelID(id), Kind: model.B2B, Amount: model.Euro(euro), Calendar: model.Calendar{Kind: model.Even},
		Figures: model.Figures{
			Reference: model.Euro(1000), Contacts: around(10), Gain: number(0.5), HalfLife: number(0),
			ConversionIndex: number(1), DelayFactor: number(1), Additional: sure(1),
		},
	}
}

func TestTheCurvePassesWhereItWasAsked(t *testing.T) {
	c := channel("a", 12000)
	r := plan.NewResponse(c.Figures, 10)
	near(t, "half-saturation", r.HalfSaturation, 200000)
	near(t, "ceiling", r.Ceiling, 30)
	near(t, "at the reference", r.Contacts(100000, 1), 10)
	near(t, "at twice", r.Contacts(200000, 1), 15)
	near(t, "at the half-saturation", r.Contacts(r.HalfSaturation, 1), 15)
	// Demand twice the ordinary: 30·2·1000/(1000+2000·2) = 12.
	near(t, "in a strong month", r.Contacts(100000, 2), 12)
	near(t, "in a month without demand", r.Contacts(100000, 0), 0)
	near(t, "half-life of two months", plan.Carryover(2), math.Sqrt2/2)
	c.Figures.Gain = number(model.LinearGain)
	r = plan.NewResponse(c.Figures, 10)
	near(t, "proportional, at five times", r.Contacts(500000, 2), 50)
}

// One channel, 12,000 € a year evenly, effect gone at once: 10 contacts a month, 120 a
// year, 24 customers, 16,800 € of margin on 12,000 € spent.
func TestForecastByHand(t *testing.T) {
	o := plan.Forecast(hand(channel("a", 12000)), model.AsAssumed())
	y := o.Total
	near(t, "contacts", y.Plan.Contacts, 120)
	near(t, "customers", y.More.Customers, 24)
	near(t, "margin", y.More.Margin, 1680000)
	near(t, "lifetime", y.More.Lifetime, 24*220000)
	ret, _ := y.Return()
	near(t, "return", ret, 0.4)
	cac, _ := y.CAC()
	near(t, "cac", cac, 50000)
	near(t, "baseline", o.Baseline, 18)
	if y.Spend != model.Euro(12000) {
		t.Errorf("spend %d", y.Spend)
	}
	// Cash: two customers a month, 400 € each at once = 800 €, then 300 €/12 = 25 € a month
	// each: month m has 800 + 50·(m−1). Paid 1,000·m, back 800·m + 25·m·(m−1): covered for good
	// when 25·(m−1) ≥ 200, in month 9. Most is out where m·(225−25m) peaks: months 4 and 5,
	// 4·125 = 500 €.
	if o.PaybackMonth != 9 || o.PeakMonth != 4 {
		t.Errorf("payback in month %d, peak in %d", o.PaybackMonth, o.PeakMonth)
	}
	near(t, "peak", o.PeakOutlay, 50000)
	near(t, "back after a year", o.Back[11], 80000*12+2500*12*11)
	near(t, "paid for good", o.Paid[47], 1200000)
}

// Half-life of one month (λ = ½), opening at 600 € a month from 7,200 € last year, 1,000 €
// a month: e₁ = 300+500 = 800, e₂ = 400+500 = 900, e₁₂ = 1000 − 400/2¹². Idle: 300, 150 … A contact
// costs two months and a half: of month 10's customers half sign in month 12 and half
// after the end.
func TestCarryoverAndDelayByHand(t *testing.T) {
	c := channel("a", 12000)
	c.Figures.HalfLife = number(1)
	delay := number(2.5)
	c.Figures.Delay = &delay
	c.LastYear.Spend = model.Euro(7200)
	o := plan.Forecast(hand(c), model.AsAssumed())
	m := o.Channels[0].Months
	near(t, "e1", m[0].Effective, 80000)
	near(t, "e2", m[1].Effective, 90000)
	near(t, "e12", m[11].Effective, 100000-40000.0/4096)
	near(t, "contacts 1", m[0].Contacts, 30*800/2800.0)
	near(t, "idle 1", m[0].Idle, 30*300/2300.0)
	near(t, "idle 2", m[1].Idle, 30*150/2150.0)
	near(t, "won in month 3", m[2].Won, 0.2*0.5*m[0].Contacts)
	near(t, "won in month 12", m[11].Won, 0.2*(0.5*m[9].Contacts+0.5*m[8].Contacts))
	y := o.Total.Plan
	near(t, "open", y.Open, 0.2*(0.5*m[9].Contacts+m[10].Contacts+m[11].Contacts))
	near(t, "won, open and later", y.Won+y.Open+y.Later, y.Customers)
	// Before the plan 600 € a month brought 30·600/2600 contacts a month; their customers sign
	// in months 1 to 3: those of the last month ½ in month 3 and ½ in month 4, and so on back.
	before := 0.2 * 30 * 600 / 2600
	near(t, "carried", o.Carried, before*(1+1+0.5))
	if o.Total.Zero.Contacts <= 0 || y.Later <= 0 {
		t.Error("last year's effect should outlive it, and this year's the year")
	}
}

// By season from April: the year's 1,200 € over 100, 100, … and 300 in July is 14 shares:
// July gets 3/14 = 257.14 €. VAT half recovered costs 11 %.
func TestSeasonVATAndScenarioByHand(t *testing.T) {
	c := channel("a", 1200)
	c.Calendar.Kind = model.BySeason
	p := hand(c)
	p.Start = model.NewMonth(2027, 4)
	p.Company.Season[6] = 300
	p.Company.VAT.Recovered = 0.5
	o := plan.Forecast(p, model.AsAssumed())
	july := o.Channels[0].Months[3]
	if july.Spend != 25714 || o.Total.Spend != model.Euro(1200) {
		t.Errorf("july %d of %d", july.Spend, o.Total.Spend)
	}
	near(t, "cost", o.Total.Cost, 120000*1.11)
	d := 36.0 / 14 // July's demand: 12·300/1400
	near(t, "july's contacts", july.Contacts, 30*d*25714/(25714+200000*d))

	s := model.AsAssumed()
	s.Results = model.Multiplier{By: 0.4, Gradual: true}
	s.Cost = model.Multiplier{By: 2}
	s.Order = 0.5
	o = plan.Forecast(p, s)
	// In the fourth month of twelve results are 1 − 0.6·4/12 = 0.8; a cost of 2 halves the effect of each euro.
	near(t, "july's contacts in the scenario", o.Channels[0].Months[3].Contacts, 0.8*30*d*12857/(12857+200000*d))
	near(t, "margin of a customer", o.FirstYearMargin, 35000)
}

func TestAMonthWithoutDemandOrSpendIsJustEmpty(t *testing.T) {
	c := channel("a", 0)
	p := hand(c)
	p.Company.Season = model.Season{1}
	o := plan.Forecast(p, model.AsAssumed())
	if o.Total.Plan.Contacts != 0 || o.PaybackMonth != 0 || o.PeakMonth != 0 {
		t.Errorf("nothing was spent: %+v", o.Total)
	}
	if _, ok := o.Total.CAC(); ok {
		t.Error("a cost per customer without customers")
	}
	if _, ok := o.Total.Return(); ok {
		t.Error("a return on nothing")
	}
}

// The second year of a longer plan spends the year's amount again.
func TestALongerHorizonRepeatsTheYear(t *testing.T) {
	p := hand(channel("a", 12000))
	p.Months = 30
	o := plan.Forecast(p, model.AsAssumed())
	near(t, "contacts", o.Total.Plan.Contacts, 300)
	if o.Total.Spend != model.Euro(30000) {
		t.Errorf("spend %d", o.Total.Spend)
	}
}

// The derivative against a difference quotient, which knows nothing of the chain rule.
func TestNextThousandIsTheDerivative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		s := model.AsAssumed()
		s.Results = model.Multiplier{By: 0.8, Gradual: true}
		for i := range p.Channels {
			at := max(float64(p.Channels[i].Amount), 1200000)
			contacts := plan.YearCurve(p, s, i) // the same year, cents not rounded
			step := at / 1000
			want := (contacts(at+step) - contacts(at-step)) / (2 * step) * 1e5 * 12 / float64(p.Months)
			q := p.Clone()
			q.Channels[i].Amount = model.Money(at)
			got := plan.NextThousand(q, s)[i].Contacts
			if math.Abs(got-want) > 1e-4*math.Abs(want)+1e-6 {
				t.Fatalf("channel %d: derivative %g, difference %g", i, got, want)
			}
			// And the rounding is worth a cent a month at most.
			rounded := plan.Forecast(q, s).Channels[i].More.Contacts
			if off := math.Abs(rounded - contacts(at)); off > float64(p.Months+plan.Tail)*steepest(p, i)+1e-9 {
				t.Fatalf("channel %d: %g contacts, %g without rounding", i, rounded, contacts(at))
			}
		}
	})
}

// steepest is the most contacts that a cent of effective spend can bring on a channel: the
// slope at no spend.
func steepest(p model.Plan, i int) float64 {
	f := p.Channels[i].Figures
	return plan.NewResponse(f, f.Contacts.Base).Slope(0, 1)
}

// plans draws plans of every shape the program makes.
func plans() *rapid.Generator[model.Plan] {
	return rapid.Custom(func(t *rapid.T) model.Plan {
		p := hand()
		p.Start += model.Month(rapid.IntRange(0, 11).Draw(t, "start"))
		p.Months = rapid.IntRange(12, 36).Draw(t, "months")
		for i := range p.Company.Season {
			p.Company.Season[i] = rapid.Int64Range(0, 30).Draw(t, "season") * 10
		}
		p.Company.Season[3] += 10
		p.Company.SalesCycleMonths.Value = rapid.Float64Range(0, 14).Draw(t, "cycle")
		p.Sliders = rapid.SampledFrom([]model.Sliders{model.FromPot, model.FixedTotal}).Draw(t, "sliders")
		n := rapid.IntRange(1, 8).Draw(t, "channels")
		for i := range n {
			c := channel(string(rune('a'+i)), 0)
			c.Amount = model.Money(rapid.Int64Range(0, 50_000_00).Draw(t, "amount"))
			c.Locked = rapid.Float64Range(0, 1).Draw(t, "locked") < 0.2
			c.Figures.Contacts = around(rapid.Float64Range(0, 200).Draw(t, "contacts"))
			c.Figures.Additional = model.Spread(rapid.Float64Range(0.05, 1).Draw(t, "additional"), 1.5, 1)
			c.Figures.Gain = number(rapid.SampledFrom([]float64{0.05, 0.3, 0.5, 0.8, 0.95, 1}).Draw(t, "gain"))
			c.Figures.HalfLife = number(rapid.SampledFrom([]float64{0, 0.3, 1, 4.5, 36}).Draw(t, "half-life"))
			c.Figures.Reference = model.Money(rapid.Int64Range(100_00, 10_000_00).Draw(t, "reference"))
			c.LastYear.Spend = model.Money(rapid.Int64Range(0, 30_000_00).Draw(t, "last year"))
			c.Calendar.Kind = rapid.SampledFrom([]model.CalendarKind{model.Even, model.BySeason, model.Typed}).Draw(t,
				"calendar")
			if c.Calendar.Kind == model.Typed {
				c.Calendar.Weights = &[12]int64{}
				for m := range c.Calendar.Weights {
					c.Calendar.Weights[m] = rapid.Int64Range(0, 90).Draw(t, "weight") * 100
				}
			}
			if rapid.Float64Range(0, 1).Draw(t, "limited") < 0.3 {
				c.AtLeast = model.Money(rapid.Int64Range(0, 20_000_00).Draw(t, "least"))
				c.AtMost = c.AtLeast + model.Money(rapid.Int64Range(1, 40_000_00).Draw(t, "most"))
			}
			p.Channels = append(p.Channels, c)
		}
		p.Budget = p.Allocated() + model.Money(rapid.Int64Range(0, 20_000_00).Draw(t, "pot"))
		return p
	})
}

func TestMoreMoneyNeverBringsLessAndEachEuroBringsNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		i := rapid.IntRange(0, len(p.Channels)-1).Draw(t, "channel")
		p.Budget = model.MaxMoney
		at := func(m model.Money) float64 {
			p.Channels[i].Amount = m
			return plan.Forecast(p, model.AsAssumed()).Channels[i].Plan.Contacts
		}
		m, step := model.Money(rapid.Int64Range(0, 40_000).Draw(t, "euro"))*1200_00,
			model.Money(rapid.Int64Range(1, 5_000).Draw(t, "step"))*1200_00
		low, mid, high := at(m), at(m+step), at(m+2*step)
		slack := 1e-5 * (1 + high) // cents are whole, the curve is not
		if mid < low-slack || high < mid-slack {
			t.Fatalf("contacts fall: %g %g %g", low, mid, high)
		}
		if high-mid > mid-low+slack {
			t.Fatalf("contacts accelerate: %g %g %g", low, mid, high)
		}
	})
}

// Any gestures, on any plan: what is given and what is left add up to the budget,
// nothing goes below zero, locked amounts stay, and undoing all brings back the start.
func TestNoGestureLosesACent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		e := plan.NewEditor(p)
		for range rapid.IntRange(1, 60).Draw(t, "gestures") {
			was := e.Plan()
			i := rapid.IntRange(0, len(was.Channels)-1).Draw(t, "line")
			m := model.Money(rapid.Int64Range(-1000, 80_000_00).Draw(t, "amount"))
			tag := rapid.SampledFrom([]string{"", "drag a", "drag b"}).Draw(t, "tag")
			switch rapid.IntRange(0, 8).Draw(t, "gesture") {
			case 0, 1, 2:
				does(t, e, tag, "move", func(p model.Plan) model.Plan { return plan.Move(p, i, m) })
			case 3:
				does(t, e, tag, "budget", func(p model.Plan) model.Plan {
					p,
						_ = plan.SetBudget(p, max(m, 0))
					return p
				})
			case 4:
				does(t, e, "", "even", plan.Even)
			case 5:
				does(t, e, "", "last year", plan.AsLastYear)
			case 6:
				does(t, e, "", "lock", func(p model.Plan) model.Plan { return plan.Lock(p, i, !p.Channels[i].Locked) })
			case 7:
				does(t, e, "", "limits", func(p model.Plan) model.Plan {
					p, _ = plan.SetLimits(p, i, max(m/4, 0),
						max(m, 0))
					return p
				})
			case 8:
				does(t, e, "", "sliders", func(p model.Plan) model.Plan {
					p.Sliders = map[model.Sliders]model.Sliders{model.FromPot: model.FixedTotal,
						model.FixedTotal: model.FromPot}[p.Sliders]
					return p
				})
			}
			now := e.Plan()
			if now.Pot() < 0 {
				t.Fatalf("pot %d", now.Pot())
			}
			for k, c := range now.Channels {
				if c.Amount < 0 {
					t.Fatalf("channel %d has %d", k, c.Amount)
				}
			}
		}
		for ok := true; ok; {
			_, ok = e.Undo()
		}
		if got := e.Plan(); got.Budget != p.Budget || got.Sliders != p.Sliders || len(got.Channels) != len(p.Channels) {
			t.Fatal("undo did not come home")
		}
		for k, c := range e.Plan().Channels {
			if c.Amount != p.Channels[k].Amount || c.Locked != p.Channels[k].Locked ||
				c.AtMost != p.Channels[k].AtMost {
				t.Fatalf("channel %d did not come home", k)
			}
		}
	})
}

func TestAMovedSliderKeepsTheOthersInTheirLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plan.Even(plans().Draw(t, "plan"))
		i := rapid.IntRange(0, len(p.Channels)-1).Draw(t, "line")
		q := plan.Move(p, i, model.Money(rapid.Int64Range(0, 100_000_00).Draw(t, "want")))
		if p.Sliders == model.FixedTotal && q.Pot() != p.Pot() {
			t.Fatalf("the total moved: pot %d, was %d", q.Pot(), p.Pot())
		}
		for k, c := range q.Channels {
			was := p.Channels[k]
			switch {
			case c.Locked && c.Amount != was.Amount:
				t.Fatalf("locked %d moved", k)
			case p.Sliders == model.FromPot && k != i && c.Amount != was.Amount:
				t.Fatalf("from the pot, %d moved too", k)
			case c.Amount > c.Most() && c.Amount > was.Amount:
				t.Fatalf("%d went above its most", k)
			case c.Amount < c.AtLeast && c.Amount < was.Amount:
				t.Fatalf("%d went below its least", k)
			}
		}
	})
}

// Three free channels of 6,000, 3,000 and 1,000 € and a fixed total: 2,000 € more on the
// first take 1,500 from the second and 500 from the third.
func TestTheFreeChannelsGiveWayInProportion(t *testing.T) {
	p := hand(channel("a", 6000), channel("b", 3000), channel("c", 1000))
	p.Sliders = model.FixedTotal
	q := plan.Move(p, 0, model.Euro(8000))
	for i, want := range []int64{8000, 1500, 500} {
		if q.Channels[i].Amount != model.Euro(want) {
			t.Errorf("channel %d: %d", i, q.Channels[i].Amount)
		}
	}
	if q.Pot() != p.Pot() {
		t.Errorf("pot %d", q.Pot())
	}
}

// does makes a change that the editor must take.
func does(t interface{ Fatal(...any) }, e *plan.Editor, tag, name string, f func(model.Plan) model.Plan) {
	if err := e.Try(tag, name, func(was model.Plan) (model.Plan, error) { return f(was), nil }); err != nil {
		t.Fatal(err)
	}
}

func TestADragForthAndBackLeavesNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		p.Sliders = model.FixedTotal
		i := rapid.IntRange(0, len(p.Channels)-1).Draw(t, "line")
		e := plan.NewEditor(p)
		for range 20 {
			to := model.Money(rapid.Int64Range(0, 90_000_00).Draw(t, "to"))
			does(t, e, "drag", "drag", func(was model.Plan) model.Plan { return plan.Move(was, i, to) })
		}
		if _, moved := e.CanUndo(); !moved {
			return // it could not move at all
		}
		home := p.Channels[i].Amount
		least, most := plan.Reach(p, i)
		if home < least || home > most {
			return // a limit stands between: home cannot be reached again
		}
		does(t, e, "drag", "drag", func(was model.Plan) model.Plan { return plan.Move(was, i, home) })
		for k, c := range e.Plan().Channels {
			if c.Amount != p.Channels[k].Amount {
				t.Fatalf("channel %d: %d, was %d", k, c.Amount, p.Channels[k].Amount)
			}
		}
		if name, ok := e.Undo(); ok {
			t.Fatalf("%q can be undone, and changed nothing", name)
		}
	})
}

func TestABudgetBelowWhatIsLockedIsRefused(t *testing.T) {
	a, b := channel("a", 6000), channel("b", 3000)
	a.Locked, b.AtLeast = true, model.Euro(1000)
	p := hand(a, b)
	q, err := plan.SetBudget(p, model.Euro(6900))
	if want := (plan.BudgetTooSmall{Locked: model.Euro(6000), Least: model.Euro(1000)}); err != want ||
		q.Budget != p.Budget {
		t.Errorf("%v, budget %d", err, q.Budget)
	}
	q, err = plan.SetBudget(p, model.Euro(7500))
	if err != nil || q.Channels[1].Amount != model.Euro(1500) || q.Pot() != 0 {
		t.Errorf("%v, %d, pot %d", err, q.Channels[1].Amount, q.Pot())
	}
	if _, err = plan.SetLimits(p, 1, model.Euro(2), model.Euro(1)); err == nil {
		t.Error("least above most was taken")
	}
}

// twelve is a plan of twelve channels for a year, the size the benchmarks speak of.
func twelve() model.Plan {
	p := hand()
	for i := range 12 {
		c := channel(string(rune('a'+i)), int64(1000+500*i))
		c.Figures.HalfLife, c.LastYear.Spend = number(1.5), model.Euro(3000)
		c.Figures.Additional = model.Range{Low: 0.4, Base: 0.6, High: 0.8, Origin: model.Judgement}
		p.Channels = append(p.Channels, c)
	}
	p.Budget, p.Company.SalesCycleMonths = model.Euro(60000), number(4.5)
	return p
}

func BenchmarkForecast12x12(b *testing.B) {
	p := twelve()
	b.ReportAllocs()
	for b.Loop() {
		plan.Forecast(p, model.AsAssumed())
	}
}

func BenchmarkNextThousand12x12(b *testing.B) {
	p := twelve()
	for b.Loop() {
		plan.NextThousand(p, model.AsAssumed())
	}
}

func BenchmarkMove12(b *testing.B) {
	p := twelve()
	p.Sliders = model.FixedTotal
	b.ReportAllocs()
	for b.Loop() {
		plan.Move(p, 3, 123456)
	}
}
