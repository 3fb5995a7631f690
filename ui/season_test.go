package ui

import (
	"strings"
	"testing"
)

// The season is typed month by month; the form tells the best and the worst.
func TestTheSeasonIsTypedByMonth(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company")
	was := r.plan()
	r.standsOn("Stagione").types("space").says("100 è un mese normale")
	r.standsOn("agosto").types("'150' enter").reads("agosto", "150", strings.Repeat("█", 15))
	r.standsOn("gennaio").types("'1001' enter").says("La cifra deve stare fra 0 e 1.000.").types("esc")
	r.types("'poco' enter").says("«poco» non è un numero").types("esc '40' enter")
	r.writes("dicembre", " 60 \n").standsOn("→ Fatto").types("enter")
	want := was.Company.Season
	want[0], want[7], want[11] = 40, 150, 60
	if got := r.plan().Company.Season; got != want {
		t.Errorf("season %v, not %v", got, want)
	}
	r.resizes(140, 45).reads("Stagione della domanda", "forte agosto, debole gennaio")
	r.standsOn("Stagione").types("space")
	for range 12 {
		r.types("'100' enter")
	}
	r.types("enter").reads("Stagione della domanda", "tutti i mesi uguali")
}

// The season by mouse: a click on its line, and again, opens it; so with the months.
func TestTheSeasonByMouse(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "company")
	r.twiceOn("Stagione della domanda").says("100 è un mese normale")
	r.twiceOn("marzo").types("ctrl+u '130'").clicksOn("aprile").reads("marzo", "130")
	r.clicksOn("→ Fatto").misses("100 è un mese normale")
	if got := r.plan().Company.Season; got[2] != 130 || got[3] != 105 {
		t.Errorf("season %v", got)
	}
}
