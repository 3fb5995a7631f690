// What there is to know of the channel in hand.

package channels

import (
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"
)

// about tells of the channel in hand.
func (c *channels) about(w, h int) draw.Block {
	say, row := &c.Say.Channels, c.lines()
	r, _ := c.current()
	if r.id == "onward" {
		return c.overview(w, h, row)
	}
	figures := c.figuresOf(r, w)
	out := draw.Text(w, c.Look.Title.Paint(draw.Fit(r.label, w)), c.Look.Line.Paint(draw.Rule(w)))
	words, known := templates.FindChannel(model.ChannelID(r.id))
	if h <= 10 { // below the list there is room for what counts alone
		out.Lines = out.Lines[:1]
		if known {
			out = draw.Stack(out, draw.Within(w, max(h-1-figures.H(), 0), c.Look.Plain, words.What.In(c.Say.Tag)))
		}
		return draw.Stack(out, figures, c.sources(r, w)).Tall(h)
	}
	add := func(label, text string) {
		if text != "" {
			out = draw.Stack(out, draw.Paragraph(w, c.Look.Plain, label+" "+text))
		}
	}
	if known {
		out = draw.Stack(out, draw.Paragraph(w, c.Look.Plain, words.What.In(c.Say.Tag)), draw.Blank(w, 1))
	}
	out = draw.Stack(out, figures, c.sources(r, w))
	if known {
		out = draw.Stack(out, draw.Blank(w, 1))
		add(say.GoodFor, words.GoodFor.In(c.Say.Tag))
		add(say.Costs, words.Costs.In(c.Say.Tag))
		add(say.Risks, words.Risks.In(c.Say.Tag))
		add(say.FirstResult, c.Say.Channels.MonthsN.N(int(words.FirstResult), c.Say.Plain(words.FirstResult)))
	}
	return out.Tall(h)
}

// sources are who published the figures of the channel in hand; dollars are read one to one
// as euro, and that is said.
func (c *channels) sources(r channelRow, w int) draw.Block {
	say := &c.Say.Channels
	ch, known := templates.NewChannel(model.ChannelID(r.id), c.Plan().Company)
	if r.line >= 0 {
		ch, known = c.Plan().Channels[r.line], true
	}
	ids := templates.EvidenceBehind(ch)
	if !known || len(ids) == 0 {
		return draw.Block{W: w}
	}
	var names []string
	dollars := false
	for _, id := range ids {
		if e, ok := templates.FindEvidence(id); ok {
			if name := c.Say.Cite(e.Source, e.Published); !slices.Contains(names, name) {
				names = append(names, name)
			}
			dollars = dollars || strings.Contains(e.Unit.En, "USD")
		}
	}
	text := say.SourcesAre.With("names", strings.Join(names, "; "))
	if dollars {
		text += " " + say.Dollars
	}
	return draw.Paragraph(w, c.Look.Dim, text)
}

// disagrees is what the plan assumes of a channel and last year contradicts; empty where they
// agree.
func (c *channels) disagrees(id model.ChannelID) string {
	if at := c.Work.Change() + 1; c.checked != at {
		c.checked, c.differs = at, nil
		for _, found := range plan.Check(c.Plan(), c.Outlook()) {
			if found.Code == plan.LastYearDiffers {
				c.differs = append(c.differs, found)
			}
		}
	}
	for _, found := range c.differs {
		if slices.Contains(found.Channels, id) {
			return desk.ProblemOf(c.Say, c.Plan(), found)
		}
	}
	return ""
}

// figuresOf are the channel's figures in short, with where they come from.
func (c *channels) figuresOf(r channelRow, w int) draw.Block {
	say, p := &c.Say.Channels, c.Plan()
	var ch model.Channel
	if r.line >= 0 {
		ch = p.Channels[r.line]
	} else {
		ch, _ = templates.NewChannel(model.ChannelID(r.id), p.Company)
	}
	f := ch.Figures
	if f.Contacts.Base <= 0 {
		return draw.Block{W: w}
	}
	v := ch.ConversionOf(p.Company)
	cost := float64(f.Reference) / f.Contacts.Base
	row := func(label, value string, o model.Origin) string {
		return c.Look.Dim.Paint(draw.Fit(label, w-23)) + c.Look.Strong.Paint(draw.FitRight(value, 11)) +
			c.Look.Dim.Paint(draw.FitRight(c.Origin(o), 12))
	}
	lines := []string{c.Look.Dim.Paint(say.AtSpend.With("amount", c.Say.Money(f.Reference))),
		row(say.CostPerContact, c.Say.Result(cost), f.Contacts.Origin)}
	lines = append(lines, row(say.Additional, say.OfTen.With("n", c.Say.Number(10*f.Additional.Base, 0)),
		f.Additional.Origin))
	if ch.Kind != model.Orders {
		lines = append(lines, row(say.BecomeCustomers, c.Say.Share(v.Base), v.Origin))
		if v.Base > 0 {
			lines = append(lines, row(say.CostPerCustomer, c.Say.Result(cost/v.Base), model.Judgement))
		}
	}
	if r.line >= 0 && ch.LastYear.Spend > 0 {
		lines = append(lines, row(say.LastYear, c.Say.Money(ch.LastYear.Spend), model.Own))
	}
	out := draw.Text(w, lines...)
	if text := c.disagrees(ch.ID); r.line >= 0 && text != "" {
		out = draw.Stack(out, draw.Paragraph(w, c.Look.Warn, text))
	}
	return out
}

// overview tells of the whole choice: how much is danced, watched and talked.
func (c *channels) overview(w, h int, rows []channelRow) draw.Block {
	say, p := &c.Say.Channels, c.Plan()
	out := draw.Text(w, c.Look.Title.Paint(say.OverviewTitle), c.Look.Line.Paint(draw.Rule(w)))
	out = draw.Stack(out, draw.Paragraph(w, c.Look.Plain, say.OverviewText), draw.Blank(w, 1))
	var money [3]model.Money
	var names [3][]string
	for _, ch := range p.Channels {
		i := strings.Index("dance watch talk", string(ch.Posture)) / 6
		if ch.Posture == "" {
			i = 1
		}
		money[i] += ch.Amount
		names[i] = append(names[i], c.Name(ch))
	}
	total := p.Allocated()
	for i, posture := range []string{"dance", "watch", "talk"} {
		share := 0.0
		if total > 0 {
			share = float64(money[i]) / float64(total)
		}
		label := say.PosturesLong[posture]
		n := max(w-46, 6)
		out.Lines = append(out.Lines, c.Look.Plain.Paint(draw.Fit(label, 30))+draw.Bar(n, share, c.Look.Accent,
			draw.Ink{})+draw.FitRight(c.Say.Money(money[i]), w-30-n))
	}
	return out.Tall(h)
}
