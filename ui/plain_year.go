package ui

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
)

// offers asks something to which enter says no.
func (p *plain) offers(question string) (bool, error) {
	n, err := p.choose(question, []string{p.say.Board.No, p.say.Board.Yes}, 0)
	return n == 1, err
}

// sheet asks what a dialog asks, and takes the answers.
func (p *plain) sheet(s *sheet) error {
	if err := p.walks(s.fields); err != nil {
		return err
	}
	for _, f := range s.fields() {
		if f.id == "onward" {
			f.open()
		}
	}
	p.notes()
	return nil
}

// notes says what a screen would say at its foot.
func (p *plain) notes() {
	if p.wants.note.text != "" {
		p.tells(p.wants.note.text)
	}
	p.wants = wants{}
}

// presence notes down what AI assistants answered.
func (p *plain) presence() error {
	for {
		yes, err := p.offers(p.say.Spoken.AddRun)
		if err != nil || !yes {
			return err
		}
		if err := p.sheet(newRun(p.desk)); err != nil {
			return err
		}
	}
}

// split offers ways to begin with before the amounts are gone through.
func (p *plain) split() error {
	say := &p.say.Spoken
	if len(p.plan().Channels) == 0 {
		return nil
	}
	n, err := p.choose(say.HowToSplit, []string{say.AsItIs, p.say.Budget.Even, p.say.Budget.AsLastYear, p.say.App.Do.BestSplit}, 0)
	switch {
	case err != nil || n == 0:
		return err
	case n == 1:
		p.edit("", p.say.Budget.Even, plan.Even)
	case n == 2:
		p.edit("", p.say.Budget.AsLastYear, plan.AsLastYear)
	default:
		x := newProposal(p.desk)
		if !x.proof.Feasible {
			p.tells(p.say.Proposal.NotFeasible)
			return nil
		}
		x.take()
		p.notes()
	}
	return nil
}

// whatif says what the scenarios, the cuts and the assumptions come to, and asks which
// scenario is in force.
func (p *plain) whatif() error {
	say, w := &p.say.Spoken, newWhatif(p.desk)
	sums := w.worked()
	in, names := 0, []string{}
	for i, s := range sums.scenarios {
		y := sums.outlooks[i].Total
		names = append(names, say.ScenarioIs.With("scenario", scenarioName(p.say, s), "contacts", p.say.Count(y.More.Contacts), "customers", p.say.Count(y.More.Customers), "margin", p.say.Result(y.More.Margin)))
		if s.ID == plan.ScenarioOf(p.plan()).ID {
			in = i
		}
	}
	n, err := p.choose(say.WhichScenario, names, in)
	if err != nil {
		return err
	}
	if n != in {
		w.use(n)
		p.notes()
		sums = w.worked()
	}
	p.tells("", p.say.Whatif.Cuts)
	for _, c := range sums.cuts {
		cut := p.say.Whatif.CutOf.With("share", p.say.Share(c.Share), "amount", p.say.Money(c.Amount))
		if !c.Possible {
			p.tells(cut + ": " + p.say.Whatif.NotPossible)
			continue
		}
		p.tells(say.CutIs.With("cut", cut, "even", p.say.Result(c.Even.Margin), "best", p.say.Result(c.Best.Margin), "customers", p.say.Count(c.Best.Customers)))
	}
	p.tells("", p.say.Whatif.Decides)
	base := p.outlook().Total.More.Margin
	for _, s := range sums.swings[:min(len(sums.swings), 5)] {
		p.tells(say.SwingIs.With("what", w.swingName(s), "low", p.say.Signed(s.AtLow-base), "high", p.say.Signed(s.AtHigh-base)))
	}
	if len(sums.test) > 0 {
		p.tells(p.say.Whatif.TestFirst.With("what", w.swingName(sums.test[0])))
	}
	return nil
}

// calendar asks in which months each channel spends.
func (p *plain) calendar() error {
	say := &p.say.Spoken
	for line, c := range p.plan().Channels {
		if c.Amount == 0 {
			continue
		}
		kinds := []model.CalendarKind{model.Even, model.BySeason, model.Typed}
		words := p.say.Budget.Calendar
		words.Label = say.AmountOf.With("channel", p.name(c)) + " (" + p.say.Exact(c.Amount) + ")"
		err := p.field(pick(asker{p.desk, "calendar."}, string(c.ID), words, []string{p.say.Budget.CalendarEven, p.say.Budget.CalendarSeason, p.say.Budget.CalendarTyped}, kinds, c.Calendar.Kind, func(q *model.Plan, kind model.CalendarKind) {
			*q = plan.SetCalendar(*q, line, kind)
		}))
		if err != nil {
			return err
		}
		if p.plan().Channels[line].Calendar.Kind != model.Typed {
			continue
		}
		err = p.walks(func() []field {
			fields := make([]field, 12)
			for m := range fields {
				at := plan.MonthsOf(p.plan(), line)[m]
				fields[m] = field{id: strconv.Itoa(m), label: p.say.Month(p.plan().Start + model.Month(m)), value: p.say.Exact(at), help: words.Help}
				fields[m].set = func(text string) error {
					want, err := model.ParseMoney(text)
					if err == nil {
						p.edit("", p.name(c), func(q model.Plan) model.Plan { return plan.SetMonth(q, line, m, want) })
					}
					return err
				}
			}
			return fields
		})
		if err != nil {
			return err
		}
	}
	o := p.outlook()
	p.tells("", p.say.Budget.PanelPeak+": "+p.say.Result(o.PeakOutlay), p.payback())
	return nil
}

// role asks what the role costs and does, and says what comes of it.
func (p *plain) role() error {
	r := newRole(p.desk)
	if err := p.walks(r.asks); err != nil {
		return err
	}
	for {
		options := []string{p.say.App.GoOn, p.say.Role.AddTask}
		for _, t := range r.now().Tasks {
			options = append(options, t.Name+" ("+p.say.Role.TaskLine.With("hours", p.say.Plain(t.Hours.Value), "outside", p.say.Exact(t.Outside.Cents))+")")
		}
		n, err := p.choose(p.say.Role.HeadTasks, options, 0)
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
		if err := p.sheet(newTask(p.desk, n-2)); err != nil {
			return err
		}
	}
	for _, line := range r.outcomeLines() {
		switch {
		case line.title:
			p.tells("", line.label)
		case line.value == "":
			p.tells(line.label)
		default:
			p.tells(line.label + ": " + line.value)
		}
	}
	return nil
}

// progress asks what came of a month, and says how the year stands.
func (p *plain) progress() error {
	say, s := &p.say.Spoken, newProgress(p.desk)
	s.visited()
	var months []string
	for m := range p.plan().Months {
		months = append(months, p.say.Month(p.plan().Start+model.Month(m)))
	}
	n, err := p.choose(say.WhichMonth, months, s.month)
	if err != nil {
		return err
	}
	s.month = n
	err = p.walks(func() []field {
		var fields []field
		for row, c := range p.plan().Channels {
			fields = append(fields, heading(p.name(c)))
			planned := s.track().Channels[row].Months[s.month].Planned
			for col, x := range []struct{ label, planned string }{
				{p.say.Progress.Spend, p.say.Result(planned.Spend)}, {p.say.Progress.Contacts, p.say.Count(planned.Contacts)}, {p.say.Progress.Customers, p.say.Count(planned.Customers)},
			} {
				f := field{id: strconv.Itoa(row*actualColumns + col), label: say.Planned.With("what", x.label, "planned", x.planned), value: s.value(row, col), help: p.say.App.About["progress"]}
				f.set = func(text string) error {
					s.row, s.col = row, col
					v, err := s.understood(text)
					if err == nil {
						s.set(&v)
					}
					return err
				}
				fields = append(fields, f)
			}
		}
		return fields
	})
	if err != nil {
		return err
	}
	p.tells("")
	for _, line := range s.summary(400, s.track()).Lines {
		p.tells(strings.TrimSpace(line))
	}
	return nil
}
