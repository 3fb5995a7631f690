package ui

import (
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/frame"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// twelve is a plan of twelve channels on the budget screen at 120 × 40.
func twelve(b *testing.B) *robot {
	b.Setenv("ARRINGA_HOME", b.TempDir())
	b.Chdir(b.TempDir())
	r := restart(b, 120, 40, "it").example("macchine", "budget")
	p := r.plan().Clone()
	p.Months = 12
	for _, c := range templates.Channels() {
		if len(p.Channels) == 12 {
			break
		}
		if made, ok := templates.NewChannel(c.ID, p.Company); ok && p.Channel(c.ID) < 0 {
			p = plan.Add(p, made)
		}
	}
	r.app.Edit("", "", func(model.Plan) model.Plan { return p })
	r.app.Saver.Pause = -1
	r.goes("budget")
	return r
}

// One key on the budget screen: what the program does and what it draws. To hold: under
// 1 ms and 64 KB.
func BenchmarkBudgetKey(b *testing.B) {
	r := twelve(b)
	r.on("direct_outreach")
	keys := []tea.KeyPressMsg{keyOf(b, "left"), keyOf(b, "right")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		r.app.Update(keys[i%2])
		_ = r.app.View().Content
	}
}

// The same for the other screens, moving about.
func BenchmarkScreens(b *testing.B) {
	for _, step := range []string{"company", "distance", "channels", "budget", "reasons", "whatif", "calendar", "role",
		"board", "progress"} {
		b.Run(step, func(b *testing.B) {
			r := twelve(b)
			r.app.Visit(walkStep(step))
			r.app.Grant()
			keys := []tea.KeyPressMsg{keyOf(b, "down"), keyOf(b, "up")}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				r.app.Update(keys[i%2])
				_ = r.app.View().Content
			}
		})
	}
}

// The dialogs whose lists and texts huh draws, moving about.
func BenchmarkDialogs(b *testing.B) {
	for _, d := range []struct{ name, step, keys string }{
		{"sectors", "company", "down down space"}, {"months", "budget", "down down tab down down down down space"},
		{"text", "reasons", "down space"},
	} {
		b.Run(d.name, func(b *testing.B) {
			r := twelve(b)
			r.goes(d.step).types(d.keys)
			keys := []tea.KeyPressMsg{keyOf(b, "down"), keyOf(b, "up")}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				r.app.Update(keys[i%2])
				_ = r.app.View().Content
			}
		})
	}
}

// From nothing to the first full frame of the home screen, catalogues included. To hold:
// under 40 ms. Only the first round reads the catalogues.
func BenchmarkFirstFrame(b *testing.B) {
	b.Setenv("ARRINGA_HOME", b.TempDir())
	for b.Loop() {
		d := &desk.Desk{Stage: &desk.Stage{Say: templates.Language("it")}}
		a := frame.New(d, frame.Display{Dark: true, Fixed: true, Profile: colorprofile.TrueColor})
		a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
		_ = a.View().Content
	}
}
