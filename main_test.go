package main

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"arringa/ui"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"arringa": main})
}

// The command line as a person or a script uses it; what is said stands in the scripts.
func TestCommandLine(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "ui/testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("ARRINGA_HOME", filepath.Join(e.WorkDir, "memory"))
			e.Setenv("LANG", "it_IT.UTF-8")
			return nil
		},
	})
}

// What a mistyped command returns is not what a missing file returns.
func TestExitStatus(t *testing.T) {
	t.Setenv("ARRINGA_HOME", t.TempDir())
	t.Chdir(t.TempDir())
	if err := os.WriteFile("troppo.plan", []byte(`{"schema": 1, "budget_cents": 100, "channels": [{"id": "seo", "amount_cents": 500}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, run := range []struct {
		line string
		want int
	}{
		{"version", 0}, {"example", 0}, {"new a.plan", 0}, {"check a.plan", 0}, {"forecast a.plan --json", 0},
		{"check troppo.plan", 1},
		{"", 2}, {"forecast", 2}, {"forecast a.plan --zap", 2}, {"example nessuno b.plan", 2}, {"--lang de version", 2},
		{"--theme pink version", 2},
		{"check manca.plan", 3}, {"new a.plan", 3}, {"export a.plan no/such/folder/b.xlsx", 3},
	} {
		line, want := run.line, run.want
		var out, errs strings.Builder
		if got := ui.Main(strings.Fields(line), strings.NewReader(""), &out, &errs); got != want {
			t.Errorf("arringa %s: status %d, want %d\n%s%s", line, got, want, out.String(), errs.String())
		}
		if want != 0 && errs.Len() == 0 {
			t.Errorf("arringa %s fails and does not say why", line)
		}
	}
}

// Who may import whom: downwards only, floors may be skipped. What is done with a plan knows
// no screen and no file; the model knows nobody; a step knows no other step; a form knows no
// plan.
func TestWhoImportsWhom(t *testing.T) {
	ground := []string{"arringa/model", "arringa/templates"}
	plans := append([]string{"arringa/plan"}, ground...)
	below := append([]string{
		"arringa/plan/board", "arringa/plan/file", "arringa/plan/imports", "arringa/plan/xlsx", "arringa/ui/draw",
		"arringa/ui/foreign",
	}, plans...)
	form := append([]string{"arringa/ui/desk", "arringa/ui/draw", "arringa/ui/foreign"}, ground...)
	ask := append([]string{"arringa/ui/desk", "arringa/ui/form"}, below...)
	step := append([]string{"arringa/ui/ask"}, ask...)
	top := append([]string{"arringa/ui/step/"}, step...) // every step
	may := map[string][]string{
		".":            {"arringa/ui"},
		"model":        {},
		"templates":    {"arringa/model"},
		"plan":         {"arringa/model"},
		"plan/file":    plans,
		"plan/board":   plans,
		"plan/imports": plans,
		"plan/xlsx": append([]string{
			"arringa/plan/board", "arringa/plan/file",
			"arringa/plan/xlsx/formula", "arringa/plan/xlsx/intake", "arringa/plan/xlsx/look", "arringa/plan/xlsx/part",
		}, plans...),
		"plan/xlsx/formula": {},
		"plan/xlsx/look":    {},
		"plan/xlsx/part":    {"arringa/plan/xlsx/formula", "arringa/plan/xlsx/look"},
		"plan/xlsx/intake":  {"arringa/plan/xlsx/part"},
		"ui/foreign":        {},
		"ui/draw":           {"arringa/ui/foreign"},
		"ui/desk":           below,
		"ui/form":           form,
		"ui/ask":            ask,
		"ui/step/":          step,
		"ui/frame":          top,
		"ui/spoken":         top,
		"ui/verb":           top,
		"ui":                {"arringa/ui/verb", "arringa/ui/frame", "arringa/ui/spoken"},
	}
	excelize := []string{"plan/xlsx/look", "plan/xlsx/part", "plan/xlsx/intake", "plan/imports"}
	err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(path))
		allowed, known := may[folder]
		if strings.HasPrefix(folder, "ui/step/") {
			allowed, known = may["ui/step/"]
		}
		if !known {
			t.Errorf("%s: a folder of which the rules know nothing", path)
			return nil
		}
		source, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range source.Imports {
			name := strings.Trim(i.Path.Value, `"`)
			ours := strings.HasPrefix(name, "arringa/")
			switch {
			case ours && !has(allowed, name):
				t.Errorf("%s imports %s", path, name)
			case folder == "model" && strings.Contains(name, "."):
				t.Errorf("%s imports %s: the model needs the standard library only", path, name)
			case strings.Contains(name, "excelize") && !has(excelize, folder):
				t.Errorf("%s imports %s", path, name)
			case (folder == "plan" || folder == "model") && (name == "os" || name == "time" && folder == "plan" ||
				strings.HasPrefix(name, "math/rand")):
				t.Errorf("%s imports %s: plans are computed, not looked up", path, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// has reports whether a list names a package, or the folder that it is in.
func has(list []string, s string) bool {
	for _, x := range list {
		if x == s || strings.HasSuffix(x, "/") && strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}
