// Package xlsx writes the workbook for the board: live formulas with the values that Go
// computed beside them, native charts, sources, fit to print, and the plan itself inside.
// It is the only code that knows excelize.
package xlsx

import (
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
	Plan model.Plan // free of Problems
}

// NewBook is the workbook of a plan, in the plan's language.
func NewBook(p model.Plan) Book { return Book{Plan: p} }

// Title is what the workbook is called: what the manager typed, or a plain title with the
// plan's year.
func Title(p model.Plan, t *templates.Texts) string {
	if p.Board.Title != "" {
		return p.Board.Title
	}
	return t.Book.Title.With("year", strconv.Itoa(p.Start.Year()))
}

// Write writes the workbook. The same plan gives the same bytes.
func Write(w io.Writer, b Book) error {
	k := newBook(b.Plan)
	defer func() { _ = k.file.Close() }()
	k.fill()
	if k.err != nil {
		return k.err
	}
	k.file.SetZipWriter(func(out io.Writer) excelize.ZipWriter {
		return &pack{book: k, out: out, parts: map[string]*bytes.Buffer{}}
	})
	return k.file.Write(w)
}

// book is a workbook while it is made.
type book struct {
	plan     model.Plan
	scenario model.Scenario
	outlook  plan.Outlook
	say      *templates.Texts
	words    *templates.Book
	title    string
	file     *excelize.File
	sheets   []*sheet
	styles   map[string]int
	err      error // the first that excelize returned

	summary, budget, calendar, results, reasons, assumptions, sources, workings *sheet
	scenarios, cuts, uncertainty, questions, role, distance, presence, trials   *sheet

	company  companyCells
	channels []channelCells
	cash     cashCells
	cells    scenarioCells
	worked   chan board.Work // sent once, from beside
	work     board.Work
}

func newBook(p model.Plan) *book {
	s := plan.ScenarioOf(p)
	say := templates.Language(p.Language)
	b := &book{
		plan: p, scenario: s, outlook: plan.Forecast(p, s), say: say, words: &say.Book,
		title: Title(p, say), file: excelize.NewFile(), styles: map[string]int{},
	}
	b.channels = make([]channelCells, len(p.Channels))
	b.worked = make(chan board.Work, 1)
	go func() { b.worked <- board.WorkOf(p) }()
	return b
}

// try keeps the first error: what follows one does not matter.
func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// add makes a sheet; the tabs stand in the order in which they are made.
func (b *book) add(name string) *sheet {
	s := &sheet{book: b, name: name, rows: map[int]map[int]cell{}, heights: map[int]float64{}}
	if len(b.sheets) == 0 {
		b.try(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.try(err)
	}
	b.sheets = append(b.sheets, s)
	return s
}

// fill makes the sheets. Figures flow one way: assumptions and amounts, then months, then
// results, then what is said of them.
func (b *book) fill() {
	// excelize makes the part of the shared texts at the first of them.
	w := b.words
	b.summary, b.budget, b.calendar, b.results = b.add(w.SheetSummary), b.add(w.SheetBudget), b.add(w.SheetCalendar), b.add(w.SheetResults)
	b.scenarios = b.add(w.SheetScenarios)
	if len(b.plan.Channels) > 0 {
		b.reasons = b.add(w.SheetReasons)
	}
	b.asks()
	b.assumptions = b.add(w.SheetAssumptions)
	if len(b.cited()) > 0 {
		b.sources = b.add(w.SheetSources)
	}
	b.workings = b.add(w.SheetWorkings)
	b.try(b.file.SetCellStr(b.summary.name, "A1", "x"))

	b.fillAssumptions()
	b.placeScenarios()
	b.placeBudget()
	b.fillCalendar()
	b.fillWorkings()
	b.fillResults()
	b.fillCash()
	b.fillBudget()
	b.fillSummary()
	b.fillReasons()
	b.fillScenarios()
	b.work = <-b.worked
	b.fillCuts()
	b.fillUncertainty()
	b.fillQuestions()
	b.fillRole()
	b.fillDistance()
	b.fillPresence()
	b.fillTrials()
	b.fillSources()
	b.fillPlan()
	b.try(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: ptr(true), CalcID: ptr(uint(191029))}))
	b.try(b.file.SetAppProps(&excelize.AppProperties{Application: "Arringa"}))
	b.file.SetActiveSheet(0)
}

func ptr[T any](v T) *T { return &v }

// euros is a sum of cents in euro.
func euros(cents float64) float64 { return cents / 100 }

// serial is the day number of a month's first day, as spreadsheets count.
func serial(m model.Month) float64 {
	day := time.Date(m.Year(), time.Month(m.Index()+1), 1, 0, 0, 0, 0, time.UTC)
	return day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}

// head gives a sheet its heading, the question that it answers, and its looks.
func (s *sheet) head(heading, answer string, columns int) {
	s.height(1, 30)
	s.text(1, 1, "heading", heading)
	s.text(1, 2, "dim", answer)
	s.height(2, 18)
	s.look(columns, true)
}

// look sets up the screen and the page.
func (s *sheet) look(columns int, frozen bool) {
	off := false
	s.try(s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &off}))
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: ptr(9), Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0)}))
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: ptr(true), TabColorRGB: ptr("FF" + navy)}))
	s.try(s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: ptr(0.4), Right: ptr(0.4), Top: ptr(0.45), Bottom: ptr(0.6), Header: ptr(0.2), Footer: ptr(0.3)}))
	name := headerText(s.plan.Company.Name)
	s.try(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&\"Calibri,Regular\"&8&K6B7280" + name + "&C&\"Calibri,Regular\"&8&K6B7280" + headerText(s.title) + "&R&\"Calibri,Regular\"&8&K6B7280" + s.words.PageOf.With("page", "&P", "pages", "&N"),
	}))
	s.try(s.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, FormatCells: true, Sort: true, AutoFilter: true,
	}))
}

// onePage fits a sheet on one page: a table and its chart belong together.
func (s *sheet) onePage() {
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{FitToHeight: ptr(1)}))
}

// headerText makes a text fit for a header: an ampersand begins a code there.
func headerText(text string) string {
	out := ""
	for _, r := range clean(text) {
		switch {
		case len(out) > 60:
			return out + "…"
		case r == '&':
			out += "&&"
		case r != '\n' && r != '\t':
			out += string(r)
		}
	}
	return out
}

// named gives a cell a name, so that it is found again wherever it is moved.
func (s *sheet) named(name string, column, row int) {
	s.try(s.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: s.at(column, row)}))
}

// channelName is what a channel of the plan is called.
func (b *book) channelName(id model.ChannelID) string {
	if i := b.plan.Channel(id); i >= 0 {
		return templates.ChannelName(b.plan.Channels[i], b.say.Tag)
	}
	return templates.ChannelName(model.Channel{ID: id}, b.say.Tag)
}
