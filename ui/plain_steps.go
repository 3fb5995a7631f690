package ui

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
)

// distance asks the gap check.
func (p *plain) distance() error {
	say := &p.say.Spoken
	for _, q := range templates.GapQuestions() {
		p.tells("", q.Question.In(p.say.Tag))
		now := p.say.App.NotTold
		if level, ok := p.plan().Level(q.ID); ok {
			now = strconv.Itoa(level)
		}
		for n := range model.MaxLevel + 1 {
			p.tells("  " + strconv.Itoa(n) + ". " + q.Level(n).In(p.say.Tag))
		}
		for {
			text, err := p.asks(say.LevelOf + " [" + now + "]:")
			if err != nil {
				return err
			}
			if text == "" {
				break
			}
			if text == "." {
				return errEnough
			}
			if text == "?" {
				p.tells(q.Why.In(p.say.Tag))
				continue
			}
			if n, err := strconv.Atoi(text); err == nil && n >= 0 && n <= model.MaxLevel {
				p.change("", q.Question.In(p.say.Tag), func(was *model.Plan) { *was = answered(*was, q.ID, n) })
				break
			}
			p.tells(say.NotLevel.With("text", text))
		}
	}
	return p.presence()
}

// channels lists the catalogue and puts channels in and out by number.
func (p *plain) channels() error {
	say := &p.say.Spoken
	for {
		for i, c := range templates.Channels() {
			state := say.NotInPlan
			if p.plan().Channel(c.ID) >= 0 {
				state = say.InPlan
			}
			p.tells("  " + strconv.Itoa(i+1) + ". " + c.Name.In(p.say.Tag) + " (" + state + ")")
		}
		text, err := p.asks(say.ChannelsHelp)
		if err != nil || text == "" || text == "." {
			return err
		}
		for _, word := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 || n > len(templates.Channels()) {
				p.tells(say.NotOne.With("text", word, "n", strconv.Itoa(len(templates.Channels()))))
				continue
			}
			c := newChannels(p.desk)
			c.at = string(templates.Channels()[n-1].ID)
			c.toggle()
			p.tells(p.wants.note.text)
		}
	}
}

// budget asks the total and each channel's amount, and says after each what comes of it.
func (p *plain) budget() error {
	say := &p.say.Spoken
	if err := p.split(); err != nil {
		return err
	}
	b := newBudget(p.desk)
	for row := 0; row < b.onward(); row++ {
		b.row = row
		b.rescale()
		f := field{label: p.say.Budget.Total, help: p.say.Budget.AboutTotal, value: p.say.Exact(b.amount())}
		if row > 0 {
			c := p.plan().Channels[row-1]
			f.label, f.help = say.AmountOf.With("channel", p.name(c)), b.rowText()
			if c.LastYear.Spend > 0 {
				p.tells(say.LastYearOf.With("amount", p.say.Exact(c.LastYear.Spend)))
			}
		}
		f.set = func(text string) error {
			m, err := model.ParseMoney(text)
			if err == nil {
				p.wants.note = note{}
				b.set("", m)
			}
			return err
		}
		was := p.work.Change()
		err := p.field(f)
		if errors.Is(err, errBack) {
			row = max(row-2, -1)
			continue
		}
		if err != nil {
			return err
		}
		if p.work.Change() != was {
			if p.wants.note.text != "" {
				p.tells(p.wants.note.text)
			}
			p.tells(b.resultText()...)
		}
	}
	p.tells(b.resultText()...)
	p.tells(say.Left.With("amount", p.say.Exact(p.plan().Pot())))
	return nil
}

// reasons goes through the channels that get money.
func (p *plain) reasons() error {
	r := newReasons(p.desk)
	for i, c := range p.plan().Channels {
		if c.Amount == 0 {
			continue
		}
		p.tells("", p.say.Spoken.ReasonsOf.With("channel", p.name(c), "amount", p.say.Money(c.Amount)))
		text, err := p.asks(p.say.Spoken.Skip + ":")
		if err != nil {
			return err
		}
		if text == "." {
			return errEnough
		}
		if text != "" {
			continue
		}
		r.line = i
		err = p.walks(func() []field { return r.asks()[1:] })
		if err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
	return nil
}

// board goes through the cover and writes the workbook.
func (p *plain) board() error {
	b := newBoard(p.desk)
	for _, f := range plan.Check(p.plan(), p.outlook()) {
		p.tells(severitySign(f.Severity) + " " + problemOf(p.say, p.plan(), f))
	}
	if err := p.walks(b.asks); err != nil && !errors.Is(err, errEnough) {
		return err
	}
	if yes, err := p.offers(p.say.Spoken.LeaveOut); err != nil {
		return err
	} else if yes {
		if err := p.walks(newSheets(p.desk).asks); err != nil && !errors.Is(err, errEnough) {
			return err
		}
	}
	n, err := p.choose(p.say.Spoken.Export+"?", []string{p.say.Spoken.Export, p.say.App.NoThanks}, 0)
	if err != nil || n == 1 {
		return err
	}
	path := b.path()
	e := exporting{plan: p.plan(), planPath: p.file.Path(), path: path}
	_, err = e.write(context.Background(), unheard)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, file.ErrBookChanged) {
		e.path = freePath(path) // somebody's work is never replaced by a line read aloud
		_, err = e.write(context.Background(), unheard)
	}
	if err != nil {
		p.tells(p.explain(err, e.path))
		return nil
	}
	p.tells(p.say.Spoken.Written.With("path", e.path))
	return nil
}
