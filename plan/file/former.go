package file

import (
	"bytes"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"

	"github.com/go-json-experiment/json"
)

// fromFirst brings a plan of the first format to the second. The first knew no additional
// share, so that all that a channel counted was claimed: Complete fills in the catalogue's. It
// also put the sector's usual revenue where nobody had told one; that is taken out again, since a
// promise must not be weighed by a revenue that was made up.
func fromFirst(p *model.Plan) {
	r := &p.Company.Revenue
	if s, ok := templates.FindSector(p.Company.Sector); ok && r.Origin == model.Judgement &&
		r.Cents == model.Euro(s.Revenue) {
		r.Cents = 0
	}
}

// formerNotes say which figures of a plan of the first format moved, and why: data is the file, p
// the plan that was made of it. None of a plan of today's format.
func formerNotes(data []byte, p model.Plan) []model.Problem {
	var was struct {
		Schema  int `json:"schema"`
		Company struct {
			Revenue model.Amount `json:"revenue"`
		} `json:"company"`
	}
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &was); err != nil || was.Schema >= 2 {
		return nil
	}
	var found []model.Problem
	if moved, ok := movedSinceFirst(p); ok {
		found = append(found, model.Problem{Code: model.FormerFormat, Severity: model.Doubt, Step: "budget",
			Values: moved})
	}
	if r := was.Company.Revenue; r.Cents != 0 && p.Company.Revenue.Cents == 0 {
		found = append(found, model.Problem{Code: model.FormerRevenue, Severity: model.Doubt, Step: "company",
			Values: map[string]any{"was": r.Cents}})
	}
	return found
}

// movedSinceFirst is what the first format said of a plan and what is said now: then all that the
// channels counted was claimed, as far as the contacts arrived within the plan's months. False
// where nothing moved.
func movedSinceFirst(p model.Plan) (map[string]any, bool) {
	o := plan.Forecast(p, plan.ScenarioOf(p))
	all, none, now := o.Total.Plan, o.Total.Zero, o.Total.More
	contacts, customers := all.Arrived-none.Arrived, all.Won+all.Open-none.Won-none.Open
	rounded := func(kind model.ValueKind, x float64) model.Value {
		return model.Value{Kind: kind, X: templates.Rounded(x, templates.StepOf(x))}
	}
	return map[string]any{
		"contacts_was": rounded(model.CountValue, contacts), "contacts": rounded(model.CountValue, now.Contacts),
		"customers_was": rounded(model.CountValue, customers), "customers": rounded(model.CountValue, now.Customers),
		"margin_was": rounded(model.MoneyValue, customers*o.FirstYearMargin), "margin": rounded(model.MoneyValue,
			now.Margin),
	}, contacts != now.Contacts
}
