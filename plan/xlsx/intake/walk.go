package intake

// The parts of a workbook, element by element.

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// visitor is told what a walk through a part meets. It ends the walk with io.EOF.
type visitor interface {
	start(t xml.StartElement) error // an element with its attributes
	text(s string) error
	end(element string) error
}

// visit is a visitor that nothing matters to.
type visit struct{}

func (visit) start(xml.StartElement) error { return nil }
func (visit) text(string) error            { return nil }
func (visit) end(string) error             { return nil }

// tags is a part on its way to the decoder, which would keep a tag of any length.
type tags struct {
	io.Reader
	run  int // since the last tag ended
	left int // of the part
}

// Read fails with ErrHostile where a tag or the part is too long.
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

// walk streams the elements of a part.
func (b *Book) walk(part string, v visitor) error {
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
		err = step(v, t, &depth)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return ErrHostile
}

// step tells a visitor what was met, at which depth.
func step(v visitor, t xml.Token, depth *int) error {
	switch t := t.(type) {
	case xml.StartElement:
		if *depth++; *depth > mostDepth {
			return ErrHostile
		}
		return v.start(t)
	case xml.EndElement:
		*depth--
		return v.end(t.Name.Local)
	case xml.CharData:
		return v.text(string(t))
	}
	return nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
