package ui

import (
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/ui/verb"
)

// runsVerb runs a verb of the command line in Italian; it must end well.
func runsVerb(t testing.TB, args ...string) string {
	t.Helper()
	out, complained, status := verbEnds(args...)
	if status != 0 || complained != "" {
		t.Fatalf("arringa %s: status %d, %s", strings.Join(args, " "), status, complained)
	}
	return out
}

func verbEnds(args ...string) (said, complained string, status int) {
	var out, err strings.Builder
	status = Main(append([]string{"--lang", "it"}, args...), strings.NewReader(""), &out, &err)
	return out.String(), err.String(), status
}

// Exports are read by the dozen, from the command line too, and the plan on the disk has them.
func TestExportsReadFromTheCommandLine(t *testing.T) {
	sit(t, 80, 24).example("dentista", "progress")
	putFiles(t, map[string]string{"google.csv": googleExport, "tabella.csv": ownTable, "colonne.json": "{",
		"solo.csv":   "quando;quanto\nmar 2027;90,10\n",
		"mappa.json": `{"header": 0, "channel": "partnerships", "columns": {"month": "quando", "spend": "quanto"}}`})
	saysInOrder(t, runsVerb(t, "import", "dentista.plan", "google.csv", "tabella.csv"),
		"google.csv (Google Ads): righe lette 3", "tabella.csv (tabella qualsiasi): righe lette 3",
		"Mesi del piano aggiornati: 3; mesi precedenti: 1;")
	runsVerb(t, "import", "dentista.plan", "solo.csv", "--map", "mappa.json")
	runsVerb(t, "import", "dentista.plan", "google.csv", "--channel", "local_media")
	p := saved(t, "dentista.plan")
	for _, c := range []struct {
		id    model.ChannelID
		month string
		cents model.Money
	}{{"search_ads", "2027-01", 150050}, {"newsletter", "2027-01", 21040}, {"website", "2027-01", 54200},
		{"partnerships", "2027-03", 9010}, {"local_media", "2027-01", 150050}} {
		if a := actualIn(t, p, c.id, c.month); *a.Spend != c.cents {
			t.Errorf("%s %s: %d", c.id, c.month, *a.Spend)
		}
	}
	for _, c := range []struct {
		args, says string
		status     int
	}{
		{"import dentista.plan solo.csv", "solo.csv: non si trova una riga di intestazione", verb.ExitFile},
		{"import dentista.plan google.csv --map colonne.json",
			"colonne.json non è una descrizione delle colonne: vedere docs/imports.md.", verb.ExitUsage},
		{"import dentista.plan google.csv --map manca.json", "manca.json non c'è", verb.ExitFile},
		{"import manca.plan google.csv", "manca.plan non c'è", verb.ExitFile},
		{"import dentista.plan", "Il comando non si scrive così. Uso: arringa import FILE.plan ESPORTAZIONE...",
			verb.ExitUsage},
	} {
		if _, complained, status := verbEnds(strings.Fields(c.args)...); status != c.status ||
			!strings.Contains(complained, c.says) {
			t.Errorf("%s: %d %q", c.args, status, complained)
		}
		samePlan(t, c.args, saved(t, "dentista.plan"), p)
	}
}

// A plan begun on the command line is what was asked for.
func TestAPlanBegunOnTheCommandLine(t *testing.T) {
	sit(t, 80, 24)
	runsVerb(t, "new", "mio", "--sector", "winery", "--budget", "50.000,50", "--year", "2028")
	p := saved(t, "mio.plan")
	if p.Company.Sector != "winery" || p.Budget != 5000050 || p.Start != model.NewMonth(2028, 1) || p.Name != "mio" ||
		p.Language != "it" || p.Allocated() > p.Budget {
		t.Errorf("%+v", p.Company)
	}
	for _, c := range [][2]string{
		{"new x --budget 0", "Il budget «0» non è un importo: per esempio 120000."},
		{"new x --year 1800", "L'anno «1800» non va: per esempio 2027."},
		{"new mio", "mio.plan esiste già: scegliere un altro nome."}, {"new", "Uso: arringa new FILE.plan"},
		{"example nessuno", "L'esempio «nessuno» non c'è. Ci sono: macchine, cantina, dentista."},
		{"open", "Uso: arringa open FILE"}, {"completion tcsh", "Uso: arringa completion bash|zsh|fish|powershell"},
		{"new x --budget", "All'opzione --budget manca il valore."},
		{"version 1", "Uso: arringa version"}, {"export mio.plan manca/x.xlsx", "manca/x.xlsx non c'è"},
		{"check x.plan", "x.plan non c'è: controllare il nome e la cartella."},
	} {
		if said, complained, status := verbEnds(strings.Fields(c[0])...); status == 0 || said != "" ||
			!strings.Contains(complained, c[1]) {
			t.Errorf("%s: %d %q %q", c[0], status, said, complained)
		}
	}
	if got := plansInFolder(t); len(got) != 1 {
		t.Errorf("plans %q", got)
	}
}

// Check says what is missing as the last step does, and what is wrong ends badly.
func TestCheckSaysWhatTheLastStepSays(t *testing.T) {
	r := sit(t, 100, 40).bare("board").sees("5 cose da guardare")
	said, _, status := verbEnds("check", "nuovo.plan")
	if status != verb.ExitProblem {
		t.Errorf("status %d though nothing was given", status)
	}
	lines := strings.Split(strings.TrimSpace(said), "\n")
	if len(lines) != 5 {
		t.Fatalf("%q", lines)
	}
	for _, line := range lines {
		mark, text, _ := strings.Cut(line, "  ")
		if text = strings.TrimSpace(text); !strings.Contains(r.spoken(), text) || mark != "manca" && mark != "errore" {
			t.Errorf("%q: %q is not on the screen", mark, text)
		}
	}
	if _, err := file.Create("pieno.plan", sit(t, 80, 24).example("dentista", "board").plan()); err != nil {
		t.Fatal(err)
	}
	if got := runsVerb(t, "check", "pieno.plan"); got != "pieno.plan: non manca niente.\n" {
		t.Errorf("%q", got)
	}
}

// Every command explains itself, in the language asked for.
func TestEveryCommandExplainsItself(t *testing.T) {
	sit(t, 80, 24)
	for _, name := range []string{"new", "example", "export", "check", "forecast", "optimise", "cuts", "compare",
		"import", "open", "completion", "version"} {
		help := runsVerb(t, name, "--help")
		saysInOrder(t, help, "Uso: arringa "+name, "Opzioni di tutti i comandi:", "--lang")
		if again := runsVerb(t, "help", name); again != help {
			t.Errorf("help %s says something else:\n%s", name, again)
		}
		saysInOrder(t, runsVerb(t, "--help"), "Comandi:", "  "+name+" ")
		var out, errs strings.Builder
		if Main([]string{"--lang=en", name, "-h"}, strings.NewReader(""), &out, &errs) != 0 ||
			!strings.Contains(out.String(), "arringa "+name) || strings.Contains(out.String(), "Opzioni") {
			t.Errorf("%s in English:\n%s%s", name, out.String(), errs.String())
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if got := runsVerb(t, "completion", shell); !strings.Contains(got, "arringa") {
			t.Errorf("%s: %.100q", shell, got)
		}
	}
}

// What is not there is called by its name: a command, an option, a file.
func TestWhatIsMistypedIsNamed(t *testing.T) {
	sit(t, 80, 24)
	for _, c := range []struct {
		args, says string
		status     int
	}{
		{"help zap", "Il comando «zap» non c'è: «arringa help» li elenca.", verb.ExitUsage},
		{"zap", "zap non c'è: controllare il nome e la cartella.", verb.ExitFile},
		{"-z", "L'opzione -z non c'è", verb.ExitUsage},
		{"--zap", "L'opzione --zap non c'è", verb.ExitUsage},
		{"", "terminale", verb.ExitUsage},
	} {
		said, complained, status := verbEnds(strings.Fields(c.args)...)
		if said != "" || status != c.status || !strings.Contains(complained, c.says) {
			t.Errorf("arringa %s: status %d, %q, %q", c.args, status, said, complained)
		}
	}
	if said, _, status := verbEnds("help", "export"); status != 0 || !strings.Contains(said, "arringa export") {
		t.Errorf("help export: %d %q", status, said)
	}
}
