package ui

import (
	"arringa/model"

	tea "charm.land/bubbletea/v2"
)

// field is one thing that is asked. Fields are made anew from the plan each time they
// are needed; what is being typed, and what was refused, is kept by the form.
type field struct {
	id      string
	of      string // whose it is, where a form shows one channel after another
	label   string
	help    string             // what it is, where to find it, what happens when it is left out
	value   string             // as shown
	brief   string             // the same, where there is no room; empty: it is cut
	typed   string             // as put into the line when typing begins; empty: value
	origin  model.Origin       // empty: the figure is a choice, not an assumption
	set     func(string) error // takes what was typed; nil: nothing can be typed
	read    reader             // the same where the answer is on the disk; nil: set answers
	turn    func(by int)       // goes to the next or the one before of a few values; nil: none
	values  []string           // those values, where they can be listed
	at      int                // the one in force; -1: none of them
	choose  func(i int)        // takes a value by its place, where there is no turn
	open    func() tea.Cmd     // what space or a click opens; nil: nothing
	write   func(first string) // what typing a letter opens, with it; nil: nothing
	reword  func(string)       // takes a longer text; nil: the value is none
	draft   bool               // the value was written by the program
	plain   bool               // a line with a sign before it, and no value: enter does what it says
	sign    string
	passing bool // enter passes over such a line; space does what it says
	block   bool // the value stands below the label, on as many lines as it needs
	lines   int  // how many lines of the value are shown; 0 is one
}

// reader looks on the disk for what was typed; it runs beside the program, and apply,
// which changes the plan, in the program again.
type reader func(text string) (apply func() error, err error)

// heading parts a form; nothing can be typed into it.
func heading(label string) field { return field{label: label} }

// onward is the last line of a form: enter goes on from there.
func onward(label string, do func() tea.Cmd) field {
	return field{id: "onward", label: label, open: do, plain: true, sign: "→"}
}

func (x field) isHeading() bool { return x.id == "" }

// typable reports whether a value can be typed into the line.
func (x field) typable() bool { return x.set != nil || x.read != nil }

// isButton reports whether all that a line does is to open something: it looks like a
// button, so one click is enough.
func (x field) isButton() bool {
	if x.plain {
		return x.open != nil && (x.sign == "→" || x.sign == "+")
	}
	return x.open != nil && x.turn == nil && x.write == nil && !x.typable()
}
