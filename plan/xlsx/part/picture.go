package part

// A picture on a sheet.

import (
	"bytes"
	"fmt"
	"strings"
)

// Picture is a picture over a sheet's cells, on white: most logos are made for paper.
type Picture struct {
	Data          []byte
	Kind          string  // png or jpeg
	Alt           string  // what it shows, for those who do not see it
	Col, Row      int     // the cell on which it begins
	Right, Down   float64 // from that cell's corner, in points
	Width, Height float64 // in points
}

const point = 12700 // of the units in which drawings measure

// anchor places the picture.
func (l *Picture) anchor(b *bytes.Buffer, id int) {
	fmt.Fprintf(b, `<xdr:oneCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff>`+
		`<xdr:row>%d</xdr:row><xdr:rowOff>%d</xdr:rowOff></xdr:from>`,
		l.Col-1, int(l.Right*point), l.Row-1, int(l.Down*point))
	fmt.Fprintf(b, `<xdr:ext cx="%d" cy="%d"/>`, int(l.Width*point), int(l.Height*point))
	fmt.Fprintf(b, `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="%d" name="Logo" descr="%s"/>`+
		`<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`, id, escaped(l.Alt))
	b.WriteString(`<xdr:blipFill><a:blip xmlns:r="` + relationTypes + `" r:embed="rIdLogo"/>` +
		`<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`)
	fmt.Fprintf(b, `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></xdr:spPr>`+
		`</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`, int(l.Width*point), int(l.Height*point))
}

// part is the name of the picture in the file.
func (l *Picture) part() string { return "media/logo." + l.Kind }

// contentType says what the picture is.
func (l *Picture) contentType() string {
	return strings.ReplaceAll(`<Default Extension="KIND" ContentType="image/KIND"/>`, "KIND", l.Kind)
}
