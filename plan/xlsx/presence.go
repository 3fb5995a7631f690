package xlsx

// The sheet of what AI assistants answer.

import (
	"regexp"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// fillPresence is the record of what AI assistants answer, counted: a few answers are no
// statistic, so that they are said as x of y.
func fillPresence(b *account, s *part.Sheet) {
	found := plan.PresenceOf(b.plan)
	s.Widths(1, 14, 18, 66, 15, 36, 40)
	b.head(presenceTab, 6)
	list := headRows + 5 + max(len(found.Assistants), min(len(found.Competitors), 5))
	presenceCounts(b, s, found, list+1)
	all := b.say.Distance.NamedIn.With("x", itoa(found.All.Times), "y", itoa(found.All.Answers))
	s.Text(1, list-1, look.Dim, all)
	starts := presenceRuns(b, s, list)
	s.Page.Titles(list, list, 0)
	s.Page.Paper(6, list+len(b.plan.Presence), 17, starts...)
}

// presenceCounts counts the answers that begin in a row: by assistant, and by competitor.
func presenceCounts(b *account, s *part.Sheet, found plan.Presence, first int) {
	w, last, row := b.words, first+len(b.plan.Presence)-1, headRows+1
	asked, named := s.Stack(2, first, last), s.Stack(4, first, last)
	s.Section(row, 1, 3, w.ByAssistant)
	s.Section(row, 5, 6, w.Rivals)
	for i, a := range found.Assistants {
		at := row + 1 + i
		s.Blank(1, 3, at, look.Row)
		s.Text(1, at, look.Row, a.Name)
		yes := formula.Calc(float64(a.Times), `SUMPRODUCT((%s=%s)*(%s=%s))`,
			asked, s.Mark(1, at), named, formula.Quote(b.say.Distance.Named))
		all := formula.Calc(float64(a.Answers), `SUMPRODUCT(--(%s=%s))`, asked, s.Mark(1, at))
		before, rest, _ := strings.Cut(string(b.say.Distance.XofY), "{x}")
		between, after, _ := strings.Cut(rest, "{y}")
		s.Say(2, at, look.Row, b.OutOf(before, yes, between, all, after))
		s.Text(3, at, look.Row, "")
	}
	for i, c := range found.Competitors[:min(len(found.Competitors), 5)] {
		s.Blank(5, 6, row+1+i, look.Row)
		s.Text(5, row+1+i, look.Row, c.Name)
		s.Text(6, row+1+i, look.Row, w.NamedTimes.With("n", itoa(c.Answers)))
	}
}

// presenceRuns lists what was asked and answered below its head, and returns the rows.
func presenceRuns(b *account, s *part.Sheet, head int) (rows []int) {
	w := b.words
	for i, label := range []string{w.When, w.Assistant, w.Question, w.Named, w.Rivals, w.Sources} {
		s.Text(1+i, head, look.Head, label)
	}
	for i, r := range b.plan.Presence {
		at := head + 1 + i
		rows = append(rows, at)
		said := b.say.Distance.NotNamed
		if r.Named {
			said = b.say.Distance.Named
		}
		cells := []string{
			b.say.Day(r.Date), strings.TrimSpace(r.Assistant), promptOf(b.plan.Company, r.Prompt, b.say.Tag), said,
			strings.Join(r.Competitors, ", "), strings.Join(r.Sources, ", "),
		}
		for c, text := range cells {
			s.Text(1+c, at, look.Row|look.Wrap, text)
		}
		s.Lines(at, cells[2], 74)
		s.Lines(at, cells[4], 38)
		s.Lines(at, cells[5], 42)
	}
	return rows
}

// promptOf is a question to an assistant, with the company in it as far as the plan knows it.
func promptOf(c model.Company, id, language string) string {
	for _, p := range templates.Prompts() {
		if p.ID != id {
			continue
		}
		return token.ReplaceAllStringFunc(p.Prompt.In(language), func(name string) string {
			known := map[string]string{"{company}": c.Name, "{city}": c.Town}[name]
			if known == "" {
				return "…"
			}
			return part.Clean(known)
		})
	}
	return id
}

// token is what is filled into a question before it is asked.
var token = regexp.MustCompile(`\{[a-z_]+\}`)
