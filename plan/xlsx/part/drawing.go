package part

// Drawings: what puts charts and a picture on a sheet.

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

const (
	relations     = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	drawingTypes  = "application/vnd.openxmlformats-officedocument.drawing"
	drawingHead   = xmlHead +
		`<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`
)

// drawings makes the parts that put the charts on their sheets: a drawing a sheet, which
// places them by cells, and what leads from one part to the next.
func (p *pack) drawings() {
	var types strings.Builder
	number := 0
	for i, s := range p.book.sheets {
		if len(s.charts) == 0 && s.picture == nil {
			continue
		}
		number++
		p.drawing(s, "drawing"+strconv.Itoa(number)+".xml", &types)
		p.hang("sheet"+strconv.Itoa(i+1)+".xml", "drawing"+strconv.Itoa(number)+".xml")
	}
	p.edit(contentTypes, func(text string) string {
		return strings.Replace(text, "</Types>", types.String()+"</Types>", 1)
	})
}

// drawing makes the drawing of a sheet, and adds the types of its parts.
func (p *pack) drawing(s *Sheet, name string, types *strings.Builder) {
	var drawing, rels bytes.Buffer
	drawing.WriteString(drawingHead)
	rels.WriteString(relations)
	for k, c := range s.charts {
		c.anchor(&drawing, k+1, p.book.words.ChartName(c.number))
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/chart" Target="../charts/chart%d.xml"/>`,
			k+1, relationTypes, c.number)
		fmt.Fprintf(types, `<Override PartName="/xl/charts/chart%d.xml" ContentType="%sml.chart+xml"/>`,
			c.number, drawingTypes)
	}
	if picture := s.picture; picture != nil {
		picture.anchor(&drawing, len(s.charts)+2)
		fmt.Fprintf(&rels, `<Relationship Id="rIdLogo" Type="%s/image" Target="../%s"/>`, relationTypes, picture.part())
		p.parts["xl/"+picture.part()] = bytes.NewBuffer(picture.Data)
		p.edit(contentTypes, func(text string) string {
			return strings.Replace(text, "<Override", picture.contentType()+"<Override", 1)
		})
	}
	drawing.WriteString(`</xdr:wsDr>`)
	rels.WriteString(`</Relationships>`)
	p.parts["xl/drawings/"+name], p.parts["xl/drawings/_rels/"+name+".rels"] = &drawing, &rels
	fmt.Fprintf(types, `<Override PartName="/xl/drawings/%s" ContentType="%s+xml"/>`, name, drawingTypes)
}

// hang connects a sheet with its drawing.
func (p *pack) hang(sheet, drawing string) {
	rels := "xl/worksheets/_rels/" + sheet + ".rels"
	if _, ok := p.parts[rels]; !ok {
		p.parts[rels] = bytes.NewBufferString(relations + `</Relationships>`)
	}
	p.edit(rels, func(text string) string {
		return strings.Replace(text, `</Relationships>`, `<Relationship Id="rIdCharts" Type="`+relationTypes+
			`/drawing" Target="../drawings/`+drawing+`"/></Relationships>`, 1)
	})
	part := p.parts["xl/worksheets/"+sheet].Bytes()
	for _, next := range []string{"<legacyDrawing", "<tableParts", "<extLst", "</worksheet>"} { // what may follow
		if at := bytes.LastIndex(part, []byte(next)); at >= 0 {
			p.insert("xl/worksheets/"+sheet, at, `<drawing xmlns:r="`+relationTypes+`" r:id="rIdCharts"/>`)
			return
		}
	}
}

// anchor places a chart on the cells of its box.
func (c *Chart) anchor(b *bytes.Buffer, id int, name string) {
	corner := func(tag string, column, row int) {
		fmt.Fprintf(b, `<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff>`+
			`<xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:%[1]s>`, tag, column, row)
	}
	b.WriteString(`<xdr:twoCellAnchor editAs="twoCell">`)
	corner("from", c.At.Col-1, c.At.Row-1)
	corner("to", c.At.ToCol, c.At.ToRow)
	fmt.Fprintf(b, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="%s"/>`+
		`<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`, id+1, escaped(name), escaped(c.Alt))
	b.WriteString(`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`)
	fmt.Fprintf(b, `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="%s" r:id="rId%d"/>`,
		relationTypes, id)
	b.WriteString(`</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`)
}
