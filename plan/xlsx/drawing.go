package xlsx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

const (
	relations     = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	drawingTypes  = "application/vnd.openxmlformats-officedocument.drawing"
)

// drawings makes the parts that put the charts on their sheets: a drawing a sheet, which
// places them by cells, and what leads from one part to the next.
func (p *pack) drawings() {
	var types strings.Builder
	number := 0
	for i, s := range p.sheets {
		picture := p.logo
		if s.id != "summary" {
			picture = nil
		}
		if len(s.charts) == 0 && picture == nil {
			continue
		}
		number++
		name := "drawing" + strconv.Itoa(number) + ".xml"
		var drawing, rels bytes.Buffer
		drawing.WriteString(xmlHead + `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`)
		rels.WriteString(relations)
		for k, c := range s.charts {
			c.anchor(&drawing, k+1, p.words.ChartName.With("n", itoa(c.number)))
			fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%schart" Target="../charts/chart%d.xml"/>`, k+1, relationTypes, c.number)
			fmt.Fprintf(&types, `<Override PartName="/xl/charts/chart%d.xml" ContentType="%sml.chart+xml"/>`, c.number, drawingTypes)
		}
		if picture != nil {
			picture.draw(&drawing, len(s.charts)+2, p.plan.Company.Name)
			fmt.Fprintf(&rels, `<Relationship Id="rIdLogo" Type="%simage" Target="../%s"/>`, relationTypes, picture.part())
			p.parts["xl/"+picture.part()] = bytes.NewBuffer(picture.data)
			p.edit("[Content_Types].xml", func(text string) string {
				return strings.Replace(text, "<Override", picture.contentType()+"<Override", 1)
			})
		}
		drawing.WriteString(`</xdr:wsDr>`)
		rels.WriteString(`</Relationships>`)
		p.parts["xl/drawings/"+name], p.parts["xl/drawings/_rels/"+name+".rels"] = &drawing, &rels
		fmt.Fprintf(&types, `<Override PartName="/xl/drawings/%s" ContentType="%s+xml"/>`, name, drawingTypes)
		p.hang("sheet"+strconv.Itoa(i+1)+".xml", name)
	}
	p.edit("[Content_Types].xml", func(text string) string { return strings.Replace(text, "</Types>", types.String()+"</Types>", 1) })
}

// edit changes the text of a part.
func (p *pack) edit(name string, f func(string) string) {
	if b, ok := p.parts[name]; ok {
		p.parts[name] = bytes.NewBufferString(f(b.String()))
	}
}

// hang connects a sheet with its drawing.
func (p *pack) hang(sheet, drawing string) {
	rels := "xl/worksheets/_rels/" + sheet + ".rels"
	if _, ok := p.parts[rels]; !ok {
		p.parts[rels] = bytes.NewBufferString(relations + `</Relationships>`)
	}
	p.edit(rels, func(text string) string {
		return strings.Replace(text, `</Relationships>`, `<Relationship Id="rIdCharts" Type="`+relationTypes+`drawing" Target="../drawings/`+drawing+`"/></Relationships>`, 1)
	})
	part := p.parts["xl/worksheets/"+sheet].Bytes()
	for _, next := range []string{"<legacyDrawing", "<tableParts", "<extLst", "</worksheet>"} { // what may follow
		if at := bytes.LastIndex(part, []byte(next)); at >= 0 {
			p.insert("xl/worksheets/"+sheet, at, `<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdCharts"/>`)
			return
		}
	}
}

// insert puts something into a part.
func (p *pack) insert(name string, at int, what string) {
	part := p.parts[name].Bytes()
	out := bytes.NewBuffer(make([]byte, 0, len(part)+len(what)))
	out.Write(part[:at])
	out.WriteString(what)
	out.Write(part[at:])
	p.parts[name] = out
}

// anchor places a chart on the cells of its box.
func (c *chart) anchor(b *bytes.Buffer, id int, name string) {
	corner := func(tag string, column, row int) {
		fmt.Fprintf(b, `<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:%[1]s>`, tag, column, row)
	}
	b.WriteString(`<xdr:twoCellAnchor editAs="twoCell">`)
	corner("from", c.at.col-1, c.at.row-1)
	corner("to", c.at.toCol, c.at.toRow)
	fmt.Fprintf(b, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="%s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`, id+1, escaped(name), escaped(c.alt))
	b.WriteString(`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`)
	fmt.Fprintf(b, `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId%d"/>`, id)
	b.WriteString(`</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`)
}
