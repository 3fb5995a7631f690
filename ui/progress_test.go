package ui

import (
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
)

// actualIn is what is known of a month of a channel.
func actualIn(t testing.TB, p model.Plan, id model.ChannelID, month string) model.Actual {
	t.Helper()
	for _, a := range p.Actuals {
		if a.Channel == id && a.Month.String() == month {
			return a
		}
	}
	t.Fatalf("nothing is known of %s in %s", id, month)
	return model.Actual{}
}

// What came is typed across and down, and stands in the file to the cent.
func TestTheYearIsTypedAcross(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").tells("Ancora nessuna cifra dell'anno.")
	was := r.plan()
	r.types("'1.050,50' tab '20' tab '2,5' enter").holds("Sito")
	r.types("left left '500' down '400' enter '0' up").holds("Guide di cura")
	p := r.reopened()
	a := actualIn(t, p, "search_ads", "2027-01")
	if *a.Spend != 105050 || *a.Contacts != 20 || *a.Customers != 2.5 {
		t.Errorf("%d, %v, %v", *a.Spend, *a.Contacts, *a.Customers)
	}
	for id, want := range map[model.ChannelID]model.Money{"website": 50000, "content_guides": 40000,
		"local_profile": 0} {
		if a := actualIn(t, p, id, "2027-01"); *a.Spend != want || a.Contacts != nil {
			t.Errorf("%s: %+v", id, a)
		}
	}
	// 1.050,50 + 500 + 400 + 0 of what the plan had for those four: 1.100, 541,67, 416,67, 250.
	r.tells("Finora, nei mesi noti: spesa 1.951 € invece di 2.308 € (−16%)")
	for range 6 {
		r.types("ctrl+z")
	}
	samePlan(t, "undone", r.plan(), was)
}

// Months are gone through one by one, and the step opens on the first that is not known.
func TestTheMonthsOfTheYear(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").sees("‹ gennaio 2027 ›").types("[").sees("Si è già all'inizio.")
	r.types("]").sees("‹ febbraio 2027 ›").types("ctrl+right").sees("‹ marzo 2027 ›").types("ctrl+left [").
		sees("‹ gennaio 2027 ›")
	r.types("'1000' enter").goes("board").goes("progress").sees("‹ febbraio 2027 ›")
	for range 10 {
		r.types("]")
	}
	r.sees("‹ dicembre 2027 ›").types("]").sees("Si è già alla fine.")
	r.types("'70' enter")
	if a := actualIn(t, r.reopened(), "website", "2027-12"); *a.Spend != model.Euro(70) {
		t.Errorf("%+v", a)
	}
}

// Spend as planned fills what is not known, and leaves what is.
func TestSpendAsPlanned(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").types("'999' enter")
	was := r.plan()
	r.types("p")
	p := r.reopened()
	for i, c := range p.Channels {
		want := plan.MonthsOf(p, i)[0]
		if c.ID == "search_ads" {
			want = model.Euro(999)
		}
		if a := actualIn(t, p, c.ID, "2027-01"); *a.Spend != want || a.Contacts != nil {
			t.Errorf("%s: %d, the plan has %d", c.ID, *a.Spend, want)
		}
	}
	r.types("ctrl+z").sees("Annullato: spesa come da piano")
	samePlan(t, "undone", r.plan(), was)
}

// A figure can be taken out by a key or by emptying it; nought is a figure.
func TestAFigureIsTakenOut(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress").types("'100' enter '0' enter up up delete")
	if a := actualIn(t, r.reopened(), "search_ads", "2027-01"); a.Spend != nil {
		t.Errorf("%+v", a)
	}
	r.types("down enter ctrl+u enter")
	if a := actualIn(t, r.reopened(), "website", "2027-01"); a.Spend != nil {
		t.Errorf("%+v", a)
	}
	r.types("ctrl+z")
	if a := actualIn(t, r.reopened(), "website", "2027-01"); a.Spend == nil || *a.Spend != 0 {
		t.Errorf("%+v", a)
	}
	r.types("up '5' esc")
	if a := actualIn(t, r.reopened(), "search_ads", "2027-01"); a.Spend != nil {
		t.Errorf("esc took %+v", a)
	}
}

func TestWhatIsNoFigureOfTheYearIsRefusedAndKept(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "progress")
	was := r.plan()
	for _, c := range []struct{ begin, typed, says string }{
		{"left left", "1a", "«1a» non è un importo: per esempio 12.500"},
		{"left left", "1,2345", "«1,2345» ha più di due decimali"},
		{"right", "2b", "«2b» non è un numero: scrivere per esempio 3,5."},
		{"right", "99999999999", "La cifra deve stare fra 0 e "},
	} {
		for _, end := range []string{"enter", "tab", "pgdown", "ctrl+s"} {
			r.types(c.begin + " '" + c.typed + "' " + end).tells(c.says).sees("Come sta andando").types("esc").
				misses(c.says)
		}
	}
	samePlan(t, "refused", r.plan(), was)
}

// More than was planned lifts the forecast, less lowers it, and what breaks an estimate is
// said with its figures.
func TestTheYearChangesTheForecast(t *testing.T) {
	margins := func(r *robot) (now, planned float64) {
		t.Helper()
		text := r.spoken()
		all := eurosIn(t, text[strings.Index(text, "Andando avanti così"):])
		return all[0], all[1]
	}
	r := sit(t, 100, 40).example("dentista", "progress").types("p right '60' enter")
	now, planned := margins(r)
	if now <= planned || planned != 68140 {
		t.Errorf("with many contacts the plan brings %.0f, it was %.0f", now, planned)
	}
	r.tells("Annunci su Google (ricerca): 60 contatti, più dei ")
	r.types("up '1' enter")
	if now, planned := margins(r); now >= planned || planned != 68140 {
		t.Errorf("with one contact the plan brings %.0f, it was %.0f", now, planned)
	}
	r.tells("Annunci su Google (ricerca): 1 contatto, quando anche la cifra prudente ne prevedeva")
}

func TestTheYearByMouseAndPaste(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "progress")
	x, _ := r.at("fatta")
	_, y := r.at("Newsletter")
	r.clicks(x+1, y).holds("Newsletter").clicks(x+1, y).Pastes(" 210,40 €\n").types("enter").holds("Incontri")
	if a := actualIn(t, r.reopened(), "newsletter", "2027-01"); *a.Spend != 21040 {
		t.Errorf("%+v", a)
	}
	came, _ := r.at("avuti")
	r.clicks(came+1, y).types("'4'").clicksOn("Passaparola").holds("Passaparola")
	if a := actualIn(t, r.reopened(), "newsletter", "2027-01"); *a.Contacts != 4 {
		t.Errorf("%+v", a)
	}
	r.types("'1x'").clicks(x, y).sees("«1x» non è un numero").holds("Passaparola").types("esc")
	r.wheels(x, y, 99).holds("Google Ads").wheels(x, y, -2).holds("Guide di cura")
	r.drags(x, y, x+3, y+1)
	r.clicksOn("p spesa come da piano").clicksOn("i leggi").
		sees("In questa cartella non ci sono file CSV o Excel da leggere.")
	if n := len(r.reopened().Actuals); n != len(r.plan().Channels) {
		t.Errorf("%d", n)
	}
}

// A plan of two years, of more channels than lines.
func TestALongYearScrolls(t *testing.T) {
	r := sit(t, 80, 20).example("macchine", "progress").sees("↓ altre").misses("Risposte AI")
	r.wheels(40, 8, -20).holds("Risposte AI").sees("↑ altre").types("'12' enter")
	if a := actualIn(t, r.reopened(), "ai_visibility", "2027-01"); *a.Spend != model.Euro(12) {
		t.Errorf("%+v", a)
	}
}
