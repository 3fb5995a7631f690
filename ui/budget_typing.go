package ui

import (
	"image"
	"strings"

	"arringa/model"

	tea "charm.land/bubbletea/v2"
)

// begin opens the row's amount for typing.
func (b *budget) begin(text string, share bool) {
	if c := b.row - 1; c >= 0 && c < len(b.plan().Channels) && b.plan().Channels[c].Locked {
		b.refuse(b.say.Budget.IsLocked.With("channel", b.name(b.plan().Channels[c])))
		return
	}
	b.typed = typedAmount{on: true, share: share, input: newInput(b.look)}
	b.typed.input.SetValue(text)
	b.typed.input.CursorEnd()
	if share {
		b.typed.input.SetWidth(6) // the sign stands right after it
	}
	b.work.Seal()
}

func (b *budget) typing() bool { return b.typed.on }

func (b *budget) key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if !b.typed.on {
		if strings.ContainsAny(msg.Text, "0123456789€") && b.row < b.onward() {
			b.begin(msg.Text, false)
			return nil, true
		}
		return nil, false
	}
	switch msg.String() {
	case "esc":
		b.typed.on = false
	case "enter", "tab", "down", "up":
		if b.take() {
			switch msg.String() {
			case "up":
				b.choose(b.row - 1)
			case "down", "tab":
				b.choose(b.row + 1)
			}
		}
	case "ctrl+c", "ctrl+q", "ctrl+s", "pgup", "pgdown":
		return nil, !b.take()
	default:
		var cmd tea.Cmd
		b.typed.input, cmd = b.typed.input.Update(msg)
		return cmd, true
	}
	return nil, true
}

// take gives the row what was typed; false when it was not understood, and then the
// text stays.
func (b *budget) take() bool {
	text := strings.TrimSpace(b.typed.input.Value())
	if text == "" {
		b.typed.on = false
		return true
	}
	var want model.Money
	if b.typed.share || strings.HasSuffix(text, "%") {
		x, err := b.say.ParseNumber(strings.TrimSuffix(text, "%"))
		if err == nil && (x < 0 || x > 100) {
			err = between{"0", "100"}
		}
		if err != nil {
			b.refuse(b.explain(err, text))
			return false
		}
		want = model.Money(float64(b.plan().Budget)*x/100 + 0.5)
	} else {
		m, err := model.ParseMoney(text)
		if err != nil {
			b.refuse(b.explain(err, text))
			return false
		}
		want = m
	}
	b.typed.on = false
	if b.row == 0 && want > 0 && want < b.plan().Budget/20 {
		b.show(b.reallySmall(want))
		return true
	}
	b.set("", want)
	b.rescale()
	return true
}

// reallySmall asks whether a total was meant in thousands: so small a one takes the channels
// down with it.
func (b *budget) reallySmall(want model.Money) dialog {
	say, was := &b.say.Budget, b.plan().Budget
	take := func(m model.Money) choice {
		return choice{b.say.Exact(m), func() tea.Cmd { b.row = 0; b.set("", m); b.rescale(); return nil }}
	}
	var choices []choice
	if thousands := want * 1000; thousands != was && thousands <= 10*was && thousands <= model.MaxMoney {
		choices = append(choices, take(thousands))
	}
	choices = append(choices, take(want), choice{say.LeaveTotal.With("amount", b.say.Exact(was)), func() tea.Cmd { return nil }})
	return newList(b.desk, "small", say.Total, say.ReallySmall.With("was", b.say.Exact(was), "now", b.say.Exact(want)), choices...)
}

func (b *budget) paste(text string) {
	b.typed.input.SetValue(b.typed.input.Value() + strings.TrimSpace(text))
	b.typed.input.CursorEnd()
}

func (b *budget) cursor() *tea.Cursor {
	y := b.totalY
	if b.row > 0 {
		y = b.list.Min.Y + b.row - 1 - b.top
	}
	x := b.area.Min.X + b.cols.sliderX + b.cols.slider + 1
	return placedCursor(&b.typed.input, image.Pt(x, y))
}
