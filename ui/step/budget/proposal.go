// The best split, to be taken or left.

package budget

import (
	"image"
	"slices"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/desk"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// proposal shows the best split beside today's, to be taken or left.
type proposal struct {
	*desk.Desk
	objective plan.Objective
	best      model.Plan
	Proof     plan.Proof
	area      image.Rectangle
	top       int
}

// Proposal shows the best split, to be taken or left.
func Proposal(d *desk.Desk) *proposal {
	p := &proposal{Desk: d, objective: plan.FirstYear}
	p.work()
	return p
}

// work finds the best split for the objective in hand.
func (p *proposal) work() {
	p.best, p.Proof = plan.Optimise(p.Plan(), plan.ScenarioOf(p.Plan()), p.objective)
}

func (p *proposal) ID() string    { return "proposal" }
func (p *proposal) Title() string { return p.Say.Proposal.Title }

func (p *proposal) Commands() []desk.Command {
	say := &p.Say.Proposal
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: say.Take, Off: desk.Unless(p.Proof.Feasible,
			say.NotFeasible), Bar: true, Do: func() tea.Cmd { p.Take(); return nil }},
		{Scope: desk.InDialog, Keys: []string{"tab", "right"}, Name: say.OtherObjective, Bar: true, Do: func() tea.Cmd {
			i := slices.Index(plan.Objectives, p.objective)
			p.objective = plan.Objectives[(i+1)%len(plan.Objectives)]
			p.work()
			return nil
		}},
		{Scope: desk.Moves, Keys: []string{"down"}, Name: p.Say.App.Down, Do: func() tea.Cmd { p.top++; return nil }},
		{Scope: desk.Moves, Keys: []string{"up"}, Name: p.Say.App.Up, Do: func() tea.Cmd { p.top--; return nil }},
	}
}

func (p *proposal) Take() {
	best := p.best
	p.Edit("", p.Say.Proposal.Title, func(model.Plan) model.Plan { return best })
	p.Close()
	p.Cheer(p.Pressing(p.Say.Proposal.Taken, p.Say.Budget.UndoKey))
}

func (p *proposal) Size(room image.Point) image.Point {
	return image.Pt(min(84, room.X), min(p.rows()+10, room.Y))
}

func (p *proposal) Layout(area image.Rectangle) { p.area = area }

func (p *proposal) Mouse(msg tea.MouseMsg) tea.Cmd {
	if wheel, ok := msg.(tea.MouseWheelMsg); ok {
		if wheel.Button == tea.MouseWheelUp {
			p.top--
		} else {
			p.top++
		}
	}
	return nil
}

func (p *proposal) Draw() draw.Block {
	say, w := &p.Say.Proposal, p.area.Dx()
	out := draw.Paragraph(w, p.Look.Plain, say.Objectives[string(p.objective)])
	if !p.Proof.Feasible {
		return draw.Stack(out, draw.Blank(w, 1), draw.Paragraph(w, p.Look.Bad, say.NotFeasible)).Tall(p.area.Dy())
	}
	write := func(x float64) string { return p.Say.Expected(x, p.Rounding().Money) }
	if p.objective == plan.Customers {
		write = func(x float64) string { return p.Say.ExpectedCount(x, p.Rounding().Customers) }
	}
	brings := desk.BestBrings(p.Say, p.Plan(), p.best, write(p.Proof.Before), write(p.Proof.After))
	foot := draw.Stack(draw.Blank(w, 1), // the rule, once it is known what is out of sight
		draw.Paragraph(w, p.Look.Strong, brings), draw.Paragraph(w, p.Look.Dim, p.proved()))
	head := draw.Fit("  "+p.Say.Budget.Channel, w-46) + draw.FitRight(say.Today, 11) + draw.FitRight(say.Best, 11) +
		draw.FitRight(say.Moves, 11) + "  " + draw.Fit(say.Why, 11)
	out = draw.Stack(out, draw.Blank(w, 1), draw.Text(w, p.Look.Dim.Paint(head)))
	room := max(p.area.Dy()-out.H()-foot.H(), 1)
	p.top = max(min(p.top, p.rows()-room), 0)
	foot.Lines[0] = p.MoreRule(w, p.rows(), p.top, room)
	for i := p.top; i < p.rows() && i < p.top+room; i++ {
		out.Lines = append(out.Lines, p.row(i, w))
	}
	return draw.Stack(out.Tall(p.area.Dy()-foot.H()), foot).Tall(p.area.Dy())
}

// rows are the channels, and what is not given out where there is any.
func (p *proposal) rows() int {
	if p.Plan().Pot() != 0 || p.best.Pot() != 0 {
		return len(p.Plan().Channels) + 1
	}
	return len(p.Plan().Channels)
}

// row is a line of the table: today's amount, the best one, and why.
func (p *proposal) row(i, w int) string {
	name, why, was, is := p.Say.Budget.Pot, "", p.Plan().Pot(), p.best.Pot()
	if channels := p.Plan().Channels; i < len(channels) {
		name, why = p.ShortName(channels[i]), p.Say.Proposal.Bindings[string(p.Proof.Binding[i])]
		was, is = channels[i].Amount, p.best.Channels[i].Amount
	}
	ink, moves := p.Look.Dim, "="
	switch {
	case is > was:
		ink = p.Look.Good
	case is < was:
		ink = p.Look.Warn
	}
	if is != was {
		moves = p.Say.Signed(float64(is - was))
	}
	line := draw.Fit("  "+name, w-46) + draw.FitRight(p.Say.Amount(was), 11) + draw.FitRight(p.Say.Amount(is), 11)
	return draw.Fit(line+ink.Paint(draw.FitRight(moves, 11))+"  "+p.Look.Dim.Paint(draw.Fit(why, 11)), w)
}

// proved says how sure it is that nothing better exists.
func (p *proposal) proved() string {
	if p.Proof.Gap() < 1e-6 {
		return p.Say.Proposal.Proved
	}
	return p.Say.Proposal.Nearly.With("gap", p.Say.Share(p.Proof.Gap()))
}
