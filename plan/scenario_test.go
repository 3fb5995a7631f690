package plan_test

import (
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
)

// examples are the plans that come with the program, by name.
func examples(t testing.TB) map[string]model.Plan {
	all := map[string]model.Plan{}
	for _, e := range templates.Examples() {
		p, err := file.Decode(e.Plan)
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name] = p
	}
	return all
}

func TestEveryPlanHasSixScenarios(t *testing.T) {
	p := hand(channel("seo", 6000), channel("search_ads", 12000))
	want := []model.ScenarioID{plan.Prudent, model.Base, plan.Ambitious, plan.AIErosion, plan.CostsRise, plan.Nobody}
	got := plan.BuiltIn(p)
	if len(got) != len(want) {
		t.Fatalf("%d scenarios", len(got))
	}
	for i, id := range want {
		if got[i].ID != id || plan.FindScenario(p, id).ID != id {
			t.Errorf("scenario %d is %q, want %q", i, got[i].ID, id)
		}
		p.Scenarios = []model.Scenario{got[i]}
		for _, x := range p.Problems() {
			if len(x.Place) > 9 && x.Place[:9] == "scenarios" {
				t.Errorf("%s: %+v", id, x)
			}
		}
		p.Scenarios = nil
	}
	if s := plan.FindScenario(p, "no such"); s.ID != model.Base {
		t.Errorf("unknown scenario is %q", s.ID)
	}
}

func TestAScenarioOfOnesOwnComesBeforeTheBuiltInOne(t *testing.T) {
	p := hand(channel("seo", 6000))
	own := model.AsAssumed()
	own.ID, own.Order = plan.Prudent, 0.5
	p.Scenarios = []model.Scenario{own}
	p.Scenario = plan.Prudent
	if s := plan.ScenarioOf(p); s.Order != 0.5 {
		t.Errorf("got %+v", s)
	}
}

// Two years at -7 %: 0.93² = 0.8649 of the clicks are left at the end, 1 − 0.1351·m/24 in
// month m. Without carryover and at 1,000 € a month the 10 contacts a month become
// 10·(24 − 0.1351·(1+…+24)/24) = 10·(24 − 0.1351·12.5).
func TestAIErosionTakesOrganicClicksLittleByLittle(t *testing.T) {
	p := hand(channel("seo", 12000), channel("website", 12000))
	p.Months = 24
	o := plan.Forecast(p, plan.FindScenario(p, plan.AIErosion))
	near(t, "seo", o.Channels[0].More.Contacts, 10*(24-0.1351*12.5))
	near(t, "website", o.Channels[1].More.Contacts, 240)
	worst := plan.Erode(p, plan.ErosionHigh)
	near(t, "the worst reading", worst.Channels[0].Results.By, 0.82*0.82)
}

func TestWhenCostsRiseAuctionsRiseMost(t *testing.T) {
	p := hand(channel("fairs_italy", 12000), channel("search_ads", 12000))
	s := plan.FindScenario(p, plan.CostsRise)
	_, fairs := s.On("fairs_italy")
	_, ads := s.On("search_ads")
	// 1.208^(1/9) and (70.11/41.40)^(1/4), as published.
	if math.Abs(fairs.By-math.Pow(1.208, 1.0/9)) > 5e-4 || math.Abs(ads.By-math.Pow(70.11/41.40, 0.25)) > 5e-4 {
		t.Errorf("fairs %v, ads %v", fairs.By, ads.By)
	}
	o := plan.Forecast(p, s)
	if !(o.Channels[1].More.Contacts < o.Channels[0].More.Contacts && o.Channels[0].More.Contacts < 120) {
		t.Errorf("%v and %v", o.Channels[0].More.Contacts, o.Channels[1].More.Contacts)
	}
}

func TestWithNobodyThereNothingIsSpentAndNothingIsClaimed(t *testing.T) {
	c := channel("seo", 12000)
	c.LastYear.Spend, c.Figures.HalfLife = model.Euro(12000), number(6)
	p := hand(c)
	o := plan.Forecast(p, plan.FindScenario(p, plan.Nobody))
	if o.Total.Spend != 0 || o.Total.More.Contacts != 0 || o.Total.Zero.Contacts <= 0 {
		t.Errorf("%+v", o.Total)
	}
}

// Prudent and ambitious are what they say: near the 10th and the 90th percentile of the
// plan's contacts, for plans of some channels.
func TestPrudentAndAmbitiousAreNearTheTenthAndTheNinetiethPercentile(t *testing.T) {
	for name, p := range examples(t) {
		r := plan.Uncertainty(p, model.AsAssumed()).Contacts
		for _, x := range []struct {
			id   model.ScenarioID
			want float64
		}{{plan.Prudent, r.Low}, {plan.Ambitious, r.High}} {
			got := plan.Forecast(p, plan.FindScenario(p, x.id)).Total.More.Contacts
			t.Logf("%s, %s: %.1f, percentile %.1f", name, x.id, got, x.want)
			if math.Abs(got/x.want-1) > 0.05 {
				t.Errorf("%s, %s: %.1f contacts, want about %.1f", name, x.id, got, x.want)
			}
		}
	}
}

func TestTheEvidenceBehindAScenarioIsInTheTable(t *testing.T) {
	known := map[string]bool{}
	for _, e := range templates.EvidenceTable() {
		known[e.ID] = true
	}
	for _, id := range []model.ScenarioID{plan.AIErosion, plan.CostsRise, plan.Nobody} {
		behind := plan.ScenarioEvidence(id)
		if len(behind) == 0 {
			t.Errorf("%s rests on nothing", id)
		}
		for _, e := range behind {
			if !known[e] {
				t.Errorf("%s: no evidence %q", id, e)
			}
		}
	}
	for _, e := range plan.Reckoning(hand()).Evidence {
		if !known[e] {
			t.Errorf("the reckoning rests on %q, which is not in the table", e)
		}
	}
	if e := plan.ScenarioEvidence(plan.Prudent); e != nil {
		t.Errorf("prudent rests on the plan's own ranges, not on %v", e)
	}
}
