package ui

import (
	"slices"
	"strings"
	"testing"

	"arringa/model"
)

// Line breaks after a full stop are kept when a text is opened and saved again, and where a
// figure follows the plan.
func TestTheLinesOfAReasonAreKept(t *testing.T) {
	r := onADraft(t).standsOn("Che cosa ci")
	r.types("space left right ctrl+j 'Poi si vede.' ctrl+j ctrl+j 'A giugno.' enter")
	was := r.reasonOf("fairs_italy").Claim
	if !strings.Contains(was, ".\nPoi si vede.\n\nA giugno.") || !strings.Contains(was, "{channel_spend}") {
		t.Fatalf("written %q", was)
	}
	r.types("space left right ' Forse.' enter")
	if got := r.reasonOf("fairs_italy").Claim; got != was+" Forse." {
		t.Errorf("%q became %q", was, got)
	}
}

// What stands between braces and is no figure is shown as it was written, and is said.
func TestANameThatNoFigureHasIsShown(t *testing.T) {
	r := onADraft(t).standsOn("Obiettivo").types("'Con {spesa} si parte.' enter")
	r.says("Con {spesa} si parte.", "{spesa}: nessuna cifra del piano si chiama così")
	r.types("'Con {channel_spend} si parte.' enter").says("Con 50.000 € si parte.").misses("nessuna cifra")
}

// With the last source taken off there is none, and the program's own do not come back.
func TestTheLastSourceCanBeTakenOff(t *testing.T) {
	r := sit(t, 140, 45).example("dentista", "reasons").finds("reasons.evidence").types("space")
	for range 30 {
		if row := r.rowInHand(); !strings.HasPrefix(row, "●") {
			break
		}
		r.types("enter down")
	}
	for range 30 {
		r.types("up")
	}
	for range 40 {
		if strings.HasPrefix(r.rowInHand(), "●") {
			r.types("enter")
		}
		r.types("down")
	}
	r.types("esc").sees("nessuna fonte")
	if got := r.reopened().Channels[0].Reason.Evidence; got == nil || len(got) != 0 {
		t.Errorf("cited %v", got)
	}
	r.goes("budget").goes("reasons").sees("nessuna fonte")
}

// A measure that is not among the channel's own can be left and found again.
func TestAMeasureFromElsewhereIsFoundAgain(t *testing.T) {
	r := sit(t, 80, 24).example("macchine", "reasons")
	r.editor().Try("", "kpi", func(was model.Plan) (model.Plan, error) {
		p := was.Clone()
		p.Channels[0].Reason.KPI = "open_rate"
		return p, nil
	})
	r.finds("reasons.kpi").types("right")
	for range 60 {
		if r.reasonOf(r.plan().Channels[0].ID).KPI == "open_rate" {
			return
		}
		r.types("right")
	}
	t.Errorf("the measure is lost:\n%s", r.screen())
}

// A text that is open, and a day that was refused, stay with their channel.
func TestWhatIsTypedStaysWithItsChannel(t *testing.T) {
	r := sit(t, 140, 45).example("macchine", "reasons").finds("reasons.owner").
		types("backspace ctrl+u 'Anna Neri'")
	r.clicksOn("● Stampa").sees("8/11")
	if got := r.plan().Channels[0].Reason.Owner; got != "Anna Neri" {
		t.Errorf("the name is %q", got)
	}
	was := r.plan()
	r.finds("reasons.review").types("'domani' enter").sees("domani").clicksOn("● Fiere estero").misses("domani")
	r.clicksOn("● Stampa").sees("domani")
	samePlan(t, "refused", r.plan(), was)
}

// A source of one's own is in hand once it is written.
func TestASourceOfOnesOwnIsInHand(t *testing.T) {
	r := inLibrary(t, 140, 45).types("down down down ctrl+n 'Nuova misura' enter '12' enter 'CRM' enter").
		types("enter enter enter")
	if row := r.rowInHand(); !strings.Contains(row, "Nuova misura") {
		t.Errorf("%q is in hand:\n%s", row, r.screen())
	}
	is := func(e model.Evidence) bool { return e.Claim == "Nuova misura" }
	if all := r.plan().Evidence; !slices.ContainsFunc(all, is) {
		t.Errorf("%+v", all)
	}
}
