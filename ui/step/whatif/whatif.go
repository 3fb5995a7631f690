// Package whatif is the step of scenarios, cuts and assumptions.
package whatif

import (
	"image"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// whatif is the step of the questions that an owner asks: what if it goes otherwise, what
// if we cut, what decides, what would more money bring.
type whatif struct {
	*desk.Desk
	view int // of views
	at   [4]int
	top  int
	area image.Rectangle
	tabs []image.Rectangle
	list image.Rectangle
	was  int // change count of the plan that the sums belong to; -1: none
	sums whatifSums
}

// The views of the step.
const (
	viewScenarios = iota
	viewCuts
	viewDecides
	viewMore
	views
)

// whatifSums are worked out once a change.
type whatifSums struct {
	Scenarios []model.Scenario
	Outlooks  []plan.Outlook
	Cuts      []plan.Cut
	frontier  []plan.FrontierPoint
	more      []plan.Addition
	Swings    []plan.Swing
	Test      []plan.Swing
	basis     plan.Basis
}

// extras are the sums that an owner may offer.
var extras = []model.Money{model.Euro(1000), model.Euro(5000), model.Euro(10000), model.Euro(25000), model.Euro(50000)}

// New is the step of scenarios, cuts and assumptions.
func New(d *desk.Desk) *whatif { return &whatif{Desk: d, was: -1} }

func (w *whatif) ID() string { return string(desk.AtWhatif) }

func (w *whatif) Title() string { return w.Say.Whatif.Title }

func (w *whatif) Worked() *whatifSums {
	if w.was == w.Work.Change() {
		return &w.sums
	}
	p := w.Plan()
	s := plan.ScenarioOf(p)
	sums := whatifSums{Scenarios: desk.AllScenarios(p), basis: plan.EstimateShare(p, w.Outlook())}
	for _, x := range sums.Scenarios {
		sums.Outlooks = append(sums.Outlooks, plan.Forecast(p, x))
	}
	sums.Cuts = plan.Cuts(p, s)
	sums.frontier = plan.Frontier(p, s, 41)
	for _, extra := range extras {
		sums.more = append(sums.more, plan.More(p, s, extra))
	}
	sums.Swings = plan.Tornado(p, s)
	sums.Test = plan.TestFirst(sums.Swings)
	w.sums, w.was = sums, w.Work.Change()
	return &w.sums
}

func (w *whatif) rows() int {
	switch w.view {
	case viewScenarios:
		return len(w.Worked().Scenarios)
	case viewCuts:
		return len(w.Worked().Cuts)
	case viewDecides:
		return len(w.Worked().Swings)
	}
	return len(extras)
}

func (w *whatif) Commands() []desk.Command {
	say := &w.Say.Whatif
	to := func(view int) func() tea.Cmd { return func() tea.Cmd { w.view, w.top = view, 0; return nil } }
	list := []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: w.Say.App.GoOn, Bar: true,
			Do: func() tea.Cmd { w.Visit(desk.AtWhatif.Next()); return nil }},
		{Scope: desk.Moves, Keys: []string{"right", "tab"}, Name: say.NextView,
			Pair: &desk.Pair{Keys: "← →", Name: say.View}, Bar: true, Do: to((w.view + 1) % views)},
		{Scope: desk.Moves, Keys: []string{"left", "shift+tab"}, Name: say.PreviousView,
			Do: to((w.view + views - 1) % views)},
		{Keys: []string{"t"}, Name: w.Say.Trials.Trials, Bar: true,
			Do: func() tea.Cmd { w.Show(ask.Trials(w.Desk)); return nil }},
		{Scope: desk.Moves, Keys: []string{"down"}, Name: w.Say.App.Down, Do: func() tea.Cmd { w.move(1); return nil }},
		{Scope: desk.Moves, Keys: []string{"up"}, Name: w.Say.App.Up, Do: func() tea.Cmd { w.move(-1); return nil }},
	}
	row := w.at[w.view]
	switch w.view {
	case viewScenarios:
		list = append(list,
			desk.Command{Scope: desk.Here, Keys: []string{"space"}, Name: say.UseScenario, Bar: true,
				Do: func() tea.Cmd { w.Use(row); return nil }},
			desk.Command{Keys: []string{"n"}, Name: say.NewScenario, Bar: true,
				Do: func() tea.Cmd { w.Show(ask.Scenario(w.Desk, -1)); return nil }},
			desk.Command{Keys: []string{"c"}, Name: say.ChangeScenario,
				Off: desk.Unless(row >= len(plan.BuiltIn(w.Plan())), say.BuiltIn), Do: func() tea.Cmd {
					w.Show(ask.Scenario(w.Desk, row-len(plan.BuiltIn(w.Plan()))))
					return nil
				}})
	case viewCuts:
		cuts := w.Worked().Cuts
		possible := row < len(cuts) && cuts[row].Possible
		list = append(list, desk.Command{Scope: desk.Here, Keys: []string{"space"}, Name: say.TakeCut,
			Off: desk.Unless(possible, say.NoRoom), Bar: true, Do: func() tea.Cmd { w.takeCut(row); return nil }})
	case viewMore:
		list = append(list, desk.Command{Scope: desk.Here, Keys: []string{"space"}, Name: say.TakeMore, Bar: true,
			Do: func() tea.Cmd { w.takeMore(row); return nil }})
	}
	return list
}

func (w *whatif) move(by int) {
	w.at[w.view] = min(max(w.at[w.view]+by, 0), max(w.rows()-1, 0))
}

// Use puts a scenario in force: all screens and the workbook follow it.
func (w *whatif) Use(row int) {
	s := w.Worked().Scenarios[row]
	w.Change("", w.Say.Whatif.UseScenario, func(p *model.Plan) { p.Scenario = s.ID })
	w.Tell(w.Say.Whatif.InForce.With("scenario", desk.ScenarioName(w.Say, s)))
}

func (w *whatif) takeCut(row int) {
	c := w.Worked().Cuts[row]
	w.Edit("", w.Say.Whatif.TakeCut, func(model.Plan) model.Plan { return c.Best.Plan })
	w.Cheer(w.Say.Whatif.CutTaken.With("share", w.Say.Share(c.Share), "budget", w.Say.Money(c.Best.Plan.Budget)))
}

func (w *whatif) takeMore(row int) {
	a, was := w.Worked().more[row], w.Plan().Budget
	w.Change("", w.Say.Whatif.TakeMore, func(p *model.Plan) {
		for i := range p.Channels {
			p.Channels[i].Amount += a.To[i]
		}
		p.Budget = max(p.Budget, p.Allocated())
	})
	text := w.Say.Whatif.MoreTaken
	if w.Plan().Budget == was {
		text = w.Say.Whatif.MoreFromPot
	}
	w.Cheer(text.With("amount", w.Say.Money(a.Placed), "budget", w.Say.Money(w.Plan().Budget)))
}

func (w *whatif) Layout(area image.Rectangle) {
	w.area = area
	w.at[w.view] = min(w.at[w.view], max(w.rows()-1, 0))
	w.tabs = w.tabs[:0]
	x := area.Min.X
	for _, name := range w.names() {
		n := draw.Width(name) + 2
		w.tabs = append(w.tabs, image.Rect(x, area.Min.Y+1, x+n, area.Min.Y+2))
		x += n + 1
	}
	rows := w.rows()
	room := area.Dy() - 5 - 10
	if w.view == viewScenarios {
		room = area.Dy() - 5 - 5
	}
	shown := max(min(rows, room), 1)
	w.list = image.Rect(area.Min.X, area.Min.Y+5, area.Max.X, area.Min.Y+5+shown)
	w.top = form.Scrolled(w.top, w.at[w.view], shown, rows)
}

func (w *whatif) names() []string {
	say := &w.Say.Whatif
	return []string{say.Scenarios, say.Cuts, say.Decides, say.MoreMoney}
}

func (w *whatif) Draw() draw.Block {
	width := w.area.Dx()
	tabs := ""
	for i, name := range w.names() {
		ink := w.Look.Dim
		if i == w.view {
			ink = w.Look.Title.Over(w.Look.Picked)
			name = "▸" + name + " "
		} else {
			name = " " + name + " "
		}
		tabs += ink.Paint(name) + " "
	}
	out := draw.Text(width, w.Look.Title.Paint(w.Say.Whatif.Question), tabs, "")
	switch w.view {
	case viewScenarios:
		out = draw.Stack(out, w.scenarios(width))
	case viewCuts:
		out = draw.Stack(out, w.cuts(width))
	case viewDecides:
		out = draw.Stack(out, w.decides(width))
	case viewMore:
		out = draw.Stack(out, w.moreMoney(width))
	}
	return out.Tall(w.area.Dy())
}

func (w *whatif) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		for i, r := range w.tabs {
			if image.Pt(m.X, m.Y).In(r) {
				w.view, w.top = i, 0
				return nil
			}
		}
		if image.Pt(m.X, m.Y).In(w.list) {
			w.at[w.view] = min(m.Y-w.list.Min.Y+w.top, max(w.rows()-1, 0))
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			w.move(-1)
		} else {
			w.move(1)
		}
	}
	return nil
}
