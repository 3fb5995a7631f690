package ui

import (
	"math"
	"strings"
	"testing"

	"arringa/model"
)

// What is said of more money is what was done: from what was to be assigned, or more budget.
func TestMoreMoneySaysWhereItComesFrom(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "whatif").types("right right right space")
	r.sees("Dati ai canali 1.000 € di quelli da assegnare: il budget resta 44.000 €.")
	if p := r.plan(); p.Budget != model.Euro(44000) || p.Pot() != model.Euro(1800) {
		t.Errorf("budget %d, pot %d", p.Budget, p.Pot())
	}
	r = sit(t, 140, 45).example("macchine", "whatif").types("right right right down down down down down space")
	if p := r.plan(); p.Pot() != 0 || p.Budget <= model.Euro(345000) {
		t.Fatalf("budget %d, pot %d", p.Budget, p.Pot())
	}
	r.sees("il budget ora è " + r.words().Money(r.plan().Budget))
}

// The differences of the scenarios are those of the figures beside them, as far as they are
// rounded: what is expected to a thousand or ten thousand, a difference by its own range.
func TestTheScenariosDifferByWhatIsShown(t *testing.T) {
	for name, step := range map[string]float64{"dentista": 1000, "macchine": 10_000} {
		r := sit(t, 140, 45).example(name, "whatif")
		rows, in := [][]float64{}, 0.0
		for _, line := range strings.Split(r.screen(), "\n") {
			euros := eurosIn(t, line)
			if !strings.ContainsAny(line, "○●") || !strings.Contains(line, "%") || len(euros) < 2 {
				continue
			}
			if rows = append(rows, euros); len(euros) == 2 {
				in = euros[1]
			}
		}
		if len(rows) < 4 || in == 0 {
			t.Fatalf("%v:\n%s", rows, r.screen())
		}
		for _, x := range rows {
			if len(x) == 3 && math.Abs(x[1]-in-x[2]) > step {
				t.Errorf("%s: %v € less %v € is not %v €", name, x[1], in, x[2])
			}
		}
	}
}

// A scenario is shown as exactly as it was typed.
func TestAScenarioIsShownAsItWasTyped(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif").types("n 'Mio' enter '-12,5' enter '7,25' enter")
	r.sees("−12,5%", "+7,25%").misses("−13%")
}

// A click on the first letters of a channel's name chooses it; one on its mark takes it out.
func TestAClickOnANameTakesNoChannelOut(t *testing.T) {
	r := sit(t, 120, 40).example("dentista", "channels")
	was := r.plan()
	x, y := r.at("Sito aziendale")
	if r.clicks(x, y); r.plan().Channel("website") < 0 {
		t.Fatalf("it went out at the first click:\n%s", r.screen())
	}
	samePlan(t, "chosen", r.plan(), was)
	r = sit(t, 120, 40).example("dentista", "channels").clicks(x-2, y)
	if r.plan().Channel("website") >= 0 {
		t.Errorf("a click on the mark does nothing:\n%s", r.screen())
	}
}
