package ui

import (
	"context"
	"errors"
	"os"
	"testing"

	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// Long work says how far it is, a second one waits for it, and esc stops it.
func TestLongWorkSaysHowFarItIsAndStops(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "board")
	reached := make(chan bool)
	begin := r.app.Start("Scrittura", func(ctx context.Context, at func(done, all int)) tea.Msg {
		at(8, 21)
		close(reached)
		<-ctx.Done()
		return nil
	})
	ends := make(chan tea.Msg)
	go func() {
		msg := begin()
		if batch, ok := msg.(tea.BatchMsg); ok {
			msg = batch[0]()
		}
		ends <- msg
	}()
	<-reached
	r.misses("8 di 21") // not felt yet
	r.gets(desk.JobTick{Job: r.app.Job})
	r.sees("Scrittura… 8 di 21")
	r.types("ctrl+e")
	if _, err := os.Stat("macchine.xlsx"); err == nil {
		t.Error("two pieces of work at once")
	}
	r.types("esc").sees("Scrittura: si ferma")
	r.gets(<-ends)
	r.sees("Scrittura: fermata, niente è cambiato.")
	r.types("ctrl+e").sees("Cartella scritta")
}

// An export that is stopped leaves the workbook that was there.
func TestAStoppedExportLeavesTheOldWorkbook(t *testing.T) {
	p := sit(t, 80, 24).example("dentista", "board").plan()
	if err := os.WriteFile("a.xlsx", []byte("the old one"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	last := 0
	_, err := desk.Exporting{Plan: p, PlanPath: "a.plan", Path: "a.xlsx", Replace: true}.Write(ctx,
		func(done, all int) {
			if last = done; done == 3 {
				stop()
			}
		})
	if !errors.Is(err, context.Canceled) || last != 3 {
		t.Errorf("%v after %d sheets", err, last)
	}
	if data, _ := os.ReadFile("a.xlsx"); string(data) != "the old one" {
		t.Errorf("the old workbook holds %d bytes", len(data))
	}
}

// Where nothing can show the workbook, its place is said.
func TestNothingToShowTheWorkbookWith(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "board")
	t.Setenv("PATH", "")
	r.types("ctrl+e").sees("Cartella scritta").types("o")
	r.sees("non sa con che programma", "dentista.xlsx")
}
