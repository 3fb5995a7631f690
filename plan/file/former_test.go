package file_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
)

// A plan of the first format says what moved: contacts, customers and margin as the first format
// counted them (all that the channels counted, arrived within the plan) and as they are now, and
// that a revenue that nobody told is gone. The file as it was is the first of the versions. Once
// saved, there is nothing to say.
func TestAPlanOfTheFirstFormatSaysWhatMoved(t *testing.T) {
	t.Setenv("ARRINGA_HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), "vecchio.plan")
	old := fmt.Appendf(nil, `{"schema": 1, "start": "2027-01", "company": {"sector": "machinery", "revenue": {"cents": 1400000000}},
		"budget_cents": 500000, "channels": [{"id": "remarketing", "amount_cents": 500000}]}`)
	if err := os.WriteFile(path, old, 0o644); err != nil {
		t.Fatal(err)
	}
	f, p := open(t, path)
	notes := map[model.Code]model.Problem{}
	for _, n := range f.Notes() {
		notes[n.Code] = n
	}
	o := plan.Forecast(p, plan.ScenarioOf(p))
	c := o.Channels[0]
	var was float64
	for _, m := range c.Months {
		was += m.Contacts - m.Idle
	}
	told := notes[model.FormerFormat].Values
	about := func(name string, want float64) {
		if v, ok := told[name].(model.Value); !ok || math.Abs(v.X-want) > 0.05*want {
			t.Errorf("%s: %v, not about %g", name, told[name], want)
		}
	}
	about("contacts_was", was)
	about("contacts", c.More.Contacts)
	about("customers_was", was*p.Channels[0].ConversionOf(p.Company).Base)
	about("margin", c.More.Margin)
	if notes[model.FormerRevenue].Values["was"] != model.Euro(14_000_000) {
		t.Errorf("%+v", notes[model.FormerRevenue])
	}
	kept := file.Versions(path)
	if len(kept) != 1 {
		t.Fatalf("%d versions", len(kept))
	}
	if err := f.Save(p); err != nil {
		t.Fatal(err)
	}
	if again, _ := open(t, path); len(again.Notes()) != 0 {
		t.Errorf("%+v", again.Notes())
	}
	if len(file.Versions(path)) != 2 {
		t.Errorf("%d versions after a save", len(file.Versions(path)))
	}
}
