package ui

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	in     *bufio.Reader
	out    io.Writer
	file   *file.File
	saved  int
	export string // the last workbook written
}

// What a person answers besides an answer.
var (
	errBack   = errors.New("back a question")
	errEnough = errors.New("end of the step")
)

// plainWalk runs the walk on the command's own input and output.
func (c *cli) plainWalk(args []string) error {
	p := &plain{desk: &desk{stage: &stage{say: c.say, look: &theme{}}}, in: bufio.NewReader(c.in), out: c.out}
	p.tells(p.say.Spoken.Intro)
	if len(args) == 1 {
		if err := p.openFile(args[0]); err != nil {
			return about{args[0], err}
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

func (p *plain) openFile(path string) error {
	f, opened, err := file.Open(path)
	if err != nil {
		return err
	}
	p.file, p.work = f, plan.NewEditor(opened)
	remember(func(m *file.Memory) {
		m.Recent = append([]file.Recent{{Path: path, Name: opened.Name, Start: opened.Start, Budget: opened.Budget}}, m.Recent...)
	})
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
	p.file, p.work = done.file, plan.NewEditor(done.plan)
	return nil
}

// begin asks what a new plan begins with.
func (p *plain) begin() error {
	s := newStart(p.desk)
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
	p.file, p.work = done.file, plan.NewEditor(done.plan)
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
	steps := []struct {
		id  string
		run func() error
	}{
		{"company", func() error { return p.walks(newCompany(p.desk).asks) }},
		{"distance", p.distance},
		{"channels", p.channels},
		{"budget", p.budget},
		{"reasons", p.reasons},
		{"board", p.board},
	}
	for next := 0; ; {
		progress := plan.ProgressOf(p.plan())
		var options []string
		for _, s := range steps {
			state := map[plan.Progress]string{plan.Empty: say.States["empty"], plan.Begun: say.States["begun"], plan.Ready: say.States["ready"]}[progress[s.id]]
			options = append(options, say.StepState.With("step", p.say.App.Steps[s.id], "state", state))
		}
		options = append(options, say.Quit)
		n, err := p.choose(say.Menu.With("n", strconv.Itoa(next+1)), options, next)
		if err != nil || n == len(steps) {
			return err
		}
		p.tells("", say.StepHead.With("step", p.say.App.Steps[steps[n].id]))
		err = steps[n].run()
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

// answerable reports whether a line of text can answer a field.
func (f field) answerable() bool {
	return !f.isHeading() && (f.set != nil || f.turn != nil || f.reword != nil)
}

// distance asks the gap check.
func (p *plain) distance() error {
	say := &p.say.Spoken
	for _, q := range templates.GapQuestions() {
		p.tells("", q.Question.In(p.say.Tag))
		now := p.say.App.NotTold
		if level, ok := p.plan().Level(q.ID); ok {
			now = strconv.Itoa(level)
		}
		for n := range model.MaxLevel + 1 {
			p.tells("  " + strconv.Itoa(n) + ". " + q.Level(n).In(p.say.Tag))
		}
		for {
			text, err := p.asks(say.LevelOf + " [" + now + "]:")
			if err != nil {
				return err
			}
			if text == "" {
				break
			}
			if text == "." {
				return errEnough
			}
			if text == "?" {
				p.tells(q.Why.In(p.say.Tag))
				continue
			}
			if n, err := strconv.Atoi(text); err == nil && n >= 0 && n <= model.MaxLevel {
				p.change("", q.Question.In(p.say.Tag), func(was *model.Plan) { *was = answered(*was, q.ID, n) })
				break
			}
			p.tells(say.NotLevel.With("text", text))
		}
	}
	return nil
}

// channels lists the catalogue and puts channels in and out by number.
func (p *plain) channels() error {
	say := &p.say.Spoken
	for {
		for i, c := range templates.Channels() {
			state := say.NotInPlan
			if p.plan().Channel(c.ID) >= 0 {
				state = say.InPlan
			}
			p.tells("  " + strconv.Itoa(i+1) + ". " + c.Name.In(p.say.Tag) + " (" + state + ")")
		}
		text, err := p.asks(say.ChannelsHelp)
		if err != nil || text == "" || text == "." {
			return err
		}
		for _, word := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 || n > len(templates.Channels()) {
				p.tells(say.NotOne.With("text", word, "n", strconv.Itoa(len(templates.Channels()))))
				continue
			}
			c := newChannels(p.desk)
			c.at = string(templates.Channels()[n-1].ID)
			c.toggle()
			p.tells(p.wants.note.text)
		}
	}
}

// budget asks the total and each channel's amount, and says after each what comes of it.
func (p *plain) budget() error {
	say := &p.say.Spoken
	b := newBudget(p.desk)
	for row := 0; row < b.onward(); row++ {
		b.row = row
		b.rescale()
		f := field{label: p.say.Budget.Total, help: p.say.Budget.AboutTotal, value: p.say.Exact(b.amount())}
		if row > 0 {
			c := p.plan().Channels[row-1]
			f.label, f.help = say.AmountOf.With("channel", p.name(c)), b.rowText()
			if c.LastYear.Spend > 0 {
				p.tells(say.LastYearOf.With("amount", p.say.Exact(c.LastYear.Spend)))
			}
		}
		f.set = func(text string) error {
			m, err := model.ParseMoney(text)
			if err == nil {
				p.wants.note = note{}
				b.set("", m)
			}
			return err
		}
		was := p.work.Change()
		err := p.field(f)
		if errors.Is(err, errBack) {
			row = max(row-2, -1)
			continue
		}
		if err != nil {
			return err
		}
		if p.work.Change() != was {
			if p.wants.note.text != "" {
				p.tells(p.wants.note.text)
			}
			p.tells(b.resultText()...)
		}
	}
	p.tells(b.resultText()...)
	p.tells(say.Left.With("amount", p.say.Exact(p.plan().Pot())))
	return nil
}

// reasons goes through the channels that get money.
func (p *plain) reasons() error {
	r := newReasons(p.desk)
	for i, c := range p.plan().Channels {
		if c.Amount == 0 {
			continue
		}
		p.tells("", p.say.Spoken.ReasonsOf.With("channel", p.name(c), "amount", p.say.Money(c.Amount)))
		text, err := p.asks(p.say.Spoken.Skip + ":")
		if err != nil {
			return err
		}
		if text == "." {
			return errEnough
		}
		if text != "" {
			continue
		}
		r.line = i
		err = p.walks(func() []field { return r.asks()[1:] })
		if err != nil && !errors.Is(err, errBack) {
			return err
		}
	}
	return nil
}

// board goes through the cover and writes the workbook.
func (p *plain) board() error {
	b := newBoard(p.desk, p.file.Path)
	for _, f := range plan.Check(p.plan(), p.outlook()) {
		p.tells(severitySign(f.Severity) + " " + problemOf(p.say, p.plan(), f))
	}
	if err := p.walks(b.asks); err != nil && !errors.Is(err, errEnough) {
		return err
	}
	n, err := p.choose(p.say.Spoken.Export+"?", []string{p.say.Spoken.Export, p.say.App.NoThanks}, 0)
	if err != nil || n == 1 {
		return err
	}
	path := b.path()
	if _, err := os.Lstat(path); err == nil && filepath.Clean(path) != filepath.Clean(p.export) {
		path = freePath(path)
	}
	if _, err := exportBook(p.plan(), path); err != nil {
		p.tells(p.explain(err, path))
		return nil
	}
	p.export = path
	p.tells(p.say.Spoken.Written.With("path", path))
	return nil
}
