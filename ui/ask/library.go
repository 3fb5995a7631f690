// The table of sources: looked through, read, cited.

package ask

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// library is the table of published figures and of the manager's own: looked through by a
// few letters, read in full, and cited for a channel.
type library struct {
	*desk.Desk
	line     int  // the channel for which a row is cited
	all      bool // every row, not only those that speak of the channel
	input    textinput.Model
	found    []entry
	at, top  int
	area     image.Rectangle
	list     image.Rectangle
	searched string // what found was made for
}

// entry is a row of the library: published, or the manager's own.
type entry struct {
	id          string
	cite, claim string
	weak        bool
	details     []string
	searchable  string
	channels    string
}

// Library is the table of sources, to cite one for the channel of a line of the plan.
func Library(d *desk.Desk, line int) *library {
	l := &library{Desk: d, line: line, input: form.NewInput(d.Look)}
	l.search()
	if len(l.found) == 0 {
		l.all = true
		l.search()
	}
	return l
}

func (l *library) ID() string { return "library" }

func (l *library) Title() string {
	return l.Say.Library.Title.With("channel", l.Name(l.Plan().Channels[l.line]))
}

func (l *library) cited() []string {
	return l.Say.Wording(l.Plan().Channels[l.line]).Evidence
}

// entries are all rows, the manager's own first.
func (l *library) entries() []entry {
	say, tag := &l.Say.Library, l.Say.Tag
	var all []entry
	for _, e := range l.Plan().Evidence {
		x := entry{id: e.ID, cite: l.Say.Cite(desk.First(e.Source, say.OwnSource), string(e.Date)), claim: e.Claim,
			details: []string{e.Claim}}
		for _, part := range []struct{ label, text string }{{say.Figure, e.Figure}, {say.Source, e.Source},
			{say.Published, l.Say.Day(e.Date)}, {say.File, e.File}} {
			if part.text != "" {
				x.details = append(x.details, part.label+" "+part.text)
			}
		}
		x.searchable = strings.ToLower(strings.Join(x.details, " "))
		all = append(all, x)
	}
	for _, e := range templates.EvidenceTable() {
		x := entry{id: e.ID, cite: l.Say.Cite(e.Source, e.Published), claim: e.Claim.In(tag), weak: bool(e.Weak),
			channels: strings.Join(e.Channels, " ")}
		x.searchable = strings.ToLower(x.cite + " " + x.claim + " " + e.Title + " " + e.Topic)
		all = append(all, x)
	}
	return all
}

// search keeps the rows that hold every word typed. Unless all are wanted they are those that
// speak of the channel, and after them those that speak of marketing at large.
func (l *library) search() {
	l.at, l.top = 0, 0
	l.found = l.found[:0]
	l.searched = l.input.Value()
	words := strings.Fields(strings.ToLower(l.searched))
	id := string(l.Plan().Channels[l.line].ID)
	cited := l.cited()
	var general []entry
	for _, e := range l.entries() {
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(e.searchable, w) }) {
			continue
		}
		own := strings.HasPrefix(e.id, "own-") || slices.Contains(cited, e.id)
		switch {
		case own, l.all, slices.Contains(strings.Fields(e.channels), id):
			l.found = append(l.found, e)
		case e.channels == "":
			general = append(general, e)
		}
	}
	l.found = append(l.found, general...)
}

// goTo takes a row in hand.
func (l *library) goTo(id string) {
	l.at = max(slices.IndexFunc(l.found, func(e entry) bool { return e.id == id }), 0)
}

func (l *library) Commands() []desk.Command {
	say := &l.Say.Library
	scope := say.ShowAll
	if l.all {
		scope = say.ShowChannel
	}
	none := desk.Unless(l.at < len(l.found), say.Nothing)
	cite := say.Cite
	own := false
	if none == "" {
		own = strings.HasPrefix(l.found[l.at].id, "own-")
		if slices.Contains(l.cited(), l.found[l.at].id) {
			cite = say.Uncite
		}
	}
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: cite, Off: none, Bar: true,
			Do: func() tea.Cmd { l.cite(); return nil }},
		{Scope: desk.InDialog, Keys: []string{"tab"}, Name: scope, Bar: true,
			Do: func() tea.Cmd { l.all = !l.all; l.search(); return nil }},
		{Scope: desk.InDialog, Keys: []string{"ctrl+n"}, Name: say.AddOwn, Bar: true,
			Do: func() tea.Cmd { l.Show(newOwnEvidence(l.Desk, l, "")); return nil }},
		{Scope: desk.InDialog, Keys: []string{"ctrl+e"}, Name: say.ChangeOwn, Off: desk.Unless(own, say.NotOwn),
			Do: func() tea.Cmd { l.Show(newOwnEvidence(l.Desk, l, l.found[l.at].id)); return nil }},
		{Scope: desk.Moves, Keys: []string{"up"}, Name: l.Say.App.Up,
			Do: func() tea.Cmd { l.at = max(l.at-1, 0); return nil }},
		{Scope: desk.Moves, Keys: []string{"down"}, Name: l.Say.App.Down,
			Do: func() tea.Cmd { l.at = max(min(l.at+1, len(l.found)-1), 0); return nil }},
		{Scope: desk.InDialog, Keys: []string{"pgup"}, Name: l.Say.App.PageUp,
			Do: func() tea.Cmd { l.at = max(l.at-l.list.Dy(), 0); return nil }},
		{Scope: desk.InDialog, Keys: []string{"pgdown"}, Name: l.Say.App.PageDown,
			Do: func() tea.Cmd { l.at = max(min(l.at+l.list.Dy(), len(l.found)-1), 0); return nil }},
	}
}

// cite puts the row in hand under the channel's reason, or takes it out.
func (l *library) cite() {
	e := l.found[l.at]
	ids := toggled(l.cited(), e.id)
	l.Change("", l.Say.Reasons.Evidence.Label, func(p *model.Plan) { p.Channels[l.line].Reason.Evidence = ids })
	if e.weak && slices.Contains(ids, e.id) {
		l.Tell(l.Say.Library.WeakCited)
	}
}

func (l *library) Typing() bool { return true }

func (l *library) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if _, mine := desk.Find(msg.String(), l.Commands()); mine && msg.Text == "" {
		return nil, false
	}
	if s := msg.String(); s == "esc" || s == "ctrl+c" {
		return nil, false
	}
	var cmd tea.Cmd
	l.input, cmd = l.input.Update(msg)
	if l.input.Value() != l.searched {
		l.search()
	}
	return cmd, true
}

func (l *library) Paste(text string) {
	form.PasteInto(&l.input, text)
	l.search()
}

func (l *library) Cursor() *tea.Cursor {
	return form.PlacedCursor(&l.input, l.area.Min.Add(image.Pt(2, 0)))
}

func (l *library) Size(room image.Point) image.Point { return image.Pt(min(110, room.X), room.Y) }

func (l *library) Layout(area image.Rectangle) {
	l.area = area
	rows := max((area.Dy()-3)*2/5, 3)
	l.list = image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, area.Min.Y+2+rows)
	l.input.SetWidth(max(area.Dx()-20, 8))
	l.top = form.Scrolled(l.top, l.at, rows, len(l.found))
}

func (l *library) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		if row := m.Y - l.list.Min.Y + l.top; image.Pt(m.X, m.Y).In(l.list) && row < len(l.found) {
			if row == l.at {
				l.cite()
			}
			l.at = row
		}
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			l.at = max(l.at-1, 0)
		} else {
			l.at = max(min(l.at+1, len(l.found)-1), 0)
		}
	}
	return nil
}

func (l *library) Draw() draw.Block {
	say, w := &l.Say.Library, l.area.Dx()
	count := say.Count.N(len(l.found), strconv.Itoa(len(l.found)))
	out := draw.Text(w, draw.Fit(l.Look.Accent.Paint("› ")+l.input.View(),
		w-draw.Width(count)-1)+" "+l.Look.Dim.Paint(count), "")
	cited := l.cited()
	for i := l.top; i < len(l.found) && i < l.top+l.list.Dy(); i++ {
		e := l.found[i]
		mark, ink := "○ ", l.Look.Plain
		if slices.Contains(cited, e.id) {
			mark = "● "
		}
		if e.weak {
			mark += "! "
			ink = l.Look.Warn
		}
		cursor := "  "
		if i == l.at {
			cursor, ink = "▸ ", l.Look.Strong
		}
		out.Lines = append(out.Lines, l.On(i == l.at, ink).Paint(draw.Fit(cursor+mark+e.cite+": "+e.claim, w)))
	}
	out = out.Tall(2 + l.list.Dy())
	out = draw.Stack(out, draw.Text(w, l.Look.Line.Paint(draw.Rule(w))))
	if l.at < len(l.found) {
		out = draw.Stack(out, l.detail(w, l.found[l.at]))
	} else {
		out = draw.Stack(out, draw.Paragraph(w, l.Look.Dim, say.Nothing))
	}
	return out.Tall(l.area.Dy())
}

// detail is a row in full: what it says, how it was measured, where it was read.
func (l *library) detail(w int, x entry) draw.Block {
	say := &l.Say.Library
	e, published := templates.FindEvidence(x.id)
	if !published {
		out := draw.Block{W: w}
		for i, text := range x.details {
			ink := l.Look.Dim
			if i == 0 {
				ink = l.Look.Strong
			}
			out = draw.Stack(out, draw.Paragraph(w, ink, text))
		}
		return out
	}
	tag := l.Say.Tag
	out := draw.Paragraph(w, l.Look.Strong, e.Claim.In(tag))
	if e.Weak {
		out = draw.Stack(out, draw.Paragraph(w, l.Look.Warn, "! "+say.WeakNote))
	}
	// The caveat comes before the addresses: where there is little room it is not what is cut off.
	out = draw.Stack(out, draw.Paragraph(w, l.Look.Plain, l.measured(e)),
		draw.Paragraph(w, l.Look.Dim, e.Caveat.In(tag)))
	for _, text := range []string{
		say.Where.With("geography", e.Geography.In(tag), "industry", e.Industry.In(tag)),
		say.SourceIs.With("source", e.Source, "title", e.Title, "when", l.Say.When(e.Published)),
		readAt(say, e),
	} {
		out = draw.Stack(out, draw.Paragraph(w, l.Look.Plain, text))
	}
	return out
}

// measured is the figure of a row with its range and unit.
func (l *library) measured(e templates.Evidence) string {
	say := &l.Say.Library
	number := func(x *float64) string { return l.Say.Plain(*x) }
	switch unit := e.Unit.In(l.Say.Tag); {
	case e.Value != nil && e.Low != nil && e.High != nil:
		return say.ValueRange.With("value", number(e.Value), "low", number(e.Low), "high", number(e.High), "unit", unit)
	case e.Low != nil && e.High != nil:
		return say.OnlyRange.With("low", number(e.Low), "high", number(e.High), "unit", unit)
	case e.Value != nil:
		return say.Value.With("value", number(e.Value), "unit", unit)
	}
	return say.NoValue
}

// readAt says whether the study itself was read, and where.
func readAt(say *templates.LibraryTexts, e templates.Evidence) string {
	if e.SourceURL == "" {
		return say.AsReported.With("where", e.ReadAt)
	}
	if e.Kind == "primary" {
		return say.ReadThere.With("where", e.SourceURL)
	}
	return say.ReadElsewhere.With("where", e.SourceURL, "read", e.ReadAt)
}
