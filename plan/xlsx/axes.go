package xlsx

import (
	"arringa/plan/xlsx/look"
	"strconv"
)

// axes writes the axes that the plots need.
func (w *chartWriter) axes(c *chart) {
	switch c.plots[0].kind {
	case ring:
		return
	case scatter:
		w.valueAxis(c, axis{id: 1, cross: 2, pos: "b", format: c.xform, title: c.xTitle})
		w.valueAxis(c, axis{id: 2, cross: 1, pos: "l", grid: true, format: c.format, title: c.yTitle, least: c.least, most: c.most})
		return
	}
	cat, val := "b", "l"
	if c.plots[0].kind == bars {
		cat, val = "l", "b"
	}
	w.categoryAxis(c, 1, 2, cat, false)
	w.valueAxis(c, axis{id: 2, cross: 1, pos: val, grid: true, format: c.format, title: c.yTitle, least: c.least, most: c.most})
	for _, p := range c.plots {
		if p.second {
			w.categoryAxis(c, 3, 4, cat, true)
			w.valueAxis(c, axis{id: 4, cross: 3, pos: "r", format: c.format, max: true})
			return
		}
	}
}

type axis struct {
	id, cross   int
	pos         string
	grid        bool
	max         bool // crosses at the far end
	format      string
	title       string
	least, most *float64
}

func (w *chartWriter) categoryAxis(c *chart, id, cross int, pos string, gone bool) {
	order := "minMax"
	if c.plots[0].kind == bars {
		order = "maxMin"
	}
	tag := "catAx"
	if c.every > 1 { // LibreOffice leaves labels out on an axis of dates only
		tag = "dateAx"
	}
	w.f(`<c:%s><c:axId val="%d"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="%d"/><c:axPos val="%s"/>`, tag, id, order, int(flag(gone || c.plain)), pos)
	format := c.catFormat
	if format == "" {
		format = "General"
	}
	if c.months {
		format = map[string]string{"it": "[$-410]", "en": "[$-809]"}[c.lang] + "mmm"
		if c.every > 1 {
			format += `\ yy`
		}
	}
	w.f(`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`, escaped(format))
	w.f(`<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr>`, "BFC5CD")
	w.upright(c.size(), look.Grey)
	w.f(`<c:crossAx val="%d"/><c:crosses val="autoZero"/><c:auto val="0"/>`, cross)
	if c.every > 1 {
		w.f(`<c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="%d"/><c:majorTimeUnit val="months"/></c:dateAx>`, c.every)
		return
	}
	w.f(`<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`)
}

func (w *chartWriter) valueAxis(c *chart, a axis) {
	w.f(`<c:valAx><c:axId val="%d"/><c:scaling><c:orientation val="minMax"/>`, a.id)
	if a.most != nil {
		w.f(`<c:max val="%s"/>`, strconv.FormatFloat(*a.most, 'g', -1, 64))
	}
	if a.least != nil {
		w.f(`<c:min val="%s"/>`, strconv.FormatFloat(*a.least, 'g', -1, 64))
	}
	w.f(`</c:scaling><c:delete val="%d"/><c:axPos val="%s"/>`, int(flag(c.plain || c.bare && a.pos != "b")), a.pos)
	if a.grid && !c.plain && !c.bare {
		w.f(`<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E5E7EB"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`)
	}
	if a.title != "" {
		w.f(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr><a:r><a:rPr lang="it-IT" sz="900" b="0"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:latin typeface="Calibri"/></a:rPr><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`, look.Grey, escaped(a.title))
	}
	format := a.format
	if format == "" {
		format = c.format
	}
	w.f(`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="%s"/>`, escaped(format), map[bool]string{true: "nextTo", false: "low"}[a.max])
	w.f(`<c:spPr><a:ln w="9525"><a:noFill/></a:ln></c:spPr>`)
	w.letters(c.size(), look.Grey)
	crosses := "autoZero"
	if a.max {
		crosses = "max"
	}
	between := "between"
	if k := c.plots[0].kind; k == scatter || k == areas {
		between = "midCat"
	}
	w.f(`<c:crossAx val="%d"/><c:crosses val="%s"/><c:crossBetween val="%s"/></c:valAx>`, a.cross, crosses, between)
}
