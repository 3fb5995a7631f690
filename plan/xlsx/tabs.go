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
	id   string                       // of its name and its question in the catalogue
	fill func(b *book, s *part.Sheet) // after the figures; what leads to them is there before
	has  func(b *book) bool           // nil: always
	core bool                         // others rest on it: it cannot be left out
	tint look.Color
}

var tabs [sheetIDs]tab

func init() {
	channels := func(b *book) bool { return len(b.plan.Channels) > 0 }
	given := func(b *book) bool { return b.plan.Allocated() > 0 }
	tabs = [sheetIDs]tab{
		summaryTab:     {id: "summary", fill: fillSummary, core: true, tint: look.Gold},
		contentsTab:    {id: "contents", fill: fillContents, tint: look.Gold},
		leversTab:      {id: "levers", fill: fillLevers, core: true, tint: look.Blue},
		budgetTab:      {id: "budget", fill: fillBudgetPage, core: true, tint: look.Navy},
		calendarTab:    {id: "calendar", fill: fillCalendarPage, core: true, tint: look.Navy},
		resultsTab:     {id: "results", fill: fillResultsPage, core: true, tint: look.Navy},
		curvesTab:      {id: "curves", fill: fillCurves, has: channels, tint: look.Teal},
		scenariosTab:   {id: "scenarios", fill: fillScenarios, core: true, tint: look.Teal},
		cutsTab:        {id: "cuts", fill: fillCuts, has: given, tint: look.Teal},
		uncertaintyTab: {id: "uncertainty", fill: fillUncertainty, has: given, tint: look.Teal},
		reasonsTab:     {id: "reasons", fill: fillReasons, has: channels, tint: look.Teal},
		questionsTab:   {id: "questions", fill: fillQuestions, has: channels, tint: look.Teal},
		roleTab: {id: "role", fill: fillRole, tint: look.Gold,
			has: func(b *book) bool { return b.plan.Role != nil }},
		distanceTab: {id: "distance", fill: fillDistance, has: (*book).measured, tint: look.Gold},
		presenceTab: {id: "presence", fill: fillPresence, tint: look.Gold,
			has: func(b *book) bool { return len(b.plan.Presence) > 0 }},
		trialsTab: {id: "trials", fill: fillTrials, tint: look.Gold,
			has: func(b *book) bool { return len(b.plan.Trials) > 0 }},
		progressTab:    {id: "progress", fill: fillProgress, has: channels, tint: look.Gold},
		assumptionsTab: {id: "assumptions", fill: fillAssumptionsPage, core: true, tint: look.Grey},
		sourcesTab: {id: "sources", fill: fillSources, tint: look.Grey,
			has: func(b *book) bool { return len(b.cited()) > 0 }},
		workingsTab: {id: "workings", fill: fillWorkingsPage, core: true, tint: look.Hair},
		scenarioWorkingsTab: {id: "scenario_workings", fill: fillScenarioWorkingsPage,
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
	b := &book{plan: p, scenarios: scenariosOf(p)}
	var list []Sheet
	for _, tab := range tabs {
		if tab.has == nil || tab.has(b) {
			in := tab.core || !slices.Contains(p.Board.LeftOut, tab.id)
			list = append(list, Sheet{tab.id, tab.core, in})
		}
	}
	return list
}

// makeSheets makes the sheets that have anything on them.
func makeSheets(b *book) {
	in := Sheets(b.plan)
	for id, tab := range tabs {
		if !slices.Contains(in, Sheet{tab.id, tab.core, true}) {
			continue
		}
		s := b.file.Add(b.words.Sheets[tab.id])
		s.Page.Tab(tab.tint)
		b.tabs[id] = s
	}
	b.file.Texts()
}

// measured reports whether the company answered a question of the gap check.
func (b *book) measured() bool {
	return slices.ContainsFunc(templates.Profile(b.plan), func(a templates.Area) bool { return a.Answered > 0 })
}
