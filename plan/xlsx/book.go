// Package xlsx writes the workbook for the board: live formulas with the values that Go
// computed beside them, native charts, sources, fit to print, and the plan itself inside;
// and it reads one back. It is the only code that knows excelize.
package xlsx

import (
	"arringa/plan/xlsx/look"
	"bytes"
	"io"
	"strconv"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/board"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
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
	defer func() { _ = b.file.Close() }()
	b.fill(x.Progress)
	if b.err != nil {
		return b.err
	}
	b.file.SetZipWriter(func(out io.Writer) excelize.ZipWriter {
		return &pack{book: b, out: out, parts: map[string]*bytes.Buffer{}}
	})
	if err := b.file.Write(w); err != nil {
		return err
	}
	return b.err
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
	logo      *logo    // nil: none
	names     []string // of the channels
	inputs    map[string]input
	figures   figures
	curves    []func(float64) float64 // of the channels

	file          *excelize.File
	sheets        []*sheet
	styles        map[look.Style]int
	numberFormats look.Formats
	drawn         int // charts so far
	defined       []definedName
	err           error // the first that excelize returned

	cells
}

func newBook(x Book) *book {
	p := x.Plan
	say := templates.Language(p.Language)
	b := &book{
		plan: p, scenarios: scenariosOf(p), say: say, words: &say.Book, title: Title(p, say), logo: logoOf(p.Board.Logo),
		file: excelize.NewFile(), styles: map[look.Style]int{}, inputs: map[string]input{}, figures: figures{},
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
		b.names = append(b.names, clean(templates.ChannelName(c, say.Tag)))
	}
	for _, in := range inputs(p, say) {
		b.inputs[in.name] = in
	}
	b.channels = make([]channelCells, len(p.Channels))
	return b
}

// try keeps the first error: what follows one does not matter.
func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// fill makes the sheets and what is on them. Figures flow one way: what may be edited, then
// the workings, then the results, then what is said of them.
func (b *book) fill(progress func(done, all int) error) {
	b.makeSheets()
	// excelize makes the part of the shared texts at the first of them.
	b.try(b.file.SetCellStr(b.sheets[0].name, "A1", "x"))
	b.placeLevers()
	b.placeAssumptions()
	b.placeWeights()
	b.placeScenarios()
	b.fillWorkings()
	b.fillCalendar()
	b.fillResults()
	b.fillCash()
	b.fillBudget()
	b.fillScenarioWorkings()
	b.placeRole()
	<-b.working
	b.ranges, b.values = b.done.Ranges, board.Values(b.plan, b.say, b.done)
	b.fillFigures()
	b.fillFan()
	b.fillChannelFigures()
	b.fillMarks()
	done := 0
	for _, page := range pages {
		s := b.page(page.id)
		if s == nil {
			continue
		}
		if page.fill != nil {
			page.fill(b, s)
		}
		if done++; progress != nil && b.err == nil {
			b.err = progress(done, len(b.sheets))
		}
		if b.err != nil {
			return
		}
	}
	b.fillPlan()
	b.finish()
}

// finish is what concerns the book as a whole.
func (b *book) finish() {
	for _, s := range b.sheets {
		s.rules()
	}
	b.try(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: ptr(true), CalcID: ptr(uint(191029))}))
	b.try(b.file.SetAppProps(&excelize.AppProperties{Application: "Arringa"}))
	b.file.SetActiveSheet(0)
}

func ptr[T any](v T) *T { return &v }

// euros is a sum of cents in euro.
func euros[T model.Money | float64](cents T) float64 { return float64(cents) / 100 }

// serial is the day number of a month's first day, as spreadsheets count.
func serial(m model.Month) float64 {
	return days(time.Date(m.Year(), time.Month(m.Index()+1), 1, 0, 0, 0, 0, time.UTC))
}

func days(t time.Time) float64 {
	return t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}
