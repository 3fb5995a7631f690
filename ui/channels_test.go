package ui

import (
	"math"
	"strings"
	"testing"

	"arringa/model"
)

// Space puts a channel into the plan without money, and takes one out; its money goes back to
// what is to be given out, to the cent, and one undo brings it all back.
func TestChannelsGoInAndOut(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels")
	was := r.plan()
	r.standsOn("○ Newsletter").types("space").
		sees("Newsletter ai propri contatti: ora è nel piano, ancora senza soldi.").says("12 canali nel piano")
	if r.amount("newsletter") != 0 || r.plan().Pot() != was.Pot() {
		t.Errorf("it has %d, the pot %d", r.amount("newsletter"), r.plan().Pot())
	}
	r.types("space").sees("Newsletter ai propri contatti: tolto dal piano.").says("11 canali nel piano")
	same(t, r.plan(), was)
	r.standsOn("● Sito aziendale").types("space").
		sees("Sito aziendale: tolto dal piano; 18.000 € tornano da assegnare.")
	if p := r.plan(); p.Channel("website") >= 0 || p.Pot() != was.Pot()+model.Euro(18000) || p.Budget != was.Budget {
		t.Errorf("the pot is %d of %d", p.Pot(), p.Budget)
	}
	r.keeps("macchine.plan")
	r.undoes(was).sees("Annullato: Sito aziendale.").types("ctrl+y").says("○ Sito aziendale")
}

// Every channel of the catalogue goes into a plan and back out, and the plan still opens.
func TestEveryChannelOfTheCatalogueGoesIn(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels")
	budget, given := r.plan().Budget, r.plan().Allocated()
	r.types("end")
	for range 60 {
		if strings.HasPrefix(r.inHand(), "○") {
			r.types("space")
		}
		r.types("up")
	}
	if p := r.plan(); p.Budget != budget || p.Allocated() != given || strings.Contains(r.screen(), "○ Newsletter") {
		t.Errorf("given %d of %d", p.Allocated(), p.Budget)
	}
	kept := r.keeps("macchine.plan")
	if n := len(kept.Channels); n < 30 {
		t.Errorf("%d channels", n)
	}
}

// At the most that a plan takes, one more is refused in words, and nothing is lost.
func TestAPlanTakesNoMoreThanFortyChannels(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels")
	for len(r.plan().Channels) < model.MaxChannels {
		r.types("n up")
		for range 12 {
			r.types("down")
		}
		r.types("enter")
	}
	full := r.plan()
	r.types("n").sees("Il piano ha già 40 canali, il massimo: toglierne uno prima.")
	r.standsOn("○ Newsletter").types("space").sees("Il piano ha già 40 canali, il massimo: toglierne uno prima.")
	same(t, r.plan(), full)
	r.keeps("macchine.plan")
}

// What needs a channel, or one that is in the plan, says so.
func TestWhatNeedsAChannelSaysSo(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels")
	was := r.plan()
	for _, key := range []string{"space", "right", "p", "h", "i"} {
		r.types(key).sees("Prima si sceglie un canale, con le frecce su e giù.")
	}
	r.standsOn("○ Newsletter")
	for _, key := range []string{"right", "c", "p", "h"} {
		r.types(key).sees("Questo canale non è nel piano: spazio lo mette.")
	}
	same(t, r.plan(), was)
}

// A channel's figures take what is typed, in the plan's own measure, and one undo takes each
// back.
func TestTheFiguresOfAChannel(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels").standsOn("● Fiere in Italia").types("right").
		says("Cifre: Fiere in Italia")
	was := r.plan()
	of := func() model.Channel { return r.plan().Channels[r.plan().Channel("fairs_italy")] }
	for _, c := range []struct {
		label, typed, shown string
		got                 func() float64
		want                float64
	}{
		{"Spendendo al mese", "5,5k", "5.500 €", func() float64 { return float64(of().Figures.Reference) }, 550000},
		{"…arrivano al mese", "4 6 9", "6 (da 4 a 9)", func() float64 { return of().Figures.Contacts.High }, 9},
		{"…arrivano al mese", "6", "6 (da 3 a 12)", func() float64 { return of().Figures.Contacts.Low }, 3},
		{"Col doppio", "50%", "50%", func() float64 { return of().Figures.Gain.Value }, 0.5},
		{"Col doppio", "100", "100%", func() float64 { return of().Figures.Gain.Value }, 1},
		{"Effetto dimezzato", "2,5 mesi", "2,5 mesi", func() float64 { return of().Figures.HalfLife.Value }, 2.5},
		{"Effetto dimezzato", "0", "0 mesi", func() float64 { return of().Figures.HalfLife.Value }, 0},
		{"Contatti che diventano", "3 4 6", "4% (da 3 a 6%)", func() float64 { return of().Figures.Conversion.Base },
			0.04},
		{"Dal contatto all'ordine", "9", "9 mesi", func() float64 { return of().Figures.Delay.Value }, 9},
		{"Speso l'anno", "65.432,10", "65.432,10 €", func() float64 { return float64(of().LastYear.Spend) }, 6543210},
		{"Contatti dell'anno", "101", "101", func() float64 { return *of().LastYear.Contacts }, 101},
		{"Clienti dell'anno", "4", "4", func() float64 { return *of().LastYear.Customers }, 4},
		{"Soglia minima", "10mila", "10.000 €", func() float64 { return float64(of().Threshold) }, 1000000},
	} {
		r.standsOn(c.label).spells(c.typed).reads(c.label, c.shown)
		if got := c.got(); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %s gives %v, not %v", c.label, c.typed, got, c.want)
		}
		r.types("esc").undoes(was).types("right")
	}
	r.standsOn("Clienti dell'anno").putsInto("")
	if of().LastYear.Customers != nil {
		t.Error("a count that was emptied is still known")
	}
	r.standsOn("→ Fatto").types("enter").keeps("macchine.plan")
}

// What is no figure is refused beside its text, and the plan stays.
func TestTheFiguresRefuseWhatIsNone(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels").standsOn("● Fiere in Italia").types("c")
	was := r.plan()
	for _, c := range [][3]string{
		{"Spendendo al mese", "0,5", "La cifra deve stare fra 1 € e 1.000.000.000 €."},
		{"Spendendo al mese", "tanto", "«tanto» non è un importo"},
		{"…arrivano al mese", "9 6 4", "Le tre cifre vanno dalla più bassa alla più alta: per esempio 5 8 12."},
		{"Col doppio", "4", "La cifra deve stare fra 5 e 100."},
		{"Col doppio", "97", "La cifra deve stare fra 5 e 95."},
		{"Effetto dimezzato", "37", "La cifra deve stare fra 0 e 36."},
		{"Dal contatto all'ordine", "-1", "La cifra deve stare fra 0 e 36."},
		{"Speso l'anno", "-1", "«-1» è sotto zero: un importo parte da 0."},
		{"Contatti dell'anno", "x", "«x» non è un numero: scrivere per esempio 3,5."},
		{"Clienti dell'anno", "-2", "La cifra deve stare fra 0 e 120.000.000."},
	} {
		r.standsOn(c[0]).spells(c[1]).says(c[2]).reads(c[0], c[1]).types("esc")
	}
	same(t, r.plan(), was)
}

// A channel of online orders has no conversion and no wait to ask about.
func TestAChannelOfOrdersAsksLess(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels").standsOn("● Sito aziendale").types("right")
	r.says("Contatti che diventano clienti").standsOn("Un contatto è").types("left").
		reads("Un contatto è", "un ordine in rete")
	r.misses("Contatti che diventano").standsOn("Speso l'anno").types("esc")
	if c := r.plan().Channels[r.plan().Channel("website")]; c.Kind != model.Orders {
		t.Errorf("kind %q", c.Kind)
	}
	r.keeps("macchine.plan")
}

// A channel that the catalogue does not have is named and figured by the manager.
func TestAChannelOfOnesOwn(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels")
	was := r.plan()
	r.types("n").says("Cifre: Canale nostro").standsOn("Nome").spells("Camion dipinto")
	r.standsOn("Spendendo").spells("800").spells("3").standsOn("→ Aggiungere il canale").types("enter").
		says("Nostri", "● Camion dipinto", "12 canali nel piano")
	c := r.plan().Channels[11]
	if c.Name != "Camion dipinto" || c.Amount != 0 || c.Figures.Reference != 80000 || c.Figures.Contacts.Base != 3 ||
		c.Figures.Contacts.Origin != model.Own {
		t.Errorf("%+v", c)
	}
	r.types("n").standsOn("Nome").putsInto(" Furgone\n blu ").standsOn("→ Aggiungere").types("enter").says("● Camion dipinto", "● Furgone blu")
	r.keeps("macchine.plan")
	r.goes("budget").standsOn("Furgone blu").spells("1.000")
	if got := r.plan().Channels[12].Amount; got != model.Euro(1000) {
		t.Errorf("it has %d", got)
	}
	r.goes("channels").standsOn("● Furgone blu").types("space").misses("Furgone blu  ").standsOn("● Camion").
		types("space")
	if p := r.plan(); len(p.Channels) != 11 || p.Pot() != was.Pot() {
		t.Errorf("%d channels, %d in the pot", len(p.Channels), p.Pot())
	}
}

// What last year says of a channel is shown beside what the plan assumes, and taken or left.
func TestAChannelLearnsFromItsPast(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels").standsOn("● Contatto diretto").types("right")
	was := r.writes("…arrivano", "1").types("esc").plan() // less than was seen
	r.types("h").says("Dal passato: Contatto diretto mirato", "nel piano", "dal passato", "I periodi sono pochi").
		types("esc")
	same(t, r.plan(), was)
	r.types("h enter").sees("Le cifre del canale ora sono le vostre. ^Z torna a prima.")
	c := r.plan().Channels[r.plan().Channel("direct_outreach")]
	// 29 contacts with 19.200 € in a year, a little of them from the year before.
	if f := c.Figures; f.Contacts.Origin != model.Own || f.Reference != 160000 ||
		math.Abs(f.Contacts.Base-29.0/12) > 0.15 {
		t.Errorf("%+v", f)
	}
	r.undoes(was)
	r.standsOn("● Annunci su LinkedIn").types("h").says("Il piano non ha dati degli anni prima su questo canale").
		types("enter")
	same(t, r.plan(), was)
}

// What a channel is, costs and risks can be read whole at any size, for every channel.
func TestWhatAChannelIsCanBeReadWhole(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels")
	r.standsOn("● Fiere all'estero").types("i").says("Spendendo 7.400 € al mese:").
		reads("Costo per contatto", "1.138 €", "dato nostro") // 7.400 / 6,5
	r.reads("Diventano clienti", "3,5%").reads("Costo per cliente", "32.527 €").reads("Spesa anno scorso", "88.800 €")
	r.says("Serve a:", "Costi.").types("pgdown").says("Rischi:", "Primi risultati dopo").types("esc")
	r.standsOn("○ Newsletter").types("i").says("Newsletter ai propri contatti", "Serve a:").types("esc").
		says("Dove farsi trovare?")
}

// The posture goes round: talk, dance, watch; the room's overview adds the money up.
func TestThePostureGoesRound(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "channels")
	was := r.plan()
	r.reads("Ballare dove", "22.000 €").reads("Osservare con", "31.000 €").reads("Parlare con", "283.000 €")
	r.standsOn("● Sito aziendale").types("p").reads("● Sito aziendale", "ballare").types("home")
	r.reads("Ballare dove", "40.000 €").reads("Parlare con", "265.000 €")
	r.standsOn("● Sito aziendale").types("p").reads("● Sito aziendale", "osservare").types("p").
		reads("● Sito aziendale", "parlare")
	same(t, r.plan(), was)
	r.types("ctrl+z").reads("● Sito aziendale", "osservare")
}

// By mouse: a click on the mark puts a channel in or takes it out, a click on its name chooses
// it and another does the same, the heads of the groups do nothing, the wheel walks.
func TestTheChannelsByMouse(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "channels")
	was := r.plan()
	x, y := r.at("○ Newsletter")
	r.clicks(x, y).says("12 canali nel piano", "● Newsletter").clicks(x, y).says("11 canali nel piano")
	inName, line := r.at("social curati")
	r.clicks(inName, line).says("11 canali nel piano")
	if !strings.HasPrefix(r.inHand(), "○ Profili social") {
		t.Errorf("in hand %q", r.inHand())
	}
	r.clicks(inName, line).says("12 canali nel piano").clicks(inName, line).says("11 canali nel piano")
	same(t, r.plan(), was)
	r.clicksOn("Di casa").clicksOn("In rete").clicksOn("Relazioni").says("11 canali nel piano")
	if r.wheels(x, y, -1); !strings.HasPrefix(r.inHand(), "○ Scheda Google") {
		t.Errorf("the wheel leads to %q", r.inHand())
	}
	if r.wheels(x, y, 50); !strings.HasPrefix(r.inHand(), "Avanti: Budget") {
		t.Errorf("the wheel leads back to %q", r.inHand())
	}
	r.clicksOn("aziendale").clicksOn("→ cifre").says("Cifre: Sito aziendale").twiceOn("Effetto dimezzato").
		types("ctrl+u '3'")
	r.clicksOn("Col doppio").reads("Effetto dimezzato", "3 mesi").clicksOn("→ Fatto").clicksOn("Avanti: Budget").
		sees("Quanto a ciascun canale?")
	if got := r.plan().Channels[r.plan().Channel("website")].Figures.HalfLife; got.Value != 3 ||
		got.Origin != model.Own {
		t.Errorf("half-life %+v", got)
	}
}

// A list that is longer than the screen follows the mouse too.
func TestTheLongListByMouse(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels").types("end")
	r.says("▸ ○ Cataloghi").twiceOn("insegne e mezzi").says("▸ ● Affissioni", "12 canali nel piano")
	if _, y := r.at("● Affissioni"); y < 3 || y > 14 {
		t.Errorf("the line in hand is on line %d of the screen", y)
	}
	r.types("end").clicksOn("● Stampa").says("11 canali nel piano")
}

func TestPastesIntoAChannelsFigures(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "channels").standsOn("● Fiere in Italia").types("right")
	r.writes("Nome", "Fiere\nin\tItalia ").writes("Spendendo", "€ 5.000,00\n").writes("…arrivano", "4 6\n9 ").
		writes("Col doppio", "45 %")
	r.writes("Speso", "70800.50").writes("Contatti dell'anno", " 96\n").reads("Nome", "Fiere in Italia")
	r.writes("Effetto", "un mese e mezzo").says("«un mese e mezzo» non è un numero").types("esc")
	c := r.plan().Channels[r.plan().Channel("fairs_italy")]
	if f := c.Figures; c.Name != "Fiere in Italia" || f.Reference != 500000 || f.Contacts.Base != 6 ||
		f.Contacts.High != 9 || f.Gain.Value != 0.45 || c.LastYear.Spend != 7080050 {
		t.Errorf("%+v", c)
	}
}
