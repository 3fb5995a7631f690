// Scenarios, cuts and assumptions: how they look.

package whatif

import (
	"math"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
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
			name = w.Look.Strong
		}
		return w.On(chosen, name).Paint(draw.Fit(cursor+cells[0], first)) + ink.Paint(text)
	}
	out := draw.Text(width, line(heads, "  ", w.Look.Dim, false), w.Look.Line.Paint(draw.Rule(width)))
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

// gap is the line under a table: empty, or how many rows are out of sight.
func (w *whatif) gap(width int) draw.Block {
	if w.rows() <= w.list.Dy() {
		return draw.Blank(width, 1)
	}
	return draw.Text(width, w.MoreRule(min(width, tableWidth), w.rows(), w.top, w.list.Dy()))
}

func (w *whatif) scenarios(width int) draw.Block {
	say, sums := &w.Say.Whatif, w.Worked()
	in := plan.ScenarioOf(w.Plan()).ID
	heads, step := []string{say.Scenario, w.Say.Budget.Customers, say.ByEnd, say.Margin, say.Return}, w.Rounding()
	tableW := min(width, tableWidth)
	table := w.table(tableW, heads, []int{8, 14, 11, 8}, func(i int) ([]string, draw.Ink) {
		y := sums.Outlooks[i].Total
		name, ink := desk.ScenarioName(w.Say, sums.Scenarios[i]), w.Look.Plain
		if sums.Scenarios[i].ID == in {
			name = "● " + name
		} else {
			name = "○ " + name
		}
		back := "–"
		if r, ok := y.Return(); ok {
			back = w.Say.ExpectedShare(r, step.Return)
		}
		return []string{name, w.Say.ExpectedCount(y.More.Customers, step.Customers),
			w.Say.Expected(y.More.Cashed, step.Money), w.Say.Expected(y.More.Margin, step.Money), back}, ink
	})
	out := draw.Stack(draw.Block{W: width}, draw.Beside(table, w.againstBase(width-tableW)), w.gap(width))
	if row := w.at[viewScenarios]; row < len(sums.Scenarios) {
		text := say.About[string(sums.Scenarios[row].ID)]
		if text == "" {
			text = say.OwnAbout
		}
		out = draw.Stack(out, draw.Paragraph(width, w.Look.Dim, text+" "+say.FiguresAre))
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
	sums, in := w.Worked(), w.Outlook().Total.More.Margin
	most := 1.0
	for _, o := range sums.Outlooks {
		most = max(most, o.Total.More.Margin)
	}
	out := draw.Text(width, w.Look.Dim.Paint(draw.FitRight(w.Say.Whatif.AgainstNow, width)),
		w.Look.Line.Paint(draw.Rule(width)))
	for i := w.top; i < w.rows() && i < w.top+w.list.Dy(); i++ {
		margin, differs := sums.Outlooks[i].Total.More.Margin, ""
		if d := margin - in; math.Abs(d) >= 100 {
			differs = w.Say.ExpectedChange(d)
		}
		bar := draw.Bar(width-figureW-2, max(margin, 0)/most, w.Look.Accent, draw.Ink{})
		out.Lines = append(out.Lines, "  "+bar+w.Look.Dim.Paint(draw.FitRight(differs, figureW)))
	}
	return out
}

// tableWidth is as wide as a row is read without losing it.
const tableWidth = 84

func (w *whatif) cuts(width int) draw.Block {
	full := width
	width = min(width, tableWidth)
	say, sums := &w.Say.Whatif, w.Worked()
	heads := []string{say.Cut, say.Saved, say.LostEven, say.LostBest, say.LostCustomers}
	widths := []int{11, 13, 13, 8}
	for i, head := range heads[1:] {
		widths[i] = max(widths[i], draw.Width(head)+1)
	}
	out := w.table(width, heads, widths, func(i int) ([]string, draw.Ink) {
		c := sums.Cuts[i]
		name := say.CutRow.With("share", w.Say.Share(c.Share), "amount", w.Say.Money(c.Amount))
		if !c.Possible {
			return []string{name, "", "", say.NotPossible, ""}, w.Look.Dim
		}
		return []string{name, w.Say.Result(c.Best.Saved), w.lost(c.Even.Margin), w.lost(c.Best.Margin),
			w.Say.Count(c.Best.Customers)}, w.Look.Plain
	})
	c := sums.Cuts[min(w.at[viewCuts], len(sums.Cuts)-1)]
	out = draw.Stack(draw.Block{W: full}, out, w.gap(width))
	if !c.Possible {
		return draw.Stack(out, draw.Paragraph(width, w.Look.Dim, say.NoRoom))
	}
	out = draw.Stack(out, draw.Paragraph(width, w.Look.Dim, say.AboutCuts.With("span",
		w.Say.Span(float64(w.Plan().Months)))), w.gives(width, say.WhoGives, c.Best.Given, c.Amount))
	more := draw.Stack(draw.Blank(full, 1), draw.Paragraph(full, w.Look.Dim, say.CutsTake))
	if out.H()+more.H()+3 > w.area.Dy() { // the question, the views and a blank line are above
		return out
	}
	return draw.Stack(out, more)
}

// lost is a sum that goes missing, rounded by itself.
func (w *whatif) lost(cents float64) string { return w.Say.Expected(cents, templates.StepOf(cents)) }

// gives lists which channel gives or gets how much, as bars; what they do not give of the
// whole comes from the pot.
func (w *whatif) gives(width int, title string, amounts []model.Money, whole model.Money) draw.Block {
	out := draw.Text(width, w.Look.Title.Paint(title))
	var most model.Money = 1
	for _, a := range amounts {
		most = max(most, a)
		whole -= max(a, 0)
	}
	most = max(most, whole)
	line := func(name string, a model.Money, ink draw.Ink) {
		bar := draw.Bar(max(width-24-14, 4), float64(a)/float64(most), ink, draw.Ink{})
		out.Lines = append(out.Lines, draw.Fit(draw.Fit("  "+name, 24)+bar+draw.FitRight(w.Say.Money(a), 14), width))
	}
	for i, a := range amounts {
		if a > 0 {
			line(w.ShortName(w.Plan().Channels[i]), a, w.Look.Accent)
		}
	}
	switch {
	case whole > 0 && out.H() == 1:
		out = draw.Stack(out, draw.Paragraph(width, w.Look.Dim, "  "+w.Say.Whatif.FromPot))
	case whole > 0:
		line(w.Say.Budget.Pot, whole, w.Look.Money)
	}
	return out
}

// decides is the tornado: which assumption moves the margin most.
func (w *whatif) decides(width int) draw.Block {
	say, sums := &w.Say.Whatif, w.Worked()
	base := w.Outlook().Total.More.Margin
	most := 1.0
	for _, s := range sums.Swings {
		most = max(most, math.Abs(s.AtLow-base), math.Abs(s.AtHigh-base))
	}
	labelW := min(max(width/2-6, 28), 44)
	half := max((width-labelW-26)/2, 4)
	heads := draw.Fit("  "+say.Assumption, labelW) + draw.FitRight(say.IfLow, 12) + draw.Spaces(2*half+2) +
		draw.FitRight(say.IfHigh, 12)
	out := draw.Text(width, w.Look.Dim.Paint(heads), w.Look.Line.Paint(draw.Rule(width)))
	for i := w.top; i < len(sums.Swings) && i < w.top+w.list.Dy(); i++ {
		s := sums.Swings[i]
		cursor, ink := "  ", w.Look.Plain
		chosen := i == w.at[viewDecides]
		if chosen {
			cursor, ink = "▸ ", w.Look.Strong
		}
		low, high := s.AtLow, s.AtHigh
		out.Lines = append(out.Lines, draw.Fit(w.On(chosen, ink).Paint(draw.Fit(cursor+w.SwingName(s),
			labelW))+w.Look.Dim.Paint(draw.FitRight(w.Say.ExpectedChange(low-base), 12))+" "+
			mirrored(half, math.Abs(low-base)/most, w.Look.Warn)+w.Look.Line.Paint("│")+draw.Bar(half,
			math.Abs(high-base)/most, w.Look.Accent,
			draw.Ink{})+w.Look.Dim.Paint(draw.FitRight(w.Say.ExpectedChange(high-base), 12)), width))
	}
	out = draw.Stack(out, w.gap(width))
	if w.at[viewDecides] < len(sums.Swings) {
		s := sums.Swings[w.at[viewDecides]]
		text := say.SwingIs.With("origin", w.Origin(s.Origin))
		if s.Assumed {
			text += " " + say.SwingAssumed
		}
		out = draw.Stack(out, draw.Paragraph(width, w.Look.Dim, text))
	}
	out = draw.Stack(out, draw.Paragraph(width, w.Look.Plain, say.RestsOn.With("own", w.Say.Share(sums.basis.Own),
		"published", w.Say.Share(sums.basis.Published), "judgement", w.Say.Share(sums.basis.Judgement))))
	if r, ok := w.Ranges(); ok {
		low, high := w.Say.ExpectedBetween(r.Margin.Low, r.Margin.High)
		out = draw.Stack(out, draw.Paragraph(width, w.Look.Plain, say.RangeIs.With("low", low, "high", high, "by_end",
			w.Say.Chance(r.PaysByEnd), "ever", w.Say.Chance(r.Pays))))
	}
	if len(sums.Test) > 0 {
		out = draw.Stack(out, draw.Paragraph(width, w.Look.Strong,
			say.TestFirst.With("what", w.SwingName(sums.Test[0]))))
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

// SwingName is an assumption as the company or the channel step calls it.
func (w *whatif) SwingName(s plan.Swing) string {
	name := w.Say.Whatif.Fields[s.Field]
	if name == "" {
		name = s.Field
	}
	if i := w.Plan().Channel(s.Channel); i >= 0 {
		return w.ShortName(w.Plan().Channels[i]) + ": " + name
	}
	return name
}

// moreMoney is where more would go, and the best that each budget can bring.
func (w *whatif) moreMoney(width int) draw.Block {
	say, sums := &w.Say.Whatif, w.Worked()
	full := width
	width = min(width, tableWidth)
	out := w.table(width, []string{say.IfYouGave, say.CustomersMore, say.MarginMore, say.PerEuro}, []int{15, 16, 17},
		func(i int) ([]string, draw.Ink) {
			a := sums.more[i]
			per := "–"
			if a.Placed > 0 {
				costs := float64(a.Placed) * w.Plan().Years() * w.Plan().Company.VAT.Cost()
				per = w.lost(a.Margin / costs * 100)
			}
			return []string{w.Say.Money(a.Amount), w.Say.Count(a.Customers), w.lost(a.Margin), per}, w.Look.Plain
		})
	out = draw.Stack(draw.Block{W: full}, out, w.gap(width),
		draw.Paragraph(width, w.Look.Dim, say.AboutMore.With("span",
			w.Say.Span(float64(w.Plan().Months)))), w.gives(width, say.WhereTo, sums.more[w.at[viewMore]].To, 0))
	room := w.area.Dy() - 3 - out.H() - 3
	if room < 6 || len(sums.frontier) < 2 {
		return out
	}
	return draw.Stack(out, draw.Blank(width, 1), w.frontier(width, min(room, 14)))
}

// frontier draws the best margin for every budget, and today's plan under it.
func (w *whatif) frontier(width, h int) draw.Block {
	say, sums := &w.Say.Whatif, w.Worked()
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
	today := draw.Dot{X: float64(w.Plan().Allocated()), Y: w.Outlook().Total.More.Margin, Sign: "●", Ink: w.Look.Key}
	out := draw.Text(width, w.Look.Title.Paint(say.Frontier))
	out = draw.Stack(out, draw.Curve(width, h-2, float64(last.Budget), top, at, w.Look.Accent, w.Look.Line, today))
	return draw.Stack(out, draw.Text(width, w.Look.Dim.Paint("0"+draw.FitRight(w.Say.Money(last.Budget), width-1))))
}
