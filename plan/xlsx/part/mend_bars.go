package part

// excelize writes solid bars with automatic ends beside those that were asked for, and Excel
// prefers the automatic ones.

import (
	"bytes"
	"fmt"
	"regexp"
)

var (
	autoBar = regexp.MustCompile(`(?s)<x14:cfvo type="autoMin"\s*(?:/>|></x14:cfvo>)` +
		`<x14:cfvo type="autoMax"\s*(?:/>|></x14:cfvo>)`)
	barMost = regexp.MustCompile(`<dataBar[^>]*><cfvo type="num" val="0"[^>]*/?>(?:</cfvo>)?` +
		`<cfvo type="num" val="([^"]*)"`)
)

const barEnds = `<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>%s</xm:f></x14:cfvo>`

// mendBars gives solid bars the ends that were asked for.
func (p *pack) mendBars() {
	for i := range p.book.sheets {
		name := sheetPart(i)
		b, ok := p.parts[name]
		if !ok || !bytes.Contains(b.Bytes(), []byte("autoMin")) {
			continue
		}
		most := barMost.FindAllSubmatch(b.Bytes(), -1)
		n := 0
		p.parts[name] = bytes.NewBuffer(autoBar.ReplaceAllFunc(b.Bytes(), func(found []byte) []byte {
			if n >= len(most) {
				return found
			}
			n++
			return fmt.Appendf(nil, barEnds, most[n-1][1])
		}))
	}
}
