// The questions of a board, answered with the figures of the plan.

package board

import (
	"regexp"
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
	Text     string // empty: the manager has not written it yet
	Wording  string // the answer with its figures by name
	Own      bool   // the manager wrote the answer
	Hidden   bool
}

// placed is an answer at its place.
type placed struct {
	Answer
	at int
}

// Answers are the questions in their order, answered: what the manager changed or added before
// what the program drafts. A sentence whose figure the plan does not have, or whose condition does
// not hold, is left out; so is a question of the program's that this plan is not asked, unless the
// manager answered it. The order is that of what the plan must fear (see fears), except where the
// manager chose another.
func Answers(p model.Plan, say *templates.Texts, values model.Values) []Answer {
	edited := map[string]model.BoardQuestion{}
	for _, q := range p.Board.Questions {
		edited[q.ID] = q
	}
	var all []placed
	known := map[string]bool{}
	for i, q := range feared(templates.BoardQuestions(), values) {
		known[q.ID] = true
		a := Answer{ID: q.ID, Asker: q.Asker, Question: say.Tell(q.Question.In(say.Tag), values)}
		if has(values, q.Needs) {
			a.Wording = once(say.Settle(q.Answer.In(say.Tag), values), values)
		}
		if mine := edited[q.ID]; a.Wording != "" || mine.Answer != "" {
			all = append(all, answered(say, mine, a, i, values))
		}
	}
	for i, q := range p.Board.Questions {
		if !known[q.ID] {
			all = append(all, answered(say, q, Answer{ID: q.ID, Asker: q.Asker, Own: true}, len(known)+i, values))
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.at - b.at })
	var out []Answer
	for _, x := range all {
		out = append(out, x.Answer)
	}
	return out
}

// answered is a question with what the manager made of it, told.
func answered(say *templates.Texts, mine model.BoardQuestion, a Answer, at int, values model.Values) placed {
	if mine.Question != "" {
		a.Question = mine.Question
	}
	if mine.Answer != "" {
		a.Wording, a.Own = mine.Answer, true
	}
	if mine.Order > 0 {
		at = mine.Order - 1
	}
	a.Hidden = mine.Hidden
	if a.ID == "why_this_total" {
		values = halved(values)
	}
	a.Text = strings.TrimSpace(say.Tell(a.Wording, values))
	return placed{a, at}
}

// once says a time in full where an answer first names it, and in short after that.
func once(wording string, values model.Values) string {
	said := map[string]bool{}
	return when.ReplaceAllStringFunc(wording, func(named string) string {
		name := named[1 : len(named)-len(".when}")]
		full := values[name+".when"].Text
		if _, short := values[name+".again"]; short && said[full] {
			return "{" + name + ".again}"
		}
		said[full] = true
		return named
	})
}

var when = regexp.MustCompile(`\{[a-z_.]+\.when\}`)

// has says that the plan has all that a question needs.
func has(values model.Values, needs []string) bool {
	return !slices.ContainsFunc(needs, func(name string) bool { _, ok := values[name]; return !ok })
}

// Asked are the answers that are shown: not hidden, and with something to say.
func Asked(answers []Answer) []Answer {
	return slices.DeleteFunc(slices.Clone(answers), func(a Answer) bool {
		return a.Hidden || a.Text == "" ||
			a.Question == ""
	})
}

// halved are the figures with the cut by half in the place of the usual one: an answer that was
// written before may name it so.
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
