package xlsx

// The sheets that a book can have.

import (
	"slices"

	"arringa/model"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// sheetID is a sheet that a book can have, in the order of the tabs.
type sheetID int

const (
	summaryTab sheetID = iota
	contentsTab
	leversTab
	budgetTab
	calendarTab
	resultsTab
	curvesTab
	scenariosTab
	cutsTab
	uncertaintyTab
	reasonsTab
	questionsTab
	roleTab
	distanceTab
	presenceTab
	trialsTab
	progressTab
	assumptionsTab
	sourcesTab
	workingsTab
	scenarioWorkingsTab
	sheetIDs int = iota
)

// tab is a kind of sheet: its name, when a plan has anything for it, and how it is filled.
type tab struct {
	id   string                          // of its name and its question in the catalogue
	fill func(b *account, s *part.Sheet) // after the figures; what leads to them is there before
	has  func(b *subject) bool           // nil: always
	core bool                            // others rest on it: it cannot be left out
	tint look.Color
}

var tabs [sheetIDs]tab

func init() {
	channels := func(b *subject) bool { return len(b.plan.Channels) > 0 }
	given := func(b *subject) bool { return b.plan.Allocated() > 0 }
	tabs = [sheetIDs]tab{
		summaryTab:     {id: "summary", fill: fillSummary, core: true, tint: look.Gold},
		contentsTab:    {id: "contents", fill: fillContents, tint: look.Gold},
		leversTab:      {id: "levers", fill: fillLevers, core: true, tint: look.Blue},
		budgetTab:      {id: "budget", fill: fillBudget, core: true, tint: look.Navy},
		calendarTab:    {id: "calendar", fill: fillCalendar, core: true, tint: look.Navy},
		resultsTab:     {id: "results", fill: fillResults, core: true, tint: look.Navy},
		curvesTab:      {id: "curves", fill: fillCurves, has: channels, tint: look.Teal},
		scenariosTab:   {id: "scenarios", fill: fillScenarios, core: true, tint: look.Teal},
		cutsTab:        {id: "cuts", fill: fillCuts, has: given, tint: look.Teal},
		uncertaintyTab: {id: "uncertainty", fill: fillUncertainty, has: given, tint: look.Teal},
		reasonsTab:     {id: "reasons", fill: fillReasons, has: channels, tint: look.Teal},
		questionsTab:   {id: "questions", fill: fillQuestions, has: channels, tint: look.Teal},
		roleTab: {id: "role", fill: fillRole, tint: look.Gold,
			has: func(b *subject) bool { return b.plan.Role != nil }},
		distanceTab: {id: "distance", fill: fillDistance, has: (*subject).measured, tint: look.Gold},
		presenceTab: {id: "presence", fill: fillPresence, tint: look.Gold,
			has: func(b *subject) bool { return len(b.plan.Presence) > 0 }},
		trialsTab: {id: "trials", fill: fillTrials, tint: look.Gold,
			has: func(b *subject) bool { return len(b.plan.Trials) > 0 }},
		progressTab:    {id: "progress", fill: fillProgress, has: channels, tint: look.Gold},
		assumptionsTab: {id: "assumptions", fill: fillAssumptions, core: true, tint: look.Grey},
		sourcesTab: {id: "sources", fill: fillSources, tint: look.Grey,
			has: func(b *subject) bool { return len(b.cited()) > 0 }},
		workingsTab: {id: "workings", fill: fillWorkings, core: true, tint: look.Hair},
		scenarioWorkingsTab: {id: "scenario_workings", fill: fillScenarioWorkings,
			core: true, tint: look.Hair},
	}
}

// Sheet is a sheet that a plan's workbook can have.
type Sheet struct {
	ID   string // of its name and its question in the catalogue
	Core bool   // others rest on it: it cannot be left out
	In   bool   // the plan's Board does not leave it out
}

// Sheets are the sheets on which a plan has anything, in the order of their tabs.
func Sheets(p model.Plan) []Sheet {
	b := &subject{plan: p, scenarios: scenariosOf(p)}
	var list []Sheet
	for _, tab := range tabs {
		if tab.has == nil || tab.has(b) {
			in := tab.core || !slices.Contains(p.Board.LeftOut, tab.id)
			list = append(list, Sheet{tab.id, tab.core, in})
		}
	}
	return list
}

// fillTabs completes the sheets, one after the other, and tells how far it came.
func fillTabs(b *account, progress func(done, all int) error) {
	done, all := 0, 0
	for _, s := range b.tabs {
		if s != nil {
			all++
		}
	}
	for id, s := range b.tabs {
		if s == nil || b.file.Err() != nil {
			continue
		}
		tabs[id].fill(b, s)
		if done++; progress != nil && b.file.Err() == nil {
			b.file.Try(progress(done, all))
		}
	}
}

// measured reports whether the company answered a question of the gap check.
func (b *subject) measured() bool {
	return slices.ContainsFunc(templates.Profile(b.plan), func(a templates.Area) bool { return a.Answered > 0 })
}
