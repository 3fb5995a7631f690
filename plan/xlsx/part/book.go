// Package part makes the parts of a workbook: cells with formulas and the values that Go computed,
// charts, drawings, rules, pages, and the package that holds them. It stands between the sheets
// of a book and excelize, and mends what excelize gets wrong, each mend in a place of its own. It
// knows no plan.
package part

import (
	"io"

	"arringa/plan/xlsx/look"

	"github.com/xuri/excelize/v2"
)

// Words are what a workbook says of itself.
type Words struct {
	Program  string       // that wrote it
	Language string       // it or en
	Formats  look.Formats // of numbers
	Title    string       // of the document, and in the middle of every page
	Author   string       // who signs it
	Owner    string       // on the left of every page
	PageOf   string       // on the right, with the codes &P and &N

	ChartName   func(n int) string               // of the n-th chart, from 1
	WrongFigure string                           // over what is said of a figure that cannot be
	Between     func(least, most float64) string // what may be typed
}

// Book is a workbook while it is made. It keeps the first error that excelize returns: what
// follows one does not matter.
type Book struct {
	words  Words
	file   *excelize.File
	sheets []*Sheet
	styles map[look.Style]int
	drawn  int // charts so far
	names  []name
	err    error
}

// New is a workbook without a sheet.
func New(w Words) *Book {
	return &Book{words: w, file: excelize.NewFile(), styles: map[look.Style]int{}}
}

// Close lets go of what excelize holds.
func (b *Book) Close() { _ = b.file.Close() }

// Err is the first error, if there was one.
func (b *Book) Err() error { return b.err }

// Try keeps an error, if it is one and the first.
func (b *Book) Try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// Format is how a style writes numbers.
func (b *Book) Format(s look.Style) string { return b.words.Formats[s] }

// Add makes a sheet; the tabs stand in the order in which they are made.
func (b *Book) Add(name string) *Sheet {
	s := &Sheet{Name: name, book: b, prefix: quoted(name) + "!", number: len(b.sheets)}
	s.Page, s.Rules = &Page{sheet: s}, &Rules{sheet: s}
	if len(b.sheets) == 0 {
		b.Try(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.Try(err)
	}
	b.sheets = append(b.sheets, s)
	s.put(1, 1, Cell{}) // a sheet without a cell has no data part to fill
	return s
}

// Texts makes the part of the shared texts: excelize does so at the first of them, and never for
// ours.
func (b *Book) Texts() { b.Try(b.file.SetCellStr(b.sheets[0].Name, "A1", "x")) }

// style is the number of a style, made at its first use.
func (b *Book) style(s look.Style) int {
	if id, ok := b.styles[s]; ok {
		return id
	}
	id, err := b.file.NewStyle(s.Excel(b.words.Formats))
	b.Try(err)
	b.styles[s] = id
	return id
}

// Write writes the workbook. The same sheets give the same bytes.
func (b *Book) Write(w io.Writer) error {
	for _, s := range b.sheets {
		s.Rules.tell()
	}
	b.Try(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: ptr(true), CalcID: ptr(uint(191029))}))
	b.Try(b.file.SetAppProps(&excelize.AppProperties{Application: b.words.Program}))
	b.file.SetActiveSheet(0)
	if b.err != nil {
		return b.err
	}
	b.file.SetZipWriter(func(out io.Writer) excelize.ZipWriter { return newPack(b, out) })
	return b.file.Write(w)
}

func ptr[T any](v T) *T { return &v }
