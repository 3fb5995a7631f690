package intake

// The parts of a workbook, element by element.

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// tags is a part on its way to the decoder, which would keep a tag of any length.
type tags struct {
	io.Reader
	run  int // since the last tag ended
	left int // of the part
}

func (t *tags) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p)
	if t.left -= n; t.left < 0 {
		return 0, ErrHostile
	}
	if at := bytes.LastIndexByte(p[:n], '>'); at >= 0 {
		t.run = n - at
	} else if t.run += n; t.run > mostRun {
		return 0, ErrHostile
	}
	return n, err
}

// walk streams the elements of a part. visit gets each start with its attributes and the text
// of its own that follows; it ends the walk with io.EOF.
func (b *Book) walk(part string, start func(xml.StartElement) error, text func(string) error, end func(string) error) error {
	f, ok := b.parts[part]
	if !ok {
		return ErrNotBook
	}
	if f.UncompressedSize64 > mostBytes {
		return ErrHostile
	}
	r, err := f.Open()
	if err != nil {
		return ErrNotBook
	}
	defer func() { _ = r.Close() }()
	d := xml.NewDecoder(&tags{Reader: r, left: mostBytes})
	for depth := 0; b.tokens < mostTokens; b.tokens++ {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if errors.Is(err, ErrHostile) {
			return ErrHostile
		}
		if err != nil {
			return ErrNotBook
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > mostDepth {
				return ErrHostile
			}
			err = start(t)
		case xml.EndElement:
			depth--
			err = end(t.Name.Local)
		case xml.CharData:
			err = text(string(t))
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return ErrHostile
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
