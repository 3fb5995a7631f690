package ui

import (
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
)

// A form that is taken at its end alone is one text in hand: struck down, the program opens it
// again with all that was answered and the line that was open.
func TestAFormOutlivesTheProgram(t *testing.T) {
	for _, at := range []struct {
		name, step, keys string
		text, again      []string
		finish           string
		holds            func(model.Plan) bool
	}{
		{"a task", "role", "ctrl+t 'Newsletter baristi' enter '20' enter '9'",
			[]string{"«Attività: Newsletter baristi · Ore al mese: 20 · Prezzo fuori,", "al mese: 9»"},
			[]string{"Newsletter baristi", "20"}, "'00' enter enter enter enter",
			func(p model.Plan) bool {
				x := p.Role.Tasks[len(p.Role.Tasks)-1]
				return x.Name == "Newsletter baristi" && x.Hours.Value == 20 && x.Outside.Cents == model.Euro(900) &&
					x.GivenBack.Origin == model.Judgement
			}},
		{"an event", "calendar", "n right right enter left enter enter 'Pagina doppia' enter '1500'",
			[]string{"Pagina doppia", "1500"}, []string{"marzo 2027", "Pagina doppia", "spesa una tantum"},
			"enter enter",
			func(p model.Plan) bool {
				x := p.Events[len(p.Events)-1]
				return x.What == "Pagina doppia" && x.Cost == model.Euro(1500)
			}},
		{"a grant, from a list", "board", "ctrl+g end enter 'Voucher' enter '6000' enter 'Camera' enter",
			[]string{"Voucher", "6.000 €", "Camera"}, []string{"Voucher", "Camera"}, "'30/4/2027' enter enter",
			func(p model.Plan) bool {
				x := p.Grants[len(p.Grants)-1]
				return x.Name == "Voucher" && x.Amount == model.Euro(6000) && x.Source == "Camera" &&
					x.Date == "2027-04-30"
			}},
		{"a scenario", "whatif", "n 'Crisi' enter '-30' enter", []string{"Crisi", "−30%"}, []string{"Crisi"},
			"up up enter enter enter enter enter enter enter",
			func(p model.Plan) bool {
				x := p.Scenarios[len(p.Scenarios)-1]
				return x.Name == "Crisi" && x.Results.By == 0.7
			}},
		{"a channel", "channels", "n 'Volantini' enter right enter '1000' enter '10/20/40' enter",
			[]string{"Volantini", "1.000 €"}, []string{"Volantini"}, "up enter enter enter enter enter enter enter " +
				"enter enter enter enter enter enter enter enter enter enter",
			func(p model.Plan) bool {
				x := p.Channels[len(p.Channels)-1]
				return x.Name == "Volantini" && x.Figures.Contacts.Low == 10 && x.Figures.Contacts.High == 40 &&
					x.Figures.Additional.Origin != model.Own
			}},
		{"an answer of an assistant", "distance", "a a enter right enter enter right enter 'Rossi, Verdi' enter",
			[]string{"Rossi, Verdi", "Gemini"}, []string{"Gemini", "Rossi, Verdi"}, "enter enter",
			func(p model.Plan) bool {
				x := p.Presence[len(p.Presence)-1]
				return x.Assistant == "Gemini" && x.Named && len(x.Competitors) == 2
			}},
		{"a source of one's own", "reasons", "down down space ctrl+n 'Tre clienti' enter '3' enter",
			[]string{"Tre clienti"}, []string{"Tre clienti"}, "'CRM' enter enter enter enter",
			func(p model.Plan) bool {
				x := p.Evidence[len(p.Evidence)-1]
				return x.Claim == "Tre clienti" && x.Figure == "3" && x.Source == "CRM"
			}},
		{"a test's line", "whatif", "t enter 'Un annuncio'", []string{"Un annuncio"}, []string{"Un annuncio"}, "enter",
			func(p model.Plan) bool { return strings.HasSuffix(p.Trials[0].What, "Un annuncio") }},
	} {
		t.Run(at.name, func(t *testing.T) {
			r := sit(t, 100, 40).example("dentista", at.step).types(at.keys).misses("salvato")
			if kept := file.WrittenDown("dentista.plan"); len(kept) != 1 {
				t.Fatalf("%d drafts: %+v", len(kept), kept)
			}
			r = r.struck("dentista.plan", "budget").sees("Un testo era rimasto in sospeso").sees(at.text...)
			r.types("enter").misses("non si può rimettere").sees(at.again...)
			r = r.struck("dentista.plan", "budget").sees(at.text...).types("enter")
			r.types(at.finish)
			if !at.holds(r.plan()) {
				t.Fatalf("not in the plan:\n%s", r.screen())
			}
			if kept := file.WrittenDown("dentista.plan"); len(kept) != 0 {
				t.Errorf("still kept: %+v", kept)
			}
		})
	}
}

// What was refused in such a form is in its field again, and is no text of its own.
func TestARefusedAnswerOfAFormIsInItsFieldAgain(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "role").types("ctrl+t 'Newsletter' enter 'tante' enter down")
	r = r.struck("dentista.plan", "budget").sees("Attività: Newsletter · Ore al mese: tante")
	r.types("enter").sees("Newsletter", "tante").types("up backspace ctrl+u '20' enter down down down enter")
	tasks := r.plan().Role.Tasks
	if x := tasks[len(tasks)-1]; x.Name != "Newsletter" || x.Hours.Value != 20 {
		t.Fatalf("%+v\n%s", x, r.screen())
	}
}

// A test that was just begun is not begun again to put a text back into it.
func TestATextIsNotPutBackByChangingThePlan(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "whatif").types("t end enter enter 'Un annuncio'")
	was := len(r.plan().Trials)
	r = r.struck("dentista.plan", "budget").types("enter").sees("Questo testo non si può rimettere", "Copiarlo")
	if got := len(r.plan().Trials); got != was {
		t.Errorf("%d tests, %d before", got, was)
	}
}
