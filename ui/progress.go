package ui

import (
	"image"
	"strings"

	"arringa/model"
	"arringa/plan"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// progress is the step that follows the plan through the year: what was planned for a
// month, what came, and what follows for the rest.
type progress struct {
	*desk
	month    int // of the plan
	row, col int
	top      int
	typed    bool
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
	actualColumns
)

func newProgress(d *desk) *progress { return &progress{desk: d, seenAt: -1} }

func (s *progress) id() string { return string(atProgress) }

func (s *progress) title() string { return s.say.Progress.Title }

// visited begins with the first month of which nothing is known.
func (s *progress) visited() tea.Cmd {
	s.month = min(s.track().Known, s.plan().Months-1)
	s.row = min(s.row, max(len(s.plan().Channels)-1, 0))
	return nil
}

// track is the year so far, worked out once a change.
func (s *progress) track() plan.Tracking {
	if s.seenAt != s.work.Change() {
		s.seen, s.seenAt = plan.Track(s.plan(), plan.ScenarioOf(s.plan())), s.work.Change()
	}
	return s.seen
}

func (s *progress) commands() []command {
	say := &s.say.Progress
	none := unless(len(s.plan().Channels) > 0, s.say.Budget.NoChannels)
	turn := func(by int) func() tea.Cmd {
		return func() tea.Cmd { s.month = min(max(s.month+by, 0), s.plan().Months-1); s.work.Seal(); return nil }
	}
	move := func(rows, cols int) func() tea.Cmd { return func() tea.Cmd { s.move(rows, cols); return nil } }
	return []command{
		{scope: moves, keys: []string{"enter"}, name: say.Type, off: none, bar: true, do: func() tea.Cmd { s.begin(""); return nil }},
		{keys: []string{"]", "ctrl+right"}, name: say.NextMonth, pair: &pair{"[ ]", say.Month}, off: unless(s.month < s.plan().Months-1, s.say.App.LastField), bar: true, do: turn(1)},
		{keys: []string{"[", "ctrl+left"}, name: say.PreviousMonth, off: unless(s.month > 0, s.say.App.FirstField), do: turn(-1)},
		{scope: moves, keys: []string{"right", "tab"}, name: s.say.App.NextValue, do: move(0, 1)},
		{scope: moves, keys: []string{"left", "shift+tab"}, name: s.say.App.PreviousValue, do: move(0, -1)},
		{scope: moves, keys: []string{"down"}, name: s.say.App.Down, do: move(1, 0)},
		{scope: moves, keys: []string{"up"}, name: s.say.App.Up, do: move(-1, 0)},
		{keys: []string{"p"}, name: say.AsPlanned, off: none, bar: true, do: func() tea.Cmd { s.spendAsPlanned(); return nil }},
		{keys: []string{"i"}, name: s.say.Imports.Import, off: none, bar: true, do: func() tea.Cmd { return s.importing() }},
		{scope: here, keys: []string{"delete"}, name: say.Clear, off: none, do: func() tea.Cmd { s.set(nil); return nil }},
	}
}

func (s *progress) move(rows, cols int) {
	s.row = min(max(s.row+rows, 0), max(len(s.plan().Channels)-1, 0))
	s.col = min(max(s.col+cols, 0), actualColumns-1)
}

// at is the calendar month in hand.
func (s *progress) at() model.Month { return s.plan().Start + model.Month(s.month) }

// value is what is known for a cell, as it is written.
func (s *progress) value(row, col int) string {
	a := s.track().Channels[row].Months[s.month].Actual
	switch {
	case a == nil:
	case col == actualSpend && a.Spend != nil:
		return s.say.Amount(*a.Spend)
	case col == actualContacts && a.Contacts != nil:
		return s.say.Plain(*a.Contacts)
	case col == actualCustomers && a.Customers != nil:
		return s.say.Plain(*a.Customers)
	}
	return ""
}

func (s *progress) begin(text string) {
	s.input = newInput(s.look)
	if text == "" {
		text = s.value(s.row, s.col)
	}
	s.input.SetValue(text)
	s.input.CursorEnd()
	s.input.SetWidth(max(s.cellW-2, 4))
	s.typed = true
	s.work.Seal()
}

func (s *progress) typing() bool { return s.typed }

func (s *progress) key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if !s.typed {
		if len(s.plan().Channels) > 0 && strings.ContainsAny(msg.Text, "0123456789€") {
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
	case "ctrl+c", "ctrl+q", "ctrl+s", "pgup", "pgdown":
		return nil, !s.take()
	default:
		var cmd tea.Cmd
		s.input, cmd = s.input.Update(msg)
		return cmd, true
	}
	return nil, true
}

func (s *progress) paste(text string) {
	s.input.SetValue(s.input.Value() + strings.TrimSpace(text))
	s.input.CursorEnd()
}

// take puts what was typed into its cell; nothing typed means not known.
func (s *progress) take() bool {
	text := strings.TrimSpace(s.input.Value())
	if text == "" {
		s.typed = false
		s.set(nil)
		return true
	}
	x, err := s.understood(text)
	if err != nil {
		s.refuse(s.explain(err, text))
		return false
	}
	s.typed = false
	s.set(&x)
	return true
}

// understood is what was typed into the column in hand: cents, or a number.
func (s *progress) understood(text string) (float64, error) {
	if s.col == actualSpend {
		m, err := model.ParseMoney(text)
		return float64(m), err
	}
	n, err := s.say.ParseNumber(text)
	if err == nil && (n < 0 || n > model.MaxPerMonth) {
		err = between{"0", s.say.Plain(model.MaxPerMonth)}
	}
	return n, err
}

// set writes a cell down, nil when it is not known.
func (s *progress) set(x *float64) {
	c, col, month := s.plan().Channels[s.row], s.col, s.at()
	s.seenAt = -1
	s.change("", s.say.Progress.Title, func(p *model.Plan) {
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
	month, o := s.at(), s.outlook()
	s.seenAt = -1
	s.change("", s.say.Progress.AsPlanned, func(p *model.Plan) {
		for line, c := range p.Channels {
			i := p.Actual(c.ID, month)
			if i < 0 {
				p.Actuals = append(p.Actuals, model.Actual{Channel: c.ID, Month: month})
				i = len(p.Actuals) - 1
			}
			if p.Actuals[i].Spend == nil {
				planned := o.Channels[line].Months[s.month].Spend
				p.Actuals[i].Spend = &planned
			}
		}
	})
}

func (s *progress) cursor() *tea.Cursor {
	x := s.area.Min.X + s.nameW + (2*s.col+1)*s.cellW + 1
	return placedCursor(&s.input, image.Pt(x, s.list.Min.Y+s.row-s.top))
}

func (s *progress) mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if s.typed && !s.take() || !image.Pt(m.X, m.Y).In(s.list) {
			return nil
		}
		row, cell := m.Y-s.list.Min.Y+s.top, (m.X-s.area.Min.X-s.nameW)/s.cellW
		again := row == s.row && cell/2 == s.col
		s.row = row
		if m.X >= s.area.Min.X+s.nameW && cell < 2*actualColumns {
			s.col = cell / 2
			if again {
				s.begin("")
			}
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			s.move(-1, 0)
		} else {
			s.move(1, 0)
		}
	}
	return nil
}
