package ui

import (
	"strconv"

	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// newStepList offers the steps of the walk, with how far each has come and its key.
func (a *app) newStepList() dialog {
	progress := plan.ProgressOf(a.plan())
	var choices []choice
	for i, s := range a.screens {
		mark := " "
		if i > 0 {
			mark = a.progressMark(progress[s.id()])
		}
		label := draw.Fit(mark+" "+a.say.App.Steps[s.id()], 18) + stepKeys[i]
		choices = append(choices, choice{label, func() tea.Cmd { a.enter(i); return nil }})
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
		key := "f" + strconv.Itoa(i+2)
		if i == 0 {
			key = "ctrl+o"
		}
		list = append(list, command{keys: []string{key}, name: l.choices[i].label, do: func() tea.Cmd { return l.choose(i) }})
	}
	return list
}

// stepKeys are the keys that go to the steps, as they are called.
var stepKeys = [...]string{"^O", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12"}
