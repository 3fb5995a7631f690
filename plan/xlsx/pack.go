package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
)

// pack is the door through which every part of the file goes: it collects what excelize
// wrote, puts our own cells in, mends what excelize gets wrong, and writes the parts in a
// fixed order with fixed times, so that the same plan gives the same bytes.
type pack struct {
	*book
	out   io.Writer
	parts map[string]*bytes.Buffer
}

var _ excelize.ZipWriter = (*pack)(nil)

// Create collects a part.
func (p *pack) Create(name string) (io.Writer, error) {
	b := &bytes.Buffer{}
	p.parts[name] = b
	return b, nil
}

// AddFS is never called by excelize for what we write.
func (p *pack) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close mends the parts and writes them.
func (p *pack) Close() error {
	p.inject()
	p.drawings()
	p.mend()
	names := p.order()
	packed := p.deflate(names)
	z := zip.NewWriter(p.out)
	for i, name := range names {
		data := p.parts[name].Bytes()
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(data), ModifiedDate: 1<<5 | 1, // 1 January 1980
			UncompressedSize64: uint64(len(data)), CompressedSize64: uint64(len(packed[i])),
		})
		if err != nil {
			return err
		}
		if _, err := w.Write(packed[i]); err != nil {
			return err
		}
	}
	return z.Close()
}

// order is the parts' order: what readers look for first, then the rest by name.
func (p *pack) order() []string {
	first := []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}
	var names []string
	for name := range p.parts {
		if !slices.Contains(first, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return append(first, names...)
}

// inject puts the cells into the sheets, the texts into the shared strings, and makes the
// charts, each sheet by itself.
func (p *pack) inject() {
	shared := &sharedStrings{index: map[string]int{}}
	for _, s := range p.sheets {
		s.share(shared)
	}
	p.parts["xl/sharedStrings.xml"] = bytes.NewBuffer(shared.part())
	money, parts := p.formats()["money"], make([]*bytes.Buffer, len(p.sheets))
	var wait sync.WaitGroup
	for i, s := range p.sheets {
		part := p.parts[sheetPart(i)].Bytes()
		wait.Go(func() { parts[i] = s.part(part, shared) })
	}
	for _, s := range p.sheets {
		for _, c := range s.charts {
			c.lang = p.say.Tag
			p.parts["xl/charts/chart"+strconv.Itoa(c.number)+".xml"] = bytes.NewBuffer(c.part(p.locale(), money))
		}
	}
	wait.Wait()
	for i := range p.sheets {
		p.parts[sheetPart(i)] = parts[i]
	}
}

// sheetPart is the part of the i-th sheet.
func sheetPart(i int) string { return "xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml" }

// part is what excelize wrote of a sheet, with its cells in it.
func (s *sheet) part(was []byte, shared *sharedStrings) *bytes.Buffer {
	size := len(was)
	for _, row := range s.rows {
		for _, c := range row {
			size += 50 + len(c.formula)*5/4
		}
	}
	out := bytes.NewBuffer(make([]byte, 0, size))
	if at := dimension.FindIndex(was); at != nil {
		out.Write(was[:at[0]])
		out.WriteString(`<dimension ref="A1:` + ref(max(s.width, 1), max(len(s.rows), 1)) + `"/>`)
		was = was[at[1]:]
	}
	at := sheetData.FindIndex(was)
	out.Write(was[:at[0]])
	s.data(out, shared)
	out.Write(was[at[1]:])
	return out
}

// locale is the plan's language as XML names it.
func (b *book) locale() string {
	if b.say.Tag == "en" {
		return "en-GB"
	}
	return "it-IT"
}

var (
	sheetData = regexp.MustCompile(`(?s)<sheetData>.*</sheetData>|<sheetData/>|<sheetData></sheetData>`)
	dimension = regexp.MustCompile(`<dimension[^>]*/>|<dimension[^>]*></dimension>`)
	override  = regexp.MustCompile(`<Override [^>]*/?>(?:</Override>)?`)
	defaults  = regexp.MustCompile(`<Default [^>]*/?>(?:</Default>)?`)
	autoBar   = regexp.MustCompile(`(?s)<x14:cfvo type="autoMin"\s*(?:/>|></x14:cfvo>)<x14:cfvo type="autoMax"\s*(?:/>|></x14:cfvo>)`)
	barMost   = regexp.MustCompile(`<dataBar[^>]*><cfvo type="num" val="0"[^>]*/?>(?:</cfvo>)?<cfvo type="num" val="([^"]*)"`)
)

// mend repairs what excelize 2.11.1 writes wrongly or in no order.
func (p *pack) mend() {
	p.mendTypes()
	p.edit("xl/workbook.xml", func(text string) string {
		return strings.Replace(text, "</definedNames>", p.definedNames.String()+"</definedNames>", 1)
	})
	// SetDocProps loses the prefix that exceljs needs, and the usual author is a stranger.
	p.parts["docProps/core.xml"] = bytes.NewBuffer(p.core())
	vml := 0
	for i, s := range p.sheets {
		if len(s.sliders) > 0 {
			vml++
			p.mendSliders("xl/drawings/vmlDrawing"+strconv.Itoa(vml)+".vml", s)
		}
		p.mendBars(sheetPart(i))
	}
}

// mendTypes puts the content types in order: they come in that of a map as soon as there is
// a chart.
func (p *pack) mendTypes() {
	types, ok := p.parts["[Content_Types].xml"]
	if !ok {
		return
	}
	text := types.String()
	var kept []string
	for _, what := range []*regexp.Regexp{defaults, override} {
		found := what.FindAllString(text, -1)
		slices.Sort(found)
		kept = append(kept, slices.Compact(found)...)
		text = what.ReplaceAllString(text, "")
	}
	p.parts["[Content_Types].xml"] = bytes.NewBufferString(strings.Replace(text, "</Types>", strings.Join(kept, "")+"</Types>", 1))
}

// mendSliders makes sliders what they are: a shape of type 201, with which LibreOffice draws
// them, linked to a cell of their own sheet.
func (p *pack) mendSliders(name string, s *sheet) {
	b, ok := p.parts[name]
	if !ok {
		return
	}
	text := strings.ReplaceAll(b.String(), `o:spt="202"`, `o:spt="201"`)
	for _, cell := range s.sliders {
		text = strings.ReplaceAll(text, "<x:FmlaLink>"+cell+"</x:FmlaLink>", "<x:FmlaLink>"+escaped(quoted(s.name)+"!"+cell)+"</x:FmlaLink>")
	}
	p.parts[name] = bytes.NewBufferString(text)
}

// mendBars gives solid bars the ends that were asked for: excelize writes automatic ones,
// which Excel prefers.
func (p *pack) mendBars(name string) {
	b, ok := p.parts[name]
	if !ok || !bytes.Contains(b.Bytes(), []byte("autoMin")) {
		return
	}
	most := barMost.FindAllSubmatch(b.Bytes(), -1)
	i := 0
	p.parts[name] = bytes.NewBuffer(autoBar.ReplaceAllFunc(b.Bytes(), func(found []byte) []byte {
		if i >= len(most) {
			return found
		}
		i++
		return fmt.Appendf(nil, `<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>%s</xm:f></x14:cfvo>`, most[i-1][1])
	}))
}

// core writes who wrote the book and what it is called. It has no date: the same plan
// gives the same file.
func (p *pack) core() []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`)
	escape(&b, clean(p.title))
	b.WriteString(`</dc:title><dc:creator>`)
	escape(&b, clean(p.plan.Board.Author))
	b.WriteString(`</dc:creator><dc:language>` + p.say.Tag + `</dc:language></cp:coreProperties>`)
	return b.Bytes()
}
