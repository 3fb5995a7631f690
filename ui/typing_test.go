package ui

import (
	"testing"

	"arringa/model"
)

// typings are the places where a line is typed: where it is, how it begins, and what the plan
// then holds.
var typings = []struct {
	step, begin, text string
	taken             func(model.Plan) bool
}{
	{"company", "down", "Studio Verdi", func(p model.Plan) bool { return p.Name == "Studio Verdi" }},
	{"budget", "", "2345", func(p model.Plan) bool { return p.Channels[0].Amount == model.Euro(2345) }},
	{"calendar", "", "345", func(p model.Plan) bool {
		months, _ := monthsTyped(p, p.Channels[0].ID)
		return months[0] == model.Euro(345)
	}},
	{"progress", "", "345", func(p model.Plan) bool {
		return len(p.Actuals) == 1 && *p.Actuals[0].Spend == model.Euro(345)
	}},
}

// A key of the frame, or a click on a step or at the foot, takes the text that is open and
// goes where it leads.
func TestWhateverLeavesAStepTakesTheTextThatIsOpen(t *testing.T) {
	for _, x := range typings {
		for way, leave := range map[string]func(r *robot){
			"f10": func(r *robot) { r.types("f10") }, "ctrl+o": func(r *robot) { r.types("ctrl+o") },
			"pgup": func(r *robot) { r.types("pgup") }, "f1": func(r *robot) { r.types("f1") },
			"rail": func(r *robot) { r.clicksOn("Ruolo") }, "foot": func(r *robot) { r.clicksOn("comandi") },
		} {
			r := sit(t, 120, 40).example("dentista", x.step).types(x.begin + " '" + x.text + "'")
			if leave(r); !x.taken(r.plan()) {
				t.Errorf("%s, %s: %q is lost:\n%s", x.step, way, x.text, r.screen())
			}
			if r.isOn(x.step) {
				t.Errorf("%s: %s leads nowhere:\n%s", x.step, way, r.screen())
			}
		}
	}
}

// A figure that is not understood is not left behind by a click on a step.
func TestAClickOnAStepDoesNotLeaveWhatIsRefused(t *testing.T) {
	for _, step := range []string{"budget", "calendar", "progress"} {
		r := sit(t, 120, 40).example("dentista", step).types("'1x'").clicksOn("Ruolo")
		if !r.isOn(step) {
			t.Errorf("%s was left:\n%s", step, r.screen())
		}
		r.sees("«1x» non è un importo")
	}
	r := sit(t, 120, 40).example("dentista", "company").finds("company.margin").types("'120'").
		clicksOn("Ruolo").goes("company")
	r.sees("120", "La cifra deve stare fra 0 e 100")
}

// The wheel does not carry a text that is open to another row.
func TestTheWheelTakesATextBeforeItMoves(t *testing.T) {
	for _, x := range typings[1:] {
		r := sit(t, 120, 40).example("dentista", x.step).types("'" + x.text + "'")
		cx, cy := r.at("Scheda Google")
		if r.wheels(cx, cy, -1).types("enter"); !x.taken(r.plan()) {
			t.Errorf("%s: %q went elsewhere:\n%s", x.step, x.text, r.screen())
		}
	}
}

// What is pasted where nothing is open yet opens the line, and stands where the cursor is.
func TestAPasteIsNeverDropped(t *testing.T) {
	for _, x := range typings {
		r := sit(t, 120, 40).example("dentista", x.step).types(x.begin).Pastes(x.text + "\n")
		if r.types("enter"); !x.taken(r.plan()) {
			t.Errorf("%s: the paste is lost:\n%s", x.step, r.screen())
		}
		first, last := x.text[:1], x.text[len(x.text)-1:]
		r = sit(t, 120, 40).example("dentista", x.step).types(x.begin + " '" + first + last + "' left").
			Pastes(x.text[1 : len(x.text)-1])
		if r.types("enter"); !x.taken(r.plan()) {
			t.Errorf("%s: the paste is not at the cursor:\n%s", x.step, r.screen())
		}
	}
	r := sit(t, 120, 40).example("dentista", "reasons").finds("reasons.claim").
		Pastes("Perché chi cerca trova.").types("enter")
	if got := r.plan().Channels[0].Reason.Claim; got != "Perché chi cerca trova." {
		t.Errorf("the reason is %q:\n%s", got, r.screen())
	}
}

// 44 where the total is 44.000 € means what it already is: that comes first.
func TestATotalTypedInThousandsThatIsTheSame(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "budget")
	was := r.plan()
	r.types("up up '44' enter").sees("È la cifra giusta?").holds("lasciare 44.000 €").types("enter")
	samePlan(t, "left as it was", r.plan(), was)
}
