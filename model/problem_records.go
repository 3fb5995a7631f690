package model

import "strconv"

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
	rows(k, "trials", p.Trials, MaxTrials, k.trial)
	rowsOnce(k, "actuals", p.Actuals, k.actual)
	rowsOnce(k, "history", p.History, k.past)
	rowsOnce(k, "gap", p.Gap, k.gap)
	rows(k, "presence", p.Presence, MaxRows, k.presence)
	rowsOnce(k, "evidence", p.Evidence, k.evidence)
	rows(k, "grants", p.Grants, MaxRows, k.grant)
	rows(k, "events", p.Events, MaxRows, k.event)
	rowsOnce(k, "board.questions", p.Board.Questions, k.question)
}

func rows[T any](k *checker, place string, list []T, most int, check func(string, T)) {
	k.atMost(place, place, len(list), most)
	for i, x := range list {
		check(index(place, i), x)
	}
}

func rowsOnce[T any](k *checker, place string, list []T, check func(string, T, map[string]bool)) {
	seen := map[string]bool{}
	rows(k, place, list, MaxRows, func(at string, x T) { check(at, x, seen) })
}

func index(place string, i int) string { return place + "[" + strconv.Itoa(i) + "]" }

func (k *checker) atMost(place, field string, n, most int) {
	if n > most {
		k.add(Problem{Code: TooManyRows, Field: field, Place: place, Values: map[string]any{"n": n, "most": most}})
	}
}

func (k *checker) named(place, field, name string) {
	if name == "" {
		k.add(Problem{Code: NoName, Field: field, Place: place})
	}
}

func (k *checker) once(place, field, name string, seen map[string]bool) {
	if name != "" && seen[name] {
		k.add(Problem{Code: TwiceSame, Field: field, Place: place, Values: map[string]any{"value": name}})
	}
	seen[name] = true
}

func (k *checker) month(place, field string, m Month) {
	k.between(place, field, float64(m), float64(firstMonth), float64(lastMonth))
}

// The months that a plan may speak of: far enough from the ends of the calendar for a
// horizon to fit.
const (
	firstMonth = Month(1900 * 12)
	lastMonth  = Month(9990 * 12)
)

// count checks a number of contacts or customers that may be unknown.
func (k *checker) count(place, field string, n *float64) {
	if n != nil {
		k.between(place, field, *n, 0, MaxPerMonth)
	}
}

// told checks a figure that may not have been told: no origin, and 0.
func (k *checker) told(place, field string, a Amount) {
	if a.Origin != "" || a.Cents != 0 {
		k.amount(place, field, a)
	}
}

func (k *checker) toldNumber(place, field string, n Number, most float64) {
	if n.Origin != "" || n.Value != 0 {
		k.number(place, field, n, 0, most)
	}
}
