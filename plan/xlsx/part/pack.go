package part

// The package: the parts in one file.

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
	"sync"
	"sync/atomic"

	"github.com/xuri/excelize/v2"
)

// pack is the door through which every part of the file goes: it collects what excelize
// wrote, puts our own cells in, mends what excelize gets wrong, and writes the parts in a
// fixed order with fixed times, so that the same sheets give the same bytes.
type pack struct {
	book  *Book
	out   io.Writer
	parts map[string]*bytes.Buffer
}

var _ excelize.ZipWriter = (*pack)(nil)

func newPack(b *Book, out io.Writer) *pack {
	return &pack{book: b, out: out, parts: map[string]*bytes.Buffer{}}
}

const contentTypes = "[Content_Types].xml"

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

// mend repairs what excelize writes wrongly or in no order: see the files mend_*.go.
func (p *pack) mend() {
	p.mendTypes()
	p.mendCore()
	p.mendSliders()
	p.mendBars()
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
	first := []string{contentTypes, "_rels/.rels", "xl/workbook.xml"}
	var names []string
	for name := range p.parts {
		if !slices.Contains(first, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return append(first, names...)
}

// inject puts the cells into the sheets, the names into the workbook, the texts into the shared
// strings, and makes the charts.
func (p *pack) inject() {
	shared := &sharedStrings{index: map[string]int{}}
	sheets := p.book.sheets
	for _, s := range sheets {
		share(s, shared)
	}
	parts := make([][]byte, len(sheets))
	beside(len(sheets), func(i int) { parts[i] = dataOf(sheets[i], shared) })
	for i, s := range sheets {
		name := sheetPart(i)
		used := `<dimension ref="A1:` + Ref(max(s.width, 1), max(len(s.rows), 1)) + `"/>`
		p.replace(name, dimension, []byte(used))
		p.replace(name, sheetData, parts[i])
		for _, c := range s.charts {
			p.parts["xl/charts/chart"+strconv.Itoa(c.number)+".xml"] = bytes.NewBuffer(c.part(p.book.words))
		}
	}
	p.replace("xl/workbook.xml", sheetsEnd, p.book.nameParts())
	p.parts["xl/sharedStrings.xml"] = bytes.NewBuffer(shared.part())
}

// sheetPart is the name of the i-th sheet's part.
func sheetPart(i int) string { return "xl/worksheets/sheet" + strconv.Itoa(i+1) + ".xml" }

var (
	sheetData = regexp.MustCompile(`(?s)<sheetData>.*</sheetData>|<sheetData/>|<sheetData></sheetData>`)
	dimension = regexp.MustCompile(`<dimension[^>]*/>|<dimension[^>]*></dimension>`)
	sheetsEnd = regexp.MustCompile(`</sheets>`)
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

// edit changes the text of a part.
func (p *pack) edit(name string, f func(string) string) {
	if b, ok := p.parts[name]; ok {
		p.parts[name] = bytes.NewBufferString(f(b.String()))
	}
}

// insert puts something into a part.
func (p *pack) insert(name string, at int, what string) {
	part := p.parts[name].Bytes()
	p.parts[name] = bytes.NewBuffer(slices.Concat(part[:at], []byte(what), part[at:]))
}
