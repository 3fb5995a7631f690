package ask

import (
	"bytes"
	"image"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// versions shows the versions that were kept of a plan: what each had, what differs from now;
// one of them can be brought back.
type versions struct {
	*desk.Desk
	path, name string
	now        *model.Plan // nil: it could not be read, or not yet
	kept       []file.Version
	known      bool // kept was read
	seen       map[int]version
	at, top    int
	area, list image.Rectangle
	bring      func(when string, p model.Plan) tea.Cmd
}

// version is a kept version as it was read.
type version struct {
	plan    model.Plan
	err     error
	differs []string // from now, in words
}

// versionsRead is what was read of them, for the dialog that asked.
type versionsRead struct {
	to   *versions
	now  *model.Plan
	kept []file.Version
	seen map[int]version
}

// readAhead is how many versions are read at a time.
const readAhead = 24

// Versions opens the versions of the plan at path. now is the plan as it is; nil: as it is on
// the disk. bring is what bringing one back does, once the dialog is closed.
func Versions(d *desk.Desk, path, name string, now *model.Plan, bring func(when string, p model.Plan) tea.Cmd) tea.Cmd {
	v := &versions{Desk: d, path: path, name: name, now: now, seen: map[int]version{}, bring: bring}
	d.Show(v)
	return v.read(0)
}

// read reads versions from one on, those that were not read yet.
func (v *versions) read(from int) tea.Cmd {
	for from < len(v.kept) && v.has(from) {
		from++
	}
	if v.known && (from >= len(v.kept) || from > v.at+readAhead/2) {
		return nil
	}
	say, path, now, kept, known := v.Say, v.path, v.now, v.kept, v.known
	return func() tea.Msg {
		if now == nil {
			if _, p, err := file.Open(path); err == nil {
				now = &p
			}
		}
		if !known {
			kept = file.Versions(path)
		}
		seen := map[int]version{}
		for i := from; i < min(from+readAhead, len(kept)); i++ {
			x := version{}
			x.plan, x.err = file.Restore(kept[i])
			if x.err == nil && now != nil {
				x.differs = Differs(say, x.plan, *now)
			}
			seen[i] = x
		}
		return versionsRead{v, now, kept, seen}
	}
}

func (v *versions) has(i int) bool { _, ok := v.seen[i]; return ok }

// Hear takes what was read.
func (v *versions) Hear(msg tea.Msg) tea.Cmd {
	read, mine := msg.(versionsRead)
	if !mine || read.to != v {
		return nil
	}
	v.now, v.kept, v.known = read.now, read.kept, true
	for i, x := range read.seen {
		v.seen[i] = x
	}
	return nil
}

// Differs says in words what a version has that the plan now has not: nothing but that, when
// it is the same.
func Differs(say *templates.Texts, was, now model.Plan) []string {
	words := &say.Kept
	a, errA := file.Encode(was)
	b, errB := file.Encode(now)
	if errA == nil && errB == nil && bytes.Equal(a, b) {
		return []string{words.Same}
	}
	var lines []string
	c := plan.Compare(was, now)
	if c.Budget[0] != c.Budget[1] {
		lines = append(lines, words.BudgetDiffers.With("was", say.Exact(c.Budget[0]), "now", say.Exact(c.Budget[1])))
	}
	if parts := partsIn(say, was, now); parts != "" {
		lines = append(lines, words.PartsDiffer.With("parts", parts))
	}
	if n := len(c.Assumptions); n > 0 {
		lines = append(lines, words.AssumptionsDiffer.N(n, strconv.Itoa(n)))
	}
	for _, ch := range c.Channels {
		of := was
		if !ch.In[0] {
			of = now
		}
		name := templates.ChannelName(of.Channels[of.Channel(ch.ID)], say.Tag)
		switch {
		case !ch.In[1]:
			lines = append(lines, words.ChannelGone.With("channel", name))
		case !ch.In[0]:
			lines = append(lines, words.ChannelOnly.With("channel", name))
		case ch.Amount[0] != ch.Amount[1]:
			was, now := say.Exact(ch.Amount[0]), say.Exact(ch.Amount[1])
			lines = append(lines, words.ChannelDiffers.With("channel", name, "was", was, "now", now))
		}
	}
	if len(lines) == 0 {
		return []string{words.OtherwiseDiffers}
	}
	return lines
}

// partsIn are the kinds of things of which two plans do not have the same, and how many.
func partsIn(say *templates.Texts, was, now model.Plan) string {
	var parts []string
	for _, p := range plan.Parts(was, now) {
		parts = append(parts, say.Kept.Parts[string(p.Kind)].N(p.N, strconv.Itoa(p.N)))
	}
	return strings.Join(parts, ", ")
}

func (v *versions) ID() string    { return "versions" }
func (v *versions) Title() string { return v.Say.Kept.Versions }

func (v *versions) Commands() []desk.Command {
	say := &v.Say.App
	move := func(to func() int) func() tea.Cmd {
		return func() tea.Cmd {
			v.at = min(max(to(), 0), max(len(v.kept)-1, 0))
			return v.read(max(v.at-readAhead/2, 0))
		}
	}
	off := desk.Unless(v.seen[v.at].err == nil && v.has(v.at), v.Say.Kept.VersionsNone)
	return []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: v.Say.Kept.Bring, Off: off, Bar: true, Do: v.bringBack},
		{Scope: desk.Moves, Keys: []string{"up", "k"}, Name: say.Up, Do: move(func() int { return v.at - 1 })},
		{Scope: desk.Moves, Keys: []string{"down", "j"}, Name: say.Down, Do: move(func() int { return v.at + 1 })},
		{Scope: desk.Moves, Keys: []string{"pgup"}, Name: say.PageUp,
			Do: move(func() int { return v.at - v.list.Dy() })},
		{Scope: desk.Moves, Keys: []string{"pgdown"}, Name: say.PageDown,
			Do: move(func() int { return v.at + v.list.Dy() })},
		{Scope: desk.Moves, Keys: []string{"home"}, Name: say.First, Do: move(func() int { return 0 })},
		{Scope: desk.Moves, Keys: []string{"end"}, Name: say.Last, Do: move(func() int { return len(v.kept) })},
	}
}

func (v *versions) bringBack() tea.Cmd {
	v.Close()
	return v.bring(v.Say.Instant(v.kept[v.at].When), v.seen[v.at].plan)
}

func (v *versions) Size(room image.Point) image.Point {
	return image.Pt(min(84, room.X), min(22, room.Y))
}

func (v *versions) Layout(area image.Rectangle) {
	v.area = area
	top := len(draw.Wrap(v.intro(), area.Dx())) + 1
	rows := max((area.Dy()-top-1)*3/5, 1)
	v.list = image.Rect(area.Min.X, area.Min.Y+top, area.Max.X, area.Min.Y+top+min(rows, max(len(v.kept), 1)))
	v.top = form.Scrolled(v.top, v.at, rows, len(v.kept))
}

func (v *versions) intro() string {
	if v.known && len(v.kept) == 0 {
		return v.Say.Kept.VersionsNone
	}
	return v.Say.Kept.VersionsText.With("name", v.name)
}

func (v *versions) Mouse(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	to := v.at
	switch msg.(type) {
	case tea.MouseClickMsg:
		if !image.Pt(m.X, m.Y).In(v.list) {
			return nil
		}
		to = m.Y - v.list.Min.Y + v.top
	case tea.MouseWheelMsg:
		to++
		if m.Button == tea.MouseWheelUp {
			to -= 2
		}
	}
	v.at = min(max(to, 0), max(len(v.kept)-1, 0))
	return v.read(max(v.at-readAhead/2, 0))
}

func (v *versions) Draw() draw.Block {
	w := v.area.Dx()
	b := draw.Stack(draw.Paragraph(w, v.Look.Plain, v.intro()), draw.Blank(w, 1))
	if !v.known {
		return draw.Stack(b, draw.Text(w, v.Look.Dim.Paint(v.Say.Kept.Reading))).Tall(v.area.Dy())
	}
	for i := v.top; i < len(v.kept) && i < v.top+v.list.Dy(); i++ {
		cursor, ink := "  ", v.Look.Plain
		if i == v.at {
			cursor, ink = "▸ ", v.Look.Title
		}
		b.Lines = append(b.Lines, v.On(i == v.at, ink).Paint(draw.Fit(cursor+v.line(i), w)))
	}
	if len(v.kept) > 0 {
		b.Lines = append(b.Lines, v.MoreRule(w, len(v.kept), v.top, v.list.Dy()))
	}
	return draw.Stack(b, v.differing(w, v.area.Dy()-len(b.Lines))).Tall(v.area.Dy())
}

// differing is what the version in hand has that the plan has not, on so many lines; how many
// more there would be is said.
func (v *versions) differing(w, room int) draw.Block {
	var lines []string
	for _, text := range v.seen[v.at].differs {
		for _, line := range draw.Wrap(text, w-2) {
			lines = append(lines, v.Look.Dim.Paint(draw.Fit("  "+line, w)))
		}
	}
	if n := len(lines) - room + 1; n > 1 && room > 0 {
		lines = append(lines[:room-1], v.Look.Dim.Paint(draw.Fit("  "+v.Say.App.OtherRows.N(n, strconv.Itoa(n)), w)))
	}
	return draw.Block{W: w, Lines: lines}
}

// line is a version in a line.
func (v *versions) line(i int) string {
	say, when := &v.Say.Kept, v.Say.Instant(v.kept[i].When)
	x, read := v.seen[i]
	switch {
	case !read:
		return when + " · " + say.Reading
	case x.err != nil:
		return say.VersionBroken.With("when", when)
	}
	budget, allocated := v.Say.Money(x.plan.Budget), v.Say.Money(x.plan.Allocated())
	return say.VersionRow.With("when", when, "budget", budget, "allocated", allocated)
}
