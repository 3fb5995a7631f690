package part

// excelize writes a slider as a shape of type 202, a box of text, which LibreOffice does not draw,
// and links it to a cell without a sheet, so that LibreOffice moves that of the first one.

import (
	"strconv"
	"strings"
)

// mendSliders makes sliders what they are: a shape of type 201, linked to a cell of their own
// sheet.
func (p *pack) mendSliders() {
	number := 0
	for _, s := range p.book.sheets {
		if len(s.Rules.sliders) == 0 {
			continue
		}
		number++
		p.edit("xl/drawings/vmlDrawing"+strconv.Itoa(number)+".vml", func(text string) string {
			text = strings.ReplaceAll(text, `o:spt="202"`, `o:spt="201"`)
			for _, cell := range s.Rules.sliders {
				link := "<x:FmlaLink>" + escaped(quoted(s.Name)+"!"+cell) + "</x:FmlaLink>"
				text = strings.ReplaceAll(text, "<x:FmlaLink>"+cell+"</x:FmlaLink>", link)
			}
			return text
		})
	}
}
