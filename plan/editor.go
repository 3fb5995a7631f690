// The one door through which a plan changes.

package plan

import (
	"fmt"
	"reflect"

	"arringa/model"
)

// Editor holds the plan in hand and is the only door through which it changes: undo,
// redo, autosave and "changed?" hang on it. Through it only plans without problems pass.
type Editor struct {
	now        model.Plan
	undo, redo []step
	next       model.Plan // that a change makes, while it is looked at
	tag        string     // of the gesture in progress; empty when the next edit begins one
	change     int
}

// step is a plan to go back to, and the name of the edit that left it.
type step struct {
	plan model.Plan
	name string
}

// mostSteps is how many edits can be undone.
const mostSteps = 500

// NewEditor begins with a plan and nothing to undo.
func NewEditor(p model.Plan) *Editor { return &Editor{now: p.Clone()} }

// Plan is the plan in hand. Callers read it and never write into it.
func (e *Editor) Plan() model.Plan { return e.now }

// Change grows with every change, undo and redo included: two equal values mean an
// unchanged plan.
func (e *Editor) Change() int { return e.change }

// Refused says that a change was not made: the plan that would come of it cannot be kept.
type Refused struct {
	Plan     model.Plan // that would have come of it
	Problems []model.Problem
}

// Error implements error.
func (e *Refused) Error() string {
	return fmt.Sprintf("%d problems, the first: %s at %s", len(e.Problems), e.Problems[0].Code, e.Problems[0].Place)
}

// Try changes the plan, unless f fails, or what comes of it has problems, or nothing
// changed: then there is no step, and what could be redone still can. The error is f's or
// Refused; a change that changes nothing is none.
//
// Changes that follow each other with one non-empty tag are one gesture (a drag, a held
// key): f gets the plan as it was before the gesture, so going forth and back leaves no
// trace, and one undo takes all of it back. f returns another plan and does not write into
// the one it gets. The name says what was changed, for the one who undoes it.
func (e *Editor) Try(tag, name string, f func(was model.Plan) (model.Plan, error)) (err error) {
	defer func() { e.next = model.Plan{} }()
	goesOn := tag != "" && tag == e.tag && len(e.undo) > 0
	was := &e.now
	if goesOn {
		was = &e.undo[len(e.undo)-1].plan
	}
	if e.next, err = f(*was); err != nil {
		return err
	}
	if same(&e.next, &e.now) {
		return nil
	}
	if problems := e.next.Problems(); len(problems) > 0 {
		return &Refused{e.next, problems}
	}
	switch {
	case goesOn && same(&e.next, was): // forth and back: no step remains
		e.undo, tag = e.undo[:len(e.undo)-1], ""
	case goesOn:
		e.undo[len(e.undo)-1].name = name
	default:
		e.remember(name)
	}
	e.now, e.redo, e.tag = e.next, nil, tag
	e.change++
	return nil
}

// same says whether two plans are equal. It looks first at what sliders move: they move
// often, and comparing whole plans takes memory.
func same(a, b *model.Plan) bool {
	if a.Budget != b.Budget || len(a.Channels) != len(b.Channels) {
		return false
	}
	for i := range a.Channels {
		if a.Channels[i].Amount != b.Channels[i].Amount {
			return false
		}
	}
	return reflect.DeepEqual(a, b)
}

// remember makes a step of the plan in hand.
func (e *Editor) remember(name string) {
	e.undo = append(e.undo, step{e.now, name})
	if len(e.undo) > mostSteps {
		e.undo = append(e.undo[:0], e.undo[1:]...)
	}
}

// Seal ends a gesture: the next edit can be undone by itself.
func (e *Editor) Seal() { e.tag = "" }

// Undo goes back one edit or gesture and names it.
func (e *Editor) Undo() (name string, ok bool) { return e.step(&e.undo, &e.redo) }

// Redo goes forward again and names the edit.
func (e *Editor) Redo() (name string, ok bool) { return e.step(&e.redo, &e.undo) }

// CanUndo names the edit that Undo would take back.
func (e *Editor) CanUndo() (name string, ok bool) { return last(e.undo) }

// CanRedo names the edit that Redo would bring back.
func (e *Editor) CanRedo() (name string, ok bool) { return last(e.redo) }

func last(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].name, true
}

func (e *Editor) step(from, to *[]step) (string, bool) {
	name, ok := last(*from)
	if !ok {
		return "", false
	}
	n := len(*from) - 1
	back := (*from)[n].plan
	*from = (*from)[:n]
	*to = append(*to, step{e.now, name})
	e.now, e.tag = back, ""
	e.change++
	return name, true
}
