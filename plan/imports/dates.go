// Months and days as tables write them; one order for a whole file.

package imports

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"arringa/model"
)

// Order is which of the two numbers before a year is the day: 03/04/2026 is the third of April
// or the fourth of March.
type Order string

// The orders; the empty one is not decided.
const (
	DayFirst   Order = "day-first"
	MonthFirst Order = "month-first"
)

// OrderError says that a table does not tell the order of day and month.
type OrderError struct {
	Text  string // a date that can be read both ways
	Line  int    // where it stands, 1 being the first
	Other string // with Text, two dates that follow different orders; empty: all can be read both ways
}

// Error implements error.
func (e *OrderError) Error() string {
	return fmt.Sprintf("line %d: is the day first in %q?", e.Line, e.Text)
}

// Months are the months that the date of the error can stand for.
func (e *OrderError) Months() (dayFirst, monthFirst model.Month) {
	dayFirst, _ = ParseMonth(e.Text, DayFirst)
	monthFirst, _ = ParseMonth(e.Text, MonthFirst)
	return dayFirst, monthFirst
}

// monthNames are months as exports write them, by their first three letters.
var monthNames = map[string]time.Month{
	"gen": 1, "feb": 2, "mar": 3, "apr": 4, "mag": 5, "giu": 6,
	"lug": 7, "ago": 8, "set": 9, "ott": 10, "nov": 11, "dic": 12,
	"jan": 1, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "dec": 12,
}

var (
	yearFirst  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?(?:[T ].*)?$`)
	yearLast   = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: .*)?$`)
	monthFirst = regexp.MustCompile(`^(\d{1,2})[-/.](\d{4})$`)
	named      = regexp.MustCompile(`^(?:\d{1,2} )?([a-z]{3})[a-z]*[.\-/ ]+(?:\d{1,2},? )?(\d{4}|\d{2})$`)
)

// date is a cell of the column of months as far as it says itself.
type date struct {
	month model.Month
	known bool   // month is right
	pair  [2]int // two numbers of which one is the month; 0, 0: none
	year  int
}

// parseDate reads a date as far as its order does not matter; of a period where it begins.
func parseDate(text string) date {
	text = strings.ToLower(strings.TrimSpace(text))
	text, _, _ = strings.Cut(text, " - ")
	if day, err := strconv.ParseFloat(text, 64); err == nil { // a spreadsheet's day of this century
		if !(day >= 36526 && day < 73051) { // no number at all is neither
			return date{}
		}
		t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(day))
		return date{month: model.NewMonth(t.Year(), t.Month()), known: true}
	}
	year, month := 0, 0
	if f := yearFirst.FindStringSubmatch(text); f != nil {
		year, month = atoi(f[1]), atoi(f[2])
	} else if f := monthFirst.FindStringSubmatch(text); f != nil {
		year, month = atoi(f[2]), atoi(f[1])
	} else if f := named.FindStringSubmatch(text); f != nil {
		year, month = fullYear(f[2]), int(monthNames[f[1]])
	} else if f := yearLast.FindStringSubmatch(text); f != nil {
		d := date{pair: [2]int{atoi(f[1]), atoi(f[2])}, year: fullYear(f[3])}
		if !d.can(DayFirst) && !d.can(MonthFirst) {
			return date{}
		}
		return d
	}
	if !isMonth(year, month) {
		return date{}
	}
	return date{month: model.NewMonth(year, time.Month(month)), known: true}
}

// can reports whether two numbers can be a day and a month in an order.
func (d date) can(o Order) bool {
	day, month := d.pair[0], d.pair[1]
	if o == MonthFirst {
		day, month = month, day
	}
	return day >= 1 && day <= 31 && isMonth(d.year, month)
}

// in is the month by an order.
func (d date) in(o Order) (model.Month, bool) {
	switch {
	case d.known:
		return d.month, true
	case d.pair == [2]int{} || !d.can(o):
		return 0, false
	case o == MonthFirst:
		return model.NewMonth(d.year, time.Month(d.pair[0])), true
	}
	return model.NewMonth(d.year, time.Month(d.pair[1])), true
}

// ParseMonth reads a month, or the month of a day, as exports write it: 2026-03, 2026-03-31,
// 31/03/2026, 3/2026, mar 2026, marzo 2026, Mar-26. Which of two numbers before a year is the
// day says the order alone: 31/03/2026 is no date where the month comes first.
func ParseMonth(text string, o Order) (model.Month, bool) { return parseDate(text).in(o) }

func isMonth(year, month int) bool { return month >= 1 && month <= 12 && year >= 1990 && year <= 2100 }

func fullYear(s string) int {
	if len(s) == 2 {
		return 2000 + atoi(s)
	}
	return atoi(s)
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// ordering finds out the order of a file's dates.
type ordering struct {
	day, month, either string // the first date that only has the day first, the month first, or can be both
	line               int    // of either, or of the first that is one of the others
}

// sees takes a cell into account, both ends of a period.
func (o *ordering) sees(text string, line int) {
	for part := range strings.SplitSeq(text, " - ") {
		d := parseDate(part)
		if d.pair == [2]int{} || d.pair[0] == d.pair[1] {
			continue
		}
		at := &o.either
		switch {
		case !d.can(MonthFirst):
			at = &o.day
		case !d.can(DayFirst):
			at = &o.month
		}
		if *at == "" {
			*at = strings.Clone(strings.TrimSpace(part))
			if at == &o.either || o.line == 0 {
				o.line = line
			}
		}
	}
}

// decide is the order, and the date that shows it; asked is what to take where the file does
// not say. There is none where no date needs it.
func (o *ordering) decide(asked Order) (Order, string, error) {
	switch {
	case o.day != "" && o.month == "":
		return DayFirst, o.day, nil
	case o.month != "" && o.day == "":
		return MonthFirst, o.month, nil
	case o.day == "" && o.either == "":
		return "", "", nil // no date whose order matters
	case asked != "":
		return asked, "", nil
	case o.day != "":
		return "", "", &OrderError{Text: o.day, Line: o.line, Other: o.month}
	}
	return "", "", &OrderError{Text: o.either, Line: o.line}
}
