// The questions of a board, answered with the figures of the plan.

package board

import (
	"slices"
	"strings"

	"arringa/model"
	"arringa/templates"
)

// Answer is a question that a board may ask, with what this plan says to it.
type Answer struct {
	ID       string
	Asker    string // id of who asks; empty: nobody in particular
	Question string
	Text     string // empty: the plan has no figures for it
	Wording  string // the answer with its figures by name
	Own      bool   // the manager wrote the answer
	Hidden   bool
}

// Answers are the questions in their order, answered: what the manager changed or added
// before what the program drafts. A sentence whose figure the plan does not have is left out.
func Answers(p model.Plan, say *templates.Texts, values model.Values) []Answer {
	edited := map[string]model.BoardQuestion{}
	for _, q := range p.Board.Questions {
		edited[q.ID] = q
	}
	type placed struct {
		Answer
		at int
	}
	var all []placed
	put := func(q model.BoardQuestion, a Answer, at int) {
		if q.Question != "" {
			a.Question = q.Question
		}
		if q.Answer != "" {
			a.Wording, a.Own = q.Answer, true
		}
		if q.Order > 0 {
			at = q.Order - 1
		}
		a.Hidden = q.Hidden
		figures := values
		if a.ID == "why_this_total" {
			figures = halved(values)
		}
		a.Text = strings.TrimSpace(say.Tell(a.Wording, figures))
		all = append(all, placed{a, at})
	}
	for i, q := range templates.BoardQuestions() {
		put(edited[q.ID], Answer{ID: q.ID, Asker: q.Asker, Question: say.Tell(q.Question.In(say.Tag), values), Wording: q.Answer.In(say.Tag)}, i)
	}
	for i, q := range p.Board.Questions {
		known := slices.ContainsFunc(templates.BoardQuestions(), func(b templates.BoardQuestion) bool { return b.ID == q.ID })
		if !known {
			put(q, Answer{ID: q.ID, Asker: q.Asker, Own: true}, len(templates.BoardQuestions())+i)
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.at - b.at })
	var out []Answer
	for _, x := range all {
		out = append(out, x.Answer)
	}
	return out
}

// Asked are the answers that are shown: not hidden, and with something to say.
func Asked(answers []Answer) []Answer {
	return slices.DeleteFunc(slices.Clone(answers), func(a Answer) bool { return a.Hidden || a.Text == "" || a.Question == "" })
}

// halved are the figures with the cut by half in the place of the usual one: a question may
// be about another cut than the others are.
func halved(values model.Values) model.Values {
	out := make(model.Values, len(values))
	for k, v := range values {
		if !strings.HasPrefix(k, "cut_") {
			out[k] = v
		}
	}
	for k, v := range values {
		if name, half := strings.CutPrefix(k, "half_"); half {
			out[name] = v
		}
	}
	return out
}
