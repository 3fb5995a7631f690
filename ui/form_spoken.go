package ui

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"arringa/ui/draw"
)

// What a person answers besides an answer.
var (
	errBack   = errors.New("back a question")
	errEnough = errors.New("end of the step")
)

// voice asks and tells without a screen, a line at a time. One reader serves all questions,
// so that answers that are piped in are not lost between them.
type voice struct {
	in  *bufio.Reader
	out io.Writer
}

func newVoice(out io.Writer, in io.Reader) voice {
	if b, ok := in.(*bufio.Reader); ok {
		return voice{b, out}
	}
	return voice{bufio.NewReader(in), out}
}

// spokenWidth is how long a line may be before it goes on below.
const spokenWidth = 78

func (v voice) tells(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(v.out, spoken(line))
	}
}

// asks reads one line.
func (v voice) asks(question string) (string, error) {
	fmt.Fprint(v.out, spoken(question)+" ")
	line, err := v.in.ReadString('\n')
	if err != nil && line == "" {
		return "", io.EOF
	}
	return strings.TrimSpace(line), nil
}

// spoken breaks a long line at words; what goes on stands under the text of the first line,
// after a number. A path stays whole, and with
// the words before it.
func spoken(line string) string {
	if draw.Width(line) <= spokenWidth {
		return line
	}
	text := strings.TrimLeft(line, " ")
	indent := len(line) - len(text)
	if number, rest, ok := strings.Cut(text, ". "); ok && rest != "" {
		if _, err := strconv.Atoi(number); err == nil {
			indent += len(number) + 2
		}
	}
	var b strings.Builder
	b.WriteString(line[:len(line)-len(text)])
	w := b.Len()
	for i, word := range strings.Fields(text) {
		n := draw.Width(word)
		switch {
		case i == 0:
		case w+1+n > spokenWidth && n <= spokenWidth/2:
			b.WriteString("\n" + draw.Spaces(indent))
			w = indent
		default:
			b.WriteByte(' ')
			w++
		}
		b.WriteString(word)
		w += n
	}
	return b.String()
}

// walk asks the fields of a form one after the other.
func (f *form) walk(v voice) error {
	for i := 0; ; {
		f.sync()
		if i >= len(f.rows) {
			return nil
		}
		r := f.rows[i]
		if !r.answerable() {
			if r.isHeading() {
				v.tells("", r.label)
			}
			i++
			continue
		}
		switch err := r.RunAccessible(v.out, v.in); {
		case errors.Is(err, errBack):
			for i--; i > 0 && !f.rows[i].answerable(); i-- {
			}
			i = max(i, 0)
		case err != nil:
			return err
		default:
			i++
		}
	}
}

// ask asks one thing until the answer is one.
func (v voice) ask(r *row) error {
	say := r.form.say
	for i, label := range r.values {
		v.tells("  " + strconv.Itoa(i+1) + ". " + label)
	}
	mark := ""
	if r.origin != "" {
		mark = ", " + r.form.origin(r.origin)
	}
	for {
		text, err := v.asks(r.label + " [" + first(r.value, say.App.NotTold) + mark + "]:")
		switch {
		case err != nil:
			return err
		case text == "":
			return nil
		case text == "?":
			v.tells(r.help)
		case text == "<":
			return errBack
		case text == ".":
			return errEnough
		default:
			why := r.answer(text)
			if why == "" {
				return nil
			}
			v.tells(why)
		}
	}
}

// answer takes an answer in words, or says why it is none.
func (r *row) answer(text string) (why string) {
	if r.reword != nil {
		r.reword(text)
		return ""
	}
	if len(r.values) > 0 {
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(r.values) {
			r.pick(n - 1)
			return ""
		}
		if !r.typable() {
			return r.form.say.Spoken.NotOne.With("text", text, "n", strconv.Itoa(len(r.values)))
		}
	}
	var err error
	switch {
	case r.read != nil:
		var apply func() error
		if apply, err = r.read(text); err == nil {
			err = apply()
		}
	case r.set != nil:
		err = r.set(text)
	case r.turn != nil: // a value that is only turned: every answer turns it once
		r.turn(1)
	}
	if err != nil {
		return r.form.explain(err, text)
	}
	return ""
}

// pick takes one of the values.
func (r *row) pick(i int) {
	if r.choose != nil {
		r.choose(i)
		return
	}
	r.turn(i - r.at)
}

// answerable reports whether a line of text can answer a field.
func (x field) answerable() bool {
	return !x.isHeading() && (x.typable() || x.turn != nil || x.choose != nil || x.reword != nil)
}
