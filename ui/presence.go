package ui

import (
	"strconv"
	"strings"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// presence is the record of what AI assistants answer: in how many answers the company is
// named, by whom, since when.
type presence struct{ page }

func newPresence(d *desk) *presence {
	p := &presence{page{desk: d, name: "presence", heading: d.say.Distance.PresenceTitle}}
	p.body = p.record
	return p
}

func (p *presence) commands() []command {
	say := &p.say.Distance
	return append([]command{
		{scope: inDialog, keys: []string{"n", "a"}, name: say.AddRun, bar: true, do: func() tea.Cmd { p.show(newRun(p.desk)); return nil }},
		{scope: inDialog, keys: []string{"delete"}, name: say.DropRun, off: unless(len(p.plan().Presence) > 0, say.NobodyAsked), do: func() tea.Cmd {
			p.change("", say.DropRun, func(p *model.Plan) { p.Presence = p.Presence[:len(p.Presence)-1] })
			p.tell(say.RunDropped)
			return nil
		}},
	}, p.page.commands()...)
}

// record is the text of the dialog.
func (p *presence) record(w int) draw.Block {
	say, found := &p.say.Distance, plan.PresenceOf(p.plan())
	out := draw.Stack(draw.Paragraph(w, p.look.dim, say.PresenceText), draw.Blank(w, 1))
	if found.All.Answers == 0 {
		return draw.Stack(out, draw.Paragraph(w, p.look.strong, say.NobodyAsked))
	}
	out = draw.Stack(out, draw.Paragraph(w, p.look.strong, say.NamedIn.With("x", strconv.Itoa(found.All.Times), "y", strconv.Itoa(found.All.Answers))))
	for _, part := range []struct {
		title string
		rows  []plan.ByName
		count bool // how often they are named is all there is to say
		day   bool
	}{
		{say.ByAssistant, found.Assistants, false, false}, {say.ByDay, found.Days, false, true},
		{say.Rivals, found.Competitors, true, false}, {say.SourcesCited, found.Sources, true, false},
	} {
		if len(part.rows) == 0 {
			continue
		}
		out = draw.Stack(out, draw.Blank(w, 1), draw.Text(w, p.look.title.Paint(part.title)))
		for _, row := range part.rows[:min(len(part.rows), 8)] {
			name, of := row.Name, row.Answers
			if part.day {
				name = p.say.Day(model.Date(name))
			}
			times := row.Times
			if part.count {
				times, of = row.Answers, found.All.Answers
			}
			line := draw.Fit(name, w-34) + draw.Bar(20, float64(times)/float64(of), p.look.accent, p.look.line) + draw.FitRight(say.XofY.With("x", strconv.Itoa(times), "y", strconv.Itoa(of)), 14)
			out.Lines = append(out.Lines, draw.Fit(line, w))
		}
	}
	return out
}

// assistants are those that customers are likely to ask; others can be typed.
var assistants = []string{"ChatGPT", "Gemini", "Perplexity", "Copilot", "Claude"}

// newRun asks what one answer said.
func newRun(d *desk) *sheet {
	say, k := &d.say.Distance, asker{d, "run."}
	run := model.PresenceRun{Date: model.Date(time.Now().Format("2006-01-02")), Assistant: assistants[0], Prompt: templates.Prompts()[0].ID}
	if n := len(d.plan().Presence); n > 0 {
		last := d.plan().Presence[n-1]
		run.Date, run.Assistant, run.Prompt = last.Date, last.Assistant, last.Prompt
	}
	return newApart(d, "run", say.RunTitle, "", func() []field {
		when := k.field("date", say.AskDate)
		when.value = d.say.Day(run.Date)
		when.set = func(text string) error {
			day, ok := model.ParseDate(text)
			if !ok {
				return errNotADay
			}
			run.Date = day
			return nil
		}
		who := k.field("assistant", say.AskAssistant)
		who.value = run.Assistant
		who.set = func(text string) error { run.Assistant = text; return nil }
		who.turn = func(by int) { run.Assistant = turned(assistants, run.Assistant, by) }
		var ids []string
		for _, p := range templates.Prompts() {
			ids = append(ids, p.ID)
		}
		what := k.field("prompt", say.AskPrompt)
		what.value, what.block, what.lines = promptText(run.Prompt, d.say.Tag), true, 3
		what.turn = func(by int) { run.Prompt = turned(ids, run.Prompt, by) }
		named := k.field("named", say.AskNamed)
		named.value = say.NotNamed
		if run.Named {
			named.value = say.Named
		}
		named.turn = func(int) { run.Named = !run.Named }
		return []field{when, who, what, named,
			k.list("competitors", say.AskCompetitors, &run.Competitors), k.list("sources", say.AskSources, &run.Sources),
			onward(say.Save, func() tea.Cmd {
				run.Run = 1
				for _, r := range d.plan().Presence {
					if r.Date == run.Date && r.Prompt == run.Prompt && strings.EqualFold(r.Assistant, run.Assistant) {
						run.Run++
					}
				}
				d.change("", say.AddRun, func(p *model.Plan) { p.Presence = append(p.Presence, run) })
				d.cheer(say.RunAdded.With("assistant", run.Assistant, "named", named.value))
				d.close()
				return nil
			})}
	})
}

// promptText is a prompt with what the company fills in between dots: a brace is no
// Italian.
func promptText(id, language string) string {
	for _, p := range templates.Prompts() {
		if p.ID == id {
			return strings.NewReplacer("{", "‹", "}", "›", "_", " ").Replace(p.Prompt.In(language))
		}
	}
	return id
}
