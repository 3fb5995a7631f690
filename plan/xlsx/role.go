package xlsx

import (
	"fmt"
	"strconv"

	"arringa/model"
	"arringa/plan"
)

// fillRole defends the role in live figures: what it costs, who pays for it, what the same
// work costs outside, what stops without it.
func (b *book) fillRole() {
	s, w := b.role, b.words
	r, ok := plan.RoleOf(b.plan, b.outlook)
	if s == nil || !ok {
		return
	}
	role := *b.plan.Role
	s.head(w.SheetRole, w.RoleAnswer, 5)
	s.width(1, 1, 52)
	s.width(2, 5, 17)
	row := 4
	s.text(1, row, "section", w.RoleCosts)
	s.blank(2, row, "section")
	s.blank(3, row, "section")
	row++
	input := func(name, label, style string, v float64, origin model.Origin) string {
		s.text(1, row, "row", label)
		s.number(2, row, style+" row input", v)
		s.text(3, row, "row "+originStyle(origin), b.originName(origin))
		s.named("in_role_"+name, 2, row)
		row++
		return abs(2, row-1)
	}
	salary := input("salary", b.say.Role.Salary.Label, "money", euros(float64(role.Salary.Cents)), role.Salary.Origin)
	cost := input("company_cost", b.say.Role.CompanyCost.Label, "factor", role.CompanyCost.Value, role.CompanyCost.Origin)
	share := input("share", b.say.Role.Share.Label, "share", role.Share.Value, role.Share.Origin)
	tools := input("tools", b.say.Role.Tools.Label, "money", euros(float64(role.Tools.Cents)), role.Tools.Origin)
	line := func(label, style, f string, v any) string {
		s.text(1, row, "row", label)
		s.formula(2, row, style+" row", f, v)
		row++
		return abs(2, row-1)
	}
	line(b.say.Role.Cost, "money bold", fmt.Sprintf("ROUND((%s*%s*%s+%s)*100,0)/100", salary, cost, share, tools), euros(float64(r.Cost)))
	t := b.budgetTotal()
	years := fmt.Sprintf("(%d/12)", b.plan.Months)
	if b.outlook.FirstYearMargin > 0 {
		line(b.say.Role.BreakEven, "count bold", fmt.Sprintf("(%s*%s*%s+%s)/%s", salary, cost, share, tools, b.company.firstYear), r.BreakEven)
		line(b.say.Role.WithBudget, "count", fmt.Sprintf("(%s*%s*%s+%s+%s*%s/%s)/%s", salary, cost, share, tools, b.calendar.at(2, 5+len(b.plan.Channels)), b.company.cost, years, b.company.firstYear), r.WithBudget)
	}
	line(b.say.Role.Expected, "count", fmt.Sprintf("%s/%s", b.budget.at(cCustomers, t), years), b.outlook.Total.More.Customers/b.plan.Years())
	row++
	b.roleTasks(&row, role, r)
	b.roleStops(&row, r)
}

// roleTasks compares each task with its price outside.
func (b *book) roleTasks(row *int, role model.Role, r plan.RoleOutlook) {
	if len(role.Tasks) == 0 {
		return
	}
	s, w := b.role, b.words
	for i, label := range []string{w.Tasks, w.HoursAMonth, w.OutsideAMonth, w.BackAMonth} {
		s.text(1+i, *row, map[bool]string{true: "head", false: "head right"}[i == 0], label)
	}
	*row++
	first := *row
	for i, t := range role.Tasks {
		s.text(1, *row, "row", t.Name)
		s.number(2, *row, "factor row input", t.Hours.Value)
		s.number(3, *row, "money row input", euros(float64(t.Outside.Cents)))
		s.number(4, *row, "factor row input", t.GivenBack.Value-t.Correction.Value)
		s.named("in_task"+strconv.Itoa(i+1)+"_outside", 3, *row)
		*row++
	}
	s.text(1, *row, "total", w.OutsideAYear)
	s.formula(3, *row, "money total", fmt.Sprintf("12*SUM(%s:%s)", ref(3, first), ref(3, *row-1)), euros(float64(r.Outside)))
	s.formula(2, *row, "factor total", fmt.Sprintf("SUM(%s:%s)", ref(2, first), ref(2, *row-1)), r.Hours)
	s.formula(4, *row, "factor total", fmt.Sprintf("SUM(%s:%s)", ref(4, first), ref(4, *row-1)), r.GivenBack)
	*row += 2
}

// roleStops is what stops without the role, and how fast.
func (b *book) roleStops(row *int, r plan.RoleOutlook) {
	s, w, t := b.role, b.words, b.budgetTotal()
	s.text(1, *row, "section", b.say.Role.Without)
	s.blank(2, *row, "section")
	s.blank(3, *row, "section")
	*row++
	stops := b.plan.Role.StopsShare()
	s.text(1, *row, "row", b.say.Role.Stops.Label)
	s.number(2, *row, "share row input", stops)
	share := abs(2, *row)
	*row++
	for _, x := range []struct {
		label, style string
		of           int
		v            float64
	}{{b.say.Role.LostCustomers, "count", cCustomers, r.LostCustomers}, {b.say.Role.LostMargin, "money", cMargin, euros(r.LostMargin)}} {
		s.text(1, *row, "row", x.label)
		s.formula(2, *row, x.style+" row bold", fmt.Sprintf("%s*%s", share, b.budget.at(x.of, t)), x.v)
		*row++
	}
	*row++
	s.text(1, *row, "head", w.FadesHead)
	s.text(2, *row, "head right", w.MonthsUnit)
	for _, f := range r.Fades {
		*row++
		s.text(1, *row, "row", b.channelName(f.Channel))
		s.number(2, *row, "count row", max(f.Half, 0))
	}
	s.onePage()
}
