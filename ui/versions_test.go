package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/ask"
	"arringa/ui/desk"
)

// An earlier version is looked at and brought back from any step, as one step that undo takes
// back; what was there stays among the versions.
func TestAnEarlierVersionIsBroughtBack(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "budget")
	was := r.plan()
	r.types("'9000' enter").sees("salvato")
	r.types("f7 / 'versioni' enter").sees("Versioni precedenti", "uguale ad adesso", "budget 44.000 €").
		types("down").sees("Annunci su Google (ricerca) 12.000 €, adesso 9.000 €")
	r.types("enter").sees("Riportata la versione", "salvato")
	samePlan(t, "brought back", r.plan(), was)
	samePlan(t, "on the disk", r.onDisk("dentista.plan"), was)
	r.types("ctrl+z").sees("Annullato: versione del")
	if got := r.plan().Channels[0].Amount; got != model.Euro(9000) {
		t.Errorf("%d after undo", got)
	}
	r.types("ctrl+b down down").sees("Versioni precedenti").types("esc").misses("riporta questa")
}

// All that would come back with a version, or go, is told by kind and number before it is chosen.
func TestAVersionSaysAllThatItWouldChange(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "reasons")
	r.app.Change("", "", func(p *model.Plan) {
		p.Channels[0].Reason.Claim, p.Channels[2].Reason.Claim = "Uno", "Due"
		p.Events = append(p.Events, model.Event{Month: p.Start, Kind: model.ReviewEvent, What: "Verifica"})
		p.Grants = append(p.Grants, model.Grant{Name: "Voucher"}, model.Grant{Name: "Bando"})
		p.Company.Name, p.Company.Town = "Altro Studio", "Asti"
		p.Channels[1].Figures.HalfLife.Value++
		p.Role.Tasks = nil
		p.Board.Author = "Giulia"
		p.Gap = p.Gap[1:]
	})
	r.types("ctrl+s").sees("salvato").types("ctrl+b end")
	r.tells("differenze: 2 motivi, 1 appuntamento, 1 risposta sulla distanza, 2 contributi,",
		"attività del ruolo", "1 dato per il CdA, 2 dati dell'azienda", "1 ipotesi diversa")
}

// From the list of plans too, without opening the plan first.
func TestAVersionIsBroughtBackFromTheListOfPlans(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "budget")
	was := r.plan()
	r.types("'9000' enter").sees("salvato").types("ctrl+o down down down").sees("v versioni").
		types("v").sees("uguale ad adesso")
	r.types("down enter").sees("Riportata la versione", "Quanto a ciascun canale?")
	samePlan(t, "brought back", r.plan(), was)
	for _, v := range file.Versions("dentista.plan") {
		if p, err := file.Restore(v); err == nil && p.Channels[0].Amount == model.Euro(9000) {
			return
		}
	}
	t.Error("the plan before is in no version")
}

// What is odd about a file is said when it is opened, and not again.
func TestWhatIsOddAboutAFileIsSaidOnce(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "budget")
	data, err := os.ReadFile("dentista.plan")
	if err != nil {
		t.Fatal(err)
	}
	byHand := bytes.Replace(data, []byte(`"machinery"`), []byte(`"machinary"`), 1)
	byHand = bytes.Replace(byHand, []byte(`"sector": "`), []byte(`"sectore": "x", "sector": "`), 1)
	if err := os.WriteFile("dentista.plan", byHand, 0o600); err != nil {
		t.Fatal(err)
	}
	r = r.struck("dentista.plan", "budget").
		sees("Da sapere di questo file", "Il file è stato cambiato fuori da Arringa", "«sectore»")
	r.types("enter").misses("Da sapere").types("right left f7").misses("cambiato fuori")
}

// A version that could not be kept is said; the plan is saved all the same.
func TestAVersionThatCouldNotBeKeptIsSaidOnce(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "budget")
	if err := os.RemoveAll(file.Home()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file.Home(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r.types("right").sees("non se n'è potuta tenere una versione").types("right").misses("una versione")
	if got, want := r.onDisk("dentista.plan").Channels[0].Amount, r.plan().Channels[0].Amount; got != want {
		t.Errorf("%d on the disk, %d on the screen", got, want)
	}
	if !strings.Contains(r.screen(), "salvato") {
		t.Error(r.screen())
	}
}

// A version does not come back where the present plan could not be kept among them.
func TestAVersionDoesNotTakeThePlaceOfAPlanThatCannotBeKept(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "budget").types("'9000' enter").sees("salvato")
	r.savesNever().types("up right")
	now := r.plan()
	r.types("ctrl+b down").sees("12.000 €, adesso 9.")
	if err := os.RemoveAll(file.Home()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file.Home(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r.types("enter").sees("La versione non è tornata")
	samePlan(t, "in hand", r.plan(), now)
}

// Whatever two plans do not have the same is named, in both languages.
func TestEveryKindOfDifferenceHasItsWords(t *testing.T) {
	e, _ := templates.FindExample("dentista")
	path := filepath.Join(t.TempDir(), "d.plan")
	if done := desk.OpenExample(e, path); done.Err != nil {
		t.Fatal(done.Err)
	}
	_, was, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	changes := map[plan.PartKind]func(*model.Plan){
		plan.PartReasons:   func(p *model.Plan) { p.Channels[0].Reason.Claim = "Altro" },
		plan.PartEvents:    func(p *model.Plan) { p.Events = append(p.Events, model.Event{What: "x"}) },
		plan.PartTrials:    func(p *model.Plan) { p.Trials = append(p.Trials, model.Trial{What: "x"}) },
		plan.PartActuals:   func(p *model.Plan) { p.Actuals = append(p.Actuals, model.Actual{Month: p.Start}) },
		plan.PartHistory:   func(p *model.Plan) { p.History = append(p.History, model.Past{}) },
		plan.PartAnswers:   func(p *model.Plan) { p.Gap = append(p.Gap, model.GapAnswer{}) },
		plan.PartPresence:  func(p *model.Plan) { p.Presence = append(p.Presence, model.PresenceRun{}) },
		plan.PartEvidence:  func(p *model.Plan) { p.Evidence = append(p.Evidence, model.Evidence{ID: "own-9"}) },
		plan.PartGrants:    func(p *model.Plan) { p.Grants = append(p.Grants, model.Grant{Name: "x"}) },
		plan.PartScenarios: func(p *model.Plan) { p.Scenarios = append(p.Scenarios, model.Scenario{ID: "own-9"}) },
		plan.PartTasks:     func(p *model.Plan) { p.Role.Tasks = append(p.Role.Tasks, model.Task{Name: "x"}) },
		plan.PartQuestions: func(p *model.Plan) {
			p.Board.Questions = append(p.Board.Questions,
				model.BoardQuestion{})
		},
		plan.PartBoard:    func(p *model.Plan) { p.Board.Private = !p.Board.Private },
		plan.PartCompany:  func(p *model.Plan) { p.Company.Town += "x" },
		plan.PartChannels: func(p *model.Plan) { p.Channels[0].Locked = !p.Channels[0].Locked },
		plan.PartPlan:     func(p *model.Plan) { p.Name += "x" },
	}
	for kind, change := range changes {
		now := was.Clone()
		change(&now)
		if got := plan.Parts(was, now); len(got) != 1 || got[0] != (plan.Part{Kind: kind, N: 1}) {
			t.Errorf("%s: %+v", kind, got)
		}
		for _, tag := range []string{"it", "en"} {
			say := templates.Language(tag)
			want := say.Kept.PartsDiffer.With("parts", say.Kept.Parts[string(kind)].N(1, "1"))
			got := ask.Differs(say, was, now)
			if len(got) != 1 || got[0] != want || !strings.Contains(want, "1 ") {
				t.Errorf("%s in %s: %q, want %q", kind, tag, got, want)
			}
		}
	}
}
