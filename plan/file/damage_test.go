package file_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
)

// edited is an example with a piece of its text replaced, as by hand.
func edited(t *testing.T, old, new string) []byte {
	t.Helper()
	data := encode(t, example(t, "a mano"))
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("no %q in the plan", old)
	}
	return bytes.Replace(data, []byte(old), []byte(new), 1)
}

func TestAPlanOfANewerProgramIsRefusedAndLeftAlone(t *testing.T) {
	path := place(t)
	data := edited(t, `"schema": 2`, `"schema": 3`)
	write(t, path, data)
	_, _, err := file.Open(path)
	if newer := (*file.NewerError)(nil); !errors.As(err, &newer) || newer.Schema != 3 {
		t.Errorf("got %v", err)
	}
	if !bytes.Equal(contents(t, path), data) {
		t.Error("the file was touched")
	}
	alone(t, path)
}

func TestANewerProgramIsNamedEvenWhereItsMembersHaveOtherTypes(t *testing.T) {
	_, err := file.Decode([]byte(`{"company": "altrove", "channels": {"a": 1}, "schema": 7}`))
	if newer := (*file.NewerError)(nil); !errors.As(err, &newer) {
		t.Errorf("got %v", err)
	}
}

func TestDamageIsShownWithItsLine(t *testing.T) {
	whole := encode(t, example(t, "intero"))
	half := whole[:len(whole)/2]
	for _, x := range []struct {
		what string
		data []byte
		line int
	}{
		{"a file cut in half", half, 1 + bytes.Count(half, []byte("\n"))},
		{"a comma too many", edited(t, `"language": "it",`, `"language": "it",,`), 4},
		{"a member twice", edited(t, `"language": "it",`, `"name": "due",`), 4},
		{"Latin-1", edited(t, `"language"`, "\"perch\xe9\": 1, \"language\""), 4},
		{"an empty file", nil, 1},
		{"zeros, as after a power cut", make([]byte, 4096), 1},
	} {
		_, err := file.Decode(x.data)
		damaged := (*file.DamagedError)(nil)
		switch {
		case x.data != nil && x.data[0] == 0:
			if !errors.Is(err, file.ErrNotPlan) {
				t.Errorf("%s: %v", x.what, err)
			}
		case !errors.As(err, &damaged):
			t.Errorf("%s: %v", x.what, err)
		case damaged.Line != x.line:
			t.Errorf("%s: line %d, want %d", x.what, damaged.Line, x.line)
		}
	}
}

func TestADamagedPlanHasItsLastGoodVersion(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "buono"))
	whole := contents(t, path)
	write(t, path, whole[:len(whole)/3])
	if _, _, err := file.Open(path); !errors.As(err, new(*file.DamagedError)) {
		t.Fatalf("got %v", err)
	}
	kept := file.Versions(path)
	if len(kept) != 1 {
		t.Fatalf("%d versions", len(kept))
	}
	p, err := file.Restore(kept[0])
	if err != nil || p.Name != "buono" {
		t.Errorf("restored %q, %v", p.Name, err)
	}
}

func TestAnotherFileIsNotAPlan(t *testing.T) {
	for what, data := range map[string]string{
		"a workbook": "PK\x03\x04\x14\x00", "a list": "[1, 2]", "a text": "Budget 2027", "nothing": "null",
		"UTF-16":                 "\xff\xfe{\x00",
		"somebody else's object": `{"name": "arringa", "version": 3}`,
	} {
		if _, err := file.Decode([]byte(data)); !errors.Is(err, file.ErrNotPlan) {
			t.Errorf("%s: %v", what, err)
		}
	}
	place(t)
	if _, _, err := file.Open(t.TempDir()); !errors.Is(err, file.ErrNotPlan) {
		t.Errorf("a folder: %v", err)
	}
}

func TestAValueOfTheWrongTypeIsShownWithItsPlaceAndLine(t *testing.T) {
	for _, x := range []struct{ old, new, place string }{
		{`"months": 24`, `"months": "due anni"`, "months"},
		{`"start": "2027-01"`, `"start": "gennaio"`, "start"},
		{`"budget_cents": 34500000`, `"budget_cents": 345000.5`, "budget_cents"},
		{`"margin": {"value": 0.36,`, `"margin": {"value": "36%",`, "company.margin.value"},
		{`"doubling_gain": {"value": 0.46,`, `"doubling_gain": {"value": true,`,
			"channels[0].figures.doubling_gain.value"},
		{`"schema": 2`, `"schema": "due"`, "schema"},
	} {
		data := edited(t, x.old, x.new)
		_, err := file.Decode(data)
		misfit := (*file.MisfitError)(nil)
		if !errors.As(err, &misfit) {
			t.Errorf("%s: %v", x.new, err)
			continue
		}
		line := 1 + strings.Count(string(data[:bytes.Index(data, []byte(x.new))]), "\n")
		if misfit.Place != x.place || misfit.Line != line {
			t.Errorf("%s: line %d at %s, want line %d at %s", x.new, misfit.Line, misfit.Place, line, x.place)
		}
	}
}

func TestAFigureOutOfRangeIsAProblemWithItsPlace(t *testing.T) {
	_, err := file.Decode(edited(t, `"doubling_gain": {"value": 0.46,`, `"doubling_gain": {"value": 1.46,`))
	invalid := (*file.InvalidError)(nil)
	if !errors.As(err, &invalid) {
		t.Fatalf("got %v", err)
	}
	if p := invalid.Problems[0]; p.Code != model.OutOfRange || p.Place != "channels[0].figures.doubling_gain" ||
		p.Channels[0] != "fairs_abroad" {
		t.Errorf("got %+v", p)
	}
}

func TestAFileThatIsTooBigIsNotRead(t *testing.T) {
	path := place(t)
	write(t, path, nil)
	if err := os.Truncate(path, 17<<20); err != nil {
		t.Fatal(err)
	}
	if _, _, err := file.Open(path); !errors.Is(err, file.ErrTooBig) {
		t.Errorf("got %v", err)
	}
}

func TestAFileThatIsNotThereSaysSo(t *testing.T) {
	if _, _, err := file.Open(place(t)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
