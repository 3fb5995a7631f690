package xlsx

// The sheet of what the board asks.

import (
	"maps"
	"strings"

	"arringa/plan/board"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// fillQuestions is what the board asks, answered from the plan.
func fillQuestions(b *account, s *part.Sheet) {
	w := b.words
	s.Widths(1, 42, 104)
	b.head(questionsTab, 2)
	row := headRows + 1
	s.Text(1, row, look.Head, w.Question)
	s.Text(2, row, look.Head, w.Answer)
	s.Page.Titles(row, row, 0)
	s.Page.Freeze(0, row)
	var starts []int
	for _, a := range board.Asked(board.Answers(b.plan, b.say, b.futures.values)) {
		row++
		starts = append(starts, row)
		figures := b.figures
		if a.ID == "why_this_total" { // it asks about another cut than the others do
			figures = halvedFigures(b)
		}
		said := answerOf(b, a, figures)
		s.Text(1, row, look.Row|look.Bold|look.Wrap, a.Question)
		s.Say(2, row, look.Row|look.Wrap, said)
		s.Lines(row, a.Question, 46)
		s.Lines(row, said.S, 122)
	}
	b.exportedLine(s, 1, row+2)
	s.Page.Paper(2, row+2, 17, starts...)
}

// answerOf is an answer as the book says it. In the manager's own words its figures follow the book;
// what the program drafts hangs on what is so of the plan too, and is not known any more once
// anything is changed.
func answerOf(b *account, a board.Answer, figures formula.Figures) formula.Text {
	said := formula.Words(a.Text)
	if !strings.Contains(a.Wording, "{") {
		return said
	}
	if a.Own {
		if told := b.typed(a.Wording, figures); told.Live {
			return told
		}
	}
	return b.unlessMovedSay(said)
}

// halvedFigures are the figures with those of a cut by half in the place of the usual cut.
func halvedFigures(b *account) formula.Figures {
	out := maps.Clone(b.figures)
	for key := range b.figures {
		if strings.HasPrefix(key, "cut_") {
			delete(out, key)
		}
	}
	for key, f := range b.figures {
		if name, half := strings.CutPrefix(key, "half_"); half {
			out[name] = f
		}
	}
	return out
}
