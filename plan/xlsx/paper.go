package xlsx

import (
	"math"
	"slices"

	"arringa/model"

	"github.com/xuri/excelize/v2"
)

// The room on a page, A4 on its side within the margins: its width in pixels of a screen and
// its height in points. LibreOffice measures letters some 5 % wider than Excel.
const (
	pageWidth  = 1045 * 0.95
	pageHeight = 526 * 0.97
	rowHeight  = 15 // of a row that is not told otherwise
)

// paper sets the part of a sheet that is printed, and how: as wide as the page, new pages
// beginning at the rows given rather than within what belongs together. repeated is how high
// the rows are that every page repeats. Excel forgets the breaks of a page that it fits by
// itself, so that the scale is worked out here.
func (s *sheet) paper(columns, rows int, repeated float64, starts ...int) {
	s.printed(columns, rows)
	s.pages(columns, rows, repeated, starts...)
}

// pages scales a sheet to a page's width, and begins pages where they are best begun.
func (s *sheet) pages(columns, rows int, repeated float64, starts ...int) {
	scale := math.Min(1, math.Floor(100*pageWidth/s.wide(1, columns))/100)
	scale = s.shrunk(scale, rows, repeated, starts)
	s.scaled(scale)
	room, left := pageHeight/scale, pageHeight/scale
	at := 1
	for i, start := range append(slices.Clone(starts), rows+1) {
		height := s.tall(at, start-1)
		if height > left && at > 1 && left < room {
			s.breakAt(at)
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
func (s *sheet) shrunk(scale float64, rows int, repeated float64, starts []int) float64 {
	at, smallest := 1, scale
	for _, start := range append(slices.Clone(starts), rows+1) {
		height := s.tall(at, start-1)
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

// monthly is paper for a sheet with a column a month: twelve months to a page.
func (s *sheet) monthly(rows int, repeated float64, starts ...int) {
	s.pages(firstMonth+11, rows, repeated, starts...)
	s.printed(firstMonth+s.plan.Months-1, rows)
	if s.plan.Months > model.MinMonths {
		for m := 12; m < s.plan.Months; m += 12 {
			s.try(s.file.InsertPageBreak(s.name, ref(firstMonth+m, 1)))
		}
	}
}

// single prints a part of a sheet on one page.
func (s *sheet) single(columns, rows int) {
	s.printed(columns, rows)
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{FitToWidth: ptr(1), FitToHeight: ptr(1)}))
}

func (s *sheet) scaled(scale float64) {
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: ptr(false)}))
	s.try(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{AdjustTo: ptr(uint(math.Max(10, math.Round(100*scale))))}))
}

func (s *sheet) breakAt(row int) { s.try(s.file.InsertPageBreak(s.name, ref(1, row))) }

// wide is how wide some columns are, in pixels.
func (s *sheet) wide(from, to int) float64 {
	width := 0.0
	for c := from; c <= to; c++ {
		chars, err := s.file.GetColWidth(s.name, col(c))
		s.try(err)
		width += math.Floor(chars*7 + 5)
	}
	return width
}

// tall is how high some rows are, in points.
func (s *sheet) tall(from, to int) float64 {
	height := 0.0
	for r := from; r <= to; r++ {
		if r <= len(s.heights) && s.heights[r-1] > 0 {
			height += s.heights[r-1]
		} else {
			height += rowHeight
		}
	}
	return height
}
