package xlsx

import (
	"bytes"
	"fmt"
	"strings"

	"arringa/model"
)

// The room of a logo in the band of the summary, in points: its first three columns, and
// most of the height of its two rows.
const (
	logoWidth  = 114
	logoHeight = 46
	logoCols   = 3
	bandHeight = 54
	point      = 12700 // of the units in which drawings measure
)

// logo is a picture with its size on paper, in points.
type logo struct {
	data          []byte
	kind          string
	width, height float64
}

// logoOf fits a plan's picture into its room; nil without one.
func logoOf(data []byte) *logo {
	if len(data) == 0 {
		return nil
	}
	kind, w, h, err := model.Picture(data)
	if err != nil {
		return nil // such a plan has Problems
	}
	scale := min(logoWidth/float64(w), logoHeight/float64(h))
	return &logo{data: data, kind: kind, width: float64(w) * scale, height: float64(h) * scale}
}

// draw places the picture over the first cells of the band, on white: most logos are made
// for paper.
func (l *logo) draw(b *bytes.Buffer, id int, alt string) {
	fmt.Fprintf(b, `<xdr:oneCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>%d</xdr:rowOff></xdr:from>`,
		gridFirst-1, 4*point, int((bandHeight-l.height)/2*point))
	fmt.Fprintf(b, `<xdr:ext cx="%d" cy="%d"/>`, int(l.width*point), int(l.height*point))
	fmt.Fprintf(b, `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="%d" name="Logo" descr="%s"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`, id, escaped(alt))
	b.WriteString(`<xdr:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`)
	fmt.Fprintf(b, `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`,
		int(l.width*point), int(l.height*point))
}

// part is the name of the picture in the file.
func (l *logo) part() string { return "media/logo." + l.kind }

// contentType says what the picture is.
func (l *logo) contentType() string {
	return strings.ReplaceAll(`<Default Extension="KIND" ContentType="image/KIND"/>`, "KIND", l.kind)
}
