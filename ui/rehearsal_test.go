package ui

import (
	"slices"
	"strings"
	"testing"

	"arringa/model"
)

// The questions are gone through by mouse too, and their end is told.
func TestTheRehearsalByMouseToItsEnd(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	r.clicksTwice("→ Prova generale").sees("domanda 1 di ").misses("bozza del programma").clicks(50, 15).
		sees("bozza del programma")
	r.clicks(50, 15).sees("domanda 2 di ").clicksOn("← prima").sees("domanda 1 di ")
	_, rest, _ := strings.Cut(r.line("domanda 1 di "), "domanda 1 di ")
	all := strings.Fields(rest)[0]
	for range 100 {
		if strings.Contains(r.screen(), "domanda "+all+" di "+all) {
			break
		}
		r.types("right")
	}
	r.sees("domanda " + all + " di " + all).types("+").sees("Si è già alla fine.").types("enter enter").
		sees("Fine della prova generale.").misses("domanda " + all)
}

// An answer that the manager writes stands in the plan; its figures stay alive when the plan
// changes; questions are taken out and put back.
func TestAnswersAreWrittenAndQuestionsTakenOut(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	was := r.plan()
	r.types("ctrl+d r").sees("Nessuna domanda è stata tolta.").types("- e").
		tells("Le cifre che restano come sono continuano a seguire il piano.")
	r.types("end 'Chiediamo 44.000 €, e basta.' enter").sees("Chiediamo 44.000 €, e basta.").
		misses("bozza del programma")
	find := func(p model.Plan, text string) bool {
		return slices.ContainsFunc(p.Board.Questions,
			func(q model.BoardQuestion) bool { return strings.Contains(q.Answer, text) })
	}
	if !find(r.reopened(), "e basta.") {
		t.Errorf("%+v", r.plan().Board.Questions)
	}
	r.types("x").sees("Domanda tolta, qui e dalla cartella. La r le rimette tutte.").misses("e basta.")
	if !slices.ContainsFunc(r.reopened().Board.Questions, func(q model.BoardQuestion) bool { return q.Hidden }) {
		t.Error("no question is out")
	}
	r.types("r esc ctrl+d enter").sees("e basta.")
	r.types("esc ctrl+z ctrl+z ctrl+z")
	samePlan(t, "undone", r.plan(), was)
}

func TestPastingAQuestionAndItsAnswer(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	r.types("ctrl+d n").Pastes("E se il\nmercato si ferma?").types("enter").sees("E se il").types("enter").
		tells("Il piano non ha le cifre per rispondere")
	r.types("e").Pastes("Ci si ferma anche noi.").types("ctrl+s")
	q := r.reopened().Board.Questions
	if last := q[len(q)-1]; !strings.HasPrefix(last.Question, "E se il") || last.Answer != "Ci si ferma anche noi." {
		t.Errorf("%+v", last)
	}
	n := len(q)
	r.types("n 'a metà' esc right enter").misses("a metà") // what is left with esc is not asked
	r.types("n enter")
	if got := len(r.reopened().Board.Questions); got != n {
		t.Errorf("%d questions, there were %d", got, n)
	}
}
