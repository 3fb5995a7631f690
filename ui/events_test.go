package ui

import (
	"strings"
	"testing"

	"arringa/model"
)

// A date to remember is made, shown in its month, changed and taken away again.
func TestADateToRememberFromMakingToDropping(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	was := r.plan()
	r.downTo("Media locali").types("right n").sees("‹ febbraio 2027 ›", "fiera", "Radio e giornali locali")
	r.types("right right enter left left enter enter 'Pagina sul giornale' enter '1.500,50' enter enter")
	r.misses("Metti in calendario")
	made := r.reopened().Events[len(was.Events)]
	want := model.Event{Month: model.NewMonth(2027, 4), Kind: model.ReviewEvent, Channel: "local_media",
		What: "Pagina sul giornale", Cost: 150050}
	if made.Month != want.Month || made.Kind != want.Kind || made.Channel != want.Channel || made.What != want.What ||
		made.Cost != want.Cost {
		t.Errorf("%+v", made)
	}
	r.types("right right").tells("◆ verifica · Radio e giornali locali · Pagina sul giornale · 1.500,50 €")
	if _, all := monthsTyped(r.plan(), "local_media"); all != model.Euro(4000) {
		t.Errorf("its cost is part of the channel's year, which is %d", all)
	}

	r.types("v").sees("Invio apre l'appuntamento: si corregge o si toglie.")
	r.downTo("aprile 2027").types("enter").sees("‹ aprile 2027 ›", "1.500,50 €")
	r.types("left enter right enter").downTo("Costo").types("backspace ctrl+u enter")
	r.downTo("→ Tieni").types("enter")
	changed := r.reopened().Events[len(was.Events)]
	if changed.Month != want.Month-1 || changed.Kind != model.CostEvent || changed.Cost != 0 ||
		changed.What != want.What {
		t.Errorf("%+v", changed)
	}
	r.types("v").downTo("marzo 2027 · spesa").types("enter").downTo("✗ Togli dal calendario").types("enter")
	samePlan(t, "dropped", r.reopened(), was)
	r.types("ctrl+z ctrl+z").sees("Annullato: appuntamento").types("ctrl+z").sees("Annullato: nuovo appuntamento")
	samePlan(t, "undone", r.reopened(), was)
}

// The list is in the order of the months whatever the order of typing, and a date may be of
// the whole plan.
func TestTheListOfDatesIsByMonth(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "calendar")
	for _, keys := range []string{"end n", "home n"} {
		r.types(keys).downTo("Canale").types("left").sees("‹ tutto il piano ›").downTo("→ Metti").types("enter")
	}
	r.types("v").holds("gennaio 2027 · fiera")
	order := []string{"gennaio", "febbraio", "marzo", "maggio", "giugno", "settembre", "dicembre"}
	for _, month := range order {
		r.holds(month).types("down")
	}
	r.types("esc").misses("Invio apre")
	if e := r.reopened().Events; e[len(e)-1].Channel != "" {
		t.Errorf("%+v", e)
	}
}

func TestDatesByMousePasteAndRefusal(t *testing.T) {
	r := sit(t, 120, 30).example("dentista", "calendar")
	was := r.plan()
	r.types("v").wheels(50, 12, -4).holds("settembre").wheels(50, 12, 1).holds("giugno").clicks(1, 1).
		misses("Invio apre")
	r.clicksOn("v appuntamenti").clicksOn("settembre 2027 · verifica").sees("‹ settembre 2027 ›")
	r.clicksOn("Mese").sees("‹ ottobre 2027 ›").clicksTwice("Descrizione").types("ctrl+u").
		Pastes("Verifica\ncon  i soci, in sala").clicksTwice("Costo")
	r.types("'molto' enter").tells("«molto» non è un importo").types("'-3' enter").tells("«-3» è sotto zero").
		types("'40' enter")
	r.clicksOn("→ Tieni l'appuntamento").misses("→ Tieni")
	if e := r.reopened().Events[4]; e.Month != model.NewMonth(2027, 10) || e.What != "Verifica con i soci, in sala" ||
		e.Cost != model.Euro(40) {
		t.Errorf("%+v", e)
	}
	r.types("ctrl+z")
	r.types("v enter esc") // a look changes nothing
	samePlan(t, "looked at", r.plan(), was)
	for range was.Events {
		r.types("v enter").downTo("✗ Togli dal calendario").types("enter")
	}
	r.types("v").sees("Ancora nessun appuntamento: la n ne aggiunge uno.")
	if n := len(r.reopened().Events); n != 0 {
		t.Errorf("%d dates", n)
	}
}

// A start, an end, a fair, a review and a cost are each kept as what they are, in any channel
// and month; the row under the months marks them.
func TestEveryKindOfDate(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "calendar").downTo("Passaparola").types("end")
	n := len(r.plan().Events)
	for i, c := range []struct {
		turns, says string
		kind        model.EventKind
	}{
		{"", "fiera", model.FairEvent}, {"right", "inizio", model.StartEvent}, {"right right", "fine", model.EndEvent},
		{"left left", "verifica", model.ReviewEvent}, {"left", "spesa una tantum", model.CostEvent},
	} {
		r.types("n enter").types(c.turns).sees("‹ " + c.says + " ›").downTo("→ Metti").types("enter")
		e := r.reopened().Events[n+i]
		if e.Kind != c.kind || e.Channel != "word_of_mouth" || e.Month != model.NewMonth(2027, 12) {
			t.Errorf("%s: %+v", c.says, e)
		}
		r.tells("◆ " + c.says + " · Passaparola organizzato")
	}
	if row := strings.TrimRight(r.line("  appuntamenti"), " "); !strings.HasSuffix(row, "◆") { // December
		t.Errorf("%q", row)
	}
}
