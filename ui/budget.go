package ui

import (
	"errors"
	"image"
	"slices"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/draw"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// budget is the step with the sliders: the total first, then a row a channel.
type budget struct {
	*desk
	row    int            // 0 is the total, then the channels, then onward
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
	share bool // a percentage of the budget
	input textinput.Model
}

// columns are the widths of a row's parts; 0 leaves a part out.
type columns struct {
	name, slider, amount, share, contacts, customers, cac, next, panel int
	sliderX                                                            int
}

func newBudget(d *desk) *budget {
	b := &budget{desk: d, drag: -1, row: 1}
	return b
}

func (b *budget) id() string { return string(atBudget) }

func (b *budget) title() string { return b.say.Budget.Title }

func (b *budget) visited() tea.Cmd {
	b.before = b.outlook()
	b.full = [2]model.Money{}
	b.rescale()
	b.row = min(b.row, b.onward())
	return nil
}

// onward is the row after the channels.
func (b *budget) onward() int { return len(b.plan().Channels) + 1 }

// rescale chooses what the right end of the sliders means: half as much again as the
// largest figure on them. It stays while a slider is dragged.
func (b *budget) rescale() {
	p := b.plan()
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
func (b *budget) step() model.Money { return nice(max(b.plan().Budget/150, 100)) }

func (b *budget) commands() []command {
	say := &b.say.Budget
	p := b.plan()
	onRow := b.row >= 1 && b.row < b.onward()
	none := unless(len(p.Channels) > 0, say.NoChannels)
	noLast := none
	if none == "" && !slices.ContainsFunc(p.Channels, func(c model.Channel) bool { return c.LastYear.Spend > 0 }) {
		noLast = say.NoLastYear
	}
	where := unless(b.row < b.onward(), say.NoSliderHere)
	onChannel := unless(onRow, say.ChooseChannel)
	lock := say.Lock
	if onRow && p.Channels[b.row-1].Locked {
		lock = say.Unlock
	}
	mode := say.ToFixed
	if p.Sliders == model.FixedTotal {
		mode = say.ToPot
	}
	nudge := func(by model.Money) func() tea.Cmd { return func() tea.Cmd { b.nudge(by); return nil } }
	to := func(end int) func() tea.Cmd { return func() tea.Cmd { b.toEnd(end); return nil } }
	return []command{
		{scope: moves, keys: []string{"right"}, name: say.More, pair: &pair{"← →", say.Move}, off: where, bar: true, do: nudge(1)},
		{scope: moves, keys: []string{"left"}, name: say.Less, off: where, do: nudge(-1)},
		{scope: here, keys: []string{"shift+right", "ctrl+right"}, name: say.MuchMore, off: where, do: nudge(10)},
		{scope: here, keys: []string{"shift+left", "ctrl+left"}, name: say.MuchLess, off: where, do: nudge(-10)},
		{scope: moves, keys: []string{"enter"}, name: b.say.App.GoOn, bar: true, do: func() tea.Cmd { return b.goOn() }},
		{scope: moves, keys: []string{"down"}, name: b.say.App.Down, do: func() tea.Cmd { b.choose(b.row + 1); return nil }},
		{scope: moves, keys: []string{"up"}, name: b.say.App.Up, do: func() tea.Cmd { b.choose(b.row - 1); return nil }},
		{scope: here, keys: []string{"space"}, name: lock, off: onChannel, bar: true, do: func() tea.Cmd { b.lock(); return nil }},
		{scope: here, keys: []string{"tab", "t"}, name: say.Limits, off: onChannel, bar: true, do: func() tea.Cmd { b.show(newLimits(b.desk, b.row-1)); return nil }},
		{keys: []string{"m"}, name: mode, bar: true, do: func() tea.Cmd { b.switchMode(); return nil }},
		{keys: []string{"o"}, name: b.say.App.Do.BestSplit, off: none, bar: true, do: func() tea.Cmd { b.show(newProposal(b.desk)); return nil }},
		{keys: []string{"e"}, name: say.Even, off: none, do: func() tea.Cmd { b.spread(say.Even, say.EvenDone, plan.Even); return nil }},
		{keys: []string{"l"}, name: say.AsLastYear, off: noLast, do: func() tea.Cmd { b.spread(say.AsLastYear, say.AsLastYearDone, plan.AsLastYear); return nil }},
		{scope: moves, keys: []string{"home"}, name: say.ToLeast, off: onChannel, do: to(0)},
		{scope: moves, keys: []string{"end"}, name: say.ToMost, off: onChannel, do: to(1)},
		{scope: here, keys: []string{"="}, name: say.TypeShare, off: onChannel, do: func() tea.Cmd { b.begin("", true); return nil }},
		{scope: here, keys: []string{"backspace"}, name: say.TypeAmount, off: where, do: func() tea.Cmd { b.begin(b.say.Typed(b.amount()), false); return nil }},
	}
}

// amount is what the row in hand has.
func (b *budget) amount() model.Money {
	p := b.plan()
	switch {
	case b.row == 0:
		return p.Budget
	case b.row < b.onward():
		return p.Channels[b.row-1].Amount
	}
	return 0
}

// spread divides the money among the free channels in another way.
func (b *budget) spread(name, how string, split func(model.Plan) model.Plan) {
	b.edit("", name, split)
	b.rescale()
	b.tell(b.say.Budget.SpreadNow.With("how", how))
}

func (b *budget) choose(row int) {
	if row = min(max(row, 0), b.onward()); row != b.row {
		b.row = row
		b.work.Seal()
	}
}

// goOn takes the row as it is and goes to the next, or to the next step.
func (b *budget) goOn() tea.Cmd {
	if b.row == b.onward() {
		b.visit(atReasons)
		return nil
	}
	b.choose(b.row + 1)
	return nil
}

// nudge moves the row in hand by so many steps.
func (b *budget) nudge(steps model.Money) {
	// Whole steps: from 12.340 the next one up is 12.500, not 12.840.
	step, at := b.step(), b.amount()
	want := at + steps*step
	if steps == 1 {
		want = at - at%step + step
	} else if steps == -1 {
		want = (at - 1) / step * step
	}
	b.set("nudge", max(want, 0))
}

func (b *budget) toEnd(end int) {
	least, most := plan.Reach(b.plan(), b.row-1)
	if end == 1 && b.plan().Channels[b.row-1].AtMost == 0 {
		most = min(most, max(b.full[1], b.amount()))
	}
	b.set("", [2]model.Money{least, most}[end])
}

// set gives the row in hand an amount, and says what stood in the way of all of it.
func (b *budget) set(gesture string, want model.Money) {
	p := b.plan()
	if b.row == 0 {
		b.setTotal(gesture, want)
		return
	}
	line := b.row - 1
	c := p.Channels[line]
	if c.Locked {
		b.refuse(b.say.Budget.IsLocked.With("channel", b.name(c)))
		return
	}
	tag := ""
	if gesture != "" {
		tag = gesture + " " + string(c.ID)
	}
	b.edit(tag, b.name(c), func(was model.Plan) model.Plan { return plan.Move(was, line, want) })
	if got := b.plan().Channels[line].Amount; got != want {
		b.tell(b.whyNot(line, want, got))
	}
	if b.drag < 0 && (b.amount() > b.full[1]) {
		b.rescale()
	}
}

// whyNot says why a channel did not get all that was wanted.
func (b *budget) whyNot(line int, want, got model.Money) string {
	say, p := &b.say.Budget, b.plan()
	c := p.Channels[line]
	name, at := b.name(c), b.say.Exact(got)
	switch {
	case want < got && got == c.AtLeast:
		return say.StoppedAtLeast.With("channel", name, "amount", at)
	case want > got && got == c.AtMost:
		return say.StoppedAtMost.With("channel", name, "amount", at)
	case p.Sliders == model.FixedTotal:
		return say.StoppedByOthers.With("channel", name, "amount", at)
	case want > got:
		return say.PotIsEmpty.With("channel", name, "amount", at)
	}
	return ""
}

func (b *budget) setTotal(gesture string, want model.Money) {
	want = min(want, model.MaxMoney)
	p := b.plan()
	var refused error
	b.edit(gesture, b.say.Budget.Total, func(was model.Plan) model.Plan {
		p, err := plan.SetBudget(was, want)
		var small plan.BudgetTooSmall
		if errors.As(err, &small) {
			refused = err
			p, _ = plan.SetBudget(was, small.Locked+small.Least)
		}
		return p
	})
	switch is := b.plan(); {
	case refused != nil:
		b.refuse(b.explain(refused, ""))
	case gesture == "" && is.Allocated() < p.Allocated():
		b.tell(b.say.Budget.TotalDown.With("amount", b.say.Exact(is.Budget)))
	case gesture == "" && is.Budget > p.Budget:
		b.tell(b.say.Budget.TotalUp.With("amount", b.say.Exact(is.Pot())))
	}
	if b.drag < 0 && b.plan().Budget > b.full[0] {
		b.rescale()
	}
}

func (b *budget) lock() {
	line := b.row - 1
	c := b.plan().Channels[line]
	b.edit("", b.say.Budget.Lock, func(p model.Plan) model.Plan { return plan.Lock(p, line, !c.Locked) })
}

func (b *budget) switchMode() {
	to, text := model.FixedTotal, b.say.Budget.NowFixed
	if b.plan().Sliders == model.FixedTotal {
		to, text = model.FromPot, b.say.Budget.NowPot
	}
	b.change("", b.say.Budget.Mode, func(p *model.Plan) { p.Sliders = to })
	b.tell(text)
}

func (b *budget) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	row := -1
	switch {
	case m.Y == b.totalY:
		row = 0
	case m.Y >= b.list.Min.Y && m.Y < b.list.Max.Y:
		row = m.Y - b.list.Min.Y + b.top + 1
	}
	x := m.X - b.area.Min.X - b.cols.sliderX
	switch msg.(type) {
	case tea.MouseClickMsg:
		if row < 0 || row > b.onward() || m.X >= b.area.Min.X+b.tableWidth() {
			return nil
		}
		if b.typed.on && !b.take() {
			return nil
		}
		if row == b.onward() {
			b.visit(atReasons)
			return nil
		}
		again := row == b.row
		b.choose(row)
		switch {
		case x >= 0 && x < b.cols.slider:
			b.drag = row
			b.dragTo(x)
		case again && x >= b.cols.slider:
			b.begin(b.say.Typed(b.amount()), false)
		}
	case tea.MouseMotionMsg:
		if b.drag >= 0 {
			b.dragTo(x)
		}
	case tea.MouseReleaseMsg:
		if b.drag >= 0 {
			b.dragTo(x)
			b.drag = -1
			b.work.Seal()
		}
	case tea.MouseWheelMsg:
		if row < 0 || row >= b.onward() {
			return nil
		}
		b.choose(row)
		if m.Button == tea.MouseWheelUp {
			b.nudge(1)
		} else {
			b.nudge(-1)
		}
	}
	return nil
}

// dragTo gives the dragged row what stands under cell x of its slider, in whole steps.
func (b *budget) dragTo(x int) {
	full := b.full[min(b.row, 1)]
	want := model.Money(draw.SliderAt(x, b.cols.slider, int64(full)))
	fine := max(nice(full/model.Money(4*b.cols.slider)), 100)
	b.set("drag", (want+fine/2)/fine*fine)
}
