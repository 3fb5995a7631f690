package part

// The axes of a chart.

import "arringa/plan/xlsx/look"

// axes writes the axes that the plots need.
func (w *chartWriter) axes(c *Chart) {
	k := c.Plots[0].Kind
	if k == Scatter {
		w.valueAxis(c, axis{id: 1, cross: 2, pos: "b", format: c.XFormat})
		w.valueAxis(c, axis{id: 2, cross: 1, pos: "l", grid: true})
		return
	}
	cat, val := "b", "l"
	if k == Bars {
		cat, val = "l", "b"
	}
	w.categoryAxis(c, axis{id: 1, cross: 2, pos: cat})
	w.valueAxis(c, axis{id: 2, cross: 1, pos: val, grid: true})
	for _, p := range c.Plots {
		if p.Second {
			w.categoryAxis(c, axis{id: 3, cross: 4, pos: cat, gone: true})
			w.valueAxis(c, axis{id: 4, cross: 3, pos: "r", max: true})
			return
		}
	}
}

// axis is one of a chart's, and the one that it crosses.
type axis struct {
	id, cross int
	pos       string
	grid      bool
	gone      bool   // not drawn
	max       bool   // crosses at the far end
	format    string // of its numbers; that of the chart when empty
}

const (
	axisTicks = `<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/>` +
		`<c:minorTickMark val="none"/><c:tickLblPos val="%s"/>`
	gridLines = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E5E7EB"/></a:solidFill>` +
		`</a:ln></c:spPr></c:majorGridlines>`
)

func (w *chartWriter) categoryAxis(c *Chart, a axis) {
	order := "minMax"
	if c.Plots[0].Kind == Bars {
		order = "maxMin"
	}
	tag := "catAx"
	if c.Every > 1 { // LibreOffice leaves labels out on an axis of dates only
		tag = "dateAx"
	}
	w.f(`<c:%s><c:axId val="%d"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="%d"/><c:axPos val="%s"/>`,
		tag, a.id, order, flag(a.gone || c.Plain), a.pos)
	w.f(axisTicks, escaped(w.categoryFormat(c)), "low")
	w.f(`<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="BFC5CD"/></a:solidFill></a:ln></c:spPr>`)
	w.upright(c.size(), look.Grey)
	w.f(`<c:crossAx val="%d"/><c:crosses val="autoZero"/><c:auto val="0"/>`, a.cross)
	if c.Every > 1 {
		w.f(`<c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="%d"/>`+
			`<c:majorTimeUnit val="months"/></c:dateAx>`, c.Every)
		return
	}
	w.f(`<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`)
}

// categoryFormat is how the categories are written.
func (w *chartWriter) categoryFormat(c *Chart) string {
	switch {
	case c.Months && c.Every > 1:
		return look.MonthsIn(w.language) + `mmm\ yy`
	case c.Months:
		return look.MonthsIn(w.language) + "mmm"
	case c.CatFormat != "":
		return c.CatFormat
	}
	return "General"
}

func (w *chartWriter) valueAxis(c *Chart, a axis) {
	w.f(`<c:valAx><c:axId val="%d"/><c:scaling><c:orientation val="minMax"/>`, a.id)
	w.f(`</c:scaling><c:delete val="%d"/><c:axPos val="%s"/>`, flag(c.Plain || c.Bare && a.pos != "b"), a.pos)
	if a.grid && !c.Plain && !c.Bare {
		w.f(gridLines)
	}
	format, labels, crosses, between := a.format, "low", "autoZero", "between"
	if format == "" {
		format = c.Format
	}
	if a.max {
		labels, crosses = "nextTo", "max"
	}
	if k := c.Plots[0].Kind; k == Scatter || k == Areas {
		between = "midCat"
	}
	w.f(axisTicks, escaped(format), labels)
	w.f(`<c:spPr><a:ln w="9525"><a:noFill/></a:ln></c:spPr>`)
	w.letters(c.size(), look.Grey)
	w.f(`<c:crossAx val="%d"/><c:crosses val="%s"/><c:crossBetween val="%s"/></c:valAx>`, a.cross, crosses, between)
}
