// Package xlsx writes the workbook for the board: live formulas with the values that Go
// computed beside them, native charts, sources, fit to print, and the plan itself inside;
// and it reads one back.
package xlsx

import (
	"io"
	"strconv"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/board"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// Book is what a workbook is made from.
type Book struct {
	Plan model.Plan // free of Problems; its language is the book's

	// Progress, if any, is told how many sheets of how many are filled. An error of its
	// own stops the writing, and is what Write returns.
	Progress func(done, all int) error
}

// Title is what the workbook is called: what the manager typed, or a plain title with the
// plan's year.
func Title(p model.Plan, t *templates.Texts) string {
	if p.Board.Title != "" {
		return p.Board.Title
	}
	return t.Book.Title.With("year", strconv.Itoa(p.Start.Year()))
}

// Write writes the workbook. The same plan gives the same bytes.
func Write(w io.Writer, x Book) error {
	b := newBook(x)
	defer b.file.Close()
	fill(b, x.Progress)
	if err := b.file.Err(); err != nil {
		return err
	}
	return b.file.Write(w)
}

// book is a workbook while it is made.
type book struct {
	plan      model.Plan
	scenarios []model.Scenario
	inForce   int // the plan's scenario among them
	outlook   plan.Outlook
	outlooks  []plan.Outlook // by scenario
	next      []plan.Marginal
	done      board.Work   // what takes long
	values    model.Values // the figures that sentences may name
	answers   []board.Answer
	best      model.Plan // the best split
	proof     plan.Proof
	working   chan struct{} // closed when the three are there
	ranges    plan.Ranges
	say       *templates.Texts
	words     *templates.Book
	title     string
	names     []string // of the channels
	inputs    map[string]input
	figures   formula.Figures
	curves    []func(float64) float64 // of the channels

	formula.Voice
	file *part.Book
	tabs [sheetIDs]*part.Sheet

	cells
}

func newBook(x Book) *book {
	p := x.Plan
	say := templates.Language(p.Language)
	b := &book{
		plan: p, scenarios: scenariosOf(p), say: say, words: &say.Book, title: Title(p, say),
		inputs: map[string]input{}, figures: formula.Figures{},
	}
	b.file = part.New(wordsOf(p, say))
	b.Voice = formula.Voice{Language: say, SymbolFirst: say.SymbolFirst, Months: p.Months}
	for _, x := range say.Singulars {
		b.Singulars = append(b.Singulars, formula.Singular{Many: x.Many, One: x.One})
	}
	for i, s := range b.scenarios {
		if s.ID == p.Scenario {
			b.inForce = i
		}
		b.outlooks = append(b.outlooks, plan.Forecast(p, s))
	}
	b.outlook = b.outlooks[b.inForce]
	s := b.scenarios[b.inForce]
	b.next = plan.NextThousand(p, s)
	b.working = make(chan struct{})
	go func() { // beside the writing of what does not need it
		defer close(b.working)
		b.done = board.WorkOf(p)
		b.best, b.proof = plan.Optimise(p, s, plan.FirstYear)
	}()
	for _, c := range p.Channels {
		b.names = append(b.names, part.Clean(templates.ChannelName(c, say.Tag)))
	}
	for _, in := range inputs(p, say) {
		b.inputs[in.name] = in
	}
	b.channels = make([]channelCells, len(p.Channels))
	return b
}

// wordsOf are what the workbook of a plan says of itself.
func wordsOf(p model.Plan, say *templates.Texts) part.Words {
	w := &say.Book
	return part.Words{
		Program: "Arringa", Language: say.Tag, Title: Title(p, say), Author: p.Board.Author, Owner: p.Company.Name,
		Formats:   look.FormatsOf(say.Tag, say.SymbolFirst, w.MonthsFormat),
		PageOf:    w.PageOf.With("page", "&P", "pages", "&N"),
		ChartName: func(n int) string { return w.ChartName.With("n", itoa(n)) },

		WrongFigure: w.WrongFigure,
		Between: func(least, most float64) string {
			return w.TypeBetween.With("least", say.Plain(least), "most", say.Plain(most))
		},
	}
}

// fill makes the sheets and what is on them. Figures flow one way: what may be edited, then
// the workings, then the results, then what is said of them.
func fill(b *book, progress func(done, all int) error) {
	makeSheets(b)
	placeLevers(b)
	placeAssumptions(b)
	placeWeights(b)
	placeScenarios(b)
	fillWorkings(b)
	fillCalendar(b)
	fillResults(b)
	fillCash(b)
	fillBudget(b)
	fillScenarioWorkings(b)
	placeRole(b)
	<-b.working
	b.ranges, b.values = b.done.Ranges, board.Values(b.plan, b.say, b.done)
	fillFigures(b)
	fillFan(b)
	fillChannelFigures(b)
	fillMarks(b)
	done, all := 0, 0
	for _, s := range b.tabs {
		if s != nil {
			all++
		}
	}
	for id, s := range b.tabs {
		if s == nil {
			continue
		}
		tabs[id].fill(b, s)
		if done++; progress != nil && b.file.Err() == nil {
			b.file.Try(progress(done, all))
		}
		if b.file.Err() != nil {
			return
		}
	}
	fillPlan(b)
}

func itoa(n int) string { return strconv.Itoa(n) }

// euros is a sum of cents in euro.
func euros[T model.Money | float64](cents T) float64 { return float64(cents) / 100 }

// serial is the day number of a month's first day, as spreadsheets count.
func serial(m model.Month) float64 {
	return days(time.Date(m.Year(), time.Month(m.Index()+1), 1, 0, 0, 0, 0, time.UTC))
}

func days(t time.Time) float64 {
	return t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}
