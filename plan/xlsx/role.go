package xlsx

// The sheet of the role: what it costs, what the same work costs outside, and what stops without it.

import (
	"fmt"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// roleCells are the figures of the role.
type roleCells struct {
	cost, breakEven, withBudget formula.Num
	overPlan, back              formula.Num // the cost over the plan, and the return with it
	lost, lostCustomers, saved  formula.Num // without the role
	idleSaved                   formula.Num // without any spend
	taskCells

	stops, last int // rows: where what stops begins, and the last
}

// taskCells are what the role's tasks cost outside, and what AI tools give back of them.
type taskCells struct{ outside, hours, backValue formula.Num }

// fillRole adds what stands around the figures.
func fillRole(b *account, s *part.Sheet) {
	b.head(roleTab, 6)
	roleChart(b, s)
	s.Page.Paper(6, b.role.last, 0, b.role.stops)
}

// roleLines writes lines of the role's sheet, one below the other: a label and a figure.
type roleLines struct {
	s   *part.Sheet
	row int // the last that was written
}

func (l *roleLines) put(label string, style look.Style, n formula.Num) formula.Num {
	l.row++
	l.s.Blank(1, 3, l.row, look.Row)
	l.s.Text(1, l.row, look.Row, label)
	return l.s.Num(2, l.row, style|look.Row, n)
}

// roleInputs are the figures of the role that may be edited.
type roleInputs struct{ salary, times, share, tools, stops formula.Num }

// yearly is what the role costs a year, before it is rounded.
func (k roleInputs) yearly() formula.Num { return k.salary.Times(k.times).Times(k.share).Plus(k.tools) }

// placeRole defends the role in live figures: what it costs, who pays for it, what the same
// work costs outside, what stops without it.
func placeRole(b *results) (k roleCells) {
	s := b.page(roleTab)
	if s == nil {
		return k
	}
	w, say, t := b.words, &b.say.Role, b.total
	r, _ := plan.RoleOf(b.plan, b.outlook)
	s.Widths(1, 50, 15, 15, 15, 15, 15)
	in, row := placeRoleInputs(b, s, headRows+1)
	s.Section(row+2, 1, 3, w.RolePays)
	l := &roleLines{s, row + 2}
	yearly, years := in.yearly(), formula.Lit(b.plan.Years())
	k.cost = l.put(say.Cost, look.Money|look.Bold, formula.Calc(euros(r.Cost), "ROUND(%s,2)", yearly))
	hourly := l.put(w.HourCosts, look.Cents,
		formula.Calc(euros(r.Hourly), "%s*%s/%d", in.salary, in.times, plan.HoursAYear))
	k.breakEven = l.put(say.BreakEven, look.Count|look.Bold,
		formula.Calc(r.BreakEven, "IF(%[1]s>0,%[2]s/%[1]s,0)", b.worth.firstYear, yearly))
	k.withBudget = l.put(w.RoleWithSpend, look.Count, formula.Calc(r.WithBudget,
		"IF(%[1]s>0,(%[2]s+%[3]s/%[4]s)/%[1]s,0)", b.worth.firstYear, yearly, t.cost, years))
	l.put(say.Expected, look.Count, t.customers.Over(years))
	months := b.plan.Months - min(max(int(b.plan.Role.Started-b.plan.Start), 0), b.plan.Months)
	k.overPlan = l.put(w.RoleOverPlan.With("months", itoa(b.plan.Months)), look.Money,
		formula.Calc(euros(r.OverPlan), "ROUND(%s*%d/12,2)", yearly, months))
	k.back = l.put(w.ReturnWithRole, look.Change|look.Bold, formula.Gain(t.margin, t.cost.Plus(k.overPlan)))
	tasks, row := placeRoleTasks(b, s, l.row+2, r, hourly)
	k.taskCells, k.stops = tasks, row+1
	placeRoleStops(b, s, r, in, &k)
	return k
}

// placeRoleInputs writes what may be edited of the role, and returns the last row.
func placeRoleInputs(b *results, s *part.Sheet, row int) (roleInputs, int) {
	role, say := b.plan.Role, &b.say.Role
	s.Section(row, 1, 3, b.words.RoleCosts)
	input := func(name, label string, style look.Style, origin model.Origin) formula.Num {
		row++
		s.Text(1, row, look.Row, label)
		n := b.input(s, 2, row, style|look.Row, "role_"+name)
		s.Text(3, row, look.Row|look.Indent|originStyle(origin), b.originName(origin))
		return n
	}
	stops := model.Judgement
	if role.Stops != nil {
		stops = role.Stops.Origin
	}
	k := roleInputs{
		salary: input("salary", say.Salary.Label, look.Money, role.Salary.Origin),
		times:  input("company_cost", say.CompanyCost.Label, look.Factor, role.CompanyCost.Origin),
		share:  input("share", say.Share.Label, look.Share, role.Share.Origin),
		tools:  input("tools", say.Tools.Label, look.Money, role.Tools.Origin),
		stops:  input("stops", say.Stops.Label, look.Share, stops),
	}
	return k, row
}

// placeRoleTasks compares each task with its price outside, and returns the row below.
func placeRoleTasks(b *results, s *part.Sheet, row int, r plan.RoleOutlook, hourly formula.Num) (taskCells, int) {
	w, tasks := b.words, b.plan.Role.Tasks
	if len(tasks) == 0 {
		return taskCells{}, row
	}
	heads := []string{w.Tasks, w.HoursAMonth, w.InsideAYear, w.OutsideAMonth, w.BackAMonth, w.CorrectionAMonth}
	for i, label := range heads {
		style := look.Head | look.Right
		if i == 0 {
			style = look.Head
		}
		s.Text(1+i, row, style, label)
	}
	s.Height(row, 30)
	first := row + 1
	var lines [5][]formula.Num // by column: hours, inside, outside, given back, correction
	for i, t := range tasks {
		row++
		s.Text(1, row, look.Row, part.Clean(t.Name))
		hours := b.input(s, 2, row, look.Factor|look.Row, task(i, "hours"))
		inside := formula.Calc(euros(r.Tasks[i].Inside), "12*%s*%s", hours, hourly)
		for at, n := range []formula.Num{
			hours,
			s.Num(3, row, look.Money|look.Row, inside),
			b.input(s, 4, row, look.Money|look.Row, task(i, "outside")),
			b.input(s, 5, row, look.Factor|look.Row, task(i, "back")),
			b.input(s, 6, row, look.Factor|look.Row, task(i, "correction")),
		} {
			lines[at] = append(lines[at], n)
		}
	}
	s.Text(1, row+1, look.Total, w.Total)
	var sums [5]formula.Num
	for at, style := range []look.Style{look.Factor, look.Money, look.Money, look.Factor, look.Factor} {
		sums[at] = s.Num(2+at, row+1, style|look.Total, formula.Total(s.Stack(2+at, first, row), lines[at]...))
	}
	return placeRoleOutside(b, s, row+2, r, sums[2], sums[3].Minus(sums[4]), hourly)
}

// placeRoleOutside is what the tasks cost outside, and what AI tools give back of them.
func placeRoleOutside(b *results, s *part.Sheet, row int, r plan.RoleOutlook, outside, given, hourly formula.Num) (
	k taskCells, below int) {
	say, l := &b.say.Role, &roleLines{s, row}
	k.outside = l.put(say.Outside, look.Money|look.Bold, formula.Calc(euros(r.Outside), "12*%s", outside))
	k.hours = l.put(say.GivenBack, look.Factor, given)
	k.backValue = l.put(say.BackValue, look.Money, formula.Calc(euros(r.BackValue), "12*%s*%s", k.hours, hourly))
	return k, l.row + 1
}

// placeRoleStops sets beside each other what stops without the role and what stops without any
// spend: two things that are never the same.
func placeRoleStops(b *results, s *part.Sheet, r plan.RoleOutlook, in roleInputs, k *roleCells) {
	t, w, say, row := b.total, b.words, &b.say.Role, k.stops
	s.Section(row, 1, 3, w.Stopping)
	s.Text(2, row, look.Section|look.Right|look.Small|look.Wrap, w.WithoutRole)
	s.Text(3, row, look.Section|look.Right|look.Small|look.Wrap, w.WithoutSpend)
	s.Height(row, 30)
	line := func(label string, style look.Style, role, idle formula.Num) (formula.Num, formula.Num) {
		row++
		s.Text(1, row, look.Row, label)
		return s.Num(2, row, style|look.Row, role), s.Num(3, row, style|look.Row, idle)
	}
	k.lostCustomers, _ = line(say.LostCustomers, look.Count|look.Bold,
		formula.Calc(r.LostCustomers, "%s*%s", in.stops, t.customers), t.customers)
	k.lost, _ = line(say.LostMargin, look.Money|look.Bold,
		formula.Calc(euros(r.LostMargin), "%s*%s", in.stops, t.margin), t.margin)
	k.saved, k.idleSaved = line(say.Saved, look.Money,
		formula.Calc(euros(r.Saved), "%s*%s+%s", in.stops, t.cost, k.overPlan), valued(t.cost, euros(r.Idle.Saved)))
	k.last = placeFades(b, s, row+2, r)
}

// placeFades is how fast each channel's effect fades, and returns the last row.
func placeFades(b *results, s *part.Sheet, row int, r plan.RoleOutlook) int {
	w := b.words
	s.Text(1, row, look.Head, w.FadesHead)
	s.Text(2, row, look.Head|look.Right, w.MonthsToHalf)
	s.Text(3, row, look.Head|look.Right, w.MonthsToQuarter)
	s.Height(row, 30)
	at := 0
	for i, c := range b.plan.Channels {
		if c.Amount == 0 {
			continue
		}
		row++
		k, f := &b.channels[i], r.Fades[at]
		at++
		s.Text(1, row, look.Row, b.names[i])
		for col, x := range []struct{ left, months float64 }{{0.5, f.Half}, {0.25, f.Quarter}} {
			left := fmt.Sprintf("IF(%[1]s=1,%[2]g,%[2]g*%[3]s/(%[4]s/12*(1-%[2]g)+%[3]s))", k.linear, x.left, k.half,
				k.amount)
			s.Num(2+col, row, look.Level|look.Row,
				formula.Calc(max(x.months, 0), "-%s*LOG(%s,2)", k.halfLife, formula.Num{F: left}))
		}
	}
	return row
}

// roleChart sets what the role costs beside what the same work costs outside and what stops
// without it.
func roleChart(b *account, s *part.Sheet) {
	w := b.words
	work := b.page(workingsTab)
	row := work.Last() + 2
	perYear := b.role.lost.Over(formula.Lit(b.plan.Years()))
	first := row
	for _, x := range []struct {
		label string
		n     formula.Num
	}{{w.RoleBar, b.role.cost}, {w.OutsideBar, b.role.outside}, {w.StopsBar, perYear}} {
		if x.n.F == "" {
			continue
		}
		work.Text(1, row, look.Row, x.label)
		work.Num(2, row, look.Money|look.Row, x.n)
		row++
	}
	b.finding(s, headRows+1, 4, 6, w.RoleFinding, w.RoleChart, b.figures.With("kept", b.Money(perYear)))
	s.Draw(&part.Chart{
		At: part.Over(4, headRows+2, 6, headRows+13), Alt: w.RoleChartAlt, Bare: true,
		Plots: []part.Plot{{Kind: part.Columns, Gap: 60, Series: []part.Series{{
			Cats: work.Stack(1, first, row-1), Vals: work.Stack(2, first, row-1), Color: look.Teal,
			Points: []look.Color{look.Navy, look.Gold, look.Teal}[:row-first],
			Labels: b.file.Format(look.Money), At: "outEnd",
		}}}},
	})
}

// task names an input of a task.
func task(i int, what string) string { return fmt.Sprintf("task%d_%s", i+1, what) }

// role adds what may be changed of the role and its tasks.
func (l *inputList) role(p model.Plan) {
	if p.Role == nil {
		return
	}
	t := &l.say.Role
	l.amount("role_salary", t.Salary.Label, func(p *model.Plan) *model.Amount { return &p.Role.Salary })
	l.number("role_company_cost", t.CompanyCost.Label, 0, model.MaxCompanyCost,
		func(p *model.Plan) *model.Number { return &p.Role.CompanyCost })
	l.number("role_share", t.Share.Label, 0, 1, func(p *model.Plan) *model.Number { return &p.Role.Share })
	l.amount("role_tools", t.Tools.Label, func(p *model.Plan) *model.Amount { return &p.Role.Tools })
	l.add(input{name: "role_stops", label: t.Stops.Label, most: 1,
		get: func(p *model.Plan, _ int) (float64, bool) { return p.Role.StopsShare(), true },
		set: func(p *model.Plan, _ int, v float64) { p.Role.Stops = &model.Number{Value: v, Origin: model.Own} },
	})
	for i, x := range p.Role.Tasks {
		hours := func(what, label string, at func(t *model.Task) *model.Number) {
			l.number(task(i, what), x.Name+": "+label, 0, model.MaxHoursAMonth,
				func(p *model.Plan) *model.Number { return at(&p.Role.Tasks[i]) })
		}
		hours("hours", t.TaskHours.Label, func(t *model.Task) *model.Number { return &t.Hours })
		l.amount(task(i, "outside"), x.Name+": "+t.TaskOutside.Label,
			func(p *model.Plan) *model.Amount { return &p.Role.Tasks[i].Outside })
		hours("back", t.TaskBack.Label, func(t *model.Task) *model.Number { return &t.GivenBack })
		hours("correction", t.TaskCorrection.Label, func(t *model.Task) *model.Number { return &t.Correction })
	}
}
