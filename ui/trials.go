package ui

import (
	"slices"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// trials lists the tests of channels: what is tried, and what came of it.
func newTrials(d *desk) dialog {
	say := &d.say.Trials
	var choices []choice
	for i, t := range d.plan().Trials {
		label := say.Row.With("channel", d.channelNamed(t.Channel), "amount", d.say.Money(t.Budget), "month", d.say.Month(t.Start))
		if r, ok := plan.ReadTrial(d.plan(), t); ok && r.Verdict != "" {
			label += " · " + say.Verdicts[string(r.Verdict)]
		}
		choices = append(choices, choice{label, func() tea.Cmd { d.show(newTrial(d, i)); return nil }})
	}
	choices = append(choices, choice{say.Add, func() tea.Cmd { d.show(chooseTrial(d)); return nil }})
	return newList(d, "trials", say.Title, say.Text, choices...)
}

// chooseTrial begins a test of a channel of the plan: those whose figures are estimates come
// first.
func chooseTrial(d *desk) dialog {
	p := d.plan()
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
	var choices []choice
	for _, i := range order {
		label := d.name(p.Channels[i]) + " · " + d.origin(p.Channels[i].Figures.Contacts.Origin)
		choices = append(choices, choice{label, func() tea.Cmd {
			t := plan.DraftTrial(p, i)
			d.change("", d.say.Trials.Add, func(p *model.Plan) { p.Trials = append(p.Trials, t) })
			d.show(newTrial(d, len(d.plan().Trials)-1))
			return nil
		}})
	}
	return newList(d, "test", d.say.Trials.Add, d.say.Trials.Which, choices...)
}

// newTrial asks a test's money, time and rule, says how many contacts it takes to know, and
// reads its result.
func newTrial(d *desk, index int) *sheet {
	say, k := &d.say.Trials, asker{d, "trial."}
	at := func(p *model.Plan) *model.Trial { return &p.Trials[index] }
	name := d.channelNamed(d.plan().Trials[index].Channel)
	return newSheet(d, "trial", say.TitleOf.With("channel", name), "", func() []field {
		if index >= len(d.plan().Trials) {
			return []field{onward(d.say.App.Ready, func() tea.Cmd { d.close(); return nil })}
		}
		t := d.plan().Trials[index]
		start := k.field("start", say.AskStart)
		start.value = d.say.Month(t.Start)
		start.turn = func(by int) {
			d.change("pick trial start", say.AskStart.Label, func(p *model.Plan) { at(p).Start = t.Start + model.Month(by) })
		}
		fields := []field{
			k.text("what", say.AskWhat, t.What, func(p *model.Plan, s string) { at(p).What = s }),
			k.money("budget", say.AskBudget, t.Budget, func(p *model.Plan, m model.Money) error { at(p).Budget = m; return nil }),
			start,
			pick(k, "months", say.AskMonths, []string{"1", "2", "3", "4", "6", "9", "12"}, []int{1, 2, 3, 4, 6, 9, 12}, t.Months, func(p *model.Plan, n int) { at(p).Months = n }),
			k.money("cost", say.AskCost, t.CostToBeat, func(p *model.Plan, m model.Money) error { at(p).CostToBeat = m; return nil }),
		}
		fields = append(fields, trialOutlook(d, t)...)
		fields = append(fields, trialResult(d, k, t, index)...)
		drop := onward(say.Drop, func() tea.Cmd {
			d.change("", say.Drop, func(p *model.Plan) { p.Trials = slices.Delete(p.Trials, index, index+1) })
			d.close()
			return nil
		})
		drop.id, drop.sign = "trial.drop", "✗"
		return append(fields, drop, onward(d.say.App.Ready, func() tea.Cmd { d.close(); return nil }))
	})
}

// told is a line of a form that is only read.
func toldLine(id, text, sign string) field {
	return field{id: id, label: text, plain: true, sign: sign}
}

// trialOutlook says what a test takes and how it is decided.
func trialOutlook(d *desk, t model.Trial) []field {
	say := &d.say.Trials
	o, ok := plan.PlanTrial(d.plan(), t)
	if !ok {
		return []field{toldLine("trial.none", say.NoOutlook, "?")}
	}
	list := []field{toldLine("trial.needed", say.Needed.With("needed", d.say.Number(o.Needed, 0), "low", d.say.Count(o.Expected.Low), "base", d.say.Count(o.Expected.Base), "high", d.say.Count(o.Expected.High)), "·")}
	if o.Expected.Base < o.Needed && o.Budget > 0 {
		list = append(list, toldLine("trial.more", say.TooSmall.With("amount", d.say.Money(o.Budget)), "!"))
	}
	if t.CostToBeat > 0 && o.ScaleFrom > 0 {
		text := say.Rule.With("scale", strconv.Itoa(o.ScaleFrom), "stop", strconv.Itoa(max(o.StopUpTo, 0)))
		list = append(list, toldLine("trial.rule", text, "·"))
	}
	return list
}

// trialResult asks what came of a test and says what it means.
func trialResult(d *desk, k asker, t model.Trial, index int) []field {
	say := &d.say.Trials
	at := func(p *model.Plan) *model.TrialResult {
		x := &p.Trials[index]
		if x.Result == nil {
			x.Result = &model.TrialResult{Spend: x.Budget}
		} else {
			copied := *x.Result
			x.Result = &copied
		}
		return x.Result
	}
	var spent model.Money
	contacts := model.Number{}
	if t.Result != nil {
		spent, contacts = t.Result.Spend, model.Number{Value: t.Result.Contacts, Origin: model.Own}
	}
	spend := k.money("spent", say.AskSpent, spent, func(p *model.Plan, m model.Money) error { at(p).Spend = m; return nil })
	came := k.number("came", say.AskCame, contacts, 1, 0, model.MaxPerMonth, func(p *model.Plan, n model.Number) { at(p).Contacts = n.Value })
	if t.Result == nil {
		spend.value, spend.typed, came.value, came.typed = "", "", "", ""
	}
	fields := []field{heading(say.HeadResult), spend, came}
	r, ok := plan.ReadTrial(d.plan(), t)
	if !ok {
		return fields
	}
	text := say.Reading.With("low", d.say.Result(r.CostPerContact.Low), "base", d.say.Result(r.CostPerContact.Base), "high", d.say.Result(r.CostPerContact.High))
	fields = append(fields, toldLine("trial.reading", text, "·"))
	if r.Verdict != "" {
		fields = append(fields, toldLine("trial.verdict", say.Verdict.With("verdict", say.Verdicts[string(r.Verdict)], "chance", d.say.Of100(r.Chance)), "→"))
	}
	if !r.Enough {
		fields = append(fields, toldLine("trial.few", say.TooFew, "!"))
	}
	learn := onward(say.Learn, func() tea.Cmd {
		d.edit("", say.Learn, func(was model.Plan) model.Plan { return plan.LearnTrial(was, was.Trials[index]) })
		d.cheer(say.Learnt)
		return nil
	})
	learn.id = "trial.learn"
	return append(fields, learn)
}

// newLearning shows what a channel's past says about its figures, beside what the plan
// assumes, to be taken or left.
func newLearning(d *desk, line int) dialog {
	say := &d.say.Trials
	fit, ok := plan.Calibrate(d.plan(), line)
	c := d.plan().Channels[line]
	if !ok {
		return newList(d, "learning", say.LearningOf.With("channel", d.name(c)), say.NoPast, choice{d.say.App.Ready, func() tea.Cmd { return nil }})
	}
	p := &page{desk: d, name: "learning", heading: say.LearningOf.With("channel", d.name(c))}
	p.body = func(w int) draw.Block {
		line := func(label, now, seen string) string {
			return draw.Fit(label, w-32) + draw.FitRight(now, 16) + draw.FitRight(seen, 16)
		}
		f, s := c.Figures, fit.Suggestion
		out := draw.Text(w, d.look.dim.Paint(line("", say.Now, say.Seen)),
			line(say.ContactsAt.With("amount", d.say.Money(s.Reference)), d.say.Count(plan.NewResponse(f, f.Contacts.Base).Contacts(float64(s.Reference), 1)), d.say.Count(s.Contacts.Base)),
			line(d.say.Whatif.Fields["doubling_gain"], d.say.Share(f.Gain.Value), d.say.Share(s.Gain.Value)),
			line(d.say.Whatif.Fields["half_life_months"], d.say.Span(f.HalfLife.Value), d.say.Span(s.HalfLife.Value)))
		out = draw.Stack(out, draw.Blank(w, 1), draw.Paragraph(w, d.look.plain, say.FitIs.With("n", strconv.Itoa(fit.Periods), "share", d.say.Share(max(fit.R2, 0)), "least", d.say.Money(fit.Least), "most", d.say.Money(fit.Most))))
		for _, code := range fit.Warnings {
			out = draw.Stack(out, draw.Paragraph(w, d.look.warn, "! "+say.Warnings[string(code)]))
		}
		return out
	}
	return &learning{page: *p, fit: fit}
}

// learning is that page, with the key that takes it.
type learning struct {
	page
	fit plan.Fit
}

func (l *learning) commands() []command {
	return append([]command{{scope: moves, keys: []string{"enter"}, name: l.say.Trials.TakeFit, bar: true, do: func() tea.Cmd {
		l.edit("", l.say.Trials.TakeFit, func(was model.Plan) model.Plan { return plan.Learn(was, l.fit) })
		l.close()
		l.cheer(l.say.Trials.Learnt)
		return nil
	}}}, l.page.commands()...)
}
