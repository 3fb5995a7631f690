package xlsx

import (
	"archive/zip"
	"arringa/plan/xlsx/look"
	"bytes"
	"compress/flate"
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
	"sync/atomic"

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
	packed := make([][]byte, len(names))
	beside(len(names), func(i int) { packed[i] = deflate(p.parts[names[i]].Bytes()) })
	z := zip.NewWriter(p.out)
	for i, name := range names {
		data := p.parts[name].Bytes()
		head := &zip.FileHeader{
			Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(data),
			UncompressedSize64: uint64(len(data)), CompressedSize64: uint64(len(packed[i])),
		}
		//lint:ignore SA1019 CreateRaw writes this field as it is, and no other date
		head.ModifiedDate = 1<<5 | 1 // 1 January 1980
		w, err := z.CreateRaw(head)
		if err != nil {
			return err
		}
		if _, err := w.Write(packed[i]); err != nil {
			return err
		}
	}
	return z.Close()
}

// beside does n things, a few at a time.
func beside(n int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, 4) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

// deflate compresses a part; writing to memory does not fail.
func deflate(data []byte) []byte {
	b := bytes.NewBuffer(make([]byte, 0, len(data)/6+256))
	w, _ := deflaters.Get().(*flate.Writer)
	w.Reset(b)
	_, _ = w.Write(data)
	_ = w.Close()
	deflaters.Put(w)
	return b.Bytes()
}

// deflaters are kept: making one takes longer than most parts.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, 4)
	return w
}}

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

// inject puts the cells into the sheets, the texts into the shared strings, and our own
// charts in the place of the stand-ins.
func (p *pack) inject() {
	shared := &sharedStrings{index: map[string]int{}}
	for _, s := range p.sheets {
		s.share(shared)
	}
	money := p.formats()[look.Money]
	parts := make([][]byte, len(p.sheets))
	beside(len(p.sheets), func(i int) { parts[i] = p.sheets[i].data(shared) })
	for i, s := range p.sheets {
		name := "xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml"
		p.replace(name, dimension, []byte(`<dimension ref="A1:`+ref(max(s.width, 1), max(len(s.rows), 1))+`"/>`))
		p.replace(name, sheetData, parts[i])
		for _, c := range s.charts {
			c.lang = p.say.Tag
			p.parts["xl/charts/chart"+strconv.Itoa(c.number)+".xml"] = bytes.NewBuffer(c.part(p.locale(), money))
		}
	}
	p.replace("xl/workbook.xml", sheetsEnd, p.nameParts())
	p.parts["xl/sharedStrings.xml"] = bytes.NewBuffer(shared.part())
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
	sheetsEnd = regexp.MustCompile(`</sheets>`)
	autoBar   = regexp.MustCompile(`(?s)<x14:cfvo type="autoMin"\s*(?:/>|></x14:cfvo>)<x14:cfvo type="autoMax"\s*(?:/>|></x14:cfvo>)`)
	barMost   = regexp.MustCompile(`<dataBar[^>]*><cfvo type="num" val="0"[^>]*/?>(?:</cfvo>)?<cfvo type="num" val="([^"]*)"`)
)

// replace puts something in the place of the first match in a part.
func (p *pack) replace(name string, what *regexp.Regexp, with []byte) {
	b, ok := p.parts[name]
	if !ok {
		return
	}
	if at := what.FindIndex(b.Bytes()); at != nil {
		p.parts[name] = bytes.NewBuffer(slices.Concat(b.Bytes()[:at[0]], with, b.Bytes()[at[1]:]))
	}
}

// mend repairs what excelize 2.11.1 writes wrongly or in no order.
func (p *pack) mend() {
	p.mendTypes()
	// SetDocProps loses the prefix that exceljs needs, and the usual author is a stranger.
	p.parts["docProps/core.xml"] = bytes.NewBuffer(p.core())
	vml := 0
	for i, s := range p.sheets {
		if len(s.sliders) > 0 {
			vml++
			p.mendSliders("xl/drawings/vmlDrawing"+strconv.Itoa(vml)+".vml", s)
		}
		p.mendBars("xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml")
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
