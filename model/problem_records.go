// The checks of what stands beside the plan's figures.

package model

import "cmp"

// What can be wrong with the rows of a plan.
const (
	NoName      Code = "no_name"    // a row that does not say what it is about
	TwiceSame   Code = "twice_same" // two rows about the same thing
	TooManyRows Code = "too_many_rows"
)

// records checks what stands beside the plan's figures: the role, the tests, what
// happened before and during the year, and what the board will read.
func (k *checker) records(p Plan) {
	if p.Role != nil {
		k.role(*p.Role)
	}
	rows(k, at("trials"), p.Trials, MaxTrials, k.trial)
	rows(k, at("actuals"), p.Actuals, MaxRows, k.actual)
	once(k, at("actuals"), "month", p.Actuals, func(a *Actual) rowKey { return rowKey{string(a.Channel), a.Month} })
	rows(k, at("history"), p.History, MaxRows, k.past)
	once(k, at("history"), "from", p.History, func(h *Past) rowKey { return rowKey{string(h.Channel), h.From} })
	rows(k, at("gap"), p.Gap, MaxRows, k.gap)
	once(k, at("gap"), "id", p.Gap, func(g *GapAnswer) rowKey { return rowKey{id: g.ID} })
	rows(k, at("presence"), p.Presence, MaxRows, k.presence)
	rows(k, at("evidence"), p.Evidence, MaxRows, k.evidence)
	once(k, at("evidence"), "id", p.Evidence, func(e *Evidence) rowKey { return rowKey{id: e.ID} })
	rows(k, at("grants"), p.Grants, MaxRows, k.grant)
	rows(k, at("events"), p.Events, MaxRows, k.event)
	questions := at("board").in("questions")
	rows(k, questions, p.Board.Questions, MaxRows, k.question)
	once(k, questions, "id", p.Board.Questions, func(q *BoardQuestion) rowKey { return rowKey{id: q.ID} })
}

func rows[T any](k *checker, place spot, list []T, most int, check func(spot, T)) {
	k.atMost(place, place.steps[place.n-1].name, len(list), most)
	for i, x := range list {
		check(place.nth(i), x)
	}
}

// rowKey is what a row is about.
type rowKey struct {
	id    string
	month Month
}

func (a rowKey) compare(b rowKey) int {
	return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.month, b.month))
}

// fewRows are compared with each other; more need a list of what was seen.
const fewRows = 40

// once finds rows about the same thing. Rows in order, as the program writes most of them,
// cannot hold any.
func once[T any](k *checker, place spot, field string, list []T, key func(*T) rowKey) {
	inOrder := true
	for i := 1; i < len(list) && inOrder; i++ {
		inOrder = key(&list[i-1]).compare(key(&list[i])) < 0
	}
	if inOrder {
		return
	}
	var seen map[rowKey]bool
	if len(list) > fewRows {
		seen = make(map[rowKey]bool, len(list))
	}
	for i := range list {
		x := key(&list[i])
		again := seen[x]
		if seen == nil {
			for j := range i {
				again = again || key(&list[j]) == x
			}
		} else {
			seen[x] = true
		}
		if again && x.id != "" {
			k.add(Problem{Code: TwiceSame, Field: field, Place: place.nth(i).in(field).String(),
				Values: map[string]any{"value": x.String()}})
		}
	}
}

// String writes what a row is about.
func (a rowKey) String() string {
	if a.month == 0 {
		return a.id
	}
	return a.id + " " + a.month.String()
}

func (k *checker) atMost(place spot, field string, n, most int) {
	if n > most {
		k.add(Problem{Code: TooManyRows, Field: field, Place: place.String(),
			Values: map[string]any{"n": n, "most": most}})
	}
}

func (k *checker) named(place spot, field, name string) {
	if name == "" {
		k.add(Problem{Code: NoName, Field: field, Place: place.String()})
	}
}

func (k *checker) month(place spot, field string, m Month) {
	k.between(place, field, float64(m), float64(firstMonth), float64(lastMonth))
}

// The months that a plan may speak of: far enough from the ends of the calendar for a
// horizon to fit.
const (
	firstMonth = Month(1900 * 12)
	lastMonth  = Month(9990 * 12)
)

// count checks a number of contacts or customers that may be unknown.
func (k *checker) count(place spot, field string, n *float64) {
	if n != nil {
		k.between(place, field, *n, 0, MaxPerMonth)
	}
}

// told checks a figure that may not have been told: no origin, and 0.
func (k *checker) told(place spot, field string, a Amount) {
	if a.Origin != "" || a.Cents != 0 {
		k.amount(place, field, a)
	}
}

func (k *checker) toldNumber(place spot, field string, n Number, most float64) {
	if n.Origin != "" || n.Value != 0 {
		k.number(place, field, n, 0, most)
	}
}
