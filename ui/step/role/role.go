// Package role is the step that defends the role.
package role

import (
	"image"
	"slices"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// role is the step that defends the one who presents the plan: what the role costs, what
// pays for it, what stops without it.
type role struct {
	form.Form
	area, aside image.Rectangle
}

// New is the step that defends the role.
func New(d *desk.Desk) *role {
	r := &role{}
	r.Form = form.New(d, r.Fields)
	return r
}

func (r *role) ID() string    { return string(desk.AtRole) }
func (r *role) Title() string { return r.Say.Role.Title }

func (r *role) Commands() []desk.Command {
	return append(r.FormCommands(),
		desk.Command{Keys: []string{"ctrl+t"}, Name: r.Say.Role.AddTask, Bar: true,
			Do: func() tea.Cmd { r.Show(NewTask(r.Desk, -1)); return nil }},
		desk.Command{Keys: []string{"ctrl+l"}, Name: r.Say.App.Do.Outcome, Bar: r.aside.Empty(),
			Do: func() tea.Cmd { r.Show(r.outcomePage()); return nil }},
	)
}

func (r *role) Mouse(msg tea.MouseMsg) tea.Cmd { return r.FormMouse(msg) }

// usual is a role before anything was told: gross pay as published and the rest as is
// common.
func usualRole() model.Role {
	return model.Role{
		CompanyCost: model.Number{Value: 1.4, Origin: model.Published, Evidence: []string{"cost-multiplier-it"}},
		Share:       model.Number{Value: 1, Origin: model.Judgement},
		Salary:      model.Amount{Cents: model.Euro(32000), Origin: model.Judgement},
	}
}

// Now is the role as the plan has it, or the usual one.
func (r *role) Now() model.Role {
	if p := r.Plan().Role; p != nil {
		return *p
	}
	return usualRole()
}

// on is the plan's role for a change: the first change writes it down.
func roleOf(p *model.Plan) *model.Role {
	if p.Role == nil {
		usual := usualRole()
		p.Role = &usual
	}
	return p.Role
}

func (r *role) Fields() []form.Field {
	say, k := &r.Say.Role, ask.Asker{Desk: r.Desk, Tag: "role."}
	x := r.Now()
	stops := model.Number{Value: 1, Origin: model.Judgement}
	if x.Stops != nil {
		stops = *x.Stops
	}
	fields := []form.Field{
		form.Heading(say.HeadCost),
		k.Amount("salary", say.Salary, x.Salary, func(p *model.Plan, a model.Amount) { roleOf(p).Salary = a }),
		k.Number("cost", say.CompanyCost, x.CompanyCost, 1, 1, model.MaxCompanyCost,
			func(p *model.Plan, n model.Number) { roleOf(p).CompanyCost = n }),
		k.Number("share", say.Share, x.Share, 100, 0, 1, func(p *model.Plan, n model.Number) { roleOf(p).Share = n }),
		k.Amount("tools", say.Tools, x.Tools, func(p *model.Plan, a model.Amount) { roleOf(p).Tools = a }),
		k.Number("stops", say.Stops, stops, 100, 0, 1, func(p *model.Plan, n model.Number) { roleOf(p).Stops = &n }),
		form.Heading(say.HeadTasks),
	}
	for i, t := range x.Tasks {
		f := form.Field{ID: "role.task" + strconv.Itoa(i), Label: t.Name, Help: say.TaskHelp, Origin: t.Outside.Origin}
		f.Value = say.TaskLine.With("hours", r.Say.Plain(t.Hours.Value), "outside", r.Say.Exact(t.Outside.Cents))
		f.Open = func() tea.Cmd { r.Show(NewTask(r.Desk, i)); return nil }
		fields = append(fields, f)
	}
	add := form.Onward(say.AddTask, func() tea.Cmd { r.Show(NewTask(r.Desk, -1)); return nil })
	add.Passing = true // whoever only presses enter goes on
	add.ID, add.Sign, add.Help = "role.add", "+", say.TaskHelp
	return append(fields, add, form.Onward(r.OnwardFrom(desk.AtRole),
		func() tea.Cmd { r.Visit(desk.AtRole.Next()); return nil }))
}

// NewTask asks what a piece of the work takes and what it would cost outside: a new one, or
// the one at an index.
func NewTask(d *desk.Desk, index int) *form.Sheet {
	say, k := &d.Say.Role, ask.Asker{Desk: d, Tag: "task."}
	guess := model.Number{Origin: model.Judgement}
	t := model.Task{Hours: guess, GivenBack: guess, Correction: guess, Outside: model.Amount{Origin: model.Judgement}}
	title := say.AddTask
	if index >= 0 {
		t = d.Plan().Role.Tasks[index]
		title = d.Plan().Role.Tasks[index].Name
	}
	// The task is worked on beside the plan, and put into it whole.
	draft := d.Plan().Clone()
	draft.Role = &model.Role{Tasks: []model.Task{t}}
	own := &desk.Desk{Stage: d.Stage, Work: plan.NewEditor(draft)}
	k.Desk = own
	at := func(p *model.Plan) *model.Task { return &p.Role.Tasks[0] }
	return form.NewApart(own, "task", title, "", func() []form.Field {
		now := own.Plan().Role.Tasks[0]
		fields := []form.Field{
			k.Text("name", say.TaskName, now.Name, func(p *model.Plan, s string) { at(p).Name = s }),
			k.Number("hours", say.TaskHours, now.Hours, 1, 0, model.MaxHoursAMonth,
				func(p *model.Plan, n model.Number) { at(p).Hours = n }),
			k.Amount("outside", say.TaskOutside, now.Outside,
				func(p *model.Plan, a model.Amount) { at(p).Outside = a }),
			k.Number("back", say.TaskBack, now.GivenBack, 1, 0, model.MaxHoursAMonth,
				func(p *model.Plan, n model.Number) { at(p).GivenBack = n }),
			k.Number("correction", say.TaskCorrection, now.Correction, 1, 0, model.MaxHoursAMonth,
				func(p *model.Plan, n model.Number) { at(p).Correction = n }),
			form.Onward(say.SaveTask, func() tea.Cmd {
				if own.Plan().Role.Tasks[0].Name == "" {
					d.Refuse(say.NamelessTask)
					return nil
				}
				d.Change("", title, func(p *model.Plan) {
					if index >= 0 {
						p.Role.Tasks[index] = own.Plan().Role.Tasks[0]
					} else {
						roleOf(p).Tasks = append(roleOf(p).Tasks, own.Plan().Role.Tasks[0])
					}
				})
				d.Close()
				return nil
			}),
		}
		if index >= 0 {
			drop := form.Onward(say.DropTask, func() tea.Cmd {
				d.Change("", say.DropTask, func(p *model.Plan) {
					p.Role.Tasks = slices.Delete(p.Role.Tasks, index,
						index+1)
				})
				d.Tell(d.Say.App.Removed)
				d.Close()
				return nil
			})
			drop.ID, drop.Sign = "task.drop", "✗"
			fields = append(fields, drop)
		}
		return fields
	})
}

func (r *role) Layout(area image.Rectangle) {
	r.area, r.aside = area, image.Rectangle{}
	if area.Dx() >= 100 {
		r.aside = image.Rect(area.Max.X-46, area.Min.Y+2, area.Max.X, area.Max.Y)
		r.LayoutForm(image.Rect(area.Min.X, area.Min.Y+2, r.aside.Min.X-2, area.Max.Y-4))
		return
	}
	r.LayoutForm(image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, area.Max.Y-6))
}

func (r *role) Draw() draw.Block {
	w := r.area.Dx()
	head := draw.Text(w, r.Look.Title.Paint(r.Say.Role.Question), "")
	text, ink := r.HelpText()
	if r.aside.Empty() {
		help := draw.Stack(draw.Text(w, r.Look.Line.Paint(draw.Rule(w))), draw.Within(w, 3, ink, text),
			draw.Within(w, 2, r.Look.Strong, r.short()))
		return draw.Stack(head, r.DrawForm(), help).Tall(r.area.Dy())
	}
	left := r.aside.Min.X - 2 - r.area.Min.X
	body := draw.Stack(r.DrawForm(), draw.Text(left, r.Look.Line.Paint(draw.Rule(left))),
		draw.Within(left, 3, ink, text))
	return draw.Stack(head, draw.Beside(body, draw.Blank(2, 1), r.outcome(r.aside.Dx()))).Tall(r.area.Dy())
}

// figures works the role out; false before anything was told.
func (r *role) figures() (plan.RoleOutlook, bool) { return plan.RoleOf(r.Plan(), r.Outlook()) }

// short is the heart of it in a sentence.
func (r *role) short() string {
	x, ok := r.figures()
	if !ok {
		return r.Say.Role.NotTold
	}
	return r.Say.Role.Short.With("cost", r.Say.Money(x.Cost), "customers", r.Say.Count(x.BreakEven), "expected",
		r.Say.Count(r.Outlook().Total.More.Customers/r.Plan().Years()))
}

// roleLine is a line of what comes of the role: a title, a text, or a figure with its name.
type roleLine struct {
	Label, Value string
	Title        bool
	strong       bool
}

// OutcomeLines are what the role costs, brings and holds up; none before anything was told.
func (r *role) OutcomeLines() []roleLine {
	say := &r.Say.Role
	x, ok := r.figures()
	if !ok {
		return nil
	}
	lines := []roleLine{
		{Label: say.Outcome, Title: true},
		{Label: say.Cost, Value: r.Say.Money(x.Cost), strong: true},
		{Label: say.BreakEven, Value: r.Say.Count(x.BreakEven), strong: true},
		{Label: say.WithBudget, Value: r.Say.Count(x.WithBudget)},
		{Label: say.Expected, Value: r.Say.Count(r.Outlook().Total.More.Customers / r.Plan().Years())},
	}
	if x.Outside > 0 {
		lines = append(lines, roleLine{Label: say.Outside, Value: r.Say.Money(x.Outside)})
	}
	if x.GivenBack != 0 {
		lines = append(lines, roleLine{Label: say.GivenBack, Value: r.Say.Plain(x.GivenBack)},
			roleLine{Label: say.BackValue, Value: r.Say.Result(x.BackValue)})
	}
	lines = append(lines,
		roleLine{Label: say.Without.String(), Title: true})
	lines = append(lines, r.stopping(x.Stopping, say.Saved)...)
	lines = append(lines, roleLine{Label: say.Idle, Title: true})
	lines = append(lines, r.stopping(x.Idle, say.SpendSaved)...)
	lines = append(lines, roleLine{Label: say.NotAlike.With("share", r.Say.Share(r.Plan().Role.StopsShare()))})
	if len(x.Fades) > 0 {
		lines = append(lines, roleLine{}, roleLine{Label: say.FadesText})
		for _, f := range x.Fades {
			c := r.Plan().Channels[r.Plan().Channel(f.Channel)]
			lines = append(lines, roleLine{Label: r.ShortName(c), Value: r.Say.Span(max(f.Half, 0))})
		}
	}
	return lines
}

// stopping is what goes missing, and what is not paid, when something stops.
func (r *role) stopping(x plan.Stopping, saved string) []roleLine {
	say, step := &r.Say.Role, r.Rounding()
	return []roleLine{
		{Label: say.LostCustomers, Value: r.Say.ExpectedCount(x.LostCustomers, step.Customers), strong: true},
		{Label: say.LostMargin, Value: r.Say.Expected(x.LostMargin, step.Money), strong: true},
		{Label: saved, Value: r.Say.Result(x.Saved)},
		{Label: say.Stay, Value: r.Say.ExpectedCount(x.Stay, step.Customers)},
	}
}

// outcome draws what comes of the role.
func (r *role) outcome(w int) draw.Block {
	lines := r.OutcomeLines()
	if lines == nil {
		return draw.Stack(draw.Text(w, r.Look.Title.Paint(r.Say.Role.Outcome), r.Look.Line.Paint(draw.Rule(w))),
			draw.Paragraph(w, r.Look.Dim, r.Say.Role.NotTold))
	}
	out := draw.Block{W: w}
	for i, line := range lines {
		switch {
		case line.Title:
			if i > 0 {
				out = draw.Stack(out, draw.Blank(w, 1))
			}
			out = draw.Stack(out, draw.Text(w, r.Look.Title.Paint(line.Label), r.Look.Line.Paint(draw.Rule(w))))
		case line.Value == "":
			out = draw.Stack(out, draw.Paragraph(w, r.Look.Dim, line.Label))
		default:
			ink := r.Look.Plain
			if line.strong {
				ink = r.Look.Strong
			}
			out = draw.Stack(out, draw.Text(w,
				r.Look.Dim.Paint(draw.Fit(line.Label, w-14))+ink.Paint(draw.FitRight(line.Value, 14))))
		}
	}
	return out
}

func (r *role) outcomePage() *form.Page {
	return &form.Page{Desk: r.Desk, Name: "outcome", Heading: r.Say.Role.Outcome, Body: form.Untitled(r.outcome)}
}
