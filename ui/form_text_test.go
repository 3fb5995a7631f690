package ui

import (
	"os"
	"strings"
	"testing"

	"arringa/templates"
	"arringa/ui/desk"
)

// Letters leave only the sectors that have them; what is chosen is the first of them.
func TestASectorIsFoundByItsLetters(t *testing.T) {
	r := sitBefore(t, 80, 24, "macchine", "company").standsOn("Settore").types("space")
	r.sees("2 di 16", "scrivere qualche lettera per cercare").types("'ALIM'").sees("1 di 2", "▸ Alimentare per negozi").
		misses("Cantina")
	r.types("'zz'").sees("Niente con «ALIMzz»").types("enter").sees("togliere qualche lettera", "Niente con")
	r.types("backspace backspace down enter").misses("1 di 2").reads("Settore", "Alimentare venduto direttamente")
	r.types("space end").sees("16 di 16", "▸ Artigiano").types("home").sees("1 di 16").types("up").sees("1 di 16").
		types("pgdown").misses("▸ Meccanica").types("pgup").sees("▸ Meccanica")
	r.wheels(40, 12, -2).sees("▸ Alimentare per").clicksOn("Cantina").reads("Settore", "Cantina")
	was := r.plan()
	r.types("space 'hotel' esc")
	same(t, r.plan(), was)
	r.types("space").putsIn("negozio con").types("enter").reads("Settore", "Negozio con vetrina")
}

// A file is found by its letters, or by a path that is typed or pasted.
func TestAFileIsFoundByLettersOrPath(t *testing.T) {
	r := sit(t, 80, 24)
	if err := os.Mkdir("piani", 0o755); err != nil {
		t.Fatal(err)
	}
	dentist, _ := templates.FindExample("dentista")
	for _, path := range []string{"a.plan", "b.plan", "piani/c d.plan"} {
		if done := desk.OpenExample(dentist, path); done.Err != nil {
			t.Fatal(done.Err)
		}
	}
	r.types("o 'b.pl'").sees("1 di 1").types("enter").sees("Comunicazione 2027")
	r = restart(t, 80, 24, "it")
	r.types("o").putsIn(`'piani/c d.plan'`).types("enter").sees("Comunicazione 2027")
	r = restart(t, 80, 24, "it")
	r.types("o 'manca.plan' enter").sees("manca.plan non c'è")
}

// Esc asks what becomes of a text that was written; unchanged, it closes.
func TestATextIsNotLostUnasked(t *testing.T) {
	r := sitBefore(t, 140, 45, "macchine", "reasons").standsOn("Che cosa ci aspettiamo")
	was := r.plan()
	r.types("space end left esc").misses("Uscire?", "invio tieni")
	r.types("space ' Di nuovo.' esc").sees("Uscire?", "Tenere il testo", "Uscire senza tenerlo")
	r.types("esc").sees("Di nuovo.", "invio tieni").types("' Ancora.'").clicks(0, 0)
	r.sees("Uscire?").clicksOn("Uscire senza tenerlo").misses("Di nuovo.")
	same(t, r.plan(), was)
	r.types("space ' Di nuovo.' ctrl+c enter").sees("Di nuovo.").misses("invio tieni")
	if claim := r.reasonOf("fairs_abroad").Claim; !strings.HasSuffix(claim, "Di nuovo.") {
		t.Errorf("%q", claim)
	}
}

// A text has room for so much; what does not go in is said, and an older one stays whole.
func TestATextHasItsRoom(t *testing.T) {
	r := sitBefore(t, 100, 30, "macchine", "reasons").standsOn("Chi risponde").standsOnTopOf("Che cosa ci aspettiamo")
	r.types("space ctrl+u").putsIn(strings.Repeat("parola ", 600)).sees("4000 caratteri", "il resto non è entrato")
	r.types("enter")
	if n := len([]rune(r.reasonOf("fairs_abroad").Claim)); n > 4000 || n < 3990 {
		t.Errorf("%d letters", n)
	}
	r.types("space").sees("4000 caratteri su 4000")
}

// standsOnTopOf goes up to a row.
func (r *robot) standsOnTopOf(text string) *robot {
	r.t.Helper()
	r.types(strings.Repeat("up ", 30))
	return r.standsOn(text)
}

// Without a screen the same things can be asked: a sector by its number, sheets by yes and
// no, a picture by its path; lines are broken at words.
func TestTheSameFieldsInWords(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	said, p := inStep(t, 1, "", "", "boh", "?", "5", ".")
	saysInOrder(t, said, "5. Cantina", "Settore [Studio dentistico e clinica]:", "«boh» non è fra le scelte")
	if p.Company.Sector != "winery" {
		t.Errorf("sector %q", p.Company.Sector)
	}
	if err := os.WriteFile("logo.png", []byte(tiny), 0o644); err != nil {
		t.Fatal(err)
	}
	said, p = inStep(t, 9, "", "", "manca.png", "logo.png", ".", "2", "", "2", "1", ".", "2")
	saysInOrder(t, said, "Logo", "non c'è", "Logo", "1. sì", "Indice [sì]:", "Curve [sì]:")
	if string(p.Board.Logo) != tiny || len(p.Board.LeftOut) != 1 || p.Board.LeftOut[0] != "curves" {
		t.Errorf("%d bytes of logo, left out %v\n%s", len(p.Board.Logo), p.Board.LeftOut, said)
	}
}
