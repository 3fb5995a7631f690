package ui

import (
	"testing"

	"arringa/model"
)

// What is only looked at stays as it was: cents and decimals that are not shown, a range of
// which one figure stands in the line, and where a figure comes from.
func TestALineThatIsOnlyOpenedChangesNothing(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").types("'1.050,50' enter up enter").sees("050,50").types("enter")
	if a := actualIn(t, r.reopened(), "search_ads", "2027-01"); *a.Spend != 105050 {
		t.Errorf("%d cents", *a.Spend)
	}
	r.types("up tab '5,25743' enter up enter enter")
	if a := actualIn(t, r.reopened(), "search_ads", "2027-01"); *a.Contacts != 5.25743 {
		t.Errorf("%v contacts", *a.Contacts)
	}
	r.types("up '5' enter")
	if a := actualIn(t, r.reopened(), "search_ads", "2027-01"); *a.Contacts != 5 {
		t.Errorf("%v contacts", *a.Contacts)
	}

	r = sit(t, 80, 24).example("macchine", "company").finds("company.conversion")
	was := r.plan()
	r.types("backspace enter up backspace down")
	samePlan(t, "looked at", r.plan(), was)
}

// A field of which the help says that it can be left empty can be emptied.
func TestWhatIsOptionalCanBeEmptied(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "company")
	empty := func(label string) {
		t.Helper()
		r.downTo(label).types("'1234' enter").types("up backspace ctrl+u enter").misses("Manca la cifra",
			"non è un numero")
	}
	empty("Dagli agenti")
	empty("Fatturato dell'anno scorso")
	p := r.reopened()
	if p.Company.Revenue.Cents != 0 || p.Company.Revenue.Origin == model.Own {
		t.Errorf("revenue %+v", p.Company.Revenue)
	}
	for _, b := range p.Company.Baseline {
		if b.From == "agents" {
			t.Errorf("%+v", b)
		}
	}
	r.goes("budget").on("website").types("tab")
	empty("Almeno")
	empty("Al massimo")
	r.types("esc")
	if c := r.reopened().Channels[1]; c.ID != "website" || c.AtMost != 0 || c.AtLeast != 0 {
		t.Errorf("%+v", c)
	}
}

// A test of which only half is known is not judged: no contacts told is not none.
func TestATestOfWhichOnlyTheSpendIsKnownIsNotJudged(t *testing.T) {
	r := sit(t, 80, 40).example("dentista", "whatif").types("t enter").downTo("Speso davvero").types("'1.900' enter")
	r.misses("Un contatto costa", "Verdetto")
	got := r.reopened().Trials[0].Result
	if got == nil || got.Spend != model.Euro(1900) || got.Contacts != nil {
		t.Errorf("%+v", got)
	}
	r.types("'0' enter").sees("Un contatto costa", "ci si ferma")
	r.types("up").holds("Contatti arrivati").types("backspace ctrl+u enter").misses("Verdetto")
	if got := r.reopened().Trials[0].Result; got.Contacts != nil || got.Spend != model.Euro(1900) {
		t.Errorf("%+v", got)
	}
}
