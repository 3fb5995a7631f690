package ui

import (
	"image"
	"strconv"
	"strings"

	"arringa/model"
	answers "arringa/plan/board"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// rehearsal asks what the board will ask, one question at a time as an owner would, and
// shows the answer after.
type rehearsal struct {
	*desk
	at      int
	shown   bool // the answer
	answers []answers.Answer
	values  model.Values
	readAt  int // change count of the plan that the answers belong to
	area    image.Rectangle
}

func newRehearsal(d *desk) *rehearsal {
	r := &rehearsal{desk: d, readAt: -1}
	r.read()
	return r
}

// read works the answers out anew when the plan has changed. Questions without an answer
// come last: somebody has to write it.
func (r *rehearsal) read() {
	if r.readAt == r.work.Change() {
		return
	}
	say := templates.Language(r.plan().Language)
	r.values = answers.Values(r.plan(), say, answers.WorkOf(r.plan()))
	all := answers.Answers(r.plan(), say, r.values)
	r.answers = answers.Asked(all)
	for _, a := range all {
		if !a.Hidden && a.Text == "" && a.Question != "" {
			r.answers = append(r.answers, a)
		}
	}
	r.readAt = r.work.Change()
	r.at = min(r.at, max(len(r.answers)-1, 0))
}

func (r *rehearsal) id() string { return "rehearsal" }
func (r *rehearsal) title() string {
	return r.say.Rehearsal.Title.With("n", strconv.Itoa(r.at+1), "all", strconv.Itoa(len(r.answers)))
}

func (r *rehearsal) commands() []command {
	say := &r.say.Rehearsal
	next := say.Show
	if r.shown {
		next = say.Next
	}
	none := unless(len(r.answers) > 0, say.NothingLeft)
	turn := func(by int) func() tea.Cmd {
		return func() tea.Cmd {
			r.at, r.shown = min(max(r.at+by, 0), max(len(r.answers)-1, 0)), false
			return nil
		}
	}
	return []command{
		{scope: moves, keys: []string{"enter", "space"}, name: next, off: none, bar: true, do: func() tea.Cmd { r.goOn(); return nil }},
		{scope: moves, keys: []string{"right", "down"}, name: say.Next, off: none, do: turn(1)},
		{scope: moves, keys: []string{"left", "up"}, name: say.Previous, off: none, bar: true, do: turn(-1)},
		{scope: inDialog, keys: []string{"e"}, name: say.Edit, off: none, bar: true, do: func() tea.Cmd { r.editAnswer(); return nil }},
		{scope: inDialog, keys: []string{"x"}, name: say.Hide, off: none, bar: true, do: func() tea.Cmd { r.hide(); return nil }},
		{scope: inDialog, keys: []string{"shift+up", "-"}, name: say.Earlier, off: unless(r.at > 0, r.say.App.FirstField), do: func() tea.Cmd { r.reorder(-1); return nil }},
		{scope: inDialog, keys: []string{"shift+down", "+"}, name: say.Later, off: unless(r.at < len(r.answers)-1, r.say.App.LastField), do: func() tea.Cmd { r.reorder(1); return nil }},
		{scope: inDialog, keys: []string{"n"}, name: say.Add, bar: true, do: func() tea.Cmd { r.add(); return nil }},
		{scope: inDialog, keys: []string{"r"}, name: say.ShowHidden, off: unless(r.hidden(), say.NoneHidden), do: func() tea.Cmd { r.unhide(); return nil }},
	}
}

func (r *rehearsal) goOn() {
	if !r.shown {
		r.shown = true
		return
	}
	if r.at == len(r.answers)-1 {
		r.tell(r.say.Rehearsal.Done)
		r.close()
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
	say := templates.Language(r.plan().Language)
	r.show(newProse(r.desk, "answer", a.Question, r.say.Rehearsal.EditHelp, a.Text, !a.Own, func(text string) {
		if text = strings.TrimSpace(text); text == a.Text {
			return
		}
		text = say.Relive(a.Wording, text, values)
		r.change("", r.say.Rehearsal.Edit, func(p *model.Plan) { asked(p, a.ID).Answer = text })
		r.shown = true
	}))
}

func (r *rehearsal) hide() {
	id := r.answers[r.at].ID
	r.change("", r.say.Rehearsal.Hide, func(p *model.Plan) { asked(p, id).Hidden = true })
	r.shown = false
	r.tell(r.say.Rehearsal.WasHidden)
}

// reorder moves the question in hand by places; from then on the order is the manager's.
func (r *rehearsal) reorder(by int) {
	ids := make([]string, len(r.answers))
	for i, a := range r.answers {
		ids[i] = a.ID
	}
	ids[r.at], ids[r.at+by] = ids[r.at+by], ids[r.at]
	r.change("", r.say.Rehearsal.Order, func(p *model.Plan) {
		for i, id := range ids {
			asked(p, id).Order = i + 1
		}
	})
	r.at += by
}

func (r *rehearsal) hidden() bool {
	for _, q := range r.plan().Board.Questions {
		if q.Hidden {
			return true
		}
	}
	return false
}

func (r *rehearsal) unhide() {
	r.change("", r.say.Rehearsal.ShowHidden, func(p *model.Plan) {
		for i := range p.Board.Questions {
			p.Board.Questions[i].Hidden = false
		}
	})
}

// add asks for a question of the manager's own.
func (r *rehearsal) add() {
	say := &r.say.Rehearsal
	r.show(newProse(r.desk, "question", say.Add, say.AddHelp, "", false, func(text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		id := ""
		r.change("", say.Add, func(p *model.Plan) {
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
		r.read()
		for i, a := range r.answers {
			if a.ID == id {
				r.at, r.shown = i, false
			}
		}
	}))
}

func (r *rehearsal) size(room image.Point) image.Point {
	return image.Pt(min(80, room.X), min(16, room.Y))
}

func (r *rehearsal) layout(area image.Rectangle) {
	r.area = area
	r.read()
}

func (r *rehearsal) mouse(msg tea.MouseMsg) tea.Cmd {
	if _, click := msg.(tea.MouseClickMsg); click && len(r.answers) > 0 {
		r.goOn()
	}
	return nil
}

func (r *rehearsal) draw() draw.Block {
	say, w := &r.say.Rehearsal, r.area.Dx()
	if len(r.answers) == 0 {
		return draw.Paragraph(w, r.look.dim, say.NothingLeft).Tall(r.area.Dy())
	}
	a := r.answers[r.at]
	who := say.Askers[a.Asker]
	if who == "" {
		who = say.Somebody
	}
	out := draw.Stack(draw.Text(w, r.look.dim.Paint(who)), draw.Paragraph(w, r.look.strong, "«"+a.Question+"»"), draw.Blank(w, 1))
	switch {
	case !r.shown:
		out = draw.Stack(out, draw.Paragraph(w, r.look.dim, say.Think))
	case a.Text == "":
		out = draw.Stack(out, draw.Paragraph(w, r.look.warn, say.NoAnswer))
	default:
		ink, mark := r.look.plain, ""
		if !a.Own {
			mark = r.say.App.Draft
		}
		out = draw.Stack(out, draw.Paragraph(w, ink, a.Text), draw.Text(w, r.look.draft.Paint(draw.FitRight(mark, w))))
	}
	return out.Tall(r.area.Dy())
}
