package plan_test

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"arringa/model"
	"arringa/plan"
)

// simulated reads a data set that others made to try their models on: monthly spend, and what was
// sold in a unit that makes small numbers of it. testdata/robyn.csv is television and revenue of
// Robyn's dt_simulated_weekly (Meta, MIT licence), in 10,000; meridian.csv is all channels and
// conversions of Meridian's national_all_channels (Google, Apache licence 2.0), in millions. Weeks
// were added up to whole months.
func simulated(t *testing.T, name string) []model.Past {
	t.Helper()
	f, err := os.Open("testdata/" + name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []model.Past
	for _, r := range rows[1:] {
		var from model.Month
		spend, err := strconv.ParseInt(r[1], 10, 64)
		if err != nil || from.UnmarshalText([]byte(r[0])) != nil {
			t.Fatal(r)
		}
		contacts, err := strconv.ParseFloat(r[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, model.Past{Channel: "a", From: from, Months: 1, Spend: model.Euro(spend),
			Contacts: &contacts})
	}
	return list
}

// Half of Robyn's revenue comes without the television, and four fifths of Meridian's conversions
// without any spend: as least squares on a grid of curves and half-lives, worked out apart from the
// program, has it. The whole of either would be claimed without an intercept.
func TestMostOfThePublicDataSetsComesByItself(t *testing.T) {
	for _, x := range []struct {
		name             string
		periods          int
		itself, r2, life float64
	}{{"robyn", 47, 0.487, 0.725, 1}, {"meridian", 35, 0.787, 0.207, 0}} {
		p := hand(channel("a", 12000))
		p.Channels[0].Figures.HalfLife = number(1)
		p.History = simulated(t, x.name)
		fit, ok := plan.Calibrate(p, 0)
		if !ok || !fit.Proposed || !fit.Told || fit.Periods != x.periods || fit.Suggestion.HalfLife.Value != x.life {
			t.Fatalf("%s: %+v", x.name, fit)
		}
		var total float64
		for _, n := range fit.Seen {
			total += n
		}
		within(t, x.name+": by itself", fit.Suggestion.Itself.Value*float64(fit.Periods)/total, x.itself, 0.003)
		within(t, x.name+": R²", fit.R2, x.r2, 0.003)
	}
}
