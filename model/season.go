// How demand moves through the year.

package model

// Season is how demand moves through the calendar year, January first: 100 is an
// ordinary month, 45 a quiet one. Weights are whole, 0 to MaxSeason; only their
// proportions count.
type Season [12]int64

// MaxSeason is the largest weight of a month.
const MaxSeason = 1000

// Flat is a year without season.
func Flat() Season {
	var s Season
	for i := range s {
		s[i] = 100
	}
	return s
}

// Demand is the weight of each calendar month, mean 1. A season without any weight is
// flat.
func (s Season) Demand() [12]float64 {
	var total int64
	for _, w := range s {
		total += w
	}
	if total == 0 {
		return Flat().Demand()
	}
	var d [12]float64
	for i, w := range s {
		d[i] = 12 * float64(w) / float64(total)
	}
	return d
}

// Calendar says in which months a channel's yearly amount is spent; every year of the
// plan alike.
type Calendar struct {
	Kind    CalendarKind `json:"kind"`
	Weights *[12]int64   `json:"weights,omitzero"` // of a typed calendar, January first, 0 to MaxWeight
	Extra   Extra        `json:",embed"`
}

// MaxWeight is the largest weight of a month in a typed calendar. Weights are usually
// the month's amount, in whole euro or in cents.
const MaxWeight = int64(MaxMoney)

// CalendarKind is how a year's amount is spread.
type CalendarKind string

// The kinds of calendar.
const (
	Even     CalendarKind = "even"
	BySeason CalendarKind = "season"
	Typed    CalendarKind = "typed"
)

// MonthWeights are the integer weights by which a year's amount is split, January
// first. A typed calendar without any weight is even.
func (c Calendar) MonthWeights(s Season) [12]int64 {
	switch {
	case c.Kind == BySeason:
		return [12]int64(s)
	case c.Kind == Typed && c.Weights != nil:
		return *c.Weights
	}
	return [12]int64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
}

// Months splits a year's amount over twelve months starting with first, to the cent.
func (c Calendar) Months(year Money, s Season, first Month) [12]Money {
	weights := c.MonthWeights(s)
	var turned [12]int64
	for m := range turned {
		turned[m] = weights[(first + Month(m)).Index()]
	}
	return [12]Money(year.Split(turned[:]))
}
