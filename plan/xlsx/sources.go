package xlsx

// The sheet of the sources: what is cited.

import (
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// cited are the ids of all evidence that the book rests on or cites: the company's own, then
// the others in the order of the table.
func (b *subject) cited() []string {
	wanted := map[string]bool{}
	c := b.plan.Company
	lists := [][]string{
		c.FirstOrder.Evidence, c.Order.Evidence, c.OrdersPerYear.Evidence, c.Years.Evidence, c.Margin.Evidence,
		c.Conversion.Evidence, c.SalesCycleMonths.Evidence,
	}
	for _, ch := range b.plan.Channels {
		lists = append(lists, templates.EvidenceBehind(ch), ch.Reason.Evidence)
	}
	for _, s := range b.scenarios {
		lists = append(lists, plan.ScenarioEvidence(s.ID))
	}
	for _, ids := range lists {
		for _, id := range ids {
			wanted[id] = true
		}
	}
	var ids []string
	for _, e := range b.plan.Evidence {
		if wanted[e.ID] {
			ids = append(ids, e.ID)
		}
	}
	for _, e := range templates.EvidenceTable() {
		if wanted[e.ID] {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// fillSources lists what is cited: who says it, where it was read, what to beware of.
func fillSources(b *account, s *part.Sheet) {
	w := b.words
	s.Widths(1, 25, 58, 10, 46, 58)
	b.head(sourcesTab, 5)
	row := headRows + 1
	for i, label := range []string{w.Source, w.Says, w.When, w.Address, w.Caveat} {
		s.Text(i+1, row, look.Head, label)
	}
	s.Page.Freeze(0, row)
	s.Page.Titles(row, row, 0)
	var starts []int
	for _, id := range b.cited() {
		row++
		starts = append(starts, row)
		source := sourceOn(b, id)
		for i, text := range source.cells {
			style := look.Row | look.Wrap | look.Small
			if i == 1 {
				style = look.Row | look.Wrap
			}
			s.Text(i+1, row, style, text)
		}
		// The name is the link: an address that is one is not broken into lines, and on paper it
		// is what counts.
		if source.url != "" {
			s.Text(1, row, look.Row|look.Wrap|look.Small|look.Link, source.cells[0])
			s.Rules.Address(1, row, source.url)
		}
		s.Lines(row, source.cells[0], 26)
		s.Lines(row, source.cells[1], 64)
		s.Lines(row, source.cells[2], 11)
		s.Lines(row, source.cells[3], 50)
		s.Lines(row, source.cells[4], 68)
	}
	s.Page.Paper(5, row, 17, starts...)
}

// source is a row of the sources.
type source struct {
	cells [5]string
	url   string
}

func sourceOn(b *account, id string) source {
	e, ok := templates.FindEvidence(id)
	if !ok {
		at := slices.IndexFunc(b.plan.Evidence, func(e model.Evidence) bool { return e.ID == id })
		e := b.plan.Evidence[at]
		said := strings.TrimSpace(e.Claim + " " + e.Figure)
		return source{cells: [5]string{e.Source, said, b.say.Day(e.Date), e.File, b.say.App.OriginOwn}}
	}
	url, address := e.SourceURL, e.SourceURL
	if url == "" {
		url, address = e.ReadAt, b.words.AsReported.With("where", e.ReadAt)
	}
	caveat := e.Caveat.In(b.say.Tag)
	if e.Weak {
		caveat = b.say.Library.WeakNote + " " + caveat
	}
	name := e.Source
	if e.Title != "" {
		name += " - " + e.Title
	}
	return source{cells: [5]string{name, e.Claim.In(b.say.Tag), b.say.When(e.Published), address, caveat}, url: url}
}
