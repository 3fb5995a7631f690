package board_test

import (
	"fmt"
	"math/rand/v2"

	"arringa/model"
	"arringa/templates"
)

// generated is a plan of a sector that is hard to speak of, always the same for a seed.
func generated(sector templates.Sector, seed int) model.Plan {
	d := rand.New(rand.NewPCG(uint64(seed), 13))
	p := templates.NewPlan(sector, "it", 2027*12+model.Month(d.IntN(12)), 0)
	p.Name, p.Months = "Piano", []int{12, 18, 24, 36}[d.IntN(4)]
	if n := 1 + d.IntN(5); n < len(p.Channels) {
		d.Shuffle(len(p.Channels), func(a, b int) { p.Channels[a], p.Channels[b] = p.Channels[b], p.Channels[a] })
		p.Channels = p.Channels[:n]
	}
	if d.IntN(2) == 0 {
		p.Company.Revenue.Cents = model.Euro(sector.Revenue)
	}
	cycle := &p.Company.SalesCycleMonths
	cycle.Value = min(cycle.Value*[]float64{0, 1, 2, 9}[d.IntN(4)], 30)
	if d.IntN(3) == 0 {
		p.Company.VAT.Recovered = d.Float64()
	}
	luck := []float64{0, 0.05, 0.5, 1, 1, 2}[d.IntN(6)] // of nobody coming, of a loss, and of a gain
	spends, locks := d.IntN(8) > 0, d.IntN(5) == 0
	for i := range p.Channels {
		furnish(d, &p.Channels[i], luck, spends, p.Budget/model.Money(len(p.Channels)))
		p.Channels[i].Locked = locks || d.IntN(6) == 0
	}
	p.Budget = p.Allocated() + []model.Money{0, model.Euro(4000), p.Allocated() / 2}[d.IntN(3)]
	if d.IntN(3) == 0 {
		p.Company.Order.Cents = p.Company.Order.Cents / 300 * 100
	}
	for _, from := range model.BaselineSources[:d.IntN(4)] {
		monthly := model.Number{Value: float64(d.IntN(12)) / 4, Origin: model.Own}
		p.Company.Baseline = append(p.Company.Baseline, model.Baseline{From: from, PerMonth: monthly})
	}
	beside(d, &p)
	return p
}

// furnish is what a channel is given, what it brings and what is known of it.
func furnish(d *rand.Rand, c *model.Channel, luck float64, spends bool, most model.Money) {
	n := &c.Figures.Contacts
	n.Low, n.Base, n.High = n.Low*luck, n.Base*luck, n.High*luck
	if spends && d.IntN(6) > 0 {
		c.Amount = (most/2 + model.Money(d.Int64N(int64(most)+1))) / 100 * 100
	}
	if d.IntN(6) == 0 {
		c.Figures.Gain.Value = model.LinearGain
	}
	if d.IntN(2) == 0 {
		c.LastYear.Spend = model.Euro(1 + d.Int64N(20_000))
		if d.IntN(2) == 0 {
			contacts, customers := float64(d.IntN(90)), float64(d.IntN(9))
			c.LastYear.Contacts, c.LastYear.Customers = &contacts, &customers
		}
	}
	if d.IntN(3) == 0 {
		c.Reason.Claim, c.Reason.StopRule = "Perché sì.", "Basta così."
	}
	if d.IntN(3) == 0 {
		c.Reason.Review = model.Date(fmt.Sprintf("2027-%02d-15", 1+d.IntN(12)))
	}
	if c.ID == "sales_agents" {
		c.Name = "Agenti in Spagna"
	}
}

// beside is what a plan may have beside its channels: a role, tests, grants, AI answers, a year
// that has begun.
func beside(d *rand.Rand, p *model.Plan) {
	if d.IntN(2) == 0 {
		number := func(x float64) model.Number { return model.Number{Value: x, Origin: model.Own} }
		salary := model.Amount{Cents: model.Euro(34_000), Origin: model.Own}
		p.Role = &model.Role{Salary: salary, CompanyCost: number(1.4), Share: number(d.Float64())}
		if d.IntN(2) == 0 {
			stops := number(0.6)
			p.Role.Stops = &stops
		}
		p.Role.Tasks = []model.Task{{
			Name: "Newsletter", Hours: number(20), GivenBack: number(float64(d.IntN(9))), Correction: number(1),
			Outside: model.Amount{Cents: model.Euro(d.Int64N(5000)), Origin: model.Own},
		}}
	}
	for range d.IntN(3) {
		t := model.NewTrial(p.Channels[d.IntN(len(p.Channels))].ID, p.Start)
		t.Months, t.Budget, t.CostToBeat = 1+d.IntN(6), model.Euro(1+d.Int64N(9000)), model.Euro(d.Int64N(300))
		if d.IntN(2) == 0 {
			t.Result = &model.TrialResult{Spend: t.Budget, Contacts: new(float64(d.IntN(30)))}
			t.Decision = []model.Decision{model.Scale, model.Hold, model.Stop}[d.IntN(3)]
		}
		p.Trials = append(p.Trials, t)
	}
	if d.IntN(3) == 0 {
		p.Grants = []model.Grant{{Name: "Bando", Amount: model.Euro(1 + d.Int64N(9000))}}
	}
	for range d.IntN(3) {
		run := model.PresenceRun{Run: 1, Date: "2027-01-10", Assistant: "A", Prompt: "x", Named: d.IntN(2) == 0}
		run.Competitors = []string{"Rossi"}
		p.Presence = append(p.Presence, run)
	}
	if d.IntN(3) == 0 {
		spend, contacts := model.Euro(900), float64(d.IntN(20))
		p.Actuals = []model.Actual{{Channel: p.Channels[0].ID, Month: p.Start, Spend: &spend, Contacts: &contacts}}
	}
}
