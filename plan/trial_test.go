package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"
)

// tested is a proportional channel of which as much is known as ten contacts tell: the
// 10th, 50th and 90th percentile of a gamma of shape 10 are half of chi-square's with 20
// degrees of freedom, 12.4426, 19.3374 and 28.4120 (any table). Its test spends 3,000 € in three
// months; a reference spend that brought one contact a month would bring three.
func tested() (model.Plan, model.Trial) {
	c := channel("a", 0)
	c.Figures.Gain = number(model.LinearGain)
	c.Figures.Contacts = model.Range{Low: 12.4426 / 2, Base: 19.3374 / 2, High: 28.4120 / 2, Origin: model.Judgement}
	return hand(c), model.Trial{
		Channel: "a", Budget: model.Euro(3000), Start: model.NewMonth(2027, 2), Months: 3,
		CostToBeat: 27538, Precision: 0.3, ScaleAt: 0.8, StopAt: 0.2,
	}
}

// After ten contacts from an exposure of three the gamma has shape 20 and rate 4: chi-square
// with 40 degrees of freedom is 29.0505, 39.3353 and 51.8051 at the same percentiles.
func TestATestUpdatesTheContactsAsTheTablesSay(t *testing.T) {
	p, trial := tested()
	trial.Result = &model.TrialResult{Spend: model.Euro(3000), Contacts: contacts(10)}
	r, ok := plan.ReadTrial(p, trial)
	n := r.Contacts
	bandWithin(t, "contacts", plan.Band{Low: n.Low, Base: n.Base, High: n.High},
		plan.Band{Low: 29.0505 / 8, Base: 39.3353 / 8, High: 51.8051 / 8}, 1e-5)
	// 3,000 € over three contacts for each of the range; 275.38 € is what a contact costs at its
	// low end, which nine futures out of ten beat.
	bandWithin(t, "cost", r.CostPerContact, plan.Band{Low: 3e5 * 8 / 51.8051 / 3, Base: 3e5 * 8 / 39.3353 / 3,
		High: 3e5 * 8 / 29.0505 / 3}, 1e-5)
	within(t, "chance", r.Chance, 0.9, 1e-4)
	within(t, "precision", r.Precision, 1.645/math.Sqrt(10), 1e-12)
	if !ok || r.Verdict != model.Scale || r.Enough || n.Origin != model.Own {
		t.Errorf("%+v", r)
	}
	if q := plan.LearnTrial(p, trial); q.Channels[0].Figures.Contacts.Base != n.Base ||
		p.Channels[0].Figures.Contacts.Base == n.Base {
		t.Error("not learnt")
	}
}

// The chance that a gamma of whole shape a is above y is that of fewer than a events of a
// Poisson of mean y: with y = 4 × 3.63131 it is 0.143 for a = 11, 0.218 for 12, 0.788 for 18 and 0.851
// for 19. So one contact or none says stop, and nine or more say scale.
func TestTheRuleIsWrittenInContactsBeforeTheMoneyIsSpent(t *testing.T) {
	p, trial := tested()
	o, ok := plan.PlanTrial(p, trial)
	if !ok || o.StopUpTo != 1 || o.ScaleFrom != 9 {
		t.Errorf("stop up to %d, scale from %d", o.StopUpTo, o.ScaleFrom)
	}
	for k := range 15 {
		trial.Result = &model.TrialResult{Spend: model.Euro(3000), Contacts: contacts(k)}
		r, _ := plan.ReadTrial(p, trial)
		want := model.Hold
		if k <= o.StopUpTo {
			want = model.Stop
		} else if k >= o.ScaleFrom {
			want = model.Scale
		}
		if r.Verdict != want {
			t.Errorf("%d contacts: %s", k, r.Verdict)
		}
	}
	// 31 contacts for ± 30 %; 9.6687 a month at 1,000 €: four months, or 31/9.6687 thousand euro.
	if o.Needed != 31 || o.Months != 4 || o.Budget != model.Euro(3207) {
		t.Errorf("%+v", o)
	}
	within(t, "expected", o.Expected.Base, 3*9.6687, 1e-9)
	within(t, "cost", o.CostPerContact.Base, 3e5/(3*9.6687), 1e-9)
}

// The company of the worked examples: one contact in five becomes a customer, who leaves
// 700 €; 11 % of VAT is not recovered.
func TestAContactMayCostWhatItsCustomersLeave(t *testing.T) {
	p, _ := tested()
	p.Company.VAT.Recovered = 0.5
	if got := plan.MostPerContact(p, 0); got != 12612 {
		t.Errorf("%d", got)
	}
	d := plan.DraftTrial(p, 0)
	if o, ok := plan.PlanTrial(p, d); !ok || d.Budget != o.Budget || d.CostToBeat != 12612 {
		t.Errorf("%+v", d)
	}
}

func contacts(n int) *float64 {
	x := float64(n)
	return &x
}

// What was spent without what came says nothing, nor the other way round; none that came does.
func TestATestWithoutAnythingToReadSaysSo(t *testing.T) {
	p, trial := tested()
	if _, ok := plan.ReadTrial(p, trial); ok {
		t.Error("it is not over")
	}
	for _, half := range []model.TrialResult{{Spend: model.Euro(3000)}, {Contacts: contacts(12)}} {
		if trial.Result = &half; func() bool { _, ok := plan.ReadTrial(p, trial); return ok }() {
			t.Errorf("read from a half: %+v", half)
		}
	}
	trial.Result = &model.TrialResult{Spend: model.Euro(3000), Contacts: contacts(0)}
	r, ok := plan.ReadTrial(p, trial)
	if !ok || r.Verdict != model.Stop || r.Precision != 1 || r.Contacts.Base <= 0 {
		t.Errorf("nobody came: %+v", r)
	}
	trial.CostToBeat = 0
	if r, _ = plan.ReadTrial(p, trial); r.Verdict != "" {
		t.Errorf("a verdict without a cost to beat: %s", r.Verdict)
	}
	trial.Channel = "elsewhere"
	if _, ok = plan.ReadTrial(p, trial); ok {
		t.Error("a channel the plan does not have")
	}
	if _, ok = plan.PlanTrial(p, trial); ok {
		t.Error("a channel the plan does not have")
	}
	p.Channels[0].Figures.Contacts = model.Range{}
	trial.Channel = "a"
	if o, ok := plan.PlanTrial(p, trial); !ok || o.Budget != 0 || o.Months != 0 || o.CostPerContact != (plan.Band{}) {
		t.Errorf("a channel that brings nobody: %+v", o)
	}
}
