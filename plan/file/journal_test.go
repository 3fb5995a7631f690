package file_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"arringa/plan/file"
)

// A text that was being written is found again until it is given up, by nobody else, and also
// after its plan was renamed.
func TestATextInHandIsKeptUntilItIsGivenUp(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "uno"))
	texts := []file.InHand{
		{Place: "reasons/claim", Where: "Motivi: Perché", Text: "riga\nriga \x1b[2J \xff",
			When: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)},
		{Place: "budget/seo", Where: "Budget", Text: "12o00", When: time.Date(2026, 5, 1, 9, 1, 0, 0, time.UTC)},
	}
	if err := file.WriteDown(path, texts); err != nil {
		t.Fatal(err)
	}
	texts[0].Text = "riga\nriga \x1b[2J \uFFFD"
	if got := file.WrittenDown(path); !reflect.DeepEqual(got, texts) {
		t.Fatalf("%+v", got)
	}
	kept, err := filepath.Glob(filepath.Join(file.Home(), "versions", "*", "in-hand.json"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("%v, %v", kept, err)
	}
	if info, err := os.Stat(kept[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	moved := filepath.Join(filepath.Dir(path), "altro.plan")
	if err := os.Rename(path, moved); err != nil {
		t.Fatal(err)
	}
	open(t, moved)
	if got := file.WrittenDown(moved); !reflect.DeepEqual(got, texts) {
		t.Errorf("renamed: %+v", got)
	}
	for range 2 {
		if err := file.WriteDown(moved, nil); err != nil {
			t.Fatal(err)
		}
		if got := file.WrittenDown(moved); got != nil {
			t.Errorf("given up: %+v", got)
		}
	}
}

// What is no list of texts is as if never written.
func TestATextThatCannotBeReadKeepsNobodyFromWorking(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "uno"))
	if err := file.WriteDown(path, []file.InHand{{Text: "x"}}); err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob(filepath.Join(file.Home(), "versions", "*", "in-hand.json"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, kept[0], []byte(`[{"text": "a`))
	if got := file.WrittenDown(path); got != nil {
		t.Errorf("%+v", got)
	}
	t.Setenv("ARRINGA_HOME", "")
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("HOME", "")
	if err := file.WriteDown(path, nil); err != nil {
		t.Error(err)
	}
	if err := file.WriteDown(path, []file.InHand{{Text: "x"}}); err == nil {
		t.Error("kept nowhere, and nothing was said")
	}
}
