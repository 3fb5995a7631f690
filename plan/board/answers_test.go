package board_test

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"arringa/model"
	"arringa/plan/board"
	"arringa/templates"
)

// plansAsked is how many plans of each sector are asked everything: 512 in all.
const plansAsked = 32

// Whatever the plan, each figure in an answer, read back out of it, is the plan's: its name, its
// unit and its time; a loss is said first; and nothing is said of what the plan does not have.
func TestEveryAnswerIsTrueOfItsPlan(t *testing.T) {
	told := &heard{sentences: map[string]bool{}}
	t.Run("sectors", func(t *testing.T) { everySector(t, told) })
	for _, tag := range []string{"it", "en"} {
		for _, q := range templates.BoardQuestions() {
			for _, sentence := range split(q.Answer.In(tag)) {
				if !told.sentences[outline(sentence)] {
					t.Errorf("%s %s: no plan is told %q", tag, q.ID, sentence)
				}
			}
		}
	}
}

// heard are the sentences that some plan was told, by what stands in them beside the figures.
type heard struct {
	sync.Mutex
	sentences map[string]bool
}

func (h *heard) all(answers []board.Answer) {
	h.Lock()
	defer h.Unlock()
	for _, a := range answers {
		for _, sentence := range split(a.Wording) {
			h.sentences[outline(sentence)] = true
		}
	}
}

// outline is a sentence without names, conditions and the words of a sector.
func outline(sentence string) string {
	sentence = named.ReplaceAllString(sentence, "")
	return strings.TrimSpace(trade.ReplaceAllString(sentence, ""))
}

var trade = regexp.MustCompile(`\b(client[ei]|pazient[ei]|ospit[ei]|customers?|patients?|guests?)\b`)

func everySector(t *testing.T, told *heard) {
	for n, sector := range templates.Sectors() {
		t.Run(sector.ID, func(t *testing.T) {
			t.Parallel()
			for i := range plansAsked {
				p := generated(sector, 1000*n+i)
				if found := p.Problems(); len(found) > 0 {
					t.Fatalf("plan %d: %v", i, found)
				}
				w := board.WorkOf(p)
				for _, tag := range []string{"it", "en"} {
					say := templates.Language(tag)
					values := board.Values(p, say, w)
					told.all(board.Answers(p, say, values))
					wrong := append(read(p, say, w).answers(values), absent(p, w, say, values)...)
					if len(wrong) > 0 {
						t.Errorf("plan %d of %s", i, sector.ID)
						report(t, wrong)
						return
					}
				}
			}
		})
	}
}

// absent finds what is said of a subject that the plan does not have, or of a loss that is not.
func absent(p model.Plan, w board.Work, say *templates.Texts, values model.Values) []string {
	has := func(ids ...model.ChannelID) bool {
		for _, id := range ids {
			if p.Channel(id) >= 0 {
				return true
			}
		}
		return false
	}
	rate, spends := w.Outlook.Total.Return()
	open, over := 0, 0
	for _, t := range p.Trials {
		if t.Result != nil {
			over++
		} else {
			open++
		}
	}
	guests := p.Company.Sector == "dental_clinic" || p.Company.Sector == "hotel_farmhouse"
	banned := map[string]bool{
		"Fier": !has("fairs_italy", "fairs_abroad"), "La fiera": !has("fairs_italy", "fairs_abroad"),
		"estero": !has("fairs_abroad"), "in Italia": !has("fairs_italy"), "agenti": !has("sales_agents"),
		"seguaci": !has("social_profiles"), "ruolo": p.Role == nil, "bandi": len(p.Grants) == 0,
		"non si recupera": p.Company.VAT.Cost() == 1, "senza IVA": p.Company.VAT.Cost() != 1,
		"è chiusa": over == 0, "finisce nel mese": open == 0, "Risposte annotate": len(p.Presence) == 0,
		"La spesa rientra nel mese": !spends || rate < 0, "clienti": guests, "customers": guests,
		" su 100": true, "entro l'anno": true, "within the year": true, "oltre all'euro": true, "caso prudente": true,
	}
	var wrong []string
	asked := board.Asked(board.Answers(p, say, values))
	for _, a := range asked {
		for word, is := range banned {
			if is && strings.Contains(a.Question+" "+a.Text, word) {
				wrong = append(wrong, fmt.Sprintf("%s %s says %q: %s %s", say.Tag, a.ID, word, a.Question, a.Text))
			}
		}
	}
	if p.Budget > 0 && (len(asked) == 0 || asked[0].ID != "how_much_and_why") {
		return append(wrong, "the first question is not the first")
	}
	first := map[string]string{"it": "Con queste ipotesi", "en": "On these assumptions"}[say.Tag]
	for _, a := range asked {
		mustFear := a.ID == "how_much_and_why" || a.ID == "when_back" || a.ID == "hard_year"
		loses := spends && rate < 0 && w.Outlook.Total.More.Margin >= 100
		if mustFear && loses && !strings.HasPrefix(a.Text, first) {
			wrong = append(wrong, a.ID+" does not say the loss first: "+a.Text)
		}
	}
	return wrong
}

// What a plan must fear is asked first: one that loses is asked of the loss, one whose figures are
// guesses of the guesses, and one whose money comes late of when it comes.
func TestWhatThePlanMustFearIsAskedFirst(t *testing.T) {
	sector, _ := templates.FindSector("machinery")
	order := func(change func(p *model.Plan)) []string {
		p := templates.NewPlan(sector, "it", 2027*12, 0)
		for i := range p.Channels {
			p.Channels[i].Amount = p.Budget / model.Money(len(p.Channels)) / 100 * 100
		}
		change(&p)
		say := templates.Language("it")
		var ids []string
		for _, a := range board.Asked(board.Answers(p, say, board.Values(p, say, board.WorkOf(p)))) {
			ids = append(ids, a.ID)
		}
		return ids[:board.Dreaded]
	}
	among := func(what string, ids []string, id string, before int) {
		t.Helper()
		for i, x := range ids {
			if x == id && i < before {
				return
			}
		}
		t.Errorf("%s: %s is not among the first %d of %v", what, id, before, ids)
	}
	guessed := order(func(*model.Plan) {})
	among("guesses", guessed, "numbers_from_where", 4)
	late := order(func(p *model.Plan) { p.Months = model.MinMonths })
	among("nothing is back by the end", late, "when_back", 4)
	losing := order(func(p *model.Plan) {
		for i := range p.Channels {
			n := &p.Channels[i].Figures.Contacts
			n.Low, n.Base, n.High = n.Low/50, n.Base/50, n.High/50
		}
	})
	among("a loss", losing, "losing_channels", board.Dreaded)
	among("a loss", losing, "return_per_euro", board.Dreaded)
	if losing[0] != "how_much_and_why" || guessed[0] != "how_much_and_why" {
		t.Error("what is asked does not come first")
	}
}

// The answers name only what exists: each sheet is in the book.
func TestSheetsThatAnswersNameAreInTheBook(t *testing.T) {
	for _, tag := range []string{"it", "en"} {
		say := templates.Language(tag)
		known := map[string]bool{}
		for _, name := range say.Book.Sheets {
			known[name] = true
		}
		for _, q := range templates.BoardQuestions() {
			words := strings.Fields(strings.NewReplacer(",", "", ".", "", ":", "").Replace(q.Answer.In(tag)))
			for i, word := range words {
				named := ""
				switch {
				case tag == "it" && word == "foglio":
					named = words[i+1]
				case tag == "en" && word == "sheet":
					named = words[i-1]
				}
				if named != "" && !known[named] {
					t.Errorf("%s %s: no sheet %q", tag, q.ID, named)
				}
			}
		}
	}
}
