// The same fields, asked line by line.

package form

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"arringa/ui/desk"
	"arringa/ui/draw"
)

// What a person answers besides an answer.
var (
	ErrBack   = errors.New("back a question")
	ErrEnough = errors.New("end of the step")
)

// Voice asks and tells without a screen, a line at a time. One reader serves all questions,
// so that answers that are piped in are not lost between them.
type Voice struct {
	In  *bufio.Reader
	Out io.Writer
}

// NewVoice asks and tells on a terminal line by line.
func NewVoice(out io.Writer, in io.Reader) Voice {
	if b, ok := in.(*bufio.Reader); ok {
		return Voice{b, out}
	}
	return Voice{bufio.NewReader(in), out}
}

// spokenWidth is how long a line may be before it goes on below.
const spokenWidth = 78

// Tells says lines.
func (v Voice) Tells(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(v.Out, spoken(line))
	}
}

// Asks reads one line.
func (v Voice) Asks(question string) (string, error) {
	fmt.Fprint(v.Out, spoken(question)+" ")
	line, err := v.In.ReadString('\n')
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

// Walk asks the fields of a form one after the other.
func (f *Form) Walk(v Voice) error {
	for i := 0; ; {
		f.Sync()
		if i >= len(f.Rows) {
			return nil
		}
		r := f.Rows[i]
		if !r.answerable() {
			if r.isHeading() {
				v.Tells("", r.Label)
			}
			i++
			continue
		}
		switch err := r.RunAccessible(v.Out, v.In); {
		case errors.Is(err, ErrBack):
			for i--; i > 0 && !f.Rows[i].answerable(); i-- {
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
func (v Voice) ask(r *row) error {
	say := r.form.Say
	for i, label := range r.Values {
		v.Tells("  " + strconv.Itoa(i+1) + ". " + label)
	}
	mark := ""
	if r.Origin != "" {
		mark = ", " + r.form.Origin(r.Origin)
	}
	for {
		text, err := v.Asks(r.Label + " [" + desk.First(r.Value, say.App.NotTold) + mark + "]:")
		switch {
		case err != nil:
			return err
		case text == "":
			return nil
		case text == "?":
			v.Tells(r.Help)
		case text == "<":
			return ErrBack
		case text == ".":
			return ErrEnough
		default:
			why := r.answer(text)
			if why == "" {
				return nil
			}
			v.Tells(why)
		}
	}
}

// answer takes an answer in words, or says why it is none.
func (r *row) answer(text string) (why string) {
	if r.Reword != nil {
		r.Reword(text)
		return ""
	}
	if len(r.Values) > 0 {
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(r.Values) {
			r.pick(n - 1)
			return ""
		}
		if !r.typable() {
			return r.form.Say.Spoken.NotOne.With("text", text, "n", strconv.Itoa(len(r.Values)))
		}
	}
	var err error
	switch {
	case r.Read != nil:
		var apply func() error
		if apply, err = r.Read(text); err == nil {
			err = apply()
		}
	case r.Set != nil:
		err = r.Set(text)
	case r.Turn != nil: // a value that is only turned: every answer turns it once
		r.Turn(1)
	}
	if err != nil {
		return r.form.Explain(err, text)
	}
	return ""
}

// pick takes one of the values.
func (r *row) pick(i int) {
	if r.Choose != nil {
		r.Choose(i)
		return
	}
	r.Turn(i - r.At)
}

// answerable reports whether a line of text can answer a field.
func (x Field) answerable() bool {
	return !x.isHeading() && (x.typable() || x.Turn != nil || x.Choose != nil || x.Reword != nil)
}
