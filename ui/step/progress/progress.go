// Package progress is the step that follows the year.
package progress

import (
	"image"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/ui/desk"
	"arringa/ui/form"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// progress is the step that follows the plan through the year: what was planned for a
// month, what came, and what follows for the rest.
type progress struct {
	*desk.Desk
	Month    int // of the plan
	Row, Col int
	top      int
	typed    bool
	was      string // what stood in the line when it was opened
	input    textinput.Model
	area     image.Rectangle
	list     image.Rectangle
	nameW    int
	cellW    int
	seen     plan.Tracking
	seenAt   int // change count of the plan that seen belongs to; -1: none
}

// The columns into which what came is typed.
const (
	actualSpend = iota
	actualContacts
	actualCustomers
	ActualColumns
)

// New is the step that follows the year.
func New(d *desk.Desk) *progress { return &progress{Desk: d, seenAt: -1} }

func (s *progress) ID() string { return string(desk.AtProgress) }

func (s *progress) Title() string { return s.Say.Progress.Title }

// Visited begins with the first month of which nothing is known.
func (s *progress) Visited() tea.Cmd {
	s.Month = min(s.Track().Known, s.Plan().Months-1)
	s.Row = min(s.Row, max(len(s.Plan().Channels)-1, 0))
	return nil
}

// Track is the year so far, worked out once a change.
func (s *progress) Track() plan.Tracking {
	if s.seenAt != s.Work.Change() {
		s.seen, s.seenAt = plan.Track(s.Plan(), plan.ScenarioOf(s.Plan())), s.Work.Change()
	}
	return s.seen
}

func (s *progress) Commands() []desk.Command {
	say := &s.Say.Progress
	none := desk.Unless(len(s.Plan().Channels) > 0, s.Say.Budget.NoChannels)
	turn := func(by int) func() tea.Cmd {
		return func() tea.Cmd { s.Month = min(max(s.Month+by, 0), s.Plan().Months-1); s.Work.Seal(); return nil }
	}
	move := func(rows, cols int) func() tea.Cmd { return func() tea.Cmd { s.move(rows, cols); return nil } }
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: say.Type, Off: none, Bar: true,
			Do: func() tea.Cmd { s.begin(""); return nil }},
		{Keys: []string{"]", "ctrl+right"}, Name: say.NextMonth, Pair: &desk.Pair{Keys: "[ ]", Name: say.Month},
			Off: desk.Unless(s.Month < s.Plan().Months-1, s.Say.App.LastField), Bar: true, Do: turn(1)},
		{Keys: []string{"[", "ctrl+left"}, Name: say.PreviousMonth, Off: desk.Unless(s.Month > 0, s.Say.App.FirstField),
			Do: turn(-1)},
		{Scope: desk.Moves, Keys: []string{"right", "tab"}, Name: s.Say.App.NextValue, Do: move(0, 1)},
		{Scope: desk.Moves, Keys: []string{"left", "shift+tab"}, Name: s.Say.App.PreviousValue, Do: move(0, -1)},
		{Scope: desk.Moves, Keys: []string{"down"}, Name: s.Say.App.Down, Do: move(1, 0)},
		{Scope: desk.Moves, Keys: []string{"up"}, Name: s.Say.App.Up, Do: move(-1, 0)},
		{Keys: []string{"p"}, Name: say.AsPlanned, Off: none, Bar: true,
			Do: func() tea.Cmd { s.spendAsPlanned(); return nil }},
		{Keys: []string{"i"}, Name: s.Say.Imports.Import, Off: none, Bar: true,
			Do: func() tea.Cmd { return s.importing() }},
		{Scope: desk.Here, Keys: []string{"delete"}, Name: say.Clear, Off: none,
			Do: func() tea.Cmd { s.Set(nil); return nil }},
	}
}

func (s *progress) move(rows, cols int) {
	s.Row = min(max(s.Row+rows, 0), max(len(s.Plan().Channels)-1, 0))
	s.Col = min(max(s.Col+cols, 0), ActualColumns-1)
}

// at is the calendar month in hand.
func (s *progress) at() model.Month { return s.Plan().Start + model.Month(s.Month) }

// Value is what is known for a cell, as it is written.
func (s *progress) Value(row, col int) string {
	a := s.Track().Channels[row].Months[s.Month].Actual
	switch {
	case a == nil:
	case col == actualSpend && a.Spend != nil:
		return s.Say.Amount(*a.Spend)
	case col == actualContacts && a.Contacts != nil:
		return s.Say.Plain(*a.Contacts)
	case col == actualCustomers && a.Customers != nil:
		return s.Say.Plain(*a.Customers)
	}
	return ""
}

func (s *progress) begin(text string) {
	s.input = form.NewInput(s.Look)
	if s.was = ""; text == "" {
		if text = s.Value(s.Row, s.Col); s.Col == actualSpend && text != "" {
			text = s.Say.Typed(*s.Track().Channels[s.Row].Months[s.Month].Actual.Spend)
		}
		s.was = text
	}
	s.input.SetWidth(max(s.cellW-2, 4)) // before the text, of which it then shows the end
	s.input.SetValue(text)
	s.input.CursorEnd()
	s.typed = true
	s.Work.Seal()
}

func (s *progress) Typing() bool { return s.typed }

func (s *progress) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if !s.typed {
		if len(s.Plan().Channels) > 0 && strings.ContainsAny(msg.Text, "0123456789€") {
			s.begin(msg.Text)
			return nil, true
		}
		return nil, false
	}
	switch msg.String() {
	case "esc":
		s.typed = false
	case "enter", "tab", "down", "up":
		if s.take() {
			switch msg.String() {
			case "tab":
				s.move(0, 1)
			case "up":
				s.move(-1, 0)
			default:
				s.move(1, 0)
			}
		}
	default:
		if form.Ends(msg) {
			_, left := s.Leave()
			return nil, !left
		}
		var cmd tea.Cmd
		s.input, cmd = s.input.Update(msg)
		return cmd, true
	}
	return nil, true
}

// Leave ends the typing; false when what was typed is not understood, and stays.
func (s *progress) Leave() (tea.Cmd, bool) { return nil, !s.typed || s.take() }

// Pastes says that what is pasted on a row begins the typing.
func (s *progress) Pastes() bool { return len(s.Plan().Channels) > 0 }

func (s *progress) Paste(text string) {
	if !s.typed {
		s.begin(strings.TrimSpace(text))
		return
	}
	form.PasteInto(&s.input, text)
}

// take puts what was typed into its cell; nothing typed means not known.
func (s *progress) take() bool {
	text := strings.TrimSpace(s.input.Value())
	if text != "" && text == s.was { // as it was: decimals not shown stay
		s.typed = false
		return true
	}
	if text == "" {
		s.typed = false
		s.Set(nil)
		return true
	}
	x, err := s.Understood(text)
	if err != nil {
		s.Refuse(s.Explain(err, text))
		return false
	}
	s.typed = false
	s.Set(&x)
	return true
}

// Understood is what was typed into the column in hand: cents, or a number.
func (s *progress) Understood(text string) (float64, error) {
	if s.Col == actualSpend {
		m, err := model.ParseMoney(text)
		return float64(m), err
	}
	n, err := s.Say.ParseNumber(text)
	if err == nil && (n < 0 || n > model.MaxPerMonth) {
		err = desk.Between{Least: "0", Most: s.Say.Plain(model.MaxPerMonth)}
	}
	return n, err
}

// Set writes a cell down, nil when it is not known.
func (s *progress) Set(x *float64) {
	c, col, month := s.Plan().Channels[s.Row], s.Col, s.at()
	s.seenAt = -1
	s.Change("", s.Say.Progress.Title, func(p *model.Plan) {
		i := p.Actual(c.ID, month)
		if i < 0 {
			if x == nil {
				return
			}
			p.Actuals = append(p.Actuals, model.Actual{Channel: c.ID, Month: month})
			i = len(p.Actuals) - 1
		}
		a := &p.Actuals[i]
		switch {
		case col == actualSpend && x == nil:
			a.Spend = nil
		case col == actualSpend:
			m := model.Money(*x)
			a.Spend = &m
		case col == actualContacts:
			a.Contacts = x
		default:
			a.Customers = x
		}
	})
}

// spendAsPlanned fills the month's spend with the plan's, where nothing is known.
func (s *progress) spendAsPlanned() {
	month, o := s.at(), s.Outlook()
	s.seenAt = -1
	s.Change("", s.Say.Progress.AsPlanned, func(p *model.Plan) {
		for line, c := range p.Channels {
			i := p.Actual(c.ID, month)
			if i < 0 {
				p.Actuals = append(p.Actuals, model.Actual{Channel: c.ID, Month: month})
				i = len(p.Actuals) - 1
			}
			if p.Actuals[i].Spend == nil {
				planned := o.Channels[line].Months[s.Month].Spend
				p.Actuals[i].Spend = &planned
			}
		}
	})
}

func (s *progress) Cursor() *tea.Cursor {
	x := s.area.Min.X + s.nameW + (2*s.Col+1)*s.cellW + 1
	return form.PlacedCursor(&s.input, image.Pt(x, s.list.Min.Y+s.Row-s.top))
}

func (s *progress) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if _, left := s.Leave(); !left || !image.Pt(m.X, m.Y).In(s.list) {
			return nil
		}
		row, cell := m.Y-s.list.Min.Y+s.top, (m.X-s.area.Min.X-s.nameW)/s.cellW
		again := row == s.Row && cell/2 == s.Col
		s.Row = row
		if m.X >= s.area.Min.X+s.nameW && cell < 2*ActualColumns {
			s.Col = cell / 2
			if again {
				s.begin("")
			}
		}
	case tea.MouseWheelMsg:
		if _, left := s.Leave(); !left {
			return nil
		}
		if m.Button == tea.MouseWheelUp {
			s.move(-1, 0)
		} else {
			s.move(1, 0)
		}
	}
	return nil
}
