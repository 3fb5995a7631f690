package ui

import (
	"image"
	"math"
	"strconv"

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

func (w *whatif) id() string    { return "whatif" }
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

// allScenarios are the built-in scenarios and the manager's own.
func allScenarios(p model.Plan) []model.Scenario {
	return append(plan.BuiltIn(p), p.Scenarios...)
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
		{keys: []string{"enter"}, name: w.say.App.GoOn, bar: true, do: func() tea.Cmd { w.visit("calendar"); return nil }},
		{keys: []string{"right", "tab"}, name: say.NextView, bar: true, do: to((w.view + 1) % views)},
		{keys: []string{"left", "shift+tab"}, name: say.PreviousView, do: to((w.view + views - 1) % views)},
		{keys: []string{"t"}, name: w.say.Trials.Trials, bar: true, do: func() tea.Cmd { w.show(newTrials(w.desk)); return nil }},
		{keys: []string{"down"}, name: w.say.App.Down, do: func() tea.Cmd { w.move(1); return nil }},
		{keys: []string{"up"}, name: w.say.App.Up, do: func() tea.Cmd { w.move(-1); return nil }},
	}
	row := w.at[w.view]
	switch w.view {
	case viewScenarios:
		list = append(list,
			command{keys: []string{"space"}, name: say.UseScenario, bar: true, do: func() tea.Cmd { w.use(row); return nil }},
			command{keys: []string{"n"}, name: say.NewScenario, bar: true, do: func() tea.Cmd { w.show(newScenario(w.desk, -1)); return nil }},
			command{keys: []string{"c"}, name: say.ChangeScenario, off: unless(row >= len(plan.BuiltIn(w.plan())), say.BuiltIn), do: func() tea.Cmd {
				w.show(newScenario(w.desk, row-len(plan.BuiltIn(w.plan()))))
				return nil
			}})
	case viewCuts:
		cuts := w.worked().cuts
		possible := row < len(cuts) && cuts[row].Possible
		list = append(list, command{keys: []string{"space"}, name: say.TakeCut, off: unless(possible, say.NoRoom), bar: true, do: func() tea.Cmd { w.takeCut(row); return nil }})
	case viewMore:
		list = append(list, command{keys: []string{"space"}, name: say.TakeMore, bar: true, do: func() tea.Cmd { w.takeMore(row); return nil }})
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

// table draws rows of which the first column takes what the others leave.
func (w *whatif) table(width int, heads []string, widths []int, row func(i int) ([]string, draw.Ink)) draw.Block {
	first := width
	for _, n := range widths {
		first -= n
	}
	line := func(cells []string, cursor string, ink draw.Ink, chosen bool) string {
		text := draw.Fit(cursor+cells[0], first)
		for i, n := range widths {
			text += draw.FitRight(cells[i+1], n)
		}
		return w.on(chosen, ink).Paint(text)
	}
	out := draw.Text(width, line(heads, "  ", w.look.dim, false), w.look.line.Paint(draw.Rule(width)))
	for i := w.top; i < w.rows() && i < w.top+w.list.Dy(); i++ {
		cells, ink := row(i)
		cursor := "  "
		if i == w.at[w.view] {
			cursor, ink = "▸ ", w.look.strong
		}
		out.Lines = append(out.Lines, line(cells, cursor, ink, i == w.at[w.view]))
	}
	return out
}

func (w *whatif) scenarios(width int) draw.Block {
	say, sums := &w.say.Whatif, w.worked()
	in := plan.ScenarioOf(w.plan()).ID
	heads := []string{say.Scenario, w.say.Budget.Contacts, w.say.Budget.Customers, say.Margin, say.Return}
	out := w.table(width, heads, []int{10, 9, 13, 10}, func(i int) ([]string, draw.Ink) {
		y := sums.outlooks[i].Total
		name, ink := scenarioName(w.say, sums.scenarios[i]), w.look.plain
		if sums.scenarios[i].ID == in {
			name = "● " + name
		} else {
			name = "○ " + name
		}
		back := "–"
		if r, ok := y.Return(); ok {
			back = w.say.SignedShare(r)
		}
		return []string{name, w.say.Count(y.More.Contacts), w.say.Count(y.More.Customers), w.say.Result(y.More.Margin), back}, ink
	})
	out = draw.Stack(out, draw.Blank(width, 1))
	if row := w.at[viewScenarios]; row < len(sums.scenarios) {
		text := say.About[string(sums.scenarios[row].ID)]
		if text == "" {
			text = say.OwnAbout
		}
		out = draw.Stack(out, draw.Paragraph(width, w.look.dim, text))
	}
	return out
}

func (w *whatif) cuts(width int) draw.Block {
	say, sums := &w.say.Whatif, w.worked()
	heads := []string{say.Cut, say.LostEven, say.LostBest, say.LostCustomers}
	out := w.table(width, heads, []int{13, 13, 14}, func(i int) ([]string, draw.Ink) {
		c := sums.cuts[i]
		name := say.CutOf.With("share", w.say.Share(c.Share), "amount", w.say.Money(c.Amount))
		if !c.Possible {
			return []string{name, say.NotPossible, "", ""}, w.look.dim
		}
		return []string{name, w.say.Result(c.Even.Margin), w.say.Result(c.Best.Margin), w.say.Count(c.Best.Customers)}, w.look.plain
	})
	c := sums.cuts[min(w.at[viewCuts], len(sums.cuts)-1)]
	out = draw.Stack(out, draw.Blank(width, 1))
	if !c.Possible {
		return draw.Stack(out, draw.Paragraph(width, w.look.dim, say.NoRoom))
	}
	return draw.Stack(out, w.gives(width, say.WhoGives, c.Best.Given))
}

// gives lists which channel gives or gets how much, as bars.
func (w *whatif) gives(width int, title string, amounts []model.Money) draw.Block {
	out := draw.Text(width, w.look.title.Paint(title))
	var most model.Money = 1
	for _, a := range amounts {
		most = max(most, a)
	}
	any := false
	for i, a := range amounts {
		if a <= 0 {
			continue
		}
		any = true
		name := shortName(w.desk, w.plan().Channels[i], 24)
		bar := max(width-24-14, 4)
		out.Lines = append(out.Lines, draw.Fit(draw.Fit("  "+name, 24)+draw.Bar(bar, float64(a)/float64(most), w.look.accent, draw.Ink{})+draw.FitRight(w.say.Money(a), 14), width))
	}
	if !any {
		out = draw.Stack(out, draw.Paragraph(width, w.look.dim, "  "+w.say.Whatif.FromPot))
	}
	return out
}

// decides is the tornado: which assumption moves the margin most.
func (w *whatif) decides(width int) draw.Block {
	say, sums := &w.say.Whatif, w.worked()
	base := w.outlook().Total.More.Margin
	most := 1.0
	for _, s := range sums.swings {
		most = max(most, math.Abs(s.AtLow-base), math.Abs(s.AtHigh-base))
	}
	labelW := min(max(width/2-6, 26), 44)
	half := max((width-labelW-26)/2, 4)
	heads := draw.Fit("  "+say.Assumption, labelW) + draw.FitRight(say.IfLow, 13) + draw.Spaces(2*half+1) + draw.FitRight(say.IfHigh, 12)
	out := draw.Text(width, w.look.dim.Paint(heads), w.look.line.Paint(draw.Rule(width)))
	for i := w.top; i < len(sums.swings) && i < w.top+w.list.Dy(); i++ {
		s := sums.swings[i]
		cursor, ink := "  ", w.look.plain
		chosen := i == w.at[viewDecides]
		if chosen {
			cursor, ink = "▸ ", w.look.strong
		}
		low, high := s.AtLow, s.AtHigh
		out.Lines = append(out.Lines, draw.Fit(w.on(chosen, ink).Paint(draw.Fit(cursor+w.swingName(s), labelW))+w.on(chosen, w.look.dim).Paint(draw.FitRight(w.say.Short(low), 12))+" "+
			mirrored(half, math.Abs(low-base)/most, w.look.warn)+w.look.line.Paint("│")+draw.Bar(half, math.Abs(high-base)/most, w.look.accent, draw.Ink{})+w.on(chosen, w.look.dim).Paint(draw.FitRight(w.say.Short(high), 12)), width))
	}
	out = draw.Stack(out, draw.Blank(width, 1))
	if w.at[viewDecides] < len(sums.swings) {
		s := sums.swings[w.at[viewDecides]]
		text := say.SwingIs.With("origin", w.origin(s.Origin))
		if s.Assumed {
			text += " " + say.SwingAssumed
		}
		out = draw.Stack(out, draw.Paragraph(width, w.look.dim, text))
	}
	out = draw.Stack(out, draw.Paragraph(width, w.look.plain, say.RestsOn.With("own", w.say.Share(sums.basis.Own), "published", w.say.Share(sums.basis.Published), "judgement", w.say.Share(sums.basis.Judgement))))
	if r, ok := w.ranges(); ok {
		out = draw.Stack(out, draw.Paragraph(width, w.look.plain, say.RangeIs.With("low", w.say.Result(r.Margin.Low), "high", w.say.Result(r.Margin.High), "pays", w.say.Of100(r.Pays))))
	}
	if len(sums.test) > 0 {
		out = draw.Stack(out, draw.Paragraph(width, w.look.strong, say.TestFirst.With("what", w.swingName(sums.test[0]))))
	}
	return out
}

// mirrored is a bar that grows to the left.
func mirrored(w int, share float64, ink draw.Ink) string {
	n := min(int(share*float64(w)+0.5), w)
	full := ""
	for range n {
		full += "█"
	}
	return draw.Spaces(w-n) + ink.Paint(full)
}

// swingName is an assumption as the company or the channel step calls it.
func (w *whatif) swingName(s plan.Swing) string {
	name := w.say.Whatif.Fields[s.Field]
	if name == "" {
		name = s.Field
	}
	if i := w.plan().Channel(s.Channel); i >= 0 {
		return shortName(w.desk, w.plan().Channels[i], 18) + ": " + name
	}
	return name
}

// moreMoney is where more would go, and the best that each budget can bring.
func (w *whatif) moreMoney(width int) draw.Block {
	say, sums := &w.say.Whatif, w.worked()
	out := w.table(width, []string{say.IfYouGave, say.CustomersMore, say.MarginMore, say.PerEuro}, []int{15, 15, 16}, func(i int) ([]string, draw.Ink) {
		a := sums.more[i]
		per := "–"
		if a.Placed > 0 {
			per = w.say.Result(a.Margin / w.plan().Years() / float64(a.Placed) * 100)
		}
		return []string{w.say.Money(a.Amount), w.say.Count(a.Customers), w.say.Result(a.Margin), per}, w.look.plain
	})
	out = draw.Stack(out, draw.Blank(width, 1), w.gives(width, say.WhereTo, sums.more[w.at[viewMore]].To))
	room := w.area.Dy() - 3 - out.H() - 3
	if room < 6 || len(sums.frontier) < 2 {
		return out
	}
	return draw.Stack(out, draw.Blank(width, 1), w.frontier(width, min(room, 14)))
}

// frontier draws the best margin for every budget, and today's plan under it.
func (w *whatif) frontier(width, h int) draw.Block {
	say, sums := &w.say.Whatif, w.worked()
	points := sums.frontier
	last := points[len(points)-1]
	top := last.Margin
	for _, p := range points {
		top = max(top, p.Margin)
	}
	at := func(x float64) float64 {
		for i := 1; i < len(points); i++ {
			if a, b := points[i-1], points[i]; x <= float64(b.Budget) {
				if b.Budget == a.Budget || x < float64(a.Budget) {
					return a.Margin * x / max(float64(a.Budget), 1)
				}
				return a.Margin + (b.Margin-a.Margin)*(x-float64(a.Budget))/float64(b.Budget-a.Budget)
			}
		}
		return last.Margin
	}
	today := draw.Dot{X: float64(w.plan().Allocated()), Y: w.outlook().Total.More.Margin, Sign: "●", Ink: w.look.key}
	out := draw.Text(width, w.look.title.Paint(say.Frontier))
	out = draw.Stack(out, draw.Curve(width, h-2, float64(last.Budget), top, at, w.look.accent, w.look.line, today))
	return draw.Stack(out, draw.Text(width, w.look.dim.Paint("0"+draw.FitRight(w.say.Money(last.Budget), width-1))))
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

// newScenario asks a scenario of the manager's own: a new one, or the one at an index.
func newScenario(d *desk, index int) *sheet {
	say, k := &d.say.Whatif, asker{d, "scenario."}
	s := model.AsAssumed()
	s.Name = ""
	if index >= 0 {
		s = d.plan().Scenarios[index]
	}
	times := func(id string, at *float64, words string, help string, least float64) field {
		f := field{id: k.tag + id, label: words, help: help, value: d.say.SignedShare(*at - 1), typed: d.say.Plain((*at - 1) * 100)}
		if *at == 1 {
			f.value = "0%"
		}
		f.set = func(text string) error {
			x, err := d.say.ParseNumber(text)
			if err != nil {
				return err
			}
			if x < least || x > 1000 {
				return between{d.say.Plain(least), "1000"}
			}
			*at = 1 + x/100
			return nil
		}
		return f
	}
	return newSheet(d, "scenario", say.NewScenario, say.ScenarioIntro, func() []field {
		name := k.field("name", say.AskName)
		name.value = s.Name
		name.set = func(text string) error { s.Name = text; return nil }
		gradual := k.field("gradual", say.AskGradual)
		gradual.value = say.AtOnce
		if s.Results.Gradual {
			gradual.value = say.Gradually
		}
		gradual.turn = func(int) { s.Results.Gradual = !s.Results.Gradual; s.Cost.Gradual = s.Results.Gradual }
		return []field{name,
			times("results", &s.Results.By, say.AskResults.Label, say.AskResults.Help, -100),
			times("cost", &s.Cost.By, say.AskCost.Label, say.AskCost.Help, -99),
			times("order", &s.Order, say.AskOrder.Label, say.AskOrder.Help, -100),
			times("baseline", &s.Baseline, say.AskBaseline.Label, say.AskBaseline.Help, -100),
			gradual,
			onward(say.SaveScenario, func() tea.Cmd {
				if s.Name == "" {
					d.refuse(say.Nameless)
					return nil
				}
				d.change("", say.NewScenario, func(p *model.Plan) {
					if index >= 0 {
						p.Scenarios[index] = s
						return
					}
					for n := 1; s.ID == model.Base; n++ {
						id := model.ScenarioID("own-" + strconv.Itoa(n))
						if plan.FindScenario(*p, id).ID != id {
							s.ID = id
						}
					}
					p.Scenarios = append(p.Scenarios, s)
				})
				d.close()
				return nil
			})}
	})
}
