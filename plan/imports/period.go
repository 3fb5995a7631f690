// What was read of a table, and what was not.

package imports

import (
	"arringa/model"
)

// Period is what a channel took and brought in a month.
type Period struct {
	Channel   model.ChannelID
	Month     model.Month
	Spend     *model.Money // nil: the table does not say
	Contacts  *float64
	Customers *float64
}

// Import is what was read of a table.
type Import struct {
	Periods  []Period // by channel and month, each once
	Read     int      // rows that counted
	Skipped  []Skip
	Foreign  bool   // amounts in another currency, read one to one
	Dates    Order  // of day and month, where it matters
	DatesBy  string // the date that shows it; empty: it was asked for
	Guessed  []Skip // cells in which a sign before three digits was taken for thousands
	NoAmount []int  // lines that counted and whose cell of spend is empty
}

// Skip is a row that did not count, and why.
type Skip struct {
	Row    int // line of the file, 1 being the first
	Why    Reason
	Text   string // of the cell that was not understood, or its beginning
	Column string // heading of a figure that was not understood
}

// Reason is why a row did not count.
type Reason string

// The reasons.
const (
	NoMonth     Reason = "no_month"     // its month was not understood
	NoChannel   Reason = "no_channel"   // its channel is not of the plan, nor of the catalogue
	NoFigure    Reason = "no_figure"    // it has no figures
	NoNumber    Reason = "no_number"    // what should be a figure is none
	Negative    Reason = "negative"     // a figure is below 0
	TooMuch     Reason = "too_much"     // a figure is larger than a plan may hold
	TwoReadings Reason = "two_readings" // 1.234: nothing in the column says what the sign parts
	BrokenQuote Reason = "broken_quote" // a quote opens and does not close
	IsTotal     Reason = "total"        // it adds up others
)

// Reasons are all of them.
var Reasons = []Reason{NoMonth, NoChannel, NoFigure, NoNumber, Negative, TooMuch, TwoReadings, BrokenQuote, IsTotal}
