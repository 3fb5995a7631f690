package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
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
	p.mend()
	names := p.order()
	packed := make([][]byte, len(names))
	var wait sync.WaitGroup
	for i, name := range names { // each part by itself: deflating takes longest
		wait.Go(func() { packed[i] = deflate(p.parts[name].Bytes()) })
	}
	wait.Wait()
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

// deflate compresses a part; writing to memory does not fail.
func deflate(data []byte) []byte {
	var b bytes.Buffer
	w, _ := deflaters.Get().(*flate.Writer)
	w.Reset(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	deflaters.Put(w)
	return b.Bytes()
}

// deflaters are kept: making one takes longer than most parts.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, 5)
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

// inject puts the cells into the sheets, and the texts into the shared strings.
func (p *pack) inject() {
	shared := &sharedStrings{index: map[string]int{}}
	for i, s := range p.sheets {
		p.replace("xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml", sheetData, s.cells(shared))
		p.replace("xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml", dimension, []byte(`<dimension ref="A1:`+ref(max(s.last[0], 1), max(s.last[1], 1))+`"/>`))
	}
	p.parts["xl/sharedStrings.xml"] = bytes.NewBuffer(shared.part())
}

var (
	sheetData = regexp.MustCompile(`(?s)<sheetData>.*</sheetData>|<sheetData/>`)
	dimension = regexp.MustCompile(`<dimension[^>]*/>|<dimension[^>]*></dimension>`)
	override  = regexp.MustCompile(`<Override [^>]*/?>(?:</Override>)?`)
	defaults  = regexp.MustCompile(`<Default [^>]*/?>(?:</Default>)?`)
)

func (p *pack) replace(name string, what *regexp.Regexp, with []byte) {
	b, ok := p.parts[name]
	if !ok {
		return
	}
	done := false
	mended := what.ReplaceAllFunc(b.Bytes(), func(found []byte) []byte {
		if done {
			return found
		}
		done = true
		return with
	})
	p.parts[name] = bytes.NewBuffer(mended)
}

// mend repairs what excelize 2.11.1 writes wrongly or in no order.
func (p *pack) mend() {
	// Content types come in the order of a map as soon as there is a chart or a picture.
	if types, ok := p.parts["[Content_Types].xml"]; ok {
		text := types.String()
		var kept []string
		for _, what := range []*regexp.Regexp{defaults, override} {
			found := what.FindAllString(text, -1)
			slices.Sort(found)
			kept = append(kept, slices.Compact(found)...)
			text = what.ReplaceAllString(text, "")
		}
		text = strings.Replace(text, "</Types>", strings.Join(kept, "")+"</Types>", 1)
		p.parts["[Content_Types].xml"] = bytes.NewBufferString(text)
	}
	// SetDocProps loses the prefix that exceljs needs, and the usual author is a stranger.
	p.parts["docProps/core.xml"] = bytes.NewBuffer(p.core())
	for name, b := range p.parts {
		// A slider's shape is of type 201; with 202 LibreOffice drops it.
		if strings.HasPrefix(name, "xl/drawings/vmlDrawing") {
			p.parts[name] = bytes.NewBufferString(strings.ReplaceAll(b.String(), `o:spt="202"`, `o:spt="201"`))
		}
	}
}

// core writes who wrote the book and what it is called. It has no date: the same plan
// gives the same file.
func (p *pack) core() []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`)
	escape(&b, clean(p.title))
	b.WriteString(`</dc:title><dc:creator>`)
	escape(&b, clean(p.plan.Board.Author))
	b.WriteString(`</dc:creator><dc:language>` + p.say.Tag + `</dc:language></cp:coreProperties>`)
	return b.Bytes()
}
