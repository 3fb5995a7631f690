package ui

import (
	"bytes"
	"context"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/xlsx"
)

// exportBook writes a plan's workbook and says how large it is. It tells at how many sheets
// it is; stopped, it leaves what was at the path as it was.
func exportBook(ctx context.Context, p model.Plan, path string, at func(done, all int)) (int, error) {
	var out bytes.Buffer
	book := xlsx.Book{Plan: p, Progress: func(done, all int) error {
		at(done, all)
		return ctx.Err()
	}}
	if err := xlsx.Write(&out, book); err != nil {
		return 0, err
	}
	return out.Len(), file.Replace(path, out.Bytes())
}
