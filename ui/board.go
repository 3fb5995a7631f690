package ui

import (
	"context"
	"errors"
	"image"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/plan/xlsx"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// board is the last step: what is missing, the cover, the export.
type board struct {
	form
	target  string // where the workbook goes, when it was typed
	written string // the last workbook written
	area    image.Rectangle
	help    image.Rectangle
	aside   image.Rectangle // what the workbook says, on a wide screen
	sums    boardSums
}

// boardSums are worked out once a change.
type boardSums struct {
	ready    bool
	change   int
	problems []model.Problem
	sheets   []xlsx.Sheet
}

func (b *board) worked() *boardSums {
	if s := &b.sums; !s.ready || s.change != b.work.Change() {
		*s = boardSums{ready: true, change: b.work.Change(), problems: plan.Check(b.plan(), b.outlook()), sheets: xlsx.Sheets(b.plan())}
	}
	return &b.sums
}

func newBoard(d *desk) *board {
	b := &board{}
	b.form = newForm(d, b.asks)
	return b
}

func (b *board) id() string    { return string(atBoard) }
func (b *board) title() string { return b.say.Board.Title }

func (b *board) commands() []command {
	return append(b.formCommands(),
		command{keys: []string{"ctrl+e"}, name: b.say.App.Do.Export, bar: true, do: b.export},
		command{keys: []string{"ctrl+g"}, name: b.say.App.Do.Grants, do: func() tea.Cmd { b.show(newGrants(b.desk)); return nil }},
		command{keys: []string{"ctrl+d"}, name: b.say.App.Do.Rehearse, bar: true, do: func() tea.Cmd { b.show(newRehearsal(b.desk)); return nil }},
		command{keys: []string{"o"}, name: b.say.Board.OpenBook, off: unless(b.written != "", b.say.Board.NothingExported), bar: b.written != "", do: func() tea.Cmd { return openOutside(b.written) }},
	)
}

func (b *board) asks() []field {
	say, k := &b.say.Board, asker{b.desk, "board."}
	p := b.plan()
	x := p.Board
	fields := []field{heading(say.HeadReady)}
	problems := b.worked().problems
	for i, found := range problems {
		f := field{id: "board.problem" + strconv.Itoa(i), label: problemOf(b.say, p, found), help: say.ReadyHelp, plain: true, passing: true, sign: severitySign(found.Severity)}
		f.open = func() tea.Cmd { b.visit(step(found.Step)); return nil }
		fields = append(fields, f)
	}
	if len(problems) == 0 {
		fields = append(fields, field{id: "board.good", label: say.AllGood, plain: true, sign: "●"})
	}
	title := k.text("title", say.BookTitle, x.Title, func(p *model.Plan, s string) { p.Board.Title = s })
	if x.Title == "" {
		title.value, title.draft = xlsx.Title(p, templates.Language(p.Language)), true
	}
	in, all := 0, b.worked().sheets
	for _, s := range all {
		if s.In {
			in++
		}
	}
	sheets := k.opens("sheets", say.Sheets, b.say.App.NOf.With("n", strconv.Itoa(in), "all", strconv.Itoa(len(all))), func() tea.Cmd { b.show(newSheets(b.desk)); return nil })
	where := k.field("where", say.Where)
	where.value, where.draft = shortPath(b.path()), b.target == ""
	where.typed = b.path()
	where.brief = "…" + string(filepath.Separator) + filepath.Base(b.path()) // the folder can be guessed
	where.set = func(s string) error {
		if s != "" && filepath.Ext(s) != ".xlsx" {
			s += ".xlsx"
		}
		b.target = s
		return nil
	}
	export := onward(say.Export, b.export)
	export.id = "board.export"
	export.help = say.ExportHelp
	rehearse := onward(say.Rehearse, func() tea.Cmd { b.show(newRehearsal(b.desk)); return nil })
	rehearse.id, rehearse.passing, rehearse.help = "board.rehearse", true, say.RehearseHelp
	return append(fields, rehearse,
		heading(say.HeadAsks),
		title,
		k.text("author", say.Author, x.Author, func(p *model.Plan, s string) { p.Board.Author = s }),
		b.logo(k),
		k.date("date", say.Date, x.Date, func(p *model.Plan, d model.Date) { p.Board.Date = d }),
		k.date("decide", say.Decide, x.Decide, func(p *model.Plan, d model.Date) { p.Board.Decide = d }),
		pick(k, "language", say.Language, []string{say.Italian, say.English}, []string{"it", "en"}, p.Language, func(p *model.Plan, s string) { p.Language = s }),
		pick(k, "private", say.Private, []string{say.Inside, say.LeftOut}, []bool{false, true}, x.Private, func(p *model.Plan, v bool) { p.Board.Private = v }),
		sheets,
		where,
		export,
	)
}

// logo asks for a picture, which is taken into the plan; nothing typed takes it out.
func (b *board) logo(k asker) field {
	f := k.field("logo", b.say.Board.Logo)
	if n := len(b.plan().Board.Logo); n > 0 {
		f.value = b.say.Board.LogoIs.With("size", strconv.Itoa((n+1023)/1024))
		f.typed = " " // the path is not kept: typing begins anew
	}
	f.read = func(path string) (func() error, error) {
		picture, err := readPicture(droppedPath(path))
		if err != nil {
			return nil, err
		}
		return func() error {
			return k.try(f.label, func(p *model.Plan) error { p.Board.Logo = picture; return nil })
		}, nil
	}
	return f
}

// readPicture reads a picture that a plan takes; none where no path is told.
func readPicture(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > model.MaxLogo {
		return nil, model.ErrLargePicture
	}
	picture, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if _, _, _, err := model.Picture(picture); err != nil {
		return nil, err
	}
	return picture, nil
}

// newSheets asks which sheets the workbook has; those on which the accounts rest are always
// in it.
func newSheets(d *desk) *checks {
	say := &d.say.Board
	var ids []string
	var options []templates.Field
	for _, s := range xlsx.Sheets(d.plan()) {
		if !s.Core {
			ids = append(ids, s.ID)
			options = append(options, templates.Field{Label: d.say.Book.Sheets[s.ID], Help: d.say.Book.Questions[s.ID]})
		}
	}
	marked := func() []int {
		var in []int
		for _, s := range xlsx.Sheets(d.plan()) {
			if i := slices.Index(ids, s.ID); i >= 0 && s.In {
				in = append(in, i)
			}
		}
		return in
	}
	return newChecks(d, "sheets", say.Sheets.Label, say.SheetsText, options, marked, func(in []int) {
		d.change("sheets", say.Sheets.Label, func(p *model.Plan) {
			p.Board.LeftOut = slices.DeleteFunc(slices.Clone(p.Board.LeftOut), func(id string) bool { return slices.Contains(ids, id) })
			for i, id := range ids {
				if !slices.Contains(in, i) {
					p.Board.LeftOut = append(p.Board.LeftOut, id)
				}
			}
		})
	})
}

func severitySign(s model.Severity) string {
	switch s {
	case model.Wrong:
		return "✗"
	case model.Missing:
		return "○"
	}
	return "?"
}

// path is where the workbook goes: what was typed, or beside the plan.
func (b *board) path() string {
	if b.target != "" {
		return b.target
	}
	return bookPath(b.keptAt())
}

// exported is a workbook on the disk, or why there is none.
type exported struct {
	path string
	size int
	err  error
}

// export writes the workbook; one that is not this plan's own as it was written is not
// replaced unasked.
func (b *board) export() tea.Cmd { return b.write(b.path(), false) }

func (b *board) write(path string, replace bool) tea.Cmd {
	p, planPath := b.plan(), b.keptAt()
	return b.start(b.say.Board.Exporting, func(ctx context.Context, at func(done, all int)) tea.Msg {
		size, err := exporting{plan: p, planPath: planPath, path: path, replace: replace}.write(ctx, at)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		return exported{path, size, err}
	})
}

func (b *board) hear(msg tea.Msg) tea.Cmd {
	done, ok := msg.(exported)
	if !ok {
		return b.form.hear(msg)
	}
	switch {
	case errors.Is(done.err, fs.ErrExist), errors.Is(done.err, file.ErrBookChanged):
		b.show(b.newExists(done))
		return nil
	case done.err != nil:
		b.refuse(b.explain(done.err, done.path))
		return nil
	}
	b.written = done.path
	b.cheer(b.say.Board.Exported.With("path", shortPath(done.path), "size", strconv.Itoa((done.size+1023)/1024)+" kB"))
	return nil
}

// newExists asks what to do with a workbook that is there already. One that was changed since
// it was written may hold what the board decided: the way home stands first.
func (b *board) newExists(done exported) dialog {
	say, path := &b.say.Board, done.path
	replace := choice{say.ExistsReplace, func() tea.Cmd { return b.write(path, true) }}
	beside := choice{say.ExistsBeside, func() tea.Cmd { return b.write(freePath(path), false) }}
	if errors.Is(done.err, file.ErrBookChanged) {
		home := choice{say.ChangedHome, func() tea.Cmd { return openPath(path, atBoard) }}
		return newList(b.desk, "exists", say.ChangedTitle, say.ChangedText.With("path", shortPath(path)), home, beside, replace)
	}
	return newList(b.desk, "exists", say.ExistsTitle, say.ExistsText.With("path", shortPath(path)), replace, beside)
}

func (b *board) mouse(msg tea.MouseMsg) tea.Cmd { return b.formMouse(msg) }

func (b *board) layout(area image.Rectangle) {
	b.area = area
	b.help = image.Rect(area.Min.X, area.Max.Y-4, area.Max.X, area.Max.Y)
	body := image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, b.help.Min.Y)
	b.aside = image.Rectangle{}
	if area.Dx() >= 110 {
		b.aside = image.Rect(area.Max.X-42, body.Min.Y, area.Max.X, body.Max.Y)
		body.Max.X = b.aside.Min.X - 2
	}
	b.layoutForm(body)
}

func (b *board) draw() draw.Block {
	w := b.area.Dx()
	n := len(b.worked().problems)
	count := b.say.Board.AllGood
	if n > 0 {
		count = b.say.Board.ChecksN.N(n, strconv.Itoa(n))
	}
	head := draw.Text(w, b.look.title.Paint(draw.Fit(b.say.Board.Checks, w-draw.Width(count)-1))+" "+b.look.dim.Paint(count), "")
	text, ink := b.helpText()
	body := b.drawForm()
	if !b.aside.Empty() {
		body = draw.Beside(body, draw.Blank(2, 1), b.preview(b.aside.Dx()).Tall(b.aside.Dy()))
	}
	return draw.Stack(head, body, draw.Text(w, b.look.line.Paint(draw.Rule(w))), draw.Paragraph(w, ink, text).Tall(b.help.Dy()-1))
}

// preview is the plan in a few lines, and the sheets that the workbook will have.
func (b *board) preview(w int) draw.Block {
	say, text := &b.say.Board, b.resultText()
	titled := func(title string) draw.Block {
		return draw.Text(w, b.look.title.Paint(title), b.look.line.Paint(draw.Rule(w)))
	}
	out := draw.Stack(titled(say.InBrief), draw.Paragraph(w, b.look.strong, text[0]), draw.Paragraph(w, b.look.plain, text[1]), draw.Blank(w, 1), titled(say.InTheBook))
	for _, s := range b.worked().sheets {
		if s.In {
			out = draw.Stack(out, draw.Text(w, b.look.dim.Paint(b.say.Book.Sheets[s.ID])))
		}
	}
	return out
}
