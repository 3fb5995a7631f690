package part

// The series of a chart, with the points as they are now.

import (
	"strconv"

	"arringa/plan/xlsx/look"
)

// plotTags are what the kinds of plots are called.
var plotTags = [...]string{
	Columns: "barChart", Bars: "barChart", Lines: "lineChart", Areas: "areaChart", Scatter: "scatterChart",
}

// plot writes series of one kind; index is the number of the next series of the chart.
func (w *chartWriter) plot(p Plot, index *int) {
	w.f(`<c:%s>`, plotTags[p.Kind])
	grouping := "standard"
	switch {
	case p.Stacked:
		grouping = "stacked"
	case p.Kind.upright():
		grouping = "clustered"
	}
	switch p.Kind {
	case Columns:
		w.f(`<c:barDir val="col"/><c:grouping val="%s"/>`, grouping)
	case Bars:
		w.f(`<c:barDir val="bar"/><c:grouping val="%s"/>`, grouping)
	case Lines, Areas:
		w.f(`<c:grouping val="%s"/>`, grouping)
	case Scatter:
		w.f(`<c:scatterStyle val="lineMarker"/>`)
	}
	w.f(`<c:varyColors val="0"/>`)
	for _, s := range p.Series {
		w.series(p, s, *index)
		*index++
	}
	if p.Kind.upright() {
		w.f(`<c:gapWidth val="%d"/><c:overlap val="%d"/>`, p.Gap, 100*flag(p.Stacked))
	}
	if p.Kind == Lines {
		w.f(`<c:marker val="1"/>`)
	}
	if p.Second {
		w.f(`<c:axId val="3"/><c:axId val="4"/>`)
	} else {
		w.f(`<c:axId val="1"/><c:axId val="2"/>`)
	}
	w.f(`</c:%s>`, plotTags[p.Kind])
}

// series writes a series with the points as they are now.
func (w *chartWriter) series(p Plot, s Series, index int) {
	w.f(`<c:ser><c:idx val="%d"/><c:order val="%d"/>`, index, index)
	if s.Name.Sheet != nil {
		w.f(`<c:tx>`)
		w.texts(s.Name)
		w.f(`</c:tx>`)
	}
	w.shape(p.Kind, s)
	if p.Kind.upright() {
		w.f(`<c:invertIfNegative val="0"/>`)
	}
	if p.Kind.drawn() {
		w.marker(s)
	}
	w.points(p.Kind, s)
	w.labels(s)
	w.values(p.Kind, s)
	if p.Kind.drawn() {
		w.f(`<c:smooth val="%d"/>`, flag(s.Smooth))
	}
	w.f(`</c:ser>`)
}

// points colours single points.
func (w *chartWriter) points(k Kind, s Series) {
	for i, color := range s.Points {
		w.f(`<c:dPt><c:idx val="%d"/>`, i)
		if k.upright() {
			w.f(`<c:invertIfNegative val="0"/>`)
		}
		w.f(`<c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></c:spPr></c:dPt>`, color)
	}
}

// values writes the categories and the values.
func (w *chartWriter) values(k Kind, s Series) {
	catTag, valTag := "cat", "val"
	if k == Scatter {
		catTag, valTag = "xVal", "yVal"
	}
	if s.Cats.Sheet != nil {
		w.f(`<c:%s>`, catTag)
		if s.Cats.numeric() {
			w.numbers(s.Cats)
		} else {
			w.texts(s.Cats)
		}
		w.f(`</c:%s>`, catTag)
	}
	w.f(`<c:%s>`, valTag)
	w.numbers(s.Vals)
	w.f(`</c:%s>`, valTag)
}

// shape writes a series' fill and line.
func (w *chartWriter) shape(k Kind, s Series) {
	w.f(`<c:spPr>`)
	switch {
	case k.drawn() && (s.NoLine || s.Color == ""):
		w.f(`<a:ln w="19050"><a:noFill/></a:ln>`)
	case k.drawn():
		w.f(`<a:ln w="%d" cap="rnd"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:round/></a:ln>`,
			int(s.Width*12700), s.Color)
	case s.Color == "":
		w.f(`<a:noFill/><a:ln><a:noFill/></a:ln>`)
	default:
		w.f(`<a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:ln><a:noFill/></a:ln>`, s.Color)
	}
	w.f(`</c:spPr>`)
}

func (w *chartWriter) marker(s Series) {
	if s.Mark == 0 {
		w.f(`<c:marker><c:symbol val="none"/></c:marker>`)
		return
	}
	w.f(`<c:marker><c:symbol val="circle"/><c:size val="%d"/>`+
		`<c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:ln w="9525"><a:solidFill>`+
		`<a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr></c:marker>`, s.Mark, s.Color)
}

func (w *chartWriter) labels(s Series) {
	if s.Labels == "" {
		return
	}
	w.f(`<c:dLbls><c:numFmt formatCode="%s" sourceLinked="0"/>`+noFill, escaped(s.Labels))
	w.letters(900, look.Ink)
	if s.At != "" {
		w.f(`<c:dLblPos val="%s"/>`, s.At)
	}
	w.f(`<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
		`<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
}

// numbers writes a range with its cached numbers.
func (w *chartWriter) numbers(p Span) {
	w.f(`<c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`,
		escaped(p.plain()), p.count())
	p.Each(func(i int, c Cell) {
		if v, ok := c.Value.(float64); ok {
			w.f(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, strconv.FormatFloat(v, 'g', -1, 64))
		}
	})
	w.f(`</c:numCache></c:numRef>`)
}

// texts writes a range with its cached texts.
func (w *chartWriter) texts(p Span) {
	w.f(`<c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, escaped(p.plain()), p.count())
	p.Each(func(i int, c Cell) {
		if v, ok := c.Value.(string); ok {
			w.f(`<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escaped(v))
		}
	})
	w.f(`</c:strCache></c:strRef>`)
}
