// What the keys do in a form.

package form

import (
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// FormCommands are what the keys do with the row in hand.
func (f *Form) FormCommands() []desk.Command {
	say := &f.Say.App
	x, i, open := f.current()
	next := func() tea.Cmd { return f.move(1) }
	back := func() tea.Cmd { return f.move(-1) }
	enter := desk.Command{Scope: desk.Moves, Keys: []string{"enter"}, Name: say.GoOn, Bar: true, Do: next}
	if x.Plain && !x.Passing && x.Open != nil {
		enter.Name, enter.Do = say.Go, f.opening(x.Open)
	}
	return append([]desk.Command{
		enter,
		{Scope: desk.Moves, Keys: []string{"down", "tab"}, Name: say.Down, Do: next,
			Off: desk.Unless(i < len(open)-1, say.LastField)},
		{Scope: desk.Moves, Keys: []string{"up", "shift+tab"}, Name: say.Up, Do: back,
			Off: desk.Unless(i > 0, say.FirstField)},
	}, f.valueCommands(x)...)
}

// valueCommands are what can be done with the value in hand.
func (f *Form) valueCommands(x Field) []desk.Command {
	say := &f.Say.App
	var list []desk.Command
	turn := func(by int) func() tea.Cmd { return func() tea.Cmd { x.Turn(by); return nil } }
	if x.Turn != nil {
		next := desk.Command{Scope: desk.Moves, Keys: []string{"right", "space"}, Name: say.NextValue, Bar: true,
			Do: turn(1)}
		if x.Open != nil {
			next.Keys = []string{"right"}
			list = append(list, desk.Command{Scope: desk.Here, Keys: []string{"space"},
				Name: say.OpenField, Bar: true, Do: x.Open})
		}
		list = append(list, next,
			desk.Command{Scope: desk.Moves, Keys: []string{"left"}, Name: say.PreviousValue, Do: turn(-1)})
	} else if x.Open != nil {
		name := say.OpenField
		if x.Plain {
			name = say.Go
		}
		list = append(list, desk.Command{Scope: desk.Here, Keys: []string{"space", "right"}, Name: name,
			Bar: !x.Plain || x.Passing, Do: f.opening(x.Open)})
	}
	if x.typable() {
		list = append(list, desk.Command{Scope: desk.Here, Keys: []string{"backspace"},
			Name: say.EditField, Bar: true, Do: f.begin})
	}
	return list
}

// begin opens the line of the row in hand.
func (f *Form) begin() tea.Cmd {
	if r := f.Hand(); r != nil {
		r.begin("")
	}
	return nil
}
