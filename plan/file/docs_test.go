package file_test

import (
	"math"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// document reads a page of the documentation.
func document(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../docs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// examplesIn are the JSON blocks of a page.
func examplesIn(page string) []string {
	var blocks []string
	for _, rest := range strings.Split(page, "```json\n")[1:] {
		block, _, _ := strings.Cut(rest, "```")
		blocks = append(blocks, block)
	}
	return blocks
}

// rowsOf are the rows of the page's table that begins with a head.
func rowsOf(t *testing.T, page, head string) [][]string {
	t.Helper()
	_, rest, found := strings.Cut(page, "\n| "+head+" |")
	if !found {
		t.Fatalf("no table %s", head)
	}
	var rows [][]string
	for _, line := range strings.Split(rest, "\n")[2:] {
		if !strings.HasPrefix(line, "|") {
			break
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

// says fails unless a written figure is the computed one, rounded to four decimals.
func says(t *testing.T, what, written string, computed float64) {
	t.Helper()
	x, err := strconv.ParseFloat(written, 64)
	if err != nil || math.Abs(x-computed) > 0.5e-4+1e-9 {
		t.Errorf("%s: the page says %s, the program %.6f", what, written, computed)
	}
}

func TestTheWorkedExampleIsWhatTheProgramComputes(t *testing.T) {
	page := document(t, "forecast.md")
	p := decode(t, []byte(examplesIn(page)[0]))
	o := plan.Forecast(p, model.AsAssumed())
	months := rowsOf(t, page, "month")
	if len(months) != p.Months {
		t.Fatalf("%d months", len(months))
	}
	for i, row := range months {
		m := o.Channels[0].Months[i]
		for k, computed := range []float64{float64(i + 1), m.Spend.Euros(), m.Effective / 100, m.Contacts, m.Idle,
			m.Added, m.Won} {
			says(t, "month "+row[0]+" column "+strconv.Itoa(k+1), row[k], computed)
		}
	}
	y, next := o.Total, plan.NextThousand(p, model.AsAssumed())[0]
	rate, _ := y.Return()
	byEnd, _ := y.ReturnByEnd()
	cac, _ := y.CAC()
	cpl, _ := y.CostPerContact()
	computed := map[string]float64{
		"contacts counted": y.Counted(), "contacts anyway": y.Anyway(), "contacts without spend": y.Zero.Arrived,
		"incremental contacts by the end": y.More.Arrived, "incremental contacts": y.More.Contacts,
		"customers won": y.More.Won, "customers still open": y.More.Open, "customers later": y.More.Later,
		"customers carried":   o.Carried,
		"cashed by the end €": y.More.Cashed / 100, "return by the end": byEnd,
		"month in which all is in": float64(o.AllIn),
		"incremental customers":    y.More.Customers, "incremental margin €": y.More.Margin / 100,
		"incremental lifetime margin €": y.More.Lifetime / 100,
		"cost €":                        y.Cost / 100, "return": rate, "CAC €": cac / 100,
		"cost per contact €": cpl / 100,
		"peak outlay €":      o.PeakOutlay / 100, "month of the peak": float64(o.PeakMonth),
		"month of payback":              float64(o.PaybackMonth),
		"contacts of the next thousand": next.Contacts, "margin of the next thousand €": next.Margin / 100,
	}
	rows := rowsOf(t, page, "result")
	for _, row := range rows {
		value, known := computed[row[0]]
		if !known {
			t.Errorf("the page has a result %q", row[0])
			continue
		}
		says(t, row[0], row[1], value)
	}
	if len(rows) != len(computed) {
		t.Errorf("%d results of %d", len(rows), len(computed))
	}
}

func TestTheMinimalPlanOfThePageIsAPlan(t *testing.T) {
	examples := examplesIn(document(t, "plan-format.md"))
	if len(examples) < 2 {
		t.Fatalf("%d examples", len(examples))
	}
	for _, text := range examples {
		p := decode(t, []byte(text))
		if o := plan.Forecast(p, plan.ScenarioOf(p)); o.Total.More.Customers <= 0 {
			t.Errorf("it brings nobody:\n%s", text)
		}
	}
}

func TestThePageNamesEveryMemberSectorAndChannel(t *testing.T) {
	page := document(t, "plan-format.md")
	for _, s := range templates.Sectors() {
		if !strings.Contains(page, "`"+s.ID+"`") {
			t.Errorf("sector %s", s.ID)
		}
	}
	for _, c := range templates.Channels() {
		if !strings.Contains(page, "`"+string(c.ID)+"`") {
			t.Errorf("channel %s", c.ID)
		}
	}
	for name := range members(t) {
		if !strings.Contains(page, "`"+name+"`") {
			t.Errorf("member %s", name)
		}
	}
}

// members are the names of all members of a plan's JSON.
func members(t *testing.T) map[string]bool {
	t.Helper()
	names, seen := map[string]bool{}, map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			walk(of.Elem())
		case reflect.Struct:
			if seen[of] {
				return
			}
			seen[of] = true
			for i := range of.NumField() {
				name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
				if name != "" && name != "-" {
					names[name] = true
				}
				walk(of.Field(i).Type)
			}
		}
	}
	walk(reflect.TypeFor[model.Plan]())
	if len(names) < 100 {
		t.Fatalf("only %d members", len(names))
	}
	return names
}
