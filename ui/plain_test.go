package ui

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/form"
	"arringa/ui/spoken"
)

// says runs the walk without a screen on the lines that a person types, and gives what it
// said.
func says(t *testing.T, lines ...string) string {
	t.Helper()
	var out strings.Builder
	p := &spoken.Plain{Desk: &desk.Desk{Stage: &desk.Stage{Say: templates.Language("it"), Look: &desk.Theme{},
		Keyless: true}}, Voice: form.NewVoice(&out, strings.NewReader(strings.Join(lines, "\n")+"\n"))}
	if err := p.Home(); err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	if p.Work != nil {
		if err := p.Save(); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func heard(t *testing.T, said string, wanted ...string) {
	t.Helper()
	flat := strings.Join(strings.Fields(said), " ") // however it is broken into lines
	for _, w := range wanted {
		if !strings.Contains(flat, strings.TrimSpace(w)) {
			t.Errorf("%q was not said:\n%s", w, said)
		}
	}
}

func saved(t *testing.T, path string) model.Plan {
	t.Helper()
	_, p, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Enter alone leads from nothing to the workbook without a screen too.
func TestEnterAloneWithoutAScreen(t *testing.T) {
	sit(t, 80, 24)
	said := says(t, make([]string, 400)...)
	heard(t, said, "Un piano nuovo", "Settore", "== Azienda ==", "== Distanza ==", "== Canali ==", "== Budget ==",
		"== Motivi ==", "== E se… ==", "== Calendario ==", "== Ruolo ==", "== CdA ==", "Cartella scritta")
	if _, err := os.Stat("Piano 2027.xlsx"); err != nil && !strings.Contains(said, ".xlsx") {
		t.Error("no workbook", err)
	}
}

// Every step can be done without a screen: scenario, calendar, role and the year.
func TestTheStepsWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	opening := []string{"2", "dentista.plan"}
	in := func(step string, answers ...string) string {
		return says(t, append(append(append([]string{}, opening...), step), answers...)...)
	}
	heard(t, in("6", "1"), "base: ", "Taglio del 20%", "Che cosa decide", "Da verificare per primo")
	if s := saved(t, "dentista.plan").Scenario; s == model.Base {
		t.Error("the scenario chosen is not in force")
	}
	in("6", "2")

	p := saved(t, "dentista.plan")
	heard(t, in("7", "3", "1.234,50", "abc", ""), "uguale ogni mese", "gennaio 2027", "abc")
	if got := saved(t, "dentista.plan").Channels[0].Calendar; got.Kind != model.Typed ||
		p.Channels[0].Calendar.Kind == model.Typed {
		t.Errorf("calendar %+v", got)
	}

	heard(t, in("8", "51.000", ".", ""), "Retribuzione lorda annua")
	if got := saved(t, "dentista.plan").Role.Salary.Cents; got != model.Euro(51000) {
		t.Errorf("salary %d", got)
	}
	tasks := len(saved(t, "dentista.plan").Role.Tasks)
	heard(t, in("8", "", "", "", "", "", "2", "Recensioni", "6", "200", "1", "0,5", "1"), "Recensioni",
		"Costo del ruolo", "Se manca chi lo fa")
	if got := saved(t, "dentista.plan").Role.Tasks; len(got) != tasks+1 || got[tasks].Hours.Value != 6 ||
		got[tasks].Correction.Value != 0.5 {
		t.Errorf("tasks %+v", got)
	}

	heard(t, in("10", "1", "350", "4,5"), "Di quale mese si scrive?", "spesa (dal piano", "contatti (dal piano")
	actual := saved(t, "dentista.plan").Actuals
	if len(actual) != 1 || actual[0].Spend == nil || *actual[0].Spend != model.Euro(350) || *actual[0].Contacts != 4.5 {
		t.Errorf("actuals %+v", actual)
	}
}

// The best split can be had without a slider, and what an assistant said noted down.
func TestSplitAndPresenceWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	was := saved(t, "dentista.plan")
	says(t, "2", "dentista.plan", "4", "4")
	if got := saved(t, "dentista.plan"); got.Channels[0].Amount == was.Channels[0].Amount &&
		got.Channels[1].Amount == was.Channels[1].Amount {
		t.Error("the best split was not taken")
	}
	answers := append([]string{"2", "dentista.plan", "2"}, make([]string, len(templates.GapQuestions()))...)
	said := says(t, append(answers, "2", "1/12/2026", "Gemini", "", "sì", "Rossi, Bianchi", "")...)
	heard(t, said, "Annotare che cosa ha risposto un assistente AI?")
	got := saved(t, "dentista.plan").Presence
	if len(got) != len(was.Presence)+1 {
		t.Fatalf("%d answers noted down, there were %d", len(got), len(was.Presence))
	}
	if last := got[len(got)-1]; last.Assistant != "Gemini" || !last.Named || len(last.Competitors) != 2 {
		t.Errorf("%+v", last)
	}
}

// So small a total that it empties the channels is asked about without a screen too, and no
// key of the screen is named where nothing is drawn.
func TestASmallTotalIsAskedAboutWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	was := saved(t, "dentista.plan")
	said := says(t, "2", "dentista.plan", "4", "", "99", "", ".")
	heard(t, said, "È la cifra giusta?", "1. 99.000 €", "2. 99 €", "3. lasciare 44.000 €")
	if got := saved(t, "dentista.plan"); got.Budget != model.Euro(99000) || got.Allocated() != was.Allocated() {
		t.Errorf("%d, %d given", got.Budget, got.Allocated())
	}
	said = says(t, "2", "dentista.plan", "4", "", "99", "", ".")
	heard(t, said, "1. lasciare 99.000 €", "2. 99 €")
	said += says(t, "2", "dentista.plan", "4", "", "90.000", "200.000", "?", ".")
	said += says(t, "2", "dentista.plan", "4", "4", ".")
	said += says(t, "2", "dentista.plan", "4", "2", ".")
	said += says(t, append([]string{"2", "dentista.plan", "2"}, append(make([]string, len(templates.GapQuestions())),
		"2", "?", "", "?", "", "?", ".")...)...)
	said += says(t, "2", "dentista.plan", "10", "1", ".")
	said += says(t, "1", "?", ".")
	for _, key := range []string{"^Z", "tab", "barra spaziatrice", "(m)", "tasto", "Freccia", "con la i"} {
		if strings.Contains(said, key) {
			t.Errorf("%q is named where there are no keys:\n%s", key, said)
		}
	}
}

// One goes back a question in Distance as everywhere.
func TestBackAQuestionInDistanceWithoutAScreen(t *testing.T) {
	sit(t, 80, 24).example("dentista", "company")
	says(t, "2", "dentista.plan", "2", "0", "<", "3", ".")
	q := templates.GapQuestions()
	if level, _ := saved(t, "dentista.plan").Level(q[0].ID); level != 3 {
		t.Errorf("the first answer is %d", level)
	}
	heard(t, says(t, "2", "dentista.plan", "2", "<", "."), q[0].Question.In("it"))
}
