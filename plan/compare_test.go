package plan_test

import (
	"testing"

	"arringa/model"
	"arringa/plan"

	"pgregory.net/rapid"
)

func TestAPlanDoesNotDifferFromItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		c := plan.Compare(p, p.Clone())
		if len(c.Assumptions) > 0 || c.Total[0] != c.Total[1] || c.Budget[0] != c.Budget[1] {
			t.Fatalf("%+v", c.Assumptions)
		}
		for _, x := range c.Channels {
			if x.Amount[0] != x.Amount[1] || x.Yields[0] != x.Yields[1] || !x.In[0] || !x.In[1] {
				t.Fatalf("%+v", x)
			}
		}
	})
}

func TestEachChangedAssumptionIsFoundWhereItIs(t *testing.T) {
	own := model.AsAssumed()
	own.ID = "own-1"
	for field, change := range map[string]func(p *model.Plan){
		"start":                       func(p *model.Plan) { p.Start++ },
		"months":                      func(p *model.Plan) { p.Months = 24 },
		"scenario":                    func(p *model.Plan) { p.Scenario = plan.Prudent },
		"scenarios":                   func(p *model.Plan) { p.Scenarios[0].Order = 0.9 },
		"first_order":                 func(p *model.Plan) { p.Company.FirstOrder.Cents++ },
		"order":                       func(p *model.Plan) { p.Company.Order.Origin = model.Judgement },
		"orders_per_year":             func(p *model.Plan) { p.Company.OrdersPerYear.Value = 3 },
		"years":                       func(p *model.Plan) { p.Company.Years.Value = 3 },
		"margin":                      func(p *model.Plan) { p.Company.Margin.Value = 0.3 },
		"sales_cycle_months":          func(p *model.Plan) { p.Company.SalesCycleMonths.Value = 3 },
		"baseline":                    func(p *model.Plan) { p.Company.Baseline[0].PerMonth.Value = 3 },
		"season":                      func(p *model.Plan) { p.Company.Season[3] = 30 },
		"vat":                         func(p *model.Plan) { p.Company.VAT.Recovered = 0 },
		"revenue":                     func(p *model.Plan) { p.Company.Revenue.Cents = 5 },
		"salary":                      func(p *model.Plan) { p.Role = &model.Role{Salary: amount(30000)} },
		"a kind":                      func(p *model.Plan) { p.Channels[0].Kind = model.Local },
		"a at_least_cents":            func(p *model.Plan) { p.Channels[0].AtLeast = 5 },
		"a at_most_cents":             func(p *model.Plan) { p.Channels[0].AtMost = 5 },
		"a threshold_cents":           func(p *model.Plan) { p.Channels[0].Threshold = 5 },
		"a calendar":                  func(p *model.Plan) { p.Channels[0].Calendar.Kind = model.BySeason },
		"a reference_cents_per_month": func(p *model.Plan) { p.Channels[0].Figures.Reference++ },
		"a contacts_per_month":        func(p *model.Plan) { p.Channels[0].Figures.Contacts.High++ },
		"a doubling_gain":             func(p *model.Plan) { p.Channels[0].Figures.Gain.Value = 0.4 },
		"a half_life_months":          func(p *model.Plan) { p.Channels[0].Figures.HalfLife.Value = 0.4 },
		"a conversion":                func(p *model.Plan) { r := around(0.3); p.Channels[0].Figures.Conversion = &r },
		"a conversion_index":          func(p *model.Plan) { p.Channels[0].Figures.ConversionIndex.Value = 2 },
		"a delay_months":              func(p *model.Plan) { n := number(2); p.Channels[0].Figures.Delay = &n },
		"a delay_factor":              func(p *model.Plan) { p.Channels[0].Figures.DelayFactor.Value = 2 },
		"a last_year":                 func(p *model.Plan) { p.Channels[0].LastYear.Spend = 2 },
	} {
		p := hand(channel("b", 6000), channel("a", 12000))
		p.Channels[0], p.Channels[1] = p.Channels[1], p.Channels[0]
		p.Scenarios, p.Scenario = []model.Scenario{own}, "own-1"
		q := p.Clone()
		change(&q)
		got := plan.Compare(p, q).Assumptions
		if len(got) != 1 {
			t.Errorf("%s: %+v", field, got)
			continue
		}
		name := got[0].Field
		if got[0].Channel != "" {
			name = string(got[0].Channel) + " " + name
		}
		if name != field {
			t.Errorf("%s was found as %s", field, name)
		}
	}
}

// A plan with half as many contacts on one channel, another channel instead of the second,
// and more money on the first: amounts and results stand side by side.
func TestTwoPlansSideBySide(t *testing.T) {
	p := hand(channel("a", 12000), channel("b", 12000))
	q := hand(channel("a", 24000), channel("c", 6000))
	q.Budget = model.Euro(30000)
	q.Channels[0].Figures.Contacts = around(5)
	c := plan.Compare(p, q)
	if len(c.Channels) != 3 || c.Channels[1].In != [2]bool{true, false} || c.Channels[2].In != [2]bool{false, true} {
		t.Fatalf("%+v", c.Channels)
	}
	if c.Budget != [2]model.Money{model.Euro(24000), model.Euro(30000)} || c.Given[1] != model.Euro(30000) ||
		c.Channels[0].Amount[1] != model.Euro(24000) {
		t.Errorf("%v %v %v", c.Budget, c.Given, c.Channels[0].Amount)
	}
	near(t, "first, in A", c.Channels[0].Yields[0].More.Contacts, 120)
	near(t, "first, in B", c.Channels[0].Yields[1].More.Contacts, 12*7.5)
	near(t, "all, in A", c.Total[0].More.Customers, 48)
	if len(c.Assumptions) != 1 || c.Assumptions[0].A[1].X != 10 || c.Assumptions[0].B[1].X != 5 ||
		c.Assumptions[0].Origins[0] != model.Judgement {
		t.Errorf("%+v", c.Assumptions)
	}
}
