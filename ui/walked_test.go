package ui

import (
	"os"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
)

// A question that has an answer now stays in hand, wherever it has moved; the first one offers
// no way back, and on a small screen what can be done with a question stands at its foot.
func TestTheQuestionThatIsAnsweredStaysInHand(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board").types("ctrl+d").misses("← prima")
	r.sees("e scrivi", "x togli", "n nuova", "esc chiudi").types("right").sees("← prima")
	r.types("n 'E se chiude la fiera?' enter").types("e 'Si va in quella accanto.' enter")
	r.sees("E se chiude la fiera?", "Si va in quella accanto.")
}

// Nothing in a prompt is left between braces or signs: the company's name stands in it, and
// what the company has to put in itself is said in words.
func TestPromptsAreInWords(t *testing.T) {
	c := model.Company{Name: "Galli"}
	for _, tag := range []string{"it", "en"} {
		say := templates.Language(tag)
		for _, p := range templates.Prompts() {
			told := say.Prompt(p.ID, c)
			named := strings.Contains(p.Prompt.In(tag), "{company}")
			if strings.ContainsAny(told, "{}‹›_") || named != strings.Contains(told, "Galli") {
				t.Errorf("%s %s: %q", tag, p.ID, told)
			}
			if bare := say.Prompt(p.ID, model.Company{}); strings.ContainsAny(bare, "{}‹›_") {
				t.Errorf("%s %s: %q", tag, p.ID, bare)
			}
		}
	}
	r := sit(t, 80, 24).example("dentista", "distance").types("a n down down")
	for range 40 {
		if r.misses("{", "‹company").types("right"); strings.Contains(r.screen(), "(il vostro prodotto)") {
			return
		}
	}
	t.Errorf("no prompt asks for the product:\n%s", r.screen())
}

// Dialogs begin with a capital, and say whether something is made or changed.
func TestDialogsSayWhatTheyDo(t *testing.T) {
	r := sit(t, 100, 30).example("macchine", "calendar").types("/").sees("╭─ Comandi").types("esc esc").sees("╭─ Passi")
	r.types("esc v").sees("╭─ Appuntamenti").types("enter").sees("╭─ Appuntamento", "→ Tieni l'appuntamento")
	r.types("esc n").sees("╭─ Nuovo appuntamento", "→ Metti in calendario").types("esc")
	r.goes("whatif").types("n").sees("╭─ Nuovo scenario").types("'Mio' enter").downTo("→ Tieni").types("enter")
	for range 12 {
		r.types("down")
	}
	r.types("c")
	r.sees("╭─ Cambia lo scenario").types("esc")
	r = inLibrary(t, 100, 40).types("ctrl+n").sees("╭─ Dato nostro", "→ Aggiungi").types("esc")
	r.standsOn("○ Archivio commerciale").types("ctrl+e").sees("╭─ Correggi il dato nostro", "→ Tieni il dato")
}

// What a channel is does not say its name twice.
func TestTheTitleOfAPageStandsOnItsBorderAlone(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "channels").types("down i")
	if title := r.rowOf("╭─"); strings.Count(r.frontText(), title) != 0 {
		t.Errorf("%q stands in the page too:\n%s", title, r.screen())
	}
}

// rowOf is the text after a sign, up to the rule.
func (r *robot) rowOf(sign string) string {
	_, after, _ := strings.Cut(r.line(sign), sign)
	title, _, _ := strings.Cut(after, "─")
	return strings.TrimSpace(title)
}

// A key without use says why in the words of what is in hand; steps go into the calendar once.
func TestTheKeysOfDistance(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "distance")
	r.types("right delete delete").sees("A questa domanda non c'è ancora una risposta da togliere.")
	r.types("c")
	was := r.plan()
	r.types("c")
	samePlan(t, "the second time", r.plan(), was)
}

// A second plan of the same name is announced under the file that it has.
func TestASecondPlanIsAnnouncedUnderItsFile(t *testing.T) {
	r := sit(t, 100, 30).types("n").standsOn("→ Crea").types("enter")
	first := plansInFolder(t)[0]
	r.sees(first).goes("home").types("n").standsOn("→ Crea").types("enter")
	second := strings.TrimSuffix(first, file.Extension) + " (2)" + file.Extension
	if r.sees("Piano creato: " + second); len(plansInFolder(t)) != 2 {
		t.Error(plansInFolder(t))
	}
}

// Home opened again rests on the plan that was opened last.
func TestHomeRestsOnTheLatestPlan(t *testing.T) {
	r := sit(t, 100, 30).holds("Un piano nuovo").example("dentista", "company")
	name := r.plan().Name
	r.example("macchine", "company").goes("home").holds(r.plan().Name).quits()
	restart(t, 100, 30, "it").holds(r.plan().Name).types("down").holds(name)
}

// A file where a folder is asked for is called so.
func TestAFileIsNoFolder(t *testing.T) {
	sit(t, 80, 24)
	if err := os.WriteFile("lettera", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, complained, status := verbEnds("check", "lettera/x.plan")
	if status == 0 || !strings.Contains(complained, "c'è un file dove serve una cartella") {
		t.Errorf("%d %q", status, complained)
	}
}

// A sheet that was left out is put back in the same gesture, and nothing has changed.
func TestASheetLeftOutIsPutBack(t *testing.T) {
	r := sit(t, 100, 40).example("dentista", "board").finds("board.sheets").types("space down down")
	was := r.plan()
	r.types("space")
	if len(r.plan().Board.LeftOut) == len(was.Board.LeftOut) {
		t.Fatalf("no sheet is left out:\n%s", r.screen())
	}
	r.types("space")
	samePlan(t, "put back", r.plan(), was)
}
