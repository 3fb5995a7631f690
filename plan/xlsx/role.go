package xlsx

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"fmt"

	"arringa/model"
	"arringa/plan"
)

// roleCells are the figures of the role.
type roleCells struct {
	cost, breakEven, withBudget, outside, hours, backValue, lost formula.Num
	stops, last                                                  int // rows
}

// fillRole adds what stands around the figures.
func fillRole(b *book, s *part.Sheet) {
	b.head(roleTab, 6)
	roleChart(b, s)
	s.Page.Paper(6, b.role.last, 0, b.role.stops)
}

// placeRole defends the role in live figures: what it costs, who pays for it, what the same
// work costs outside, what stops without it.
func placeRole(b *book) {
	s := b.page(roleTab)
	if s == nil {
		return
	}
	w, say := b.words, &b.say.Role
	role := *b.plan.Role
	r, _ := plan.RoleOf(b.plan, b.outlook)
	s.Widths(1, 50, 15, 15, 15, 15, 15)
	row := headRows + 1
	s.Section(row, 1, 3, w.RoleCosts)
	input := func(name, label string, style look.Style, origin model.Origin) formula.Num {
		row++
		s.Text(1, row, look.Row, label)
		n := b.input(s, 2, row, style|look.Row, "role_"+name)
		s.Text(3, row, look.Row|look.Indent|originStyle(origin), b.originName(origin))
		return n
	}
	salary := input("salary", say.Salary.Label, look.Money, role.Salary.Origin)
	times := input("company_cost", say.CompanyCost.Label, look.Factor, role.CompanyCost.Origin)
	share := input("share", say.Share.Label, look.Share, role.Share.Origin)
	tools := input("tools", say.Tools.Label, look.Money, role.Tools.Origin)
	stopsOrigin := model.Judgement
	if role.Stops != nil {
		stopsOrigin = role.Stops.Origin
	}
	stops := input("stops", say.Stops.Label, look.Share, stopsOrigin)
	line := func(label string, style look.Style, n formula.Num) formula.Num {
		row++
		s.Blank(1, 3, row, look.Row)
		s.Text(1, row, look.Row, label)
		return s.Num(2, row, style|look.Row, n)
	}
	t := b.total
	row++
	s.Section(row+1, 1, 3, w.RolePays)
	row++
	yearly := salary.Times(times).Times(share).Plus(tools)
	k := &b.role
	k.cost = line(say.Cost, look.Money|look.Bold, formula.Calc(euros(r.Cost), "ROUND(%s,2)", yearly))
	hourly := line(w.HourCosts, look.Cents, formula.Calc(euros(r.Hourly), "%s*%s/%d", salary, times, plan.HoursAYear))
	years := formula.Lit(b.plan.Years())
	k.breakEven = line(say.BreakEven, look.Count|look.Bold, formula.Calc(r.BreakEven, "IF(%[1]s>0,%[2]s/%[1]s,0)", b.work.firstYear, yearly))
	k.withBudget = line(say.WithBudget, look.Count, formula.Calc(r.WithBudget, "IF(%[1]s>0,(%[2]s+%[3]s/%[4]s)/%[1]s,0)", b.work.firstYear, yearly, t.cost, years))
	line(say.Expected, look.Count, t.customers.Over(years))
	row = roleTasks(b, s, row+2, role, r, hourly)
	roleStops(b, s, row+1, role, r, yearly, stops)
}

// roleTasks compares each task with its price outside, and returns the row below.
func roleTasks(b *book, s *part.Sheet, row int, role model.Role, r plan.RoleOutlook, hourly formula.Num) int {
	w := b.words
	if len(role.Tasks) == 0 {
		return row
	}
	for i, label := range []string{w.Tasks, w.HoursAMonth, w.InsideAYear, w.OutsideAMonth, w.BackAMonth, w.CorrectionAMonth} {
		style := look.Head | look.Right
		if i == 0 {
			style = look.Head
		}
		s.Text(1+i, row, style, label)
	}
	s.Height(row, 30)
	first := row + 1
	var lines [5][]formula.Num // by column: hours, inside, outside, given back, correction
	for i, t := range role.Tasks {
		row++
		s.Text(1, row, look.Row, part.Clean(t.Name))
		hours := b.input(s, 2, row, look.Factor|look.Row, task(i, "hours"))
		for at, n := range []formula.Num{
			hours, s.Num(3, row, look.Money|look.Row, formula.Calc(euros(r.Tasks[i].Inside), "12*%s*%s", hours, hourly)), b.input(s, 4, row, look.Money|look.Row, task(i, "outside")),
			b.input(s, 5, row, look.Factor|look.Row, task(i, "back")), b.input(s, 6, row, look.Factor|look.Row, task(i, "correction")),
		} {
			lines[at] = append(lines[at], n)
		}
	}
	s.Text(1, row+1, look.Total, w.Total)
	var sums [5]formula.Num
	for at, style := range []look.Style{look.Factor, look.Money, look.Money, look.Factor, look.Factor} {
		sums[at] = s.Num(2+at, row+1, style|look.Total, formula.Total(s.Stack(2+at, first, row), lines[at]...))
	}
	return roleOutside(b, s, row+2, r, sums[2], sums[3].Minus(sums[4]), hourly)
}

// roleOutside is what the tasks cost outside, and what AI tools give back of them.
func roleOutside(b *book, s *part.Sheet, row int, r plan.RoleOutlook, outside, given, hourly formula.Num) int {
	say, k := &b.say.Role, &b.role
	line := func(label string, style look.Style, n formula.Num) formula.Num {
		row++
		s.Blank(1, 3, row, look.Row)
		s.Text(1, row, look.Row, label)
		return s.Num(2, row, style|look.Row, n)
	}
	k.outside = line(say.Outside, look.Money|look.Bold, formula.Calc(euros(r.Outside), "12*%s", outside))
	k.hours = line(say.GivenBack, look.Factor, given)
	k.backValue = line(say.BackValue, look.Money, formula.Calc(euros(r.BackValue), "12*%s*%s", k.hours, hourly))
	return row + 1
}

// task names an input of a task.
func task(i int, what string) string { return fmt.Sprintf("task%d_%s", i+1, what) }

// roleStops is what stops without the role, and how fast.
func roleStops(b *book, s *part.Sheet, row int, role model.Role, r plan.RoleOutlook, yearly, stops formula.Num) {
	w, t, say := b.words, b.total, &b.say.Role
	b.role.stops = row
	s.Section(row, 1, 3, say.Without.With("months", itoa(b.plan.Months)))
	line := func(label string, style look.Style, n formula.Num) formula.Num {
		row++
		s.Blank(1, 3, row, look.Row)
		s.Text(1, row, look.Row, label)
		return s.Num(2, row, style|look.Row, n)
	}
	months := b.plan.Months - min(max(int(role.Started-b.plan.Start), 0), b.plan.Months)
	line(say.LostCustomers, look.Count|look.Bold, formula.Calc(r.LostCustomers, "%s*%s", stops, t.customers))
	b.role.lost = line(say.LostMargin, look.Money|look.Bold, formula.Calc(euros(r.LostMargin), "%s*%s", stops, t.margin))
	line(say.Saved, look.Money, formula.Calc(euros(r.Saved), "%s+ROUND(%s*%d/12,2)", t.cost, yearly, months))
	row += 2
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
			left := fmt.Sprintf("IF(%[1]s=1,%[2]g,%[2]g*%[3]s/(%[4]s/12*(1-%[2]g)+%[3]s))", k.linear, x.left, k.half, k.amount)
			s.Num(2+col, row, look.Level|look.Row, formula.Calc(max(x.months, 0), "-%s*LOG(%s,2)", k.halfLife, formula.Num{F: left}))
		}
	}
	b.role.last = row
}

// roleChart sets what the role costs beside what the same work costs outside and what stops
// without it.
func roleChart(b *book, s *part.Sheet) {
	w := b.words
	work := b.page(workingsTab)
	row := work.Last() + 2
	years := formula.Lit(b.plan.Years())
	bars := []struct {
		label string
		n     formula.Num
	}{{w.RoleBar, b.role.cost}, {w.OutsideBar, b.role.outside}, {w.StopsBar, b.role.lost.Over(years)}}
	first := row
	for _, x := range bars {
		if x.n.F == "" {
			continue
		}
		work.Text(1, row, look.Row, x.label)
		work.Num(2, row, look.Money|look.Row, x.n)
		row++
	}
	b.finding(s, headRows+1, 4, 6, w.RoleFinding, w.RoleChart, b.figures.With("kept", b.Money(b.role.lost.Over(years))))
	s.Draw(&part.Chart{At: part.Over(4, headRows+2, 6, headRows+13), Alt: w.RoleChartAlt, Bare: true, Plots: []part.Plot{{Kind: part.Columns, Gap: 60, Series: []part.Series{{
		Cats: work.Stack(1, first, row-1), Vals: work.Stack(2, first, row-1), Color: look.Teal, Points: []look.Color{look.Navy, look.Gold, look.Teal}[:row-first], Labels: b.file.Format(look.Money), At: "outEnd",
	}}}}})
}

// inputs of the role and its tasks.
func (l *inputList) role(p model.Plan) {
	if p.Role == nil {
		return
	}
	t := &l.say.Role
	at := func(p *model.Plan) *model.Role { return p.Role }
	l.amount("role_salary", t.Salary.Label, func(p *model.Plan) *model.Amount { return &at(p).Salary })
	l.number("role_company_cost", t.CompanyCost.Label, 0, model.MaxCompanyCost, func(p *model.Plan) *model.Number { return &at(p).CompanyCost })
	l.number("role_share", t.Share.Label, 0, 1, func(p *model.Plan) *model.Number { return &at(p).Share })
	l.amount("role_tools", t.Tools.Label, func(p *model.Plan) *model.Amount { return &at(p).Tools })
	l.add(input{name: "role_stops", label: t.Stops.Label, most: 1,
		get: func(p *model.Plan, _ int) (float64, bool) { return p.Role.StopsShare(), true },
		set: func(p *model.Plan, _ int, v float64) { p.Role.Stops = &model.Number{Value: v, Origin: model.Own} },
	})
	for i, x := range p.Role.Tasks {
		of := func(p *model.Plan) *model.Task { return &p.Role.Tasks[i] }
		l.number(task(i, "hours"), x.Name+": "+t.TaskHours.Label, 0, model.MaxHoursAMonth, func(p *model.Plan) *model.Number { return &of(p).Hours })
		l.amount(task(i, "outside"), x.Name+": "+t.TaskOutside.Label, func(p *model.Plan) *model.Amount { return &of(p).Outside })
		l.number(task(i, "back"), x.Name+": "+t.TaskBack.Label, 0, model.MaxHoursAMonth, func(p *model.Plan) *model.Number { return &of(p).GivenBack })
		l.number(task(i, "correction"), x.Name+": "+t.TaskCorrection.Label, 0, model.MaxHoursAMonth, func(p *model.Plan) *model.Number { return &of(p).Correction })
	}
}
