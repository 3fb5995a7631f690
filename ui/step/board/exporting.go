// The workbook written, and what to do where one is already.

package board

import (
	"context"
	"errors"
	"io/fs"
	"strconv"

	"arringa/plan/file"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// exported is a workbook on the disk, or why there is none.
type exported struct {
	path string
	size int
	err  error
}

// export writes the workbook; one that is not this plan's own as it was written is not
// replaced unasked.
func (b *board) export() tea.Cmd { return b.write(b.Path(), false) }

func (b *board) write(path string, replace bool) tea.Cmd {
	p, planPath := b.Plan(), b.KeptAt()
	return b.Start(b.Say.Board.Exporting, func(ctx context.Context, at func(done, all int)) tea.Msg {
		size, err := desk.Exporting{Plan: p, PlanPath: planPath, Path: path, Replace: replace}.Write(ctx, at)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		return exported{path, size, err}
	})
}

func (b *board) Hear(msg tea.Msg) tea.Cmd {
	done, ok := msg.(exported)
	if !ok {
		return b.Form.Hear(msg)
	}
	switch {
	case errors.Is(done.err, fs.ErrExist), errors.Is(done.err, file.ErrBookChanged):
		b.Show(b.newExists(done))
		return nil
	case done.err != nil:
		b.Refuse(b.Explain(done.err, done.path))
		return nil
	}
	b.written = done.path
	b.Cheer(b.Say.Board.Exported.With("path", desk.ShortPath(done.path), "size",
		strconv.Itoa((done.size+1023)/1024)+" kB"))
	return nil
}

// newExists asks what to do with a workbook that is there already. One that was changed since
// it was written may hold what the board decided: the way home stands first.
func (b *board) newExists(done exported) desk.Dialog {
	say, path := &b.Say.Board, done.path
	replace := form.Choice{Label: say.ExistsReplace, Do: func() tea.Cmd { return b.write(path, true) }}
	beside := form.Choice{Label: say.ExistsBeside, Do: func() tea.Cmd { return b.write(desk.FreePath(path), false) }}
	if errors.Is(done.err, file.ErrBookChanged) {
		home := form.Choice{Label: say.ChangedHome, Do: func() tea.Cmd { return desk.OpenPath(path, desk.AtBoard) }}
		return form.NewList(b.Desk, "exists", say.ChangedTitle, say.ChangedText.With("path", desk.ShortPath(path)),
			home, beside, replace)
	}
	return form.NewList(b.Desk, "exists", say.ExistsTitle, say.ExistsText.With("path", desk.ShortPath(path)), replace,
		beside)
}
