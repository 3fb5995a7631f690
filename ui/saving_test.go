package ui

import (
	"os"
	"testing"

	"arringa/model"
	"arringa/plan/file"
)

// Undo and redo go through the steps, whichever one is in front.
func TestUndoAndRedoAcrossTheSteps(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	was := r.plan()
	r.types("e f10 '40000' enter f8 space f12 '900' enter")
	now := r.plan()
	r.types("f6")
	for _, what := range []string{"Andamento", "usa questo scenario", "Retribuzione lorda annua",
		"calendario del canale"} {
		r.types("ctrl+z").sees("Annullato: " + what + ".")
	}
	samePlan(t, "undone", r.reopened(), was)
	r.types("ctrl+z").sees("Non c'è niente da annullare.")
	for _, keys := range []string{"ctrl+y", "ctrl+r", "ctrl+y", "ctrl+r"} {
		r.types(keys).sees("Ripetuto: ")
	}
	samePlan(t, "redone", r.reopened(), now)
	r.types("ctrl+z f10 up '41000' enter ctrl+y").sees("Non c'è niente da ripetere.") // another road was taken
	r.types("f9").misses("Non c'è niente da ripetere.")
}

// A change is on the disk without being asked for.
func TestAChangeIsSavedByItself(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar").types("e").sees("salvato")
	if p := r.onDisk("dentista.plan"); p.Channels[0].Calendar.Kind != model.Even {
		t.Errorf("%+v", p.Channels[0].Calendar)
	}
	if err := os.Mkdir("altrove", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove("dentista.plan"); err != nil {
		t.Fatal(err)
	}
	r.types("s ctrl+s").misses("non salvato")
	if p := r.onDisk("dentista.plan"); p.Channels[0].Calendar.Kind != model.BySeason {
		t.Errorf("%+v", p.Channels[0].Calendar)
	}
}

// When somebody else saved the file one may open theirs, or go on in a new file; whatever is
// chosen, neither version is lost.
func TestTheOtherAnswersToAConflict(t *testing.T) {
	begin := func() (*robot, model.Plan) {
		r := sit(t, 80, 24).example("dentista", "calendar")
		theirs := r.plan().Clone()
		theirs.Name = "La versione del socio"
		data, err := file.Encode(theirs)
		if err != nil {
			t.Fatal(err)
		}
		putFiles(t, map[string]string{"dentista.plan": string(data)})
		r.types("e").sees("Il file è cambiato").
			tells("Qualcun altro ha salvato questo piano dopo l'ultima volta che è stato letto qui.")
		return r, theirs
	}
	r, theirs := begin()
	r.types("down enter").sees("La versione del socio", "Quando si spende")
	samePlan(t, "theirs opened", r.plan(), theirs)
	samePlan(t, "theirs kept", r.onDisk("dentista.plan"), theirs)

	r, theirs = begin()
	r.clicksOn("Salvare quella sullo schermo in un altro file").sees("salvato").misses("non salvato")
	samePlan(t, "theirs kept", r.onDisk("dentista.plan"), theirs)
	r.types("s")
	samePlan(t, "ours beside it", r.onDisk("dentista (2).plan"), r.plan())

	r, theirs = begin()
	r.types("esc").sees("non salvato (^S)")
	samePlan(t, "nothing overwritten", r.onDisk("dentista.plan"), theirs)
	r.types("ctrl+s").sees("Il file è cambiato").types("enter").misses("non salvato")
	samePlan(t, "ours", r.onDisk("dentista.plan"), r.plan())
}

func TestEveryWayOut(t *testing.T) {
	for _, keys := range []string{"ctrl+q", "ctrl+c", "/ 'esci' enter"} {
		if r := sit(t, 80, 24).example("dentista", "calendar").types(keys); !r.left {
			t.Errorf("%s does not leave", keys)
		}
	}
	for _, keys := range []string{"q", "ctrl+c", "ctrl+q"} {
		if r := sit(t, 80, 24).types(keys); !r.left {
			t.Errorf("%s does not leave the list of plans", keys)
		}
	}
	if r := sit(t, 80, 24).example("dentista", "whatif").clicksOn("^Q esci"); !r.left {
		t.Error("a click on the key does not leave")
	}
	r := sit(t, 80, 24).example("dentista", "calendar").types("q n ctrl+c") // in a dialog it only closes
	if r.misses("Metti in calendario"); r.left {
		t.Error("^C in a dialog left the program")
	}
}
