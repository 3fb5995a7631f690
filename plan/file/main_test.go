package file_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
)

// children are what this test program does when it is started by one of its own tests.
var children = map[string]func(){}

func TestMain(m *testing.M) {
	if do := children[os.Getenv("ARRINGA_TEST_CHILD")]; do != nil {
		do()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// often is how many times a test tries something: few as a rule, as many as
// ARRINGA_LONG says for the long form.
func often(few int) int {
	if more, err := strconv.Atoi(os.Getenv("ARRINGA_LONG")); err == nil && more > 0 {
		return more
	}
	return few
}

// figure says what a test came to, in a line that .ci/reliability makes a row of.
func figure(t testing.TB, what string, times int, outcome string) {
	t.Helper()
	if !t.Failed() {
		t.Logf("figure | %s | %d | %s", what, times, outcome)
	}
}

// place is a folder of its own for a test's plan, with a memory of its own.
func place(t testing.TB) string {
	t.Helper()
	t.Setenv("ARRINGA_HOME", t.TempDir())
	return filepath.Join(t.TempDir(), "prova.plan")
}

// example is a plan that comes with the program, under a name that tells it apart.
func example(t testing.TB, name string) model.Plan {
	t.Helper()
	p := decode(t, templates.Examples()[0].Plan)
	p.Name = name
	return p
}

func decode(t testing.TB, data []byte) model.Plan {
	t.Helper()
	p, err := file.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func encode(t testing.TB, p model.Plan) []byte {
	t.Helper()
	data, err := file.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func create(t testing.TB, path string, p model.Plan) *file.File {
	t.Helper()
	f, err := file.Create(path, p)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func open(t testing.TB, path string) (*file.File, model.Plan) {
	t.Helper()
	f, p, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return f, p
}

func contents(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// write puts bytes in a file as another program would.
func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// holds fails unless the file is the plan, byte by byte, and fits the schema.
func holds(t testing.TB, path string, p model.Plan) {
	t.Helper()
	data := contents(t, path)
	if !bytes.Equal(data, encode(t, p)) {
		t.Errorf("%s does not hold the plan %q", filepath.Base(path), p.Name)
	} else if err := fits(t, schema(t), data); err != nil {
		t.Errorf("%q: %v", p.Name, err)
	}
}

// alone fails if anything but the named files is in the folder of path: a temporary file
// left behind.
func alone(t testing.TB, path string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		known := e.Name() == filepath.Base(path)
		for _, n := range names {
			known = known || e.Name() == n
		}
		if !known {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}
