package xlsx_test

// What somebody finds who checks the sheets against each other with a pencil.

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/board"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// open reads a plan's workbook.
func open(t *testing.T, p model.Plan) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// spoken is all text of a sheet.
func spoken(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range rows {
		all = append(all, strings.Join(row, " "))
	}
	return strings.Join(all, "\n")
}

// lineOf are the numbers in the first row of a sheet whose label begins so.
func lineOf(t *testing.T, f *excelize.File, sheet, label string) (found []float64) {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if len(row) > 1 && strings.HasPrefix(row[0], label) {
			for _, text := range row[1:] {
				if x, err := strconv.ParseFloat(text, 64); err == nil {
					found = append(found, x)
				}
			}
			return found
		}
	}
	t.Fatalf("%s has no row %q", sheet, label)
	return nil
}

// taxed is a plan of 36 months that recovers no VAT, does not give all out, and gains nothing.
func taxed(t *testing.T) model.Plan {
	p := examples(t)["dentista"].Clone()
	p.Months, p.Company.VAT.Recovered, p.Role = 36, 0, nil
	p.Company.Margin.Value /= 2
	return p
}

// The returns of the scenarios follow from the spend and the margin above them.
func TestScenariosReckonOnTheSpendTheyShow(t *testing.T) {
	for name, p := range map[string]model.Plan{"VAT stays": taxed(t), "VAT comes back": examples(t)["macchine"]} {
		f := open(t, p)
		spend, margin := lineOf(t, f, "Scenari", "Spesa nel periodo"), lineOf(t, f, "Scenari", "margine, quando")
		rates := lineOf(t, f, "Scenari", "ritorno, a margine")
		if len(rates) < 3 {
			t.Fatalf("%s: returns %v", name, rates)
		}
		for j, rate := range rates {
			if want := margin[j]/spend[j] - 1; math.Abs(rate-want) > 1e-9 {
				t.Errorf("%s: the return is %.4f, and %.4f of %.0f against %.0f", name, rate, want, margin[j], spend[j])
			}
		}
		says := strings.Contains(spoken(t, f, "Scenari"), "con l'IVA che non si recupera")
		if says != (p.Company.VAT.Cost() != 1) {
			t.Errorf("%s: the spend is said with VAT: %t", name, says)
		}
		if !strings.Contains(spoken(t, f, "Scenari"), "negli scenari in cui si spende si va da") {
			t.Errorf("%s: a range over all scenarios, also that without spend", name)
		}
	}
}

// Each channel is said to have its stop rule only when each that is paid for has one.
func TestStopRulesAreClaimedOnlyWhenTheyAreThere(t *testing.T) {
	for _, rules := range []bool{true, false} {
		p := examples(t)["macchine"].Clone()
		for i := range p.Channels {
			p.Channels[i].Reason.StopRule = "Ci si ferma sotto i 3 contatti al mese."
		}
		if !rules {
			p.Channels[0].Reason.StopRule = ""
		}
		text := spoken(t, open(t, p), "Sintesi")
		if strings.Contains(text, "Ogni canale ha la sua regola") != rules ||
			strings.Contains(text, "Non tutti i canali hanno già") == rules {
			t.Errorf("rules everywhere is %t, and the summary says %q", rules, text)
		}
	}
}

// A cut says what is saved over the plan's months beside what is lost, and of a cut out of the reserve
// that nothing is.
func TestACutIsWeighedAgainstWhatItSaves(t *testing.T) {
	p := taxed(t)
	p.Budget = p.Allocated()
	f := open(t, p)
	text, cost := spoken(t, f, "Tagli"), p.Company.VAT.Cost()
	yearly, saved := lineOf(t, f, "Tagli", "Quanto si toglie"), lineOf(t, f, "Tagli", "Spesa evitata in 36 mesi")
	if len(saved) == 0 || math.Abs(saved[0]-3*cost*yearly[0]) > 1 {
		t.Errorf("a cut of %v a year saves %v in three years, VAT included", yearly, saved)
	}
	three := templates.Language("it").Money(model.Money(math.Round(300 * cost * yearly[3])))
	if !strings.Contains(text, "si spendono "+three+" in meno in 36 mesi e si perdono") {
		t.Errorf("the sheet does not say that the cut saves %s: %.400s", three, text)
	}
	p.Budget += p.Budget / 2
	if text := spoken(t, open(t, p), "Tagli"); !strings.Contains(text, "non si perde niente: sono nella riserva") ||
		strings.Contains(text, "si perdono") {
		t.Errorf("a cut of the reserve: %.400s", text)
	}
}

// The summary, its table and the answers round a return alike, as the page of the forecast does.
func TestAReturnIsRoundedInOneWay(t *testing.T) {
	for name, p := range map[string]model.Plan{"macchine": examples(t)["macchine"], "cantina": examples(t)["cantina"]} {
		say, w := templates.Language("it"), board.WorkOf(p)
		band, _ := w.Ranges.Return()
		step := templates.Step(band.Low, band.High)
		if step < 0.02 {
			t.Fatalf("%s: a step of %g rounds nothing", name, step)
		}
		all, _ := w.Outlook.Total.Return()
		byEnd, _ := w.Outlook.Total.ReturnByEnd()
		f := open(t, p)
		page, answers := spoken(t, f, "Sintesi"), spoken(t, f, "Domande")
		for _, x := range []float64{all, byEnd} {
			if said := say.ExpectedShare(x, step); !strings.Contains(page, "ritorno "+said) ||
				!strings.Contains(answers, "è "+said) {
				t.Errorf("%s: %s of %.3f is not on both sheets", name, said, x)
			}
		}
	}
}

// A small sum is not said in hundredths of a million.
func TestASmallSumIsSaidInEuro(t *testing.T) {
	p := taxed(t)
	for i := range p.Channels {
		p.Channels[i].Amount /= 20
	}
	p.Budget = p.Allocated()
	if text := spoken(t, open(t, p), "Sintesi"); strings.Contains(text, "0,0") {
		t.Errorf("a small sum in large units: %.300s", text)
	}
}

// The sentence above a sheet calls those who come as the company does, and counts them as the summary
// and the answers do.
func TestSheetsCountThoseWhoComeAlike(t *testing.T) {
	p := examples(t)["dentista"]
	w := board.WorkOf(p)
	step := templates.Step(w.Ranges.Customers.Low, w.Ranges.Customers.High)
	said := templates.Language("it").ExpectedCount(w.Outlook.Total.More.Customers, step) + " pazienti in più"
	if step <= 1 {
		t.Fatalf("a step of %g rounds nothing", step)
	}
	f := open(t, p)
	for _, sheet := range []string{"Sintesi", "Budget", "Leve", "Risultati", "Domande"} {
		if text := spoken(t, f, sheet); !strings.Contains(text, said) {
			t.Errorf("%s does not say %q: %.300s", sheet, said, text)
		}
	}
	if text := spoken(t, f, "Ruolo"); strings.Contains(text, "clienti; il piano") ||
		!strings.Contains(text, "l'anno, contando anche chi arriva più tardi.") {
		t.Errorf("the role's sheet says %.300s", text)
	}
}

// Page one says what leaves the account, and beside what more comes than last year what more it takes.
func TestTheSummarySaysWhatIsPaid(t *testing.T) {
	p, say := examples(t)["dentista"], templates.Language("it")
	cost := p.Company.VAT.Cost()
	var last model.Money
	for _, c := range p.Channels {
		last += c.LastYear.Spend
	}
	page := spoken(t, open(t, p), "Sintesi")
	for _, want := range []string{
		"escono " + say.Money(model.Money(math.Round(float64(p.Budget)*cost))) + " l'anno",
		"di margine e " + say.Signed(float64(p.Allocated()-last)*cost) + " di spesa",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the summary does not say %q: %.500s", want, page)
		}
	}
	if text := spoken(t, open(t, examples(t)["macchine"]), "Sintesi"); strings.Contains(text, "escono") {
		t.Errorf("all VAT is recovered: %.500s", text)
	}
}

// A plan that spends nothing has no chance that its spend comes back.
func TestNoSpendHasNoChance(t *testing.T) {
	p := taxed(t)
	for i := range p.Channels {
		p.Channels[i].Amount = 0
	}
	if text := spoken(t, open(t, p), "Sintesi"); strings.Contains(text, "su 10") {
		t.Errorf("the summary says a chance: %.500s", text)
	}
}

// The customers beyond which the role pays for the spend too pay for what is spent, and the label says
// so: not for the budget, a part of which may be left.
func TestTheRoleIsWeighedAgainstTheSpend(t *testing.T) {
	p := examples(t)["dentista"]
	f, o := open(t, p), plan.Forecast(p, plan.ScenarioOf(p))
	r, _ := plan.RoleOf(p, o)
	got := lineOf(t, f, "Ruolo", "e che ripagano anche la spesa")
	want := (float64(r.Cost) + o.Total.Cost/p.Years()) / o.FirstYearMargin
	if len(got) == 0 || math.Abs(got[0]-want) > 0.01 {
		t.Errorf("%v customers, want %.2f", got, want)
	}
}
