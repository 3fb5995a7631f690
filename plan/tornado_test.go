package plan_test

import (
	"testing"

	"arringa/model"
	"arringa/plan"
)

// One channel, 120 contacts, 24 customers, 16,800 € of margin. Contacts from half to twice:
// 8,400 to 33,600 €. The company's share ÷× 1.6: 10,500 to 26,880 €. Margin 40 % ÷× 1.2: 14,000
// to 20,160 €, and order values the same. Orders a year 2.0833 or 3: a customer leaves 616.67 or
// 800 €, 14,800 to 19,200 €. The doubling gain says nothing at the reference spend, and there
// is no half-life.
func TestTornadoByHand(t *testing.T) {
	swings := plan.Tornado(hand(channel("a", 12000)), model.AsAssumed())
	want := []struct {
		field        string
		low, high    float64
		atLow, high2 float64
		assumed      bool
	}{
		{"contacts_per_month", 5, 20, 840000, 3360000, false},
		{"conversion", 0.125, 0.32, 1050000, 2688000, false},
		{"reckoning", 0.6, 1.35, 0.6 * 1680000, 1.35 * 1680000, false},
		{"margin", 0.4 / 1.2, 0.48, 1400000, 2016000, true},
		{"order", 1 / 1.2, 1.2, 1400000, 2016000, true},
		{"orders_per_year", 2.5 / 1.2, 3, 1480000, 1920000, true},
	}
	if len(swings) != len(want) {
		t.Fatalf("%d swings: %+v", len(swings), swings)
	}
	for i, w := range want {
		s := swings[i]
		if s.Field != w.field || s.Assumed != w.assumed {
			t.Errorf("%d: %+v", i, s)
		}
		near(t, w.field+" low", s.Low, w.low)
		near(t, w.field+" high", s.High, w.high)
		if d := s.AtLow - w.atLow; d > 100 || d < -100 { // order values are whole cents
			t.Errorf("%s at low: %g", w.field, s.AtLow)
		}
		if d := s.AtHigh - w.high2; d > 100 || d < -100 {
			t.Errorf("%s at high: %g", w.field, s.AtHigh)
		}
	}
}

// Of three channels alike the estimate comes first, what was published about others after
// it, and the company's own figure needs no test; but twice the margin makes up for half the
// doubt.
func TestWhatIsLeastKnownAndWeighsMostIsTestedFirst(t *testing.T) {
	a, b, c := channel("guess", 12000), channel("published", 12000), channel("own", 12000)
	b.Figures.Contacts.Origin, c.Figures.Contacts.Origin = model.Published, model.Own
	list := plan.TestFirst(plan.Tornado(hand(c, b, a), model.AsAssumed()))
	if len(list) != 2 || list[0].Channel != "guess" || list[1].Channel != "published" {
		t.Errorf("%+v", list)
	}
	b.Figures.Contacts = b.Figures.Contacts.Scaled(2.1)
	if list = plan.TestFirst(plan.Tornado(hand(a, b), model.AsAssumed())); list[0].Channel != "published" {
		t.Errorf("%+v", list)
	}
}

// How much is additional moves the margin as it goes itself.
func TestTheAdditionalShareHasItsRow(t *testing.T) {
	c := channel("a", 12000)
	c.Figures.Additional = model.Range{Low: 0.2, Base: 0.5, High: 0.8, Origin: model.Judgement}
	for _, s := range plan.Tornado(hand(c), model.AsAssumed()) {
		if s.Field == "additional_share" {
			near(t, "at low", s.AtLow, 336000)
			near(t, "at high", s.AtHigh, 1344000)
			return
		}
	}
	t.Error("it has none")
}

// Two channels of equal margin. The first: contacts estimated, additional share, curve, conversion
// and worth own; the second all own but for a published curve.
func TestTheShareOfEstimatesByHand(t *testing.T) {
	p := hand(channel("a", 12000), channel("b", 12000))
	p.Company.Conversion.Origin = model.Own
	p.Channels[1].Figures.Contacts.Origin = model.Own
	p.Channels[1].Figures.HalfLife.Origin = model.Published
	b := plan.EstimateShare(p, plan.Forecast(p, model.AsAssumed()))
	near(t, "estimates", b.Judgement, 1.0/10)
	near(t, "published", b.Published, 1.0/10)
	near(t, "own", b.Own, 8.0/10)
	p.Company.Margin.Origin = model.Judgement
	b = plan.EstimateShare(p, plan.Forecast(p, model.AsAssumed()))
	near(t, "with the margin estimated too", b.Judgement, 3.0/10)
	if b = plan.EstimateShare(hand(), plan.Forecast(hand(), model.AsAssumed())); b != (plan.Basis{}) {
		t.Errorf("of nothing: %+v", b)
	}
}

func BenchmarkTornado12x12(b *testing.B) {
	p := twelve()
	for b.Loop() {
		plan.Tornado(p, model.AsAssumed())
	}
}
