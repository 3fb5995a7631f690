package frame

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"arringa/plan/file"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// place is how a text's place is written down: a step, the dialogs opened on it one from the
// other, and the place on the last of them.
type place struct {
	Step desk.Step `json:"step"`
	Via  []via     `json:"via,omitempty"`
	At   string    `json:"at"`
}

// via is a dialog that was opened by a key, with a row in hand.
type via struct {
	From   string `json:"from"`
	Key    string `json:"key"`
	Dialog string `json:"dialog"`
}

// opener is how a dialog was opened: by a key, perhaps from a list that has closed.
type opener struct {
	key    string
	list   *form.List // nil: none
	before *opener    // how the list was opened
}

// opener is how what is shown now is opened; closes says that the dialog in front closes.
func (a *App) opener(closes bool) opener {
	how := opener{key: a.by}
	if n := len(a.Dialogs); closes && n > 0 {
		if l, ok := a.Dialogs[n-1].(*form.List); ok {
			before := a.openers[l]
			how.list, how.before = l, &before
		}
	}
	return how
}

// way is the way to a dialog from what stands behind it.
func (a *App) way(how opener, from string, d desk.Dialog) []via {
	if how.list == nil {
		return []via{{From: from, Key: how.key, Dialog: d.ID()}}
	}
	picked, _ := how.list.Here()
	return append(a.way(*how.before, from, how.list), via{From: picked, Key: "enter", Dialog: d.ID()})
}

// whereIn is the row in hand of a screen that has rows.
func whereIn(s desk.Screen) (place, words string) {
	if p, ok := s.(desk.Placer); ok {
		return p.Here()
	}
	return "", ""
}

// offers shows the first of the texts that were found.
func (a *App) offers() {
	if len(a.hand.left) > 0 {
		a.Show(newOffer(a, a.hand.left[0]))
	}
}

// mostShown is how many letters of a text that is offered are shown: the answers below it have
// room on the smallest screen.
const mostShown = 160

// newOffer asks what becomes of a text that was left.
func newOffer(a *App, t file.InHand) desk.Dialog {
	say := &a.Say.Kept
	whole := t.Text
	if t.State != "" { // an answer a line
		whole = strings.ReplaceAll(whole, "\n", " · ")
	}
	shown := []rune(strings.Join(strings.Fields(whole), " "))
	if len(shown) > mostShown {
		shown = append(shown[:mostShown], '…')
	}
	text := say.OfferText.With("where", t.Where, "when", a.Say.Moment(t.When), "text", string(shown))
	return form.NewList(a.Desk, "inhand", say.Offer, text,
		form.Choice{Label: say.Take, Do: func() tea.Cmd { return a.resume(t) }},
		form.Choice{Label: say.Copy, Do: func() tea.Cmd {
			a.Cheer(say.Copied)
			return tea.SetClipboard(t.Text)
		}},
		form.Choice{Label: say.Aside, Do: func() tea.Cmd { return nil }},
		form.Choice{Label: say.Drop, Do: func() tea.Cmd { a.decided(t); a.offers(); return nil }},
	)
}

func (a *App) decided(t file.InHand) {
	a.hand.left = slices.DeleteFunc(slices.Clone(a.hand.left), func(l file.InHand) bool { return l == t })
}

// errNoPlace says that a text's place is not in the plan any more.
var errNoPlace = errors.New("no such place")

// resume opens a text where it was.
func (a *App) resume(t file.InHand) tea.Cmd {
	a.Grant() // the offer closes first
	cmd, err := a.reopen(t)
	if err != nil {
		a.Dialogs = nil
		a.Wants = desk.Wants{}
		a.Refuse(a.Say.Kept.NoPlace)
		a.Show(newOffer(a, t))
		return cmd
	}
	a.decided(t)
	return cmd
}

// reopen goes the way to a text's place.
func (a *App) reopen(t file.InHand) (tea.Cmd, error) {
	var at place
	if json.Unmarshal([]byte(t.Place), &at) != nil {
		return nil, errNoPlace
	}
	i := slices.Index(desk.Walk[:len(a.Screens)], at.Step)
	if i <= 0 {
		return nil, errNoPlace
	}
	cmds := []tea.Cmd{a.enter(i), a.Grant()}
	s := a.Screens[i]
	for _, v := range at.Via {
		_, list := s.(*form.List)
		if p, ok := s.(desk.Placer); ok && (list || v.From != "") {
			cmd, ok := p.Choose(v.From)
			if !ok {
				return tea.Batch(cmds...), errNoPlace
			}
			cmds = append(cmds, cmd)
		}
		c, ok := desk.Find(desk.First(v.Key, "space"), s.Commands())
		if !ok || c.Off != "" {
			return tea.Batch(cmds...), errNoPlace
		}
		a.by = c.Keys[0]
		cmds = append(cmds, c.Do(), a.Grant())
		if s = a.facing(); s.ID() != v.Dialog {
			return tea.Batch(cmds...), errNoPlace
		}
	}
	w, ok := s.(desk.Writer)
	if !ok {
		return tea.Batch(cmds...), errNoPlace
	}
	cmd, ok := w.Resume(at.At, desk.First(t.State, t.Text))
	if cmds = append(cmds, cmd, a.Grant()); !ok {
		return tea.Batch(cmds...), errNoPlace
	}
	return tea.Batch(cmds...), nil
}
