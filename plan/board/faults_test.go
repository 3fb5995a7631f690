package board_test

import (
	"regexp"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/board"
	"arringa/templates"
)

// late is a machine builder whose customers sign long after the first contact: two years, a fair
// in Italy without a past and one abroad with one, agents in Spain, a test that is over and one to
// come, and a role that only partly stops.
func late(t *testing.T) model.Plan {
	t.Helper()
	sector, _ := templates.FindSector("machinery")
	p := templates.NewPlan(sector, "it", 2027*12, model.Euro(345_000))
	p.Name, p.Months = "Marketing", 24
	p.Company.Revenue.Cents = model.Euro(14_000_000)
	p.Company.SalesCycleMonths.Value = 10
	p.Company.FirstOrder.Cents, p.Company.Order.Cents = model.Euro(148_000), model.Euro(21_000)
	p.Company.OrdersPerYear.Value = 2
	p.Company.Baseline = []model.Baseline{{From: "word_of_mouth", PerMonth: model.Number{Value: 0.5,
		Origin: model.Own}}}
	three, many := 3.0, 78.0
	for i := range p.Channels {
		c := &p.Channels[i]
		c.Amount = model.Euro(36_000)
		switch c.ID {
		case "fairs_abroad":
			c.Amount, c.LastYear = model.Euro(40_000), model.LastYear{Spend: model.Euro(88_800), Contacts: &many,
				Customers: &three}
		case "sales_agents":
			c.Name = "Agenti in Spagna e Polonia"
			c.Reason.Review = "2027-05-31"
		}
	}
	p.Events = []model.Event{{Month: p.Start + 2, Kind: model.FairEvent, Channel: "fairs_italy",
		What: "Marca, Bologna"}}
	over := model.NewTrial("trade_press", p.Start)
	over.Budget, over.CostToBeat, over.Decision = model.Euro(2940), model.Euro(350), model.Stop
	over.Result = &model.TrialResult{Spend: model.Euro(2940), Contacts: new(4.0)}
	next := model.NewTrial("ai_visibility", p.Start+3)
	next.Budget, next.CostToBeat = model.Euro(4500), model.Euro(380)
	p.Trials = []model.Trial{over, next}
	number := func(x float64) model.Number { return model.Number{Value: x, Origin: model.Own} }
	stops := number(0.6)
	salary := model.Amount{Cents: model.Euro(50_000), Origin: model.Own}
	p.Role = &model.Role{Salary: salary, CompanyCost: number(1.4), Share: number(1), Stops: &stops}
	if found := p.Problems(); len(found) > 0 {
		t.Fatal(found)
	}
	return p
}

// What was once said wrongly of a plan of two years with a long sales cycle is said rightly, or
// not at all.
func TestWhatAPencilFindsInAPlanOfTwoYears(t *testing.T) {
	p := late(t)
	say := templates.Language("it")
	w := board.WorkOf(p)
	text, all := map[string]string{}, ""
	for _, a := range board.Asked(board.Answers(p, say, board.Values(p, say, w))) {
		text[a.ID] = a.Text
		all += a.Question + " " + a.Text + "\n"
	}
	y := w.Outlook.Total
	says := func(why, id string, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if !strings.Contains(text[id], part) {
				t.Errorf("%s: %s does not say %q: %s", why, id, part, text[id])
			}
		}
	}
	silent := func(why string, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if strings.Contains(all, part) {
				t.Errorf("%s: %q is said: %s", why, part,
					regexp.MustCompile(".*"+regexp.QuoteMeta(part)+".*").FindString(all))
			}
		}
	}
	silent("a chance has its end, in tenths", "entro l'anno", " su 100")
	says("a chance has its end, in tenths", "how_sure", "entro dicembre 2028", " su 10")
	silent("the euro is not counted twice", "oltre all'euro", "Per ogni euro speso tornano")
	silent("open requests are counted", "non abbiamo contato")
	says("open requests are counted", "when_back", "dopo dicembre 2028, e il risultato ne tiene conto")
	says("two years' margin stands beside two years' spend", "worst_case", say.Result(y.Cost), "in 24 mesi")
	if strings.Contains(text["worst_case"], say.Money(p.Budget)) {
		t.Error("a year's budget beside two years' margin")
	}
	silent("one test's threshold is not that of the channels", "i canali sopra")
	says("a test that is over is past, with its own threshold", "when_stop",
		"è chiusa", "735 € a contatto, contro un limite di 350 €", "si è deciso di fermarsi")
	says("a test to come has its own", "when_stop", "il limite è 380 € a contatto", "giugno 2027")
	silent("a fair has its own figures", "Marca, Bologna")
	says("a fair has its own figures", "fair_worth",
		"«Fiere all'estero e missioni» è costato in tutto 88.800 €", "78 contatti", "3 clienti")
	silent("agents in Spain are not Italy", "in Italia")
	says("two years are not one", "too_many_requests", "in 24 mesi")
	if strings.Contains(text["too_many_requests"], "l'anno") {
		t.Error("two years' contacts by the year")
	}
	says("the first order is named", "only_price", "148.000 €", "21.000 €")
	silent("the plan has no such figures", "seguaci", "sconto (", "circa  ore", "bandi")
	says("word of mouth is no line of this plan", "why_not_word_of_mouth", "non ha una voce di spesa")
	says("all is lost when all stops", "hard_year", said(say, "margin.all_in", p, w))
	lost := said(say, "without_role.margin", p, w)
	if strings.Contains(text["hard_year"], lost) || !strings.Contains(text["role_needed"], lost) {
		t.Errorf("%s belongs to the role alone: %s", lost, text["hard_year"])
	}
}

func said(say *templates.Texts, name string, p model.Plan, w board.Work) string {
	return say.Value(board.Values(p, say, w)[name])
}

// An added contact costs what the whole spend costs, over the contacts that it adds: not over all
// that are counted.
func TestAContactsCostIsOfTheContactsBesideIt(t *testing.T) {
	p, say := late(t), templates.Language("it")
	w := board.WorkOf(p)
	read := func(name string) float64 {
		x, err := say.ParseNumber(strings.Fields(said(say, name, p, w))[0])
		if err != nil {
			t.Fatal(name, err)
		}
		return x
	}
	spend, product := read("spend"), read("contacts.added")*read("contact.cost")
	if product < 0.9*spend || product > 1.1*spend {
		t.Errorf("%g contacts at %g are not %g", read("contacts.added"), read("contact.cost"), spend)
	}
}

// A last thousand that brings less than it costs is said so, and defends nothing.
func TestALastThousandThatLosesIsSaidSo(t *testing.T) {
	p, say := late(t), templates.Language("it")
	for i := range p.Channels {
		n := &p.Channels[i].Figures.Contacts
		n.Low, n.Base, n.High = n.Low/20, n.Base/20, n.High/20
	}
	for _, a := range board.Asked(board.Answers(p, say, board.Values(p, say, board.WorkOf(p)))) {
		admits := strings.Contains(a.Text, "meno di quanto costano") && !strings.Contains(a.Text, "ancora")
		if a.ID == "why_this_total" && !admits {
			t.Error(a.Text)
		}
	}
}

// A dentist has patients, is asked neither of fairs nor of export, and says what leaves the bank
// where VAT is not recovered.
func TestADentistIsAskedADentistsQuestions(t *testing.T) {
	p, say := example(t, "dentista"), templates.Language("it")
	w := board.WorkOf(p)
	all := ""
	for _, a := range board.Asked(board.Answers(p, say, board.Values(p, say, w))) {
		if a.Own {
			continue
		}
		switch a.ID {
		case "fair_worth", "export", "agents_enough", "bad_contacts", "salesperson_instead":
			t.Errorf("a dentist is asked %q", a.Question)
		}
		all += a.Question + " " + a.Text + "\n"
	}
	bank := ""
	for _, f := range plan.Figures(p, plan.ScenarioOf(p), w.Outlook, w.Ranges) {
		if f.ID == "ask.cash" {
			bank = say.Result(f.Value)
		}
	}
	if bank == "" || !strings.Contains(all, bank) {
		t.Errorf("%q leaves the bank, and nobody says so", bank)
	}
	if strings.Contains(all, "client") || !strings.Contains(all, "pazienti") {
		t.Errorf("not patients: %s", all)
	}
}
