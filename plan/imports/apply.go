package imports

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"arringa/model"
	"arringa/templates"
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
	Periods []Period // by channel and month, each once
	Read    int      // rows that counted
	Skipped []Skip
	Foreign bool // amounts in another currency, read one to one
}

// Skip is a row that did not count, and why.
type Skip struct {
	Row  int // of the file, 1 being the first
	Why  Reason
	Text string // of the cell that was not understood
}

// Reason is why a row did not count.
type Reason string

// The reasons.
const (
	NoMonth   Reason = "no_month"   // its month was not understood
	NoChannel Reason = "no_channel" // its channel is not of the plan, nor of the catalogue
	NoFigure  Reason = "no_figure"  // none of its figures was understood
	IsTotal   Reason = "total"      // it adds up others
)

// Reasons are all of them.
var Reasons = []Reason{NoMonth, NoChannel, NoFigure, IsTotal}

// Apply reads the rows of a table by a mapping; names of channels are those of the plan and of
// the catalogue, in both languages.
func Apply(rows [][]string, m Mapping, p model.Plan) Import {
	var out Import
	if m.Header >= len(rows) {
		return out
	}
	head := rows[m.Header]
	at := func(name string) int {
		return slices.IndexFunc(head, func(h string) bool { return name != "" && h == name })
	}
	month, channel, spend, contacts, customers := at(m.Columns.Month), at(m.Columns.Channel), at(m.Columns.Spend), at(m.Columns.Contacts), at(m.Columns.Customers)
	out.Foreign = strings.Contains(strings.ToUpper(m.Columns.Spend), "USD")
	cell := func(row []string, i int) string {
		if i < 0 || i >= len(row) {
			return ""
		}
		return row[i]
	}
	sums := map[[2]string]int{}
	for i, row := range rows[m.Header+1:] {
		n := m.Header + 2 + i
		skip := func(why Reason, text string) { out.Skipped = append(out.Skipped, Skip{n, why, text}) }
		if strings.Join(row, "") == "" {
			continue
		}
		if isTotal(row) {
			skip(IsTotal, row[0])
			continue
		}
		id := m.Channel
		if channel >= 0 {
			found, ok := channelNamed(cell(row, channel), p)
			if !ok {
				skip(NoChannel, cell(row, channel))
				continue
			}
			id = found
		}
		if id == "" {
			skip(NoChannel, "")
			continue
		}
		when, ok := ParseMonth(cell(row, month))
		if !ok {
			skip(NoMonth, cell(row, month))
			continue
		}
		x := Period{Channel: id, Month: when}
		if v, ok := number(cell(row, spend)); ok {
			x.Spend = new(model.Money)
			*x.Spend = model.Money(math.Round(v * 100))
		}
		if v, ok := number(cell(row, contacts)); ok {
			x.Contacts = &v
		}
		if v, ok := number(cell(row, customers)); ok {
			x.Customers = &v
		}
		if x.Spend == nil && x.Contacts == nil && x.Customers == nil {
			skip(NoFigure, cell(row, spend))
			continue
		}
		out.Read++
		key := [2]string{string(id), when.String()}
		if k, known := sums[key]; known {
			out.Periods[k].add(x)
			continue
		}
		sums[key] = len(out.Periods)
		out.Periods = append(out.Periods, x)
	}
	return out
}

// add adds another row of the same channel and month.
func (p *Period) add(x Period) {
	if x.Spend != nil {
		if p.Spend == nil {
			p.Spend = new(model.Money)
		}
		*p.Spend += *x.Spend
	}
	for _, f := range []struct{ at, of **float64 }{{&p.Contacts, &x.Contacts}, {&p.Customers, &x.Customers}} {
		if *f.of == nil {
			continue
		}
		sum := **f.of
		if *f.at != nil {
			sum += **f.at
		}
		*f.at = &sum
	}
}

// isTotal reports rows that add up others: their first words say so.
func isTotal(row []string) bool {
	for _, cell := range row {
		if cell == "" || cell == "--" || cell == " --" {
			continue
		}
		text := strings.ToLower(cell)
		return strings.HasPrefix(text, "total") || strings.HasPrefix(text, "totale") || strings.HasPrefix(text, "somma")
	}
	return false
}

// channelNamed finds a channel by its id or by any of its names.
func channelNamed(text string, p model.Plan) (model.ChannelID, bool) {
	same := func(name string) bool { return strings.EqualFold(strings.TrimSpace(text), name) }
	for _, c := range p.Channels {
		if same(string(c.ID)) || c.Name != "" && same(c.Name) {
			return c.ID, true
		}
	}
	for _, c := range templates.Channels() {
		for _, name := range []string{string(c.ID), c.Name.It, c.Name.En, c.Short.It, c.Short.En} {
			if same(name) {
				return c.ID, true
			}
		}
	}
	return "", false
}

// monthNames are months as exports write them, by their first three letters.
var monthNames = map[string]time.Month{
	"gen": 1, "feb": 2, "mar": 3, "apr": 4, "mag": 5, "giu": 6, "lug": 7, "ago": 8, "set": 9, "ott": 10, "nov": 11, "dic": 12,
	"jan": 1, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "dec": 12,
}

var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?(?:[T ].*)?$`)
	dayFirst  = regexp.MustCompile(`^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})(?: .*)?$`)
	named     = regexp.MustCompile(`^(?:\d{1,2} )?([a-z]{3})[a-z]*[.\-/ ]+(?:\d{1,2},? )?(\d{4}|\d{2})$`)
)

// ParseMonth reads a month, or the month of a day, as exports write it: 2026-03, 2026-03-31,
// 31/03/2026, 3/2026, mar 2026, marzo 2026, Mar-26. Of two numbers before a year the day comes
// first, as in Italy, unless it can only be the other way round.
func ParseMonth(text string) (model.Month, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if before, _, found := strings.Cut(text, " - "); found { // a period counts where it begins
		text = before
	}
	if day, err := strconv.ParseFloat(text, 64); err == nil && day >= 36526 && day < 73051 { // a spreadsheet's day of this century
		t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(day))
		return model.NewMonth(t.Year(), t.Month()), true
	}
	year, month := 0, 0
	if f := yearFirst.FindStringSubmatch(text); f != nil {
		year, month = atoi(f[1]), atoi(f[2])
	} else if f := dayFirst.FindStringSubmatch(text); f != nil {
		year, month = atoi(f[3]), atoi(f[2])
		if month > 12 && f[1] != "" {
			month = atoi(f[1])
		}
	} else if f := named.FindStringSubmatch(text); f != nil {
		year, month = atoi(f[2]), int(monthNames[f[1]])
		if year < 100 {
			year += 2000
		}
	}
	if month < 1 || month > 12 || year < 1990 || year > 2100 {
		return 0, false
	}
	return model.NewMonth(year, time.Month(month)), true
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// number reads a figure of an export: 1.234,56 and 1,234.56 and 1234.5678, with or without a
// sign of euro. "--" and nothing are no figure.
func number(text string) (float64, bool) {
	if m, err := model.ParseMoney(text); err == nil {
		return m.Euros(), true
	}
	text = strings.NewReplacer("€", "", "\u00a0", "", " ", "", "'", "").Replace(text)
	if strings.Contains(text, ",") && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	x, err := strconv.ParseFloat(text, 64)
	return x, err == nil && x >= 0 && x < 1e12 && !math.IsNaN(x)
}
