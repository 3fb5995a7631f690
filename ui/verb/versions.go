package verb

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/ui/ask"
	"arringa/ui/desk"

	"github.com/spf13/cobra"
)

func (c *cli) versionsCommand() *cobra.Command {
	var restore string
	cmd := c.command(c.Say.Command.Versions, c.exactly(1), func(args []string) error {
		if restore != "" {
			return c.restore(args[0], file.Versions(args[0]), restore)
		}
		return c.listVersions(args[0])
	})
	cmd.Flags().StringVar(&restore, "restore", "", c.Say.Command.Flags["restore"])
	return cmd
}

// listVersions prints what each version had, and what differs from the plan as it is.
func (c *cli) listVersions(path string) error {
	now, unread := c.read(path) // what others left there becomes a version
	kept := file.Versions(path)
	if len(kept) == 0 {
		if unread != nil {
			return unread
		}
		return c.print(c.Say.Kept.VersionsNone)
	}
	say := &c.Say.Kept
	rows := [][]string{say.VersionsHead}
	for i, v := range kept {
		when := c.Say.Instant(v.When)
		p, err := file.Restore(v)
		switch {
		case err != nil:
			rows = append(rows, []string{strconv.Itoa(i + 1), say.VersionBroken.With("when", when), "", "", ""})
			continue
		case unread != nil:
			rows = append(rows, []string{strconv.Itoa(i + 1), when, c.Say.Money(p.Budget), c.Say.Money(p.Allocated()),
				""})
			continue
		}
		differs := strings.Join(ask.Differs(c.Say, p, now), "; ")
		rows = append(rows, []string{strconv.Itoa(i + 1), when, c.Say.Money(p.Budget), c.Say.Money(p.Allocated()),
			differs})
	}
	c.table(rows)
	return unread
}

// restore brings a version back; the plan as it was stays among the versions. A plan that
// does not open stays as it is, and the version becomes a file beside it.
func (c *cli) restore(path string, kept []file.Version, asked string) error {
	n, err := strconv.Atoi(asked)
	if err != nil || n < 1 || n > len(kept) {
		return desk.UsageError{Text: c.Say.Kept.NoSuchVersion.With("n", asked, "all", strconv.Itoa(len(kept)))}
	}
	v := kept[n-1]
	p, err := file.Restore(v)
	if err != nil {
		return desk.About{Path: v.Path, Err: err}
	}
	when := c.Say.Instant(v.When)
	var unkept error
	_, err = file.Amend(path, func(f *file.File, _ model.Plan) (model.Plan, error) {
		unkept = f.Unkept()
		return p, unkept
	})
	if unkept != nil {
		return fileError{c.Say.Kept.NotBrought.With("why", desk.Explain(c.Say, unkept, file.Home()))}
	}
	if errors.Is(err, fs.ErrNotExist) {
		_, err = file.Create(path, p)
	}
	if err == nil {
		return c.print(c.Say.Kept.BroughtFile.With("when", when, "path", path))
	}
	if !unreadable(err) {
		return desk.About{Path: path, Err: err}
	}
	beside := desk.FreePath(path)
	if _, err := file.Create(beside, p); err != nil {
		return desk.About{Path: beside, Err: err}
	}
	return c.print(c.Say.Kept.BroughtBeside.With("when", when, "path", path, "beside", beside))
}

// unreadable says whether an error is about what a file holds.
func unreadable(err error) bool {
	var damaged *file.DamagedError
	var misfit *file.MisfitError
	var newer *file.NewerError
	var invalid *file.InvalidError
	return errors.Is(err, file.ErrNotPlan) || errors.Is(err, file.ErrTooBig) || errors.As(err, &damaged) ||
		errors.As(err, &misfit) || errors.As(err, &newer) || errors.As(err, &invalid)
}

// fileError is a file that cannot be written, already worded.
type fileError struct{ text string }

func (e fileError) Error() string { return e.text }
