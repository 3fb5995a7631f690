package plan_test

import (
	"testing"

	"arringa/model"
	"arringa/plan"
)

// Half of a salary of 36,000 € at 1.4, and 1,200 € of tools: 26,400 € a year, which at 700 € a
// customer take 37.7 of them, and 54.9 with the 12,000 € of the plan. An hour costs 36,000·1.4/1720 =
// 29.302 €.
func TestTheRoleByHand(t *testing.T) {
	p := hand(channel("a", 12000))
	p.Channels[0].Figures.HalfLife = number(3)
	p.Role = &model.Role{
		Salary: amount(36000), CompanyCost: number(1.4), Share: number(0.5), Tools: amount(1200), Started: p.Start + 6,
		Tasks: []model.Task{
			{Name: "newsletter", Hours: number(10), Outside: amount(400), GivenBack: number(4),
				Correction: number(1.5)},
			{Name: "fairs", Hours: number(20), Outside: amount(900), Correction: number(1)},
		},
	}
	o := plan.Forecast(p, model.AsAssumed())
	r, ok := plan.RoleOf(p, o)
	if !ok || r.Cost != model.Euro(26400) || r.OverPlan != model.Euro(13200) || r.Outside != model.Euro(15600) {
		t.Errorf("cost %d, over the plan %d, outside %d", r.Cost, r.OverPlan, r.Outside)
	}
	const hour = 36000 * 1.4 / 1720 * 100
	near(t, "hour", r.Hourly, hour)
	near(t, "break-even", r.BreakEven, 26400/700.0)
	near(t, "with the budget", r.WithBudget, 38400/700.0)
	near(t, "hours", r.Hours, 30)
	near(t, "hours without a task", r.Unexplained, 1720/24.0-30)
	near(t, "given back", r.GivenBack, 1.5)
	near(t, "worth", r.BackValue, 12*1.5*hour)
	near(t, "newsletter inside", r.Tasks[0].Inside, 120*hour)
	near(t, "newsletter given back", r.Tasks[0].GivenBack, 2.5)
	near(t, "fairs take", r.Tasks[1].BackValue, -12*hour)
	// At 1,000 € a month 10 contacts; 400 € of effective spend bring 30·400/2400 = 5, and 2,000/11 € a
	// quarter: log2(2.5) and log2(5.5) half-lives of three months.
	near(t, "half", r.Fades[0].Half, 3*1.3219280948873624)
	near(t, "quarter", r.Fades[0].Quarter, 3*2.4594316186372973)
	near(t, "lost", r.LostMargin, o.Total.More.Margin)
	near(t, "stay", r.Stay, 18+o.Total.Zero.Customers)
	near(t, "saved", r.Saved, 100*(12000+13200))
}

func TestWhatOthersRunGoesOnWithoutTheRole(t *testing.T) {
	p := hand(channel("a", 12000), channel("unpaid", 0))
	p.Channels[0].Figures.Gain = number(model.LinearGain)
	p.Role = &model.Role{Stops: &model.Number{Value: 0.75, Origin: model.Judgement}}
	r, _ := plan.RoleOf(p, plan.Forecast(p, model.AsAssumed()))
	near(t, "lost customers", r.LostCustomers, 18)
	near(t, "stay", r.Stay, 18+6)
	// What goes on without the role is paid on; with nothing spent all stops, and all is saved.
	near(t, "saved without the role", r.Saved, 0.75*1200000)
	near(t, "lost with nothing spent", r.Idle.LostMargin, 1680000)
	near(t, "saved with nothing spent", r.Idle.Saved, 1200000)
	near(t, "who stay with nothing spent", r.Idle.Stay, 18)
	if len(r.Fades) != 1 || r.Fades[0].Half != 0 || r.BreakEven != 0 {
		t.Errorf("%+v", r)
	}
	p.Channels[0].Figures.HalfLife = number(2)
	r, _ = plan.RoleOf(p, plan.Forecast(p, model.AsAssumed()))
	near(t, "half of a proportional channel", r.Fades[0].Half, 2)
	near(t, "quarter", r.Fades[0].Quarter, 4)
	p.Role = nil
	if _, ok := plan.RoleOf(p, plan.Outlook{}); ok {
		t.Error("a role nobody told of")
	}
}
