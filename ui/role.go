package ui

import (
	"image"
	"slices"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// role is the step that defends the one who presents the plan: what the role costs, what
// pays for it, what stops without it.
type role struct {
	form
	area, aside image.Rectangle
}

func newRole(d *desk) *role {
	r := &role{}
	r.form = newForm(d, r.asks)
	return r
}

func (r *role) id() string    { return string(atRole) }
func (r *role) title() string { return r.say.Role.Title }

func (r *role) commands() []command {
	return append(r.formCommands(),
		command{keys: []string{"ctrl+t"}, name: r.say.Role.AddTask, bar: true, do: func() tea.Cmd { r.show(newTask(r.desk, -1)); return nil }},
		command{keys: []string{"ctrl+l"}, name: r.say.App.Do.Outcome, bar: r.aside.Empty(), do: func() tea.Cmd { r.show(r.outcomePage()); return nil }},
	)
}

func (r *role) mouse(msg tea.MouseMsg) tea.Cmd { return r.formMouse(msg) }

// usual is a role before anything was told: gross pay as published and the rest as is
// common.
func usualRole() model.Role {
	return model.Role{
		CompanyCost: model.Number{Value: 1.4, Origin: model.Published, Evidence: []string{"cost-multiplier-it"}},
		Share:       model.Number{Value: 1, Origin: model.Judgement},
		Salary:      model.Amount{Cents: model.Euro(32000), Origin: model.Judgement},
	}
}

// now is the role as the plan has it, or the usual one.
func (r *role) now() model.Role {
	if p := r.plan().Role; p != nil {
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

func (r *role) asks() []field {
	say, k := &r.say.Role, asker{r.desk, "role."}
	x := r.now()
	stops := model.Number{Value: 1, Origin: model.Judgement}
	if x.Stops != nil {
		stops = *x.Stops
	}
	fields := []field{
		heading(say.HeadCost),
		k.amount("salary", say.Salary, x.Salary, func(p *model.Plan, a model.Amount) { roleOf(p).Salary = a }),
		k.number("cost", say.CompanyCost, x.CompanyCost, 1, 1, model.MaxCompanyCost, func(p *model.Plan, n model.Number) { roleOf(p).CompanyCost = n }),
		k.number("share", say.Share, x.Share, 100, 0, 1, func(p *model.Plan, n model.Number) { roleOf(p).Share = n }),
		k.amount("tools", say.Tools, x.Tools, func(p *model.Plan, a model.Amount) { roleOf(p).Tools = a }),
		k.number("stops", say.Stops, stops, 100, 0, 1, func(p *model.Plan, n model.Number) { roleOf(p).Stops = &n }),
		heading(say.HeadTasks),
	}
	for i, t := range x.Tasks {
		f := field{id: "role.task" + strconv.Itoa(i), label: t.Name, help: say.TaskHelp, origin: t.Outside.Origin}
		f.value = say.TaskLine.With("hours", r.say.Plain(t.Hours.Value), "outside", r.say.Exact(t.Outside.Cents))
		f.open = func() tea.Cmd { r.show(newTask(r.desk, i)); return nil }
		fields = append(fields, f)
	}
	add := onward(say.AddTask, func() tea.Cmd { r.show(newTask(r.desk, -1)); return nil })
	add.id, add.sign, add.help = "role.add", "+", say.TaskHelp
	return append(fields, add, onward(say.Onward, func() tea.Cmd { r.visit(atBoard); return nil }))
}

// newTask asks what a piece of the work takes and what it would cost outside: a new one, or
// the one at an index.
func newTask(d *desk, index int) *sheet {
	say, k := &d.say.Role, asker{d, "task."}
	guess := model.Number{Origin: model.Judgement}
	t := model.Task{Hours: guess, GivenBack: guess, Correction: guess, Outside: model.Amount{Origin: model.Judgement}}
	title := say.AddTask
	if index >= 0 {
		t = d.plan().Role.Tasks[index]
		title = d.plan().Role.Tasks[index].Name
	}
	// The task is worked on beside the plan, and put into it whole.
	draft := d.plan().Clone()
	draft.Role = &model.Role{Tasks: []model.Task{t}}
	own := &desk{stage: d.stage, work: plan.NewEditor(draft)}
	k.desk = own
	at := func(p *model.Plan) *model.Task { return &p.Role.Tasks[0] }
	return newApart(own, "task", title, "", func() []field {
		now := own.plan().Role.Tasks[0]
		fields := []field{
			k.text("name", say.TaskName, now.Name, func(p *model.Plan, s string) { at(p).Name = s }),
			k.number("hours", say.TaskHours, now.Hours, 1, 0, model.MaxHoursAMonth, func(p *model.Plan, n model.Number) { at(p).Hours = n }),
			k.amount("outside", say.TaskOutside, now.Outside, func(p *model.Plan, a model.Amount) { at(p).Outside = a }),
			k.number("back", say.TaskBack, now.GivenBack, 1, 0, model.MaxHoursAMonth, func(p *model.Plan, n model.Number) { at(p).GivenBack = n }),
			k.number("correction", say.TaskCorrection, now.Correction, 1, 0, model.MaxHoursAMonth, func(p *model.Plan, n model.Number) { at(p).Correction = n }),
			onward(say.SaveTask, func() tea.Cmd {
				if own.plan().Role.Tasks[0].Name == "" {
					d.refuse(say.NamelessTask)
					return nil
				}
				d.change("", title, func(p *model.Plan) {
					if index >= 0 {
						p.Role.Tasks[index] = own.plan().Role.Tasks[0]
					} else {
						roleOf(p).Tasks = append(roleOf(p).Tasks, own.plan().Role.Tasks[0])
					}
				})
				d.close()
				return nil
			}),
		}
		if index >= 0 {
			drop := onward(say.DropTask, func() tea.Cmd {
				d.change("", say.DropTask, func(p *model.Plan) { p.Role.Tasks = slices.Delete(p.Role.Tasks, index, index+1) })
				d.close()
				return nil
			})
			drop.id, drop.sign = "task.drop", "✗"
			fields = append(fields, drop)
		}
		return fields
	})
}

func (r *role) layout(area image.Rectangle) {
	r.area, r.aside = area, image.Rectangle{}
	if area.Dx() >= 100 {
		r.aside = image.Rect(area.Max.X-46, area.Min.Y+2, area.Max.X, area.Max.Y)
		r.layoutForm(image.Rect(area.Min.X, area.Min.Y+2, r.aside.Min.X-2, area.Max.Y-4))
		return
	}
	r.layoutForm(image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, area.Max.Y-6))
}

func (r *role) draw() draw.Block {
	w := r.area.Dx()
	head := draw.Text(w, r.look.title.Paint(r.say.Role.Question), "")
	text, ink := r.helpText()
	if r.aside.Empty() {
		help := draw.Stack(draw.Text(w, r.look.line.Paint(draw.Rule(w))), draw.Paragraph(w, ink, text).Tall(3), draw.Paragraph(w, r.look.strong, r.short()).Tall(2))
		return draw.Stack(head, r.drawForm(), help).Tall(r.area.Dy())
	}
	left := r.aside.Min.X - 2 - r.area.Min.X
	body := draw.Stack(r.drawForm(), draw.Text(left, r.look.line.Paint(draw.Rule(left))), draw.Paragraph(left, ink, text).Tall(3))
	return draw.Stack(head, draw.Beside(body, draw.Blank(2, 1), r.outcome(r.aside.Dx()))).Tall(r.area.Dy())
}

// figures works the role out; false before anything was told.
func (r *role) figures() (plan.RoleOutlook, bool) { return plan.RoleOf(r.plan(), r.outlook()) }

// short is the heart of it in a sentence.
func (r *role) short() string {
	x, ok := r.figures()
	if !ok {
		return r.say.Role.NotTold
	}
	return r.say.Role.Short.With("cost", r.say.Money(x.Cost), "customers", r.say.Count(x.BreakEven), "expected", r.say.Count(r.outlook().Total.More.Customers/r.plan().Years()))
}

// roleLine is a line of what comes of the role: a title, a text, or a figure with its name.
type roleLine struct {
	label, value string
	title        bool
	strong       bool
}

// outcomeLines are what the role costs, brings and holds up; none before anything was told.
func (r *role) outcomeLines() []roleLine {
	say := &r.say.Role
	x, ok := r.figures()
	if !ok {
		return nil
	}
	lines := []roleLine{
		{label: say.Outcome, title: true},
		{label: say.Cost, value: r.say.Money(x.Cost), strong: true},
		{label: say.BreakEven, value: r.say.Count(x.BreakEven), strong: true},
		{label: say.WithBudget, value: r.say.Count(x.WithBudget)},
		{label: say.Expected, value: r.say.Count(r.outlook().Total.More.Customers / r.plan().Years())},
	}
	if x.Outside > 0 {
		lines = append(lines, roleLine{label: say.Outside, value: r.say.Money(x.Outside)})
	}
	if x.GivenBack != 0 {
		lines = append(lines, roleLine{label: say.GivenBack, value: r.say.Plain(x.GivenBack)}, roleLine{label: say.BackValue, value: r.say.Result(x.BackValue)})
	}
	lines = append(lines,
		roleLine{label: say.Without.With("months", strconv.Itoa(r.plan().Months)), title: true},
		roleLine{label: say.LostCustomers, value: r.say.Count(x.LostCustomers), strong: true},
		roleLine{label: say.LostMargin, value: r.say.Result(x.LostMargin), strong: true},
		roleLine{label: say.Saved, value: r.say.Result(x.Saved)},
		roleLine{label: say.Stay, value: r.say.Count(x.Stay)})
	if len(x.Fades) > 0 {
		lines = append(lines, roleLine{}, roleLine{label: say.FadesText})
		for _, f := range x.Fades {
			c := r.plan().Channels[r.plan().Channel(f.Channel)]
			lines = append(lines, roleLine{label: r.shortName(c), value: r.say.Span(max(f.Half, 0))})
		}
	}
	return lines
}

// outcome draws what comes of the role.
func (r *role) outcome(w int) draw.Block {
	lines := r.outcomeLines()
	if lines == nil {
		return draw.Stack(draw.Text(w, r.look.title.Paint(r.say.Role.Outcome), r.look.line.Paint(draw.Rule(w))), draw.Paragraph(w, r.look.dim, r.say.Role.NotTold))
	}
	out := draw.Block{W: w}
	for i, line := range lines {
		switch {
		case line.title:
			if i > 0 {
				out = draw.Stack(out, draw.Blank(w, 1))
			}
			out = draw.Stack(out, draw.Text(w, r.look.title.Paint(line.label), r.look.line.Paint(draw.Rule(w))))
		case line.value == "":
			out = draw.Stack(out, draw.Paragraph(w, r.look.dim, line.label))
		default:
			ink := r.look.plain
			if line.strong {
				ink = r.look.strong
			}
			out = draw.Stack(out, draw.Text(w, r.look.dim.Paint(draw.Fit(line.label, w-14))+ink.Paint(draw.FitRight(line.value, 14))))
		}
	}
	return out
}

func (r *role) outcomePage() *page {
	return &page{desk: r.desk, name: "outcome", heading: r.say.Role.Outcome, body: untitled(r.outcome)}
}
