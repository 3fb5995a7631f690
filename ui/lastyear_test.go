package ui

import (
	"math"
	"strings"
	"testing"

	"arringa/model"
)

// Spend, contacts and customers of last year become a channel's figures at one key, from the
// channels as from the budget: the line says what changed, and one undo takes it back.
func TestLastYearBecomesThePlan(t *testing.T) {
	for _, step := range []string{"channels", "budget"} {
		r := sitBefore(t, 80, 24, "macchine", step)
		line := r.plan().Channel("website")
		r.changes(func(was model.Plan) model.Plan {
			p := was.Clone()
			contacts, customers := 40.0, 10.0
			p.Channels[line].LastYear = model.LastYear{Spend: model.Euro(12000), Contacts: &contacts,
				Customers: &customers}
			return p
		})
		was := r.plan()
		r.types("y").sees("Presi i dati dell'anno scorso.")
		f := r.plan().Channels[line].Figures
		if f.Reference != model.Euro(1000) || math.Abs(f.Contacts.Base*12-40) > 1e-9 || f.Contacts.Origin != model.Own {
			t.Errorf("%s: %+v", step, f)
		}
		r.types("y").sees("niente da cambiare")
		r.undoes(was)
	}
}

// changes puts another plan in the place of the one in hand, as another screen would.
func (r *robot) changes(f func(model.Plan) model.Plan) {
	r.t.Helper()
	r.works(r.editor().Try("", "", func(was model.Plan) (model.Plan, error) { return f(was), nil }))
}

// Where the plan assumes what last year contradicts, the channel says so, and so does the list of
// what is missing, which offers to take last year's figures.
func TestAPlanThatDisagreesWithLastYearSaysSo(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "channels")
	line := r.plan().Channel("website")
	r.changes(func(was model.Plan) model.Plan {
		p := was.Clone()
		contacts := 900.0
		p.Channels[line].LastYear = model.LastYear{Spend: model.Euro(12000), Contacts: &contacts}
		return p
	})
	r.standsOn("● Sito aziendale").says("L'anno scorso dice altro: Sito aziendale.")
	r.goes("board").types("home")
	for range 40 {
		if strings.Contains(r.inHand(), "L'anno scorso dice altro") {
			break
		}
		r.types("down")
	}
	r.types("space").says("Il piano e l'anno scorso").types("enter").sees("Presi i dati dell'anno scorso.")
	if c := r.plan().Channels[line].Figures.Contacts.Base; math.Abs(c*12-900) > 1 {
		t.Errorf("%g contacts a month", c)
	}
}

// Who measured a channel against a pause counts only what it adds: all of it is additional, and
// the company's own; turning away from that brings the catalogue's share back.
func TestWhatWasMeasuredIsAllAdditional(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "channels")
	line := r.plan().Channel("website")
	r.standsOn("● Sito aziendale").says("Per merito suo").types("c").finds("figures.counts").types("left")
	if f := r.plan().Channels[line].Figures; f.Counts != model.ByMeasure || f.Additional.Base != 1 ||
		f.Additional.Origin != model.Own {
		t.Errorf("%+v", f)
	}
	r.types("left")
	if f := r.plan().Channels[line].Figures; f.Counts != model.ByAsking || f.Additional.Base != 0.5 ||
		f.Additional.Origin == model.Own {
		t.Errorf("%+v", f)
	}
	r.finds("figures.additional").says("senza di lui non sarebbero arrivati").types("'3 5 8' enter")
	if f := r.plan().Channels[line].Figures.Additional; f.Low != 0.3 || f.Base != 0.5 || f.High != 0.8 ||
		f.Origin != model.Own {
		t.Errorf("%+v", f)
	}
}
