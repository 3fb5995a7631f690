// Package xlsx writes the workbook for the board: live formulas with the values that Go
// computed beside them, native charts, sources, fit to print, and the plan itself inside;
// and it reads one back.
//
// A book is made in stages, each of which hands on a value: a plan and what is computed of it
// (subject.go) becomes cells that may be edited (entries.go), from which the workings follow
// (workings.go), from these the results (results.go), and at last what is said of them
// (account.go). A later stage embeds the one before, so that it can name what is known by then and
// nothing else; channels are at each stage the channels as far as they are known. Each sheet has a
// file of its own: what places cells on the way to the results is called place, what completes a
// sheet is called fill and listed in tabs.go.
package xlsx

import (
	"io"
	"strconv"

	"arringa/model"
	"arringa/templates"
)

// Book is what a workbook is made from.
type Book struct {
	Plan model.Plan // free of Problems; its language is the book's

	// Progress, if any, is told how many sheets of how many are filled. An error of its
	// own stops the writing, and is what Write returns.
	Progress func(done, all int) error
}

// Title is what the workbook is called: what the manager typed, or a plain title with the
// plan's year.
func Title(p model.Plan, t *templates.Texts) string {
	if p.Board.Title != "" {
		return p.Board.Title
	}
	return t.Book.Title.With("year", strconv.Itoa(p.Start.Year()))
}

// Write writes the workbook. The same plan gives the same bytes.
func Write(w io.Writer, x Book) error {
	about := subjectOf(x.Plan)
	ahead := about.think() // beside the writing of what does not need it
	f := newFrame(about)
	defer f.file.Close()
	told := tell(bring(workOut(enter(f))), ahead())
	fillTabs(told, x.Progress)
	placePlan(f)
	if err := f.file.Err(); err != nil {
		return err
	}
	return f.file.Write(w)
}
