package plan

import (
	"reflect"
	"slices"

	"arringa/model"
)

// Part is what two plans have of one kind that is neither an amount nor an assumption, and is
// not the same in both.
type Part struct {
	Kind PartKind
	N    int // how many are in one alone, or are not the same
}

// PartKind is a kind of things in a plan.
type PartKind string

// The kinds, in the order in which they are told.
const (
	PartReasons   PartKind = "reasons"
	PartEvents    PartKind = "events"
	PartTrials    PartKind = "trials"
	PartActuals   PartKind = "actuals"
	PartHistory   PartKind = "history"
	PartAnswers   PartKind = "answers"
	PartPresence  PartKind = "presence"
	PartEvidence  PartKind = "evidence"
	PartGrants    PartKind = "grants"
	PartScenarios PartKind = "scenarios"
	PartTasks     PartKind = "tasks"
	PartQuestions PartKind = "questions"
	PartBoard     PartKind = "board"
	PartCompany   PartKind = "company"
	PartChannels  PartKind = "channels"
	PartPlan      PartKind = "plan"
)

// Parts are the kinds of which two plans do not have the same, besides what Compare tells; none
// of a channel that is in one alone.
func Parts(a, b model.Plan) []Part {
	reasons, channels := channelParts(a, b)
	all := []Part{
		{PartReasons, reasons},
		{PartEvents, unlike(a.Events, b.Events)},
		{PartTrials, unlike(a.Trials, b.Trials)},
		{PartActuals, unlike(a.Actuals, b.Actuals)},
		{PartHistory, unlike(a.History, b.History)},
		{PartAnswers, unlike(a.Gap, b.Gap)},
		{PartPresence, unlike(a.Presence, b.Presence)},
		{PartEvidence, unlike(a.Evidence, b.Evidence)},
		{PartGrants, unlike(a.Grants, b.Grants)},
		{PartScenarios, unlike(a.Scenarios, b.Scenarios)},
		{PartTasks, unlike(tasks(a), tasks(b))},
		{PartQuestions, unlike(a.Board.Questions, b.Board.Questions)},
		{PartBoard, members(a.Board, b.Board, "Questions")},
		{PartCompany, members(a.Company, b.Company, "Kind", "FirstOrder", "Order", "OrdersPerYear", "Years", "Margin",
			"Conversion", "SalesCycleMonths", "Baseline", "Season", "VAT", "Revenue")},
		{PartChannels, channels},
		{PartPlan, members(a, b, "Schema", "Start", "Months", "Company", "Budget", "Channels", "Scenario", "Scenarios",
			"Board", "Role", "Trials", "Actuals", "History", "Gap", "Presence", "Evidence", "Grants", "Events")},
	}
	return slices.DeleteFunc(all, func(p Part) bool { return p.N == 0 })
}

// channelParts counts the reasons, and the choices that are no assumptions, which differ.
func channelParts(a, b model.Plan) (reasons, choices int) {
	for _, x := range a.Channels {
		i := b.Channel(x.ID)
		if i < 0 {
			continue
		}
		y := b.Channels[i]
		if !reflect.DeepEqual(x.Reason, y.Reason) {
			reasons++
		}
		choices += members(x, y, "Kind", "Amount", "AtLeast", "AtMost", "Threshold", "Calendar", "Figures", "LastYear",
			"Reason") + members(x.LastYear, y.LastYear, "Spend")
		if x.Figures.Counts != y.Figures.Counts {
			choices++
		}
	}
	return reasons, choices
}

func tasks(p model.Plan) []model.Task {
	if p.Role == nil {
		return nil
	}
	return p.Role.Tasks
}

// unlike counts what is in one list alone; one that was changed counts once.
func unlike[T any](a, b []T) int {
	left := slices.Clone(b)
	only := 0
	for _, x := range a {
		i := slices.IndexFunc(left, func(y T) bool { return reflect.DeepEqual(x, y) })
		if i < 0 {
			only++
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	return max(only, len(left))
}

// members counts the members of a struct that differ, besides some.
func members[T any](a, b T, besides ...string) int {
	x, y, n := reflect.ValueOf(a), reflect.ValueOf(b), 0
	for i := range x.NumField() {
		if !slices.Contains(besides, x.Type().Field(i).Name) &&
			!reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			n++
		}
	}
	return n
}
