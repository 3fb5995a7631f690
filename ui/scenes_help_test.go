package ui

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"arringa/plan/file"
)

// What leads to the scenes that keys alone do not reach.

// ownScenario makes a scenario of one's own, and goes back to the top of the list.
const ownScenario = "n 'Il concorrente raddoppia' enter '-20' enter down down down down enter "

// down is the key pressed so many times.
func down(times int) string { return strings.Repeat("down ", times) }

// on goes down a list or a form to a row.
func on(id string) func(*robot) { return func(r *robot) { r.finds(id) } }

// remembered puts plans of a fixed day on the list of those opened lately.
func remembered(r *robot) {
	day := time.Date(2026, time.November, 16, 10, 15, 0, 0, time.UTC)
	p := r.plan()
	r.works(file.Change(func(m *file.Memory) {
		m.Recent = nil
		for _, name := range []string{"sparito.plan", "Officine Galli 2027.plan", "macchine.plan"} {
			q := p.Clone()
			q.Name = strings.TrimSuffix(name, file.Extension)
			m.Remember(name, q, day)
		}
	}))
	r.write("Officine Galli 2027.plan", "")
}

// drafted goes to the reason of a channel of which nobody has written anything yet.
func drafted(r *robot) {
	r.types("n " + down(12) + "enter").goes("reasons").types("[").finds("reasons.stop")
}

// short goes to a folder with a short name, which fits into a dialog.
func short(r *robot) {
	folder, err := os.MkdirTemp("", "a")
	r.works(err)
	r.t.Cleanup(func() { _ = os.RemoveAll(folder) })
	folder, err = filepath.EvalSymlinks(folder)
	r.works(err)
	if len(folder) > 60 {
		r.t.Skip("the folder for temporary files has too long a name: ", folder)
	}
	r.t.Chdir(folder)
}

func files(r *robot) {
	for _, name := range []string{"macchine.plan", "consiglio.xlsx", "note.txt", ".nascosto.plan"} {
		r.write(name, "")
	}
	r.works(os.Mkdir("2026", 0o755))
}

// damaged opens a plan whose file broke after two saves, at fixed times.
func damaged(r *robot) {
	r.on("direct_outreach").types("'12000' enter ctrl+s")
	n := 0
	r.works(filepath.WalkDir(filepath.Join(file.Home(), "versions"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
			err = os.Rename(path, filepath.Join(filepath.Dir(path), "20261116T09150"+strconv.Itoa(n)+".000000.plan"))
		}
		return err
	}))
	r.write("macchine.plan", `{"schema": 1, "name": "Macch`)
	r.opens("macchine.plan", "budget")
}

// works ends the test where its own doing failed.
func (r *robot) works(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

func (r *robot) write(name, text string) {
	r.t.Helper()
	r.works(os.WriteFile(name, []byte(text), 0o644))
}
