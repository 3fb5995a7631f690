// The workbook written, where it may be.

package desk

import (
	"bytes"
	"context"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/xlsx"
)

// Exporting is a workbook to be written: of which plan, kept where, to which path. What
// stands there already is replaced only when it is the plan's own earlier workbook as it was
// written, or when replacing was asked for.
type Exporting struct {
	Plan           model.Plan
	PlanPath, Path string
	Replace        bool
}

// Write writes the workbook and says how large it is in bytes. It tells at how many sheets
// it is; stopped, it leaves what was at the path as it was.
func (e Exporting) Write(ctx context.Context, at func(done, all int)) (int, error) {
	if !e.Replace { // the sums need not be made for nothing
		if err := file.MayReplace(e.Path, e.PlanPath); err != nil {
			return 0, err
		}
	}
	var out bytes.Buffer
	book := xlsx.Book{Plan: e.Plan, Progress: func(done, all int) error {
		at(done, all)
		return ctx.Err()
	}}
	if err := xlsx.Write(&out, book); err != nil {
		return 0, err
	}
	return out.Len(), file.WriteBook(e.Path, e.PlanPath, out.Bytes(), e.Replace)
}
