package ui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
)

// The table of figures in the docs is made of the list itself: every figure that an example has,
// with its name in both languages, and every name belongs to one.
func TestTheTableOfFiguresIsTrue(t *testing.T) {
	it, en := templates.Language("it").Figures, templates.Language("en").Figures
	var list []plan.Figure
	scopes := map[string][]string{}
	for _, e := range templates.Examples() {
		p, err := file.Decode(e.Plan)
		if err != nil {
			t.Fatal(err)
		}
		s := plan.ScenarioOf(p)
		for _, f := range plan.Figures(p, s, plan.Forecast(p, s), plan.Uncertainty(p, s)) {
			scope := en.Scopes[string(f.Scope)]
			if scopes[f.ID] == nil {
				list = append(list, f)
			}
			if !slices.Contains(scopes[f.ID], scope) {
				scopes[f.ID] = append(scopes[f.ID], scope)
			}
		}
	}
	var rows []string
	for _, f := range list {
		cells := []string{
			"`" + f.ID + "`", it.Names[f.ID], en.Names[f.ID], en.Units[string(f.Unit)], en.Periods[string(f.Period)],
			strings.Join(scopes[f.ID], ", "), en.Rounded[roundedBy(f)], plan.Formulas[f.ID],
		}
		if i := slices.Index(cells, ""); i >= 0 {
			t.Errorf("%s has no words in column %d", f.ID, i)
		}
		rows = append(rows, "| "+strings.Join(cells, " | ")+" |")
	}
	for id := range it.Names {
		if scopes[id] == nil {
			t.Errorf("%q names no figure of the examples", id)
		}
	}
	keptAs(t, "../docs/figures.md", figuresHead+strings.Join(rows, "\n")+"\n")
}

// roundedBy is how a figure is rounded.
func roundedBy(f plan.Figure) string {
	switch {
	case plan.Decided(f.ID):
		return "decided"
	case f.Unit == plan.InChances:
		return "tenths"
	case f.Unit == plan.InMonths:
		return "month"
	}
	return "expected"
}

const figuresHead = "# The figures\n\nMade from the list of figures (`plan/figures.go`); a test keeps it true. " +
	"A figure of one period is never added to, or compared with, one of another. What is decided is said exactly, what is expected is rounded: " +
	"to two digits of what lies between the 10th and the 90th percentile. `arringa forecast --json` has them all under `figures`: see [results.md](results.md). " +
	"The symbols are those of [forecast.md](forecast.md).\n\n" +
	"| id | italiano | English | unit | period | of | rounding | formula |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"

// keptAs holds a page of the docs against what it is made of, or writes it.
func keptAs(t *testing.T, path, text string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != text {
		t.Errorf("%s is not what it is made of: go test ./ui -run %s -update", path, t.Name())
	}
}
