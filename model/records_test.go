package model_test

import (
	"reflect"
	"testing"

	"arringa/model"
)

// full is a plan with a row of every kind.
func full() model.Plan {
	spend, n := model.Euro(900), 12.0
	return model.Plan{
		Role: &model.Role{
			Salary:      model.Amount{Cents: model.Euro(36000), Origin: model.Own},
			CompanyCost: model.Number{Value: 1.4, Origin: model.Published, Evidence: []string{"cost-multiplier-it"}},
			Share:       model.Number{Value: 0.5, Origin: model.Own},
			Stops:       &model.Number{Value: 0.8, Origin: model.Judgement},
			Tasks:       []model.Task{{Name: "newsletter", Hours: model.Number{Value: 6, Origin: model.Own}}},
		},
		Trials: []model.Trial{{
			Channel: "newsletter", Budget: model.Euro(1500), Start: model.NewMonth(2027, 3), Months: 3,
			CostToBeat: model.Euro(60),
			Precision:  0.3, ScaleAt: 0.8, StopAt: 0.2, Result: &model.TrialResult{Spend: model.Euro(1400),
				Contacts:  &n,
				Customers: &n}, Decision: model.Scale,
		}},
		Actuals: []model.Actual{{Channel: "newsletter", Month: model.NewMonth(2027, 1), Spend: &spend, Contacts: &n}},
		History: []model.Past{{Channel: "newsletter", From: model.NewMonth(2026, 1), Months: 12, Spend: spend,
			Customers: &n}},
		Gap: []model.GapAnswer{{ID: "site_answers", Level: 2}},
		Presence: []model.PresenceRun{{Date: "2026-11-02", Assistant: "x", Prompt: "blind_best", Run: 1,
			Sources: []string{"s"}, Competitors: []string{"c"}}},
		Evidence: []model.Evidence{{ID: "own-1", Claim: "c", Figure: "23", File: "crm.csv"}},
		Grants:   []model.Grant{{Name: "g", Amount: model.Euro(5000)}},
		Events: []model.Event{{Month: model.NewMonth(2027, 5), Kind: model.FairEvent, What: "Ipack-Ima",
			Cost: model.Euro(18000)}},
		Board: model.Board{Questions: []model.BoardQuestion{{ID: "all_to_agency", Hidden: true}}},
	}
}

// problemsOf are the places of the problems of the rows alone.
func problemsOf(p model.Plan) map[string]model.Code {
	bare := map[string]bool{}
	for _, x := range (model.Plan{}).Problems() {
		bare[x.Place] = true
	}
	found := map[string]model.Code{}
	for _, x := range p.Problems() {
		if !bare[x.Place] {
			found[x.Place] = x.Code
		}
	}
	return found
}

func TestRowsThatAreRightHaveNoProblem(t *testing.T) {
	if found := problemsOf(full()); len(found) > 0 {
		t.Errorf("%v", found)
	}
	if found := problemsOf(model.Plan{Role: &model.Role{Tasks: []model.Task{{}}}}); len(found) > 0 {
		t.Errorf("a role that is not told yet: %v", found)
	}
}

func TestEachWrongRowIsFoundWhereItIs(t *testing.T) {
	for place, x := range map[string]struct {
		code  model.Code
		spoil func(*model.Plan)
	}{
		"role.salary.origin":            {model.UnknownValue, func(p *model.Plan) { p.Role.Salary.Origin = "" }},
		"role.company_cost":             {model.OutOfRange, func(p *model.Plan) { p.Role.CompanyCost.Value = 0.9 }},
		"role.share_of_time":            {model.OutOfRange, func(p *model.Plan) { p.Role.Share.Value = 1.1 }},
		"role.stops":                    {model.OutOfRange, func(p *model.Plan) { p.Role.Stops.Value = -0.1 }},
		"role.tasks[0].hours_per_month": {model.OutOfRange, func(p *model.Plan) { p.Role.Tasks[0].Hours.Value = 800 }},
		"trials[0].precision":           {model.OutOfRange, func(p *model.Plan) { p.Trials[0].Precision = 0 }},
		"trials[0].months":              {model.OutOfRange, func(p *model.Plan) { p.Trials[0].Months = 0 }},
		"trials[0].decision":            {model.UnknownValue, func(p *model.Plan) { p.Trials[0].Decision = "x" }},
		"trials[0].result.contacts": {model.OutOfRange,
			func(p *model.Plan) { below := -1.0; p.Trials[0].Result.Contacts = &below }},
		"actuals[1].month": {model.TwiceSame,
			func(p *model.Plan) { p.Actuals = append(p.Actuals, p.Actuals[0]) }},
		"actuals[0].contacts": {model.OutOfRange, func(p *model.Plan) { *p.Actuals[0].Contacts = -1 }},
		"history[0].months":   {model.OutOfRange, func(p *model.Plan) { p.History[0].Months = 13 }},
		"history[0].channel":  {model.NoName, func(p *model.Plan) { p.History[0].Channel = "" }},
		"gap[0].level":        {model.OutOfRange, func(p *model.Plan) { p.Gap[0].Level = 4 }},
		"presence[0].date":    {model.NotADay, func(p *model.Plan) { p.Presence[0].Date = "2026-02-30" }},
		"presence[0].run":     {model.OutOfRange, func(p *model.Plan) { p.Presence[0].Run = 0 }},
		"evidence[1].id": {model.TwiceSame,
			func(p *model.Plan) { p.Evidence = append(p.Evidence, p.Evidence[0]) }},
		"grants[0].amount_cents": {model.OutOfRange, func(p *model.Plan) { p.Grants[0].Amount = -1 }},
		"events[0].kind":         {model.UnknownValue, func(p *model.Plan) { p.Events[0].Kind = "" }},
		"events": {model.TooManyRows,
			func(p *model.Plan) { p.Events = make([]model.Event, model.MaxRows+1) }},
		"board.questions[0].id":    {model.NoName, func(p *model.Plan) { p.Board.Questions[0].ID = "" }},
		"board.questions[0].order": {model.OutOfRange, func(p *model.Plan) { p.Board.Questions[0].Order = -1 }},
	} {
		p := full()
		x.spoil(&p)
		if got := problemsOf(p)[place]; got != x.code {
			t.Errorf("%s: %q, want %q", place, got, x.code)
		}
	}
}

func TestAClonedPlanSharesNoRow(t *testing.T) {
	p, was := full(), full()
	q := p.Clone()
	if !reflect.DeepEqual(p, q) {
		t.Fatal("the copy differs")
	}
	q.Role.Stops.Value, q.Role.Tasks[0].Name = 0, ""
	*q.Trials[0].Result.Contacts = 0
	*q.Trials[0].Result.Customers = 0
	*q.Actuals[0].Spend, *q.Actuals[0].Contacts = 0, 0
	*q.History[0].Customers = 0
	q.Gap[0].Level = 0
	q.Presence[0].Sources[0], q.Presence[0].Competitors[0] = "", ""
	q.Evidence[0].ID, q.Grants[0].Name, q.Events[0].What, q.Board.Questions[0].ID = "", "", "", ""
	if !reflect.DeepEqual(p, was) {
		t.Error("a change of the copy reached the plan")
	}
}

// (1.645/0.3)² = 30.07: thirty-one contacts; (1.645/0.5)² = 10.8.
func TestContactsNeededGrowWithPrecision(t *testing.T) {
	for r, want := range map[float64]float64{0.3: 31, 0.5: 11, 0.1: 271} {
		if got := (model.Trial{Precision: r}).Needed(); got != want {
			t.Errorf("within %g: %g, want %g", r, got, want)
		}
	}
}
