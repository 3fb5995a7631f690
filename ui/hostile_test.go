package ui

import (
	"bytes"
	"io"
	"os"
	"reflect"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/frame"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// hostile is text that steers a terminal which takes it raw: a title, the clipboard, a cleared
// screen, colours, both kinds of control characters, turned direction, breaks.
const hostile = "q\x1b]0;own\x07\x1b]52;c;aGk=\x1b\\\x1b[2J\x1b[31m\x1bP+q\x1b\\" +
	"\u009b31m\u009d0;x\u009c\u202e\u2066\u2028\u200e\u200d\ufeff\x7f\x00\x08\r\n\tw"

// hostilePlan is an example in which everything that is free text is hostile.
func hostilePlan(t testing.TB) model.Plan {
	e, _ := templates.FindExample("macchine")
	p, err := file.Decode(e.Plan)
	if err != nil {
		t.Fatal(err)
	}
	p = p.Clone()
	spoilt := 0
	var spoil func(v reflect.Value)
	spoil = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				spoil(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				spoil(v.Index(i))
			}
		case reflect.Pointer:
			if !v.IsNil() {
				spoil(v.Elem())
			}
		case reflect.String:
			if was := v.String(); v.CanSet() {
				v.SetString(was + hostile)
				if spoilt++; len(p.Problems()) > 0 { // an id, a day
					v.SetString(was)
					spoilt--
				}
			}
		}
	}
	for i := range p.Channels {
		p.Channels[i].Name = "Canale"
	}
	spoil(reflect.ValueOf(&p).Elem())
	if spoilt < 60 || !strings.Contains(p.Name, hostile) || !strings.Contains(p.Channels[0].Name, hostile) {
		t.Fatalf("%d texts are hostile", spoilt)
	}
	return p
}

// hostileName is a file name of the same kind, as far as the system has it.
func hostileName() string {
	if runtime.GOOS == "windows" {
		return "a\u009b31m\u202e\u2028"
	}
	return "a\x1b]0;own\x07\x1b[31m\u009b31m\u202e\u2028\xff\n"
}

// steers is the first thing in a text that could steer a terminal; breaks and tabs are no such
// thing.
func steers(text string) (string, bool) {
	for i, r := range text {
		_, n := utf8.DecodeRuneInString(text[i:])
		control := r != '\n' && r != '\t' && unicode.IsControl(r)
		turns := unicode.Is(unicode.Bidi_Control, r) || r == 0x2028 || r == 0x2029
		if control || turns || r == utf8.RuneError && n == 1 {
			return strconv.QuoteToASCII(text[max(i-40, 0):min(i+40, len(text))]), true
		}
	}
	return "", false
}

// ran runs a command and gives what it wrote.
func ran(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	Main(args, strings.NewReader(stdin), &out, &errs)
	text := out.String() + errs.String()
	if where, bad := steers(text); bad {
		t.Errorf("%q: %s", args, where)
	}
	return text
}

// setHostile makes a folder with a hostile plan in it, and gives its path and the plan.
func setHostile(t *testing.T) (string, model.Plan) {
	t.Setenv("ARRINGA_HOME", t.TempDir())
	t.Chdir(t.TempDir())
	p, path := hostilePlan(t), hostileName()+file.Extension
	if _, err := file.Create(path, p); err != nil {
		t.Fatal(err)
	}
	return path, p
}

// No command writes what a plan, a table, a file name or an argument would do to the terminal.
func TestNoCommandLetsTextSteerTheTerminal(t *testing.T) {
	path, _ := setHostile(t)
	name := hostileName()
	table := "Mese;Canale;Costo;Contatti " + hostile[:20] + "\n" +
		"2027-01;\x1b[31m\u202e;1;2\n\u009b;search_ads;1,50;1\n" +
		"2027-02;search_ads;\x1b]52;c;x\x07;1\n2027-03;search_ads;2,50;1\n"
	for file, text := range map[string]string{
		name + ".csv": table, name + "2.csv": "Data;Campagna;Costo\n03/04/2027;x;1\n",
		name + "3.csv": "x\n", name + ".json": "{\"a\u202e\x1b\": 1}",
		name + "2.json": `{"channel": "search_ads", "columns": {"month": "\u001b[31m\u202e"}}`,
		name + ".txt":   "\x1b[31m", "broken.plan": `{"schema": 1, "\u001b[31m\u202e": {`,
		"misfit.plan": `{"schema": 1, "name": ["\u001b[31m"]}`,
		"wrong.plan":  `{"schema": 1, "channels": [{"id": "a\u001b[31m\u202e", "amount_cents": -5}]}`,
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, lang := range []string{"it", "en"} {
		for _, args := range [][]string{
			{"check", path}, {"forecast", path}, {"forecast", path, "--json"},
			{"forecast", path, "--scenario", hostile},
			{"optimise", path}, {"optimise", path, "--json"}, {"optimise", path, "--objective", hostile}, {"optimise",
				path, "-o", name + lang + ".plan"},
			{"cuts", path}, {"cuts", path, "--json"}, {"compare", path, path}, {"compare", path, path,
				"--json"}, {"compare", path, name + lang + ".plan"},
			{"import", path, name + ".csv"}, {"import", path, name + "2.csv"}, {"import", path,
				name + "3.csv"}, {"import", path, name + ".csv", "--channel", hostile},
			{"import", path, name + ".csv", "--dates", hostile}, {"import", path, name + ".csv", "--map",
				name + ".json"}, {"import", path, name + ".csv", "--map", name + "2.json"},
			{"export", path}, {"export", path}, {"export", path, "no/" + name}, {"compare", path, name + ".xlsx"},
			{"check", "missing" + name}, {"check", name + ".txt"}, {"check", "broken.plan"}, {"check",
				"misfit.plan"}, {"check", "wrong.plan"}, {"forecast", "wrong.plan"},
			{"new", name + lang}, {"new", name + lang}, {"new", "x", "--sector", hostile},
			{"new", "x", "--budget", hostile},
			{"example"}, {"example", hostile}, {"example", "dentista", "e" + name + lang}, {"open",
				path}, {path}, {name + ".txt"},
			{"--" + hostile}, {hostile, hostile}, {"help", hostile}, {"--theme", hostile, "version"}, {"--lang",
				hostile, "version"}, {"completion", hostile}, {"completion", "bash"}, {"completion", "fish"},
			{"help", "import"},
		} {
			if text := ran(t, "", append([]string{"--lang", lang}, args...)...); text == "" {
				t.Errorf("%q says nothing", args)
			}
		}
	}
	if text := ran(t, "", "forecast", path, "--json"); !strings.Contains(text,
		`\u202e`) || !strings.Contains(text, `\u009b`) {
		t.Error("JSON lost what it should escape")
	}
	if text := ran(t, "", "forecast", path); !strings.Contains(text, "q�]0;own�") {
		t.Errorf("what was there is not shown:\n%s", text)
	}
}

// Nor does the walk without a screen, on any step.
func TestNoStepWithoutAScreenLetsTextSteerTheTerminal(t *testing.T) {
	path, _ := setHostile(t)
	blank := strings.Repeat("\n", 60)
	for step := 1; step <= 10; step++ {
		for _, answers := range []string{"1\n1\n1\n" + blank, hostile + "\n?\n2\n" + hostile + blank} {
			if text := ran(t, strconv.Itoa(step)+"\n"+answers, "--plain", path); !strings.Contains(text, "q�]0;own�") {
				t.Errorf("step %d does not show what was there", step)
			}
		}
	}
	ran(t, "2\n"+hostile+"\n4\n", "--plain")
	ran(t, "5\n", "--plain") // a recent plan
	ran(t, "", "--plain", "missing"+hostileName())
}

var colours = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// frameIsPlain fails where the frame has more than text and inks, or is not as large as the
// terminal.
func frameIsPlain(t *testing.T, r *robot, after string) {
	t.Helper()
	v := r.app.View()
	if where, bad := steers(v.WindowTitle); bad || strings.ContainsAny(v.WindowTitle, "\n\t") {
		t.Fatalf("title after %s: %s", after, where)
	}
	if strings.Contains(v.Content, "\x1b[31m") {
		t.Fatalf("a colour of the plan's own after %s", after)
	}
	if where, bad := steers(colours.ReplaceAllString(v.Content, "")); bad {
		t.Fatalf("after %s: %s", after, where)
	}
	lines := strings.Split(v.Content, "\n")
	if len(lines) != r.app.Size.Y {
		t.Fatalf("after %s: %d lines\n%s", after, len(lines), r.screen())
	}
	for i, line := range lines {
		if n := ansi.StringWidth(line); n != r.app.Size.X {
			t.Fatalf("after %s: line %d is %d cells: %q", after, i, n, ansi.Strip(line))
		}
	}
}

// Nor does a frame, on any step, in a dialog or in a field.
func TestNoFrameLetsTextSteerTheTerminal(t *testing.T) {
	path, p := setHostile(t)
	for _, size := range [][2]int{{80, 24}, {140, 45}} {
		r := restart(t, size[0], size[1], "it")
		frameIsPlain(t, r, "the start")
		r.opens(path, "budget")
		r.app.Saver.Pause = -1
		shown := false
		for _, step := range []string{"company", "distance", "channels", "budget", "reasons", "whatif", "calendar",
			"role", "board", "progress"} {
			r.goes(step)
			for _, key := range strings.Fields("end home down down enter esc down tab enter down esc right e esc a esc n " +
				"esc t esc o esc i esc ? down esc / 'q' down esc esc esc f2 f2 down enter esc down enter esc end enter esc") {
				if strings.HasPrefix(key, "'") {
					r.types("'q'")
				} else {
					r.types(key)
				}
				frameIsPlain(t, r, step+" and "+key)
				shown = shown || strings.Contains(r.screen(), "q�]0;own�")
				for range 3 { // a dialog that another one opened
					if len(r.app.Dialogs) > 1 {
						r.types("esc")
					}
				}
			}
			for len(r.app.Dialogs) > 0 {
				r.types("esc")
			}
			if r.left {
				t.Fatalf("%s: the program was left", step)
			}
		}
		if !shown {
			t.Error("what was there is not shown")
		}
		r.types("ctrl+o")
		frameIsPlain(t, r, "home")
		r.opens("missing"+hostileName(), "budget")
		frameIsPlain(t, r, "a file that is not there")
	}
	r := restart(t, 80, 24, "it").opens(path, "reasons")
	if got := r.plan(); !reflect.DeepEqual(got, p) {
		t.Error("what is shown changed what is kept")
	}
}

// Nor does the program as it really writes to the terminal.
func TestTheProgramWritesNoTextThatSteers(t *testing.T) {
	path, _ := setHostile(t)
	a := frame.New(&desk.Desk{Stage: &desk.Stage{Say: templates.Language("it")}}, frame.Display{Dark: true, Fixed: true,
		Profile: colorprofile.TrueColor})
	a.Saver.Pause, a.Thinker.Pause = -1, -1
	var out bytes.Buffer
	p := tea.NewProgram(a, tea.WithInput(nil), tea.WithOutput(&out), tea.WithWindowSize(80, 24),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignals(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	go func() {
		p.Send(desk.OpenAny(path, "channels"))
		p.Send(keyOf(t, "down"))
		p.Quit()
	}()
	if _, err := p.Run(); err != nil && err != io.EOF {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "]0;own") {
		t.Fatal("the plan was not shown")
	}
	for _, raw := range []string{"\x1b]0;own", "\x1b]52", "\x1b[31m", "\x1bP+q", "\u009b", "\u009d", "\u202e",
		"\u2066", "\u2028", "\x7f"} {
		if strings.Contains(out.String(), raw) {
			t.Errorf("%q reached the terminal", raw)
		}
	}
}
