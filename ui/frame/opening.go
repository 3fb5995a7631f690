// Plans put on the desk.

package frame

import (
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// open puts a plan on the desk and builds its steps.
func (a *App) open(f *file.File, p model.Plan, inHand []file.InHand) {
	a.leavesHand(inHand)
	a.Work, a.KeptAt = plan.NewEditor(p), f.Path
	a.Seen, a.Known = desk.Figures{}, nil
	a.Saver = saver{file: f, Pause: a.Saver.Pause}
	a.Screens = a.Screens[:1]
	for _, s := range desk.Walk[1:] {
		a.Screens = append(a.Screens, rooms[s](a.Desk))
	}
	a.Dialogs, a.openers = nil, map[desk.Dialog]opener{}
}

func (a *App) opened(msg desk.Opened) tea.Cmd {
	a.Logs("open", "workbook", msg.Book != "", desk.Noted(msg.Err))
	if msg.Err != nil {
		a.Wants.Note = desk.Note{Text: a.Explain(msg.Err, msg.Path), Kind: desk.Refused}
		if len(msg.Kept) > 0 {
			a.Show(newRescue(a, msg.Path, msg.Kept))
		}
		return nil
	}
	if !msg.Instead && a.Work != nil && (a.unsaved() || a.behind(a.toKeep())) {
		return a.afterSaving(func() tea.Cmd { return a.opensAfter(msg) })
	}
	return a.takes(msg)
}

// opensAfter goes on to another plan once the one in hand is saved. When it is the same
// file, what was read of it is old by now.
func (a *App) opensAfter(msg desk.Opened) tea.Cmd {
	if msg.File.Path() == a.Saver.file.Path() {
		return desk.OpenPath(msg.File.Path(), msg.At)
	}
	return a.takes(msg)
}

// takes puts a plan that was opened on the desk.
func (a *App) takes(msg desk.Opened) tea.Cmd {
	a.open(msg.File, msg.Plan, msg.InHand)
	a.Visit(msg.At)
	switch {
	case msg.Book != "":
		a.cameHome(msg)
	case msg.Made:
		a.Cheer(a.Say.Home.Created.With("path", desk.ShortPath(msg.Path)))
	}
	a.tellsOfFile(msg.File)
	a.offers()
	if msg.Back != nil {
		a.brings(bringing{msg.File, msg.BackFrom, *msg.Back, msg.File.Unkept()})
	}
	a.notes(msg.File)
	now := time.Now()
	return desk.Remember(func(m *file.Memory) { m.Remember(msg.File.Path(), msg.Plan, now) })
}
