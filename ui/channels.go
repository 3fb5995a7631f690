package ui

import (
	"image"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// channels is the step that chooses where to be: the catalogue by group, the plan's own
// channels marked, and beside it what the channel in hand needs, costs and risks.
type channels struct {
	*desk
	at   string // id of the row in hand: a channel, or onward
	top  int
	area image.Rectangle
	list image.Rectangle
	side image.Rectangle
	rows []channelRow
}

// channelRow is a line of the list: a group's head, a channel, or onward.
type channelRow struct {
	id    string
	label string
	line  int // in the plan; -1: not in it
}

func newChannels(d *desk) *channels { return &channels{desk: d} }

func (c *channels) id() string { return string(atChannels) }

func (c *channels) title() string { return c.say.Channels.Title }

// lines are the rows as the plan has them now.
func (c *channels) lines() []channelRow {
	p := c.plan()
	rows := []channelRow{{id: "onward", label: c.say.Channels.Onward, line: -1}}
	own := false
	for i, ch := range p.Channels {
		if _, known := templates.FindChannel(ch.ID); !known {
			if !own {
				rows = append(rows, channelRow{label: c.say.Channels.Groups["own"]})
				own = true
			}
			rows = append(rows, channelRow{string(ch.ID), c.name(ch), i})
		}
	}
	group := ""
	for _, words := range templates.Channels() {
		if words.Group != group {
			group = words.Group
			rows = append(rows, channelRow{label: c.say.Channels.Groups[group]})
		}
		line := p.Channel(words.ID)
		label := words.Name.In(c.say.Tag)
		if line >= 0 {
			label = c.name(p.Channels[line])
		}
		rows = append(rows, channelRow{string(words.ID), label, line})
	}
	return rows
}

// current is the row in hand and its index.
func (c *channels) current() (channelRow, int) {
	rows := c.lines()
	for i, r := range rows {
		if r.id == c.at && r.id != "" {
			return r, i
		}
	}
	c.at = "onward"
	return rows[0], 0
}

func (c *channels) move(by int) {
	rows := c.lines()
	_, i := c.current()
	for n := i + by; n >= 0 && n < len(rows); n += by {
		if rows[n].id != "" {
			c.at = rows[n].id
			return
		}
	}
}

func (c *channels) commands() []command {
	say := &c.say.Channels
	row, _ := c.current()
	onChannel := unless(row.id != "onward", say.ChooseOne)
	inPlan := unless(row.line >= 0, say.NotInPlan)
	if row.id == "onward" {
		inPlan = onChannel
	}
	toggle := say.Add
	if row.line >= 0 {
		toggle = say.Drop
	}
	full := ""
	if row.line < 0 && len(c.plan().Channels) >= model.MaxChannels {
		full = say.TooMany.With("most", strconv.Itoa(model.MaxChannels))
	}
	return []command{
		{scope: moves, keys: []string{"enter"}, name: c.say.App.GoOn, bar: true, do: func() tea.Cmd { c.visit(atBudget); return nil }},
		{scope: here, keys: []string{"space"}, name: toggle, off: onChannel + full, bar: true, do: func() tea.Cmd { c.toggle(); return nil }},
		{scope: moves, keys: []string{"right", "c"}, name: say.Figures, off: inPlan, bar: true, do: func() tea.Cmd { c.show(newFigures(c.desk, row.line)); return nil }},
		{keys: []string{"p"}, name: say.Posture, off: inPlan, bar: true, do: func() tea.Cmd { c.turnPosture(row.line); return nil }},
		{keys: []string{"h"}, name: c.say.Trials.FromPast, off: inPlan, do: func() tea.Cmd { c.show(newLearning(c.desk, row.line)); return nil }},
		{keys: []string{"i"}, name: say.About, off: onChannel, do: func() tea.Cmd {
			c.show(&page{desk: c.desk, name: "about", heading: row.label, body: func(w int) draw.Block { return c.about(w, 60).Trimmed() }})
			return nil
		}},
		{keys: []string{"n"}, name: say.NewOwn, bar: true, do: func() tea.Cmd { c.addOwn(); return nil }},
		{scope: moves, keys: []string{"down", "j"}, name: c.say.App.Down, do: func() tea.Cmd { c.move(1); return nil }},
		{scope: moves, keys: []string{"up", "k"}, name: c.say.App.Up, do: func() tea.Cmd { c.move(-1); return nil }},
		{scope: moves, keys: []string{"home"}, name: c.say.App.First, do: func() tea.Cmd { c.at = "onward"; return nil }},
		{scope: moves, keys: []string{"end"}, name: c.say.App.Last, do: func() tea.Cmd { rows := c.lines(); c.at = rows[len(rows)-1].id; return nil }},
	}
}

// toggle puts the channel in hand into the plan, or takes it out.
func (c *channels) toggle() {
	row, _ := c.current()
	if row.line >= 0 {
		given := c.plan().Channels[row.line].Amount
		c.edit("", row.label, func(p model.Plan) model.Plan { return plan.Drop(p, row.line) })
		text := c.say.Channels.Dropped.With("channel", row.label)
		if given > 0 {
			text = c.say.Channels.DroppedWith.With("channel", row.label, "amount", c.say.Money(given))
		}
		c.tell(text)
		return
	}
	ch, ok := templates.NewChannel(model.ChannelID(row.id), c.plan().Company)
	if !ok {
		return
	}
	c.edit("", row.label, func(p model.Plan) model.Plan { return plan.Add(p, ch) })
	c.tell(c.say.Channels.Added.With("channel", row.label))
}

// addOwn adds a channel that the catalogue does not have, and asks its figures.
func (c *channels) addOwn() {
	p := c.plan()
	if len(p.Channels) >= model.MaxChannels {
		c.refuse(c.say.Channels.TooMany.With("most", strconv.Itoa(model.MaxChannels)))
		return
	}
	n := 1
	for p.Channel(model.ChannelID("own-"+strconv.Itoa(n))) >= 0 {
		n++
	}
	guess := func(v float64) model.Number { return model.Number{Value: v, Origin: model.Judgement} }
	ch := model.Channel{
		ID: model.ChannelID("own-" + strconv.Itoa(n)), Name: c.say.Channels.OwnName, Kind: p.Company.Kind, Posture: model.Watch, Calendar: model.Calendar{Kind: model.Even},
		Figures: model.Figures{Reference: model.Euro(500), Contacts: model.Spread(5, 2, model.MaxPerMonth), Gain: guess(0.45), HalfLife: guess(1), ConversionIndex: guess(1), DelayFactor: guess(1), Additional: templates.AdditionalOf("")},
	}
	c.edit("", ch.Name, func(p model.Plan) model.Plan { return plan.Add(p, ch) })
	c.at = string(ch.ID)
	c.show(newFigures(c.desk, c.plan().Channel(ch.ID)))
}

func (c *channels) turnPosture(line int) {
	next := map[model.Posture]model.Posture{model.Dance: model.Watch, model.Watch: model.Talk, model.Talk: model.Dance}
	c.change("posture", c.say.Channels.Posture, func(p *model.Plan) {
		was := p.Channels[line].Posture
		p.Channels[line].Posture = next[was]
		if next[was] == "" {
			p.Channels[line].Posture = model.Watch
		}
	})
	c.work.Seal()
}

func (c *channels) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		i := m.Y - c.list.Min.Y + c.top
		if !image.Pt(m.X, m.Y).In(c.list) || i >= len(c.rows) || c.rows[i].id == "" {
			return nil
		}
		again := c.at == c.rows[i].id
		c.at = c.rows[i].id
		switch {
		case c.at == "onward":
			c.visit(atBudget)
		case again || m.X < c.list.Min.X+6:
			c.toggle()
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			c.move(-1)
		} else {
			c.move(1)
		}
	}
	return nil
}

func (c *channels) layout(area image.Rectangle) {
	c.area = area
	body := image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, area.Max.Y)
	if area.Dx() >= 76 {
		c.list, c.side = body, body
		c.list.Max.X = body.Min.X + min(body.Dx()*9/20, 52)
		c.side.Min.X = c.list.Max.X + 2
	} else {
		c.list, c.side = body, body
		c.list.Max.Y = body.Max.Y - 7
		c.side.Min.Y = c.list.Max.Y + 1
	}
	c.rows = c.lines()
	_, at := c.current()
	if at == 1 || at > 0 && c.rows[at-1].id == "" { // show the group's head too
		c.top = scrolled(c.top, at-1, c.list.Dy(), len(c.rows))
	}
	c.top = scrolled(c.top, at, c.list.Dy(), len(c.rows))
}

func (c *channels) draw() draw.Block {
	w := c.area.Dx()
	n := len(c.plan().Channels)
	count := c.say.Channels.InPlan.N(n, strconv.Itoa(n))
	head := draw.Text(w, c.look.title.Paint(draw.Fit(c.say.Channels.Question, w-draw.Width(count)-1))+" "+c.look.dim.Paint(count), "")
	list := draw.Block{W: c.list.Dx()}
	for i := c.top; i < len(c.rows) && list.H() < c.list.Dy(); i++ {
		list.Lines = append(list.Lines, c.drawRow(c.rows[i], list.W))
	}
	list = list.Tall(c.list.Dy())
	side := c.about(c.side.Dx(), c.side.Dy())
	if c.side.Min.Y > c.list.Min.Y {
		return draw.Stack(head, list, draw.Text(w, c.look.line.Paint(draw.Rule(w))), side)
	}
	return draw.Stack(head, draw.Beside(list, draw.Blank(2, 1), side))
}

func (c *channels) drawRow(r channelRow, w int) string {
	chosen := r.id == c.at && r.id != ""
	cursor := "  "
	if chosen {
		cursor = "▸ "
	}
	switch r.id {
	case "":
		return c.look.strong.Paint(draw.Fit(r.label, w))
	case "onward":
		return c.on(chosen, c.look.title).Paint(draw.Fit(cursor+r.label+" →", w))
	}
	mark, ink := "○ ", c.look.dim
	if r.line >= 0 {
		mark, ink = "● ", c.look.plain
	}
	posture, postureW, name := "", 0, r.label
	if r.line >= 0 {
		posture, postureW = c.say.Channels.Postures[string(c.plan().Channels[r.line].Posture)], 10
	}
	if words, ok := templates.FindChannel(model.ChannelID(r.id)); ok && draw.Width(name) > w-4-postureW {
		name = words.Short.In(c.say.Tag)
	}
	on := c.on(chosen, ink)
	return on.Paint(cursor) + c.on(chosen, c.look.accent).Paint(mark) + on.Paint(draw.Fit(name, w-4-postureW)) + c.on(chosen, c.look.dim).Paint(draw.FitRight(posture, postureW))
}

// about tells of the channel in hand.
func (c *channels) about(w, h int) draw.Block {
	say, row := &c.say.Channels, c.lines()
	r, _ := c.current()
	if r.id == "onward" {
		return c.overview(w, h, row)
	}
	out := draw.Text(w, c.look.title.Paint(draw.Fit(r.label, w)), c.look.line.Paint(draw.Rule(w)))
	add := func(label, text string) {
		if text != "" {
			out = draw.Stack(out, draw.Paragraph(w, c.look.plain, label+" "+text))
		}
	}
	words, known := templates.FindChannel(model.ChannelID(r.id))
	if known {
		out = draw.Stack(out, draw.Paragraph(w, c.look.plain, words.What.In(c.say.Tag)))
		if h > 10 { // below the list there is room for what counts alone
			out = draw.Stack(out, draw.Blank(w, 1))
		}
	}
	out = draw.Stack(out, c.figuresOf(r, w), c.sources(r, w))
	if known {
		out = draw.Stack(out, draw.Blank(w, 1))
		add(say.GoodFor, words.GoodFor.In(c.say.Tag))
		add(say.Costs, words.Costs.In(c.say.Tag))
		add(say.Risks, words.Risks.In(c.say.Tag))
		add(say.FirstResult, c.say.Channels.MonthsN.N(int(words.FirstResult), c.say.Plain(words.FirstResult)))
	}
	return out.Tall(h)
}

// sources are who published the figures of the channel in hand; dollars are read one to one
// as euro, and that is said.
func (c *channels) sources(r channelRow, w int) draw.Block {
	say := &c.say.Channels
	ch, known := templates.NewChannel(model.ChannelID(r.id), c.plan().Company)
	if r.line >= 0 {
		ch, known = c.plan().Channels[r.line], true
	}
	ids := templates.EvidenceBehind(ch)
	if !known || len(ids) == 0 {
		return draw.Block{W: w}
	}
	var names []string
	dollars := false
	for _, id := range ids {
		if e, ok := templates.FindEvidence(id); ok {
			names = append(names, e.Source+" "+e.Published)
			dollars = dollars || strings.Contains(e.Unit.En, "USD")
		}
	}
	text := say.SourcesAre.With("names", strings.Join(names, "; "))
	if dollars {
		text += " " + say.Dollars
	}
	return draw.Paragraph(w, c.look.dim, text)
}

// figuresOf are the channel's figures in short, with where they come from.
func (c *channels) figuresOf(r channelRow, w int) draw.Block {
	say, p := &c.say.Channels, c.plan()
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
		return c.look.dim.Paint(draw.Fit(label, w-23)) + c.look.strong.Paint(draw.FitRight(value, 11)) + c.look.dim.Paint(draw.FitRight(c.origin(o), 12))
	}
	lines := []string{c.look.dim.Paint(say.AtSpend.With("amount", c.say.Money(f.Reference))), row(say.CostPerContact, c.say.Result(cost), f.Contacts.Origin)}
	if ch.Kind != model.Orders {
		lines = append(lines, row(say.BecomeCustomers, c.say.Share(v.Base), v.Origin))
		if v.Base > 0 {
			lines = append(lines, row(say.CostPerCustomer, c.say.Result(cost/v.Base), model.Judgement))
		}
	}
	if r.line >= 0 && ch.LastYear.Spend > 0 {
		lines = append(lines, row(say.LastYear, c.say.Money(ch.LastYear.Spend), model.Own))
	}
	return draw.Text(w, lines...)
}

// overview tells of the whole choice: how much is danced, watched and talked.
func (c *channels) overview(w, h int, rows []channelRow) draw.Block {
	say, p := &c.say.Channels, c.plan()
	out := draw.Text(w, c.look.title.Paint(say.OverviewTitle), c.look.line.Paint(draw.Rule(w)))
	out = draw.Stack(out, draw.Paragraph(w, c.look.plain, say.OverviewText), draw.Blank(w, 1))
	var money [3]model.Money
	var names [3][]string
	for _, ch := range p.Channels {
		i := strings.Index("dance watch talk", string(ch.Posture)) / 6
		if ch.Posture == "" {
			i = 1
		}
		money[i] += ch.Amount
		names[i] = append(names[i], c.name(ch))
	}
	total := p.Allocated()
	for i, posture := range []string{"dance", "watch", "talk"} {
		share := 0.0
		if total > 0 {
			share = float64(money[i]) / float64(total)
		}
		label := say.PosturesLong[posture]
		n := max(w-46, 6)
		out.Lines = append(out.Lines, c.look.plain.Paint(draw.Fit(label, 30))+draw.Bar(n, share, c.look.accent, draw.Ink{})+draw.FitRight(c.say.Money(money[i]), w-30-n))
	}
	return out.Tall(h)
}
