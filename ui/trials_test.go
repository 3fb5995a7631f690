package ui

import (
	"testing"

	"arringa/model"
)

// A test of a channel is planned, measured, decided and learnt from; the cost of a contact is
// what was spent by what came.
func TestATrialFromTheIdeaToTheLesson(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	was := r.plan()
	r.types("t").sees("Radio e giornali locali · 2.000 € · da marzo 2027",
		"Presenza nelle risposte AI · 900 € · da gennaio 2027")
	r.types("end enter").sees("Quale canale? Prima quelli che poggiano su stime.").types("enter")
	r.sees("Prova: ", "Per saperne abbastanza servono circa")
	if n := len(r.plan().Trials); n != len(was.Trials)+1 {
		t.Fatalf("%d tests", n)
	}
	r.types("'Un annuncio nuovo' enter '1.250,50' enter right enter right enter '65' enter")
	made := r.reopened().Trials[len(was.Trials)]
	if made.What != "Un annuncio nuovo" || made.Budget != 125050 || made.CostToBeat != 6500 {
		t.Errorf("%+v", made)
	}
	r.downTo("Speso davvero").types("'1.200' enter '24' enter").tells("Un contatto costa")
	// 1.200 € for 24 contacts are 50 € each; 1.250,50 € should have brought 6,9, at 181 €.
	if cost := eurosIn(t, r.line("Un contatto costa")); cost[0] < 50 || cost[0] > 181 || cost[1] > cost[0] ||
		cost[2] < cost[0] {
		t.Errorf("%v", cost)
	}
	r.types("down").tells("Verdetto: si continua a provare.")
	done := r.reopened().Trials[len(was.Trials)]
	if done.Result == nil || done.Result.Spend != model.Euro(1200) || *done.Result.Contacts != 24 {
		t.Errorf("%+v", done.Result)
	}
	r.downTo("→ Metti il risultato").types("enter").sees("Le cifre del canale ora sono le vostre. ^Z torna a prima.")
	p := r.reopened()
	if f := p.Channels[p.Channel(done.Channel)].Figures.Contacts; f.Origin != model.Own {
		t.Errorf("the channel's figures are %q after the test", f.Origin)
	}
	r.downTo("✗ Togli questa prova").types("enter").misses("Prova: ")
	if got := r.reopened().Trials; len(got) != len(was.Trials) {
		t.Errorf("%d tests after one was dropped", len(got))
	}
	for range 12 {
		r.types("ctrl+z")
	}
	r.sees("Non c'è niente da annullare.")
	samePlan(t, "after undoing all of it", r.plan(), was)
}

func TestATrialByMouseAndItsRefusals(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "whatif")
	r.clicksOn("t prove").clicksOn("Radio e giornali locali · 2.000 €").sees("Prova: Radio e giornali locali")
	was := r.plan()
	r.clicksTwice("Quanto si spende in tutto").types("ctrl+u 'tanto' enter").sees("«tanto» non è un importo")
	r.types("'-5' enter").sees("«-5» è sotto zero: un importo parte da 0.").types("esc")
	r.clicksOn("Speso davvero").types("'1,2345' enter").
		tells("«1,2345» ha più di due decimali: un importo si ferma ai centesimi.").types("esc")
	r.clicksTwice("Da quando")
	if got := r.plan().Trials[0].Start; got != was.Trials[0].Start+1 {
		t.Errorf("a second click on the month gives %s", got)
	}
	r.clicksTwice("Per quanti mesi").sees("‹ 6 ›")
	r.wheels(50, 20, -20).clicksOn("→ Fatto").misses("Prova: Radio")
	r.types("t").clicks(1, 1).misses("Le prove")
}
