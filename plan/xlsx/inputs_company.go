package xlsx

// What may be changed of the company.

import (
	"fmt"
	"math"

	"arringa/model"
	"arringa/templates"
)

// company adds the scenario, the budget and the company's figures.
func (l *inputList) company(p model.Plan) {
	w := l.words
	number := func(name, label string, least, most float64, at func(c *model.Company) *model.Number) {
		l.number(name, label, least, most, func(p *model.Plan) *model.Number { return at(&p.Company) })
	}
	l.choice(p)
	l.money("budget", w.BudgetTotal, func(p *model.Plan) *model.Money { return &p.Budget })
	l.amount("first_order", w.FirstOrder, func(p *model.Plan) *model.Amount { return &p.Company.FirstOrder })
	l.amount("order", w.Order, func(p *model.Plan) *model.Amount { return &p.Company.Order })
	number("orders_per_year", w.OrdersPerYear, 0, model.MaxOrdersPerYear,
		func(c *model.Company) *model.Number { return &c.OrdersPerYear })
	number("years", w.Years, 0, 100, func(c *model.Company) *model.Number { return &c.Years })
	number("margin", w.Margin, 0, 1, func(c *model.Company) *model.Number { return &c.Margin })
	l.ranged("conversion", w.Conversion, 1, func(p *model.Plan) *model.Range { return &p.Company.Conversion })
	number("sales_cycle", w.SalesCycle, 0, model.MaxDelay,
		func(c *model.Company) *model.Number { return &c.SalesCycleMonths })
	for i, x := range p.Company.Baseline {
		number(fmt.Sprintf("baseline_%d", i+1), w.Baseline+": "+sourceOf(l.say, x), 0, model.MaxPerMonth,
			func(c *model.Company) *model.Number { return &c.Baseline[i].PerMonth })
	}
	l.share("vat_rate", w.VATRate, func(p *model.Plan) *float64 { return &p.Company.VAT.Rate })
	l.share("vat_recovered", w.VATRecovered, func(p *model.Plan) *float64 { return &p.Company.VAT.Recovered })
	l.add(input{name: "season", label: w.Season, cells: 12, most: model.MaxSeason, whole: true,
		get: func(p *model.Plan, m int) (float64, bool) { return float64(p.Company.Season[turned(p, m)]), true },
		set: func(p *model.Plan, m int, v float64) { p.Company.Season[turned(p, m)] = int64(math.Round(v)) },
	})
}

// sourceOf is where customers come from by themselves, in words.
func sourceOf(t *templates.Texts, x model.Baseline) string {
	if f, ok := t.Company.Baseline[x.From]; ok {
		return f.Label
	}
	return x.From
}
