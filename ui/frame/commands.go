// What can be done from everywhere.

package frame

import (
	"arringa/ui/desk"
	"arringa/ui/step/home"

	tea "charm.land/bubbletea/v2"
)

// Commands are those that work on every screen.
func (a *App) Commands() []desk.Command {
	say := &a.Say.App
	list := a.always()
	if len(a.Dialogs) > 0 {
		return append(list,
			desk.Command{Scope: desk.InDialog, Keys: []string{"ctrl+c"}, Name: say.Close,
				Do: func() tea.Cmd { a.Close(); return nil }},
			desk.Command{Scope: desk.InDialog, Keys: []string{"ctrl+q"}, Name: say.Quit, Do: a.quit})
	}
	list = append(list, desk.Command{Scope: desk.Everywhere, Keys: []string{"f2"}, Name: say.OtherLanguage,
		Do: a.speak})
	if a.Work == nil {
		return list
	}
	undo, canUndo := a.Work.CanUndo()
	redo, canRedo := a.Work.CanRedo()
	list = append(list,
		desk.Command{Scope: desk.Everywhere, Keys: []string{"ctrl+z"}, Name: say.Undo,
			Off: desk.Unless(canUndo, say.NothingToUndo), Do: func() tea.Cmd {
				a.Work.Undo()
				a.Tell(say.Undone.With("what", undo))
				return nil
			}},
		desk.Command{Scope: desk.Everywhere, Keys: []string{"ctrl+y", "ctrl+r"}, Name: say.Redo,
			Off: desk.Unless(canRedo, say.NothingToRedo), Do: func() tea.Cmd {
				a.Work.Redo()
				a.Tell(say.Redone.With("what", redo))
				return nil
			}},
		desk.Command{Scope: desk.Everywhere, Keys: []string{"ctrl+s"}, Name: say.Save,
			Do: func() tea.Cmd { return a.saveNow() }},
	)
	list = append(list, a.keptCommands()...)
	for i, s := range a.Screens[1:] {
		list = append(list, desk.Command{Scope: desk.Everywhere, Keys: []string{desk.Walk[i+1].Key()},
			Name: say.GoTo.With("step", s.Title()), Do: func() tea.Cmd { return a.enter(i + 1) }})
	}
	return append(list,
		desk.Command{Scope: desk.Everywhere, Keys: []string{"pgdown", "ctrl+n"}, Name: say.NextStep,
			Off: desk.Unless(a.front < len(a.Screens)-1, say.LastStep),
			Do:  func() tea.Cmd { return a.enter(a.front + 1) }},
		desk.Command{Scope: desk.Everywhere, Keys: []string{"pgup", "ctrl+p"}, Name: say.PreviousStep,
			Off: desk.Unless(a.front > 0, say.FirstStep), Do: func() tea.Cmd { return a.enter(a.front - 1) }},
		desk.Command{Scope: desk.Everywhere, Keys: []string{"ctrl+o"}, Name: say.GoHome,
			Do: func() tea.Cmd { return a.enter(0) }},
	)
}

// always are the commands of the footer; the others are made when they are asked for.
func (a *App) always() []desk.Command {
	say := &a.Say.App
	if len(a.Dialogs) > 0 {
		return []desk.Command{{Scope: desk.InDialog, Keys: []string{"esc"}, Name: say.Close, Bar: true, Keep: true,
			Do: func() tea.Cmd { a.Close(); return nil }}}
	}
	quit := []string{"ctrl+q", "ctrl+c"}
	if a.Work == nil {
		quit = []string{"q", "ctrl+c", "ctrl+q"}
	}
	list := make([]desk.Command, 0, 4)
	list = append(list,
		desk.Command{Scope: desk.Everywhere, Keys: []string{"?", "f1"}, Name: say.Help, Bar: true, Keep: true,
			Do: func() tea.Cmd { a.Show(newHelp(a)); return nil }},
		desk.Command{Scope: desk.Everywhere, Keys: []string{"/", "ctrl+k"}, Name: say.Palette, Bar: true, Keep: true,
			Do: func() tea.Cmd { a.Show(newPalette(a)); return nil }})
	if a.Work != nil {
		list = append(list, desk.Command{Scope: desk.Everywhere, Keys: []string{"esc"}, Name: say.StepList, Bar: true,
			Keep: true, Do: func() tea.Cmd { a.Show(a.newStepList()); return nil }})
	}
	return append(list, desk.Command{Keys: quit, Name: say.Quit, Bar: true, Do: a.quit})
}

// quit leaves once everything is on the disk.
func (a *App) quit() tea.Cmd {
	return a.afterSaving(func() tea.Cmd { return tea.Quit })
}

// speak changes to the other language, here and for the next start.
func (a *App) speak() tea.Cmd {
	a.Say = home.OtherLanguage(a.Say)
	return desk.RememberLanguage(a.Say.Tag)
}
