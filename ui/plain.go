package ui

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
)

// plain is the walk without a screen, for screen readers and dumb terminals: the same
// questions, one a line.
type plain struct {
	*desk
	in    *bufio.Reader
	out   io.Writer
	file  *file.File
	saved int
}

// What a person answers besides an answer.
var (
	errBack   = errors.New("back a question")
	errEnough = errors.New("end of the step")
)

// walkSpoken runs the walk on a terminal's input and output, line by line.
func walkSpoken(t terminal, path string) error {
	p := &plain{desk: &desk{stage: &stage{say: t.say, look: &theme{}, log: t.log}}, in: bufio.NewReader(t.in), out: t.out}
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

func (p *plain) tells(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(p.out, line)
	}
}

// asks reads one line.
func (p *plain) asks(question string) (string, error) {
	fmt.Fprint(p.out, question+" ")
	line, err := p.in.ReadString('\n')
	if err != nil && line == "" {
		return "", io.EOF
	}
	return strings.TrimSpace(line), nil
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
	for i := 0; ; {
		all := fields()
		if i >= len(all) {
			return nil
		}
		f := all[i]
		if !f.answerable() {
			if f.isHeading() {
				p.tells("", f.label)
			}
			i++
			continue
		}
		switch err := p.field(f); {
		case errors.Is(err, errBack):
			for i--; i > 0 && !all[i].answerable(); i-- {
			}
			i = max(i, 0)
		case err != nil:
			return err
		default:
			i++
		}
	}
}

// field asks one thing until the answer is one.
func (p *plain) field(f field) error {
	for i, v := range f.values {
		p.tells("  " + strconv.Itoa(i+1) + ". " + v)
	}
	mark := ""
	if f.origin != "" {
		mark = ", " + p.origin(f.origin)
	}
	for {
		text, err := p.asks(f.label + " [" + first(f.value, p.say.App.NotTold) + mark + "]:")
		switch {
		case err != nil:
			return err
		case text == "":
			return nil
		case text == "?":
			p.tells(f.help)
			continue
		case text == "<":
			return errBack
		case text == ".":
			return errEnough
		case f.reword != nil:
			f.reword(text)
			return nil
		}
		if len(f.values) > 0 {
			n, err := strconv.Atoi(text)
			if err == nil && n >= 1 && n <= len(f.values) {
				f.turn(n - 1 - f.at)
				return nil
			}
			if f.set == nil {
				p.tells(p.say.Spoken.NotOne.With("text", text, "n", strconv.Itoa(len(f.values))))
				continue
			}
		}
		if f.set == nil { // a value that is only turned: every answer turns it once
			f.turn(1)
			return nil
		}
		if err := f.set(text); err != nil {
			p.tells(p.explain(err, text))
			continue
		}
		return nil
	}
}
