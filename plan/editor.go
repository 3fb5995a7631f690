package plan

import "arringa/model"

// Editor holds the plan in hand and is the only door through which it changes: undo,
// redo, autosave and "changed?" hang on it.
type Editor struct {
	now        model.Plan
	undo, redo []step
	tag        string // of the gesture in progress; empty when the next edit begins one
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

// Edit changes the plan. Edits that follow each other with one non-empty tag are one
// gesture (a drag, a held key): f gets the plan as it was before the gesture, so going
// forth and back leaves no trace, and one undo takes all of it back. f returns another plan
// and does not write into the one it gets. The name says what was edited, for the one who
// undoes it.
func (e *Editor) Edit(tag, name string, f func(was model.Plan) model.Plan) {
	if tag == "" || tag != e.tag || len(e.undo) == 0 {
		e.undo = append(e.undo, step{e.now, name})
		if len(e.undo) > mostSteps {
			e.undo = append(e.undo[:0], e.undo[1:]...)
		}
	}
	was := &e.undo[len(e.undo)-1]
	was.name = name
	e.now = f(was.plan)
	e.redo, e.tag = nil, tag
	e.change++
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
