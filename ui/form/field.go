// What a field is, to those who ask it.

package form

import (
	"arringa/model"

	tea "charm.land/bubbletea/v2"
)

// Field is one thing that is asked. Fields are made anew from the plan each time they
// are needed; what is being typed, and what was refused, is kept by the form.
type Field struct {
	ID      string
	Of      string // whose it is, where a form shows one channel after another
	Label   string
	Help    string             // what it is, where to find it, what happens when it is left out
	Value   string             // as shown
	Brief   string             // the same, where there is no room; empty: it is cut
	Typed   string             // as put into the line when typing begins; empty: value
	Origin  model.Origin       // empty: the figure is a choice, not an assumption
	Set     func(string) error // takes what was typed; nil: nothing can be typed
	Read    reader             // the same where the answer is on the disk; nil: set answers
	Turn    func(by int)       // goes to the next or the one before of a few values; nil: none
	Values  []string           // those values, where they can be listed
	At      int                // the one in force; -1: none of them
	Choose  func(i int)        // takes a value by its place, where there is no turn
	Open    func() tea.Cmd     // what space or a click opens; nil: nothing
	Write   func(first string) // what typing a letter opens, with it; nil: nothing
	Reword  func(string)       // takes a longer text; nil: the value is none
	Draft   bool               // the value was written by the program
	Plain   bool               // a line with a sign before it, and no value: enter does what it says
	Sign    string
	Passing bool // enter passes over such a line; space does what it says
	Block   bool // the value stands below the label, on as many lines as it needs
	Lines   int  // how many lines of the value are shown; 0 is one
}

// reader looks on the disk for what was typed; it runs beside the program, and apply,
// which changes the plan, in the program again.
type reader func(text string) (apply func() error, err error)

// Heading parts a form; nothing can be typed into it.
func Heading(label string) Field { return Field{Label: label} }

// Onward is the last line of a form: enter goes on from there.
func Onward(label string, do func() tea.Cmd) Field {
	return Field{ID: "onward", Label: label, Open: do, Plain: true, Sign: "→"}
}

func (x Field) isHeading() bool { return x.ID == "" }

// typable reports whether a value can be typed into the line.
func (x Field) typable() bool { return x.Set != nil || x.Read != nil }

// isButton reports whether all that a line does is to open something: it looks like a
// button, so one click is enough.
func (x Field) isButton() bool {
	if x.Plain {
		return x.Open != nil && (x.Sign == "→" || x.Sign == "+")
	}
	return x.Open != nil && x.Turn == nil && x.Write == nil && !x.typable()
}
