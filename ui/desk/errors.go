// Errors put into words, in one place.

package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"syscall"
	"unicode/utf8"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/plan/imports"
	"arringa/plan/xlsx"
	"arringa/templates"
)

// ErrNotADay says that a text is no date.
var ErrNotADay = errors.New("not a day")

// Explain words an error: what is wrong, where, what to do. about is what the error
// speaks of: the text that was typed, or the file.
func Explain(say *templates.Texts, err error, about string) string {
	e := &say.Errors
	for _, known := range []struct {
		err  error
		text templates.Text
	}{
		{model.ErrNoAmount, e.NoAmount},
		{model.ErrNotAmount, e.NotAmount},
		{model.ErrTooManyCents, e.TooManyCents},
		{model.ErrTooLarge, e.TooLarge},
		{model.ErrNegative, e.Negative},
		{templates.ErrNotNumber, e.NotNumber},
		{ErrNotADay, e.NotADay},
		{imports.ErrNoTable, e.NoTable},
		{imports.ErrTooLarge, e.TooLargeTable},
		{ErrNoHeadings{}, e.NoHeadings},
		{ErrNothingRead, e.NothingRead},
		{xlsx.ErrNotBook, e.NotBook},
		{xlsx.ErrNoPlan, e.NoPlanInside},
		{xlsx.ErrTampered, e.Tampered},
		{xlsx.ErrHostile, e.NotBook},
		{file.ErrNotPlan, e.NotPlan},
		{file.ErrTooBig, e.TooBig},
		{file.ErrChanged, e.Changed},
		{file.ErrIsPlan, e.IsPlan},
		{file.ErrBookChanged, e.BookChanged},
		{file.ErrBusy, e.Busy},
		{fs.ErrNotExist, e.NotFound},
		{fs.ErrExist, e.Exists},
		{fs.ErrPermission, e.NotAllowed},
		{syscall.EROFS, e.NotAllowed},
		{syscall.ENOSPC, e.DiskFull},
		{syscall.EISDIR, e.IsFolder},
		{syscall.ENOTDIR, e.NotAFolder},
		{model.ErrNotPicture, e.NotPicture},
		{model.ErrLargePicture, e.LargePicture},
	} {
		if errors.Is(err, known.err) {
			return known.text.With("text", about, "path", about)
		}
	}
	var (
		damaged *file.DamagedError
		misfit  *file.MisfitError
		newer   *file.NewerError
		invalid *file.InvalidError
		small   plan.BudgetTooSmall
		limits  plan.LeastAboveMost
		outside Between
		month   plan.MonthOutOfReach
		order   RangeDisorder
		usage   UsageError
		refused *plan.Refused
		heading *imports.MissingError
	)
	switch {
	case errors.As(err, &refused):
		return e.Refused.With("why", ProblemOf(say, refused.Plan, refused.Problems[0]))
	case errors.As(err, &damaged):
		return e.Damaged.With("path", about, "line", strconv.Itoa(damaged.Line), "column", strconv.Itoa(damaged.Column))
	case errors.As(err, &misfit):
		return e.Misfit.With("path", about, "line", strconv.Itoa(misfit.Line), "place", misfit.Place)
	case errors.As(err, &newer):
		return e.Newer.With("path", about)
	case errors.As(err, &invalid):
		return e.Invalid.With("path", about, "first", Problem(say, invalid.Problems[0]))
	case errors.As(err, &small):
		return e.BudgetTooSmall.With("locked", say.Exact(small.Locked), "least", say.Exact(small.Least), "sum",
			say.Exact(small.Locked+small.Least))
	case errors.As(err, &limits):
		return e.LeastAboveMost.With("least", say.Exact(limits.Least), "most", say.Exact(limits.Most))
	case errors.As(err, &month):
		text := map[plan.MonthStop]templates.Text{
			plan.MonthAtPot: e.MonthAtPot, plan.MonthAtMost: e.MonthAtMost,
			plan.MonthAtLeast: e.MonthAtLeast, plan.MonthAtLock: templates.Text(e.MonthLocked),
		}[month.Stop]
		return text.With("at", say.Exact(month.At), "least", say.Exact(month.Least), "most", say.Exact(month.Most))
	case errors.As(err, &outside):
		return e.Between.With("least", outside.Least, "most", outside.Most)
	case errors.As(err, &order):
		return e.RangeDisorder
	case errors.As(err, &heading):
		return e.NoColumn.With("path", about, "column", heading.Heading)
	case errors.As(err, &usage):
		return usage.Text
	}
	why := err
	var path *fs.PathError
	if errors.As(err, &path) {
		why = path.Err
	}
	return e.Other.With("path", about, "why", why.Error())
}

// Explain words an error in the language of the screen.
func (d *Desk) Explain(err error, about string) string { return Explain(d.Say, err, about) }

// UsageError is wrong use of the command line, already worded.
type UsageError struct{ Text string }

// Error implements error.
func (e UsageError) Error() string { return e.Text }

// ProblemOf words what is wrong with a plan, with the names of the channels.
func ProblemOf(say *templates.Texts, p model.Plan, found model.Problem) string {
	var names []string
	for _, id := range found.Channels {
		if i := p.Channel(id); i >= 0 {
			names = append(names, templates.ChannelName(p.Channels[i], say.Tag))
		}
	}
	text := strings.Join(names, ", ")
	if n := len(names); n > 2 && n == len(p.Channels) {
		text = say.Board.AllChannels
	} else if rest := len(names) - 2; rest > 1 {
		text = say.Board.AndOthers.With("names", strings.Join(names[:2], ", "), "n", strconv.Itoa(rest))
	}
	// In the program a figure goes by the name it has there; its place in the file is for
	// those who write the file.
	if member, ok := say.Errors.Members[found.Field]; ok {
		if found.Place = Capital(member); len(names) > 0 {
			found.Place = text + ", " + member
		}
	}
	return Problem(say, found, "channels", text)
}

// Capital begins a sentence or a title.
func Capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// Problem words what is wrong with a plan.
func Problem(say *templates.Texts, p model.Problem, pairs ...string) string {
	text, ok := say.Errors.Problems[string(p.Code)]
	for _, more := range []map[string]templates.Text{say.Board.Problems, say.Progress.Problems} {
		if !ok {
			text, ok = more[string(p.Code)]
		}
	}
	pairs = append(pairs, "place", p.Place)
	for k, v := range p.Values {
		pairs = append(pairs, k, written(say, v))
	}
	return say.Singular(text.With(pairs...))
}

func written(say *templates.Texts, v any) string {
	switch v := v.(type) {
	case model.Money:
		return say.Exact(v)
	case model.Value:
		return say.Value(v)
	case float64:
		if v >= 10 || v <= -10 {
			return say.Count(v)
		}
		return say.Plain(v)
	case int:
		return say.Number(float64(v), 0)
	case []string:
		return strings.Join(v, ", ")
	}
	return fmt.Sprint(v)
}

// ErrNoHeadings says that a table was read but its columns were not understood.
type ErrNoHeadings struct{}

// Error implements error.
func (ErrNoHeadings) Error() string { return "no headings of a month and of spend or results" }

// Between says that a figure is outside its limits.
type Between struct {
	Least, Most string // as written
}

// Error implements error.
func (e Between) Error() string { return "not between " + e.Least + " and " + e.Most }

// RangeDisorder says that low, base and high are not in that order.
type RangeDisorder struct{}

// Error implements error.
func (RangeDisorder) Error() string { return "low, base, high out of order" }

// About ties an error to the file that it speaks of.
type About struct {
	Path string
	Err  error
}

// Error implements error.
func (e About) Error() string { return e.Path + ": " + e.Err.Error() }

// Unwrap gives the error within.
func (e About) Unwrap() error { return e.Err }

// ErrNothingRead says that no row of a table counted.
var ErrNothingRead = errors.New("no row counts")
