package plan_test

import (
	"testing"

	"arringa/model"
	"arringa/plan"
)

// 12,000 € in December alone, half of the effect gone in a month: e₁₂ = 6,000, then 3,000, 1,500 …
// Contacts 30·6000/8000 = 22.5 in December, 18 in January, 30·1500/3500 = 12.857… later. Of ten that
// are counted six would not have come. A contact takes half a month.
func TestTheTailByHand(t *testing.T) {
	c := channel("a", 12000)
	c.Figures.HalfLife, c.Figures.Additional = number(1), sure(0.6)
	delay := number(0.5)
	c.Figures.Delay = &delay
	c.Calendar = model.Calendar{Kind: model.Typed, Weights: &[12]int64{11: 1}}
	o := plan.Forecast(hand(c), model.AsAssumed())
	y := o.Total
	later, e := 0.0, 6000.0
	for range plan.Tail {
		e /= 2
		later += 30 * e / (e + 2000)
	}
	near(t, "arrived", y.More.Arrived, 0.6*22.5)
	near(t, "counted", y.Counted(), 22.5)
	near(t, "anyway", y.Anyway(), 0.4*22.5)
	near(t, "contacts", y.More.Contacts, 0.6*(22.5+later))
	near(t, "won by the end", y.More.Won, 0.2*0.6*22.5/2)
	near(t, "open", y.More.Open, 0.2*0.6*22.5/2)
	near(t, "later", y.More.Later, 0.2*0.6*later)
	near(t, "margin", y.More.Margin, 0.2*0.6*(22.5+later)*70000)
	near(t, "cashed by the end", y.More.Cashed, 0.2*0.6*22.5/2*40000) // the first order of those who sign in December
	near(t, "and by the cash", o.Back[11], y.More.Cashed)
	near(t, "the first month of the tail", o.Channels[0].Tail[0].Contacts, 18)
	byEnd, _ := y.ReturnByEnd()
	near(t, "return by the end", byEnd, (y.More.Cashed-1200000)/1200000)
	with, _ := y.ReturnWith(600000)
	near(t, "return with the role", with, (y.More.Margin-1800000)/1800000)
}

// In the tail the season goes on and the scenario stays as in its last month.
func TestTheTailKeepsSeasonAndScenario(t *testing.T) {
	c := channel("a", 12000)
	c.Figures.HalfLife = number(1)
	p := hand(c)
	p.Company.Season[0] = 300 // January: 12·300/1400
	s := model.AsAssumed()
	s.Results = model.Multiplier{By: 0.4, Gradual: true}
	o := plan.Forecast(p, s)
	tail, d := o.Channels[0].Tail, 36.0/14
	e := o.Channels[0].Months[11].Effective / 2
	near(t, "effective", tail[0].Effective, e)
	near(t, "January after the plan", tail[0].Contacts, 0.4*30*d*e/(e+200000*d))
	near(t, "January a year later", tail[12].Contacts, 0.4*30*d*e/4096/(e/4096+200000*d))
}

// Twelve contacts a month without memory or delay: 2 customers a month, 400 € at once and 25 €
// in each of the twelve months after. What is still to come falls below half a per cent of
// 16,800 € when only the last of the 50 € a month remain: December's customers have 50 €
// outstanding in month 24, of 84 €; in month 23 there are 50 + 100.
func TestTheMonthInWhichAllIsIn(t *testing.T) {
	o := plan.Forecast(hand(channel("a", 12000)), model.AsAssumed())
	if o.AllIn != 23 {
		t.Errorf("all in by month %d", o.AllIn)
	}
	if o = plan.Forecast(hand(channel("a", 0)), model.AsAssumed()); o.AllIn != 0 {
		t.Errorf("nothing is all in by month %d", o.AllIn)
	}
}
