package file

import (
	"path/filepath"
	"testing"

	"arringa/templates"
)

// Saving without waiting for the disk: under 5 ms.
func BenchmarkSave(b *testing.B) {
	b.Setenv("ARRINGA_HOME", b.TempDir())
	syncDisk = false
	defer func() { syncDisk = true }()
	p, err := Decode(templates.Examples()[0].Plan)
	if err != nil {
		b.Fatal(err)
	}
	f, err := Create(filepath.Join(b.TempDir(), "a.plan"), p)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p.Budget++
		if err := f.Save(p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	data := templates.Examples()[0].Plan
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
