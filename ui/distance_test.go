package ui

import (
	"strings"
	"testing"
	"time"

	"arringa/model"
)

// A digit answers the question and goes to the next one; the count and the plan follow, and
// each answer is one step back.
func TestDigitsAnswerTheDistance(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "distance")
	was := r.plan()
	r.says("22 risposte su 29", "Base contatti · 10 di 29") // the first one without an answer
	r.types("3").says("23 risposte su 29", "11 di 29").types("left").says("● 3 Cresce, si ripulisce")
	for level := range 4 {
		r.types(string(rune('0' + level))).says("23 risposte su 29").types("left")
		if got, ok := r.plan().Level("contact_base_growth"); !ok || got != level {
			t.Errorf("level %d, %t after pressing %d", got, ok, level)
		}
	}
	for range 5 {
		r.types("ctrl+z")
	}
	same(t, r.plan(), was)
}

// The arrows choose a level, enter takes it; with none chosen it passes over the question.
func TestArrowsAndEnterAnswerTheDistance(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "distance")
	was := r.plan()
	r.types("enter").says("22 risposte su 29", "11 di 29")
	same(t, r.plan(), was)
	r.types("left down down").says("▸ ○ 1 Cresce a caso").types("up up").says("▸ ○ 0 Non lo sappiamo.")
	r.types("down down down down down").says("▸ ○ 3").types("up enter")
	if got, ok := r.plan().Level("contact_base_growth"); !ok || got != 2 {
		t.Errorf("level %d, %t", got, ok)
	}
	r.types("left").says("▸ ● 2 Cresce ogni mese").types("delete").says("22 risposte su 29", "○ 2 Cresce ogni mese")
	if _, ok := r.plan().Level("contact_base_growth"); ok {
		t.Error("the answer is still there")
	}
	r.types("ctrl+z").says("● 2 Cresce ogni mese").keeps("macchine.plan")
}

// From one end to the other: the first and the last question say so, and the last answer leads
// to the channels.
func TestTheDistanceBeginsAndEnds(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "distance")
	for range 9 {
		r.types("left")
	}
	r.says("Sito · 1 di 29").types("left").sees("Si è già all'inizio.")
	for range 28 {
		r.types("right")
	}
	r.says("Là fuori · 29 di 29").types("right").sees("Si è già alla fine.")
	r.types("1").sees("Dove farsi trovare?")
	if got, ok := r.plan().Level("competitors"); !ok || got != 1 {
		t.Errorf("level %d, %t", got, ok)
	}
	r.goes("distance").says("23 risposte su 29", "10 di 29")
}

// An area stands at the mean of its answers (1 and 2 for the site, 1 and 0 for the assistants), and
// the next steps come from the lowest areas.
func TestTheProfileIsTheMeanOfTheAnswers(t *testing.T) {
	r := sitBefore(t, 80, 24, "dentista", "distance")
	r.types("p").says("Il profilo").reads("Sito", "1,5/3").reads("Risposte AI", "0,5/3").reads("Là fuori", "–")
	r.says("1. Chiedete a chi fa il sito i dati strutturati").types("esc").misses("Il profilo")
	for range 5 {
		r.types("left") // from the sixth question to the first
	}
	r.says("Sito · 1 di 29").types("3 3 p").reads("Sito", "3,0/3").types("esc")
	r.resizes(140, 45).reads("Sito  ", "3,0/3").reads("Risposte AI", "0,5/3")
}

// Nothing answered: no steps, and nothing for the calendar.
func TestNothingAnsweredNoSteps(t *testing.T) {
	r := sit(t, 80, 24).types("n").standsOn("→ Crea").types("enter").goes("distance")
	r.says("0 risposte su 29").types("p").says("Nessun passo ancora: si comincia dalle risposte.").types("esc")
	r.types("c").sees("Nessun passo ancora: si comincia dalle risposte.")
	if n := len(r.plan().Events); n > 0 {
		t.Errorf("%d events", n)
	}
}

// The next steps go into the calendar, one a month from the first, once.
func TestTheNextStepsGoIntoTheCalendar(t *testing.T) {
	r := sitBefore(t, 140, 45, "dentista", "distance")
	was := r.plan()
	r.types("c").sees("Messi in calendario: 3 passi, nei primi mesi del piano.")
	events := r.plan().Events[len(was.Events):]
	if len(events) != 3 {
		t.Fatalf("%d more events", len(events))
	}
	for i, e := range events {
		if e.Month != was.Start+model.Month(i) || e.Kind != model.ReviewEvent {
			t.Errorf("event %d: %+v", i, e)
		}
		if !strings.Contains(strings.Join(strings.Fields(r.screen()), " "),
			strings.Join(strings.Fields(e.What)[:3], " ")) {
			t.Errorf("%q is not among the steps on the screen", e.What)
		}
	}
	r.types("c").sees("I passi sono già in calendario.")
	if n := len(r.plan().Events); n != len(was.Events)+3 {
		t.Errorf("%d events after asking twice", n)
	}
	r.undoes(was)
}

// What an assistant answers is noted: when, who, to which question, and whom else it names;
// the tally follows.
func TestAnAssistantsAnswerIsNoted(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "distance")
	was := r.plan()
	r.types("a").says("Nominati in 3 risposte su 10.").reads("ChatGPT", "2 su 5").types("n")
	r.standsOn("Quando").spells("12/11/2026").reads("Quando", "12/11/2026")
	r.standsOn("Assistente").types("right right right left").reads("Assistente", "Perplexity")
	r.standsOn("L'azienda").types("right").reads("L'azienda", "nominati")
	r.standsOn("Chi altro").spells("Reno Filling, , Nuova Pack").standsOn("Fonti").
		putsInto("rivista.it,\n elenco.com \n")
	r.standsOn("→ Annota").types("enter").sees("Annotata: Perplexity, nominati.")
	r.says("Nominati in 4 risposte su 11.").reads("Perplexity", "2 su 4").reads("12/11/2026", "1 su 1")
	run := r.plan().Presence[10]
	if run.Date != "2026-11-12" || run.Assistant != "Perplexity" || !run.Named || run.Run != 1 ||
		strings.Join(run.Competitors, "|") != "Reno Filling|Nuova Pack" ||
		strings.Join(run.Sources, "|") != "rivista.it|elenco.com" {
		t.Errorf("noted %+v", run)
	}
	r.types("esc").keeps("macchine.plan")
	r.undoes(was)
}

// The next answer begins where the last one was, as its next try; the last one is taken off
// again.
func TestAnswersAreNotedOneAfterTheOther(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "distance")
	r.types("a n").reads("Quando", "11/11/2026").reads("Assistente", "ChatGPT")
	r.standsOn("Assistente").spells("chatgpt").standsOn("→ Annota").types("enter").
		sees("Annotata: chatgpt, non nominati.")
	if run := r.plan().Presence[10]; run.Run != 2 || run.Prompt != "named_who" || run.Named {
		t.Errorf("noted %+v", run)
	}
	r.types("delete").sees("Tolta l'ultima risposta annotata.").says("Nominati in 3 risposte su 10.")
	r.types("a").standsOn("Assistente").spells("Un altro").standsOn("Domanda").types("right").standsOn("→ Annota").
		types("enter")
	run := r.plan().Presence[10]
	if run.Run != 1 || run.Prompt == "named_who" || run.Assistant != "Un altro" {
		t.Errorf("noted %+v", run)
	}
}

func TestADayThatIsNoneIsRefused(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "distance")
	for _, day := range []string{"31/02/2027", "ieri", "2027"} {
		r.types("a n").standsOn("Quando").spells(day)
		r.says("«"+day+"» non è una data: scrivere per esempio 30/06/2027 oppure 30 giugno.").types("esc").
			reads("Quando", "11/11/2026").types("esc esc")
	}
}

// The first answer of a plan is noted for today.
func TestTheFirstAnswerIsOfToday(t *testing.T) {
	r := sit(t, 80, 24).types("n").standsOn("→ Crea").types("enter").goes("distance")
	r.types("a").says("Ancora nessuna risposta annotata.").types("delete").sees("Ancora nessuna risposta annotata.").
		types("n")
	before := time.Now().Format("2006-01-02")
	r.standsOn("→ Annota").types("enter").says("Nominati in 0 risposte su 1.")
	if run := r.plan().Presence[0]; string(run.Date) < before || run.Assistant != "ChatGPT" {
		t.Errorf("noted %+v", run)
	}
}

// A click chooses a level and another takes it; the wheel goes through the levels.
func TestTheDistanceByMouse(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "distance")
	was := r.plan()
	r.clicksOn("1 Cresce a caso").says("▸ ○ 1 Cresce a caso")
	same(t, r.plan(), was)
	r.clicksOn("1 Cresce a caso").says("23 risposte su 29", "11 di 29").types("left")
	x, y := r.at("3 Cresce, si ripulisce")
	if r.wheels(x, y, -1); !strings.HasPrefix(r.inHand(), "○ 2") {
		t.Errorf("the wheel leads to %q", r.inHand())
	}
	if r.wheels(x, y, 9); !strings.HasPrefix(r.inHand(), "○ 0") {
		t.Errorf("the wheel leads back to %q", r.inHand())
	}
	r.resizes(80, 24).twiceOn("clienti.") // the second line of the last level
	if got, _ := r.plan().Level("contact_base_growth"); got != 3 {
		t.Errorf("level %d", got)
	}
	r.resizes(140, 45).clicksOn("presenza AI").says("Nominati in 3 risposte su 10.").clicksOn("annota una risposta")
	r.twiceOn("L'azienda è nominata?").reads("L'azienda", "nominati").clicksOn("→ Annota").
		says("Nominati in 4 risposte su 11.")
	r.clicks(1, 1).misses("Nominati in 4") // beside a dialog closes it
}
