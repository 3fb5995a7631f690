package ui

import (
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
)

// monthsTyped are a channel's months, and what they add up to.
func monthsTyped(p model.Plan, id model.ChannelID) (list [12]model.Money, all model.Money) {
	list = plan.MonthsOf(p, p.Channel(id))
	for _, m := range list {
		all += m
	}
	return list, all
}

// Months are typed across: each stays as it was typed, no other changes, and the year and
// what is left to assign follow to the cent.
func TestMonthsAreTypedAcrossAndTheOthersStay(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	was := r.plan()
	months, _ := monthsTyped(was, "search_ads")
	r.tells("Annunci su Google (ricerca) · gennaio 2027: 1.100 € (come la stagione)")
	r.types("'250,50' enter").sees("Annunci su Google (ricerca): l'anno è ora di 11.150,50 €; restano da assegnare 3.649,50 €.")
	r.tells("Annunci su Google (ricerca) · febbraio 2027: ").types("'0' enter '3.000' enter")
	months[0], months[1], months[2] = 25050, 0, model.Euro(3000)
	got, all := monthsTyped(r.reopened(), "search_ads")
	if got != months || all != r.amount("search_ads") || r.plan().Pot() != was.Pot()+was.Channels[0].Amount-all {
		t.Errorf("%v, %d in all, %d to assign", got, all, r.plan().Pot())
	}
	for i, c := range r.plan().Channels[1:] {
		if others, _ := monthsTyped(was, c.ID); c.Amount != was.Channels[i+1].Amount || func() [12]model.Money {
			now,
				_ := monthsTyped(r.plan(), c.ID)
			return now
		}() != others {
			t.Errorf("%s changed", c.ID)
		}
	}
	r.types("left").tells("marzo 2027: 3.000 € (mese per mese)")
	r.types("ctrl+z ctrl+z ctrl+z").sees("Annullato: Annunci su Google (ricerca)")
	samePlan(t, "after undo", r.plan(), was)
	r.types("ctrl+y").sees("Ripetuto: Annunci su Google (ricerca)")
	if got, _ := monthsTyped(r.reopened(), "search_ads"); got[0] != 25050 {
		t.Errorf("after redo, %v", got)
	}
}

// While a month is being typed the arrows take it and go on in their direction, esc drops it.
func TestKeysThatEndATypedMonth(t *testing.T) {
	for _, c := range []struct {
		keys string
		want model.Money
		then string
	}{
		{"'700' enter", 70000, "Annunci su Google (ricerca) · marzo 2027"},
		{"'700' tab", 70000, "Annunci su Google (ricerca) · marzo 2027"},
		{"'700' down", 70000, "Sito aziendale · febbraio 2027"},
		{"'700' up", 70000, "Annunci su Google (ricerca) · febbraio 2027"},
		{"'700' esc", 105000, "Annunci su Google (ricerca) · febbraio 2027"},
		{"'7' backspace '800,5' enter", 80050, "marzo 2027"},
		{"€ '900' enter", 90000, "marzo 2027"},
	} {
		r := sit(t, 80, 24).example("dentista", "calendar").types("right").types(c.keys).tells(c.then)
		if got, _ := monthsTyped(r.plan(), "search_ads"); got[1] != c.want {
			t.Errorf("%s gives %d", c.keys, got[1])
		}
	}
	r := sit(t, 80, 24).example("dentista", "calendar").types("'700' pgdown").sees("Quanto costa il ruolo")
	if got, _ := monthsTyped(r.reopened(), "search_ads"); got[0] != 70000 {
		t.Errorf("leaving the step gave %v", got)
	}
}

// What is no amount is refused and stays to be mended; leaving does not lose it.
func TestWhatIsNoMonthIsRefusedAndKept(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	was := r.plan()
	for typed, says := range map[string]string{
		"1a": "«1a» non è un importo", "1,2345": "ha più di due decimali",
		"2000000000": "è troppo: il massimo è un miliardo di euro",
		"€":          "Manca la cifra: scrivere un importo, per esempio 12.500.",
	} {
		for _, end := range []string{"enter", "pgdown", "ctrl+s"} {
			r.types("'"+typed+"' "+end).sees(says, typed, "Quando si spende").types("esc").misses(says)
		}
	}
	samePlan(t, "refused", r.plan(), was)
}

// A month gets as much as there is left to assign; more is refused, stays to be mended, and
// the other months keep what they have.
func TestAMonthCannotHaveMoreThanIsLeft(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar").types("right right")
	was := r.plan()
	r.types("'99999' enter").sees("Da assegnare ci sono 2.800 €: questo mese arriva a 3.900 €.",
		"si abbassa prima un altro mese", "99999")
	samePlan(t, "refused", r.plan(), was)
	r.types("ctrl+u '3.900' enter")
	if got, _ := monthsTyped(r.reopened(), "search_ads"); got[2] != model.Euro(3900) || r.plan().Pot() != 0 {
		t.Errorf("%v", got)
	}
	r.goes("budget").on("search_ads").types("space").goes("calendar").types("'0' enter").sees("L'importo del canale è bloccato")
}

// Even, and by season, are a key each and can be taken back.
func TestAYearIsSpreadByAKey(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	was := r.plan()
	r.types("e").sees("Annunci su Google (ricerca): uguale ogni mese.")
	for _, m := range func() [12]model.Money { got, _ := monthsTyped(r.reopened(), "search_ads"); return got }() {
		if m != model.Euro(1000) {
			t.Errorf("an even month has %d", m)
		}
	}
	r.types("s").sees("Annunci su Google (ricerca): come la stagione.")
	samePlan(t, "as it was", r.plan(), was)
	r.types("ctrl+z").sees("Annullato: calendario del canale").types("ctrl+z")
	samePlan(t, "undone", r.plan(), was)
	r.downTo("Media locali").types("s")
	// August is low
	if got, all := monthsTyped(r.reopened(), "local_media"); all != model.Euro(4000) || got[0] == 0 ||
		got[7] >= got[0] {
		t.Errorf("%v", got)
	}
}

func TestTheCursorOfTheCalendar(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "calendar")
	for _, s := range []doing{
		{"left up", "Fiere all'estero e missioni · gennaio 2027: 4.000 €"},
		{"end", "Fiere all'estero e missioni · dicembre 2027: 2.000 €"},
		{"right", "Fiere all'estero e missioni · dicembre 2027: 2.000 €"},
		{"down", "Fiere in Italia · dicembre 2027: "},
		{"home", "Fiere in Italia · gennaio 2027: "},
		{"down down down down down down down down down down down down", "gennaio 2027: 500 € (uguale ogni mese)"},
	} {
		if r.types(s.keys); !strings.Contains(r.spoken(), s.says) {
			t.Errorf("%s: %q is not said:\n%s", s.keys, s.says, r.screen())
		}
	}
	r.tells("gli anni seguenti ripetono questi mesi") // a plan of two years
	r.types("enter").sees("Quanto costa il ruolo, e che cosa tiene in piedi?")
}

// The sums under the months are the channels' own, and the cash ends where it must.
func TestTheSumsUnderTheMonths(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "calendar").sees("euro al mese")
	var want [12]model.Money
	for _, c := range r.plan().Channels {
		got, _ := monthsTyped(r.plan(), c.ID)
		for m := range got {
			want[m] += got[m]
		}
	}
	cells := strings.Fields(strings.SplitN(r.line("  spesa"), "spesa", 2)[1])
	if len(cells) != 12 {
		t.Fatalf("%q", cells)
	}
	for m, cell := range cells {
		if shown := eurosIn(t, cell+" €"); len(shown) != 1 || shown[0]*100-float64(want[m]) > 50 ||
			float64(want[m])-shown[0]*100 > 50 {
			t.Errorf("month %d: %s, the channels add up to %d cents", m+1, cell, want[m])
		}
	}
}

func TestTheCalendarByMouse(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	x, head := r.at("apr")
	_, y := r.at("Newsletter")
	r.clicks(x+1, y).holds("Newsletter").tells("Newsletter ai propri contatti · aprile 2027: 200 €")
	r.clicks(x+1, y).types("ctrl+u '300' enter").tells("maggio 2027")
	got, all := monthsTyped(r.reopened(), "newsletter")
	if got[3] != model.Euro(300) || got[2] != model.Euro(200) || all != model.Euro(2500) {
		t.Errorf("%v", got)
	}
	// A click elsewhere takes what is being typed; one on a name keeps the month.
	r.types("'400'").clicksOn("Passaparola").holds("Passaparola").tells("Passaparola organizzato · maggio 2027")
	if got, _ := monthsTyped(r.reopened(), "newsletter"); got[4] != model.Euro(400) {
		t.Errorf("%v", got)
	}
	r.types("'1a'").clicks(x, head).sees("«1a» non è un importo").types("esc")
	r.wheels(x, y, -2).holds("Incontri").wheels(x, y, 1).holds("Newsletter").wheels(x, y, 99).holds("Google Ads")
	r.clicks(1, 1).clicksOn("e uguale").sees("Annunci su Google (ricerca): uguale ogni mese.")
}

// A channel beyond the last line comes into sight when one goes there.
func TestALongCalendarScrolls(t *testing.T) {
	r := sit(t, 80, 20).example("macchine", "calendar").sees("↓ altre").misses("Risposte AI")
	r.wheels(40, 8, -20).holds("Risposte AI").sees("↑ altre")
	r.wheels(40, 8, 20).holds("Fiere estero")
}

func TestPastingAMonth(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar").types("backspace ctrl+u").Pastes(" 1.234,56 €\n").types("enter")
	if got, all := monthsTyped(r.reopened(), "search_ads"); got[0] != 123456 || all != model.Euro(12000)-110000+123456 {
		t.Errorf("%v", got)
	}
	r.types("'2'").Pastes("50").types("enter").types("'x'")
	if got, _ := monthsTyped(r.reopened(), "search_ads"); got[1] != model.Euro(250) {
		t.Errorf("%v", got)
	}
}

// The balance counts the VAT that is not recovered, the spend above it does not: the row says so,
// and only where there is any.
func TestTheBalanceSaysThatItCountsVAT(t *testing.T) {
	for _, width := range []int{80, 140} {
		sit(t, width, 45).example("dentista", "calendar").sees("saldo con IVA")
		if r := sit(t, width, 45).example("macchine", "calendar").sees("saldo"); strings.Contains(r.screen(), "IVA") {
			t.Error(r.screen())
		}
	}
}
