package xlsx_test

// Names of a workbook that lead where nobody expects them to.

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
)

// renamed is a book in which every name that led to one place leads to another.
func renamed(t testing.TB, book []byte, name, place string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if part.Name == "xl/workbook.xml" {
			head, tail, found := strings.Cut(string(data), `name="`+name+`"`)
			if !found {
				t.Fatalf("no name %s", name)
			}
			begin, end := strings.Index(tail, ">")+1, strings.Index(tail, "</definedName>")
			data = []byte(head + `name="` + name + `"` + tail[:begin] + place + tail[end:])
		}
		x, err := w.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := x.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A name that leads nowhere costs its own input: the others come home.
func TestANameThatLeadsNowhereCostsItsInputAlone(t *testing.T) {
	p := examples(t)["macchine"]
	book := edited(t, p)
	for _, place := range []string{"#REF!$C$8", "'Un foglio che non c''è'!$C$8", "Leve!$AAA$8", "Leve!$XFD$8",
		"niente"} {
		in := read(t, renamed(t, book, "in_amount_3", place))
		if !slices.Contains(in.Lost, "amount_3") {
			t.Errorf("%s: amount_3 is not told as lost: %v", place, in.Lost)
		}
		if len(in.Edits) == 0 {
			t.Errorf("%s: the other edits are lost too", place)
		}
	}
}
