// The steps, spoken: distance, channels, budget, reasons, board.

package spoken

import (
	"context"
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/form"
	"arringa/ui/step/board"
	"arringa/ui/step/budget"
	"arringa/ui/step/channels"
	"arringa/ui/step/distance"
	"arringa/ui/step/reasons"
)

// distance asks the gap check.
func (p *Plain) distance() error {
	say := &p.Say.Spoken
	questions := templates.GapQuestions()
	for i := 0; i < len(questions); i++ {
		q := questions[i]
		p.Tells("", q.Question.In(p.Say.Tag))
		now := p.Say.App.NotTold
		if level, ok := p.Plan().Level(q.ID); ok {
			now = strconv.Itoa(level)
		}
		for n := range model.MaxLevel + 1 {
			p.Tells("  " + strconv.Itoa(n) + ". " + q.Level(n).In(p.Say.Tag))
		}
		for {
			text, err := p.Asks(say.LevelOf + " [" + now + "]:")
			if err != nil {
				return err
			}
			if text == "" {
				break
			}
			if text == "." {
				return form.ErrEnough
			}
			if text == "<" {
				i = max(i-2, -1)
				break
			}
			if text == "?" {
				p.Tells(q.Why.In(p.Say.Tag))
				continue
			}
			if n, err := strconv.Atoi(text); err == nil && n >= 0 && n <= model.MaxLevel {
				p.Change("", q.Question.In(p.Say.Tag),
					func(was *model.Plan) { *was = distance.Answered(*was, q.ID, n) })
				break
			}
			p.Tells(say.NotLevel.With("text", text))
		}
	}
	return p.presence()
}

// channels lists the catalogue and puts channels in and out by number.
func (p *Plain) channels() error {
	say := &p.Say.Spoken
	for {
		for i, c := range templates.Channels() {
			state := say.NotInPlan
			if p.Plan().Channel(c.ID) >= 0 {
				state = say.InPlan
			}
			p.Tells("  " + strconv.Itoa(i+1) + ". " + c.Name.In(p.Say.Tag) + " (" + state + ")")
		}
		text, err := p.Asks(say.ChannelsHelp)
		if err != nil || text == "" || text == "." {
			return err
		}
		for _, word := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 || n > len(templates.Channels()) {
				p.Tells(say.NotOne.With("text", word, "n", strconv.Itoa(len(templates.Channels()))))
				continue
			}
			c := channels.New(p.Desk)
			c.At = string(templates.Channels()[n-1].ID)
			c.Toggle()
			p.Tells(p.Wants.Note.Text)
		}
	}
}

// budget asks the total and each channel's amount, and says after each what comes of it.
func (p *Plain) budget() error {
	say := &p.Say.Spoken
	if err := p.split(); err != nil {
		return err
	}
	b := budget.New(p.Desk)
	for row := 0; row < b.Onward(); row++ {
		b.Row = row
		b.Rescale()
		f := form.Field{Label: p.Say.Budget.Total, Help: p.Say.Budget.AboutTotal, Value: p.Say.Exact(b.Amount())}
		if row > 0 {
			c := p.Plan().Channels[row-1]
			f.Label, f.Help = say.AmountOf.With("channel", p.Name(c)), b.RowText()
			if c.LastYear.Spend > 0 {
				p.Tells(say.LastYearOf.With("amount", p.Say.Exact(c.LastYear.Spend)))
			}
		}
		want, typed := model.Money(0), false
		f.Set = func(text string) (err error) {
			want, err = model.ParseMoney(text)
			typed = err == nil
			return err
		}
		was := p.Work.Change()
		err := p.field(f)
		if typed && err == nil {
			if want, err = p.meant(b.Meant(want),
				func(m []model.Money) (string, []string) { return b.MeantText(want, m) }); err == nil {
				p.Wants.Note = desk.Note{}
				b.Set("", want)
			}
		}
		if errors.Is(err, form.ErrBack) {
			row = max(row-2, -1)
			continue
		}
		if err != nil {
			return err
		}
		if p.Work.Change() != was {
			if p.Wants.Note.Text != "" {
				p.Tells(p.Wants.Note.Text)
			}
			p.tellsResult()
		}
	}
	p.tellsResult()
	p.Tells(say.Left.With("amount", p.Say.Exact(p.Plan().Pot())))
	return nil
}

// tellsResult says what the plan brings.
func (p *Plain) tellsResult() {
	p.Foresee()
	p.Tells(p.ResultText()...)
}

// meant asks which of several amounts was meant, when there are several.
func (p *Plain) meant(amounts []model.Money, words func([]model.Money) (string, []string)) (model.Money, error) {
	if len(amounts) == 1 {
		return amounts[0], nil
	}
	question, answers := words(amounts)
	n, err := p.choose(question, answers, 0)
	return amounts[n], err
}

// reasons goes through the channels that get money.
func (p *Plain) reasons() error {
	r := reasons.New(p.Desk)
	for i, c := range p.Plan().Channels {
		if c.Amount == 0 {
			continue
		}
		p.Tells("", p.Say.Spoken.ReasonsOf.With("channel", p.Name(c), "amount", p.Say.Money(c.Amount)))
		text, err := p.Asks(p.Say.Spoken.Skip + ":")
		if err != nil {
			return err
		}
		if text == "." {
			return form.ErrEnough
		}
		if text != "" {
			continue
		}
		r.Line = i
		err = p.walks(func() []form.Field { return r.Fields()[1:] })
		if err != nil && !errors.Is(err, form.ErrBack) {
			return err
		}
	}
	return nil
}

// board goes through the cover and writes the workbook.
func (p *Plain) board() error {
	b := board.New(p.Desk)
	for _, f := range plan.Check(p.Plan(), p.Outlook()) {
		p.Tells(board.SeveritySign(f.Severity) + " " + desk.ProblemOf(p.Say, p.Plan(), f))
	}
	if err := p.walks(b.Fields); err != nil && !errors.Is(err, form.ErrEnough) {
		return err
	}
	if yes, err := p.offers(p.Say.Spoken.LeaveOut); err != nil {
		return err
	} else if yes {
		if err := p.walks(board.Sheets(p.Desk).Fields); err != nil && !errors.Is(err, form.ErrEnough) {
			return err
		}
	}
	n, err := p.choose(p.Say.Spoken.Export+"?", []string{p.Say.Spoken.Export, p.Say.App.NoThanks}, 0)
	if err != nil || n == 1 {
		return err
	}
	path := b.Path()
	e := desk.Exporting{Plan: p.Plan(), PlanPath: p.file.Path(), Path: path}
	_, err = e.Write(context.Background(), desk.Unheard)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, file.ErrBookChanged) {
		e.Path = desk.FreePath(path) // somebody's work is never replaced by a line read aloud
		_, err = e.Write(context.Background(), desk.Unheard)
	}
	if err != nil {
		p.Tells(p.Explain(err, e.Path))
		return nil
	}
	p.Tells(p.Say.Spoken.Written.With("path", e.Path))
	return nil
}
