package xlsx_test

// Books that somebody made to do harm.

import (
	"archive/zip"
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"

	"arringa/plan/xlsx"
)

// A small file can unpack into a sheet of nothing but tags, or into one tag as long as a
// book: both are given up early, before they cost memory.
func TestHostileFilesCostLittle(t *testing.T) {
	good := parts(t, write(t, examples(t)["dentista"]))
	for name, change := range map[string]func(part, text string) string{
		"a part of many megabytes": func(_, text string) string { return text + strings.Repeat(" ", 30<<20) },
		"a sheet of tags": func(part, text string) string {
			if !strings.HasPrefix(part, "xl/worksheets/sheet") {
				return text
			}
			return strings.Replace(text, "</sheetData>", strings.Repeat("<c/>", 3<<20)+"</sheetData>", 1)
		},
		"a tag of attributes": func(_, text string) string {
			return strings.Replace(text, "<sheets>", "<sheets "+strings.Repeat(`a="b" `, 1<<20)+">", 1)
		},
		"texts without end": func(_, text string) string {
			return strings.Replace(text, "</sst>", strings.Repeat("<si/>", 2<<20)+"</sst>", 1)
		},
	} {
		data := repacked(t, good, change)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := xlsx.Read(bytes.NewReader(data), int64(len(data)))
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s was read", name)
		}
		if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 200 {
			t.Errorf("%s took %d MB", name, took)
		}
	}
}

// repacked is a book with its parts changed.
func repacked(t *testing.T, good map[string]string, change func(part, text string) string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for part, text := range good {
		w, err := z.Create(part)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, change(part, text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
