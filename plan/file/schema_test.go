package file_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const schemaPath = "../../docs/plan.schema.json"

// schema is the one that comes with the documentation.
func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fits says why a plan file does not fit the schema; nil if it does.
func fits(t testing.TB, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

// rich is a plan with something in every list, told and not told.
func rich(t testing.TB) model.Plan {
	t.Helper()
	p := example(t, "ricco")
	spend, n := model.Euro(900), 12.0
	own := func(x float64) model.Number { return model.Number{Value: x, Origin: model.Own} }
	stops := own(0.8)
	p.Role = &model.Role{Salary: model.Amount{Cents: spend, Origin: model.Own}, Started: p.Start, Stops: &stops,
		CompanyCost: own(1.4), Tasks: []model.Task{{Name: "newsletter", Hours: own(6)}}}
	p.Trials = []model.Trial{model.NewTrial("newsletter", p.Start), {
		Channel: "newsletter", Budget: spend, Start: p.Start, Months: 3, CostToBeat: spend,
		Precision: 0.3, ScaleAt: 0.8, StopAt: 0.2,
		Result: &model.TrialResult{Spend: spend, Contacts: &n, Customers: &n}, Decision: model.Scale,
	}}
	p.Actuals = []model.Actual{
		{Channel: "newsletter", Month: p.Start, Spend: &spend, Contacts: &n}, {Channel: "seo", Month: p.Start},
	}
	p.History = []model.Past{{Channel: "newsletter", From: p.Start - 12, Months: 12, Spend: spend, Customers: &n}}
	p.Presence = []model.PresenceRun{{Run: 2}, {
		Date: "2026-11-02", Assistant: "x", Prompt: "blind_best", Run: 1, Sources: []string{"s"},
		Competitors: []string{"c"},
	}}
	p.Evidence = []model.Evidence{{ID: "own-1", Claim: "c", Figure: "23", File: "crm.csv"}}
	p.Grants = []model.Grant{{Name: "g", Amount: spend, Date: "2027-02-28"}}
	p.Events = []model.Event{{Month: p.Start, Kind: model.FairEvent, What: "Ipack-Ima", Cost: spend}}
	p.Scenarios = []model.Scenario{{
		ID: "s", Name: "S", Results: model.Multiplier{By: 0.8, Gradual: true}, Cost: model.Multiplier{By: 1.2},
		Order: 1, Baseline: 1,
		Channels: []model.Effect{{Channel: "seo", Results: model.Multiplier{By: 1}, Cost: model.Multiplier{By: 2}}},
	}}
	p.Board.Questions = []model.BoardQuestion{{ID: "own-1", Question: "?", Order: 1, Hidden: true}}
	p.Board.LeftOut, p.Board.Date = []string{"cuts"}, "2026-12-01"
	p.Channels[0].Calendar = model.Calendar{Kind: model.Typed, Weights: &[12]int64{1, 2, 3}}
	p.Channels[0].Figures.Gain = own(model.LinearGain)
	p.Extra = model.Extra{"later": []byte(`{"a": [1]}`)}
	return p
}

func TestEveryPlanThatIsWrittenFitsTheSchema(t *testing.T) {
	s := schema(t)
	plans := map[string][]byte{"rich": encode(t, rich(t))}
	for _, e := range templates.Examples() {
		plans[e.Name], plans[e.Name+" as shipped"] = encode(t, decode(t, e.Plan)), e.Plan
	}
	for _, sector := range templates.Sectors() {
		plans["new, "+sector.ID] = encode(t, templates.NewPlan(sector, "it", model.NewMonth(2027, 1),
			model.Euro(40_000)))
	}
	for _, text := range examplesIn(document(t, "plan-format.md"))[:2] {
		plans[text], plans[text+" completed"] = []byte(text), encode(t, decode(t, []byte(text)))
	}
	for name, data := range plans {
		if err := fits(t, s, data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the program refuses because of one figure or word, the schema refuses too.
func TestTheSchemaRefusesWhatTheProgramRefuses(t *testing.T) {
	s := schema(t)
	for _, x := range []struct{ old, new string }{
		{`"months": 24`, `"months": 40`}, {`"start": "2027-01"`, `"start": "2027-13"`},
		{`"language": "it"`, `"language": "de"`},
		{`"budget_cents": 34500000`, `"budget_cents": -1`}, {`"budget_cents": 34500000`, `"budget_cents": 0.5`},
		{`"margin": {"value": 0.36,`, `"margin": {"value": 1.36,`},
		{`"doubling_gain": {"value": 0.46,`, `"doubling_gain": {"value": 0.97,`},
		{`"origin": "own"`, `"origin": "mia"`}, {`"sliders": "pot"`, `"sliders": "p"`}, {`"schema": 2`, `"schema": 3`},
	} {
		data := edited(t, x.old, x.new)
		if _, err := file.Decode(data); err == nil {
			t.Errorf("the program takes %s", x.new)
		}
		if fits(t, s, data) == nil {
			t.Errorf("the schema takes %s", x.new)
		}
	}
}

// The schema names the members of a plan, and no others.
func TestTheSchemaNamesEveryMember(t *testing.T) {
	data, err := os.ReadFile(schemaPath)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	var compare func(at string, of reflect.Type, node map[string]any)
	compare = func(at string, of reflect.Type, node map[string]any) {
		if name, ok := node["$ref"].(string); ok {
			node = root["$defs"].(map[string]any)[strings.TrimPrefix(name, "#/$defs/")].(map[string]any)
		}
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		switch properties, _ := node["properties"].(map[string]any); {
		case of.Kind() == reflect.Slice && of.Elem().Kind() == reflect.Struct:
			compare(at+"[]", of.Elem(), node["items"].(map[string]any))
		case of.Kind() == reflect.Struct:
			known := map[string]bool{"checksum": at == ""}
			for i := range of.NumField() {
				name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
				if name == "" {
					continue
				}
				known[name] = true
				inner, ok := properties[name].(map[string]any)
				if !ok {
					t.Errorf("%s.%s is not in the schema", at, name)
					continue
				}
				compare(at+"."+name, of.Field(i).Type, inner)
			}
			for name := range properties {
				if !known[name] {
					t.Errorf("%s.%s is in the schema, and no member", at, name)
				}
			}
		}
	}
	compare("", reflect.TypeFor[model.Plan](), root)
}
