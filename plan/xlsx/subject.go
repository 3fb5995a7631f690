package xlsx

// What a book is about: the plan, what is computed of it before any cell is put down, and the words
// for it. None of it changes.

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/board"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// subject is what a book is about.
type subject struct {
	plan      model.Plan
	scenarios []model.Scenario
	inForce   int            // the plan's scenario among them
	outlook   plan.Outlook   // in that scenario
	outlooks  []plan.Outlook // by scenario
	next      []plan.Marginal
	say       *templates.Texts
	words     *templates.Book
	names     []string // of the channels
	inputs    map[string]input
}

func subjectOf(p model.Plan) *subject {
	say := templates.Language(p.Language)
	b := &subject{plan: p, scenarios: scenariosOf(p), say: say, words: &say.Book, inputs: map[string]input{}}
	for i, s := range b.scenarios {
		if s.ID == p.Scenario {
			b.inForce = i
		}
		b.outlooks = append(b.outlooks, plan.Forecast(p, s))
	}
	b.outlook = b.outlooks[b.inForce]
	b.next = plan.NextThousand(p, b.scenario())
	for _, c := range p.Channels {
		b.names = append(b.names, part.Clean(templates.ChannelName(c, say.Tag)))
	}
	for _, in := range inputs(p, say) {
		b.inputs[in.name] = in
	}
	return b
}

// scenario is the one in force.
func (b *subject) scenario() model.Scenario { return b.scenarios[b.inForce] }

// futures are what takes long to compute, and what no formula of the book follows.
type futures struct {
	board.Work
	values model.Values // the figures that sentences may name
	best   model.Plan   // the best split
	proof  plan.Proof
}

// think computes what takes long, beside the rest.
func (b *subject) think() <-chan futures {
	done := make(chan futures, 1)
	go func() {
		f := futures{Work: board.WorkOf(b.plan)}
		f.best, f.proof = plan.Optimise(b.plan, b.scenario(), plan.FirstYear)
		f.values = board.Values(b.plan, b.say, f.Work)
		done <- f
	}()
	return done
}

// beyond is within how many months payback is looked for.
func (b *subject) beyond() int { return b.plan.Months + plan.Beyond }

// caused is in how many months what the plan's spend causes is counted: its own, and the tail.
func (b *subject) caused() int { return b.plan.Months + plan.Tail }

// followed is how many months the workings look at: until the last of the cash is in.
func (b *subject) followed() int { return b.plan.Months + plan.CashMonths }

// monthOf is what a forecast has for a channel's month, of the plan or of its tail.
func monthOf(c *plan.ChannelOutlook, m int) *plan.MonthOutlook {
	if m < len(c.Months) {
		return &c.Months[m]
	}
	return &c.Tail[m-len(c.Months)]
}

// shown is how many months the charts of cash look at: to the end of the plan, or a little
// beyond the month in which the spend is back.
func (b *subject) shown() int {
	return min(max(b.plan.Months+6, b.outlook.PaybackMonth+3), b.beyond())
}

// inTrade is a text that calls those who buy by the word of the company's sector: patients, guests.
// What stands in braces is the name of a figure and stays.
func (b *subject) inTrade(text string) string {
	say := &b.say.Answers
	usual, here := say.CustomersOf(""), say.CustomersOf(b.plan.Company.Sector)
	return braced.ReplaceAllStringFunc(text, func(piece string) string {
		if strings.HasPrefix(piece, "{") {
			return piece
		}
		return strings.ReplaceAll(piece, usual.Many, here.Many)
	})
}

// braced parts a text into names of figures and what stands between them.
var braced = regexp.MustCompile(`\{[^}]*\}|[^{]+`)

// scenarioNames are what the book's scenarios are called.
func (b *subject) scenarioNames() []string { return namesOf(b.scenarios, b.say) }

// fittingName is a channel's name, the short one where the whole one is too long for the table.
func (b *subject) fittingName(i int) string {
	if len([]rune(b.names[i])) > 26 {
		return b.shortName(i)
	}
	return b.names[i]
}

// shortName is what a channel is called where there is little room.
func (b *subject) shortName(i int) string {
	c := b.plan.Channels[i]
	if known, ok := templates.FindChannel(c.ID); ok && c.Name == "" {
		return known.Short.In(b.say.Tag)
	}
	name := []rune(b.names[i])
	if len(name) > 16 {
		return string(name[:15]) + "…"
	}
	return string(name)
}

// originName says where a figure comes from.
func (b *subject) originName(o model.Origin) string {
	switch o {
	case model.Own:
		return b.say.App.OriginOwn
	case model.Published:
		return b.say.App.OriginPublished
	case model.Judgement:
		return b.say.App.OriginJudgement
	}
	return ""
}

// sourceNames are the short names of evidence: who, and when.
func (b *subject) sourceNames(ids []string) []string {
	var names []string
	for _, id := range ids {
		if e, ok := templates.FindEvidence(id); ok {
			names = append(names, b.say.Cite(e.Source, e.Published))
			continue
		}
		for _, own := range b.plan.Evidence {
			if own.ID == id {
				names = append(names, own.Source)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func itoa(n int) string { return strconv.Itoa(n) }

// euros is a sum of cents in euro.
func euros[T model.Money | float64](cents T) float64 { return float64(cents) / 100 }

// serial is the day number of a month's first day, as spreadsheets count.
func serial(m model.Month) float64 {
	day := time.Date(m.Year(), time.Month(m.Index()+1), 1, 0, 0, 0, 0, time.UTC)
	return day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}
