package xlsx

// The sheets that a book can have. A new one is an id here with its name and its line in tabs, its
// words in the catalogue (sheets, questions, answers), and a file with the function that fills it.

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

// sheetNames are what plans and the catalogue call the sheets.
var sheetNames = [sheetIDs]string{
	summaryTab:          "summary",
	contentsTab:         "contents",
	leversTab:           "levers",
	budgetTab:           "budget",
	calendarTab:         "calendar",
	resultsTab:          "results",
	curvesTab:           "curves",
	scenariosTab:        "scenarios",
	cutsTab:             "cuts",
	uncertaintyTab:      "uncertainty",
	reasonsTab:          "reasons",
	questionsTab:        "questions",
	roleTab:             "role",
	distanceTab:         "distance",
	presenceTab:         "presence",
	trialsTab:           "trials",
	progressTab:         "progress",
	assumptionsTab:      "assumptions",
	sourcesTab:          "sources",
	workingsTab:         "workings",
	scenarioWorkingsTab: "scenario_workings",
}

// tab is a kind of sheet: when a plan has anything for it, and how it is filled.
type tab struct {
	fill func(b *account, s *part.Sheet) // completes it; what leads to the figures is there before
	tint look.Color
	has  func(b *subject) bool // nil: always
	core bool                  // others rest on it: it cannot be left out
}

// tabs are the sheets, each with the function that fills it.
var tabs = [sheetIDs]tab{
	summaryTab:     {fill: fillSummary, tint: look.Gold, core: true},
	contentsTab:    {fill: fillContents, tint: look.Gold},
	leversTab:      {fill: fillLevers, tint: look.Blue, core: true},
	budgetTab:      {fill: fillBudget, tint: look.Navy, core: true},
	calendarTab:    {fill: fillCalendar, tint: look.Navy, core: true},
	resultsTab:     {fill: fillResults, tint: look.Navy, core: true},
	curvesTab:      {fill: fillCurves, tint: look.Teal, has: (*subject).hasChannels},
	scenariosTab:   {fill: fillScenarios, tint: look.Teal, core: true},
	cutsTab:        {fill: fillCuts, tint: look.Teal, has: (*subject).spends},
	uncertaintyTab: {fill: fillUncertainty, tint: look.Teal, has: (*subject).spends},
	reasonsTab:     {fill: fillReasons, tint: look.Teal, has: (*subject).hasChannels},
	questionsTab:   {fill: fillQuestions, tint: look.Teal, has: (*subject).hasChannels},
	roleTab:        {fill: fillRole, tint: look.Gold, has: func(b *subject) bool { return b.plan.Role != nil }},
	distanceTab:    {fill: fillDistance, tint: look.Gold, has: (*subject).measured},
	presenceTab:    {fill: fillPresence, tint: look.Gold, has: (*subject).wasAsked},
	trialsTab: {fill: fillTrials, tint: look.Gold,
		has: func(b *subject) bool { return len(b.plan.Trials) > 0 }},
	progressTab:         {fill: fillProgress, tint: look.Gold, has: (*subject).hasChannels},
	assumptionsTab:      {fill: fillAssumptions, tint: look.Grey, core: true},
	sourcesTab:          {fill: fillSources, tint: look.Grey, has: func(b *subject) bool { return len(b.cited()) > 0 }},
	workingsTab:         {fill: fillWorkings, tint: look.Hair, core: true},
	scenarioWorkingsTab: {fill: fillScenarioWorkings, tint: look.Hair, core: true},
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
	for id, tab := range tabs {
		if tab.has == nil || tab.has(b) {
			in := tab.core || !slices.Contains(p.Board.LeftOut, sheetNames[id])
			list = append(list, Sheet{sheetNames[id], tab.core, in})
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

func (b *subject) wasAsked() bool    { return len(b.plan.Presence) > 0 }
func (b *subject) hasChannels() bool { return len(b.plan.Channels) > 0 }

// spends reports whether any channel is given something.
func (b *subject) spends() bool { return b.plan.Allocated() > 0 }

// measured reports whether the company answered a question of the gap check.
func (b *subject) measured() bool {
	return slices.ContainsFunc(templates.Profile(b.plan), func(a templates.Area) bool { return a.Answered > 0 })
}
