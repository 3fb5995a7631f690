// Package desk is what a screen works with: the plan in hand, its figures, words, looks and commands, and what it may
// ask of the frame.
package desk

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
type Desk struct {
	*Stage
	Work   *plan.Editor  // nil when no plan is open
	KeptAt func() string // the path of the file of the plan in hand
	Seen   Figures       // of the plan at a change count
	Known  *Thought      // what was worked out beside; nil: nothing yet
}

// stage is what does not belong to a plan: the words, the looks, and what a screen wants
// of the frame, which the app grants once the screen has handled its message.
type Stage struct {
	Say   *templates.Texts
	Look  *Theme
	Wants Wants

	Log *slog.Logger // what happens, never a figure of the plan; nil: nothing is logged

	Job     *job          // the one that runs
	JobPace time.Duration // see the constant; negative: a job does not say how far it is
}

// figures are what was computed of a plan, kept until it changes.
type Figures struct {
	change  int
	ready   bool
	outlook plan.Outlook
	next    []plan.Marginal
}

// wants is what a screen asked for while it handled a message; the app grants it
// before the next one.
type Wants struct {
	Visit   Step // none: stay
	Dialogs []Dialog
	Close   bool // the dialog in front
	Behind  bool // the one behind it too
	Note    Note
}

// note is a sentence at the foot of the frame.
type Note struct {
	Text string
	Kind noteKind
}

type noteKind int

const (
	said noteKind = iota
	Done
	Refused
)

// screen is a step of the walk, or a dialog before it.
type Screen interface {
	ID() string
	Title() string
	Commands() []Command
	Mouse(tea.MouseMsg) tea.Cmd
	Layout(image.Rectangle) // before draw and mouse
	Draw() draw.Block       // exactly as large as the last layout
}

// typist is a screen into which text is typed.
type Typist interface {
	Typing() bool                        // a text is open: keys go there before commands
	Key(tea.KeyPressMsg) (tea.Cmd, bool) // false: not taken
	Paste(string)
	Cursor() *tea.Cursor // nil: hidden
}

// pastes reports whether a pasted text begins the typing on a screen: a file dragged onto
// the terminal comes that way.
func Pastes(t Typist) bool {
	p, ok := t.(interface{ Pastes() bool })
	return ok && p.Pastes()
}

// dialog is a screen in front of the others; esc closes it.
type Dialog interface {
	Screen
	Size(room image.Point) image.Point
}

// logs notes what happens in the log that --log asked for. What it is given must hold no
// figure, text or path of a plan.
func (s *Stage) Logs(what string, with ...any) {
	if s.Log != nil {
		s.Log.Info(what, with...)
	}
}

func (d *Desk) Visit(s Step)         { d.Wants.Visit = s }
func (d *Desk) Show(x Dialog)        { d.Wants.Dialogs = append(d.Wants.Dialogs, x) }
func (d *Desk) Close()               { d.Wants.Close = true }
func (d *Desk) CloseBoth()           { d.Wants.Close, d.Wants.Behind = true, true }
func (d *Desk) Tell(text string)     { d.note(Note{text, said}) }
func (d *Desk) Cheer(text string)    { d.note(Note{text, Done}) }
func (d *Desk) Refuse(reason string) { d.note(Note{reason, Refused}) }

// note says something at the foot; a refusal stands before all else said of a gesture.
func (d *Desk) note(n Note) {
	if n.Kind == Refused || d.Wants.Note.Kind != Refused {
		d.Wants.Note = n
	}
}

// plan is the plan in hand.
func (d *Desk) Plan() model.Plan { return d.Work.Plan() }

// change edits the plan in place: f gets a copy of its own.
func (d *Desk) Change(tag, name string, f func(p *model.Plan)) bool {
	return d.Edit(tag, name, func(was model.Plan) model.Plan {
		p := was.Clone()
		f(&p)
		return p
	})
}

// edit puts another plan in the place of the one in hand; see plan.Editor. A plan that
// cannot be kept is refused, with the reason.
func (d *Desk) Edit(tag, name string, f func(model.Plan) model.Plan) bool {
	err := d.Work.Try(tag, name, func(was model.Plan) (model.Plan, error) { return f(was), nil })
	if err != nil {
		d.Refuse(d.Explain(err, ""))
	}
	return err == nil
}

// outlook is what the plan in hand brings, computed once a change.
func (d *Desk) Outlook() plan.Outlook { d.compute(); return d.Seen.outlook }

// next is what the next thousand brings on each channel.
func (d *Desk) Next() []plan.Marginal { d.compute(); return d.Seen.next }

func (d *Desk) compute() {
	if d.Seen.ready && d.Seen.change == d.Work.Change() {
		return
	}
	p := d.Plan()
	s := plan.ScenarioOf(p)
	d.Seen = Figures{change: d.Work.Change(), ready: true, outlook: plan.Forecast(p, s), next: plan.NextThousand(p, s)}
}

// name is what a channel is called on the screen.
func (d *Desk) Name(c model.Channel) string { return templates.ChannelName(c, d.Say.Tag) }

// origin is the mark of a figure that says where it comes from.
func (d *Desk) Origin(o model.Origin) string {
	switch o {
	case model.Own:
		return d.Say.App.OriginOwn
	case model.Published:
		return d.Say.App.OriginPublished
	}
	return d.Say.App.OriginJudgement
}

// on gives an ink the ground of the chosen row, when it is chosen.
func (d *Desk) On(chosen bool, ink draw.Ink) draw.Ink {
	if chosen {
		return ink.Over(d.Look.Picked)
	}
	return ink
}
