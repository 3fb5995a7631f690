package xlsx

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
)

// fillReasons says why each channel gets its money: a block a channel.
func (b *book) fillReasons() {
	s, w := b.reasons, b.words
	if s == nil {
		return
	}
	s.head(w.SheetReasons, w.ReasonsAnswer, 2)
	s.width(1, 1, 26)
	s.width(2, 2, 110)
	row := 4
	values := plan.ValuesOf(b.plan, b.outlook)
	for i, c := range b.plan.Channels {
		r := b.say.Draft(c, plan.ChannelValues(values, b.plan, b.outlook, i))
		s.text(1, row, "section", templates.ChannelName(c, b.say.Tag))
		s.blank(2, row, "section")
		s.height(row, 20)
		row++
		kpi, _ := templates.FindTerm(r.KPI)
		for _, part := range []struct{ label, text string }{
			{w.Claim, r.Claim}, {w.Evidence, strings.Join(b.sourceNames(r.Evidence), "; ")}, {w.KPI, kpi.Term.In(b.say.Tag)}, {w.Target, r.Target},
			{w.Risk, r.Risk}, {w.StopRule, r.StopRule}, {w.Owner, r.Owner}, {w.Review, b.say.Day(r.Review)},
		} {
			if part.text == "" {
				continue
			}
			s.text(1, row, "row dim wrap", part.label)
			s.text(2, row, "row wrap", part.text)
			s.height(row, lines(part.text, 118))
			row++
		}
		row++
	}
}

// lines is the height in points of a text wrapped at about so many characters; a row
// cannot be higher than 409.
func lines(text string, width int) float64 {
	n := 0
	for _, line := range strings.Split(text, "\n") {
		n += 1 + len([]rune(line))/width
	}
	return min(3+13*float64(n), 409)
}

// cited are the ids of all evidence that the book rests on or cites, in the order of the
// table.
func (b *book) cited() []string {
	wanted := map[string]bool{}
	c := b.plan.Company
	for _, ids := range [][]string{c.FirstOrder.Evidence, c.Order.Evidence, c.OrdersPerYear.Evidence, c.Years.Evidence, c.Margin.Evidence, c.Conversion.Evidence, c.SalesCycleMonths.Evidence} {
		for _, id := range ids {
			wanted[id] = true
		}
	}
	for _, ch := range b.plan.Channels {
		for _, id := range append(templates.EvidenceBehind(ch), ch.Reason.Evidence...) {
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
func (b *book) fillSources() {
	s, w := b.sources, b.words
	if s == nil {
		return
	}
	s.head(w.SheetSources, w.SourcesAnswer, 5)
	for i, width := range []float64{24, 56, 11, 46, 56} {
		s.width(i+1, i+1, width)
	}
	for i, label := range []string{w.Source, w.Says, w.When, w.Address, w.Caveat} {
		s.text(i+1, 4, "head", label)
	}
	row := 5
	for _, id := range b.cited() {
		var cells [5]string
		if e, ok := templates.FindEvidence(id); ok {
			address := e.SourceURL
			if address == "" {
				address = w.AsReported.With("where", e.ReadAt)
			}
			caveat := e.Caveat.In(b.say.Tag)
			if e.Weak {
				caveat = b.say.Library.WeakNote + " " + caveat
			}
			cells = [5]string{e.Source, e.Claim.In(b.say.Tag), e.Published, address, caveat}
		} else {
			at := slices.IndexFunc(b.plan.Evidence, func(e model.Evidence) bool { return e.ID == id })
			e := b.plan.Evidence[at]
			cells = [5]string{e.Source, strings.TrimSpace(e.Claim + " " + e.Figure), b.say.Day(e.Date), e.File, b.say.App.OriginOwn}
		}
		for i, text := range cells {
			s.text(i+1, row, "row wrap small", text)
		}
		s.height(row, max(lines(cells[1], 62), lines(cells[4], 62), lines(cells[3], 50)))
		row++
	}
}

// chunk is how many characters of the plan stand in a cell: a cell holds 32,767.
const chunk = 30000

// fillPlan puts the whole plan into a sheet that nobody sees, so that the book can be opened
// again: format, checksum, number of chunks, chunks.
func (b *book) fillPlan() {
	if b.plan.Board.Private {
		return
	}
	data, err := file.Encode(b.plan)
	if err != nil {
		b.try(err)
		return
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write(data)
	b.try(z.Close())
	text := base64.StdEncoding.EncodeToString(packed.Bytes())
	sum := sha256.Sum256(data)
	s := b.add("_piano")
	s.text(1, 1, "", "arringa-plan-1")
	s.text(1, 2, "", hex.EncodeToString(sum[:]))
	n := (len(text) + chunk - 1) / chunk
	s.text(1, 3, "", strconv.Itoa(n))
	for i := range n {
		s.text(1, 4+i, "", text[i*chunk:min((i+1)*chunk, len(text))])
	}
	b.try(b.file.SetSheetVisible(s.name, false, true))
}
