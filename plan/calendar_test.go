package plan_test

import (
	"testing"

	"arringa/model"
	"arringa/plan"

	"pgregory.net/rapid"
)

// A year of 12,000 € spread evenly is 1,000 € a month. March gets 3,400 €: the other eleven
// share 8,600 €, 781 or 782 € each.
func TestAMonthIsTypedAndTheYearStays(t *testing.T) {
	p := model.Plan{Start: model.NewMonth(2027, 1), Months: 12, Budget: model.Euro(12000), Company: model.Company{Season: model.Flat()},
		Channels: []model.Channel{{ID: "seo", Amount: model.Euro(12000), Calendar: model.Calendar{Kind: model.Even}}}}
	months := plan.MonthsOf(plan.SetMonth(p, 0, 2, model.Euro(3400)), 0)
	if model.Sum(months[:]) != model.Euro(12000) {
		t.Fatalf("the year is %d", model.Sum(months[:]))
	}
	if months[2] != model.Euro(3400) {
		t.Errorf("March has %d", months[2])
	}
	if months[0] != model.Euro(781) && months[0] != model.Euro(782) {
		t.Errorf("January has %d", months[0])
	}
}

func TestTypedMonthsKeepTheYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := model.Plan{Start: model.NewMonth(2027, 1) + model.Month(rapid.IntRange(0, 11).Draw(t, "start")), Months: 12, Company: model.Company{Season: model.Flat()},
			Channels: []model.Channel{{ID: "seo", Amount: model.Money(rapid.Int64Range(0, 1e10).Draw(t, "year")), Calendar: model.Calendar{Kind: model.BySeason}}}}
		for range rapid.IntRange(1, 6).Draw(t, "n") {
			month, want := rapid.IntRange(0, 11).Draw(t, "month"), model.Money(rapid.Int64Range(-100, 2e10).Draw(t, "want"))
			p = plan.SetMonth(p, 0, month, want)
			months := plan.MonthsOf(p, 0)
			if want = min(max(want, 0), p.Channels[0].Amount); months[month] != want {
				t.Fatalf("month %d has %d, not %d", month, months[month], want)
			}
			if model.Sum(months[:]) != p.Channels[0].Amount {
				t.Fatalf("%v is not %d", months, p.Channels[0].Amount)
			}
			for _, w := range p.Channels[0].Calendar.Weights {
				if w < 0 || w > model.MaxWeight {
					t.Fatalf("weight %d", w)
				}
			}
		}
	})
}

// Of 12,000 € spread evenly, without June to August each of the nine other months gets
// 12,000 / 9 = 1,333.33 €. August comes back with as much as the others have: 1,200 €.
func TestAChannelSpendsInTheMonthsThatAreOn(t *testing.T) {
	p := model.Plan{Start: model.NewMonth(2027, 4), Months: 12, Company: model.Company{Season: model.Flat()},
		Channels: []model.Channel{{ID: "seo", Amount: model.Euro(12000), Calendar: model.Calendar{Kind: model.Even}}}}
	on := plan.SpendsIn(p, 0)
	on[5], on[6], on[7] = false, false, false
	p = plan.SpendIn(p, 0, on)
	months := plan.MonthsOf(p, 0) // April first
	if months[2] != 0 || months[3] != 0 || months[4] != 0 || model.Sum(months[:]) != model.Euro(12000) {
		t.Errorf("June to August still spend, or the year is another: %v", months)
	}
	if least, most := model.Money(133333), model.Money(133334); months[0] < least || months[0] > most {
		t.Errorf("April has %d", months[0])
	}
	if plan.SpendsIn(p, 0) != on {
		t.Errorf("it spends in %v", plan.SpendsIn(p, 0))
	}
	on[7] = true
	if months = plan.MonthsOf(plan.SpendIn(p, 0, on), 0); months[4] != model.Euro(1200) || months[0] != model.Euro(1200) {
		t.Errorf("with August: %v", months)
	}
	on[5], on[6] = true, true
	if got := plan.SpendIn(p, 0, on).Channels[0].Calendar; got.Kind != model.Even || got.Weights != nil {
		t.Errorf("all months alike are %+v", got)
	}
	if got := plan.SpendIn(p, 0, [12]bool{}); plan.SpendsIn(got, 0) != plan.SpendsIn(p, 0) {
		t.Error("a channel without a month")
	}
}
