// The questions of the board, rehearsed.

package board

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	answers "arringa/plan/board"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// rehearsal asks what the board will ask, one question at a time as an owner would, and
// shows the answer after.
type rehearsal struct {
	*desk.Desk
	at      int
	shown   bool // the answer
	answers []answers.Answer
	values  model.Values
	readAt  int // change count of the plan that the answers belong to
	area    image.Rectangle
}

// Rehearsal asks what a board asks.
func Rehearsal(d *desk.Desk) *rehearsal {
	r := &rehearsal{Desk: d, readAt: -1}
	r.read()
	return r
}

// read works the answers out anew when the plan has changed. Questions without an answer
// come last: somebody has to write it.
func (r *rehearsal) read() {
	if r.readAt == r.Work.Change() {
		return
	}
	say := templates.Language(r.Plan().Language)
	r.values = answers.Values(r.Plan(), say, answers.WorkOf(r.Plan()))
	all := answers.Answers(r.Plan(), say, r.values)
	r.answers = answers.Asked(all)
	for _, a := range all {
		if !a.Hidden && a.Text == "" && a.Question != "" {
			r.answers = append(r.answers, a)
		}
	}
	r.readAt = r.Work.Change()
	r.at = min(r.at, max(len(r.answers)-1, 0))
}

func (r *rehearsal) ID() string { return "rehearsal" }
func (r *rehearsal) Title() string {
	return r.Say.Rehearsal.Title.With("n", strconv.Itoa(r.at+1), "all", strconv.Itoa(len(r.answers)))
}

func (r *rehearsal) Commands() []desk.Command {
	say := &r.Say.Rehearsal
	next := say.Show
	if r.shown {
		next = say.Next
	}
	none := desk.Unless(len(r.answers) > 0, say.NothingLeft)
	turn := func(by int) func() tea.Cmd {
		return func() tea.Cmd {
			r.at, r.shown = min(max(r.at+by, 0), max(len(r.answers)-1, 0)), false
			return nil
		}
	}
	short := func(key, name string) *desk.Pair { return &desk.Pair{Keys: key, Name: name} }
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter", "space"}, Name: next, Off: none, Bar: true,
			Do: func() tea.Cmd { r.goOn(); return nil }},
		{Scope: desk.Moves, Keys: []string{"right", "down"}, Name: say.Next, Off: none, Do: turn(1)},
		{Scope: desk.Moves, Keys: []string{"left", "up"}, Name: say.Previous, Pair: short("←", say.PreviousShort),
			Off: none, Bar: r.at > 0, Do: turn(-1)},
		{Scope: desk.InDialog, Keys: []string{"e"}, Name: say.Edit, Pair: short("e", say.EditShort), Off: none,
			Bar: true, Do: func() tea.Cmd { r.editAnswer(); return nil }},
		{Scope: desk.InDialog, Keys: []string{"x"}, Name: say.Hide, Pair: short("x", say.HideShort), Off: none,
			Bar: true, Do: func() tea.Cmd { r.hide(); return nil }},
		{Scope: desk.InDialog, Keys: []string{"shift+up", "-"}, Name: say.Earlier,
			Off: desk.Unless(r.at > 0, r.Say.App.FirstField), Do: func() tea.Cmd { r.reorder(-1); return nil }},
		{Scope: desk.InDialog, Keys: []string{"shift+down", "+"}, Name: say.Later,
			Off: desk.Unless(r.at < len(r.answers)-1, r.Say.App.LastField),
			Do:  func() tea.Cmd { r.reorder(1); return nil }},
		{Scope: desk.InDialog, Keys: []string{"n"}, Name: say.Add, Pair: short("n", say.AddShort), Bar: true,
			Do: func() tea.Cmd { r.add(); return nil }},
		{Scope: desk.InDialog, Keys: []string{"r"}, Name: say.ShowHidden, Off: desk.Unless(r.hidden(), say.NoneHidden),
			Do: func() tea.Cmd { r.unhide(); return nil }},
	}
}

// Here is the question in hand.
func (r *rehearsal) Here() (place, words string) {
	if r.at >= len(r.answers) {
		return "", ""
	}
	return r.answers[r.at].ID, ""
}

// Choose takes a question in hand.
func (r *rehearsal) Choose(place string) (tea.Cmd, bool) {
	r.read()
	i := slices.IndexFunc(r.answers, func(a answers.Answer) bool { return a.ID == place })
	if i >= 0 {
		r.at = i
	}
	return nil, i >= 0
}

func (r *rehearsal) goOn() {
	if !r.shown {
		r.shown = true
		return
	}
	if r.at == len(r.answers)-1 {
		r.Tell(r.Say.Rehearsal.Done)
		r.Close()
		return
	}
	r.at, r.shown = r.at+1, false
}

// asked is the manager's entry for a question, made when there is none.
func asked(p *model.Plan, id string) *model.BoardQuestion {
	for i := range p.Board.Questions {
		if p.Board.Questions[i].ID == id {
			return &p.Board.Questions[i]
		}
	}
	p.Board.Questions = append(p.Board.Questions, model.BoardQuestion{ID: id})
	return &p.Board.Questions[len(p.Board.Questions)-1]
}

// editAnswer lets the manager write the answer; the figures in it stay live.
func (r *rehearsal) editAnswer() {
	a, values := r.answers[r.at], r.values
	say := templates.Language(r.Plan().Language)
	r.Show(form.NewProse(r.Desk, "answer", a.Question, r.Say.Rehearsal.EditHelp, a.Text, !a.Own, func(text string) {
		if text = strings.TrimSpace(text); text == a.Text {
			return
		}
		text = say.Relive(a.Wording, text, values)
		r.Change("", r.Say.Rehearsal.Edit, func(p *model.Plan) { asked(p, a.ID).Answer = text })
		r.goTo(a.ID) // a question that has an answer now has moved up
		r.shown = true
	}))
}

// goTo takes a question in hand, wherever it stands by now.
func (r *rehearsal) goTo(id string) {
	r.read()
	if i := slices.IndexFunc(r.answers, func(a answers.Answer) bool { return a.ID == id }); i >= 0 {
		r.at = i
	}
}

func (r *rehearsal) hide() {
	id := r.answers[r.at].ID
	r.Change("", r.Say.Rehearsal.Hide, func(p *model.Plan) { asked(p, id).Hidden = true })
	r.shown = false
	r.Tell(r.Say.Rehearsal.WasHidden)
}

// reorder moves the question in hand by places; from then on the order is the manager's.
func (r *rehearsal) reorder(by int) {
	ids := make([]string, len(r.answers))
	for i, a := range r.answers {
		ids[i] = a.ID
	}
	ids[r.at], ids[r.at+by] = ids[r.at+by], ids[r.at]
	r.Change("", r.Say.Rehearsal.Order, func(p *model.Plan) {
		for i, id := range ids {
			asked(p, id).Order = i + 1
		}
	})
	r.at += by
}

func (r *rehearsal) hidden() bool {
	for _, q := range r.Plan().Board.Questions {
		if q.Hidden {
			return true
		}
	}
	return false
}

func (r *rehearsal) unhide() {
	r.Change("", r.Say.Rehearsal.ShowHidden, func(p *model.Plan) {
		for i := range p.Board.Questions {
			p.Board.Questions[i].Hidden = false
		}
	})
}

// add asks for a question of the manager's own.
func (r *rehearsal) add() {
	say := &r.Say.Rehearsal
	r.Show(form.NewProse(r.Desk, "question", say.Add, say.AddHelp, "", false, func(text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		id := ""
		r.Change("", say.Add, func(p *model.Plan) {
			for n := 1; id == ""; n++ {
				free := "own-" + strconv.Itoa(n)
				taken := false
				for _, q := range p.Board.Questions {
					taken = taken || q.ID == free
				}
				if !taken {
					id = free
				}
			}
			p.Board.Questions = append(p.Board.Questions, model.BoardQuestion{ID: id, Question: text})
		})
		r.goTo(id)
		r.shown = false
	}))
}

func (r *rehearsal) Size(room image.Point) image.Point {
	return image.Pt(min(80, room.X), min(16, room.Y))
}

func (r *rehearsal) Layout(area image.Rectangle) {
	r.area = area
	r.read()
}

func (r *rehearsal) Mouse(msg tea.MouseMsg) tea.Cmd {
	if _, click := msg.(tea.MouseClickMsg); click && len(r.answers) > 0 {
		r.goOn()
	}
	return nil
}

func (r *rehearsal) Draw() draw.Block {
	say, w := &r.Say.Rehearsal, r.area.Dx()
	if len(r.answers) == 0 {
		return draw.Paragraph(w, r.Look.Dim, say.NothingLeft).Tall(r.area.Dy())
	}
	a := r.answers[r.at]
	who := say.Askers[a.Asker]
	if who == "" {
		who = say.Somebody
	}
	out := draw.Stack(draw.Text(w, r.Look.Dim.Paint(who)), draw.Paragraph(w, r.Look.Strong, "«"+a.Question+"»"),
		draw.Blank(w, 1))
	switch {
	case !r.shown:
		out = draw.Stack(out, draw.Paragraph(w, r.Look.Dim, say.Think))
	case a.Text == "":
		out = draw.Stack(out, draw.Paragraph(w, r.Look.Warn, say.NoAnswer))
	default:
		ink, mark := r.Look.Plain, ""
		if !a.Own {
			mark = r.Say.App.Draft
		}
		out = draw.Stack(out, draw.Paragraph(w, ink, a.Text), draw.Text(w, r.Look.Draft.Paint(draw.FitRight(mark, w))))
	}
	return out.Tall(r.area.Dy())
}
