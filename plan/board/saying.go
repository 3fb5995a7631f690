// How a figure is said: as exactly as it is known, and with its time.

package board

import (
	"math"
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// stepOf is the step to which an expected figure is rounded: the second digit of its range's
// width, or, where it has no range, of one as wide as the reckoning itself is uncertain. In cents,
// and not below a euro; contacts and customers are whole.
func stepOf(x float64, band *plan.Band, least float64) float64 {
	width := 0.75 * math.Abs(x)
	if band != nil && band.High > band.Low {
		width = band.High - band.Low
	}
	if width <= 0 {
		return least
	}
	return max(least, math.Pow(10, math.Floor(math.Log10(width))-1))
}

func rounded(x, step float64) float64 {
	if step < 1 {
		return math.Round(x*math.Round(1/step)) / math.Round(1/step)
	}
	return math.Round(x/step) * step
}

// figure puts a figure that follows from the plan, as it is said.
func (c collector) figure(name, text string) {
	if text != "" {
		c.Values[name] = model.Value{Kind: model.SaidValue, Text: text}
	}
}

// known are the beginnings of the names of what was told, or happened, and does not follow from the
// plan's amounts.
var known = []string{
	"asked", "conversion", "grants.", "last_year", "mouth", "named", "off", "order.", "past.", "rival", "test.",
}

// told marks what does not follow from the plan's amounts as text.
func (c collector) told() {
	for name, v := range c.Values {
		begins := func(begin string) bool { return strings.HasPrefix(name, begin) }
		is := strings.Contains(name, ".last.") || slices.ContainsFunc(known, begins)
		if is && v.Kind == model.SaidValue {
			c.Values[name] = model.Value{Kind: model.TextValue, Text: v.Text}
		}
	}
}

// expected says a sum that nobody knows to the euro.
func (c collector) expected(name string, cents float64, band *plan.Band) {
	step := stepOf(cents, band, 100)
	c.figure(name, c.sum(cents, step))
	if band != nil {
		c.figure(name+".low", c.sum(band.Low, step))
		c.figure(name+".range", c.between(*band, step))
	}
}

// million is one of euro, in cents.
const million = 100e6

// between says both ends of a range in the unit of the larger.
func (c collector) between(b plan.Band, step float64) string {
	low := c.sum(b.Low, step)
	if step >= million/10 && rounded(b.High, step) >= million {
		low = c.say.Number(rounded(b.Low, step)/million, 1)
		if c.say.SymbolFirst {
			low = "€" + low
		}
	}
	return c.say.Answers.Between.With("low", low, "high", c.sum(b.High, step))
}

// sum says cents to a step: in millions where the step is a tenth of one or more.
func (c collector) sum(cents, step float64) string {
	x := rounded(cents, step)
	if step >= million/10 && math.Abs(x) >= million {
		return c.say.Answers.Million.With("n", c.say.Number(x/million, 1))
	}
	return c.say.Result(x)
}

// exact says a sum that was decided, paid or agreed.
func (c collector) exact(name string, cents float64) {
	if math.Abs(cents) >= 0.5 {
		c.figure(name, c.say.Result(cents))
	}
}

// some says how many of something, with its word. Less than half of one is left out.
func (c collector) some(name string, x float64, band *plan.Band, word templates.Noun) {
	step := stepOf(x, band, 1)
	if rounded(x, step) < 1 {
		step = 1
	}
	if rounded(x, step) < 1 {
		return
	}
	n := c.say.Number(rounded(x, step), 0)
	c.figure(name, n+" "+word.Of(n))
}

func (c collector) customers(name string, x float64, band *plan.Band) {
	c.some(name, x, band, c.say.Answers.CustomersOf(c.plan.Company.Sector))
}

// needed says how many customers it takes: the part of one takes a whole one.
func (c collector) needed(name string, x float64) {
	if x > 0 {
		n := c.say.Number(math.Ceil(x), 0)
		c.figure(name, n+" "+c.say.Answers.CustomersOf(c.plan.Company.Sector).Of(n))
	}
}

func (c collector) contacts(name string, x float64, band *plan.Band) {
	word := c.say.Answers.Contacts
	if c.plan.Company.Kind == model.Orders {
		word = c.say.Answers.Orders
	}
	c.some(name, x, band, word)
}

// part says a share of a hundred, in whole hundredths.
func (c collector) part(name string, x float64) { c.figure(name, c.say.Share(math.Round(100*x)/100)) }

// rate says a gain or a loss, with its sign, to the step of its range.
func (c collector) rate(name string, x float64, band *plan.Band) {
	step := stepOf(x, band, 0.01)
	c.figure(name, c.say.SignedShare(rounded(x, step)))
}

// likely says a chance in tenths.
func (c collector) likely(name string, chance float64) {
	t, say := plan.TenthsOf(chance), &c.say.Answers
	switch {
	case t.More:
		c.figure(name, say.More.String())
	case t.Less:
		c.figure(name, say.Less.String())
	default:
		c.figure(name, say.Tenths.With("n", c.say.Number(float64(t.Of10), 0)))
	}
}

// fact says that something is so: a sentence may depend on it.
func (c collector) fact(name string, so bool) {
	if so {
		c.Values["if."+name] = model.Value{Kind: model.FactValue}
	}
}

// word is a word of the plan's, put into a sentence before its figures.
func (c collector) word(name, text string) {
	c.Values[name] = model.Value{Kind: model.FactValue, Text: text}
}

// list says up to three names.
func (c collector) list(name string, lines []int) {
	var names []string
	for _, i := range lines[:min(len(lines), 3)] {
		names = append(names, c.name(i))
	}
	if n := len(names); n > 1 {
		names = append(names[:n-2], c.say.Answers.And.With("first", names[n-2], "last", names[n-1]))
	}
	c.figure(name, strings.Join(names, ", "))
}

// listed says a figure of the plan's list, its range, and when it is: name.when.
func (c collector) listed(name string, f plan.Figure) {
	switch f.Unit {
	case plan.InCents:
		c.cents(name, f)
	case plan.InContacts:
		c.contacts(name, f.Value, f.Band)
	case plan.InCustomers:
		c.customers(name, f.Value, f.Band)
	case plan.InShares:
		if strings.HasPrefix(f.ID, "share.") {
			c.part(name, f.Value)
		} else {
			c.rate(name, f.Value, f.Band)
		}
	case plan.InChances:
		c.likely(name, f.Value)
	case plan.InMonths:
		c.Values[name] = model.Value{Kind: model.MonthValue, X: float64(c.plan.Start + model.Month(f.Value-1))}
	}
	c.dated(name, f)
}

// alike rounds what is in by the end, and the returns, as what is in when all is: of two figures in one
// sentence the one would else look finer known than the other.
func (c collector) alike(list []plan.Figure) {
	all := map[string]plan.Figure{}
	for _, f := range list {
		if f.Scope == plan.WholePlan {
			all[f.ID] = f
		}
	}
	margin, rate := all["margin.all_in"], all["return.all_in"]
	if f, ok := all["cash.by_end"]; ok && math.Abs(f.Value) >= 100 {
		c.figure(f.ID, c.sum(f.Value, stepOf(margin.Value, margin.Band, 100)))
	}
	for _, id := range []string{"return.by_end", "return.with_role"} {
		if f, ok := all[id]; ok {
			c.figure(id, c.say.SignedShare(rounded(f.Value, stepOf(rate.Value, rate.Band, 0.01))))
		}
	}
}

// dated says when a figure is, and the same once more in an answer: name.again.
func (c collector) dated(name string, f plan.Figure) {
	when := c.when(f)
	say := c.text
	if f.Period == plan.AllIn { // the month follows from the plan; the plan's own months do not
		say = c.figure
	}
	say(name+".when", when)
	if f.Period == plan.AllIn && when != "" {
		again := c.say.Answers.MoneyAgain
		if f.Unit == plan.InContacts || f.Unit == plan.InCustomers {
			again = c.say.Answers.PeopleAgain
		}
		c.text(name+".again", again)
	}
}

// cents says what was decided exactly, and the rest as far as it is known. A sum that is not
// there is left out.
func (c collector) cents(name string, f plan.Figure) {
	switch f.ID {
	case "ask", "ask.cash", "spend":
		c.exact(name, f.Value)
	case "reserve":
		delete(c.Values, name) // nothing is no reserve
		c.exact(name, max(f.Value, 0))
	default:
		if math.Abs(f.Value) >= 100 {
			c.expected(name, f.Value, f.Band)
		}
	}
}

// when says the time that a figure is of; nothing where the figure is a time itself.
func (c collector) when(f plan.Figure) string {
	say, end := &c.say.Answers, c.say.Month(c.plan.Start+model.Month(c.plan.Months-1))
	switch f.Period {
	case plan.AYear:
		return say.Year
	case plan.PlanMonths:
		return say.Over.With("months", c.say.Span(float64(c.plan.Months)))
	case plan.ByEnd:
		return say.By.With("month", end)
	case plan.AfterEnd:
		return say.After.With("month", end)
	case plan.AllIn:
		if f.By == 0 {
			return ""
		}
		if f.Unit == plan.InContacts || f.Unit == plan.InCustomers {
			return say.PeopleIn.With("month", c.say.Month(f.By))
		}
		return say.MoneyIn.With("month", c.say.Month(f.By))
	}
	return ""
}
