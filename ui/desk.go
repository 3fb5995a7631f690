package ui

import (
	"image"
	"log/slog"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// desk is what all screens work with: the plan in hand, and the stage around it.
type desk struct {
	*stage
	work   *plan.Editor  // nil when no plan is open
	keptAt func() string // the path of the file of the plan in hand
	seen   figures       // of the plan at a change count
	known  *thought      // what was worked out beside; nil: nothing yet
}

// stage is what does not belong to a plan: the words, the looks, and what a screen wants
// of the frame, which the app grants once the screen has handled its message.
type stage struct {
	say   *templates.Texts
	look  *theme
	wants wants

	log *slog.Logger // what happens, never a figure of the plan; nil: nothing is logged

	job     *job          // the one that runs
	jobPace time.Duration // see the constant; negative: a job does not say how far it is
}

// figures are what was computed of a plan, kept until it changes.
type figures struct {
	change  int
	ready   bool
	outlook plan.Outlook
	next    []plan.Marginal
}

// wants is what a screen asked for while it handled a message; the app grants it
// before the next one.
type wants struct {
	visit   step // none: stay
	dialogs []dialog
	close   bool // the dialog in front
	behind  bool // the one behind it too
	note    note
}

// note is a sentence at the foot of the frame.
type note struct {
	text string
	kind noteKind
}

type noteKind int

const (
	said noteKind = iota
	done
	refused
)

// screen is a step of the walk, or a dialog before it.
type screen interface {
	id() string
	title() string
	commands() []command
	mouse(tea.MouseMsg) tea.Cmd
	layout(image.Rectangle) // before draw and mouse
	draw() draw.Block       // exactly as large as the last layout
}

// typist is a screen into which text is typed.
type typist interface {
	typing() bool                        // a text is open: keys go there before commands
	key(tea.KeyPressMsg) (tea.Cmd, bool) // false: not taken
	paste(string)
	cursor() *tea.Cursor // nil: hidden
}

// pastes reports whether a pasted text begins the typing on a screen: a file dragged onto
// the terminal comes that way.
func pastes(t typist) bool {
	p, ok := t.(interface{ pastes() bool })
	return ok && p.pastes()
}

// dialog is a screen in front of the others; esc closes it.
type dialog interface {
	screen
	size(room image.Point) image.Point
}

// logs notes what happens in the log that --log asked for. What it is given must hold no
// figure, text or path of a plan.
func (s *stage) logs(what string, with ...any) {
	if s.log != nil {
		s.log.Info(what, with...)
	}
}

func (d *desk) visit(s step)         { d.wants.visit = s }
func (d *desk) show(x dialog)        { d.wants.dialogs = append(d.wants.dialogs, x) }
func (d *desk) close()               { d.wants.close = true }
func (d *desk) closeBoth()           { d.wants.close, d.wants.behind = true, true }
func (d *desk) tell(text string)     { d.note(note{text, said}) }
func (d *desk) cheer(text string)    { d.note(note{text, done}) }
func (d *desk) refuse(reason string) { d.note(note{reason, refused}) }

// note says something at the foot; a refusal stands before all else said of a gesture.
func (d *desk) note(n note) {
	if n.kind == refused || d.wants.note.kind != refused {
		d.wants.note = n
	}
}

// plan is the plan in hand.
func (d *desk) plan() model.Plan { return d.work.Plan() }

// change edits the plan in place: f gets a copy of its own.
func (d *desk) change(tag, name string, f func(p *model.Plan)) bool {
	return d.edit(tag, name, func(was model.Plan) model.Plan {
		p := was.Clone()
		f(&p)
		return p
	})
}

// edit puts another plan in the place of the one in hand; see plan.Editor. A plan that
// cannot be kept is refused, with the reason.
func (d *desk) edit(tag, name string, f func(model.Plan) model.Plan) bool {
	err := d.work.Try(tag, name, func(was model.Plan) (model.Plan, error) { return f(was), nil })
	if err != nil {
		d.refuse(d.explain(err, ""))
	}
	return err == nil
}

// outlook is what the plan in hand brings, computed once a change.
func (d *desk) outlook() plan.Outlook { d.compute(); return d.seen.outlook }

// next is what the next thousand brings on each channel.
func (d *desk) next() []plan.Marginal { d.compute(); return d.seen.next }

func (d *desk) compute() {
	if d.seen.ready && d.seen.change == d.work.Change() {
		return
	}
	p := d.plan()
	s := plan.ScenarioOf(p)
	d.seen = figures{change: d.work.Change(), ready: true, outlook: plan.Forecast(p, s), next: plan.NextThousand(p, s)}
}

// name is what a channel is called on the screen.
func (d *desk) name(c model.Channel) string { return templates.ChannelName(c, d.say.Tag) }

// origin is the mark of a figure that says where it comes from.
func (d *desk) origin(o model.Origin) string {
	switch o {
	case model.Own:
		return d.say.App.OriginOwn
	case model.Published:
		return d.say.App.OriginPublished
	}
	return d.say.App.OriginJudgement
}

// on gives an ink the ground of the chosen row, when it is chosen.
func (d *desk) on(chosen bool, ink draw.Ink) draw.Ink {
	if chosen {
		return ink.Over(d.look.picked)
	}
	return ink
}
