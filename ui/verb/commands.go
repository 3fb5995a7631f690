// new, example, export, check, open, completion, version.

package verb

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/foreign"
	"arringa/ui/step/home"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"
)

// command makes a command with its words from the catalogue.
func (c *cli) command(words templates.CommandTexts, args cobra.PositionalArgs,
	run func(args []string) error) *cobra.Command {
	return &cobra.Command{Use: words.Use, Short: words.Short, Long: words.Long, Args: args, DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error { return run(args) }}
}

func (c *cli) newCommand() *cobra.Command {
	var sectorID, budget string
	var year int
	words := c.Say.Command.New
	words.Long = templates.Text(words.Long).With("sectors", strings.Join(sectorIDs(), ", "))
	cmd := c.command(words, c.exactly(1), func(args []string) error {
		if sectorID == "" {
			sectorID = "professional_services"
		}
		sector, ok := templates.FindSector(sectorID)
		if !ok {
			return desk.UsageError{Text: c.Say.Errors.UnknownSector.With("id", sectorID, "known",
				strings.Join(sectorIDs(), ", "))}
		}
		var sum model.Money
		if budget != "" {
			var err error
			if sum, err = model.ParseMoney(budget); err != nil || sum == 0 {
				return desk.UsageError{Text: c.Say.Errors.BadBudget.With("text", budget)}
			}
		}
		start := home.NextYear(time.Now())
		if year != 0 {
			if year < 1900 || year > 9000 {
				return desk.UsageError{Text: c.Say.Errors.BadYear.With("text", strconv.Itoa(year))}
			}
			start = model.NewMonth(year, time.January)
		}
		path := withExtension(args[0])
		p := plan.Opening(templates.NewPlan(sector, c.Say.Tag, start, sum))
		p.Name = strings.TrimSuffix(filepath.Base(path), file.Extension)
		if _, err := file.Create(path, p); err != nil {
			return desk.About{Path: path, Err: err}
		}
		return c.print(c.Say.Command.NewDone.With("path", path) + "\n" + sector.Tuned.In(c.Say.Tag))
	})
	cmd.Flags().StringVar(&sectorID, "sector", "", c.Say.Command.Flags["sector"])
	cmd.Flags().StringVar(&budget, "budget", "", c.Say.Command.Flags["budget"])
	cmd.Flags().IntVar(&year, "year", 0, c.Say.Command.Flags["year"])
	return cmd
}

func sectorIDs() []string {
	var ids []string
	for _, s := range templates.Sectors() {
		ids = append(ids, s.ID)
	}
	return ids
}

// withExtension is a plan's path: its ending may be left out.
func withExtension(path string) string {
	if filepath.Ext(path) == "" {
		return path + file.Extension
	}
	return path
}

func (c *cli) exampleCommand() *cobra.Command {
	return c.command(c.Say.Command.Example, c.atMost(2), func(args []string) error {
		if len(args) == 0 {
			t := tabwriter.NewWriter(c.Out, 0, 0, 2, ' ', 0)
			for _, e := range templates.Examples() {
				fmt.Fprintln(t, c.Say.Command.ExampleRow.With("name", e.Name, "title", e.Title.In(c.Say.Tag)))
			}
			return t.Flush()
		}
		e, ok := templates.FindExample(args[0])
		if !ok {
			var names []string
			for _, e := range templates.Examples() {
				names = append(names, e.Name)
			}
			return desk.UsageError{Text: c.Say.Errors.UnknownExample.With("id", args[0], "known",
				strings.Join(names, ", "))}
		}
		path := e.Name + file.Extension
		if len(args) == 2 {
			path = withExtension(args[1])
		}
		if done := desk.OpenExample(e, path); done.Err != nil {
			return desk.About{Path: path, Err: done.Err}
		}
		return c.print(c.Say.Command.ExampleDone.With("path", path))
	})
}

func (c *cli) exportCommand() *cobra.Command {
	var force bool
	cmd := c.command(c.Say.Command.Export, c.args(1, 2), func(args []string) error {
		p, err := c.read(args[0])
		if err != nil {
			return err
		}
		target := desk.BookPath(args[0])
		if len(args) == 2 {
			target = args[1]
		}
		e := desk.Exporting{Plan: p, PlanPath: args[0], Path: target, Replace: force}
		if _, err := e.Write(context.Background(), desk.Unheard); err != nil {
			return desk.About{Path: target, Err: err}
		}
		return c.print(c.Say.Command.ExportDone.With("path", target))
	})
	cmd.Flags().BoolVar(&force, "force", false, c.Say.Command.Flags["force"])
	return cmd
}

func (c *cli) checkCommand() *cobra.Command {
	return c.command(c.Say.Command.Check, c.exactly(1), func(args []string) error {
		f, p, err := file.Open(args[0])
		if err != nil {
			return desk.About{Path: args[0], Err: err}
		}
		found := append(f.Notes(), plan.Check(p, plan.Forecast(p, plan.ScenarioOf(p)))...)
		if len(found) == 0 {
			return c.print(c.Say.Command.CheckFine.With("path", args[0]))
		}
		say, t := &c.Say.Command, tabwriter.NewWriter(c.Out, 0, 0, 2, ' ', 0)
		wrong := false
		for _, f := range found {
			mark := map[model.Severity]string{model.Wrong: say.MarkWrong, model.Missing: say.MarkMissing,
				model.Doubt: say.MarkDoubt}[f.Severity]
			fmt.Fprintln(t, say.CheckRow.With("mark", mark, "text", desk.ProblemOf(c.Say, p, f)))
			wrong = wrong || f.Severity == model.Wrong
		}
		if err := t.Flush(); err != nil {
			return err
		}
		if wrong {
			return errFound
		}
		return nil
	})
}

func (c *cli) openCommand() *cobra.Command {
	return c.command(c.Say.Command.Open, c.exactly(1), c.walk)
}

func (c *cli) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	cmd := c.command(c.Say.Command.Completion, c.exactly(1), nil)
	cmd.ValidArgs = shells
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(c.Out, true)
		case "zsh":
			return root.GenZshCompletion(c.Out)
		case "fish":
			return root.GenFishCompletion(c.Out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(c.Out)
		}
		return desk.UsageError{Text: c.Say.Errors.WrongArguments.With("use", "arringa "+cmd.Use)}
	}
	return cmd
}

func (c *cli) versionCommand() *cobra.Command {
	return c.command(c.Say.Command.Version, c.exactly(0),
		func([]string) error { return c.print("arringa " + desk.Version()) })
}

// read opens a plan for a command.
func (c *cli) read(path string) (model.Plan, error) {
	_, p, err := file.Open(path)
	if err != nil {
		return p, desk.About{Path: path, Err: err}
	}
	return p, nil
}

func (c *cli) print(line string) error {
	_, err := fmt.Fprintln(c.Out, line)
	return err
}

// printJSON writes a result with its members in order, two spaces deep.
func (c *cli) printJSON(v any) error {
	data, err := json.Marshal(v, json.Deterministic(true), jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = c.Out.Write(append(foreign.JSON(data), '\n'))
	return err
}
