package ui

import (
	"math"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"

	"github.com/go-json-experiment/json"
)

// runs a verb of the command line in Italian; it must end well.
func verb(t testing.TB, args ...string) string {
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

func decoded[T any](t testing.TB, text string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return v
}

type brought struct {
	Contacts  float64 `json:"contacts"`
	Customers float64 `json:"customers"`
	Margin    float64 `json:"margin_cents"`
}

type yield struct {
	Spend  int64    `json:"spend_cents"`
	Cost   float64  `json:"cost_cents"`
	Plan   brought  `json:"plan"`
	Zero   brought  `json:"zero_spend"`
	More   brought  `json:"incremental"`
	Return *float64 `json:"return"`
	CAC    *float64 `json:"cac_cents"`
}

type told struct {
	Scenario string `json:"scenario"`
	Total    yield  `json:"total"`
	Channels []struct {
		yield  `json:",embed"`
		ID     string `json:"id"`
		Months []struct {
			Month    string  `json:"month"`
			Spend    int64   `json:"spend_cents"`
			Contacts float64 `json:"contacts"`
		} `json:"by_month"`
	} `json:"channels"`
}

// The figures of a forecast add up: channels to the total, months to channels, what is more
// to what comes less what would come anyway; return and cost of a customer follow from them.
func TestTheFiguresOfAForecastAddUp(t *testing.T) {
	for _, name := range []string{"dentista", "cantina", "macchine"} {
		p := sit(t, 80, 24).example(name, "budget").plan()
		x := decoded[told](t, verb(t, "forecast", name+".plan", "--json"))
		near := func(what string, got, want float64) {
			t.Helper()
			if math.Abs(got-want) > 1e-6*max(math.Abs(want), 1) {
				t.Errorf("%s: %s is %v, not %v", name, what, got, want)
			}
		}
		var sum yield
		for i, c := range x.Channels {
			sum.Spend += c.Spend
			sum.Cost += c.Cost
			sum.More.Contacts += c.More.Contacts
			sum.More.Customers += c.More.Customers
			sum.More.Margin += c.More.Margin
			var spend int64
			var contacts float64
			for _, m := range c.Months {
				spend += m.Spend
				contacts += m.Contacts
			}
			if want := int64(p.Channels[i].Amount) * int64(p.Months/12); spend != want || c.Spend != want || c.ID != string(p.Channels[i].ID) {
				t.Errorf("%s %s: the months are %d, the channel %d, the plan says %d", name, c.ID, spend, c.Spend, want)
			}
			near(c.ID+": contacts by month", contacts, c.Plan.Contacts)
			near(c.ID+": incremental contacts", c.More.Contacts, c.Plan.Contacts-c.Zero.Contacts)
			near(c.ID+": incremental margin", c.More.Margin, c.Plan.Margin-c.Zero.Margin)
		}
		if sum.Spend != x.Total.Spend {
			t.Errorf("%s: the channels spend %d, the total %d", name, sum.Spend, x.Total.Spend)
		}
		near("cost", x.Total.Cost, sum.Cost)
		near("contacts", x.Total.More.Contacts, sum.More.Contacts)
		near("customers", x.Total.More.Customers, sum.More.Customers)
		near("margin", x.Total.More.Margin, sum.More.Margin)
		near("return", *x.Total.Return, x.Total.More.Margin/x.Total.Cost-1)
		near("cost of a customer", *x.Total.CAC, x.Total.Cost/x.Total.More.Customers)
	}
}

// A scenario is asked for on the command line, or is the plan's; the screen and the command
// say the same.
func TestTheForecastOfAScenario(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "whatif")
	base, prudent := verb(t, "forecast", "dentista.plan"), verb(t, "forecast", "dentista.plan", "--scenario", "prudent")
	mentions(t, base, "Comunicazione 2027 · scenario base", "totale", "41.200 €", "77.672 €", "+55%", "luglio 2027")
	mentions(t, prudent, "scenario prudente", "62.564 €")
	r.types("space ctrl+s")
	if got := verb(t, "forecast", "dentista.plan"); got != prudent {
		t.Errorf("the plan follows another scenario than the screen:\n%s", got)
	}
	if x := decoded[told](t, verb(t, "forecast", "dentista.plan", "--json", "--scenario", "nobody")); x.Scenario != "nobody" || x.Total.More.Margin != 0 || x.Total.Return != nil {
		t.Errorf("%+v", x)
	}
	_, complained, status := verbEnds("forecast", "dentista.plan", "--scenario", "zap")
	if status != 2 || complained != "Lo scenario «zap» non c'è. Ci sono: prudent, base, ambitious, ai_erosion, costs_rise, nobody.\n" {
		t.Errorf("%d %q", status, complained)
	}
	r.types("n 'Mio' enter '-20' enter").downTo("→ Tieni").types("enter ctrl+s")
	mentions(t, verb(t, "forecast", "dentista.plan", "--scenario", "own-1"), "scenario Mio")
}

// A cut takes its share of the budget; where it does least harm it never does more than
// everywhere alike; what is given up is the cut, less what was not given yet.
func TestTheLadderOfCuts(t *testing.T) {
	p := sit(t, 80, 24).example("dentista", "whatif").plan()
	type way struct {
		Margin float64          `json:"margin_lost_cents"`
		Given  map[string]int64 `json:"given_up_cents"`
	}
	cuts := decoded[[]struct {
		Share    float64 `json:"share"`
		Amount   int64   `json:"amount_cents"`
		Possible bool    `json:"possible"`
		Even     *way    `json:"even"`
		Best     *way    `json:"least_harmful"`
	}](t, verb(t, "cuts", "dentista.plan", "--json"))
	for i, c := range cuts {
		if want := int64(math.Round(float64(p.Budget) * c.Share)); c.Amount != want || !c.Possible {
			t.Errorf("%v is %d, not %d", c.Share, c.Amount, want)
			continue
		}
		if c.Best.Margin > c.Even.Margin+1 {
			t.Errorf("%v: choosing loses %.0f, all alike %.0f", c.Share, c.Best.Margin, c.Even.Margin)
		}
		if i > 0 && c.Best.Margin < cuts[i-1].Best.Margin {
			t.Errorf("%v loses less than a smaller cut", c.Share)
		}
		for name, w := range map[string]*way{"even": c.Even, "best": c.Best} {
			var given int64
			for _, cents := range w.Given {
				given += cents
			}
			if want := max(c.Amount-int64(p.Pot()), 0); given != want {
				t.Errorf("%v %s: the channels give up %d, not %d", c.Share, name, given, want)
			}
		}
	}
	if last := cuts[len(cuts)-1]; len(cuts) != 7 || last.Share != 0.5 {
		t.Errorf("%+v", cuts)
	}
	mentions(t, verb(t, "cuts", "dentista.plan"), "perso, uguale", "10%, cioè 4.400 €", "2.003 €", "940 €", "50%, cioè 22.000 €")
}

// The best split gives away the same budget, brings no less, keeps what is locked, and goes
// into a new file only where one is named.
func TestTheBestSplitFromTheCommandLine(t *testing.T) {
	p := sit(t, 80, 24).example("macchine", "budget").plan()
	type split struct {
		Objective string  `json:"objective"`
		Feasible  bool    `json:"feasible"`
		Before    float64 `json:"before"`
		After     float64 `json:"after"`
		Bound     float64 `json:"bound"`
		Pot       int64   `json:"pot_cents"`
		Channels  []struct {
			ID    string `json:"id"`
			After int64  `json:"after_cents"`
		} `json:"channels"`
	}
	for _, objective := range []string{"margin", "lifetime", "customers", "cashed"} {
		x := decoded[split](t, verb(t, "optimise", "macchine.plan", "--json", "--objective", objective))
		all := x.Pot
		for i, c := range x.Channels {
			all += c.After
			if p.Channels[i].Locked && c.After != int64(p.Channels[i].Amount) {
				t.Errorf("%s: %s is locked and gets %d", objective, c.ID, c.After)
			}
		}
		if all != int64(p.Budget) || !x.Feasible || x.After < x.Before-1e-6 || x.After > x.Bound*(1+1e-9)+1e-6 {
			t.Errorf("%s: %+v gives %d of %d", objective, x, all, p.Budget)
		}
	}
	samePlan(t, "looked at", saved(t, "macchine.plan"), p)
	verb(t, "optimise", "macchine.plan", "-o", "meglio.plan")
	x, got := decoded[split](t, verb(t, "optimise", "macchine.plan", "--json")), saved(t, "meglio.plan")
	for i, c := range x.Channels {
		if int64(got.Channels[i].Amount) != c.After {
			t.Errorf("%s: %d in the file, %d said", c.ID, got.Channels[i].Amount, c.After)
		}
	}
	if _, complained, status := verbEnds("optimise", "macchine.plan", "-o", "meglio.plan"); status != exitFile || !strings.Contains(complained, "meglio.plan esiste già") {
		t.Errorf("%d %q", status, complained)
	}
	if _, complained, status := verbEnds("optimise", "macchine.plan", "--objective", "zap"); status != exitUsage || complained != "L'obiettivo «zap» non c'è. Ci sono: margin, lifetime, customers, cashed.\n" {
		t.Errorf("%d %q", status, complained)
	}
	mentions(t, verb(t, "compare", "macchine.plan", "meglio.plan"), "macchine.plan", "meglio.plan", "differenza", "345.000 €", "345.000 €", "0 €")
}

// Two plans, or a plan and the workbook that came back, are set side by side.
func TestAPlanAndTheWorkbookThatCameBack(t *testing.T) {
	sit(t, 80, 24).example("dentista", "board").types("ctrl+e")
	same := verb(t, "compare", "dentista.plan", "dentista.xlsx")
	if strings.Contains(same, "Annunci su Google") {
		t.Errorf("nothing was changed:\n%s", same)
	}
	edited(t, "dentista.xlsx", map[string]any{"in_amount_1": 9000, "in_margin": 0.5})
	mentions(t, verb(t, "compare", "dentista.plan", "dentista.xlsx"), "Budget dell'anno", "Annunci su Google (ricerca)", "12.000 €", "9.000 €", "−3.000 €", "ipotesi diverse", "margine di contribuzione")
	putFiles(t, map[string]string{"finto.xlsx": "x"})
	for path, says := range map[string]string{"manca.plan": "manca.plan non c'è", "finto.xlsx": "finto.xlsx non è una cartella che si possa leggere."} {
		if _, complained, status := verbEnds("compare", "dentista.plan", path); status != exitFile || !strings.Contains(complained, says) {
			t.Errorf("%s: %d %q", path, status, complained)
		}
	}
}

// Exports are read by the dozen, from the command line too, and the plan on the disk has them.
func TestExportsReadFromTheCommandLine(t *testing.T) {
	sit(t, 80, 24).example("dentista", "progress")
	putFiles(t, map[string]string{"google.csv": google, "tabella.csv": table, "colonne.json": "{", "solo.csv": "quando;quanto\nmar 2027;90,10\n",
		"mappa.json": `{"header": 0, "channel": "partnerships", "columns": {"month": "quando", "spend": "quanto"}}`})
	mentions(t, verb(t, "import", "dentista.plan", "google.csv", "tabella.csv"), "google.csv (Google Ads): 3 righe lette", "tabella.csv (tabella qualsiasi): 3 righe lette", "Mesi del piano aggiornati: 3; mesi precedenti: 1;")
	verb(t, "import", "dentista.plan", "solo.csv", "--map", "mappa.json")
	verb(t, "import", "dentista.plan", "google.csv", "--channel", "local_media")
	p := saved(t, "dentista.plan")
	for _, c := range []struct {
		id    model.ChannelID
		month string
		cents model.Money
	}{{"search_ads", "2027-01", 150050}, {"newsletter", "2027-01", 21040}, {"website", "2027-01", 54200}, {"partnerships", "2027-03", 9010}, {"local_media", "2027-01", 150050}} {
		if a := actual(t, p, c.id, c.month); *a.Spend != c.cents {
			t.Errorf("%s %s: %d", c.id, c.month, *a.Spend)
		}
	}
	for _, c := range []struct {
		args, says string
		status     int
	}{
		{"import dentista.plan solo.csv", "solo.csv: non si trova una riga di intestazione", exitFile},
		{"import dentista.plan google.csv --map colonne.json", "colonne.json non è una descrizione delle colonne: vedere docs/imports.md.", exitUsage},
		{"import dentista.plan google.csv --map manca.json", "manca.json non c'è", exitFile},
		{"import manca.plan google.csv", "manca.plan non c'è", exitFile},
		{"import dentista.plan", "Il comando non si scrive così. Uso: arringa import FILE.plan ESPORTAZIONE...", exitUsage},
	} {
		if _, complained, status := verbEnds(strings.Fields(c.args)...); status != c.status || !strings.Contains(complained, c.says) {
			t.Errorf("%s: %d %q", c.args, status, complained)
		}
		samePlan(t, c.args, saved(t, "dentista.plan"), p)
	}
}

// A plan begun on the command line is what was asked for.
func TestAPlanBegunOnTheCommandLine(t *testing.T) {
	sit(t, 80, 24)
	verb(t, "new", "mio", "--sector", "winery", "--budget", "50.000,50", "--year", "2028")
	p := saved(t, "mio.plan")
	if p.Company.Sector != "winery" || p.Budget != 5000050 || p.Start != model.NewMonth(2028, 1) || p.Name != "mio" || p.Language != "it" || p.Allocated() > p.Budget {
		t.Errorf("%+v", p.Company)
	}
	for _, c := range [][2]string{
		{"new x --budget 0", "Il budget «0» non è un importo: per esempio 120000."}, {"new x --year 1800", "L'anno «1800» non va: per esempio 2027."},
		{"new mio", "mio.plan esiste già: scegliere un altro nome."}, {"new", "Uso: arringa new FILE.plan"}, {"example nessuno", "L'esempio «nessuno» non c'è. Ci sono: macchine, cantina, dentista."},
		{"open", "Uso: arringa open FILE"}, {"completion tcsh", "Uso: arringa completion bash|zsh|fish|powershell"}, {"new x --budget", "All'opzione --budget manca il valore."},
		{"version 1", "Uso: arringa version"}, {"export mio.plan manca/x.xlsx", "manca/x.xlsx non c'è"}, {"check x.plan", "x.plan non c'è: controllare il nome e la cartella."},
	} {
		if said, complained, status := verbEnds(strings.Fields(c[0])...); status == 0 || said != "" || !strings.Contains(complained, c[1]) {
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
	if status != exitProblem {
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
	if got := verb(t, "check", "pieno.plan"); got != "pieno.plan: non manca niente.\n" {
		t.Errorf("%q", got)
	}
}

// Every command explains itself, in the language asked for.
func TestEveryCommandExplainsItself(t *testing.T) {
	sit(t, 80, 24)
	for _, name := range []string{"new", "example", "export", "check", "forecast", "optimise", "cuts", "compare", "import", "open", "completion", "version"} {
		help := verb(t, name, "--help")
		mentions(t, help, "Uso: arringa "+name, "Opzioni di tutti i comandi:", "--lang")
		if again := verb(t, "help", name); again != help {
			t.Errorf("help %s says something else:\n%s", name, again)
		}
		mentions(t, verb(t, "--help"), "Comandi:", "  "+name+" ")
		var out, errs strings.Builder
		if Main([]string{"--lang=en", name, "-h"}, strings.NewReader(""), &out, &errs) != 0 || !strings.Contains(out.String(), "arringa "+name) || strings.Contains(out.String(), "Opzioni") {
			t.Errorf("%s in English:\n%s%s", name, out.String(), errs.String())
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if got := verb(t, "completion", shell); !strings.Contains(got, "arringa") {
			t.Errorf("%s: %.100q", shell, got)
		}
	}
}
