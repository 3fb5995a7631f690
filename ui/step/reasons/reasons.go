// Package reasons is the step that says why.
package reasons

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// reasons is the step that says why each channel gets its money.
type reasons struct {
	form.Form
	Line     int                        // the channel in hand
	figures  model.Values               // of that channel
	measures map[model.ChannelID]string // seen on a channel, and not among those that suit it
	area     image.Rectangle
	list     image.Rectangle // the channels at the side; empty where there is no room
	help     image.Rectangle
}

// New is the step that says why.
func New(d *desk.Desk) *reasons {
	r := &reasons{measures: map[model.ChannelID]string{}}
	r.Form = form.New(d, r.Fields)
	return r
}

func (r *reasons) ID() string    { return string(desk.AtReasons) }
func (r *reasons) Title() string { return r.Say.Reasons.Title }

func (r *reasons) Visited() tea.Cmd {
	r.Line = min(r.Line, max(len(r.Plan().Channels)-1, 0))
	return nil
}

func (r *reasons) Commands() []desk.Command {
	n := len(r.Plan().Channels)
	none := desk.Unless(n > 0, r.Say.Budget.NoChannels)
	turn := func(by int) func() tea.Cmd {
		return func() tea.Cmd { return r.turnTo(r.Line + by) }
	}
	return append(r.FormCommands(),
		desk.Command{Keys: []string{"ctrl+right", "]"}, Name: r.Say.Reasons.NextChannel, Off: none, Bar: true,
			Do: turn(1)},
		desk.Command{Keys: []string{"ctrl+left", "["}, Name: r.Say.Reasons.PreviousChannel, Off: none, Do: turn(-1)},
	)
}

// turnTo goes to a channel; what is being typed is taken for the one that is left.
func (r *reasons) turnTo(line int) tea.Cmd {
	n := len(r.Plan().Channels)
	if n == 0 {
		return nil
	}
	var cmd tea.Cmd
	if x := r.Hand(); x != nil {
		cmd = x.Leave()
	}
	r.Line = (line%n + n) % n
	return cmd
}

// Fields are the parts of the reason of the channel in hand.
func (r *reasons) Fields() []form.Field {
	say, k := &r.Say.Reasons, ask.Asker{Desk: r.Desk, Tag: "reasons."}
	p := r.Plan()
	goOn := form.Onward(r.OnwardFrom(desk.AtReasons), func() tea.Cmd { r.Visit(desk.AtReasons.Next()); return nil })
	if len(p.Channels) == 0 {
		return []form.Field{form.Onward(say.NoChannels, func() tea.Cmd { r.Visit(desk.AtChannels); return nil })}
	}
	line := min(r.Line, len(p.Channels)-1)
	c := p.Channels[line]
	r.figures = plan.ChannelValues(plan.ValuesOf(p, r.Outlook()), p, r.Outlook(), line)
	draft := r.Say.Wording(c)
	at := func(p *model.Plan) *model.Reason { return &p.Channels[line].Reason }

	chooser := k.Field("channel", say.Channel)
	chooser.Value = say.ChannelOf.With("channel", r.Name(c), "n", strconv.Itoa(line+1), "all",
		strconv.Itoa(len(p.Channels)), "amount", r.Say.Money(c.Amount))
	chooser.Brief = say.ChannelBrief.With("channel", r.ShortName(c), "n", strconv.Itoa(line+1), "all",
		strconv.Itoa(len(p.Channels)))
	chooser.Turn = func(by int) { r.turnTo(r.Line + by) }
	fields := []form.Field{chooser,
		r.long(k, "claim", say.Claim, c.Reason.Claim, draft.Claim, func(p *model.Plan, s string) { at(p).Claim = s }),
		k.Opens("evidence", say.Evidence, r.evidenceText(draft.Evidence),
			func() tea.Cmd { r.Show(ask.Library(r.Desk, line)); return nil }),
		r.kpi(k, line, draft.KPI),
		r.long(k, "target", say.Target, c.Reason.Target, draft.Target,
			func(p *model.Plan, s string) { at(p).Target = s }),
		r.long(k, "risk", say.Risk, c.Reason.Risk, draft.Risk, func(p *model.Plan, s string) { at(p).Risk = s }),
		r.long(k, "stop", say.StopRule, c.Reason.StopRule, draft.StopRule,
			func(p *model.Plan, s string) { at(p).StopRule = s }),
		k.Text("owner", say.Owner, c.Reason.Owner, func(p *model.Plan, s string) { at(p).Owner = s }),
		k.Date("review", say.Review, c.Reason.Review, func(p *model.Plan, d model.Date) { at(p).Review = d }),
	}
	fields[2].Draft = c.Reason.Evidence == nil
	if line < len(p.Channels)-1 {
		goOn = form.Onward(say.NextChannel, func() tea.Cmd { r.turnTo(line + 1); return r.GoTo("reasons.channel") })
	}
	for i := range fields {
		fields[i].Of = string(c.ID)
	}
	return append(fields, goOn)
}

// long is a text of several lines, written in a dialog; empty, the draft stands.
func (r *reasons) long(k ask.Asker, id string, words templates.Field, own, draft string,
	set func(*model.Plan, string)) form.Field {
	f := k.Field(id, words)
	told := r.Say.Tell(draft, r.figures)
	f.Value, f.Draft, f.Block = told, own == "", true
	switch h := r.area.Dy(); {
	case h > 34:
		f.Lines = 6
	case h > 22:
		f.Lines = 3
	default:
		f.Lines = 2
	}
	figures := r.figures
	f.Reword = func(s string) {
		if s = strings.TrimSpace(s); s == told {
			return // an unchanged draft stays one, and goes on following the figures
		}
		s = r.Say.Relive(draft, s, figures)
		r.Change("", words.Label, func(p *model.Plan) { set(p, s) })
		if names := templates.Unknown(s, figures); len(names) > 0 {
			r.Tell(r.Say.Reasons.NoFigure.With("names", strings.Join(names, ", ")))
		}
	}
	write := func(text string, draft bool) {
		r.Show(form.NewProse(r.Desk, id, words.Label, words.Help, text, draft, f.Reword))
	}
	f.Open = func() tea.Cmd { write(told, f.Draft); return nil }
	f.Write = func(first string) { write(first, false) }
	return f
}

func (r *reasons) kpi(k ask.Asker, line int, kpi string) form.Field {
	words, _ := templates.FindChannel(r.Plan().Channels[line].ID)
	ids := append([]string(nil), words.KPIs...)
	if len(ids) == 0 {
		ids = []string{"contacts", "new_customers", "cac"}
	}
	id := r.Plan().Channels[line].ID
	if kpi != "" && !slices.Contains(ids, kpi) {
		r.measures[id] = kpi // one turns back to it too
	}
	if kept := r.measures[id]; kept != "" && !slices.Contains(ids, kept) {
		ids = append(ids, kept)
	}
	var labels []string
	for _, id := range ids {
		term, _ := templates.FindTerm(id)
		labels = append(labels, term.Term.In(r.Say.Tag))
	}
	f := ask.Pick(k, "kpi", r.Say.Reasons.KPI, labels, ids, kpi,
		func(p *model.Plan, id string) { p.Channels[line].Reason.KPI = id })
	f.Draft = r.Plan().Channels[line].Reason.KPI == ""
	return f
}

func (r *reasons) evidenceText(ids []string) string {
	if len(ids) == 0 {
		return r.Say.Reasons.NoEvidence
	}
	var names []string
	for _, id := range ids {
		if e, ok := templates.FindEvidence(id); ok {
			names = append(names, e.Source)
		}
		for _, own := range r.Plan().Evidence {
			if own.ID == id {
				names = append(names, desk.First(own.Source, r.Say.Library.OwnSource))
			}
		}
	}
	n := len(names)
	slices.Sort(names)
	return r.Say.Reasons.EvidenceN.N(n, strconv.Itoa(n), "names", strings.Join(slices.Compact(names), ", "))
}

func (r *reasons) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	if _, click := msg.(tea.MouseClickMsg); click && image.Pt(m.X, m.Y).In(r.list) {
		if line := m.Y - r.list.Min.Y; line < len(r.Plan().Channels) {
			return r.turnTo(line)
		}
		return nil
	}
	return r.FormMouse(msg)
}

func (r *reasons) Layout(area image.Rectangle) {
	r.area = area
	body := image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, area.Max.Y-3)
	r.list = image.Rectangle{}
	if area.Dx() >= 90 {
		r.list = image.Rect(body.Min.X, body.Min.Y, body.Min.X+min(max(area.Dx()/4, 28), 31), body.Max.Y)
		body.Min.X = r.list.Max.X + 2
	}
	r.help = image.Rect(area.Min.X, body.Max.Y, area.Max.X, area.Max.Y)
	r.LayoutForm(body)
}

func (r *reasons) Draw() draw.Block {
	w := r.area.Dx()
	head := draw.Text(w, r.Look.Title.Paint(r.Say.Reasons.Question), "")
	body := r.DrawForm()
	if r.list.Dx() > 0 {
		side := draw.Block{W: r.list.Dx()}
		for i, c := range r.Plan().Channels {
			mark := "○"
			if c.Reason.Claim != "" && c.Reason.Review != "" {
				mark = "●"
			} else if c.Reason.Claim != "" || c.Reason.Owner != "" || c.Reason.Review != "" {
				mark = "◐"
			}
			ink, name := r.Look.Plain, r.ShortName(c)
			if i == r.Line {
				ink = r.Look.Title
			}
			side.Lines = append(side.Lines, r.On(i == r.Line, ink).Paint(draw.Fit(" "+mark+" "+name, side.W)))
		}
		body = draw.Beside(side.Tall(r.list.Dy()), draw.Blank(2, 1), body)
	}
	text, ink := r.HelpText()
	return draw.Stack(head, body, draw.Text(w, r.Look.Line.Paint(draw.Rule(w))), draw.Within(w, r.help.Dy()-1, ink,
		text))
}
