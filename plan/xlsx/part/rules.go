package part

// What may be typed into cells, what they look like then, and where they lead.

import (
	"strings"

	"arringa/plan/xlsx/look"

	"github.com/xuri/excelize/v2"
)

// Rules are those of a sheet.
type Rules struct {
	sheet   *Sheet
	limits  []placed
	sliders []string // the cells that they move
}

// Limit is what may be typed into a cell.
type Limit struct {
	Least, Most float64
	Whole       bool // no decimals
}

// placed is a limit with its cells.
type placed struct {
	at Span
	Limit
}

// Limit says what may be typed into cells.
func (r *Rules) Limit(at Span, l Limit) { r.limits = append(r.limits, placed{at, l}) }

// tell tells excelize what may be typed where: one rule for all cells of a sheet with the
// same limits.
func (r *Rules) tell() {
	var kinds []Limit
	at := map[Limit][]string{}
	for _, l := range r.limits {
		if _, seen := at[l.Limit]; !seen {
			kinds = append(kinds, l.Limit)
		}
		at[l.Limit] = append(at[l.Limit], l.at.local())
	}
	b := r.sheet.book
	for _, k := range kinds {
		v := excelize.NewDataValidation(true)
		v.Sqref = strings.Join(at[k], " ")
		what := excelize.DataValidationTypeDecimal
		if k.Whole {
			what = excelize.DataValidationTypeWhole
		}
		b.Try(v.SetRange(k.Least, k.Most, what, excelize.DataValidationOperatorBetween))
		v.SetError(excelize.DataValidationErrorStyleStop, b.words.WrongFigure, b.words.Between(k.Least, k.Most))
		b.Try(b.file.AddDataValidation(r.sheet.Name, v))
	}
}

// DropDown lets a cell be chosen from a list in the book.
func (r *Rules) DropDown(column, row int, list Span, title, help string) {
	v := excelize.NewDataValidation(false)
	v.SetSqref(Ref(column, row))
	v.SetSqrefDropList(list.plain())
	v.SetInput(title, help)
	v.SetError(excelize.DataValidationErrorStyleStop, title, help)
	r.sheet.book.Try(r.sheet.book.file.AddDataValidation(r.sheet.Name, v))
}

// Slider puts a slider over a cell that moves another one of the same row, from 0 to most, in
// whole steps, and stands at now.
func (r *Rules) Slider(column, moves, row, most, now int) {
	r.sheet.book.Try(r.sheet.book.file.AddFormControl(r.sheet.Name, excelize.FormControl{
		Cell: Ref(column, row), Type: excelize.FormControlScrollBar, CellLink: Abs(moves, row),
		MinVal: 0, MaxVal: uint(most), CurrentVal: uint(now), IncChange: 1, PageChange: 10,
		Horizontally: true, Width: 145, Height: 17, Format: excelize.GraphicOptions{Positioning: "oneCell"},
	}))
	r.sliders = append(r.sliders, Abs(moves, row))
}

// When gives cells another look where a formula says so; it may not look at another sheet.
func (r *Rules) When(at Span, formula string, look *excelize.Style) {
	b := r.sheet.book
	id, err := b.file.NewConditionalStyle(look)
	b.Try(err)
	r.format(at, excelize.ConditionalFormatOptions{Type: "formula", Criteria: resolve(r.sheet, formula), Format: &id})
}

// Bars draws a bar in each cell, the longest for most.
func (r *Rules) Bars(at Span, color look.Color, most string) {
	r.format(at, excelize.ConditionalFormatOptions{
		Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: most,
		BarColor: "#" + string(color), BarSolid: true,
	})
}

// Heat colours cells from pale to strong.
func (r *Rules) Heat(at Span) {
	r.format(at, excelize.ConditionalFormatOptions{
		Type: "2_color_scale", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max",
		MinColor: "#" + string(look.White), MaxColor: "#" + string(look.PaleTeal),
	})
}

func (r *Rules) format(at Span, how excelize.ConditionalFormatOptions) {
	b := r.sheet.book
	b.Try(b.file.SetConditionalFormat(r.sheet.Name, at.local(), []excelize.ConditionalFormatOptions{how}))
}

// Link makes a cell lead to another sheet.
func (r *Rules) Link(column, row int, to *Sheet) {
	r.lead(column, row, quoted(to.Name)+"!A1", "Location")
}

// Address makes a cell lead to a page of the web; anything but https stays text.
func (r *Rules) Address(column, row int, url string) {
	if strings.HasPrefix(url, "https://") && len(url) < 2000 {
		r.lead(column, row, url, "External")
	}
}

func (r *Rules) lead(column, row int, to, kind string) {
	r.sheet.book.Try(r.sheet.book.file.SetCellHyperLink(r.sheet.Name, Ref(column, row), to, kind))
}
