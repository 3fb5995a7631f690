package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"

	"pgregory.net/rapid"
)

// What a person adds up or divides from the list comes out as the list says, for every plan and
// for each of its channels; no figure is named twice, and none is outside its own range's ends.
func TestTheFiguresAgreeWithEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		p.Role = &model.Role{Salary: amount(36000), CompanyCost: number(1.4), Share: number(0.5),
			Stops: &model.Number{Value: 0.6, Origin: model.Own}}
		s := model.AsAssumed()
		o := plan.Forecast(p, s)
		role, _ := plan.RoleOf(p, o)
		seen := map[model.ChannelID]map[string]float64{}
		for _, f := range plan.Figures(p, s, o, plan.Uncertainty(p, s)) {
			if seen[f.Channel] == nil {
				seen[f.Channel] = map[string]float64{}
			}
			if _, twice := seen[f.Channel][f.ID]; twice {
				t.Fatalf("%s twice", f.ID)
			}
			if (f.Channel == "") != (f.Scope == plan.WholePlan) {
				t.Fatalf("%+v", f)
			}
			if f.Band != nil && !(f.Band.Low <= f.Band.Base && f.Band.Base <= f.Band.High) {
				t.Fatalf("%s: %+v", f.ID, *f.Band)
			}
			seen[f.Channel][f.ID] = f.Value
		}
		same := func(what string, a, b float64) {
			if math.Abs(a-b) > 1e-9*max(1, math.Abs(a), o.Total.Plan.Margin) {
				t.Fatalf("%s: %g and %g", what, a, b)
			}
		}
		all := seen[""]
		same("contacts", all["contacts.counted"], all["contacts.anyway"]+all["contacts.added.by_end"])
		same("customers", all["customers.added"], all["customers.signed"]+all["customers.open"]+all["customers.later"])
		same("nothing spent", all["idle"], -all["margin.all_in"])
		same("nobody there", all["without_role"], -0.6*all["margin.all_in"])
		if spend := all["spend"]; spend > 0 {
			same("return", all["return.all_in"]*spend, all["margin.all_in"]-spend)
			same("by the end", all["return.by_end"]*spend, all["cash.by_end"]-spend)
			same("with the role", all["return.with_role"]*(spend+float64(role.OverPlan)),
				all["margin.all_in"]-spend-float64(role.OverPlan))
			same("bases", all["share.own"]+all["share.published"]+all["share.estimated"],
				math.Ceil(min(all["margin.all_in"], 1)))
		}
		for _, id := range []string{"spend", "contacts.counted", "contacts.added", "customers.signed", "cash.by_end",
			"margin.all_in"} {
			var sum float64
			for channel, figures := range seen {
				if channel != "" {
					sum += figures[id]
				}
			}
			same(id, all[id], sum)
		}
	})
}

// The next thousand is said of a channel only from its threshold on, with its range.
func TestTheNextThousandIsSaidAboveTheThresholdOnly(t *testing.T) {
	a, b := channel("a", 12000), channel("b", 3000)
	a.Threshold, b.Threshold = model.Euro(12000), model.Euro(3001)
	p := hand(a, b)
	s := model.AsAssumed()
	found := 0
	for _, f := range plan.Figures(p, s, plan.Forecast(p, s), plan.Uncertainty(p, s)) {
		if f.ID == "next_thousand" {
			found++
			near(t, "at 1,000 € a month", f.Value, plan.NextThousand(p, s)[0].Margin)
			if f.Channel != "a" || f.Band.Low >= f.Value || f.Band.High <= f.Value {
				t.Errorf("%+v %+v", f, f.Band)
			}
		}
	}
	if found != 1 {
		t.Errorf("said %d times", found)
	}
}
