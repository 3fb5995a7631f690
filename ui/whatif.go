package ui

import (
	"image"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// whatif is the step of the questions that an owner asks: what if it goes otherwise, what
// if we cut, what decides, what would more money bring.
type whatif struct {
	*desk
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
	scenarios []model.Scenario
	outlooks  []plan.Outlook
	cuts      []plan.Cut
	frontier  []plan.FrontierPoint
	more      []plan.Addition
	swings    []plan.Swing
	test      []plan.Swing
	basis     plan.Basis
}

// extras are the sums that an owner may offer.
var extras = []model.Money{model.Euro(1000), model.Euro(5000), model.Euro(10000), model.Euro(25000), model.Euro(50000)}

func newWhatif(d *desk) *whatif { return &whatif{desk: d, was: -1} }

func (w *whatif) id() string { return string(atWhatif) }

func (w *whatif) title() string { return w.say.Whatif.Title }

func (w *whatif) worked() *whatifSums {
	if w.was == w.work.Change() {
		return &w.sums
	}
	p := w.plan()
	s := plan.ScenarioOf(p)
	sums := whatifSums{scenarios: allScenarios(p), basis: plan.EstimateShare(p, w.outlook())}
	for _, x := range sums.scenarios {
		sums.outlooks = append(sums.outlooks, plan.Forecast(p, x))
	}
	sums.cuts = plan.Cuts(p, s)
	sums.frontier = plan.Frontier(p, s, 41)
	for _, extra := range extras {
		sums.more = append(sums.more, plan.More(p, s, extra))
	}
	sums.swings = plan.Tornado(p, s)
	sums.test = plan.TestFirst(sums.swings)
	w.sums, w.was = sums, w.work.Change()
	return &w.sums
}

func (w *whatif) rows() int {
	switch w.view {
	case viewScenarios:
		return len(w.worked().scenarios)
	case viewCuts:
		return len(w.worked().cuts)
	case viewDecides:
		return len(w.worked().swings)
	}
	return len(extras)
}

func (w *whatif) commands() []command {
	say := &w.say.Whatif
	to := func(view int) func() tea.Cmd { return func() tea.Cmd { w.view, w.top = view, 0; return nil } }
	list := []command{
		{scope: moves, keys: []string{"enter"}, name: w.say.App.GoOn, bar: true, do: func() tea.Cmd { w.visit(atCalendar); return nil }},
		{scope: moves, keys: []string{"right", "tab"}, name: say.NextView, pair: &pair{"← →", say.View}, bar: true, do: to((w.view + 1) % views)},
		{scope: moves, keys: []string{"left", "shift+tab"}, name: say.PreviousView, do: to((w.view + views - 1) % views)},
		{keys: []string{"t"}, name: w.say.Trials.Trials, bar: true, do: func() tea.Cmd { w.show(newTrials(w.desk)); return nil }},
		{scope: moves, keys: []string{"down"}, name: w.say.App.Down, do: func() tea.Cmd { w.move(1); return nil }},
		{scope: moves, keys: []string{"up"}, name: w.say.App.Up, do: func() tea.Cmd { w.move(-1); return nil }},
	}
	row := w.at[w.view]
	switch w.view {
	case viewScenarios:
		list = append(list,
			command{scope: here, keys: []string{"space"}, name: say.UseScenario, bar: true, do: func() tea.Cmd { w.use(row); return nil }},
			command{keys: []string{"n"}, name: say.NewScenario, bar: true, do: func() tea.Cmd { w.show(newScenario(w.desk, -1)); return nil }},
			command{keys: []string{"c"}, name: say.ChangeScenario, off: unless(row >= len(plan.BuiltIn(w.plan())), say.BuiltIn), do: func() tea.Cmd {
				w.show(newScenario(w.desk, row-len(plan.BuiltIn(w.plan()))))
				return nil
			}})
	case viewCuts:
		cuts := w.worked().cuts
		possible := row < len(cuts) && cuts[row].Possible
		list = append(list, command{scope: here, keys: []string{"space"}, name: say.TakeCut, off: unless(possible, say.NoRoom), bar: true, do: func() tea.Cmd { w.takeCut(row); return nil }})
	case viewMore:
		list = append(list, command{scope: here, keys: []string{"space"}, name: say.TakeMore, bar: true, do: func() tea.Cmd { w.takeMore(row); return nil }})
	}
	return list
}

func (w *whatif) move(by int) {
	w.at[w.view] = min(max(w.at[w.view]+by, 0), max(w.rows()-1, 0))
}

// use puts a scenario in force: all screens and the workbook follow it.
func (w *whatif) use(row int) {
	s := w.worked().scenarios[row]
	w.change("", w.say.Whatif.UseScenario, func(p *model.Plan) { p.Scenario = s.ID })
	w.tell(w.say.Whatif.InForce.With("scenario", scenarioName(w.say, s)))
}

func (w *whatif) takeCut(row int) {
	c := w.worked().cuts[row]
	w.edit("", w.say.Whatif.TakeCut, func(model.Plan) model.Plan { return c.Best.Plan })
	w.cheer(w.say.Whatif.CutTaken.With("share", w.say.Share(c.Share), "budget", w.say.Money(c.Best.Plan.Budget)))
}

func (w *whatif) takeMore(row int) {
	a := w.worked().more[row]
	w.change("", w.say.Whatif.TakeMore, func(p *model.Plan) {
		for i := range p.Channels {
			p.Channels[i].Amount += a.To[i]
		}
		p.Budget = max(p.Budget, p.Allocated())
	})
	w.cheer(w.say.Whatif.MoreTaken.With("amount", w.say.Money(a.Placed)))
}

func (w *whatif) layout(area image.Rectangle) {
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
	w.top = scrolled(w.top, w.at[w.view], shown, rows)
}

func (w *whatif) names() []string {
	say := &w.say.Whatif
	return []string{say.Scenarios, say.Cuts, say.Decides, say.MoreMoney}
}

func (w *whatif) draw() draw.Block {
	width := w.area.Dx()
	tabs := ""
	for i, name := range w.names() {
		ink := w.look.dim
		if i == w.view {
			ink = w.look.title.Over(w.look.picked)
			name = "▸" + name + " "
		} else {
			name = " " + name + " "
		}
		tabs += ink.Paint(name) + " "
	}
	out := draw.Text(width, w.look.title.Paint(w.say.Whatif.Question), tabs, "")
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

func (w *whatif) mouse(msg tea.MouseMsg) tea.Cmd {
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
