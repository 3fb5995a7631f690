package board_test

import (
	"strings"
	"testing"

	"arringa/plan"
	"arringa/plan/board"
	"arringa/templates"
)

// What brings the customers is what is spent; a reserve that nobody spends brings none, and stands in
// no sentence as if it did.
func TestTheReserveBringsNobody(t *testing.T) {
	sector, _ := templates.FindSector("home_installers")
	for _, tag := range []string{"it", "en"} {
		p := plan.Opening(templates.NewPlan(sector, tag, 2027*12, 0))
		p.Budget = 3 * p.Allocated()
		say, w := templates.Language(tag), board.WorkOf(p)
		for _, a := range board.Answers(p, say, board.Values(p, say, w)) {
			if a.ID != "discount_instead" {
				continue
			}
			if spent := say.Money(w.Outlook.Total.Spend); !strings.Contains(a.Text, spent) ||
				strings.Contains(a.Text, say.Money(p.Budget)) {
				t.Errorf("%s: %s is spent of %s: %s", tag, spent, say.Money(p.Budget), a.Text)
			}
		}
	}
}

// alike says no finer what is in by the end than what is in when all is.
func (s speaker) alike() {
	for id, like := range map[string]string{
		"cash.by_end": "margin.all_in", "return.by_end": "return.all_in", "return.with_role": "return.all_in",
	} {
		r := s.list[id]
		r.band = s.list[like].band
		s.list[id] = r
	}
}
