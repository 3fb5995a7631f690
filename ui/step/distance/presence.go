// What AI assistants answer, noted down.

package distance

import (
	"strconv"
	"strings"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// presence is the record of what AI assistants answer: in how many answers the company is
// named, by whom, since when.
type presence struct{ form.Page }

// Presence is the record of what AI assistants answer.
func Presence(d *desk.Desk) *presence {
	p := &presence{form.Page{Desk: d, Name: "presence", Heading: d.Say.Distance.PresenceTitle}}
	p.Body = p.record
	return p
}

func (p *presence) Commands() []desk.Command {
	say := &p.Say.Distance
	return append([]desk.Command{
		{Scope: desk.InDialog, Keys: []string{"n", "a"}, Name: say.AddRun, Bar: true,
			Do: func() tea.Cmd { p.Show(NewRun(p.Desk)); return nil }},
		{Scope: desk.InDialog, Keys: []string{"delete"}, Name: say.DropRun, Off: desk.Unless(len(p.Plan().Presence) > 0,
			say.NobodyAsked), Do: func() tea.Cmd {
			p.Change("", say.DropRun, func(p *model.Plan) { p.Presence = p.Presence[:len(p.Presence)-1] })
			p.Tell(say.RunDropped)
			return nil
		}},
	}, p.Page.Commands()...)
}

// record is the text of the dialog.
func (p *presence) record(w int) draw.Block {
	say, found := &p.Say.Distance, plan.PresenceOf(p.Plan())
	out := draw.Stack(draw.Paragraph(w, p.Look.Dim, say.PresenceText), draw.Blank(w, 1))
	if found.All.Answers == 0 {
		return draw.Stack(out, draw.Paragraph(w, p.Look.Strong, say.NobodyAsked))
	}
	out = draw.Stack(out, draw.Paragraph(w, p.Look.Strong, say.NamedIn.With("x", strconv.Itoa(found.All.Times), "y",
		strconv.Itoa(found.All.Answers))))
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
		out = draw.Stack(out, draw.Blank(w, 1), draw.Text(w, p.Look.Title.Paint(part.title)))
		for _, row := range part.rows[:min(len(part.rows), 8)] {
			name, of := row.Name, row.Answers
			if part.day {
				name = p.Say.Day(model.Date(name))
			}
			times := row.Times
			if part.count {
				times, of = row.Answers, found.All.Answers
			}
			line := draw.Fit(name, w-34) + draw.Bar(20, float64(times)/float64(of), p.Look.Accent, p.Look.Line) +
				draw.FitRight(say.XofY.With("x", strconv.Itoa(times), "y", strconv.Itoa(of)), 14)
			out.Lines = append(out.Lines, draw.Fit(line, w))
		}
	}
	return out
}

// assistants are those that customers are likely to ask; others can be typed.
var assistants = []string{"ChatGPT", "Gemini", "Perplexity", "Copilot", "Claude"}

// NewRun asks what one answer said.
func NewRun(d *desk.Desk) *form.Sheet {
	say, k := &d.Say.Distance, ask.Asker{Desk: d, Tag: "run."}
	run := model.PresenceRun{Date: model.Date(time.Now().Format("2006-01-02")), Assistant: assistants[0],
		Prompt: templates.Prompts()[0].ID}
	if n := len(d.Plan().Presence); n > 0 {
		last := d.Plan().Presence[n-1]
		run.Date, run.Assistant, run.Prompt = last.Date, last.Assistant, last.Prompt
	}
	return form.NewApart(d, "run", say.RunTitle, "", func() []form.Field {
		when := k.Field("date", say.AskDate)
		when.Value = d.Say.Day(run.Date)
		when.Set = func(text string) error {
			day, ok := model.ParseDate(text)
			if !ok {
				return desk.ErrNotADay
			}
			run.Date = day
			return nil
		}
		who := k.Field("assistant", say.AskAssistant)
		who.Value = run.Assistant
		who.Set = func(text string) error { run.Assistant = text; return nil }
		who.Turn = func(by int) { run.Assistant = ask.Turned(assistants, run.Assistant, by) }
		var ids []string
		for _, p := range templates.Prompts() {
			ids = append(ids, p.ID)
		}
		what := k.Field("prompt", say.AskPrompt)
		what.Value, what.Block, what.Lines = d.Say.Prompt(run.Prompt, d.Plan().Company), true, 3
		what.Turn = func(by int) { run.Prompt = ask.Turned(ids, run.Prompt, by) }
		named := k.Field("named", say.AskNamed)
		named.Value = say.NotNamed
		if run.Named {
			named.Value = say.Named
		}
		named.Turn = func(int) { run.Named = !run.Named }
		return []form.Field{when, who, what, named,
			k.List("competitors", say.AskCompetitors, &run.Competitors),
			k.List("sources", say.AskSources, &run.Sources),
			form.Onward(say.Save, func() tea.Cmd {
				run.Run = 1
				for _, r := range d.Plan().Presence {
					if r.Date == run.Date && r.Prompt == run.Prompt && strings.EqualFold(r.Assistant, run.Assistant) {
						run.Run++
					}
				}
				d.Change("", say.AddRun, func(p *model.Plan) { p.Presence = append(p.Presence, run) })
				d.Cheer(say.RunAdded.With("assistant", run.Assistant, "named", named.Value))
				d.Close()
				return nil
			})}
	})
}
