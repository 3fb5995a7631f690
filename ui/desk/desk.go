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

// Desk is what all screens work with: the plan in hand, and the stage around it.
type Desk struct {
	*Stage
	Work   *plan.Editor  // nil when no plan is open
	KeptAt func() string // the path of the file of the plan in hand
	Seen   Figures       // of the plan at a change count
	Known  *Thought      // what was worked out beside; nil: nothing yet
}

// Stage is what does not belong to a plan: the words, the looks, and what a screen wants
// of the frame, which the app grants once the screen has handled its message.
type Stage struct {
	Say   *templates.Texts
	Look  *Theme
	Wants Wants

	Keyless bool // nothing is pressed nor drawn: the walk is spoken

	Log *slog.Logger // what happens, never a figure of the plan; nil: nothing is logged

	Job     *job          // the one that runs
	JobPace time.Duration // see the constant; negative: a job does not say how far it is
}

// Figures are what was computed of a plan, kept until it changes.
type Figures struct {
	change  int
	ready   bool
	outlook plan.Outlook
	next    []plan.Marginal
}

// Wants is what a screen asked for while it handled a message; the app grants it
// before the next one.
type Wants struct {
	Visit   Step // none: stay
	Dialogs []Dialog
	Close   bool // the dialog in front
	Behind  bool // the one behind it too
	Note    Note
}

// Note is a sentence at the foot of the frame.
type Note struct {
	Text string
	Kind noteKind
}

type noteKind int

const (
	said    noteKind = iota
	Done             // something was done
	Refused          // something was not, and why
)

// Screen is a step of the walk, or a dialog before it.
type Screen interface {
	ID() string
	Title() string
	Commands() []Command
	Mouse(tea.MouseMsg) tea.Cmd
	Layout(image.Rectangle) // before draw and mouse
	Draw() draw.Block       // exactly as large as the last layout
}

// Typist is a screen into which text is typed.
type Typist interface {
	Typing() bool                        // a text is open: keys go there before commands
	Key(tea.KeyPressMsg) (tea.Cmd, bool) // false: not taken
	Paste(string)
	Cursor() *tea.Cursor // nil: hidden
}

// Pastes reports whether a pasted text begins the typing on a screen: a file dragged onto
// the terminal comes that way.
func Pastes(t Typist) bool {
	p, ok := t.(interface{ Pastes() bool })
	return ok && p.Pastes()
}

// Listener is a screen that waits for the result of a command of its own.
type Listener interface{ Hear(tea.Msg) tea.Cmd }

// Visitor is a screen that gets ready when it is entered.
type Visitor interface{ Visited() tea.Cmd }

// Dialog is a screen in front of the others; esc closes it.
type Dialog interface {
	Screen
	Size(room image.Point) image.Point
}

// Logs notes what happens in the log that --log asked for. What it is given must hold no
// figure, text or path of a plan.
func (s *Stage) Logs(what string, with ...any) {
	if s.Log != nil {
		s.Log.Info(what, with...)
	}
}

// Visit goes to a step once the message is handled.
func (d *Desk) Visit(s Step) { d.Wants.Visit = s }

// Show puts a dialog in front.
func (d *Desk) Show(x Dialog) { d.Wants.Dialogs = append(d.Wants.Dialogs, x) }

// Close closes the dialog in front.
func (d *Desk) Close() { d.Wants.Close = true }

// CloseBoth closes the dialog in front and the one behind it.
func (d *Desk) CloseBoth() { d.Wants.Close, d.Wants.Behind = true, true }

// Tell says something at the foot of the frame.
func (d *Desk) Tell(text string) { d.note(Note{text, said}) }

// Cheer says that something was done.
func (d *Desk) Cheer(text string) { d.note(Note{text, Done}) }

// Refuse says why something was not done.
func (d *Desk) Refuse(reason string) { d.note(Note{reason, Refused}) }

// note says something at the foot; a refusal stands before all else said of a gesture.
func (d *Desk) note(n Note) {
	if n.Kind == Refused || d.Wants.Note.Kind != Refused {
		d.Wants.Note = n
	}
}

// Plan is the plan in hand.
func (d *Desk) Plan() model.Plan { return d.Work.Plan() }

// Change edits the plan in place: f gets a copy of its own.
func (d *Desk) Change(tag, name string, f func(p *model.Plan)) bool {
	return d.Edit(tag, name, func(was model.Plan) model.Plan {
		p := was.Clone()
		f(&p)
		return p
	})
}

// Edit puts another plan in the place of the one in hand; see plan.Editor. A plan that
// cannot be kept is refused, with the reason.
func (d *Desk) Edit(tag, name string, f func(model.Plan) model.Plan) bool {
	err := d.Work.Try(tag, name, func(was model.Plan) (model.Plan, error) { return f(was), nil })
	if err != nil {
		d.Refuse(d.Explain(err, ""))
	}
	return err == nil
}

// Outlook is what the plan in hand brings, computed once a change.
func (d *Desk) Outlook() plan.Outlook { d.compute(); return d.Seen.outlook }

// Next is what the next thousand brings on each channel.
func (d *Desk) Next() []plan.Marginal { d.compute(); return d.Seen.next }

func (d *Desk) compute() {
	if d.Seen.ready && d.Seen.change == d.Work.Change() {
		return
	}
	p := d.Plan()
	s := plan.ScenarioOf(p)
	d.Seen = Figures{change: d.Work.Change(), ready: true, outlook: plan.Forecast(p, s), next: plan.NextThousand(p, s)}
}

// Pressing adds to a text what to press, where there are keys.
func (s *Stage) Pressing(text, keys string) string {
	if s.Keyless || keys == "" {
		return text
	}
	return text + " " + keys
}

// Name is what a channel is called on the screen.
func (d *Desk) Name(c model.Channel) string { return templates.ChannelName(c, d.Say.Tag) }

// Origin is the mark of a figure that says where it comes from.
func (d *Desk) Origin(o model.Origin) string {
	switch o {
	case model.Own:
		return d.Say.App.OriginOwn
	case model.Published:
		return d.Say.App.OriginPublished
	}
	return d.Say.App.OriginJudgement
}

// On gives an ink the ground of the chosen row, when it is chosen.
func (d *Desk) On(chosen bool, ink draw.Ink) draw.Ink {
	if chosen {
		return ink.Over(d.Look.Picked)
	}
	return ink
}
