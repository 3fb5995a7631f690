package ui

import (
	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// rooms makes the screens of the steps.
var rooms = map[step]func(*desk) screen{
	atHome:     func(d *desk) screen { return newHome(d) },
	atCompany:  func(d *desk) screen { return newCompany(d) },
	atDistance: func(d *desk) screen { return newDistance(d) },
	atChannels: func(d *desk) screen { return newChannels(d) },
	atBudget:   func(d *desk) screen { return newBudget(d) },
	atReasons:  func(d *desk) screen { return newReasons(d) },
	atWhatif:   func(d *desk) screen { return newWhatif(d) },
	atCalendar: func(d *desk) screen { return newCalendar(d) },
	atRole:     func(d *desk) screen { return newRole(d) },
	atBoard:    func(d *desk) screen { return newBoard(d) },
	atProgress: func(d *desk) screen { return newProgress(d) },
}

// newStepList offers the steps of the walk, with how far each has come and its key.
func (a *app) newStepList() dialog {
	progress := plan.ProgressOf(a.plan())
	var choices []choice
	for i, s := range a.screens {
		mark := " "
		if i > 0 {
			mark = a.progressMark(progress[s.id()])
		}
		label := draw.Fit(mark+" "+a.say.App.Steps[s.id()], 18) + a.keyName(walk[i].key())
		choices = append(choices, choice{label, func() tea.Cmd { return a.enter(i) }})
	}
	l := newList(a.desk, "steps", a.say.App.StepList, "", choices...)
	l.at = a.front
	return &stepList{l, a}
}

// stepList is the list of the steps: their own keys work in it too.
type stepList struct {
	*list
	app *app
}

func (l *stepList) commands() []command {
	list := l.list.commands()
	for i := range l.app.screens {
		list = append(list, command{scope: inDialog, keys: []string{walk[i].key()}, name: l.choices[i].label, do: func() tea.Cmd { return l.choose(i) }})
	}
	return list
}
