package plan_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

var update = flag.Bool("update", false, "write the table of the sectors' defaults anew; look at it before it is kept")

// What the plan that a sector opens on has to keep to, with the budget and revenue that are usual there.
const (
	leastOfCeiling = 0.2 // a plan that hardly adds anything is not worth a year
	mostOfCeiling  = 1.0
	leastReturn    = 0.0 // when all is in: nobody is frightened by a loss that only the defaults make
	leastByEnd     = -0.6
	mostReturn     = 1.5
	mostOfThousand = 5.0
)

// opened is the plan that a sector opens on, weighed by the revenue that is usual there. The
// revenue serves here alone: a manager's plan has none until it is told.
func opened(s templates.Sector) model.Plan {
	p := plan.Opening(templates.NewPlan(s, "it", model.NewMonth(2027, time.January), 0))
	p.Company.Revenue.Cents = model.Euro(s.Revenue)
	return p
}

func TestTheDefaultsOfEverySectorCanBeBelieved(t *testing.T) {
	for _, s := range templates.Sectors() {
		p := opened(s)
		x := plan.PlausibilityOf(p, model.AsAssumed())
		total := plan.Forecast(p, model.AsAssumed()).Total
		byEnd, _ := total.ReturnByEnd()
		for _, bound := range []struct {
			what            string
			is, least, most float64
		}{
			{"of the ceiling", x.OfCeiling(), leastOfCeiling, mostOfCeiling},
			{"return when all is in", x.Return, leastReturn, mostReturn},
			{"return by the end", byEnd, leastByEnd, mostReturn},
			{"first thousand", x.FirstThousand, 0, mostOfThousand},
			{"months", float64(p.Months), s.SalesCycleMonths + 12, model.MaxMonths},
		} {
			if !(bound.is >= bound.least && bound.is <= bound.most) {
				t.Errorf("%s: %s %g, not between %g and %g", s.ID, bound.what, bound.is, bound.least, bound.most)
			}
		}
		if x.EnoughKnown && p.Budget > x.Enough.Budget {
			t.Errorf("%s opens on %d cents, and %d are enough", s.ID, p.Budget, x.Enough.Budget)
		}
		for _, problem := range plan.Check(p, plan.Forecast(p, model.AsAssumed())) {
			switch problem.Code {
			case plan.TooGood, plan.LosesMoney, plan.CostsTooMuch, plan.BelowThreshold, plan.MuchInPot:
				t.Errorf("%s opens on a plan with %s %v", s.ID, problem.Code, problem.Channels)
			}
		}
	}
}

// What was published stays as it is; what is judgement costs what the sector's contacts cost.
func TestASectorChangesOnlyWhatIsJudgement(t *testing.T) {
	s, _ := templates.FindSector("home_installers")
	for id, want := range map[model.ChannelID]float64{"search_ads": 17.5, "outdoor": 50 * s.ContactCost} {
		c, _ := templates.NewChannel(id, templates.NewCompany(s))
		near(t, string(id), float64(c.Figures.Reference)/100/c.Figures.Contacts.Base, want)
	}
	if s.ContactCost == 1 {
		t.Error("nothing is tried")
	}
}

// The page's tables are made from the program.
func TestThePageOfTheDefaultsIsTheProgram(t *testing.T) {
	const page, from = "../docs/defaults.md", "\n## The sixteen sectors\n"
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	old := strings.ReplaceAll(string(data), "\r\n", "\n")
	head, _, found := strings.Cut(old, from)
	if !found {
		t.Fatalf("%s has no %q", page, from)
	}
	text := head + from + sectorTable() + howTuned()
	if *update {
		if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if text != old {
		t.Errorf("%s is not what the program has; look at it and write it anew with -update", page)
	}
}

// sectorTable is a line for each sector.
func sectorTable() string {
	var b strings.Builder
	b.WriteString(`
| sector | typical revenue € | budget a year € | months | adds a year, of revenue | at most | of the ceiling |` +
		` return by the end | return when all is in | all in after | first 1,000 € bring | enough € |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- | --: |
`)
	for _, s := range templates.Sectors() {
		p := opened(s)
		x := plan.PlausibilityOf(p, model.AsAssumed())
		o := plan.Forecast(p, model.AsAssumed())
		byEnd, _ := o.Total.ReturnByEnd()
		enough := "over twice the budget"
		if x.EnoughKnown {
			enough = fmt.Sprint(x.Enough.Budget / model.Euro(1))
		}
		fmt.Fprintf(&b, "| `%s` | %d |", s.ID, s.Revenue)
		fmt.Fprintf(&b, " %d (%g %%) | %d |", p.Budget/model.Euro(1), s.MarketingShare, p.Months)
		fmt.Fprintf(&b, " %.1f %% | %.1f %% | %.0f %% |", 100*x.Share, 100*x.Most, 100*x.OfCeiling())
		fmt.Fprintf(&b, " %+.0f %% | %+.0f %% | %d months |", math.Round(100*byEnd), math.Round(100*x.Return), o.AllIn)
		fmt.Fprintf(&b, " %.1f × (`%s`) | %s |\n", x.FirstThousand, x.Channel, enough)
	}
	return b.String()
}

// howTuned says in both languages how each default was brought there.
func howTuned() string {
	var b strings.Builder
	b.WriteString(`
## How each was brought there

| sector | cost of a contact | in Italian | in English |
| --- | --: | --- | --- |
`)
	for _, s := range templates.Sectors() {
		fmt.Fprintf(&b, "| `%s` | %g × | %s | %s |\n", s.ID, s.ContactCost, s.Tuned.It, s.Tuned.En)
	}
	b.WriteString(`
| channel, kind of sale | € a contact: low, base, high | in Italian | in English |
| --- | --- | --- | --- |
`)
	for _, f := range templates.FiguresTable() {
		if f.Tuned.It != "" {
			fmt.Fprintf(&b, "| `%s`, %s | %g, %g, %g |", f.Channel, f.Kind, f.CostLow, f.CostBase, f.CostHigh)
			fmt.Fprintf(&b, " %s | %s |\n", f.Tuned.It, f.Tuned.En)
		}
	}
	return b.String()
}
