package ui

import (
	"math"
	"strings"
	"testing"

	"arringa/model"
)

// An amount is read as people write it, shown with its cents and marked as the company's own.
func TestAmountsOfTheCompany(t *testing.T) {
	r := sitBefore(t, 100, 50, "macchine", "company")
	for _, c := range []struct {
		typed string
		cents model.Money
		shown string
	}{
		{"98.000", 9800000, "98.000 €"},
		{"120k", 12000000, "120.000 €"},
		{"1,2 mln", 120000000, "1.200.000 €"},
		{"140mila", 14000000, "140.000 €"},
		{"1234,56", 123456, "1.234,56 €"},
		{"12,500.00", 1250000, "12.500 €"},
		{"€ 900", 90000, "900 €"},
		{"1'234.5", 123450, "1.234,50 €"},
		{"0", 0, "0 €"},
		{"999.999.999,99", 99999999999, "999.999.999,99 €"},
	} {
		r.standsOn("Valore del primo ordine").spells(c.typed).reads("Valore del primo", c.shown, "dato nostro")
		if got := r.plan().Company.FirstOrder; got.Cents != c.cents || got.Origin != model.Own {
			t.Errorf("%s gives %+v", c.typed, got)
		}
		if got := r.plan().Company.Order.Cents; got != 2100000 {
			t.Errorf("%s changes the later orders too: %d", c.typed, got)
		}
	}
}

// Each figure takes what stands on its line, with or without its unit, keeps it in the plan's
// own measure, and one undo takes it back.
func TestFiguresOfTheCompany(t *testing.T) {
	r := sitBefore(t, 100, 50, "macchine", "company")
	was := r.plan()
	own := func(v float64) model.Number { return model.Number{Value: v, Origin: model.Own} }
	for _, c := range []struct {
		label, typed, shown string
		got                 func(model.Company) model.Number
		want                model.Number
	}{
		{"Ordini per cliente", "2,5", "2,5 l'anno", func(c model.Company) model.Number { return c.OrdersPerYear },
			own(2.5)},
		{"Ordini per cliente", "0.4", "0,4 l'anno", func(c model.Company) model.Number { return c.OrdersPerYear },
			own(0.4)},
		{"Anni in cui resta", "12 anni", "12 anni", func(c model.Company) model.Number { return c.Years }, own(12)},
		{"Margine di contribuzione", "41,5%", "41,5%", func(c model.Company) model.Number { return c.Margin },
			own(0.415)},
		{"Margine di contribuzione", "100", "100%", func(c model.Company) model.Number { return c.Margin }, own(1)},
		{"Fatturato", "3,5 mln", "3.500.000 €",
			func(c model.Company) model.Number { return own(c.Revenue.Cents.Euros()) }, own(3.5e6)},
		{"Valore degli ordini", "18k", "18.000 €",
			func(c model.Company) model.Number { return own(c.Order.Cents.Euros()) }, own(18000)},
		{"Dal passaparola", "3,5 al mese", "3,5 al mese",
			func(c model.Company) model.Number { return baselineOf(c, "word_of_mouth") }, own(3.5)},
		{"Di passaggio", "2", "2 al mese", func(c model.Company) model.Number { return baselineOf(c, "walk_in") },
			own(2)},
	} {
		r.standsOn(c.label).spells(c.typed).reads(c.label, c.shown, "dato nostro")
		if got := c.got(r.plan().Company); math.Abs(got.Value-c.want.Value) > 1e-12 || got.Origin != c.want.Origin {
			t.Errorf("%s: %s gives %+v", c.label, c.typed, got)
		}
		r.undoes(was)
	}
}

func baselineOf(c model.Company, from string) model.Number {
	for _, b := range c.Baseline {
		if b.From == from {
			return b.PerMonth
		}
	}
	return model.Number{}
}

// What is refused leaves the plan as it is, stays in its field with the reason below, also
// when one comes back to it, and esc drops it.
func TestTheCompanyRefusesBesideTheText(t *testing.T) {
	r := sitBefore(t, 100, 50, "macchine", "company")
	was := r.plan()
	for _, c := range [][3]string{
		{"Valore del primo ordine", "molto",
			"«molto» non è un importo: per esempio 12.500, 1.234,56, 120k, 140 mila oppure 1,2 mln."},
		{"Valore del primo ordine", "1.234,567",
			"«1.234,567» ha più di due decimali: un importo si ferma ai centesimi."},
		{"Fatturato", "-5", "«-5» è sotto zero: un importo parte da 0."},
		{"Fatturato", "1001 mln", "«1001 mln» è troppo: il massimo è un miliardo di euro."},
		{"Ordini per cliente", "spesso", "«spesso» non è un numero: scrivere per esempio 3,5."},
		{"Ordini per cliente", "1001", "La cifra deve stare fra 0 e 1.000."},
		{"Anni in cui resta", "101", "La cifra deve stare fra 0 e 100."},
		{"Margine di contribuzione", "120", "La cifra deve stare fra 0 e 100."},
		{"Margine di contribuzione", "1e1", "«1e1» non è un numero: scrivere per esempio 3,5."},
		{"Contatti che diventano", "12 8 5", "Le tre cifre vanno dalla più bassa alla più alta: per esempio 5 8 12."},
		{"Contatti che diventano", "5 8", "«5 8» non è un numero: scrivere per esempio 3,5."},
		{"Contatti che diventano", "101", "La cifra deve stare fra 0 e 100."},
		{"Dal contatto all'ordine", "37", "La cifra deve stare fra 0 e 36."},
		{"Dagli agenti", "pochi", "«pochi» non è un numero: scrivere per esempio 3,5."},
		{"Recuperate l'IVA?", "130", "La cifra deve stare fra 0 e 100."},
		{"Recuperate l'IVA?", "boh", "«boh» non è un numero: scrivere per esempio 3,5."},
	} {
		r.standsOn(c[0])
		before := r.inHand()
		r.spells(c[1]).says(c[2]).types("down up").says(c[2])
		if !strings.Contains(r.inHand(), c[1]) {
			t.Errorf("%s: %q is gone from %q", c[0], c[1], r.inHand())
		}
		if r.types("backspace esc"); r.inHand() != before {
			t.Errorf("%s: dropped, the line is %q, not %q", c[0], r.inHand(), before)
		}
		same(t, r.plan(), was)
	}
}

// What is typed after a refusal takes the place of the text, and a refused text can be mended.
func TestARefusedAnswerIsMendedOrReplaced(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company").standsOn("Margine")
	r.types("'340' enter '28' enter").reads("Margine", "28%")
	r.standsOn("Margine").types("'340' enter backspace enter").reads("Margine", "34%")
	r.standsOn("Margine").types("'340' enter").putsIn("22,5").types("enter").reads("Margine", "22,5%")
	r.standsOn("Margine").types("'9' esc").reads("Margine", "22,5%")
	if got := r.plan().Company.Margin; got.Value != 0.225 || got.Origin != model.Own {
		t.Errorf("margin %+v", got)
	}
}

// A range takes one figure, which gets a spread around it, or three.
func TestARangeOfTheCompany(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "company")
	for typed, shown := range map[string]string{
		"5 8 12": "8% (da 5 a 12%)", "5;8,5;12": "8,5% (da 5 a 12%)",
		"5-8-12": "8% (da 5 a 12%)", "5/8/12": "8% (da 5 a 12%)",
	} {
		r.standsOn("Contatti che diventano").spells(typed).reads("Contatti che diventano", shown, "dato nostro")
		if got := r.plan().Company.Conversion; math.Abs(got.Low-0.05) > 1e-12 || math.Abs(got.High-0.12) > 1e-12 ||
			got.Origin != model.Own {
			t.Errorf("%s gives %+v", typed, got)
		}
	}
	r.standsOn("Contatti che diventano").types("'10' enter").
		reads("Contatti che diventano", "10% (da 6,3 a 16%)") // by 1,6 down and up
	if got := r.plan().Company.Conversion; got.Base != 0.1 || math.Abs(got.Low-0.0625) > 1e-12 ||
		math.Abs(got.High-0.16) > 1e-12 {
		t.Errorf("10 gives %+v", got)
	}
	r.standsOn("Contatti che diventano").types("'90' enter").reads("Contatti che diventano", "a 100%)")
}

// The arrows go through the few answers, round and round; the months of the plan move its
// first month by one.
func TestChoicesOfTheCompany(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company")
	was := r.plan()
	r.standsOn("Un contatto è").types("right").reads("Un contatto è", "una richiesta di una persona")
	r.types("right").reads("Un contatto è", "un ordine in rete").types("space").
		reads("Un contatto è", "di un'impresa").types("left")
	r.standsOn("Mesi da guardare").types("right").reads("Mesi da guardare", "36").types("right").
		reads("Mesi da guardare", "12")
	r.standsOn("Primo mese").types("left").reads("Primo mese", "dicembre 2026").types("right right").
		reads("Primo mese", "febbraio 2027")
	p := r.plan()
	if p.Company.Kind != model.Orders || p.Months != 12 || p.Start != was.Start+1 {
		t.Errorf("kind %q, %d months from %v", p.Company.Kind, p.Months, p.Start)
	}
	r.standsOn("Recuperate l'IVA?").types("right").reads("Recuperate", "metà").types("right").
		reads("Recuperate", "per niente")
	r.types("'30' enter").reads("Recuperate", "30%").keeps("macchine.plan")
	if got := r.plan().Company.VAT.Recovered; got != 0.3 {
		t.Errorf("VAT %v", got)
	}
}

// What a new customer is worth follows the answers at once: (first order + later orders) times
// the margin.
func TestWhatACustomerIsWorthFollowsTheAnswers(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company")
	r.says("Un cliente lascia 57.816 € il primo anno, 166.680 € negli anni.")
	r.standsOn("Valore del primo").types("'120k' enter '20000' enter '2,5' enter '4' enter '40' enter")
	first := (120000 + 1.5*20000) * 0.4 // 60.000
	life := (120000 + 9*20000) * 0.4    // 120.000
	if first != 60000 || life != 120000 {
		t.Fatal(first, life)
	}
	r.says("Un cliente lascia 60.000 € il primo anno, 120.000 € negli anni.")
	r.resizes(140, 45).reads("Margine primo anno", "60.000 €").reads("Margine negli anni", "120.000 €").
		reads("Arrivano da soli, l'anno", "12")
}

// The value of later orders follows the first one as long as nobody said otherwise.
func TestLaterOrdersFollowTheFirstUntilTyped(t *testing.T) {
	r := sit(t, 80, 24).types("n").standsOn("→ Crea").types("enter").goes("company")
	r.standsOn("Valore del primo").types("'50.000' enter").reads("Valore degli ordini", "50.000 €", "dato nostro")
	r.standsOn("Valore degli ordini").types("'20.000' enter")
	r.standsOn("Valore del primo").types("'60.000' enter").reads("Valore degli ordini", "20.000 €")
	if c := r.plan().Company; c.FirstOrder.Cents != model.Euro(60000) || c.Order.Cents != model.Euro(20000) {
		t.Errorf("%+v, then %+v", c.FirstOrder, c.Order)
	}
}

// Another sector changes what is estimated and leaves what is the company's own; it is one
// step back.
func TestAnotherSectorLeavesTheCompanysOwnFigures(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company")
	was := r.plan()
	r.standsOn("Settore").types("space").says("▸ Macchinari e impianti").standsOn("Cantina").types("enter")
	r.reads("Settore", "Cantina").reads("Valore del primo", "148.000 €", "dato nostro").
		reads("Anni in cui resta", "stima")
	p := r.plan().Company
	if p.Years.Value == was.Company.Years.Value || p.Years.Origin == model.Own || p.Sector != "winery" {
		t.Errorf("sector %q, years %+v", p.Sector, p.Years)
	}
	if p.Margin.Value != was.Company.Margin.Value || p.Name != was.Company.Name ||
		p.Revenue.Cents != was.Company.Revenue.Cents {
		t.Errorf("what was typed is another: %+v", p)
	}
	r.undoes(was).sees("Annullato: Settore.")
}

// Undo and redo name what they do, in turn, and lead back to the very plan.
func TestAnswersAreUndoneAndRedoneByName(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company")
	plans := []model.Plan{r.plan()}
	names := []string{"Nome del piano", "Ordini per cliente", "Margine di contribuzione"}
	for i, typed := range []string{"Nuovo", "2", "40"} {
		r.standsOn(names[i]).spells(typed)
		plans = append(plans, r.plan())
	}
	for i := 2; i >= 0; i-- {
		r.undoes(plans[i]).sees("Annullato: " + names[i] + ".")
	}
	r.types("ctrl+z").sees("Non c'è niente da annullare.")
	for i := range 3 {
		r.types("ctrl+y").sees("Ripetuto: " + names[i] + ".")
		same(t, r.plan(), plans[i+1])
	}
	r.types("ctrl+r").sees("Non c'è niente da ripetere.").keeps("macchine.plan")
}

func TestPastesIntoTheCompany(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company")
	r.writes("Nome dell'azienda", "  Lavino\r\nMacchine\tS.p.A. ").reads("Nome dell'azienda", "Lavino Macchine S.p.A.")
	r.writes("Valore del primo", "€ 150.000,50\n")
	r.writes("Ordini per cliente", "1,25 l'anno").reads("Ordini per cliente", "1,25 l'anno")
	r.writes("Margine", "36,5 %\n").reads("Margine", "36,5%")
	r.standsOn("Contatti che diventano").types("'3 '").putsIn("4 5,5\n").types("enter")
	r.writes("Dagli agenti", "due al mese").standsOn("Dagli agenti").says("«due al mese» non è un numero")
	c := r.plan().Company
	if c.Name != "Lavino Macchine S.p.A." || c.FirstOrder.Cents != 15000050 || c.OrdersPerYear.Value != 1.25 ||
		c.Margin.Value != 0.365 {
		t.Errorf("%+v", c)
	}
	if v := c.Conversion; math.Abs(v.Low-.03) > 1e-12 || math.Abs(v.Base-.04) > 1e-12 || math.Abs(v.High-.055) > 1e-12 {
		t.Errorf("conversion %+v", v)
	}
	r.types("esc").keeps("macchine.plan")
}

// By mouse: a click chooses a line, another one opens it or turns its value, a click elsewhere
// takes what was typed, the wheel walks, and the last line goes on.
func TestTheCompanyByMouse(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "company")
	was := r.plan()
	r.clicksOn("Margine di contribuzione")
	if same(t, r.plan(), was); !strings.HasPrefix(r.inHand(), "Margine") {
		t.Fatalf("in hand %q", r.inHand())
	}
	r.clicksOn("Margine di contribuzione").types("ctrl+u '33'").clicksOn("Anni in cui resta").
		reads("Margine di contribuzione", "33%")
	r.twiceOn("Un contatto è").reads("Un contatto è", "di una persona").clicksOn("una richiesta di una persona").
		reads("Un contatto è", "un ordine in rete")
	x, y := r.at("Un contatto è")
	if r.wheels(x, y, -2); !strings.HasPrefix(r.inHand(), "Mesi da guardare") {
		t.Errorf("the wheel leads to %q", r.inHand())
	}
	if r.wheels(x, y, 4); !strings.HasPrefix(r.inHand(), "Nome del piano") {
		t.Errorf("the wheel leads back to %q", r.inHand())
	}
	before := r.plan()
	r.clicksOn("Chi siete").clicks(130, 40)
	same(t, r.plan(), before)
	r.twiceOn("Settore ").says("Il settore propone cifre di partenza").clicksOn("Meccanica conto terzi").
		reads("Settore", "Meccanica conto terzi")
	r.clicksOn("→ Avanti: Distanza").sees("Quanto distiamo")
	if m := r.plan().Company.Margin; m.Value != 0.33 {
		t.Errorf("margin %+v", m)
	}
}

// Whoever leaves the line by an arrow, a tab or to another step keeps what was typed.
func TestLeavingALineTakesWhatWasTyped(t *testing.T) {
	for _, key := range []string{"enter", "tab", "down", "up", "shift+tab", "pgdown", "pgup", "ctrl+s"} {
		r := sitBefore(t, 80, 24, "macchine", "company")
		r.standsOn("Anni in cui resta").types("'12' " + key)
		if got := r.plan().Company.Years; got.Value != 12 {
			t.Errorf("%s: %+v", key, got)
		}
	}
	r := sitBefore(t, 80, 24, "macchine", "company").standsOn("Anni in cui resta").types("'12' ctrl+q")
	if !r.left || r.plan().Company.Years.Value != 12 {
		t.Error("leaving the program loses what was being typed")
	}
}
