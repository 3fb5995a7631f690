// The steps, spoken: what if, calendar, role, the year.

package spoken

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/form"
	"arringa/ui/step/budget"
	"arringa/ui/step/distance"
	"arringa/ui/step/progress"
	"arringa/ui/step/role"
	"arringa/ui/step/whatif"
)

// offers asks something to which enter says no.
func (p *Plain) offers(question string) (bool, error) {
	n, err := p.choose(question, []string{p.Say.Board.No, p.Say.Board.Yes}, 0)
	return n == 1, err
}

// sheet asks what a dialog asks, and takes the answers.
func (p *Plain) sheet(s *form.Sheet) error {
	if err := p.walks(s.Fields); err != nil {
		return err
	}
	for _, f := range s.Fields() {
		if f.ID == "onward" {
			f.Open()
		}
	}
	p.notes()
	return nil
}

// notes says what a screen would say at its foot.
func (p *Plain) notes() {
	if p.Wants.Note.Text != "" {
		p.Tells(p.Wants.Note.Text)
	}
	p.Wants = desk.Wants{}
}

// presence notes down what AI assistants answered.
func (p *Plain) presence() error {
	for {
		yes, err := p.offers(p.Say.Spoken.AddRun)
		if err != nil || !yes {
			return err
		}
		if err := p.sheet(distance.NewRun(p.Desk)); err != nil {
			return err
		}
	}
}

// split offers ways to begin with before the amounts are gone through.
func (p *Plain) split() error {
	say := &p.Say.Spoken
	if len(p.Plan().Channels) == 0 {
		return nil
	}
	n, err := p.choose(say.HowToSplit, []string{say.AsItIs, p.Say.Budget.Even, p.Say.Budget.AsLastYear,
		p.Say.App.Do.BestSplit}, 0)
	switch {
	case err != nil || n == 0:
		return err
	case n == 1:
		p.Edit("", p.Say.Budget.Even, plan.Even)
	case n == 2:
		p.Edit("", p.Say.Budget.AsLastYear, plan.AsLastYear)
	default:
		x := budget.Proposal(p.Desk)
		if !x.Proof.Feasible {
			p.Tells(p.Say.Proposal.NotFeasible)
			return nil
		}
		x.Take()
		p.notes()
	}
	return nil
}

// whatif says what the scenarios, the cuts and the assumptions come to, and asks which
// scenario is in force.
func (p *Plain) whatif() error {
	say, w := &p.Say.Spoken, whatif.New(p.Desk)
	sums := w.Worked()
	in, names := 0, []string{}
	for i, s := range sums.Scenarios {
		y := sums.Outlooks[i].Total
		names = append(names, p.scenarioText(s, y))
		if s.ID == plan.ScenarioOf(p.Plan()).ID {
			in = i
		}
	}
	n, err := p.choose(say.WhichScenario, names, in)
	if err != nil {
		return err
	}
	if n != in {
		w.Use(n)
		p.notes()
		sums = w.Worked()
	}
	p.Tells("", p.Say.Whatif.Cuts)
	for _, c := range sums.Cuts {
		cut := p.Say.Whatif.CutOf.With("share", p.Say.Share(c.Share), "amount", p.Say.Money(c.Amount))
		if !c.Possible {
			p.Tells(cut + ": " + p.Say.Whatif.NotPossible)
			continue
		}
		p.Tells(say.CutIs.With("cut", cut, "saved", p.Say.Result(c.Best.Saved), "even",
			p.Say.Result(c.Even.Margin), "best", p.Say.Result(c.Best.Margin),
			"customers", p.Say.Count(c.Best.Customers)))
	}
	p.Tells("", p.Say.Whatif.Decides)
	base := p.Outlook().Total.More.Margin
	for _, s := range sums.Swings[:min(len(sums.Swings), 5)] {
		p.Tells(say.SwingIs.With("what", w.SwingName(s), "low", p.Say.Signed(s.AtLow-base), "high",
			p.Say.Signed(s.AtHigh-base)))
	}
	if len(sums.Test) > 0 {
		p.Tells(p.Say.Whatif.TestFirst.With("what", w.SwingName(sums.Test[0])))
	}
	return nil
}

// calendar asks in which months each channel spends.
func (p *Plain) calendar() error {
	say := &p.Say.Spoken
	for line, c := range p.Plan().Channels {
		if c.Amount == 0 {
			continue
		}
		kinds := []model.CalendarKind{model.Even, model.BySeason, model.Typed}
		words := p.Say.Budget.Calendar
		words.Label = say.AmountOf.With("channel", p.Name(c)) + " (" + p.Say.Exact(c.Amount) + ")"
		err := p.field(ask.Pick(ask.Asker{Desk: p.Desk, Tag: "calendar."}, string(c.ID), words,
			[]string{p.Say.Budget.CalendarEven, p.Say.Budget.CalendarSeason, p.Say.Budget.CalendarTyped}, kinds,
			c.Calendar.Kind, func(q *model.Plan, kind model.CalendarKind) {
				*q = plan.SetCalendar(*q, line, kind)
			}))
		if err != nil {
			return err
		}
		if p.Plan().Channels[line].Calendar.Kind != model.Typed {
			continue
		}
		err = p.walks(func() []form.Field {
			fields := make([]form.Field, 12)
			for m := range fields {
				at := plan.MonthsOf(p.Plan(), line)[m]
				fields[m] = form.Field{ID: strconv.Itoa(m), Label: p.Say.Month(p.Plan().Start + model.Month(m)),
					Value: p.Say.Exact(at), Help: words.Help}
				fields[m].Set = func(text string) error {
					want, err := model.ParseMoney(text)
					if err != nil {
						return err
					}
					return p.Work.Try("", p.Name(c),
						func(q model.Plan) (model.Plan, error) { return plan.SetMonth(q, line, m, want) })
				}
			}
			return fields
		})
		if err != nil {
			return err
		}
	}
	o := p.Outlook()
	p.Tells("", p.Say.Budget.PanelPeak+": "+p.Say.Result(o.PeakOutlay), p.Payback())
	return nil
}

// role asks what the role costs and does, and says what comes of it.
func (p *Plain) role() error {
	r := role.New(p.Desk)
	if err := p.walks(r.Fields); err != nil {
		return err
	}
	for {
		options := []string{p.Say.App.GoOn, p.Say.Role.AddTask}
		for _, t := range r.Now().Tasks {
			options = append(options, t.Name+" ("+p.Say.Role.TaskLine.With("hours", p.Say.Plain(t.Hours.Value),
				"outside", p.Say.Exact(t.Outside.Cents))+")")
		}
		n, err := p.choose(p.Say.Role.HeadTasks, options, 0)
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
		if err := p.sheet(role.NewTask(p.Desk, n-2)); err != nil {
			return err
		}
	}
	for _, line := range r.OutcomeLines() {
		switch {
		case line.Title:
			p.Tells("", line.Label)
		case line.Value == "":
			p.Tells(line.Label)
		default:
			p.Tells(line.Label + ": " + line.Value)
		}
	}
	return nil
}

// progress asks what came of a month, and says how the year stands.
func (p *Plain) progress() error {
	say, s := &p.Say.Spoken, progress.New(p.Desk)
	s.Visited()
	var months []string
	for m := range p.Plan().Months {
		months = append(months, p.Say.Month(p.Plan().Start+model.Month(m)))
	}
	n, err := p.choose(say.WhichMonth, months, s.Month)
	if err != nil {
		return err
	}
	s.Month = n
	err = p.walks(func() []form.Field {
		var fields []form.Field
		for row, c := range p.Plan().Channels {
			fields = append(fields, form.Heading(p.Name(c)))
			planned := s.Track().Channels[row].Months[s.Month].Planned
			for col, x := range []struct{ label, planned string }{
				{p.Say.Progress.Spend, p.Say.Result(planned.Spend)},
				{p.Say.Progress.Contacts, p.Say.Count(planned.Contacts)},
				{p.Say.Progress.Customers, p.Say.Count(planned.Customers)},
			} {
				f := form.Field{ID: strconv.Itoa(row*progress.ActualColumns + col),
					Label: say.Planned.With("what", x.label, "planned", x.planned), Value: s.Value(row, col),
					Help: p.Say.App.About["progress"]}
				f.Set = func(text string) error {
					s.Row, s.Col = row, col
					v, err := s.Understood(text)
					if err == nil {
						s.Set(&v)
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
	p.Tells("")
	for _, line := range s.Summary(400, s.Track()).Lines {
		p.Tells(strings.TrimSpace(line))
	}
	return nil
}

// scenarioText is what the plan brings in a scenario.
func (p *Plain) scenarioText(s model.Scenario, y plan.Yields) string {
	step := p.Rounding()
	return p.Say.Singular(p.Say.Spoken.ScenarioIs.With("scenario", desk.ScenarioName(p.Say, s), "customers",
		p.Say.ExpectedCount(y.More.Customers, step.Customers),
		"cash", p.Say.Expected(y.More.Cashed, step.Money), "margin", p.Say.Expected(y.More.Margin, step.Money)))
}
