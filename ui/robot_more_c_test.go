package ui

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Pastes hands over a text as a terminal does when something is pasted.
func (r *robot) Pastes(text string) *robot {
	r.gets(tea.PasteMsg{Content: text})
	return r
}

// clicksTwice clicks on a text, and on the same cell once more.
func (r *robot) clicksTwice(text string) *robot {
	r.t.Helper()
	x, y := r.at(text)
	return r.clicks(x, y).clicks(x, y)
}

// line is the first line of the screen that holds a text.
func (r *robot) line(text string) string {
	r.t.Helper()
	_, y := r.at(text)
	return strings.Split(r.screen(), "\n")[y]
}

// rowInHand is the row that the cursor stands on: of the dialog in front, if there is one.
func (r *robot) rowInHand() string {
	r.t.Helper()
	lines, left := strings.Split(r.screen(), "\n"), 0
	for y, line := range lines {
		if before, _, dialog := strings.Cut(line, "╭─"); dialog {
			lines, left = lines[y+1:], ansi.StringWidth(before)
			break
		}
	}
	for _, line := range lines {
		if before, row, found := strings.Cut(ansi.TruncateLeft(line, left, ""), "▸ "); found &&
			(left == 0 || strings.Trim(before, " │") == "") {
			return strings.TrimSpace(strings.TrimRight(row, " │"))
		}
	}
	r.t.Fatalf("no row is in hand:\n%s", r.screen())
	return ""
}

// holds checks how the row in hand begins.
func (r *robot) holds(beginning string) *robot {
	r.t.Helper()
	if got := r.rowInHand(); !strings.HasPrefix(got, beginning) {
		r.t.Fatalf("%q is in hand, not %q:\n%s", got, beginning, r.screen())
	}
	return r
}

// downTo goes down until a row that begins so is in hand.
func (r *robot) downTo(beginning string) *robot {
	r.t.Helper()
	for range 60 {
		if strings.HasPrefix(r.rowInHand(), beginning) {
			return r
		}
		r.types("down")
	}
	r.t.Fatalf("no row %q:\n%s", beginning, r.screen())
	return r
}

// reopened reads the plan's file as the next start does, and checks that it holds what the
// screen holds.
func (r *robot) reopened() model.Plan {
	r.t.Helper()
	r.types("ctrl+s")
	now, err := file.Encode(r.plan())
	if err != nil {
		r.t.Fatal(err)
	}
	paths, disk := plansInFolder(r.t), []byte(nil)
	for _, path := range paths {
		if disk, err = os.ReadFile(path); err != nil {
			r.t.Fatal(err)
		}
	}
	if len(paths) != 1 || string(disk) != string(now) {
		r.t.Fatalf("of the plans %q the one on the disk is not the one on the screen", paths)
	}
	return r.onDisk(paths[0])
}

// plansInFolder are the files of plans in the folder.
func plansInFolder(t testing.TB) []string {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), file.Extension) {
			names = append(names, e.Name())
		}
	}
	return names
}

// putFiles puts files into the folder, by name.
func putFiles(t testing.TB, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// samePlan checks two plans for being the same to the last cent.
func samePlan(t testing.TB, what string, a, b model.Plan) {
	t.Helper()
	x, err := file.Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := file.Encode(b)
	if err != nil {
		t.Fatal(err)
	}
	if string(x) != string(y) {
		t.Errorf("%s: the plan is another one", what)
	}
}

// doing is what a person does, and what the screen says then.
type doing struct{ keys, says string }

// follows makes moves one after the other.
func (r *robot) follows(all ...doing) *robot {
	r.t.Helper()
	for _, m := range all {
		r.types(m.keys)
		if m.says != "" {
			r.sees(m.says)
		}
	}
	return r
}

// tells checks for texts that run over lines of the step, or of the dialog in front: without
// the rail beside them and the border around them.
func (r *robot) tells(texts ...string) *robot {
	r.t.Helper()
	said := r.spoken()
	for _, text := range texts {
		if !strings.Contains(said, text) {
			r.t.Fatalf("%q is not said:\n%s", text, r.screen())
		}
	}
	return r
}

func (r *robot) spoken() string {
	lines := strings.Split(r.screen(), "\n")
	left, right, dialog := 0, ansi.StringWidth(lines[0]), false
	for y, line := range lines {
		if before, rest, found := strings.Cut(line, "╭─"); found {
			inside, _, _ := strings.Cut(rest, "╮")
			left, dialog = ansi.StringWidth(before)+1, true
			lines, right = lines[y:], left+1+ansi.StringWidth(inside)
			break
		}
	}
	var words []string
	for _, line := range lines {
		if dialog && strings.Contains(line, "╰─") {
			break
		}
		if dialog {
			line = ansi.Cut(line, left, right)
		} else if _, step, railed := strings.Cut(line, "│"); railed {
			line = step
		}
		words = append(words, strings.Fields(line)...)
	}
	return strings.Join(words, " ")
}

var sumInEuro = regexp.MustCompile(`([−+]?)([\d.]+(?:,\d+)?)(?: (mila|mln))? €`)

// eurosIn are the sums that a text speaks of, in order.
func eurosIn(t testing.TB, text string) []float64 {
	t.Helper()
	var all []float64
	for _, m := range sumInEuro.FindAllStringSubmatch(text, -1) {
		x, err := strconv.ParseFloat(strings.NewReplacer(".", "", ",", ".").Replace(m[2]), 64)
		if err != nil {
			t.Fatal(err)
		}
		x *= map[string]float64{"": 1, "mila": 1e3, "mln": 1e6}[m[3]]
		if m[1] == "−" {
			x = -x
		}
		all = append(all, x)
	}
	return all
}
