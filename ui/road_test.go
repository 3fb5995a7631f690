package ui

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/xlsx"

	"github.com/xuri/excelize/v2"
)

// The road of a newcomer: a plan from a few answers, the sliders, a reason, the workbook,
// out, in again, and on.
func TestTheWholeRoadByKeyboard(t *testing.T) {
	r := sit(t, 80, 24)
	r.sees("Da dove si comincia?", "Ancora nessuno")
	r.types("enter").sees("Un piano nuovo", "Lingua / Language")
	r.types("enter enter 'Officine Galli' enter enter '98.000' enter '34' enter '120000' enter enter enter")
	r.sees("Piano creato: Officine Galli 2027.plan", "Quanto a ciascun canale?", "120.000")
	if a := r.plan().Company.FirstOrder; a.Cents != model.Euro(98000) || a.Origin != model.Own {
		t.Fatalf("order value %+v", a)
	}
	r.goes("channels").sees("Dove farsi trovare?")
	r.goes("budget").sees("Quanto a ciascun canale?", "120.000")
	id := r.plan().Channels[0].ID
	before := r.amount(id)
	r.types("right right right")
	if after := r.amount(id); after <= before {
		t.Fatalf("the slider did not move: %d, then %d", before, after)
	}
	r.types("'15.000' enter")
	if got := r.amount(id); got != model.Euro(15000) {
		t.Fatalf("typed 15.000, got %d", got)
	}
	r.goes("reasons").sees("Perché questi soldi")
	r.types("down 'Chi decide viene in fiera.' enter").sees("Chi decide viene in fiera.")
	r.types("ctrl+s").goes("board").sees("Prima della riunione")
	r.types("ctrl+e").sees("Cartella scritta: Officine Galli 2027.xlsx")
	if info, err := os.Stat("Officine Galli 2027.xlsx"); err != nil || info.Size() == 0 {
		t.Fatal("no workbook", err)
	}
	r.quits()

	again := restart(t, 80, 24, "it")
	again.sees("Officine Galli 2027")
	again.types("down down down enter").sees("Quanto a ciascun canale?")
	if got := again.amount(id); got != model.Euro(15000) {
		t.Errorf("reopened, the amount is %d", got)
	}
	if got := again.plan().Channels[0].Reason.Claim; got != "Chi decide viene in fiera." {
		t.Errorf("reopened, the reason is %q", got)
	}
	again.types("left f2").sees("How much for each channel?")
}

// Who presses nothing but enter gets from an empty folder to the workbook, and is asked
// nothing twice.
func TestEnterAloneLeadsToTheWorkbook(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {140, 45}} {
		r := sit(t, size[0], size[1])
		seen := map[string]bool{}
		for presses := 1; ; presses++ {
			r.types("enter")
			screen := r.screen()
			if strings.Contains(screen, "Cartella scritta: ") {
				t.Logf("%d×%d: %d presses", size[0], size[1], presses)
				break
			}
			if seen[screen] {
				t.Fatalf("after %d presses the walk stands where it stood:\n%s", presses, screen)
			}
			seen[screen] = true
		}
	}
}

// Enter alone walks through every step that asks, and every sheet of questions, without
// being caught by a field that opens something.
func TestEnterGoesThroughEveryForm(t *testing.T) {
	for _, step := range []string{"company", "reasons"} {
		r := sit(t, 80, 24).example("macchine", step)
		for presses := 0; r.isOn(step); presses++ {
			if presses > 200 {
				t.Fatalf("%s: enter does not lead out of it:\n%s", step, r.screen())
			}
			if r.types("enter"); r.isAsked() {
				t.Fatalf("%s: enter opened a dialog:\n%s", step, r.screen())
			}
		}
	}
}

func TestTheRoadByMouseInEnglish(t *testing.T) {
	sit(t, 120, 40)
	r := restart(t, 120, 40, "en")
	r.clicksOn("Look at a complete example")
	r.clicksOn("Maker of packaging machines")
	r.sees("How much for each channel?")
	p := r.plan()
	_, row := r.at("Outreach")
	line := []rune(strings.Split(r.screen(), "\n")[row])
	col := strings.IndexAny(string(line), "━┆")
	col = len([]rune(string(line)[:col]))
	before := p.Channels[4].Amount
	r.drags(col+8, row, col+2, row)
	if after := r.plan().Channels[4].Amount; after >= before {
		t.Fatalf("dragging to the left gave %d, then %d", before, after)
	}
	r.types("ctrl+z")
	if after := r.plan().Channels[4].Amount; after != before {
		t.Fatalf("one undo takes a drag back: %d, not %d", after, before)
	}
	if r.plan().Pot() == 0 {
		t.Fatal("nothing in the pot: the wheel could not move a slider up")
	}
	r.wheels(col+4, row, 2)
	up := r.plan().Channels[4].Amount
	if up <= before {
		t.Errorf("the wheel does not move the slider up: %d, then %d", before, up)
	}
	r.wheels(col+4, row, -3)
	if down := r.plan().Channels[4].Amount; down >= up {
		t.Errorf("the wheel does not move the slider down: %d, then %d", up, down)
	}
	r.clicksOn("Company").sees("How much does a new customer leave?")
}

// The board gets the workbook, changes figures in it, and it comes home.
func TestTheBoardsWorkbookComesHome(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	r.types("ctrl+e").sees("Cartella scritta: dentista.xlsx")
	r.fills("dentista.xlsx", "in_amount_1", 4321)
	was := r.plan().Channels[0].Amount
	again := restart(t, 100, 30, "it").opens("dentista.xlsx", "board")
	again.sees("Il consiglio ha cambiato 1 cella", "4.321")
	if again.plan().Channels[0].Amount != was {
		t.Error("an edit was taken unasked")
	}
	again.types("enter")
	if got := again.plan().Channels[0].Amount; got != model.Euro(4321) {
		t.Errorf("%d after taking the edit", got)
	}
	again.types("ctrl+z")
	if got := again.plan().Channels[0].Amount; got != was {
		t.Errorf("%d after undo", got)
	}
}

// What the manager leaves out is not in the workbook.
func TestSheetsCanBeLeftOut(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	all := len(xlsx.Sheets(r.plan()))
	r.finds("board.sheets").sees(fmt.Sprintf("%d di %d", all, all))
	r.types("space down").sees("Curve", "Quanto porta ciascun canale").types("space esc")
	r.sees(fmt.Sprintf("%d di %d", all-1, all)).types("ctrl+e")
	f, err := excelize.OpenFile("dentista.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if names := f.GetSheetList(); slices.Contains(names, "Curve") || !slices.Contains(names, "Tagli") {
		t.Errorf("sheets %q", names)
	}
}

// A logo is taken into the plan from a file, and what is no picture is refused in words.
func TestTheLogoIsTakenFromAFile(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 10))); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"logo.png": b.Bytes(), "lettera.doc": []byte("no picture"),
		"foto.png": make([]byte, model.MaxLogo+1)} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r.finds("board.logo")
	r.types("'lettera.doc' enter").sees("non è un'immagine PNG o JPEG").types("esc")
	r.types("'foto.png' enter").sees("troppo pesante").types("esc")
	r.types("'manca.png' enter").sees("manca.png").types("esc")
	if err := os.Rename("logo.png", "il logo.png"); err != nil {
		t.Fatal(err)
	}
	r.types("'il\\ logo.png ' enter").sees("immagine di 1 kB") // as a terminal types a dragged file
	if !bytes.Equal(r.plan().Board.Logo, b.Bytes()) {
		t.Error("the plan has another picture")
	}
	r.types("ctrl+z").misses("immagine di 1 kB")
}

// The rehearsal asks, shows the answer after, and lets the manager put the questions in
// another order, rewrite them and take them out.
func TestTheRehearsal(t *testing.T) {
	r := sit(t, 100, 30).example("dentista", "board")
	r.types("ctrl+d").sees("domanda 1 di", "Provare a rispondere").misses("Chiediamo")
	r.types("enter").sees("Chiediamo")
	r.types("enter")
	first := r.screen()
	r.types("-").sees("domanda 1 di")
	moved := slices.IndexFunc(r.plan().Board.Questions,
		func(q model.BoardQuestion) bool { return q.ID != "how_much_and_why" && q.Order == 1 })
	if !strings.Contains(first, "domanda 2 di") || moved < 0 {
		t.Errorf("moving a question up: %+v", r.plan().Board.Questions)
	}
	before := len(r.plan().Board.Questions)
	r.types("n").types("'E il parcheggio?' enter").sees("E il parcheggio?")
	if len(r.plan().Board.Questions) != before+1 {
		t.Error("the new question is not in the plan")
	}
	r.types("x").misses("E il parcheggio?")
}
