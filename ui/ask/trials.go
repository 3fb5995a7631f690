// Tests of channels, and what the past has taught.

package ask

import (
	"slices"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// Trials lists the tests of channels: what is tried, and what came of it.
func Trials(d *desk.Desk) desk.Dialog {
	say := &d.Say.Trials
	var choices []form.Choice
	for i, t := range d.Plan().Trials {
		label := say.Row.With("channel", d.ChannelNamed(t.Channel), "amount", d.Say.Money(t.Budget), "month",
			d.Say.Month(t.Start))
		if r, ok := plan.ReadTrial(d.Plan(), t); ok && r.Verdict != "" {
			label += " · " + say.Verdicts[string(r.Verdict)]
		}
		choices = append(choices, form.Choice{Label: label, Do: func() tea.Cmd { d.Show(Trial(d, i)); return nil }})
	}
	choices = append(choices, form.Choice{Label: say.Add, Do: func() tea.Cmd { d.Show(chooseTrial(d)); return nil }})
	return form.NewList(d, "trials", say.Title, say.Text, choices...)
}

// chooseTrial begins a test of a channel of the plan: those whose figures are estimates come
// first.
func chooseTrial(d *desk.Desk) desk.Dialog {
	p := d.Plan()
	order := make([]int, len(p.Channels))
	for i := range order {
		order[i] = i
	}
	doubt := func(i int) int {
		if p.Channels[i].Figures.Contacts.Origin == model.Own {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b int) int { return doubt(a) - doubt(b) })
	var choices []form.Choice
	for _, i := range order {
		label := d.Name(p.Channels[i]) + " · " + d.Origin(p.Channels[i].Figures.Contacts.Origin)
		choices = append(choices, form.Choice{Label: label, Do: func() tea.Cmd {
			t := plan.DraftTrial(p, i)
			d.Change("", d.Say.Trials.Add, func(p *model.Plan) { p.Trials = append(p.Trials, t) })
			d.Show(Trial(d, len(d.Plan().Trials)-1))
			return nil
		}})
	}
	list := form.NewList(d, "test", d.Say.Trials.Add, d.Say.Trials.Which, choices...)
	list.Once = true
	return list
}

// Trial asks a test's money, time and rule, says how many contacts it takes to know, and
// reads its result.
func Trial(d *desk.Desk, index int) *form.Sheet {
	say, k := &d.Say.Trials, Asker{d, "trial."}
	at := func(p *model.Plan) *model.Trial { return &p.Trials[index] }
	name := d.ChannelNamed(d.Plan().Trials[index].Channel)
	return form.NewSheet(d, "trial", say.TitleOf.With("channel", name), "", func() []form.Field {
		if index >= len(d.Plan().Trials) {
			return []form.Field{form.Onward(d.Say.App.Ready, func() tea.Cmd { d.Close(); return nil })}
		}
		t := d.Plan().Trials[index]
		start := k.Field("start", say.AskStart)
		start.Value = d.Say.Month(t.Start)
		start.Turn = func(by int) {
			d.Change("pick trial start", say.AskStart.Label,
				func(p *model.Plan) { at(p).Start = t.Start + model.Month(by) })
		}
		fields := []form.Field{
			k.Text("what", say.AskWhat, t.What, func(p *model.Plan, s string) { at(p).What = s }),
			k.Money("budget", say.AskBudget, t.Budget,
				func(p *model.Plan, m model.Money) error { at(p).Budget = m; return nil }),
			start,
			Pick(k, "months", say.AskMonths, []string{"1", "2", "3", "4", "6", "9", "12"}, []int{1, 2, 3, 4, 6, 9, 12},
				t.Months, func(p *model.Plan, n int) { at(p).Months = n }),
			k.Money("cost", say.AskCost, t.CostToBeat,
				func(p *model.Plan, m model.Money) error { at(p).CostToBeat = m; return nil }),
		}
		fields = append(fields, trialOutlook(d, t)...)
		fields = append(fields, trialResult(d, k, t, index)...)
		drop := form.Onward(say.Drop, func() tea.Cmd {
			d.Change("", say.Drop, func(p *model.Plan) { p.Trials = slices.Delete(p.Trials, index, index+1) })
			d.Tell(d.Say.App.Removed)
			d.Close()
			return nil
		})
		drop.ID, drop.Sign = "trial.drop", "✗"
		return append(fields, drop, form.Onward(d.Say.App.Ready, func() tea.Cmd { d.Close(); return nil }))
	})
}

// told is a line of a form that is only read.
func toldLine(id, text, sign string) form.Field {
	return form.Field{ID: id, Label: text, Plain: true, Sign: sign}
}

// trialOutlook says what a test takes and how it is decided.
func trialOutlook(d *desk.Desk, t model.Trial) []form.Field {
	say := &d.Say.Trials
	o, ok := plan.PlanTrial(d.Plan(), t)
	if !ok {
		return []form.Field{toldLine("trial.none", say.NoOutlook, "?")}
	}
	list := []form.Field{toldLine("trial.needed", say.Needed.With("needed", d.Say.Number(o.Needed, 0), "low",
		d.Say.Count(o.Expected.Low), "base", d.Say.Count(o.Expected.Base), "high", d.Say.Count(o.Expected.High)), "·")}
	if o.Expected.Base < o.Needed && o.Budget > 0 {
		list = append(list, toldLine("trial.more", say.TooSmall.With("amount", d.Say.Money(o.Budget)), "!"))
	}
	if t.CostToBeat > 0 && o.ScaleFrom > 0 {
		text := say.Rule.With("scale", strconv.Itoa(o.ScaleFrom), "stop", strconv.Itoa(max(o.StopUpTo, 0)))
		list = append(list, toldLine("trial.rule", text, "·"))
	}
	return list
}

// trialResult asks what came of a test and says what it means.
func trialResult(d *desk.Desk, k Asker, t model.Trial, index int) []form.Field {
	say := &d.Say.Trials
	at := func(p *model.Plan) *model.TrialResult {
		x := &p.Trials[index]
		if x.Result == nil {
			x.Result = &model.TrialResult{}
		}
		return x.Result
	}
	var told model.TrialResult
	if t.Result != nil {
		told = *t.Result
	}
	spend := k.sum("spent", say.AskSpent, told.Spend,
		func(p *model.Plan, m model.Money) error { at(p).Spend = m; return nil })
	if told.Spend == 0 {
		spend.Value, spend.Typed = "", ""
	}
	came := k.optional("came", say.AskCame, told.Contacts, func(p *model.Plan, n *float64) { at(p).Contacts = n })
	fields := []form.Field{form.Heading(say.HeadResult), spend, came}
	r, ok := plan.ReadTrial(d.Plan(), t)
	if !ok {
		return fields
	}
	text := say.Reading.With("low", d.Say.Result(r.CostPerContact.Low), "base", d.Say.Result(r.CostPerContact.Base),
		"high", d.Say.Result(r.CostPerContact.High))
	fields = append(fields, toldLine("trial.reading", text, "·"))
	if r.Verdict != "" {
		fields = append(fields, toldLine("trial.verdict", say.Verdict.With("verdict", say.Verdicts[string(r.Verdict)],
			"chance", d.Say.Chance(r.Chance)), "→"))
	}
	if !r.Enough {
		fields = append(fields, toldLine("trial.few", say.TooFew, "!"))
	}
	learn := form.Onward(say.Learn, func() tea.Cmd {
		d.Edit("", say.Learn, func(was model.Plan) model.Plan { return plan.LearnTrial(was, was.Trials[index]) })
		d.Cheer(say.Learnt)
		return nil
	})
	learn.ID = "trial.learn"
	return append(fields, learn)
}

// Learning shows what a channel's past says about its figures, beside what the plan
// assumes, to be taken or left.
func Learning(d *desk.Desk, line int) desk.Dialog {
	say := &d.Say.Trials
	fit, ok := plan.Calibrate(d.Plan(), line)
	c := d.Plan().Channels[line]
	if !ok {
		return form.NewList(d, "learning", say.LearningOf.With("channel", d.Name(c)), say.NoPast,
			form.Choice{Label: d.Say.App.Ready, Do: func() tea.Cmd { return nil }})
	}
	p := &form.Page{Desk: d, Name: "learning", Heading: say.LearningOf.With("channel", d.Name(c))}
	p.Body = func(w int) draw.Block {
		line := func(label, now, seen string) string {
			return draw.Fit(label, w-32) + draw.FitRight(now, 16) + draw.FitRight(seen, 16)
		}
		f, s := c.Figures, fit.Suggestion
		now := plan.NewResponse(f, f.Contacts.Base)
		at := float64(s.Reference)
		out := draw.Text(w, d.Look.Dim.Paint(line("", say.Now, say.Seen)),
			line(say.ContactsAt.With("amount", d.Say.Money(s.Reference)), d.Say.Count(now.Contacts(at, 1)),
				d.Say.Count(s.Contacts.Base)),
			line(d.Say.Whatif.Fields["doubling_gain"], d.Say.Share(now.Contacts(2*at, 1)/now.Contacts(at, 1)-1),
				d.Say.Share(s.Gain.Value)),
			line(d.Say.Whatif.Fields["half_life_months"], d.Say.Span(f.HalfLife.Value), d.Say.Span(s.HalfLife.Value)))
		out = draw.Stack(out, draw.Blank(w, 1), draw.Paragraph(w, d.Look.Plain, fitText(d, fit)))
		for _, code := range fit.Warnings {
			out = draw.Stack(out, draw.Paragraph(w, d.Look.Warn, "! "+say.Warnings[string(code)]))
		}
		return out
	}
	return &learning{Page: *p, fit: fit}
}

// fitText says how much a past tells.
func fitText(d *desk.Desk, fit plan.Fit) string {
	say := &d.Say.Trials
	explains, seen := say.FitSilent, say.FitAt
	if fit.R2 >= 0.005 {
		explains = say.FitExplains.With("share", d.Say.Share(fit.R2))
	}
	least, most := d.Say.Money(fit.Least), d.Say.Money(fit.Most)
	if least != most {
		seen = say.FitBetween
	}
	return say.FitIs.N(fit.Periods, strconv.Itoa(fit.Periods)) + " " + explains + " " + seen.With("least", least,
		"most", most)
}

// learning is that page, with the key that takes it.
type learning struct {
	form.Page
	fit plan.Fit
}

func (l *learning) Commands() []desk.Command {
	return append([]desk.Command{{Scope: desk.Moves, Keys: []string{"enter"}, Name: l.Say.Trials.TakeFit, Bar: true,
		Do: func() tea.Cmd {
			l.Edit("", l.Say.Trials.TakeFit, func(was model.Plan) model.Plan { return plan.Learn(was, l.fit) })
			l.Close()
			l.Cheer(l.Say.Trials.Learnt)
			return nil
		}}}, l.Page.Commands()...)
}
