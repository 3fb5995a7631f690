package frame

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"
	"time"

	"arringa/plan/file"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// hand is what was typed and is in no plan yet. It is written down beside the versions a
// moment after a key, and offered when the plan is opened again.
type hand struct {
	now     []file.InHand // on the screen
	mend    bool          // all of it was refused, and waits in its field
	left    []file.InHand // found when the plan was opened, and not decided yet
	kept    []file.InHand // on the disk
	waiting bool
	running bool
	failed  error
	ledger  *ledger
	writes  int
	lost    []file.InHand // of plans that were left, where it could not be kept
}

// handPause is how long after a key a text is written down: a blink.
const handPause = 250 * time.Millisecond

// ledger lets no write come after a later one: the last one of the program does not wait for
// the loop of messages.
type ledger struct {
	mu   sync.Mutex
	last int
}

func (l *ledger) write(n int, path string, texts []file.InHand) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if n < l.last {
		return nil
	}
	l.last = n
	return file.WriteDown(path, texts)
}

type handDue struct{}

type handDone struct {
	of    *ledger
	texts []file.InHand
	err   error
}

// looksInHand gathers what is typed on the screens and not in the plan.
func (a *App) looksInHand() {
	h := &a.hand
	h.now, h.mend = nil, true
	if a.Work == nil {
		return
	}
	for i, s := range a.Screens {
		if i > 0 { // what is typed at home is of no plan
			a.gather(s, place{Step: desk.Walk[i]}, s.Title())
		}
	}
	if a.front == 0 {
		return
	}
	at, behind, words := place{Step: a.at()}, a.Screens[a.front], a.Screens[a.front].Title()
	for _, d := range a.Dialogs {
		how := a.openers[d]
		from, named := whereIn(behind)
		words = joined(joined(words, named), d.Title())
		at.Via = slices.Concat(at.Via, a.way(how, from, d))
		a.gather(d, at, words)
		behind = d
	}
}

func joined(a, b string) string {
	if b == "" {
		return a
	}
	return a + " · " + b
}

func (a *App) gather(s desk.Screen, at place, words string) {
	w, ok := s.(desk.Writer)
	if !ok {
		return
	}
	for _, t := range w.InHand() {
		at.At = t.Place
		name, err := json.Marshal(at)
		if err != nil { // strings always can
			continue
		}
		a.hand.mend = a.hand.mend && t.Refused
		a.hand.now = append(a.hand.now, file.InHand{Place: string(name), Where: joined(words, t.Where), Text: t.Text,
			State: t.State})
	}
}

// toKeep is what belongs on the disk: what is on the screen, what nobody has decided about,
// and what was taken into the plan until the plan is saved.
func (a *App) toKeep() []file.InHand {
	h := &a.hand
	keep := append(slices.Clone(h.left), h.now...)
	if a.unsaved() {
		for _, t := range h.kept {
			if !slices.ContainsFunc(keep, func(k file.InHand) bool { return k.Place == t.Place }) {
				keep = append(keep, t)
			}
		}
	}
	return keep
}

// behind says whether what belongs on the disk is not what is there.
func (a *App) behind(keep []file.InHand) bool {
	return a.Saver.file != nil && !slices.EqualFunc(keep, a.hand.kept, same)
}

// same says whether two are one text at one place, whenever that was.
func same(x, y file.InHand) bool { return x.Place == y.Place && x.Text == y.Text && x.State == y.State }

// writesDown starts the one timer when something typed is not on the disk.
func (a *App) writesDown() tea.Cmd {
	h := &a.hand
	a.looksInHand()
	if a.Saver.Pause < 0 || h.waiting || h.running || !a.behind(a.toKeep()) {
		return nil
	}
	h.waiting = true
	return tea.Tick(min(a.Saver.Pause, handPause), func(time.Time) tea.Msg { return handDue{} })
}

func (a *App) writtenDown(msg tea.Msg) tea.Cmd {
	h := &a.hand
	switch msg := msg.(type) {
	case handDue:
		h.waiting = false
		a.looksInHand()
		if keep := a.toKeep(); !h.running && a.behind(keep) {
			return a.writeDown(keep)
		}
	case handDone:
		if msg.of != h.ledger { // of a plan that was left
			return nil
		}
		h.running, h.kept, h.failed = false, msg.texts, msg.err
		if msg.err != nil {
			a.Refuse(a.Say.Kept.TextNotKept.With("why", a.Explain(msg.err, file.Home())))
		}
		return a.goOnSaved()
	}
	return nil
}

// writeDown puts texts on the disk.
func (a *App) writeDown(keep []file.InHand) tea.Cmd {
	a.hand.running = true
	write, of := a.nextWrite(keep), a.hand.ledger
	return func() tea.Msg { return handDone{of, keep, write()} }
}

// nextWrite is a write that no earlier one comes after.
func (a *App) nextWrite(keep []file.InHand) func() error {
	a.dates(keep)
	a.hand.writes++
	n, l, path := a.hand.writes, a.hand.ledger, a.Saver.file.Path()
	return func() error { return l.write(n, path, keep) }
}

// dates says of each text since when it is as it is.
func (a *App) dates(keep []file.InHand) {
	now := time.Now().UTC().Truncate(time.Second)
	for i := range keep {
		was := slices.IndexFunc(a.hand.kept, func(k file.InHand) bool { return same(k, keep[i]) })
		switch {
		case was >= 0:
			keep[i].When = a.hand.kept[was].When
		case keep[i].When.IsZero():
			keep[i].When = now
		}
	}
}

// LastWords writes down what was typed and is in no plan, when the program has ended, and
// says so; what cannot be kept it says in full.
func (a *App) LastWords(w io.Writer) {
	h := &a.hand
	a.looksAtLast()
	if keep := a.toKeep(); a.behind(keep) || h.running || h.failed != nil {
		h.failed = a.nextWrite(keep)()
	}
	lost := h.lost
	switch n := len(h.now); {
	case h.failed != nil:
		lost = append(lost, h.now...)
	case n == 1:
		fmt.Fprintln(w, a.Say.Kept.LeftOne.With("where", h.now[0].Where))
	case n > 1:
		fmt.Fprintln(w, a.Say.Kept.LeftAtEnd.N(n, strconv.Itoa(n)))
	}
	for _, t := range lost {
		fmt.Fprintln(w, a.Say.Kept.LostAtEnd.With("where", t.Where, "text", t.Text))
	}
}

// looksAtLast looks once more; a screen that a panic has broken keeps nothing else from the
// disk.
func (a *App) looksAtLast() {
	was := a.hand.now
	defer func() {
		if recover() != nil {
			a.hand.now = was
		}
	}()
	a.looksInHand()
}

// leavesHand forgets the texts of a plan that is left: they are on the disk, or will be said.
func (a *App) leavesHand(found []file.InHand) {
	lost := a.hand.lost
	if a.hand.failed != nil {
		lost = append(lost, a.hand.now...)
	}
	a.hand = hand{left: found, kept: slices.Clone(found), lost: lost, ledger: new(ledger)}
}
