// Rows of a table to periods by channel and month.

package imports

import (
	"math"
	"slices"
	"strings"

	"arringa/model"
)

// MissingError says that a mapping names a heading that the table does not have.
type MissingError struct{ Heading string }

// Error implements error.
func (e *MissingError) Error() string { return "no column " + e.Heading }

// Apply reads the rows of a table by a mapping; names of channels are those of the plan and of
// the catalogue, in both languages. A row of which one figure cannot be read does not count at
// all. The table is gone through twice: how it writes dates and figures is decided for all of
// it before a row counts. The error is an OrderError where the mapping does not say the order
// of day and month and the dates do not either, a MissingError, or one of reading.
func Apply(t Table, m Mapping, p model.Plan) (Import, error) {
	r := reading{m: m, plan: p, dates: map[string]date{}, ids: map[string]model.ChannelID{}, sums: map[place]int{}}
	r.out.Foreign = strings.Contains(strings.ToUpper(m.Columns.Spend), "USD")
	if err := t.rows(r.survey); err != nil {
		return Import{}, err
	}
	if !r.begun {
		return r.out, nil
	}
	var err error
	if r.out.Dates, r.out.DatesBy, err = r.order.decide(m.Dates); err != nil {
		return Import{}, err
	}
	decide(r.figures[:], m.Decimals)
	r.begun = false
	if err := t.rows(r.count); err != nil {
		return Import{}, err
	}
	return r.out, nil
}

// place is where a row counts.
type place struct {
	channel model.ChannelID
	month   model.Month
}

// reading is a table on its way into periods.
type reading struct {
	m       Mapping
	plan    model.Plan
	begun   bool // the row of headings is behind
	month   int
	channel int
	figures [3]column // spend, contacts, customers
	order   ordering
	dates   map[string]date            // read before
	ids     map[string]model.ChannelID // looked up before; empty: no channel
	sums    map[place]int
	out     Import
}

// begins reports whether a row comes after that of the headings, which it takes in.
func (r *reading) begins(row Row) (bool, error) {
	if r.begun || row.Line != r.m.Header+1 {
		return r.begun, nil
	}
	r.begun = true
	c := r.m.Columns
	var missing error
	at := func(name string) int {
		i := slices.IndexFunc(row.Cells, func(h string) bool { return name != "" && h == name })
		if i < 0 && name != "" && missing == nil {
			missing = &MissingError{name}
		}
		return i
	}
	r.month, r.channel = at(c.Month), at(c.Channel)
	for i, name := range []string{c.Spend, c.Contacts, c.Customers} {
		f := &r.figures[i]
		f.heading, f.at, f.most = name, at(name), mostCount
		if i == 0 {
			f.most = mostSpend
		}
	}
	return false, missing
}

// survey goes through the table to see how it writes dates and figures.
func (r *reading) survey(row Row) error {
	if ok, err := r.begins(row); !ok {
		return err
	}
	if row.Broken || isTotal(row.Cells) {
		return nil
	}
	text := cell(row, r.month)
	if _, before := r.dates[text]; !before && !r.date(text).known {
		r.order.sees(text, row.Line)
	}
	for i := range r.figures {
		if c := &r.figures[i]; c.at >= 0 && !(c.comma && c.dot) {
			c.sees(parseFigure(cell(row, c.at)))
		}
	}
	return nil
}

// count adds a row to the periods, or notes why it does not count.
func (r *reading) count(row Row) error {
	if ok, err := r.begins(row); !ok {
		return err
	}
	skip := func(why Reason, text, column string) error {
		r.out.Skipped = append(r.out.Skipped, Skip{row.Line, why, beginning(text), column})
		return nil
	}
	if row.Broken {
		return skip(BrokenQuote, "", "")
	}
	if strings.Join(row.Cells, "") == "" {
		return nil
	}
	if isTotal(row.Cells) {
		return skip(IsTotal, row.Cells[0], "")
	}
	x := Period{Channel: r.m.Channel}
	if r.channel >= 0 {
		x.Channel = r.id(cell(row, r.channel))
	}
	if x.Channel == "" {
		return skip(NoChannel, cell(row, r.channel), "")
	}
	var ok bool
	if x.Month, ok = r.date(cell(row, r.month)).in(r.out.Dates); !ok {
		return skip(NoMonth, cell(row, r.month), "")
	}
	why, c := r.amounts(row, &x)
	if why != "" {
		return skip(why, cell(row, c.at), c.heading)
	}
	r.out.Read++
	r.add(x)
	return nil
}

// amounts reads the figures of a row; none count where one cannot be read, and then it says
// which and why.
func (r *reading) amounts(row Row, x *Period) (Reason, *column) {
	var values [3]*float64
	var guesses []Skip
	for i := range r.figures {
		c := &r.figures[i]
		if c.at < 0 {
			continue
		}
		text := cell(row, c.at)
		v, why, guessed := c.value(parseFigure(text))
		if why != "" {
			return why, c
		}
		if guessed {
			guesses = append(guesses, Skip{Row: row.Line, Text: beginning(text), Column: c.heading})
		}
		values[i] = v
	}
	if values == [3]*float64{} {
		return NoFigure, &r.figures[0]
	}
	if values[0] != nil {
		x.Spend = new(model.Money)
		*x.Spend = model.Money(math.Round(*values[0] * 100))
	} else if r.figures[0].at >= 0 {
		r.out.NoAmount = append(r.out.NoAmount, row.Line)
	}
	x.Contacts, x.Customers = values[1], values[2]
	r.out.Guessed = append(r.out.Guessed, guesses...)
	return "", nil
}

// add adds a row to its channel and month.
func (r *reading) add(x Period) {
	at := place{x.Channel, x.Month}
	k, known := r.sums[at]
	if !known {
		r.sums[at] = len(r.out.Periods)
		r.out.Periods = append(r.out.Periods, x)
		return
	}
	p := &r.out.Periods[k]
	if x.Spend != nil {
		if p.Spend == nil {
			p.Spend = new(model.Money)
		}
		*p.Spend += *x.Spend
	}
	for _, f := range []struct{ at, of **float64 }{{&p.Contacts, &x.Contacts}, {&p.Customers, &x.Customers}} {
		switch {
		case *f.of == nil:
		case *f.at == nil:
			*f.at = *f.of
		default:
			**f.at += **f.of
		}
	}
}

// mostKnown is how many different texts are remembered: a file has few dates and channels.
const mostKnown = 10_000

// date reads a date, once.
func (r *reading) date(text string) date {
	d, known := r.dates[text]
	if !known {
		d = parseDate(text)
		if len(r.dates) < mostKnown {
			r.dates[strings.Clone(text)] = d
		}
	}
	return d
}

// id finds a channel by its id or by any of its names, once.
func (r *reading) id(text string) model.ChannelID {
	id, known := r.ids[text]
	if !known {
		id = channelNamed(text, r.plan)
		if len(r.ids) < mostKnown {
			r.ids[strings.Clone(text)] = id
		}
	}
	return id
}

func cell(row Row, i int) string {
	if i < 0 || i >= len(row.Cells) {
		return ""
	}
	return row.Cells[i]
}

// beginning is as much of a cell as a sentence has room for, apart from the row.
func beginning(text string) string {
	const most = 40
	n := 0
	for i := range text {
		if n++; n > most {
			return text[:i] + "…"
		}
	}
	return strings.Clone(text)
}
