// The screens of the steps, and their list.

package frame

import (
	"arringa/plan"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"
	"arringa/ui/step/board"
	"arringa/ui/step/budget"
	"arringa/ui/step/calendar"
	"arringa/ui/step/channels"
	"arringa/ui/step/company"
	"arringa/ui/step/distance"
	"arringa/ui/step/home"
	"arringa/ui/step/progress"
	"arringa/ui/step/reasons"
	"arringa/ui/step/role"
	"arringa/ui/step/whatif"

	tea "charm.land/bubbletea/v2"
)

// rooms makes the screens of the steps.
var rooms = map[desk.Step]func(*desk.Desk) desk.Screen{
	desk.AtHome:     func(d *desk.Desk) desk.Screen { return home.New(d) },
	desk.AtCompany:  func(d *desk.Desk) desk.Screen { return company.New(d) },
	desk.AtDistance: func(d *desk.Desk) desk.Screen { return distance.New(d) },
	desk.AtChannels: func(d *desk.Desk) desk.Screen { return channels.New(d) },
	desk.AtBudget:   func(d *desk.Desk) desk.Screen { return budget.New(d) },
	desk.AtReasons:  func(d *desk.Desk) desk.Screen { return reasons.New(d) },
	desk.AtWhatif:   func(d *desk.Desk) desk.Screen { return whatif.New(d) },
	desk.AtCalendar: func(d *desk.Desk) desk.Screen { return calendar.New(d) },
	desk.AtRole:     func(d *desk.Desk) desk.Screen { return role.New(d) },
	desk.AtBoard:    func(d *desk.Desk) desk.Screen { return board.New(d) },
	desk.AtProgress: func(d *desk.Desk) desk.Screen { return progress.New(d) },
}

// newStepList offers the steps of the walk, with how far each has come and its key.
func (a *App) newStepList() desk.Dialog {
	progress := plan.ProgressOf(a.Plan())
	var choices []form.Choice
	for i, s := range a.Screens {
		mark := " "
		if i > 0 {
			mark = a.progressMark(progress[s.ID()])
		}
		label := draw.Fit(mark+" "+a.Say.App.Steps[s.ID()], 18) + a.KeyName(desk.Walk[i].Key())
		choices = append(choices, form.Choice{Label: label, Do: func() tea.Cmd { return a.enter(i) }})
	}
	l := form.NewList(a.Desk, "steps", a.Say.App.StepList, "", choices...)
	l.At = a.front
	return &stepList{l, a}
}

// stepList is the list of the steps: their own keys work in it too.
type stepList struct {
	*form.List
	app *App
}

func (l *stepList) Commands() []desk.Command {
	list := l.List.Commands()
	for i := range l.app.Screens {
		list = append(list, desk.Command{Scope: desk.InDialog, Keys: []string{desk.Walk[i].Key()},
			Name: l.Choices[i].Label, Do: func() tea.Cmd { return l.Pick(i) }})
	}
	return list
}
