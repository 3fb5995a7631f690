package part

// Native charts over cells. Their XML is our own: what excelize writes has no cached points, which
// previewers need, and no colours for single points.

import (
	"bytes"
	"fmt"

	"arringa/plan/xlsx/look"
)

// Chart is a native chart over cells.
type Chart struct {
	At        Box
	Alt       string // what it shows, for those who do not see it
	Plots     []Plot
	Legend    bool
	Months    bool   // the categories are first days of months
	Every     int    // months from label to label; 0: all have one
	Format    string // of the values; money when empty
	Plain     bool   // no axes, no grid: a chart within a card
	Bare      bool   // the category axis alone
	Small     bool   // letters for a small chart
	CatFormat string // of categories that are numbers
	XFormat   string // of a scatter's x values

	number int // of the part
}

// Box is the cells that a drawing covers: from the first to the last, both included.
type Box struct{ Col, Row, ToCol, ToRow int }

// Over is a Box from one cell to another.
func Over(col, row, toCol, toRow int) Box { return Box{col, row, toCol, toRow} }

// Kind is a way to draw series.
type Kind int

// The kinds of plots.
const (
	Columns Kind = iota
	Bars
	Lines
	Areas
	Scatter
)

// upright reports whether series are drawn as columns or bars.
func (k Kind) upright() bool { return k == Columns || k == Bars }

// drawn reports whether series are drawn as a line through points.
func (k Kind) drawn() bool { return k == Lines || k == Scatter }

// Plot is series drawn in one way.
type Plot struct {
	Kind    Kind
	Stacked bool
	Gap     int  // between columns or bars, percent of their width
	Second  bool // on an axis of its own, to the right
	Series  []Series
}

// Series is a line of cells drawn in a colour.
type Series struct {
	Name   Span // the cell with its name; none: it is not in the legend
	Cats   Span // a scatter's x values
	Vals   Span
	Color  look.Color // empty: not drawn at all
	Width  float64
	Mark   int // size of the points; 0: none
	Smooth bool
	NoLine bool
	Points []look.Color // colours of single points
	Labels string       // number format of the labels; empty: none
	At     string       // where the labels stand: outEnd, ctr, t, r…
}

const (
	chartHead = xmlHead + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<c:date1904 val="0"/><c:lang val="%s"/><c:roundedCorners val="0"/>` +
		`<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>`
	noFill    = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`
	chartFoot = `<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3"` +
		` footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>`
)

// part writes xl/charts/chartN.xml.
func (c *Chart) part(words Words) []byte {
	w := &chartWriter{language: words.Language}
	if c.Format == "" {
		c.Format = words.Formats[look.Money]
	}
	w.f(chartHead, locale(words.Language))
	index := 0
	for _, p := range c.Plots {
		w.plot(p, &index)
	}
	w.axes(c)
	w.f(noFill + `</c:plotArea>`)
	if c.Legend {
		w.f(`<c:legend><c:legendPos val="t"/>`)
		w.hidden(c)
		w.f(`<c:overlay val="0"/>`)
		w.letters(900, look.Grey)
		w.f(`</c:legend>`)
	}
	w.f(`<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` + noFill)
	w.letters(c.size(), look.Grey)
	w.f(chartFoot)
	return w.Bytes()
}

// locale is a language as charts name it.
func locale(language string) string {
	if language == "en" {
		return "en-GB"
	}
	return "it-IT"
}

// size is that of a chart's letters, in hundredths of a point.
func (c *Chart) size() int {
	if c.Small {
		return 800
	}
	return 900
}

// chartWriter writes the XML of a chart in a language.
type chartWriter struct {
	bytes.Buffer
	language string
}

func (w *chartWriter) f(format string, args ...any) { fmt.Fprintf(&w.Buffer, format, args...) }

// letters sets the type of a text; upright keeps it from being turned.
func (w *chartWriter) letters(size int, color look.Color) { w.face("", size, color) }
func (w *chartWriter) upright(size int, color look.Color) {
	w.face(` rot="0" vert="horz"`, size, color)
}

func (w *chartWriter) face(body string, size int, color look.Color) {
	w.f(`<c:txPr><a:bodyPr%s/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="0">`+
		`<a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:latin typeface="Calibri"/></a:defRPr></a:pPr>`+
		`<a:endParaRPr lang="it-IT"/></a:p></c:txPr>`, body, size, color)
}

// hidden leaves series that are not drawn out of the legend.
func (w *chartWriter) hidden(c *Chart) {
	index := 0
	for _, p := range c.Plots {
		for _, s := range p.Series {
			if s.Color == "" || s.Name.Sheet == nil {
				w.f(`<c:legendEntry><c:idx val="%d"/><c:delete val="1"/></c:legendEntry>`, index)
			}
			index++
		}
	}
}
