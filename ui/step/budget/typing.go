// Amounts typed into the sliders.

package budget

import (
	"image"
	"strings"

	"arringa/model"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// begin opens the row's amount for typing.
func (b *budget) begin(text string, share bool) {
	if c := b.Row - 1; c >= 0 && c < len(b.Plan().Channels) && b.Plan().Channels[c].Locked {
		b.refuseLocked(b.Plan().Channels[c])
		return
	}
	b.typed = typedAmount{on: true, share: share, was: b.Say.Typed(b.Amount()), input: form.NewInput(b.Look)}
	b.typed.input.SetValue(text)
	b.typed.input.CursorEnd()
	if share {
		b.typed.input.SetWidth(6) // the sign stands right after it
	}
	b.Work.Seal()
}

func (b *budget) Typing() bool { return b.typed.on }

func (b *budget) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if !b.typed.on {
		if strings.ContainsAny(msg.Text, "0123456789€") && b.Row < b.Onward() {
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
				b.choose(b.Row - 1)
			case "down", "tab":
				b.choose(b.Row + 1)
			}
		}
	default:
		if form.Ends(msg) {
			_, left := b.Leave()
			return nil, !left
		}
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
		x, err := b.Say.ParseNumber(strings.TrimSuffix(text, "%"))
		if err == nil && (x < 0 || x > 100) {
			err = desk.Between{Least: "0", Most: "100"}
		}
		if err != nil {
			b.Refuse(b.Explain(err, text))
			return false
		}
		want = model.Money(float64(b.Plan().Budget)*x/100 + 0.5)
	} else {
		m, err := model.ParseMoney(text)
		if err != nil {
			b.Refuse(b.Explain(err, text))
			return false
		}
		want = m
	}
	b.typed.on = false
	if meant := b.Meant(want); len(meant) > 1 {
		b.Show(b.reallySmall(want, meant))
		return true
	}
	b.Set("", want)
	b.Rescale()
	return true
}

// Meant are the totals that may be meant by one that is typed, the likeliest first: so small
// a one that it takes the channels down with it was perhaps thought in thousands, or typed by
// mistake. One that needs no question is alone.
func (b *budget) Meant(want model.Money) []model.Money {
	was := b.Plan().Budget
	if b.Row != 0 || want <= 0 || want >= was/20 {
		return []model.Money{want}
	}
	if thousands := want * 1000; thousands != was && thousands <= 10*was && thousands <= model.MaxMoney {
		return []model.Money{thousands, want, was}
	}
	return []model.Money{was, want}
}

// MeantText words what Meant gives: the question, and an answer for each total.
func (b *budget) MeantText(want model.Money, meant []model.Money) (question string, answers []string) {
	say, was := &b.Say.Budget, b.Plan().Budget
	for _, m := range meant {
		text := b.Say.Exact(m)
		if m == was {
			text = say.LeaveTotal.With("amount", text)
		}
		answers = append(answers, text)
	}
	return say.ReallySmall.With("was", b.Say.Exact(was), "now", b.Say.Exact(want)), answers
}

// reallySmall asks which total was meant.
func (b *budget) reallySmall(want model.Money, meant []model.Money) desk.Dialog {
	question, answers := b.MeantText(want, meant)
	var choices []form.Choice
	for i, m := range meant {
		choices = append(choices, form.Choice{Label: answers[i],
			Do: func() tea.Cmd { b.Row = 0; b.Set("", m); b.Rescale(); return nil }})
	}
	return form.NewList(b.Desk, "small", b.Say.Budget.Total, question, choices...)
}

// Leave ends the typing; false when what was typed is not understood, and stays.
func (b *budget) Leave() (tea.Cmd, bool) { return nil, !b.typed.on || b.take() }

// Pastes says that what is pasted on a row begins the typing.
func (b *budget) Pastes() bool { return b.Row < b.Onward() }

func (b *budget) Paste(text string) {
	if !b.typed.on {
		b.begin(strings.TrimSpace(text), false)
		return
	}
	form.PasteInto(&b.typed.input, text)
}

func (b *budget) Cursor() *tea.Cursor {
	y := b.totalY
	if b.Row > 0 {
		y = b.list.Min.Y + b.Row - 1 - b.top
	}
	x := b.area.Min.X + b.cols.sliderX + b.cols.slider + 1
	return form.PlacedCursor(&b.typed.input, image.Pt(x, y))
}
