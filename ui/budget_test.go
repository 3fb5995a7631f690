package ui

import (
	"math"
	"strings"
	"testing"

	"arringa/model"
)

// The machine maker's budget: 345.000 €, of which 9.000 are not given out; steps of 3.000.
// The fairs abroad are locked at 88.000, three channels have a least, one a most.
const outreach = "Contatto dir."

// adds checks that channels and pot make up the budget.
func adds(t *testing.T, p model.Plan) {
	t.Helper()
	if p.Allocated()+p.Pot() != p.Budget || p.Pot() < 0 {
		t.Errorf("%d given and %d in the pot of %d", p.Allocated(), p.Pot(), p.Budget)
	}
}

// An arrow goes to the next whole step, with shift ten steps, home and end as far as the
// channel's limits and the money go; the others stay where they are.
func TestArrowsMoveASlider(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget")
	was := r.plan()
	for _, c := range []struct {
		row, keys string
		id        model.ChannelID
		want      int64
		says      string
	}{
		{outreach, "right", "direct_outreach", 27000, "Annullato: Contatto diretto mirato."},
		{outreach, "right right left", "direct_outreach", 27000, ""},
		{outreach, "left", "direct_outreach", 24000, ""},
		{outreach, "shift+left", "direct_outreach", 0, ""},
		{outreach, "home", "direct_outreach", 0, ""},
		{outreach, "shift+right", "direct_outreach", 34000, ""},
		{outreach, "end", "direct_outreach", 34000, ""},
		{"Fiere Italia", "home", "fairs_italy", 40000, ""},
		{"Fiere Italia", "shift+left shift+left", "fairs_italy", 40000, ""},
		{"Google Ads", "end", "search_ads", 30000, ""},
		{"Google Ads", "right right right right", "search_ads", 30000, ""},
	} {
		r.standsOn(c.row).types(c.keys)
		p := r.plan()
		if got := r.amount(c.id); got != model.Euro(c.want) {
			t.Errorf("%s on %s leads to %d, not to %d", c.keys, c.row, got, c.want*100)
		}
		adds(t, p)
		for i, other := range p.Channels {
			if other.ID != c.id && other.Amount != was.Channels[i].Amount {
				t.Errorf("%s moved with %s", other.ID, c.row)
			}
		}
		r.types("up down ctrl+z")
		if c.says != "" {
			r.sees(c.says)
		}
		for range 3 {
			r.types("ctrl+z")
		}
		same(t, r.plan(), was)
	}
}

// Who cannot get all that was asked is told what stands in the way.
func TestWhatStopsASliderIsSaid(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget")
	was := r.plan()
	for _, c := range []struct{ row, script, says, reads string }{
		{outreach, "'50000' enter", "Contatto diretto mirato si ferma a 34.000 €: non resta altro da assegnare. " +
			"Alzare il totale o togliere a un altro canale. Oppure m: totale fisso.", "34.000"},
		{"Fiere Italia", "'10000' enter",
			"Fiere in Italia si ferma a 40.000 €: è il minimo fissato. Il tasto tab lo cambia.", "40.000"},
		{"Google Ads", "'31000' enter", "si ferma a 30.000 €: è il massimo fissato. Il tasto tab lo cambia.", "30.000"},
		{outreach, "m '300000' enter",
			"con il totale fisso gli altri canali liberi non hanno altro da dare o da prendere.", "160.000"},
		{"Fiere estero", "right", "Fiere all'estero e missioni: importo bloccato. La barra spaziatrice lo sblocca.",
			"88.000"},
		{"Fiere estero", "'5'", "Fiere all'estero e missioni: importo bloccato.", "88.000"},
		{"Fiere estero", "end", "Fiere all'estero e missioni: importo bloccato.", "88.000"},
		{"Avanti", "right", "Qui non c'è un cursore: salire a un canale.", ""},
		{"Budget dell'anno", "space", "Prima si sceglie un canale, con le frecce su e giù.", "345.000"},
		{"Budget dell'anno", "=", "Prima si sceglie un canale, con le frecce su e giù.", "345.000"},
	} {
		r.standsOn(c.row).types(c.script).sees(c.says).reads(c.row, c.reads)
		adds(t, r.plan())
		for range 2 {
			r.types("ctrl+z")
		}
		same(t, r.plan(), was)
	}
}

// Digits open the amount, and what is typed is taken to the cent, in euro or as a share of the
// whole budget.
func TestAmountsAndSharesAreTyped(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget")
	was := r.plan()
	for _, c := range []struct {
		script string
		cents  model.Money
	}{
		{"'27.345,67' enter", 2734567}, {"'27k' enter", 2700000}, {"'20mila' enter", 2000000},
		{"'0,02 mln' enter", 2000000},
		{"'€ 900' enter", 90000}, {"'0' enter", 0}, {"'5%' enter", 1725000},
		{"'7,5 %' enter", 2587500}, {"'7,77777%' enter", 2683331}, // to the nearest cent
		{"= '8' enter", 2760000}, {"= '0,1' tab", 34500}, {"'26000' down", 2600000},
		{"'26000' up", 2600000}, {"'26000' ctrl+s", 2600000},
		{"backspace ctrl+u '26000' enter", 2600000}, {"'26000' esc", 2500000}, {"backspace ctrl+u enter", 2500000},
	} {
		r.standsOn(outreach).types(c.script)
		if got := r.amount("direct_outreach"); got != c.cents {
			t.Errorf("%s gives %d, not %d", c.script, got, c.cents)
		}
		adds(t, r.plan())
		if r.amount("direct_outreach") != model.Euro(25000) {
			r.types("ctrl+z")
		}
		same(t, r.plan(), was)
	}
}

// What is typed is taken on the way to the row above or below.
func TestAnAmountIsTakenOnTheWay(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget")
	for key, next := range map[string]string{"up": "Guide e casi", "down": "Google Ads", "tab": "Google Ads",
		"enter": outreach} {
		r.standsOn(outreach).types("'26000' " + key)
		if !strings.HasPrefix(r.inHand(), next) {
			t.Errorf("%s leads to %q", key, r.inHand())
		}
	}
}

// What is no amount is refused in words, stays to be mended, and changes nothing.
func TestWhatIsNoAmountIsRefused(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget").standsOn(outreach)
	was := r.plan()
	for script, says := range map[string]string{
		"'1o' enter":        "«1o» non è un importo: per esempio 12.500, 1.234,56, 120k, 140 mila oppure 1,2 mln.",
		"'1.234,567' enter": "«1.234,567» ha più di due decimali: un importo si ferma ai centesimi.",
		"'2000 mln' enter":  "«2000 mln» è troppo: il massimo è un miliardo di euro.",
		"'101%' enter":      "La cifra deve stare fra 0 e 100.",
		"= '120' enter":     "La cifra deve stare fra 0 e 100.",
		"= 'tre' enter":     "«tre» non è un numero: scrivere per esempio 3,5.",
		"'1o' down":         "«1o» non è un importo",
		"'1o' pgdown":       "«1o» non è un importo",
	} {
		r.types(script).sees(says, "Quanto a ciascun canale?").types("esc").misses("«")
		same(t, r.plan(), was)
	}
	r.types("'1o' enter backspace '5.000' enter")
	if got := r.amount("direct_outreach"); got != model.Euro(15000) {
		t.Errorf("mended, it gives %d", got)
	}
}

func TestPastesIntoTheBudget(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget").standsOn(outreach)
	r.putsInto(" € 27.345,67\n").reads(outreach, "27.346")
	if got := r.amount("direct_outreach"); got != 2734567 {
		t.Errorf("pasted, %d", got)
	}
	r.standsOn(outreach).types("1").putsIn("2.500").types("enter")
	if got := r.amount("direct_outreach"); got != model.Euro(12500) {
		t.Errorf("typed and pasted, %d", got)
	}
	r.standsOn(outreach).types("=").putsIn("4 %").types("enter")
	if got := r.amount("direct_outreach"); got != model.Euro(13800) {
		t.Errorf("a share pasted, %d", got)
	}
	r.standsOn("Budget dell'anno").putsInto("360'000.00").reads("Budget dell'anno", "360.000")
	r.standsOn(outreach).putsInto("domani").sees("«domani» non è un importo")
	adds(t, r.plan())
}

// In the fixed total the other free channels give way in proportion to what they have, each to
// the cent or as far as its least; what is locked and what is kept back stay.
func TestTheFixedTotalMovesTheOthersInProportion(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget")
	r.says("il resto non si muove").types("m").sees("Ora il totale assegnato resta fisso").says("totale fisso")
	was := r.plan()
	r.standsOn(outreach).types("'30000' enter")
	p := r.plan()
	var others model.Money
	for _, c := range was.Channels {
		if !c.Locked && c.ID != "direct_outreach" {
			others += c.Amount
		}
	}
	for i, c := range p.Channels {
		before := was.Channels[i].Amount
		share := float64(before) * float64(others-500000) / float64(others)
		switch {
		case c.ID == "direct_outreach" && c.Amount != model.Euro(30000), c.Locked && c.Amount != before:
			t.Errorf("%s has %d", c.ID, c.Amount)
		case c.ID != "direct_outreach" && !c.Locked && math.Abs(float64(c.Amount)-share) > 1:
			t.Errorf("%s has %d, its share is %.2f", c.ID, c.Amount, share)
		}
	}
	if adds(t, p); p.Pot() != was.Pot() {
		t.Errorf("the pot is %d, was %d", p.Pot(), was.Pot())
	}
	r.undoes(was).types("m").sees("Ora i soldi vengono dalla somma da assegnare").says("il resto non si muove")
}

// Evenly means the same for all that are free, but for who has a least above it; as last year
// means in proportion to last year's spend. What is locked stays, and all is given out.
func TestTheMoneyIsSpreadAnew(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget")
	was := r.plan()
	r.types("e").sees("Diviso in parti uguali, nei limiti messi. ^Z annulla.")
	// 345.000 less 88.000 locked, 40.000 and 36.000 at least: 181.000 for eight channels.
	want := map[model.ChannelID]model.Money{"fairs_abroad": 8800000, "fairs_italy": 4000000, "sales_agents": 3600000}
	for _, c := range r.plan().Channels {
		if w, special := want[c.ID]; special && c.Amount != w || !special && c.Amount != 2262500 {
			t.Errorf("evenly, %s has %d", c.ID, c.Amount)
		}
	}
	r.undoes(was).types("l").sees("Diviso come l'anno scorso, nei limiti messi. ^Z annulla.")
	var spent, free model.Money
	for _, c := range was.Channels {
		if !c.Locked {
			spent += c.LastYear.Spend
		}
	}
	free = was.Budget - model.Euro(88000)
	for _, c := range r.plan().Channels {
		share := float64(free) * float64(c.LastYear.Spend) / float64(spent)
		if !c.Locked && math.Abs(float64(c.Amount)-share) > 1 {
			t.Errorf("as last year, %s has %d, its share is %.2f", c.ID, c.Amount, share)
		}
	}
	adds(t, r.plan())
	r.undoes(was)
}

// A new plan has no last year to go by, and says where it is written.
func TestWithoutALastYearItIsSaid(t *testing.T) {
	r := sit(t, 80, 24).types("n").standsOn("→ Crea").types("enter")
	was := r.plan()
	r.types("l").sees("Manca la spesa dell'anno scorso: si scrive nelle cifre di ogni canale")
	same(t, r.plan(), was)
}

// A lock holds an amount against everything, and says so on the row.
func TestALockHoldsAnAmount(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget").standsOn(outreach)
	was := r.plan()
	r.types("space").says("Contatto diretto mirato · bloccato").reads(outreach, "■")
	r.types("right").sees("importo bloccato").types("e l m").standsOn("Guide e casi").types("'50000' enter")
	if got := r.amount("direct_outreach"); got != model.Euro(25000) {
		t.Errorf("locked, it has %d", got)
	}
	r.standsOn(outreach).types("space right")
	if got := r.amount("direct_outreach"); got <= model.Euro(25000) {
		t.Errorf("unlocked, it has %d", got)
	}
	for range 7 {
		r.types("ctrl+z")
	}
	same(t, r.plan(), was)
}

// The total: more goes to what is to be given out, less takes that first and then the free
// channels in proportion; it is said, and one undo brings it back.
func TestTheTotalGoesUpAndDown(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget").standsOn("Budget dell'anno")
	was := r.plan()
	r.types("'360.000,50' enter").sees("Da assegnare adesso: 24.000,50 €.")
	if p := r.plan(); p.Budget != 36000050 || p.Allocated() != was.Allocated() {
		t.Errorf("%d given of %d", p.Allocated(), p.Budget)
	}
	r.undoes(was).standsOn("Budget dell'anno").types("'340.000' enter")
	if p := r.plan(); p.Pot() != model.Euro(4000) || p.Allocated() != was.Allocated() {
		t.Errorf("%d given, %d in the pot", p.Allocated(), p.Pot())
	}
	r.undoes(was).standsOn("Budget dell'anno").types("'320.000' enter").
		sees("Totale 320.000 €: i canali liberi sono scesi in proporzione. ^Z annulla.")
	p := r.plan()
	for i, c := range p.Channels { // 248.000 were free, 232.000 are
		if before := was.Channels[i].Amount; !c.Locked && math.Abs(float64(c.Amount)-float64(before)*232/248) > 1 {
			t.Errorf("%s has %d of %d", c.ID, c.Amount, before)
		}
	}
	if adds(t, p); p.Pot() != 0 || r.amount("fairs_abroad") != model.Euro(88000) {
		t.Errorf("%d in the pot", p.Pot())
	}
	r.undoes(was).standsOn("Budget dell'anno").types("right").reads("Budget dell'anno", "348.000").types("left left").
		reads("Budget dell'anno", "342.000")
}

// A total that would cut the plan to a twentieth is asked about; left, nothing changes.
func TestAHugeCutIsAskedAboutFirst(t *testing.T) {
	r := sitBefore(t, 80, 24, "dentista", "budget").standsOn("Budget dell'anno")
	was := r.plan()
	r.types("'48' enter").says("Il totale passa da 44.000 € a 48 €, e i canali scendono con lui. È la cifra giusta?",
		"48.000 €", "lasciare 44.000 €")
	same(t, r.plan(), was)
	r.types("esc").misses("È la cifra giusta?")
	same(t, r.plan(), was)
	r.standsOn("Budget dell'anno").types("'48' enter").clicksOn("lasciare 44.000 €")
	same(t, r.plan(), was)
	r.standsOn("Budget dell'anno").types("'48' enter").clicksOn("48.000 €")
	if p := r.plan(); p.Budget != model.Euro(48000) || p.Allocated() != was.Allocated() {
		t.Errorf("%d given of %d", p.Allocated(), p.Budget)
	}
	r.undoes(was)
}
