package ui

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
)

// comparedRows are the rows of a printed table's part: the cells of each line, apart by two blanks.
func comparedRows(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		rows = append(rows, regexp.MustCompile(` {2,}`).Split(strings.TrimSpace(line), -1))
	}
	return rows
}

// typed is a figure as Italian writes it: 1.061.128 €, −119, 2,2.
func typed(t testing.TB, s string) float64 {
	t.Helper()
	s = strings.NewReplacer(".", "", ",", ".", "−", "-", "+", "", "€", "", " ", "").Replace(s)
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// Whoever takes the figures of two plans from each other with a pencil finds the difference that is
// printed, and is told when the plans do not last alike.
func TestADifferenceIsThatOfTheFiguresShown(t *testing.T) {
	sit(t, 80, 24).example("dentista", "budget")
	for _, name := range []string{"macchine", "cantina"} {
		runsVerb(t, "example", name, name+".plan")
	}
	for _, two := range [][2]string{{"dentista", "macchine"}, {"dentista", "cantina"}, {"cantina", "macchine"}} {
		text := runsVerb(t, "compare", two[0]+".plan", two[1]+".plan")
		checked := 0
		for _, row := range comparedRows(text) {
			if len(row) != 4 || strings.HasSuffix(row[3], "differenza") {
				continue
			}
			checked++
			if a, b, d := typed(t, row[1]), typed(t, row[2]), typed(t, row[3]); b-a-d > 0.001 || b-a-d < -0.001 {
				t.Errorf("%v: %g less %g is not %g", two, b, a, d)
			}
		}
		if checked < 6 || strings.Contains(text, "non durano uguale") != (two[1] == "macchine") {
			t.Errorf("%v, %d rows:\n%s", two, checked, text)
		}
	}
}

// Every assumption goes by a name, and VAT by the part that is not recovered; the spend and the
// returns that it moves are in the table.
func TestAssumptionsThatDifferGoByTheirNames(t *testing.T) {
	p := sit(t, 80, 24).example("dentista", "budget").plan()
	q := p.Clone()
	q.Scenario = plan.Prudent
	q.Company.VAT.Recovered = 0.5
	q.Company.Kind = model.B2B
	q.Company.Baseline[0].PerMonth.Value += 3
	q.Channels[0].AtLeast, q.Channels[1].LastYear.Spend = 100000, 100
	q.Channels[2].Figures.HalfLife.Value = 7
	if _, err := file.Create("altro.plan", q); err != nil {
		t.Fatal(err)
	}
	text := runsVerb(t, "compare", "dentista.plan", "altro.plan")
	saysInOrder(t, text, "IVA non recuperata compresa", "50.264 €", "45.732 €", "Ritorno quando tutto è rientrato",
		"scenario", "base", "prudente", "un'impresa", "clienti che arrivano da soli", "IVA che non si recupera", "22%",
		"11%", "minimo fissato", "spesa dell'anno scorso", "durata dell'effetto")
	if raw := regexp.MustCompile(`\b[a-z]+_[a-z]|\bvat\b|prudent\b|b2b`).FindString(text); raw != "" {
		t.Errorf("%q is not for a reader:\n%s", raw, text)
	}
}
