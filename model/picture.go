// The logo that travels inside a plan.

package model

import (
	"bufio"
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // the kinds that every spreadsheet shows
	_ "image/png"
)

// MaxLogo is how many bytes a logo may have: it travels inside the plan and the workbook.
const MaxLogo = 256 << 10

// Why a picture is no logo.
var (
	ErrNotPicture   = errors.New("not a PNG or JPEG picture")
	ErrLargePicture = errors.New("a picture of more bytes than MaxLogo")
)

// headSize is what is read of a picture at a time: its kind and size stand in its head.
const headSize = 256

// Picture reads the kind of a picture, "png" or "jpeg", and its size in its own dots.
// It looks at the head alone, and fails with ErrNotPicture or ErrLargePicture.
func Picture(data []byte) (kind string, width, height int, err error) {
	if len(data) > MaxLogo {
		return "", 0, 0, ErrLargePicture
	}
	c, kind, err := image.DecodeConfig(bufio.NewReaderSize(bytes.NewReader(data), headSize))
	if err != nil || c.Width < 1 || c.Height < 1 {
		return "", 0, 0, ErrNotPicture
	}
	return kind, c.Width, c.Height, nil
}
