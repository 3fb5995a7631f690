package ui

import (
	"testing"

	"arringa/model"
)

// Public money is noted, shown apart and never counted.
func TestGrantsAreNotedAndNeverCounted(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	was := r.plan()
	r.goes("whatif").sees("68 mila €").goes("board")
	r.types("ctrl+g").tells("Soldi che forse arrivano: stanno a parte e non entrano mai nel risultato.")
	r.types("enter 'Voucher fiere' enter '6.000,50' enter 'Camera di commercio' enter '30/4/2027' enter enter").
		misses("Quanto, al massimo")
	got := r.reopened().Grants
	if len(got) != 1 || got[0].Name != "Voucher fiere" || got[0].Amount != 600050 ||
		got[0].Source != "Camera di commercio" || got[0].Date != "2027-04-30" {
		t.Errorf("%+v", got)
	}
	r.goes("whatif").sees("68 mila €").goes("board")
	r.types("ctrl+g").holds("Voucher fiere · 6.000,50 €").types("enter down '7000' enter").downTo("→ Tieni").
		types("enter")
	if got := r.reopened().Grants; len(got) != 1 || got[0].Amount != model.Euro(7000) {
		t.Errorf("%+v", got)
	}
	r.types("ctrl+g enter").downTo("✗ Togli questo contributo").types("enter")
	if got := r.reopened().Grants; len(got) != 0 {
		t.Errorf("%+v", got)
	}
	r.types("ctrl+z ctrl+z ctrl+z").sees("Annullato: Bandi e contributi")
	samePlan(t, "undone", r.plan(), was)
}

func TestGrantsByMousePasteAndRefusal(t *testing.T) {
	r := sit(t, 100, 40).example("macchine", "board")
	was := r.plan()
	r.types("ctrl+g").wheels(50, 20, -3).holds("Nuovo contributo").wheels(50, 20, 1).holds("Bando fiere")
	r.clicksOn("Nuovo contributo").types("down 'tanti' enter").tells("«tanti» non è un importo").
		types("'1.000' enter down 'mai' enter").tells("«mai» non è una data")
	r.types("'1/6/2027' enter enter").sees("Manca il nome del bando o del contributo.")
	r.clicksOn("Quale").clicks(r.at("Quale")).Pastes("Bando  digitale\n").clicksOn("→ Tieni").
		misses("Quanto, al massimo")
	if got := r.reopened().Grants; len(got) != 2 || got[1].Name != "Bando digitale" ||
		got[1].Amount != model.Euro(1000) || got[1].Date != "2027-06-01" {
		t.Errorf("%+v", got)
	}
	r.types("ctrl+g").clicksOn("Bando fiere della Camera").types("'Altro' enter esc right enter") // not kept
	r.types("ctrl+z")
	samePlan(t, "undone", r.plan(), was)
}
