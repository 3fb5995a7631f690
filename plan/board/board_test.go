package board_test

import (
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/board"
	"arringa/plan/file"
	"arringa/templates"
)

func example(t *testing.T, name string) model.Plan {
	t.Helper()
	e, _ := templates.FindExample(name)
	p, err := file.Decode(e.Plan)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Most questions are answered from each example, in both languages; no brace, no empty
// figure and no doubled blank is ever read out.
func TestTheBoardGetsItsAnswers(t *testing.T) {
	for _, e := range templates.Examples() {
		p := example(t, e.Name)
		for _, tag := range []string{"it", "en"} {
			say := templates.Language(tag)
			answers := board.Answers(p, say, board.Values(p, say, board.WorkOf(p)))
			asked := board.Asked(answers)
			if len(asked) < 30 {
				t.Errorf("%s in %s: %d of %d questions have an answer", e.Name, tag, len(asked), len(answers))
			}
			for _, a := range asked {
				if strings.ContainsAny(a.Text+a.Question, "{}") || strings.Contains(a.Text, "  ") ||
					strings.Contains(a.Text, "–%") {
					t.Errorf("%s in %s, %s: %s", e.Name, tag, a.ID, a.Text)
				}
			}
		}
	}
}

// What the manager wrote stands; its figures stay live.
func TestTheManagersAnswerStands(t *testing.T) {
	p := example(t, "dentista")
	p.Board.Questions = []model.BoardQuestion{
		{ID: "how_sure", Answer: "Abbastanza: chiediamo {budget_total}.", Order: 1},
		{ID: "own-1", Question: "E la sala d'attesa?", Answer: "Si rifà a giugno."},
		{ID: "grants", Hidden: true},
	}
	say := templates.Language("it")
	answers := board.Answers(p, say, board.Values(p, say, board.WorkOf(p)))
	if answers[0].ID != "how_sure" && answers[1].ID != "how_sure" {
		t.Errorf("the first is %s", answers[0].ID)
	}
	found := map[string]string{}
	for _, a := range board.Asked(answers) {
		found[a.ID] = a.Text
	}
	if got := found["how_sure"]; got != "Abbastanza: chiediamo "+say.Money(p.Budget)+"." {
		t.Errorf("%q", got)
	}
	if found["own-1"] != "Si rifà a giugno." {
		t.Errorf("%q", found["own-1"])
	}
	if _, shown := found["grants"]; shown {
		t.Error("a hidden question is asked")
	}
}
