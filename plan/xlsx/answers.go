package xlsx

import (
	"strconv"

	"arringa/plan"
	"arringa/plan/board"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// fillCuts is the ladder of cuts: what is lost, and who gives.
func (b *book) fillCuts() {
	s, w := b.cuts, b.words
	if s == nil {
		return
	}
	cuts := b.work.Cuts
	s.head(w.SheetCuts, w.CutsAnswer, 2+len(cuts))
	s.width(1, 1, 36)
	s.width(2, 1+len(cuts), 15)
	for i, label := range []string{w.CutShare, w.CutAmount, w.LostEven, w.LostBest, w.LostCustomers} {
		s.text(1, 4+i, map[bool]string{true: "head", false: "row"}[i == 0], label)
	}
	s.text(1, 10, "section", w.WhoGives)
	for j, c := range cuts {
		col := 2 + j
		s.number(col, 4, "share head", c.Share)
		s.number(col, 5, "money row", euros(float64(c.Amount)))
		s.blank(col, 10, "section")
		if !c.Possible {
			for row := 6; row <= 8; row++ {
				s.text(col, row, "row dim right", w.NotPossible)
			}
			continue
		}
		s.number(col, 6, "money row", euros(c.Even.Margin))
		s.number(col, 7, "money row bold", euros(c.Best.Margin))
		s.number(col, 8, "count row", c.Best.Customers)
		for i := range b.plan.Channels {
			s.number(col, 11+i, "money row", euros(float64(c.Best.Given[i])))
		}
	}
	for i, c := range b.plan.Channels {
		s.text(1, 11+i, "row", templates.ChannelName(c, b.say.Tag))
	}
	end := 12 + len(b.plan.Channels)
	b.asExported(s, 1, end)
	series := func(row int, color string) excelize.ChartSeries {
		return excelize.ChartSeries{Name: s.at(1, row), Categories: s.span(2, 4, 1+len(cuts), 4), Values: s.span(2, row, 1+len(cuts), row), Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}}
	}
	b.try(s.file.AddChart(s.name, ref(1, end+2), b.chart(excelize.Col, w.CutsChart, 900, 320, series(6, "9FD0D1"), series(7, teal))))
	s.onePage()
}

// chart is a chart in the looks of the book.
func (b *book) chart(kind excelize.ChartType, title string, width, height uint, series ...excelize.ChartSeries) *excelize.Chart {
	label := excelize.Font{Size: 9, Color: grey, Family: "Calibri"}
	c := &excelize.Chart{
		Type: kind, Series: series, Format: excelize.GraphicOptions{AltText: title, Name: title},
		Legend: excelize.ChartLegend{Position: "bottom", Font: &label}, GapWidth: ptr(uint(60)),
		XAxis:     excelize.ChartAxis{Font: label},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: label, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
		Dimension: excelize.ChartDimension{Width: width, Height: height},
	}
	if title != "" {
		c.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Bold: true, Size: 12, Color: navy, Family: "Calibri"}}}}
	}
	return c
}

// fillUncertainty is how sure the figures are, and which assumption decides.
func (b *book) fillUncertainty() {
	s, w := b.uncertainty, b.words
	if s == nil {
		return
	}
	s.head(w.SheetUncertainty, w.UncertaintyAnswer, 6)
	s.width(1, 1, 52)
	s.width(2, 6, 17)
	r := b.work.Ranges
	for i, label := range []string{"", w.NineOfTen, w.InTheMiddle, w.OneOfTen} {
		s.text(1+i, 4, map[bool]string{true: "head", false: "head right"}[i == 0], label)
	}
	row := 5
	band := func(label, style string, x plan.Band, scale float64) {
		s.text(1, row, "row", label)
		for i, v := range []float64{x.Low, x.Base, x.High} {
			s.number(2+i, row, style+" row", v*scale)
		}
		row++
	}
	band(w.MoreContacts, "count", r.Contacts, 1)
	band(w.MoreCustomers, "count", r.Customers, 1)
	band(w.MoreMargin, "money", r.Margin, 0.01)
	if back, ok := r.Return(); ok {
		band(w.Return, "change", back, 1)
	}
	s.text(1, row, "row bold", w.ChancePays)
	s.number(2, row, "share row bold", r.Pays)
	b.asExported(s, 1, row+1)
	row += 3
	basis := b.work.Basis
	s.text(1, row, "section", w.RestsOn)
	for i, x := range []struct {
		label string
		v     float64
	}{{b.say.App.OriginOwn, basis.Own}, {b.say.App.OriginPublished, basis.Published}, {b.say.App.OriginJudgement, basis.Judgement}} {
		s.text(1, row+1+i, "row", x.label)
		s.number(2, row+1+i, "share row", x.v)
	}
	row += 5
	b.tornado(row)
}

// tornado lists the assumptions by how much margin they move.
func (b *book) tornado(row int) {
	s, w := b.uncertainty, b.words
	swings := b.work.Swings[:min(len(b.work.Swings), 15)]
	for i, label := range []string{w.WhatDecides, w.MarginIfLow, w.MarginIfHigh, w.Moves, w.Origin} {
		s.text(1+i, row, map[bool]string{true: "head", false: "head right"}[i == 0], label)
	}
	for i, x := range swings {
		name := b.say.Whatif.Fields[x.Field]
		if at := b.plan.Channel(x.Channel); at >= 0 {
			name = templates.ChannelName(b.plan.Channels[at], b.say.Tag) + ": " + name
		}
		s.text(1, row+1+i, "row", name)
		s.number(2, row+1+i, "money row", euros(x.AtLow))
		s.number(3, row+1+i, "money row", euros(x.AtHigh))
		s.number(4, row+1+i, "money row", euros(x.Size()))
		s.text(5, row+1+i, "row dim right", b.originName(x.Origin))
	}
	if len(swings) == 0 {
		return
	}
	series := excelize.ChartSeries{
		Name: s.at(4, row), Categories: s.span(1, row+1, 1, row+len(swings)), Values: s.span(4, row+1, 4, row+len(swings)),
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{teal}},
	}
	c := b.chart(excelize.Bar, w.WhatDecides, 900, uint(140+22*len(swings)), series)
	c.XAxis.ReverseOrder = true
	c.Legend = excelize.ChartLegend{Position: "none"}
	b.try(s.file.AddChart(s.name, ref(1, row+len(swings)+3), c))
	s.onePage()
}

// fillQuestions is what the board asks, answered from the plan.
func (b *book) fillQuestions() {
	s, w := b.questions, b.words
	if s == nil {
		return
	}
	s.head(w.SheetQuestions, w.QuestionsAnswer, 2)
	s.width(1, 1, 46)
	s.width(2, 2, 100)
	s.text(1, 4, "head", w.Question)
	s.text(2, 4, "head", w.Answer)
	row := 5
	answers := board.Answers(b.plan, b.say, board.Values(b.plan, b.say, b.work))
	for _, a := range board.Asked(answers) {
		s.text(1, row, "row bold wrap", a.Question)
		s.text(2, row, "row wrap", a.Text)
		s.height(row, max(lines(a.Question, 46), lines(a.Text, 106)))
		row++
	}
	b.asExported(s, 1, row+1)
}

// fillDistance is how the company stands against how its customers look for things.
func (b *book) fillDistance() {
	s, w := b.distance, b.words
	if s == nil {
		return
	}
	s.head(w.SheetDistance, w.DistanceAnswer, 4)
	s.width(1, 1, 30)
	s.width(2, 2, 64)
	s.width(3, 3, 64)
	s.width(4, 4, 10)
	for i, label := range []string{w.Area, w.Question, w.WhereWeAre, w.Level} {
		s.text(1+i, 4, "head", label)
	}
	row := 5
	for _, q := range templates.GapQuestions() {
		level, ok := b.plan.Level(q.ID)
		if !ok {
			continue
		}
		s.text(1, row, "row dim wrap", b.say.Distance.Areas[q.Area])
		s.text(2, row, "row wrap", q.Question.In(b.say.Tag))
		s.text(3, row, "row wrap", q.Level(level).In(b.say.Tag))
		s.number(4, row, "whole row", float64(level))
		s.height(row, max(lines(q.Question.In(b.say.Tag), 68), lines(q.Level(level).In(b.say.Tag), 68)))
		row++
	}
	row++
	s.text(1, row, "section", w.NextSteps)
	s.blank(2, row, "section")
	s.blank(3, row, "section")
	for i, q := range templates.NextSteps(b.plan, 3) {
		s.text(1, row+1+i, "row", strconv.Itoa(i+1)+". "+b.say.Distance.Areas[q.Area])
		s.text(2, row+1+i, "row wrap", q.Next.In(b.say.Tag))
		s.merge(2, row+1+i, 3, row+1+i)
		s.height(row+1+i, 18)
	}
	s.onePage()
}

// fillPresence is the record of what AI assistants answer.
func (b *book) fillPresence() {
	s, w := b.presence, b.words
	if s == nil {
		return
	}
	s.head(w.SheetPresence, w.PresenceAnswer, 6)
	for i, width := range []float64{12, 16, 70, 14, 34, 34} {
		s.width(i+1, i+1, width)
	}
	found := plan.PresenceOf(b.plan)
	s.text(1, 3, "bold", b.say.Distance.NamedIn.With("x", strconv.Itoa(found.All.Times), "y", strconv.Itoa(found.All.Answers)))
	for i, label := range []string{w.When, w.Assistant, w.Question, w.Named, w.Rivals, w.Sources} {
		s.text(1+i, 4, "head", label)
	}
	for i, r := range b.plan.Presence {
		row := 5 + i
		prompt := r.Prompt
		for _, p := range templates.Prompts() {
			if p.ID == r.Prompt {
				prompt = p.Prompt.In(b.say.Tag)
			}
		}
		named := b.say.Distance.NotNamed
		if r.Named {
			named = b.say.Distance.Named
		}
		for c, text := range []string{b.say.Day(r.Date), r.Assistant, prompt, named, joined(r.Competitors), joined(r.Sources)} {
			s.text(1+c, row, "row wrap", text)
		}
		s.height(row, max(lines(prompt, 74), lines(joined(r.Sources), 36)))
	}
}

func joined(names []string) string {
	out := ""
	for i, n := range names {
		if i > 0 {
			out += ", "
		}
		out += n
	}
	return out
}

// fillTrials are the tests: what is tried, with what, until when, decided how.
func (b *book) fillTrials() {
	s, w := b.trials, b.words
	if s == nil {
		return
	}
	s.head(w.SheetTrials, w.TrialsAnswer, 7)
	for i, width := range []float64{34, 44, 13, 14, 12, 14, 54} {
		s.width(i+1, i+1, width)
	}
	for i, label := range []string{w.Channel, w.WhatWeTry, w.Spend, w.From, w.MonthsLabel, w.CostToBeat, w.DecisionRule} {
		s.text(1+i, 4, "head", label)
	}
	for i, t := range b.plan.Trials {
		row := 5 + i
		name := b.channelName(t.Channel)
		rule := w.Rule.With("needed", b.say.Number(t.Needed(), 0), "scale", b.say.Of100(t.ScaleAt), "stop", b.say.Of100(t.StopAt))
		s.text(1, row, "row wrap", name)
		s.text(2, row, "row wrap", t.What)
		s.number(3, row, "money row", euros(float64(t.Budget)))
		s.number(4, row, "month row", serial(t.Start))
		s.number(5, row, "whole row", float64(t.Months))
		s.number(6, row, "cents row", euros(float64(t.CostToBeat)))
		s.text(7, row, "row wrap", rule)
		s.height(row, max(lines(rule, 56), lines(t.What, 46)))
	}
}

// asks reports which of the further sheets have something to say.
func (b *book) asks() {
	w, p := b.words, b.plan
	if len(p.Channels) > 0 && p.Allocated() > 0 {
		b.cuts, b.uncertainty = b.add(w.SheetCuts), b.add(w.SheetUncertainty)
	}
	if len(p.Channels) > 0 {
		b.questions = b.add(w.SheetQuestions)
	}
	if p.Role != nil {
		b.role = b.add(w.SheetRole)
	}
	if len(p.Gap) > 0 {
		b.distance = b.add(w.SheetDistance)
	}
	if len(p.Presence) > 0 {
		b.presence = b.add(w.SheetPresence)
	}
	if len(p.Trials) > 0 {
		b.trials = b.add(w.SheetTrials)
	}
}
