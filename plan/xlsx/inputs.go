package xlsx

import (
	"math"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// input is a cell that may be edited: where its figure lives in the plan.
type input struct {
	name, field string
	channel     model.ChannelID
	get         func(model.Plan) float64
	set         func(*model.Plan, float64)
	text        func(model.Plan) string // of an input that is a text
	setText     func(*model.Plan, string)
}

// inputs are the cells of a plan's workbook that may be edited, by the names that Write
// gives them.
func inputs(p model.Plan) []input {
	cents := func(v float64) model.Money { return model.Money(math.Round(v * 100)) }
	money := func(name, field string, at func(*model.Plan) *model.Money) input {
		return input{name: name, field: field, get: func(p model.Plan) float64 { return euros(float64(*at(&p))) }, set: func(p *model.Plan, v float64) { *at(p) = cents(v) }}
	}
	amount := func(name string, at func(*model.Plan) *model.Amount) input {
		return input{name: "in_" + name, field: name, get: func(p model.Plan) float64 { return euros(float64(at(&p).Cents)) },
			set: func(p *model.Plan, v float64) { at(p).Cents, at(p).Origin = cents(v), model.Own }}
	}
	number := func(name, field string, at func(*model.Plan) *model.Number) input {
		return input{name: name, field: field, get: func(p model.Plan) float64 { return at(&p).Value },
			set: func(p *model.Plan, v float64) { at(p).Value, at(p).Origin = v, model.Own }}
	}
	share := func(name, field string, at func(*model.Plan) *float64) input {
		return input{name: name, field: field, get: func(p model.Plan) float64 { return *at(&p) }, set: func(p *model.Plan, v float64) { *at(p) = v }}
	}
	list := []input{
		money("in_budget", "budget", func(p *model.Plan) *model.Money { return &p.Budget }),
		amount("first_order", func(p *model.Plan) *model.Amount { return &p.Company.FirstOrder }),
		amount("order", func(p *model.Plan) *model.Amount { return &p.Company.Order }),
		number("in_orders_per_year", "orders_per_year", func(p *model.Plan) *model.Number { return &p.Company.OrdersPerYear }),
		number("in_years", "years", func(p *model.Plan) *model.Number { return &p.Company.Years }),
		number("in_margin", "margin", func(p *model.Plan) *model.Number { return &p.Company.Margin }),
		share("in_vat_rate", "vat_rate", func(p *model.Plan) *float64 { return &p.Company.VAT.Rate }),
		share("in_vat_recovered", "vat_recovered", func(p *model.Plan) *float64 { return &p.Company.VAT.Recovered }),
		scenarioInput(),
	}
	for i, c := range p.Channels {
		list = append(list, channelInputs(i, c, money, number)...)
	}
	if p.Role != nil {
		role := func(at func(*model.Role) *model.Amount, name string) input {
			return amount(name, func(p *model.Plan) *model.Amount { return at(p.Role) })
		}
		list = append(list,
			role(func(r *model.Role) *model.Amount { return &r.Salary }, "role_salary"),
			number("in_role_company_cost", "role_company_cost", func(p *model.Plan) *model.Number { return &p.Role.CompanyCost }),
			number("in_role_share", "role_share", func(p *model.Plan) *model.Number { return &p.Role.Share }),
			role(func(r *model.Role) *model.Amount { return &r.Tools }, "role_tools"))
	}
	return list
}

// scenarioInput is the scenario chosen, by the name that it has in the book's language.
func scenarioInput() input {
	name := func(p model.Plan, s model.Scenario) string {
		if text, ok := templates.Language(p.Language).Command.Scenarios[string(s.ID)]; ok {
			return text
		}
		return s.Name
	}
	return input{
		name: "in_scenario", field: "scenario", text: func(p model.Plan) string { return name(p, plan.ScenarioOf(p)) },
		setText: func(p *model.Plan, text string) {
			for _, s := range append(plan.BuiltIn(*p), p.Scenarios...) {
				if strings.EqualFold(name(*p, s), text) {
					p.Scenario = s.ID
				}
			}
		},
	}
}

func channelInputs(i int, c model.Channel, money func(string, string, func(*model.Plan) *model.Money) input, number func(string, string, func(*model.Plan) *model.Number) input) []input {
	name := func(field string) string { return "in_c" + strconv.Itoa(i+1) + "_" + field }
	at := func(p *model.Plan) *model.Channel { return &p.Channels[i] }
	list := []input{
		money("in_amount_"+strconv.Itoa(i+1), "amount", func(p *model.Plan) *model.Money { return &at(p).Amount }),
		money(name("reference"), "reference", func(p *model.Plan) *model.Money { return &at(p).Figures.Reference }),
		{name: name("contacts"), field: "contacts", get: func(p model.Plan) float64 { return p.Channels[i].Figures.Contacts.Base },
			set: func(p *model.Plan, v float64) { at(p).Figures.Contacts = moved(at(p).Figures.Contacts, v) }},
		number(name("gain"), "gain", func(p *model.Plan) *model.Number { return &at(p).Figures.Gain }),
		number(name("half_life"), "half_life", func(p *model.Plan) *model.Number { return &at(p).Figures.HalfLife }),
		money(name("last_year"), "last_year", func(p *model.Plan) *model.Money { return &at(p).LastYear.Spend }),
		money(name("threshold"), "threshold", func(p *model.Plan) *model.Money { return &at(p).Threshold }),
	}
	if c.Kind != model.Orders {
		list = append(list,
			input{name: name("conversion"), field: "conversion", get: func(p model.Plan) float64 { return p.Channels[i].ConversionOf(p.Company).Base },
				set: func(p *model.Plan, v float64) {
					r := moved(at(p).ConversionOf(p.Company), v)
					r.High = min(r.High, 1)
					at(p).Figures.Conversion = &r
				}},
			input{name: name("delay"), field: "delay", get: func(p model.Plan) float64 { return p.Channels[i].DelayOf(p.Company).Value },
				set: func(p *model.Plan, v float64) { at(p).Figures.Delay = &model.Number{Value: v, Origin: model.Own} }})
	}
	for k := range list {
		list[k].channel = c.ID
	}
	return list
}

// moved is a range whose base was edited: low and high keep their distance to it, as shares.
func moved(r model.Range, base float64) model.Range {
	if r.Base > 0 {
		r.Low, r.High = r.Low*base/r.Base, r.High*base/r.Base
	} else {
		r.Low, r.High = base, base
	}
	r.Base, r.Origin = base, model.Own
	return r
}
