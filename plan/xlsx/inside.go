package xlsx

// The plan within the book, on a sheet that nobody sees.

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"

	"arringa/plan/file"
)

// What the sheet with the plan holds, from the first row of its first column on: the mark,
// the checksum of the plan file, how many chunks, and the chunks of the file, compressed and
// in base64. It has survived LibreOffice, Gnumeric, openpyxl and exceljs; custom XML did not.
const (
	insideSheet = "_piano"
	insideMark  = "arringa-plan-1"
	chunk       = 30000 // signs of the plan in a cell, which holds 32,767
	mostChunks  = 200
)

// placePlan puts the whole plan into a sheet that nobody sees, so that the book can be opened
// again.
func placePlan(b *frame) {
	if b.plan.Board.Private {
		return
	}
	data, err := file.Encode(b.plan)
	if err != nil {
		b.file.Try(err)
		return
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write(data)
	b.file.Try(z.Close())
	text := base64.StdEncoding.EncodeToString(packed.Bytes())
	sum := sha256.Sum256(data)
	s := b.file.Add(insideSheet)
	n := (len(text) + chunk - 1) / chunk
	for i, line := range []string{insideMark, hex.EncodeToString(sum[:]), itoa(n)} {
		s.Text(1, 1+i, 0, line)
	}
	for i := range n {
		s.Text(1, 4+i, 0, text[i*chunk:min((i+1)*chunk, len(text))])
	}
	s.Page.Hide()
}
