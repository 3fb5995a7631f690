package plan_test

import (
	"slices"
	"testing"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// By hand: 24 customers, each with 1,000 € and 1.5 × 500 € in its first year, 42,000 € in all: 4.2 %
// of a million. Customers who stay four years allow 15 % + 1/12; over two years the same plan
// brings twice as many, and as many a year.
func TestWhatAPlanPromises(t *testing.T) {
	p := hand(channel("a", 12000))
	if _, ok := plan.PromiseOf(p, plan.Forecast(p, model.AsAssumed())); ok {
		t.Error("a promise without revenue to weigh it by")
	}
	p.Company.Revenue.Cents = model.Euro(1_000_000)
	for _, months := range []int{12, 24} {
		p.Months = months
		got, ok := plan.PromiseOf(p, plan.Forecast(p, model.AsAssumed()))
		if !ok || got.TooGood() {
			t.Errorf("%+v", got)
		}
		near(t, "share", got.Share, 0.042)
		near(t, "most", got.Most, 0.15+1.0/12)
		near(t, "of the ceiling", got.OfCeiling(), 0.042/(0.15+1.0/12))
	}
	p.Company.Revenue.Cents = model.Euro(100_000) // now 42 %
	o := plan.Forecast(p, model.AsAssumed())
	if got, _ := plan.PromiseOf(p, o); !got.TooGood() {
		t.Errorf("%+v", got)
	}
	p.Company.Conversion.Origin, p.Channels[0].Figures.Contacts.Origin = model.Own, model.Own
	if got, _ := plan.PromiseOf(p, o); got.TooGood() || got.Share < 0.4 {
		t.Errorf("measured: %+v", got)
	}
	p.Company.Years.Value = 0.1 // whoever leaves at once is not replaced ten times a year
	if got, _ := plan.PromiseOf(p, o); got.Most > 0.15+1.0/3+1e-12 {
		t.Errorf("%+v", got)
	}
}

// A margin of nothing, last year's spend and a pot do not hide what is promised.
func TestThePromiseHasNoLoophole(t *testing.T) {
	p := hand(channel("a", 12000))
	p.Company.Revenue.Cents = model.Euro(100_000)
	for what, change := range map[string]func(*model.Plan){
		"no margin":       func(p *model.Plan) { p.Company.Margin.Value = 0 },
		"last year alike": func(p *model.Plan) { p.Channels[0].LastYear.Spend = p.Channels[0].Amount },
		"a pot":           func(p *model.Plan) { p.Budget *= 4 },
	} {
		q := p.Clone()
		change(&q)
		found := plan.Check(q, plan.Forecast(q, model.AsAssumed()))
		if !slices.ContainsFunc(found, func(x model.Problem) bool { return x.Code == plan.TooGood }) {
			t.Errorf("%s: not found", what)
		}
	}
	p.Company.Revenue.Cents = 0
	found := plan.Check(p, plan.Forecast(p, model.AsAssumed()))
	if !slices.ContainsFunc(found, func(x model.Problem) bool { return x.Code == plan.NoRevenue }) {
		t.Error("nobody says that the promise cannot be weighed")
	}
}

// Enough is where 30·2000/(2000+e)² of a contact, at 140 €, brings a euro: e = √(30·2000·140) − 2,000
// = 898.28 € a month, 10,779 € a year. 1,000 € a year are 83.33 € a month: 30·83.33/2083.33 = 1.2 contacts, 14.4 a
// year, 2.88 customers,
// 2,016 €.
func TestHowAPlanLooks(t *testing.T) {
	p := hand(channel("a", 12000))
	p.Company.Revenue.Cents = model.Euro(1_000_000)
	x := plan.PlausibilityOf(p, model.AsAssumed())
	near(t, "first thousand", x.FirstThousand, 2.016)
	near(t, "return", x.Return, 0.4)
	if !x.Known || x.Channel != "a" || !x.EnoughKnown || x.Enough.Budget != model.Euro(10779) {
		t.Errorf("%+v", x)
	}
}

// No sector's company comes with a revenue that nobody told.
func TestNoRevenueIsInvented(t *testing.T) {
	for _, s := range templates.Sectors() {
		if c := templates.NewCompany(s); c.Revenue.Cents != 0 {
			t.Errorf("%s: %d", s.ID, c.Revenue.Cents)
		}
	}
}

// Each channel of a new plan begins with its part of nine tenths, as large as what it
// usually takes: fairs in Italy 2,000 of 10,900 € a month, of 315,000 €, are 57,798 €, told
// in tens of euro.
func TestANewPlanBeginsWithUsualSums(t *testing.T) {
	s, _ := templates.FindSector("machinery")
	p := plan.Opening(templates.NewPlan(s, "it", model.NewMonth(2027, time.January), model.Euro(350_000)))
	if got := p.Channels[p.Channel("fairs_italy")].Amount; got != model.Euro(57_790) {
		t.Errorf("fairs in Italy begin with %d cents", got)
	}
	for _, c := range p.Channels {
		if c.Amount < c.Threshold || c.Amount%model.Euro(10) != 0 {
			t.Errorf("%s begins with %d cents", c.ID, c.Amount)
		}
	}
	if p.Allocated()+p.Pot() != p.Budget || p.Pot() < model.Euro(35_000) {
		t.Errorf("%d in the pot of %d", p.Pot(), p.Budget)
	}
}
