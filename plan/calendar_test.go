package plan_test

import (
	"errors"
	"testing"

	"arringa/model"
	"arringa/plan"

	"pgregory.net/rapid"
)

// A year of 12,000 € spread evenly is 1,000 € a month, and 5,000 € are in the pot. March gets
// 3,400 €: the year has 14,400 €, the pot 2,600 €, and the other months are as they were.
func TestAMonthIsTypedAndTheOthersStay(t *testing.T) {
	p := oneChannel(model.Euro(12000), model.Euro(17000))
	p, err := plan.SetMonth(p, 0, 2, model.Euro(3400))
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Channels[0].Amount; got != model.Euro(14400) || p.Pot() != model.Euro(2600) {
		t.Errorf("the year has %d, the pot %d", got, p.Pot())
	}
	for m, v := range plan.MonthsOf(p, 0) {
		if want := map[int]model.Money{2: model.Euro(3400)}[m]; v != max(want, model.Euro(1000)) {
			t.Errorf("month %d has %d", m, v)
		}
	}
}

func oneChannel(year, budget model.Money) model.Plan {
	return model.Plan{Start: model.NewMonth(2027, 1), Months: 12, Budget: budget,
		Company:  model.Company{Season: model.Flat()},
		Channels: []model.Channel{{ID: "seo", Amount: year, Calendar: model.Calendar{Kind: model.Even}}}}
}

// Of 1,000 € a month: with 500 € in the pot a month reaches 1,500 €; with a most of 12,300 €
// a year 1,300 €; with a least of 11,800 € it goes down to 800 €; locked it stays.
func TestHowFarAMonthGoes(t *testing.T) {
	for name, x := range map[string]struct {
		set         func(*model.Channel)
		want        model.Money
		stop        plan.MonthStop
		least, most model.Money
	}{
		"pot": {func(*model.Channel) {}, model.Euro(1501), plan.MonthAtPot, 0, model.Euro(1500)},
		"most": {func(c *model.Channel) { c.AtMost = model.Euro(12300) },
			model.Euro(1301), plan.MonthAtMost, 0, model.Euro(1300)},
		"least": {func(c *model.Channel) { c.AtLeast = model.Euro(11800) },
			model.Euro(799), plan.MonthAtLeast, model.Euro(800), model.Euro(1500)},
		"lock": {func(c *model.Channel) { c.Locked = true },
			model.Euro(1001), plan.MonthAtLock, model.Euro(1000), model.Euro(1000)},
	} {
		p := oneChannel(model.Euro(12000), model.Euro(12500))
		x.set(&p.Channels[0])
		var stop plan.MonthOutOfReach
		_, err := plan.SetMonth(p, 0, 4, x.want)
		if !errors.As(err, &stop) || stop.Stop != x.stop || stop.Least != x.least || stop.Most != x.most {
			t.Errorf("%s: %+v", name, err)
		}
		for _, reached := range []model.Money{x.least, x.most} {
			if got, err := plan.SetMonth(p, 0, 4, reached); err != nil || plan.MonthsOf(got, 0)[4] != reached {
				t.Errorf("%s: %d is not reached: %v", name, reached, err)
			}
		}
	}
}

// Whatever is typed in turn, each month is what was typed last, or what it was when that was
// refused; the months add up to the year, and year and pot to the budget.
func TestTypedMonthsStayAsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := model.Money(rapid.Int64Range(0, 1e9).Draw(t, "year"))
		p := oneChannel(year, year+model.Money(rapid.Int64Range(0, 1e9).Draw(t, "pot")))
		p.Start += model.Month(rapid.IntRange(0, 11).Draw(t, "start"))
		p.Channels[0].Calendar.Kind = model.BySeason
		want := plan.MonthsOf(p, 0)
		for range rapid.IntRange(1, 8).Draw(t, "n") {
			month := rapid.IntRange(0, 11).Draw(t, "month")
			typed := model.Money(rapid.Int64Range(0, 2e9).Draw(t, "typed"))
			next, err := plan.SetMonth(p, 0, month, typed)
			if err == nil {
				want[month] = typed
			}
			if p = next; plan.MonthsOf(p, 0) != want {
				t.Fatalf("the months are %v, not %v", plan.MonthsOf(p, 0), want)
			}
			if model.Sum(want[:]) != p.Channels[0].Amount || p.Pot() < 0 {
				t.Fatalf("%v is not %d, the pot %d", want, p.Channels[0].Amount, p.Pot())
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
	if months = plan.MonthsOf(plan.SpendIn(p, 0, on), 0); months[4] != model.Euro(1200) ||
		months[0] != model.Euro(1200) {
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
