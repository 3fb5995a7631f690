package ui

import (
	"os"
	"testing"

	"arringa/model"
	"arringa/plan/file"
)

// blocks puts a folder where a plan's file was: nothing can be saved there.
func blocks(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(path+"/x", 0o755); err != nil {
		t.Fatal(err)
	}
}

func frees(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

const edited, editedTo = "direct_outreach", "'9000' enter"

// amountIn is what the edited channel has in a plan on the disk.
func amountIn(r *robot, path string) model.Money {
	p := r.onDisk(path)
	return p.Channels[p.Channel(edited)].Amount
}

// Whoever leaves a plan for another one at once finds the last edit on the disk.
func TestAnotherPlanIsOpenedOnlyWhenThisOneIsSaved(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "budget")
	r.example("macchine", "budget").savesNever()
	r.on(edited).types(editedTo)
	r.opens("dentista.plan", "budget").sees("salvato")
	if got := amountIn(r, "macchine.plan"); got != model.Euro(9000) {
		t.Errorf("%d on the disk, not 9.000 €", got)
	}
	if r.plan().Company.Name == r.onDisk("macchine.plan").Company.Name {
		t.Error("the other plan was not opened")
	}
}

// A plan that cannot be saved is not left in silence: the program asks, and goes on when it
// is safe.
func TestAPlanThatCannotBeSavedIsNotLeft(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "budget")
	r.example("macchine", "budget").savesNever()
	blocks(t, "macchine.plan")
	r.on(edited).types(editedTo)
	name := r.plan().Company.Name
	r.opens("dentista.plan", "budget").sees("Il piano in mano non si può salvare", "Provare ancora")
	r.types("esc")
	if r.plan().Company.Name != name {
		t.Fatal("the plan was left unsaved")
	}
	r.types("ctrl+q").sees("Il piano in mano non si può salvare")
	if r.left {
		t.Fatal("the program was left with an edit nowhere")
	}
	frees(t, "macchine.plan")
	r.types("enter")
	if !r.left {
		t.Error("not left once the plan was saved")
	}
	if got := amountIn(r, "macchine.plan"); got != model.Euro(9000) {
		t.Errorf("%d on the disk, not 9.000 €", got)
	}
}

// The copy that was made for want of a place is whole, and its place is said.
func TestACopyIsMadeOfWhatCannotBeSaved(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "budget")
	r.example("macchine", "budget").savesNever()
	blocks(t, "macchine.plan")
	r.on(edited).types(editedTo)
	r.opens("dentista.plan", "budget").types("down enter").sees("macchine (2).plan")
	if got := amountIn(r, "macchine (2).plan"); got != model.Euro(9000) {
		t.Errorf("%d in the copy, not 9.000 €", got)
	}
}

// A save that failed is tried again without being asked to, and the header says so meanwhile.
func TestAFailedSaveIsTriedAgain(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget").savesNever()
	blocks(t, "macchine.plan")
	r.on(edited).types(editedTo + " ctrl+s").sees("non salvato, riprovo")
	frees(t, "macchine.plan")
	r.savesSoon().types("left").sees("salvato").misses("non salvato")
	if p := r.onDisk("macchine.plan"); p.Allocated() != r.plan().Allocated() {
		t.Error("the plan on the disk is not the one on the screen")
	}
}

// While nobody has said which of two plans stays, what is done goes on being kept.
func TestWhatIsDoneWhileAConflictIsOpenIsKept(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	theirs := r.plan().Clone()
	theirs.Name = "La versione del capo"
	data, err := file.Encode(theirs)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("macchine.plan", data, 0o644); err != nil {
		t.Fatal(err)
	}
	r.on(edited).types(editedTo).sees("Il file è cambiato")
	r.types("esc '8000' enter").sees("non salvato (^S)")
	r.types("ctrl+q").sees("Il file è cambiato")
	if r.left {
		t.Fatal("left with the question open")
	}
	r.types("down enter") // theirs
	if r.plan().Name != theirs.Name {
		t.Fatalf("%s is open, not theirs", r.plan().Name)
	}
	for _, v := range file.Versions("macchine.plan") {
		p, err := file.Restore(v)
		if err == nil && p.Channels[p.Channel(edited)].Amount == model.Euro(8000) {
			return
		}
	}
	t.Error("what was on the screen is in no version")
}

// The key that leaves works before dialogs too, and takes the text of a field with it.
func TestLeavingWorksBeforeADialog(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "budget")
	r.on(edited).types("tab").sees("Al massimo").types("down '40000'")
	r.types("ctrl+q")
	if !r.left {
		t.Fatalf("not left:\n%s", r.screen())
	}
	p := r.onDisk("macchine.plan")
	if got := p.Channels[p.Channel(edited)].AtMost; got != model.Euro(40000) {
		t.Errorf("at most %d on the disk, not 40.000 €", got)
	}
}

// The board's edits are not written over: who changed the workbook since is found by what is
// in it, not by its name.
func TestAChangedWorkbookIsNotReplacedUnasked(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	r.types("ctrl+e").sees("Cartella scritta: dentista.xlsx")
	r.types("ctrl+e").sees("Cartella scritta: dentista.xlsx") // as it was written: no question
	r.fills("dentista.xlsx", "in_amount_1", 4321)
	theirs, err := os.ReadFile("dentista.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	r.types("ctrl+e").sees("La cartella è stata modificata", "vedere che cosa è cambiato")
	r.types("down enter").sees("Cartella scritta: dentista (2).xlsx")
	if now, _ := os.ReadFile("dentista.xlsx"); string(now) != string(theirs) {
		t.Error("the board's workbook was replaced")
	}
	r.types("ctrl+e enter").sees("Il consiglio ha cambiato 1 cella", "4.321")
}
