package ui

import (
	"reflect"
	"strings"
	"unicode"

	"arringa/model"
	"arringa/templates"

	"github.com/charmbracelet/x/ansi"
)

// The robot finds its way as a person does: by the keys, and by what stands on the screen.

// stepKey is the key that goes to a step.
var stepKey = map[string]string{
	"home": "ctrl+o", "company": "f3", "distance": "f4", "channels": "f5", "budget": "f6", "reasons": "f7",
	"whatif": "f8", "calendar": "f9", "role": "f10", "board": "f11", "progress": "f12",
}

// question is what a step asks at its head.
func (r *robot) question(step string) string {
	say := r.words()
	return map[string]string{
		"home": say.Home.Question, "company": say.Company.Question, "distance": say.Distance.Question,
		"channels": say.Channels.Question, "budget": say.Budget.Question, "reasons": say.Reasons.Question,
		"whatif": say.Whatif.Question, "calendar": say.Calendar.Question, "role": say.Role.Question,
		"board": say.Board.Checks, "progress": say.Progress.Question,
	}[step]
}

// isOn tells whether a step is in front, with no dialog before it.
func (r *robot) isOn(step string) bool {
	question := []rune(r.question(step))
	return !r.isAsked() && strings.Contains(r.screen(), string(question[:min(len(question), 20)]))
}

// isAsked tells whether a dialog is before the step.
func (r *robot) isAsked() bool { return strings.Contains(r.screen(), "╭─") }

// at finds a text on the screen and returns its cell.
func (r *robot) at(text string) (x, y int) {
	r.t.Helper()
	for y, line := range strings.Split(r.screen(), "\n") {
		if before, _, found := strings.Cut(line, text); found {
			return ansi.StringWidth(before), y
		}
	}
	r.t.Fatalf("%q is not on the screen:\n%s", text, r.screen())
	return 0, 0
}

// clicksOn clicks on a text.
func (r *robot) clicksOn(text string) *robot {
	r.t.Helper()
	x, y := r.at(text)
	return r.clicks(x, y)
}

// sees checks that texts are on the screen, however they are broken into lines.
func (r *robot) sees(texts ...string) *robot {
	r.t.Helper()
	screen := r.screen()
	flat := strings.Join(strings.Fields(screen), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) && !strings.Contains(screen, text) {
			r.t.Fatalf("%q is not on the screen:\n%s", text, screen)
		}
	}
	return r
}

// misses checks that texts are not on the screen.
func (r *robot) misses(texts ...string) *robot {
	r.t.Helper()
	for _, text := range texts {
		if strings.Contains(r.screen(), text) {
			r.t.Fatalf("%q is on the screen:\n%s", text, r.screen())
		}
	}
	return r
}

// goes goes to a step by its key; a dialog or a line of text in the way is left first.
func (r *robot) goes(step string) *robot {
	r.t.Helper()
	for range 4 {
		if r.types(stepKey[step]); r.isOn(step) {
			return r
		}
		r.types("esc")
	}
	r.t.Fatalf("no key leads to %q:\n%s", step, r.screen())
	return r
}

// frontText is what stands in the dialog in front, or on the whole screen when there is none.
func (r *robot) frontText() string {
	lines := strings.Split(r.screen(), "\n")
	var inside []string
	from, to := -1, 0
	for _, line := range lines {
		before, after, opens := strings.Cut(line, "╭─")
		switch {
		case from < 0 && opens:
			from = ansi.StringWidth(before)
			to = from + ansi.StringWidth("╭─"+after[:strings.Index(after, "╮")])
		case from >= 0:
			inside = append(inside, ansi.Cut(line, from+1, to))
		}
	}
	if from < 0 {
		return r.screen()
	}
	return strings.Join(inside, "\n")
}

// hasInHand tells whether a row that is called so, perhaps cut short, is the one in hand.
func (r *robot) hasInHand(label string) bool {
	for _, line := range strings.Split(r.frontText(), "\n") {
		_, row, marked := strings.Cut(line, "▸ ")
		if !marked {
			continue
		}
		row = strings.TrimPrefix(strings.TrimPrefix(row, "● "), "○ ")
		if rest, whole := strings.CutPrefix(row, label); whole {
			after := []rune(rest + "  ")
			if ansi.StringWidth(label) > 25 || !unicode.IsLetter(after[0]) && !unicode.IsLetter(after[1]) {
				return true
			}
		}
		if begins, _, cut := strings.Cut(row, "…"); cut && len(begins) > 3 && strings.HasPrefix(label, begins) {
			return true
		}
	}
	return false
}

// finds goes down a form to a field: by its name in the catalogue, as board.logo, or by its
// label as it stands on the screen.
func (r *robot) finds(id string) *robot {
	r.t.Helper()
	label := r.label(id)
	for range 40 {
		if r.hasInHand(label) {
			return r
		}
		r.types("down")
	}
	r.t.Fatalf("no field %q (%s):\n%s", id, label, r.screen())
	return r
}

// sections are the parts of the catalogue that word a dialog's fields, where it has none of
// its own.
var sections = map[string]string{
	"event": "calendar", "evidence": "library", "figures": "channels", "grant": "grants", "limits": "budget",
	"run": "distance", "scenario": "whatif", "start": "home", "task": "role", "trial": "trials",
}

// label is what a field is called on the screen.
func (r *robot) label(id string) string {
	part, name, found := strings.Cut(id, ".")
	switch {
	case id == "onward":
		return "→"
	case name == "drop":
		return "✗"
	case !found:
		return id
	}
	name = strings.ReplaceAll(name, "_", "")
	section := sections[part]
	if section == "" {
		section = part
	}
	words := reflect.ValueOf(r.words()).Elem().FieldByNameFunc(func(s string) bool {
		return strings.EqualFold(s, section)
	})
	if words.Kind() != reflect.Struct {
		return id
	}
	ends := ""
	for _, f := range reflect.VisibleFields(words.Type()) {
		field, asks := words.FieldByIndex(f.Index).Interface().(templates.Field)
		switch called := strings.ToLower(f.Name); {
		case !asks:
		case called == name || called == "ask"+name || called == part+name || called == "at"+name:
			return field.Label
		case strings.HasSuffix(called, name) || strings.HasPrefix(called, name):
			ends = field.Label
		}
	}
	if ends == "" {
		return id
	}
	return ends
}

// on goes to a channel's row of the budget.
func (r *robot) on(id model.ChannelID) *robot {
	r.t.Helper()
	line := r.plan().Channel(id)
	if line < 0 {
		r.t.Fatalf("no channel %s", id)
	}
	name := templates.ChannelName(r.plan().Channels[line], r.words().Tag)
	short := name
	if words, ok := templates.FindChannel(id); ok {
		short = words.Short.In(r.words().Tag)
	}
	if r.hasInHand(name) || r.hasInHand(short) {
		return r
	}
	for i := 0; i < 40 && !r.hasInHand(r.words().Budget.Total); i++ {
		r.types("up")
	}
	for range 40 {
		if r.types("down"); r.hasInHand(name) || r.hasInHand(short) {
			return r
		}
	}
	r.t.Fatalf("no row for %s:\n%s", name, r.screen())
	return r
}
