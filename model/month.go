// Calendar months and days.

package model

import (
	"fmt"
	"time"
)

// Month is a calendar month, counted from January of year 0, so that months can be
// added and compared. In JSON it is "2027-01".
type Month int

// NewMonth returns the month of a year, January being 1.
func NewMonth(year int, month time.Month) Month { return Month(year*12 + int(month) - 1) }

// Year is the calendar year of the month.
func (m Month) Year() int { return int(m) / 12 }

// Index is the place of the month in the year: 0 for January, 11 for December.
func (m Month) Index() int { return int(m) % 12 }

// String is the month as 2027-01.
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m.Year(), m.Index()+1) }

// MarshalText writes 2027-01.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads 2027-01; years from 1900 to 9998.
func (m *Month) UnmarshalText(text []byte) error {
	t, err := time.Parse("2006-01", string(text))
	if err != nil || t.Year() < 1900 || t.Year() > 9998 {
		return fmt.Errorf("month %q is not of the form 2027-01", text)
	}
	*m = NewMonth(t.Year(), t.Month())
	return nil
}

// Date is a day, "2027-06-30" in JSON; the zero Date is no day.
type Date string

// ParseDate reads a day as people write it, day first: 30/6/2027, 30.06.27, 30-6-2027,
// or 2027-06-30. It reports whether there was such a day; the empty text is no day.
func ParseDate(text string) (Date, bool) {
	if text == "" {
		return "", true
	}
	for _, form := range []string{"2006-01-02", "2/1/2006", "2.1.2006", "2-1-2006", "2/1/06", "2.1.06", "2-1-06"} {
		if t, err := time.Parse(form, text); err == nil && t.Year() >= 1900 {
			return Date(t.Format("2006-01-02")), true
		}
	}
	return "", false
}

// Valid reports whether the date is a day or no day at all.
func (d Date) Valid() bool {
	if d == "" {
		return true
	}
	_, err := time.Parse("2006-01-02", string(d))
	return err == nil
}

// Split parts a valid day into year, month (January is 1) and day of the month.
func (d Date) Split() (year, month, day int) {
	t, err := time.Parse("2006-01-02", string(d))
	if err != nil {
		return 0, 0, 0
	}
	return t.Year(), int(t.Month()), t.Day()
}

// Month is the calendar month of a valid day.
func (d Date) Month() Month {
	year, month, _ := d.Split()
	return NewMonth(year, time.Month(month))
}
