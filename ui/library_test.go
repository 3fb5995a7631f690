package ui

import (
	"slices"
	"strings"
	"testing"

	"arringa/model"
)

// inLibrary opens the sources of the machine maker's fairs abroad.
func inLibrary(t *testing.T, w, h int) *robot {
	return sitBefore(t, w, h, "macchine", "reasons").standsOn("Con quali fonti").types("space").
		says("Fonti: Fiere all'estero")
}

func (r *robot) citedFor(id model.ChannelID) []string {
	return r.reasonOf(id).Evidence
}

// A source is cited with enter and taken off again; the reason counts what is cited, and each
// is one step back.
func TestASourceIsCitedAndTakenOff(t *testing.T) {
	r := inLibrary(t, 100, 40)
	was := r.plan()
	if !slices.Equal(r.citedFor("fairs_abroad"),
		[]string{"fair-contact-ceir-2009", "fair-cost-split-ifo", "fair-cpl-range"}) {
		t.Fatal(r.citedFor("fairs_abroad"))
	}
	r.standsOn("● CEIR 2009: Un primo incontro").says("invio togli la citazione").types("enter").
		says("▸ ○ CEIR 2009: Un primo incontro", "invio cita ")
	if got := r.citedFor("fairs_abroad"); !slices.Equal(got, []string{"fair-cost-split-ifo", "fair-cpl-range"}) {
		t.Errorf("cited %v", got)
	}
	r.standsOn("○ Archivio commerciale").types("enter esc").reads("Con quali fonti", "3 fonti:", "Archivio commerciale")
	if got := r.citedFor("fairs_abroad"); !slices.Equal(got,
		[]string{"fair-cost-split-ifo", "fair-cpl-range", "own-1"}) {
		t.Errorf("cited %v", got)
	}
	r.keeps("macchine.plan")
	r.types("ctrl+z").reads("Con quali fonti", "2 fonti:").undoes(was).reads("Con quali fonti", "3 fonti:").
		sees("Annullato: Con quali fonti.")
}

// Letters narrow the table to the rows that hold every word; tab widens it to all channels.
func TestTheTableIsSearched(t *testing.T) {
	r := inLibrary(t, 140, 45)
	was := r.plan()
	all := rowsOf(t, r)
	r.types("tab").says("tab solo questo canale")
	whole := rowsOf(t, r)
	r.types("'ahrefs'")
	some := rowsOf(t, r)
	r.types("' clic'")
	fewer := rowsOf(t, r)
	if all >= whole || some >= whole || fewer >= some || fewer == 0 {
		t.Errorf("%d for the channel, %d in all, %d with a word, %d with two", all, whole, some, fewer)
	}
	for range fewer {
		if !strings.Contains(r.inHand(), "Ahrefs") {
			t.Errorf("%q does not hold the word", r.inHand())
		}
		r.types("down")
	}
	r.types("ctrl+u 'zzz'").says("0 righe", "Nessuna riga con queste parole: tab mostra tutta la tabella.")
	r.types("enter").sees("Nessuna riga con queste parole").types("ctrl+u").putsIn(" ceir\n2009 ")
	if n := rowsOf(t, r); n == 0 || !strings.Contains(r.inHand(), "CEIR 2009") {
		t.Errorf("%d rows, in hand %q", n, r.inHand())
	}
	same(t, r.plan(), was)
}

// rowsOf is how many rows the table says it shows.
func rowsOf(t *testing.T, r *robot) (n int) {
	t.Helper()
	line := strings.Fields(r.lineWith("›"))
	for _, word := range line {
		if strings.Trim(word, "0123456789") == "" {
			for _, digit := range word {
				n = n*10 + int(digit-'0')
			}
		}
	}
	return n
}

// A row is read in full: its figure, where it holds, who published it, where it was read.
func TestASourceIsReadInFull(t *testing.T) {
	r := inLibrary(t, 140, 45).types("tab").putsIn("ahrefs 34.5").standsOn("○ Ahrefs 2025: Sulle parole chiave")
	r.says("Valore: −34,5 (variazione %).", "Dove: Stati Uniti; settore: tutti, ricerche informative.",
		"«AI Overviews Reduce Clicks by 34.5%», aprile 2025.", "lo studio originale non è stato visto.")
	r.types("ctrl+u").standsOn("○ Archivio commerciale").
		says("Cifra: 14 ordini e 374 contatti; 10 mesi", "Data: 06/11/2026", "Documento: provenienze-2026.xlsx")
}

// A weak figure warns before it is cited and when it is.
func TestAWeakSourceWarns(t *testing.T) {
	r := inLibrary(t, 140, 45).types("tab").putsIn("ahrefs visitatori").standsOn("○ ! Ahrefs")
	r.says("! Cifra debole: si può mostrare con questo avviso, ma non regge un piano.")
	r.types("enter").sees("Citata con il suo avviso: è una cifra debole e da sola non convince nessuno.").
		says("▸ ● ! Ahrefs")
	if n := len(r.citedFor("fairs_abroad")); n != 4 {
		t.Errorf("%d cited", n)
	}
	r.types("enter").misses("Citata con il suo avviso")
}

// A figure of the company's own is added, found first, cited and corrected.
func TestASourceOfOnesOwn(t *testing.T) {
	r := inLibrary(t, 100, 40)
	was := r.plan()
	r.types("ctrl+n").standsOn("→ Aggiungi").types("enter").
		sees("Manca che cosa dice il dato: scrivere una frase o una cifra.")
	r.standsOn("Che cosa dice").spells("Da Pack Expo sono nati 3 clienti").spells("3 clienti").spells("CRM")
	r.spells("ieri").says("«ieri» non è una data").types("esc").spells("30/09/2026").spells("fiere.xlsx").types("enter")
	want := model.Evidence{ID: "own-3", Claim: "Da Pack Expo sono nati 3 clienti", Figure: "3 clienti", Source: "CRM",
		Date: "2026-09-30", File: "fiere.xlsx"}
	got := r.plan().Evidence
	if len(got) != 3 || got[2].ID != want.ID || got[2].Claim != want.Claim || got[2].Figure != want.Figure ||
		got[2].Source != want.Source || got[2].Date != want.Date || got[2].File != want.File {
		t.Fatalf("%+v", got)
	}
	r.standsOn("○ CRM 2026: Da Pack Expo").says("Cifra: 3 clienti", "Data: 30/09/2026").types("enter ctrl+e").
		reads("Che cosa dice", "Da Pack Expo")
	r.writes("Cifra", "4\nclienti").standsOn("→ Aggiungi").types("enter").standsOn("● CRM 2026").
		says("Cifra: 4 clienti")
	if p := r.plan(); len(p.Evidence) != 3 || p.Evidence[2].Figure != "4 clienti" ||
		!slices.Contains(r.citedFor("fairs_abroad"), "own-3") {
		t.Errorf("%+v, cited %v", p.Evidence, r.citedFor("fairs_abroad"))
	}
	r.types("esc").keeps("macchine.plan")
	r.types("ctrl+z ctrl+z").undoes(was)
}

func TestAPublishedSourceIsNotCorrected(t *testing.T) {
	r := inLibrary(t, 100, 40).standsOn("● CEIR 2009")
	r.types("ctrl+e").sees("Questa riga è pubblicata: non si corregge.")
}

// By mouse: a click chooses a row, another cites it; the wheel and the page keys walk; a click
// beside closes.
func TestTheLibraryByMouse(t *testing.T) {
	r := inLibrary(t, 100, 40)
	r.clicksOn("CEIR 2009: Un primo").says("▸ ● CEIR 2009: Un primo").clicksOn("CEIR 2009: Un primo").
		says("▸ ○ CEIR 2009: Un primo")
	if n := len(r.citedFor("fairs_abroad")); n != 2 {
		t.Errorf("%d cited", n)
	}
	x, y := r.at("CEIR 2009: Un primo")
	if r.wheels(x, y, 9); !strings.HasPrefix(r.inHand(), "○ Archivio commerciale") {
		t.Errorf("the wheel leads to %q", r.inHand())
	}
	r.wheels(x, y, -1).says("▸ ○ Controllo di gestione").types("pgdown")
	if far := r.inHand(); strings.HasPrefix(far, "○ Controllo") {
		t.Error("a page down leads nowhere")
	}
	r.types("pgup").says("▸ ○ Controllo di gestione").clicksOn("tab tutta la tabella").says("tab solo questo canale")
	r.clicksOn("^N dato nostro").twiceOn("Che cosa dice").types("'Prova'").clicksOn("→ Aggiungi").
		says("dato nostro, senza data: Prova")
	if e := r.plan().Evidence; len(e) != 3 || e[2].Claim != "Prova" {
		t.Errorf("%+v", e)
	}
	r.clicks(1, 1).sees("Perché questi soldi")
}

// A source without a date says so, in the list and in full.
func TestASourceWithoutADateSaysSo(t *testing.T) {
	r := inLibrary(t, 140, 45).types("tab").putsIn("ifo stand").standsOn("● ifo Institut, senza data: Per gli espositori")
	r.says(", senza data.")
}

// On a small screen the caveat, who sells what it praises, is read before the addresses.
func TestTheCaveatIsReadOnASmallScreen(t *testing.T) {
	r := inLibrary(t, 80, 24).types("tab").putsIn("pause study 2011").standsOn("○ Google 2011: Quando gli inserzionisti")
	r.says("Lo dice Google, che gli annunci li vende", "nome dell'azienda e altre mescolate.")
}
