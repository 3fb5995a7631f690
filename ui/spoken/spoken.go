// Package spoken is the walk as questions and answers, for screen readers and simple terminals.
package spoken

import (
	"errors"
	"io"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/form"
	"arringa/ui/step/company"
	"arringa/ui/step/home"
)

// Plain is the walk without a screen, for screen readers and dumb terminals: the same
// questions, one a line.
type Plain struct {
	*desk.Desk
	form.Voice
	file  *file.File
	saved int
}

// Run goes through the walk on a terminal's input and output, line by line.
func Run(t desk.Terminal, path string) error {
	p := &Plain{Desk: &desk.Desk{Stage: &desk.Stage{Say: t.Say, Look: &desk.Theme{}, Keyless: true, Log: t.Log}}}
	p.Voice = form.NewVoice(t.Out, waiting{t.In, p.saveQuietly})
	p.Tells(p.Say.Spoken.Intro)
	if path != "" {
		if err := p.openFile(path); err != nil {
			return desk.About{Path: path, Err: err}
		}
	}
	err := p.Home()
	if p.file != nil {
		if saved := p.Save(); saved != nil {
			return desk.About{Path: p.file.Path(), Err: saved}
		}
		p.Tells("", p.Say.Spoken.Bye.With("path", p.file.Path()))
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// waiting does something before it waits for a person.
type waiting struct {
	io.Reader
	before func()
}

func (w waiting) Read(b []byte) (int, error) {
	w.before()
	return w.Reader.Read(b)
}

// saveQuietly saves what was answered: whoever closes the terminal loses no answer. What fails
// is tried again, and said, at the end of the step.
func (p *Plain) saveQuietly() {
	if p.file != nil {
		_ = p.Save()
	}
}

// choose asks for one of several; enter takes the usual one.
func (p *Plain) choose(question string, options []string, usual int) (int, error) {
	p.Tells("", question)
	for i, o := range options {
		p.Tells("  " + strconv.Itoa(i+1) + ". " + o)
	}
	for {
		text, err := p.Asks("[" + strconv.Itoa(usual+1) + "]")
		if err != nil {
			return 0, err
		}
		if text == "" {
			return usual, nil
		}
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(options) {
			return n - 1, nil
		}
		p.Tells(p.Say.Spoken.NotOne.With("text", text, "n", strconv.Itoa(len(options))))
	}
}

// Home offers plans until one is open, and then its steps until one leaves.
func (p *Plain) Home() error {
	say := &p.Say.Spoken
	for p.Work == nil {
		options := []string{say.New, say.Open, say.Example, say.Quit}
		recent := file.Recall().Recent
		for _, r := range recent {
			options = append(options, r.Path)
		}
		n, err := p.choose(say.Menu.With("n", "1"), options, 0)
		if err != nil {
			return err
		}
		switch {
		case n == 0:
			err = p.begin()
		case n == 1:
			var path string
			if path, err = p.Asks(say.WhichFile); err == nil {
				err = p.openFile(path)
			}
		case n == 2:
			err = p.example()
		case n == 3:
			return nil
		default:
			err = p.openFile(recent[n-4].Path)
		}
		if errors.Is(err, io.EOF) {
			return err
		}
		if err != nil && !errors.Is(err, form.ErrEnough) && !errors.Is(err, form.ErrBack) {
			p.Tells(p.Explain(err, ""))
		}
	}
	return p.steps()
}

// takes puts a plan on the desk.
func (p *Plain) takes(f *file.File, x model.Plan) {
	p.file, p.Work, p.KeptAt = f, plan.NewEditor(x), f.Path
}

func (p *Plain) openFile(path string) error {
	f, opened, err := file.Open(path)
	if err != nil {
		return err
	}
	p.takes(f, opened)
	p.Tells(desk.Moved(p.Say, opened, f)...)
	for _, n := range f.Notes() {
		p.Tells("", desk.ProblemOf(p.Say, opened, n))
	}
	for _, t := range file.WrittenDown(path) { // they stay there; the screen opens them in their place
		p.Tells("", p.Say.Kept.OfferText.With("where", t.Where, "when", p.Say.Moment(t.When), "text", t.Text))
	}
	desk.Remember(func(m *file.Memory) {
		m.Recent = append([]file.Recent{{Path: path, Name: opened.Name, Start: opened.Start, Budget: opened.Budget}},
			m.Recent...)
	})()
	return nil
}

func (p *Plain) example() error {
	var titles []string
	for _, e := range templates.Examples() {
		titles = append(titles, e.Title.In(p.Say.Tag))
	}
	n, err := p.choose(p.Say.Home.ExampleTitle, titles, 0)
	if err != nil {
		return err
	}
	e := templates.Examples()[n]
	done := desk.OpenExample(e, desk.FreePath(e.Name+file.Extension))
	if done.Err != nil {
		return done.Err
	}
	p.takes(done.File, done.Plan)
	return nil
}

// begin asks what a new plan begins with.
func (p *Plain) begin() error {
	s := home.Start(p.Desk)
	desk.RememberLanguage(p.Say.Tag)()
	if err := p.walks(s.Fields); err != nil && !errors.Is(err, form.ErrEnough) {
		return err
	}
	fields := s.Fields()
	cmd := fields[len(fields)-1].Open()
	done, ok := cmd().(desk.Opened)
	if !ok || done.Err != nil {
		return done.Err
	}
	p.Say = s.Say
	p.takes(done.File, done.Plan)
	return nil
}

// Save writes what has changed since the last time.
func (p *Plain) Save() error {
	if p.saved == p.Work.Change() {
		return nil
	}
	if err := p.file.Save(p.Plan()); err != nil {
		return err
	}
	p.saved = p.Work.Change()
	return nil
}

// steps offers the steps of the walk; enter takes the next one.
func (p *Plain) steps() error {
	say := &p.Say.Spoken
	runs := map[desk.Step]func() error{
		desk.AtCompany:  func() error { return p.walks(company.New(p.Desk).Fields) },
		desk.AtDistance: p.distance,
		desk.AtChannels: p.channels,
		desk.AtBudget:   p.budget,
		desk.AtReasons:  p.reasons,
		desk.AtWhatif:   p.whatif,
		desk.AtCalendar: p.calendar,
		desk.AtRole:     p.role,
		desk.AtBoard:    p.board,
		desk.AtProgress: p.progress,
	}
	steps := desk.Walk[1:]
	for next := 0; ; {
		progress := plan.ProgressOf(p.Plan())
		var options []string
		for _, s := range steps {
			state := map[plan.Progress]string{plan.Empty: say.States["empty"], plan.Begun: say.States["begun"],
				plan.Ready: say.States["ready"]}[progress[string(s)]]
			options = append(options, say.StepState.With("step", p.Say.App.Steps[string(s)], "state", state))
		}
		options = append(options, say.Quit)
		n, err := p.choose(say.Menu.With("n", strconv.Itoa(next+1)), options, next)
		if err != nil || n == len(steps) {
			return err
		}
		p.Logs("step", "name", string(steps[n]))
		p.Tells("", say.StepHead.With("step", p.Say.App.Steps[string(steps[n])]))
		err = runs[steps[n]]()
		if saved := p.Save(); saved != nil {
			p.Tells(p.Explain(saved, p.file.Path()))
		}
		if err != nil && !errors.Is(err, form.ErrEnough) && !errors.Is(err, form.ErrBack) {
			return err
		}
		next = min(n+1, len(steps))
	}
}

// walks asks the fields of a form one after the other.
func (p *Plain) walks(fields func() []form.Field) error {
	f := form.New(p.Desk, fields)
	return f.Walk(p.Voice)
}

// field asks one thing until the answer is one.
func (p *Plain) field(x form.Field) error {
	f := form.New(p.Desk, func() []form.Field { return []form.Field{x} })
	f.Sync()
	return f.Rows[0].RunAccessible(p.Out, p.In)
}
