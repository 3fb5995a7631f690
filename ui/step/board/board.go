// Package board is the step before the meeting.
package board

import (
	"image"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx"
	"arringa/templates"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// board is the last step: what is missing, the cover, the export.
type board struct {
	form.Form
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
	if s := &b.sums; !s.ready || s.change != b.Work.Change() {
		*s = boardSums{ready: true, change: b.Work.Change(), problems: plan.Check(b.Plan(), b.Outlook()),
			sheets: xlsx.Sheets(b.Plan())}
	}
	return &b.sums
}

// New is the step of the board.
func New(d *desk.Desk) *board {
	b := &board{}
	b.Form = form.New(d, b.Fields)
	return b
}

func (b *board) ID() string    { return string(desk.AtBoard) }
func (b *board) Title() string { return b.Say.Board.Title }

func (b *board) Commands() []desk.Command {
	return append(b.FormCommands(),
		desk.Command{Keys: []string{"ctrl+e"}, Name: b.Say.App.Do.Export, Bar: true, Do: b.export},
		desk.Command{Keys: []string{"ctrl+g"}, Name: b.Say.App.Do.Grants,
			Do: func() tea.Cmd { b.Show(ask.Grants(b.Desk)); return nil }},
		desk.Command{Keys: []string{"ctrl+d"}, Name: b.Say.App.Do.Rehearse, Bar: true,
			Do: func() tea.Cmd { b.Show(Rehearsal(b.Desk)); return nil }},
		desk.Command{Keys: []string{"o"}, Name: b.Say.Board.OpenBook,
			Off: desk.Unless(b.written != "", b.Say.Board.NothingExported), Bar: b.written != "",
			Do: func() tea.Cmd { return desk.OpenOutside(b.written) }},
	)
}

func (b *board) Fields() []form.Field {
	say, k := &b.Say.Board, ask.Asker{Desk: b.Desk, Tag: "board."}
	p := b.Plan()
	x := p.Board
	fields := []form.Field{form.Heading(say.HeadReady)}
	problems := b.worked().problems
	for i, found := range problems {
		f := form.Field{ID: "board.problem" + strconv.Itoa(i), Label: desk.ProblemOf(b.Say, p, found),
			Help: say.ReadyHelp, Plain: true, Passing: true, Sign: SeveritySign(found.Severity)}
		f.Open = func() tea.Cmd { b.Visit(desk.Step(found.Step)); return nil }
		if found.Code == plan.LastYearDiffers {
			f.Open = func() tea.Cmd { b.Show(ask.OfferLastYear(b.Desk, f.Label)); return nil }
		}
		fields = append(fields, f)
	}
	if len(problems) == 0 {
		fields = append(fields, form.Field{ID: "board.good", Label: say.AllGood, Plain: true, Sign: "●"})
	}
	title := k.Text("title", say.BookTitle, x.Title, func(p *model.Plan, s string) { p.Board.Title = s })
	if x.Title == "" {
		title.Value, title.Draft = xlsx.Title(p, templates.Language(p.Language)), true
	}
	in, all := 0, b.worked().sheets
	for _, s := range all {
		if s.In {
			in++
		}
	}
	sheets := k.Opens("sheets", say.Sheets, b.Say.App.NOf.With("n", strconv.Itoa(in), "all", strconv.Itoa(len(all))),
		func() tea.Cmd { b.Show(Sheets(b.Desk)); return nil })
	where := k.Field("where", say.Where)
	where.Value, where.Draft = desk.ShortPath(b.Path()), b.target == ""
	where.Typed = b.Path()
	where.Brief = "…" + string(filepath.Separator) + filepath.Base(b.Path()) // the folder can be guessed
	where.Set = func(s string) error {
		if s != "" && filepath.Ext(s) != ".xlsx" {
			s += ".xlsx"
		}
		b.target = s
		return nil
	}
	export := form.Onward(say.Export, b.export)
	export.ID = "board.export"
	export.Help = say.ExportHelp
	rehearse := form.Onward(say.Rehearse, func() tea.Cmd { b.Show(Rehearsal(b.Desk)); return nil })
	rehearse.ID, rehearse.Passing, rehearse.Help = "board.rehearse", true, say.RehearseHelp
	return append(fields, rehearse,
		form.Heading(say.HeadAsks),
		title,
		k.Text("author", say.Author, x.Author, func(p *model.Plan, s string) { p.Board.Author = s }),
		b.logo(k),
		k.Date("date", say.Date, x.Date, func(p *model.Plan, d model.Date) { p.Board.Date = d }),
		k.Date("decide", say.Decide, x.Decide, func(p *model.Plan, d model.Date) { p.Board.Decide = d }),
		ask.Pick(k, "language", say.Language, []string{say.Italian, say.English}, []string{"it", "en"}, p.Language,
			func(p *model.Plan, s string) { p.Language = s }),
		ask.Pick(k, "private", say.Private, []string{say.Inside, say.LeftOut}, []bool{false, true}, x.Private,
			func(p *model.Plan, v bool) { p.Board.Private = v }),
		sheets,
		where,
		export,
	)
}

// logo asks for a picture, which is taken into the plan; nothing typed takes it out.
func (b *board) logo(k ask.Asker) form.Field {
	f := k.Field("logo", b.Say.Board.Logo)
	if n := len(b.Plan().Board.Logo); n > 0 {
		f.Value = b.Say.Board.LogoIs.With("size", strconv.Itoa((n+1023)/1024))
		f.Typed = " " // the path is not kept: typing begins anew
	}
	f.Read = func(path string) (func() error, error) {
		picture, err := readPicture(desk.DroppedPath(path))
		if err != nil {
			return nil, err
		}
		return func() error {
			return k.Try(f.Label, func(p *model.Plan) error { p.Board.Logo = picture; return nil })
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

// Sheets asks which sheets the workbook has; those on which the accounts rest are always
// in it.
func Sheets(d *desk.Desk) *form.Checks {
	say := &d.Say.Board
	var ids []string
	var options []templates.Field
	for _, s := range xlsx.Sheets(d.Plan()) {
		if !s.Core {
			ids = append(ids, s.ID)
			options = append(options, templates.Field{Label: d.Say.Book.Sheets[s.ID], Help: d.Say.Book.Questions[s.ID]})
		}
	}
	marked := func() []int {
		var in []int
		for _, s := range xlsx.Sheets(d.Plan()) {
			if i := slices.Index(ids, s.ID); i >= 0 && s.In {
				in = append(in, i)
			}
		}
		return in
	}
	return form.NewChecks(d, "sheets", say.Sheets.Label, say.SheetsText, options, marked, func(in []int) {
		d.Change("sheets", say.Sheets.Label, func(p *model.Plan) {
			p.Board.LeftOut = slices.DeleteFunc(slices.Clone(p.Board.LeftOut),
				func(id string) bool { return slices.Contains(ids, id) })
			for i, id := range ids {
				if !slices.Contains(in, i) {
					p.Board.LeftOut = append(p.Board.LeftOut, id)
				}
			}
		})
	})
}

// SeveritySign is the sign before a problem.
func SeveritySign(s model.Severity) string {
	switch s {
	case model.Wrong:
		return "✗"
	case model.Missing:
		return "○"
	}
	return "?"
}

// Path is where the workbook goes: what was typed, or beside the plan.
func (b *board) Path() string {
	if b.target != "" {
		return b.target
	}
	return desk.BookPath(b.KeptAt())
}

func (b *board) Mouse(msg tea.MouseMsg) tea.Cmd { return b.FormMouse(msg) }

func (b *board) Layout(area image.Rectangle) {
	b.area = area
	b.help = image.Rect(area.Min.X, area.Max.Y-4, area.Max.X, area.Max.Y)
	body := image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, b.help.Min.Y)
	b.aside = image.Rectangle{}
	if area.Dx() >= 110 {
		b.aside = image.Rect(area.Max.X-42, body.Min.Y, area.Max.X, body.Max.Y)
		body.Max.X = b.aside.Min.X - 2
	}
	b.LayoutForm(body)
}

func (b *board) Draw() draw.Block {
	w := b.area.Dx()
	n := len(b.worked().problems)
	count := b.Say.Board.AllGood
	if n > 0 {
		count = b.Say.Board.ChecksN.N(n, strconv.Itoa(n))
	}
	head := draw.Text(w, b.Look.Title.Paint(draw.Fit(b.Say.Board.Checks,
		w-draw.Width(count)-1))+" "+b.Look.Dim.Paint(count), "")
	text, ink := b.HelpText()
	body := b.DrawForm()
	if !b.aside.Empty() {
		body = draw.Beside(body, draw.Blank(2, 1), b.preview(b.aside.Dx()).Tall(b.aside.Dy()))
	}
	return draw.Stack(head, body, draw.Text(w, b.Look.Line.Paint(draw.Rule(w))), draw.Within(w, b.help.Dy()-1, ink,
		text))
}

// preview is the plan in a few lines, and the sheets that the workbook will have.
func (b *board) preview(w int) draw.Block {
	say, text := &b.Say.Board, b.ResultText()
	titled := func(title string) draw.Block {
		return draw.Text(w, b.Look.Title.Paint(title), b.Look.Line.Paint(draw.Rule(w)))
	}
	out := draw.Stack(titled(say.InBrief), draw.Paragraph(w, b.Look.Strong, text[0]),
		draw.Paragraph(w, b.Look.Strong, text[1]))
	for _, line := range text[2:] {
		out = draw.Stack(out, draw.Paragraph(w, b.Look.Plain, line))
	}
	out = draw.Stack(out, draw.Blank(w, 1), titled(say.InTheBook))
	for _, s := range b.worked().sheets {
		if s.In {
			out = draw.Stack(out, draw.Text(w, b.Look.Dim.Paint(b.Say.Book.Sheets[s.ID])))
		}
	}
	return out
}
