package part

// SetDocProps loses the prefix of the core properties that exceljs needs, and the usual author is
// a stranger.

import "bytes"

// mendCore writes who wrote the book and what it is called. It has no date: the same book
// gives the same file.
func (p *pack) mendCore() {
	w := p.book.words
	var b bytes.Buffer
	b.WriteString(xmlHead +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`)
	escape(&b, Clean(w.Title))
	b.WriteString(`</dc:title><dc:creator>`)
	escape(&b, Clean(w.Author))
	b.WriteString(`</dc:creator><dc:language>` + w.Language + `</dc:language></cp:coreProperties>`)
	p.parts["docProps/core.xml"] = &b
}
