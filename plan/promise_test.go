package plan_test

import (
	"math"
	"testing"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// The plan that a newcomer gets, all of it estimates, does not promise what no company of
// the sector has seen.
func TestNoOpeningPlanPromisesTooMuch(t *testing.T) {
	for _, s := range templates.Sectors() {
		p := plan.Opening(templates.NewPlan(s, "it", model.NewMonth(2027, time.January), 0))
		o := plan.Forecast(p, plan.ScenarioOf(p))
		promise, ok := plan.PromiseOf(p, o)
		if !ok || promise.TooGood() {
			t.Errorf("%s: %.2f of revenue, at most %.2f", s.ID, promise.Share, promise.Most)
		}
	}
}

// However good the draws, no plan is told to pay for itself for sure.
func TestNothingIsToldAsCertain(t *testing.T) {
	s, _ := templates.FindSector("home_installers")
	p := plan.Opening(templates.NewPlan(s, "it", model.NewMonth(2027, time.January), 0))
	if got := plan.Uncertainty(p, plan.ScenarioOf(p)).Pays; got != 0.99 {
		t.Errorf("a chance of %v", got)
	}
	p.Company.Margin.Value = 0.001
	if got := plan.Uncertainty(p, plan.ScenarioOf(p)).Pays; got != 0.01 {
		t.Errorf("a chance of %v", got)
	}
}

// By hand: 100,000 € of margin at 50 % is 200,000 € of sales, a fifth of a million. Without
// last year's spend the most is 2^0.24 − 1 = 0.181 and, of customers who stay four years, one
// in four. With it, a plan that repeats last year adds nothing.
func TestWhatAPlanPromises(t *testing.T) {
	s, _ := templates.FindSector("machinery")
	p := plan.Opening(templates.NewPlan(s, "it", model.NewMonth(2027, time.January), 0))
	p.Company.Revenue.Cents, p.Company.Margin.Value, p.Company.Years.Value = model.Euro(1_000_000), 0.5, 4
	o := plan.Forecast(p, plan.ScenarioOf(p))
	o.Total.More.Margin = 100_000 * 100
	got, ok := plan.PromiseOf(p, o)
	if !ok || got.LastYearKnown || math.Abs(got.Share-0.2) > 1e-9 || math.Abs(got.Most-0.431) > 0.0005 || got.TooGood() {
		t.Errorf("%+v", got)
	}
	for i := range p.Channels {
		p.Channels[i].LastYear.Spend = p.Channels[i].Amount
	}
	got, ok = plan.PromiseOf(p, plan.Forecast(p, plan.ScenarioOf(p)))
	if !ok || !got.LastYearKnown || math.Abs(got.Share) > 1e-9 || math.Abs(got.Most-0.181) > 0.0005 {
		t.Errorf("%+v", got)
	}
	p.Company.Revenue.Cents = 0
	if _, ok := plan.PromiseOf(p, o); ok {
		t.Error("a promise without revenue to weigh it by")
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
