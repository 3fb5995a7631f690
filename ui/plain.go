package ui

import (
	"errors"
	"io"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
)

// plain is the walk without a screen, for screen readers and dumb terminals: the same
// questions, one a line.
type plain struct {
	*desk
	voice
	file  *file.File
	saved int
}

// walkSpoken runs the walk on a terminal's input and output, line by line.
func walkSpoken(t terminal, path string) error {
	p := &plain{desk: &desk{stage: &stage{say: t.say, look: &theme{}, log: t.log}}, voice: newVoice(t.out, t.in)}
	p.tells(p.say.Spoken.Intro)
	if path != "" {
		if err := p.openFile(path); err != nil {
			return about{path, err}
		}
	}
	err := p.home()
	if p.file != nil {
		if saved := p.save(); saved != nil {
			return about{p.file.Path(), saved}
		}
		p.tells("", p.say.Spoken.Bye.With("path", p.file.Path()))
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// choose asks for one of several; enter takes the usual one.
func (p *plain) choose(question string, options []string, usual int) (int, error) {
	p.tells("", question)
	for i, o := range options {
		p.tells("  " + strconv.Itoa(i+1) + ". " + o)
	}
	for {
		text, err := p.asks("[" + strconv.Itoa(usual+1) + "]")
		if err != nil {
			return 0, err
		}
		if text == "" {
			return usual, nil
		}
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(options) {
			return n - 1, nil
		}
		p.tells(p.say.Spoken.NotOne.With("text", text, "n", strconv.Itoa(len(options))))
	}
}

// home offers plans until one is open, and then its steps until one leaves.
func (p *plain) home() error {
	say := &p.say.Spoken
	for p.work == nil {
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
			if path, err = p.asks(say.WhichFile); err == nil {
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
		if err != nil && !errors.Is(err, errEnough) && !errors.Is(err, errBack) {
			p.tells(p.explain(err, ""))
		}
	}
	return p.steps()
}

// takes puts a plan on the desk.
func (p *plain) takes(f *file.File, x model.Plan) {
	p.file, p.work, p.keptAt = f, plan.NewEditor(x), f.Path
}

func (p *plain) openFile(path string) error {
	f, opened, err := file.Open(path)
	if err != nil {
		return err
	}
	p.takes(f, opened)
	remember(func(m *file.Memory) {
		m.Recent = append([]file.Recent{{Path: path, Name: opened.Name, Start: opened.Start, Budget: opened.Budget}}, m.Recent...)
	})()
	return nil
}

func (p *plain) example() error {
	var titles []string
	for _, e := range templates.Examples() {
		titles = append(titles, e.Title.In(p.say.Tag))
	}
	n, err := p.choose(p.say.Home.ExampleTitle, titles, 0)
	if err != nil {
		return err
	}
	e := templates.Examples()[n]
	done := openExample(e, freePath(e.Name+file.Extension))
	if done.err != nil {
		return done.err
	}
	p.takes(done.file, done.plan)
	return nil
}

// begin asks what a new plan begins with.
func (p *plain) begin() error {
	s := newStart(p.desk)
	rememberLanguage(p.say.Tag)()
	if err := p.walks(s.fields); err != nil && !errors.Is(err, errEnough) {
		return err
	}
	fields := s.fields()
	cmd := fields[len(fields)-1].open()
	done, ok := cmd().(opened)
	if !ok || done.err != nil {
		return done.err
	}
	p.say = s.say
	p.takes(done.file, done.plan)
	return nil
}

// save writes what has changed since the last time.
func (p *plain) save() error {
	if p.saved == p.work.Change() {
		return nil
	}
	if err := p.file.Save(p.plan()); err != nil {
		return err
	}
	p.saved = p.work.Change()
	return nil
}

// steps offers the steps of the walk; enter takes the next one.
func (p *plain) steps() error {
	say := &p.say.Spoken
	runs := map[step]func() error{
		atCompany:  func() error { return p.walks(newCompany(p.desk).asks) },
		atDistance: p.distance,
		atChannels: p.channels,
		atBudget:   p.budget,
		atReasons:  p.reasons,
		atWhatif:   p.whatif,
		atCalendar: p.calendar,
		atRole:     p.role,
		atBoard:    p.board,
		atProgress: p.progress,
	}
	steps := walk[1:]
	for next := 0; ; {
		progress := plan.ProgressOf(p.plan())
		var options []string
		for _, s := range steps {
			state := map[plan.Progress]string{plan.Empty: say.States["empty"], plan.Begun: say.States["begun"], plan.Ready: say.States["ready"]}[progress[string(s)]]
			options = append(options, say.StepState.With("step", p.say.App.Steps[string(s)], "state", state))
		}
		options = append(options, say.Quit)
		n, err := p.choose(say.Menu.With("n", strconv.Itoa(next+1)), options, next)
		if err != nil || n == len(steps) {
			return err
		}
		p.logs("step", "name", string(steps[n]))
		p.tells("", say.StepHead.With("step", p.say.App.Steps[string(steps[n])]))
		err = runs[steps[n]]()
		if saved := p.save(); saved != nil {
			p.tells(p.explain(saved, p.file.Path()))
		}
		if err != nil && !errors.Is(err, errEnough) && !errors.Is(err, errBack) {
			return err
		}
		next = min(n+1, len(steps))
	}
}

// walks asks the fields of a form one after the other.
func (p *plain) walks(fields func() []field) error {
	f := newForm(p.desk, fields)
	return f.walk(p.voice)
}

// field asks one thing until the answer is one.
func (p *plain) field(x field) error {
	f := newForm(p.desk, func() []field { return []field{x} })
	f.sync()
	return f.rows[0].RunAccessible(p.out, p.in)
}
