// Package budget is the step with the sliders.
package budget

import (
	"errors"
	"image"
	"slices"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/ask"
	"arringa/ui/desk"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// budget is the step with the sliders: the total first, then a row a channel.
type budget struct {
	*desk.Desk
	Row    int            // 0 is the total, then the channels, then onward
	top    int            // first channel shown
	full   [2]model.Money // what a slider at its right end means: the total's, a channel's
	drag   int            // row being dragged; -1: none
	typed  typedAmount
	before plan.Outlook // when the screen was entered, to compare with
	area   image.Rectangle
	cols   columns
	list   image.Rectangle // the rows of the channels
	totalY int
	drawn  drawnLegend
}

// typedAmount is an amount being typed into a row.
type typedAmount struct {
	on    bool
	share bool   // a percentage of the budget
	was   string // the row's amount, as it is typed
	input textinput.Model
}

// columns are the widths of a row's parts; 0 leaves a part out.
type columns struct {
	name, slider, amount, share, contacts, customers, cac, next, panel int
	sliderX                                                            int
}

// New is the step with the sliders.
func New(d *desk.Desk) *budget {
	b := &budget{Desk: d, drag: -1, Row: 1}
	return b
}

func (b *budget) ID() string { return string(desk.AtBudget) }

func (b *budget) Title() string { return b.Say.Budget.Title }

func (b *budget) Visited() tea.Cmd {
	b.before = b.Outlook()
	b.full = [2]model.Money{}
	b.Rescale()
	b.Row = min(b.Row, b.Onward())
	return nil
}

// Onward is the row after the channels.
func (b *budget) Onward() int { return len(b.Plan().Channels) + 1 }

// Rescale chooses what the right end of the sliders means: half as much again as the
// largest figure on them. It stays while a slider is dragged.
func (b *budget) Rescale() {
	p := b.Plan()
	largest := p.Budget / 8
	for _, c := range p.Channels {
		largest = max(largest, c.Amount, c.LastYear.Spend, c.Threshold)
	}
	for i, most := range [2]model.Money{p.Budget, largest} {
		// Sliders that change their scale under the eyes say nothing: they keep it while it serves.
		if wanted := nice(most * 3 / 2); b.full[i] < most || b.full[i] > 3*wanted {
			b.full[i] = wanted
		}
	}
}

// nice is the least of 1, 1.5, 2, 3, 5, 7.5 times a power of ten that is not below m.
func nice(m model.Money) model.Money {
	for power := model.Money(100); ; power *= 10 {
		for _, tenths := range []model.Money{10, 15, 20, 30, 50, 75} {
			if n := power * tenths / 10; n >= m {
				return n
			}
		}
	}
}

// step is how far one key press moves a slider: about a hundredth of the budget.
func (b *budget) step() model.Money { return nice(max(b.Plan().Budget/150, 100)) }

func (b *budget) Commands() []desk.Command {
	say := &b.Say.Budget
	p := b.Plan()
	onRow := b.Row >= 1 && b.Row < b.Onward()
	none := desk.Unless(len(p.Channels) > 0, say.NoChannels)
	noLast := none
	if none == "" && !slices.ContainsFunc(p.Channels, func(c model.Channel) bool { return c.LastYear.Spend > 0 }) {
		noLast = say.NoLastYear
	}
	where := desk.Unless(b.Row < b.Onward(), say.NoSliderHere)
	onChannel := desk.Unless(onRow, say.ChooseChannel)
	lock := say.Lock
	if onRow && p.Channels[b.Row-1].Locked {
		lock = say.Unlock
	}
	mode := say.ToFixed
	if p.Sliders == model.FixedTotal {
		mode = say.ToPot
	}
	nudge := func(by model.Money) func() tea.Cmd { return func() tea.Cmd { b.nudge(by); return nil } }
	to := func(end int) func() tea.Cmd { return func() tea.Cmd { b.toEnd(end); return nil } }
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"right"}, Name: say.More, Pair: &desk.Pair{Keys: "← →", Name: say.Move},
			Off: where, Bar: true, Do: nudge(1)},
		{Scope: desk.Moves, Keys: []string{"left"}, Name: say.Less, Off: where, Do: nudge(-1)},
		{Scope: desk.Here, Keys: []string{"shift+right", "ctrl+right"}, Name: say.MuchMore, Off: where, Do: nudge(10)},
		{Scope: desk.Here, Keys: []string{"shift+left", "ctrl+left"}, Name: say.MuchLess, Off: where, Do: nudge(-10)},
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: b.Say.App.GoOn, Bar: true,
			Do: func() tea.Cmd { return b.goOn() }},
		{Scope: desk.Moves, Keys: []string{"down"}, Name: b.Say.App.Down,
			Do: func() tea.Cmd { b.choose(b.Row + 1); return nil }},
		{Scope: desk.Moves, Keys: []string{"up"}, Name: b.Say.App.Up,
			Do: func() tea.Cmd { b.choose(b.Row - 1); return nil }},
		{Scope: desk.Here, Keys: []string{"space"}, Name: lock, Off: onChannel, Bar: true,
			Do: func() tea.Cmd { b.lock(); return nil }},
		{Scope: desk.Here, Keys: []string{"tab", "t"}, Name: say.Limits, Off: onChannel, Bar: true,
			Do: func() tea.Cmd { b.Show(ask.Limits(b.Desk, b.Row-1)); return nil }},
		{Keys: []string{"m"}, Name: mode, Bar: true, Do: func() tea.Cmd { b.switchMode(); return nil }},
		{Keys: []string{"o"}, Name: b.Say.App.Do.BestSplit, Off: none, Bar: true,
			Do: func() tea.Cmd { b.Show(Proposal(b.Desk)); return nil }},
		{Keys: []string{"e"}, Name: say.Even, Off: none,
			Do: func() tea.Cmd { b.spread(say.Even, say.EvenDone, plan.Even); return nil }},
		{Keys: []string{"l"}, Name: say.AsLastYear, Off: noLast,
			Do: func() tea.Cmd { b.spread(say.AsLastYear, say.AsLastYearDone, plan.AsLastYear); return nil }},
		{Keys: []string{"y"}, Name: b.Say.Channels.FromLastYear, Off: ask.NoLastYear(b.Desk),
			Do: func() tea.Cmd { ask.TakeLastYear(b.Desk); return nil }},
		{Scope: desk.Moves, Keys: []string{"home"}, Name: say.ToLeast, Off: onChannel, Do: to(0)},
		{Scope: desk.Moves, Keys: []string{"end"}, Name: say.ToMost, Off: onChannel, Do: to(1)},
		{Scope: desk.Here, Keys: []string{"="}, Name: say.TypeShare, Off: onChannel,
			Do: func() tea.Cmd { b.begin("", true); return nil }},
		{Scope: desk.Here, Keys: []string{"backspace"}, Name: say.TypeAmount, Off: where,
			Do: func() tea.Cmd { b.begin(b.Say.Typed(b.Amount()), false); return nil }},
	}
}

// Amount is what the row in hand has.
func (b *budget) Amount() model.Money {
	p := b.Plan()
	switch {
	case b.Row == 0:
		return p.Budget
	case b.Row < b.Onward():
		return p.Channels[b.Row-1].Amount
	}
	return 0
}

// spread divides the money among the free channels in another way.
func (b *budget) spread(name, how string, split func(model.Plan) model.Plan) {
	b.Edit("", name, split)
	b.Rescale()
	b.Tell(b.Pressing(b.Say.Budget.SpreadNow.With("how", how), b.Say.Budget.UndoKey))
}

func (b *budget) choose(row int) {
	if row = min(max(row, 0), b.Onward()); row != b.Row {
		b.Row = row
		b.Work.Seal()
	}
}

// goOn takes the row as it is and goes to the next, or to the next step.
func (b *budget) goOn() tea.Cmd {
	if b.Row == b.Onward() {
		b.Visit(desk.AtBudget.Next())
		return nil
	}
	b.choose(b.Row + 1)
	return nil
}

// nudge moves the row in hand by so many steps.
func (b *budget) nudge(steps model.Money) {
	// Whole steps: from 12.340 the next one up is 12.500, not 12.840.
	step, at := b.step(), b.Amount()
	want := at + steps*step
	if steps == 1 {
		want = at - at%step + step
	} else if steps == -1 {
		want = (at - 1) / step * step
	}
	b.Set("nudge", max(want, 0))
}

func (b *budget) toEnd(end int) {
	least, most := plan.Reach(b.Plan(), b.Row-1)
	if end == 1 && b.Plan().Channels[b.Row-1].AtMost == 0 {
		most = min(most, max(b.full[1], b.Amount()))
	}
	b.Set("", [2]model.Money{least, most}[end])
}

// Set gives the row in hand an amount, and says what stood in the way of all of it.
func (b *budget) Set(gesture string, want model.Money) {
	p := b.Plan()
	if b.Row == 0 {
		b.setTotal(gesture, want)
		return
	}
	line := b.Row - 1
	c := p.Channels[line]
	if c.Locked {
		b.refuseLocked(c)
		return
	}
	tag := ""
	if gesture != "" {
		tag = gesture + " " + string(c.ID)
	}
	b.Edit(tag, b.Name(c), func(was model.Plan) model.Plan { return plan.Move(was, line, want) })
	if got := b.Plan().Channels[line].Amount; got != want {
		b.Tell(b.whyNot(line, want, got))
	}
	if b.drag < 0 && (b.Amount() > b.full[1]) {
		b.Rescale()
	}
}

func (b *budget) refuseLocked(c model.Channel) {
	b.Refuse(b.Pressing(b.Say.Budget.IsLocked.With("channel", b.Name(c)), b.Say.Budget.UnlockKey))
}

// whyNot says why a channel did not get all that was wanted.
func (b *budget) whyNot(line int, want, got model.Money) string {
	say, p := &b.Say.Budget, b.Plan()
	c := p.Channels[line]
	name, at := b.Name(c), b.Say.Exact(got)
	switch {
	case want < got && got == c.AtLeast:
		return b.Pressing(say.StoppedAtLeast.With("channel", name, "amount", at), say.LimitKey)
	case want > got && got == c.AtMost:
		return b.Pressing(say.StoppedAtMost.With("channel", name, "amount", at), say.LimitKey)
	case p.Sliders == model.FixedTotal:
		return say.StoppedByOthers.With("channel", name, "amount", at)
	case want > got:
		return b.Pressing(say.PotIsEmpty.With("channel", name, "amount", at), say.FixedKey)
	}
	return ""
}

func (b *budget) setTotal(gesture string, want model.Money) {
	want = min(want, model.MaxMoney)
	p := b.Plan()
	var refused error
	b.Edit(gesture, b.Say.Budget.Total, func(was model.Plan) model.Plan {
		p, err := plan.SetBudget(was, want)
		var small plan.BudgetTooSmall
		if errors.As(err, &small) {
			refused = err
			p, _ = plan.SetBudget(was, small.Locked+small.Least)
		}
		return p
	})
	switch is := b.Plan(); {
	case refused != nil:
		b.Refuse(b.Explain(refused, ""))
	case gesture == "" && is.Allocated() < p.Allocated():
		b.Tell(b.Pressing(b.Say.Budget.TotalDown.With("amount", b.Say.Exact(is.Budget)), b.Say.Budget.UndoKey))
	case gesture == "" && is.Budget > p.Budget:
		b.Tell(b.Say.Budget.TotalUp.With("amount", b.Say.Exact(is.Pot())))
	}
	if b.drag < 0 && b.Plan().Budget > b.full[0] {
		b.Rescale()
	}
}

func (b *budget) lock() {
	line := b.Row - 1
	c := b.Plan().Channels[line]
	b.Edit("", b.Say.Budget.Lock, func(p model.Plan) model.Plan { return plan.Lock(p, line, !c.Locked) })
}

func (b *budget) switchMode() {
	to, text := model.FixedTotal, b.Say.Budget.NowFixed
	if b.Plan().Sliders == model.FixedTotal {
		to, text = model.FromPot, b.Say.Budget.NowPot
	}
	b.Change("", b.Say.Budget.Mode, func(p *model.Plan) { p.Sliders = to })
	b.Tell(text)
}
