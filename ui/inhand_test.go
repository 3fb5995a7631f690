package ui

import (
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"

	tea "charm.land/bubbletea/v2"
)

// struck is the program started again after it was struck down: nothing was saved at its end.
func (r *robot) struck(path, step string) *robot {
	r.t.Helper()
	again := restart(r.t, r.app.Size.X, r.app.Size.Y, r.app.Say.Tag)
	return again.opens(path, step)
}

// What was being typed is found again after the program was struck down, wherever it was, and
// goes on where it was left.
func TestATextInHandOutlivesTheProgram(t *testing.T) {
	for _, at := range []struct {
		name, step, keys, text string
		holds                  func(model.Plan) bool
	}{
		{"a field", "company", "down 'Officina Nuova'", "Officina Nuova",
			func(p model.Plan) bool { return p.Name == "Officina Nuova" || p.Company.Name == "Officina Nuova" }},
		{"an amount", "budget", "'9000'", "9000",
			func(p model.Plan) bool { return p.Channels[0].Amount == model.Euro(9000) }},
		{"a month", "calendar", "right '777'", "777",
			func(p model.Plan) bool { return p.Channels[0].Calendar.Kind == model.Typed }},
		{"what came", "progress", "'123'", "123",
			func(p model.Plan) bool {
				return len(p.Actuals) > 0 && *p.Actuals[len(p.Actuals)-1].Spend == model.Euro(123)
			}},
		{"a reason", "reasons", "right right down 'Perché ci cercano di notte'", "Perché ci cercano di notte",
			func(p model.Plan) bool { return p.Channels[2].Reason.Claim == "Perché ci cercano di notte" }},
		{"a limit in a dialog", "budget", "down tab '4321'", "4321",
			func(p model.Plan) bool { return p.Channels[1].AtLeast == model.Euro(4321) }},
		{"an answer two dialogs deep", "board", "ctrl+d right e 'Lo dicono i clienti'", "Lo dicono i clienti",
			func(p model.Plan) bool {
				return slices.ContainsFunc(p.Board.Questions, func(q model.BoardQuestion) bool {
					return q.Answer == "Lo dicono i clienti"
				})
			}},
	} {
		t.Run(at.name, func(t *testing.T) {
			r := sit(t, 100, 30).example("dentista", at.step)
			r.types(at.keys).sees("si sta scrivendo…").misses("salvato")
			if at.holds(r.plan()) {
				t.Fatal("already in the plan")
			}
			r = r.struck("dentista.plan", "budget").sees("Un testo era rimasto in sospeso", "«"+at.text+"»")
			r.types("enter").sees(at.text, "si sta scrivendo…")
			r = r.struck("dentista.plan", "budget").sees("«" + at.text + "»") // still not in the plan
			r.types("enter enter")
			if !at.holds(r.plan()) {
				t.Fatalf("not in the plan:\n%s", r.screen())
			}
			if !at.holds(r.onDisk("dentista.plan")) {
				t.Error("not on the disk")
			}
			if kept := file.WrittenDown("dentista.plan"); len(kept) > 0 {
				t.Errorf("still kept: %+v", kept)
			}
		})
	}
}

// A text that was refused stays in its field; whoever leaves the program, or the plan, finds it
// again, and is told so.
func TestARefusedTextIsNotLostOnLeaving(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "company")
	r.types("down down down down down down 'tanto' enter down").sees("un testo da correggere").misses("salvato")
	r.types("ctrl+q")
	if !r.left {
		t.Fatal("not left")
	}
	var said bytes.Buffer
	r.app.LastWords(&said)
	for _, want := range []string{"Un testo non è nel piano", "Valore del primo ordine", "si ripropone riaprendo"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q does not say %q", said.String(), want)
		}
	}
	r = r.struck("dentista.plan", "budget").sees("«tanto»")
	r.types("enter backspace backspace backspace backspace backspace '800' enter").sees("salvato")
	if got := r.onDisk("dentista.plan").Company.FirstOrder.Cents; got != model.Euro(800) {
		t.Errorf("%d on the disk", got)
	}

	r = sit(t, 100, 30).example("macchine", "budget")
	r.example("dentista", "budget").types("'90o0' enter").sees("si sta scrivendo…")
	r.opens("macchine.plan", "budget").misses("sospeso")
	r.opens("dentista.plan", "budget").sees("«90o0»", "Budget · Annunci su Google")
}

// What is offered may be dropped, put aside or copied; what is put aside is offered again.
func TestWhatIsOfferedWaitsForAnAnswer(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "budget").types("'9000'")
	r = r.struck("dentista.plan", "budget").types("esc").sees("salvato")
	r.types("right right") // work goes on, and the text stays aside
	r = r.struck("dentista.plan", "budget").sees("«9000»").types("down down enter").sees("salvato")
	r = r.struck("dentista.plan", "budget").sees("«9000»").types("down enter").sees("Testo copiato")
	r = r.struck("dentista.plan", "budget").sees("«9000»").types("down down down enter").sees("salvato")
	r.struck("dentista.plan", "budget").misses("«9000»")
}

// Where its place is no longer in the plan a text is not lost: it is offered still.
func TestATextWithoutItsPlaceIsOfferedStill(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "reasons").types("right down 'Il sito lavora di notte'")
	p := r.plan().Clone()
	p.Channels = p.Channels[:1]
	data, err := file.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("dentista.plan", data, 0o600); err != nil {
		t.Fatal(err)
	}
	r = r.struck("dentista.plan", "budget").sees("Il sito lavora di notte").types("enter")
	r.sees("Questo testo non si può rimettere al suo posto", "Il sito lavora di notte", "Copiarlo negli appunti")
}

// The text is kept while the plan that took it is not on the disk yet.
func TestATextIsKeptUntilThePlanThatTookItIsSaved(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "budget").types("'9000'")
	blocks(t, "dentista.plan")
	r.savesNever().types("enter ctrl+s").sees("non salvato")
	if kept := file.WrittenDown("dentista.plan"); len(kept) != 1 || kept[0].Text != "9000" {
		t.Errorf("%+v", kept)
	}
	frees(t, "dentista.plan")
	r.savesSoon().types("ctrl+s").sees("salvato").misses("non salvato")
	if kept := file.WrittenDown("dentista.plan"); len(kept) != 0 {
		t.Errorf("%+v", kept)
	}
}

// Where texts cannot be kept aside that is said at once, and the text itself at the end.
func TestATextThatCannotBeKeptIsSaid(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "company")
	if err := os.RemoveAll(file.Home()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file.Home(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r.types("down 'Nuovo'").sees("non si può tenere da parte")
	var said bytes.Buffer
	r.app.LastWords(&said)
	if !strings.Contains(said.String(), "Nuovo") || !strings.Contains(said.String(), "Nome del piano") {
		t.Errorf("%q", said.String())
	}
}

// looking reads lines to the program as a person would, and looks before each.
type looking struct {
	lines []string
	look  func(left int)
}

func (l *looking) Read(b []byte) (int, error) {
	l.look(len(l.lines))
	if len(l.lines) == 0 {
		return 0, io.EOF
	}
	line := l.lines[0]
	l.lines = l.lines[1:]
	return copy(b, line+"\n"), nil
}

// Without a screen too an answer is on the disk before the next question waits, and what was
// being typed on the screen is said.
func TestAnAnswerIsSavedBeforeTheNextQuestionWaits(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "budget").types("'4321'").sees("si sta scrivendo")
	var out, errs bytes.Buffer
	in := &looking{lines: []string{"1", "Primo Sorriso"}}
	in.look = func(left int) {
		if name := r.onDisk("dentista.plan").Company.Name; left == 0 && name != "Primo Sorriso" {
			t.Errorf("%q is on the disk", name)
		}
	}
	if status := Main([]string{"--plain", "--lang", "it", "dentista.plan"}, in, &out, &errs); status != 0 {
		t.Errorf("status %d: %s", status, errs.String())
	}
	if !strings.Contains(out.String(), "«4321»") {
		t.Errorf("the text in hand is not said:\n%s", out.String())
	}
}

// A long text of many lines leaves room for the answers on the smallest screen.
func TestALongTextLeavesRoomForTheAnswers(t *testing.T) {
	r := sit(t, 60, 20).example("dentista", "reasons").types("down 'Perché'")
	r.gets(tea.PasteMsg{Content: strings.Repeat("una riga abbastanza lunga\n", 60)})
	r.types("'.'")
	r = r.struck("dentista.plan", "budget").sees("Riprenderlo dov'era", "Copiarlo", "Tenerlo da parte", "Scartarlo")
	if wrong := r.misfit(60, 20); wrong != "" {
		t.Error(wrong)
	}
	r.types("enter").sees("una riga abbastanza lunga").types("enter")
	if claim := r.plan().Channels[0].Reason.Claim; strings.Count(claim, "una riga") != 60 {
		t.Errorf("the text taken is %q", claim)
	}
}
