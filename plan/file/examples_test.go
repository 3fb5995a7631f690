package file_test

import (
	"strings"
	"testing"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

func TestTheExamplesAreWholeAndBelievable(t *testing.T) {
	for _, e := range templates.Examples() {
		p := decode(t, e.Plan)
		o := plan.Forecast(p, model.AsAssumed())
		for _, problem := range plan.Check(p, o) {
			t.Errorf("%s: %s %v", e.Name, problem.Code, problem.Channels)
		}
		if r, _ := o.Total.Return(); r < 0.2 || r > 1.5 {
			t.Errorf("%s: a return of %.2f", e.Name, r)
		}
		if pot := p.Pot(); pot <= 0 || pot > p.Budget/10 {
			t.Errorf("%s: a reserve of %d", e.Name, pot)
		}
		for i, c := range p.Channels {
			if y := o.Channels[i]; y.More.Customers <= 0 {
				t.Errorf("%s: %s brings nobody", e.Name, c.ID)
			}
			reasonIsWhole(t, e.Name+" "+string(c.ID), p, c)
		}
	}
}

// reasonIsWhole fails unless a channel's reason could be read to a board: every part of it,
// with sources that are known and firm.
func reasonIsWhole(t *testing.T, where string, p model.Plan, c model.Channel) {
	t.Helper()
	r := c.Reason
	for what, text := range map[string]string{"claim": r.Claim, "target": r.Target, "risk": r.Risk,
		"stop rule": r.StopRule, "owner": r.Owner} {
		if text == "" {
			t.Errorf("%s has no %s", where, what)
		}
	}
	if _, known := templates.FindTerm(r.KPI); !known {
		t.Errorf("%s: indicator %q", where, r.KPI)
	}
	if m := r.Review.Month(); m < p.Start || m > p.Start+model.Month(p.Months)+1 {
		t.Errorf("%s is reviewed on %s", where, r.Review)
	}
	for _, id := range r.Evidence {
		if e, known := templates.FindEvidence(id); !known || bool(e.Weak) {
			t.Errorf("%s rests on %q", where, id)
		}
	}
}

// Whoever knows the trade reads an example for what gives it away: a meeting on a Sunday, a fair
// that another channel pays for, a share that nobody counted.
func TestTheExamplesStandBeforeWhoKnowsTheTrade(t *testing.T) {
	for _, e := range templates.Examples() {
		p := decode(t, e.Plan)
		dates := []model.Date{p.Board.Date, p.Board.Decide}
		told := 0
		for _, c := range p.Channels {
			dates = append(dates, c.Reason.Review)
			if a := c.Figures.Additional; a.Origin == model.Own && len(a.Evidence) == 0 {
				t.Errorf("%s: %s has an additional share of its own, and nothing says how it was counted", e.Name, c.ID)
			}
			if l := c.LastYear; l.Spend > 0 && l.Contacts != nil && l.Customers != nil {
				told++
			}
		}
		if told < len(p.Channels)*2/3 {
			t.Errorf("%s: last year is told of %d channels in %d", e.Name, told, len(p.Channels))
		}
		for _, d := range dates {
			day, err := time.Parse(time.DateOnly, string(d))
			if err != nil || day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
				t.Errorf("%s: %s is a %s", e.Name, d, day.Weekday())
			}
		}
		for _, x := range p.Events {
			if x.Kind != model.FairEvent {
				continue
			}
			name, _, _ := strings.Cut(x.What, ",")
			if i := p.Channel(x.Channel); i < 0 || !strings.Contains(p.Channels[i].Reason.Claim, name) {
				t.Errorf("%s: %s does not speak of %s", e.Name, x.Channel, name)
			}
		}
		if promise, ok := plan.PromiseOf(p, plan.Forecast(p, model.AsAssumed())); !ok || promise.Share > promise.Most {
			t.Errorf("%s promises %.2f, and %.2f may be promised", e.Name, promise.Share, promise.Most)
		}
	}
}

func TestTheRecordsOfTheExamplesPointToThingsThatAreThere(t *testing.T) {
	prompts := map[string]bool{}
	for _, x := range templates.Prompts() {
		prompts[x.ID] = true
	}
	for _, e := range templates.Examples() {
		p := decode(t, e.Plan)
		for _, g := range p.Gap {
			if _, known := templates.FindGapQuestion(g.ID); !known {
				t.Errorf("%s: question %q", e.Name, g.ID)
			}
		}
		for _, r := range p.Presence {
			if !prompts[r.Prompt] {
				t.Errorf("%s: prompt %q", e.Name, r.Prompt)
			}
		}
		for _, x := range p.Trials {
			if _, known := templates.FindChannel(x.Channel); !known {
				t.Errorf("%s: a test of %q", e.Name, x.Channel)
			}
			// The test can tell what it asks: its money buys the contacts that it takes.
			if x.Result == nil && float64(x.Budget)/float64(x.CostToBeat) < 0.9*x.Needed() {
				t.Errorf("%s: the test of %s needs %g contacts", e.Name, x.Channel, x.Needed())
			}
		}
		for _, x := range p.Events {
			if x.Channel != "" && p.Channel(x.Channel) < 0 {
				t.Errorf("%s: an event of %q", e.Name, x.Channel)
			}
		}
		for _, past := range p.History {
			if p.Channel(past.Channel) < 0 {
				t.Errorf("%s: a past of %q", e.Name, past.Channel)
			}
		}
		for _, q := range p.Board.Questions {
			known := strings.HasPrefix(q.ID, "own-")
			for _, x := range templates.BoardQuestions() {
				known = known || x.ID == q.ID
			}
			if !known {
				t.Errorf("%s: a question %q", e.Name, q.ID)
			}
		}
	}
}
