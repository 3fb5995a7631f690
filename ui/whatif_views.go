package ui

import (
	"math"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"
)

// table draws rows of which the first column takes what the others leave.
func (w *whatif) table(width int, heads []string, widths []int, row func(i int) ([]string, draw.Ink)) draw.Block {
	first := width
	for _, n := range widths {
		first -= n
	}
	line := func(cells []string, cursor string, ink draw.Ink, chosen bool) string {
		text := ""
		for i, n := range widths {
			text += draw.FitRight(cells[i+1], n)
		}
		name := ink
		if chosen {
			name = w.look.strong
		}
		return w.on(chosen, name).Paint(draw.Fit(cursor+cells[0], first)) + ink.Paint(text)
	}
	out := draw.Text(width, line(heads, "  ", w.look.dim, false), w.look.line.Paint(draw.Rule(width)))
	for i := w.top; i < w.rows() && i < w.top+w.list.Dy(); i++ {
		cells, ink := row(i)
		cursor := "  "
		if i == w.at[w.view] {
			cursor = "▸ "
		}
		out.Lines = append(out.Lines, line(cells, cursor, ink, i == w.at[w.view]))
	}
	return out
}

func (w *whatif) scenarios(width int) draw.Block {
	say, sums := &w.say.Whatif, w.worked()
	in := plan.ScenarioOf(w.plan()).ID
	heads := []string{say.Scenario, w.say.Budget.Contacts, w.say.Budget.Customers, say.Margin, say.Return}
	tableW := min(width, tableWidth)
	table := w.table(tableW, heads, []int{9, 8, 13, 9}, func(i int) ([]string, draw.Ink) {
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
	out := draw.Stack(draw.Block{W: width}, draw.Beside(table, w.againstBase(width-tableW)), draw.Blank(width, 1))
	if row := w.at[viewScenarios]; row < len(sums.scenarios) {
		text := say.About[string(sums.scenarios[row].ID)]
		if text == "" {
			text = say.OwnAbout
		}
		out = draw.Stack(out, draw.Paragraph(width, w.look.dim, text))
	}
	return out
}

// againstBase draws the margin of each scenario as a bar, with what it differs by from the
// one in force.
func (w *whatif) againstBase(width int) draw.Block {
	const figureW = 15
	if width < figureW+12 {
		return draw.Block{}
	}
	sums, in := w.worked(), w.outlook().Total.More.Margin
	most := 1.0
	for _, o := range sums.outlooks {
		most = max(most, o.Total.More.Margin)
	}
	out := draw.Text(width, w.look.dim.Paint(draw.FitRight(w.say.Whatif.AgainstNow, width)), w.look.line.Paint(draw.Rule(width)))
	for i := w.top; i < w.rows() && i < w.top+w.list.Dy(); i++ {
		margin, differs := sums.outlooks[i].Total.More.Margin, ""
		if d := margin - in; math.Abs(d) >= 100 {
			differs = w.say.Signed(d)
		}
		bar := draw.Bar(width-figureW-2, max(margin, 0)/most, w.look.accent, draw.Ink{})
		out.Lines = append(out.Lines, "  "+bar+w.look.dim.Paint(draw.FitRight(differs, figureW)))
	}
	return out
}

// tableWidth is as wide as a row is read without losing it.
const tableWidth = 84

func (w *whatif) cuts(width int) draw.Block {
	full := width
	width = min(width, tableWidth)
	say, sums := &w.say.Whatif, w.worked()
	heads := []string{say.Cut, say.LostEven, say.LostBest, say.LostCustomers}
	out := w.table(width, heads, []int{14, 14, 14}, func(i int) ([]string, draw.Ink) {
		c := sums.cuts[i]
		name := say.CutOf.With("share", w.say.Share(c.Share), "amount", w.say.Money(c.Amount))
		if !c.Possible {
			return []string{name, say.NotPossible, "", ""}, w.look.dim
		}
		return []string{name, w.say.Result(c.Even.Margin), w.say.Result(c.Best.Margin), w.say.Count(c.Best.Customers)}, w.look.plain
	})
	c := sums.cuts[min(w.at[viewCuts], len(sums.cuts)-1)]
	out = draw.Stack(draw.Block{W: full}, out, draw.Blank(width, 1))
	if !c.Possible {
		return draw.Stack(out, draw.Paragraph(width, w.look.dim, say.NoRoom))
	}
	return draw.Stack(out, w.gives(width, say.WhoGives, c.Best.Given, c.Amount), draw.Blank(full, 1), draw.Paragraph(full, w.look.dim, say.AboutCuts))
}

// gives lists which channel gives or gets how much, as bars; what they do not give of the
// whole comes from the pot.
func (w *whatif) gives(width int, title string, amounts []model.Money, whole model.Money) draw.Block {
	out := draw.Text(width, w.look.title.Paint(title))
	var most model.Money = 1
	for _, a := range amounts {
		most = max(most, a)
		whole -= max(a, 0)
	}
	most = max(most, whole)
	line := func(name string, a model.Money, ink draw.Ink) {
		bar := draw.Bar(max(width-24-14, 4), float64(a)/float64(most), ink, draw.Ink{})
		out.Lines = append(out.Lines, draw.Fit(draw.Fit("  "+name, 24)+bar+draw.FitRight(w.say.Money(a), 14), width))
	}
	for i, a := range amounts {
		if a > 0 {
			line(w.shortName(w.plan().Channels[i]), a, w.look.accent)
		}
	}
	switch {
	case whole > 0 && out.H() == 1:
		out = draw.Stack(out, draw.Paragraph(width, w.look.dim, "  "+w.say.Whatif.FromPot))
	case whole > 0:
		line(w.say.Budget.Pot, whole, w.look.money)
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
	labelW := min(max(width/2-6, 28), 44)
	half := max((width-labelW-26)/2, 4)
	heads := draw.Fit("  "+say.Assumption, labelW) + draw.FitRight(say.IfLow, 12) + draw.Spaces(2*half+2) + draw.FitRight(say.IfHigh, 12)
	out := draw.Text(width, w.look.dim.Paint(heads), w.look.line.Paint(draw.Rule(width)))
	for i := w.top; i < len(sums.swings) && i < w.top+w.list.Dy(); i++ {
		s := sums.swings[i]
		cursor, ink := "  ", w.look.plain
		chosen := i == w.at[viewDecides]
		if chosen {
			cursor, ink = "▸ ", w.look.strong
		}
		low, high := s.AtLow, s.AtHigh
		out.Lines = append(out.Lines, draw.Fit(w.on(chosen, ink).Paint(draw.Fit(cursor+w.swingName(s), labelW))+w.look.dim.Paint(draw.FitRight(w.say.Signed(low-base), 12))+" "+
			mirrored(half, math.Abs(low-base)/most, w.look.warn)+w.look.line.Paint("│")+draw.Bar(half, math.Abs(high-base)/most, w.look.accent, draw.Ink{})+w.look.dim.Paint(draw.FitRight(w.say.Signed(high-base), 12)), width))
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
		return w.shortName(w.plan().Channels[i]) + ": " + name
	}
	return name
}

// moreMoney is where more would go, and the best that each budget can bring.
func (w *whatif) moreMoney(width int) draw.Block {
	say, sums := &w.say.Whatif, w.worked()
	full := width
	width = min(width, tableWidth)
	out := w.table(width, []string{say.IfYouGave, say.CustomersMore, say.MarginMore, say.PerEuro}, []int{15, 16, 18}, func(i int) ([]string, draw.Ink) {
		a := sums.more[i]
		per := "–"
		if a.Placed > 0 {
			per = w.say.Result(a.Margin / w.plan().Years() / float64(a.Placed) * 100)
		}
		return []string{w.say.Money(a.Amount), w.say.Count(a.Customers), w.say.Result(a.Margin), per}, w.look.plain
	})
	out = draw.Stack(draw.Block{W: full}, out, draw.Blank(width, 1), w.gives(width, say.WhereTo, sums.more[w.at[viewMore]].To, 0))
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
