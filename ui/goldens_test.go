package ui

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Every screen as it stands, kept as plain text: what moves on one shows here. After a
// change that is meant: go test ./ui -run Goldens -update, and look at each before it is kept.

// goldens is where they are kept.
var goldens, _ = filepath.Abs(filepath.Join("testdata", "goldens"))

// scene is a screen to be looked at, and the keys that lead to it.
type scene struct {
	name    string
	example string // opened first, on a step; empty: none
	step    string
	keys    string         // as the robot types them
	does    func(r *robot) // what keys alone cannot do; before the keys
	ranges  bool           // with what is worked out beside the screen
}

func TestGoldens(t *testing.T) {
	utc(t)
	for _, set := range []struct {
		language string
		w, h     int
		scenes   []scene
	}{
		{"it", 80, 24, allScenes()}, {"it", 140, 45, allScenes()}, {"en", 80, 24, stepScenes()},
	} {
		folder := filepath.Join(goldens, set.language, strconv.Itoa(set.w)+"x"+strconv.Itoa(set.h))
		kept := map[string]bool{}
		for _, s := range set.scenes {
			kept[s.name+".txt"] = true
			t.Run(strings.Join([]string{set.language, filepath.Base(folder), s.name}, "/"), func(t *testing.T) {
				r := s.stands(t, set.w, set.h, set.language)
				if wrong := r.misfit(set.w, set.h); wrong != "" {
					t.Error(wrong)
				}
				r.looksAs(filepath.Join(folder, s.name+".txt"))
			})
		}
		lone(t, folder, kept)
	}
}

// stands leads to the scene on a screen of w × h cells.
func (s scene) stands(t *testing.T, w, h int, language string) *robot {
	sit(t, w, h)
	r := restart(t, w, h, language)
	if s.example != "" {
		r.example(s.example, s.step)
	}
	if s.does != nil {
		s.does(r)
	}
	if r.types(s.keys); s.ranges {
		r.thinks().sized(w, h)
	}
	return r
}

// looksAs checks the screen against a golden, or writes it.
func (r *robot) looksAs(path string) {
	r.t.Helper()
	shown := r.picture()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			r.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(shown), 0o644); err != nil {
			r.t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	if kept := strings.ReplaceAll(string(data), "\r\n", "\n"); kept != shown {
		r.t.Errorf("%s is not what stands on the screen:\n%s", filepath.Base(path), differing(kept, shown))
	}
}

// picture is the screen without spaces at the ends, and without the folder of this run.
func (r *robot) picture() string {
	r.t.Helper()
	screen := r.screen()
	if here, err := os.Getwd(); err == nil {
		screen = strings.ReplaceAll(screen, here, "(here)"+strings.Repeat(" ", max(len(here)-len("(here)"), 0)))
	}
	var lines []string
	for _, line := range strings.Split(screen, "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return strings.Join(lines, "\n") + "\n"
}

// differing are the lines in which two screens differ.
func differing(was, is string) string {
	var b strings.Builder
	old, now := strings.Split(was, "\n"), strings.Split(is, "\n")
	for i := range max(len(old), len(now)) {
		var a, z string
		if i < len(old) {
			a = old[i]
		}
		if i < len(now) {
			z = now[i]
		}
		if a != z {
			b.WriteString("line " + strconv.Itoa(i+1) + "\n- " + a + "\n+ " + z + "\n")
		}
	}
	return b.String()
}

// lone finds goldens of scenes that there are no more.
func lone(t *testing.T, folder string, kept map[string]bool) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || kept[d.Name()] {
			return err
		}
		if *update {
			return os.Remove(path)
		}
		t.Errorf("%s belongs to no scene", path)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// utc puts the clock of the test where every machine's is alike.
func utc(t *testing.T) {
	was := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = was })
}
