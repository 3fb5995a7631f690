package ui

import (
	"strings"
	"testing"

	"arringa/model"

	"github.com/charmbracelet/x/ansi"
)

// The best split is shown beside today's: taken, it is the plan, with the same budget and what
// is locked where it was; left, nothing has changed.
func TestTheBestSplitIsTakenOrLeft(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "budget")
	was := r.plan()
	r.types("o").says("Obiettivo: il margine del primo anno dei clienti che arrivano.").
		reads("Fiere estero", "88.000 88.000 = bloccato")
	r.reads("Sito", "17.728", "pari resa").says("Da 1,06 mln € a").types("esc").misses("La divisione migliore")
	same(t, r.plan(), was)
	r.types("o")
	_, after, _ := strings.Cut(r.lineWith("Da 1,06 mln € a "), "€ a ")
	after, _, _ = strings.Cut(after, ",")
	r.types("enter").sees("Divisione migliore applicata. ^Z annulla.").
		reads("Margine, 1° anno cliente", after)
	p := r.plan()
	adds(t, p)
	if p.Budget != was.Budget || r.amount("fairs_abroad") != model.Euro(88000) ||
		r.amount("website") < model.Euro(12000) || r.amount("search_ads") > model.Euro(30000) {
		t.Errorf("%+v", p.Channels)
	}
	r.keeps("macchine.plan")
	r.undoes(was).sees("Annullato: La divisione migliore.").reads("Margine, 1° anno cliente", "1,06 mln €")
}

// The best split has four aims, one after the other.
func TestTheBestSplitHasFourAims(t *testing.T) {
	r := sitBefore(t, 80, 24, "dentista", "budget").types("o")
	aims := []string{"il margine del primo anno", "il margine dei clienti per tutti gli anni",
		"il numero di clienti.", "il margine incassato entro il periodo."}
	for range 2 {
		for _, aim := range aims {
			r.says("Obiettivo: "+aim, "nessun'altra divisione porta").types("tab")
		}
	}
	r.types("esc o").says(aims[0]).types("right").says(aims[1]).clicksOn("prendi questa divisione").
		sees("Divisione migliore applicata.")
	adds(t, r.plan())
}

// Limits move the amount into them as far as the money goes; a threshold and the months do
// not. Each is one step back.
func TestTheLimitsOfAChannel(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget").standsOn(outreach)
	was := r.plan()
	of := func() model.Channel { return r.plan().Channels[r.plan().Channel("direct_outreach")] }
	for _, c := range []struct {
		label, typed, shown          string
		amount, least, most, minimum model.Money
	}{
		{"Al massimo", "20mila", "20.000 €", 2000000, 0, 2000000, 300000},
		{"Almeno", "30.000,50", "30.000,50 €", 3000050, 3000050, 0, 300000},
		{"Almeno", "50000", "50.000 €", 3400000, 5000000, 0, 300000}, // the pot has no more
		{"Soglia minima", "4k", "4.000 €", 2500000, 0, 0, 400000},
	} {
		r.types("tab").says("Limiti: Contatto diretto mirato").standsOn(c.label).spells(c.typed).
			reads(c.label, c.shown).types("esc")
		if x := of(); x.Amount != c.amount || x.AtLeast != c.least || x.AtMost != c.most || x.Threshold != c.minimum {
			t.Errorf("%s %s: %d, least %d, most %d, threshold %d", c.label, c.typed, x.Amount, x.AtLeast, x.AtMost,
				x.Threshold)
		}
		adds(t, r.plan())
		r.undoes(was)
	}
	r.types("t").standsOn("In quali mesi").types("right").reads("In quali mesi", "come la stagione").types("right").
		reads("In quali mesi", "mese per mese")
	if c := of(); c.Calendar.Kind != model.Typed || c.Amount != model.Euro(25000) {
		t.Errorf("%+v", c.Calendar)
	}
	r.standsOn("Al massimo").putsInto("€ 26.000\n").standsOn("→ Fatto").types("enter").keeps("macchine.plan")
}

func TestTheLimitsRefuseWhatContradicts(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget").standsOn("Fiere Italia")
	was := r.plan()
	r.types("tab").standsOn("Al massimo").spells("30000").
		says("Il minimo (40.000 €) è più alto del massimo (30.000 €): abbassare il primo o alzare il secondo.").
		types("esc")
	r.spells("poco").says("«poco» non è un importo").types("esc").standsOn("Almeno").spells("-1").
		says("«-1» è sotto zero").types("esc esc")
	same(t, r.plan(), was)
	r.types("up up").standsOn("Budget dell'anno").types("tab").
		sees("Prima si sceglie un canale, con le frecce su e giù.")
}

// A limit of zero is none.
func TestALimitOfZeroIsNone(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "budget").standsOn("Google Ads").types("tab").standsOn("Al massimo").
		spells("0")
	r.reads("Al massimo", "non indicato").types("esc end")
	if got := r.amount("search_ads"); got != model.Euro(31000) { // all that is left
		t.Errorf("without a most it goes to %d", got)
	}
}

// slider is where the slider of a row is on the screen: the row of labels says where it begins
// and where it ends.
func (r *robot) slider(name string) (x, y, w int) {
	r.t.Helper()
	_, y = r.at("▸ " + name)
	_, labels := r.at("canale  ")
	line := strings.Split(r.screen(), "\n")[labels]
	zero := strings.Index(line, " 0 ") + 1
	end := zero + strings.Index(line[zero:], " €") + len(" €")
	x = ansi.StringWidth(line[:zero])
	return x, y, ansi.StringWidth(line[:end]) - x
}

// A slider is dragged: to its left end nothing is left, to its right end all that there is;
// a whole drag is one step back.
func TestASliderIsDragged(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "budget").standsOn(outreach)
	was := r.plan()
	x, y, w := r.slider(outreach)
	for _, c := range []struct {
		to   int
		want int64
	}{{x, 0}, {x - 9, 0}, {x + w - 1, 34000}, {139, 34000}} {
		r.drags(x+4, y, c.to, y)
		if got := r.amount("direct_outreach"); got != model.Euro(c.want) {
			t.Errorf("dragged to %d of %d, it has %d", c.to-x, w, got)
		}
		adds(t, r.plan())
		r.undoes(was)
	}
	// Each cell is worth the same: 150.000 € over all but the first.
	for _, cell := range []int{1, 2, 3, 4} {
		r.clicks(x+cell, y)
		want, got := 150000*float64(cell)/float64(w-1), r.amount("direct_outreach").Euros()
		if got < want-150000/float64(w-1)/2 || got > want+150000/float64(w-1)/2 {
			t.Errorf("cell %d of %d is worth %.0f €, about %.0f were expected", cell, w, got, want)
		}
	}
	r.drags(x+1, y, x+3, y).types("ctrl+z ctrl+y")
	adds(t, r.plan())
}

// There and back leaves no trace, also where the others move along.
func TestADragThereAndBackLeavesNoTrace(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "budget").standsOn(outreach).types("m")
	x, y, w := r.slider(outreach)
	r.clicks(x+4, y)
	was := r.plan()
	r.drags(x+4, y, x+w-1, y)
	if r.amount("direct_outreach") <= model.Euro(34000) {
		t.Errorf("in the fixed total it has %d", r.amount("direct_outreach"))
	}
	adds(t, r.plan())
	r.undoes(was)
	r.gets(mouse(x+4, y, "click"))
	for _, cell := range []int{9, w - 1, 2, 0, 4} {
		r.gets(mouse(x+cell, y, "motion"))
		adds(t, r.plan())
	}
	r.gets(mouse(x+4, y, "release"))
	same(t, r.plan(), was)
}

// What is locked is not dragged, and the total is dragged like a channel.
func TestTheTotalAndALockByMouse(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "budget").standsOn("Fiere estero")
	was := r.plan()
	x, y, w := r.slider("Fiere estero")
	r.drags(x+6, y, x, y).sees("importo bloccato")
	same(t, r.plan(), was)
	_, total := r.at("Budget dell'anno")
	r.drags(x+9, total, x+w-1, total)
	p := r.plan()
	if adds(t, p); p.Budget <= was.Budget || p.Allocated() != was.Allocated() {
		t.Errorf("dragged up, %d given of %d", p.Allocated(), p.Budget)
	}
	r.undoes(was).drags(x+9, total, x, total).
		sees("Il totale non può scendere sotto 176.000 €: 88.000 € sono bloccati e 88.000 € sono minimi fissati.")
	if p := r.plan(); p.Budget != model.Euro(176000) {
		t.Errorf("dragged down, the budget is %d", p.Budget)
	}
	r.undoes(was)
}

// A click chooses a row, another one on its figure opens it; a click elsewhere takes what was
// typed; the wheel is a step a notch; the last row goes on.
func TestTheBudgetByMouse(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "budget")
	r.clicksOn(outreach)
	if !strings.HasPrefix(r.inHand(), outreach) {
		t.Fatalf("in hand %q", r.inHand())
	}
	x, y, w := r.slider(outreach)
	r.clicks(x+w+4, y).types("ctrl+u '26.000,10'").clicksOn("Porte aperte")
	if got := r.amount("direct_outreach"); got != 2600010 {
		t.Errorf("typed and left by a click, %d", got)
	}
	r.wheels(x+2, y, 1).reads(outreach, "27.000").wheels(x+2, y, -2).reads(outreach, "21.000")
	r.clicks(x+w+4, y).types("ctrl+u '9x'").clicksOn("Porte aperte").sees("«9x» non è un importo")
	if got := r.amount("direct_outreach"); got != model.Euro(21000) {
		t.Errorf("refused, %d", got)
	}
	r.types("esc").clicksOn("spazio blocca").reads(outreach, "■").clicksOn("spazio sblocca").clicksOn("limiti").
		says("Limiti: Contatto diretto mirato")
	r.twiceOn("Almeno").types("ctrl+u '22000'").clicksOn("→ Fatto").reads(outreach, "22.000")
	r.clicksOn("Avanti: Motivi").sees("Perché questi soldi")
	adds(t, r.plan())
}
