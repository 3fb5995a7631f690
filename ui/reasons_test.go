package ui

import (
	"strings"
	"testing"

	"arringa/model"
)

// reasonOf is why a channel gets its money.
func (r *robot) reasonOf(id model.ChannelID) model.Reason {
	r.t.Helper()
	p := r.plan()
	i := p.Channel(id)
	if i < 0 {
		r.t.Fatalf("no channel %s", id)
	}
	return p.Channels[i].Reason
}

// onADraft is a new plan of a machine maker on the reasons of its first channel, the fairs in
// Italy, which get 50.000 €.
func onADraft(t *testing.T) *robot {
	r := sit(t, 140, 45)
	r.app.Saver.Pause = -1
	r.types("n").standsOn("→ Crea").types("enter").standsOn("Fiere Italia").types("'50000' enter")
	return r.goes("reasons").says("Con 50.000 € l'anno per").
		reads("Che cosa ci aspettiamo", "bozza del programma")
}

// A draft follows the figures; taken as it is, it stays a draft and goes on following them.
func TestADraftFollowsTheFigures(t *testing.T) {
	r := onADraft(t)
	was := r.plan()
	r.standsOn("Che cosa ci").types("space").says("Scrivendo, la bozza lascia il posto").types("enter").
		reads("Che cosa ci aspettiamo", "bozza del programma")
	if same(t, r.plan(), was); r.reasonOf("fairs_italy").Claim != "" {
		t.Errorf("the draft is in the plan: %q", r.reasonOf("fairs_italy").Claim)
	}
	r.goes("budget").standsOn("Fiere Italia").types("'40000' enter").goes("reasons").
		says("Con 40.000 € l'anno per")
	r.goes("budget").standsOn("Fiere Italia").types("'0' enter").goes("reasons").
		says("Quest'anno qui non si spende: i soldi rendono di più altrove.")
}

// A draft that is touched up with the arrows keeps its words and its figures alive.
func TestADraftIsTouchedUp(t *testing.T) {
	r := onADraft(t).standsOn("Che cosa ci")
	r.types("space left right ' Ne vale la pena.' enter").says("Con 50.000 € l'anno", "vale la pena.")
	if strings.Contains(r.lineWith("Che cosa ci aspettiamo"), "bozza") {
		t.Error("what the manager wrote is still called a draft")
	}
	r.goes("budget").standsOn("Fiere Italia").types("'40000' enter").goes("reasons").
		says("Con 40.000 € l'anno", "vale la pena.")
}

// A letter takes the draft's place; esc asks, and leaves everything as it was; a text that is emptied
// gives way to the draft again.
func TestALetterTakesTheDraftsPlace(t *testing.T) {
	r := onADraft(t).standsOn("Che cosa ci")
	was := r.plan()
	r.types("space 'Altro' esc").says("non è ancora nel piano").types("right enter").says("Con 50.000 € l'anno")
	same(t, r.plan(), was)
	r.types("space 'Chi decide viene in fiera.' ctrl+j 'Sempre.' enter").says("Chi decide viene in fiera.", "Sempre.")
	if got := r.reasonOf("fairs_italy").Claim; got != "Chi decide viene in fiera.\nSempre." {
		t.Errorf("written %q", got)
	}
	r.types("'Chi firma è lì.' enter").says("Chi firma è lì.").types("space ctrl+u enter")
	r.says("Con 50.000 € l'anno").reads("Che cosa ci aspettiamo", "bozza del programma")
	r.keeps(r.plan().Name + ".plan")
}

// Each part of a reason is written in its own place, is the plan's, and is one step back.
func TestEachPartOfAReasonHasItsPlace(t *testing.T) {
	r := sitBefore(t, 100, 50, "macchine", "reasons")
	was := r.plan()
	const id = "fairs_abroad"
	for _, c := range []struct {
		label, keys, typed string
		got                func(model.Reason) string
	}{
		{"Che cosa ci", "space ctrl+u ", "Due fiere, poi basta.", func(x model.Reason) string { return x.Claim }},
		{"Obiettivo", "space ctrl+u ", "Dieci visite al mese.", func(x model.Reason) string { return x.Target }},
		{"Che cosa può", "space ctrl+u ", "Lo sciopero degli aerei.", func(x model.Reason) string { return x.Risk }},
		{"Quando ci", "space ctrl+u ", "A settembre, sotto i cinque.",
			func(x model.Reason) string { return x.StopRule }},
		{"Obiettivo", "", "Venti visite.", func(x model.Reason) string { return x.Target }}, // typed over it
		{"Chi risponde", "", "Anna Neri", func(x model.Reason) string { return x.Owner }},
	} {
		r.standsOn(c.label).types(c.keys + "'" + c.typed + "' enter").says(c.typed)
		if got := c.got(r.reasonOf(id)); got != c.typed {
			t.Errorf("%s is %q, not %q", c.label, got, c.typed)
		}
		r.undoes(was)
	}
}

// A day is read as it is written; what is none is refused beside its text.
func TestTheDayOfTheReview(t *testing.T) {
	r := sitBefore(t, 100, 50, "macchine", "reasons")
	was := r.plan()
	for typed, want := range map[string]model.Date{
		"30/06/2027": "2027-06-30", "1/7/2027": "2027-07-01", "2027-06-30": "2027-06-30",
		"30 giugno 2027": "2027-06-30", "1° lug 2027": "2027-07-01", "29/02/2028": "2028-02-29",
	} {
		r.standsOn("Verifica il").spells(typed)
		if got := r.reasonOf("fairs_abroad").Review; got != want {
			t.Errorf("%s gives %q, not %q", typed, got, want)
		}
		r.undoes(was)
	}
	for _, typed := range []string{"31/02/2027", "domani", "29/02/2027", "30 brumaio 2027"} {
		r.standsOn("Verifica il").spells(typed).
			says("«"+typed+"» non è una data: scrivere per esempio 30/06/2027 oppure 30 giugno.").
			reads("Verifica il", typed)
		r.types("esc")
		same(t, r.plan(), was)
	}
}

// The measure is one of those that suit the channel, round and round.
func TestTheMeasureOfAReason(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "reasons").types("] ] ] ] ]").says("6/11 · Google Ads").
		standsOn("Come si misura")
	seen := map[string]bool{}
	for !seen[r.inHand()] {
		seen[r.inHand()] = true
		r.types("right")
	}
	if len(seen) < 2 || r.reasonOf("search_ads").KPI != "cac" {
		t.Errorf("after %d turns the measure is %q", len(seen), r.reasonOf("search_ads").KPI)
	}
	if r.types("left"); r.reasonOf("search_ads").KPI == "cac" {
		t.Error("the measure does not change")
	}
	r.keeps("macchine.plan")
}

// The channels follow each other, from either end to the other.
func TestTheReasonsGoFromChannelToChannel(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "reasons").says("1/11 · Fiere estero")
	for _, c := range [][2]string{
		{"]", "2/11 · Fiere Italia"}, {"[", "1/11"}, {"[", "11/11 · Risposte AI"}, {"ctrl+right",
			"1/11"}, {"ctrl+left ctrl+left", "10/11 · LinkedIn Ads"},
		{"right", "11/11"}, {"right", "1/11"}, {"left", "11/11"},
	} {
		r.types(c[0]).says(c[1])
	}
	r.standsOn("→ Avanti: E se").types("[").standsOn("→ canale seguente").types("enter").says("▸ Canale", "11/11")
	r.standsOn("→ Avanti: E se").types("enter").sees("Che cosa succede se")
}

func TestPastesIntoTheReasons(t *testing.T) {
	r := onADraft(t).standsOn("Che cosa ci").types("space").putsIn("Prima riga.\nSeconda riga.").
		types("enter") // in the draft's place
	if got := r.reasonOf("fairs_italy").Claim; got != "Prima riga.\nSeconda riga." {
		t.Errorf("pasted %q", got)
	}
	r.types("space").putsIn(" E la fine.").types("enter").says("Seconda riga. E la fine.")
	r.standsOn("Obiettivo").types("'4'").putsIn("0 contatti").types("enter")
	r.writes("Chi risponde", " Anna\nNeri ").writes("Verifica il", "30/06/2027\n")
	if x := r.reasonOf("fairs_italy"); x.Target != "40 contatti" || x.Owner != "Anna Neri" ||
		x.Review != "2027-06-30" {
		t.Errorf("%+v", x)
	}
	r.keeps(r.plan().Name + ".plan")
}

// By mouse: the list at the side changes the channel, a click chooses a part and another one
// opens it, the wheel walks.
func TestTheReasonsByMouse(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "reasons")
	r.clicksOn("● Stampa").says("8/11 · Stampa").clicksOn("● Fiere estero").says("1/11 · Fiere estero")
	r.clicksOn("Obiettivo").misses("invio tieni").clicksOn("Obiettivo").
		says("invio tieni", "75 contatti qualificati").types("ctrl+u 'Dieci.'").clicksOn("invio tieni")
	if got := r.reasonOf("fairs_abroad").Target; got != "Dieci." {
		t.Errorf("the target is %q", got)
	}
	r.twiceOn("Chi risponde").types("ctrl+u 'Anna'").clicksOn("Come si misura").reads("Chi risponde", "Anna").
		clicksOn("Come si misura")
	if x := r.reasonOf("fairs_abroad"); x.Owner != "Anna" || x.KPI == "fair_customers" {
		t.Errorf("%+v", x)
	}
	x, y := r.at("Che cosa può andare")
	if r.wheels(x, y, -2); !strings.HasPrefix(r.inHand(), "Che cosa può") {
		t.Errorf("the wheel leads to %q", r.inHand())
	}
	if r.wheels(x, y, 20); !strings.HasPrefix(r.inHand(), "Canale") {
		t.Errorf("the wheel leads back to %q", r.inHand())
	}
	r.clicksOn("‹ 1/11").says("11 di 11").clicksOn("11 di 11").says("‹ 1/11").clicksOn("1/11").says("2 di 11 · Fiere in Italia · 62.000 €").clicksOn("→ canale seguente").
		says("3 di 11 · Rete di agenti")
	r.twiceOn("Con quali fonti").says("Fonti: Rete di agenti").clicks(1, 1).misses("Fonti: Rete di agenti")
}
