package xlsx

import (
	"arringa/plan/xlsx/look"
	"slices"
	"strings"
	"unicode/utf16"

	"arringa/model"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// page is a kind of sheet: its name, when a plan has anything for it, and how it is filled.
type page struct {
	id   string
	fill func(b *book, s *sheet) // after the figures; nil: filled on the way to them
	has  func(b *book) bool      // nil: always
	core bool                    // others rest on it: it cannot be left out
	tab  look.Color              // colour
}

// pages are the sheets in the order of their tabs.
var pages []page

func init() {
	channels := func(b *book) bool { return len(b.plan.Channels) > 0 }
	given := func(b *book) bool { return b.plan.Allocated() > 0 }
	pages = []page{
		{id: "summary", fill: (*book).fillSummary, core: true, tab: look.Gold},
		{id: "contents", fill: (*book).fillContents, tab: look.Gold},
		{id: "levers", fill: (*book).fillLevers, core: true, tab: look.Blue},
		{id: "budget", fill: (*book).fillBudgetPage, core: true, tab: look.Navy},
		{id: "calendar", fill: (*book).fillCalendarPage, core: true, tab: look.Navy},
		{id: "results", fill: (*book).fillResultsPage, core: true, tab: look.Navy},
		{id: "curves", fill: (*book).fillCurves, has: channels, tab: look.Teal},
		{id: "scenarios", fill: (*book).fillScenarios, core: true, tab: look.Teal},
		{id: "cuts", fill: (*book).fillCuts, has: given, tab: look.Teal},
		{id: "uncertainty", fill: (*book).fillUncertainty, has: given, tab: look.Teal},
		{id: "reasons", fill: (*book).fillReasons, has: channels, tab: look.Teal},
		{id: "questions", fill: (*book).fillQuestions, has: channels, tab: look.Teal},
		{id: "role", fill: (*book).fillRole, has: func(b *book) bool { return b.plan.Role != nil }, tab: look.Gold},
		{id: "distance", fill: (*book).fillDistance, has: (*book).measured, tab: look.Gold},
		{id: "presence", fill: (*book).fillPresence, has: func(b *book) bool { return len(b.plan.Presence) > 0 }, tab: look.Gold},
		{id: "trials", fill: (*book).fillTrials, has: func(b *book) bool { return len(b.plan.Trials) > 0 }, tab: look.Gold},
		{id: "progress", fill: (*book).fillProgress, has: channels, tab: look.Gold},
		{id: "assumptions", fill: (*book).fillAssumptionsPage, core: true, tab: look.Grey},
		{id: "sources", fill: (*book).fillSources, has: func(b *book) bool { return len(b.cited()) > 0 }, tab: look.Grey},
		{id: "workings", fill: (*book).fillWorkingsPage, core: true, tab: look.Hair},
		{id: "scenario_workings", fill: (*book).fillScenarioWorkingsPage, core: true, tab: look.Hair},
	}
}

// Sheet is a sheet that a plan's workbook can have.
type Sheet struct {
	ID   string // of its name and its question in the catalogue
	Core bool   // others rest on it: it cannot be left out
	In   bool   // the plan's Board does not leave it out
}

// Sheets are the sheets on which a plan has anything, in the order of their tabs.
func Sheets(p model.Plan) []Sheet {
	b := &book{plan: p, scenarios: scenariosOf(p)}
	var list []Sheet
	for _, page := range pages {
		if page.has == nil || page.has(b) {
			list = append(list, Sheet{page.id, page.core, page.core || !slices.Contains(p.Board.LeftOut, page.id)})
		}
	}
	return list
}

// makeSheets makes the sheets that have anything on them.
func (b *book) makeSheets() {
	for _, in := range Sheets(b.plan) {
		if !in.In {
			continue
		}
		s := b.add(in.ID, b.words.Sheets[in.ID])
		tab := pages[slices.IndexFunc(pages, func(p page) bool { return p.id == in.ID })].tab
		b.try(b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{TabColorRGB: ptr("FF" + string(tab)), FitToPage: ptr(true)}))
		s.set(1, 1, cell{}) // a sheet without a cell has no data part to fill
	}
}

// add makes a sheet; the tabs stand in the order in which they are made.
func (b *book) add(id, name string) *sheet {
	s := &sheet{book: b, id: id, name: name, prefix: quoted(name) + "!", number: len(b.sheets)}
	if len(b.sheets) == 0 {
		b.try(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.try(err)
	}
	b.sheets = append(b.sheets, s)
	return s
}

// page finds a sheet; nil when the book has none.
func (b *book) page(id string) *sheet {
	for _, s := range b.sheets {
		if s.id == id {
			return s
		}
	}
	return nil
}

// head gives a sheet the question that it answers and the answer, and its looks.
func (s *sheet) head(columns int, known figures) {
	heading := s.words.Questions[s.id]
	s.height(1, 8)
	s.height(2, 27)
	s.height(3, 19)
	s.height(4, 8)
	s.blank(1, columns, 2, look.Heading)
	s.blank(1, columns, 3, look.Answer)
	at := 1
	if columns > firstMonth+11 { // printed on several pages, which repeat the first columns
		at = firstMonth
	}
	s.text(at, 2, look.Heading, heading)
	s.say(at, 3, look.Answer, s.tell(s.words.Answers[s.id], known))
	s.look(columns)
}

// headRows are the rows of a sheet's head; what follows begins below.
const headRows = 4

// look sets up the screen and the page: A4, as wide as the page.
func (s *sheet) look(columns int) {
	s.try(s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: ptr(false), ZoomScale: ptr(100.0)}))
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: ptr(9), Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0)}))
	s.try(s.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: ptr(0.4), Right: ptr(0.4), Top: ptr(0.4), Bottom: ptr(0.55), Header: ptr(0.2), Footer: ptr(0.25), Horizontally: ptr(true),
	}))
	s.footer()
	s.try(s.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, FormatCells: true, Sort: true, AutoFilter: true,
	}))
	if columns > 0 {
		s.width = max(s.width, columns)
	}
}

// footer says whose page it is and which one.
func (s *sheet) footer() {
	const face = `"Calibri,Regular"&8&K` + string(look.Grey)
	s.try(s.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&" + face + headerText(s.plan.Company.Name) + "&C&" + face + headerText(s.title) + "&R&" + face +
			s.words.PageOf.With("page", "&P", "pages", "&N"),
	}))
}

// headerText makes a text fit for a footer: an ampersand begins a code there, and the whole
// may have 255 signs.
func headerText(text string) string {
	var out strings.Builder
	for _, r := range clean(text) {
		if len(utf16.Encode([]rune(out.String()))) >= 50 {
			return out.String() + "…"
		}
		switch r {
		case '&':
			out.WriteString("&&")
		case '\n', '\t':
			out.WriteByte(' ')
		default:
			out.WriteRune(r)
		}
	}
	// A code would swallow a digit that begins the text.
	if text := out.String(); text != "" && text[0] >= '0' && text[0] <= '9' {
		return " " + text
	}
	return out.String()
}

// titles repeats rows and columns on every printed page; columns may be 0.
func (s *sheet) titles(fromRow, toRow, columns int) {
	to := quoted(s.name) + "!$" + itoa(fromRow) + ":$" + itoa(toRow)
	if columns > 0 {
		to = quoted(s.name) + "!$A:$" + col(columns) + "," + to
	}
	s.defined = append(s.defined, definedName{"_xlnm.Print_Titles", to, s})
}

// printed is the part of a sheet that is printed.
func (s *sheet) printed(columns, rows int) {
	s.defined = append(s.defined, definedName{"_xlnm.Print_Area", s.block(1, 1, columns, rows).plain(), s})
}

// freeze keeps columns to the left and rows on top in sight.
func (s *sheet) freeze(columns, rows int) {
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	s.try(s.file.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: ref(columns+1, rows+1), ActivePane: pane}))
}

// finding is a section whose heading says what the chart below it shows, now; plain where
// the plan has no figure for it.
func (s *sheet) finding(row, from, to int, sentence, plain string, known figures) {
	s.section(row, from, to, plain)
	if told := s.tell(sentence, known); told.s != "" {
		s.say(from, row, look.Section, told)
	}
}

// section is a heading within a sheet, with a line below it.
func (s *sheet) section(row, from, to int, text string) {
	s.blank(from, to, row, look.Section)
	s.text(from, row, look.Section, text)
	s.height(row, 20)
}

// measured reports whether the company answered a question of the gap check.
func (b *book) measured() bool {
	return slices.ContainsFunc(templates.Profile(b.plan), func(a templates.Area) bool { return a.Answered > 0 })
}
