// Package channels is the step that says where.
package channels

import (
	"image"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// channels is the step that chooses where to be: the catalogue by group, the plan's own
// channels marked, and beside it what the channel in hand needs, costs and risks.
type channels struct {
	*desk.Desk
	At   string // id of the row in hand: a channel, or onward
	top  int
	area image.Rectangle
	list image.Rectangle
	side image.Rectangle
	rows []channelRow

	checked int // change count of the plan that differs belongs to, and one
	differs []model.Problem
}

// channelRow is a line of the list: a group's head, a channel, or onward.
type channelRow struct {
	id    string
	label string
	line  int // in the plan; -1: not in it
}

// New is the step that says where.
func New(d *desk.Desk) *channels { return &channels{Desk: d} }

func (c *channels) ID() string { return string(desk.AtChannels) }

func (c *channels) Title() string { return c.Say.Channels.Title }

// lines are the rows as the plan has them now.
func (c *channels) lines() []channelRow {
	p := c.Plan()
	rows := []channelRow{{id: "onward", label: c.OnwardFrom(desk.AtChannels), line: -1}}
	own := false
	for i, ch := range p.Channels {
		if _, known := templates.FindChannel(ch.ID); !known {
			if !own {
				rows = append(rows, channelRow{label: c.Say.Channels.Groups["own"]})
				own = true
			}
			rows = append(rows, channelRow{string(ch.ID), c.Name(ch), i})
		}
	}
	group := ""
	for _, words := range templates.Channels() {
		if words.Group != group {
			group = words.Group
			rows = append(rows, channelRow{label: c.Say.Channels.Groups[group]})
		}
		line := p.Channel(words.ID)
		label := words.Name.In(c.Say.Tag)
		if line >= 0 {
			label = c.Name(p.Channels[line])
		}
		rows = append(rows, channelRow{string(words.ID), label, line})
	}
	return rows
}

// current is the row in hand and its index.
func (c *channels) current() (channelRow, int) {
	rows := c.lines()
	for i, r := range rows {
		if r.id == c.At && r.id != "" {
			return r, i
		}
	}
	c.At = "onward"
	return rows[0], 0
}

func (c *channels) move(by int) {
	rows := c.lines()
	_, i := c.current()
	for n := i + by; n >= 0 && n < len(rows); n += by {
		if rows[n].id != "" {
			c.At = rows[n].id
			return
		}
	}
}

func (c *channels) Commands() []desk.Command {
	say := &c.Say.Channels
	row, _ := c.current()
	onChannel := desk.Unless(row.id != "onward", say.ChooseOne)
	inPlan := desk.Unless(row.line >= 0, say.NotInPlan)
	if row.id == "onward" {
		inPlan = onChannel
	}
	toggle := say.Add
	if row.line >= 0 {
		toggle = say.Drop
	}
	full := ""
	if row.line < 0 && len(c.Plan().Channels) >= model.MaxChannels {
		full = say.TooMany.With("most", strconv.Itoa(model.MaxChannels))
	}
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: c.Say.App.GoOn, Bar: true,
			Do: func() tea.Cmd { c.Visit(desk.AtChannels.Next()); return nil }},
		{Scope: desk.Here, Keys: []string{"space"}, Name: toggle, Off: onChannel + full, Bar: true,
			Do: func() tea.Cmd { c.Toggle(); return nil }},
		{Scope: desk.Moves, Keys: []string{"right", "c"}, Name: say.Figures, Off: inPlan, Bar: true,
			Do: func() tea.Cmd { c.Show(ask.Figures(c.Desk, row.line)); return nil }},
		{Keys: []string{"p"}, Name: say.Posture, Off: inPlan, Bar: true,
			Do: func() tea.Cmd { c.turnPosture(row.line); return nil }},
		{Keys: []string{"h"}, Name: c.Say.Trials.FromPast, Off: inPlan,
			Do: func() tea.Cmd { c.Show(ask.Learning(c.Desk, row.line)); return nil }},
		{Keys: []string{"y"}, Name: say.FromLastYear, Off: ask.NoLastYear(c.Desk),
			Do: func() tea.Cmd { ask.TakeLastYear(c.Desk); return nil }},
		{Keys: []string{"i"}, Name: say.About, Off: onChannel, Do: func() tea.Cmd {
			c.Show(&form.Page{Desk: c.Desk, Name: "about", Heading: row.label,
				Body: form.Untitled(func(w int) draw.Block { return c.about(w, 60).Trimmed() })})
			return nil
		}},
		{Keys: []string{"n"}, Name: say.NewOwn, Bar: true, Do: func() tea.Cmd { c.addOwn(); return nil }},
		{Scope: desk.Moves, Keys: []string{"down", "j"}, Name: c.Say.App.Down,
			Do: func() tea.Cmd { c.move(1); return nil }},
		{Scope: desk.Moves, Keys: []string{"up", "k"}, Name: c.Say.App.Up,
			Do: func() tea.Cmd { c.move(-1); return nil }},
		{Scope: desk.Moves, Keys: []string{"home"}, Name: c.Say.App.First,
			Do: func() tea.Cmd { c.At = "onward"; return nil }},
		{Scope: desk.Moves, Keys: []string{"end"}, Name: c.Say.App.Last,
			Do: func() tea.Cmd { rows := c.lines(); c.At = rows[len(rows)-1].id; return nil }},
	}
}

// Toggle puts the channel in hand into the plan, or takes it out.
func (c *channels) Toggle() {
	row, _ := c.current()
	if row.line >= 0 {
		given := c.Plan().Channels[row.line].Amount
		c.Edit("", row.label, func(p model.Plan) model.Plan { return plan.Drop(p, row.line) })
		text := c.Say.Channels.Dropped.With("channel", row.label)
		if given > 0 {
			text = c.Say.Channels.DroppedWith.With("channel", row.label, "amount", c.Say.Money(given))
		}
		c.Tell(text)
		return
	}
	ch, ok := templates.NewChannel(model.ChannelID(row.id), c.Plan().Company)
	if !ok {
		return
	}
	c.Edit("", row.label, func(p model.Plan) model.Plan { return plan.Add(p, ch) })
	c.Tell(c.Say.Channels.Added.With("channel", row.label))
}

// addOwn asks the figures of a channel that the catalogue does not have, and adds it.
func (c *channels) addOwn() {
	p := c.Plan()
	if len(p.Channels) >= model.MaxChannels {
		c.Refuse(c.Say.Channels.TooMany.With("most", strconv.Itoa(model.MaxChannels)))
		return
	}
	n := 1
	for p.Channel(model.ChannelID("own-"+strconv.Itoa(n))) >= 0 {
		n++
	}
	guess := func(v float64) model.Number { return model.Number{Value: v, Origin: model.Judgement} }
	ch := model.Channel{
		ID: model.ChannelID("own-" + strconv.Itoa(n)), Name: c.Say.Channels.OwnName, Kind: p.Company.Kind,
		Posture: model.Watch, Calendar: model.Calendar{Kind: model.Even},
		Figures: model.Figures{Reference: model.Euro(500), Contacts: model.Spread(5, 2, model.MaxPerMonth),
			Gain: guess(0.45), HalfLife: guess(1), ConversionIndex: guess(1), DelayFactor: guess(1),
			Additional: templates.AdditionalOf("")},
	}
	c.Show(ask.NewOwnChannel(c.Desk, ch, func(made model.Channel) {
		if !c.Edit("", made.Name, func(p model.Plan) model.Plan { return plan.Add(p, made) }) {
			return
		}
		c.At = string(made.ID)
		c.Tell(c.Say.Channels.Added.With("channel", made.Name))
	}))
}

func (c *channels) turnPosture(line int) {
	next := map[model.Posture]model.Posture{model.Dance: model.Watch, model.Watch: model.Talk, model.Talk: model.Dance}
	c.Change("posture", c.Say.Channels.Posture, func(p *model.Plan) {
		was := p.Channels[line].Posture
		p.Channels[line].Posture = next[was]
		if next[was] == "" {
			p.Channels[line].Posture = model.Watch
		}
	})
	c.Work.Seal()
}

func (c *channels) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		i := m.Y - c.list.Min.Y + c.top
		if !image.Pt(m.X, m.Y).In(c.list) || i >= len(c.rows) || c.rows[i].id == "" {
			return nil
		}
		again := c.At == c.rows[i].id
		c.At = c.rows[i].id
		switch {
		case c.At == "onward":
			c.Visit(desk.AtChannels.Next())
		case again || m.X < c.list.Min.X+4: // the mark, and not the first letters of the name
			c.Toggle()
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

func (c *channels) Layout(area image.Rectangle) {
	c.area = area
	body := image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, area.Max.Y)
	if area.Dx() >= 76 {
		c.list, c.side = body, body
		c.list.Max.X = body.Min.X + min(body.Dx()*9/20, 52)
		c.side.Min.X = c.list.Max.X + 2
	} else {
		c.list, c.side = body, body
		c.list.Max.Y = body.Max.Y - 8
		c.side.Min.Y = c.list.Max.Y + 1
	}
	c.rows = c.lines()
	_, at := c.current()
	if at == 1 || at > 0 && c.rows[at-1].id == "" { // show the group's head too
		c.top = form.Scrolled(c.top, at-1, c.list.Dy(), len(c.rows))
	}
	c.top = form.Scrolled(c.top, at, c.list.Dy(), len(c.rows))
}

func (c *channels) Draw() draw.Block {
	w := c.area.Dx()
	n := len(c.Plan().Channels)
	count := c.Say.Channels.InPlan.N(n, strconv.Itoa(n))
	head := draw.Text(w, c.Look.Title.Paint(draw.Fit(c.Say.Channels.Question,
		w-draw.Width(count)-1))+" "+c.Look.Dim.Paint(count), "")
	list := draw.Block{W: c.list.Dx()}
	for i := c.top; i < len(c.rows) && list.H() < c.list.Dy(); i++ {
		list.Lines = append(list.Lines, c.drawRow(c.rows[i], list.W))
	}
	list = list.Tall(c.list.Dy())
	side := c.about(c.side.Dx(), c.side.Dy())
	if c.side.Min.Y > c.list.Min.Y {
		return draw.Stack(head, list, draw.Text(w, c.Look.Line.Paint(draw.Rule(w))), side)
	}
	return draw.Stack(head, draw.Beside(list, draw.Blank(2, 1), side))
}

func (c *channels) drawRow(r channelRow, w int) string {
	chosen := r.id == c.At && r.id != ""
	cursor := "  "
	if chosen {
		cursor = "▸ "
	}
	switch r.id {
	case "":
		return c.Look.Strong.Paint(draw.Fit(r.label, w))
	case "onward":
		return c.On(chosen, c.Look.Title).Paint(draw.Fit(cursor+r.label+" →", w))
	}
	mark, ink := "○ ", c.Look.Dim
	if r.line >= 0 {
		mark, ink = "● ", c.Look.Plain
	}
	posture, postureW, name := "", 0, r.label
	if r.line >= 0 {
		posture, postureW = c.Say.Channels.Postures[string(c.Plan().Channels[r.line].Posture)], 10
	}
	if words, ok := templates.FindChannel(model.ChannelID(r.id)); ok && draw.Width(name) > w-4-postureW {
		name = words.Short.In(c.Say.Tag)
	}
	on := c.On(chosen, ink)
	return on.Paint(cursor) + c.On(chosen, c.Look.Accent).Paint(mark) + on.Paint(draw.Fit(name, w-4-postureW)) +
		c.On(chosen, c.Look.Dim).Paint(draw.FitRight(posture, postureW))
}
