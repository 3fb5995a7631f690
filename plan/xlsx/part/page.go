package part

// A sheet on the screen and on paper.

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"arringa/plan/xlsx/look"

	"github.com/xuri/excelize/v2"
)

// Page is how a sheet is shown and printed.
type Page struct{ sheet *Sheet }

// The room on a page, A4 on its side within the margins: its width in pixels of a screen and
// its height in points. LibreOffice measures letters some 5 % wider than Excel.
const (
	pageWidth  = 1045 * 0.95
	pageHeight = 526 * 0.97

	// RowHeight is that of a row that is not told otherwise, in points.
	RowHeight = 15
)

// Tab colours the sheet's tab. excelize takes six digits and writes them, where the format wants
// eight.
func (p *Page) Tab(c look.Color) {
	p.props(excelize.SheetPropsOptions{TabColorRGB: ptr("FF" + string(c)), FitToPage: ptr(true)})
}

// Hide lets nobody see the sheet, or bring it back from the menu.
func (p *Page) Hide() {
	p.sheet.book.Try(p.sheet.book.file.SetSheetVisible(p.sheet.Name, false, true))
}

// Look sets up the screen and the page: A4, as wide as so many columns.
func (p *Page) Look(columns int) {
	b, name := p.sheet.book, p.sheet.Name
	b.Try(b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: ptr(false), ZoomScale: ptr(100.0)}))
	p.layout(excelize.PageLayoutOptions{
		Size: ptr(9), Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0),
	})
	b.Try(b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: ptr(0.4), Right: ptr(0.4), Top: ptr(0.4), Bottom: ptr(0.55),
		Header: ptr(0.2), Footer: ptr(0.25), Horizontally: ptr(true),
	}))
	p.footer()
	b.Try(b.file.ProtectSheet(name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, Sort: true, AutoFilter: true,
		FormatColumns: true, FormatRows: true, FormatCells: true,
	}))
	p.sheet.width = max(p.sheet.width, columns)
}

// footer says whose page it is and which one.
func (p *Page) footer() {
	const face = `"Calibri,Regular"&8&K` + string(look.Grey)
	w := p.sheet.book.words
	p.sheet.book.Try(p.sheet.book.file.SetHeaderFooter(p.sheet.Name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&" + face + footerText(w.Owner) + "&C&" + face + footerText(w.Title) + "&R&" + face + w.PageOf,
	}))
}

// footerText makes a text fit for a footer: an ampersand begins a code there, and the whole
// may have 255 signs.
func footerText(text string) string {
	var out strings.Builder
	for _, r := range Clean(text) {
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

// Freeze keeps columns to the left and rows on top in sight.
func (p *Page) Freeze(columns, rows int) {
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	p.sheet.book.Try(p.sheet.book.file.SetPanes(p.sheet.Name, &excelize.Panes{
		Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: Ref(columns+1, rows+1), ActivePane: pane,
	}))
}

// Titles repeats rows and columns on every printed page; columns may be 0.
func (p *Page) Titles(fromRow, toRow, columns int) {
	name := quoted(p.sheet.Name)
	to := name + "!$" + strconv.Itoa(fromRow) + ":$" + strconv.Itoa(toRow)
	if columns > 0 {
		to = name + "!$A:$" + Col(columns) + "," + to
	}
	p.own("_xlnm.Print_Titles", to)
}

// Printed is the part of the sheet that is printed.
func (p *Page) Printed(columns, rows int) {
	p.own("_xlnm.Print_Area", p.sheet.Block(1, 1, columns, rows).plain())
}

// own gives something a name that holds on this sheet alone.
func (p *Page) own(what, refersTo string) {
	p.sheet.book.names = append(p.sheet.book.names, name{what, refersTo, p.sheet})
}

// Paper sets the part of a sheet that is printed, and how: as wide as the page, new pages
// beginning at the rows given rather than within what belongs together. repeated is how high
// the rows are that every page repeats, in points. Excel forgets the breaks of a page that it fits
// by itself, so that the scale is worked out here.
func (p *Page) Paper(columns, rows int, repeated float64, starts ...int) {
	p.Printed(columns, rows)
	p.Scale(columns, rows, repeated, starts...)
}

// Scale is Paper without the part that is printed.
func (p *Page) Scale(columns, rows int, repeated float64, starts ...int) {
	scale := math.Min(1, math.Floor(100*pageWidth/p.wide(1, columns))/100)
	scale = p.shrunk(scale, rows, repeated, starts)
	p.props(excelize.SheetPropsOptions{FitToPage: ptr(false)})
	p.layout(excelize.PageLayoutOptions{AdjustTo: ptr(uint(math.Max(10, math.Round(100*scale))))})
	room, left := pageHeight/scale, pageHeight/scale
	at := 1
	for i, start := range append(slices.Clone(starts), rows+1) {
		height := p.tall(at, start-1)
		if height > left && at > 1 && left < room {
			p.Break(1, at)
			left = room - repeated
		}
		left -= height
		for left < 0 && i < len(starts) { // a part that needs pages of its own
			left += room - repeated
		}
		at = start
	}
}

// shrunk is a somewhat smaller scale where a part would otherwise leave a few rows for a page
// of their own.
func (p *Page) shrunk(scale float64, rows int, repeated float64, starts []int) float64 {
	at, smallest := 1, scale
	for _, start := range append(slices.Clone(starts), rows+1) {
		height := p.tall(at, start-1)
		if at > 1 {
			height += repeated
		}
		if room := pageHeight / scale; height > room && height < room*1.35 {
			smallest = min(smallest, math.Floor(100*pageHeight/height)/100)
		}
		at = start
	}
	return smallest
}

// Single prints a part of a sheet on one page.
func (p *Page) Single(columns, rows int) {
	p.Printed(columns, rows)
	p.OnePage()
}

// OnePage makes what is printed as small as one page.
func (p *Page) OnePage() {
	p.layout(excelize.PageLayoutOptions{FitToWidth: ptr(1), FitToHeight: ptr(1)})
}

// Break begins a page at a cell.
func (p *Page) Break(column, row int) {
	p.sheet.book.Try(p.sheet.book.file.InsertPageBreak(p.sheet.Name, Ref(column, row)))
}

func (p *Page) layout(o excelize.PageLayoutOptions) {
	p.sheet.book.Try(p.sheet.book.file.SetPageLayout(p.sheet.Name, &o))
}

func (p *Page) props(o excelize.SheetPropsOptions) {
	p.sheet.book.Try(p.sheet.book.file.SetSheetProps(p.sheet.Name, &o))
}

// wide is how wide some columns are, in pixels.
func (p *Page) wide(from, to int) float64 {
	width := 0.0
	for c := from; c <= to; c++ {
		chars, err := p.sheet.book.file.GetColWidth(p.sheet.Name, Col(c))
		p.sheet.book.Try(err)
		width += math.Floor(chars*7 + 5)
	}
	return width
}

// tall is how high some rows are, in points.
func (p *Page) tall(from, to int) float64 {
	height := 0.0
	for r := from; r <= to; r++ {
		if heights := p.sheet.heights; r <= len(heights) && heights[r-1] > 0 {
			height += heights[r-1]
		} else {
			height += RowHeight
		}
	}
	return height
}
