package ui

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// reasons is the step that says why each channel gets its money.
type reasons struct {
	form
	line    int          // the channel in hand
	figures model.Values // of that channel
	area    image.Rectangle
	list    image.Rectangle // the channels at the side; empty where there is no room
	help    image.Rectangle
}

func newReasons(d *desk) *reasons {
	r := &reasons{}
	r.form = newForm(d, r.asks)
	return r
}

func (r *reasons) id() string    { return string(atReasons) }
func (r *reasons) title() string { return r.say.Reasons.Title }

func (r *reasons) visited() tea.Cmd {
	r.line = min(r.line, max(len(r.plan().Channels)-1, 0))
	return nil
}

func (r *reasons) commands() []command {
	n := len(r.plan().Channels)
	none := unless(n > 0, r.say.Budget.NoChannels)
	turn := func(by int) func() tea.Cmd {
		return func() tea.Cmd { return r.turnTo(r.line + by) }
	}
	return append(r.formCommands(),
		command{keys: []string{"ctrl+right", "]"}, name: r.say.Reasons.NextChannel, off: none, bar: true, do: turn(1)},
		command{keys: []string{"ctrl+left", "["}, name: r.say.Reasons.PreviousChannel, off: none, do: turn(-1)},
	)
}

// turnTo goes to a channel; what is being typed is taken for the one that is left.
func (r *reasons) turnTo(line int) tea.Cmd {
	n := len(r.plan().Channels)
	if n == 0 {
		return nil
	}
	var cmd tea.Cmd
	if x := r.hand(); x != nil {
		cmd = x.leave()
	}
	r.line = (line%n + n) % n
	return cmd
}

// asks are the parts of the reason of the channel in hand.
func (r *reasons) asks() []field {
	say, k := &r.say.Reasons, asker{r.desk, "reasons."}
	p := r.plan()
	goOn := onward(say.Onward, func() tea.Cmd { r.visit(atBoard); return nil })
	if len(p.Channels) == 0 {
		return []field{onward(say.NoChannels, func() tea.Cmd { r.visit(atChannels); return nil })}
	}
	line := min(r.line, len(p.Channels)-1)
	c := p.Channels[line]
	r.figures = plan.ChannelValues(plan.ValuesOf(p, r.outlook()), p, r.outlook(), line)
	draft := r.say.Wording(c)
	at := func(p *model.Plan) *model.Reason { return &p.Channels[line].Reason }

	chooser := k.field("channel", say.Channel)
	chooser.value = say.ChannelOf.With("channel", r.name(c), "n", strconv.Itoa(line+1), "all", strconv.Itoa(len(p.Channels)), "amount", r.say.Money(c.Amount))
	chooser.brief = say.ChannelBrief.With("channel", r.shortName(c), "n", strconv.Itoa(line+1), "all", strconv.Itoa(len(p.Channels)))
	chooser.turn = func(by int) { r.turnTo(r.line + by) }
	fields := []field{chooser,
		r.long(k, "claim", say.Claim, c.Reason.Claim, draft.Claim, func(p *model.Plan, s string) { at(p).Claim = s }),
		k.opens("evidence", say.Evidence, r.evidenceText(draft.Evidence), func() tea.Cmd { r.show(newLibrary(r.desk, line)); return nil }),
		r.kpi(k, line, draft.KPI),
		r.long(k, "target", say.Target, c.Reason.Target, draft.Target, func(p *model.Plan, s string) { at(p).Target = s }),
		r.long(k, "risk", say.Risk, c.Reason.Risk, draft.Risk, func(p *model.Plan, s string) { at(p).Risk = s }),
		r.long(k, "stop", say.StopRule, c.Reason.StopRule, draft.StopRule, func(p *model.Plan, s string) { at(p).StopRule = s }),
		k.text("owner", say.Owner, c.Reason.Owner, func(p *model.Plan, s string) { at(p).Owner = s }),
		k.date("review", say.Review, c.Reason.Review, func(p *model.Plan, d model.Date) { at(p).Review = d }),
	}
	fields[2].draft = len(c.Reason.Evidence) == 0
	if line < len(p.Channels)-1 {
		goOn = onward(say.NextChannel, func() tea.Cmd { r.turnTo(line + 1); return r.goTo("reasons.channel") })
	}
	for i := range fields {
		fields[i].of = string(c.ID)
	}
	return append(fields, goOn)
}

// long is a text of several lines, written in a dialog; empty, the draft stands.
func (r *reasons) long(k asker, id string, words templates.Field, own, draft string, set func(*model.Plan, string)) field {
	f := k.field(id, words)
	told := r.say.Tell(draft, r.figures)
	f.value, f.draft, f.block = told, own == "", true
	switch h := r.area.Dy(); {
	case h > 34:
		f.lines = 6
	case h > 22:
		f.lines = 3
	default:
		f.lines = 2
	}
	figures := r.figures
	f.reword = func(s string) {
		if s = strings.TrimSpace(s); s == told {
			return // an unchanged draft stays one, and goes on following the figures
		}
		s = r.say.Relive(draft, s, figures)
		r.change("", words.Label, func(p *model.Plan) { set(p, s) })
	}
	write := func(text string, draft bool) {
		r.show(newProse(r.desk, id, words.Label, words.Help, text, draft, f.reword))
	}
	f.open = func() tea.Cmd { write(told, f.draft); return nil }
	f.write = func(first string) { write(first, false) }
	return f
}

func (r *reasons) kpi(k asker, line int, kpi string) field {
	words, _ := templates.FindChannel(r.plan().Channels[line].ID)
	ids := append([]string(nil), words.KPIs...)
	if len(ids) == 0 {
		ids = []string{"contacts", "new_customers", "cac"}
	}
	if kpi != "" && !slices.Contains(ids, kpi) {
		ids = append(ids, kpi)
	}
	var labels []string
	for _, id := range ids {
		term, _ := templates.FindTerm(id)
		labels = append(labels, term.Term.In(r.say.Tag))
	}
	f := pick(k, "kpi", r.say.Reasons.KPI, labels, ids, kpi, func(p *model.Plan, id string) { p.Channels[line].Reason.KPI = id })
	f.draft = r.plan().Channels[line].Reason.KPI == ""
	return f
}

func (r *reasons) evidenceText(ids []string) string {
	if len(ids) == 0 {
		return r.say.Reasons.NoEvidence
	}
	var names []string
	for _, id := range ids {
		if e, ok := templates.FindEvidence(id); ok {
			names = append(names, e.Source)
		}
		for _, own := range r.plan().Evidence {
			if own.ID == id {
				names = append(names, first(own.Source, r.say.Library.OwnSource))
			}
		}
	}
	n := len(names)
	slices.Sort(names)
	return r.say.Reasons.EvidenceN.N(n, strconv.Itoa(n), "names", strings.Join(slices.Compact(names), ", "))
}

func (r *reasons) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	if _, click := msg.(tea.MouseClickMsg); click && image.Pt(m.X, m.Y).In(r.list) {
		if line := m.Y - r.list.Min.Y; line < len(r.plan().Channels) {
			return r.turnTo(line)
		}
		return nil
	}
	return r.formMouse(msg)
}

func (r *reasons) layout(area image.Rectangle) {
	r.area = area
	body := image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, area.Max.Y-3)
	r.list = image.Rectangle{}
	if area.Dx() >= 90 {
		r.list = image.Rect(body.Min.X, body.Min.Y, body.Min.X+min(max(area.Dx()/4, 28), 31), body.Max.Y)
		body.Min.X = r.list.Max.X + 2
	}
	r.help = image.Rect(area.Min.X, body.Max.Y, area.Max.X, area.Max.Y)
	r.layoutForm(body)
}

func (r *reasons) draw() draw.Block {
	w := r.area.Dx()
	head := draw.Text(w, r.look.title.Paint(r.say.Reasons.Question), "")
	body := r.drawForm()
	if r.list.Dx() > 0 {
		side := draw.Block{W: r.list.Dx()}
		for i, c := range r.plan().Channels {
			mark := "○"
			if c.Reason.Claim != "" && c.Reason.Review != "" {
				mark = "●"
			} else if c.Reason.Claim != "" || c.Reason.Owner != "" || c.Reason.Review != "" {
				mark = "◐"
			}
			ink, name := r.look.plain, r.shortName(c)
			if i == r.line {
				ink = r.look.title
			}
			side.Lines = append(side.Lines, r.on(i == r.line, ink).Paint(draw.Fit(" "+mark+" "+name, side.W)))
		}
		body = draw.Beside(side.Tall(r.list.Dy()), draw.Blank(2, 1), body)
	}
	text, ink := r.helpText()
	return draw.Stack(head, body, draw.Text(w, r.look.line.Paint(draw.Rule(w))), draw.Paragraph(w, ink, text).Tall(r.help.Dy()-1))
}
