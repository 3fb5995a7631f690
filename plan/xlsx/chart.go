package xlsx

import (
	"arringa/plan/xlsx/look"
	"bytes"
	"fmt"
	"strconv"
)

// chart is a native chart over cells. Its XML is our own: what excelize writes has no cached
// points, which previewers need, and no colours for single points.
type chart struct {
	at             box
	alt            string // what it shows, for those who do not see it
	plots          []plot
	legend         bool
	months         bool   // the categories are first days of months
	every          int    // months from label to label; 0: all have one
	format         string // of the values; money when empty
	plain          bool   // no axes, no grid: a chart within a card
	least          *float64
	most           *float64
	bare           bool // the category axis alone
	small          bool // letters for a small chart
	lang           string
	catFormat      string // of categories that are numbers
	xTitle, yTitle string
	xform          string // of a scatter's x values
	number         int    // of the part
}

// box is the cells that a drawing covers: from the first to the last, both included.
type box struct{ col, row, toCol, toRow int }

// kinds of plots.
type kind int

const (
	columns kind = iota
	bars
	lines
	areas
	scatter
	ring
)

// plot is series drawn in one way.
type plot struct {
	kind    kind
	stacked bool
	gap     int  // between columns or bars, percent of their width
	second  bool // on an axis of its own, to the right
	overlap int  // percent
	series  []series
}

// series is a line of cells drawn in a colour.
type series struct {
	name   span // the cell with its name; none: it is not in the legend
	cats   span // a scatter's x values
	vals   span
	color  look.Color // empty: not drawn at all
	width  float64
	dashed bool
	mark   int // size of the points; 0: none
	smooth bool
	noLine bool
	points []look.Color // colours of single points
	labels string       // number format of the labels; empty: none
	at     string       // where the labels stand: outEnd, ctr, t, r…
}

// draw puts a chart on a sheet.
func (s *sheet) draw(c *chart) {
	s.drawn++
	c.number = s.drawn
	s.charts = append(s.charts, c)
}

// part writes xl/charts/chartN.xml.
func (c *chart) part(lang string, moneyFormat string) []byte {
	w := &chartWriter{}
	if c.format == "" {
		c.format = moneyFormat
	}
	w.f(xmlHead+`<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`+
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="%s"/><c:roundedCorners val="0"/>`+
		`<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>`, lang)
	index := 0
	for _, p := range c.plots {
		w.plot(c, p, &index)
	}
	w.axes(c)
	w.f(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>`)
	if c.legend {
		w.f(`<c:legend><c:legendPos val="t"/>`)
		w.hidden(c)
		w.f(`<c:overlay val="0"/>`)
		w.letters(900, look.Grey)
		w.f(`</c:legend>`)
	}
	w.f(`<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.letters(c.size(), look.Grey)
	w.f(`<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>`)
	return w.Bytes()
}

// size is that of a chart's letters, in hundredths of a point.
func (c *chart) size() int {
	if c.small {
		return 800
	}
	return 900
}

type chartWriter struct{ bytes.Buffer }

func (w *chartWriter) f(format string, args ...any) { fmt.Fprintf(&w.Buffer, format, args...) }

// letters sets the type of a text; upright keeps it from being turned.
func (w *chartWriter) letters(size int, color look.Color) { w.face("", size, color) }
func (w *chartWriter) upright(size int, color look.Color) {
	w.face(` rot="0" vert="horz"`, size, color)
}

func (w *chartWriter) face(body string, size int, color look.Color) {
	w.f(`<c:txPr><a:bodyPr%s/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="0"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:latin typeface="Calibri"/></a:defRPr></a:pPr><a:endParaRPr lang="it-IT"/></a:p></c:txPr>`, body, size, color)
}

// hidden leaves series that are not drawn out of the legend.
func (w *chartWriter) hidden(c *chart) {
	index := 0
	for _, p := range c.plots {
		for _, s := range p.series {
			if s.color == "" || s.name.s == nil {
				w.f(`<c:legendEntry><c:idx val="%d"/><c:delete val="1"/></c:legendEntry>`, index)
			}
			index++
		}
	}
}

// plot writes series of one kind.
func (w *chartWriter) plot(c *chart, p plot, index *int) {
	name := map[kind]string{columns: "barChart", bars: "barChart", lines: "lineChart", areas: "areaChart", scatter: "scatterChart", ring: "doughnutChart"}[p.kind]
	grouping := "standard"
	switch {
	case p.stacked:
		grouping = "stacked"
	case p.kind == columns || p.kind == bars:
		grouping = "clustered"
	}
	w.f(`<c:%s>`, name)
	switch p.kind {
	case columns:
		w.f(`<c:barDir val="col"/><c:grouping val="%s"/>`, grouping)
	case bars:
		w.f(`<c:barDir val="bar"/><c:grouping val="%s"/>`, grouping)
	case lines, areas:
		w.f(`<c:grouping val="%s"/>`, grouping)
	case scatter:
		w.f(`<c:scatterStyle val="lineMarker"/>`)
	}
	w.f(`<c:varyColors val="0"/>`)
	for _, s := range p.series {
		w.series(p, s, *index)
		*index++
	}
	if p.kind == columns || p.kind == bars {
		overlap := p.overlap
		if p.stacked {
			overlap = 100
		}
		w.f(`<c:gapWidth val="%d"/><c:overlap val="%d"/>`, p.gap, overlap)
	}
	if p.kind == lines {
		w.f(`<c:marker val="1"/>`)
	}
	if p.kind == ring {
		w.f(`<c:holeSize val="62"/>`)
	} else if p.second {
		w.f(`<c:axId val="3"/><c:axId val="4"/>`)
	} else {
		w.f(`<c:axId val="1"/><c:axId val="2"/>`)
	}
	w.f(`</c:%s>`, name)
}

// series writes a series with the points as they are now.
func (w *chartWriter) series(p plot, s series, index int) {
	w.f(`<c:ser><c:idx val="%d"/><c:order val="%d"/>`, index, index)
	if s.name.s != nil {
		w.f(`<c:tx>`)
		w.texts(s.name)
		w.f(`</c:tx>`)
	}
	w.shape(p.kind, s)
	if p.kind == columns || p.kind == bars {
		w.f(`<c:invertIfNegative val="0"/>`)
	}
	if p.kind == lines || p.kind == scatter {
		w.marker(s)
	}
	for i, color := range s.points {
		w.f(`<c:dPt><c:idx val="%d"/>`, i)
		if p.kind == columns || p.kind == bars {
			w.f(`<c:invertIfNegative val="0"/>`)
		}
		w.f(`<c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></c:spPr></c:dPt>`, color)
	}
	w.labels(s)
	catTag, valTag := "cat", "val"
	if p.kind == scatter {
		catTag, valTag = "xVal", "yVal"
	}
	if s.cats.s != nil {
		w.f(`<c:%s>`, catTag)
		if s.cats.numeric() {
			w.numbers(s.cats)
		} else {
			w.texts(s.cats)
		}
		w.f(`</c:%s>`, catTag)
	}
	w.f(`<c:%s>`, valTag)
	w.numbers(s.vals)
	w.f(`</c:%s>`, valTag)
	if p.kind == lines || p.kind == scatter {
		w.f(`<c:smooth val="%d"/>`, int(flag(s.smooth)))
	}
	w.f(`</c:ser>`)
}

// shape writes a series' fill and line.
func (w *chartWriter) shape(k kind, s series) {
	w.f(`<c:spPr>`)
	switch {
	case k == lines || k == scatter:
		dash := ""
		if s.dashed {
			dash = `<a:prstDash val="sysDash"/>`
		}
		if s.noLine || s.color == "" {
			w.f(`<a:ln w="19050"><a:noFill/></a:ln>`)
		} else {
			w.f(`<a:ln w="%d" cap="rnd"><a:solidFill><a:srgbClr val="%s"/></a:solidFill>%s<a:round/></a:ln>`, int(s.width*12700), s.color, dash)
		}
	case s.color == "":
		w.f(`<a:noFill/><a:ln><a:noFill/></a:ln>`)
	default:
		w.f(`<a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:ln><a:noFill/></a:ln>`, s.color)
	}
	w.f(`</c:spPr>`)
}

func (w *chartWriter) marker(s series) {
	if s.mark == 0 {
		w.f(`<c:marker><c:symbol val="none"/></c:marker>`)
		return
	}
	w.f(`<c:marker><c:symbol val="circle"/><c:size val="%d"/><c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr></c:marker>`, s.mark, s.color)
}

func (w *chartWriter) labels(s series) {
	if s.labels == "" {
		return
	}
	w.f(`<c:dLbls><c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`, escaped(s.labels))
	w.letters(900, look.Ink)
	if s.at != "" {
		w.f(`<c:dLblPos val="%s"/>`, s.at)
	}
	w.f(`<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
}

// each calls f for the cells of a range, in order.
func (p span) each(f func(i int, c cell)) {
	i := 0
	for r := p.r1; r <= p.r2; r++ {
		for c := p.c1; c <= p.c2; c++ {
			f(i, p.s.cell(c, r))
			i++
		}
	}
}

// numeric reports whether a range begins with a number.
func (p span) numeric() bool {
	_, ok := p.s.cell(p.c1, p.r1).value.(float64)
	return ok
}

func (p span) count() int { return (p.c2 - p.c1 + 1) * (p.r2 - p.r1 + 1) }

// numbers and texts write a range with its cached points.
func (w *chartWriter) numbers(p span) {
	w.f(`<c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, escaped(p.plain()), p.count())
	p.each(func(i int, c cell) {
		if v, ok := c.value.(float64); ok {
			w.f(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, strconv.FormatFloat(v, 'g', -1, 64))
		}
	})
	w.f(`</c:numCache></c:numRef>`)
}

func (w *chartWriter) texts(p span) {
	w.f(`<c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, escaped(p.plain()), p.count())
	p.each(func(i int, c cell) {
		if v, ok := c.value.(string); ok {
			w.f(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escaped(v))
		}
	})
	w.f(`</c:strCache></c:strRef>`)
}
