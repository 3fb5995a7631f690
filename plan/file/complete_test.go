package file_test

import (
	"testing"

	"arringa/model"
	"arringa/templates"
)

func TestTheShortestPlanIsCompletedFromTheTables(t *testing.T) {
	p := decode(t, []byte(`{"schema": 1, "start": "2027-01", "company": {"sector": "machinery"}, "budget_cents": 5000000,
		"channels": [{"id": "fairs_italy", "amount_cents": 3000000}]}`))
	sector, _ := templates.FindSector("machinery")
	usual := templates.NewCompany(sector)
	if p.Language != "it" || p.Currency != "EUR" || p.Months != 12 || p.Sliders != model.FromPot ||
		p.Scenario != model.Base {
		t.Errorf("the plan itself: %+v", p)
	}
	c := p.Company
	if c.Kind != model.B2B || c.FirstOrder.Cents != 14000000 || c.Order.Cents != 14000000 || c.Season != usual.Season ||
		c.VAT.Rate != 0.22 || c.VAT.Recovered != 1 {
		t.Errorf("the company: %+v", c)
	}
	want, _ := templates.NewChannel("fairs_italy", usual)
	got := p.Channels[0]
	if got.Threshold != want.Threshold || got.Figures.Reference != want.Figures.Reference ||
		got.Figures.Contacts.Base != want.Figures.Contacts.Base || got.Calendar.Kind != model.Even {
		t.Errorf("the channel: %+v", got)
	}
}

func TestAFigureWithoutAnOriginIsAnEstimateAndIsKept(t *testing.T) {
	p := decode(t, []byte(`{"schema": 1, "start": "2027-01", "company": {"sector": "machinery", "margin": {"value": 0.31}, "order": {"cents": 50000}},
		"channels": [{"id": "website", "figures": {"doubling_gain": {"value": 0.2}, "conversion": {"low": 0.01, "base": 0.02, "high": 0.03}}}]}`))
	f := p.Channels[0].Figures
	if m := p.Company.Margin; m.Value != 0.31 || m.Origin != model.Judgement {
		t.Errorf("margin %+v", m)
	}
	if o := p.Company.FirstOrder; o.Cents != 50000 || o.Origin != model.Judgement {
		t.Errorf("the first order is not taken from the others: %+v", o)
	}
	if f.Gain.Value != 0.2 || f.Gain.Origin != model.Judgement || f.Conversion.Base != 0.02 ||
		f.Conversion.Origin != model.Judgement {
		t.Errorf("figures %+v", f)
	}
}

func TestAnUnrecoveredVATOfZeroIsNotTakenForLeftOut(t *testing.T) {
	text := func(vat string) []byte {
		return []byte(`{"schema": 1, "start": "2027-01", "company": {"sector": "dental_clinic"` + vat + `}}`)
	}
	for _, x := range []struct {
		vat             string
		rate, recovered float64
	}{
		{``, 0.22, 0}, // what the sector usually does
		{`, "vat": {"rate": 0, "recovered": 0}`, 0, 0},
		{`, "vat": {"recovered": 0.5}`, 0.22, 0.5},
		{`, "vat": {"rate": 0.1}`, 0.1, 0},
	} {
		if got := decode(t, text(x.vat)).Company.VAT; got.Rate != x.rate || got.Recovered != x.recovered {
			t.Errorf("%q: %+v", x.vat, got)
		}
	}
}

func TestAChannelGetsTheFiguresOfItsOwnKindOfSale(t *testing.T) {
	p := decode(t, []byte(`{"schema": 1, "start": "2027-01", "company": {"sector": "machinery"},
		"channels": [{"id": "newsletter", "kind": "orders"}]}`))
	want, _ := templates.FiguresOf("newsletter", model.Orders)
	if got := p.Channels[0].Figures.Reference; got != model.Euro(want.ReferenceSpend) {
		t.Errorf("reference %d, want that of orders", got)
	}
}

// A company that sells online says that all its contacts become customers: they are
// orders. Requests to the same company are not.
func TestRequestsToAnOnlineShopDoNotAllBecomeCustomers(t *testing.T) {
	p := decode(t, []byte(`{"schema": 1, "start": "2027-01", "company": {"sector": "fashion_ecommerce"},
		"channels": [{"id": "fairs_italy"}, {"id": "newsletter", "kind": "b2b"}, {"id": "own-1", "kind": "local", "figures": {
			"reference_cents_per_month": 1000, "contacts_per_month": {"low": 1, "base": 2, "high": 3}, "doubling_gain": {"value": 1}, "half_life_months": {"value": 1}}}]}`))
	for _, c := range p.Channels {
		if v := c.ConversionOf(p.Company).Base; v <= 0 || v > 0.5 {
			t.Errorf("%s: %g of its contacts become customers", c.ID, v)
		}
	}
}

func TestRowsWrittenByHandGetTheUsualRule(t *testing.T) {
	p := decode(t, []byte(`{"schema": 1, "start": "2027-01", "company": {"sector": "machinery"},
		"role": {"salary": {"cents": 4000000}, "tasks": [{"name": "testi", "hours_per_month": {"value": 20}}]},
		"trials": [{"channel": "linkedin_ads", "start": "2027-02", "months": 4, "budget_cents": 300000, "cost_to_beat_cents": 30000}],
		"history": [{"channel": "website", "from": "2026-03", "spend_cents": 90000}], "presence": [{"assistant": "ChatGPT", "prompt": "blind_best"}]}`))
	if r := p.Role; r.Salary.Origin != model.Judgement || r.Tools.Origin != "" ||
		r.Tasks[0].Hours.Origin != model.Judgement || r.StopsShare() != 1 {
		t.Errorf("role %+v", r)
	}
	if x := p.Trials[0]; x.Precision != 0.3 || x.ScaleAt != 0.8 || x.StopAt != 0.2 {
		t.Errorf("test %+v", x)
	}
	if p.History[0].Months != 1 || p.Presence[0].Run != 1 {
		t.Errorf("%+v %+v", p.History[0], p.Presence[0])
	}
}

func TestAScenarioChangesOnlyWhatItNames(t *testing.T) {
	p := decode(t, []byte(`{"schema": 1, "start": "2027-01", "company": {"sector": "machinery"}, "scenarios": [
		{"id": "own-1", "cost": {"by": 1.2}, "channels": [{"channel": "website", "results": {"by": 0.8, "gradual": true}}]},
		{"id": "own-2", "results": {"by": 0}, "order_value": 0, "baseline_customers": 0.5}]}`))
	same, a, b := model.Multiplier{By: 1}, p.Scenarios[0], p.Scenarios[1]
	if a.Results != same || a.Cost.By != 1.2 || a.Order != 1 || a.Baseline != 1 || a.Channels[0].Cost != same ||
		a.Channels[0].Results.By != 0.8 {
		t.Errorf("%+v", a)
	}
	if b.Results.By != 0 || b.Cost != same || b.Order != 0 || b.Baseline != 0.5 {
		t.Errorf("%+v", b)
	}
}
