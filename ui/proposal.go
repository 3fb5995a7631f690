package ui

import (
	"image"
	"slices"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// proposal shows the best split beside today's, to be taken or left.
type proposal struct {
	*desk
	objective plan.Objective
	best      model.Plan
	proof     plan.Proof
	area      image.Rectangle
	top       int
}

func newProposal(d *desk) *proposal {
	p := &proposal{desk: d, objective: plan.FirstYear}
	p.work()
	return p
}

// work finds the best split for the objective in hand.
func (p *proposal) work() {
	p.best, p.proof = plan.Optimise(p.plan(), plan.ScenarioOf(p.plan()), p.objective)
}

func (p *proposal) id() string    { return "proposal" }
func (p *proposal) title() string { return p.say.Proposal.Title }

func (p *proposal) commands() []command {
	say := &p.say.Proposal
	return []command{
		{scope: moves, keys: []string{"enter"}, name: say.Take, off: unless(p.proof.Feasible, say.NotFeasible), bar: true, do: func() tea.Cmd { p.take(); return nil }},
		{scope: inDialog, keys: []string{"tab", "right"}, name: say.OtherObjective, bar: true, do: func() tea.Cmd {
			i := slices.Index(plan.Objectives, p.objective)
			p.objective = plan.Objectives[(i+1)%len(plan.Objectives)]
			p.work()
			return nil
		}},
		{scope: moves, keys: []string{"down"}, name: p.say.App.Down, do: func() tea.Cmd { p.top++; return nil }},
		{scope: moves, keys: []string{"up"}, name: p.say.App.Up, do: func() tea.Cmd { p.top--; return nil }},
	}
}

func (p *proposal) take() {
	best := p.best
	p.edit("", p.say.Proposal.Title, func(model.Plan) model.Plan { return best })
	p.close()
	p.cheer(p.say.Proposal.Taken)
}

func (p *proposal) size(room image.Point) image.Point {
	return image.Pt(min(84, room.X), min(len(p.plan().Channels)+9, room.Y))
}

func (p *proposal) layout(area image.Rectangle) { p.area = area }

func (p *proposal) mouse(msg tea.MouseMsg) tea.Cmd {
	if wheel, ok := msg.(tea.MouseWheelMsg); ok {
		if wheel.Button == tea.MouseWheelUp {
			p.top--
		} else {
			p.top++
		}
	}
	return nil
}

func (p *proposal) draw() draw.Block {
	say, w := &p.say.Proposal, p.area.Dx()
	out := draw.Paragraph(w, p.look.plain, say.Objectives[string(p.objective)])
	if !p.proof.Feasible {
		return draw.Stack(out, draw.Blank(w, 1), draw.Paragraph(w, p.look.bad, say.NotFeasible)).Tall(p.area.Dy())
	}
	write := p.say.Result
	if p.objective == plan.Customers {
		write = p.say.Count
	}
	foot := draw.Stack(draw.Text(w, p.look.line.Paint(draw.Rule(w))),
		draw.Paragraph(w, p.look.strong, say.Brings.With("before", write(p.proof.Before), "after", write(p.proof.After))),
		draw.Paragraph(w, p.look.dim, p.proved()))
	head := draw.Fit("  "+p.say.Budget.Channel, w-44) + draw.FitRight(say.Today, 11) + draw.FitRight(say.Best, 11) + draw.FitRight(say.Moves, 11) + "  " + draw.Fit(say.Why, 9)
	out = draw.Stack(out, draw.Blank(w, 1), draw.Text(w, p.look.dim.Paint(head)))
	room := max(p.area.Dy()-out.H()-foot.H(), 1)
	channels := p.plan().Channels
	p.top = max(min(p.top, len(channels)-room), 0)
	for i := p.top; i < len(channels) && i < p.top+room; i++ {
		was, is := channels[i].Amount, p.best.Channels[i].Amount
		ink := p.look.dim
		switch {
		case is > was:
			ink = p.look.good
		case is < was:
			ink = p.look.warn
		}
		line := draw.Fit("  "+p.shortName(channels[i]), w-44) + draw.FitRight(p.say.Amount(was), 11) + draw.FitRight(p.say.Amount(is), 11)
		moves := "="
		if is != was {
			moves = p.say.Signed(float64(is - was))
		}
		out.Lines = append(out.Lines, draw.Fit(line+ink.Paint(draw.FitRight(moves, 11))+"  "+p.look.dim.Paint(draw.Fit(say.Bindings[string(p.proof.Binding[i])], 9)), w))
	}
	return draw.Stack(out.Tall(p.area.Dy()-foot.H()), foot).Tall(p.area.Dy())
}

// proved says how sure it is that nothing better exists.
func (p *proposal) proved() string {
	if p.proof.Gap() < 1e-6 {
		return p.say.Proposal.Proved
	}
	return p.say.Proposal.Nearly.With("gap", p.say.Share(p.proof.Gap()))
}
