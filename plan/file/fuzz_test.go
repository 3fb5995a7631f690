package file_test

import (
	"bytes"
	"math"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
)

// Whatever the bytes: no panic, and what is read as a plan can be computed, and written
// and read again without a change. (Run it with -fuzzminimizetime 10x: the examples are long.)
func FuzzDecode(f *testing.F) {
	for _, e := range templates.Examples() {
		f.Add(e.Plan)
	}
	f.Add([]byte(`{"schema": 1, "start": "2027-01", "channels": [{"id": "website"}]}`))
	f.Add([]byte(`{"schema": 1, "start": "2027-01", "scenarios": [{"id": "a", "cost": {"by": 2}, "channels": [{"channel": "seo"}]}], "role": {}}`))
	f.Add([]byte(`{"schema": 9e9}`))
	f.Add([]byte("\xef\xbb\xbf{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := file.Decode(data)
		if err != nil {
			return
		}
		written := encode(t, p)
		if again := encode(t, decode(t, written)); !bytes.Equal(written, again) {
			t.Errorf("wrote\n%s\nthen\n%s", written, again)
		}
		o := plan.Forecast(p, plan.ScenarioOf(p))
		for _, x := range []float64{o.Total.Cost, o.Total.More.Contacts, o.Total.More.Margin, o.Total.More.Lifetime,
			o.PeakOutlay, o.Carried} {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Errorf("a result is %g in\n%s", x, written)
			}
		}
		plan.Check(p, o)
		plan.NextThousand(p, model.AsAssumed())
	})
}
